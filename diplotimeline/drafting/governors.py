"""Which verb or noun of a sentence its dates belong to."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.types import OTHER, STATE, STRONG, type_of_verb
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Governors = tuple["Token | None", Verb | None]
"""The noun of an event that dates belong to if there is one, and the verb."""
SPEAKING = ("saying", "accusing", "reacting", "discussing", "doubting", "denying", "demanding", "wishing")


def governors(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[*Governors, "Token | None"]:
    """The event noun that dates belong to if there is one, the verb above, and the noun that they hang on directly."""
    span = tree.tokens_of(dates[0])
    top = next((tree.doc[at] for at in span if tree.doc[at].head.i not in span), tree.doc[span.start])
    path = [head for _, _, head in tree.above(top) if head.i not in tree.in_date]
    verb = next((tree.verbs[one.i] for one in path if one.i in tree.verbs), None)
    below = path[: path.index(verb.token)] if verb else path
    verb = verb or _verb_beside(tree, span, path)
    named = next((one for one in below if one.pos_ in ("NOUN", "PROPN")), None)
    noun = next((one for one in below if one.i in nouns), None) or noun_before(tree, nouns, dates, verb)
    if verb is None and noun is None and span.start <= 1:
        noun = next((tree.doc[at] for at in sorted(nouns)), None)
    return noun, verb, named


def _verb_beside(tree: Tree, span: range, path: list["Token"]) -> Verb | None:
    """The verb of a date that hangs on none: of `9 May: they leave` and `it was on 9 May that they left` the next."""
    verbs = [verb for _, verb in sorted(tree.verbs.items())]
    after = [verb for verb in verbs if verb.token.i >= span.stop and (verb.finite or not path)]
    after.sort(key=lambda verb: not verb.finite or tree.role(verb.token) == "description")
    before = [verb for verb in verbs if verb.token.i < span.start and verb.finite]
    return next(iter(after + before[::-1]), None)


def noun_before(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], verb: Verb | None) -> "Token | None":
    """`we condemn the shelling of Kora on 5 March`: the noun before a date whose verb only speaks of it."""
    at = tree.tokens_of(dates[0]).start
    near = [place for place in nouns if place < at]
    if not near or dates[0].node.shape in GROUPS["terms"]:
        return None
    above = [head.i for _, _, head in tree.above(tree.doc[near[-1]]) if head.i in near]
    noun = tree.doc[above[0] if above and nouns[near[-1]] == OTHER else near[-1]]  # `the attack on a convoy yesterday`
    if any(noun.i < one < at for one in tree.verbs) or "," in tree.lows[noun.i : at - 2]:
        return None
    if "," in tree.lows[max(0, at - 2) : at]:  # `the release, on 12 June, of`
        return noun if tree.lows[tree.tokens_of(dates[-1]).stop :][:1] == [","] else None
    if verb is None or tree.is_one_of(verb.token, *SPEAKING):
        return noun
    return noun if verb.tense not in (*PAST_TENSES, "future") and tree.is_definite(noun) else None


def redirected(
    tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], noun: "Token | None", verb: Verb | None
) -> Governors:
    """The noun and verb that are meant where a date hangs on a verb of which nothing happens.

    `the attack that cost four lives on 1 June`, `it was on 4 June that they left`, `the talks suspended on 14 August`.
    """
    span = tree.tokens_of(dates[0])
    before = span.start - 1
    while before > 0 and tree.lows[before] in tree.grammar.classes["leading"]:
        before -= 1
    commas = tree.lows[before] == ","
    told = tree.verbs.get(before - commas)
    if noun is None and told and (told.tense == "reduced" or (commas and tree.role(told.token) == "description")):
        return None, told
    if verb is None:
        return noun, verb
    if noun is not None:
        discussed = tree.is_one_of(verb.token, "discussing") and verb.tense in PAST_TENSES
        spoken = discussed and not tree.is_planned(noun)
        return (None if spoken else noun), verb  # `discussed the killing of a journalist on 8 March`: they talked then
    above = _noun_above(tree, nouns, verb)
    if above is not None:
        return above, verb
    if type_of_verb(tree, verb, nouns) != STATE:
        return noun, verb
    subject = verb.token.head if tree.role(verb.token) == "description" else tree.subject(verb)
    if subject is None:
        return None, verb
    if tree.is_one_of(subject, "cleft"):
        return None, next((one for at, one in sorted(tree.verbs.items()) if at >= span.stop and one.finite), verb)
    if nouns.get(subject.i) in STRONG - {"publication"}:
        return subject, verb
    inside = [tree.verbs[one.i] for one in subject.subtree if one.i in tree.verbs]
    return None, (inside[0] if inside and verb.lemma == "be" else verb)


def _noun_above(tree: Tree, nouns: dict[int, str], verb: Verb) -> "Token | None":
    """`the attack on a camp of the mission that took place today`: the noun of which a light verb says when it was."""
    if tree.role(verb.token) != "description" or not tree.is_one_of(verb.token, "light"):
        return None
    return next((head for _, _, head in tree.above(verb.token) if head.i in nouns), None)


def unwrapped(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    inner = [part for part in dates[0].node.parts if part.kind == "date"]
    last = tree.tokens_of(dates[0]).stop
    if dates[0].node.shape == "by" and inner and not nouns.keys().isdisjoint((last, last + 1)):
        return (dates[0]._replace(node=inner[0].value), *dates[1:])
    return dates
