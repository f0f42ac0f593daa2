"""What a sentence says of an event beside its date: the words to quote, the place, and how many were killed or hurt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.telling import Event
from diplotimeline.record.casualties import Casualties, Count

if TYPE_CHECKING:
    from spacy.tokens import Token

SAVES = 4
"""A quote is cut only where that saves as many words."""
HEDGES = ("alleged", "according", "unproven", "untrue", "at_no_time")
TOLLS = ("killed", "injured", "captured", "released")
Named = Sequence[tuple[range, tuple[str, ...]]]
"""The words of registered names, and the ids of those whom each may mean."""


def predicate(tree: Tree, event: Event) -> str:
    """The words of the verb or noun that an event was found by."""
    first = event.verb.first if event.verb else event.token.i
    return tree.words(min(first, event.token.i), event.token.i + 1)


def below(token: "Token") -> set[int]:
    """A word and all that hangs on it."""
    return {one.i for one in token.subtree}


def told_together(tree: Tree, token: "Token", between: str = ";:") -> set[int]:
    """The words between signs around a word, without joined clauses with a subject in which it does not stand."""
    found = set(range(*tree.part(token.i, between)))
    for verb in tree.verbs.values():
        if tree.role(verb.token) == "joined" and tree.children(verb.token, "subject"):
            found = found & below(verb.token) if token.i in below(verb.token) else found - below(verb.token)
    return found


def quoted_words(tree: Tree, event: Event) -> str:
    """The words told together with an event, where they are one stretch with its date; else the whole sentence."""
    words = told_together(tree, event.token, between=";")
    first, last = min(words), max(words) + 1
    while tree.hangs_as(tree.doc[first], "coordinator", "sign"):
        first += 1
    while tree.hangs_as(tree.doc[last - 1], "coordinator") or tree.lows[last - 1] == ",":
        last -= 1
    last = last if any(one.is_alpha for one in tree.doc[last:]) else len(tree.doc)
    needed = {*range(first, last), *(at for dated in event.dates for at in tree.tokens_of(dated))}
    text = tree.words(first, last)
    depends = event.mood.teller is not None or any(map(tree.has, HEDGES))
    unclear = sum(map(text.count, '"“”«»')) % 2 or any(tree.is_one_of(tree.doc[at], "third") for at in words)
    cut = len(tree.doc) - (last - first) >= SAVES and needed <= words and not depends and not unclear
    return text if cut else tree.text


def place_of(tree: Tree, event: Event, people: set[int]) -> str:
    """The names after `in`, `at`, `near` … that hang on an event most closely; empty if there are none.

    `people` are words that name somebody and no place.
    """
    found = sorted(_places(tree, event.token, people, depth=3), key=lambda one: (one.i < event.token.i, one.i))
    if not found:
        return ""
    last = found[0]
    while joined := [one for one in tree.children(last, "joined") if one.pos_ == "PROPN"]:
        last = joined[-1]  # `in Nubar and Kora`
    return tree.words(tree.name_around(found[0]).start, tree.name_around(last).stop).strip(" -")


def _places(tree: Tree, token: "Token", people: set[int], depth: int) -> list["Token"]:
    """Names of places below a word; `in the city of Nubar` is Nubar, `in the Mission in Nubar` as well."""
    found: list[Token] = []
    placing, at = tree.grammar.classes["placing"], tree.grammar.classes["at"]
    for preposition, noun in tree.phrases(token):
        body = tree.is_one_of(noun, "bodies") and preposition not in at
        inside = (inner for low, inner in tree.phrases(noun) if not body or low in placing)
        names = [noun] if noun.pos_ == "PROPN" and noun.i not in people and not body else inside
        found += [one for one in names if preposition in placing and one.pos_ == "PROPN" and one.i not in people]
    apart = tree.in_date | tree.verbs.keys()
    if depth > 1 and not found:
        nearer = (child for child in token.children if child.i not in apart)
        found = [one for child in nearer for one in _places(tree, child, people, depth - 1)]
    return [one for one in found if one.i not in tree.in_date]


def casualties_of(tree: Tree, event: Event, named: Named) -> tuple[Casualties, ...]:
    """How many people a clause says were killed, injured or captured, by side where one is named."""
    sides: dict[str, dict[str, Count]] = {}
    above = None if event.verb else tree.verb_above(event.token)
    own = {event.token.i, above.token.i if above and above.tense in PAST_TENSES else event.token.i}
    for verb in (one for one in tree.verbs.values() if _belongs(tree, one, own) and not one.negated):
        done_to = verb.passive or tree.is_one_of(verb.token, "dying")
        people = [tree.subject(verb)] if done_to else tree.children(verb.token, "object")
        for toll in [toll for toll in TOLLS if tree.is_one_of(verb.token, toll)][:1]:
            for noun in (one for one in people if one is not None and one.pos_ in NOUNS):
                if (count := _count(tree, noun)) is not None:
                    sides.setdefault(_whose(tree, noun, named), {})[toll] = count
    return tuple(Casualties(who=who, **tolls) for who, tolls in sides.items())


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
        count = int(word) if word.isdecimal() else tree.grammar.numbers.get(word)
        if count is not None and (told or not list(number.children)):
            return Count(low=count, high=None if told or tree.children(noun, "joined") else count)
    return None


def _whose(tree: Tree, noun: "Token", named: Named) -> str:
    """The one registered actor whose people they were: `two soldiers of Tavoria`, `two Tavorian soldiers`."""
    of = [inner for low, inner in tree.phrases(noun) if low in tree.grammar.classes["genitive"]]
    near = {one.i for one in (noun, *tree.children(noun, "modifier"), *of)}
    return next((ids[0] for words, ids in named if len(ids) == 1 and not near.isdisjoint(words)), "")
