"""Which verb or noun of a sentence its dates belong to."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.rules import TYPES
from diplotimeline.drafting.types import OTHER, STATE, type_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Governors = tuple["Token | None", Verb | None]
"""The noun of an event that dates belong to if there is one, and the verb."""
SPEAKING = ("saying", "accusing", "reacting", "discussing", "doubting", "denying", "demanding", "wishing")


def governors(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[*Governors, "Token | None"]:
    """The event noun that dates belong to if there is one, the verb above, and the noun that they hang on directly."""
    span = tree.tokens_of(dates[0])
    top = tree.doc[span.start : span.stop].root
    path = [*top.ancestors]
    verb = next((tree.verbs[one.i] for one in path if one.i in tree.verbs), None)
    below = path[: path.index(verb.token)] if verb else path
    verb = verb or _verb_beside(tree, span, path)
    named = next((one for one in below if one.pos_ in NOUNS), None)
    noun = next((one for one in below if one.i in nouns), None) or noun_before(tree, nouns, dates, verb)
    if verb is None and noun is None and span.start <= 1:
        noun = next((tree.doc[at] for at in nouns), None)
    return *_redirected(tree, nouns, span, noun, verb), named


def _verb_beside(tree: Tree, span: range, path: list["Token"]) -> Verb | None:
    """The verb of a date that hangs on none: of `9 May: they leave` and `it was on 9 May that they left` the next."""
    verbs = [*tree.verbs.values()]
    after = [verb for verb in verbs if verb.token.i >= span.stop and (verb.finite or not path)]
    return next(iter(after), next((verb for verb in reversed(verbs) if verb.finite), None))


def noun_before(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], verb: Verb | None) -> "Token | None":
    """`we condemn the shelling of Kora on 5 March`: the noun before a date whose verb only speaks of it."""
    at = tree.tokens_of(dates[0]).start
    near = [place for place in nouns if place < at]
    if not near or dates[0].node.shape in GROUPS["terms"]:
        return None
    above = [head.i for head in tree.doc[near[-1]].ancestors if head.i in near]
    noun = tree.doc[above[0] if above and nouns[near[-1]] == OTHER else near[-1]]  # `the attack on a convoy yesterday`
    if any(noun.i < one < at for one in tree.verbs) or "," in tree.lows[noun.i : at]:
        return None
    if verb is None or tree.is_one_of(verb.token, *SPEAKING):
        return noun
    return noun if verb.tense not in (*PAST_TENSES, "future") and tree.is_definite(noun) else None


def _redirected(tree: Tree, nouns: dict[int, str], span: range, noun: "Token | None", verb: Verb | None) -> Governors:
    """The noun and verb that are meant where a date hangs on a verb of which nothing happens.

    `the attack that cost four lives on 1 June`, `it was on 4 June that they left`, `the talks suspended on 14 August`.
    """
    before = (at for at in range(span.start - 1, -1, -1) if tree.lows[at] not in tree.grammar.classes["leading"])
    told = tree.verbs.get(next(before, 0))
    if noun is None and told and told.tense == "reduced":
        saying = tree.verb_above(told.token)
        return None, saying if _is_said_in(tree, tree.noun_of(told), saying) else told
    if verb is None:
        return noun, verb
    if noun is not None:
        discussed = tree.is_one_of(verb.token, "discussing") and verb.tense in PAST_TENSES
        spoken = discussed and not tree.is_planned(noun)
        return (None if spoken else noun), verb  # `discussed the killing of a journalist on 8 March`: they talked then
    if tree.role(verb.token) == "description" and tree.is_one_of(verb.token, "light"):
        noun = next((one for one in verb.token.ancestors if one.i in nouns), None)
    if noun is not None or type_of_verb(tree, verb, nouns) != STATE:
        return noun, verb
    subject = tree.noun_of(verb) or tree.subject(verb)
    if subject is None:
        return None, verb
    if tree.is_one_of(subject, "cleft"):
        return None, next((one for at, one in tree.verbs.items() if at >= span.stop and one.finite), verb)
    if nouns.get(subject.i) in TYPES["strong"] - {"publication"}:
        return subject, verb
    inside = [tree.verbs[one.i] for one in subject.subtree if one.i in tree.verbs]
    return None, (inside[0] if inside and verb.lemma == "be" else verb)


def unwrapped(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    inner = [part for part in dates[0].node.parts if part.kind == "date"]
    last = tree.tokens_of(dates[0]).stop
    if dates[0].node.shape == "by" and inner and not nouns.keys().isdisjoint((last, last + 1)):
        return (dates[0]._replace(node=inner[0].value), *dates[1:])
    return dates


def names_document(
    tree: Tree, nouns: dict[int, str], noun: "Token", verb: Verb | None, dates: tuple[Dated, ...]
) -> bool:
    """`the agreement of 9 November`, `the 3 May statement`; but `the decision of 6 June to close the airspace`."""
    at = tree.tokens_of(dates[0]).start
    beside = () if noun.i in nouns or noun.i > at else reversed(tree.doc[max(0, at - 5) : at])
    document = next((one for one in (noun, *beside) if tree.has("document", one.i, one.i + 1)), None)
    if document is None or _is_said_in(tree, document, verb):
        return False
    decided = any(tree.verbs[one.i].tense == "infinitive" for one in document.children if one.i in tree.verbs)
    return not decided and (noun.i > at or any(tree.is_one_of(tree.doc[place], "naming") for place in (at, at - 1)))


def describes(tree: Tree, noun: "Token", dates: tuple[Dated, ...]) -> bool:
    """`congratulated her on her 3 May triumph`: a date between `her` and a noun is no date of the verb."""
    span = tree.tokens_of(dates[0])
    return noun.i >= span.stop and span.start > 0 and tree.is_one_of(tree.doc[span.start - 1], "known")


def _is_said_in(tree: Tree, document: "Token | None", verb: Verb | None) -> bool:
    """`in its letter of 5 May, it requested`: what somebody says by letter is said on its day."""
    if document is None or verb is None or verb.tense not in PAST_TENSES or verb.token.i < document.i:
        return False
    return any(tree.is_one_of(one, "within") for one in tree.doc[max(0, document.i - 2) : document.i])
