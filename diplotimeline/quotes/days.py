"""The days and months that a quote names, in figures or in English and French words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from diplotimeline.quotes.numerals import words

FIGURES = re.compile(r"\d+")
# These begin with the sign itself, which is found in a fifth of the time that a look behind each letter takes.
ISO = re.compile(r"(\d(?<!\d\d)\d{3})-(\d{2})-(\d{2})(?!\d)")
DOTTED = re.compile(r"(\d(?<![\d.]\d)\d?)\.(\d{1,2})\.(\d{4})(?!\d)")  # the day first, wherever stops are written
IN_FIGURES = re.compile(r"[-.](?<=\d.)\d")  # each of both has this
WORDS_TOO = frozenset(("may", "march", "mar"))  # months of this spelling have a capital letter
SEVEN = "sept"  # in French; a month only beside a day or a year
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


def may_name_days(quote: str) -> bool:
    """Whether a quote may name a day or a month: most name none, and that is soon seen."""
    return _beginnings().search(f" {quote}".casefold()) is not None


def days_in(quote: str) -> Iterator[Named]:
    """Every day, stretch of days or month that a quote names, with its year if that is named too."""
    if IN_FIGURES.search(quote):
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
    found: list[tuple[int, int, Named]] = []
    seen: set[int] = set()
    for match in days_and_months(quote):
        days = [int(figures) for figures in FIGURES.findall(match["days"] or "")]
        if not is_month(match) or (not days and match.start("month") in seen):
            continue
        seen.add(match.start("month"))
        year = int(match["year"]) if match["year"] else None
        start = match.start() if days else match.start("month")
        found.append((start, match.end(), Named(year, _month(match), min(days, default=None), max(days, default=None))))
        other = None if days else _further().match(quote, match.end("month"))
        while other and is_month(other):
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


def is_month(match: re.Match[str]) -> bool:
    """Whether what is spelt like a month is one, and neither a verb nor a French number.

    Nor `avrıl`: to a pattern the letter without a dot is an `i`.
    """
    is_seven = match["month"] == SEVEN and not (match["days"] or match["year"])
    return match["month"].casefold() in words("months") and match["month"] not in WORDS_TOO and not is_seven


def days_and_months(quote: str) -> Iterator[re.Match[str]]:
    """What looks like days with their month, or a month without days, form by form as in `_forms`.

    Most quotes have neither: so months are looked for first, and each form where one stands.
    """
    if not may_name_days(quote):
        return
    forms = _forms()
    months = [one.start() for one in forms.month.finditer(f" {quote}")]  # it begins with the sign before a name
    if not months:
        return
    if forms.figure_before.search(quote):
        yield from forms.days_before.finditer(quote)
    yield from filter(None, (forms.days_behind.match(quote, place) for place in months))
    for place in months:
        opening = forms.opening.search(quote, max(0, place - LONGEST_OPENING), place)
        alone = opening and forms.behind_opening.match(quote, opening.start())
        yield from [alone] if alone else []
    for form in (forms.before_year, forms.before_others):
        yield from filter(None, (form.match(quote, place) for place in months))


class Forms(NamedTuple):
    """Days before their month, `12 and 13 September 2022`, `le 1er mai`; days behind it, `September 13-14, 2022`; and
    months without a day, where it is sure that they are no verb and no other word: `in May`, `May 2022`, `début mai`,
    `from May to July 2022`, `May or June 2022`. `month`, `figure_before` and `opening` are parts of these.
    """

    days_before: re.Pattern[str]
    days_behind: re.Pattern[str]
    behind_opening: re.Pattern[str]
    before_year: re.Pattern[str]
    before_others: re.Pattern[str]
    month: re.Pattern[str]
    figure_before: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def _beginnings() -> re.Pattern[str]:
    """The shortest names of months where a word may begin, since each of the others begins with one; or figures behind
    a hyphen or a stop, behind others.
    """
    names = words("months")
    stems = (name for name in names if not any(name.startswith(other) for other in names if other != name))
    # With letters of either case it takes five times as long.
    return re.compile(rf"[^a-z](?:{'|'.join(stems)}|\d(?<=\d[-.]\d))")


@cache
def _forms() -> Forms:
    names = _months()
    # To look at the first signs is quick, and mostly enough: only then a name is compared whatever its case.
    letters = ("".join({*place, *map(str.upper, place)}) for place in zip(*words("months"), strict=False))
    beginning = "".join(f"[{place}]" for place in letters)
    month = f"(?P<month>{names})"
    ordinal = "(?:st|nd|rd|th|er)?"
    day = rf"(?:0?[1-9]|[12]\d|3[01]){ordinal}(?![.,:]?\d)"
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
        rf"\b{month}(?P<days>)(?P<year>)(?=(?:{listed}(?:{names})){{1,11}}\.?\s+\d{{4}}(?!\d))",
        rf"\W(?-i:(?={beginning}))(?=(?:{names})\b)",
        rf"\d{ordinal}\s+(?:of\s+)?(?:{names})\b",
        rf"{before}[\s‐‑-]+\Z",
    )
    return Forms(*(re.compile(form, re.IGNORECASE) for form in forms))
