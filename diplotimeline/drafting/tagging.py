"""A sentence as words, with its date expressions."""

from bisect import bisect_left
from functools import cached_property

from diplotimeline.drafting.expressions import Dated, find_expressions
from diplotimeline.drafting.lexicon import Word, raw_words, with_kinds
from diplotimeline.drafting.names import Names, without_names
from diplotimeline.drafting.vocabulary import Vocabulary


class Tagged:
    """The words of a sentence and the dates among them."""

    def __init__(self, text: str, vocabulary: Vocabulary, names: Names | None = None) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.words: list[Word] = raw_words(text)
        self.in_name = names.places(text, self.words) if names else frozenset()
        self.lows = [word.low for word in self.words]

    @cached_property
    def dates(self) -> list[Dated]:
        """The date expressions, in their order."""
        words = without_names(self.words, self.in_name)
        vocabulary = self.vocabulary
        found = find_expressions(with_kinds(self.text, words, vocabulary.lexicon, vocabulary.capitals))
        starts = [word.start for word in self.words]
        return [one._replace(first=bisect_left(starts, one.start), last=bisect_left(starts, one.end)) for one in found]

    @cached_property
    def in_date(self) -> dict[int, int]:
        """The words inside date expressions, each with the first word of its expression."""
        return {place: date.first for date in self.dates for place in range(date.first, date.last)}

    @property
    def years_before(self) -> int:
        """How many years ago began what is `now in its second year`; 0 where the sentence says nothing of the kind."""
        words = with_kinds(self.text, self.words, self.vocabulary.lexicon, self.vocabulary.capitals)
        kinds = [word.kind for word in words]
        places = [at for at in range(2, len(words) - 1) if kinds[at - 2 : at] == ["in", "other"]]
        told = [at for at in places if kinds[at] == "ordinal" and words[at + 1].value == "year"]
        return words[told[0]].value - 1 if told else 0
