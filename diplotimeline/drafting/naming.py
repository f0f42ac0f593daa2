"""Who takes part in an event, on whose word it is told, where it was, and how many were killed or hurt.

Who takes part is known out of a register, or proposed without one.

Nobody is named whom the sentence does not name: by name, by alias, or by the surname of a person. A surname that two
registered people share is a question. Who only speaks of an event, or judges it, takes no part in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diplotimeline.characters import slug
from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.vocabulary import NAME, Lexicon, Vocabulary, Word, lexicon_of_names, tokens
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.values import Actor
from diplotimeline.suggest import is_state

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 9
"""So many figures a number of people has at most."""
TOLLS = ("killed", "injured", "captured", "released")
Ids = tuple[str, ...]
Shared = tuple[tuple[str, Ids], ...]
"""Names that several registered people share, each with their ids."""


class Register:
    """The actors of a timeline, looked up by the words that name them."""

    def __init__(self, actors: Mapping[str, Actor], vocabularies: Sequence[Vocabulary]) -> None:
        self.actors = actors
        offices = {word for one in vocabularies for word in one.text["offices"]}
        self.leading = {word for one in vocabularies for kind in ("of", "of_the") for word in one.dates.get(kind, ())}
        names = [(name, id) for id, actor in actors.items() for name in (actor.name, *actor.aliases)]
        self.no_surnames = offices | {name for name, id in names if actors[id].kind != "person"}
        known = {word for actor in actors.values() for word in f"{actor.name} {actor.office}".split()}
        self.may_lead = offices.union(known, *(one.text["openers"] for one in vocabularies))
        """Words with a capital letter that may stand before a surname."""
        surnames = [(words[-1], id) for name, id in names if self._ends_in_surname(id, words := name.split())]
        self.by_words = Lexicon((tokens(name), (name, id)) for name, id in (*names, *surnames))
        self.names = lexicon_of_names(name for name, _ in names)

    def _ends_in_surname(self, id: str, words: list[str]) -> bool:
        """Whether a name is that of a person and ends in a surname: not `Emir of Nubar`, `Tavorian Prime Minister`."""
        *_, before, last = ["", *words]
        somebody = self.actors[id].kind == "person" and bool(before) and last[0].isupper()
        return somebody and before.lower() not in self.leading and last not in self.no_surnames and not is_state(last)

    def named(self, tagged: Tagged) -> list[Word]:
        """The names in a sentence in their order, each with the actors that it may mean."""
        found: list[Word] = []
        lows, place = [word.low for word in tagged.raw], 0
        while place < len(lows):
            fitting = [one for one in self.by_words.at(place, lows) if self._is_meant(*one[0], tagged, place)]
            length = fitting[0][1] if fitting else 1
            if ids := dict.fromkeys(id for (_, id), words in fitting if words == length):
                first, last = tagged.raw[place], tagged.raw[place + length - 1]
                found.append(Word(first.low, first.start, last.end, NAME, tuple(ids)))
            place += length
        return found

    def _is_meant(self, name: str, id: str, tagged: Tagged, place: int) -> bool:
        """Whether the first capital letter of a name is there, `US` is not `us`, and a surname stands alone."""
        words, actor = tokens(name), self.actors[id]
        first = next((at for at, word in enumerate(words) if not word.islower()), 0)
        one, there = words[first], tagged.raw[place + first]
        word = tagged.text[there.start : there.end]
        written = word == one if one.isupper() else word[0].isupper() or one.islower()
        is_whole = name in (actor.name, *actor.aliases)
        return written and (is_whole or self._stands_alone(tagged, place))

    def _stands_alone(self, tagged: Tagged, place: int) -> bool:
        """Whether a surname has no other given name before it: `Kristinne Grigoryan` is not Armen Grigoryan."""
        before = [tagged.text[word.start : word.end] for word in tagged.raw[max(0, place - 3) : place]]
        if before[-1:] == ["."]:  # `Gen. Grigoryan`, `Armen H. Grigoryan`
            before = before[:1] if len(before[-2:][0]) == 1 else before[:-1]
        word = before[-1] if before and tagged.raw[place - 1].start not in tagged.in_date else ""
        return not word[:1].isupper() or not {word, word.rstrip("s")}.isdisjoint(self.may_lead)


@dataclass(frozen=True)
class Participants:
    """Who is named in a sentence."""

    tree: Tree
    register: Register

    @cached_property
    def named(self) -> list[tuple[range, Ids]]:
        """The words of the registered names, and whom each may mean."""
        return [(self.tree.tokens_of(one), one.value) for one in self.register.named(self.tree.tagged)]

    def actors(self, event: Event) -> tuple[Ids, Shared]:
        """Who takes part, and names that may be one or the other.

        Those that are named together with it, but not the state of which somebody is the minister, nor a place.
        """
        tree = self.tree
        between = event.verb is None and self._hanging(event.token, "between")  # `following the call between them`
        inside = (tree.below(event.token) if between else tree.told_together(event.token)) - self._outside(event)
        near = [(words, ids) for words, ids in self.named if words.start in inside & self.people]
        sure = dict.fromkeys(ids[0] for _, ids in near if len(ids) == 1)
        shared = {tree.words(words.start, words.stop): ids for words, ids in near if len(ids) > 1}
        owners = {ids[0] for words, ids in near if tree.lows[words.start - 1] in tree.grammar.classes["genitive"]}
        owners &= {parent for id in sure for parent in self.register.actors[id].of}
        return tuple(id for id in sure if id not in owners), tuple(shared.items())

    def anybody(self, event: Event) -> bool:
        """Whether somebody of the register takes part; without a register, whether who does it is named."""
        if self.register.actors:
            return bool(self.actors(event)[0])
        subject = self.tree.subject(event.verb) if event.verb else event.token
        if subject is None:
            return False
        names = ("PROPN", "ADJ") if subject.left_edge.i else ("PROPN",)  # not the `Many` that opens a sentence
        return any(one.is_title and one.pos_ in names for one in subject.subtree)

    def according_to(self, event: Event) -> str:
        """The one registered actor whose words are passed on: `according to the Ministry`, `the Ministry said that`."""
        said = self._speaking(event)
        return next((ids[0] for words, ids in self.named if words.start in said and len(ids) == 1), "")

    def proposed(self, event: Event) -> tuple[tuple[str, Actor], ...]:
        """Those who do something in an event, to whom or with whom it is done, for a person to judge, with an id."""
        tree, verb, outside = self.tree, event.verb, self._outside(event)
        heads = self._hanging(event.token, "taking_part")
        if verb is not None:
            objects = tree.children(verb.token, "object")
            heads += [one for thing in objects for one in self._hanging(thing, "accompanying")]  # `had talks with her`
            heads = [*filter(None, [tree.subject(verb)]), *objects, *heads]
        heads += [one for head in heads for one in head.subtree if tree.hangs_as(one, "joined")]
        found = [self._proposal(head) for head in heads if head.i not in outside]
        return tuple((slug(one.name, "actor"), one) for one in dict.fromkeys(filter(None, found)))

    def _hanging(self, token: "Token", prepositions: str) -> "list[Token]":
        """The nouns that hang on a word by certain prepositions."""
        of_class = self.tree.grammar.classes[prepositions]
        return [noun for preposition, noun in self.tree.phrases(token) if preposition in of_class]

    def _proposal(self, head: "Token") -> Actor | None:
        """The name that a word is in, without the titles before it."""
        tree, name = self.tree, self.tree.name_around(head)
        before = tree.doc[max(0, name.start - 1) : name.stop]
        titled = [one.i for one in before if tree.is_one_of(one, "person_titles")]
        start = max([name.start, *(at + 1 for at in titled)])
        if head.i not in name or start not in name or not tree.text[tree.starts[head.i]].isupper():
            return None
        return Actor(name=tree.words(start, name.stop).strip(" -"), kind="person" if titled else None)

    def _outside(self, event: Event) -> set[int]:
        """The words that name who only speaks of an event, or judges it."""
        tree = self.tree
        judging = [verb for verb in tree.verbs_above(event.token) if tree.is_one_of(verb.token, "reacting")]
        return self._speaking(event).union(*(tree.below(verb.token) - tree.below(event.token) for verb in judging))

    def _speaking(self, event: Event) -> set[int]:
        """The words that name on whose word an event is told; nobody's who tells of own deeds."""
        tree, above = self.tree, self.tree.verb_above(event.token)
        blames = event.verb is None and above is not None and tree.accuses(above)  # `blamed Kestria for the attack`
        teller = event.mood.teller or (above if blames else None)
        own = tree.subject(event.verb) if event.verb else None
        found: set[int] = set()
        if teller is not None and not teller.passive:
            own_deed = own is not None and tree.is_one_of(own, "third") and not tree.accuses(teller)
            found = tree.below(speaker) if (speaker := tree.subject(teller)) and not own_deed else found
        for first, at in tree.asides():  # `Valdoria, Kestria claims, shelled Brod`
            found = set(range(first, at)) if at != event.token.i else found
        for at in tree.marks.get("according", ()):
            comma = next((place for place in range(at, len(tree.doc)) if tree.lows[place] == ","), at + 8)
            found |= set(range(at, comma))
        return found

    @cached_property
    def people(self) -> set[int]:
        """The words of registered names, but for a body at which something happens: `at the White House`."""
        lows, at = self.tree.lows, self.tree.grammar.classes["at"]
        bodies = {id for id, actor in self.register.actors.items() if actor.kind == "government-body"}
        where = {words.start for words, ids in self.named if at & {*lows[max(0, words.start - 2) : words.start]}}
        return {one for words, ids in self.named if words.start not in where or ids[0] not in bodies for one in words}

    def place(self, event: Event) -> str:
        """The names after `in`, `at`, `near` … that hang on an event most closely; empty if there are none."""
        tree, near = self.tree, [event.token]
        found: list[Token] = []
        for _ in range(3):  # farther below it is the place of something else
            found = found or [one for token in near for one in self._places(token)]
            near = [one for token in near for one in token.children if one.i not in tree.in_date | tree.verbs.keys()]
        if not found:
            return ""
        first = last = min(found, key=lambda one: (one.i < event.token.i, one.i))
        while joined := [one for one in tree.children(last, "joined") if one.pos_ == "PROPN"]:
            last = joined[-1]  # `in Nubar and Kora`
        return tree.words(tree.name_around(first).start, tree.name_around(last).stop).strip(" -")

    def _places(self, token: "Token") -> Iterator["Token"]:
        """Names of places that hang on a word; `in the city of Nubar` is Nubar, `in the Mission in Nubar` as well."""
        tree, no_place = self.tree, self.people | self.tree.in_date
        placing, at = tree.grammar.classes["placing"], tree.grammar.classes["at"]
        for preposition, noun in tree.phrases(token):
            if preposition in placing:
                body = tree.is_one_of(noun, "bodies") and preposition not in at
                inside = (inner for low, inner in tree.phrases(noun) if not body or low in placing)
                names = [noun] if noun.pos_ == "PROPN" and noun.i not in no_place and not body else inside
                yield from (one for one in names if one.pos_ == "PROPN" and one.i not in no_place)

    def casualties(self, event: Event) -> tuple[Casualties, ...]:
        """How many people a clause says were killed, injured or captured, by side where one is named."""
        tree, above = self.tree, self.tree.verb_above(event.token)
        own = {event.token.i}
        if event.verb is None and above is not None and above.tense in PAST_TENSES:
            own.add(above.token.i)
        sides: dict[str, dict[str, Count]] = {}
        for verb in (one for one in tree.verbs.values() if _belongs(tree, one, own) and not one.negated):
            done_to = verb.passive or tree.is_one_of(verb.token, "dying")
            people = [tree.subject(verb)] if done_to else tree.children(verb.token, "object")
            toll = next((one for one in TOLLS if tree.is_one_of(verb.token, one)), "")
            for noun in (one for one in people if toll and one is not None and one.pos_ in NOUNS):
                if count := _count(tree, noun):
                    sides.setdefault(self._whose(noun), {})[toll] = count
        return tuple(Casualties(who=who, **tolls) for who, tolls in sides.items())

    def _whose(self, noun: "Token") -> str:
        """The one registered actor whose people they were: `two soldiers of Tavoria`, `two Tavorian soldiers`."""
        near = (noun, *self.tree.children(noun, "modifier"), *self._hanging(noun, "genitive"))
        return next((ids[0] for words, ids in self.named if len(ids) == 1 and any(one.i in words for one in near)), "")


def _belongs(tree: Tree, verb: Verb, own: set[int]) -> bool:
    """Whether a verb is the event's own or tells more of it: `killing two and injuring five`, `in which two died`."""
    first = verb.token.head if tree.role(verb.token) == "joined" else verb.token
    more = first.head.i in own and tree.role(first) in ("circumstance", "description")
    return verb.token.i in own or (more and verb.tense in ("ing", "past"))


def _count(tree: Tree, noun: "Token") -> Count | None:
    """The number of people that a noun is counted with; nothing for `some twenty` or `dozens`.

    It is the least where the text says so, or others are named beside them: `two men and a child`.
    """
    for number in filter(tree.is_number, noun.lefts):
        told = tree.has("at_least", number.i - 2, number.i)
        word = tree.lows[number.i].replace(",", "")
        count = int(word) if word.isdecimal() and len(word) <= LONGEST else tree.grammar.numbers.get(word)
        if count is not None and (told or not list(number.children)):
            return Count(low=count, high=None if told or tree.children(noun, "joined") else count)
    return None
