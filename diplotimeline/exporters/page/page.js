
(() => {
  "use strict";
  const bar = document.getElementById("page_filters");
  const count = document.getElementById("page_count");
  const search = document.getElementById("page_q");
  const lists = [...bar.querySelectorAll("select")];
  const controls = [search, ...lists];
  const total = Number(count.dataset.total);
  let shown = "";
  let unknown = false;

  // Signs that are alike in names and words, from the table of the command line, which fills this in.
  const ALIKE = {};
  const same = new Map(Object.entries(ALIKE).flatMap(([one, signs]) => [...signs].map((sign) => [sign, one])));
  const alike = (text) => Array.from(text, (sign) => same.get(sign) ?? sign).join("");
  // What is set in order with other signs on a letter is an accent; the vowels of Indian scripts are letters.
  const vowel = (sign) => (sign !== "\u0345" && `\u0345${sign}`.normalize("NFD")[0] === "\u0345" ? sign : "");
  const fold = (text) =>
    alike(alike(text).normalize("NFKD").replace(/\p{M}/gu, vowel).toUpperCase().toLowerCase())
      .replace(/\p{M}/gu, vowel)
      .replaceAll("ς", "σ")
      .replaceAll("եվ", "եւ")
      .replace(/\s+/g, " ")
      .trim();

  // Taken from the page once, when a filter is first used.
  let events, months, lanes, numbers;
  const read = () => {
    if (events) return;
    numbers = new Map();
    events = [...document.querySelectorAll("li.event")].map((item, number) => {
      const article = item.querySelector("article");
      numbers.set("#" + article.id, number);
      const keys = lists.map((list) => new Set((article.dataset[list.name] || "").split(" ")));
      return { item, article, keys, words: null, kept: true };
    });
    months = [...document.querySelectorAll(".month")].map((month) => ({
      month,
      first: numbers.get("#" + month.querySelector("article").id),
      size: month.querySelectorAll("article").length,
    }));
    lanes = [...document.querySelectorAll(".lane")].map((lane) => ({
      lane,
      links: [...lane.querySelectorAll("a")].map((link) => ({
        drawn: link.closest("li:not(.lane)") || link,
        its: link.dataset.events?.split(" ").map(Number) ?? [numbers.get(link.getAttribute("href"))],
      })),
    }));
  };

  const apply = () => {
    const wanted = fold(search.value);
    const chosen = lists.map((list, place) => [place, list.selectedIndex]).filter(([, number]) => number > 0);
    const filtered = Boolean(wanted || chosen.length);
    if (!filtered && !events) return say(total, filtered);
    read();
    let left = 0;
    for (const event of events) {
      event.kept = chosen.every(([place, number]) => event.keys[place].has(String(number)));
      if (event.kept && wanted) {
        event.words ??= fold(`${event.article.textContent} | ${event.article.dataset.names || ""}`);
        event.kept = event.words.includes(wanted);
      }
      event.item.hidden = !event.kept;
      left += event.kept;
    }
    for (const { month, first, size } of months) {
      month.hidden = !events.slice(first, first + size).some((event) => event.kept);
    }
    for (const { lane, links } of lanes) {
      let any = false;
      for (const { drawn, its } of links) {
        const kept = its.some((number) => events[number].kept);
        drawn.classList.toggle("off", !kept);
        any ||= kept;
      }
      lane.hidden = !any;
    }
    say(left, filtered);
  };

  const say = (left, filtered) => {
    const noun = total === 1 ? "event" : "events";
    const counted = filtered ? `${left} of ${total} ${noun} shown: ${named()}.` : `All ${total} ${noun} shown.`;
    const words = unknown ? `${counted} A choice in the address is not known on this page.` : counted;
    if (count.textContent !== words) count.textContent = words;
    document.documentElement.classList.toggle("filtered", filtered);
  };

  // The filters in words: the page on paper has no others.
  const named = () => {
    const chosen = lists.filter((list) => list.selectedIndex > 0);
    const words = chosen.map((list) => `${list.name} ${list.selectedOptions[0].text.trim()}`);
    return (fold(search.value) ? [...words, `“${search.value.trim()}”`] : words).join(", ");
  };

  const written = () =>
    new URLSearchParams(controls.filter((one) => one.value).map((one) => [one.name, one.value])).toString();

  const show = (text) => {
    const given = new URLSearchParams(text);
    for (const one of controls) {
      one.value = given.get(one.name) || "";
      if (one.selectedIndex < 0) one.value = ""; // a choice that this page does not have
    }
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
      target.scrollIntoView();
    }
  };

  let typing = false;
  search.addEventListener("input", () => {
    remember(typing ? "replaceState" : "pushState");
    typing = true;
  });
  search.addEventListener("change", () => (typing = false));
  for (const list of lists) list.addEventListener("change", () => remember("pushState"));
  document.getElementById("page_reset").addEventListener("click", () => {
    for (const one of controls) one.value = "";
    remember("pushState");
    search.focus();
  });
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);

  bar.hidden = count.hidden = false;
  apply();
  restore();
})();
