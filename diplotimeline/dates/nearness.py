"""How surely a date lies in a range of days: what an unknown bound leaves open, and how far an approximate one reaches.

An approximate date keeps its bounds. Here only is it asked what lies one unit further: a day, a month or a year, as the
date is written.
"""

import math
from calendar import monthrange
from datetime import date
from typing import Literal

from diplotimeline.dates.values import EventDate, Side

Doubt = Literal["start", "end", "approximate"]
"""Why a date lies in a range only perhaps: no first day is known, no last day, or the date is approximate."""
Days = tuple[int | float, int | float]


def doubt_of(when: EventDate, first: float, last: float) -> Doubt | None:
    """Why a date that may touch the days `first` to `last` does so only perhaps; None for one that has its place there.

    It is in doubt where it has no known bound, unless every reading touches these days, and where it is approximate and
    might begin after them, or end before them, one unit further on.
    """
    (low, _), (_, high) = when.stretches[0], when.stretches[-1]
    sure = _surely(when.start_latest, when.end_earliest, first, last)
    inside = first <= low and high <= last
    if not sure and not inside and math.isinf(high - low):
        return "end" if high == math.inf and (low > -math.inf or first > when.first_day) else "start"
    (start_low, start_high), (end_low, end_high) = (_around(side) for side in (when.start, when.end))
    late = _approximate(when.start) and min(start_high, end_high) > last
    early = _approximate(when.end) and max(start_low, end_low) < first
    return "approximate" if late or early else None


def near_each_other(one: EventDate, other: EventDate) -> bool:
    """Whether two dates may be the same day, or days that follow one another."""
    return any(
        first <= other_last + 1 and other_first <= last + 1
        for first, last in one.stretches
        for other_first, other_last in other.stretches
    )


def lies_near(when: EventDate, first: float, last: float) -> bool:
    """Whether an approximate date lies outside the days `first` to `last`, but touches them one unit further on."""
    if not when.qualified or when.possible(first, last):
        return False
    return _around(when.start)[0] <= last and _around(when.end)[1] >= first


def _surely(start_latest: float | None, end_earliest: float | None, first: float, last: float) -> bool:
    """Whether what begins and ends like this touches the days in every reading."""
    if start_latest is None or end_earliest is None:
        return False
    return start_latest <= last and end_earliest >= first


def _approximate(side: Side) -> bool:
    return side.sign in ("~", "%")


def _around(side: Side) -> Days:
    """The first and last day of one side of a date, infinitely far where unknown; with a unit more if approximate."""
    if not isinstance(side.first, int) or not isinstance(side.last, int):
        return -math.inf if side.first is None else side.first, math.inf if side.last is None else side.last
    if not _approximate(side):
        return side.first, side.last
    return _unit_before(side, side.first), _unit_after(side, side.last)


def _unit_before(side: Side, first: int) -> int | float:
    """The first day of the day, month or year before."""
    if first == date.min.toordinal():
        return -math.inf
    before = date.fromordinal(first - 1)
    month = before.month if side.month else 1
    return before.replace(month=month, day=before.day if side.day else 1).toordinal()


def _unit_after(side: Side, last: int) -> int | float:
    """The last day of the day, month or year after."""
    if last == date.max.toordinal():
        return math.inf
    after = date.fromordinal(last + 1)
    month = after.month if side.month else 12
    return after.replace(month=month, day=after.day if side.day else monthrange(after.year, month)[1]).toordinal()
