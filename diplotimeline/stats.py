"""Numbers of a chronology as plain values: how many, who, since when, and how well attested."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from diplotimeline.dates import EventDate, heading
from diplotimeline.fields import EventType
from diplotimeline.model import Event, Timeline
from diplotimeline.prose import gaps

HAPPENED = frozenset(("confirmed", "reported", "alleged", "disputed"))


@dataclass(frozen=True, slots=True)
class ActorNumbers:
    """In how many events an actor or its members take part, and the dates of the first and the last."""

    actor: str
    events: int
    first: EventDate
    last: EventDate


@dataclass(frozen=True, slots=True)
class Meetings:
    """How often two actors took part in the same meeting, and the dates of the first and the last of them."""

    one: str
    other: str
    times: int
    first: EventDate
    last: EventDate


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without an event between the last known day before an event and its first known day."""

    days: int
    before: Event


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well the events are attested; a single source counts once, however many claims it makes."""

    quotes: int
    verified: int
    without_quote: int
    single_source: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The numbers of a timeline. Months are those under whose heading the events stand in the chronology."""

    months: tuple[tuple[int, int | None, int], ...]
    actors: tuple[ActorNumbers, ...]
    types: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    evidence: Evidence
    gaps: tuple[Gap, ...]
    meetings: tuple[Meetings, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """Days from the last event of a type to a day: at least `low`, at most `high`, None where no bound is known.

    `last` is the event that ended last in its latest reading; `qualified` says that a date it rests on is approximate
    or uncertain.
    """

    low: int
    high: int | None
    last: Event
    qualified: bool


def stats(timeline: Timeline) -> Stats:
    """The numbers of a timeline."""
    events = timeline.events
    found = zip(events, gaps(events), strict=True)
    return Stats(
        months=tuple((*month, number) for month, number in Counter(heading(event.date) for event in events).items()),
        actors=_actors(timeline),
        types=_counted(event.type or "" for event in events),
        sources=_counted(
            source for event in events for source in dict.fromkeys(claim.source for claim in event.claims)
        ),
        statuses=_counted(event.status for event in events),
        evidence=_evidence(timeline),
        gaps=tuple(Gap(days, event) for event, days in found if days),
        meetings=_meetings(timeline),
    )


def since_last(timeline: Timeline, type: EventType, day: int) -> Since | None:
    """How many days before `day`, an ordinal, the last event of a type ended; None when there was none by then.

    Planned events have not happened. An event that goes on makes it no day. Where dates are uncertain the answer is
    a range over all their readings, never a midpoint.
    """
    ends = []
    for event in timeline.events:
        latest = _latest_end(event.date, day)
        if event.type == type and event.status in HAPPENED and latest is not None:
            ends.append((latest, _earliest_end(event.date, day), event))
    if not ends:
        return None
    latest, _, last = max(ends, key=lambda end: end[:2])
    certain = max(earliest for _, earliest, _ in ends)
    qualified = any(bool(event.date.qualifier) for end, _, event in ends if end >= certain)
    return Since(int(day - latest), None if math.isinf(certain) else int(day - certain), last, qualified)


def _latest_end(when: EventDate, day: int) -> int | float | None:
    """The last day by `day` on which some reading has the event; None when all of it comes later."""
    if when.spans:
        return max((min(high, day) for low, high in when.spans if low <= day), default=None)
    if when.earliest is not None and when.earliest > day:
        return None
    return day if when.latest is None else min(when.latest, day)


def _earliest_end(when: EventDate, day: int) -> int | float:
    """The earliest last day of the event up to `day`; minus infinity when it may all come later or long before."""
    start, end = when.start_latest, when.end_earliest
    if end is None or start is None or start > day:
        return -math.inf
    return min(end, day)


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Values with their number, the most frequent first, else in the order in which they come."""
    return tuple(Counter(values).most_common())


def _actors(timeline: Timeline) -> tuple[ActorNumbers, ...]:
    events: dict[str, list[Event]] = {}
    for event in timeline.events:
        family = (above for one in event.actors for above in timeline.lineage(one.who) or (one.who,))
        for actor in dict.fromkeys(family):
            events.setdefault(actor, []).append(event)
    numbers = (ActorNumbers(who, len(their), their[0].date, their[-1].date) for who, their in events.items())
    return tuple(sorted(numbers, key=lambda one: -one.events))


def _evidence(timeline: Timeline) -> Evidence:
    verdicts = [
        timeline.verdict(event, number) or "unverified"
        for event in timeline.events
        for number, claim in enumerate(event.claims)
        if claim.quote
    ]
    return Evidence(
        quotes=len(verdicts),
        verified=sum(verdict not in ("unverified", "absent") for verdict in verdicts),
        without_quote=sum(not any(claim.quote for claim in event.claims) for event in timeline.events),
        single_source=sum(len({claim.source for claim in event.claims}) == 1 for event in timeline.events),
    )


def _meetings(timeline: Timeline) -> tuple[Meetings, ...]:
    met: dict[tuple[str, str], list[Event]] = {}
    for event in timeline.events:
        if event.type == "meeting" and event.status in HAPPENED:
            people = sorted({one.who for one in event.actors}, key=timeline.name)
            for pair in combinations(people, 2):
                met.setdefault(pair, []).append(event)
    pairs = (Meetings(*pair, len(their), their[0].date, their[-1].date) for pair, their in met.items())
    return tuple(sorted(pairs, key=lambda pair: -pair.times))
