"""Dates that only say which document, promise or day of remembrance is meant: `the agreement of 9 November`."""

from diplotimeline.drafting.clauses import PAST_TENSES, Clauses
from diplotimeline.drafting.nouns import TERMS
from diplotimeline.drafting.predicates import LIGHT, Verb
from diplotimeline.drafting.tagging import Dated
from diplotimeline.drafting.verdicts import ANNIVERSARY, BACKGROUND, DOCUMENT, SCHEDULABLE

STOPS = frozenset((",", ";", ":", "the"))
NAMING = frozenset(("of", "dated", "du", "daté", "datée", "date", "from"))
RELATIVE = frozenset(("that", "which", "que", "qu", "qui", "auxquels", "auxquelles", "auquel", "laquelle", "lesquels"))
WE = frozenset(("we", "i", "us", "nous", "je", "j"))
MADE = frozenset(("agreement", "decision", "statement", "publication", "meeting", "request", LIGHT, ""))
"""Types of what one does with documents and promises."""
ROUGH = frozenset(("year", "decade", "range", "from", "month"))
REACH = 8


def reference(clauses: Clauses, dates: tuple[Dated, ...], noun: int | None) -> str:
    """Why a date only names something: a document of that day, an anniversary. Empty if it does not."""
    first, last = dates[0].first, dates[-1].last
    if dates[0].node.shape in TERMS:
        return ""
    if clauses.near("origin", first - 3, first):
        return BACKGROUND
    if clauses.near("reference", first - REACH, first) and clauses.connected(first - REACH, first):
        return ANNIVERSARY
    if clauses.lows[last : last + 1] == ["'"]:  # `in the strongest terms yesterday's attack`
        return DOCUMENT if _describes(clauses, first, last) else ""
    occurred = noun is not None and clauses.tagged.nouns[noun][0] not in SCHEDULABLE
    if (not occurred and _is_recalled(clauses, first)) or (noun is None and _made_document(clauses, dates)):
        return DOCUMENT
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        marks = clauses.tagged.marks.get(at, ())
        if at in clauses.in_verb or clauses.lows[at] in ",;:":
            break
        if at in clauses.tagged.nouns and ("document" not in marks or clauses.is_violation(at)):
            return ""
        if "document" in marks and (_adjoins(clauses, at, first) or _names(clauses, first)):
            return "" if _speaks(clauses, at, last) or _is_taken(clauses, at, last) else DOCUMENT
    return DOCUMENT if _describes(clauses, first, last) else ""


def _is_taken(clauses: Clauses, document: int, last: int) -> bool:
    """`the decision of 6 June to close the airspace`: what was decided follows."""
    follows = clauses.lows[last : last + 1] in (["to"], ["de"], ["d"])
    return follows and clauses.near("ruling", document, document + 1)


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


def _is_recalled(clauses: Clauses, date: int) -> bool:
    """`we recall the commitments entered into at the summit in 2019`, `as agreed in Geneva on 3 May`."""
    for name in ("recall", "accordance"):
        for at in clauses.tagged.places(name):
            if not (at < date and clauses.connected(at, date)) or RELATIVE.intersection(clauses.lows[at : at + 3]):
                continue
            events = [
                verb for verb in clauses.verbs if at < verb.first < date and verb.finite and verb.type not in MADE
            ]
            commas = name == "accordance" and "," in clauses.lows[at:date]
            if not events and not commas and _names_document(clauses, at, date):
                return True
    return False


def _made_document(clauses: Clauses, dates: tuple[Dated, ...]) -> bool:
    """`the resolution that the Assembly adopted in 2003`, `the principles to which we subscribed`."""
    verb = clauses.verb_of(dates)
    if verb is None or verb.type not in MADE or verb.tense not in (*PAST_TENSES, "reduced"):
        return False
    start = clauses.start(verb.first)
    if _is_nominal(clauses, start) and verb.type in ("statement", "agreement"):
        return True
    if verb.tense == "past" and clauses.lows[verb.first - 1] == ",":  # `the Final Act, signed in 1975`
        verb = verb._replace(tense="reduced")
    if verb.tense != "reduced" and (start == 0 or clauses.lows[start - 1] not in RELATIVE):
        return False
    others = (one for one in clauses.verbs if one.first != verb.first and one.finite and one.type)
    if any(one.tense in PAST_TENSES for one in others):
        return False
    recent = dates[0].node.shape not in ROUGH and not dates[0].node.values("year")
    own = verb.tense != "reduced" and bool(WE.intersection(clauses.lows[start : verb.first]))
    return own or (not recent and _of_document(clauses, verb, start))


def _is_nominal(clauses: Clauses, start: int) -> bool:
    """`they know what they signed`, `ce qui a été dit`: the clause is a thing that is spoken of."""
    return clauses.lows[start - 1 : start] == ["what"] or (start > 1 and clauses.lows[start - 2] == "ce")


def _of_document(clauses: Clauses, verb: Verb, start: int) -> bool:
    """Whether the noun before a relative clause or participle is a document or a promise."""
    at = verb.first if verb.tense == "reduced" else start - 1
    while at and (clauses.lows[at - 1] in clauses.language.classes["prepositions"] or clauses.lows[at - 1] == ","):
        at -= 1
    return _names_document(clauses, at - 1, at)


def _names_document(clauses: Clauses, first: int, last: int) -> bool:
    return clauses.near("document", first, last) or clauses.near("pledge", first, last)
