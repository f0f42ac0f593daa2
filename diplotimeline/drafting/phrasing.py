"""The words of a phrase as a title has them: without dates, clauses, asides and articles."""

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS_OF_SPEECH = frozenset('"“”«»()[]')
DOUBLED = re.compile(r"(?<!\s)\s*,(?:\s*,)+")
ENDS = " ,;:.-–—'’"


def without_article(tree: Tree, words: list["Token"], also: str = "articles") -> list["Token"]:
    """Words without an article at their beginning and without `next` or `following`, which point to another text."""
    articles = tree.grammar.classes["articles"] | tree.grammar.classes[also]
    words = words[1:] if words and tree.lows[words[0].i] in articles else words
    points = len(words) > 2 and tree.is_one_of(words[0], "pointing") and words[0].head in words[1:]
    return words[1:] if points else words


def phrase(tree: Tree, head: "Token", event: Event) -> Iterator["Token"]:
    """The words that hang on a word, without dates, clauses and asides, in their order."""
    left_out: set[int] = set()
    for token in head.subtree:
        if token.i != head.i and is_left_out(tree, token, event):
            left_out |= {one.i for one in token.subtree}
    yield from (token for token in head.subtree if token.i not in left_out)


def is_left_out(tree: Tree, token: "Token", event: Event) -> bool:
    if token.i in tree.in_date or tree.lows[token.i] in MARKS_OF_SPEECH or token.i in tree.in_brackets:
        return True
    role = tree.role(token)
    if role == "apposition" and "," in tree.lows[token.left_edge.i - 1 : token.left_edge.i]:
        return True
    if role == "description":
        told = _is_epithet(tree, token) or _is_infinitive(tree, token) or _is_observed(tree, token)
        return token.i == event.token.i or not told
    if role in ("circumstance", "aside") or tree.has("according", token.i, token.i + 1) or _is_cut_off(tree, token):
        return True
    joined_verb = role == "joined" and token.head.i in tree.verbs
    leads_to_date = token.pos_ in ("ADP", "SCONJ") and any(child.i in tree.in_date for child in token.children)
    opens = tree.hangs_as(token, "opener") and token.pos_ != "ADP"
    loose = tree.hangs_as(token, "loose") and not tree.children(token, "case")
    return joined_verb or leads_to_date or opens or loose


def _is_cut_off(tree: Tree, token: "Token") -> bool:
    """`including those connected to it`, `with the President saying`: nothing stands without what is left out."""
    for inner in tree.children(token, "prepositional"):
        told = [one for one in tree.children(inner, "description", "clause") if one.i in tree.verbs]
        if told and (inner.pos_ == "PRON" or (told[0].tag_ == "VBG" and tree.is_one_of(token, "accompanying"))):
            return True
    return False


def _is_infinitive(tree: Tree, token: "Token") -> bool:
    return token.i in tree.verbs and tree.verbs[token.i].tense == "infinitive"


def _is_epithet(tree: Tree, token: "Token") -> bool:
    """`armed` of French `des formations armées`: a participle alone beside its noun."""
    return tree.grammar.tells_in_present and token.head.i == token.i - 1 and not list(token.children)


def _is_observed(tree: Tree, token: "Token") -> bool:
    """`launched towards Kora` of `observed six rockets launched towards Kora`."""
    above = token.head.head
    return above.i in tree.verbs and tree.is_one_of(above, "observing") and token.i in tree.verbs


def is_plural(tree: Tree, noun: "Token") -> bool:
    """Whether a noun is several, or the first of several."""
    apposed = [one for one in tree.children(noun, "apposition") if "," not in tree.lows[noun.i : one.i]]
    joined = [one for one in tree.children(noun, "joined") if not tree.children(one, "case")]
    several = joined and not tree.grammar.classes["and"].isdisjoint(tree.lows[noun.i : joined[0].i])
    if several or any(map(partial(is_plural, tree), apposed)):
        return True
    if noun.pos_ == "NUM" or tree.lows[noun.i] in tree.grammar.numbers:
        return tree.lows[noun.i] != "1" and tree.grammar.numbers.get(tree.lows[noun.i]) != 1
    articles = [one for one in noun.children if one.morph.get("Definite", []) and one.morph.get("Number", [])]
    return "Plur" in (articles[0] if articles else noun).morph.get("Number", [])


def written(tree: Tree, words: list["Token"]) -> str:
    """Words as they stand in the text, with one blank where something between them is left out."""
    text = ""
    for token, after in zip(words, [*words, None][1:], strict=True):
        text += tree.text[tree.starts[token.i] : tree.ends[token.i]]
        if after is None:
            break
        apart = tree.starts[after.i] > tree.ends[token.i] or after.i > token.i + 1
        text += " " if apart and not (after.pos_ == "PUNCT" and tree.lows[after.i] in ",.;:") else ""
    return DOUBLED.sub(",", text).strip(ENDS)
