"""Who takes part in an event, and on whose word it is told: out of a register, or proposed without one.

Nobody is named whom the sentence does not name: by name, by alias, or by the surname of a person. A surname that two
registered people share is a question. Who only speaks of an event, or judges it, takes no part in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.vocabulary import NAME, Lexicon, Vocabulary, Word, lexicon_of_names, tokens
from diplotimeline.record.values import Actor
from diplotimeline.suggest import is_state

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_ACRONYM = 4
GENITIVES = frozenset(("of", "de", "du", "des"))
Ids = tuple[str, ...]
Shared = tuple[tuple[str, Ids], ...]
"""Names that several registered people share, each with their ids."""


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
        named = [(name, id) for id, actor in actors.items() for name in (actor.name, *actor.aliases)]
        self.not_people = {name.lower() for name, id in named if actors[id].kind != "person"}
        surnames = [(name.split()[-1], id) for name, id in named if self._ends_in_surname(name, actors[id])]
        full = [Name(tuple(tokens(name)), id) for name, id in named]
        bare = [Name(tuple(tokens(name)), id, bare=True) for name, id in surnames]
        self.by_words = Lexicon((one.words, one) for one in (*full, *bare))
        self.names = lexicon_of_names(name for name, _ in named)

    def _ends_in_surname(self, name: str, actor: Actor) -> bool:
        """Whether a name is one of several words that ends in a surname, not in an office, a state or a body."""
        *before, last = name.split()
        named = last.rstrip("s") in self.offices or is_state(last) or last.lower() in self.not_people
        several = bool(before) and last[0].isupper() and before[-1].lower() not in GENITIVES
        return actor.kind == "person" and several and not named

    def named(self, tagged: Tagged) -> list[Word]:
        """The names in a sentence in their order, each with the actors that it may mean."""
        found: list[Word] = []
        lows, place = [word.low for word in tagged.raw], 0
        while place < len(lows):
            fitting = [one for one in self.by_words.at(place, lows) if self._is_meant(one[0], tagged, place)]
            length = fitting[0][1] if fitting else 1
            if ids := dict.fromkeys(name.id for name, words in fitting if words == length):
                first, last = tagged.raw[place], tagged.raw[place + length - 1]
                found.append(Word(first.low, first.start, last.end, NAME, tuple(ids)))
            place += length
        return found

    def _is_meant(self, name: Name, tagged: Tagged, place: int) -> bool:
        """Whether the words at a place are a name also by their capital letters, and a surname stands alone."""
        there = [tagged.text[word.start : word.end] for word in tagged.raw[place : place + len(name.words)]]
        return _is_written(name.words, there) and (not name.bare or self._stands_alone(tagged, place))

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


def _is_written(name: tuple[str, ...], words: list[str]) -> bool:
    """Whether words have the capital letters of a name: `US` is not `us`, but `Kestrian armed forces` will do."""
    strict = name[:1] if name[0].istitle() else name
    return all(
        word == one if one.isupper() and len(one) <= LONGEST_ACRONYM else word[0].isupper() or not one[0].isupper()
        for one, word in zip(strict, words, strict=False)
    )


class Proposed(NamedTuple):
    """Somebody whom no register knows: a name as it stands in the text, and what it may be."""

    name: str
    kind: str

    @property
    def id(self) -> str:
        """An id made of the name."""
        return "-".join(re.findall(r"[^\W_]+", self.name.lower()))


@dataclass(frozen=True)
class Participants:
    """Who is named in a sentence."""

    tree: Tree
    register: Register

    @cached_property
    def named(self) -> list[tuple[range, Ids]]:
        """The words of the registered names, and whom each may mean."""
        return [(self.tree.tokens_of(one), one.value) for one in self.register.named(self.tree.tagged)]

    @cached_property
    def people(self) -> set[int]:
        """The words of registered names that are no place where something happens."""
        return {at for words, ids in self.named for at in words if not self._is_place(words, ids)}

    def actors(self, event: Event) -> tuple[Ids, Shared]:
        """Who takes part, and names that may be one or the other.

        Those that the clause names, but not the state of which somebody is the minister, nor a body that is a place.
        """
        tree, inside = self.tree, self._clause(event) - self._outside(event)
        near = [(words, ids) for words, ids in self.named if words.start in inside and words.start in self.people]
        sure = dict.fromkeys(ids[0] for _, ids in near if len(ids) == 1)
        shared = {tree.words(words.start, words.stop): ids for words, ids in near if len(ids) > 1}
        parents = {parent for id in sure for parent in self.register.actors[id].of}
        owners = {ids[0] for words, ids in near if tree.lows[words.start - 1] in tree.grammar.classes["genitive"]}
        no_party = {*(owners & parents), self.according_to(event)}
        return tuple(id for id in sure if id not in no_party), tuple(shared.items())

    def according_to(self, event: Event) -> str:
        """The one registered actor whose words are passed on: `according to the Ministry`, `the Ministry said that`."""
        said = self._speaking(event)
        return next((ids[0] for words, ids in self.named if words.start in said and len(ids) == 1), "")

    def is_hearsay(self, event: Event) -> bool:
        """Whether somebody who is not registered is named as the origin of the words."""
        return not self.according_to(event) and self.tree.has("according", 0, event.token.i)

    def proposed(self, event: Event) -> tuple[Proposed, ...]:
        """Names of those who do something in an event, to whom or with whom it is done, for a person to judge."""
        tree, verb, outside = self.tree, event.verb, self._outside(event)
        heads: list[Token] = []
        if verb is not None:
            objects, agents = tree.children(verb.token, "object"), tree.children(verb.token, "agent")
            heads += [one for one in (tree.subject(verb), *objects, *agents) if one is not None]
            heads += [one for agent in agents for one in agent.children]
            heads += [one for thing in objects for one in self._hanging(thing, "accompanying")]  # `had a talk with him`
        heads += self._hanging(event.token, "taking_part")
        heads += [one for head in heads for one in head.subtree if tree.hangs_as(one, "joined")]
        found = [self._proposal(head) for head in heads if head.i not in outside]
        return tuple(dict.fromkeys(filter(None, found)))

    def _hanging(self, token: "Token", prepositions: str) -> "list[Token]":
        """The nouns that hang on a word by certain prepositions."""
        of_class = self.tree.grammar.classes[prepositions]
        return [noun for preposition, noun in self.tree.phrases(token) if preposition in of_class]

    def _proposal(self, head: "Token") -> Proposed | None:
        tree = self.tree
        name = tree.name_around(head)
        if head.i not in name or not tree.text[tree.starts[head.i]].isupper():
            return None
        titled = [at for at in range(max(0, name[0] - 1), name.stop) if tree.is_one_of(tree.doc[at], "person_titles")]
        start = max([name[0], *(at + 1 for at in titled)])
        return Proposed(tree.words(start, name.stop).strip(" -"), "person" if titled else "") if start in name else None

    def _clause(self, event: Event) -> set[int]:
        """The words of an event's part of the sentence, without joined clauses in which it does not stand."""
        if event.verb is None and self._hanging(event.token, "between"):
            return _below(event.token)  # `they spoke following the 3 May call between the presidents`
        found = set(range(*self.tree.part(event.token.i)))
        for verb in self.tree.verbs.values():
            if self.tree.role(verb.token) == "joined" and self.tree.children(verb.token, "subject"):
                below = _below(verb.token)
                found = found & below if event.token.i in below else found - below
        return found

    def _outside(self, event: Event) -> set[int]:
        """The words that name who only speaks of an event, or judges it."""
        judging = [verb for verb in self.tree.verbs_above(event.token) if self.tree.is_one_of(verb.token, "reacting")]
        return self._speaking(event).union(*(_below(verb.token) - _below(event.token) for verb in judging))

    def _speaking(self, event: Event) -> set[int]:
        """The words that name on whose word an event is told."""
        tree, speaker = self.tree, self._speaker(event)
        found = _below(speaker) if speaker else set()
        for first, at in tree.asides():
            found = set(range(first, at)) if at != event.token.i else found
        for at in tree.marks.get("according", ()):
            found |= set(
                range(at, next((place for place in range(at, len(tree.lows)) if tree.lows[place] == ","), at + 8))
            )
        return found

    def _speaker(self, event: Event) -> "Token | None":
        """Who tells of an event; nobody who tells of own deeds."""
        tree, teller = self.tree, event.mood.teller
        if teller is None and event.verb is None:
            above = tree.verb_above(event.token)
            teller = above if above is not None and tree.accuses(above) else None
        if teller is None or teller.passive:
            return None
        own = tree.subject(event.verb) if event.verb else None
        return None if own and tree.is_one_of(own, "third") and not tree.accuses(teller) else tree.subject(teller)

    def _is_place(self, words: range, ids: Ids) -> bool:
        """`at the White House`: a body that names where it was."""
        classes = self.tree.grammar.classes
        before = [
            low for low in self.tree.lows[max(0, words.start - 2) : words.start] if low not in classes["articles"]
        ]
        at = not classes["at"].isdisjoint(before[-1:])
        return at and self.register.actors[ids[0]].kind == "government-body"


def _below(token: "Token") -> set[int]:
    return {one.i for one in token.subtree}
