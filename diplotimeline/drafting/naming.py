"""Who takes part in an event, on whose word it is told, where it was, and how many were killed or hurt.

Who takes part is known out of a register, by name, alias or surname, or proposed without one. A surname that two
registered people share is a question. Who only speaks of an event, or judges it, takes no part in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from diplotimeline.characters import slug
from diplotimeline.drafting.expressions import NAME, Lexicon, Tagged, Vocabulary, Word, lexicon_of_names, tokens
from diplotimeline.drafting.grammar import PAST_TENSES, Tree
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.telling import Event
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.values import Actor
from diplotimeline.suggest import is_state

TOLLS = ("killed", "injured", "captured", "released")
Ids = tuple[str, ...]
Shared = tuple[tuple[str, Ids], ...]  # names that several registered people share, each with their ids


class Register:
    """The actors of a timeline, looked up by the words that name them."""

    def __init__(self, actors: Mapping[str, Actor], vocabularies: Sequence[Vocabulary]) -> None:
        self.actors = actors
        offices = {word for one in vocabularies for word in one.text["offices"]}
        self.leading = {word for one in vocabularies for kind in ("of", "of_the") for word in one.dates.get(kind, ())}
        names = [(name, id) for id, actor in actors.items() for name in (actor.name, *actor.aliases)]
        self.no_surnames = offices | {name for name, id in names if actors[id].kind != "person"}
        known = {word for actor in actors.values() for word in f"{actor.name} {actor.office}".split()}
        self.may_lead = offices.union(known, *(one.text["openers"] for one in vocabularies))  # before a surname
        surnames = [(words[-1], id) for name, id in names if self._ends_in_surname(id, words := name.split())]
        self.by_words = Lexicon((tokens(name), (name, id)) for name, id in (*names, *surnames))
        self.names = lexicon_of_names(name for name, _ in names)

    def _ends_in_surname(self, id: str, words: list[str]) -> bool:
        """Whether a name is that of a person and ends in a surname: not `Emir of Nubar`, `Tavorian Prime Minister`."""
        before, last = ["", *words][-2:]
        somebody = self.actors[id].kind == "person" and last[0].isupper()
        return somebody and before.lower() not in self.leading and last not in self.no_surnames and not is_state(last)

    def named(self, tagged: Tagged) -> Iterator[Word]:
        """The names in a sentence in their order, each with the actors that it may mean."""
        raw, lows, place = tagged.raw, [word.low for word in tagged.raw], 0
        written = ["" if one.start in tagged.in_date else tagged.text[one.start : one.end] for one in raw]
        while place < len(raw):
            fitting = [one for one in self.by_words.at(place, lows) if self._is_meant(*one[0], written, place)]
            length = fitting[0][1] if fitting else 1
            if ids := dict.fromkeys(id for (_, id), words in fitting if words == length):
                yield Word(lows[place], raw[place].start, raw[place + length - 1].end, NAME, tuple(ids))
            place += length

    def _is_meant(self, name: str, id: str, written: list[str], place: int) -> bool:
        """Whether `US` is not `us`, and a surname stands alone: `Gen. Sol`, `Ana J. Sol`, but not `Maria Sol`."""
        pairs = ((one, there) for one, there in zip(tokens(name), written[place:], strict=False) if not one.islower())
        one, there = next(pairs, ("", ""))
        before = [one for one in written[:place][-3:] if one != "."]
        if len(before) > 1 and len(before[-1]) == 1 and before[-2][:1].isupper():
            before = before[:-1]
        word = before[-1] if before else ""
        alone = not word[:1].isupper() or not {word, word.rstrip("s")}.isdisjoint(self.may_lead)
        is_whole = name in (self.actors[id].name, *self.actors[id].aliases)
        return (is_whole or alone) and (one == there or (there[:1].isupper() and not one.isupper()))


class Participants:
    """Who is named in a sentence, with the words of the names, and whom each may mean."""

    def __init__(self, tree: Tree, register: Register) -> None:
        self.tree, self.register = tree, register
        self.named: list[tuple[range, Ids]] = []
        for words, ids in ((tree.tokens_of(one), one.value) for one in register.named(tree.tagged)):
            led = tree.grammar.classes["at"].intersection(tree.lows[max(0, words.start - 2) : words.start])
            if not led or register.actors[ids[0]].kind != "government-body":  # it happens `at the White House`
                self.named.append((words, ids))

    def actors(self, event: Event) -> tuple[Ids, Shared]:
        """Who takes part, and names that may be one or the other; not the state of which somebody is the minister."""
        tree = self.tree
        between = event.verb is None and self._hanging("between", event.token)  # `following the call between them`
        inside = (tree.below(event.token) if between else tree.told_together(event.token)) - self._outside(event)
        near = [(words, ids) for words, ids in self.named if words.start in inside]
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
        names = (one for one in subject.subtree if one.text[0].isupper()) if subject else ()
        return any(one.pos_ == "PROPN" or (one.pos_ == "ADJ" and one.i) for one in names)  # not a `Many` at the start

    def one_of(self, places: set[int]) -> str:
        """The first registered actor that is surely named among some words."""
        return next((ids[0] for words, ids in self.named if len(ids) == 1 and not places.isdisjoint(words)), "")

    def proposed(self, event: Event) -> tuple[tuple[str, Actor], ...]:
        """Those who do something in an event, to whom or with whom it is done, for a person to judge, with an id."""
        tree, token, outside = self.tree, event.token, self._outside(event)
        places, objects = tree.is_one_of(token, "over_places"), tree.children(token, "object")  # `visited Kora`
        objects = self._hanging("together", *objects) if places else objects  # `reached an agreement with Vestra`
        subject = tree.subject(event.verb) if event.verb else None
        owners = [subject] if subject else self._hanging("belonging", *([] if event.verb else [token]))
        heads = [*owners, *objects, *self._hanging("taking_part", token)]
        for head in heads:  # and those named together with them, found one after the other
            heads += [*tree.children(head, "joined", "apposition"), *self._hanging("together", head)]
        found = (self._proposal(head) for head in heads if head.i not in outside | tree.in_brackets)
        return tuple((slug(one.name, "actor"), one) for one in dict.fromkeys(filter(None, found)))

    def _hanging(self, prepositions: str, *tokens: Token) -> list[Token]:
        """The nouns that hang on words by certain prepositions."""
        of_class = self.tree.grammar.classes[prepositions]
        return [noun for one in tokens for preposition, noun in self.tree.phrases(one) if preposition in of_class]

    def _proposal(self, head: Token) -> Actor | None:
        """The name that a word is in, without the office before it; none for `a Kestrian`, `five Kestrians`."""
        tree, (name, kind) = self.tree, self.tree.name_around(head)
        some = any(tree.is_number(one) or tree.is_one_of(one, "unknown") for one in head.lefts)
        others = [one for one in tree.doc[head.i + 1 : name.start] if tree.is_one_of(one, "person_titles")]
        served = any(one.nbor(-1).pos_ in ("ADP", "DET") and not tree.is_one_of(one.nbor(), "fields") for one in others)
        words = [tree.doc[at] for at in name]
        known = kind == "person" or (kind and len(name) > 1) or any(one.pos_ == "PROPN" for one in words)
        some |= any(one.is_digit for one in tree.doc[name.stop : name.stop + 1])  # `by Executive Order 12`
        if not (name and known) or some or served or any(tree.is_one_of(one, "events") for one in words):
            return None
        return Actor(name=tree.words(name.start, name.stop), kind="person" if kind == "person" else None)

    def _outside(self, event: Event) -> set[int]:
        """The words that name who only speaks of an event, or judges it."""
        tree = self.tree
        judging = [verb for verb in tree.verbs_above(event.token) if tree.is_one_of(verb.token, "reacting")]
        return self.speaking(event).union(*(tree.below(verb.token) - tree.below(event.token) for verb in judging))

    def speaking(self, event: Event) -> set[int]:
        """The words that name on whose word an event is told, `according to the Ministry`; none of own deeds."""
        tree, above = self.tree, self.tree.verb_above(event.token)
        blamed = above if above and not event.verb and tree.accuses(above) else None  # `blamed Kestria for the attack`
        teller = event.mood.teller or blamed
        own = tree.subject(event.verb) if event.verb else None
        found = {place for first, at in tree.asides() if at != event.token.i for place in range(first, at)}
        if not found and teller is not None and not teller.passive and (speaker := tree.subject(teller)):
            own_deed = own is not None and tree.is_one_of(own, "third") and not tree.accuses(teller)
            found = set() if own_deed else tree.below(speaker)
        commas = [*tree.lows, ","]
        return found.union(*(range(at, min(commas.index(",", at), at + 8)) for at in tree.marks.get("according", ())))

    def place(self, event: Event) -> str:
        """The names after `in`, `at`, `near` … that hang on an event most closely; `in the city of Nubar` is Nubar."""
        tree, near = self.tree, [event.token]
        found: list[Token] = []
        bodies = [one for one in tree.doc if tree.is_one_of(one, "bodies")]
        inside = (words for one in bodies for words in (tree.below(one), tree.name_around(one)[0]))
        no_place = tree.in_date.union(*inside, *(words for words, _ in self.named))
        for _ in range(3):  # farther below it is the place of something else
            led = self._hanging("placing", *near)
            names = [one for noun in led for one in (noun, *(inner for _, inner in tree.phrases(noun)))]
            found = found or [one for one in names if one.pos_ == "PROPN" and one.i not in no_place]
            near = [one for token in near for one in token.children if one.i not in tree.in_date | tree.verbs.keys()]
        last = found[:1]
        while joined := [one for end in last for one in tree.children(end, "joined") if one.pos_ == "PROPN"]:
            last = joined[-1:]  # `in Nubar and Kora`
        whole = [*filter(None, (tree.name_around(one)[0] for one in (*found[:1], *last)))]
        return tree.words(whole[0].start, whole[-1].stop) if whole else ""

    def casualties(self, event: Event) -> tuple[Casualties, ...]:
        """How many a clause says were killed, injured, captured or released, by side."""
        tree = self.tree
        sides: dict[str, dict[str, Count]] = {}
        for word, people in self._harmed(event):
            for toll, noun in product((one for one in TOLLS if tree.is_one_of(word, one)), people):
                near = (noun, *tree.children(noun, "modifier"), *self._hanging("genitive", noun))
                if count := _count(tree, noun):  # `two soldiers of Tavoria`, `two Tavorian soldiers`
                    sides.setdefault(self.one_of({one.i for one in near}), {}).setdefault(toll, count)
        return tuple(Casualties(who=who, **tolls) for who, tolls in sides.items())

    def _harmed(self, event: Event) -> Iterator[tuple[Token, list[Token]]]:
        """The verbs of an event, each with those whom it harms: `killing two`, `where two died`."""
        tree, governor = self.tree, event.verb or self.tree.verb_above(event.token)
        own = {event.token.i} | ({governor.token.i} if governor and governor.tense in PAST_TENSES else set())
        for token, verb in ((one.token, one) for one in tree.verbs.values() if not one.negated):
            free = tree.role(token) == "joined" and not (verb.passive or tree.children(token, "subject"))
            more = free or (verb.tense in ("ing", "past") and tree.role(token) in ("circumstance", "description"))
            if token.i in own or (more and token.head.i in own):
                own.add(token.i)
                subject = tree.subject(verb) if verb.passive or tree.is_one_of(token, "dying") else None
                yield token, [subject] if subject else tree.children(token, "object")


def _count(tree: Tree, noun: Token) -> Count | None:
    """How many people a noun is counted with, at least: `two men and a child`; nothing for `some twenty`, `dozens`."""
    figures = (one for left in (noun, *noun.lefts) for one in left.lefts if tree.is_number(one))
    for number in figures:
        around = tree.doc[max(0, number.i - 1) : number.i + 2]
        if any(one.text == "-" or one.is_currency for one in around) or tree.has("inexact", number.i - 2, number.i):
            continue  # `five-time winner`, `released $300 million`, French `plus de 80`
        told = tree.has("at_least", number.i - 2, number.i)
        word = tree.lows[number.i].replace(",", "")
        count = int(word) if word.isdecimal() and len(word) < 10 else tree.grammar.numbers.get(word)
        if count is not None and (told or all(tree.is_one_of(one, "exact") for one in number.children)):
            return Count(low=count, high=None if told or tree.children(noun, "joined") else count)
    return None
