"""The grammar of date expressions, one for all languages: it is written in the kinds of `language`.

A sentence is reduced level by level. What one level has understood is a `1` to the next: `12`, `September` become a
point in time, `the night of` and that point become a night, `since` and that night an open interval.
"""

import re
from typing import Any, NamedTuple

from diplotimeline.drafting.language import Language
from diplotimeline.drafting.lexicon import OTHER, Word, raw_words, with_kinds

# One day, or a range of days: `12`, `12-14`, `Monday 12 to Wednesday 14`.
DAYS = r"(?:W,?)?a?d(?:[-t](?:W,?)?a?d)?"
MONTH = r"[Mm]"
YEAR = r"(?:[,(]?f?y|f?a?(?:[HL]U|UL))"
# Each level: names of shapes and their patterns; at one place the first that fits wins.
LEVELS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("counted_month", r"(?<=i)M(?=dx)"),  # in September 17 prisoners were freed
        ("days", rf"(?:{DAYS}(?:,{DAYS}){{0,8}}(?:,?[&|]{DAYS})?)[fF]?a?{MONTH}(?:{YEAR}|[LN](?![A-Za-z]))?"),
        ("days", rf"(?:W,?)?{MONTH}{DAYS}(?:(?:,{DAYS}){{0,8}},?[&|]{DAYS}(?![fF]?{MONTH}))?{YEAR}?"),
        ("days", rf"awf{MONTH}{YEAR}?"),
        ("figures", r"(?:W,?)?X"),
        ("day_of_month", r"ad[fF](?:HU|a?LU|a?UL)"),
        ("ordinal", r"(?<=[oi])ad(?=[.,&]|$)"),
        ("weekday", r"[LNH]W|W[LN]?(?:[fF]a?(?:LU|UL|NU|UN|HU))?"),
        ("month", rf"LM|NM|M[LN](?![A-Za-z])|M{YEAR}?|m{YEAR}"),
        ("season", r"[LNH]Z|Z(?:[LN]|[fF]?a?y(?:-y)?)|HZ|Z"),
        ("year", r"aUy"),
        ("decade", r"D|U[ydn]"),
        ("year", r"y"),
        ("relative", r"R"),
        ("adjacent", r"G(?!f)|g(?=[.,]|$)"),
        ("offset", r"[dna]U(?:[<>]|[BA](?=[.,]|$))"),
        ("ago", r"c?[dna]UER?|Ec?a?[dna]U"),
        ("running", r"[oi]c?[dna]Uj|S[dn]U(?![A-Za-z])"),
        ("rolling", r"a?[PL](?:T|[dn]l)|a?P[dn]?U|[afH][dn](?:[LP]U|U[LP])|a[LP][dn]U|HPU|aUP|UP"),
        ("last_or_rolling", r"aLU"),
        ("weekend", r"(?<=[oi])aU"),
        ("period", r"[<>]HU|(?:[LN]U|U[LN]|HU)[<>]?"),
        ("part_today", r"Hp|Lp"),
        ("before_last", r"a?UBL"),
        ("part_of_period", r"a?k[fF]?a?(?:HU|LU|UL)|a?k[fF]?a?U(?![ydnD])"),
        ("vague", r"V"),
    ),
    (
        ("hours", r"ITl?&Tl?,?[ofi]?a?1|FTl?[tu-]Tl?,?[ofi]?a?1"),
        ("clock", r"[cAB]?Tl?,?[oFfi]?a?1"),
        ("clock", r"1,?[oitbFS]?[cAB]?Tl?(?![A-Za-z])"),
        ("part_of_days", r"a?p[fF]a?1[-t]a?1"),
        ("part_of_day", r"[cAB]?a?p[fF]?,?[oi]?a?1|k?1,?[oit]?a?k?p"),
        ("part_of_month", r"a?kk?[fFoi]?a?1|(?<!i)1k(?=1)"),
    ),
    (
        ("range", r"I[oi]?a?1[&t-][oi]?a?1|[Ffi]a?1[tu-][oi]?a?1|1[tu-]a?1"),
        ("range_of_list", r"I1"),
        ("choice", r"1,?\|[oi]?a?1"),
    ),
    (
        ("beside", r"[Gg]f?[oi]?a?1"),
        ("eve", r"e[ax#n]{0,6}[fFoi]?a?1"),
        ("before_or_after", r"[dna]U[BA][axfo]{0,4}[fFoi]?a?1"),
        ("since", r"S[oi]?a?1"),
        ("by", r"b[oi]?a?1"),
        ("before", r"B[oi]?a?1"),
        ("until", r"u[oi]?a?1"),
        ("after", r"A[oi]?a?1"),
        ("from", r"F[oi]?a?1"),
        ("about", r"c1"),
    ),
)
SHAPES = tuple(
    re.compile("|".join(f"(?P<{name}_{number}>{pattern})" for number, (name, pattern) in enumerate(level)))
    for level in LEVELS
)
# Words that are dates only in company: `March` alone may be a name, `1974` a number, `spring` a source of water.
COMPANY = frozenset("oiStFubBAIkLNHfce&-")
LONE = {"month", "year", "season", "weekday"}


class Node(NamedTuple):
    """What a stretch of words has been understood as: a shape, and the words or other nodes that it is made of."""

    shape: str
    parts: tuple[Word, ...]

    def values(self, kinds: str) -> list[Any]:
        """The values of all words of these kinds, in their order."""
        return [word.value for word in self.parts if word.kind in kinds]


class Expression(NamedTuple):
    """A date expression: from word `first` up to word `last` of the sentence, from `start` to `end` in its text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


def read_words(text: str, language: Language) -> list[Word]:
    """The words of a sentence with the kinds that they have in date expressions."""
    return with_kinds(text, raw_words(text), language.date_lexicon, language.capitals)


def find_expressions(words: list[Word]) -> list[Expression]:
    """The date expressions in a sentence, in their order."""
    whole = len(words) <= 4 and all(word.kind != OTHER for word in words)
    items = words
    for shapes in SHAPES:
        items = _reduced(items, shapes, lenient=whole)
    places = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    return [
        Expression(item.value, places[item.start], ends[item.end], item.start, item.end)
        for item in items
        if item.kind == "1"
    ]


def _reduced(items: list[Word], shapes: re.Pattern[str], *, lenient: bool) -> list[Word]:
    """The words with every stretch that has one of these shapes put together into one."""
    kinds = "".join(item.kind for item in items)
    reduced: list[Word] = []
    place = 0
    for match in shapes.finditer(kinds):
        start, end = match.span()
        shape = (match.lastgroup or "").rpartition("_")[0]
        parts = tuple(items[start:end])
        if not (_is_date(shape, items, start, end) or (lenient and shape in LONE)):
            continue
        reduced += items[place:start]
        reduced.append(Word("", parts[0].start, parts[-1].end, "1", Node(shape, parts)))
        place = end
    return reduced + items[place:]


def _is_date(shape: str, items: list[Word], start: int, end: int) -> bool:
    """Whether a stretch that could be a date is one, by the words around it."""
    if shape == "weekend":
        return bool(items[start + 1].value == "weekend")
    if shape == "decade" and end - start > 1:
        return items[end - 2].low == "années" and int(items[end - 1].value) % 10 == 0
    if shape not in LONE or end - start > 1:
        return True
    before = items[start - 1] if start else None
    if before is not None and before.kind == OTHER and before.value and end - start == 1 and start > 1:
        return False  # `Bloody Sunday`, `Black January`: part of a name
    if shape == "weekday":
        after = items[end].low if end < len(items) else ""
        if after in ("prayer", "prayers", "mass", "sermon", "market") or (
            before is not None and before.low in ("du", "le")
        ):
            return False  # French `le vendredi` is every Friday
        return before is None or before.low not in ("every", "each", "chaque", "tous", "toutes")
    if shape == "month":
        return items[start].low not in ("march", "may", "mars") or (before is not None and before.kind in COMPANY)
    if shape == "season":
        if before is not None and before.kind == "a":
            before = items[start - 2] if start > 1 else None
        return before is not None and before.kind in COMPANY and before.low not in ("every", "each", "chaque")
    return before is not None and before.kind in "iSFubBAIkct&-" and before.low not in ("no", "number")
