
"use strict";
// People stand folded below their states.
const foldMembers = (lanes, say) => {
  for (const [place, lane] of lanes.entries()) {
    const after = lanes.slice(place + 1);
    const next = after.findIndex((one) => one.classList.contains("depth-0"));
    const members = next < 0 ? after : after.slice(0, next);
    if (!lane.classList.contains("depth-0") || !members.length) continue;
    const name = lane.querySelector(".name");
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", say("members", name.textContent));
    const turn = (isOpen) => {
      button.setAttribute("aria-expanded", isOpen);
      button.textContent = `${isOpen ? "−" : "+"} ${members.length}`;
      for (const member of members) member.classList.toggle("folded", !isOpen);
    };
    button.addEventListener("click", () => turn(button.getAttribute("aria-expanded") !== "true"));
    turn(false);
    name.append(button);
  }
};

// The picture of what the filters keep: the drawing that axis.py makes of everything, measure for measure.
const pictureOf = (data, about, say) => {
  const [WIDTH, MARGIN, MOST_TICKS, FEWEST_DAYS, MOST_ROWS] = [900, 12, 12, 10, 12];
  const [SMALLEST, POINT, BAR, ROW, EDGE, APART, SIGN, DIGIT] = [6, 5, 5, 20, 5, 5, 12, 6.6];
  const [MOST_EVENTS, MOST_MARKS, COLUMNS, TALLEST, SHORTEST, TICK_GAP, TICK_LETTER] = [200, 4000, 73, 30, 2, 4, 6.5];
  const [ROOM, LAST_DAY, EPOCH, DAY] = [WIDTH - 2 * MARGIN, 3652059, 719163, 86400000];
  const LOOKS = ["solid", "solid hollow", "loose", "loose hollow"];
  const axis = document.querySelector(".ticks svg");
  const list = document.querySelector(".lanes");
  const overview = list.closest(".overview");
  const all = data.spans.map((_, number) => number);
  const rounded = (value) => Math.floor(value * 10 + 0.5) / 10;
  const max = (numbers) => numbers.reduce((one, other) => Math.max(one, other), -Infinity);

  const make = (tag, attributes, ...inside) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };

  // --- lanes

  const rowsOfPage = [...list.children];
  const laneOf = (row, events) => ({ row, svg: row.querySelector("svg"), events });
  const isSettled = (number) => data.spans[number][4] === 1;
  const timeLanes = () => {
    const groups = [all.filter(isSettled), all.filter((number) => !isSettled(number))].filter((one) => one.length);
    return groups.map((events, place) => laneOf(rowsOfPage[place], events));
  };

  const newRow = ([name, depth]) => {
    const row = document.createElement("li");
    row.className = `row lane depth-${Math.min(depth, 3)}`;
    const [label, words] = ["span", "bdi"].map((tag) => document.createElement(tag));
    label.className = "name";
    words.textContent = name;
    label.append(words);
    row.append(label, make("svg", { width: WIDTH, role: "group" }));
    return row;
  };

  const actorLanes = () => {
    const events = new Map([[0, []], ...data.lanes.map(([, , choice]) => [choice, []])]);
    for (const number of all) {
      const choices = data.chosen.actor?.[number] ?? [];
      for (const choice of choices.length ? choices : [0]) events.get(choice)?.push(number);
    }
    const rows = data.by_actor ? rowsOfPage : data.lanes.map(newRow);
    if (!data.by_actor) foldMembers(rows, say);
    return data.lanes.map(([, , choice], place) => laneOf(rows[place], events.get(choice)));
  };

  const lanesOf = { true: null, false: null };
  let byActor = data.by_actor;
  // Few events have a lane for each actor, also where the page as a whole is too large for that.
  const chooseLanes = (numbers) => {
    const marks = numbers.map((number) => Math.max(1, data.chosen.actor?.[number].length ?? 0));
    const before = byActor;
    byActor = data.by_actor || (numbers.length <= MOST_EVENTS && marks.reduce((one, other) => one + other, 0) <= MOST_MARKS);
    const lanes = (lanesOf[byActor] ??= byActor ? actorLanes() : timeLanes());
    if (byActor !== before) list.replaceChildren(...lanes.map(({ row }) => row));
    overview.classList.toggle("by-actor", byActor);
    list.parentElement.setAttribute("aria-label", say(byActor ? "axis" : "axis_many"));
    return lanes;
  };

  // --- days

  const dated = (day) => new Date((day - EPOCH) * DAY);
  const dayOf = (year, month) => new Date(0).setUTCFullYear(year, month, 1) / DAY + EPOCH;

  const scales = function* (first, last) {
    const [start, end] = [dated(first), dated(last)];
    for (const step of [1, 2, 7, 14]) {
      if (last - first > step * 100) continue;
      const found = [];
      for (let day = first + ((((1 - first) % step) + step) % step); day <= last; day += step) {
        found.push([day, `${dated(day).getUTCDate()} ${data.months[dated(day).getUTCMonth()]}`]);
      }
      yield found;
    }
    const [from, to] = [start, end].map((one) => one.getUTCFullYear() * 12 + one.getUTCMonth());
    for (const step of [1, 3, 6]) {
      if (to - from + 1 > step * 100) continue;
      const found = [];
      for (let month = from; month <= to; month++) {
        const year = Math.floor(month / 12);
        if (month % step === 0) found.push([dayOf(year, month % 12), `${data.months[month % 12]} ${year}`]);
      }
      yield found.filter(([day]) => day >= first);
    }
    for (const step of [1, 10, 100, 1000, 10000].flatMap((power) => [power, 2 * power, 5 * power])) {
      const found = [];
      for (let year = start.getUTCFullYear(); year <= end.getUTCFullYear(); year++) {
        if (year % step === 0 && dayOf(year, 0) >= first) found.push([dayOf(year, 0), String(year)]);
      }
      yield found;
    }
  };

  const ticks = (scale) => {
    const found = [...scales(scale.first, scale.last)].find((one) => one.length <= MOST_TICKS) ?? [];
    let [free, seen] = [0, 0];
    return found.map(([day, words]) => {
      const [x, year] = [MARGIN + scale.at(day), dated(day).getUTCFullYear()];
      const label = seen !== year && !words.endsWith(String(year)) ? `${words} ${year}` : words;
      const end = x + TICK_GAP + label.length * TICK_LETTER;
      if (x < free || end > WIDTH) return [rounded(x), ""];
      [free, seen] = [end + APART, year];
      return [rounded(x), label];
    });
  };

  // From days to places, for the days of these events.
  const scaleOf = (numbers) => {
    let first = -max(numbers.map((number) => -data.spans[number][0]));
    let last = max(numbers.map((number) => data.spans[number][1]));
    const more = Math.floor(Math.max(0, FEWEST_DAYS - (last + 1 - first)) / 2);
    const known = { low: first, high: last };
    first = Math.max(1, first - more);
    last = Math.min(LAST_DAY, last + more);
    return { ...known, first, last, at: (day, room = ROOM) => ((day - first) * room) / (last + 1 - first) };
  };

  const stretch = (number, { low, high }) => {
    const [day, end, openStart, openEnd, settled, ...sure] = data.spans[number];
    const [first, last] = [openStart ? low : day, openEnd ? high : end];
    const days = sure.length ? [Math.max(sure[0], first), Math.min(sure[1], last)] : null;
    const certain = days && days[0] <= days[1] ? days : null;
    const whole = certain !== null && certain[0] === first && certain[1] === last;
    return { number, first, last, openStart, openEnd, settled, sure: certain, whole };
  };

  // --- marks

  const ends = (scale, first, last) => {
    let [left, right] = [first, last + 1].map((day) => MARGIN + scale.at(day));
    if (right - left < SMALLEST) {
      left = Math.min(Math.max((left + right - SMALLEST) / 2, MARGIN), WIDTH - MARGIN - SMALLEST);
      right = left + SMALLEST;
    }
    return [rounded(left), rounded(right)];
  };

  const barOf = (number, scale) => {
    const bar = stretch(number, scale);
    [bar.left, bar.right] = ends(scale, bar.first, bar.last);
    bar.shown = bar.sure && (bar.whole || bar.right - bar.left > 2 * SMALLEST) ? ends(scale, ...bar.sure) : null;
    const label = SIGN + DIGIT * String(number + 1).length + 1;
    bar.x = Math.max(0, Math.min(bar.left, WIDTH - label));
    bar.boxLeft = Math.min(bar.x, bar.left - POINT * bar.openStart);
    bar.boxRight = Math.max(bar.x + label, bar.right + POINT * bar.openEnd);
    return bar;
  };

  const rowsOf = (bars) => {
    const rows = [];
    bars.sort((a, b) => a.boxLeft - b.boxLeft || a.boxRight - b.boxRight || a.number - b.number);
    for (const bar of bars) {
      const row = rows.find((one) => bar.boxLeft >= one.at(-1).boxRight + APART);
      if (row) row.push(bar);
      else rows.push([bar]);
    }
    return rows;
  };

  const outline = (left, right, top, openStart, openEnd) =>
    `M${left} ${top}H${right}${openEnd ? `l${POINT} ${BAR / 2} ${-POINT} ${BAR / 2}` : `v${BAR}`}` +
    `H${left}${openStart ? `l${-POINT} ${-BAR / 2}` : ""}z`;

  const drawnMark = (bar, top) => {
    const { id, title, status, sign } = about(bar.number);
    const low = top + ROW - BAR - 2;
    const link = make("a", { class: status, href: `#${id}` }, make("title", {}, title));
    const { openStart, openEnd, whole } = bar;
    if (!whole) link.append(make("path", { class: "loose", d: outline(bar.left, bar.right, low, openStart, openEnd) }));
    if (bar.shown) {
      const d = outline(...bar.shown, low, whole && openStart, whole && openEnd);
      link.append(make("path", { class: "solid", d }));
    }
    link.append(make("use", { class: "sign", href: `#page_${sign}`, x: rounded(bar.x), y: top + 1 }));
    link.append(make("text", { x: rounded(rounded(bar.x) + SIGN), y: top + 10 }, String(bar.number + 1)));
    return [bar.number, link];
  };

  // --- columns

  const columnsOf = (numbers, scale) => {
    const stacks = new Map();
    for (const number of numbers) {
      const { openStart, first, last } = stretch(number, scale);
      const place = Math.floor(scale.at(openStart ? last : first, COLUMNS));
      if (!stacks.has(place)) stacks.set(place, []);
      stacks.get(place).push(number);
    }
    const most = max([...stacks.values()].map((one) => one.length));
    return [...stacks].sort(([a], [b]) => a - b).map(([place, stack]) => drawnColumn(place, stack, most, scale));
  };

  const drawnColumn = (place, stack, most, scale) => {
    const { id, when } = about(stack[0]);
    const link = make("a", { href: `#${id}` }, make("title", {}, say("first_of", say("events", stack.length), when)));
    const looks = stack.map((number) => stretch(number, scale)).map((one) => (one.whole ? 0 : 2) + (one.settled ? 0 : 1));
    const width = ROOM / COLUMNS;
    let base = 2 * EDGE + TALLEST;
    for (const [look, name] of LOOKS.entries()) {
      const count = looks.filter((one) => one === look).length;
      if (!count) continue;
      const height = Math.max(SHORTEST, (TALLEST * count) / most);
      base -= height;
      const [across, up] = [rounded(width - 2), rounded(height)];
      const d = `M${rounded(MARGIN + place * width + 1)} ${rounded(base)}h${across}v${up}h${-across}z`;
      link.append(make("path", { class: name, d }));
    }
    return link;
  };

  // --- all of it

  // Whether the lane has columns.
  const drawLane = ({ row, svg }, numbers, scale, grid) => {
    row.hidden = numbers.length === 0;
    if (row.hidden) return false;
    let links, height;
    const bars = byActor ? numbers.map((number) => barOf(number, scale)) : [];
    const rows = [true, false].flatMap((whole) => rowsOf(bars.filter((bar) => bar.whole === whole)));
    const counts = !byActor || rows.length > MOST_ROWS;
    if (counts) {
      [links, height] = [columnsOf(numbers, scale), TALLEST + 3 * EDGE];
    } else {
      const marks = rows.flatMap((one, place) => one.map((bar) => drawnMark(bar, EDGE + ROW * place)));
      links = marks.sort(([a], [b]) => a - b).map(([, link]) => link);
      height = ROW * rows.length + 2 * EDGE;
    }
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
    svg.setAttribute("height", height);
    svg.setAttribute("aria-label", `${row.querySelector("bdi").textContent}${say("colon")} ${say("events", numbers.length)}`);
    svg.replaceChildren(make("path", { class: "grid", d: grid("-99V999") }), ...links);
    return counts;
  };

  return (kept) => {
    const numbers = all.filter(kept);
    axis.closest("details").hidden = numbers.length === 0;
    if (numbers.length === 0) return;
    const scale = scaleOf(numbers);
    const drawn = ticks(scale);
    const grid = (line) => drawn.map(([x]) => `M${x} ${line}`).join("");
    const labels = drawn.filter(([, label]) => label);
    const texts = labels.map(([x, label]) => make("text", { x: x + TICK_GAP, y: 14 }, label));
    axis.replaceChildren(make("path", { class: "grid", d: grid("0V20") }), ...texts);
    const counting = chooseLanes(numbers).map((lane) => drawLane(lane, lane.events.filter(kept), scale, grid));
    overview.classList.toggle("has-columns", counting.includes(true));
  };
};
