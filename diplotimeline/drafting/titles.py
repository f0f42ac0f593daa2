"""A title of an event out of the words of its clause: subject, verb in the present, and what it was done to.

Left away are the date, lead-ins, relative clauses and asides. Where no whole title can be made, there is none.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.phrasing import (
    ENDS,
    MARKS_OF_SPEECH,
    is_left_out,
    is_plural,
    phrase,
    without_article,
    written,
)
from diplotimeline.drafting.rules import Mood
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.types import OTHER

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 120
LONGEST_CLAUSE = 160
CLAUSE_ENDS = frozenset(",;:.(–—")


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
    return "" if cut_off or not classes["first_person"].isdisjoint(title.split()) else title


def _title_of(tree: Tree, event: Event, known: Known) -> str:
    if entry := _of_entry(tree, event):
        return entry
    if event.verb is not None:
        return _of_verb(tree, event.verb, event, known)
    above = tree.verb_above(event.token)
    if above is None or above.negated or above.tense not in ("past", "perfect"):
        return _of_noun(tree, event)
    if event.token in tree.children(above.token, "subject") and tree.objects(above):
        return _of_verb(tree, above, event, known) or _of_noun(tree, event)
    return _of_noun(tree, event) or (_of_verb(tree, above, event, known) if _is_within(tree, event) else "")


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
    known = len(words) > 2 and words[0].pos_ != "PRON" and len(text) <= LONGEST
    return text[:1].upper() + text[1:] if known else ""


def _is_within(tree: Tree, event: Event) -> bool:
    """`in one attack, bombs killed two`: what is told beside the noun is the event itself."""
    return any(tree.is_one_of(token, "within") for token in (event.token.head, *tree.children(event.token, "case")))


def _of_noun(tree: Tree, event: Event) -> str:
    """`Shelling of Kora`: the noun with what it is of; a noun alone is no title."""
    words = [
        token
        for token in phrase(tree, event.token, event)
        if token.head != event.token or not tree.hangs_as(token, "case", "coordinator") or token.i > event.token.i
    ]
    words += _beyond_date(tree, words[-1], event) if words else []
    comma = next((at for at, token in enumerate(words) if tree.lows[token.i] == "," and at > 1), len(words))
    words = words if tree.children(event.token, "joined") else words[:comma]
    named = [token for token in words if token.pos_ in (*NOUNS, "VERB")]
    words = _shortened(tree, words, LONGEST)
    if not words:
        return ""
    text = written(tree, without_article(tree, words, also="noun_articles"))
    return text[:1].upper() + text[1:] if len(named) > 1 else _of_clause(tree, event)


def _shortened(tree: Tree, words: list["Token"], longest: int) -> list["Token"]:
    """As many words as there is room for, up to one of their prepositions; none if they cannot be cut."""
    while words and len(written(tree, words)) > longest:
        last = max((token.i for token in words if token.pos_ == "ADP" and token.i > words[0].i + 2), default=0)
        words = [token for token in words if token.i < last]
    return words


def _beyond_date(tree: Tree, last: "Token", event: Event) -> list["Token"]:
    """`the attack yesterday on Kora`: what follows the date, which the model hung on the date or the verb."""
    place = last.i + 1
    while place in tree.in_date:
        place += 1
    if place == last.i + 1 or place == len(tree.doc) or tree.doc[place].pos_ != "ADP":
        return []
    beyond, verb = tree.doc[place], tree.verb_above(event.token)
    top = beyond.head if tree.hangs_as(beyond, "case") else beyond
    hung = top.head.i in tree.in_date or (verb is not None and top.head == verb.token)
    return list(phrase(tree, top, event)) if hung else []


def _of_clause(tree: Tree, event: Event) -> str:
    """`a clash that broke out in Kora`: a noun with the verb that tells what happened."""
    clauses = [tree.verbs[one.i] for one in tree.children(event.token, "description") if one.i in tree.verbs]
    told = (verb for verb in clauses if verb.tense in (*PAST_TENSES, "ing") and tree.subject(verb) is not None)
    return next(filter(None, (_of_verb(tree, verb, event, Known()) for verb in told)), "")


def _of_verb(tree: Tree, verb: Verb, event: Event, known: Known) -> str:
    """`Vestra expels two diplomats`, `Two diplomats are expelled`."""
    subject = event.token if event.token in tree.children(verb.token, "subject") else _subject(tree, verb)
    if subject is None:
        return ""
    done = [tree.verbs[one.i] for one in tree.children(verb.token, "content") if one.i in tree.verbs]
    if done and tree.is_one_of(verb.token, "going_to"):
        verb = done[0]
    who = _who(tree, verb, subject, event, known)
    present = _present(tree, verb, subject, spoken=bool(known.speaker) and tree.is_one_of(subject, "we"))
    if not who or not present:
        return ""
    rest = [part for part in _parts(tree, verb, subject, event) if written(tree, part)]
    if _lacks(tree, verb, event, rest):
        return ""
    return _put_together(tree, f"{who} {present}", rest)


def _lacks(tree: Tree, verb: Verb, event: Event, rest: list[list["Token"]]) -> bool:
    """Whether it was not found what is said or condemned, or whom they detain; `injuries sustained` tell nothing."""
    if verb.passive:
        return not rest and verb.tense == "reduced" and event.type == OTHER and tree.is_one_of(verb.token, "light")
    if tree.is_one_of(verb.token, "transitive"):
        return not any(_is_needed(tree, part) for part in rest)
    return not rest and tree.is_one_of(verb.token, "reacting")


def _put_together(tree: Tree, text: str, rest: list[list["Token"]]) -> str:
    """A title out of who does what and the parts that follow it, as long as there is room for them."""
    spare = [part for part in rest[1:] if not _is_needed(tree, part)]
    while spare and sum(len(written(tree, part)) for part in rest) + len(text) > LONGEST:
        rest.remove(spare.pop())
    for part in rest:
        words = _shortened(tree, part, LONGEST_CLAUSE - len(text) - 1)
        if not words and _is_needed(tree, part):
            return ""
        text += f" {written(tree, words)}"
    text = _without_end(tree, text)
    return text[:1].upper() + text[1:] if len(text) <= LONGEST_CLAUSE else ""


def _is_needed(tree: Tree, part: list["Token"]) -> bool:
    """Whether a verb says nothing without a part: what it is done to, by whom, and names."""
    needed = tree.hangs_as(min(part, key=lambda one: one.head in part), "object", "predicate", "content", "agent")
    return needed or tree.text[tree.starts[part[0].i]].isupper()


def _without_end(tree: Tree, text: str) -> str:
    """A text without signs and without an `and` at its end, whose second part is left out."""
    text = text.strip(ENDS)
    head, _, last = text.rpartition(" ")
    return _without_end(tree, head) if last in tree.grammar.classes["and"] else text


def _subject(tree: Tree, verb: Verb) -> "Token | None":
    """Who does it; for a relative pronoun the noun that it stands for."""
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
    return _hyphened(tree, subject)[-1]


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
    return token.head


def _who(tree: Tree, verb: Verb, subject: "Token", event: Event, known: Known) -> str:
    """The words of a subject; who speaks for `we`, and whom `he` or `they` stand for where it is clear."""
    if tree.is_one_of(subject, "we"):
        return known.speaker
    if subject.pos_ == "PRON":
        return _for_pronoun(tree, verb, subject, event, known)
    parts = [list(phrase(tree, head, event)) for head in _hyphened(tree, subject)]
    before = {token for part in parts[:-1] for token in part if token.i < subject.i}
    words = sorted(before.union(parts[-1]))
    led = [
        token
        for token in words
        if token.head == subject
        and tree.hangs_as(token, "case")
        and tree.lows[token.i] not in tree.grammar.classes["several"]
    ]
    led += [token for token in words if tree.is_one_of(token, "relative")]
    return written(tree, without_article(tree, [token for token in words if token not in led]))


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


def _parts(tree: Tree, verb: Verb, subject: "Token", event: Event) -> Iterator[list["Token"]]:
    """What follows the verb, part by part."""
    own = subject.head == verb.token
    skipped = {one.i for one in verb.auxiliaries} | ({one.i for one in subject.subtree} if own else set())
    for child in sorted(_children(tree, verb), key=lambda one: one.i):
        if (
            child.i in skipped
            or child.pos_ == "PUNCT"
            or tree.hangs_as(child, "coordinator", "opener", "denial")
            or is_left_out(tree, child, event)
        ):
            continue
        if child.i < verb.token.i and (child.pos_ != "PART" or tree.role(child)):
            continue
        if child == subject or tree.hangs_as(child, "expletive") or _is_of_object(tree, verb, child):
            continue
        yield list(phrase(tree, child, event))


def _is_of_object(tree: Tree, verb: Verb, child: "Token") -> bool:
    """French `la réunion que le Conseil a tenue`: a clause behind the object, of which the verb tells nobody."""
    clause = child.i in tree.verbs and tree.verbs[child.i].finite and tree.role(child) == "content"
    return clause and bool(tree.children(verb.token, "object")) and not tree.is_one_of(verb.token, "saying")


def _children(tree: Tree, verb: Verb) -> Iterator["Token"]:
    """What hangs on a verb, also what the model hung on the date between."""
    if tree.is_one_of(verb.token, "transitive") and not verb.passive and not tree.objects(verb):
        yield from _shared_objects(tree, verb)
    for child in verb.token.children:
        yield child
        below = (one for one in child.subtree if one.i not in tree.in_date and one.head.i in tree.in_date)
        below = (one for one in below if one.pos_ in (*NOUNS, "ADP") and not tree.hangs_as(one, "case"))
        yield from (one for one in below if one.i > verb.token.i)


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
    return tree.words(before.i, before.i + 1) if own and not tree.is_one_of(before, "timing", "not") else ""


def _present(tree: Tree, verb: Verb, subject: "Token", *, spoken: bool) -> str:
    """The verb in the present, in the number of its subject; empty if its form is not known."""
    many = not spoken and is_plural(tree, subject)
    forms, adverb = tree.grammar.forms, _adverb_of(tree, verb)
    word = tree.words(verb.token.i, verb.token.i + 1)
    moved = tree.is_one_of(verb.token, "moving")
    passive = verb.passive and not moved and verb.tense != "ing"
    if passive or (tree.children(verb.token, "copula") and not moved):
        known = not passive or forms.is_participle(word)
        return " ".join(filter(None, (forms.present("be", many=many), adverb, word))) if known else ""
    if subject.is_upper and verb.tense == "ing" and tree.grammar.nouns.at(verb.first, tree.lows):
        return word  # `the next MIVES meeting`, which the model took for a verb
    present = forms.present(verb.lemma, many=many)
    if not present:
        return ""
    reflexive = [one for one in tree.children(verb.token, "expletive", "object") if tree.is_one_of(one, "reflexive")]
    reflexive += [one for one in verb.token.children if spoken and one != subject and tree.is_one_of(one, "ourselves")]
    present = forms.reflexive(present) if reflexive else present
    return " ".join(filter(None, (present, adverb) if tree.grammar.tells_in_present else (adverb, present)))
