"""Does a quote say what a field says? Looks for numbers and days inside a quote, never in the text around it.

It serves to warn a person, so doubt counts for the quote: a number that may be meant is found, and a day that may be
meant fits. English and French words, figures of every script.
"""

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.dates.edtf import Mistake, read
from diplotimeline.dates.values import Side
from diplotimeline.quotes.layout import has_blankless
from diplotimeline.quotes.numerals import ARTICLES, DOZEN, HALF as HALVES, HUNDRED, TENS, THOUSAND, words

GROUPED = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ \u00a0\u2007\u2009\u202f.,'’٬]\d{3})+|\d{1,2}(?:,\d\d)+,\d{3})(?!\d)")
FIGURES = re.compile(r"\d+")
# A word, or figures that a word behind them may multiply: `1.2 million`, `3 dozen`.
LETTERS = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"[^\W\d_]+|(?<![\d.,])\d{1,6}(?:[.,]\d{1,6})?(?=[\s‐‑-]*([^\W\d_]+))")
# Between two words of one number: `twenty-one`, `one hundred and five`, `vingt et un`.
JOINED = re.compile(r"[\s‐‑-]*(?:(?:and|et)[\s‐‑-]+)?", re.IGNORECASE)
# The first of two numbers that one word multiplies: `5 to 7 million`, `two or three hundred`.
MULTIPLIED = re.compile(
    r"((?<![^\W\d_])[^\W\d_]+|\d{1,6}(?:[.,]\d{1,6})?)\s*(?:[-–—]|\b(?:to|or|and|à|ou|et)\b)\s*(?:[^\W\d_]+|\d{1,6}(?:[.,]\d{1,6})?)"
    r"[\s‐‑-]+(?=([^\W\d_]+))",
    re.IGNORECASE,
)
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")  # the day first, wherever stops are written
CLOCK = re.compile(r"(?<![\d:.,])\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)")
IN_MONTH = re.compile(r"\b(?:in|during|since|until|en|depuis)\s+\Z", re.IGNORECASE)
WORDS_TOO = frozenset(("may", "march", "mar"))  # months of this spelling have a capital letter
SEVEN = "sept"  # in French; a month only beside a day or a year
LAST_OF_SEVERAL = re.compile(r"\d\W+(?:(?:and|or|et|ou)\W+)?(\d+)\Z")
WHOLE_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# Between two days or months that are the ends of one stretch: `28 September to 2 October`, `between May and July 2022`.
UNTIL = re.compile(
    r",?\s*(?:[-–—/]|\b(?:to|till?|until|through|au|à|jusqu['’]au)\b)\s*(?:(?:the|le)\s+)?", re.IGNORECASE
)
AND = re.compile(r",?\s*\b(?:and|et)\s+(?:(?:the|le)\s+)?", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|entre)\s+(?:(?:the|le)\s+)?\Z", re.IGNORECASE)
# Before a day that bounds what is meant: `since 5 May` and `after 5 May` name all that follows, `before 5 May` and
# `by 5 May` all until then, `on the eve of 5 May` the day beside it.
BOUNDING = re.compile(
    r"\b(?:(?P<since>since|after|as\s+of|starting|depuis|après|dès|à\s+partir\s+(?:de|du))|"
    r"(?P<until>before|until|till?|by|up\s+to|prior\s+to|avant|jusqu['’](?:à|au|en))|"
    r"(?P<beside>eve\s+of|veille\s+du|lendemain\s+du))\s+(?:(?:early|mid|late|the|le)[\s-]+)*\Z",
    re.IGNORECASE,
)
LONGEST_OPENING = 20
LONGEST_NUMBER = 12  # words; no number up to a million has more
HALF = Fraction(1, 2)
Number = int | Fraction


class Named(NamedTuple):
    """Days of a month that a quote names, from `first` to `last`, or the whole month; `year` is None if not named.

    `until` is where a stretch ends that goes on into another month: `from 28 September to 2 October`. `bounds`
    says that it only bounds what is meant, `since` or `until` then, or that it lies `beside` it.
    """

    year: int | None
    month: int
    first: int | None
    last: int | None
    until: "Named | None" = None
    bounds: str | None = None


def is_short(quote: str) -> bool:
    """Whether words say too little: fewer than three, and fewer than twelve letters; six in scripts without blanks."""
    blankless = has_blankless(quote)
    few_words = blankless or len(WHOLE_WORD.findall(quote)) < 3
    return few_words and sum(map(str.isalpha, quote)) < (6 if blankless else 12)


# --- numbers -------------------------------------------------------------------------------------------------------


def numbers_in(quote: str) -> set[int]:
    """Every number that a quote may name, in figures or in words, together or apart: `one hundred and five` is 105,
    100 and 5. The figures of days, years and clock times are none: `on 5 October 2022, at 15:30`.
    """
    quote = _without_dates(quote)
    found = {int(re.sub(r"\D", "", figures)) for figures in GROUPED.findall(quote)}
    apart = GROUPED.sub(lambda match: match[0] if " " in match[0] else " ", quote)  # `12 207`: perhaps two numbers
    found |= {int(figures) for figures in FIGURES.findall(apart)}
    sums: list[Number] = []
    for run in _runs(quote):
        values, starts = [value for value, _ in run], [place for place, (_, glued) in enumerate(run) if not glued]
        sums += [_sum(values[start:end]) for start in starts for end in (*starts, len(run)) if start < end]
    sums += [_worth(first) * _worth(scale) for first, scale in MULTIPLIED.findall(quote) if _worth(scale) >= HUNDRED]
    return found | {int(number) for number in sums if number.denominator == 1}


def _without_dates(quote: str) -> str:
    """The quote without its dates and clock times. `in May 5 soldiers` is no date, nor is `may 5`; and of `on May 13
    and 14 soldiers` the last figures may be a number.
    """
    written = [match for pattern in _patterns() for match in pattern.finditer(quote) if _is_month(match)]
    starts = ((match, max(0, match.start() - LONGEST_OPENING)) for match in written)
    dates = [one.span() for one, start in starts if one["year"] or not IN_MONTH.search(quote, start, one.start())]
    others = [match.span() for pattern in (ISO, DOTTED, CLOCK) for match in pattern.finditer(quote)]
    for start, end in (*dates, *others):
        if "|" not in quote[start:end]:
            last = LAST_OF_SEVERAL.search(quote, start, end) if quote[end : end + 2].strip().isalpha() else None
            end = last.start(1) if last else end
            quote = quote[:start] + "|" * (end - start) + quote[end:]
    return quote


def _is_month(match: re.Match[str]) -> bool:
    """Whether what is spelt like a month is one, and neither a verb nor a French number.

    Nor `avrıl`: to a pattern the letter without a dot is an `i`.
    """
    is_seven = match["month"] == SEVEN and not (match["days"] or match["year"])
    return match["month"].casefold() in words("months") and match["month"] not in WORDS_TOO and not is_seven


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
    sides = (when.start, when.end, *((issued.start, issued.end) if issued else ()))
    written = {side.year for side in sides if side.year}
    years = {year + shift for year in written for shift in (-1, 0, 1)}
    named = list(days_in(quote))
    spoken = (issued or when).last_day
    return bool(named and years) and not any(
        _meets(one, when, {_nearest(one, years, spoken)} if one.bounds in ("since", "until") else years)
        for one in named
    )


def _nearest(named: Named, years: set[int], day: int) -> int:
    """The year in which what is named is nearest to a day."""
    return min(years, key=lambda year: abs((_day(named, year, named.first).first or math.inf) - day))


def days_in(quote: str) -> Iterator[Named]:
    """Every day, stretch of days or month that a quote names, with its year if that is named too."""
    for year, month, day in (*ISO.findall(quote), *(figures[::-1] for figures in DOTTED.findall(quote))):
        yield Named(int(year), int(month), int(day), int(day))
    written = _in_words(quote)
    ends: set[int] = set()
    for (start, end, named), (following, _, until) in pairwise(written):
        is_between = BETWEEN.search(quote, max(0, start - LONGEST_OPENING), start) is not None
        if UNTIL.fullmatch(quote, end, following) or (is_between and AND.fullmatch(quote, end, following)):
            yield named._replace(until=until)
            ends.add(following)
    for start, _, named in written:
        bound = BOUNDING.search(quote, max(0, start - LONGEST_OPENING), start)
        yield named._replace(bounds=bound.lastgroup if bound and start not in ends else None)


def _in_words(quote: str) -> list[tuple[int, int, Named]]:
    """The days and months in words, with where each begins and ends; the month of a day is no month by itself."""
    if words("months").keys().isdisjoint(LETTERS.findall(quote.casefold())):
        return []  # most quotes name none, and that is seen in a tenth of the time that the patterns take
    found: list[tuple[int, int, Named]] = []
    seen: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(quote):
            days = [int(figures) for figures in FIGURES.findall(match["days"] or "")]
            if not _is_month(match) or (not days and match.start("month") in seen):
                continue
            seen.add(match.start("month"))
            year = int(match["year"]) if match["year"] else None
            start = match.start() if days else match.start("month")
            found.append(
                (start, match.end(), Named(year, _month(match), min(days, default=None), max(days, default=None)))
            )
            other = None if days else _further().match(quote, match.end("month"))
            while other and _is_month(other):
                found.append((*other.span("month"), Named(None, _month(other), None, None)))
                other = _further().match(quote, other.end("month"))
    return sorted(found, key=itemgetter(0))


def _month(match: re.Match[str]) -> int:
    return words("months")[match["month"].casefold()]


@cache
def _further() -> re.Pattern[str]:
    """A month that goes on behind another one: `in August and September`; none that has days of its own."""
    joint = r"\s*(?:,|,?\s*\b(?:and|or|et|ou)\b)\s*"
    return re.compile(rf"{joint}(?P<month>{_months()})\b(?P<days>)(?P<year>)(?!\.?\s+\d)", re.IGNORECASE)


def _months() -> str:
    return "|".join(sorted(words("months"), key=len, reverse=True))


def _meets(named: Named, when: EventDate, years: set[int]) -> bool:
    """Whether what is named may lie in the date, in one of the years."""
    last = named.until or named
    next_year = last.month < named.month
    for year in {named.year} if named.year else {last.year - next_year} if last.year else years:
        begin, end = _day(named, year, named.first).first, _day(last, last.year or year + next_year, last.last).last
        if begin is not None and end is not None and when.possible(*_bounded(begin, end, named.bounds)):
            return True
    return False


def _bounded(begin: float, end: float, bounds: str | None) -> tuple[float, float]:
    """The days that are meant where only one end of them is named, from `begin` to `end`."""
    beside = bounds == "beside"
    return -math.inf if bounds == "until" else begin - beside, math.inf if bounds == "since" else end + beside


def _day(named: Named, year: int, day: int | None) -> Side:
    """A day of what is named in a year, or its whole month; one without bounds where no calendar has it."""
    with suppress(Mistake):
        return read(f"{year:04}", f"{named.month:02}", f"{day:02}" if day else None)
    return Side(None, None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Days before their month, `12 and 13 September 2022`, `le 1er mai`; days behind it, `September 13-14, 2022`; and
    months without a day, where it is sure that they are no verb and no other word: `in May`, `May 2022`, `début mai`,
    `from May to July 2022`, `May or June 2022`.
    """
    names = _months()
    month = f"(?P<month>{names})"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?(?![.,:]?\d)"
    joint = r"\s*(?:[-–—/&]|\b(?:and|to|or|et|au|ou)\b)\s*"
    again = r"(?:on\s+)?(?:(?:the|les?)\s+)?"  # `on the 12th and on the 13th of September`, `le 12 et le 13 mai`
    days = rf"(?P<days>{day}(?:(?:{joint}|\s*,\s*){again}{day}){{0,9}})"
    # Behind its month `13, 14 and 15` are days, but `13, 14 soldiers` is a day and a number.
    behind = rf"(?P<days>{day}(?:{joint}{day}|\s*,\s*{day}(?={joint}\d|\s*,\s*\d{{1,2}}\b)){{0,9}})"
    year = r"(?:,?\s+(?P<year>(?:1\d|20)\d\d)(?!\d))?"
    listed = r"\s*(?:[-–—/,]|,?\s*\b(?:and|or|to|until|through|et|ou|à)\b)\s*"
    before = r"\b(?:in|since|early|mid|late|en|depuis|début|mi|fin|mois\s+de)"
    forms = (
        rf"(?<![\d.,]){days}\s+(?:of\s+)?{month}\b\.?{year}",
        rf"\b{month}\.?\s+(?:the\s+)?{behind}{year}",
        rf"{before}[\s‐‑-]+{month}\b(?!\.?\s+\d)(?P<days>)(?P<year>)",
        rf"\b{month}\.?\s+(?P<days>)(?P<year>\d{{4}})(?!\d)",
        rf"\b{month}(?P<days>)(?P<year>)(?=(?:{listed}(?:{names}))+\.?\s+\d{{4}}(?!\d))",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
