"""Who takes part in an event, and on whose word it is told: out of a register, or proposed without one.

Nobody is named whom the sentence does not name: by name, by alias, or by the surname of a person. A surname that two
registered people share is a question. Who only speaks of an event, or judges it, takes no part in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.characters import slug
from diplotimeline.drafting.describing import below, told_together
from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.vocabulary import NAME, Lexicon, Vocabulary, Word, lexicon_of_names, tokens
from diplotimeline.record.values import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

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

    def __init__(self, actors: Mapping[str, Actor], vocabulary: Vocabulary) -> None:
        self.actors = actors
        self.offices = vocabulary.text["offices"]
        self.may_lead = self.offices | vocabulary.text["openers"]
        """Words with a capital letter that may stand before a surname."""
        full = [(name, id) for id, actor in actors.items() for name in (actor.name, *actor.aliases)]
        names = [Name(tuple(tokens(name)), id) for name, id in full]
        names += [Name(tuple(tokens(last)), id, bare=True) for id, one in actors.items() for last in self._surname(one)]
        self.by_words = Lexicon((one.words, one) for one in names)
        self.names = lexicon_of_names(name for name, _ in full)

    def _surname(self, actor: Actor) -> list[str]:
        """The last word of a person's name, but not of `Governor of Nubar`."""
        _, *others = words = actor.name.split()
        return others[-1:] if actor.kind == "person" and self.offices.isdisjoint(words) else []

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
        """Whether the first capital letter of a name is there, `US` is not `us`, and a surname stands alone."""
        first = next((at for at, word in enumerate(name.words) if not word.islower()), 0)
        one, there = name.words[first], tagged.raw[place + first]
        word = tagged.text[there.start : there.end]
        written = word == one if one.isupper() else word[0].isupper() or one.islower()
        own = self.actors[name.id].name.split() if name.bare else []
        return written and (not name.bare or self._stands_alone(tagged, place, own))

    def _stands_alone(self, tagged: Tagged, place: int, own: list[str]) -> bool:
        """Whether a surname has no other given name before it: `Kristinne Grigoryan` is not Armen Grigoryan."""
        before = [tagged.text[word.start : word.end] for word in tagged.raw[max(0, place - 3) : place]]
        if before[-1:] == ["."]:  # `Gen. Grigoryan`, `Armen H. Grigoryan`
            before = before[:1] if len(before[-2:][0]) == 1 else before[:-1]
        word = before[-1] if before and tagged.raw[place - 1].start not in tagged.in_date else ""
        return not word[:1].isupper() or not {word, word.rstrip("s")}.isdisjoint({*self.may_lead, *own})


class Proposed(NamedTuple):
    """Somebody whom no register knows: a name as it stands in the text, and what it may be."""

    name: str
    kind: str

    @property
    def id(self) -> str:
        """An id made of the name."""
        return slug(self.name, "actor")


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
        """The words of registered names, but for a body at which something happens: `at the White House`."""
        lows, at = self.tree.lows, self.tree.grammar.classes["at"]
        bodies = {id for id, actor in self.register.actors.items() if actor.kind == "government-body"}
        where = {words.start for words, ids in self.named if at & {*lows[max(0, words.start - 2) : words.start]}}
        return {one for words, ids in self.named if words.start not in where or ids[0] not in bodies for one in words}

    def actors(self, event: Event) -> tuple[Ids, Shared]:
        """Who takes part, and names that may be one or the other.

        Those that are named together with it, but not the state of which somebody is the minister, nor a place.
        """
        tree = self.tree
        between = event.verb is None and self._hanging(event.token, "between")  # `following the call between them`
        inside = (below(event.token) if between else told_together(tree, event.token)) - self._outside(event)
        near = [(words, ids) for words, ids in self.named if words.start in inside & self.people]
        sure = dict.fromkeys(ids[0] for _, ids in near if len(ids) == 1)
        shared = {tree.words(words.start, words.stop): ids for words, ids in near if len(ids) > 1}
        owners = {ids[0] for words, ids in near if tree.lows[words.start - 1] in tree.grammar.classes["genitive"]}
        owners &= {parent for id in sure for parent in self.register.actors[id].of}
        return tuple(id for id in sure if id not in owners), tuple(shared.items())

    def according_to(self, event: Event) -> str:
        """The one registered actor whose words are passed on: `according to the Ministry`, `the Ministry said that`."""
        said = self._speaking(event)
        return next((ids[0] for words, ids in self.named if words.start in said and len(ids) == 1), "")

    def proposed(self, event: Event) -> tuple[Proposed, ...]:
        """Names of those who do something in an event, to whom or with whom it is done, for a person to judge."""
        tree, verb, outside = self.tree, event.verb, self._outside(event)
        heads = self._hanging(event.token, "taking_part")
        if verb is not None:
            objects = tree.children(verb.token, "object")
            heads += [one for thing in objects for one in self._hanging(thing, "accompanying")]  # `had talks with her`
            heads = [*filter(None, [tree.subject(verb)]), *objects, *heads]
        heads += [one for head in heads for one in head.subtree if tree.hangs_as(one, "joined")]
        return tuple(dict.fromkeys(filter(None, (self._proposal(head) for head in heads if head.i not in outside))))

    def _hanging(self, token: "Token", prepositions: str) -> "list[Token]":
        """The nouns that hang on a word by certain prepositions."""
        of_class = self.tree.grammar.classes[prepositions]
        return [noun for preposition, noun in self.tree.phrases(token) if preposition in of_class]

    def _proposal(self, head: "Token") -> Proposed | None:
        """The name that a word is in, without the titles before it."""
        tree, name = self.tree, self.tree.name_around(head)
        before = tree.doc[max(0, name.start - 1) : name.stop]
        titled = [one.i for one in before if tree.is_one_of(one, "person_titles")]
        start = max([name.start, *(at + 1 for at in titled)])
        if head.i not in name or start not in name or not tree.text[tree.starts[head.i]].isupper():
            return None
        return Proposed(tree.words(start, name.stop).strip(" -"), "person" if titled else "")

    def _outside(self, event: Event) -> set[int]:
        """The words that name who only speaks of an event, or judges it."""
        judging = [verb for verb in self.tree.verbs_above(event.token) if self.tree.is_one_of(verb.token, "reacting")]
        return self._speaking(event).union(*(below(verb.token) - below(event.token) for verb in judging))

    def _speaking(self, event: Event) -> set[int]:
        """The words that name on whose word an event is told; nobody's who tells of own deeds."""
        tree, teller, above = self.tree, event.mood.teller, self.tree.verb_above(event.token)
        if event.verb is None and teller is None and above is not None and tree.accuses(above):
            teller = above  # `blamed Kestria for the attack`
        own = tree.subject(event.verb) if event.verb else None
        own_deed = own is not None and tree.is_one_of(own, "third") and teller is not None and not tree.accuses(teller)
        speaker = tree.subject(teller) if teller and not teller.passive and not own_deed else None
        found = below(speaker) if speaker else set()
        for first, at in tree.asides():  # `Valdoria, Kestria claims, shelled Brod`
            found = set(range(first, at)) if at != event.token.i else found
        for at in tree.marks.get("according", ()):
            comma = next((place for place in range(at, len(tree.doc)) if tree.lows[place] == ","), at + 8)
            found |= set(range(at, comma))
        return found
