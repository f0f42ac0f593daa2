"""A sentence with everything the tables know of its words: date expressions, verbs, nouns of events, marks."""

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from diplotimeline.drafting.expressions import Node, find_expressions
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.lexicon import Word, raw_words, with_kinds


class Dated(NamedTuple):
    """A date expression: from word `first` up to word `last`, from `start` to `end` in the text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


class Tagged:
    """The words of a sentence and what they may mean, by their number."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.words: list[Word] = raw_words(text)
        self.lows = [word.low for word in self.words]
        self.verbs: dict[int, tuple[str, str, int]] = {}
        self.nouns: dict[int, tuple[str, int]] = {}
        self.marks: dict[int, set[str]] = {}
        self._look_up()

    def _look_up(self) -> None:
        lexicon = self.language.event_lexicon
        for place, low in enumerate(self.lows):
            if low not in lexicon.by_first:
                continue
            for (kind, value), length in lexicon.at(self.lows, place):
                if kind == "v":
                    self.verbs.setdefault(place, (*value, length))
                elif kind == "n":
                    self.nouns.setdefault(place, (value, length))
                else:
                    self.marks.setdefault(place, set()).add(value)

    @cached_property
    def dates(self) -> list[Dated]:
        """The date expressions, in their order."""
        language = self.language
        found = find_expressions(with_kinds(self.text, self.words, language.date_lexicon, language.capitals))
        starts = [word.start for word in self.words]
        return [
            Dated(one.node, bisect_left(starts, one.start), bisect_left(starts, one.end), one.start, one.end)
            for one in found
        ]

    @cached_property
    def in_date(self) -> dict[int, int]:
        """The words inside date expressions, each with the first word of its expression."""
        return {place: date.first for date in self.dates for place in range(date.first, date.last)}

    def has(self, mark: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a mark stands in a stretch of words."""
        end = len(self.lows) if last is None else last
        return any(mark in names and first <= place < end for place, names in self.marks.items())

    def places(self, mark: str) -> list[int]:
        """Where a mark stands."""
        return [place for place, names in self.marks.items() if mark in names]
