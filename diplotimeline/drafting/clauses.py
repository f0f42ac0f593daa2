"""The clause of a verb: where it ends, and what it says nothing without."""

from itertools import islice
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.presents import taken_for_joined
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDS = frozenset(";:.")


def end_of(tree: Tree, verb: Verb) -> int:
    """Where the clause of a verb ends: before what is joined with a subject of its own, or a verb that it hangs on."""
    above, below = {one.i for one in verb.token.ancestors}, {one.i for one in verb.token.subtree}
    ends = [one.first for at, one in tree.verbs.items() if at in above or (one.finite and at not in below)]
    ends += [one.i for one in tree.doc if tree.lows[one.i] in ENDS and (one.text != "." or tree.hangs_as(one, "sign"))]
    for token in tree.doc[verb.token.i + 1 :]:
        if tree.role(token) in ("joined", "aside") and token.head.i <= token.i:
            first = start_of_joined(tree, token)
            led = tree.lows[first] == "," or tree.hangs_as(tree.doc[first], "coordinator")
            alone = token.head.i >= verb.token.i and _stands_alone(tree, token)
            ends += [first] if alone or (led and token.head.i in above) else []
    taken = filter(None, (taken_for_joined(tree, one) for one in tree.verbs.values()))
    ends += [start_of_joined(tree, one) for one in taken]
    return min([*(one for one in ends if one > verb.token.i), len(tree.doc)])


def _stands_alone(tree: Tree, token: "Token") -> bool:
    """Whether a joined verb has a subject of its own, or nothing joins it: `the truce began has been violated`."""
    verb = tree.verbs.get(token.i)
    if tree.children(token, "subject") or verb is None or not verb.auxiliaries:
        return bool(tree.children(token, "subject")) and token.head.i in tree.verbs
    between = tree.doc[token.head.i + 1 : verb.first]
    return all(one.i in tree.in_date or one.pos_ == "ADP" for one in between)


def start_of_joined(tree: Tree, token: "Token") -> int:
    """Where a joined word begins, with what hangs on it and the `and` or comma before it."""
    at = token.left_edge.i
    while at > 0 and (tree.lows[at - 1] == "," or tree.hangs_as(tree.doc[at - 1], "coordinator")):
        at -= 1
    return at


def needed(tree: Tree, verb: Verb) -> set[int]:
    """What a verb says nothing without: what it is done to, and the verb of what is said."""
    behind = range(verb.token.i + 1, end_of(tree, verb))
    for roles in (("object", "predicate"), ("content",)):
        below = {one.i for one in tree.children(verb.token, *roles)} - tree.in_date
        if found := below.intersection(behind):
            return found
    if verb.passive or not tree.is_one_of(verb.token, "transitive", "reacting"):
        return set()
    nouns = (tree.doc[at] for at in behind if tree.doc[at].pos_ in NOUNS and at not in tree.in_date | tree.in_brackets)
    bare = (n.i for n in nouns if not tree.hangs_as(n, "prepositional", "compound") and not tree.children(n, "case"))
    return set(islice(bare, 1))


def lacks(tree: Tree, verb: Verb, event: Event, words: list["Token"]) -> bool:
    """Whether it is not told what is said or condemned, or whom they detain; `injuries sustained` tell nothing."""
    if verb.passive:
        empty = not event.type and tree.is_one_of(verb.token, "light")
        return not words and verb.tense == "reduced" and (empty or is_within(tree, verb.token.head))
    if tree.is_one_of(verb.token, "transitive"):
        led = any(tree.is_one_of(one, "genitive") for one in words[:1]) or any(one.i in tree.verbs for one in words)
        return not led and not needed(tree, verb)
    aside = verb.tense == "ing" and tree.role(verb.token) == "circumstance"  # `held talks, ending on 3 May`
    return not words and (aside or tree.lows[verb.token.i + 1 :][:1] == [":"] or tree.is_one_of(verb.token, "reacting"))


def is_within(tree: Tree, noun: "Token") -> bool:
    """`in one attack, bombs killed two`: what is told beside the noun is the event itself."""
    led = (noun.head, *tree.children(noun, "case", "adverb"))
    if any(tree.is_one_of(one, "genitive") for one in led) and noun.head.head.i not in tree.verbs:
        return is_within(tree, noun.head if noun.head.pos_ == "NOUN" else noun.head.head)
    return any(tree.is_one_of(one, "during") for one in led)
