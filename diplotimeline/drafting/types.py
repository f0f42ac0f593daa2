"""The type of an event: by its verb and what it is done to, or by its noun."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, takewhile

from diplotimeline.drafting.expressions import Lexicon
from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.parsing import Token

OTHER, STATE = "other", "state"


@lru_cache(maxsize=1)
def nouns_of(tree: Tree) -> dict[int, str]:
    """The nouns that name events, by their place, each with its type; in a phrase the word that others hang on."""
    heads = ((tree.doc[span.start : span.stop].root, type) for span, type in _phrases(tree, tree.grammar.nouns))
    found = {head.i: type for head, type in heads if type and _is_named(tree, head)}
    return found | {at: _of_hollow(tree, tree.doc[at], found) for at in found}


def _phrases(tree: Tree, table: Lexicon[str]) -> Iterator[tuple[range, str]]:
    """The words of a sentence, with those of a phrase of a table together and its type; other words have none."""
    place = 0
    while place < len(tree.lows):
        type, length = next(iter(table.at(place, tree.lows, tree.lemmas)), ("", 1))
        yield range(place, place + length), type
        place += length


@lru_cache(maxsize=8)
def _in_tables(tree: Tree, *tables: Lexicon[str]) -> dict[int, str]:
    """The types of all words in tables; the first table goes before the others."""
    return {at: type for table in reversed(tables) for span, type in _phrases(tree, table) if type for at in span}


def _is_named(tree: Tree, noun: Token) -> bool:
    """Whether a noun names an event; in `detention centre` and `Front for Liberation` it is only a description."""
    above = takewhile(lambda one: one.pos_ in (*NOUNS, "ADJ", "ADP"), noun.ancestors)
    described = tree.hangs_as(noun, "compound") or any(tree.is_one_of(one, "bodies") for one in above)
    named = noun.pos_ in NOUNS or (noun.tag_ == "VBG" and bool(tree.children(noun, "determiner")))
    return named and noun.i not in tree.in_date and not described


def _of_hollow(tree: Tree, noun: Token, nouns: dict[int, str]) -> str:
    """`the arrival of refugees`, `the truce extension`: what is below such a noun says more than it does."""
    inner = (*tree.children(noun, "compound"), *(one for _, one in tree.phrases(noun)))
    below = inner if tree.is_one_of(noun, "hollow") else ()
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
    """The words that hang on a verb and say who does it; in capitals what they are: `took NAME`, `asked PERSON TO`."""
    below = [one for one in verb.token.subtree if one.i > verb.token.i and tree.verb_above(one) == verb]
    behind = [one for one in below if one.i not in tree.verbs or not tree.verbs[one.i].finite]
    done_to, doers = _done_to(tree, verb), _doers(tree, verb)
    said = (*verb.token.lefts, *doers, *behind, *done_to)
    met = done_to or behind  # the model loses objects
    kinds = {
        "NAME": any(noun.pos_ == "PROPN" or (noun.pos_ == "ADJ" and noun.is_title) for noun in done_to),
        "PERSON": any(
            tree.is_one_of(one, "person_titles", "guests")
            for noun in met
            for one in (noun, *noun.lefts)
            if one.pos_ in NOUNS
        ),
        "SEVERAL": any(tree.children(one, "joined") for one in doers[:1]),
        "TO": any(tree.verbs[one.i].tense == "infinitive" for one in behind if one.i in tree.verbs),
    }
    words = {form for one in said for form in (tree.lows[one.i], tree.lemmas[one.i])}
    return frozenset(words | {kind for kind, there in kinds.items() if there})


def _doers(tree: Tree, verb: Verb) -> list[Token]:
    """Who does it, and of what these are many: `thousands of students gathered`, `sanctions that were imposed`."""
    relative = any(tree.is_one_of(one, "relative") for one in tree.children(verb.token, "subject"))
    subject = tree.noun_of(verb) if relative else tree.subject(verb)
    return [] if subject is None else [subject, *_parts(tree, subject)]


def _parts(tree: Tree, noun: Token) -> list[Token]:
    """What hangs by `of` on a noun, or on those joined to it: `the planning and conduct of raids`."""
    every = (noun, *tree.children(noun, "joined", "compound"))
    return [inner for one in every for low, inner in tree.phrases(one) if low in tree.grammar.classes["genitive"]]


def _done_to(tree: Tree, verb: Verb) -> list[Token]:
    """What something is done to: the objects, the subject of a passive, or what a clause describes; or who arrives."""
    objects = [one for one in tree.objects(verb) if not tree.is_one_of(one, "relative")]
    if verb.passive or tree.is_one_of(verb.token, "arriving", "beginning"):
        return [*objects, *_doers(tree, verb)[:1]]
    own = any(not tree.is_one_of(one, "relative") for one in tree.children(verb.token, "subject"))
    described = tree.noun_of(verb) if own or verb.tense == "reduced" else None  # `the statement that they released`
    return objects or [*filter(None, [described])]


def _of_inner_verb(tree: Tree, verb: Verb) -> str:
    """`began to withdraw`, `were forced to flee`, `quipped that they had left`; `reports say that they fled`."""
    inner = next((tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs), None)
    reports = any(tree.is_one_of(one, "reports") for one in _doers(tree, verb)[:1])
    begins = tree.is_one_of(verb.token, "starting") or _by_phrase(tree, verb)[1] in ("", OTHER)
    if inner is None or not (reports or begins):
        return ""
    that = tree.opener_of(inner.token) in tree.grammar.classes["that"]
    return "statement" if that and not reports else type_of_verb(tree, inner)


def _of_matter(tree: Tree, verb: Verb) -> str:
    """`impose sanctions`, `the truce took effect`: what is dealt with says more than the verb."""
    dealt = _done_to(tree, verb) or _doers(tree, verb)[:1] if tree.is_one_of(verb.token, "dealing") else []
    known, nouns = _in_tables(tree, tree.grammar.matters), nouns_of(tree)
    return _first_type(tree, (one for one in dealt if one.i in known or one.i not in nouns), known)  # no `truce talks`


def _of_noun(tree: Tree, verb: Verb) -> str:
    """`held a meeting`, `brought 40 howitzers`, `the truce collapsed`, `died in a raid`: what it is said of."""
    planned, told = verb.passive and tree.is_one_of(verb.token, "planning"), _by_phrase(tree, verb)[1]
    if not (planned or told in ("", OTHER) or tree.is_one_of(verb.token, "light", "observing")):
        return ""
    grammar, nouns = tree.grammar, nouns_of(tree)
    moved = [grammar.movables] if tree.is_one_of(verb.token, "moved", "arriving") else []
    amid = (at for at in nouns if not grammar.classes["amid"].isdisjoint(tree.lows[max(0, at - 5) : at]))
    inside = (tree.doc[at] for at in amid if tree.verb_above(tree.doc[at]) == verb)
    around = (*_doers(tree, verb)[:1], *inside)
    matters = _in_tables(tree, grammar.matters) | nouns
    things = matters if told == OTHER else _in_tables(tree, *moved, grammar.matters, grammar.things) | nouns
    return _first_type(tree, _done_to(tree, verb), things) or _first_type(tree, around, matters)


def type_of_thing(tree: Tree, noun: Token) -> str:
    """`3 June: truce between Vestra and Orland`: what a noun that is no event says of what happened."""
    return _first_type(tree, [noun], _in_tables(tree, tree.grammar.matters, tree.grammar.things))


def _first_type(tree: Tree, near: Iterable[Token], known: dict[int, str]) -> str:
    """The type of the first noun, or of what hangs on it, of which one is known: `a wave of raids`."""
    around = ((noun, *_parts(tree, noun), *tree.children(noun, "joined", "compound", "adjective")) for noun in near)
    return next((known[one.i] for one in chain(*around) if one.i in known), "")


def _of_verb(tree: Tree, verb: Verb) -> str:
    """`bombed`: the verb alone, or what the model took for one: French `affrontement`."""
    phrase, type = _by_phrase(tree, verb)
    noun = _in_tables(tree, tree.grammar.nouns).get(verb.token.i, "")
    return "" if phrase and type != OTHER else type or noun.removeprefix(OTHER)  # `returned` tells less than `a return`


RULES: dict[str, Callable[[Tree, Verb], str]] = {
    "copula": _of_copula,
    "matter": _of_matter,
    "phrase": _of_phrase,
    "beginning": _of_inner_verb,
    "noun": _of_noun,
    "verb": _of_verb,
}
"""The rules by name; the first that knows a type decides."""
