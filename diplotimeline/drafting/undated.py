"""Events without a date: what a strong verb tells of somebody who is named, and what a noun takes for a fact."""

from diplotimeline.drafting.clauses import Clauses
from diplotimeline.drafting.nouns import COMPLEMENTS
from diplotimeline.drafting.predicates import Verb
from diplotimeline.drafting.verdicts import OPEN, PAST, SOFT, STRONG, Judged

AGENTS = STRONG - {"decision", "agreement"} | {"request"}
"""Types of what is told by a participle and who did it: `as requested by Armenia`."""
PROSPECTIVE = frozenset(("to", "towards", "toward", "future", "possible", "éventuelle", "éventuel"))


def shown(clauses: Clauses) -> list[Judged]:
    """What a video shows: it happened at another time than the video appeared."""
    found = []
    for at in clauses.tagged.places("showing"):
        for place in range(at + 1, min(at + 9, len(clauses.lows))):
            type, form, length = clauses.tagged.verbs.get(place, ("", "", 0))
            if form == "ing" and type in ("abuse", "hostilities"):
                reach = (at + 1, clauses.around(place)[1])
                found.append(Judged((), place, place + length, type, False, PAST, "shown", reach=reach))
                break
    return found


def undated(clauses: Clauses, refused: set[int]) -> list[Judged]:
    """The event of a sentence without a date, if it tells one; `refused` are verbs that are known to tell none."""
    spoken = [
        verb for verb in clauses.verbs if verb.tense == "past" and clauses.near("speech", verb.head, verb.head + 1)
    ]
    if spoken and clauses.specific(0, spoken[0].first):
        return [Judged((), spoken[0].first, spoken[0].last, "statement", False, OPEN, "spoken")]
    if clauses.lows[-1] == "?" or clauses.tagged.has("total") or clauses.tagged.has("habit"):
        return []
    verb = next((one for one in clauses.verbs if one.first not in refused and _tells(clauses, one)), None)
    if verb is not None:
        return [_of_verb(clauses, verb)]
    nouns = (at for at in sorted(clauses.tagged.nouns) if at not in clauses.in_verb and _presupposed(clauses, at))
    return [_of_noun(clauses, at) for at in nouns][:1]


def _of_verb(clauses: Clauses, verb: Verb) -> Judged:
    status = "alleged" if verb.tense == "hedged" or clauses.hedged(verb.first, verb.last) else ""
    reach = clauses.around(verb.first) if verb.tense == "reduced" else (0, len(clauses.lows))
    loose = verb.tense == "past" or not (verb.tense == "reduced" or _names_somebody(clauses, verb))
    return Judged((), verb.first, verb.last, verb.type, False, PAST, status, reach=reach, needs_actor=loose)


def _of_noun(clauses: Clauses, place: int) -> Judged:
    type, length = clauses.tagged.nouns[place]
    status = "alleged" if clauses.hedged(place, place + length) else ""
    return Judged((), place, place + length, type, True, PAST, status, reach=clauses.around(place))


def _tells(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb tells an event: a strong one in the past."""
    weak = verb.last - verb.head == 1 and clauses.lows[verb.head] in clauses.language.classes["weak"]
    if verb.negated or weak or clauses.conditional(verb):
        return False
    if verb.tense == "reduced":
        by = clauses.lows[verb.last : verb.last + 1] in (["by"], ["par"])
        agent = by and clauses.specific(verb.last + 1, verb.last + 5)
        return agent and verb.type in AGENTS and not clauses.tagged.has("conditional", 0, verb.first)
    if verb.type not in STRONG or verb.tense not in ("perfect", "past", "hedged"):
        return False
    return not any(clauses.marked_before(name, verb.first) for name in SOFT)


def _names_somebody(clauses: Clauses, verb: Verb) -> bool:
    """Whether the clause of a verb has a name or a number in it."""
    before = clauses.specific(clauses.start(verb.first), verb.first)
    return before or clauses.specific(verb.last, clauses.end(verb.last))


def _presupposed(clauses: Clauses, noun: int) -> bool:
    """`we welcome the return of 17 prisoners`: a definite noun of one event under a verb that takes it for a fact."""
    type, length = clauses.tagged.nouns[noun]
    prospective = any(low in PROSPECTIVE for low in clauses.lows[max(0, noun - 3) : noun])
    if clauses.near("document", noun, noun + length):
        return False
    if type not in STRONG - {"publication"} or prospective or clauses.denied(noun) or not clauses.definite(noun):
        return False
    factive = any(at < noun and clauses.connected(at, noun) for at in clauses.tagged.places("factive"))
    if not factive or any(clauses.marked_before(name, noun) for name in SOFT):
        return False
    goes_on = clauses.lows[noun + length : noun + length + 1]
    return bool(goes_on) and goes_on[0] in COMPLEMENTS and clauses.specific(noun + length + 1, noun + length + 9)
