"""Dates that a person types on the command line: a year, month or day, in figures or written out, always complete."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from diplotimeline.dates.display import MONTH_NAMES, display
from diplotimeline.dates.edtf import DATE, Mistake, parse_strictly, parses, read
from diplotimeline.errors import DateError

REMEDY = "write a year, month or day: 2022, 2022-09, 2022-09-13 or 13 September 2022"
# What may be handed to dateutil: a month in letters with a day and a year around it, and nothing it could make up.
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
WRITTEN = re.compile(rf"(?:{DAY}\s+[A-Za-z]+\.?|[A-Za-z]+\.?(?:\s+{DAY})?),?\s+([0-9]{{4}})")
YEARLESS = re.compile(r"(?:([0-9]{1,2})\s+([A-Za-z]{3,})\.?|([A-Za-z]{3,})\.?\s+([0-9]{1,2}))")
FIGURES = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")


class DayRange(NamedTuple):
    """A year, month or day as first and last day, both inclusive, and the text that stands for it."""

    text: str
    first: int
    last: int


def parse_typed(text: str) -> DayRange:
    """The days that a typed date covers: `2022-09` is all of September.

    Raises `DateError` for anything incomplete or ambiguous, naming both readings: nothing is filled in.
    """
    plain = text.strip()
    if DATE.fullmatch(plain):
        return _in_figures(plain)
    if FIGURES.fullmatch(plain):
        return _in_figures(_ordered(plain))
    if WRITTEN.fullmatch(plain):
        return _written(plain)
    yearless = YEARLESS.fullmatch(plain)
    if yearless is not None:
        raise _without_year(plain, yearless)
    raise DateError(f"{text!r} is not a date", REMEDY)


def _in_figures(text: str) -> DayRange:
    match = DATE.fullmatch(text)
    assert match is not None
    try:
        side = read(*match.groups())
    except Mistake as mistake:
        raise DateError(f"{text!r} is not a date: {mistake}", REMEDY) from None
    assert isinstance(side.first, int)
    assert isinstance(side.last, int)
    return DayRange(text, side.first, side.last)


def _ordered(text: str) -> str:
    """A day in figures as EDTF, where only one order of day and month is possible: `2022-09-13` for `13/09/2022`.

    Raises `DateError` where none is possible, or both.
    """
    readings = day_readings(text)
    if not readings:
        raise DateError(f"{text!r} is not a date", REMEDY)
    if len(readings) == 2:
        raise DateError(f"{text!r} can be read as {in_words(readings)}", "write the one that is meant")
    return readings[0]


def day_readings(text: str) -> list[str] | None:
    """What a day in figures may mean in EDTF, the day first or the month first; None for a text of another shape."""
    match = FIGURES.fullmatch(text)
    if match is None:
        return None
    one, _, two, year = match.groups()
    orders = (f"{year}-{int(month):02}-{int(day):02}" for day, month in ((one, two), (two, one)))
    return [reading for reading in dict.fromkeys(orders) if parses(reading)]


def in_words(readings: Iterable[str]) -> str:
    """Each reading as it is printed, with its EDTF: `4 October 2022 (2022-10-04) or 10 April 2022 (2022-04-10)`."""
    return " or ".join(f"{display(parse_strictly(one), names=MONTH_NAMES)} ({one})" for one in readings)


def _written(text: str) -> DayRange:
    """The days of a date in words: `4 October 2022`, `September 2022`. Raises `DateError` for an incomplete one.

    It is read twice, with different defaults: what then differs is not in the text.
    """
    from dateutil.parser import ParserError, parse as parse_words  # 40 ms, needed for few calls

    words = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", text)
    try:
        one = parse_words(words, default=datetime(2000, 1, 1))  # noqa: DTZ001 - no time of day is read
        other = parse_words(words, default=datetime(2004, 12, 31))  # noqa: DTZ001
    except (ParserError, OverflowError, ValueError):
        raise DateError(f"{text!r} is not a date", REMEDY) from None
    read, meant = (one.year, one.month), (int(words[-4:]), _month_named(words))
    if read != meant or read != (other.year, other.month):
        raise DateError(f"{text!r} is not a complete date", REMEDY)
    day = date(one.year, one.month, one.day).isoformat()
    return _in_figures(day if one.day == other.day else day[:7])


def _month_named(text: str) -> int | None:
    """The month whose name, or its first three letters at least, stands in the text: no weekday, no other word."""
    for word in re.findall(r"[a-z]{3,}", text.lower()):
        for number, name in enumerate(MONTH_NAMES, start=1):
            if name.lower().startswith(word):
                return number
    return None


def _without_year(text: str, match: re.Match[str]) -> DateError:
    """The error for a day and a month, which could also be a month and a year: `Sept 2`."""
    month = _month_named(match[2] or match[3])
    if month is None:
        return DateError(f"{text!r} is not a date", REMEDY)
    figure = match[1] or match[4]
    name = MONTH_NAMES[month - 1]
    readings = [f"2022-{month:02}-{int(figure):02}", f"20{figure:0>2}-{month:02}"]
    good = " or ".join(reading for reading in readings if parses(reading))
    return DateError(
        f"{text!r} has no year: it can be read as {int(figure)} {name} of some year, or as {name} 20{figure:0>2}",
        f"write it in full, such as {good}",
    )
