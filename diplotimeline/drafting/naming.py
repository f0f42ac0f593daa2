"""Who takes part in an event, and on whose word it is told: out of a register, or proposed without one.

Nobody is named whom the sentence does not name. Who only speaks of an event, or judges it, takes no part in it.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.register import Named, Register
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.verbs import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Shared = tuple[tuple[str, tuple[str, ...]], ...]
"""Names that several registered people share, each with their ids."""


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
    def named(self) -> list[tuple[int, int, Named]]:
        """The registered names, each from its first word up to its last."""
        spans = ((self.tree.tokens_of(one), one) for one in self.register.named(self.tree.tagged))
        return [(span.start, span.stop, one) for span, one in spans if span]

    @cached_property
    def people(self) -> set[int]:
        """The words of registered names that are no place where something happens."""
        return {at for first, last, one in self.named for at in range(first, last) if not self._is_place(first, one)}

    def actors(self, event: Event) -> tuple[tuple[str, ...], Shared]:
        """Who takes part, and names that may be one or the other.

        Those that the clause names, but not the state of which somebody is the minister, nor a body that is a place.
        """
        inside, outside = self._clause(event), self._outside(event)
        near = [
            (first, last, one)
            for first, last, one in self.named
            if first in inside and not self._is_place(first, one) and (first not in outside or self._owns(last))
        ]
        ids = dict.fromkeys(one.actors[0] for _, _, one in near if len(one.actors) == 1)
        shared = {self.tree.words(first, last): one.actors for first, last, one in near if len(one.actors) > 1}
        parents = {parent for id in ids for parent in self.register.actors[id].of}
        for first, _, one in near:
            genitive = first and self.tree.lows[first - 1] in self.tree.grammar.classes["genitive"]
            if genitive and one.actors[0] in parents:
                ids.pop(one.actors[0], None)
        speaker = self.according_to(event)
        return tuple(id for id in ids if id != speaker), tuple(shared.items())

    def according_to(self, event: Event) -> str:
        """The one registered actor whose words are passed on: `according to the Ministry`, `the Ministry said that`."""
        said = self._speaking(event)
        for first, _, one in self.named:
            if first in said and len(one.actors) == 1:
                return one.actors[0]
        return ""

    def is_hearsay(self, event: Event) -> bool:
        """Whether somebody who is not registered is named as the origin of the words."""
        return not self.according_to(event) and self.tree.has("according", 0, event.token.i)

    def proposed(self, event: Event) -> tuple[Proposed, ...]:
        """Names of those who do something in an event, to whom or with whom it is done, for a person to judge."""
        outside = self._outside(event)
        heads: list[Token] = []
        objects: list[Token] = []
        verb = event.verb
        if verb is not None:
            subject = self.tree.subject(verb)
            objects = self.tree.children(verb.token, "object")
            heads += [subject] if subject is not None else []
            heads += [*objects, *self.tree.children(verb.token, "agent")]
            heads += [one for agent in self.tree.children(verb.token, "agent") for one in agent.children]
        heads += self._hanging(event.token, "taking_part")
        for thing in objects:  # `had a conversation with him` is `spoke with him`
            heads += self._hanging(thing, "accompanying")
        for head in list(heads):
            heads += [one for one in head.subtree if self.tree.hangs_as(one, "joined")]
        found = (self._proposal(head) for head in heads if head.i not in outside and head.i not in self.tree.in_date)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _hanging(self, token: "Token", prepositions: str) -> "list[Token]":
        """The nouns that hang on a word by certain prepositions."""
        of_class = self.tree.grammar.classes[prepositions]
        return [noun for preposition, noun in self.tree.phrases(token) if preposition in of_class]

    def _proposal(self, head: "Token") -> Proposed | None:
        if head.pos_ != "PROPN" or not self.tree.text[self.tree.starts[head.i]].isupper():
            return None
        first = head.i
        while first and self.tree.doc[first - 1].pos_ == "PROPN" and first - 1 not in self.tree.in_date:
            first -= 1
        last = head.i + 1
        while (
            last < len(self.tree.doc)
            and self.tree.doc[last].pos_ == "PROPN"
            and self.tree.doc[last].head.i in range(first, last)
        ):
            last += 1
        titles = self.tree.grammar.classes["person_titles"]
        titled = [at for at in range(first, last) if self.tree.lows[at] in titles]
        before = self.tree.lows[first - 1] if first else ""
        start = titled[-1] + 1 if titled else first
        if start >= last:
            return None
        is_person = bool(titled) or before in titles
        return Proposed(self.tree.words(start, last), "person" if is_person else "")

    def _clause(self, event: Event) -> set[int]:
        """The words that belong to an event: of a verb its part of the sentence, of a noun those below its verb."""
        verb = event.verb or self.tree.verb_above(event.token)
        first, last = self.tree.part(event.token.i)
        part = set(range(first, last))
        if verb is None:
            return part
        others = {
            token.i
            for one in self.tree.verbs.values()
            if one.token.i != verb.token.i
            and self.tree.role(one.token) == "joined"
            and self.tree.children(one.token, "subject")
            for token in one.token.subtree
            if verb.token.i not in {inner.i for inner in one.token.subtree}
        }
        if self.tree.role(verb.token) == "joined" and self.tree.children(verb.token, "subject"):
            return {token.i for token in verb.token.subtree} - others
        return part - others

    def _outside(self, event: Event) -> set[int]:
        """The words that name who only speaks of an event, or judges it."""
        tree = self.tree
        said = self._speaking(event)
        own = {token.i for token in event.token.subtree}
        judging = [verb for verb in tree.verbs_above(event.token) if tree.is_one_of(verb.token, "reacting")]
        return said.union(*({token.i for token in verb.token.subtree} - own for verb in judging))

    def _speaking(self, event: Event) -> set[int]:
        """The words that name on whose word an event is told."""
        tree = self.tree
        found = {
            token.i
            for one in self._tellers(event)
            if (subject := tree.subject(one)) is not None
            for token in subject.subtree
        }
        for first, at in tree.asides():
            found = set(range(first, at)) if at != event.token.i else found
        for at in tree.marks.get("according", ()):
            end = next((place for place in range(at, len(tree.lows)) if tree.lows[place] == ","), at + 8)
            found |= set(range(at, end))
        return found

    def _tellers(self, event: Event) -> list[Verb]:
        """The verbs of saying whose content an event is."""
        tree = self.tree
        teller = event.mood.teller
        if teller is None and event.verb is None:
            above = tree.verb_above(event.token)
            teller = above if above is not None and tree.accuses(above) else None
        if teller is None or teller.passive:
            return []
        subject = tree.subject(teller)
        own = event.verb is not None and tree.subject(event.verb)
        if subject is None or (own and tree.is_one_of(own, "third") and not tree.accuses(teller)):
            return []
        return [teller]

    def _owns(self, last: int) -> bool:
        """`condemns Kestria's attack`."""
        return self.tree.lows[last : last + 1] in (["'s"], ["'"])

    def _is_place(self, first: int, one: Named) -> bool:
        """`at the White House`: a body that names where it was."""
        articles = self.tree.grammar.classes["articles"]
        before = [low for low in self.tree.lows[max(0, first - 2) : first] if low not in articles]
        at = before[-1:] and before[-1] in self.tree.grammar.classes["at"]
        return bool(at) and self.register.actors[one.actors[0]].kind == "government-body"
