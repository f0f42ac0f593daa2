"""The strict EDTF parser: Library of Congress EDTF levels 0 and 1, and "one of a set" of level 2.

Every date becomes four bounds in days. Nothing is guessed and nothing is filled in from today; whatever is not
in the profile raises `Mistake`; `dates.parse` makes a `DateError` with the remedy of it (see `advice`).
"""

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

Bound = int | float | None
"""A day as `date.toordinal()` gives it, `-inf` or `+inf` where the date is open, `None` where it is unknown."""

Span = tuple[int | float, int | float]
Kind = Literal["date", "season", "unspecified", "datetime", "interval", "set"]
Precision = Literal["year", "month", "day", "time", "season", "decade", "century", "interval", "set"]

QUALIFIERS = {"": "", "?": "uncertain", "~": "approximate", "%": "uncertain+approximate"}
SEASON_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
WIDEST_OFFSET = 14 * 60

# fullmatch and [0-9] throughout: "$" lets a newline through and "\d" takes other scripts' digits.
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
QUALIFIED = re.compile(DATE.pattern + r"([?~%]?)")
# Rarer forms are compiled when first met: the three patterns cost a millisecond each.
UNSPECIFIED = r"([0-9]{4})-(?:([0-9]{2})-XX|XX(?:-XX)?)|([0-9]{3})X|([0-9]{2})XX"
DATETIME = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?"
)


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, as far as it is known.

    `edtf` is the text as written. The four bounds are days, each inclusive: the event began between `earliest`
    and `start_latest` and ended between `end_earliest` and `latest`. A qualifier is a flag and never widens them.
    `spans` lists the days that the members of a set allow; it is empty for everything else.
    """

    edtf: str
    kind: Kind
    precision: Precision
    earliest: Bound
    start_latest: Bound
    end_earliest: Bound
    latest: Bound
    qualifier: str = ""
    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: "EventDate") -> bool:
        return self.order() < other.order()

    def possible(self, first: float, last: float) -> bool:
        """Whether some reading touches the days `first` to `last`, both inclusive."""
        if self.spans:
            return any(low <= last and high >= first for low, high in self.spans)
        starts = -math.inf if self.earliest is None else self.earliest
        ends = math.inf if self.latest is None else self.latest
        return starts <= last and ends >= first

    def certain(self, first: float, last: float) -> bool:
        """Whether every reading touches the days `first` to `last`, both inclusive, and the date is unqualified.

        A coarse date, season, unspecified part or set must lie inside as a whole.
        """
        if self.kind != "interval":
            return self.within(first, last)
        if self.qualifier or self.start_latest is None or self.end_earliest is None:
            return False
        return self.start_latest <= last and self.end_earliest >= first

    def within(self, first: float, last: float) -> bool:
        """Whether the whole extent lies in the days `first` to `last`, both inclusive, and is unqualified."""
        if self.qualifier or self.earliest is None or self.latest is None:
            return False
        return self.earliest >= first and self.latest <= last

    @property
    def first_day(self) -> int:
        """The first known day: the earliest bound that is a day. A date known only by its end stands there."""
        if isinstance(self.earliest, int):  # nearly always; asked several times of every event
            return self.earliest
        members = (bound for span in self.spans for bound in span)
        days = (self.earliest, self.end_earliest, *members, self.latest, self.start_latest)
        return next(int(day) for day in days if day is not None and math.isfinite(day))

    @property
    def last_day(self) -> int:
        """The last known day; of an open or unknown end, the last day that its beginning allows."""
        if isinstance(self.latest, int):
            return self.latest
        members = (bound for span in reversed(self.spans) for bound in reversed(span))
        days = (self.latest, *members, self.start_latest, self.end_earliest, self.earliest)
        return next(int(day) for day in days if day is not None and math.isfinite(day))

    @property
    def utc_day(self) -> int:
        """The first known day; of a clock time with an offset, the day in UTC."""
        if self.kind != "datetime" or read_clock(self.edtf).offset is None:
            return self.first_day
        return int(self._instant(None) // 1440)

    def order(self, zone: tzinfo | None = None) -> tuple[int, float, float]:
        """A key that sorts chronologically: first known day, then the longer span, then the UTC instant.

        `zone` is the zone of clock times that are written without an offset; without it they count as UTC.
        Dates without a clock time come before those with one.
        """
        known = self.earliest is not None and self.latest is not None
        length = self.latest - self.earliest if known else math.inf  # type: ignore[operator]
        return self.first_day, -length, self._instant(zone)

    def _instant(self, zone: tzinfo | None) -> float:
        """Minutes since the first day of the calendar, in UTC; minus infinity without a clock time."""
        if self.kind != "datetime":
            return -math.inf
        clock = read_clock(self.edtf)
        offset = clock.offset
        if offset is None:
            local = datetime.fromordinal(self.first_day) + timedelta(hours=clock.hour, minutes=clock.minute)
            shift = local.replace(tzinfo=zone).utcoffset()
            offset = round(shift.total_seconds() / 60) if shift is not None else 0
        return self.first_day * 1440 + clock.hour * 60 + clock.minute - offset + (clock.second or 0) / 60


class Clock(NamedTuple):
    """A clock time as written; `second` is None when not written, `offset` is in minutes east of UTC or None."""

    hour: int
    minute: int
    second: int | None
    offset: int | None


class Mistake(ValueError):  # noqa: N818 - an error only inside this package
    """Why a text is no date, in one sentence; empty when the shape itself is unknown. Never leaves this package."""


class WrongOrder(Mistake):
    """The parts are dates, but the later one stands first."""


def parses(text: str) -> bool:
    """Whether the text is a date of the profile."""
    try:
        parse_strictly(text)
    except Mistake:
        return False
    return True


def iso(bound: Bound) -> str:
    """A bound as exported: `YYYY-MM-DD`, `-inf`, `+inf` or `unknown`."""
    if bound is None:
        return "unknown"
    if isinstance(bound, float):
        return "+inf" if bound > 0 else "-inf"
    return date.fromordinal(bound).isoformat()


def read_clock(text: str) -> Clock:
    """The clock time of a date-time of the profile."""
    match = re.fullmatch(DATETIME, text)
    if match is None:
        raise ValueError(f"{text!r} has no clock time")
    _, hour, minute, second, utc, sign, east_hours, east_minutes = match.groups()
    offset = 0 if utc else None
    if sign:
        offset = (int(east_hours) * 60 + int(east_minutes or 0)) * (-1 if sign == "-" else 1)
    return Clock(int(hour), int(minute), int(second) if second else None, offset)


def parse_strictly(text: str) -> EventDate:
    """The date that an EDTF text states. Raises `Mistake` for anything outside the profile."""
    match = QUALIFIED.fullmatch(text)
    if match is not None:
        return _date(text, *match.groups())
    if "/" in text:
        return _interval(text)
    if text.startswith("["):
        return _set(text)
    if "T" in text:
        return _datetime(text)
    return _unspecified(text)


def _date(text: str, year: str, month: str | None, day: str | None, mark: str) -> EventDate:
    if month in ("21", "22", "23", "24"):
        return _season(text, int(year), int(month), day, mark)
    low, high = extent(year, month, day)
    precision: Precision = "day" if day else "month" if month else "year"
    return EventDate(text, "date", precision, low, high, low, high, QUALIFIERS[mark])


def extent(year: str, month: str | None, day: str | None) -> tuple[int, int]:
    """First and last day of a year, month or day, inclusive. Raises `Mistake` when the calendar has no such thing."""
    y, m, d = int(year), int(month or 1), int(day or 1)
    if y < 1:
        raise Mistake("there is no year 0000: years run from 0001 to 9999")
    if 21 <= m <= 24:
        raise Mistake("a season cannot stand here")
    if not 1 <= m <= 12:
        raise Mistake(f"there is no month {month}: months run from 01 to 12, seasons from 21 to 24")
    days_in_month = monthrange(y, m)[1]
    if not 1 <= d <= days_in_month:
        raise Mistake(_no_such_day(y, m, d, days_in_month))
    low = date(y, m, d).toordinal()
    if day:
        return low, low
    return low, date(y, m, days_in_month).toordinal() if month else date(y, 12, 31).toordinal()


def _no_such_day(year: int, month: int, day: int, days_in_month: int) -> str:
    if day == 0:
        return "there is no day 00"
    if (month, day) == (2, 29):
        return f"{year:04} is not a leap year: its February has 28 days"
    return f"there is no day {day:02} in {year:04}-{month:02}: the month has {days_in_month} days"


def _season(text: str, year: int, season: int, day: str | None, mark: str) -> EventDate:
    """Northern meteorological seasons; winter (24) runs from December to February of the next year."""
    if day or mark:
        raise Mistake("a season takes no day" if day else "a season takes no qualifier")
    first = SEASON_FIRST_MONTHS[season]
    last_year, last_month = (year + 1, 2) if first == 12 else (year, first + 2)
    if year < 1 or last_year > 9999:
        raise Mistake("years run from 0001 to 9999")
    low = date(year, first, 1).toordinal()
    high = date(last_year, last_month, monthrange(last_year, last_month)[1]).toordinal()
    return EventDate(text, "season", "season", low, high, low, high)


def _unspecified(text: str) -> EventDate:
    match = re.fullmatch(UNSPECIFIED, text)
    if match is None:
        raise Mistake
    year, month, decade, century = match.groups()
    if not decade and not century:
        low, high = extent(year, month, None)
        return EventDate(text, "unspecified", "month" if month else "year", low, high, low, high)
    first, count = (int(decade) * 10, 10) if decade else (int(century) * 100, 100)
    low = date(max(first, 1), 1, 1).toordinal()
    high = date(first + count - 1, 12, 31).toordinal()
    return EventDate(text, "unspecified", "decade" if decade else "century", low, high, low, high)


def _datetime(text: str) -> EventDate:
    """A civil day with a clock time: the day is the one written and is never shifted by its zone."""
    match = re.fullmatch(DATETIME, text)
    if match is None:
        raise Mistake
    day, _ = extent(*match[1].split("-"))
    clock = read_clock(text)
    if clock.hour > 23:
        raise Mistake(f"there is no hour {match[2]}: hours run from 00 to 23")
    if clock.minute > 59 or (clock.second or 0) > 59:
        raise Mistake("minutes and seconds run from 00 to 59")
    if abs(clock.offset or 0) > WIDEST_OFFSET or int(match[8] or 0) > 59:
        raise Mistake("no zone is further from UTC than 14:00")
    return EventDate(text, "datetime", "time", day, day, day, day)


def _interval(text: str) -> EventDate:
    if text.count("/") > 1:
        raise Mistake
    left, right = text.split("/")
    (start, start_qualifier), (end, end_qualifier) = _side(left), _side(right)
    notes = (start_qualifier and f"start:{start_qualifier}", end_qualifier and f"end:{end_qualifier}")
    bounds = _interval_bounds(start, end, open_start=left == "..", open_end=right == "..")
    return EventDate(text, "interval", "interval", *bounds, qualifier=";".join(filter(None, notes)))


def _side(text: str) -> tuple[tuple[int, int] | None, str]:
    """One end of an interval: first and last day, and its qualifier; no days where it is open or unknown."""
    if text in ("", ".."):
        return None, ""
    match = QUALIFIED.fullmatch(text)
    if match is None:
        raise Mistake
    year, month, day, mark = match.groups()
    return extent(year, month, day), QUALIFIERS[mark]


def _interval_bounds(
    start: tuple[int, int] | None, end: tuple[int, int] | None, *, open_start: bool, open_end: bool
) -> tuple[Bound, Bound, Bound, Bound]:
    """The four bounds: an event cannot end before it begins, so each end also bounds the other."""
    if start and end:
        if start[0] > end[1]:
            raise WrongOrder("the interval ends before it begins")
        return start[0], min(start[1], end[1]), max(end[0], start[0]), end[1]
    if start:
        return (*start, math.inf, math.inf) if open_end else (*start, start[0], None)
    if end:
        return (-math.inf, -math.inf, *end) if open_start else (None, end[1], *end)
    raise Mistake("the interval has no date on either side")


def _set(text: str) -> EventDate:
    """One of several days, months or years: gaps between the members count for overlap."""
    if not text.endswith("]"):
        raise Mistake("a set of dates ends with ']'")
    items = text[1:-1].split(",")
    spans: list[Span] = []
    for place, item in enumerate(items):
        span = _set_item(item, first=place == 0, last=place == len(items) - 1)
        if spans and spans[-1][1] >= span[0]:
            raise WrongOrder("the members of a set stand in ascending order and do not overlap")
        spans.append(span)
    low, high = spans[0][0], spans[-1][1]
    return EventDate(text, "set", "set", low, high, low, high, spans=tuple(spans))


def _set_item(item: str, *, first: bool, last: bool) -> Span:
    left, dots, right = item.partition("..")
    if not left and not right:
        raise Mistake("a member of the set has no date")
    if not left and not first:
        raise Mistake("a member with nothing before '..' can only be the first")
    if dots and not right and not last:
        raise Mistake("a member with nothing after '..' can only be the last")
    low: int | float = _member(left)[0] if left else -math.inf
    high: int | float = _member(right or left)[1] if right or not dots else math.inf
    if left and right and len(left) != len(right):
        raise Mistake("both sides of '..' need the same precision")
    if low > high:
        raise WrongOrder("the range in the set ends before it begins")
    return low, high


def _member(text: str) -> tuple[int, int]:
    match = DATE.fullmatch(text)
    if match is not None:
        return extent(*match.groups())
    raise Mistake("a qualifier cannot stand inside a set" if QUALIFIED.fullmatch(text) else "")
