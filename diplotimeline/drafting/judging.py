"""What in a sentence is an event: for every date the verb or the noun that it belongs to, and what speaks against it.

Tense, mood, subject and the reach of a denial decide, not single sentences: a past tense tells an event, a future one
a plan; demands, wishes, conditions, running totals and references to documents tell none.
"""

from diplotimeline.drafting.clauses import LEADS, PAST_TENSES, Clauses
from diplotimeline.drafting.moods import of_verb
from diplotimeline.drafting.nouns import TERMS, noun_of, of_noun
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.drafting.undated import shown, undated
from diplotimeline.drafting.verdicts import (
    ANNIVERSARY,
    BACKGROUND,
    DOCUMENT,
    HEADING,
    NOTHING,
    PAST,
    REASONS,
    Judged,
    refused,
)

JOINING = frozenset(("and", "et", ",", "&", "on", "the", "le", "les", "as", "well", "puis", "or", "ou"))
COUNTED = frozenset(("ago", "offset", "adjacent", "before_or_after", "vague", "relative", "period"))
"""Shapes that are counted from somewhere: beside a day or month they say the same once more."""
STOPS = frozenset((",", ";", ":", "the"))
ROUGH = frozenset(("year", "vague", "decade"))
NAMING = frozenset(("of", "dated", "du", "daté", "datée", "date", "from"))
ENDINGS = frozenset((".", ";", "!", ")"))
REFERENCE_REACH = 8


def judge(tagged: Tagged) -> list[Judged]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    if not (tagged.verbs or tagged.nouns or tagged.dates):
        return []
    clauses = Clauses(tagged)
    dated = _without_background([_of_date(clauses, group) for group in _groups(tagged)])
    told = {one.first for one in dated if not one.reason}
    seen = [one for one in shown(clauses) if one.first not in told]
    return dated + seen + ([] if told else undated(clauses, {one.first for one in dated}))


def _without_background(dated: list[Judged]) -> list[Judged]:
    """Beside a day, a mere year and a `recently` are background, unless they open the sentence."""
    exact = [one for one in dated if not one.reason and not _is_rough(one.dates[0])]
    if not exact:
        return dated
    return [
        refused(one.dates, BACKGROUND)
        if not one.reason and one not in exact and (one.dates[0].node.shape != "year" or one.dates[0].first > 2)
        else one
        for one in dated
    ]


def _is_rough(date: Dated) -> bool:
    """A year, `recently`, `this month`."""
    return date.node.shape in ROUGH or (
        date.node.shape == "period" and bool(date.node.values("H")) and len(date.node.parts) == 2
    )


def why_nothing(tagged: Tagged) -> str:
    """Why a sentence without any date or event tells none."""
    names = [name for _, marks in sorted(tagged.marks.items()) for name in sorted(marks)]
    return next((REASONS[name] for name in names if name in REASONS), NOTHING)


def _groups(tagged: Tagged) -> list[tuple[Dated, ...]]:
    """Dates that are only joined by `and` or a comma belong to one verb or noun.

    Of two that say the same, as in `ten years ago, in August 2008`, the second stands for both.
    """
    groups: list[list[Dated]] = []
    for date in tagged.dates:
        between = tagged.lows[groups[-1][-1].last : date.first] if groups else ["x"]
        apposed = between[:1] == [","] and len(between) <= 3 and all(low in LEADS for low in between[1:])
        if apposed and (groups[-1][-1].node.shape in COUNTED) != (date.node.shape in COUNTED):
            groups[-1][-1:] = [groups[-1][-1] if date.node.shape in COUNTED else date]
        elif groups and all(low in JOINING for low in between) and groups[-1][-1].node.shape != "vague":
            groups[-1].append(date)
        else:
            groups.append([date])
    return [tuple(group) for group in groups]


def _of_date(clauses: Clauses, dates: tuple[Dated, ...]) -> Judged:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    dates = _unwrapped(clauses, dates)
    reference = _reference(clauses, dates)
    if reference:
        return refused(dates, reference)
    noun = noun_of(clauses, dates)
    if noun is not None and not clauses.verbs and clauses.lows[-1] not in ENDINGS:
        return refused(dates, HEADING)
    if noun is not None:
        return of_noun(clauses, dates, noun)
    verb = clauses.verb_of(dates)
    return _of_chronicle(clauses, dates) if verb is None else of_verb(clauses, dates, verb)


def _unwrapped(clauses: Clauses, dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    first, last = dates[0].first, dates[0].last
    inner = [part for part in dates[0].node.parts if part.kind == "1"]
    named = any(at in clauses.tagged.nouns for at in range(last, last + 2))
    if dates[0].node.shape != "by" or clauses.lows[first + 1] != "the" or not inner or not named:
        return dates
    return (dates[0]._replace(node=inner[0].value, first=first + 1), *dates[1:])


def _of_chronicle(clauses: Clauses, dates: tuple[Dated, ...]) -> Judged:
    """An entry of a chronicle: `3 May 2022: Shelling of Tolm`, `4 May – Ministers meet in Kyv`."""
    last, tagged = dates[-1].last, clauses.tagged
    place = next((at for at in sorted({*tagged.nouns, *tagged.verbs}) if at > last), None)
    if place is None or dates[0].first > 1 or clauses.lows[last : last + 1] not in ([":"], ["-"]):
        return refused(dates, "no verb and no noun of an event")
    if any(verb.negated for verb in clauses.verbs):
        return refused(dates, REASONS["negation"])
    if place in tagged.nouns:
        type, length = tagged.nouns[place]
    else:
        type, _, length = tagged.verbs[place]
    return Judged(dates, place, place + length, type, place in tagged.nouns, PAST, reason="" if type else NOTHING)


def _reference(clauses: Clauses, dates: tuple[Dated, ...]) -> str:
    """Why a date only names something: a document of that day, an anniversary. Empty if it does not."""
    first, last = dates[0].first, dates[-1].last
    if dates[0].node.shape in TERMS:
        return ""
    if clauses.near("origin", first - 3, first):
        return BACKGROUND
    if clauses.near("reference", first - REFERENCE_REACH, first) and clauses.connected(first - REFERENCE_REACH, first):
        return ANNIVERSARY
    for at in range(first - 1, max(-1, first - 1 - REFERENCE_REACH), -1):
        marks = clauses.tagged.marks.get(at, ())
        if at in clauses.in_verb or clauses.lows[at] in ",;:":
            break
        if at in clauses.tagged.nouns and "document" not in marks:
            return ""
        if "document" in marks and (_adjoins(clauses, at, first) or _names(clauses, first)):
            return "" if _speaks(clauses, at, last) else DOCUMENT
    return DOCUMENT if _describes(clauses, first, last) else ""


def _describes(clauses: Clauses, first: int, last: int) -> bool:
    """English: `the 9 November statement`."""
    determined = (
        clauses.lows[first] == "the" or clauses.lows[max(0, first - 1)] in clauses.language.classes["determiners"]
    )
    for at in range(last, min(last + 5, len(clauses.lows))) if determined and clauses.language.code == "en" else ():
        if at in clauses.in_verb or clauses.lows[at] in STOPS | clauses.language.classes["prepositions"]:
            break
        if {"document", "reference"} & clauses.tagged.marks.get(at, set()):
            return True
    return False


def _adjoins(clauses: Clauses, document: int, date: int) -> bool:
    """`decision 3 May`; but French `la loi le 3 mai` tells when."""
    return document == date - 1 and clauses.lows[date] not in ("le", "la", "les")


def _names(clauses: Clauses, date: int) -> bool:
    """Whether a date says which document is meant: `of 9 November`, not `in Geneva on 3 May`."""
    if clauses.language.code == "fr":
        return clauses.lows[date] in ("du", "des") or clauses.lows[date - 1] in NAMING
    return clauses.lows[date - 1] in NAMING


def _speaks(clauses: Clauses, document: int, last: int) -> bool:
    """Whether a letter of that day is what somebody says something in: `in its letter of 5 May, it requested`."""
    verb = next((verb for verb in clauses.verbs if verb.first >= last), None)
    if document > 3 or clauses.lows[0] not in ("in", "by", "dans", "par") or verb is None:
        return False
    return verb.tense in PAST_TENSES and verb.type in ("request", "statement", "decision")
