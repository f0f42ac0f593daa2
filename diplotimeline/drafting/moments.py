"""Points and stretches in time as a text names them, what they are counted from, and the arithmetic of the calendar."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from diplotimeline.dates import parse, parses
from diplotimeline.drafting.expressions import TABLES

STEPS = {unit: relativedelta(**step) for unit, step in TABLES["steps"].items()}  # months keep the day if they can
PORTIONS: Mapping[str, Mapping[str, str]] = TABLES["portions"]
HALF_A_YEAR = 183
NEARER_SEASON = 137  # so many days ahead a season is nearer than the one that ended last
NEAR = 9  # so many days a day may be ahead without a future tense: the text was written some days before
RECENT = 30  # so many days from the statement it may be, although the tense or the sentence before tells otherwise
SHOWN = {"year": 4, "decade": 4, "month": 7}  # how much of a day in figures is left of it where a unit is no more exact


class Moment(NamedTuple):
    """A date in EDTF; `year_given` if the text itself named the year."""

    edtf: str
    part: str | None = None
    year_given: bool = False
    doubt: str = ""  # what speaks for another date, where this one was chosen
    side: str = ""  # how it is written at the end of an interval, if not as its first day

    @property
    def first(self) -> date:
        return date.fromordinal(parse(self.edtf).first_day)

    @property
    def last(self) -> date:
        return date.fromordinal(parse(self.edtf).last_day)

    @property
    def end(self) -> str:
        """The date as one end of an interval, where sets and seasons cannot stand."""
        start = parse(self.edtf).start
        return self.side or f"{start.plain}{start.sign}"

    def rather_than(self, other: "Moment", *, is_open: bool) -> "Moment":
        """Marked with the other year that is possible. Raises `Unsettled` where it is open which one is meant."""
        if is_open and self.edtf != other.edtf:
            raise Unsettled(*sorted((self.edtf, other.edtf)), why="the text names no year")
        return self._replace(doubt="" if self.edtf == other.edtf else f"or {other.edtf}: the text names no year")

    def once(self) -> "Moment":
        """Some day, or several, of a stretch: what happens only once did not last for all of it."""
        edtf = self.edtf.removesuffix("/..")
        return self._replace(edtf=re.sub(r"^([0-9-]{10})/([0-9-]{10})$", r"[\1..\2]", edtf))

    def and_more(self, sign: str) -> "Moment":
        """With a sign or a clock time behind it, where EDTF has it so."""
        return self._replace(edtf=f"{self.edtf}{sign}") if parses(f"{self.edtf}{sign}") else self

    def in_part(self, part: str) -> "Moment":
        """A part of a day; a night lies in two days. Longer times have none."""
        days = (self.last - self.first).days
        if part == "night" and not days:
            return self._replace(edtf=f"{self.first}/{self.first + timedelta(1)}", part=part)
        return self._replace(part=part if part and days == (part == "night") else None)

    def portion(self, name: str) -> "Moment":
        """The early, middle or late part of a month or a year; other dates have none."""
        part = PORTIONS.get(parse(self.edtf).precision, {}).get(name, "{date}")
        edtf = part.format(date=self.edtf, last=self.last.day, week=self.last.day - 6)
        return self._replace(edtf=edtf, side=f"{self.edtf}~" if ".." in part else "")


class Unsettled(Exception):  # noqa: N818 - a question to the curator, not an error
    """The text leaves the date open."""

    def __init__(self, *readings: str, why: str = "") -> None:
        super().__init__(why)
        self.readings, self.why = readings, why


def stretch(first: date, last: date, part: str | None = None) -> Moment:
    """All the time from one day to another."""
    return Moment(f"{first}/{last}" if first != last else str(first), part)


def in_a_row(moments: Iterable[Moment]) -> list[Moment]:
    """The dates of a list, with days that follow one another as one stretch: `on 12, 13 and 28 May`."""
    found: list[Moment] = []
    for one in moments:
        goes_on = found and not one.part and one.first == one.last == found[-1].last + timedelta(1)
        before = found.pop() if goes_on else one
        found.append(before._replace(edtf=f"{before.first}/{one.last}") if goes_on else one)
    return found


def unit_away(day: date, unit: str, step: int) -> Moment:
    """The calendar week, month or year that is `step` away from the one of a day."""
    if unit in ("day", "month", "year"):
        return Moment(str(day + step * STEPS[unit])[: SHOWN.get(unit)])
    if unit != "week":
        raise Unsettled(why="the words leave open when")
    monday = day + timedelta(7 * step - day.weekday())
    return stretch(monday, monday + timedelta(6)).once()


class Anchor(NamedTuple):
    """What a date is resolved against: the day of the text, the date of the event before, a year named beside it.

    `direction` is -1 in a sentence about the past, 1 about the future, 0 where the sentence has no tense.
    """

    issued: date
    direction: int = 0
    previous: Moment | None = None
    year: int | None = None
    day_first: bool | None = None  # whether the order of figures is settled
    near: int = NEAR
    ahead: int = 0  # so many days of the year follow on the day of an entry, which `issued` is then

    def meant(
        self, month: int, day: int = 0, weekday: int | None = None, *, given: int | None = None, step: int = 0
    ) -> Moment:
        """A day, a month or a season in the year that is given or else meant. Raises `Unsettled` if no year fits."""
        year = self.year if given is None else given
        if year is not None:
            year += (self.issued.year + 10 - year) // 100 * 100 if year < 100 else 0  # of this century, or the last one
            (only,) = _in_years([year], month, day)
            return only._replace(year_given=given is not None)
        before, this = self.previous, self.issued.year
        spoken = before.first.year if before is not None and before.year_given else this
        days = _in_years({spoken, *range(this - 8, this + 9)}, month, day)  # so far are two days of 29 February
        told, other = self.beside(days, NEARER_SEASON if month > 12 else self.near if day else 0, step)
        if step or month > 12:
            return told
        if weekday is not None:
            near = [one for one in days if abs(one.first.year - this) <= 1 or one.first.year == spoken]
            fitting = [one for one in near if one.first.weekday() == weekday]
            if not fitting:
                earlier = [one.edtf for one in days if one.first.weekday() == weekday and one.first < self.issued]
                raise Unsettled(*earlier[-1:], told.edtf, why="the day of the week is that of another year")
            return min(fitting, key=lambda one: one.first.year != spoken)
        if before is not None and spoken < this and self.direction <= 0:
            for one in days:
                if one.first.year == spoken and one.last >= before.first:  # the story goes on from there
                    return one._replace(year_given=True).rather_than(told, is_open=-RECENT <= self._away(told) <= 0)
        if not day and self.near > NEAR and 0 < self._away(other) <= self.near:
            return told.rather_than(other, is_open=False)
        return self._nearest(told, other)

    def beside(self, times: Iterable[Moment], near: int, step: int = 0) -> tuple[Moment, Moment]:
        """Of times that come again, the one that the tense or a step asks for, and the other beside the statement."""
        times = [one for one in times if not (step and one.first <= self.issued <= one.last)]  # `last` is not on
        last = max(one for one in times if one.first <= self.issued)
        coming = min(one for one in times if one.last >= self.issued)
        soon = 0 < (coming.first - self.issued).days <= near
        side = step or self.direction or soon  # without a tense the last one, unless the next is so near
        return (coming, last) if side > 0 else (last, coming)

    def _nearest(self, told: Moment, other: Moment) -> Moment:
        """In the year that the tense asks for, or in the other one where the day is only some days away."""
        away = -self.direction * self._away(other)
        if not 0 < away <= max(RECENT, self.ahead):
            return told
        is_near = away <= min(NEAR, self.near)
        if is_near and self.direction < 0:
            told, other = other, told
        return told.rather_than(other, is_open=is_near and self.direction > 0)

    def _away(self, one: Moment) -> int:
        """How many days after the statement a day is, or the middle of a month."""
        return (one.first + (one.last - one.first) / 2 - self.issued).days


def _in_years(years: Iterable[int], month: int, day: int) -> list[Moment]:
    """A day, a month or a season in those of the years that have it."""
    dates = (f"{year:04}-{month:02}" + (f"-{day:02}" if day else "") for year in sorted(years))
    return [Moment(one) for one in dates if parses(one)]
