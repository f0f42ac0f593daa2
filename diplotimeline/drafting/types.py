"""The type of an event: by its verb and what it is done to, or by its noun."""

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.vocabulary import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

OTHER = "other"
STATE = "state"
NEAR = 5
NAME, PERSON = "NAME", "PERSON"
"""They stand in a phrase of the tables for the name of somebody or of a place, `took Kora`, and for an office."""
EMPTY: Mapping[int, str] = {}
BY_MINES = frozenset(("hostilities", "abuse", OTHER))


def nouns_of(tree: Tree) -> dict[int, str]:
    """The nouns that name events, by their place, each with its type; in a phrase the word that others hang on."""
    found: dict[int, str] = {}
    place = 0
    while place < len(tree.lows):
        type, length = next(iter(tree.grammar.nouns.at(place, tree.lows, tree.lemmas)), ("", 1))
        head = tree.doc[place : place + length].root
        names = head.pos_ in NOUNS or (head.tag_ == "VBG" and tree.is_definite_word(place))
        # in `detention centre` and `Front for Liberation` the noun is only a description
        described = tree.hangs_as(head, "compound") or any(tree.is_one_of(one, "bodies") for one in _nouns_above(head))
        if type and names and head.i not in tree.in_date and not described:
            found[head.i] = type
        place += length
    return found | {at: _of_hollow(tree, tree.doc[at], found) for at in found}


def _nouns_above(noun: "Token") -> list["Token"]:
    """The nouns that a noun hangs on, the nearest first, up to the first verb."""
    return list(takewhile(lambda one: one.pos_ in (*NOUNS, "ADJ", "ADP"), noun.ancestors))


def _of_hollow(tree: Tree, noun: "Token", nouns: Mapping[int, str]) -> str:
    """`the arrival of refugees`, `the extension of the truce`: what is below such a noun says more than it does."""
    grammar = tree.grammar
    below = [inner for _, inner in tree.phrases(noun)] if tree.is_one_of(noun, "hollow") else []
    return _type_among(below, tree, grammar.things, grammar.matters, nouns=nouns) or nouns[noun.i]


def type_of_verb(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """The type of what a verb tells, by the first rule that knows one, or none; `state` where nothing happens."""
    return next(filter(None, (rule(tree, verb, nouns) for rule in RULES.values())), "")


def _of_copula(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`was under fire`: a state, unless the table knows better; a participle that the model took for one is a verb."""
    known = verb.token.pos_ == "VERB" or verb.lemma in tree.grammar.verbs or tree.is_one_of(verb.token, "moving")
    if known or not tree.children(verb.token, "copula"):
        return ""
    return next((type for type, _ in tree.grammar.copular.at(verb.token.i, tree.lows, tree.lemmas)), STATE)


def _of_inner_verb(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`began to withdraw`, `were forced to flee`, `quipped that they had left`; `reports say that they fled`."""
    inner = next((tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs), None)
    subject = tree.subject(verb)
    reports = subject is not None and tree.is_one_of(subject, "reports")
    begins = tree.is_one_of(verb.token, "starting") or _by_phrase(tree, verb)[1] in ("", OTHER)
    if inner is None or not (reports or begins):
        return ""
    that = next((one for one in tree.children(inner.token, "opener") if tree.is_one_of(one, "that")), None)
    if that is None or reports:
        return type_of_verb(tree, inner, nouns)
    before = tree.doc[that.i - 1]
    return "" if before.pos_ in NOUNS and before.i not in tree.in_date else "statement"  # `at the talks that they hold`


def _is_light(tree: Tree, verb: Verb) -> bool:
    """`hold`, `a visit is planned`, a verb that the table does not know: they say less than what they are said of."""
    planned = verb.passive and tree.is_one_of(verb.token, "planning")
    return planned or _by_phrase(tree, verb)[1] in ("", OTHER) or tree.is_one_of(verb.token, "light", "observing")


def _of_phrase(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`open fire`: a verb with the words that hang on it."""
    phrase, type = _by_phrase(tree, verb)
    return type if phrase and type != OTHER else ""


def _by_phrase(tree: Tree, verb: Verb) -> tuple[frozenset[str], str]:
    """The longest phrase of the tables that a verb makes with the words that hang on it, and the type of it."""
    entries = tree.grammar.verbs.get(verb.lemma, ())
    near = _near(tree, verb) if any(words for words, _ in entries) else frozenset()
    return next((entry for entry in entries if entry[0] <= near), (frozenset(), ""))


def _near(tree: Tree, verb: Verb) -> frozenset[str]:
    """The words that hang on a verb, and those that stand for a name and an office."""
    told = {at for at, one in tree.verbs.items() if one.finite}
    after = (one for one in tree.doc[verb.token.i + 1 : verb.token.right_edge.i + 1] if one.i not in told)
    behind = [one for one in after if tree.verb_above(one) == verb]
    done_to = _done_to(tree, verb)
    near = {form for one in (*verb.token.lefts, *behind, *done_to) for form in (tree.lows[one.i], tree.lemmas[one.i])}
    if any(noun.pos_ == "PROPN" or (noun.pos_ == "ADJ" and noun.is_title) for noun in done_to):
        near.add(NAME)
    met = done_to or behind  # the model loses objects
    if any(tree.is_one_of(one, "person_titles", "guests") for noun in met for one in (noun, *noun.lefts)):
        near.add(PERSON)
    return frozenset(near)


def _done_to(tree: Tree, verb: Verb) -> list["Token"]:
    """What something is done to: the objects, the subject of a passive, or what a clause describes; or who arrives."""
    own = next(iter(tree.children(verb.token, "subject")), None)
    described = verb.tense == "reduced" or (own is not None and not tree.is_one_of(own, "relative"))
    first = tree.subject(verb) if verb.passive or tree.is_one_of(verb.token, "arriving", "beginning") else None
    if first is None and described and not tree.objects(verb):
        first = tree.noun_of(verb)  # `the statement that they released`
    return [*tree.objects(verb), *filter(None, [first])]


def _of_talks(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`discussed the truce`, `discussed it in a phone call`, `the Secretary and the Minister spoke`."""
    subject = tree.subject(verb)
    several = subject is not None and any(tree.is_one_of(one, "and") for one in subject.subtree)
    if several and tree.is_one_of(verb.token, "conversing"):
        return "call"
    return ("call" if "call" in nouns.values() else "meeting") if tree.is_one_of(verb.token, "discussing") else ""


def _of_matter(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`impose sanctions`, `the truce took effect`: what is dealt with says more than the verb."""
    if not tree.is_one_of(verb.token, "dealing"):
        return ""
    subject = None if verb.passive or tree.objects(verb) else tree.subject(verb)
    return _type_among([*_done_to(tree, verb), *filter(None, [subject])], tree, tree.grammar.matters)


def _of_noun(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`held a meeting`, `brought 40 howitzers`, `the truce collapsed`, `died in a raid`: what it is said of."""
    if not _is_light(tree, verb):
        return ""
    grammar = tree.grammar
    things = [grammar.things, grammar.matters]
    things += [grammar.movables] if tree.is_one_of(verb.token, "moved", "arriving") else []
    inside = (tree.doc[at] for at in nouns if not grammar.classes["amid"].isdisjoint(tree.lows[max(0, at - NEAR) : at]))
    around = [*filter(None, [tree.subject(verb)]), *(one for one in inside if tree.verb_above(one) == verb)]
    done_to = _type_among(_done_to(tree, verb), tree, *things, nouns=nouns)
    return done_to or _type_among(around, tree, grammar.matters, nouns=nouns)


def type_of_thing(tree: Tree, noun: "Token") -> str:
    """`3 June: truce between Vestra and Orland`: what a noun that is no event says of what happened."""
    return _type_among([noun], tree, tree.grammar.things, tree.grammar.matters)


def _type_among(near: Iterable["Token"], tree: Tree, *tables: Lexicon[str], nouns: Mapping[int, str] = EMPTY) -> str:
    """The type of the first noun, or of what hangs on it, that is an event or in a table: `a wave of raids`."""
    of = tree.grammar.classes["genitive"]
    for noun in near:
        for one in (noun, *(inner for low, inner in tree.phrases(noun) if low in of), *tree.children(noun, "joined")):
            counted = tree.lows[one.i] in tree.grammar.numbers  # the model takes the figure for the noun
            places = range(max(0, one.i - 2), min(one.i + 1 + counted, len(tree.lows)))  # `cease-fire` is three words
            known = (
                type
                for at in places
                for table in tables
                for type, length in table.at(at, tree.lows, tree.lemmas)
                if at + length >= one.i
            )
            if type := nouns.get(one.i) or next(known, ""):
                return type
    return ""


def by_mines(tree: Tree, token: "Token", type: str) -> str:
    """Deaths and damage by mines and blasts are explosions."""
    named = tree.has("mines", token.left_edge.i, token.right_edge.i + 1)
    return "explosion" if type in BY_MINES and named else type


def _of_verb(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`bombed`: the verb alone, or what the model took for one: French `affrontement`."""
    taken = (type for type, _ in tree.grammar.nouns.at(verb.token.i, tree.lows))
    phrase, type = _by_phrase(tree, verb)
    return "" if phrase and type != OTHER else type or next(taken, "")


RULES: dict[str, Callable[[Tree, Verb, Mapping[int, str]], str]] = {
    "copula": _of_copula,
    "talks": _of_talks,
    "matter": _of_matter,
    "phrase": _of_phrase,
    "beginning": _of_inner_verb,
    "noun": _of_noun,
    "verb": _of_verb,
}
"""The rules by name; the first that knows a type decides."""
