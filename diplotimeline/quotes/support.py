"""Does a quote say what a field says? Looks for numbers and days inside a quote, never in the text around it.

It serves to warn a person, so doubt counts for the quote: a number that may be meant is found, and a day that may be
meant fits. English and French words, figures of every script.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.dates.edtf import Mistake, read
from diplotimeline.dates.values import Side
from diplotimeline.files import blocks
from diplotimeline.quotes.layout import has_blankless

GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2007\u2009\u202f.,'’]\d{3})+(?!\d)")
FIGURES = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
# Between two words of one number: `twenty-one`, `one hundred and five`, `vingt et un`.
JOINED = re.compile(r"[\s‐‑-]+(?:(?:and|et)[\s‐‑-]+)?", re.IGNORECASE)
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")  # the day first, wherever stops are written
CLOCK = re.compile(r"(?<![\d:.,])\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)")
IN_MONTH = re.compile(r"\b(?:in|during|since|until|en|depuis)\s+\Z", re.IGNORECASE)
WORDS_TOO = frozenset(("may", "march", "mar"))  # months of this spelling have a capital letter
WHOLE_WORD = re.compile(r"\w+(?:['’-]\w+)*")
TENS = range(20, 100, 10)
DOZEN, HUNDRED, THOUSAND = 12, 100, 1000
SCALED = re.compile(r"(\d{1,6})(?:[.,](\d{1,6}))?[\s‐‑-]*([^\W\d_]+)")  # `1.2 million`, `3 dozen`
# Between two days or months that are the ends of one stretch: `28 September to 2 October`, `between May and July 2022`.
UNTIL = re.compile(
    r",?\s*(?:[-–—]|\b(?:to|till?|until|through|au|à|jusqu['’]au)\b)\s*(?:(?:the|le)\s+)?", re.IGNORECASE
)
AND = re.compile(r",?\s*\b(?:and|et)\s+(?:(?:the|le)\s+)?", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|entre)\s+(?:(?:the|le)\s+)?\Z", re.IGNORECASE)
LONGEST_OPENING = 20
LONGEST_NUMBER = 12  # words; no number up to a million has more


class Named(NamedTuple):
    """Days of a month that a quote names, from `first` to `last`, or the whole month; `year` is None if not named.

    `until` is where a stretch ends that goes on into another month: `from 28 September to 2 October`.
    """

    year: int | None
    month: int
    first: int | None
    last: int | None
    until: "Named | None" = None


def is_short(quote: str) -> bool:
    """Whether words say too little: fewer than three, and fewer than twelve letters; six in scripts without blanks."""
    blankless = has_blankless(quote)
    few_words = blankless or len(WHOLE_WORD.findall(quote)) < 3
    return few_words and sum(map(str.isalpha, quote)) < (6 if blankless else 12)


@cache
def words(kind: str) -> Mapping[str, int]:
    """The words for `numbers` or `months`, in small letters, with what they mean; all languages together."""
    found: dict[str, int] = {}
    for section, *lines in blocks("quotes/words.txt"):
        for line in lines if section == kind else ():
            value, *names = line.replace(",", "").split()
            found |= dict.fromkeys(names, int(value))
    return found


# --- numbers -------------------------------------------------------------------------------------------------------


def numbers_in(quote: str) -> set[int]:
    """Every number that a quote may name, in figures or in words, together or apart: `one hundred and five` is 105,
    100 and 5. The figures of days, years and clock times are none: `on 5 October 2022, at 15:30`.
    """
    quote = _without_dates(quote)
    found = {int(re.sub(r"\D", "", figures)) for figures in GROUPED.findall(quote)}
    apart = GROUPED.sub(lambda match: match[0] if " " in match[0] else " ", quote)  # `12 207`: perhaps two numbers
    found |= {int(figures) for figures in FIGURES.findall(apart)}
    found |= {number for match in SCALED.finditer(quote) for number in _scaled(match)}
    for run in _runs(quote):
        values, starts = [value for value, _ in run], [place for place, (_, glued) in enumerate(run) if not glued]
        found |= {_sum(values[start:end]) for start in starts for end in (*starts, len(run)) if start < end}
    return found


def _without_dates(quote: str) -> str:
    """The quote without its dates and clock times. `in May 5 soldiers` is no date, nor is `may 5`."""
    dates = (match for pattern in _patterns() for match in pattern.finditer(quote) if match["month"] not in WORDS_TOO)
    others = (match for pattern in (ISO, DOTTED, CLOCK) for match in pattern.finditer(quote))
    for start, end in [match.span() for match in (*dates, *others)]:
        if "|" not in quote[start:end] and not IN_MONTH.search(quote, 0, start):
            quote = quote[:start] + "|" * (end - start) + quote[end:]
    return quote


def _scaled(match: re.Match[str]) -> Iterator[int]:
    """The number of figures with a word that multiplies them, if it is one: `1.2 million`, `12 thousand`, `3 dozen`."""
    whole, part, word = match.groups(default="")
    scale = words("numbers").get(word.casefold(), 0)
    if scale >= THOUSAND or scale == DOZEN:
        number, rest = divmod(int(whole + part) * scale, 10 ** len(part))
        if not rest:
            yield number


def _runs(quote: str) -> Iterator[list[tuple[int, bool]]]:
    """The values of number words that stand beside one another, each with whether a hyphen makes it one with the word
    before it: `twenty-one` is not 20, but `two-three` may be either.
    """
    run: list[tuple[int, bool]] = []
    end = 0
    for word in WORD.finditer(quote):
        value = words("numbers").get(word[0].casefold())
        if value is None and word[0].casefold() in ("and", "et"):
            continue
        if run and (value is None or len(run) == LONGEST_NUMBER or not JOINED.fullmatch(quote, end, word.start())):
            yield run
            run = []
        if value is not None:
            before = run[-1][0] if run else 0
            is_compound = (before in TENS and value < 20) or (before, value) == (4, 20)
            run.append((value, is_compound and quote[end : word.start()].strip() == quote[end : word.start()]))
            end = word.end()
    yield run


def _sum(values: list[int]) -> int:
    """`one hundred and five`, `two dozen`, `a million two hundred thousand`: a hundred, a thousand and what is greater
    multiply what stands before them, a dozen a few; also French `quatre-vingt`.
    """
    total = part = 0
    for value in values:
        if value >= THOUSAND:
            total, part = total + max(part, 1) * value, 0
        elif value == DOZEN and 0 < part < 10:
            part *= value
        elif value == HUNDRED:
            part = max(part, 1) * value
        elif value == 20 and part % HUNDRED == 4:  # quatre-vingt
            part += 76
        else:
            part += value
    return total + part


# --- days ----------------------------------------------------------------------------------------------------------


def names_another_date(quote: str, when: EventDate, issued: EventDate | None) -> bool:
    """Whether a quote names days or months, and none of them may lie in a date.

    A day without a year is read in the years of the date and in those around the day on which the words were issued.
    """
    sides = (when.start, when.end, *((issued.start, issued.end) if issued else ()))
    written = {side.year for side in sides if side.year}
    years = {year + shift for year in written for shift in (-1, 0, 1)}
    named = list(days_in(quote))
    return bool(named and years) and not any(_meets(one, when, years) for one in named)


def days_in(quote: str) -> Iterator[Named]:
    """Every day, stretch of days or month that a quote names, with its year if that is named too."""
    for year, month, day in (*ISO.findall(quote), *(figures[::-1] for figures in DOTTED.findall(quote))):
        yield Named(int(year), int(month), int(day), int(day))
    written = _in_words(quote)
    for (start, end, named), (following, _, until) in pairwise(written):
        is_between = BETWEEN.search(quote, max(0, start - LONGEST_OPENING), start) is not None
        if UNTIL.fullmatch(quote, end, following) or (is_between and AND.fullmatch(quote, end, following)):
            yield named._replace(until=until)
    yield from (named for _, _, named in written)


def _in_words(quote: str) -> list[tuple[int, int, Named]]:
    """The days and months in words, with where each begins and ends; the month of a day is no month by itself."""
    months = words("months")
    if months.keys().isdisjoint(WORD.findall(quote.casefold())):
        return []  # most quotes name none, and that is seen in a tenth of the time that the patterns take
    found: list[tuple[int, int, Named]] = []
    of_days: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(quote):
            days = [int(figures) for figures in FIGURES.findall(match["days"] or "")]
            month = months.get(match["month"].casefold())  # none for `avrıl`, in which a pattern takes `ı` for `i`
            if month is None or match["month"] in WORDS_TOO or (not days and match.start("month") in of_days):
                continue
            of_days |= {match.start("month")} if days else set()
            year = int(match["year"]) if match["year"] else None
            found.append((*match.span(), Named(year, month, min(days, default=None), max(days, default=None))))
    return sorted(found, key=itemgetter(0))


def _meets(named: Named, when: EventDate, years: set[int]) -> bool:
    """Whether what is named may lie in the date, in one of the years."""
    last = named.until or named
    next_year = last.month < named.month
    for year in {named.year} if named.year else {last.year - next_year} if last.year else years:
        begin, end = _day(named, year, named.first).first, _day(last, last.year or year + next_year, last.last).last
        if begin is not None and end is not None and when.possible(begin, end):
            return True
    return False


def _day(named: Named, year: int, day: int | None) -> Side:
    """A day of what is named in a year, or its whole month; one without bounds where no calendar has it."""
    with suppress(Mistake):
        return read(f"{year:04}", f"{named.month:02}", f"{day:02}" if day else None)
    return Side(None, None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Days before their month, `12 and 13 September 2022`, `le 1er mai`; days behind it, `September 13-14, 2022`; and
    months without a day, where it is sure that they are no verb and no other word: `in May`, `May 2022`, `début mai`,
    `from May to July 2022`.
    """
    names = "|".join(sorted(words("months"), key=len, reverse=True))
    month = f"(?P<month>{names})"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?(?![.,:]?\d)"
    joint = r"\s*(?:[-–—/&]|\b(?:and|to|or|et|au|ou)\b)\s*"
    days = rf"(?P<days>{day}(?:(?:{joint}|\s*,\s*){day}){{0,9}})"
    # Behind its month `13, 14 and 15` are days, but `13, 14 soldiers` is a day and a number.
    behind = rf"(?P<days>{day}(?:{joint}{day}|\s*,\s*{day}(?={joint}\d|\s*,\s*\d{{1,2}}\b)){{0,9}})"
    year = r"(?:,?\s+(?P<year>(?:1\d|20)\d\d)(?!\d))?"
    before = r"\b(?:in|since|early|mid|late|en|depuis|début|mi|fin|mois\s+de)"
    forms = (
        rf"(?<![\d.,]){days}\s+(?:of\s+)?{month}\b\.?{year}",
        rf"\b{month}\.?\s+(?:the\s+)?{behind}{year}",
        rf"{before}[\s‐‑-]+{month}\b(?!\.?\s+\d)(?P<days>)(?P<year>)",
        rf"\b{month}\.?\s+(?P<days>)(?P<year>\d{{4}})(?!\d)",
        rf"\b(?:from|between|de|entre)\s+{month}(?P<days>)(?P<year>)(?=\s+(?:to|until|through|and|à|et)\s+(?:{names})\s\d{{4}})",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
