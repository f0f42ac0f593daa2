"""Names in a sentence, found before any of their words is taken for a verb, a noun or a date: `the United States`."""

from collections.abc import Iterable
from functools import cache

from diplotimeline.drafting.lexicon import OTHER, Lexicon, Word
from diplotimeline.suggest import state_names


class Names:
    """Names of the people and bodies of a register, and of all states."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._lexicons = (_lexicon(name.lower().removeprefix("the ") for name in names), _states())

    def places(self, text: str, words: list[Word]) -> frozenset[int]:
        """The numbers of the words that belong to a name."""
        lows = [word.low for word in words]
        found: list[int] = []
        place = 0
        while place < len(words):
            length = self._length(lows, place, text, words)
            found += range(place, place + length)
            place += length or 1
        return frozenset(found)

    def _length(self, lows: list[str], place: int, text: str, words: list[Word]) -> int:
        """How many words the longest name has that begins here; none of its ends has a small letter."""
        if text[words[place].start].islower():
            return 0
        lengths = (length for one in self._lexicons for _, length in one.at(lows, place))
        return max((length for length in lengths if not text[words[place + length - 1].start].islower()), default=0)


def without_names(words: list[Word], places: frozenset[int]) -> list[Word]:
    """The words with those of names as words of which nothing is known."""
    return [word._replace(kind=OTHER, value=True) if at in places else word for at, word in enumerate(words)]


def _lexicon(names: Iterable[str]) -> Lexicon[None]:
    known = dict.fromkeys(name.strip() for name in names if any(map(str.isalnum, name)))
    return Lexicon((form, None) for name in known for form in (name, f"{name}s"))


@cache
def _states() -> Lexicon[None]:
    return _lexicon(sorted(state_names()))
