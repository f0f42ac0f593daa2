
(() => {
  const data = JSON.parse(document.getElementById("page_data").textContent);
  const root = document.documentElement;
  const bar = document.getElementById("page_bar");
  const count = document.getElementById("page_count");
  const more = document.getElementById("page_more");
  const reset = document.getElementById("page_reset");
  const picture = document.getElementById("page_picture");
  const search = document.getElementById("page_q");
  const days = ["from", "to"].map((name) => document.getElementById(`page_${name}`));
  const lists = [...bar.querySelectorAll("select")];
  const controls = [search, ...days, ...lists];
  const total = data.dates.length;
  const FAR = 9999999;
  let shown = "";
  let unknown = false;

  const number = new Intl.NumberFormat(data.language).format;
  const plurals = new Intl.PluralRules(data.language);
  const say = (name, ...values) => {
    const forms = data.words[name].split("|");
    const texts = values.map((one) => (typeof one === "number" ? number(one) : one));
    return (forms.length > 1 && plurals.select(values[0]) !== "one" ? forms[1] : forms[0]).replaceAll("{}", () => texts.shift());
  };

  // Signs that are alike in names and words, from the table of the command line, which fills this in.
  const ALIKE = {};
  const same = new Map(Object.entries(ALIKE).flatMap(([one, signs]) => [...signs].map((sign) => [sign, one])));
  const alike = (text) => text.replace(/[^\0-_a-\x7f]/gu, (sign) => same.get(sign) ?? sign);
  // What is set in order with other signs on a letter is an accent; the vowels of Indian scripts are letters.
  const vowel = (sign) => (sign !== "\u0345" && `\u0345${sign}`.normalize("NFD")[0] === "\u0345" ? sign : "");
  const foldSigns = (text) =>
    alike(text.normalize("NFKD").replace(/\p{M}/gu, vowel).toUpperCase().toLowerCase())
      .replace(/\p{M}/gu, vowel)
      .replaceAll("ς", "σ")
      .replaceAll("եվ", "եւ");
  const fold = (given) => {
    const text = alike(given);
    return (/^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : foldSigns(text)).replace(/\s+/g, " ").trim();
  };

  // Taken from the page once, when it is first needed.
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const events = once(() =>
    [...document.querySelectorAll("li.event")].map((item) => ({ item, article: item.firstElementChild, kept: true })));
  const months = once(() => {
    let first = 0;
    return [...document.querySelectorAll(".month")].map((month) => {
      const size = month.querySelector("ol").childElementCount;
      first += size;
      return { month, first: first - size, end: first };
    });
  });
  const choices = once(() => Object.fromEntries(
    Object.entries(data.chosen).map(([name, chosen]) => [name, chosen.map((numbers) => new Set(numbers))])));
  const names = once(() => data.names.map(fold));
  const words = [];
  const wordsOf = (place) =>
    (words[place] ??= [fold(events()[place].article.textContent), ...data.named[place].map((one) => names()[one])].join(" | "));
  // The first search need not wait for the words of thousands of events.
  const readAhead = (idle) => {
    while (words.length < total && idle.timeRemaining() > 1) wordsOf(words.length);
    if (words.length < total) requestIdleCallback(readAhead);
  };
  const about = (place) => {
    const { article } = events()[place];
    const [when, title] = [".date", "h4"].map((part) => article.querySelector(part).textContent.trim());
    const status = article.querySelector(".status");
    const doubt = status.classList.contains("reported") ? "" : ` (${status.lastChild.textContent})`;
    const named = `${place + 1}. ${when}${say("colon")} ${title}${doubt}`;
    return { id: article.id, when, title: named, status: status.classList[1], sign: data.signs[data.chosen.type?.[place][0] ?? 0] };
  };
  const draw = once(() => pictureOf(data, about, say));

  // --- filters

  const dayOf = (input, far) => (input.value ? Date.parse(input.value) / 86400000 + 719163 : far);
  const possible = (place, low, high) => data.dates[place].some((when) => {
    for (let n = 2; n < when.length; n += 2) if (when[n] <= high && when[n + 1] >= low) return true;
    return false;
  });
  const certain = (place, low, high) => data.dates[place].every(([begins, ends]) => begins <= high && ends >= low);

  const keeps = () => {
    const wanted = fold(search.value).split(" ").filter(Boolean);
    const chosen = lists.filter((list) => list.selectedIndex > 0).map((list) => [choices()[list.name], list.selectedIndex]);
    const [low, high] = [dayOf(days[0], -FAR), dayOf(days[1], FAR)];
    const dated = days.some((day) => day.value);
    const keep = (place) =>
      chosen.every(([sets, choice]) => sets[place].has(choice)) &&
      (!dated || possible(place, low, high)) &&
      wanted.every((word) => wordsOf(place).includes(word));
    return { keep, unsure: (place) => dated && !certain(place, low, high), any: dated || chosen.length + wanted.length > 0 };
  };

  let stale = false; // the picture is drawn when it is open
  const redraw = () => {
    if (stale && picture.open) draw()((place) => events()[place].kept);
    stale = stale && !picture.open;
  };

  const apply = () => {
    const { keep, unsure, any } = keeps();
    let [left, perhaps] = [total, 0];
    if (any || root.classList.contains("filtered")) {
      left = 0;
      for (const [place, event] of events().entries()) {
        const kept = keep(place);
        const doubtful = kept && unsure(place);
        if (event.kept !== kept) event.item.hidden = !kept;
        if (event.doubtful !== doubtful) event.item.classList.toggle("perhaps", doubtful);
        [event.kept, event.doubtful] = [kept, doubtful];
        left += kept;
        perhaps += doubtful;
      }
      for (const { month, first, end } of months()) {
        const hidden = !events().slice(first, end).some((event) => event.kept);
        if (month.hidden !== hidden) month.hidden = hidden;
      }
      stale = true;
      redraw();
    }
    root.classList.toggle("filtered", any);
    reset.hidden = !any;
    told(left, perhaps, any);
  };

  const told = (left, perhaps, any) => {
    const whole = say("events", total);
    const sentences = [any ? say("some_shown", left, whole, named()) : say("all_shown", whole)];
    if (perhaps) sentences.push(say("perhaps", perhaps));
    if (unknown) sentences.push(say("unknown_choice"));
    if (count.textContent !== sentences.join(" ")) count.textContent = sentences.join(" ");
  };

  // The filters in words: the page on paper has no others.
  const named = () => {
    const given = controls.filter((one) => one !== search && one.value);
    const texts = given.map((one) => {
      const chosen = one.selectedOptions ? one.selectedOptions[0].text.trim() : one.value;
      return `${say(one.name).toLowerCase()} ${chosen}`;
    });
    return (fold(search.value) ? [...texts, `“${search.value.trim()}”`] : texts).join(", ");
  };

  // --- the address

  const written = () =>
    new URLSearchParams(controls.filter((one) => one.value).map((one) => [one.name, one.value])).toString();

  const open = (isOpen) => {
    bar.classList.toggle("open", isOpen);
    more.setAttribute("aria-expanded", isOpen);
  };

  const show = (text) => {
    const given = new URLSearchParams(text);
    for (const one of controls) {
      one.value = given.get(one.name) || "";
      if (one.selectedIndex < 0) one.value = ""; // a choice that this page does not have
    }
    if (lists.some((list) => list.value && list.closest(".later"))) open(true);
    unknown = [...given].some(([name, value]) => value && !controls.some((one) => one.name === name && one.value === value));
    shown = written();
    apply();
  };

  // The address of a filtered page is #actor=…&q=…; no id on the page has a "=". Beside #some-event the filters are
  // kept in the history entry, so that going back and reloading find them again.
  const remember = (how) => {
    unknown = false;
    shown = written();
    const plain = location.href.split("#")[0];
    history[how]({ filters: shown }, "", shown ? `${plain}#${shown}` : plain);
    apply();
    // What is left begins where one looks.
    const first = document.getElementById("page_events");
    if (first.getBoundingClientRect().top < 0) first.scrollIntoView();
  };

  const restore = () => {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) show(hash);
    else if (history.state && typeof history.state.filters === "string") show(history.state.filters);
    else if (hash) history.replaceState({ filters: shown }, "");
    else show("");
    const target = hash && document.getElementById(hash);
    const item = target && target.closest("li.event");
    if (item && item.hidden) {
      show("");
      history.replaceState({ filters: "" }, "");
    }
    if (target) land(target);
  };

  // How high the months and events around it are is only known some frames after they have come in sight.
  const land = (target, frames = 20) => {
    if (target === picture) picture.open = true;
    target.scrollIntoView();
    if (frames) requestAnimationFrame(() => land(target, frames - 1));
  };

  let typing = false;
  search.addEventListener("input", () => {
    remember(typing ? "replaceState" : "pushState");
    typing = true;
  });
  search.addEventListener("change", () => (typing = false));
  for (const one of [...days, ...lists]) one.addEventListener("change", () => remember("pushState"));
  more.addEventListener("click", () => open(more.getAttribute("aria-expanded") !== "true"));
  reset.addEventListener("click", () => {
    for (const one of controls) one.value = "";
    remember("pushState");
    search.focus();
  });
  picture.addEventListener("toggle", redraw);
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);

  bar.hidden = false;
  foldMembers([...document.querySelectorAll(".lane")], say);
  apply();
  restore();
  if (window.requestIdleCallback) requestIdleCallback(readAhead);
})();
