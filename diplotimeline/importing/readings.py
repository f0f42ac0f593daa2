"""What a cell says of a date, what is known of its column, and the words in which dates are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from diplotimeline.files import blocks

MONTHS, WEEKDAYS, PARTS, SEASONS, THIRDS, NAMES = range(6)  # the blocks of words.txt
LEAP_YEAR = "2000"


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
    """What is known of all dates of a column: the order of day and month, the year where a cell has none, the century
    of years of two figures, the sign that parts figures; and how many cells can only be read day first, month first,
    or either way."""

    order: str = ""
    year: str = ""
    century: str = ""
    sign: str = ""
    day_first: int = 0
    month_first: int = 0
    either: int = 0


def question(why: str, *readings: str) -> CellDate:
    return CellDate(readings=tuple(dict.fromkeys(one for one in readings if one)), why=why)


@cache
def words_of(block: int) -> Mapping[str, frozenset[str]]:
    """The words of a block of `words.txt`, by what they mean."""
    lines = (line.split(": ") for line in blocks("importing/words.txt")[block])
    return {meaning: frozenset(words.split()) for meaning, words in lines}


def month_of(word: str) -> str:
    """The number of a month by its name, two figures; empty for another word."""
    return next((f"{int(number):02}" for number, words in words_of(MONTHS).items() if word in words), "")


def any_of(block: int, meaning: str = "") -> str:
    """A pattern for the words of a block."""
    words = words_of(block)
    chosen = words[meaning] if meaning else frozenset[str]().union(*words.values())
    return "(" + "|".join(sorted(chosen, key=len, reverse=True)) + ")"
