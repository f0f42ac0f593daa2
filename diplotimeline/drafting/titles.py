"""A title of an event out of the words of its clause: subject, verb in the present, and what it was done to.

Left away are the date, lead-ins, relative clauses and asides. Where no whole title can be made, there is none.
"""

import re
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, UNFINISHED, Tree, Verb
from diplotimeline.drafting.phrasing import (
    MARKS_OF_SPEECH,
    is_cut,
    is_plural,
    present_of,
    stretch,
    without_article,
    without_end,
    written,
)
from diplotimeline.drafting.rules import Mood
from diplotimeline.drafting.subjects import Known, inverted, subject_of, who_of, words_before
from diplotimeline.drafting.telling import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 160
NEEDED = ("object", "predicate", "content")
CLAUSE_ENDS = frozenset(",;:.(–—")
APART = re.compile(r"\s+|(?<=['’])")


def after(tree: Tree, known: Known) -> Known:
    """Whom a text has named after a sentence; a pronoun names nobody else."""
    verb = next((one for one in tree.verbs.values() if one.finite and tree.verb_above(one.token) is None), None)
    subject = tree.subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.pos_ == "PRON":
        return known
    several = is_plural(tree, subject)
    somebody = several or subject.pos_ == "PROPN" or tree.is_one_of(subject, "person_titles")
    who = who_of(tree, verb, subject, Event((), verb.token, verb, "", Mood()), Known()) if somebody else ""
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
    words = [] if is_cut(tree, words) else words
    text = written(tree, words)
    return text if len(words) > 2 and words[0].pos_ != "PRON" and len(text) <= LONGEST else ""


def _is_within(tree: Tree, noun: "Token") -> bool:
    """`in one attack, bombs killed two`: what is told beside the noun is the event itself."""
    led = (noun.head, *tree.children(noun, "case", "adverb"))
    if any(tree.is_one_of(one, "genitive") for one in led) and noun.head.head.i not in tree.verbs:
        return _is_within(tree, noun.head if noun.head.pos_ == "NOUN" else noun.head.head)
    return any(tree.is_one_of(one, "during") for one in led)


def _of_noun(tree: Tree, event: Event) -> str:
    """`Shelling of Kora`: the noun with what it is of; a noun alone is no title."""
    noun = event.token
    led = [one for one in noun.children if one.i < noun.i and tree.hangs_as(one, "case", "coordinator")]
    inside = (one for one in (*noun.subtree, *_beyond_date(tree, event)) if one not in led)
    words = stretch(tree, noun, inside, event)
    comma = next((at for at, token in enumerate(words) if tree.lows[token.i] == "," and at > 1), len(words))
    words = _fitting(tree, words if tree.children(noun, "joined") else words[:comma], 0, {noun}) or []
    joins = [at for at, token in enumerate(words) if tree.is_one_of(token, "and")]
    if len(joins) > 1 and [one.pos_ for one in tree.doc[words[-1].i + 1 :][:1]] in (["VERB"], ["AUX"]):
        words = words[: joins[-1]]  # `attacks on Sol and Lund and ten others arrested in Kora`
    named = [one for one in words if one.pos_ in (*NOUNS, "VERB") or (one.pos_ == "ADJ" and one.i > noun.i)]
    if len(named) > 1:
        return written(tree, without_article(tree, words, also="noun_articles"))
    return _of_clause(tree, event)


def _beyond_date(tree: Tree, event: Event) -> list["Token"]:
    """`the attack yesterday on Kora`: what follows the date, which the model hung on the date or the verb."""
    last = max((one.i for one in event.token.subtree if one.i not in tree.in_date), default=len(tree.doc))
    beyond = next((one for one in tree.doc[last + 1 :] if one.i not in tree.in_date), None)
    if beyond is None or beyond.i == last + 1 or beyond.pos_ != "ADP":
        return []
    top, verb = beyond.head if tree.hangs_as(beyond, "case") else beyond, tree.verb_above(event.token)
    hung = top.head.i in tree.in_date or (verb is not None and top.head == verb.token)
    return list(top.subtree) if hung else []


def _of_clause(tree: Tree, event: Event) -> str:
    """`a clash that broke out in Kora`: a noun with the verb that tells what happened."""
    clauses = [tree.verbs[one.i] for one in tree.children(event.token, "description") if one.i in tree.verbs]
    told = (verb for verb in clauses if verb.tense in (*PAST_TENSES, *UNFINISHED) and tree.subject(verb) is not None)
    return next(filter(None, (_of_verb(tree, verb, event, Known()) for verb in told)), "")


def _of_verb(tree: Tree, verb: Verb, event: Event, known: Known) -> str:
    """`Vestra expels two diplomats`, `Two diplomats are expelled`."""
    subject = event.token if event.token in tree.children(verb.token, "subject") else subject_of(tree, verb)
    done = [tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs]
    verb = done[0] if done and tree.is_one_of(verb.token, "going_to") else verb
    before = words_before(tree, verb) if subject is None else []
    if there := _what_there_is(tree, verb):
        return written(tree, without_article(tree, stretch(tree, there, there.subtree, event), also="noun_articles"))
    if subject is None and not before:
        return ""
    who = written(tree, before) if subject is None else who_of(tree, verb, subject, event, known)
    subject = subject or before[0]
    present = present_of(tree, verb, subject, spoken=bool(known.speaker) and tree.is_one_of(subject, "we"))
    if not who or not present or verb.negated:
        return ""
    said, clause = _said(tree, verb, event)
    opens = bool(said) and said[0].i < verb.first
    words = [] if opens else stretch(tree, verb.token, _following(tree, verb, subject), event)
    if verb.tense == "reduced" and not words and _is_within(tree, subject):
        above = tree.verb_above(subject)
        return _of_verb(tree, above, event, known) if above is not None and above.finite else ""
    rest = _fitting(tree, [*words, *said], len(f"{who} {present} "), _needed(tree, verb, clause))
    if rest is None or _lacks(tree, verb, event, rest) or _is_unclear(tree, verb, subject, rest):
        return ""
    text = written(tree, rest)
    return f"{who} {present} {_opened(tree, text, rest) if opens else text}".strip()


def _needed(tree: Tree, verb: Verb, clause: "Token | None") -> set["Token"]:
    """What a verb says nothing without: what it is done to, and the verb of what is said."""
    needed = [one for one in tree.children(verb.token, *NEEDED) if one.i > verb.first and one.i not in tree.in_date]
    return {clause} if clause else {one for one in needed if not _is_of_object(tree, verb, one)}


def _fitting(tree: Tree, words: list["Token"], start: int, needed: set["Token"]) -> list["Token"] | None:
    """As many words as there is room for, up to a preposition but `of`; none without those that are needed."""
    cuts = (at for at in range(len(words) - 1, 0, -1) if words[at].pos_ == "ADP")
    for end in (len(words), *(at for at in cuts if not tree.is_one_of(words[at], "genitive"))):
        cut = without_end(tree, words[:end])
        if needed <= set(cut) and start + len(written(tree, cut)) <= LONGEST and not _turns(tree, cut):
            return cut
    return None if needed else []


def _what_there_is(tree: Tree, verb: Verb) -> "Token | None":
    """`there had been a serious incident in Nubar`: what there was."""
    led = [one for one in tree.children(verb.token, "expletive") if not tree.is_one_of(one, "reflexive")]
    there = tree.objects(verb) if led and not tree.children(verb.token, "subject") else []
    return there[0] if there and list(there[0].rights) else None


def _turns(tree: Tree, words: list["Token"]) -> bool:
    """Whether an `until` or the `que` of French `ne … que` stands behind words that deny something."""
    behind = tree.lows[words[-1].i + 1 : words[-1].i + 4] if any(tree.is_one_of(one, "not") for one in words) else []
    return not tree.grammar.classes["but"].isdisjoint(behind)


def _lacks(tree: Tree, verb: Verb, event: Event, words: list["Token"]) -> bool:
    """Whether it is not told what is said or condemned, or whom they detain; `injuries sustained` tell nothing."""
    if verb.passive:
        return not words and verb.tense == "reduced" and not event.type and tree.is_one_of(verb.token, "light")
    if tree.is_one_of(verb.token, "transitive"):
        return not any(tree.hangs_as(one, *NEEDED) or one.i in tree.verbs for one in words)
    return not words and tree.is_one_of(verb.token, "reacting")


def _is_unclear(tree: Tree, verb: Verb, subject: "Token", words: list["Token"]) -> bool:
    """`Vestra says he will not come`: nobody is named that `he` may be."""
    if not tree.is_one_of(verb.token, "saying", "accusing"):
        return False
    names = (subject, *subject.children)
    person = len(names) > 1 and (subject.pos_ == "PROPN" or any(tree.is_one_of(one, "person_titles") for one in names))
    return not person and any(tree.is_one_of(one, "person") and tree.role(one) == "subject" for one in words)


def _said(tree: Tree, verb: Verb, event: Event) -> tuple[list["Token"], "Token | None"]:
    """`said on Monday that two died`, `Two died, a spokesman said`: what is said, and its verb, wherever it hangs."""
    opener, content = _opener(tree, verb), tree.children(verb.token, "clause")
    if not tree.is_one_of(verb.token, "saying", "accusing"):
        return [], None
    if opener is not None:
        inside = list(tree.doc[opener:])
    elif inverted(tree, verb) is not None:
        inside = list(tree.doc[: verb.first - 1])
    elif content and content[0].i < verb.first:
        inside = [content[0], *content[0].subtree]
    else:
        return [], None
    finite = [one for one in inside if one.i in tree.verbs and tree.verbs[one.i].finite]
    clause = next(iter(finite or [one for one in inside if one.pos_ in ("VERB", "AUX")]), None)
    words = stretch(tree, clause, set(inside), event) if clause is not None else []
    between = [at for at in range(verb.token.i + 1, opener or 0) if at not in tree.in_date]
    if words[:1] != inside[:1] and opener and len(between) > 1:
        words = [tree.doc[opener], *words]  # `said in Nubar that`
    return (words, clause) if clause in words else ([], None)


def _opener(tree: Tree, verb: Verb) -> int | None:
    """The place of the `that` behind a verb of saying."""
    behind = range(verb.token.i, len(tree.doc)) if tree.is_one_of(verb.token, "saying", "accusing") else ()
    opener = next((at for at in behind if tree.lows[at] in tree.grammar.classes["that"]), None)
    between = range(verb.token.i + 1, opener or 0)
    return None if any(tree.verbs[at].finite for at in between if at in tree.verbs) else opener


def _opened(tree: Tree, text: str, words: list["Token"]) -> str:
    """What is said, behind the verb: in French with `que`."""
    if words[0].pos_ not in ("PROPN", "ADJ") and not text[1:2].isupper():
        text = text[:1].lower() + text[1:]
    vowel = text[:1].lower() in tree.grammar.forms.before_vowels["vowels"]
    opener = next((one for one in tree.grammar.classes["introducing"] if one.endswith("'") == vowel), "")
    return f"{opener}{'' if vowel else ' '}{text}".strip()


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
    done_to = max((one.i for one in tree.children(verb.token, *NEEDED)), default=0)
    ends = [one.i for one in verb.token.rights if one.i > done_to and _is_end(tree, one)]
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
