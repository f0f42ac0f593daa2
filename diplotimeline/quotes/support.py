"""Does a quote say what a field says? Looks for numbers and days inside a quote, never in the text around it.

It serves to warn a person, so doubt counts for the quote: a number that may be meant is found, and a day that may be
meant fits. English and French words, figures of every script.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.dates.edtf import Mistake, read
from diplotimeline.files import blocks
from diplotimeline.quotes.layout import WITHOUT_BLANKS

GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u2007\u2009\u202f.,'’]\d{3})+(?!\d)")
FIGURES = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
# Between two words of one number: `twenty-one`, `one hundred and five`, `vingt et un`.
JOINED = re.compile(r"[\s‐‑-]+(?:(?:and|et)[\s‐‑-]+)?", re.IGNORECASE)
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
CLOCK = re.compile(r"(?<![\d:.,])\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)")
IN_MONTH = re.compile(r"\b(?:in|during|since|until|en|depuis)\s+\Z", re.IGNORECASE)
WORDS_TOO = frozenset(("may", "march", "mar"))  # months of this spelling have a capital letter
WHOLE_WORD = re.compile(r"\w+(?:['’-]\w+)*")
HUNDRED, THOUSAND = 100, 1000
LONGEST_NUMBER = 12  # words; no number up to a million has more


class Named(NamedTuple):
    """Days of a month that a quote names, from `first` to `last`, or the whole month; `year` is None if not named."""

    year: int | None
    month: int
    first: int | None
    last: int | None


def is_short(quote: str) -> bool:
    """Whether words say too little: fewer than three, and fewer than twelve letters; six in scripts without blanks."""
    blankless = WITHOUT_BLANKS.search(quote) is not None
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
    for run in _runs(quote):
        found |= {_sum(run[start:end]) for start in range(len(run)) for end in range(start + 1, len(run) + 1)}
    return found


def _without_dates(quote: str) -> str:
    """The quote without its dates and clock times. `in May 5 soldiers` is no date, nor is `may 5`."""
    dates = (match for pattern in _patterns() for match in pattern.finditer(quote) if match["month"] not in WORDS_TOO)
    others = (match for pattern in (ISO, CLOCK) for match in pattern.finditer(quote))
    for start, end in [match.span() for match in (*dates, *others)]:
        if "|" not in quote[start:end] and not IN_MONTH.search(quote, 0, start):
            quote = quote[:start] + "|" * (end - start) + quote[end:]
    return quote


def _runs(quote: str) -> Iterator[list[int]]:
    """The values of number words that stand beside one another."""
    run: list[int] = []
    end = 0
    for word in WORD.finditer(quote):
        value = words("numbers").get(word[0].casefold())
        if value is None and word[0].casefold() in ("and", "et"):
            continue
        if run and (value is None or len(run) == LONGEST_NUMBER or not JOINED.fullmatch(quote, end, word.start())):
            yield run
            run = []
        if value is not None:
            run.append(value)
            end = word.end()
    yield run


def _sum(values: list[int]) -> int:
    """`one hundred and five`: a hundred or thousand multiplies what stands before it, also French `quatre-vingt`."""
    total = part = 0
    for value in values:
        if value == THOUSAND:
            total, part = total + max(part, 1) * value, 0
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
    for year, month, day in ISO.findall(quote):
        yield Named(int(year), int(month), int(day), int(day))
    for pattern in _patterns():
        for match in pattern.finditer(quote):
            days = [int(figures) for figures in FIGURES.findall(match["days"] or "")]
            year = int(match["year"]) if match["year"] else None
            month = words("months")[match["month"].casefold()]
            if match["month"] in WORDS_TOO:
                continue
            yield Named(year, month, min(days, default=None), max(days, default=None))


def _meets(named: Named, when: EventDate, years: set[int]) -> bool:
    """Whether what is named may lie in the date, in one of the years."""
    for year in {named.year} if named.year else years:
        try:
            first = read(f"{year:04}", f"{named.month:02}", f"{named.first:02}" if named.first else None).first
            last = read(f"{year:04}", f"{named.month:02}", f"{named.last:02}" if named.last else None).last
        except Mistake:  # no calendar has 30 February
            continue
        if first is not None and last is not None and when.possible(first, last):
            return True
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Days before their month, `12 and 13 September 2022`, `le 1er mai`; days behind it, `September 13-14, 2022`; and
    months without a day, where it is sure that they are no verb and no other word: `in May`, `May 2022`, `début mai`.
    """
    month = f"(?P<month>{'|'.join(sorted(words('months'), key=len, reverse=True))})"
    day = r"\d{1,2}(?:st|nd|rd|th|er)?(?!\d)"
    days = rf"(?P<days>{day}(?:\s*(?:[-–—/,&]|\b(?:and|to|or|et|au|ou)\b)\s*{day}){{0,9}})"
    year = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
    before = r"\b(?:in|since|early|mid|late|en|depuis|début|mi|fin|mois\s+de)"
    forms = (
        rf"(?<![\d.,]){days}\s+(?:of\s+)?{month}\b\.?{year}",
        rf"\b{month}\.?\s+(?:the\s+)?{days}{year}",
        rf"{before}[\s‐‑-]+{month}\b(?!\.?\s+\d)(?P<days>)(?P<year>)",
        rf"\b{month}\.?\s+(?P<days>)(?P<year>\d{{4}})(?!\d)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
