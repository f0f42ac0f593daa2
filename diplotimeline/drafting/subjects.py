"""Who does what an event tells: the subject of a verb, in words, also where another word stands for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.grammar import NOUNS, Tree, Verb
from diplotimeline.drafting.phrasing import MARKS_OF_SPEECH, is_plural, stretch, without_article, written
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token


class Known(NamedTuple):
    """Whom a text has named: who says `we` or `I`, and who did something in the sentence before, `several` or one."""

    speaker: str = ""
    before: str = ""
    several: bool = False


def words_before(tree: Tree, verb: Verb) -> list["Token"]:
    """A noun with an article or a number between a comma and a verb, which the model did not take for its subject."""
    parts: list[list[Token]] = [[]]
    for token in tree.doc[: verb.first] if verb.finite and tree.role(verb.token) != "description" else ():
        spare = token.pos_ == "X" or tree.lows[token.i] in MARKS_OF_SPEECH or tree.is_one_of(token, "reflexive", "not")
        if tree.lows[token.i] == ",":
            parts.append([])
        elif not spare:
            parts[-1].append(token)
    while parts and (not parts[-1] or parts[-1][0].pos_ == "PRON"):
        parts.pop()
    words = without_article(tree, parts[-1]) if parts and parts[-1][0].pos_ in ("DET", "NUM", "NOUN", "PROPN") else []
    finite = {at for at, one in tree.verbs.items() if one.finite}
    return [] if any(one.i in finite or one.pos_ in ("PRON", "SCONJ") for one in words) else words


def inverted(tree: Tree, verb: Verb) -> "Token | None":
    """French `, a annoncé la ministre`: who says what stands before, which the model takes for what is said."""
    told = tree.is_one_of(verb.token, "saying", "accusing") and verb.first and tree.lows[verb.first - 1] == ","
    if not told or not tree.grammar.tells_in_present:
        return None
    return next((one for one in tree.children(verb.token, "subject", "object") if one.i > verb.token.i), None)


def subject_of(tree: Tree, verb: Verb) -> "Token | None":
    """Who does it; for a relative pronoun the noun that it stands for."""
    if (behind := inverted(tree, verb)) is not None:
        return behind
    subject = tree.subject(verb)
    token = verb.token
    if subject is not None and tree.is_one_of(subject, "relative"):
        while tree.role(token) in ("joined", "content") and token.head.i != token.i:
            token = token.head
        told = tree.role(token) == "description" and not _is_saying(tree, token.head)
        return _antecedent(tree, token) if told else None
    if verb.tense == "reduced" and tree.role(token) == "circumstance" and tree.noun_of(verb) is not None:
        return None  # `two journalists, wounded in Nubar`: it is not found whom it describes
    if verb.tense == "infinitive" and tree.role(token) == "description":  # `their intention to meet`
        above = tree.verb_above(token.head)
        subject = tree.subject(above) if above and token.head in tree.objects(above) else None
    if subject is None and verb.tense == "reduced":
        return tree.noun_of(verb)
    if subject is None or subject.i in tree.in_date or not _agrees(tree, verb, subject):
        return None
    led = tree.lows[subject.left_edge.i] in tree.grammar.classes["and"]  # `Nubar ... et une ville`
    placed = any(tree.is_one_of(one, "placing") for one in tree.children(subject, "case"))  # `à Nubar, deux civils`
    return None if led or placed else subject


def _agrees(tree: Tree, verb: Verb, subject: "Token") -> bool:
    """Whether a French participle may describe a noun: `l'évacuation des journalistes, blessés` are the journalists."""
    if tree.grammar.tells_in_present and tree.lows[verb.first] in tree.grammar.classes["of_many"]:
        return any(is_plural(tree, one) for one in subject.subtree)  # not `contre le maire et le préfet ont fait`
    number = verb.token.morph.get("Number", []) if verb.tense == "reduced" else []
    return not number or is_plural(tree, subject) == ("Plur" in number)


def _is_saying(tree: Tree, noun: "Token") -> bool:
    """`the truce, said the envoy, which began`: who only says so between commas."""
    before = noun.left_edge.i - 1
    return before > 1 and tree.lows[before - 1] == "," and tree.is_one_of(tree.doc[before], "saying")


def _antecedent(tree: Tree, token: "Token") -> "Token":
    """The noun that a relative clause is of: `three soldiers of the Mission who were killed` are soldiers."""
    nouns = [head for head in token.ancestors if head.pos_ in NOUNS and head.i < token.i]
    if any(tree.is_one_of(child, "of_many") for child in token.children):
        return next((noun for noun in nouns if is_plural(tree, noun)), token.head)
    lasting = (noun for noun in nouns if noun.pos_ == "NOUN" and tree.grammar.nouns.at(noun.i, tree.lows))
    return next(lasting, token.head) if tree.is_one_of(token, "light", "beginning") else token.head


def who_of(tree: Tree, verb: Verb, subject: "Token", event: Event, known: Known) -> str:
    """The words of a subject; who speaks for `we`, and whom `he` or `they` stand for where it is clear."""
    if tree.is_one_of(subject, "we"):
        return known.speaker
    if subject.pos_ == "PRON":
        return _for_pronoun(tree, verb, subject, event, known)
    words = stretch(tree, subject, {*subject.subtree, *_glued(tree, subject)}, event)
    led = [one for one in words if one.head == subject and tree.hangs_as(one, "case")]
    led = [one for one in led if tree.lows[one.i] not in tree.grammar.classes["several"]]
    led += [one for one in words if tree.is_one_of(one, "relative")]
    start = max((at for at in range(subject.left_edge.i, subject.i) if _leads_in(tree, at)), default=-1)
    words = [one for one in words if one not in led and one.i > start]
    return written(tree, without_article(tree, words)) if subject in words else ""


def _glued(tree: Tree, subject: "Token") -> Iterator["Token"]:
    """The words of `the Co-Chairs` or `la Croix-Rouge`, which the model may take apart, with their article."""
    for step in (-1, 1):
        at = subject.i
        while 0 < at + step < len(tree.doc) and "-" in tree.lows[at + min(step, 0) : at + max(step, 0) + 1]:
            at += step
            yield from (tree.doc[at], *(one for one in tree.doc[at].lefts if one.i == at - 1))


def _leads_in(tree: Tree, comma: int) -> bool:
    """Whether a comma before a noun closes a lead-in, and stands between no adjectives."""
    return tree.lows[comma] == "," and tree.doc[comma - 1].pos_ != "ADJ"


def _for_pronoun(tree: Tree, verb: Verb, pronoun: "Token", event: Event, known: Known) -> str:
    """`Vestra said that it would`: who said so, where number agrees; else who did something in the sentence before."""
    if not tree.is_one_of(pronoun, "third"):
        return ""
    above = tree.verb_above(verb.token) if tree.role(verb.token) == "content" else None
    namesake = tree.subject(above) if above is not None else None
    if above is not None and namesake is not None and namesake.pos_ in NOUNS:
        same = is_plural(tree, namesake) == is_plural(tree, pronoun)
        return who_of(tree, above, namesake, event, known) if same else ""
    return known.before if known.several == is_plural(tree, pronoun) else ""
