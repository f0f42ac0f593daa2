"""The dates in a sentence, found by the shapes of `shapes.toml`, level by level."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, reduce
from typing import Any, NamedTuple

from diplotimeline.drafting.vocabulary import STATES, TABLES, Lexicon, Sense, Vocabulary, Word, filled, raw_words

SIGN_OF: defaultdict[str, str] = defaultdict(lambda: chr(0xE000 + len(SIGN_OF)))
"""Each kind as one sign, so that stretches of words can be matched by patterns."""
MACROS: Mapping[str, str] = TABLES["macros"]
LEVELS: list[dict[str, Any]] = TABLES["levels"]
GROUPS: Mapping[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in TABLES["groups"].items()}
"""Shapes that have something in common."""
MEANINGS = {shape: meaning for meaning, shapes in TABLES["meanings"].items() for shape in shapes.split()}
"""In what way a shape is resolved, if not in one of its own."""


def _compiled(shapes: list[tuple[str, str]]) -> re.Pattern[str]:
    """One pattern over signs for all the shapes of a level."""
    texts = [re.sub(r"[a-z_]+", lambda kind: SIGN_OF[kind[0]], filled(text, MACROS)) for _, text in shapes]
    named = (f"(?P<{name}_{number}>{texts[number]})" for number, (name, _) in enumerate(shapes))
    return re.compile("|".join(named).replace(" ", ""))


SHAPES = [_compiled(level["shapes"]) for level in LEVELS]


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


class Dated(NamedTuple):
    """A date expression: from word `first` up to word `last` of the sentence, from `start` to `end` in its text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


class Tagged:
    """A sentence as words, with the date expressions among them; the words of names are read before any others."""

    def __init__(self, text: str, vocabulary: Vocabulary, names: Lexicon[Sense] = STATES) -> None:
        self.text = text
        self.raw = raw_words(text)
        self.words = vocabulary.read(text, self.raw, names)
        starts = [word.start for word in self.words]
        self.dates = [
            Dated(one.value, bisect_left(starts, one.start), bisect_left(starts, one.end), one.start, one.end)
            for one in reduce(_reduced, SHAPES, self.words)
            if one.kind == "date"
        ]
        """The date expressions in their order."""

    @cached_property
    def in_date(self) -> frozenset[int]:
        """The places of the text that lie in dates."""
        return frozenset(place for date in self.dates for place in range(date.start, date.end))

    @property
    def years_before(self) -> int:
        """How many years ago began what is `now in its second year`; 0 where the sentence says nothing of the kind."""
        places = zip(self.words, self.words[2:], self.words[3:], strict=False)
        kinds = ("in", "ordinal", "year")
        return next((nth.value for one, nth, unit in places if (one.kind, nth.kind, unit.value) == kinds), 1) - 1


def _reduced(items: list[Word], shapes: re.Pattern[str]) -> list[Word]:
    """The words with every stretch that has one of these shapes put together into one."""
    signs = "".join(SIGN_OF[item.kind] for item in items)
    reduced: list[Word] = []
    place = 0
    for match in shapes.finditer(signs):
        start, end = match.span()
        node = Node(str(match.lastgroup).rpartition("_")[0], tuple(items[start:end]))
        reduced += [*items[place:start], Word("", items[start].start, items[end - 1].end, "date", node)]
        place = end
    return reduced + items[place:]
