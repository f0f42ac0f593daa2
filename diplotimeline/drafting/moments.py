"""Points and stretches in time as a text names them, and the arithmetic of the calendar."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from diplotimeline.dates import parse

STEPS = {
    "day": relativedelta(days=1), "month": relativedelta(months=1), "year": relativedelta(years=1),
    "decade": relativedelta(years=10), "fortnight": relativedelta(weeks=2),
}  # fmt: skip
"""Other units are weeks."""
SHOWN = {"year": 4, "decade": 4, "month": 7}
"""How much of a day in figures is left of it where a unit is no more exact."""


class Moment(NamedTuple):
    """A date in EDTF; `year_given` if the text itself named the year."""

    edtf: str
    part: str | None = None
    year_given: bool = False
    doubt: str = ""
    """What speaks for another date, where this one was chosen."""
    side: str = ""
    """How it is written at the end of an interval, if not as its first day."""

    @property
    def first(self) -> date:
        return date.fromordinal(parse(self.edtf).first_day)

    @property
    def last(self) -> date:
        return date.fromordinal(parse(self.edtf).last_day)

    @property
    def end(self) -> str:
        """The date as one end of an interval, where sets and seasons cannot stand."""
        when = parse(self.edtf)
        side = when.end if when.start.year is None else when.start
        return self.side or f"{side.plain}{side.sign}"

    def once(self) -> "Moment":
        """Some day, or several, of a stretch: what happens only once did not last for all of it."""
        return self._replace(edtf=re.sub(r"^([0-9-]{10})/([0-9-]{10})$", r"[\1..\2]", self.edtf))


class Unsettled(Exception):  # noqa: N818 - a question to the curator, not an error
    """The text leaves the date open."""

    def __init__(self, *readings: str, why: str = "") -> None:
        super().__init__(why)
        self.readings = readings
        self.why = why


def stretch(first: date, last: date, part: str | None = None) -> Moment:
    """All the time from one day to another."""
    return Moment(f"{first}/{last}" if first != last else str(first), part)


def shifted(day: date, count: int, unit: str) -> date:
    """The day so many units later; months and years keep the day where they can."""
    return day + count * STEPS.get(unit, relativedelta(weeks=1))


def around(day: date, unit: str) -> Moment:
    """A day counted in units: no more exact than the unit is."""
    return Moment(str(day)[: SHOWN.get(unit, 10)] + ("~" if unit != "day" else ""))


def unit_away(day: date, unit: str, step: int) -> Moment:
    """The calendar week, month, year … that is `step` away from the one of a day.

    On a working day, the weekend 0 away is the one before, as is the one -1 away.
    """
    if unit in ("day", "month", "year"):
        return Moment(str(shifted(day, step, unit))[: SHOWN.get(unit, 10)])
    if unit not in ("week", "weekend"):
        raise Unsettled(why="the words do not say when")
    if unit == "weekend" and day.weekday() < 5:
        step = step - 1 if step > 0 else min(step, -1)
    first = day + timedelta(7 * step + (5 if unit == "weekend" else 0) - day.weekday())
    return stretch(first, first + timedelta(1 if unit == "weekend" else 6)).once()
