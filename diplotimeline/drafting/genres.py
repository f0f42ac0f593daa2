"""Sentences that tell no event whatever their verbs say: definitions, habits, totals, lives, days of remembrance."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Node
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.moods import (
    CONDITION,
    DEMAND,
    NEGATION,
    is_definite,
    of_verb,
)
from diplotimeline.drafting.types import HARM, LOOSE, OTHER, SCHEDULABLE, STATE
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

HABIT = "a habit, no single event"
TOTAL = "a running total"
DEFINITION = "a definition"
ANNIVERSARY = "an anniversary"
BACKGROUND = "a position or background"
DOCUMENT = "the date of a document"
HEADING = "a heading"
NOTHING = "nothing happens"
QUESTION = "a question"
END = "an end, no event of its own"
VAGUE = "told too vaguely"
SETTLED = frozenset((TOTAL, HABIT, CONDITION, ANNIVERSARY, DEFINITION, HEADING, QUESTION))
"""Reasons that hold for the whole sentence, so that it tells no undated event either."""
BY_THE_YEAR = LOOSE | {STATE, "publication", "meeting", "statement", "investigation", "request"}
"""Types of what fills whole years of a life or a budget; of a war one may well say only the year."""


class Told(NamedTuple):
    """What a verb or noun may tell of a group of dates, or of none."""

    tree: Tree
    token: "Token"
    verb: Verb | None
    type: str
    dates: tuple[Dated, ...]

    @property
    def shape(self) -> str:
        """The shape of the first date."""
        return self.dates[0].node.shape if self.dates else ""

    @property
    def shapes(self) -> frozenset[str]:
        """The shapes of all dates and of the dates that they are made of."""
        return frozenset(shape for dated in self.dates for shape in _shapes(dated.node))

    @property
    def part(self) -> tuple[int, int]:
        """The part of the sentence, between signs that end everything."""
        return self.tree.part(self.token.i)

    def has(self, mark: str) -> bool:
        """Whether a mark stands in the same part of the sentence."""
        return self.tree.has(mark, *self.part)

    @property
    def is_past(self) -> bool:
        """Whether a past tense is told in the same part."""
        first, last = self.part
        return any(v.tense in PAST_TENSES for at, v in self.tree.verbs.items() if first <= at < last)


def _shapes(node: Node) -> Iterator[str]:
    yield node.shape
    for part in node.parts:
        if part.kind == "date":
            yield from _shapes(part.value)


def is_question(told: Told) -> bool:
    return told.tree.lows[-1] == "?"


def is_habit(told: Told) -> bool:
    """`every Thursday`; but a day of its own is told although it came `again and again`."""
    narrated = told.is_past and bool(told.shapes & GROUPS["day"])
    noun = told.verb is None and is_definite(told.tree, told.token)
    timetable = told.has("timetable") and not told.is_past
    return (told.has("habit") and not narrated and not noun and told.shape != "since") or timetable


def is_definition(told: Told) -> bool:
    quoted = any(low in '"«»“”' for low in told.tree.lows)
    return told.tree.has("definition") and (quoted or told.tree.has("wording"))


def is_unreal(told: Told) -> bool:
    """`suppose that`, `would have saved`, `only when … will we`."""
    tree = told.tree
    opening = next(
        (low for low in tree.lows if low not in tree.grammar.classes["joining"] | tree.grammar.classes["contrasting"]),
        "",
    )
    if opening in tree.grammar.classes["inverting"] and tree.lows[-1] != "?":
        return True
    if told.has("supposed") or (told.has("awaited") and told.verb is not None and told.verb.tense != "past"):
        return True
    verb = told.verb
    return verb is not None and verb.tense in ("hedged", "modal") and tree.is_one_of(verb.token, "unreal")


def is_refuted(told: Told) -> bool:
    """`reports that the bridge was shelled are false`, `it is not true that`, `no evidence that`."""
    tree, place = told.tree, told.token.i
    first, last = told.part
    if tree.has("untrue", first, place) or (
        tree.has("unproven", first, place) and not tree.has("contrast", first, place)
    ):
        return True
    heard = [at for at in tree.marks.get("hearsay", ()) if first <= at < place]
    rejected = any(tree.is_one_of(tree.doc[at], "denying") for at in range(first, heard[-1] if heard else first))
    return bool(heard) and (rejected or tree.has("refuted", place, last))


def is_rejection(told: Told) -> bool:
    """`rejected the claims that`: to deny is no event; a court's `rejected the claim` is."""
    tree, verb = told.tree, told.verb
    if verb is None or not tree.is_one_of(verb.token, "denying"):
        return False
    place = verb.token.i + 1
    heard = [at for at in tree.marks.get("hearsay_noun", ()) if place <= at < place + 4]
    return any(heard[0] < at for at in tree.verbs) if heard else False


def is_anniversary(told: Told) -> bool:
    first, last = told.part
    if told.tree.has("remembering", first, last):
        return True
    before = told.tree.tokens_of(told.dates[0]).start if told.dates else 0
    return told.tree.has("reference", max(first, before - 8), before)


def is_total(told: Told) -> bool:
    """`as of 30 September`, `since January … 412 violations`."""
    tree = told.tree
    first, last = told.part
    fact = told.verb is None and bool(told.shapes & GROUPS["day"])
    if tree.has("total", first, last) and not fact and not tree.has("no_total", first, last):
        return True
    if told.dates and told.shape not in GROUPS["day"] and tree.has("sum", first, last):
        return True
    if told.shape == "since" and tree.has("several_times", first, last):
        return True
    if not told.dates:
        return False
    at = tree.tokens_of(told.dates[0]).start
    if tree.has("portion", max(0, at - 6), at + 4) or _counts_up_to(told):
        return True
    months = (
        told.shape == "range" and [p.value.shape for p in told.dates[0].node.parts if p.kind == "date"] == ["month"] * 2
    )
    lasting = told.verb is not None and tree.is_one_of(told.verb.token, "lasting")
    return (told.shape == "since" or months) and not lasting and _counts_parts(told)


def _counts_up_to(told: Told) -> bool:
    """`as of 30 September`: the sentence begins with the day up to which it counts."""
    opening = told.tree.dates[0]
    opens = told.tree.tokens_of(opening).start <= 2 and opening.node.shape in ("from", "days", "figures")
    return opens and told.tree.has("as_of", 0, 2) and counts(told.tree, *told.part)


def _counts_parts(told: Told) -> bool:
    """Whether the subject or object of a verb, or a noun itself, is counted."""
    if told.verb is None:
        return counts(told.tree, *told.part)
    subject = told.tree.subject(told.verb)
    near = [*told.tree.objects(told.verb), *([subject] if subject is not None else [])]
    return any(told.tree.is_number(one) for noun in near for one in noun.subtree)


def counts(tree: Tree, first: int, last: int) -> bool:
    """Whether a number that belongs to no date stands in a stretch of words."""
    return any(tree.doc[at].pos_ == "NUM" and at not in tree.in_date for at in range(first, last))


def is_line(told: Told) -> bool:
    """A line of a page, no sentence: `issued on 4 May`, `for immediate release`."""
    tree = told.tree
    first, last = told.part
    if tree.has("furniture", first, min(last, first + 4)) and not (told.verb and told.verb.auxiliaries):
        return True
    ended = tree.lows[-1] in '.;!?):"»…”'
    if any(verb.finite for verb in tree.verbs.values()):
        return False
    if not ended and told.dates and tree.tokens_of(told.dates[0]).start > 1:
        return True
    reduced = told.verb is not None and told.verb.tense == "reduced"
    if told.verb is not None and reduced and tree.noun_of(told.verb) is None:
        return True
    return reduced and (not ended or told.type in ("decision", OTHER)) and not tree.has("factive")


def is_of_rough_dates(told: Told) -> str:
    """What is told of years, months or seasons only: lives, figures."""
    first, last = told.part
    tree = told.tree
    if not told.dates or told.shapes & (GROUPS["day"] | {"since", "running"}):
        return ""
    if told.has("figure") and told.shapes & GROUPS["inexact"]:
        return TOTAL
    if told.shapes <= GROUPS["years"] | GROUPS["portions"] and told.type in LOOSE and counts(tree, first, last):
        return TOTAL
    lived = told.shapes <= GROUPS["years"] | {"range", "from"} and told.type in BY_THE_YEAR and told.verb is not None
    return BACKGROUND if told.has("origin") or (lived and not _opens(told)) else ""


def _opens(told: Told) -> bool:
    """`in 2017 Sarrow lodged an application`: one year, and somebody with a name who does something in it."""
    tree = told.tree
    subject = tree.subject(told.verb) if told.verb else None
    named = subject is not None and tree.names_somebody(subject)
    return len(told.dates) == 1 and told.shape == "year" and tree.tokens_of(told.dates[0]).start <= 2 and named


def is_called_off(told: Told) -> bool:
    """`the visit planned for 5 May did not take place`, `the talks announced for June were cancelled`."""
    tree, verb = told.tree, told.verb
    if verb is None or verb.tense != "reduced" or not tree.is_one_of(verb.token, "arranged"):
        return False
    above = tree.verb_above(verb.token)
    return above is not None and (above.negated or tree.has("called_off", above.first, above.token.i + 3))


def is_background(told: Told) -> bool:
    """What goes on since a date without being a deed, or is only said to have begun or ended then."""
    tree, verb = told.tree, told.verb
    if told.shape in ("since", "running"):
        lasting = verb is not None and (
            _is_going_on(told)
            or verb.passive
            or (tree.is_one_of(verb.token, "lasting") and bool(tree.objects(verb)))
            or told.type in HARM | {"deployment"}
            or told.has("condition")
        )
        return not lasting
    if verb is None:
        return told.shapes <= GROUPS["years"] | {"month"} and _is_judged(told)
    if verb.tense == "reduced":
        return told.shape in GROUPS["terms"] | {"year"}
    return told.shape == "year" and tree.role(verb.token) == "description"


def _is_judged(told: Told) -> bool:
    """`the March 2021 elections were neither free nor fair`: of a noun no more is said than what it was like."""
    above = told.tree.verb_above(told.token)
    return above is not None and bool(told.tree.children(above.token, "predicate")) and told.type in SCHEDULABLE


def _is_going_on(told: Told) -> bool:
    """`has been jamming since March`, `has kept the airport shut since 11 June`."""
    tree, verb = told.tree, told.verb
    if verb is None or told.shapes & GROUPS["years"]:
        return False
    keeps = tree.is_one_of(verb.token, "keeping") and bool(tree.children(verb.token, "content", "predicate", "object"))
    return keeps or (verb.tense == "perfect" and verb.token.tag_ == "VBG" and told.type != STATE)


def is_asked_back(told: Told) -> bool:
    """`return to the positions that they held on 1 May`: what is demanded is described, nothing is told."""
    tree, verb = told.tree, told.verb
    if verb is None or tree.role(verb.token) not in ("description", "circumstance"):
        return False
    described = told.type in (OTHER, STATE, "meeting") or verb.tense == "imperfect" or told.shape in GROUPS["terms"]
    above = [
        tree.verbs[head.i] for _, _, head in tree.above(verb.token) if head.i in tree.verbs and head.i < verb.token.i
    ]
    asked = any(of_verb(tree, one, ()).reason == DEMAND for one in above)
    return described and asked


def is_end(told: Told) -> bool:
    return (
        told.shape == "until"
        and not told.tree.has("not_until")
        and told.type not in ("hostilities", "ceasefire-violation")
    )


def is_vague(told: Told) -> bool:
    reduced = told.verb is not None and told.verb.tense == "reduced"
    return told.shape == "vague" and (told.type in LOOSE or reduced)


def is_state(told: Told) -> bool:
    """A verb of which nothing happens; of a stretch of time since a date a state may be told."""
    return told.type == STATE and not (told.shape == "since" and (told.has("condition") or _is_going_on(told)))


def is_subject(told: Told) -> bool:
    """`2020 saw two summits`: the date is what is spoken of, not when it happened."""
    if told.verb is None or not told.dates:
        return False
    subjects = told.tree.children(told.verb.token, "subject")
    span = told.tree.tokens_of(told.dates[0])
    if not subjects and span.start == 0 and span.stop == told.verb.first and not told.verb.passive:
        return told.verb.finite
    return bool(subjects) and all(one.i in told.tree.in_date for one in subjects)


RULES: dict[str, tuple[Callable[[Told], bool], str]] = {
    "question": (is_question, QUESTION),
    "definition": (is_definition, DEFINITION),
    "unreal": (is_unreal, CONDITION),
    "refuted": (is_refuted, NEGATION),
    "rejection": (is_rejection, NEGATION),
    "called off": (is_called_off, NEGATION),
    "anniversary": (is_anniversary, ANNIVERSARY),
    "habit": (is_habit, HABIT),
    "total": (is_total, TOTAL),
    "line": (is_line, HEADING),
    "figures": (lambda told: is_of_rough_dates(told) == TOTAL, TOTAL),
    "lives": (lambda told: is_of_rough_dates(told) == BACKGROUND, BACKGROUND),
    "since": (is_background, BACKGROUND),
    "asked back": (is_asked_back, DEMAND),
    "end": (is_end, END),
    "vague": (is_vague, VAGUE),
    "subject": (is_subject, NOTHING),
    "state": (is_state, NOTHING),
}
"""The rules by name, each with its reason; the first that holds decides."""


def genre(told: Told) -> str:
    """Why what may be told is no event; empty if nothing speaks against it."""
    return next((reason for rule, reason in RULES.values() if rule(told)), "")
