"""The grammar of date expressions, one for all languages: it is written in the kinds of words of `dates.*.toml`.

A sentence is reduced level by level. What one level has understood is a `date` to the next: `12`, `September` become a
point in time, `the night of` and that point become a night, `since` and that night an open interval.
"""

import re
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import OTHER, Word, raw_words, with_kinds
from diplotimeline.drafting.vocabulary import Vocabulary


class _Signs(dict[str, str]):
    """Each kind as one sign, so that stretches of words can be matched by patterns."""

    def __missing__(self, kind: str) -> str:
        return self.setdefault(kind, chr(0xE000 + len(self)))


SIGN_OF = _Signs()
MACROS = {
    "WORD": "[^comma dash stop open close and or date doubt earlier later other_number]",
    "YEAR": "(?: [comma open]? of? year | OF? article? (?: [this last] unit | unit last))",
    "PLACED_WEEKDAY": "article? [last ordinal day] weekday",
    "OTHER_YEAR": "comma? [old_year noted_year]",
    "LIST": "DAYS (?: comma DAYS){0,8} (?: comma? [and or] DAYS)?",
    "MORE_DAYS": "(?: comma DAYS){0,8} comma? [and or] DAYS",
    "DAYS": "DAY (?: [dash to] DAY)?",  # one day, or a range of days: `12`, `12-14`, `Monday 12 to Wednesday 14`
    "DAY": "(?: weekday comma?)? article? day",
    "ANY_MONTH": "(?: MONTH | month_short)",
    "MONTH": "[month month_or_word]",
    "OF": "[of of_the from]",
    "IN": "[in within]",
    "ON": "[on in within]",
    "FURTHER": "[of of_the article after from since next before]",
    "POINT": "[day weekday month month_or_word year figures]",
    "LED": "[of of_the from on in within]? LONG",
    "LONG": "article? date",
    "COUNTED": "[unit weekday day number article]",
    "COUNTING": "[day number article]",
    "COUNT": "[day number]",
}
# Each level: names of shapes and their patterns; at one place the first that fits wins.
LEVELS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("weekday_of_month", "PLACED_WEEKDAY [of of_the in portion]? ANY_MONTH YEAR?"),
        ("weekday_of_month", "PLACED_WEEKDAY [of of_the] (?: article? unit [last next]? | [last next this] unit)"),
        ("month", "(?<= IN) MONTH (?= day other)"),  # in September 17 prisoners were freed
        ("days_or_count", "DAYS OF? ANY_MONTH old_year (?= other)"),
        ("days", "day dash ANY_MONTH dash year"),
        ("days_of_short_year", "DAYS ANY_MONTH [day number] (?= [stop comma close] | $)"),
        ("days", "LIST OF? article? ANY_MONTH (?: OTHER_YEAR | YEAR | [last next] (?! COUNTED))?"),
        ("days", "(?<! WORD) comma? year comma DAYS OF? ANY_MONTH (?! year)"),
        ("days", "(?: weekday comma?)? ANY_MONTH DAYS (?: MORE_DAYS (?! OF? ANY_MONTH))? (?: OTHER_YEAR | YEAR)?"),
        ("days", "article ordinal of ANY_MONTH YEAR?"),
        ("figures", "(?: weekday comma?)? figures"),
        ("day_of_month", "article day OF (?: this unit | article? last unit | article? unit last)"),
        ("ordinal", "(?<= ON) article day (?= [stop comma and] | $)"),
        ("weekday", "[last next this] weekday"),
        ("weekday", "weekday [last next]? (?: OF article? (?: [last next this] unit | unit [last next]))?"),
        ("month", "last MONTH | next MONTH (?! article? day) | MONTH [last next] (?! COUNTED)"),
        ("month", "MONTH of? old_year (?! other)"),
        ("month", "MONTH YEAR? | month_short YEAR | (?<= portion) month_short | (?<= portion dash) month_short"),
        ("season", "[last next this] season | season (?: [last next] | OF? article? [year old_year] (?: dash year)?)?"),
        ("year", "article unit year"),
        ("decade", "decade"),
        ("year", "year | (?<= in) old_year (?= [stop comma])"),
        ("relative", "relative"),
        ("adjacent", "adjacent (?! [of of_the]) | adjacent_at_end (?= [stop comma] | $)"),
        ("offset", "COUNTING unit (?: [earlier later] | [before after] (?= [stop comma] | $))"),
        ("ago", "about? COUNTING unit ago (?: relative | this unit)?"),
        ("ago", "ago about? article? COUNTING unit"),
        ("running", "ON about? COUNTING unit already | since COUNT unit (?! WORD)"),
        ("rolling", "article? [past last] (?: clock | COUNT zone) | article? past COUNT? unit"),
        ("rolling", "[article of this] COUNT (?: [last past] unit | unit [last past])"),
        ("rolling", "article [last past] COUNT unit"),
        ("rolling", "this past unit | article? unit past (?! article? POINT)"),
        ("ahead", "article? COUNT coming"),
        ("coming", "coming"),
        ("ahead", "article? next (?: clock | COUNT zone | COUNT unit) | article? COUNT (?: next unit | unit next)"),
        ("ahead", "(?: [within by] article? | in article) (?: clock | COUNT zone | COUNT unit) (?! FURTHER)"),
        ("last_or_rolling", "article last unit"),
        ("weekend", "(?<= ON) article unit"),
        ("period", "[earlier later] this unit"),
        ("period", "(?: [last next this] unit | unit last | unit next (?! article? POINT)) [earlier later]?"),
        ("part_today", "this part_of_day | last part_of_day"),
        ("before_last", "article? unit before last"),
        ("part_of_period", "article? portion OF? article? (?: this unit | last unit | unit last)"),
        ("part_of_period", "article? portion OF? article unit (?! [year decade])"),
        ("part_of_period", "article? portion OF? unit (?! [year day number decade])"),
        ("vague", "vague"),
    ),
    (
        ("hours", "between clock zone? and clock zone? comma? [on of of_the in within]? LONG"),
        ("hours", "from clock zone? [to until dash] clock zone? comma? [on of of_the in within]? LONG"),
        ("clock", "[about after before]? clock zone? comma? [on from of of_the in within]? LONG"),
        ("clock", "date comma? [on in within to by from since]? [about after before]? clock zone? (?! WORD)"),
        ("part_of_days", "article? part_of_day OF LONG [dash to] LONG"),
        ("part_of_day", "[about after before]? article? part_of_day OF? comma? ON? LONG"),
        ("part_of_day", "portion? date comma? [on in within to]? article? portion? part_of_day"),
        ("week_of", "article? unit [of of_the from] ON? LONG"),
        ("part_of_month", "article? portion [portion dash]? LED"),
        ("part_of_month", "(?<! in) date portion (?= date)"),
    ),
    (
        ("range", "between ON? LONG [and to dash] ON? LONG"),
        ("range", "[from of of_the in within] LONG [to until dash] ON? LONG | date [to until dash] LONG"),
        ("range_of_list", "between date"),
        ("choice", "date comma? or ON? LONG"),
    ),
    (
        ("beside", "[adjacent adjacent_at_end] [of of_the]? ON? LONG"),
        ("eve", "eve [article other other_number number]{0,6} LED"),
        ("before_or_after", "COUNTING? unit [before after next past] [article other of of_the on]{0,4} LED"),
        ("since", "since ON? LONG"),
        ("by", "by ON? LONG"),
        ("before", "before ON? LONG"),
        ("until", "until ON? LONG"),
        ("after", "after ON? LONG"),
        ("from", "from ON? LONG"),
        ("about", "about [of of_the]? ON? LONG"),
        ("doubtful", "date doubt"),
        ("hour", "(?<! clock) (?: [on to] about? | about) clock zone? (?! [to until dash and comma] clock)"),
    ),
)  # fmt: skip
# Words that are dates only in company: `March` alone may be a name, `1974` a number, `spring` a source of water.
JOINING = frozenset((
    "about", "after", "and", "before", "between", "by", "dash", "from", "in", "since", "to", "until", "within",
))  # fmt: skip
COMPANY = JOINING | {"on", "last", "portion", "next", "this", "of", "of_the", "eve"}
LONE = {"month", "year", "season", "weekday"}


def _compiled(level: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """One pattern over signs for all the shapes of a level."""
    return re.compile("|".join(f"(?P<{name}_{number}>{_signs(text)})" for number, (name, text) in enumerate(level)))


def _signs(text: str) -> str:
    for name, meaning in MACROS.items():
        text = re.sub(rf"\b{name}\b", meaning, text)
    return re.sub(r"[a-z_]+", lambda kind: SIGN_OF[kind[0]], text).replace(" ", "")


SHAPES = tuple(map(_compiled, LEVELS))


class Node(NamedTuple):
    """What a stretch of words has been understood as: a shape, and the words or other nodes that it is made of."""

    shape: str
    parts: tuple[Word, ...]

    def values(self, *kinds: str) -> list[Any]:
        """The values of all words of these kinds, in their order."""
        return [word.value for word in self.parts if word.kind in kinds]

    def only(self, *kinds: str) -> "Node":
        """The period that the words of these kinds are: `last month` of `the 3rd of last month`."""
        return Node("period", tuple(word for word in self.parts if word.kind in kinds))

    @property
    def is_bounded(self) -> bool:
        """Whether it only names what something lies between: `between 5 and 7 September`."""
        return self.shape in ("range", "range_of_list") and bool(self.values("between"))

    @property
    def inner(self) -> "list[Node]":
        """The dates that it is made around."""
        return self.values("date")


class Expression(NamedTuple):
    """A date expression: from word `first` up to word `last` of the sentence, from `start` to `end` in its text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


def read_words(text: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of a sentence with the kinds that they have in date expressions."""
    return with_kinds(text, raw_words(text), vocabulary.lexicon, vocabulary.capitals)


def find_expressions(words: list[Word]) -> list[Expression]:
    """The date expressions in a sentence, in their order."""
    whole = len(words) <= 4 and all(word.kind != OTHER for word in words)
    items = words
    for shapes in SHAPES:
        items = _reduced(items, shapes, lenient=whole)
        if not any(item.kind in ("date", "clock") for item in items):  # every later shape is made of these
            return []
    places = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    return [
        Expression(item.value, places[item.start], ends[item.end], item.start, item.end)
        for item in items
        if item.kind == "date"
    ]


def _reduced(items: list[Word], shapes: re.Pattern[str], *, lenient: bool) -> list[Word]:
    """The words with every stretch that has one of these shapes put together into one."""
    signs = "".join(SIGN_OF[item.kind] for item in items)
    reduced: list[Word] = []
    place = 0
    for match in shapes.finditer(signs):
        start, end = match.span()
        shape = (match.lastgroup or "").rpartition("_")[0]
        parts = tuple(items[start:end])
        if not (_is_date(shape, items, start, end) or (lenient and shape in LONE)):
            continue
        reduced += items[place:start]
        reduced.append(Word("", parts[0].start, parts[-1].end, "date", Node(shape, parts)))
        place = end
    return reduced + items[place:]


def _is_date(shape: str, items: list[Word], start: int, end: int) -> bool:
    """Whether a stretch that could be a date is one, by the words around it."""
    if shape in ("weekend", "week_of"):
        return any(item.kind == "unit" and item.value == shape.removesuffix("_of") for item in items[start:end])
    if shape == "season" and items[start].value == "text":  # `that fall` may be a verb
        return start == 0 or items[start - 1].kind in COMPANY
    if shape not in LONE or end - start > 1:
        return True
    before = items[start - 1] if start else None
    if before is not None and before.kind == OTHER and before.value and start > 1:
        return shape == "weekday" and _goes_on(items, start, end)  # `Bloody Sunday`, `Black January`: part of a name
    if shape == "weekday":  # French `le vendredi` is every Friday
        after = items[end].kind if end < len(items) else ""
        return after != "service" and (before is None or before.kind not in ("every", "article", "of_the"))
    if shape == "month":
        return items[start].kind != "month_or_word" or (before is not None and before.kind in COMPANY)
    if shape == "season":
        if before is not None and before.kind == "article":
            before = items[start - 2] if start > 1 else None
        return before is not None and before.kind in COMPANY
    return before is not None and before.kind in JOINING


def _goes_on(items: list[Word], start: int, end: int) -> bool:
    """`travels to Nubar Sunday`: a place stands before the day, and nothing goes on behind it as with a name."""
    led = start > 1 and items[start - 2].kind in ("to", "in", "from")
    return led and (end == len(items) or items[end].kind in ("stop", "comma"))
