"""The type of an event: by its verb and what it is done to, or by its noun."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.vocabulary import Lexicon

OTHER = "other"
STATE = "state"
NEAR = 5
NAME, PERSON, SEVERAL = "NAME", "PERSON", "SEVERAL"
"""They stand in a phrase of the tables for a name, `took Kora`, for an office, and for several who do something."""


@lru_cache(maxsize=1)
def nouns_of(tree: Tree) -> dict[int, str]:
    """The nouns that name events, by their place, each with its type; in a phrase the word that others hang on."""
    heads = ((tree.doc[span.start : span.stop].root, type) for span, type in _phrases(tree, tree.grammar.nouns))
    found = {head.i: type for head, type in heads if _is_named(tree, head)}
    return found | {at: _of_hollow(tree, tree.doc[at], found) for at in found}


def _phrases(tree: Tree, table: Lexicon[str]) -> Iterator[tuple[range, str]]:
    """The phrases of a table that stand in a sentence."""
    place = 0
    while place < len(tree.lows):
        type, length = next(iter(table.at(place, tree.lows, tree.lemmas)), ("", 1))
        if type:
            yield range(place, place + length), type
        place += length


def _in_tables(tree: Tree, *tables: Lexicon[str]) -> dict[int, str]:
    """The types of all words in tables; the first table goes before the others."""
    return {at: type for table in reversed(tables) for span, type in _phrases(tree, table) for at in span}


def _is_named(tree: Tree, noun: Token) -> bool:
    """Whether a noun names an event; in `detention centre` and `Front for Liberation` it is only a description."""
    above = takewhile(lambda one: one.pos_ in (*NOUNS, "ADJ", "ADP"), noun.ancestors)
    described = tree.hangs_as(noun, "compound") or any(tree.is_one_of(one, "bodies") for one in above)
    named = noun.pos_ in NOUNS or (noun.tag_ == "VBG" and tree.is_definite_word(noun.i))
    return named and noun.i not in tree.in_date and not described


def _of_hollow(tree: Tree, noun: Token, nouns: dict[int, str]) -> str:
    """`the arrival of refugees`, `the extension of the truce`: what is below such a noun says more than it does."""
    below = [inner for _, inner in tree.phrases(noun)] if tree.is_one_of(noun, "hollow") else []
    known = _in_tables(tree, tree.grammar.matters, tree.grammar.things)
    return _first_type(tree, below, known | nouns) or nouns[noun.i]


def type_of_verb(tree: Tree, verb: Verb) -> str:
    """The type of what a verb tells, by the first rule that knows one, or none; `state` where nothing happens."""
    return next(filter(None, (rule(tree, verb) for rule in RULES.values())), "")


def _of_copula(tree: Tree, verb: Verb) -> str:
    """`was under fire`: a state; a participle that the model took for a noun is a verb, as the tables know."""
    known = verb.token.pos_ == "VERB" or verb.lemma in tree.grammar.verbs or tree.is_one_of(verb.token, "moving")
    return STATE if tree.children(verb.token, "copula") and not known else ""


def _of_phrase(tree: Tree, verb: Verb) -> str:
    """`open fire`: a verb with the words that hang on it."""
    phrase, type = _by_phrase(tree, verb)
    return type if phrase and type != OTHER else ""


def _by_phrase(tree: Tree, verb: Verb) -> tuple[frozenset[str], str]:
    """The longest phrase of the tables that a verb makes with the words that hang on it, and the type of it."""
    entries = tree.grammar.verbs.get(verb.lemma, ())
    near = _near(tree, verb) if any(words for words, _ in entries) else frozenset()
    return next((entry for entry in entries if entry[0] <= near), (frozenset(), ""))


def _near(tree: Tree, verb: Verb) -> frozenset[str]:
    """The words that hang on a verb, and those that stand for a name, an office and several who do it."""
    below = [one for one in verb.token.subtree if one.i > verb.token.i and tree.verb_above(one) == verb]
    behind = [one for one in below if one.i not in tree.verbs or not tree.verbs[one.i].finite]
    done_to, subject = _done_to(tree, verb), tree.subject(verb)
    near = {form for one in (*verb.token.lefts, *behind, *done_to) for form in (tree.lows[one.i], tree.lemmas[one.i])}
    if any(noun.pos_ == "PROPN" or (noun.pos_ == "ADJ" and noun.is_title) for noun in done_to):
        near.add(NAME)
    met = done_to or behind  # the model loses objects
    if any(tree.is_one_of(one, "person_titles", "guests") for noun in met for one in (noun, *noun.lefts)):
        near.add(PERSON)
    if subject is not None and tree.children(subject, "joined"):
        near.add(SEVERAL)
    return frozenset(near)


def _done_to(tree: Tree, verb: Verb) -> list[Token]:
    """What something is done to: the objects, the subject of a passive, or what a clause describes; or who arrives."""
    own, objects = next(iter(tree.children(verb.token, "subject")), None), tree.objects(verb)
    relative = own is not None and tree.is_one_of(own, "relative")
    if verb.passive or tree.is_one_of(verb.token, "arriving", "beginning"):
        first = tree.noun_of(verb) if relative else tree.subject(verb)  # `sanctions that were imposed`
    else:  # `the statement that they released`
        first = tree.noun_of(verb) if not (objects or relative) and (own or verb.tense == "reduced") else None
    return [*objects, *filter(None, [first])]


def _of_inner_verb(tree: Tree, verb: Verb) -> str:
    """`began to withdraw`, `were forced to flee`, `quipped that they had left`; `reports say that they fled`."""
    inner = next((tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs), None)
    subject = tree.subject(verb)
    reports = subject is not None and tree.is_one_of(subject, "reports")
    begins = tree.is_one_of(verb.token, "starting") or _by_phrase(tree, verb)[1] in ("", OTHER)
    if inner is None or not (reports or begins):
        return ""
    that = tree.opener_of(inner.token) in tree.grammar.classes["that"]
    return "statement" if that and not reports else type_of_verb(tree, inner)


def _of_matter(tree: Tree, verb: Verb) -> str:
    """`impose sanctions`, `the truce took effect`: what is dealt with says more than the verb."""
    if not tree.is_one_of(verb.token, "dealing"):
        return ""
    dealt = _done_to(tree, verb) or filter(None, [tree.subject(verb)])
    return _first_type(tree, dealt, _in_tables(tree, tree.grammar.matters))


def _of_noun(tree: Tree, verb: Verb) -> str:
    """`held a meeting`, `brought 40 howitzers`, `the truce collapsed`, `died in a raid`: what it is said of."""
    planned = verb.passive and tree.is_one_of(verb.token, "planning")
    unknown = _by_phrase(tree, verb)[1] in ("", OTHER)
    if not (planned or unknown or tree.is_one_of(verb.token, "light", "observing")):
        return ""
    grammar, nouns = tree.grammar, nouns_of(tree)
    moved = [grammar.movables] if tree.is_one_of(verb.token, "moved", "arriving") else []
    amid = (at for at in nouns if not grammar.classes["amid"].isdisjoint(tree.lows[max(0, at - NEAR) : at]))
    inside = (tree.doc[at] for at in amid if tree.verb_above(tree.doc[at]) == verb)
    around = (*filter(None, [tree.subject(verb)]), *inside)
    things = _in_tables(tree, *moved, grammar.matters, grammar.things) | nouns
    matters = _in_tables(tree, grammar.matters) | nouns
    return _first_type(tree, _done_to(tree, verb), things) or _first_type(tree, around, matters)


def type_of_thing(tree: Tree, noun: Token) -> str:
    """`3 June: truce between Vestra and Orland`: what a noun that is no event says of what happened."""
    return _first_type(tree, [noun], _in_tables(tree, tree.grammar.matters, tree.grammar.things))


def _first_type(tree: Tree, near: Iterable[Token], known: dict[int, str]) -> str:
    """The type of the first noun, or of what hangs on it, of which one is known: `a wave of raids`."""
    of = tree.grammar.classes["genitive"]
    for noun in near:
        below = (inner for low, inner in tree.phrases(noun) if low in of)
        for one in (noun, *below, *tree.children(noun, "joined", "compound")):
            counted = tree.lows[one.i] in tree.grammar.numbers  # the model takes the figure for the noun
            if type := known.get(one.i) or known.get(one.i + counted):
                return type
    return ""


def _of_verb(tree: Tree, verb: Verb) -> str:
    """`bombed`: the verb alone, or what the model took for one: French `affrontement`."""
    phrase, type = _by_phrase(tree, verb)
    return "" if phrase and type != OTHER else type or _in_tables(tree, tree.grammar.nouns).get(verb.token.i, "")


RULES: dict[str, Callable[[Tree, Verb], str]] = {
    "copula": _of_copula,
    "matter": _of_matter,
    "phrase": _of_phrase,
    "beginning": _of_inner_verb,
    "noun": _of_noun,
    "verb": _of_verb,
}
"""The rules by name; the first that knows a type decides."""
