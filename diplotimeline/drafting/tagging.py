"""A sentence with everything the tables know of its words: date expressions, verbs, nouns of events, marks."""

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from diplotimeline.drafting.expressions import Node, find_expressions
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.lexicon import Word, raw_words, with_kinds
from diplotimeline.drafting.names import Names, without_names


class Dated(NamedTuple):
    """A date expression: from word `first` up to word `last`, from `start` to `end` in the text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


class Tagged:
    """The words of a sentence and what they may mean, by their number."""

    def __init__(self, text: str, language: Language, names: Names | None = None) -> None:
        self.text = text
        self.language = language
        self.words: list[Word] = raw_words(text)
        self.in_name = names.places(text, self.words) if names else frozenset()
        self.lows = [word.low for word in self.words]
        self.verbs: dict[int, tuple[str, str, int]] = {}
        self.nouns: dict[int, tuple[str, int]] = {}
        self.marks: dict[int, set[str]] = {}
        self._places: dict[str, list[int]] = {}
        self._look_up()

    def _look_up(self) -> None:
        lexicon = self.language.event_lexicon
        for place, low in enumerate(self.lows):
            if low not in lexicon.by_first or place in self.in_name:
                continue
            for (kind, value), length in lexicon.at(self.lows, place):
                if kind == "v":
                    self.verbs.setdefault(place, (*value, length))
                elif kind == "n":
                    self.nouns.setdefault(place, (value, length))
                else:
                    self.marks.setdefault(place, set()).add(value)
                    self._places.setdefault(value, []).append(place)
        self._add_gerunds()

    def _add_gerunds(self) -> None:
        """`the shooting down of a helicopter`: a verb that is a noun between `the` and `of`."""
        determiners = self.language.classes["determiners"]
        for place, (type, form, length) in self.verbs.items():
            known = place and self.lows[place - 1] in determiners
            if known and form == "ing" and self.lows[place + length : place + length + 1] == ["of"]:
                self.nouns[place] = (type, length)

    @cached_property
    def dates(self) -> list[Dated]:
        """The date expressions, in their order."""
        vocabulary = self.language.vocabulary
        words = without_names(self.words, self.in_name)
        found = find_expressions(with_kinds(self.text, words, vocabulary.lexicon, vocabulary.capitals))
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
        places = self._places.get(mark)
        if not places:
            return False
        end = len(self.lows) if last is None else last
        return any(first <= place < end for place in places)

    def places(self, mark: str) -> list[int]:
        """Where a mark stands, in the order of the words."""
        return self._places.get(mark, [])
