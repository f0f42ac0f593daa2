"""The dates of a column as people type them: EDTF where there is one reading, else a question with the readings.

Nothing is guessed: the order of day and month and the year come from the mapping, or from what the column says.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from diplotimeline.characters import folded
from diplotimeline.dates import parse, parses
from diplotimeline.files import blocks

MONTHS, WEEKDAYS, PARTS, SEASONS, THIRDS = range(5)  # the blocks of words.txt
ORDERS = ("dmy", "mdy", "ymd")
FIGURES = re.compile(r"([0-9]{1,4})([./ -])([0-9]{1,2})\2([0-9]{1,4})")
YEARLESS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})")
DAY, WORD, YEAR = r"([0-9]{1,2})(?:st|nd|rd|th|er|e)?", r"([^\W\d_]{3,})\.?", r"([0-9]{4})"
GAP = r"[ ,./-]*"
ENOUGH, OUT_OF = 10, 20  # nineteen in twenty of ten or more settle an order
LEAP_YEAR = "2000"
SPREADSHEET_DAY_0 = date(1899, 12, 30).toordinal()


@dataclass(frozen=True, slots=True)
class CellDate:
    """What a cell says of the date: EDTF text and a part of the day; or, with the reason, the readings it may have.

    `plain` is a date that says as much as its cell does.
    """

    edtf: str = ""
    readings: tuple[str, ...] = ()
    why: str = ""
    part: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of all dates of a column: the order of day and month, the year where a cell has none, the sign
    that parts figures; and how many cells can only be read day first, month first, or either way."""

    order: str = ""
    year: str = ""
    sign: str = ""
    day_first: int = 0
    month_first: int = 0
    either: int = 0


def read_column(texts: Sequence[str], order: str = "", year: str = "") -> tuple[Column, list[CellDate]]:
    """How the dates of a column are read, and each of them; the order and the year are those of the mapping, if any."""
    column = _settled(texts, order, year)
    found = [read_date(text, column) for text in texts]
    return column, _questioned(texts, found, column)


def read_date(text: str, column: Column) -> CellDate:
    """What a cell says of the date."""
    written = " ".join(text.split())
    if not written:
        return CellDate(why="no date")
    if parses(written):
        return _notation(written)
    plain = folded(written).strip(" ,;").replace(" .", ".")
    found = _read(plain, column) if len(plain) <= 100 else None
    return found or CellDate(why="not read as a date")


def read_clock(text: str) -> tuple[str, str]:
    """A time of day as it stands in EDTF and the part of the day, one of them empty: `T21:45`; both if not read."""
    plain = folded(text)
    for part, words in _words(PARTS).items():
        if plain in words:
            return "", part
    match = re.fullmatch(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::([0-9]{2}))? ?([ap]\.?m\.?)?(?: ?(z|utc|gmt))?", plain)
    if match is None or not (match[2] or match[4]):
        return "", ""
    hour, minute = int(match[1]), match[2] or "00"
    if match[4]:
        if not 1 <= hour <= 12:
            return "", ""
        hour = hour % 12 + (12 if match[4].startswith("p") else 0)
    clock = f"T{hour:02}:{minute}" + (f":{match[3]}" if match[3] else "") + ("Z" if match[5] else "")
    return (clock, "") if parses(f"2000-01-01{clock}") else ("", "")


@cache
def _words(block: int) -> dict[str, frozenset[str]]:
    """The words of a block of `words.txt`, by what they mean."""
    lines = (line.split(": ") for line in blocks("importing/words.txt")[block])
    return {meaning: frozenset(words.split()) for meaning, words in lines}


def _month(word: str) -> str:
    """The number of a month by its name, two figures; empty for another word."""
    return next((f"{int(number):02}" for number, words in _words(MONTHS).items() if word in words), "")


def _any(block: int, meaning: str = "") -> str:
    """A pattern for the words of a block."""
    words = _words(block)
    chosen = words[meaning] if meaning else frozenset[str]().union(*words.values())
    return "(" + "|".join(sorted(chosen, key=len, reverse=True)) + ")"


# --- the column as a whole -----------------------------------------------------------------------------------------


def _settled(texts: Sequence[str], order: str, year: str) -> Column:
    counts, signs = Counter[str](), Counter[str]()
    for text in texts:
        match = FIGURES.fullmatch(text.strip())
        if match and len(match[4]) == 4:
            orders = [name for name in ORDERS[:2] if _in_order(match, name)]
            counts["either" if len(orders) == 2 and match[1] != match[3] else "".join(orders[:1])] += 1
            signs[match[2]] += 1
    day, month = counts["dmy"], counts["mdy"]
    for name, number, other in (("dmy", day, month), ("mdy", month, day)):
        most = number + other >= ENOUGH and other * OUT_OF <= number + other
        if not order and number and (not other or most):
            order = name
            break
    sign = signs.most_common(1)[0][0] if signs else ""
    return Column(order, year, sign, day, month, counts["either"])


def _questioned(texts: Sequence[str], found: list[CellDate], column: Column) -> list[CellDate]:
    """The dates; those that only the column settles become questions where the rows around fit the other reading."""
    days = [parse(one.edtf).first_day if one.edtf and parse(one.edtf).earliest else None for one in found]
    known = [place for place, day in enumerate(days) if day is not None]
    for place, text in enumerate(texts):
        match = FIGURES.fullmatch(text.strip())
        here = bisect_left(known, place)
        if not (match and days[place] and len(match[4]) == 4 and 0 < here < len(known) - 1):
            continue
        readings = _orders(match)
        before, after = sorted(days[known[at]] or 0 for at in (here - 1, here + 1))
        fits = [before <= parse(one).first_day <= after for one in readings]
        if len(readings) == 2 and sum(fits) == 1 and not before <= (days[place] or 0) <= after:
            found[place] = CellDate(readings=tuple(readings), why="the rows around it are of other days")
    return found


def _in_order(match: re.Match[str], order: str) -> str:
    """Three figures as a day in EDTF, read in this order; empty where there is no such day."""
    one, _, two, three = match.groups()
    year, month, day = {"dmy": (three, two, one), "mdy": (three, one, two), "ymd": (one, two, three)}[order]
    text = f"{year}-{month:0>2}-{day:0>2}"
    return text if parses(text) else ""


def _orders(match: re.Match[str]) -> list[str]:
    orders = ("ymd",) if len(match[1]) == 4 else ORDERS[:2]
    return sorted({text for order in orders if (text := _in_order(match, order))})


# --- one cell ------------------------------------------------------------------------------------------------------


def _notation(text: str) -> CellDate:
    """A cell that is EDTF; `2021-22` is EDTF for a spring, and to many the years 2021 to 2022."""
    years = re.fullmatch(r"([0-9]{2})([0-9]{2})-([0-9]{2})", text)
    if years and parse(text).kind == "season" and int(years[3]) == (int(years[2]) + 1) % 100:
        return CellDate(readings=(text, f"{years[1]}{years[2]}/{years[1]}{years[3]}"), why="a season, or two years")
    return CellDate(text, plain=True)


def _read(text: str, column: Column) -> CellDate | None:
    for look in (_single, _weekday, _uncertain, _about, _limited, _open, _part, _third, _either, _span, _clocked):
        if found := look(text, column):
            return found
    return None


def _question(why: str, *readings: str) -> CellDate:
    return CellDate(readings=tuple(dict.fromkeys(one for one in readings if one)), why=why)


def _day(text: str) -> CellDate | None:
    """A complete date in EDTF, where the calendar has it."""
    return CellDate(text, plain=True) if parses(text) else None


def _single(text: str, column: Column) -> CellDate | None:
    """A day, month, year, season or quarter, however it is written."""
    text = re.sub(r"^(?:le|on|the|du|am) ", "", text)
    for look in (_in_figures, _in_words, _unusual):
        if found := look(text, column):
            return found
    return None


def _in_figures(text: str, column: Column) -> CellDate | None:
    if match := FIGURES.fullmatch(text):
        return _three_figures(match, column)
    if match := YEARLESS.fullmatch(text):
        return _two_figures(match, column)
    if match := re.fullmatch(r"([0-9]{1,2})[./]([0-9]{4})", text):
        return _day(f"{match[2]}-{match[1]:0>2}")
    if match := re.fullmatch(r"([0-9]{2})([0-9]{2})[./]([0-9]{1,2})", text):
        month = f"{match[1]}{match[2]}-{match[3]:0>2}"
        if int(match[3]) == (int(match[2]) + 1) % 100 or not parses(month):
            return _question("a month, or two years", month if parses(month) else "", _years(match[1], match[2], match[3]))
        return _day(month)
    if re.fullmatch("[0-9]{8}", text):
        readings = [f"{text[:4]}-{text[4:6]}-{text[6:]}", f"{text[4:]}-{text[2:4]}-{text[:2]}"]
        good = [one for one in readings if parses(one) and 1000 <= int(one[:4]) < 2100]
        return _day(good[0]) if len(good) == 1 else _question("a bare number", *good)
    if re.fullmatch("[0-9]{5}(?:[.][0-9]+)?", text):
        day = date.fromordinal(SPREADSHEET_DAY_0 + int(text[:5]))
        return _question("a bare number, as a spreadsheet counts days", day.isoformat())
    return None


def _years(century: str, first: str, last: str) -> str:
    text = f"{century}{first}/{century}{last}"
    return text if len(last) == 2 and parses(text) else ""


def _three_figures(match: re.Match[str], column: Column) -> CellDate | None:
    if len(match[1]) == 4 and len(match[4]) <= 2:
        return _day(_in_order(match, "ymd"))
    if len(match[1]) > 2 or len(match[4]) == 3:
        return None
    if len(match[4]) <= 2:
        return _short_year(match, column)
    readings = _orders(match)
    chosen = _in_order(match, column.order) if column.order in ORDERS[:2] else ""
    if column.order in ORDERS[:2] and readings and not chosen:
        return _question("day and month stand in another order than in the column", *readings)
    if len(readings) == 1:
        return CellDate(readings[0], plain=True)
    if chosen and column.sign in ("", match[2]):
        return CellDate(chosen, plain=True)
    why = "separated unlike the column" if chosen else "the order of day and month is open"
    return _question(why, *readings) if readings else None


def _short_year(match: re.Match[str], column: Column) -> CellDate | None:
    """A day with a year of two figures, of which nobody can tell the century, or which of the figures it is."""
    one, _, two, three = (f"{group:0>2}" for group in match.groups())
    orders = {"dmy": f"20{three}-{two}-{one}", "mdy": f"20{three}-{one}-{two}", "ymd": f"20{one}-{two}-{three}"}
    chosen = [column.order] if column.order else list(ORDERS)
    readings = [orders[name] for name in chosen if parses(orders[name])]
    return _question("the year has two figures", *readings)


def _two_figures(match: re.Match[str], column: Column) -> CellDate | None:
    """A day and a month in figures, without a year."""
    year = column.year or LEAP_YEAR
    orders = {"dmy": f"{year}-{match[3]:0>2}-{match[1]:0>2}", "mdy": f"{year}-{match[1]:0>2}-{match[3]:0>2}"}
    good = {order: text for order, text in orders.items() if parses(text)}
    if column.order in good:
        good = {column.order: good[column.order]} if column.order == "dmy" and column.sign in ("", match[2]) else good
    return _with_year([*good.values()], column) if good else None


def _with_year(days: list[str], column: Column) -> CellDate:
    """Days that were read without a year, and got that of the mapping, or none."""
    days = sorted(set(days))
    if not column.year:
        return _question("the year is missing", *(f"YYYY{day[4:]}" for day in days))
    return CellDate(days[0]) if len(days) == 1 else _question("it can be read in more than one way", *days)


def _in_words(text: str, column: Column) -> CellDate | None:
    """A day or month in words: `24th September 2024`, `Oct 3, 2024`, `15 octobre`, `Sept 2024`."""
    forms: tuple[tuple[str, tuple[int, int, int]], ...] = (
        (rf"{DAY}{GAP}(?:(?:of|de) )?{WORD}{GAP}{YEAR}", (3, 2, 1)),
        (rf"{WORD}{GAP}{DAY}{GAP}{YEAR}", (3, 1, 2)),
        (rf"{YEAR}{GAP}{WORD}{GAP}{DAY}", (1, 2, 3)),
        (rf"{WORD}{GAP}{YEAR}", (2, 1, 0)),
        (rf"{YEAR}{GAP}{WORD}", (1, 2, 0)),
    )
    for form, (year, month, day) in forms:
        match = re.fullmatch(form, text)
        if match and (number := _month(match[month])):
            return _day(f"{match[year]}-{number}" + (f"-{match[day]:0>2}" if day else ""))
    return _in_words_without_year(text, column)


def _in_words_without_year(text: str, column: Column) -> CellDate | None:
    year = column.year or LEAP_YEAR
    if (match := re.fullmatch(rf"{DAY}{GAP}{WORD}{GAP}'?([0-9]{{2}})", text)) and (month := _month(match[2])):
        readings = [f"20{match[3]}-{month}-{match[1]:0>2}", f"20{match[1]:0>2}-{month}-{match[3]}"]
        return _question("the year has two figures", *filter(parses, readings))
    if (match := re.fullmatch(rf"{WORD}{GAP}{DAY}{GAP}'?([0-9]{{2}})", text)) and (month := _month(match[1])):
        return _question("the year has two figures", *filter(parses, [f"20{match[3]}-{month}-{match[2]:0>2}"]))
    if (match := re.fullmatch(rf"{DAY}{GAP}(?:(?:of|de) )?{WORD}", text)) and (month := _month(match[2])):
        day = f"{year}-{month}-{match[1]:0>2}"
        return _with_year([day], column) if parses(day) else None
    if (match := re.fullmatch(rf"{WORD}{GAP}('?){DAY}", text)) and (month := _month(match[1])):
        day, whole = f"{year}-{month}-{match[3]:0>2}", f"20{match[3]:0>2}-{month}"
        if len(match[3]) == 1 and parses(day):
            return _with_year([day], column)
        shown = day if column.year else f"YYYY{day[4:]}"
        return _question("a day, or a year", shown if parses(day) and not match[2] else "", whole)
    if (match := re.fullmatch(WORD, text)) and (month := _month(match[1])):
        return _with_year([f"{year}-{month}"], column)
    return None


def _unusual(text: str, column: Column) -> CellDate | None:
    """Decades, seasons, quarters and weeks."""
    if match := re.fullmatch("(?:the )?([0-9]{3})0'?s", text):
        return _day(f"{match[1]}X")
    match = re.fullmatch(rf"{_any(SEASONS)}(?:,? (?:of |de )?([0-9]{{4}}))?", text)
    if match:
        code = next(code for code, words in _words(SEASONS).items() if match[1] in words)
        year = match[2] or column.year
        if not year:
            return _question("the year is missing", f"YYYY-{code}")
        if code == "24":
            return _question("a winter lies in two years", f"{int(year) - 1:04}-24", f"{year}-24")
        return CellDate(f"{year}-{code}", plain=bool(match[2]))
    match = re.fullmatch(r"(?:q|t)([1-4])[ ,./-]*([0-9]{4})|([0-9]{4})[ ,./-]*(?:q|t)([1-4])", text)
    if match:
        year, quarter = match[2] or match[3], int(match[1] or match[4])
        first, last = f"{year}-{quarter * 3 - 2:02}", f"{year}-{quarter * 3:02}"
        return _question("once in that quarter, or all of it", f"[{first}..{last}]", f"{first}/{last}")
    match = re.fullmatch(r"(?:([0-9]{4})[ -]*)?(?:week|wk|semaine|w)[ .]*([0-9]{1,2})(?:,? (?:of )?([0-9]{4}))?", text)
    if match:
        return _week(match[1] or match[3] or column.year, int(match[2]))
    return None


def _week(year: str, week: int) -> CellDate:
    try:
        monday = date.fromisocalendar(int(year or "0"), week, 1)
    except ValueError:
        return _question("a week" if year else "a week without a year")
    days = f"{monday}", f"{monday + timedelta(6)}"
    return _question("once in that week, or all of it", f"[{days[0]}..{days[1]}]", f"{days[0]}/{days[1]}")


# --- what stands around a date -------------------------------------------------------------------------------------


def _inner(text: str, column: Column, change: Callable[[str], str]) -> CellDate | None:
    """What stands in a cell around words that change it: its date, and all its readings, changed."""
    found = _read(text, column) if not parses(text.upper()) else CellDate(text.upper(), plain=True)
    if found is None:
        return None
    if found.edtf:
        changed = change(found.edtf)
        return replace(found, edtf=changed, plain=False) if parses(changed) else _question("two doubts at once", found.edtf)
    return replace(found, readings=tuple(changed for one in found.readings if (changed := change(one))))


def _weekday(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(rf"{_any(WEEKDAYS)}\.?,? (.+)", text) or re.fullmatch(rf"(.+?),? \(?{_any(WEEKDAYS)}\.?\)?", text)
    found = _inner(match[2] if match[2] and not _is_weekday(match[2]) else match[1], column, str) if match else None
    if match is None or found is None:
        return None
    word = match[1] if _is_weekday(match[1]) else match[2]
    number = next(at for at, words in enumerate(_words(WEEKDAYS).values()) if word in words)
    readings = [one for one in (found.readings or (found.edtf,)) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", one)]
    fitting = [one for one in readings if date.fromisoformat(one).weekday() == number]
    if found.edtf:
        return replace(found, plain=True) if fitting or not readings else _question("it is another day of the week", *readings)
    if len(fitting) == 1 and found.why != "the year has two figures":
        return CellDate(fitting[0])
    return found


def _is_weekday(word: str) -> bool:
    return any(word in words for words in _words(WEEKDAYS).values())


def _uncertain(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(.+?) ?(?:\(\?+\)|\?+)|(?:probably|perhaps|possibly|maybe|peut-etre) (.+)", text)
    return _inner(match[1] or match[2], column, lambda one: _marked(one, "?")) if match else None


def _about(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:c\.|ca\.|c|ca|circa|about|around|approx\.?|approximately|roughly|vers|environ|~)[ ]?(.+)"
                         r"|(.+?) ?(?:~|\(?(?:approx\.?|approximately|circa|ca\.|about)\)?)", text)  # fmt: skip
    return _inner(match[1] or match[2], column, lambda one: _marked(one, "~")) if match else None


def _marked(edtf: str, sign: str) -> str:
    """The date with a qualifier at each side; with both, `%`. What can have none stays no date."""
    sides = []
    for side in edtf.split("/"):
        had = {one for one in side if one in "?~%"}
        sides.append(re.sub("[?~%]", "", side) + ("%" if had and had != {sign} else sign))
    return "/".join(sides)


def _limited(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(by|before|until|till|up to|no later than|not later than|avant|jusqu'au) (?:the |le )?(.+)", text)
    if match is None:
        return None
    found = _inner(match[2], column, str)
    if found is None or not found.edtf:
        return found and replace(found, why=f"{found.why}, or before")
    when = parse(found.edtf)
    if when.kind != "date" or when.qualified:
        return _question("before a date that is not certain", found.edtf)
    excluded = match[1] in ("before", "avant")
    limit = date.fromordinal(when.first_day - 1).isoformat() if excluded else found.edtf
    return CellDate(f"[..{limit}]")


def _open(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:since|from|after|starting|depuis|a partir du|apres|as of) (.+)", text)
    match = match or re.fullmatch(r"(.+?) ?(?:-+|to|/|onwards?|on|until|\+)(?: ?(?:now|present|today|ongoing|date|\.\.\.?|\?))?", text)
    if match is None:
        return None
    found = _inner(match[1], column, str)
    days = (found.edtf,) if found and found.edtf else found.readings if found else ()
    return _question("its end is open", *(reading for day in days for reading in (f"{day}/..", f"{day}/") if parses(reading)),
                     *(days if days and not parses(f"{days[0]}/..") else ())) if found else None  # fmt: skip


def _part(text: str, column: Column) -> CellDate | None:
    """A part of a day: `night of 9 Sept`, `9 Sept (morning)`."""
    words = _any(PARTS)
    match = re.fullmatch(rf"(?:the |in the |late |early )?{words},? (?:of |on |of the |du |de la |de |le )?(.+)", text)
    word, rest = (match[1], match[2]) if match else ("", "")
    if not match and (match := re.fullmatch(rf"(.+?),? (?:in the |at |au )?\(?{words}\)?", text)):
        word, rest = match[2], match[1]
    found = _inner(rest, column, str) if match else None
    if found is None:
        return None
    part = next(part for part, words in _words(PARTS).items() if word in words)
    return with_part(replace(found, plain=False), part)


def with_part(found: CellDate, part: str) -> CellDate:
    """A date with the part of the day; a night begins on the day that is named. A longer date has no such part."""
    if part == "night":
        return replace(found, edtf=_night(found.edtf) if found.edtf else "", part=part,
                       readings=tuple(map(_night, found.readings)))  # fmt: skip
    when = parse(found.edtf) if found.edtf else None
    if when and (when.earliest is None or when.earliest != when.latest or when.clock):
        return _question(f"the {part} of a longer date", found.edtf)
    return replace(found, part=part)


def _night(edtf: str) -> str:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf):
        return edtf
    return f"{edtf}/{date.fromisoformat(edtf) + timedelta(1)}"


def _third(text: str, column: Column) -> CellDate | None:
    """The beginning, middle or end of a month or year, and its last week: never a certain stretch of days."""
    third = "|".join(_any(THIRDS, name) for name in ("early", "mid", "late"))
    match = re.fullmatch(rf"(?:{third})[ -](?:of |de |-)?(?:the )?(.+)", text)
    if match:
        found = _inner(match[4], column, str)
        place = next(at for at in range(3) if match[at + 1])
        days = (found.edtf,) if found and found.edtf else ()
        return found and _question("a part of a month or year", *(_third_of(day, place) for day in days))
    match = re.fullmatch(r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th|derniere|premiere)? ?(?:week|semaine|weekend) "
                         r"(?:of|in|de|du) (.+)", text)  # fmt: skip
    found = _inner(match[1], column, str) if match else None
    return found and _question("a part of it", *([f"[{_days_of(found.edtf)}]"] if found.edtf and "last week" in text else []))


def _days_of(month: str) -> str:
    """The last seven days of a month, as the range of a set."""
    last = parse(month).last_day
    return f"{date.fromordinal(last - 6)}..{date.fromordinal(last)}"


def _third_of(edtf: str, place: int) -> str:
    match = re.fullmatch("([0-9]{4})-([0-9]{2})", edtf)
    if match and int(match[2]) <= 12:
        last = monthrange(int(match[1]), int(match[2]))[1]
        first, end = ((1, 10), (11, 20), (21, last))[place]
        return f"[{edtf}-{first:02}..{edtf}-{end:02}]"
    return "" if "-" in edtf else f"[{edtf}-{(1, 5, 9)[place]:02}..{edtf}-{(4, 8, 12)[place]:02}]"


def _either(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:(between|entre)(?: le)? )?(.+) (and|or|&|et|ou)(?: le)? (.+)", text)
    both = _both(match[2], match[4], column) if match else None
    if match is None or both is None:
        return None
    first, last = both
    if not (first.edtf and last.edtf):
        return _question(first.why or last.why, *_joined(first, last, "[{}..{}]" if match[1] else "[{},{}]"))
    if match[1]:
        edtf = f"[{first.edtf}..{last.edtf}]"
    elif match[3] in ("or", "ou"):
        edtf = f"[{first.edtf},{last.edtf}]"
    else:
        return _question("two days, or the time between them", f"{first.edtf}/{last.edtf}")
    return CellDate(edtf) if parses(edtf) else _question("not in order", first.edtf, last.edtf)


def _span(text: str, column: Column) -> CellDate | None:
    """From one date to another."""
    text = re.sub("^(?:from|du|de) ", "", text)
    match = re.fullmatch(rf"{WORD} ?{DAY} ?(?:-|to) ?{DAY}(?:,? ([0-9]{{4}}))?", text)
    if match and _month(match[1]):  # Sept 5-6, 2024
        text = f"{match[2]} - {match[3]} {match[1]} {match[4] or ''}".strip()
    for sign in (r" (?:to|until|till|through|au|-{1,2}|/) ", " ?(?:-{1,2}|/) ?"):
        for match in re.finditer(sign, text):
            both = _both(text[: match.start()], text[match.end() :], column)
            if both and (found := _interval(*both)):
                return found
    return None


def _interval(first: CellDate, last: CellDate) -> CellDate | None:
    if first.edtf and last.edtf:
        edtf = f"{first.edtf}/{last.edtf}"
        return CellDate(edtf) if parses(edtf) else _question("it ends before it begins", first.edtf, last.edtf)
    return _question(first.why or last.why, *_joined(first, last, "{}/{}"))


def _joined(first: CellDate, last: CellDate, form: str) -> list[str]:
    starts, ends = first.readings or (first.edtf,), last.readings or (last.edtf,)
    pairs = zip(starts, ends, strict=True) if len(starts) == len(ends) else ((one, two) for one in starts for two in ends)
    texts = [form.format(one, two) for one, two in pairs]
    return [text for text in texts if parses(text.replace("YYYY", LEAP_YEAR))]


def _both(left: str, right: str, column: Column) -> tuple[CellDate, CellDate] | None:
    """Two dates, the first of which may leave to the second what both have in common: `5-6 Sept`, `5 Sept - 2 Oct`."""
    last = _inner(right.strip(), column, str)
    if last is None:
        return None
    known = last.edtf or next(iter(last.readings), "")
    if re.fullmatch(DAY, left):
        left, count = re.subn(r"^[0-9]{1,2}", left, right.strip(), count=1)
        if not count:
            return None
    year = known[:4] if known[:4].isdigit() else column.year
    first = _inner(left.strip(), replace(column, year=year), str)
    return (first, last) if first else None


def _clocked(text: str, column: Column) -> CellDate | None:
    """A day with a clock time: `08/09/2024 21:45`."""
    match = re.fullmatch(r"(.+?)(?:t|,? (?:at |a )?)([0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?)(?:\.0+)?"
                         r"( ?[ap]m)?( ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?", text)  # fmt: skip
    if match is None:
        return None
    clock, _ = read_clock(match[2] + (match[3] or ""))
    zone = (match[4] or "").strip().upper().replace("UTC", "Z").replace("GMT", "Z")
    zone = re.sub(r"^([+-][0-9]{2})([0-9]{2})$", r"\1:\2", zone)
    return _inner(match[1], column, lambda day: f"{day}{clock}{zone}") if clock else None
