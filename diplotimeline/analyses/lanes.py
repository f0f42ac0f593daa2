"""The picture of a chronology as plain values: actors down, time across. The terminal and the web page draw it."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from diplotimeline.dates import MONTHS, Bound, EventDate
from diplotimeline.record.chronology import Timeline, involved

NOBODY = ""
UNSETTLED = frozenset(("planned", "alleged", "disputed"))
"""The status of events of which it is not established that they took place."""
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6)
YEAR_STEPS = tuple(step * 10**power for power in range(5) for step in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Span:
    """Where an event lies on the time axis; all days are inclusive and lie within the picture.

    `first` and `last` bound every reading of its date. `sure` are the days that it certainly took up, None when no
    day is certain. An open side has no bound that is known, and is drawn to the edge. Of an event that is not settled
    it is not established that it took place.
    """

    first: int
    last: int
    sure: tuple[int, int] | None
    open_start: bool = False
    open_end: bool = False
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of an actor by their numbers in the timeline; `depth` counts the actors above it in the picture.

    An actor that others belong to has their events too, as a filter for it would find them.
    """

    actor: str
    depth: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Lanes over the days `first` to `last`, inclusive, and a span for each event of the timeline."""

    first: int
    last: int
    lanes: tuple[Lane, ...]
    spans: tuple[Span, ...]

    def place(self, day: int, width: float) -> float:
        """How far from the left a day begins in a picture of so many units; the day after the last is the edge."""
        return (day - self.first) * width / (self.last + 1 - self.first)


def picture(timeline: Timeline) -> Picture:
    """The picture of a timeline that has events."""
    first = min(event.date.first_day for event in timeline.events)
    last = max(event.date.last_day for event in timeline.events)
    spans = tuple(
        replace(_span(event.date, first, last), settled=event.status not in UNSETTLED) for event in timeline.events
    )
    return Picture(first, last, tuple(_lanes(timeline)), spans)


def _span(when: EventDate, first: int, last: int) -> Span:
    open_start, open_end = _is_open(when.earliest), _is_open(when.latest)
    low = first if open_start else when.first_day
    high = last if open_end else when.last_day
    return Span(low, high, _sure(when, low, high), open_start, open_end)


def _is_open(bound: Bound) -> bool:
    return bound is None or math.isinf(bound)


def _sure(when: EventDate, low: int, high: int) -> tuple[int, int] | None:
    """The days between the latest beginning and the earliest end; of a single day that day."""
    start, end = when.start_latest, when.end_earliest
    one_day = when.earliest == when.latest
    if when.qualifier or start is None or end is None or not (one_day or when.kind == "interval"):
        return None
    sure = (int(max(start, low)), int(min(end, high)))
    return sure if sure[0] <= sure[1] else None


# --- who has a lane ------------------------------------------------------------------------------------------------


def _lanes(timeline: Timeline) -> Iterator[Lane]:
    """Families in the order of their first event, in each the actor that the others belong to first."""
    events: dict[str, list[int]] = {}
    for number, event in enumerate(timeline.events):
        for actor in involved(timeline, event) or (NOBODY,):
            events.setdefault(actor, []).append(number)
    first = {actor: place for place, actor in enumerate(events)}
    for actor, depth in family_tree(timeline, events, first.__getitem__):
        yield Lane(actor, depth, tuple(events[actor]))


def family_tree(timeline: Timeline, actors: Iterable[str], order: Callable[[str], Any]) -> Iterator[tuple[str, int]]:
    """The actors and all that they belong to, under each those that belong to it; how many stand above each.

    `order` sorts those that stand side by side. Where actors belong to one another in a circle, it is cut above the
    last of those that the first actor given from it leads to.
    """
    members: dict[str, list[str]] = {}
    placed: set[str] = set()
    for actor in actors:
        line = timeline.lineage(actor) or (actor,)
        for one, above in zip(line, (*line[1:], NOBODY), strict=True):
            if one not in placed:
                placed.add(one)
                members.setdefault(above, []).append(one)
    waiting = [(NOBODY, -1)]
    while waiting:
        actor, depth = waiting.pop()
        if depth >= 0:
            yield actor, depth
        waiting += [(one, depth + 1) for one in sorted(members.pop(actor, ()), key=order, reverse=True)]


# --- the time axis -------------------------------------------------------------------------------------------------


def ticks(first: int, last: int, most: int) -> list[tuple[int, str]]:
    """At most `most` days of an axis with their labels, at round distances: days, weeks, months or years."""
    for found in _scales(first, last):
        if len(found) <= most:
            return found
    return []


def _scales(first: int, last: int) -> Iterator[list[tuple[int, str]]]:
    """Ever coarser ticks within the days `first` to `last`."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    for step in DAY_STEPS:
        if last - first <= step * 100:
            days = range(first + (-first + 1) % step, last + 1, step)  # steps of weeks begin on Mondays
            yield [(day, _day_label(date.fromordinal(day))) for day in days]
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    for step in MONTH_STEPS:
        if len(months) <= step * 100:
            starts = (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)
            yield [(one.toordinal(), f"{MONTHS[one.month - 1]} {one.year}") for one in starts if one >= start]
    for step in YEAR_STEPS:
        years = [year for year in range(start.year, end.year + 1) if year % step == 0 and year > 0]
        yield [(date(year, 1, 1).toordinal(), str(year)) for year in years if date(year, 1, 1) >= start]


def _day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
