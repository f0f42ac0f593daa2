"""On whose word a sentence tells an event: who accuses, says, condemns or mourns takes no part in it.

An accusation is `alleged`, according to who makes it. What nobody confirms, or somebody rejects, is no event.
"""

from collections.abc import Iterator

from diplotimeline.drafting.clauses import COORDINATING, PAST_TENSES, Clauses
from diplotimeline.drafting.predicates import LIGHT, Verb
from diplotimeline.drafting.verdicts import REASONS, WHOLE, Judged

OPENING = frozenset(("that", "which", "who", "whether", "of", "for", "from", "que", "qu", "qui", "si", "de", "d", "'"))
"""Words that open what is said or judged."""
QUESTIONING = frozenset(("whether", "si"))
OWN = frozenset((
    "he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "il", "elle", "ils", "elles", "son",
    "sa", "ses", "leur", "leurs", "nous", "notre", "nos",
))  # fmt: skip
"""Words that, after `said that`, speak of the speaker."""
FARTHEST = 8
"""So many words after its verb what is said begins at the latest."""


def on_whose_word(clauses: Clauses, found: list[Judged]) -> list[Judged]:
    """What was judged, with the words that name who only speaks of it; or with the reason why nobody vouches for it."""
    language = clauses.language
    if language.telling.isdisjoint(clauses.lows) and language.classes["holding"].isdisjoint(clauses.lows):
        return found
    tellers = sorted(verb for verb in (*clauses.verbs, *_unread(clauses)) if _tells(clauses, verb))
    return [one if one.reason else _on_whose_word(clauses, tellers, one) for one in found]


def _on_whose_word(clauses: Clauses, tellers: list[Verb], judged: Judged) -> Judged:
    aside = _aside(clauses, tellers, judged)
    if aside is not None:
        start = max(at for at in range(aside.first) if clauses.lows[at] == ",") + 1
        return _said(clauses, judged, aside, (start, aside.first))
    verb = _telling(clauses, tellers, judged)
    if verb is None:
        return judged
    low, classes, between = clauses.lows[verb.head], clauses.language.classes, _between(clauses, judged, verb)
    if low in classes["denying"] and any(word in classes["hearsay"] for word in between):
        return judged._replace(reason=REASONS["negation"])
    if low in classes["doubting"]:
        open = verb.negated or any(word in QUESTIONING for word in between)
        return judged._replace(reason=REASONS["negation"]) if open else judged
    if low in classes["discussing"]:
        return _of_talks(judged, verb) if judged.noun and verb.tense in PAST_TENSES else judged
    subject = (clauses.start(verb.first), verb.first)
    if low in classes["reacting"]:
        named_first = judged.noun or any(one.first == judged.first and one.tense == "reduced" for one in clauses.verbs)
        return judged._replace(outside=(subject[0], judged.first if named_first else verb.first))
    return _said(clauses, judged, verb, (0, 0) if verb.passive else subject)


def _said(clauses: Clauses, judged: Judged, verb: Verb, speaker: tuple[int, int]) -> Judged:
    """What somebody says of somebody else; accusing makes it alleged."""
    classes = clauses.language.classes
    accuses = clauses.lows[verb.head] not in classes["saying"]
    status = judged.status or ("alleged" if accuses else "")
    return judged._replace(outside=speaker, speaker=speaker, status=status)


def _of_talks(judged: Judged, verb: Verb) -> Judged:
    """`discussed the killing of a journalist on 8 March`: the talks were then."""
    type = "meeting" if verb.type in (LIGHT, "statement", "") else verb.type
    return judged._replace(first=verb.first, last=verb.last, type=type, noun=False, reach=WHOLE)


def _telling(clauses: Clauses, tellers: list[Verb], judged: Judged) -> Verb | None:
    """The verb of saying or judging whose object an event is; of a noun no other finite verb stands between."""
    verb = next((verb for verb in reversed(tellers) if verb.last <= judged.first), None)
    if verb is None or not clauses.connected(verb.last, judged.first):
        return None
    ruled = judged.noun and any(
        verb.last <= one.first and one.last <= judged.first for one in clauses.verbs if one.finite
    )
    return verb if not ruled and _reaches(clauses, judged, verb) else None


def _unread(clauses: Clauses) -> Iterator[Verb]:
    """Present tenses that are read nowhere else, because nothing happens in them: `présente ses condoléances`."""
    determiners = clauses.language.classes["determiners"]
    for at, low in enumerate(clauses.lows):
        known = low in clauses.language.telling
        if known and at not in clauses.in_verb and clauses.lows[at - 1] not in determiners:
            yield Verb(at, at + 1, at, "", "present")


def _tells(clauses: Clauses, verb: Verb) -> bool:
    low, classes = clauses.lows[verb.head], clauses.language.classes
    if low in classes["holding"]:
        return any(word in ("responsible", "responsable", "responsables") for word in clauses.lows[verb.last :])
    return low in clauses.language.telling


def _reaches(clauses: Clauses, judged: Judged, verb: Verb) -> bool:
    """Whether an event is the object of a verb, or is told in a clause or phrase that is."""
    between, classes = _between(clauses, judged, verb), clauses.language.classes
    low = clauses.lows[verb.head]
    if judged.noun:
        return low not in classes["saying"]
    farthest = len(between) if low in classes["reacting"] else FARTHEST
    opened = next((at for at, word in enumerate(between[:farthest]) if word in OPENING), None)
    if low in classes["saying"] and (opened is None or any(word in OWN for word in between[opened : opened + 3])):
        return False
    if opened is None:
        return low in classes["accusing"] and not any(word in COORDINATING or word == "," for word in between)
    return between[-1:] != [","] and between[-1] not in COORDINATING


def _between(clauses: Clauses, judged: Judged, verb: Verb) -> list[str]:
    return clauses.lows[verb.last : judged.first]


def _aside(clauses: Clauses, tellers: list[Verb], judged: Judged) -> Verb | None:
    """`Valdoria, Kestria claims, shelled Brod`: a verb of saying between signs, with nothing but its subject."""
    classes = clauses.language.classes
    for verb in tellers:
        said = clauses.lows[verb.head] in classes["saying"] or clauses.lows[verb.head] in classes["accusing"]
        closed = clauses.lows[verb.last : verb.last + 1] in ([","], ["."], [])
        subject = clauses.lows[max(0, verb.first - FARTHEST) : verb.first]
        if said and closed and "," in subject and not judged.first <= verb.head < judged.last:
            return verb
    return None
