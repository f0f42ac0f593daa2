"""Dates that are those of documents and pledges, and no more: `the agreement of 9 November`."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_recalled(tree: Tree, dates: tuple[Dated, ...]) -> bool:
    """`we recall the commitments entered into at the summit in 2019`, `as agreed in Geneva on 3 May`."""
    at = tree.tokens_of(dates[0]).start
    if dates[0].node.shape in GROUPS["today"]:
        return False
    for place in (*tree.marks.get("recall", ()), *tree.marks.get("accordance", ())):
        between = [verb for one, verb in tree.verbs.items() if place < one < at and verb.finite]
        told = any(not tree.is_one_of(verb.token, "made") for verb in between)
        if not told and (tree.has("document", place, at) or tree.has("pledge", place, at)):
            return True
    return False


def names_document(
    tree: Tree, nouns: dict[int, str], noun: "Token", verb: Verb | None, dates: tuple[Dated, ...]
) -> bool:
    """`the agreement of 9 November`, `the 3 May statement`; but `in its letter of 5 May, it requested`."""
    at = tree.tokens_of(dates[0]).start
    beside = () if noun.i in nouns or noun.i > at else reversed(tree.doc[max(0, at - 5) : at])
    documents = [one for one in (noun, *beside) if tree.has("document", one.i, one.i + 1)]
    if not documents:
        return False
    taken = (tree.verbs[child.i] for child in documents[0].children if child.i > at and child.i in tree.verbs)
    if any(verb.tense == "infinitive" for verb in taken):
        return False  # `the decision of 6 June to close the airspace`
    naming = any(tree.is_one_of(tree.doc[place], "naming") for place in (at, at - 1)) or noun.i > at
    led = any(tree.is_one_of(one, "within") for one in tree.doc[max(0, documents[0].i - 2) : documents[0].i])
    opens = led and verb is not None and verb.tense in PAST_TENSES and verb.token.i > at
    return naming and not opens


def is_written_in(tree: Tree, verb: Verb) -> bool:
    """`in a letter dated 5 May, it requested`: what somebody says by letter is said on that day."""
    noun = verb.token.head
    above = tree.verb_above(verb.token)
    opens = noun.i <= 3 and tree.is_one_of(tree.doc[0], "within")
    return (
        opens
        and verb.tense == "reduced"
        and above is not None
        and above.tense in PAST_TENSES
        and above.token.i > verb.token.i
    )


def made_document(tree: Tree, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """`the resolution that the Assembly adopted in 2003`, `the agreement signed on 9 November`."""
    noun = tree.noun_of(verb)
    nominal = any(low in tree.grammar.classes["what"] for low in tree.lows[max(0, verb.first - 3) : verb.first])
    if not tree.is_one_of(verb.token, "made"):
        return False
    if nominal and dates[0].node.shape in GROUPS["rough"]:
        return True  # `the parties know what they signed in 2015`
    if noun is None or not (tree.has("document", noun.i, noun.i + 1) or tree.has("pledge", noun.i, noun.i + 1)):
        return False
    above = tree.verb_above(noun)
    if above is not None and above.tense in ("past", "perfect") and dates[0].node.shape not in GROUPS["rough"]:
        return False
    if tree.has("originally"):
        return True
    if dates[0].node.shape in GROUPS["today"]:
        return False
    greeted = (
        above is not None
        and tree.is_one_of(above.token, "reacting")
        and not tree.has("recall", above.first, above.token.i + 1)
    )
    issued = tree.has("issued", noun.i, noun.i + 1) and not dates[0].node.values("year")
    return not greeted and not issued
