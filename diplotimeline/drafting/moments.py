"""Points and stretches in time as a text names them, and the arithmetic of the calendar."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True)
class Moment:
    """A date in EDTF with its first and last possible day; `year_given` if the text itself named the year."""

    edtf: str
    first: date
    last: date
    part: str | None = None
    year_given: bool = False
    side: str = ""
    """How it is written at the end of an interval, where sets cannot stand."""
    doubt: str = ""
    """What speaks for another date, where this one was chosen."""

    def once(self) -> "Moment":
        """Some day, or several, of a stretch: what happens only once did not last for all of it."""
        stretch = self.first < self.last and re.fullmatch(r"[0-9-]{10}/[0-9-]{10}", self.edtf)
        return replace(self, edtf=f"[{self.first}..{self.last}]") if stretch else self

    @property
    def end(self) -> str:
        """The date as one end of an interval."""
        return self.side or self.edtf[:10]


class Unsettled(Exception):  # noqa: N818 - a question to the curator, not an error
    """The text leaves the date open."""

    def __init__(self, *readings: str, why: str = "") -> None:
        super().__init__(why)
        self.readings = readings
        self.why = why


def one_day(day: date, part: str | None = None, *, year_given: bool = False) -> Moment:
    """A single day."""
    return Moment(day.isoformat(), day, day, part, year_given)


def some_day(first: date, last: date, part: str | None = None) -> Moment:
    """Some day, or several, from `first` to `last`."""
    return one_day(first, part) if first == last else Moment(f"[{first}..{last}]", first, last, part, side=str(first))


def all_days(first: date, last: date, part: str | None = None) -> Moment:
    """All the time from `first` to `last`."""
    if first > last:
        raise Unsettled(why="the later day stands first")
    return Moment(f"{first}/{last}", first, last, part, side=str(first)) if first != last else one_day(first, part)


def whole_month(year: int, month: int) -> Moment:
    """A month."""
    first = date(year, month, 1)
    return Moment(f"{first:%Y-%m}" if year > 999 else str(first)[:7], first, last_of_month(year, month))


def whole_year(year: int) -> Moment:
    """A year."""
    return Moment(f"{year:04}", date(year, 1, 1), date(year, 12, 31), year_given=True)


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_away(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def day_near(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def shifted(day: date, count: int, unit: str) -> date:
    """The day so many units later; months and years keep the day where they can."""
    if unit in ("month", "year", "decade"):
        year, month = months_away(day, count * {"month": 1, "year": 12, "decade": 120}[unit])
        return day_near(year, month, day.day)
    return day + timedelta(count * {"week": 7, "fortnight": 14, "weekend": 7}.get(unit, 1))


def around(day: date, unit: str) -> Moment:
    """A day counted in units: no more exact than the unit is."""
    if unit == "day":
        return one_day(day)
    if unit == "month":
        month = whole_month(day.year, day.month)
        return replace(month, edtf=f"{month.edtf}~", side=f"{month.edtf}~")
    if unit in ("year", "decade"):
        return replace(whole_year(day.year), edtf=f"{day.year:04}~", side=f"{day.year:04}~", year_given=False)
    return replace(one_day(day), edtf=f"{day}~", side=f"{day}~")


def unit_away(day: date, unit: str, step: int) -> Moment:
    """The calendar week, month, year … that is `step` away from the one of a day."""
    if unit == "month":
        return whole_month(*months_away(day, step))
    if unit == "year":
        return replace(whole_year(day.year + step), year_given=False)
    if unit == "weekend":
        return weekend_of(day, step)
    if unit == "day":
        return one_day(day + timedelta(step))
    if unit == "week":
        monday = day - timedelta(day.weekday() - 7 * step)
        return some_day(monday, monday + timedelta(6))
    raise Unsettled(why="the words do not say when")


def weekend_of(day: date, step: int) -> Moment:
    """The weekend before a day, the next one, or (step 0) the one that it lies in, else the one before."""
    inside = day.weekday() >= 5
    saturday = day - timedelta(day.weekday() - 5) + timedelta(7 * (step if inside or step > 0 else -1))
    if step > 0 and not inside:
        saturday -= timedelta(7)
    return some_day(saturday, saturday + timedelta(1))
