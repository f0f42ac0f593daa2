"""What a sentence says of an event beside its date: the words to quote, the place, and how many were killed or hurt."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.clauses import end_of, start_of_joined
from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

SAVES = 4
"""A quote is cut only where that saves as many words."""
Casualty = tuple[str, str, int]
"""Whose people they were, in words; what happened to them; how many."""


def predicate(tree: Tree, event: Event) -> str:
    """The words of the verb or noun that an event was found by."""
    first = event.verb.first if event.verb else event.token.i
    return tree.words(min(first, event.token.i), event.token.i + 1)


def quoted_words(tree: Tree, event: Event) -> str:
    """The clause of an event with its date, where it is one stretch of the sentence; else the whole sentence."""
    verb = event.verb
    own = verb is not None and verb.finite and tree.children(verb.token, "subject")
    if verb is None or not own or event.mood.teller is not None or _depends(tree, verb):
        return tree.text
    first = start_of_joined(tree, verb.token) if tree.role(verb.token) in ("joined", "aside") else 0
    last = end_of(tree, verb)
    while first < verb.first and tree.hangs_as(tree.doc[first], "coordinator", "sign"):
        first += 1
    last = len(tree.doc) if tree.lows[last : last + 1] in ([":"], ["."]) else last
    words, dates = tree.words(first, last), {at for dated in event.dates for at in tree.tokens_of(dated)}
    opened = sum(words.count(mark) for mark in '"“”«»') % 2
    cut = len(tree.doc) - (last - first) >= SAVES and dates <= set(range(first, last)) and not opened
    return words if cut else tree.text


def _depends(tree: Tree, verb: Verb) -> bool:
    """Whether a clause says something else without the one that it hangs on."""
    hedges = ("alleged", "according", "unproven", "untrue", "at_no_time")
    return tree.role(verb.token) in ("content", "circumstance", "description") or any(map(tree.has, hedges))


def place_of(tree: Tree, event: Event, people: set[int]) -> str:
    """The name after `in`, `at`, `near` … that hangs on an event most closely; empty if there is none.

    `people` are words that name somebody and no place.
    """
    found = _places(tree, event.token, people, depth=3)
    after = [token for token in found if token.i > event.token.i] or found
    name = tree.name_around(after[0]) if after else range(0)
    return tree.words(name.start, name.stop).strip(" -") if name else ""


def _places(tree: Tree, token: "Token", people: set[int], depth: int) -> list["Token"]:
    """Names of places below a word; `in the city of Nubar` is Nubar, `in the Mission in Nubar` as well."""
    found: list[Token] = []
    placing = tree.grammar.classes["placing"]
    for preposition, noun in tree.phrases(token):
        if preposition in placing:
            body = tree.is_one_of(noun, "bodies") and preposition not in tree.grammar.classes["at"]
            if noun.pos_ == "PROPN" and noun.i not in tree.in_date and noun.i not in people and not body:
                found.append(noun)
            else:
                inside = (inner for low, inner in tree.phrases(noun) if not body or low in placing)
                found += [inner for inner in inside if inner.pos_ == "PROPN" and inner.i not in people]
    if depth > 1 and not found:
        for child in token.children:
            if child.i not in tree.verbs and child.i not in tree.in_date:
                found += _places(tree, child, people, depth - 1)
    return sorted((one for one in found if one.i not in tree.in_date), key=lambda one: one.i)


def casualties_of(tree: Tree, event: Event) -> tuple[Casualty, ...]:
    """How many people a clause says were killed, injured or captured, each count with the word for whose they were."""
    found = []
    for verb in (one for one in tree.verbs.values() if _belongs(tree, one, event)):
        toll = next(
            (toll for toll in ("killed", "injured", "captured", "released") if tree.is_one_of(verb.token, toll)), ""
        )
        subject = tree.subject(verb)
        intransitive = tree.is_one_of(verb.token, "dying")
        people = (
            [subject] if (verb.passive or intransitive) and subject is not None else tree.children(verb.token, "object")
        )
        for noun in people if toll else ():
            count = _count(tree, noun)
            if count is not None and not verb.negated:
                found.append((_whose(tree, noun), toll, count))
    return tuple(dict.fromkeys(found))


def _belongs(tree: Tree, verb: Verb, event: Event) -> bool:
    """Whether a verb is the event's own or a participle such as `killing two` below it."""
    if verb.token.i == event.token.i:
        return True
    near = verb.token.head
    return (
        near.i == event.token.i
        and tree.role(verb.token) in ("circumstance", "joined", "description")
        and verb.tense in ("ing", "reduced", "past")
    )


def _count(tree: Tree, noun: "Token") -> int | None:
    """The exact number of people that a noun is counted with; nothing for `at least two` or `dozens`."""
    if not tree.is_one_of(noun, "people") and noun.pos_ not in NOUNS:
        return None
    for child in (noun, *noun.children):
        if tree.is_number(child) and not list(child.children):
            word = tree.lows[child.i].replace(",", "").replace(" ", "")
            return int(word) if word.isdecimal() and word.isascii() else tree.grammar.numbers.get(word)
    return None


def _whose(tree: Tree, noun: "Token") -> str:
    """The word that says whose people they were: `two Tavorian soldiers`."""
    names = [child for child in tree.children(noun, "modifier") if child.text[:1].isupper()]
    return tree.words(names[0].i, names[0].i + 1) if names else ""
