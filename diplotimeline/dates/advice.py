"""What to say to someone whose date is not in the profile: what is wrong and what to write instead.

Only ever used for a mistake. A remedy is shown only when it parses, so advice never leads to the next error.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from diplotimeline.dates.display import MONTH_NAMES, MONTHS, display
from diplotimeline.dates.edtf import DATETIME, SEASON_FIRST_MONTHS, SEASONS, Mistake, WrongOrder, parse_strictly, parses
from diplotimeline.dates.values import iso
from diplotimeline.errors import DateError, DateOrderError

EXAMPLES = "write such as 2022-09-13, 2022-09, 2022, 2022-09-13/2022-09-14, [2022-09-19..2022-09-20] or 2022-09~"
LONGEST_QUOTED = 60
LONGEST_REPAIRED = 200
QUARTERS = {33: ("01", "03"), 34: ("04", "06"), 35: ("07", "09"), 36: ("10", "12")}
DASHES = "‐‑‒–—―−"
MONTHS_IN_YEAR = 12
MONTH_WORDS = "|".join(rf"{name[:3]}(?:{name[3:]}|t|)\.?" for name in MONTH_NAMES)  # Sept is English too

Advice = tuple[str, str]


def explain(text: str, mistake: Mistake) -> DateError:
    """The error to raise for a text that is no date: what is wrong with it, and what to write instead.

    `mistake` is what the parser said; it is empty where the parser did not know the shape of the text.
    """
    shown = repr(text if len(text) <= LONGEST_QUOTED else text[:LONGEST_QUOTED] + "…")
    found = next((advice for look in LOOKS if (advice := look(text))), None) if len(text) <= LONGEST_REPAIRED else None
    reason, remedy = found or ("it is not in the notation of dates", EXAMPLES)
    error = DateOrderError if isinstance(mistake, WrongOrder) else DateError
    return error(f"{shown} is not a date: {str(mistake) or reason}", remedy)


def write(*candidates: str) -> str:
    """The remedy `write A or B`, of those candidates that are dates; empty when none is."""
    good = [candidate for candidate in dict.fromkeys(candidates) if parses(candidate)]
    return f"write {' or '.join(good)}" if good else ""


def _nothing(text: str) -> Advice | None:
    return None if text.strip() else ("it is empty", EXAMPLES)


def _numeric(text: str) -> Advice | None:
    """Advice on figures in the order of some country, which differs from that of others: `09/12/2022`."""
    match = re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", text)
    if match is None:
        return None
    first, _, second, year = match.groups()
    day_first, month_first = _padded(year, second, first), _padded(year, first, second)
    readings = [reading for reading in dict.fromkeys((day_first, month_first)) if parses(reading)]
    if len(readings) == 2:
        words = [display(parse_strictly(reading), names=MONTH_NAMES) for reading in readings]
        names = " or ".join(f"{name} ({reading})" for name, reading in zip(words, readings, strict=True))
        return "the order of day and month is not certain", f"it can be read as {names}: write the one that is meant"
    return "the year comes first", write(*readings) or EXAMPLES


def _prose(text: str) -> Advice | None:
    """Advice on a month in words with a day or two, perhaps a year: `13-14 September`, `September 13, 2022`."""
    days = r"([0-9]{1,2})(?: ?(?:-|–|and|to) ?([0-9]{1,2}))?"
    for pattern in (rf"{days} ({MONTH_WORDS})(?:,? ([0-9]{{4}}))?", rf"({MONTH_WORDS}) {days}(?:,? ([0-9]{{4}}))?"):
        match = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
        if match is None:
            continue
        start, end, month, year = match.groups() if match[1][0].isdigit() else (match[2], match[3], match[1], match[4])
        number = f"{MONTHS.index(month[:3].title()) + 1:02}"
        sides = [_padded(year or "2000", number, day) for day in (start, end) if day]
        remedy = write("/".join(sides))
        if remedy and not year:
            return "the year is missing", remedy.replace("2000-", "YYYY-") + ", with the year in the place of YYYY"
        return "dates are written in figures, the year first", remedy or EXAMPLES
    return None


def _words(text: str) -> Advice | None:
    if re.search(r"[^\W\d_]{3}", text.replace("unknown", "").replace("open", "")):
        return (
            "dates are written in figures",
            "write the date that the words mean, such as 2022-09-13; the words themselves go into 'date_text'",
        )
    return None


def _repair(why: str, change: Callable[[str], str | tuple[str, ...]]) -> Callable[[str], Advice | None]:
    """A look that changes the text and, where the changed text is a date, advises that, for the reason `why`."""

    def look(text: str) -> Advice | None:
        changed = change(text)
        candidates = (changed,) if isinstance(changed, str) else changed
        remedy = write(*(candidate for candidate in candidates if candidate != text))
        return (why, remedy) if remedy else None

    return look


def _padded(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _pad_all(text: str) -> str:
    text = re.sub(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])", lambda m: _padded(*m.groups()), text)
    return re.sub(r"(?<![0-9-])([0-9]{4})-([0-9])(?![0-9-])", r"\1-0\2", text)


def _swapped_day(text: str) -> str:
    return re.sub(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$", r"\1-\3-\2", text)


def _dashes(text: str) -> tuple[str, ...]:
    plain = re.sub(f"[{DASHES}]", "-", text)
    return plain, re.sub(f" ?[{DASHES}] ?", "/", text)


def _full_end(text: str) -> str:
    """The text with year and month repeated at its end: `2022-09-13/2022-09-14` for `2022-09-13/14`."""
    return re.sub(r"^([0-9]{4}-[0-9]{2}-)([0-9]{2})[/-]([0-9]{2})$", r"\1\2/\1\3", text)


def _years(text: str) -> str:
    """The text with its second year in full: `2022/2024` for `2022/24`; unchanged where the 24 can be a month."""
    match = re.fullmatch(rf"([0-9]{{2}})([0-9]{{2}})[/{DASHES}]([0-9]{{2}})", text)
    if match is None or int(match[3]) <= MONTHS_IN_YEAR:
        return text
    return f"{match[1]}{match[2]}/{match[1]}{match[3]}"


def _between(text: str) -> Advice | None:
    left, dots, right = text.partition("..")
    if not (dots and left and right and parses(f"{left}/{right}")):
        return None
    once = f", [{left}..{right}] if it happened once in that time" if parses(f"[{left}..{right}]") else ""
    return "'..' alone is no interval", f"write {left}/{right} if it went on all that time{once}"


def _reversed(text: str) -> str:
    return "/".join(reversed(text.split("/")))


def _one_qualifier(text: str) -> str:
    """The text with one qualifier at the end of each side, in place of pairs and of those of single parts."""
    sides = []
    for side in text.split("/"):
        marks = {mark for mark in side if mark in "?~%"}
        sides.append(re.sub(r"[?~%]", "", side) + (marks.pop() if len(marks) == 1 else "%" if marks else ""))
    return "/".join(sides)


def _season_months(text: str) -> str:
    """An interval with months in place of seasons and `X`: those with which they begin or end."""

    def months(side: str, *, last: bool) -> str:
        season = re.fullmatch(r"([0-9]{4})-(2[1-4])", side)
        if season is None:
            return re.sub(r"-XX", "", side)
        month = SEASON_FIRST_MONTHS[int(season[2])] + (2 if last else 0)
        return f"{int(season[1]) + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"

    left, slash, right = text.partition("/")
    if not slash:
        return text
    return f"{months(left, last=False)}/{months(right, last=True)}"


def _subyear(text: str) -> Advice | None:
    match = re.fullmatch(r"([0-9]{4})-(2[5-9]|3[0-9]|4[01])", text)
    if match is None:
        return None
    first, last = QUARTERS.get(int(match[2]), ("01", "06"))
    example = f"[{match[1]}-{first}..{match[1]}-{last}]"
    if not parses(example):
        return None
    return "of the seasons and quarters only 21 to 24 are read", f"write the months, such as {example}"


def _week(text: str) -> tuple[str, ...]:
    match = re.fullmatch(r"([0-9]{4})-?W([0-9]{2})", text)
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return ()
    if monday is None or monday > date.max - timedelta(days=6):
        return ()
    sunday = monday + timedelta(days=6)
    return f"{monday}/{sunday}", f"[{monday}..{sunday}]"


def _ordinal(text: str) -> str:
    match = re.fullmatch(r"([0-9]{4})-([0-9]{3})", text)
    if match is None or not 1 <= int(match[2]) <= 366 or int(match[1]) < 1:
        return text
    first, days = date(int(match[1]), 1, 1), timedelta(days=int(match[2]) - 1)
    day = first + days if first <= date.max - days else None
    return day.isoformat() if day and day.year == first.year else text


def _decade_of_days(text: str) -> str:
    return re.sub(r"^([0-9]{4}-[0-9]{2}-)([0-2])X$", r"[\g<1>\g<2>0..\g<1>\g<2>9]", text).replace("-00..", "-01..")


def _ascii_figures(text: str) -> str:
    return "".join(str(unicodedata.digit(char, char)) for char in text)


def _circa(text: str) -> str:
    about = r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|roughly|~)"
    return re.sub(rf"(?i)^(?:{about} ?([0-9-]+)|([0-9-]+) ?\(?{about}\)?)$", r"\1\2~", text)


def _month(text: str) -> str:
    """A month in words as EDTF, or the days of a part of it: `2022-09` for `Sept 2022`, a set for `early May 2023`."""
    match = re.fullmatch(rf"(?:(early|mid|late)[ -])?({MONTH_WORDS}),? ([0-9]{{4}})", text.strip(), re.IGNORECASE)
    if match is None or match[3] == "0000":
        return text
    part, name, year = match.groups()
    number = MONTHS.index(name[:3].title()) + 1
    if not part:
        return f"{year}-{number:02}"
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(int(year), number)[1])}[part.lower()]
    return f"[{_padded(year, str(number), str(first))}..{_padded(year, str(number), str(last))}]"


def _before_or_after(text: str) -> str:
    """A date after `before` or `since` with an open end: `[..2023-05-15]` for `before 2023-05-16`."""
    match = re.fullmatch(r"(before|by|until|after|since|from) ([0-9-]+)", text.strip(), re.IGNORECASE)
    if match is None or not parses(match[2]):
        return text
    when = parse_strictly(match[2])
    assert isinstance(when.earliest, int)
    assert isinstance(when.latest, int)
    word = match[1].lower()
    if word in ("before", "after"):  # the first day and the last of all cannot be passed
        day = when.earliest - 1 if word == "before" else when.latest + 1
        known = date.min.toordinal() <= day <= date.max.toordinal()
        return (f"[..{iso(day)}]" if word == "before" else f"[{iso(day)}..]") if known else text
    return f"{match[2]}/.." if word in ("since", "from") else f"[..{match[2]}]"


def _season_number(text: str) -> str:
    """A season in words with its number: `2022-23` for `autumn 2022`."""
    match = re.fullmatch(r"(spring|summer|autumn|fall|winter) ([0-9]{4})", text.lower())
    codes = {name: code for code, name in SEASONS.items()} | {"fall": 23}
    return f"{match[2]}-{codes[match[1]]}" if match else text


def _inside_set(text: str) -> str:
    return re.sub(r"[?~%]", "", text) if text.startswith("[") else text


def _slashes(text: str) -> Advice | None:
    return ("an interval has one '/' between its two ends", EXAMPLES) if text.count("/") > 1 else None


def _unspecified(text: str) -> Advice | None:
    if re.fullmatch(r"[0-9X-]+", text) and "X" in text:
        return "X stands for a whole day or month, or for the last one or two figures of a year", (
            "write such as 2022-09-XX, 2022-XX, 199X or 19XX, or the days that are possible: [2022-09-10..2022-09-19]"
        )
    return None


def _set_of_all(text: str) -> Advice | None:
    if text.startswith("{"):
        return "a set in braces means all of its dates", "write one event for each date, or [..] for one of several"
    return None


def _last_day(text: str) -> str:
    """The text without a day that its month does not have: the last one may have been meant, or only the month."""
    return re.sub(r"([0-9]{4}-[0-9]{2})-(?:29|30|31)(?=[?~%/]|$)", r"\1", text)


def _zone_colon(text: str) -> str:
    return re.sub(r"([+-][0-9]{2})([0-9]{2})$", r"\1:\2", text)


def _clock(text: str) -> Advice | None:
    """Advice on a clock time whose date is incomplete or whose figures are wrong."""
    if re.match(r"[0-9]{4}(-[0-9]{2})?T", text):
        return "a clock time needs a complete date", "write such as 2022-09-13T00:05+04:00"
    if re.fullmatch(DATETIME, text) or re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        return "its clock time is not one", "write such as 2022-09-13T00:05+04:00, or the day alone"
    return None


# The first that has advice is taken: narrow looks stand before wide ones.
LOOKS: tuple[Callable[[str], Advice | None], ...] = (
    _nothing,
    _repair("figures are 0 to 9", _ascii_figures),
    _numeric,
    _prose,
    _repair("only straight quotation marks stand around a text", lambda text: text.strip("“”„‟«»‘’ ")),
    _repair("dates are written in figures, the year first", _month),
    _repair("an end that is open or not known is written '..'", _before_or_after),
    _repair("a date has no blanks in it", lambda text: ("".join(text.split()), text.strip().replace(" ", "T"))),
    _repair("the end of an interval is a complete date", _years),
    _repair("it has a typographic dash", _dashes),
    _repair("month and day have two figures", _pad_all),
    _repair("'/' stands between the two ends of an interval", lambda text: _pad_all(text.replace("/", "-"))),
    _repair("year, month and day are separated", lambda t: re.sub(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", t)),
    _repair("month and day stand the wrong way round", _swapped_day),
    _repair("the end of an interval is a complete date", _full_end),
    _between,
    _repair("the two ends of an interval are separated by '/'", lambda text: text.replace("--", "/")),
    _repair("the two ends of an interval are separated by '/'", lambda t: re.sub(r"^(.{10})-(.{10})$", r"\1/\2", t)),
    _repair("about is written '~', at the end", _circa),
    _repair("a decade is written with X", lambda text: re.sub(r"^(?:the )?([0-9]{3})0s$", r"\1X", text)),
    _repair("a season is written as a number", _season_number),
    _repair("the two ends of an interval are separated by '/'", lambda t: re.sub(r" (?:-|–|to|until) ", "/", t)),
    _repair("an unknown end is left empty", lambda text: re.sub(r"(?i)\bunknown\b", "", text)),
    _repair("an open end is written '..'", lambda text: re.sub(r"(?i)\bopen\b", "..", text)),
    _repair("unknown figures are written X", lambda text: text.replace("u", "X")),
    _repair("letters are capitals", str.upper),
    _repair("a year has four figures", lambda text: text.removeprefix("Y")),
    _repair("the zone is written with a colon", _zone_colon),
    _repair("the two ends stand in the wrong order", _reversed),
    _repair("the qualifier stands once, at the end", _one_qualifier),
    _repair("seasons and X cannot stand in an interval", _season_months),
    _subyear,
    _repair("weeks are not read", _week),
    _repair("days are not counted through the year", _ordinal),
    _repair("X can only stand for a whole day, month, year or decade", _decade_of_days),
    _repair("a qualifier cannot stand inside a set", _inside_set),
    _repair("only a year, month or day takes a qualifier", lambda text: re.sub(r"[?~%]", "", text)),
    _repair("00 is no month or day", lambda text: re.sub(r"(-00)+$", "", text)),
    _repair("the month has no such day", _last_day),
    _set_of_all,
    _slashes,
    _clock,
    _unspecified,
    _words,
)
