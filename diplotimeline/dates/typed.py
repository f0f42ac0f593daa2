"""Dates that a person types on the command line: a range of days, in EDTF, written out or counted from today.

A date is always complete, and nothing is guessed: what has two readings is refused with both.
"""

import math
import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from diplotimeline.dates.advice import EXAMPLES, FIGURES, day_readings, explain, in_words
from diplotimeline.dates.display import MONTH_NAMES
from diplotimeline.dates.edtf import DATE, SEASONS, Mistake, parse_strictly, parses
from diplotimeline.errors import DateError

REMEDY = "write a year, month or day: 2022, 2022-09, 2022-09-13 or 13 September 2022"
# What may be handed to dateutil: a month in letters with a day and a year around it, and nothing it could make up.
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
WRITTEN = re.compile(rf"(?:{DAY}\s+[A-Za-z]+\.?|[A-Za-z]+\.?(?:\s+{DAY})?),?\s+([0-9]{{4}})")
YEARLESS = re.compile(r"(?:([0-9]{1,2})[\s.-]+([A-Za-z]{3,})\.?|([A-Za-z]{3,})[\s.-]+([0-9]{1,2}))")
LONGEST = 100
AGO = re.compile(r"-([0-9]{1,6})d")
# What the tool itself prints around a date (`dates.display`), and what of it makes no difference to its days.
AROUND = re.compile(
    r"(?:(?:morning|afternoon|evening|night) of )?(?:c\. )?(.+?)"
    r"(?:, [0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?: \(UTC(?:[+−-][0-9]{1,2}(?::[0-9]{2})?)?\))?)?"
    r"(?: \((?:uncertain|ongoing|(?:start|end|day|month|year|month and day) unknown)\))*",
    re.IGNORECASE,
)
OPEN = re.compile(r"(?:(since|from|on or after|in or after)|until|on or before|in or before) (.+)", re.IGNORECASE)
TWO = re.compile(r"between (.+) and (.+)|(.+?)(?: ?[–—] ?|(?<=[0-9])-(?=[0-9]+ [A-Za-z])| - )(.+)", re.IGNORECASE)
EITHER = re.compile(r"(.+) or (.+)", re.IGNORECASE)
SEASON = re.compile(r"(spring|summer|autumn|fall|winter) ([0-9]{4})(?:[–-]([0-9]{2}|[0-9]{4}))?", re.IGNORECASE)


class DayRange(NamedTuple):
    """First and last day of a date, both inclusive and infinitely far where it is open, and the text for it."""

    text: str
    first: int | float
    last: int | float


def parse_typed(text: str) -> DayRange:
    """The days that a typed date covers: `2022-09` is all of September, `-30d` the day thirty days ago.

    It is EDTF without qualifiers and sets, two days as `2022-09-24..2022-09-30`, `today`, `yesterday`, or what the tool
    prints: `13–14 Sep 2022`. Raises `DateError` for anything incomplete or ambiguous, naming both readings.
    """
    plain = text.strip()
    if len(plain) > LONGEST:
        raise _advised(text)
    days = _from_today(plain) or _notation(plain) or _words(plain)
    if days is not None:
        return days
    if FIGURES.fullmatch(plain):
        return _exact(_ordered(plain))
    yearless = YEARLESS.fullmatch(plain)
    if yearless is not None:
        raise _without_year(plain, yearless)
    raise _advised(text)


def parse_day(option: str, text: str) -> date:
    """The day that was typed for an option. Raises `DateError` for anything longer."""
    day = parse_typed(text)
    if day.first != day.last:
        raise DateError(f"{option} needs a day, and {day.text} is longer", "write it as 2022-10-06")
    return date.fromordinal(int(day.first))


def _from_today(text: str) -> DayRange | None:
    back = AGO.fullmatch(text)
    days = int(back[1]) if back else {"today": 0, "yesterday": 1}.get(text.lower())
    if days is None:
        return None
    try:
        day = date.today() - timedelta(days)  # noqa: DTZ011 - where the person sits
    except OverflowError:
        raise DateError(f"{text!r} is not a date: years run from 0001 to 9999", REMEDY) from None
    return _exact(day.isoformat())


def _notation(text: str) -> DayRange | None:
    """EDTF, or two dates of it joined by `..`; None for anything else, also for a mistake in it."""
    left, dots, right = text.partition("..")
    if dots and "/" not in text and DATE.fullmatch(left) and DATE.fullmatch(right):
        first, last = _exact(left), _exact(right)
        if first.first > last.last:
            raise DateError(f"{text!r} is not a range: it ends before it begins", f"write {right}..{left}")
        return DayRange(text, first.first, last.last)
    if not parses(text):
        return None
    when = parse_strictly(text)
    if when.members:
        raise DateError(f"{text!r} is a set of dates", "give the option once for each, or write first..last")
    if when.qualified:
        bare = re.sub("[?~%]", "", text)
        raise DateError(f"{text!r} is not a date that a filter takes: a qualifier says nothing here", f"write {bare}")
    return _exact(text)


def _exact(text: str) -> DayRange:
    """The days of a text in EDTF. Raises `DateError` when the calendar has none."""
    try:
        when = parse_strictly(text)
    except Mistake as mistake:
        raise _advised(text, mistake) from None
    return DayRange(
        text,
        -math.inf if when.earliest is None else when.earliest,
        math.inf if when.latest is None else when.latest,
    )


def _words(text: str) -> DayRange | None:
    """One date or two as they are printed, or as one writes them; None for anything else."""
    around = AROUND.fullmatch(text)
    plain = around[1] if around else text
    if opened := OPEN.fullmatch(plain):
        days = _one(opened[2])
        if days is None:
            return None
        return DayRange(text, days.first, math.inf) if opened[1] else DayRange(text, -math.inf, days.last)
    both = (TWO.fullmatch(plain) or EITHER.fullmatch(plain)) if not SEASON.fullmatch(plain) else None
    if both is None:
        return _one(text)
    left, right = [one for one in both.groups() if one]
    last, first = _one(right), _one(_completed(left, right))
    if first is None or last is None:
        return None
    if first.first > last.last:
        raise DateError(f"{text!r} is not a range: it ends before it begins", "swap the two dates")
    if both.re is EITHER and first.last + 1 < last.first:
        raise DateError(f"{text!r} is a set of dates", "give the option once for each, or write first..last")
    return DayRange(text, first.first, last.last)


def _one(text: str) -> DayRange | None:
    """A day, month, year, season or decade in words or figures; None for anything else."""
    around = AROUND.fullmatch(text)
    plain = around[1] if around else text
    if season := SEASON.fullmatch(plain):
        return _season(text, season)
    if re.fullmatch("[0-9]{3}0s", plain):
        return _exact(f"{plain[:3]}X")._replace(text=text)
    if WRITTEN.fullmatch(plain):
        return _written(plain)
    return _exact(plain) if DATE.fullmatch(plain) else None


def _completed(left: str, right: str) -> str:
    """The first of two dates with what only the second says: `13 Sep 2022` for the 13 of `13–14 Sep 2022`."""
    year = re.search("[0-9]{4}$", right)
    if year is None or re.search(r"[0-9]{4}\b", left):
        return left
    return f"{left} {year[0]}" if re.search("[A-Za-z]", left) else re.sub(rf"^{DAY}", left, right)


def _season(text: str, match: re.Match[str]) -> DayRange:
    """The months of a season. Raises `DateError` for a winter with one year, which may be that of either end."""
    name, year, following = match[1].lower().replace("fall", "autumn"), int(match[2]), match[3]
    codes = {season: code for code, season in SEASONS.items()}
    winters = [f"{one:04}-24" for one in (year - 1, year) if parses(f"{one:04}-24")]
    if name == "winter" and not following:
        readings = " or ".join(f"{in_words([one])}" for one in winters)
        raise DateError(f"{text!r} can be read as {readings}", f"write {' or '.join(winters)}")
    if following and (name != "winter" or int(following) not in (year + 1, (year + 1) % 100)):
        raise DateError(f"{text!r} is not a season", REMEDY)
    return _exact(f"{year:04}-{codes[name]}")._replace(text=text)  # type: ignore[index]


def _advised(text: str, mistake: Mistake | None = None) -> DateError:
    """The error of `dates.parse` for this text; where what it advises is nothing for a filter, with its own remedy."""
    if mistake is None:
        mistake = Mistake()
        with suppress(ValueError):
            parse_strictly(text.strip())
    error = explain(text, mistake)
    if error.help == EXAMPLES or re.search(r"[\[~?%]|date_text", error.help):
        return DateError(error.message if str(mistake) else f"{text[:LONGEST]!r} is not a date", REMEDY)
    return error


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
    return _exact(day if one.day == other.day else day[:7])


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
    day = f"2022-{month:02}-{int(figure):02}"
    if match[1] and parses(day):  # nobody writes a year before its month
        return DateError(
            f"{text!r} has no year", f"add it, such as {int(figure)} {MONTH_NAMES[month - 1]} 2022 ({day})"
        )
    name = MONTH_NAMES[month - 1]
    readings = [f"2022-{month:02}-{int(figure):02}", f"20{figure:0>2}-{month:02}"]
    good = " or ".join(reading for reading in readings if parses(reading))
    return DateError(
        f"{text!r} has no year: it can be read as {int(figure)} {name} of some year, or as {name} 20{figure:0>2}",
        f"write it in full, such as {good}",
    )
