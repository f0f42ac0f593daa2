"""What a title is put together of: phrases up to the first clause in them, without dates, and verbs in the present."""

import re
from collections.abc import Iterable
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import Tree, Verb
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS_OF_SPEECH = frozenset('"“”«»()[]')
DOUBLED = re.compile(r"(?<!\s)\s*,(?:\s*,)+")
GOES_ON = re.compile(r"(?:\s*\([^)]*\))?(?:[-/]\w|–\d)")
"""What follows half a name or number: `46-47`, `Operation (OHK)/Union`."""
ENDS = " ,;:.-–—'’"


def without_article(tree: Tree, words: list["Token"], also: str = "articles") -> list["Token"]:
    """Words without an article at their beginning and without `next` or `following`, which point to another text."""
    articles = tree.grammar.classes["articles"] | tree.grammar.classes[also]
    words = words[1:] if words and tree.lows[words[0].i] in articles else words
    points = len(words) > 2 and tree.is_one_of(words[0], "pointing") and words[0].head in words[1:]
    return words[1:] if points else words


def stretch(tree: Tree, top: "Token", inside: Iterable["Token"], event: Event) -> list["Token"]:
    """Words below one in their order, up to the first clause that no commas enclose, without dates, brackets, asides.

    What follows a clause would be read as if it followed the words before it, so the words end there.
    """
    dates = _around_dates(tree)
    words = sorted((one for one in inside if one.i not in dates and not _is_spare(tree, one)), key=lambda one: one.i)
    asides = {inner.i for one in words if one != top and is_aside(tree, one, event) for inner in one.subtree}
    found: list[Token] = []
    for before, token in zip([top, *words], words, strict=False):
        if token.i in asides:
            continue
        if (tree.hangs_as(token, "opener") and token.head.i not in tree.verbs) or _goes_on(tree, token, dates):
            break
        if not found or before.i not in asides:
            found.append(token)
        elif tree.lows[token.i] == tree.lows[found[-1].i] == ",":
            found.pop()
        else:
            break
    found = without_end(tree, found)
    return [] if is_cut(tree, found) else found


def is_cut(tree: Tree, words: list["Token"]) -> bool:
    """Whether half a name or number is left out."""
    return any(GOES_ON.match(tree.text, tree.ends[one.i]) and one.nbor() not in words for one in words)


def _goes_on(tree: Tree, token: "Token", dates: set[int]) -> bool:
    """`on Monday and struck it`: whether the model hung a word on a date that has nothing to do with it."""
    return token.head.i in dates and tree.hangs_as(token, "coordinator", "prepositional", "joined")


def without_end(tree: Tree, words: list["Token"]) -> list["Token"]:
    """Words without an `and`, a sign, a preposition or an article at their end, of which the rest is left out."""
    while words and _is_open(tree, words[-1]):
        words = words[:-1]
    return words


def _is_open(tree: Tree, last: "Token") -> bool:
    """Whether a phrase cannot end in a word: what it belongs to follows it in the text, and is left out."""
    if tree.hangs_as(last, "coordinator", "sign", "preposition", "case") and not last.is_digit:
        return not _is_of_passive(tree, last)
    if last.head.i > last.i:
        return last.pos_ in ("DET", "NUM", "ADJ", "ADV") and not tree.role(last)
    return last.pos_ == "ADV" and any(child.i > last.i and child.i not in tree.in_date for child in last.children)


def _is_of_passive(tree: Tree, last: "Token") -> bool:
    """`upon` of `was fired upon`, which leads to nothing behind it."""
    before = tree.verbs.get(last.i - 1)
    alone = tree.hangs_as(last, "preposition") and not list(last.children)
    return alone and before is not None and before.passive and before.finite


def _around_dates(tree: Tree) -> set[int]:
    """The places of dates and of what leads to them, and of what stands in brackets."""
    found = tree.in_date | tree.in_brackets
    for at in tree.in_date:
        token = tree.doc[at]
        found |= {one.i for one in (*token.lefts, *tree.children(token, "case")) if _reaches(tree, one, at)}
        if token.head.pos_ in ("ADP", "SCONJ") and token.head.i < at:
            found |= set(range(token.head.i, at))
    return found


def _reaches(tree: Tree, token: "Token", date: int) -> bool:
    """Whether only small words stand between a word and a date, or it follows it: not `par téléphone ce jour`."""
    return all(one.pos_ not in ("NOUN", "VERB") or one.i in tree.in_date for one in tree.doc[token.i : date])


def _is_spare(tree: Tree, token: "Token") -> bool:
    """Whether a word says nothing: a quotation mark, `that` before what is said, a sign beside a date."""
    if tree.hangs_as(token, "loose") and not list(token.children):
        return True
    return tree.lows[token.i] in MARKS_OF_SPEECH or (tree.is_one_of(token, "spare") and tree.hangs_as(token, "opener"))


def is_aside(tree: Tree, token: "Token", event: Event) -> bool:
    """Whether a title can do without a word and all that hangs on it."""
    role = tree.role(token)
    if role == "apposition" and tree.lows[token.left_edge.i - 1] in (",", "–", "—"):
        return True
    if token.head.i in tree.in_date and tree.hangs_as(token, "prepositional"):
        return True
    if role == "description":
        told = _is_epithet(tree, token) or _is_infinitive(tree, token) or _is_observed(tree, token)
        return token.i == event.token.i or not told
    according = any(tree.has("according", one.i, one.i + 1) for one in (token, *tree.children(token, "case")))
    if role == "circumstance" and _is_infinitive(tree, token) and tree.is_one_of(token.head, "demanding"):
        return False
    if role in ("circumstance", "aside") or according or _is_cut_off(tree, token):
        return True
    loose = tree.hangs_as(token, "loose") and not tree.children(token, "case")
    return loose or (role == "joined" and token.head.i in tree.verbs and not _is_shared(tree, token, event))


def _is_shared(tree: Tree, token: "Token", event: Event) -> bool:
    """`investigate and punish crimes`: what two verbs do to one stands behind the second."""
    between = range(token.head.i + 1, token.left_edge.i)
    return token.head != event.token and all(tree.hangs_as(tree.doc[at], "coordinator") for at in between)


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
    alone = all(child.i in tree.in_brackets or child.pos_ == "PUNCT" for child in token.children)
    return tree.grammar.tells_in_present and tree.lows[token.i - 1] != "," and alone


def _is_observed(tree: Tree, token: "Token") -> bool:
    """`launched towards Kora` of `observed six rockets launched towards Kora`."""
    above = token.head.head
    return above.i in tree.verbs and tree.is_one_of(above, "observing") and token.i in tree.verbs


def is_plural(tree: Tree, noun: "Token", before: float = inf) -> bool:
    """Whether a noun is several, or the first of several that stand before a verb."""
    apposed = [one for one in tree.children(noun, "apposition") if "," not in tree.lows[noun.i : one.i]]
    joined = [one for one in tree.children(noun, "joined") if one.i < before and not tree.children(one, "case")]
    several = joined and not tree.grammar.classes["and"].isdisjoint(tree.lows[noun.i : joined[0].i])
    if several or any(map(partial(is_plural, tree), apposed)):
        return True
    if noun.pos_ == "NUM" or tree.lows[noun.i] in tree.grammar.numbers:
        return tree.lows[noun.i] != "1" and tree.grammar.numbers.get(tree.lows[noun.i]) != 1
    articles = [one for one in noun.children if one.morph.get("Definite", []) and one.morph.get("Number", [])]
    return "Plur" in (articles[0] if articles else noun).morph.get("Number", [])


def written(tree: Tree, words: list["Token"]) -> str:
    """Words as they stand in the text, with one blank where something between them is left out."""
    text, last = "", None
    for token in words:
        apart = last is not None and (tree.starts[token.i] > tree.ends[last.i] or token.i > last.i + 1)
        text += " " if apart and not (token.pos_ == "PUNCT" and tree.lows[token.i] in ",.;:") else ""
        word = tree.words(token.i, token.i + 1)
        begins = last is not None and token.pos_ in ("DET", "PRON") and tree.lows[token.i - 1] in MARKS_OF_SPEECH
        text, last = text + (word.lower() if begins else word), token
    return DOUBLED.sub(",", text).strip(ENDS)


def _adverb_of(tree: Tree, verb: Verb) -> str:
    """An adverb that stands right before a verb and is no lead-in: `jointly`."""
    before = tree.doc[max(0, verb.token.i - 1)]
    own = before.head == verb.token and before.pos_ == "ADV" and not tree.hangs_as(before, "denial")
    own = own and not list(before.children)
    return tree.words(before.i, before.i + 1) if own and not tree.is_one_of(before, "timing", "not") else ""


def _is_many(tree: Tree, verb: Verb, subject: "Token") -> bool:
    """Whether several do it, as the form of the verb says, or else their noun."""
    told = tree.lows[verb.first]
    if told in tree.grammar.classes["of_many"]:
        return True
    before = verb.first if subject.i < verb.first else inf
    led = tree.doc[subject.left_edge.i : subject.i]  # `the government and rebel group`
    if any(tree.is_one_of(one, "and") and one.nbor(-1).pos_ == "NOUN" for one in led[1:]):
        return True
    return told not in tree.grammar.classes["of_one"] and is_plural(tree, subject, before)


def present_of(tree: Tree, verb: Verb, subject: "Token", *, spoken: bool) -> str:
    """The verb in the present, in the number of its subject; empty if its form is not known."""
    many = not spoken and _is_many(tree, verb, subject)
    forms, adverb = tree.grammar.forms, _adverb_of(tree, verb)
    word = tree.lows[verb.token.i]
    moved = tree.is_one_of(verb.token, "moving")
    reflexive = [one for one in verb.token.children if one.i < verb.token.i and tree.is_one_of(one, "reflexive")]
    reflexive += [one for one in verb.token.children if spoken and one != subject and tree.is_one_of(one, "ourselves")]
    passive = (verb.passive and not moved and not reflexive and verb.tense != "ing") or _is_done_to(tree, verb)
    if passive or (tree.children(verb.token, "copula") and not moved):
        known = not passive or forms.is_participle(word)
        return " ".join(filter(None, (forms.present("be", many=many), adverb, word))) if known else ""
    if subject.is_upper and verb.tense == "ing" and tree.grammar.nouns.at(verb.first, tree.lows):
        return word  # `the next MIVES meeting`, which the model took for a verb
    present = forms.present(verb.lemma, many=many)
    present = forms.reflexive(present) if present and reflexive else present
    return " ".join(filter(None, (present, adverb) if tree.grammar.tells_in_present else (adverb, present)))


def _is_done_to(tree: Tree, verb: Verb) -> bool:
    """`welcomes the meeting held in Kora`, `Sol, forced to leave, resigned`, which the model took for what they do."""
    if tree.is_one_of(verb.token, "forcing") and not tree.objects(verb):
        return True
    above = tree.verb_above(verb.token) if tree.role(verb.token) == "content" else None
    said = above is None or not tree.is_one_of(above.token, "reacting") or tree.opener_of(verb.token)
    return not said and verb.tense == "past" and not verb.auxiliaries and not tree.objects(verb)
