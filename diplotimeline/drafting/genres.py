"""Sentences that tell no event whatever their verbs say: definitions, habits, what never was, lives, figures."""

from itertools import pairwise

from diplotimeline.drafting.clauses import Clauses
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.predicates import LIGHT, Verb
from diplotimeline.drafting.verdicts import (
    ANNIVERSARY,
    BACKGROUND,
    DAY_SHAPES,
    DEFINITION,
    HEADING,
    REASONS,
    SCHEDULABLE,
    SOFT,
    Judged,
)

INVERTING = frozenset(("had", "were", "should"))
BEFORE_INVERSION = frozenset(("and", "but", "even", ",", "for"))
SUPPOSED = frozenset(("would", "could", "should"))
"""With `have`, they tell what did not happen."""
YEARS = frozenset(("year", "decade"))
INEXACT = YEARS | {"month", "season", "range", "from", "part_of_month", "part_of_period"}
PORTIONS = frozenset(("by", "part_of_month", "before"))
BEHIND_CLAIMS = frozenset(("that", "of", "selon", "de", "d'"))
"""Words that open what somebody claims."""
CONTRASTS = frozenset(("but", "although", "though", "while", "mais", "tandis", "alors"))
TOLD = frozenset(("past", "perfect", "future", "hedged", "reduced"))
BY_THE_YEAR = frozenset((LIGHT, "", "publication", "meeting", "statement", "investigation", "request"))
"""Types of what fills whole years of a life or a budget; of a war one may well say only the year."""
PRINTED = frozenset(("publication", "request", LIGHT))
ENDINGS = frozenset((".", ";", "!", "?", ")", ":", '"'))


def genre(clauses: Clauses, judged: Judged) -> str:
    """Why the sentence, or the part of it in which something was judged, tells no event; empty if it may tell one."""
    first, last = _part(clauses, judged.first)
    verbs = [verb for verb in clauses.verbs if first <= verb.first < last]
    fact = judged.noun and judged.type not in SCHEDULABLE and clauses.definite(judged.first)
    if clauses.tagged.has("timetable", first, last) and not any(verb.tense in ("past", "perfect") for verb in verbs):
        return REASONS["habit"]
    if clauses.tagged.has("furniture", first, min(last, first + 4)) and not any(_is_told(verb) for verb in verbs):
        return HEADING
    if clauses.tagged.has("definition") and ('"' in clauses.lows or clauses.tagged.has("wording")):
        return DEFINITION
    if not fact and _is_unreal(clauses, first, last, verbs):
        return REASONS["conditional"]
    if clauses.tagged.has("untrue", first, judged.first) or _is_refuted(clauses, first, judged.first, last):
        return REASONS["negation"]
    if _is_unproven(clauses, first, judged.first) or _rejects(clauses, judged):
        return REASONS["negation"]
    if clauses.tagged.has("remembering", first, last):
        return ANNIVERSARY
    if not fact and clauses.tagged.has("habit", first, last) and not any(_tells(clauses, verb) for verb in verbs):
        return REASONS["habit"]
    if _is_printed(clauses, judged, verbs):
        return HEADING
    return _of_rough(clauses, judged, first, last) if judged.dates else ""


def _is_refuted(clauses: Clauses, first: int, place: int, last: int) -> bool:
    """`reports that the bridge was shelled are false`, `rejected claims that the bridge was shelled`."""
    told = [at for at in clauses.tagged.places("hearsay") if first <= at < place]
    rejected = any(not clauses.language.classes["denying"].isdisjoint(clauses.lows[max(0, at - 6) : at]) for at in told)
    return bool(told) and (rejected or clauses.tagged.has("refuted", place, last))


def _is_unproven(clauses: Clauses, first: int, place: int) -> bool:
    """`no evidence that the bridge was shelled`; what stands behind a `but` is told again."""
    doubts = [at for at in clauses.tagged.places("unproven") if first <= at < place]
    return bool(doubts) and CONTRASTS.isdisjoint(clauses.lows[doubts[-1] : place])


def _rejects(clauses: Clauses, judged: Judged) -> bool:
    """`rejected the claims that`: to deny is no event; a court's `rejected the claim` is."""
    classes = clauses.language.classes
    object = clauses.lows[judged.last : judged.last + 5]
    claims = any(word in classes["hearsay"] and after in BEHIND_CLAIMS for word, after in pairwise(object))
    return claims and not classes["denying"].isdisjoint(clauses.lows[judged.first : judged.last])


def _part(clauses: Clauses, place: int) -> tuple[int, int]:
    """The part of the sentence, between signs that end everything, in which a word stands."""
    first = max((at + 1 for at in clauses.hard if at < place), default=0)
    return first, clauses.hard_end(place)


def _is_told(verb: Verb) -> bool:
    return verb.tense in ("past", "perfect", "future") and verb.last - verb.first > 1


def _tells(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb is no present; French `réunit` is past and present alike."""
    ambiguous = clauses.language.code == "fr" and verb.last - verb.first == 1 and clauses.lows[verb.head].endswith("it")
    return verb.tense in TOLD and not ambiguous


def _is_unreal(clauses: Clauses, first: int, last: int, verbs: list[Verb]) -> bool:
    """`had X been admitted`, `would have saved`, `aurait permis`, `only when … will we`."""
    lows = clauses.lows
    opening = first
    while opening < last and lows[opening] in BEFORE_INVERSION:
        opening += 1
    if clauses.language.code == "en" and opening < last and lows[opening] in INVERTING and lows[-1] != "?":
        return True
    if clauses.tagged.has("supposed", first, last):
        return True
    attributed = clauses.tagged.has("according") or clauses.tagged.has("alleged", first, last)
    if clauses.language.code == "en":
        words = [set(lows[verb.first : verb.last]) for verb in verbs]
        unreal = any(word & SUPPOSED and "have" in word for word in words) and not attributed
    else:
        hedged = [verb for verb in verbs if verb.tense == "hedged"]
        supposed = clauses.tagged.has("conditional", first, last) or clauses.tagged.has("lacking", first, last)
        unreal = any(supposed or lows[verb.head] in clauses.language.classes["unreal"] for verb in hedged)
    awaited = clauses.tagged.has("awaited", first, first + 3)
    return unreal or (awaited and any(verb.tense in ("future", "modal") for verb in verbs))


def _is_printed(clauses: Clauses, judged: Judged, verbs: list[Verb]) -> bool:
    """A line of a page, no sentence: `issued on 4 May`, `salle fermée du 1er au 15 août`."""
    if clauses.lows[-1] not in ENDINGS and not any(verb.last - verb.first > 1 for verb in verbs):
        return judged.type in PRINTED and not clauses.fronted(judged.dates[0].first if judged.dates else 0)
    bare = not judged.noun and all(verb.tense == "reduced" for verb in clauses.verbs)
    addressed = any(clauses.marked_before(name, judged.first) for name in ("factive", *SOFT))
    return bare and judged.type in ("decision", LIGHT) and not addressed


def _of_rough(clauses: Clauses, judged: Judged, first: int, last: int) -> str:
    """What is told of years, months or seasons only: lives, figures, seasons."""
    shapes = {shape for dated in judged.dates for shape in _shapes(dated.node)}
    if shapes & (DAY_SHAPES | {"since", "running"}):
        return ""
    if clauses.tagged.has("figure", first, last) and shapes & INEXACT:
        return REASONS["total"]
    counted = shapes <= YEARS | PORTIONS and judged.type == LIGHT and clauses.counts(first, last)
    if counted:
        return REASONS["total"]
    lived = shapes <= YEARS | {"range", "from"} and judged.type in BY_THE_YEAR
    return BACKGROUND if clauses.tagged.has("origin") or (lived and not _opens(clauses, judged)) else ""


def _opens(clauses: Clauses, judged: Judged) -> bool:
    """`in 2017 Sarrow lodged an application`: one year, and somebody with a name who does something in it."""
    date = judged.dates[0]
    alone = len(judged.dates) == 1 and date.node.shape == "year" and date.first <= 2
    return alone and clauses.specific(date.last, judged.first)


def _shapes(node: Node) -> set[str]:
    """The shape of a date and of the dates that it is made of."""
    inner = [part.value for part in node.parts if part.kind == "date"]
    return {node.shape}.union(*(_shapes(one) for one in inner))
