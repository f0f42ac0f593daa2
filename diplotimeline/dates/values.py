"""What a date is: its text, the parts that stand in it as numbers, and the days that it may mean."""

import math
from contextlib import suppress
from dataclasses import InitVar, dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

Bound = int | float | None
"""A day as `date.toordinal()` gives it, `-inf` or `+inf` where the date is open, `None` where it is unknown."""

Kind = Literal["date", "season", "unspecified", "datetime", "interval", "set"]
Precision = Literal["year", "month", "day", "time", "season", "decade", "century", "interval", "set"]
Season = Literal["spring", "summer", "autumn", "winter"]
Unspecified = Literal["day", "month", "year", "decade"]
"""A part that is written `X`; the last two figures of `19XX` are its decade and its year."""

QUALIFIERS = {"": "", "?": "uncertain", "~": "approximate", "%": "uncertain+approximate"}
"""The signs of EDTF as words."""
WHOLE: dict[Kind, Precision] = {"datetime": "time", "interval": "interval", "set": "set"}
"""The precision of kinds of dates that are not as exact as their sides."""
HOUR = 3600
PARTS = {"morning": 6 * HOUR, "afternoon": 12 * HOUR, "evening": 18 * HOUR, "night": 24 * HOUR}
"""Where a part of the day stands among clock times, in seconds; a night lies behind all those of its first day."""


class Side(NamedTuple):
    """A year, month or day as it stands in a date: alone, on one side of an interval, or in a set.

    `first` and `last` are the days that it covers. `month` and `day` are None where they are not written; the month of
    a season is the one with which it begins. `sign` is the qualifier as EDTF writes it: `?`, `~`, `%` or nothing.
    `unspecified` names the parts that are written `X`; the year of `199X` is 1990, that of `19XX` is 1900.

    A side without a year has no date: it is `open` (written `..`), its days infinitely far, or it is unknown (nothing
    is written), its days None.
    """

    first: Bound
    last: Bound
    year: int | None = None
    month: int | None = None
    day: int | None = None
    sign: str = ""
    season: Season | None = None
    unspecified: tuple[Unspecified, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the date has no limit on this side: `..`."""
        return self.year is None and self.first is not None

    @property
    def precision(self) -> Precision:
        """The smallest unit that is known, from `day` to `century`."""
        if self.season:
            return "season"
        if "year" in self.unspecified:
            return "century" if "decade" in self.unspecified else "decade"
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def plain(self) -> str:
        """Year, month and day as far as they are known, without the qualifier: `2022-09`."""
        if self.year is None:
            return ""
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")

    @property
    def qualifier(self) -> str:
        """The qualifier as a word: `uncertain`, `approximate`, `uncertain+approximate`, or nothing."""
        return QUALIFIERS[self.sign]


class Member(NamedTuple):
    """One member of a set: a single date, which is both sides, or with `ranged` all that lies between the two."""

    start: Side
    end: Side
    ranged: bool = False

    @property
    def days(self) -> tuple[int | float, int | float]:
        """The first and the last day that the member allows; infinitely far where a side is open."""
        first, last = self.start.first, self.end.last
        assert first is not None
        assert last is not None
        return first, last


class Clock(NamedTuple):
    """A time of day; `second` is None where it is not written.

    `offset` is in minutes east of UTC, None where no zone is written; `zone` is its text: `Z`, `+04`, `+04:00`.
    """

    hour: int
    minute: int
    second: int | None
    offset: int | None
    zone: str

    @property
    def seconds(self) -> int:
        """Seconds since midnight, as written."""
        return self.hour * HOUR + self.minute * 60 + (self.second or 0)


@dataclass(frozen=True, slots=True, repr=False)
class EventDate:
    """When an event happened, as far as it is known. `parse` makes it from EDTF text; `edtf` is that text.

    The four bounds are days, each inclusive: the event began between `earliest` and `start_latest` and ended between
    `end_earliest` and `latest`. A qualifier never widens them.

    The parts are what stands in the text. `start` and `end` are the two sides of an interval or the outermost sides
    of a set; every other date is its own start and end. A set has `members` as well, a date-time a `clock`.
    """

    edtf: str
    kind: Kind
    start: Side
    end: Side
    members: tuple[Member, ...] = ()
    clock: Clock | None = None
    # Without a default `dataclasses.replace` refuses to copy: text and parts must agree, and only `parse` sees to that.
    parsed: InitVar[bool] = field(kw_only=True)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        """The call that makes it."""
        return f"parse_date({self.edtf!r})"

    def __lt__(self, other: "EventDate") -> bool:
        return self.order() < other.order()

    # --- what stands in it

    @property
    def precision(self) -> Precision:
        """How exact the date is: the smallest unit that is known, or `time`, `interval`, `set`."""
        return WHOLE.get(self.kind) or self.start.precision

    @property
    def qualified(self) -> bool:
        """Whether the date, or a side of it, is uncertain or approximate."""
        return bool(self.start.sign or self.end.sign)

    @property
    def floating(self) -> bool:
        """Whether it is a clock time without an offset."""
        return self.clock is not None and self.clock.offset is None

    @property
    def qualifier(self) -> str:
        """The qualifiers as words, those of an interval by side: `approximate`, `start:uncertain;end:approximate`."""
        if self.kind != "interval":
            return self.start.qualifier
        sides = (("start", self.start.qualifier), ("end", self.end.qualifier))
        return ";".join(f"{name}:{qualifier}" for name, qualifier in sides if qualifier)

    @property
    def written(self) -> tuple[Side, ...]:
        """The years, months, days and seasons that stand in the text, in order; none where it has no whole year."""
        if self.kind == "date":  # nearly always
            return (self.start,)
        if self.kind == "set":
            pairs = ((one.start, one.end) if one.ranged else (one.start,) for one in self.members)
            return tuple(side for pair in pairs for side in pair if side.year is not None)
        if self.kind == "interval":
            return tuple(side for side in (self.start, self.end) if side.year is not None)
        return () if "year" in self.start.unspecified else (self.start,)

    # --- which days it may mean

    @property
    def earliest(self) -> Bound:
        """The first day on which it may have begun."""
        return self.start.first

    @property
    def start_latest(self) -> Bound:
        """The last day on which it may have begun: it cannot begin after its end."""
        starts, ends = self.start.last, self.end.last
        if self.kind != "interval" or starts is None:
            return ends
        return starts if ends is None else min(starts, ends)

    @property
    def end_earliest(self) -> Bound:
        """The first day on which it may have ended: it cannot end before its beginning."""
        starts, ends = self.start.first, self.end.first
        if self.kind != "interval" or ends is None:
            return starts
        return ends if starts is None else max(starts, ends)

    @property
    def latest(self) -> Bound:
        """The last day on which it may have ended."""
        return self.end.last

    @property
    def stretches(self) -> tuple[tuple[int | float, int | float], ...]:
        """The days that some reading touches, each stretch as its first and last day; infinitely far where unknown."""
        if self.members:
            return tuple(one.days for one in self.members)
        starts, ends = self.start.first, self.end.last
        return ((-math.inf if starts is None else starts, math.inf if ends is None else ends),)

    def possible(self, first: float, last: float) -> bool:
        """Whether some reading touches the days `first` to `last`, both inclusive."""
        for low, high in self.stretches:  # noqa: SIM110 - many are asked, and `any` takes three times the time
            if low <= last and high >= first:
                return True
        return False

    def certain(self, first: float, last: float) -> bool:
        """Whether every reading has a day among `first` to `last`, both inclusive, and the date is unqualified.

        So an interval must overlap these days; a month, season or set, of which one day is meant, must lie in them.
        """
        start_latest, end_earliest = self.start_latest, self.end_earliest
        if start_latest is None or end_earliest is None:
            return False
        return start_latest <= last and end_earliest >= first and not self.qualified

    def within(self, first: float, last: float) -> bool:
        """Whether every day that the date may mean lies in `first` to `last`, both inclusive, and it is unqualified."""
        (low, _), (_, high) = self.stretches[0], self.stretches[-1]
        return first <= low and high <= last and not self.qualified

    @property
    def first_day(self) -> int:
        """The first known day: the earliest bound that is a day. A date known only by its end stands there."""
        first = self.start.first
        if isinstance(first, int):  # nearly always; asked several times of every event
            return first
        days = [day for one in self.members for day in one.days] or (self.end.first,)
        return next(day for day in days if isinstance(day, int))

    @property
    def last_day(self) -> int:
        """The last known day; of an open or unknown end, the last day that its beginning allows."""
        last = self.end.last
        if isinstance(last, int):
            return last
        days = [day for one in self.members for day in one.days] or (self.start.last,)
        return next(day for day in reversed(days) if isinstance(day, int))

    @property
    def utc_day(self) -> int:
        """The first known day; of a clock time with an offset, the day in UTC."""
        if self.clock is None or self.clock.offset is None:
            return self.first_day
        return self.first_day + (self.clock.seconds - self.clock.offset * 60) // (24 * HOUR)

    def moment(self, zone: tzinfo | None = None) -> tuple[int, int]:
        """The day that places it in a chronology, and the seconds of its clock time there; -1 without a clock time.

        With `zone`, the zone of the file, a clock time with an offset is the day and the time in that zone.
        """
        if self.clock is None:
            return self.first_day, -1
        if zone is not None and self.clock.offset is not None:
            with suppress(OverflowError):  # at the ends of the calendar
                utc = datetime.fromordinal(self.first_day)
                utc += timedelta(minutes=-self.clock.offset, seconds=self.clock.seconds)
                there = zone.fromutc(utc.replace(tzinfo=zone))
                return there.toordinal(), there.hour * HOUR + there.minute * 60 + there.second
        return self.first_day, self.clock.seconds

    def order(self, zone: tzinfo | None = None, number: int = 0, part: str = "") -> tuple[int, int, int, float]:
        """A key that sorts chronologically: the day that places it, `number`, the time of day, then the longer time.

        `zone` is that of the file, see `moment`; `number` orders what happened on one day; `part` is the part of the
        day, which counts where there is no clock time. What has neither comes first.
        """
        starts, ends = self.start.first, self.end.last
        length = math.inf if starts is None or ends is None else ends - starts
        day, seconds = self.moment(zone)
        return day, number, PARTS.get(part, -1) if seconds < 0 else seconds, -length


def iso(bound: Bound) -> str:
    """A bound as text: a day as `YYYY-MM-DD`; `-inf` and `+inf` where a date is open, `unknown` where nobody knows."""
    if bound is None:
        return "unknown"
    if isinstance(bound, float):
        return "+inf" if bound > 0 else "-inf"
    return date.fromordinal(bound).isoformat()
