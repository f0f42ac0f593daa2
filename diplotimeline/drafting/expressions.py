"""The dates in a sentence, found by the shapes of `shapes.toml`, level by level."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import NOBODY, OTHER, TABLES, Lexicon, Word, raw_words, with_kinds
from diplotimeline.drafting.vocabulary import Vocabulary

SIGN_OF: defaultdict[str, str] = defaultdict(lambda: chr(0xE000 + len(SIGN_OF)))
"""Each kind as one sign, so that stretches of words can be matched by patterns."""
MACROS: Mapping[str, str] = TABLES["macros"]
LEVELS: list[list[tuple[str, str]]] = [level["shapes"] for level in TABLES["levels"]]
JOINING, COMPANY = (frozenset(TABLES["company"][name].split()) for name in ("joining", "beside"))
GROUPS: Mapping[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in TABLES["groups"].items()}
"""Shapes that have something in common."""
LONE = {"month", "year", "season", "weekday"}
"""Shapes that are dates only in company: `March` may be a name, `1974` a number, `spring` a source of water."""


def _compiled(level: list[tuple[str, str]]) -> re.Pattern[str]:
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

    def one(self, *kinds: str) -> Any:
        """The value of the first word of these kinds."""
        return next(iter(self.values(*kinds)), None)

    def has(self, *kinds: str) -> bool:
        """Whether there is a word of these kinds."""
        return any(word.kind in kinds for word in self.parts)

    @property
    def inner(self) -> "list[Node]":
        """The dates that it is made around."""
        return self.values("date")


class Dated(NamedTuple):
    """A date expression: from word `first` up to word `last` of the sentence, from `start` to `end` in its text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


class Tagged:
    """A sentence as words, with the date expressions among them; the words of names are read before any others."""

    def __init__(self, text: str, vocabulary: Vocabulary, names: Lexicon[None] = NOBODY) -> None:
        self.text = text
        self.raw = raw_words(text)
        self.words = with_kinds(text, self.raw, vocabulary.lexicon, vocabulary.capitals, names)
        self.dates = find_expressions(self.words)

    @cached_property
    def in_date(self) -> frozenset[int]:
        """The places of the text that lie in dates."""
        return frozenset(place for date in self.dates for place in range(date.start, date.end))

    @property
    def years_before(self) -> int:
        """How many years ago began what is `now in its second year`; 0 where the sentence says nothing of the kind."""
        for one, _, ordinal, unit in zip(self.words, self.words[1:], self.words[2:], self.words[3:], strict=False):
            if (one.kind, ordinal.kind, unit.value) == ("in", "ordinal", "year"):
                return int(ordinal.value) - 1
        return 0


def find_expressions(words: list[Word]) -> list[Dated]:
    """The date expressions in a sentence, in their order."""
    whole = len(words) <= 4 and all(word.kind != OTHER for word in words)
    items = words
    for shapes in SHAPES:
        items = _reduced(items, shapes, lenient=whole)
        if {"date", "clock", "part_of_day"}.isdisjoint(item.kind for item in items):
            return []  # every later shape is made of these
    places = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    return [
        Dated(item.value, places[item.start], ends[item.end], item.start, item.end)
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
        shape = str(match.lastgroup).rpartition("_")[0]
        parts = tuple(items[start:end])
        if not (_is_date(shape, items, start, end) or (lenient and shape in LONE)):
            continue
        reduced += items[place:start]
        reduced.append(Word("", parts[0].start, parts[-1].end, "date", Node(shape, parts)))
        place = end
    return reduced + items[place:]


def _is_date(shape: str, items: list[Word], start: int, end: int) -> bool:
    """Whether a stretch that could be a date is one, by the words around it."""
    earlier, before, after = (items[at].kind if 0 <= at < len(items) else "" for at in (start - 2, start - 1, end))
    if shape in ("weekend", "week_of"):
        return any(item.value == shape.removesuffix("_of") for item in items[start:end])
    if shape == "season" and items[start].value == "text":  # `that fall` may be a verb
        return start == 0 or before in COMPANY
    if shape not in LONE or end - start > 1:
        return True
    if before == OTHER and items[start - 1].value and start > 1:  # `Bloody Sunday`, `Black January`: part of a name
        goes_on = after not in ("", "stop", "comma")  # but `travels to Nubar Sunday`
        return shape == "weekday" and earlier in ("to", "in", "from") and not goes_on
    if shape == "weekday":  # French `le vendredi` is every Friday
        return after != "service" and before not in ("every", "article", "of_the")
    if shape == "month":
        return items[start].kind != "month_or_word" or before in COMPANY
    if shape == "season":
        return (earlier if before == "article" else before) in COMPANY
    return before in JOINING
