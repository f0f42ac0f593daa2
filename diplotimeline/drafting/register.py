"""Who of a register is named in a sentence: by name, by alias, or by the surname of a person.

Nobody is named whom the words do not name. A surname that two registered people share names nobody: it is a question.
"""

from collections.abc import Mapping
from typing import NamedTuple

from diplotimeline.drafting.lexicon import PLAIN, TOKEN
from diplotimeline.drafting.names import Names
from diplotimeline.drafting.tagging import Tagged
from diplotimeline.drafting.vocabulary import Vocabulary
from diplotimeline.record.values import Actor
from diplotimeline.suggest import is_state

LONGEST_ACRONYM = 4
GENITIVES = frozenset(("of", "de", "du", "des"))


class Named(NamedTuple):
    """Words `first` to `last` name one actor; or several it may be, of whom a person has to choose."""

    first: int
    last: int
    actors: tuple[str, ...]


class Register:
    """The actors of a timeline, looked up by the words that name them."""

    def __init__(self, actors: Mapping[str, Actor], vocabularies: tuple[Vocabulary, ...]) -> None:
        self.actors = actors
        self.by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        self.offices = frozenset(word for one in vocabularies for word in one.text["offices"])
        self.openers = frozenset(word for one in vocabularies for word in one.text["openers"])
        self.known = {word for actor in actors.values() for name in (actor.name, actor.office) for word in name.split()}
        bodies = (actor for actor in actors.values() if actor.kind != "person")
        self.not_people = {name.lower() for actor in bodies for name in (actor.name, *actor.aliases)}
        self.names = Names(name for actor in actors.values() for name in (actor.name, *actor.aliases))
        for id, actor in actors.items():
            self._enter(id, actor)
        for several in self.by_first.values():
            several.sort(key=lambda one: -len(one[0]))

    def _enter(self, id: str, actor: Actor) -> None:
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            self._add(name, id, bare=False)
        if actor.kind == "person":
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                if self._ends_in_surname(name):
                    self._add(name.split()[-1], id, bare=True)

    def _ends_in_surname(self, name: str) -> bool:
        """Whether a name is one of several words that ends in a surname, not in an office, a state or a body."""
        *before, last = name.split()
        named = last.rstrip("s") in self.offices or is_state(last) or last.lower() in self.not_people
        return bool(before) and last[0].isupper() and not named and before[-1].lower() not in GENITIVES

    def _add(self, name: str, id: str, *, bare: bool) -> None:
        words = tuple(match[0] for match in TOKEN.finditer(name.translate(PLAIN)))
        entry = (words, id, bare)
        if words and entry not in self.by_first.setdefault(words[0].lower(), []):
            self.by_first[words[0].lower()].append(entry)

    def named(self, tagged: Tagged) -> list[Named]:
        """The actors named in a sentence, in the order in which they stand there."""
        found: list[Named] = []
        place = 0
        while place < len(tagged.words):
            length, ids = self._at(tagged, place)
            if ids:
                found.append(Named(place, place + length, ids))
            place += length
        return found

    def _at(self, tagged: Tagged, place: int) -> tuple[int, tuple[str, ...]]:
        """The longest name that begins at a word, and whom it may mean."""
        text, words = tagged.text, tagged.words
        ids: list[str] = []
        best = 1
        for name, id, bare in self.by_first.get(words[place].low, ()):
            if len(name) < best and ids:
                break
            there = [text[word.start : word.end] for word in words[place : place + len(name)]]
            if len(there) < len(name) or not _same_name(name, there):
                continue
            if bare and not self._stands_alone(tagged, place):
                continue
            if len(name) == best or not ids:
                best, ids = len(name), [*ids, id]
        return best, tuple(dict.fromkeys(ids))

    def _stands_alone(self, tagged: Tagged, place: int) -> bool:
        """Whether a surname has no other given name before it: `Kristinne Grigoryan` is not Armen Grigoryan."""
        if not place or place - 1 in tagged.in_date:
            return True
        text, words = tagged.text, tagged.words
        before = text[words[place - 1].start : words[place - 1].end]
        if before == "." and place > 1:
            before = text[words[place - 2].start : words[place - 2].end]
        if not before[0].isupper() or before.rstrip("s") in self.offices or before in self.offices | self.known:
            return True
        return place - 1 == 0 and before in self.openers


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
