"""Single dates in cells: a day, month, year, season or quarter, in figures or in words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from diplotimeline.dates import parses
from diplotimeline.importing.readings import (
    LEAP_YEAR,
    SEASONS,
    CellDate,
    Column,
    any_of,
    month_of,
    question,
    words_of,
)

ORDERS = ("dmy", "mdy", "ymd")
FIGURES = re.compile(r"([0-9]{1,4})([./ -])([0-9]{1,2})\2([0-9]{1,4})")
YEARLESS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})")
DAY, WORD, YEAR = r"([0-9]{1,2})(?:st|nd|rd|th|er|e)?", r"([^\W\d_]{3,})\.?", r"([0-9]{4})"
GAP = r"[ ,./-]*"
NO_SUCH_DAY = "the calendar has no such day"
SHORT_YEAR = "the year has two figures"
SPREADSHEET_DAY_0 = date(1899, 12, 30).toordinal()


def in_order(match: re.Match[str], order: str) -> str:
    """Three figures as a day in EDTF, read in this order; empty where there is no such day."""
    one, _, two, three = match.groups()
    year, month, day = {"dmy": (three, two, one), "mdy": (three, one, two), "ymd": (one, two, three)}[order]
    text = f"{year}-{month:0>2}-{day:0>2}"
    return text if parses(text) else ""


def orders_of(match: re.Match[str]) -> list[str]:
    orders = ("ymd",) if len(match[1]) == 4 else ORDERS[:2]
    return sorted({text for order in orders if (text := in_order(match, order))})


def read_single(text: str, column: Column) -> CellDate | None:
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
            return question(
                "a month, or two years", month if parses(month) else "", _years(match[1], match[2], match[3])
            )
        return _day(month)
    if re.fullmatch("[0-9]{8}", text):
        year_last = f"{text[4:]}-{text[2:4]}-{text[:2]}", f"{text[4:]}-{text[:2]}-{text[2:4]}"
        readings = dict.fromkeys((f"{text[:4]}-{text[4:6]}-{text[6:]}", *year_last))
        good = [one for one in readings if parses(one) and 1000 <= int(one[:4]) < 2100]
        return _day(good[0]) if len(good) == 1 else question("a bare number", *good)
    if re.fullmatch("[0-9]{5}(?:[.][0-9]+)?", text):
        day = date.fromordinal(SPREADSHEET_DAY_0 + int(text[:5]))
        return question("a bare number, as a spreadsheet counts days", day.isoformat())
    return None


def _years(century: str, first: str, last: str) -> str:
    text = f"{century}{first}/{century}{last}"
    return text if len(last) == 2 and parses(text) else ""


def _three_figures(match: re.Match[str], column: Column) -> CellDate | None:
    if len(match[1]) == 4 and len(match[4]) <= 2:
        return _day(in_order(match, "ymd")) or question(NO_SUCH_DAY)
    if len(match[1]) > 2 or len(match[4]) == 3:
        return None
    if len(match[4]) <= 2:
        return _short_year(match, column)
    readings = orders_of(match)
    chosen = in_order(match, column.order) if column.order in ORDERS[:2] else ""
    if column.order in ORDERS[:2] and readings and not chosen:
        return question("day and month stand in another order than in the column", *readings)
    if len(readings) == 1:
        return CellDate(readings[0], plain=True)
    if chosen and column.sign in ("", match[2]):
        return CellDate(chosen, plain=True)
    why = "separated unlike the column" if chosen else "the order of day and month is open"
    return question(why if readings else NO_SUCH_DAY, *readings)


def _short_year(match: re.Match[str], column: Column) -> CellDate | None:
    """A day in figures whose year has two, of which nobody can tell the century, or which of the figures it is."""
    one, _, two, three = (f"{group:0>2}" for group in match.groups())
    return _of_century({"dmy": (three, two, one), "mdy": (three, one, two), "ymd": (one, two, three)}, column)


def _of_century(orders: Mapping[str, tuple[str, str, str]], column: Column) -> CellDate:
    """A day by the orders in which it can be read, whose year has two figures; a mapping can say order and century."""
    chosen = [column.order] if column.order in orders else [*orders]
    days = ("-".join((f"{column.century or 20}{year:0>2}", month, f"{day:0>2}"))
            for year, month, day in map(orders.__getitem__, chosen))  # fmt: skip
    readings = [day for day in days if parses(day)]
    if column.century and len(readings) == 1:
        return CellDate(readings[0])
    return question(SHORT_YEAR, *readings)


def _two_figures(match: re.Match[str], column: Column) -> CellDate | None:
    """A day and a month in figures, without a year."""
    year = column.year or LEAP_YEAR
    orders = {"dmy": f"{year}-{match[3]:0>2}-{match[1]:0>2}", "mdy": f"{year}-{match[1]:0>2}-{match[3]:0>2}"}
    good = {order: text for order, text in orders.items() if parses(text)}
    if column.order in good:
        good = {column.order: good[column.order]} if column.order == "dmy" and column.sign in ("", match[2]) else good
    if "dmy" not in good and "mdy" in good and column.order != "dmy":
        month = f"20{match[3]}-{match[1]:0>2}"
        return question("a day, or a year", good["mdy"] if column.year else f"YYYY{good['mdy'][4:]}", month)
    return _with_year([*good.values()], column) if good else None


def _with_year(days: list[str], column: Column) -> CellDate:
    """Days that were read without a year, and got that of the mapping, or none."""
    days = sorted(set(days))
    if not column.year:
        return question("the year is missing", *(f"YYYY{day[4:]}" for day in days))
    return CellDate(days[0]) if len(days) == 1 else question("it can be read in more than one way", *days)


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
        if match and (number := month_of(match[month])):
            return _day(f"{match[year]}-{number}" + (f"-{match[day]:0>2}" if day else ""))
    return _in_words_without_year(text, column)


def _in_words_without_year(text: str, column: Column) -> CellDate | None:
    year = column.year or LEAP_YEAR
    named = column if column.century else replace(column, order="")  # that of figures says nothing of words
    if (match := re.fullmatch(rf"{DAY}{GAP}{WORD}{GAP}'?([0-9]{{2}})", text)) and (month := month_of(match[2])):
        return _of_century({"dmy": (match[3], month, match[1]), "ymd": (match[1], month, match[3])}, named)
    if (match := re.fullmatch(rf"{WORD}{GAP}{DAY}{GAP}'?([0-9]{{2}})", text)) and (month := month_of(match[1])):
        return _of_century({"mdy": (match[3], month, match[2])}, named)
    if (match := re.fullmatch(rf"{DAY}{GAP}(?:(?:of|de) )?{WORD}", text)) and (month := month_of(match[2])):
        day = f"{year}-{month}-{match[1]:0>2}"
        return _with_year([day], column) if parses(day) else None
    if (match := re.fullmatch(rf"{WORD}{GAP}('?){DAY}", text)) and (month := month_of(match[1])):
        day, whole = f"{year}-{month}-{match[3]:0>2}", f"20{match[3]:0>2}-{month}"
        if len(match[3]) == 1 and parses(day):
            return _with_year([day], column)
        shown = day if column.year else f"YYYY{day[4:]}"
        return question("a day, or a year", shown if parses(day) and not match[2] else "", whole)
    if (match := re.fullmatch(WORD, text)) and (month := month_of(match[1])):
        return _with_year([f"{year}-{month}"], column)
    return None


def _unusual(text: str, column: Column) -> CellDate | None:
    """Decades, seasons, quarters and weeks."""
    if match := re.fullmatch("(?:the )?([0-9]{3})0'?s", text):
        return _day(f"{match[1]}X")
    match = re.fullmatch(rf"{any_of(SEASONS)}(?:,? (?:of |de )?([0-9]{{4}}))?", text)
    if match:
        code = next(code for code, words in words_of(SEASONS).items() if match[1] in words)
        year = match[2] or column.year
        if not year:
            return question("the year is missing", f"YYYY-{code}")
        if code == "24":
            return question("a winter lies in two years", f"{int(year) - 1:04}-24", f"{year}-24")
        return CellDate(f"{year}-{code}", plain=bool(match[2]))
    match = re.fullmatch(r"(?:q|t)([1-4])[ ,./-]*([0-9]{4})|([0-9]{4})[ ,./-]*(?:q|t)([1-4])", text)
    if match:
        year, quarter = match[2] or match[3], int(match[1] or match[4])
        first, last = f"{year}-{quarter * 3 - 2:02}", f"{year}-{quarter * 3:02}"
        return question("once in that quarter, or all of it", f"[{first}..{last}]", f"{first}/{last}")
    match = re.fullmatch(r"(?:([0-9]{4})[ -]*)?(?:week|wk|semaine|w)[ .]*([0-9]{1,2})(?:,? (?:of )?([0-9]{4}))?", text)
    if match:
        return _week(match[1] or match[3] or column.year, int(match[2]))
    return None


def _week(year: str, week: int) -> CellDate:
    try:
        monday = date.fromisocalendar(int(year or "0"), week, 1)
    except ValueError:
        return question("a week" if year else "a week without a year")
    days = f"{monday}", f"{monday + timedelta(6)}"
    return question("once in that week, or all of it", f"[{days[0]}..{days[1]}]", f"{days[0]}/{days[1]}")


def _day(text: str) -> CellDate | None:
    """A complete date in EDTF, where the calendar has it."""
    return CellDate(text, plain=True) if parses(text) else None
