"""Does a quote say what a field says? Looks for numbers and days inside a quote, never in the text around it.

It serves to warn a person, so doubt counts for the quote: a number that may be meant is found, and a day that may be
meant fits. English and French words, figures of every script.
"""

import math
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache

from diplotimeline.dates import MONTH_NAMES, EventDate
from diplotimeline.quotes.days import (
    BOUNDING,
    DOTTED,
    FIGURES,
    IN_FIGURES,
    ISO,
    LONGEST_OPENING,
    Named,
    days_and_months,
    days_in,
    is_month,
    may_name_days,
)
from diplotimeline.quotes.layout import has_blankless
from diplotimeline.quotes.numerals import ARTICLES, DOZEN, HALF as HALVES, HUNDRED, TENS, THOUSAND, words

GROUPED = re.compile(r"\d(?<!\d\d)(?:\d{0,2}(?:[ \u00a0\u2007\u2009\u202f.,'’٬]\d{3})+|\d?(?:,\d\d){1,9},\d{3})(?!\d)")
# A word, or figures that a word behind them may multiply: `1.2 million`, `3 dozen`.
TOKEN = re.compile(r"[^\W\d_]+|(?<![\d.,])\d{1,6}(?:[.,]\d{1,6})?(?=[\s‐‑-]*([^\W\d_]+))")
# Between two words of one number: `twenty-one`, `one hundred and five`, `vingt et un`.
JOINED = re.compile(r"[\s‐‑-]*(?:(?:and|et)[\s‐‑-]+)?", re.IGNORECASE)
# The first of two numbers that one word multiplies: `5 to 7 million`, `two or three hundred`.
MULTIPLIED = re.compile(
    r"((?<![^\W\d_])[^\W\d_]+|\d{1,6}(?:[.,]\d{1,6})?)\s*(?:[-–—]|\b(?:to|or|and|à|ou|et)\b)\s*(?:[^\W\d_]+|\d{1,6}(?:[.,]\d{1,6})?)"
    r"[\s‐‑-]+(?=([^\W\d_]+))",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d(?<![\d:.,]\d)\d?(?::|\s?h\s?)\d{2}(?!\d)")
IN_MONTH = re.compile(r"\b(?:in|during|since|until|en|depuis)\s+\Z", re.IGNORECASE)
# Beside a month: the day behind it, `September 13`, or the first figures of all before it, `13 September`.
DAY_BEHIND = re.compile(r" ([1-9]\d?)(?![.,:]?\d)")
DAY_BEFORE = re.compile(r"\D*+(?<![\w.,])([1-9]\d?) \Z")
YEAR = re.compile(r"[12]\d{3}")
LAST_OF_SEVERAL = re.compile(r"\d\W+(?:(?:and|or|et|ou)\W+)?(\d+)\Z")
THREE_WORDS = re.compile(r"(?:\W*+\w++(?:['’-]\w++)*+){3}")
LONGEST_NUMBER = 12  # words; no number up to a million has more
HALF = Fraction(1, 2)
NOWHERE = (math.inf, math.inf)
Number = int | Fraction


def is_short(quote: str) -> bool:
    """Whether words say too little: fewer than three, and fewer than twelve letters; six in scripts without blanks."""
    blankless = not quote.isascii() and has_blankless(quote)
    few_words = blankless or not THREE_WORDS.match(quote)
    return few_words and sum(map(str.isalpha, quote)) < (6 if blankless else 12)


# --- numbers -------------------------------------------------------------------------------------------------------


def numbers_in(quote: str) -> set[int]:
    """Every number that a quote may name, in figures or in words, together or apart: `one hundred and five` is 105,
    100 and 5. The figures of days, years and clock times are none: `on 5 October 2022, at 15:30`.
    """
    quote = _without_dates(quote)
    return _figures_in(quote) | _worded_in(quote)


def not_named(quote: str, wanted: set[int]) -> set[int]:
    """Those of some numbers that are not among `numbers_in` a quote."""
    quote = _without_dates(quote)
    missing = wanted - _figures_in(quote)
    return missing and missing - _worded_in(quote)  # to read words takes longer, and most numbers are figures


def _figures_in(quote: str) -> set[int]:
    grouped = GROUPED.findall(quote)
    found = {int(re.sub(r"\D", "", figures)) for figures in grouped}
    # `12 207`: perhaps two numbers
    apart = GROUPED.sub(lambda match: match[0] if " " in match[0] else " ", quote) if grouped else quote
    return found | {int(figures) for figures in FIGURES.findall(apart)}


def _worded_in(quote: str) -> set[int]:
    sums: list[Number] = []
    for run in _runs(quote):
        values, starts = [value for value, _ in run], [place for place, (_, glued) in enumerate(run) if not glued]
        sums += [_sum(values[start:end]) for start in starts for end in (*starts, len(run)) if start < end]
    sums += [_worth(first) * _worth(scale) for first, scale in MULTIPLIED.findall(quote) if _worth(scale) >= HUNDRED]
    return {int(number) for number in sums if number.denominator == 1}


def _without_dates(quote: str) -> str:
    """The quote without its dates and clock times. `in May 5 soldiers` is no date, nor is `may 5`; and of `on May 13
    and 14 soldiers` the last figures may be a number.
    """
    written = [match for match in days_and_months(quote) if is_month(match)]
    starts = ((match, max(0, match.start() - LONGEST_OPENING)) for match in written)
    dates = [one.span() for one, start in starts if one["year"] or not IN_MONTH.search(quote, start, one.start())]
    forms = (ISO, DOTTED, CLOCK) if IN_FIGURES.search(quote) else (CLOCK,)
    others = [match.span() for form in forms for match in form.finditer(quote)]
    for start, end in (*dates, *others):
        if "|" not in quote[start:end]:
            last = LAST_OF_SEVERAL.search(quote, start, end) if quote[end : end + 2].strip().isalpha() else None
            end = last.start(1) if last else end
            quote = quote[:start] + "|" * (end - start) + quote[end:]
    return quote


def _worth(word: str) -> Number:
    """What a number word or figures are worth, nothing where they are none."""
    if word[0].isdecimal():  # no superscript sign
        return int(word) if word.isdecimal() else Fraction(word.replace(",", "."))
    return HALF if word.casefold() in HALVES else words("numbers").get(word.casefold(), 0)


def _runs(quote: str) -> Iterator[list[tuple[Number, bool]]]:
    """The values of number words that stand beside one another, each with whether a hyphen makes it one with the word
    before it: `twenty-one` is not 20, but `two-three` may be either. Figures begin a number where a word multiplies
    them. The article beside a half is none of the values: `two and a half`, `half a million`.
    """
    run: list[tuple[Number, bool]] = []
    end, before = 0, ""
    for token in TOKEN.finditer(quote):
        word = token[0].casefold()
        is_number = word in words("numbers") or word in HALVES or _worth(token[1] or "-") >= DOZEN
        if not is_number and word in ("and", "et"):
            continue
        if run and (not is_number or len(run) == LONGEST_NUMBER or not JOINED.fullmatch(quote, end, token.start())):
            yield run
            run = []
        if is_number and word in ARTICLES and run and before in HALVES:
            end = token.end()
            continue
        if is_number:
            if word in HALVES and before in ARTICLES and len(run) > 1:
                run.pop()
            value, last, between = _worth(word), run[-1][0] if run else 0, quote[end : token.start()]
            is_compound = (last in TENS and value < 20) or (last, value) == (4, 20)
            run.append((value, last == HALF or (is_compound and between.strip() == between)))
            end, before = token.end(), word
    yield run


def _sum(values: list[Number]) -> Number:
    """`one hundred and five`, `two dozen`, `a million two hundred thousand`: a hundred, a thousand and what is greater
    multiply what stands before them, a dozen a few; a half is one of what stands before it, `a million and a half`.
    Also French `quatre-vingt`.
    """
    total: Number = 0
    part: Number = 0
    scale: Number = 1
    for value in values:
        if value >= THOUSAND:
            total, part = total + (part or 1) * value, 0
        elif value == DOZEN and 0 < part < 10:
            part *= value
        elif value == HUNDRED:
            part = (part or 1) * value
        elif value == 20 and part % HUNDRED == 4:  # quatre-vingt
            part += 76
        elif value == HALF:
            part += value * scale
        else:
            part += value
        scale = value if value == DOZEN or value >= HUNDRED else 1
    return total + part


# --- days ----------------------------------------------------------------------------------------------------------


def names_another_date(quote: str, when: EventDate, issued: EventDate | None) -> bool:
    """Whether a quote names days or months, and none of them may lie in a date.

    A day without a year is read in the years of the date and in those around the day on which the words were issued;
    one that bounds what is meant, `since 5 May`, only in the year in which it is nearest to that day.
    """
    if _names_it_plainly(quote, when) or not may_name_days(quote):
        return False
    named = list(days_in(quote))
    if not named:
        return False
    sides = (when.start, when.end, *((issued.start, issued.end) if issued else ()))
    written = {side.year for side in sides if side.year}
    years = dict.fromkeys(year + shift for shift in (0, -1, 1) for year in written)  # the likeliest first
    spoken = (issued or when).last_day
    return bool(years) and not any(
        _meets(one, when, {_nearest(one, years, spoken)} if one.bounds in ("since", "until") else years)
        for one in named
    )


def _names_it_plainly(quote: str, when: EventDate) -> bool:
    """Whether a quote names a day of a date beside the English name of its month, and no other year behind it: mostly
    so, and seen in a fifth of the time that it takes to read all that the quote names.
    """
    for side in (when.start,) if when.end is when.start else (when.start, when.end):
        if not side.year or not side.month or (month := MONTH_NAMES[side.month - 1]) not in quote:
            continue
        for name in _word(month).finditer(quote):
            start, end = name.span()
            day = DAY_BEHIND.match(quote, end) or DAY_BEFORE.match(quote, 0, start)
            if not day or {*YEAR.findall(quote, end)} - {str(side.year)}:
                continue
            days = _days(side.year, side.month, int(day[1]))
            if days and when.possible(*days) and not _is_bound(quote, min(day.start(1), start)):
                return True
    return False


@cache
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"{word}\b(?<!\w{word})")  # the word first: it is found at once


def _is_bound(quote: str, start: int) -> bool:
    """Whether words before a day in a quote only bound what is meant."""
    is_plain = quote.endswith(("on ", "On "), 0, start)  # nearly always
    return not is_plain and BOUNDING.search(quote, max(0, start - LONGEST_OPENING), start) is not None


def _nearest(named: Named, years: Iterable[int], day: int) -> int:
    """The year in which what is named is nearest to a day."""
    return min(years, key=lambda year: abs((_days(year, named.month, named.first) or NOWHERE)[0] - day))


def _meets(named: Named, when: EventDate, years: Iterable[int]) -> bool:
    """Whether what is named may lie in the date, in one of the years."""
    last = named.until or named
    next_year = last.month < named.month
    for year in {named.year} if named.year else {last.year - next_year} if last.year else years:
        begins = ends = _days(year, named.month, named.first)
        if last is not named or last.first != last.last:
            ends = _days(last.year or year + next_year, last.month, last.last)
        if begins and ends and when.possible(*_bounded(begins[0], ends[1], named.bounds)):
            return True
    return False


def _bounded(begin: float, end: float, bounds: str | None) -> tuple[float, float]:
    """The days that are meant where only one end of them is named, from `begin` to `end`."""
    beside = bounds == "beside"
    return -math.inf if bounds == "until" else begin - beside, math.inf if bounds == "since" else end + beside


def _days(year: int, month: int, day: int | None) -> tuple[int, int] | None:
    """A day of a month, or the whole month, as its first and last day; None if no calendar has it."""
    try:
        first = date(year, month, day or 1).toordinal()
    except ValueError:
        return None
    return first, first if day else first + monthrange(year, month)[1] - 1
