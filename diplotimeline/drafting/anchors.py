"""What a date is resolved against: the day of the statement, the direction of the sentence, what came before."""

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from diplotimeline.drafting.moments import Moment, Unsettled, day_near

HALF_A_YEAR = 183
NEAR = 10
"""So many days after the statement a day without a year is still ahead, where the sentence has no tense."""
AHEAD = 9
"""So many days after the statement a past tense gives way: the text was written before, or elsewhere on the globe."""
RECENT = 30
"""So many days from the statement a day may be meant, although the tense or the sentence before tells otherwise."""
NO_YEAR = "the text names no year"


class Year(NamedTuple):
    """The year of a day or month."""

    year: int
    doubt: str = ""
    """What speaks for another year; empty if nothing does."""
    bound: bool = False
    """Whether a heading or the sentence before gives it."""


@dataclass(frozen=True)
class Anchor:
    """What a date is resolved against.

    `direction` is -1 in a sentence about the past, 1 about the future, 0 where the sentence has no tense; `previous`
    is the date of the event before; `year` is a year named beside the date; `day_first` whether the text settles the
    order of figures.
    """

    issued: date
    direction: int = 0
    previous: Moment | None = None
    year: int | None = None
    day_first: bool | None = None
    near: int = NEAR

    def year_of(self, month: int, day: int = 0, weekday: int | None = None) -> Year:
        """The year of a day, or of a month, that is named without one. Raises `Unsettled` if no year fits."""
        if self.year is not None:
            return Year(self.year)
        if weekday is not None and day:
            return Year(self._year_with(weekday, month, day))
        if (month, day) == (2, 29):
            return Year(self._leap_year())
        return self._bound_year(month, day) or self._nearest(month, day)

    def before(self) -> Moment:
        """The date of the event before. Raises `Unsettled` if there is none."""
        if self.previous is None:
            raise Unsettled(why="it is counted from a date that the text does not give")
        return self.previous

    def _nearest(self, month: int, day: int) -> Year:
        """The year that the tense asks for, or the other one where the day is only some days away."""
        told = self._by_direction(month, day)
        other = told + 1 if self._away(told, month, day) <= 0 else told - 1
        away = -self.direction * self._away(other, month, day)
        if self.direction == 0 or not 0 < away <= RECENT:
            return Year(told)
        if day and self.direction > 0 and away <= AHEAD:
            raise Unsettled(*(self._written(one, month, day) for one in (other, told)), why=NO_YEAR)
        if day and away <= min(AHEAD, self.near):
            told, other = other, told
        return Year(told, f"or {self._written(other, month, day)}: {NO_YEAR}")

    def _leap_year(self) -> int:
        """The year of a 29 February: the last one that has been, or the next."""
        steps = range(9) if self.direction > 0 else range(0, -9, -1)
        years = [self.issued.year + step for step in steps if isleap(self.issued.year + step)]
        return years[0] if self.direction * (date(years[0], 2, 29) - self.issued).days >= 0 else years[1]

    def _by_direction(self, month: int, day: int) -> int:
        """The year before or after the statement; without a tense the last one, unless the next is some days away."""
        year = self.issued.year
        when, today = (month, day), (self.issued.month, self.issued.day if day else 0)
        if self.direction > 0:
            return year if when >= today else year + 1
        if self.direction == 0 and day:
            for near in (year, year + 1):
                if 0 < self._away(near, month, day) <= self.near:
                    return near
        return year if when <= today else year - 1

    def _away(self, year: int, month: int, day: int) -> int:
        """How many days after the statement a day is, or the middle of a month."""
        return (day_near(year, month, day or 15) - self.issued).days

    def _written(self, year: int, month: int, day: int) -> str:
        return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"

    def _year_with(self, weekday: int, month: int, day: int) -> int:
        """The year in which a day is that day of the week: the year told of before, this one or one beside it."""
        before, near = self.previous, [self.issued.year + step for step in (0, -1, 1)]
        told = [before.first.year] if before is not None and before.year_given else []
        years = [*told, *near, *range(near[1] - 1, near[1] - 6, -1)]
        fitting: list[int] = [year for year in years if _falls_on(year, month, day, weekday)]
        if fitting and fitting[0] in (*told, *near):
            return fitting[0]
        readings = [self._written(year, month, day) for year in (*fitting[:1], self._by_direction(month, day))]
        raise Unsettled(*readings, why="the day of the week is that of another year")

    def _bound_year(self, month: int, day: int) -> Year | None:
        """The year of a heading or of the sentence before, where the story goes on from there.

        Raises `Unsettled` if the day may as well be one of the last days before the statement.
        """
        before = self.previous
        if before is None or not before.year_given or self.direction > 0 or before.first.year >= self.issued.year:
            return None
        if (month, day or 31) < (before.first.month, before.first.day):
            return None
        own = self._by_direction(month, day)
        readings = self._written(before.first.year, month, day), self._written(own, month, day)
        if -RECENT <= self._away(own, month, day) <= 0:
            raise Unsettled(*readings, why=NO_YEAR)
        return Year(before.first.year, f"or {readings[1]}: {NO_YEAR}", bound=True)


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    exists = 1 <= year <= 9999 and day <= monthrange(year, month)[1]
    return exists and date(year, month, day).weekday() == weekday
