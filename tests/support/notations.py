"""Strategies for the notations of the EDTF profile, one for every production of its grammar, and for texts near them.

Each takes the years that it may use, so that a test can stay in a small window. Each is made once and kept:
Hypothesis looks through every new one, which costs more than drawing from it.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from hypothesis import strategies as st

QUALIFIERS = ("", "?", "~", "%")
SEASONS = ("21", "22", "23", "24")
PRECISIONS = (4, 7, 10)  # characters of a year, a month and a day
UNSPECIFIED: tuple[Callable[[str], str], ...] = (
    lambda day: f"{day[:7]}-XX",
    lambda day: f"{day[:4]}-XX",
    lambda day: f"{day[:4]}-XX-XX",
    lambda day: f"{day[:3]}X",
    lambda day: f"{day[:2]}XX",
)
HALF_INTERVALS = ("{}/..", "{}/", "../{}", "/{}")
WIDEST_OFFSET = 14 * 60
STRANGERS = "0123456789-/.,?~%XTZWYu:+[]{} \n\r\t\0–—−／９०٣४²ſİ\u202e\ufeff"

Texts = st.SearchStrategy[str]

BOOLEANS, TIMES = st.booleans(), st.integers(1, 3)
NEW = st.just("") | st.sampled_from(STRANGERS) | st.characters()


@cache
def days(first: int = 1, last: int = 9999) -> Texts:
    """`2022-09-13`."""
    return st.dates(date(first, 1, 1), date(last, 12, 31)).map(date.isoformat)


@cache
def dates(first: int = 1, last: int = 9999) -> Texts:
    """`2022`, `2022-09`, `2022-09-13`."""
    return st.builds(lambda day, length: day[:length], days(first, last), st.sampled_from(PRECISIONS))


@cache
def qualified(first: int = 1, last: int = 9999) -> Texts:
    """Dates with and without `?`, `~` or `%`."""
    return st.builds(lambda day, mark: day + mark, dates(first, last), st.sampled_from(QUALIFIERS))


@cache
def seasons(first: int = 1, last: int = 9999) -> Texts:
    """`2022-21` to `2022-24`; the last winter would end after the calendar."""
    years = st.integers(first, last)
    texts = st.builds(lambda year, code: f"{year:04}-{code}", years, st.sampled_from(SEASONS))
    return texts.filter(lambda text: text != "9999-24")


@cache
def unspecified(first: int = 1, last: int = 9999) -> Texts:
    """`2022-09-XX`, `2022-XX`, `2022-XX-XX`, `202X`, `20XX`."""
    return st.builds(lambda day, form: form(day), days(first, last), st.sampled_from(UNSPECIFIED))


@cache
def zones() -> Texts:
    """Nothing, `Z`, `+04`, `-03:30`."""
    hours = st.builds("{}{:02}".format, st.sampled_from("+-"), st.integers(0, 14))
    return st.sampled_from(("", "Z")) | hours | st.builds(_offset, st.sampled_from("+-"), st.integers(0, WIDEST_OFFSET))


def _offset(sign: str, minutes: int) -> str:
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


@cache
def datetimes(first: int = 1, last: int = 9999) -> Texts:
    """`2022-09-13T00:05`, with and without seconds and zone."""
    clocks = st.builds(lambda time, form: time.strftime(form), st.times(), st.sampled_from(("%H:%M", "%H:%M:%S")))
    return st.builds("{}T{}{}".format, days(first, last), clocks, zones())


@cache
def closed_intervals(first: int = 1, last: int = 9999) -> Texts:
    """`2022-09-13/2022-09-14`, the sides in any precision and qualified or not."""
    return st.builds(_interval, qualified(first, last), qualified(first, last))


def _interval(one: str, other: str) -> str:
    return f"{other}/{one}" if after(one, other) else f"{one}/{other}"


def after(one: str, other: str) -> bool:
    """Whether one date begins only when the other is over: it differs at the precision that both have."""
    length = min(len(one.rstrip("?~%")), len(other.rstrip("?~%")))
    return one[:length] > other[:length]


@cache
def half_intervals(first: int = 1, last: int = 9999) -> Texts:
    """Intervals with an open or an unknown side."""
    return st.builds(lambda form, day: form.format(day), st.sampled_from(HALF_INTERVALS), qualified(first, last))


@cache
def sets(first: int = 1, last: int = 9999) -> Texts:
    """`[2022-09-12,2022-09-14..2022-09-16]`, with and without open sides."""
    return _sets(st.lists(dates(first, last), min_size=1, max_size=8))


@st.composite
def _sets(draw: st.DrawFn, some: st.SearchStrategy[list[str]]) -> str:
    members: list[str] = []
    for text in sorted(draw(some)):
        if not members or after(text, members[-1]):
            members.append(text)
    items: list[str] = []
    while members:
        item = members.pop(0)
        if members and len(members[0]) == len(item) and draw(BOOLEANS):
            item = f"{item}..{members.pop(0)}"
        items.append(item)
    if ".." not in items[0] and draw(BOOLEANS):
        items[0] = f"..{items[0]}"
    if ".." not in items[-1] and draw(BOOLEANS):
        items[-1] = f"{items[-1]}.."
    return f"[{','.join(items)}]"


@cache
def notations(first: int = 1, last: int = 9999) -> Texts:
    """Every notation of the profile."""
    makers = (qualified, seasons, unspecified, datetimes, closed_intervals, half_intervals, sets)
    return st.one_of(*(maker(first, last) for maker in makers))


@st.composite
def edited(draw: st.DrawFn, texts: Texts) -> str:
    """A text with one to three characters inserted, deleted or replaced, some of them from other scripts."""
    text = draw(texts)
    for _ in range(draw(TIMES)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(NEW) + text[place + draw(BOOLEANS) :]
    return text


@cache
def near_dates() -> Texts:
    """What people write instead: figures in other orders and separators, weeks, quarters, days of the year, words."""
    forms = (
        r"[0-9]{1,2}([./ -])[0-9]{1,2}\1[0-9]{4}",
        r"[0-9]{4}([./ -]?)[0-9]{1,2}\1[0-9]{1,2}",
        r"[0-9]{4}-?W[0-5][0-9](-[1-7])?",
        r"[0-9]{4}[-/][0-9]{1,3}",
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}(/|-|--|\.\.|–| – )([0-9]{4}-)?([0-9]{2}-)?[0-9]{2}",
        r"[0-3]?[0-9](-|–| to | and )[0-3]?[0-9] (Sep|sept\.|OCTOBER|febr)( [0-9]{4})?",
        r"(Sep|sept\.|October|febr) [0-3]?[0-9](-[0-3]?[0-9])?(, [0-9]{4})?",
        r"(c\. |ca |about |Y|y)[0-9]{4}(-[0-9]{2})?",
        r"[0-9X]{4}-[0-9X]{2}(-[0-9X]{2})?[?~%]?",
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:?[0-9]{2}(Z|z|[+-][0-9]{4})?",
    )
    return st.one_of(*(st.from_regex(form, fullmatch=True) for form in forms))
