"""The type of an event: by its verb and what it is done to, or by its noun."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import Tree, Verb
from diplotimeline.drafting.vocabulary import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

OTHER = "other"
STATE = "state"
DEEP = 3
BY_MINES = frozenset(("hostilities", "abuse", OTHER))


def nouns_of(tree: Tree) -> dict[int, str]:
    """The nouns that name events, by their place, each with its type; in a phrase the word that others hang on."""
    found: dict[int, str] = {}
    lows, lemmas = tree.lows, tree.lemmas
    place = 0
    while place < len(lows):
        match = next(iter(tree.grammar.nouns.at(place, lows, lemmas)), None)
        if match is None:
            place += 1
            continue
        type, length = match
        inside = tree.doc[place : place + length]
        head = inside.root
        if head.pos_ in ("NOUN", "PROPN") or (head.tag_ == "VBG" and tree.is_definite_word(place)):
            found[head.i] = type
        place += length
    return {at: type for at, type in found.items() if at not in tree.in_date and not _describes(tree, at)}


def _describes(tree: Tree, place: int) -> bool:
    """`detention centre`: the first of two nouns is only a description."""
    return tree.hangs_as(tree.doc[place], "compound")


def type_of_verb(tree: Tree, verb: Verb, nouns: Mapping[int, str], *, from_above: bool = False) -> str:
    """The type of what a verb tells, by the first rule that knows one; `state` where nothing happens.

    With `from_above` it is asked on behalf of the verb above it, which therefore is not asked in turn.
    """
    rules = (rule for name, rule in RULES.items() if not (from_above and name == "clause above"))
    return by_mines(tree, next(filter(None, (rule(tree, verb, nouns) for rule in rules)), OTHER))


def _of_verb_above(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`have the bridge repaired`: the participle is no deed of its own."""
    above = tree.verb_above(verb.token)
    inside = above is not None and verb.tense == "reduced" and tree.role(verb.token) == "content"
    return type_of_verb(tree, above, nouns) if inside and above is not None else ""


def _of_copula(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`was under fire`: a state, unless the table knows better."""
    if not is_copular(tree, verb):
        return ""
    return next((type for type, _ in tree.grammar.copular.at(verb.token.i, tree.lows, tree.lemmas)), STATE)


def _of_inner_verb(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`began to withdraw`."""
    inner = [tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs]
    begins = inner and tree.is_one_of(verb.token, "starting")
    return type_of_verb(tree, inner[0], nouns, from_above=True) if begins else ""


def _is_light(tree: Tree, verb: Verb) -> bool:
    """`hold`, `a visit is planned`: verbs that say less than what they are said of."""
    planned = verb.passive and tree.is_one_of(verb.token, "planning")
    return planned or _by_phrase(tree, verb)[1] == OTHER or tree.is_one_of(verb.token, "light")


def _of_noun(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`held a meeting`, `three explosions were recorded`."""
    empty = _is_light(tree, verb) and _by_phrase(tree, verb)[1] in (OTHER, STATE, "")
    return _by_noun(tree, verb, nouns) if empty or (verb.passive and tree.is_one_of(verb.token, "observing")) else ""


def _of_phrase(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`open fire`: a verb with the words that hang on it."""
    phrase, type = _by_phrase(tree, verb)
    return type if phrase and type != OTHER else ""


def is_copular(tree: Tree, verb: Verb) -> bool:
    """Whether a noun or adjective is said of the subject; a participle that the model took for one is a verb."""
    known = verb.token.pos_ == "VERB" or verb.lemma in tree.grammar.verbs or tree.is_one_of(verb.token, "moving")
    return not known and bool(tree.children(verb.token, "copula"))


def _by_phrase(tree: Tree, verb: Verb) -> tuple[frozenset[str], str]:
    """The longest phrase of the tables that a verb makes with the words that hang on it, and the type of it."""
    entries = tree.grammar.verbs.get(verb.lemma, ())
    near: frozenset[str] = frozenset()
    if any(words for words, _ in entries):
        near = _words_below(tree, verb.token, DEEP).union(tree.lemmas[noun.i] for noun in _done_to(tree, verb))
    return next((entry for entry in entries if entry[0] <= near), (near.difference(near), ""))


def _words_below(tree: Tree, token: "Token", deep: int) -> frozenset[str]:
    found: set[str] = set()
    for child in token.children:
        if tree.hangs_as(child, "subject"):
            continue
        found |= {tree.lows[child.i], tree.lemmas[child.i]}
        if deep > 1 and child.i not in tree.verbs:
            found |= _words_below(tree, child, deep - 1)
    return frozenset(found)


def _done_to(tree: Tree, verb: Verb) -> list["Token"]:
    """What something is done to: the objects, or the subject of a passive; or who arrives."""
    subject = tree.subject(verb) if verb.passive or tree.is_one_of(verb.token, "arriving") else None
    if subject is None and verb.tense == "reduced":
        subject = tree.noun_of(verb)
    return ([subject] if subject is not None else []) + tree.objects(verb)


def _by_object(tree: Tree, verb: Verb, things: Lexicon[str]) -> str:
    """The type that somebody's fire, prisoners, letters or troops give to what is done with them."""
    for noun in _done_to(tree, verb):
        for inner in (noun, *(one for _, one in tree.phrases(noun))):
            found = (type for at in (inner.i - 1, inner.i) for type, _ in things.at(at, tree.lows, tree.lemmas))
            type = next(found, "")
            if type == "prisoner-release" and tree.is_one_of(verb.token, "keeping"):
                return "detention"
            if type:
                return type
    return ""


def _of_talks(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """`discussed the truce`, `discussed it in a phone call`, `the Secretary and the Minister spoke`."""
    subject = tree.subject(verb)
    named = subject is not None and tree.names_somebody(subject)
    several = subject is not None and any(tree.is_one_of(one, "and") for one in subject.subtree)
    speak = tree.is_one_of(verb.token, "conversing") and named and several
    if not speak and not tree.is_one_of(verb.token, "discussing"):
        return ""
    return "call" if speak or "call" in nouns.values() else "meeting"


def _of_guest(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`welcomed the Prime Minister`, of an office-holder `saw` him; but `welcomed the decision`."""
    subject = tree.subject(verb)
    host = subject is not None and tree.names_somebody(subject)
    receives = tree.is_one_of(verb.token, "receiving") and (host or not tree.is_one_of(verb.token, "light"))
    guests = (one for one in _done_to(tree, verb) if one.pos_ == "PROPN" or tree.is_one_of(one, "person_titles"))
    return "meeting" if receives and any(guests) else ""


def _of_exchange(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`exchanged prisoners`, `exchanged fire`."""
    return _by_object(tree, verb, tree.grammar.things) if tree.is_one_of(verb.token, "ambiguous") else ""


def _of_matter(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`impose sanctions`, `announce a truce`: what is dealt with says more than the verb."""
    return _by_object(tree, verb, tree.grammar.matters) if tree.is_one_of(verb.token, "dealing") else ""


def _of_object(tree: Tree, verb: Verb, _: Mapping[int, str]) -> str:
    """`brought 40 howitzers to the border`."""
    return _by_object(tree, verb, tree.grammar.things) if _is_light(tree, verb) else ""


def _by_noun(tree: Tree, verb: Verb, nouns: Mapping[int, str]) -> str:
    """The type of the noun that a light verb has as object or subject."""
    subject = tree.subject(verb)
    near = [*tree.objects(verb), *([subject] if subject is not None else [])]
    near += [noun for _, noun in tree.phrases(verb.token)]
    for noun in near:
        for inner in (noun, *(one for _, one in tree.phrases(noun)), *tree.children(noun, "joined")):
            if inner.i in nouns:
                return nouns[inner.i]
    return ""


def by_mines(tree: Tree, type: str) -> str:
    """Deaths and damage by mines and blasts are explosions."""
    return "explosion" if type in BY_MINES and tree.has("mines") else type


RULES: dict[str, Callable[[Tree, Verb, Mapping[int, str]], str]] = {
    "clause above": _of_verb_above,
    "copula": _of_copula,
    "talks": _of_talks,
    "guest": _of_guest,
    "exchange": _of_exchange,
    "phrase": _of_phrase,
    "matter": _of_matter,
    "beginning": _of_inner_verb,
    "object": _of_object,
    "noun": _of_noun,
    "verb": lambda tree, verb, _: "" if tree.is_one_of(verb.token, "ambiguous") else _by_phrase(tree, verb)[1],
}
"""The rules by name; the first that knows a type decides."""
