"""What the verbs and nouns above a verb or noun make of it: said, demanded, wished, planned, denied …"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import PAST_TENSES, Tree, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Effect = tuple[str, Verb | None]
"""What is made of a verb or noun, and the verb that makes it."""


def effects(tree: Tree, token: "Token") -> Iterator[Effect]:
    """What the words above a verb or noun make of it, from near to far."""
    if token.i in tree.verbs:
        yield from _of_clause(tree, tree.verbs[token.i])
    elif (governor := tree.verb_above(token)) is not None:
        if governor.tense not in PAST_TENSES:
            yield from ((name, governor) for name in of_governor(tree, None, governor))
        yield from _of_clause(tree, governor)


def _of_clause(tree: Tree, clause: Verb) -> Iterator[Effect]:
    if tree.opener_of(clause.token) in tree.grammar.classes["conditions"]:
        yield "condition", None
    for role, _, head in tree.above(clause.token):
        if role == "joined" or (head.pos_ in ("ADP", "SCONJ") and head.i not in tree.verbs):
            continue  # a preposition before a verb only joins it to the word above
        if role != "circumstance" and head.i in tree.verbs:
            governor = tree.verbs[head.i]
            yield from ((name, governor) for name in of_governor(tree, clause, governor))
            yield from _of_clause(tree, governor) if clause.tense not in PAST_TENSES else ()
        elif role != "circumstance":
            yield from _of_noun(tree, clause, head)
        return


def _of_noun(tree: Tree, clause: Verb, noun: "Token") -> Iterator[Effect]:
    """`the hope that they meet`, `allegations that they met`, `the decision to meet`."""
    governor = tree.verb_above(noun)
    hoped = noun.pos_ == "NOUN" and clause.tense == "infinitive" and not tree.is_one_of(noun, "plans")
    if tree.is_one_of(noun, "wishing") or hoped:
        yield "wish", governor
    if tree.has("hearsay_noun", noun.i, noun.i + 1):
        refused = governor is not None and (governor.negated or tree.is_one_of(governor.token, "denying"))
        yield ("denial" if refused or tree.is_denied(noun) else "said"), governor
    elif clause.tense == "infinitive":
        yield ("condition" if governor is not None and governor.tense == "modal" else "plan"), governor


def of_governor(tree: Tree, clause: Verb | None, governor: Verb) -> Iterator[str]:
    """What a verb makes of the clause or noun that is its object."""
    told = clause is not None and clause.tense in (*PAST_TENSES, "imperfect", "reduced")
    whether = clause is not None and tree.opener_of(clause.token) in tree.grammar.classes["questioning"]
    is_one_of = partial(tree.is_one_of, governor.token)
    if ((governor.negated or whether) and is_one_of("doubting", "saying")) or (is_one_of("failing") and not told):
        yield "denial"
    elif is_one_of("denying", "accusing"):
        yield "alleged"
    elif is_one_of("saying"):
        yield "said"
    elif is_one_of("wishing"):
        yield "awaited" if _awaits(tree, governor) else "wish"
    elif not told and (governor.tense == "imperative" or _demands(tree, governor)):
        yield "demand"
    elif not told and (is_one_of("planning") or governor.lemma == "be"):
        yield "plan"
    if governor.tense == "modal":
        yield "demand" if "obliging" in tree.manners(governor) else "condition"
    if is_one_of("unreal") and governor.tense == "hedged":
        yield "condition"
    if not told and governor.negated:
        yield "denial"


def _awaits(tree: Tree, verb: Verb) -> bool:
    """`the President looks forward to welcoming her`: of somebody else it is a plan that is told."""
    subject = tree.subject(verb)
    forward = any(tree.is_one_of(child, "forward") for child in verb.token.children)
    return forward and subject is not None and not tree.is_one_of(subject, "we")


def _demands(tree: Tree, verb: Verb) -> bool:
    """Whether a verb demands; `is expected to` plans, and so does French `s'engage à`."""
    reflexive = any(tree.is_one_of(child, "reflexive") for child in verb.token.children)
    plans = tree.is_one_of(verb.token, "planning") and (verb.passive or reflexive)
    return tree.is_one_of(verb.token, "demanding") and not plans
