"""Counts of a chronology as plain values: events by month, actor, type, source and status, evidence, gaps, meetings."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from diplotimeline.dates import EventDate
from diplotimeline.record.chronology import Timeline, gaps, involved, month_of
from diplotimeline.record.evidence import Evidence, evidence
from diplotimeline.record.values import Event

HAPPENED = frozenset(("confirmed", "reported", "alleged", "disputed"))


@dataclass(frozen=True, slots=True)
class Tally:
    """Actors and their events in order: those that one takes part in, or the meetings that two of them had."""

    actors: tuple[str, ...]
    events: tuple[Event, ...]

    @property
    def statuses(self) -> tuple[tuple[str, int], ...]:
        """How many of the events have each status."""
        return _counted(event.status for event in self.events)


@dataclass(frozen=True, slots=True)
class Stats:
    """All counts of a timeline.

    `months` has a year, a month and the number of events that lie in it as a whole; without a month, those that lie in
    no single month of that year; without a year, those that lie in no single year. An actor has the events of those
    who belong to it too. `without_quote` and `single_source` are numbers of events, and of these a source counts once,
    however many of its claims an event has.
    `gaps` are the days without an event between the last known day before an event and its first known day.
    """

    months: tuple[tuple[int | None, int | None, int], ...]
    actors: tuple[Tally, ...]
    types: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    evidence: Evidence
    without_quote: int
    single_source: int
    gaps: tuple[tuple[int, Event], ...]
    meetings: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """Days from the last event of a type to a day: at least `low`, at most `high`, None where no bound is known.

    `last` are the events that ended last in some reading of their dates; `qualified` says that one of these dates is
    approximate or uncertain, `none_yet` that all of them may come later than that day.
    """

    low: int
    high: int | None
    last: tuple[Event, ...]
    qualified: bool
    none_yet: bool


def stats(timeline: Timeline) -> Stats:
    """Count the events of a timeline."""
    events = timeline.events
    sources = [{claim.source: None for claim in event.claims} for event in events]
    return Stats(
        months=_months(events),
        actors=_actors(timeline),
        types=_counted(event.type or "" for event in events),
        sources=_counted(chain.from_iterable(sources)),
        statuses=_counted(event.status for event in events),
        evidence=evidence(timeline),
        without_quote=sum(not any(claim.quote for claim in event.claims) for event in events),
        single_source=sum(len(cited) == 1 for cited in sources),
        gaps=tuple((days, event) for event, days in zip(events, gaps(events), strict=True) if days),
        meetings=_meetings(timeline),
    )


def since_last(timeline: Timeline, type: str, day: int) -> Since | None:
    """How many days before `day`, an ordinal, the last event of a type ended; None when there was none by then.

    Planned events have not happened. An event that goes on makes it no day. Where dates are uncertain the answer is
    a range over all their readings, never a midpoint. A date counts as the event has it, not as single claims do.
    """
    ends = []
    for event in timeline.events:
        latest = _latest_end(event.date, day)
        if event.type == type and event.status in HAPPENED and latest is not None:
            ends.append((latest, _earliest_end(event.date, day), event))
    if not ends:
        return None
    latest, certain = max(end for end, _, _ in ends), max(earliest for _, earliest, _ in ends)
    last = tuple(event for end, _, event in ends if end >= certain)
    return Since(
        low=int(day - latest),
        high=None if math.isinf(certain) else int(day - certain),
        last=last,
        qualified=any(event.date.qualified for event in last),
        none_yet=all(event.date.start_latest is None or event.date.start_latest > day for event in last),
    )


def _latest_end(when: EventDate, day: int) -> int | float | None:
    """The last day by `day` on which some reading has the event; None when all of it comes later."""
    if when.members:
        ranges = (member.days for member in when.members)
        return max((min(high, day) for low, high in ranges if low <= day), default=None)
    if when.earliest is not None and when.earliest > day:
        return None
    return day if when.latest is None else min(when.latest, day)


def _earliest_end(when: EventDate, day: int) -> int | float:
    """The earliest last day of the event up to `day`; minus infinity when it may all come later or long before."""
    start, end = when.start_latest, when.end_earliest
    if end is None or start is None or start > day:
        return -math.inf
    return min(end, day)


def _months(events: Iterable[Event]) -> tuple[tuple[int | None, int | None, int], ...]:
    """How many events lie in each month, or only in each year, or in none: in this order."""
    counts = Counter(month_of(event) if event.date.clock else _month(event.date) for event in events)
    return tuple(
        (*month, counts[month]) for month in sorted(counts, key=lambda one: (one[0] or math.inf, one[1] or math.inf))
    )


def _month(when: EventDate) -> tuple[int | None, int | None]:
    """The year and month in which the whole of a date lies; None where it reaches beyond, or may."""
    if not isinstance(when.earliest, int) or not isinstance(when.latest, int):
        return None, None
    first, last = date.fromordinal(when.earliest), date.fromordinal(when.latest)
    if first.year != last.year:
        return None, None
    return first.year, first.month if first.month == last.month else None


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Values with their number, the most frequent first, else in the order in which they come."""
    return tuple(Counter(values).most_common())


def _actors(timeline: Timeline) -> tuple[Tally, ...]:
    """The actors by number of events, the most frequent first; one that others belong to has their events too."""
    events: dict[tuple[str, ...], list[Event]] = {}
    for event in timeline.events:
        for actor in involved(timeline, event):
            events.setdefault((actor,), []).append(event)
    return _tallied(events)


def _meetings(timeline: Timeline) -> tuple[Tally, ...]:
    """Every pair of actors that met, the most frequent first.

    Who belongs to the other, as a minister to a state, does not meet it.
    """
    met: dict[tuple[str, ...], list[Event]] = {}
    for event in timeline.events:
        if event.type == "meeting" and event.status in HAPPENED:
            people = sorted({one.who for one in event.actors}, key=lambda who: (timeline.name(who), who))
            for one, other in combinations(people, 2):
                if one not in timeline.lineage(other) and other not in timeline.lineage(one):
                    met.setdefault((one, other), []).append(event)
    return _tallied(met)


def _tallied(events: dict[tuple[str, ...], list[Event]]) -> tuple[Tally, ...]:
    found = (Tally(actors, tuple(their)) for actors, their in events.items())
    return tuple(sorted(found, key=lambda one: -len(one.events)))
