"""How a date is printed: English words from constants, never from the locale."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from diplotimeline.dates.edtf import QUALIFIED, EventDate, Kind, read_clock

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
YEARS = re.compile(r"(?:^|[\[/,.])([0-9]{4})")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def display(when: EventDate, part: str = "", year: int | None = None, names: tuple[str, ...] = MONTHS) -> str:
    """The date in words: `13–14 Sep 2022`, `c. Oct 2022`, `night of 12–13 Sep 2022`.

    `part` is the part of the day. `year` is a year that the reader already sees (a heading above): a date that lies
    in it as a whole is printed without it. `names` are the twelve names of the months.
    """
    years = [when.edtf[:4]] if when.kind == "date" else YEARS.findall(when.edtf)
    alone = year is not None and {*map(int, years)} == {year}
    text = _words(year if alone else None, names).of(when)
    return f"{part} of {text}" if part else text


@lru_cache(maxsize=128)  # one for each year that a chronology has
def _words(year: int | None, names: tuple[str, ...]) -> "_Words":
    return _Words(year, names)


class _Words:
    """One way of writing dates: with these month names, leaving out this year."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        self.seen = f" {year}" if year is not None else None
        self.names = names

    def of(self, when: EventDate) -> str:
        return WRITERS[when.kind](self, when.edtf)

    def plain(self, text: str, *, month: bool = True, year: bool = True) -> str:
        """`13 Sep 2022`, `Sep 2022` or `2022`; without month or year where a later date in the phrase has it."""
        y, m, d = text[:4], text[5:7], text[8:]
        if not m:
            return str(int(y))
        if not month and d:
            return str(int(d))
        words = f"{int(d)} {self.names[int(m) - 1]}" if d else self.names[int(m) - 1]
        return words + self.year(y) if year else words

    def year(self, year: str) -> str:
        tail = f" {int(year)}"
        return "" if tail == self.seen else tail

    def side(self, text: str) -> str:
        """A date with its qualifier: `c. Oct 2022`, `13 Sep 2022 (uncertain)`."""
        mark = text[-1]
        if mark not in "?~%":
            return self.plain(text)
        words = self.plain(text[:-1])
        return ("c. " if mark in "~%" else "") + words + (" (uncertain)" if mark in "?%" else "")

    def season(self, text: str) -> str:
        year, code = text.split("-")
        if code != "24":
            return SEASONS[code] + self.year(year)
        following = int(year) + 1
        return f"winter {int(year)}–{following if following % 100 == 0 else f'{following % 100:02}'}"

    def unspecified(self, text: str) -> str:
        if "-" not in text:
            first = int(text.replace("X", "0"))
            return f"{first}s" if text[2] != "X" else f"{max(first, 1)}–{first + 99} (year unknown)"
        if text.endswith("-XX-XX"):
            return f"{int(text[:4])} (month and day unknown)"
        known = text.removesuffix("-XX")
        return self.plain(known) + (" (month unknown)" if len(known) == 4 else " (day unknown)")

    def datetime(self, text: str) -> str:
        clock = read_clock(text)
        time = f"{clock.hour:02}:{clock.minute:02}" + (f":{clock.second:02}" if clock.second is not None else "")
        return f"{self.plain(text[:10])}, {time}" + (f" ({_zone(clock.offset)})" if clock.offset is not None else "")

    def interval(self, text: str) -> str:
        left, right = text.split("/")
        if left in ("", ".."):
            return f"until {self.side(right)}" + ("" if left else " (start unknown)")
        if right in ("", ".."):
            return f"since {self.side(left)} (ongoing)" if right else f"from {self.side(left)} (end unknown)"
        if left == right:
            return self.side(left)
        if not all(side[-1].isdigit() for side in (left, right)):
            return f"{self.side(left)} – {self.side(right)}"
        if _same_month(left, right) or len(left) == len(right) == 4:
            return f"{self.shortened(left, right)}–{self.plain(right)}"
        return f"{self.shortened(left, right)} – {self.plain(right)}"

    def shortened(self, left: str, right: str) -> str:
        """The left of two dates of one phrase, without what the right one says again."""
        alike = len(left) == len(right) and left[:4] == right[:4]
        return self.plain(left, month=not _same_month(left, right), year=not alike)

    def set(self, text: str) -> str:
        members = text[1:-1].split(",")
        if len(members) == 1:
            return self.range(members[0])
        plain = all(".." not in member for member in members)
        last = self.range(members[-1])
        earlier = [self.shortened(m, members[-1]) if plain else self.range(m) for m in members[:-1]]
        return f"{', '.join(earlier)} or {last}"

    def range(self, member: str) -> str:
        left, dots, right = member.partition("..")
        if not dots or left == right:
            return self.plain(left)
        day = len(left or right) == 10
        if not left:
            return f"{'on' if day else 'in'} or before {self.plain(right)}"
        if not right:
            return f"{'on' if day else 'in'} or after {self.plain(left)}"
        return f"between {self.shortened(left, right)} and {self.plain(right)}"


WRITERS: dict[Kind, Callable[[_Words, str], str]] = {
    "date": _Words.side,
    "season": _Words.season,
    "unspecified": _Words.unspecified,
    "datetime": _Words.datetime,
    "interval": _Words.interval,
    "set": _Words.set,
}


def _same_month(left: str, right: str) -> bool:
    return len(left) == len(right) == 10 and left[:7] == right[:7]


def _zone(offset: int) -> str:
    if offset == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '−'}{hours}" + (f":{minutes:02}" if minutes else "")


def spoken(text: str) -> str:
    """A plain date in full words, `13 September 2022`, for messages; `text` is a valid year, month or day."""
    assert QUALIFIED.fullmatch(text)
    return _Words(None, MONTH_NAMES).side(text)


def heading(when: EventDate) -> tuple[int, int | None]:
    """Year and month under which a date stands in a chronology; no month when only the year is known."""
    day = date.fromordinal(when.first_day)
    first = when.edtf.lstrip("[./")
    known_month = first[4:5] == "-" and first[5:7] != "XX"
    return day.year, day.month if known_month else None
