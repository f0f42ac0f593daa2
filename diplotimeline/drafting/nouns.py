"""Events that a noun names: `the shelling of Bakal on 3 September`, `last week's attack`."""

from diplotimeline.drafting.clauses import HARD, PAST_TENSES, Clauses
from diplotimeline.drafting.tagging import Dated
from diplotimeline.drafting.verdicts import NEAREST, OPEN, PAST, PLAN, REASONS, SCHEDULABLE, SOFT, Judged, Mood

REACH = 16
"""So many words before a date its noun is looked for."""
AFTERWARDS = frozenset(("since", "after", "following", "before", "until", "depuis", "après", "avant"))
COMPLEMENTS = frozenset((
    "of", "on", "by", "against", "in", "from", "to", "de", "du", "des", "d", "contre", "par", "sur",
    "initiated", "opened", "launched",
))  # fmt: skip
"""Words that go on after a noun with what it is of."""
TERMS = frozenset(("since", "by", "before", "until", "after"))


def noun_of(clauses: Clauses, dates: tuple[Dated, ...]) -> int | None:
    """The noun that a date belongs to, by its number; None if there is none."""
    interrupted = _interrupted(clauses, dates)
    if interrupted is not None:
        return interrupted
    following = _following(clauses, dates)
    if following is not None or dates[0].node.shape in TERMS:
        return following
    return _preceding(clauses, dates)


def _interrupted(clauses: Clauses, dates: tuple[Dated, ...]) -> int | None:
    """`the return, on 4 June, of fifteen detainees`: a date between a noun and what it is of."""
    first, last = clauses.lead(dates[0]), dates[-1].last
    if clauses.lows[first - 1 : first] != [","] or clauses.lows[last : last + 1] != [","]:
        return None
    after = last + 1
    goes_on = after < len(clauses.lows) and (clauses.lows[after] in COMPLEMENTS or after in clauses.in_verb)
    nouns = clauses.tagged.nouns
    return next((at for at in nouns if at + nouns[at][1] == first - 1), None) if goes_on else None


def _following(clauses: Clauses, dates: tuple[Dated, ...]) -> int | None:
    """`last week's attack`, `the 3 May attack`."""
    first, last = dates[0].first, dates[-1].last
    article = clauses.lows[first] == "the" or clauses.lows[max(0, first - 1)] == "the"
    close = (
        article and any(at in clauses.tagged.nouns for at in range(last, last + 3)) and not clauses.fronted(first - 1)
    )
    if clauses.lows[last : last + 1] != ["'"] and not close:
        return None
    for at in range(last, min(last + 9, len(clauses.lows))):
        if at in clauses.tagged.nouns:
            return at
        if at in clauses.in_verb or clauses.lows[at] in ",;:":
            break
    return None


def _preceding(clauses: Clauses, dates: tuple[Dated, ...]) -> int | None:
    """`the attack on Bakal on`: no verb and no end of a clause between the noun and the date."""
    first, last, lead = dates[0].first, dates[-1].last, clauses.lead(dates[0])
    boundaries = clauses.language.classes["boundaries"] - {"as"}
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        low = clauses.lows[at]
        if at in clauses.in_verb or low in HARD or low in boundaries:
            return None
        if low == "," and not (at + 1 == lead and clauses.lows[last : last + 1] in ([], ["."], [";"])):
            return None
        if at in clauses.tagged.nouns and at not in clauses.tagged.in_date and not clauses.modifies(at):
            begins_anew = any(low in ("and", "et") for low in clauses.lows[max(at, first - 2) : first])
            return None if begins_anew else _outermost(clauses, at)
    return None


def _outermost(clauses: Clauses, noun: int) -> int:
    """`outbreak of hostilities` rather than `hostilities`."""
    nouns = clauses.tagged.nouns
    return next((at for at in range(max(0, noun - 4), noun) if at in nouns and at + nouns[at][1] > noun), noun)


def of_noun(clauses: Clauses, dates: tuple[Dated, ...], place: int) -> Judged:
    """What a noun tells of the date that belongs to it."""
    type, length = clauses.tagged.nouns[place]
    mood = _mood(clauses, dates, place, type)
    reason = mood.reason or (REASONS["total"] if clauses.total(place, dates) else "")
    status = mood.status or ("alleged" if clauses.hedged(place, place + length) else "")
    type = clauses.exploded(type, place, dates[-1].last)
    return Judged(dates, place, place + length, type, True, mood.direction, status, reason, clauses.around(place))


def _mood(clauses: Clauses, dates: tuple[Dated, ...], place: int, type: str) -> Mood:
    """What the verb around a noun and the words before it make of it.

    A definite noun is taken for a fact whatever is said of it: in a demand `after the attack of 3 May` stays one.
    """
    governing = clauses.governing(place)
    definite = clauses.definite(place)
    tense = governing.tense if governing else "none"
    if clauses.denied(place) or (governing and governing.negated and not _stays(clauses, place, type)):
        return Mood(REASONS["negation"], PAST)
    of_today = dates[0].node.shape == "relative" and type in ("meeting", "statement") and tense not in PAST_TENSES
    if of_today:
        return Mood("the session itself", OPEN)
    soft = next((name for name in SOFT if clauses.marked_before(name, place)), "")
    if soft == "wish" and type in SCHEDULABLE:
        return Mood(REASONS["wish"], PLAN)
    if soft and not definite and (type in SCHEDULABLE or soft == "conditional"):
        return Mood(REASONS[soft], PLAN)
    if tense in ("modal", "infinitive") and not definite:
        return Mood("no more than a possibility or a demand", OPEN)
    if type in SCHEDULABLE and (soft or tense == "modal"):
        return Mood("", NEAREST, "behind")
    if soft:
        return Mood("", PAST)
    if clauses.near("future", place, dates[0].first):
        return Mood("", NEAREST, "ahead")
    if governing and type in SCHEDULABLE and governing.type in ("statement", "agreement") and place > governing.last:
        return Mood("", NEAREST)
    ahead = governing is not None and (tense == "future" or clauses.means_future(governing))
    if ahead or clauses.marked_before("future", place):
        return Mood("", PLAN if type in SCHEDULABLE else PAST)
    return Mood("", PAST if tense in PAST_TENSES else OPEN)


def _stays(clauses: Clauses, noun: int, type: str) -> bool:
    """Whether a noun stays a fact beside a denied verb: an attack not condemned, unlike a meeting not attended."""
    verb = clauses.governing(noun)
    if type not in SCHEDULABLE or verb is None or noun < verb.first:
        return clauses.definite(noun)
    return clauses.definite(noun) and any(low in AFTERWARDS for low in clauses.lows[verb.last : noun])
