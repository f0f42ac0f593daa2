"""A title of an event out of the words of its clause: subject, verb in the present, and what it was done to.

Left away are the date, lead-ins, relative clauses and asides. Where no whole title can be made, there is none.
"""

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.grammar import NOUNS, Tree
from diplotimeline.drafting.phrasing import (
    MARKS_OF_SPEECH,
    is_plural,
    stretch,
    without_article,
    without_end,
    written,
)
from diplotimeline.drafting.rules import Mood
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.types import OTHER
from diplotimeline.drafting.verbs import PAST_TENSES, UNFINISHED, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 130
LONGEST_CLAUSE = 160
NEEDED = ("object", "predicate", "content")
CLAUSE_ENDS = frozenset(",;:.(–—")
APART = re.compile(r"\s+|(?<=['’])")


class Known(NamedTuple):
    """Whom a text has named: who says `we` or `I`, and who did something in the sentence before, `several` or one."""

    speaker: str = ""
    before: str = ""
    several: bool = False


def after(tree: Tree, known: Known) -> Known:
    """Whom a text has named after a sentence; a pronoun names nobody else."""
    verb = next((one for one in tree.verbs.values() if one.finite and tree.verb_above(one.token) is None), None)
    subject = tree.subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.pos_ == "PRON":
        return known
    several = is_plural(tree, subject)
    somebody = several or subject.pos_ == "PROPN" or tree.is_one_of(subject, "person_titles")
    who = _who(tree, verb, subject, Event((), verb.token, verb, "", Mood()), Known()) if somebody else ""
    return known._replace(before=who, several=several)


def title_of(tree: Tree, event: Event, known: Known) -> str:
    """The title of an event, empty if none can be made.

    There is none that begins with `and`, or with `his` or `whose`: whose, another sentence says; nor one with `my`.
    """
    title = _title_of(tree, event, known)
    first, second, *_ = [*title.lower().split(), "", ""]
    classes = tree.grammar.classes
    cut_off = first in classes["and"] or (first in classes["whose"] and second not in classes["honours"])
    if cut_off or not classes["first_person"].isdisjoint(APART.split(title)):
        return ""
    return title[:1].upper() + title[1:]


def _title_of(tree: Tree, event: Event, known: Known) -> str:
    if entry := _of_entry(tree, event):
        return entry
    above = tree.verb_above(event.token)
    if event.verb is not None:
        done_to = event.verb.tense == "ing" and above is not None and event.token.head in tree.objects(above)
        seen = above is None or above.tense != "past" or tree.is_one_of(above.token, "observing", "saying")
        return _of_verb(tree, above if done_to and above and not seen else event.verb, event, known)
    if above is None or above.negated or above.tense not in ("past", "perfect"):
        return _of_noun(tree, event)
    if event.token in tree.children(above.token, "subject") and tree.objects(above):
        return _of_verb(tree, above, event, known) or _of_noun(tree, event)
    return _of_noun(tree, event) or (_of_verb(tree, above, event, known) if _is_within(tree, event.token) else "")


def _of_entry(tree: Tree, event: Event) -> str:
    """`4 March: troops cross the line`: what is told in the present behind a date is a title as it stands."""
    first = next((token.i for token in tree.doc if token.pos_ != "X"), 0)
    last = next(
        (at for at in range(first, len(tree.doc)) if tree.lows[at] in CLAUSE_ENDS or at in tree.in_brackets),
        len(tree.doc),
    )
    inside = range(first, last)
    told = any(verb.tense in (*PAST_TENSES, "imperfect", "future") for at, verb in tree.verbs.items() if at in inside)
    if not first or told or event.token.i not in inside or not tree.in_date.isdisjoint(inside):
        return ""
    words = without_article(tree, [tree.doc[at] for at in inside if tree.lows[at] not in MARKS_OF_SPEECH])
    text = written(tree, words)
    return text if len(words) > 2 and words[0].pos_ != "PRON" and len(text) <= LONGEST else ""


def _is_within(tree: Tree, noun: "Token") -> bool:
    """`in one attack, bombs killed two`: what is told beside the noun is the event itself."""
    led = (noun.head, *tree.children(noun, "case"))
    if any(tree.is_one_of(one, "genitive") for one in led) and noun.head.head.i not in tree.verbs:
        return _is_within(tree, noun.head if noun.head.pos_ == "NOUN" else noun.head.head)
    return any(tree.is_one_of(one, "within") for one in led) or any(
        tree.is_one_of(one, "within") for one in tree.children(noun, "adverb")
    )


def _of_noun(tree: Tree, event: Event) -> str:
    """`Shelling of Kora`: the noun with what it is of; a noun alone is no title."""
    noun = event.token
    inside = [*noun.subtree, *_beyond_date(tree, event)]
    led = [one for one in noun.children if one.i < noun.i and tree.hangs_as(one, "case", "coordinator")]
    words = stretch(tree, noun, (one for one in inside if one not in led), event)
    comma = next((at for at, token in enumerate(words) if tree.lows[token.i] == "," and at > 1), len(words))
    words = _shortened(
        tree, words if tree.children(noun, "joined") else words[:comma], LONGEST, _prepositions(tree, words)
    )
    named = [one for one in words if one.pos_ in (*NOUNS, "VERB") or (one.pos_ == "ADJ" and one.i > noun.i)]
    if len(named) > 1:
        return written(tree, without_article(tree, words, also="noun_articles"))
    return _of_clause(tree, event)


def _beyond_date(tree: Tree, event: Event) -> list["Token"]:
    """`the attack yesterday on Kora`: what follows the date, which the model hung on the date or the verb."""
    place = max(token.i for token in event.token.subtree if token.i not in tree.in_date) + 1
    first = place
    while place in tree.in_date:
        place += 1
    if place == first or place == len(tree.doc) or tree.doc[place].pos_ != "ADP":
        return []
    beyond, verb = tree.doc[place], tree.verb_above(event.token)
    top = beyond.head if tree.hangs_as(beyond, "case") else beyond
    hung = top.head.i in tree.in_date or (verb is not None and top.head == verb.token)
    return list(top.subtree) if hung else []


def _prepositions(tree: Tree, words: list["Token"]) -> set[int]:
    """The places of prepositions but `of`, before which a phrase can be cut; none in its first words."""
    return {token.i for token in words[3:] if token.pos_ == "ADP" and not tree.is_one_of(token, "genitive")}


def _shortened(tree: Tree, words: list["Token"], longest: int, ends: set[int]) -> list["Token"]:
    """As many words as there is room for, up to one of the places where they can be cut; none if there is no such."""
    while words and len(written(tree, words)) > longest:
        last = max((at for at in ends if at <= words[-1].i), default=0)
        words = without_end(tree, [token for token in words if token.i < last])
    return words


def _of_clause(tree: Tree, event: Event) -> str:
    """`a clash that broke out in Kora`: a noun with the verb that tells what happened."""
    clauses = [tree.verbs[one.i] for one in tree.children(event.token, "description") if one.i in tree.verbs]
    told = (verb for verb in clauses if verb.tense in (*PAST_TENSES, *UNFINISHED) and tree.subject(verb) is not None)
    return next(filter(None, (_of_verb(tree, verb, event, Known()) for verb in told)), "")


def _of_verb(tree: Tree, verb: Verb, event: Event, known: Known) -> str:
    """`Vestra expels two diplomats`, `Two diplomats are expelled`."""
    subject = event.token if event.token in tree.children(verb.token, "subject") else _subject(tree, verb)
    done = [tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs]
    if done and tree.is_one_of(verb.token, "going_to"):
        verb = done[0]
    if verb.negated:
        return ""
    before = _before(tree, verb) if subject is None else []
    if subject is None and not before:
        return _of_existing(tree, verb, event)
    who = _who(tree, verb, subject, event, known) if subject is not None else written(tree, before)
    subject = subject or before[0]
    present = _present(tree, verb, subject, spoken=bool(known.speaker) and tree.is_one_of(subject, "we"))
    if not who or not present:
        return ""
    start = f"{who} {present} "
    said = _said_before(tree, verb, event)
    words = said or stretch(tree, verb.token, _following(tree, verb, subject), event) + _said_behind(tree, verb, event)
    if verb.tense == "reduced" and not words and _is_within(tree, subject):
        above = tree.verb_above(subject)
        return _of_verb(tree, above, event, known) if above is not None and above.finite else ""
    if _lacks(tree, verb, event, words) or _is_unclear(tree, verb, subject, words):
        return ""
    rest = _fitting(tree, verb, words, len(start), said=bool(said))
    return (start + (_opened(tree, rest, words) if said else rest)).strip() if rest is not None else ""


def _before(tree: Tree, verb: Verb) -> list["Token"]:
    """A noun with an article or a number between a comma and a verb, which the model did not take for its subject."""
    parts: list[list[Token]] = [[]]
    for token in tree.doc[: verb.first] if verb.finite and tree.role(verb.token) != "description" else ():
        if tree.lows[token.i] == ",":
            parts.append([])
        elif token.pos_ != "X" and not tree.is_one_of(token, "reflexive", "not"):
            parts[-1].append(token)
    while parts and (not parts[-1] or parts[-1][0].pos_ == "PRON"):
        parts.pop()
    words = without_article(tree, parts[-1]) if parts and parts[-1][0].pos_ in ("DET", "NUM", "NOUN", "PROPN") else []
    finite = {at for at, one in tree.verbs.items() if one.finite}
    return [] if any(one.i in finite or one.pos_ in ("PRON", "SCONJ") for one in words) else words


def _of_existing(tree: Tree, verb: Verb, event: Event) -> str:
    """`there had been a serious incident in Angola`: what there was."""
    there = tree.objects(verb) if tree.children(verb.token, "expletive") else []
    words = stretch(tree, there[0], there[0].subtree, event) if there else []
    return written(tree, without_article(tree, words, also="noun_articles")) if len(words) > 2 else ""


def _fitting(tree: Tree, verb: Verb, words: list["Token"], start: int, *, said: bool) -> str | None:
    """The words for which there is room, up to a part or else a preposition; none if what is needed is not there."""
    needed = {one for one in tree.children(verb.token, *NEEDED) if one.i > verb.first and one.i not in tree.in_date}
    needed -= {one for one in needed if said or tree.is_one_of(one, "reflexive") or _is_of_object(tree, verb, one)}
    tops = {one.i: one.head if tree.hangs_as(one, "case") else one for one in words if one.pos_ == "ADP"}
    parts = {at for at, top in tops.items() if top.head == verb.token}
    for longest, ends in ((LONGEST, parts), (LONGEST_CLAUSE, parts), (LONGEST_CLAUSE, _prepositions(tree, words))):
        cut = _shortened(tree, words, longest - start, ends)
        if cut and needed <= set(cut) and not _turns(tree, words, len(cut)):
            return written(tree, cut)
    lacking = needed or (tree.is_one_of(verb.token, "transitive", "reacting") and not verb.passive)
    return None if lacking else ""


def _turns(tree: Tree, words: list["Token"], cut: int) -> bool:
    """Whether a denial stands before a cut and its `until` or French `que` behind it."""
    denied = any(tree.is_one_of(one, "not") for one in words[:cut])
    return denied and any(tree.is_one_of(one, "but") for one in words[cut:])


def _lacks(tree: Tree, verb: Verb, event: Event, words: list["Token"]) -> bool:
    """Whether it is not told what is said or condemned, or whom they detain; `injuries sustained` tell nothing."""
    if verb.passive:
        return not words and verb.tense == "reduced" and event.type == OTHER and tree.is_one_of(verb.token, "light")
    if tree.is_one_of(verb.token, "transitive"):
        return not any(tree.hangs_as(one, *NEEDED) or one.i in tree.verbs for one in words)
    return not words and tree.is_one_of(verb.token, "reacting")


def _is_unclear(tree: Tree, verb: Verb, subject: "Token", words: list["Token"]) -> bool:
    """`Vestra says he will not come`: nobody is named that `he` may be."""
    if not tree.is_one_of(verb.token, "saying", "accusing"):
        return False
    person = len(list(subject.children)) > 0 and subject.pos_ == "PROPN"
    person = person or any(tree.is_one_of(one, "person_titles") for one in (subject, *subject.children))
    return not person and any(tree.is_one_of(one, "person") and tree.role(one) == "subject" for one in words)


def _said_before(tree: Tree, verb: Verb, event: Event) -> list["Token"]:
    """`Two soldiers were killed, a spokesman said`: what is said, where it stands before its verb."""
    if not tree.is_one_of(verb.token, "saying", "accusing"):
        return []
    if _inverted(tree, verb) is not None:
        inside = list(tree.doc[: verb.first - 1])
        finite = [one.token for one in tree.verbs.values() if one.finite and one.token in inside]
        clause = next(iter(finite + [one for one in inside if one.pos_ in ("VERB", "AUX")]), None)
    else:
        clause = next((one for one in tree.children(verb.token, "clause") if one.i < verb.first), None)
        inside = list(clause.subtree) if clause is not None else []
    words = stretch(tree, clause, inside, event) if clause is not None else []
    return words if clause in words else []


def _opened(tree: Tree, text: str, words: list["Token"]) -> str:
    """What is said, behind the verb: in French with `que`."""
    if words[0].pos_ not in ("PROPN", "ADJ") and not text[1:2].isupper():
        text = text[:1].lower() + text[1:]
    vowel = text[:1].lower() in tree.grammar.forms.before_vowels["vowels"]
    opener = next((one for one in tree.grammar.classes["introducing"] if one.endswith("'") == vowel), "")
    return f"{opener}{'' if vowel else ' '}{text}".strip()


def _opener(tree: Tree, verb: Verb) -> int | None:
    """The place of the `that` behind a verb of saying."""
    behind = tree.lows[verb.token.i :] if tree.is_one_of(verb.token, "saying", "accusing") else []
    opener = next((at for at, low in enumerate(behind, verb.token.i) if low in tree.grammar.classes["that"]), None)
    between = range(verb.token.i + 1, opener or 0)
    return None if any(tree.verbs[at].finite for at in between if at in tree.verbs) else opener


def _said_behind(tree: Tree, verb: Verb, event: Event) -> list["Token"]:
    """`said on Monday that two soldiers were killed`: all from `that`, whatever the model hung it on."""
    opener = _opener(tree, verb)
    inside = list(tree.doc[opener:]) if opener is not None else []
    clause = next((one for one in inside if one.i in tree.verbs and tree.verbs[one.i].finite), None)
    words = stretch(tree, clause, inside, event) if clause is not None else []
    between = [one for one in tree.doc[verb.token.i + 1 : opener] if one.i not in tree.in_date]
    words = words if words[:1] == inside[:1] or len(between) < 2 else [*inside[:1], *words]
    return words if clause in words else []


def _inverted(tree: Tree, verb: Verb) -> "Token | None":
    """French `, a annoncé la ministre`: who says what stands before, which the model takes for what is said."""
    told = tree.is_one_of(verb.token, "saying", "accusing") and verb.first and tree.lows[verb.first - 1] == ","
    if not told or not tree.grammar.tells_in_present:
        return None
    return next((one for one in tree.children(verb.token, "subject", "object") if one.i > verb.token.i), None)


def _subject(tree: Tree, verb: Verb) -> "Token | None":
    """Who does it; for a relative pronoun the noun that it stands for."""
    if (inverted := _inverted(tree, verb)) is not None:
        return inverted
    subject = tree.subject(verb)
    token = verb.token
    if subject is not None and tree.is_one_of(subject, "relative"):
        while tree.role(token) in ("joined", "content") and token.head.i != token.i:
            token = token.head
        return _antecedent(tree, token) if tree.role(token) == "description" else None
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
    return None if led or placed else _hyphened(tree, subject)[-1]


def _agrees(tree: Tree, verb: Verb, subject: "Token") -> bool:
    """Whether a French participle may describe a noun: `l'évacuation des journalistes, blessés` are the journalists."""
    number = verb.token.morph.get("Number", []) if verb.tense == "reduced" else []
    return not number or is_plural(tree, subject) == ("Plur" in number)


def _hyphened(tree: Tree, subject: "Token") -> list["Token"]:
    """The words of `Co-Chairs` or `Croix-Rouge`, which the model may take apart; else the subject alone."""
    first, last = subject.i, subject.i + 1
    while first and _is_glued(tree, first):
        first -= 1
    while last < len(tree.doc) and _is_glued(tree, last):
        last += 1
    return list(tree.doc[first:last])


def _is_glued(tree: Tree, place: int) -> bool:
    return "-" in tree.lows[place - 1 : place + 1] and tree.ends[place - 1] == tree.starts[place]


def _antecedent(tree: Tree, token: "Token") -> "Token":
    """The noun that a relative clause is of: `three soldiers of the Mission who were killed` are soldiers."""
    if any(tree.is_one_of(child, "of_many") for child in token.children):
        nouns = (head for _, _, head in tree.above(token) if head.pos_ in NOUNS)
        return next((noun for noun in nouns if is_plural(tree, noun)), token.head)
    nouns = (noun for noun in (token.head, token.head.head.head) if noun.pos_ == "NOUN")
    lasting = (noun for noun in nouns if tree.grammar.nouns.at(noun.i, tree.lows))
    return next(lasting, token.head) if tree.is_one_of(token, "light", "beginning") else token.head


def _who(tree: Tree, verb: Verb, subject: "Token", event: Event, known: Known) -> str:
    """The words of a subject; who speaks for `we`, and whom `he` or `they` stand for where it is clear."""
    if tree.is_one_of(subject, "we"):
        return known.speaker
    if subject.pos_ == "PRON":
        return _for_pronoun(tree, verb, subject, event, known)
    before = {one for head in _hyphened(tree, subject)[:-1] for one in head.subtree if one.i < subject.i}
    words = stretch(tree, subject, before.union(subject.subtree), event)
    led = [one for one in words if one.head == subject and tree.hangs_as(one, "case")]
    led = [one for one in led if tree.lows[one.i] not in tree.grammar.classes["several"]]
    led += [one for one in words if tree.is_one_of(one, "relative")]
    start = max((at for at in range(words[0].i, subject.i) if _leads_in(tree, at)), default=-1) if words else -1
    words = [one for one in words if one not in led and one.i > start]
    return written(tree, without_article(tree, words)) if subject in words else ""


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
        return _who(tree, above, namesake, event, known) if same else ""
    return known.before if known.several == is_plural(tree, pronoun) else ""


def _following(tree: Tree, verb: Verb, subject: "Token") -> list["Token"]:
    """The words behind a verb that belong to it, also what a second verb shares with it."""
    alone = tree.is_one_of(verb.token, "transitive") and not verb.passive and not tree.objects(verb)
    if alone and (shared := _shared_objects(tree, verb)):
        return [token for one in shared for token in one.subtree]
    left_out = {
        token
        for child in verb.token.children
        if (child == subject and subject.i > verb.token.i)
        or child in verb.auxiliaries
        or tree.hangs_as(child, "coordinator", "opener", "denial", "expletive", "sign")
        or _is_of_object(tree, verb, child)
        for token in child.subtree
    }
    ends = [one.i for one in verb.token.rights if _is_end(tree, one)]
    last = min([*ends, _opener(tree, verb) or len(tree.doc)])
    return [token for token in verb.token.subtree if verb.token.i < token.i < last and token not in left_out]


def _is_end(tree: Tree, sign: "Token") -> bool:
    """Whether a comma that hangs on a verb closes what it tells: no preposition follows, and it is beside no date."""
    beside = {sign.i - 1, sign.i + 1}
    open_ended = sign.i + 1 < len(tree.doc) and tree.doc[sign.i + 1].pos_ in ("ADP", "PRON")
    return tree.lows[sign.i] == "," and not open_ended and tree.in_date.isdisjoint(beside)


def _is_of_object(tree: Tree, verb: Verb, child: "Token") -> bool:
    """French `la réunion que le Conseil a tenue`: a clause behind the object, of which the verb tells nobody."""
    clause = child.i in tree.verbs and tree.verbs[child.i].finite and tree.role(child) == "content"
    return clause and bool(tree.children(verb.token, "object")) and not tree.is_one_of(verb.token, "saying")


def _shared_objects(tree: Tree, verb: Verb) -> list["Token"]:
    """`detained and searched a man`: what is done to one with two verbs hangs on the second."""
    joined = [tree.verbs[one.i] for one in tree.children(verb.token, "joined") if one.i in tree.verbs]
    if not joined or tree.children(joined[0].token, "subject"):
        return []
    return tree.objects(joined[0]) or _shared_objects(tree, joined[0])


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


def _present(tree: Tree, verb: Verb, subject: "Token", *, spoken: bool) -> str:
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
    """`welcomes the meeting held in Kora`, which the model took for what is said."""
    above = tree.verb_above(verb.token) if tree.role(verb.token) == "content" else None
    said = above is None or not tree.is_one_of(above.token, "reacting") or tree.opener(verb)
    return not said and verb.tense == "past" and not verb.auxiliaries and not tree.objects(verb)
