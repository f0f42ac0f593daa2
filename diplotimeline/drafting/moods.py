"""What a verb says: that something happened, that it is to come, or neither."""

from diplotimeline.drafting.clauses import PAST_TENSES, Clauses
from diplotimeline.drafting.predicates import LIGHT, NEGATIONS, Verb
from diplotimeline.drafting.tagging import Dated
from diplotimeline.drafting.verdicts import (
    ANNIVERSARY,
    BACKGROUND,
    DAY_SHAPES,
    DOCUMENT,
    LASTING,
    NEAREST,
    OPEN,
    PAST,
    PLAN,
    POSITION,
    REASONS,
    SCHEDULABLE,
    SOFT,
    STRONG,
    Judged,
    Mood,
)  # fmt: skip

OBLIGING = frozenset(("must", "should", "ought", "doit", "doivent", "devrait", "devraient"))
SPEAKERS = frozenset(("we", "i", "nous", "je"))
DOCUMENT_VERBS = frozenset(("agreement", "decision", "publication", "statement", LIGHT, ""))
ARRANGED = frozenset(("meeting", "deployment", "agreement", "investigation", "decision", LIGHT))
WOULD = ("erait", "irait", "drait", "eraient", "iraient", "draient")
NARRATED = DAY_SHAPES | {"ago", "period", "last_or_rolling", "part_of_day", "offset"}
"""French tells in the imperfect what happened at such a date, and describes otherwise."""
SEASONAL = frozenset(("range", "from", "season"))
"""Of such a time the present tells what is usual, not what is fixed for once."""
UNFULFILLED = frozenset(("had", "ait", "aient", "eût"))
"""Auxiliaries of what is only wished: `we wish that they had listened`."""
CLAIMS = frozenset(("claim", "claims", "allegation", "allegations", "accusation", "suggestion", "notion", "idée"))
TERMS = frozenset(("before", "by", "after", "until"))


def of_verb(clauses: Clauses, dates: tuple[Dated, ...], verb: Verb) -> Judged:
    """What a verb tells of the date that belongs to it."""
    mood = _mood(clauses, verb, dates)
    if not verb.type and (clauses.means_future(verb) or _is_condition(clauses, verb, dates)):
        verb = verb._replace(type=LIGHT)
    type = clauses.type_of(verb)
    reason = mood.reason or _against(clauses, dates, verb, type)
    status = mood.status or ("alleged" if clauses.hedged(verb.first, verb.last) else "")
    return Judged(dates, verb.first, verb.last, type, False, mood.direction, status, reason)


def _against(clauses: Clauses, dates: tuple[Dated, ...], verb: Verb, type: str) -> str:
    """What speaks against an event although tense and mood do not."""
    shape = dates[0].node.shape
    if verb.tense in ("future", "present") and clauses.tagged.has("reference"):
        return ANNIVERSARY
    if not verb.type or _is_subject(clauses, dates, verb):
        return "nothing happens"
    if shape == "until" and type not in ("hostilities", "ceasefire-violation"):
        return "an end, no event of its own"
    if clauses.tagged.has("term", clauses.start(verb.first), verb.first):
        return "a deadline"
    if verb.tense == "reduced" and shape in TERMS | {"year"}:
        return BACKGROUND
    if shape in TERMS and verb.type == "request" and verb.tense in PAST_TENSES:
        return REASONS["demand"]
    if shape == "vague" and (type == LIGHT or verb.tense == "reduced"):
        return "told too vaguely"
    lasts = (
        type in LASTING
        or _goes_on(clauses, dates, verb)
        or verb.passive
        or _is_condition(clauses, verb, dates)
        or _has_been(clauses, verb)
    )
    if shape in ("since", "running") and not (lasts and verb.tense in ("past", "perfect", "present")):
        return BACKGROUND
    if clauses.total(verb.head, dates):
        return REASONS["total"]
    if clauses.lows[-1] == "?":
        return "a question"
    habit = shape != "since" and clauses.tagged.has("habit", clauses.start(verb.first), clauses.hard_end(verb.last))
    if habit and not any(date.node.shape in DAY_SHAPES for date in dates):
        return REASONS["habit"]
    return ""


def _is_subject(clauses: Clauses, dates: tuple[Dated, ...], verb: Verb) -> bool:
    """`2020 saw two summits`: the date is what is spoken of, not when it happened."""
    first = dates[0].first - (clauses.lows[dates[0].first - 1] in ("the", "la", "le", "l"))
    return (
        verb.first == dates[-1].last and not verb.passive and clauses.start(dates[0].first) in (first, dates[0].first)
    )


def _goes_on(clauses: Clauses, dates: tuple[Dated, ...], verb: Verb) -> bool:
    """`has held four fishermen since`, but not `the truce has held since`."""
    return clauses.lows[verb.head] in clauses.language.classes["lasting"] and clauses.lead(dates[0]) != verb.last


def _has_been(clauses: Clauses, verb: Verb) -> bool:
    """`has been off the air`, `has been pumping`: a state, not a deed."""
    return verb.type == LIGHT and any(low in ("been", "été") for low in clauses.lows[verb.first : verb.last])


def _is_condition(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """`has been in detention since 17 January`: a state that began with an event."""
    return dates[0].node.shape == "since" and clauses.tagged.has("condition", verb.first)


def _mood(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> Mood:
    """What follows from tense and mood of a verb."""
    if verb.negated:
        return Mood(REASONS["negation"], PAST)
    start = clauses.start(verb.first)
    if verb.type == "statement" and _is_own(clauses, verb, start):
        return Mood("a reference to something said before", PAST)
    if _is_refuted(clauses, start):
        return Mood("what somebody else says, and this text denies", PAST)
    if not verb.type and _is_condition(clauses, verb, dates):
        return Mood("", PAST)
    if verb.tense == "reduced" and _is_called_off(clauses, verb):
        return Mood(REASONS["negation"], PLAN)
    if clauses.means_future(verb):
        return Mood("", NEAREST, "ahead") if verb.tense == "reduced" else _planned(clauses, verb)
    if verb.tense in ("past", "perfect", "reduced", "hedged"):
        return _past(clauses, verb, dates)
    if verb.tense == "ing":
        return _inherited(clauses, verb, dates)
    if verb.tense == "imperfect":  # French tells of a day in it, and describes otherwise
        told = dates[0].node.shape in NARRATED and not _is_asked_back(clauses, verb, dates)
        return Mood("" if told else POSITION, PAST)
    if verb.tense == "present":
        return _present(clauses, verb, dates)
    if verb.tense == "modal" and _is_arranged(clauses, verb, dates):
        return Mood("", NEAREST, "ahead")
    return {"future": _planned, "infinitive": _infinitive, "modal": _modal}[verb.tense](clauses, verb)


def _past(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> Mood:
    if clauses.conditional(verb):
        return Mood(REASONS["conditional"], PAST)
    if _is_asked_back(clauses, verb, dates):
        return Mood(REASONS["demand"], PAST)
    if clauses.lows[verb.first] in UNFULFILLED and clauses.marked_before("wish", verb.first):
        return Mood(REASONS["wish"], PAST)
    if verb.type == "agreement" and clauses.lows[verb.last : verb.last + 1] in (["to"], ["de"], ["d"]):
        return Mood("", NEAREST)  # `agreed to meet on`
    recent = clauses.near("issued", verb.first - 1, verb.first) and not dates[0].node.values("year")
    names_document = verb.type in DOCUMENT_VERBS and clauses.near("document", verb.first - 2, verb.first) and not recent
    if verb.tense == "reduced" and names_document:  # `the agreement signed on 9 November`
        return Mood(DOCUMENT, PAST)
    return Mood("", PAST, "alleged" if verb.tense == "hedged" else "")


def _is_asked_back(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """`return to the positions that they held on 1 May`: what is demanded is described, nothing is told."""
    described = verb.type in (LIGHT, "") or verb.tense == "imperfect" or dates[0].node.shape in TERMS
    start = clauses.start(verb.first)
    relative = verb.tense == "reduced" or (start > 0 and clauses.lows[start - 1] not in ("what", "quoi"))
    return described and relative and clauses.marked_before("demand", verb.first)


def _planned(clauses: Clauses, verb: Verb) -> Mood:
    """What is to come, unless it is only wished, demanded or conditional."""
    for name in SOFT:
        if clauses.marked_before(name, verb.first + 1):
            return Mood(REASONS[name], PLAN)
    of_itself = verb.first and clauses.lows[verb.first - 1] in SPEAKERS
    if of_itself and verb.type not in ("meeting", "call", "deployment", "withdrawal"):
        return Mood("an intention of the speaker", PLAN)
    if clauses.tagged.has("conditional", verb.last, clauses.hard_end(verb.last)):
        return Mood(REASONS["conditional"], PLAN)
    return Mood("", PLAN, "planned")


def _infinitive(clauses: Clauses, verb: Verb) -> Mood:
    """An infinitive says what the verb that governs it makes of it."""
    if clauses.lows[verb.first] == "be":  # `demands that the post be reopened`
        return Mood(REASONS["demand"], PLAN)
    governing = next((one for one in reversed(clauses.verbs) if one.last <= verb.first and one.finite), None)
    if governing is None and clauses.near("future", verb.first - 3, verb.last):
        return _planned(clauses, verb)
    if governing is None or not clauses.connected(governing.last, verb.first):
        return Mood(REASONS["demand"], PLAN)
    if clauses.near("alleged", governing.first, verb.first + 1):
        return Mood("", PAST, "alleged")
    if clauses.near("future", governing.first, verb.last):
        return _planned(clauses, verb)
    if governing.negated:
        return Mood(REASONS["negation"], PAST)
    if governing.tense in PAST_TENSES and governing.type != "request":
        return Mood("", NEAREST)
    return Mood(REASONS["demand"], PLAN)


def _modal(clauses: Clauses, verb: Verb) -> Mood:
    if _reported(clauses, verb):
        return Mood("", NEAREST, "planned")
    must = any(low in OBLIGING for low in clauses.lows[verb.first : verb.last])
    return Mood(REASONS["demand" if must else "conditional"], OPEN)


def _is_own(clauses: Clauses, verb: Verb, start: int) -> bool:
    """`as I said last week`, `what we said on 5 May`."""
    dated = any(at in clauses.tagged.in_date for at in range(start, verb.first))
    quoted = start > 0 and clauses.lows[start - 1] in ("as", "comme", "what") and not dated
    return quoted or (
        clauses.lows[verb.first - 1] in ("i", "je") and clauses.lows[verb.head] in ("said", "dit", "stated")
    )


def _is_refuted(clauses: Clauses, start: int) -> bool:
    """`we do not accept the claim that`."""
    refused = NEGATIONS.intersection(clauses.lows[max(0, start - 8) : max(0, start - 2)])
    return start > 1 and clauses.lows[start - 2] in CLAIMS and bool(refused)


def _is_arranged(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """French: `doit arriver lundi`, `devait se tenir le 3`: no demand, because its date is no term."""
    owed = clauses.lows[verb.first] in ("doit", "doivent")
    return owed and verb.type in ARRANGED and dates[0].node.shape not in TERMS


def _is_called_off(clauses: Clauses, verb: Verb) -> bool:
    """`the visit planned for 5 May did not take place`, `the talks announced for June were cancelled`."""
    planned = clauses.near("arranged", verb.first - 1, verb.last)
    main = next((one for one in clauses.verbs if one.first >= verb.last and one.finite), None)
    denied = any(one.negated for one in clauses.verbs if one.finite and one.last <= verb.first)
    called_off = main is not None and (main.negated or clauses.near("called off", main.first, main.last + 3))
    return planned and (denied or called_off)


def _reported(clauses: Clauses, verb: Verb) -> bool:
    """`it was agreed that they would meet`: what was to come when it was said."""
    start = clauses.start(verb.first)
    said = next((one for one in reversed(clauses.verbs) if one.last <= start), None)
    would = clauses.lows[verb.first] in ("would", "devait", "devaient") or clauses.lows[verb.head].endswith(WOULD)
    if not would or said is None or not start:
        return False
    told = said.tense in PAST_TENSES and said.type in ("statement", "agreement", "decision")
    conditional = clauses.tagged.has("conditional", verb.last) or clauses.tagged.has("conditional", start, verb.first)
    return told and clauses.lows[start - 1] in ("that", "que", "qu") and not conditional


def _inherited(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> Mood:
    """A participle such as `killing two` tells what the verb of its clause tells."""
    before = next((one for one in reversed(clauses.verbs) if one.last <= verb.first and one.finite), None)
    main = before or next((one for one in clauses.verbs if one.first >= verb.last and one.finite), None)
    return Mood("no verb of a clause", OPEN) if main is None else _mood(clauses, main, dates)


def _present(clauses: Clauses, verb: Verb, dates: tuple[Dated, ...]) -> Mood:
    """The present mostly states a position; but it tells what lasts, what is fixed, and in French what happened."""
    shape = dates[0].node.shape
    soft = any(clauses.marked_before(name, verb.last) for name in SOFT)
    if shape == "since" and (verb.passive or verb.type in LASTING):
        return Mood("", PAST)
    if verb.type in STRONG and shape in DAY_SHAPES and not soft and _is_narrated(clauses, dates):
        if clauses.language.code == "fr":
            return Mood("", PAST)
        return Mood("", NEAREST, "" if verb.type in SCHEDULABLE else "behind")
    fixed = verb.type in ("meeting", LIGHT, "agreement", "decision") and shape not in SEASONAL
    if fixed and len(dates) == 1 and not soft:
        return Mood("", PLAN, "ahead")  # `the mandate expires on`
    return Mood(POSITION, OPEN)


def _is_narrated(clauses: Clauses, dates: tuple[Dated, ...]) -> bool:
    """`le 10 juin, l'armée bombarde`; in English only after a date that opens the sentence, or in a chronicle."""
    return clauses.language.code == "fr" or clauses.is_entry() or dates[0].first <= 2
