"""Which verb or noun of a sentence its dates belong to."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.types import OTHER, STATE, STRONG, type_of_verb
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def redirected(
    tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], noun: "Token | None", verb: Verb | None
) -> tuple["Token | None", Verb | None]:
    """The noun and verb that are meant where a date hangs on a verb of which nothing happens.

    `the attack that cost four lives on 1 June`, `the last time they met was on`, `it was on 4 June that they left`,
    `the talks suspended on 14 August`.
    """
    span = tree.tokens_of(dates[0])
    before = span.start - 1
    while before > 0 and (tree.lows[before] in tree.grammar.classes["leading"] or tree.doc[before].pos_ == "ADV"):
        before -= 1
    commas = before > 0 and tree.lows[before] == ","
    before -= commas
    told = before in tree.verbs and (
        tree.verbs[before].tense == "reduced" or (commas and tree.role(tree.doc[before]) == "description")
    )
    if told and noun is None:
        return None, tree.verbs[before]
    discussed = verb is not None and tree.is_one_of(verb.token, "discussing") and verb.tense in PAST_TENSES
    if noun is not None and discussed and not tree.is_planned(noun):
        return None, verb  # `discussed the killing of a journalist on 8 March`: the talks were then
    above = _noun_above(tree, nouns, verb) if noun is None and verb is not None else None
    if above is not None:
        return above, verb
    if noun is not None or verb is None or type_of_verb(tree, verb, nouns) != STATE:
        return noun, verb
    if tree.is_one_of(verb.token, "planning") and verb.passive:
        return noun, verb
    if tree.has("not_until"):
        return None, next((one for at, one in sorted(tree.verbs.items()) if at > verb.token.i), verb)
    subject = verb.token.head if tree.role(verb.token) == "description" else tree.subject(verb)
    if subject is not None and tree.is_one_of(subject, "cleft"):
        return None, next((one for at, one in sorted(tree.verbs.items()) if at >= span.stop and one.finite), verb)
    if subject is not None and nouns.get(subject.i) in STRONG - {"publication"}:
        return subject, verb
    inside = [tree.verbs[one.i] for one in subject.subtree if one.i in tree.verbs] if subject is not None else []
    return None, (inside[0] if inside and verb.lemma == "be" else verb)


def _noun_above(tree: Tree, nouns: dict[int, str], verb: Verb) -> "Token | None":
    """`the attack on a camp of the mission that took place today`: the noun of which a light verb says when it was."""
    if tree.role(verb.token) != "description" or not tree.is_one_of(verb.token, "light") or tree.objects(verb)[1:]:
        return None
    done = [one for one in tree.objects(verb) if not tree.has("happening", one.i - 1, one.i + 1)]
    if done and not any(tree.is_one_of(one, "relative") for one in done):
        return None
    for _, _, head in tree.above(verb.token):
        if head.i in tree.verbs:
            return None
        if head.i in nouns:
            return head
    return None


def governors(
    tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]
) -> tuple["Token | None", Verb | None, "Token | None"]:
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
        noun = next((tree.doc[at] for at in sorted(nouns) if at >= span.stop), None)
    return noun, verb, named


def _verb_beside(tree: Tree, span: range, path: list["Token"]) -> Verb | None:
    """The verb of a date that hangs on none: of `9 May: they leave` and `it was on 9 May that they left` the next."""
    after = [verb for at, verb in sorted(tree.verbs.items()) if at >= span.stop]
    told = [verb for verb in after if verb.finite and tree.role(verb.token) != "description"]
    found = told or [verb for verb in after if verb.finite or not path]
    before = [verb for at, verb in sorted(tree.verbs.items(), reverse=True) if at < span.start and verb.finite]
    return next(iter(found + before), None)


def noun_before(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], verb: Verb | None) -> "Token | None":
    """`we condemn the shelling of Kora on 5 March`: the noun before a date whose verb only speaks of it."""
    at = tree.tokens_of(dates[0]).start
    near = [place for place in nouns if place < at]
    if not near or dates[0].node.shape in GROUPS["terms"]:
        return None
    above = [head.i for _, _, head in tree.above(tree.doc[near[-1]]) if head.i in near]
    place = above[0] if above and nouns[near[-1]] == OTHER else near[-1]  # `the attack on a convoy yesterday`
    if (
        any(place < one < at and tree.verbs[one].tense != "ing" for one in tree.verbs)
        or "," in tree.lows[place : at - 2]
    ):
        return None
    if tree.lows[at - 1 : at] == [","] or tree.lows[at - 2 : at - 1] == [","]:  # `the release, on 12 June, of`
        return tree.doc[place] if "," in tree.lows[tree.tokens_of(dates[-1]).stop :][:1] and place >= at - 4 else None
    if verb is not None and verb.token.i > at:
        return None
    speaks = verb is None or tree.is_one_of(
        verb.token, "saying", "accusing", "reacting", "discussing", "doubting", "denying", "demanding", "wishing"
    )
    told = verb is not None and verb.tense in (*PAST_TENSES, "future") and not verb.negated
    return tree.doc[place] if speaks or (not told and tree.is_definite(tree.doc[place])) else None


def unwrapped(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    inner = [part for part in dates[0].node.parts if part.kind == "date"]
    last = tree.tokens_of(dates[0]).stop
    if dates[0].node.shape == "until" and inner and tree.has("not_until"):
        return (dates[0]._replace(node=inner[0].value), *dates[1:])
    if dates[0].node.shape != "by" or not inner:
        return dates
    named = any(at in nouns for at in range(last, last + 2)) or tree.lows[last : last + 1] in (["'s"], ["'"])
    return (dates[0]._replace(node=inner[0].value), *dates[1:]) if named else dates
