"""A picture of a chronology as plain values: actors down, time across. The terminal and the web page draw it."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from diplotimeline.dates import MONTHS, Bound, EventDate
from diplotimeline.record.chronology import MAX_ABOVE, Timeline, involved
from diplotimeline.record.values import Event

NOBODY = ""
UNSETTLED = frozenset(("planned", "alleged", "disputed"))
"""The status of events of which it is not established that they took place."""
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6)
YEAR_STEPS = tuple(step * 10**power for power in range(5) for step in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of the time axis that an event takes up, or may take up: ordinals, inclusive, within the picture.

    `first` and `last` bound every reading of its date. `sure` are the first and last day that it certainly took up,
    None when no day is certain. A side whose bound is not known is open, and reaches to the edge of the picture.
    `settled` is False for an event that is planned, alleged or disputed.
    """

    first: int
    last: int
    sure: tuple[int, int] | None
    open_start: bool
    open_end: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """An actor, the indices of its events in the timeline, and how many actors it belongs to (`depth`).

    An actor that others belong to has their events too, as a filter for it would find them. The lane of the events
    without an actor has "" for one.
    """

    actor: str
    depth: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Lanes over the days `first` to `last`, ordinals and inclusive, and a stretch for each event of the timeline."""

    first: int
    last: int
    lanes: tuple[Lane, ...]
    stretches: tuple[Stretch, ...]

    def offset(self, day: int, width: float) -> float:
        """How far from the left a day begins in a picture `width` units wide; the day after the last is the edge."""
        return (day - self.first) * width / (self.last + 1 - self.first)


def picture(timeline: Timeline) -> Picture:
    """The lanes and stretches of a timeline that has events."""
    first = min(event.date.first_day for event in timeline.events)
    last = max(event.date.last_day for event in timeline.events)
    stretches = tuple(_stretch(event, first, last) for event in timeline.events)
    return Picture(first, last, tuple(_lanes(timeline)), stretches)


def _stretch(event: Event, first: int, last: int) -> Stretch:
    when = event.date
    open_start, open_end = _is_open(when.earliest), _is_open(when.latest)
    low = first if open_start else when.first_day
    high = last if open_end else when.last_day
    return Stretch(low, high, sure_days(when, low, high), open_start, open_end, event.status not in UNSETTLED)


def _is_open(bound: Bound) -> bool:
    return bound is None or math.isinf(bound)


def sure_days(when: EventDate, low: int, high: int) -> tuple[int, int] | None:
    """The first and last day that an event certainly took up within `low` to `high`; None when there is none.

    Of an interval, the days from its latest beginning to its earliest end.
    """
    start, end = when.start_latest, when.end_earliest
    one_day = when.earliest == when.latest
    if when.qualifier or start is None or end is None or not (one_day or when.kind == "interval"):
        return None
    sure = (int(max(start, low)), int(min(end, high)))
    return sure if sure[0] <= sure[1] else None


# --- who has a lane ------------------------------------------------------------------------------------------------


def _lanes(timeline: Timeline) -> Iterator[Lane]:
    """The lanes from top to bottom: families by their first event, in each the actor first that others belong to."""
    events: dict[str, list[int]] = {}
    for number, event in enumerate(timeline.events):
        for actor in involved(timeline, event) or (NOBODY,):
            events.setdefault(actor, []).append(number)
    first = {actor: position for position, actor in enumerate(events)}
    for actor, depth in family_tree(timeline, events, first.__getitem__):
        yield Lane(actor, depth, tuple(events[actor]))


def family_tree(timeline: Timeline, actors: Iterable[str], order: Callable[[str], Any]) -> Iterator[tuple[str, int]]:
    """The actors and all that they belong to, each followed by those that belong to it, with its depth in this tree.

    `order` is the sort key of those that belong to the same actor. Who belongs to several stands once, below the
    first of them. A circle, in which actors belong to one another, is
    cut: the last one that is reached from the first actor given stands at the top.
    """
    members: dict[str, list[str]] = {}
    placed: set[str] = set()
    for actor in actors:
        for start in timeline.lineage(actor) or (actor,):
            line = _first_line(timeline, start) if start not in placed else []
            for one, above in zip(line, (*line[1:], NOBODY), strict=False):
                if one not in placed:
                    placed.add(one)
                    members.setdefault(above, []).append(one)
    waiting = [(NOBODY, -1)]
    while waiting:
        actor, depth = waiting.pop()
        if depth >= 0:
            yield actor, depth
        waiting += [(one, depth + 1) for one in sorted(members.pop(actor, ()), key=order, reverse=True)]


def _first_line(timeline: Timeline, actor: str) -> list[str]:
    """The actor, the first that it belongs to, the first that this one belongs to, and so on, until one comes again."""
    line = [actor]
    while len(line) < MAX_ABOVE and actor in timeline.actors:
        above = next((one for one in timeline.actors[actor].of if one in timeline.actors), actor)
        if above in line:
            break
        actor = above
        line.append(actor)
    return line


# --- the time axis -------------------------------------------------------------------------------------------------


def ticks(first: int, last: int, most: int, months: tuple[str, ...] = MONTHS) -> list[tuple[int, str]]:
    """Days of an axis with their labels, at most `most` of them and evenly spaced: by days, weeks, months or years."""
    return next((found for found in _scales(first, last, months) if len(found) <= most), [])


def _scales(first: int, last: int, names: tuple[str, ...]) -> Iterator[list[tuple[int, str]]]:
    """All ticks within the days `first` to `last`, once for each spacing, the finest first."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    for step in DAY_STEPS:
        if last - first <= step * 100:
            days = range(first + (-first + 1) % step, last + 1, step)  # steps of weeks begin on Mondays
            yield [(day, _day_label(date.fromordinal(day), names)) for day in days]
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    for step in MONTH_STEPS:
        if len(months) <= step * 100:
            starts = (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)
            yield [(one.toordinal(), f"{names[one.month - 1]} {one.year}") for one in starts if one >= start]
    for step in YEAR_STEPS:
        years = [year for year in range(start.year, end.year + 1) if year % step == 0 and year > 0]
        yield [(date(year, 1, 1).toordinal(), str(year)) for year in years if date(year, 1, 1) >= start]


def _day_label(day: date, names: tuple[str, ...]) -> str:
    return f"{day.day} {names[day.month - 1]}"
