"""What a date is resolved against: the day of the statement, the direction of the sentence, what came before."""

from dataclasses import dataclass
from datetime import date

from diplotimeline.drafting.moments import Moment, day_near

HALF_A_YEAR = 183
NEAR = 10
"""So many days after the statement a day without a year is still ahead, where the sentence has no tense."""


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

    def year_of(self, month: int, day: int = 0) -> int:
        """The year of a day, or of a month, that is named without one."""
        if self.year is not None:
            return self.year
        following = self._following_year(month, day)
        if following is not None:
            return following
        year = self.issued.year
        when, today = (
            ((month, day), (self.issued.month, self.issued.day)) if day else ((month, 0), (self.issued.month, 0))
        )
        if self.direction > 0:
            return year if when >= today else year + 1
        if self.direction == 0 and day and 0 < (day_near(year, month, day) - self.issued).days <= self.near:
            return year
        if self.direction == 0 and day and 0 < (day_near(year + 1, month, day) - self.issued).days <= self.near:
            return year + 1
        return year if when <= today else year - 1

    def _following_year(self, month: int, day: int) -> int | None:
        """The year of the event before, where the story goes on and the statement's own year is not meant."""
        before = self.previous
        if before is None or not before.year_given or self.direction > 0:
            return None
        told = (month, day or 31) >= (before.first.month, before.first.day)
        recent = (month, day) <= (self.issued.month, self.issued.day)
        return before.first.year if told and not recent and before.first.year < self.issued.year else None
