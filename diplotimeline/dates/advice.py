"""What to say to someone whose date is not in the profile: what is wrong and what to write instead.

Only ever used for a mistake. A remedy is shown only when it parses, so advice never leads to the next error; and it
keeps every doubt that was written, see `doubts`.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from unicodedata import digit

from diplotimeline.dates.display import MONTH_NAMES, MONTHS, display
from diplotimeline.dates.doubts import doubt_in, keeping
from diplotimeline.dates.edtf import SEASON_FIRST_MONTHS, SEASONS, Mistake, WrongOrder, parse_strictly, parses
from diplotimeline.dates.values import iso
from diplotimeline.errors import DateError, DateOrderError

EXAMPLES = "write such as 2022-09-13, 2022-09, 2022, 2022-09-13/2022-09-14, [2022-09-19..2022-09-20] or 2022-09~"
EXAMPLES_IN_DOUBT = "write such as 2022-09-13~, 2022-09?, 2022% or 2022-09-13/2022-09-14~"
IN_SIGNS = {
    "~": "about is written '~', at the end",
    "?": "perhaps is written '?', at the end",
    "%": "about and perhaps together are written '%', at the end",
}
FIGURES = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
SHORT_FIGURES = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{2})")
LONGEST_QUOTED = 60
LONGEST_REPAIRED = 200
QUARTERS = {33: ("01", "03"), 34: ("04", "06"), 35: ("07", "09"), 36: ("10", "12")}
DASHES = "‐‑‒–—―−"
SHORT_YEAR = rf"^([0-9]{{2}})([0-9]{{2}})[/{DASHES}](1[3-9]|[2-9][0-9])$"  # 2022/24, but not 2022/12: that is a month
MONTH_WORDS = "|".join(rf"{name[:3]}(?:{name[3:]}|t|)\.?" for name in MONTH_NAMES)  # Sept is English too

Advice = tuple[str, str]


def explain(text: str, mistake: Mistake) -> DateError:
    """The error to raise for a text that is no date: what is wrong with it, and what to write instead.

    `mistake` is what the parser said; it is empty where the parser did not know the shape of the text.
    """
    shown = repr(text if len(text) <= LONGEST_QUOTED else text[:LONGEST_QUOTED] + "…")
    found = _advice(text) if len(text) <= LONGEST_REPAIRED else None
    reason, remedy = found or ("it is not in the notation of dates", EXAMPLES)
    error = DateOrderError if isinstance(mistake, WrongOrder) else DateError
    return error(f"{shown} is not a date: {str(mistake) or reason}", remedy)


def write(*candidates: str, doubt: str = "") -> str:
    """The remedy `write A or B`, of those candidates that are dates, each with the doubt; empty when none is."""
    good = dict.fromkeys(date for candidate in candidates for date in keeping(candidate, doubt))
    return f"write {' or '.join(good)}" if good else ""


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


@lru_cache  # a faulty file is read more than once, and a mistake in a column comes again and again
def _advice(text: str) -> Advice | None:
    """Why a text is no date and what to write instead, from the first that knows it; None when none does."""
    plain, doubt = doubt_in(text)
    if found := _repaired(text, doubt):  # signs that stand where they can need not be moved
        return found
    if doubt:
        remedy = write(plain, doubt=doubt)
        if found := (IN_SIGNS[doubt], remedy) if remedy else _repaired(plain, doubt):
            return found
        return _in_doubt(plain)
    for pattern, reason, remedy in NOT_READ:
        if re.match(pattern, text, re.DOTALL):
            return reason, remedy
    if re.search(r"[^\W\d_]{3}", text.replace("unknown", "").replace("open", "")):
        remedy = "write the date that the words mean, such as 2022-09-13; the words themselves go into 'date_text'"
        return "dates are written in figures", remedy
    return None


def _repaired(text: str, doubt: str) -> Advice | None:
    """Advice that names a date made of the text, with the doubt in it."""
    for look in (_numeric, _short_year, _prose, _between, _subyear):
        if found := look(text, doubt):
            return found
    for reason, repair in REPAIRS:
        changed = repair(text)
        if remedy := write(*((changed,) if isinstance(changed, str) else changed), doubt=doubt):
            return reason, remedy
    return None


def _in_doubt(plain: str) -> Advice:
    """Advice on a text in doubt of which no date can be made; `plain` is the text without its doubt."""
    if write(plain) or _repaired(plain, ""):
        remedy = "make it so wide that it is certain, without a sign; the words of the source go into 'date_text'"
        return "a set with an open end takes no qualifier", remedy
    return "it is not in the notation of dates", EXAMPLES_IN_DOUBT


# --- with a remedy in words of its own -----------------------------------------------------------------------------


def _numeric(text: str, doubt: str) -> Advice | None:
    """Advice on figures in the order of some country, which differs from that of others: `09/12/2022`."""
    readings = day_readings(text)
    if readings is None:
        return None
    if len(readings) == 2:
        remedy = f"it can be read as {in_words(_in_each(readings, doubt))}: write the one that is meant"
        return "the order of day and month is not certain", remedy
    return "the year comes first", write(*readings, doubt=doubt) or EXAMPLES


def _short_year(text: str, doubt: str) -> Advice | None:
    """Advice on a day in figures with two for the year: every order in which it is a day, in this century."""
    match = SHORT_FIGURES.fullmatch(text)
    if match is None:
        return None
    one, two, three = match[1], match[3], match[4]
    orders = ((three, two, one), (three, one, two), (one, two, three))
    readings = [_padded(f"20{year:0>2}", month, day) for year, month, day in orders]
    readings = [reading for reading in dict.fromkeys(readings) if parses(reading)]
    if not readings:
        return "a year has four figures, and in no order are these a day", EXAMPLES
    remedy = f"it can be read as {in_words(_in_each(readings, doubt))}, or of another century"
    return "a year has four figures", f"{remedy}: write the one that is meant"


def _in_each(readings: Iterable[str], doubt: str) -> list[str]:
    return [date for reading in readings for date in keeping(reading, doubt)]


def _prose(text: str, doubt: str) -> Advice | None:
    """Advice on a month in words with a day or two, perhaps a year: `13-14 September`, `September 13, 2022`."""
    days = r"([0-9]{1,2})(?: ?(?:-|–|and|to) ?([0-9]{1,2}))?"
    for pattern in (rf"{days} ({MONTH_WORDS})(?:,? ([0-9]{{4}}))?", rf"({MONTH_WORDS}) {days}(?:,? ([0-9]{{4}}))?"):
        match = re.fullmatch(pattern, text.strip(), re.IGNORECASE)
        if match is None:
            continue
        start, end, month, year = match.groups() if match[1][0].isdigit() else (match[2], match[3], match[1], match[4])
        sides = [_padded(year or "2000", _number(month), day) for day in (start, end) if day]
        remedy = write("/".join(sides), doubt=doubt)
        if remedy and not year:
            return "the year is missing", remedy.replace("2000-", "YYYY-") + ", with the year in the place of YYYY"
        return "dates are written in figures, the year first", remedy or EXAMPLES
    return None


def _between(text: str, doubt: str) -> Advice | None:
    left, dots, right = text.partition("..")
    lasting = keeping(f"{left}/{right}", doubt) if dots and left and right else ()
    if not lasting:
        return None
    once = "" if doubt or not parses(f"[{left}..{right}]") else f", [{left}..{right}] if it happened once in that time"
    return "'..' alone is no interval", f"write {lasting[0]} if it went on all that time{once}"


def _subyear(text: str, doubt: str) -> Advice | None:
    match = re.fullmatch(r"([0-9]{4})-(2[5-9]|3[0-9]|4[01])", text)
    if match is None or not parses(match[1]):
        return None
    first, last = QUARTERS.get(int(match[2]), ("01", "06"))
    months = f"write the months, such as {keeping(f'[{match[1]}-{first}..{match[1]}-{last}]', doubt)[-1]}"
    return "of the seasons and quarters only 21 to 24 are read", months


# --- repairs: each gives the text that may have been meant, or several, or the text as it is -----------------------


def _padded(year: str, month: str | int, day: str | int) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _number(month: str) -> int:
    """The number of a month that is written in words: 9 for `Sept`."""
    return MONTHS.index(month[:3].title()) + 1


def _pad_all(text: str) -> str:
    text = re.sub(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])", lambda m: _padded(*m.groups()), text)
    return re.sub(r"(?<![0-9-])([0-9]{4})-([0-9])(?![0-9-])", r"\1-0\2", text)


def _dashes(text: str) -> tuple[str, ...]:
    return re.sub(f"[{DASHES}]", "-", text), re.sub(f" ?[{DASHES}] ?", "/", text)


def _one_qualifier(text: str) -> str:
    """The text with one qualifier at the end of each side, in place of pairs and of those of single parts."""
    sides = []
    for side in text.split("/"):
        marks = {mark for mark in side if mark in "?~%"}
        sides.append(re.sub(r"[?~%]", "", side) + (marks.pop() if len(marks) == 1 else "%" if marks else ""))
    return "/".join(sides)


def _season_months(text: str) -> str:
    """An interval with months in place of seasons and `X`: those with which they begin or end."""
    if "/" not in text:
        return text
    sides = []
    for side, later in zip(text.split("/", 1), (0, 2), strict=True):
        season = re.fullmatch(r"([0-9]{4})-(2[1-4])", side)
        if season is None:
            sides.append(side.replace("-XX", ""))
            continue
        years, month = divmod(SEASON_FIRST_MONTHS[int(season[2])] - 1 + later, 12)
        sides.append(f"{int(season[1]) + years:04}-{month + 1:02}")
    return "/".join(sides)


def _week(text: str) -> tuple[str, ...]:
    match = re.fullmatch(r"([0-9]{4})-?W([0-9]{2})", text)
    with suppress(ValueError):  # no calendar has every week of every year
        if match is not None:
            monday, sunday = (date.fromisocalendar(int(match[1]), int(match[2]), day) for day in (1, 7))
            return f"{monday}/{sunday}", f"[{monday}..{sunday}]"
    return ()


def _ordinal(text: str) -> str:
    match = re.fullmatch(r"([0-9]{4})-([0-9]{3})", text)
    if match is None or not parses(match[1]):
        return text
    year = parse_strictly(match[1])
    day = year.first_day + int(match[2]) - 1
    return iso(day) if year.first_day <= day <= year.last_day else text


def _decade_of_days(text: str) -> str:
    return re.sub(r"^([0-9]{4}-[0-9]{2}-)([0-2])X$", r"[\g<1>\g<2>0..\g<1>\g<2>9]", text).replace("-00..", "-01..")


def _month(text: str) -> str:
    """A month in words as EDTF, or the days of a part of it: `2022-09` for `Sept 2022`, a set for `early May 2023`."""
    match = re.fullmatch(rf"(?:(early|mid|late)[ -])?({MONTH_WORDS}),? ([0-9]{{4}})", text.strip(), re.IGNORECASE)
    if match is None or match[3] == "0000":
        return text
    part, name, year = match.groups()
    month = _number(name)
    if not part:
        return f"{year}-{month:02}"
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(int(year), month)[1])}[part.lower()]
    return f"[{_padded(year, month, first)}..{_padded(year, month, last)}]"


def _before_or_after(text: str) -> str:
    """A date after `before` or `since` with an open end: `[..2023-05-15]` for `before 2023-05-16`."""
    match = re.fullmatch(r"(before|by|until|after|since|from) ([0-9-]+)", text.strip(), re.IGNORECASE)
    if match is None or not parses(match[2]):
        return text
    when, word = parse_strictly(match[2]), match[1].lower()
    with suppress(ValueError):  # nothing is before the first day of all, or after the last
        if word == "before":
            return f"[..{iso(when.first_day - 1)}]"
        if word == "after":
            return f"[{iso(when.last_day + 1)}..]"
        return f"{match[2]}/.." if word in ("since", "from") else f"[..{match[2]}]"
    return text


def _season_number(text: str) -> str:
    """A season in words with its number: `2022-23` for `autumn 2022`."""
    match = re.fullmatch(r"(spring|summer|autumn|fall|winter) ([0-9]{4})", text.lower())
    codes = {name: code for code, name in SEASONS.items()} | {"fall": 23}
    return f"{match[2]}-{codes[match[1]]}" if match else text


def _dotted(text: str) -> str:
    """A date in figures with stops, the year first: `2022.9.13`, `2022. 09. 13.`, `2022.09`."""
    match = re.fullmatch(r"([0-9]{4})\. ?([0-9]{1,2})(?:\. ?([0-9]{1,2})\.?)?", text.strip())
    return _pad_all("-".join(filter(None, match.groups()))) if match else text


def _changed(pattern: str, by: str) -> Callable[[str], str]:
    return partial(re.sub, pattern, by)


# The first that makes a date of the text is taken: narrow ones stand before wide ones.
REPAIRS: tuple[tuple[str, Callable[[str], str | tuple[str, ...]]], ...] = (
    ("figures are 0 to 9", lambda text: "".join(str(digit(sign, sign)) for sign in text)),
    ("only straight quotation marks stand around a text", lambda text: text.strip("“”„‟«»‘’ ")),
    ("dates are written in figures, the year first", _month),
    ("an end that is open or not known is written '..'", _before_or_after),
    ("year, month and day are separated by '-'", _dotted),
    ("a date has no blanks in it", lambda text: ("".join(text.split()), text.strip().replace(" ", "T"))),
    ("the end of an interval is a complete date", _changed(SHORT_YEAR, r"\1\2/\1\3")),
    ("it has a typographic dash", _dashes),
    ("month and day have two figures", _pad_all),
    ("'/' stands between the two ends of an interval", lambda text: _pad_all(text.replace("/", "-"))),
    ("year, month and day are separated", _changed(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3")),
    ("month and day stand the wrong way round", _changed(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$", r"\1-\3-\2")),
    ("the end of an interval is a complete date", _changed(r"^(.{4}-.{2}-)([0-9]{2})[/-]([0-9]{2})$", r"\1\2/\1\3")),
    ("the two ends of an interval are separated by '/'", _changed("--", "/")),
    ("the two ends of an interval are separated by '/'", _changed(r"^(.{10})-(.{10})$", r"\1/\2")),
    ("a decade is written with X", _changed(r"^(?:the )?([0-9]{3})0s$", r"\1X")),
    ("a season is written as a number", _season_number),
    ("the two ends of an interval are separated by '/'", _changed(r" (?:-|–|to|until) ", "/")),
    ("an unknown end is left empty", _changed(r"(?i)\bunknown\b", "")),
    ("an open end is written '..'", _changed(r"(?i)\bopen\b", "..")),
    ("unknown figures are written X", _changed("u", "X")),
    ("letters are capitals", str.upper),
    ("a year has four figures", _changed("^Y", "")),
    ("the zone is written with a colon", _changed(r"([+-][0-9]{2})([0-9]{2})$", r"\1:\2")),
    ("the two ends stand in the wrong order", lambda text: "/".join(reversed(text.split("/")))),
    ("the qualifier stands once, at the end", _one_qualifier),
    ("seasons and X cannot stand in an interval", _season_months),
    ("weeks are not read", _week),
    ("days are not counted through the year", _ordinal),
    ("X can only stand for a whole day, month, year or decade", _decade_of_days),
    ("a qualifier cannot stand inside a set", lambda text: re.sub("[?~%]", "", text if text[:1] == "[" else "")),
    ("only a year, month or day takes a qualifier", _changed(r"[?~%]", "")),
    ("00 is no month or day", _changed(r"(-00)+$", "")),
    # The last day may have been meant, or only the month.
    ("the month has no such day", _changed(r"([0-9]{4}-[0-9]{2})-(?:29|30|31)(?=[?~%/]|$)", r"\1")),
)  # fmt: skip
# What no repair makes a date of: how it begins, what is wrong with it, and the remedy.
NOT_READ = (
    (r"\s*\Z", "it is empty", EXAMPLES),
    (r"\{", "a set in braces means all of its dates", "write one event for each date, or [..] for one of several"),
    (".*/.*/", "an interval has one '/' between its two ends", EXAMPLES),
    ("[0-9]{4}(-[0-9]{2})?T", "a clock time needs a complete date", "write such as 2022-09-13T00:05+04:00"),
    (
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T",
        "its clock time is not one",
        "write such as 2022-09-13T00:05+04:00, or the day alone",
    ),
    (
        r"[0-9X-]*X[0-9X-]*\Z",
        "X stands for a whole day or month, or for the last one or two figures of a year",
        "write such as 2022-09-XX, 2022-XX, 199X or 19XX, or the days that are possible: [2022-09-10..2022-09-19]",
    ),
)
