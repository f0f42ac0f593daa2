"""The strict EDTF parser: Library of Congress EDTF levels 0 and 1, and "one of a set" of level 2.

Every date becomes its parts and four bounds in days. Nothing is guessed and nothing is filled in from today; whatever
is not in the profile raises `Mistake`, of which `dates.parse` makes a `DateError` with its remedy (see `advice`).
"""

import math
import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from diplotimeline.dates.values import Clock, EventDate, Member, Season, Side, Unspecified

OPEN_START, OPEN_END, UNKNOWN = Side(-math.inf, -math.inf), Side(math.inf, math.inf), Side(None, None)
SEASONS: dict[int, Season] = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SEASON_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
WIDEST_OFFSET = 14 * 60

year_number = lru_cache(maxsize=1024)(int)  # the same years come again: one number for each saves memory

# fullmatch and [0-9] throughout: "$" lets a newline through and "\d" takes other scripts' digits.
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
QUALIFIED = re.compile(DATE.pattern + r"([?~%]?)")
# Rarer forms are compiled when first met: the three patterns cost a millisecond each.
UNSPECIFIED = r"([0-9]{4})-(?:([0-9]{2})-XX|XX(-XX)?)|([0-9]{3})X|([0-9]{2})XX"
DATETIME = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(Z|([+-])([0-9]{2})(?::([0-9]{2}))?)?"
)


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


def read(year: str, month: str | None, day: str | None, sign: str = "") -> Side:
    """A year, month or day, from the groups of `DATE` or `QUALIFIED`. Raises `Mistake` when no calendar has it."""
    y, m, d = year_number(year), int(month) if month else None, int(day) if day else None
    try:
        first = last = date(y, 1 if m is None else m, 1 if d is None else d).toordinal()
    except ValueError:
        raise _not_in_calendar(y, m, d) from None
    if d is None:
        last = date(y, 12, 31).toordinal() if m is None else first + monthrange(y, m)[1] - 1
    return Side(first, last, y, m, d, sign)


def _not_in_calendar(year: int, month: int | None, day: int | None) -> Mistake:
    if year < 1:
        return Mistake("there is no year 0000: years run from 0001 to 9999")
    if month in SEASONS:
        return Mistake("a season cannot stand here")
    if month is None or not 1 <= month <= 12:
        return Mistake(f"there is no month {month:02}: months run from 01 to 12, seasons from 21 to 24")
    if not day:
        return Mistake("there is no day 00")
    if (month, day) == (2, 29):
        return Mistake(f"{year:04} is not a leap year: its February has 28 days")
    return Mistake(f"there is no day {day:02} in {year:04}-{month:02}: the month has {monthrange(year, month)[1]} days")


def _date(text: str, year: str, month: str | None, day: str | None, sign: str) -> EventDate:
    if month in ("21", "22", "23", "24"):
        return _season(text, int(year), int(month), day, sign)
    side = read(year, month, day, sign)
    return EventDate(text, "date", side, side, parsed=True)


def _season(text: str, year: int, season: int, day: str | None, sign: str) -> EventDate:
    """Northern meteorological seasons; winter (24) runs from December to February of the next year."""
    if day or sign:
        raise Mistake("a season takes no day" if day else "a season takes no qualifier")
    first = SEASON_FIRST_MONTHS[season]
    last_year, last_month = (year + 1, 2) if first == 12 else (year, first + 2)
    if year < 1 or last_year > 9999:
        raise Mistake("years run from 0001 to 9999")
    low = date(year, first, 1).toordinal()
    high = date(last_year, last_month, monthrange(last_year, last_month)[1]).toordinal()
    side = Side(low, high, year, first, season=SEASONS[season])
    return EventDate(text, "season", side, side, parsed=True)


def _unspecified(text: str) -> EventDate:
    match = re.fullmatch(UNSPECIFIED, text)
    if match is None:
        raise Mistake
    year, month, day_too, decade, century = match.groups()
    if year:
        unspecified: tuple[Unspecified, ...] = ("day",) if month else ("month", "day") if day_too else ("month",)
        side = read(year, month, None)._replace(unspecified=unspecified)
    else:
        first, years = (int(decade) * 10, 10) if decade else (int(century) * 100, 100)
        low, high = date(max(first, 1), 1, 1).toordinal(), date(first + years - 1, 12, 31).toordinal()
        side = Side(low, high, first, unspecified=("year",) if decade else ("decade", "year"))
    return EventDate(text, "unspecified", side, side, parsed=True)


def _datetime(text: str) -> EventDate:
    """A civil day with a clock time: the day is the one written and is never shifted by its zone."""
    match = re.fullmatch(DATETIME, text)
    if match is None:
        raise Mistake
    side = read(*match[1].split("-"))
    clock = _clock(*match.groups()[1:])
    return EventDate(text, "datetime", side, side, clock=clock, parsed=True)


def _clock(  # the groups of the pattern
    hour: str, minute: str, second: str | None, zone: str | None, sign: str | None, east: str, minutes: str | None
) -> Clock:
    offset = 0 if zone else None
    if sign:
        offset = (int(east) * 60 + int(minutes or 0)) * (-1 if sign == "-" else 1)
    clock = Clock(int(hour), int(minute), int(second) if second else None, offset, zone or "")
    if clock.hour > 23:
        raise Mistake(f"there is no hour {hour}: hours run from 00 to 23")
    if clock.minute > 59 or (clock.second or 0) > 59:
        raise Mistake("minutes and seconds run from 00 to 59")
    if abs(offset or 0) > WIDEST_OFFSET or int(minutes or 0) > 59:
        raise Mistake("no zone is further from UTC than 14:00")
    return clock


def _interval(text: str) -> EventDate:
    if text.count("/") > 1:
        raise Mistake
    left, right = text.split("/")
    start = OPEN_START if left == ".." else _interval_side(left)
    end = OPEN_END if right == ".." else _interval_side(right)
    if start.year is None and end.year is None:
        raise Mistake("the interval has no date on either side")
    if start.first is not None and end.last is not None and start.first > end.last:
        raise WrongOrder("the interval ends before it begins")
    return EventDate(text, "interval", start, end, parsed=True)


def _interval_side(text: str) -> Side:
    if not text:
        return UNKNOWN
    match = QUALIFIED.fullmatch(text)
    if match is None:
        raise Mistake
    return read(*match.groups())


def _set(text: str) -> EventDate:
    """One of several days, months or years: gaps between the members count for overlap."""
    if not text.endswith("]"):
        raise Mistake("a set of dates ends with ']'")
    items = text[1:-1].split(",")
    members: list[Member] = []
    for place, item in enumerate(items):
        member = _member(item, first=place == 0, last=place == len(items) - 1)
        if members and members[-1].days[1] >= member.days[0]:
            raise WrongOrder("the members of a set stand in ascending order and do not overlap")
        members.append(member)
    return EventDate(text, "set", members[0].start, members[-1].end, tuple(members), parsed=True)


def _member(item: str, *, first: bool, last: bool) -> Member:
    left, dots, right = item.partition("..")
    if not left and not right:
        raise Mistake("a member of the set has no date")
    if not left and not first:
        raise Mistake("a member with nothing before '..' can only be the first")
    if dots and not right and not last:
        raise Mistake("a member with nothing after '..' can only be the last")
    start = _set_side(left) if left else OPEN_START
    if not dots:
        return Member(start, start)
    member = Member(start, _set_side(right) if right else OPEN_END, ranged=True)
    if left and right and len(left) != len(right):
        raise Mistake("both sides of '..' need the same precision")
    if member.days[0] > member.days[1]:
        raise WrongOrder("the range in the set ends before it begins")
    return member


def _set_side(text: str) -> Side:
    match = DATE.fullmatch(text)
    if match is None:
        raise Mistake("a qualifier cannot stand inside a set" if QUALIFIED.fullmatch(text) else "")
    return read(*match.groups())
