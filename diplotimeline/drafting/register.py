"""Who of a register is named in a sentence: by name, by alias, or by the surname of a person.

Nobody is named whom the words do not name. A surname that two registered people share names nobody: it is a question.
"""

from collections.abc import Mapping
from typing import NamedTuple

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.vocabulary import PLAIN, Lexicon, Vocabulary, lexicon_of_names, tokens
from diplotimeline.record.values import Actor
from diplotimeline.suggest import is_state

LONGEST_ACRONYM = 4
GENITIVES = frozenset(("of", "de", "du", "des"))


class Named(NamedTuple):
    """A stretch of a text that names one actor; or several it may be, of whom a person has to choose."""

    start: int
    end: int
    actors: tuple[str, ...]


class Name(NamedTuple):
    """A name of an actor as it is written; `bare` if it is a surname without what stands before it."""

    words: tuple[str, ...]
    id: str
    bare: bool = False


class Register:
    """The actors of a timeline, looked up by the words that name them."""

    def __init__(self, actors: Mapping[str, Actor], vocabularies: tuple[Vocabulary, ...]) -> None:
        self.actors = actors
        self.offices = frozenset(word for one in vocabularies for word in one.text["offices"])
        self.openers = frozenset(word for one in vocabularies for word in one.text["openers"])
        self.known = {word for actor in actors.values() for name in (actor.name, actor.office) for word in name.split()}
        named = {(name, id): actor for id, actor in actors.items() for name in (actor.name, *actor.aliases)}
        self.not_people = {name.lower() for (name, _), actor in named.items() if actor.kind != "person"}
        people = [(name, id) for (name, id), actor in named.items() if actor.kind == "person"]
        full = [Name(tuple(tokens(name)), id) for name, id in named]
        bare = [
            Name(tuple(tokens(name.split()[-1])), id, bare=True) for name, id in people if self._ends_in_surname(name)
        ]
        self.by_words = Lexicon((one.words, one) for one in (*full, *bare))
        self.names = lexicon_of_names(name for name, _ in named)

    def _ends_in_surname(self, name: str) -> bool:
        """Whether a name is one of several words that ends in a surname, not in an office, a state or a body."""
        *before, last = name.split()
        named = last.rstrip("s") in self.offices or is_state(last) or last.lower() in self.not_people
        return bool(before) and last[0].isupper() and not named and before[-1].lower() not in GENITIVES

    def named(self, tagged: Tagged) -> list[Named]:
        """The actors named in a sentence, in the order in which they stand there."""
        found: list[Named] = []
        lows, place = [word.low for word in tagged.raw], 0
        while place < len(lows):
            fitting = [
                (name.id, length)
                for name, length in self.by_words.at(place, lows)
                if self._is_meant(name, tagged, place)
            ]
            length = fitting[0][1] if fitting else 1
            if fitting:
                ids = dict.fromkeys(id for id, words in fitting if words == length)
                found.append(Named(tagged.raw[place].start, tagged.raw[place + length - 1].end, tuple(ids)))
            place += length
        return found

    def _is_meant(self, name: Name, tagged: Tagged, place: int) -> bool:
        """Whether the words at a place are a name also by their capital letters, and a surname stands alone."""
        there = [tagged.text[word.start : word.end] for word in tagged.raw[place : place + len(name.words)]]
        return _same_name(name.words, there) and not (name.bare and not self._stands_alone(tagged, place))

    def _stands_alone(self, tagged: Tagged, place: int) -> bool:
        """Whether a surname has no other given name before it: `Kristinne Grigoryan` is not Armen Grigoryan."""
        before = [tagged.text[word.start : word.end] for word in tagged.raw[max(0, place - 3) : place]]
        initial = len(before) == 3 and before[2] == "." and len(before[1]) == 1
        before = before[:1] if initial else before[-2:]  # `Armen H. Grigoryan`
        if not before or tagged.raw[place - 1].start in tagged.in_date:
            return True
        word = before[0] if before[-1] == "." else before[-1]
        if not word[0].isupper() or not {word, word.rstrip("s")}.isdisjoint(self.offices | self.known):
            return True
        return place == 1 and word in self.openers


def _same_name(name: tuple[str, ...], words: list[str]) -> bool:
    """Whether words are a name; `Kestrian armed forces` are the `Kestrian Armed Forces`."""
    rest = [one.lower() for one in name[1:]] if name[0][0].isupper() and not name[0].isupper() else name[1:]
    return all(map(_same, (name[0], *rest), words))


def _same(name: str, word: str) -> bool:
    """Whether a word of a name stands in the text: `US` is not `us`, but `The Mission` is `the Mission`."""
    word = word.translate(PLAIN)
    if name.isupper() and len(name) <= LONGEST_ACRONYM:
        return word == name
    return word.lower() == name.lower() and (word[0].isupper() or not name[0].isupper())
