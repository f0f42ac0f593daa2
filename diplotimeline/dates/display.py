"""How a date is printed: English words from constants, never from the locale."""

import math
from collections.abc import Callable, Iterable
from datetime import date, tzinfo
from functools import lru_cache
from typing import NamedTuple

from diplotimeline.dates.values import Bound, EventDate, Member, Side

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def display(when: EventDate, part: str = "", year: int | None = None, names: tuple[str, ...] = MONTHS) -> str:
    """The date in words: `13–14 Sep 2022`, `c. Oct 2022`, `night of 12–13 Sep 2022`.

    `part` is the part of the day. `year` is a year that the reader already sees (a heading above): a date that lies
    in it as a whole is printed without it. `names` are the twelve names of the months.
    """
    alone = year is not None and {side.year for side in when.written} == {year}
    text = _words(year if alone else None, names).of(when)
    return f"{part} of {text}" if part else text


def period(dates: Iterable[EventDate], names: tuple[str, ...] = MONTHS) -> str:
    """From when to when dates lie, in words no more exact than the first and the last of them: `Sep – Oct 2022`.

    Where there is one date only, and it is qualified, open or a set, or where no date has a known beginning, or none a
    known end, the words are those of a date: `on or before 6 Oct 2022`. `names` are the twelve names of the months.
    Without dates the text is empty.
    """
    dates = list(dates)
    if not dates:
        return ""
    words = _words(None, names)
    earliest, latest = min(dates, key=lambda when: when.first_day), max(dates, key=lambda when: when.last_day)
    first, last = _written_at(earliest, 0), _written_at(latest, -1)
    if len({when.edtf for when in dates}) == 1 and (earliest.qualified or earliest.kind == "set"):
        return words.of(earliest)
    if not any(_known(when.earliest) for when in dates):
        return words.of(latest)
    if any(when.kind == "interval" and when.latest == math.inf for when in dates):
        return f"since {words.edge(first)} (ongoing)"
    if not any(_known(when.latest) for when in dates):
        return words.of(earliest)
    if _within(first, last) or _within(last, first):
        return words.edge(min(first, last, key=lambda edge: len(_parts(edge))))
    if isinstance(first, Side) and isinstance(last, Side):
        return words.between(first, last)
    return f"{words.edge(first)} – {words.edge(last)}"


def heading(when: EventDate, zone: tzinfo | None = None) -> tuple[int, int | None]:
    """Year and month under which a date stands in a chronology; no month when only the year is known.

    `zone` is that of the file, see `EventDate.moment`.
    """
    written, day = when.written, date.fromordinal(when.moment(zone)[0])
    return day.year, day.month if when.clock else written[0].month if written else None


def doubt(when: EventDate) -> str:
    """The qualifiers in words: `date uncertain and approximate`; of an interval `start uncertain, end approximate`."""
    sides = (("start", when.start), ("end", when.end)) if when.kind == "interval" else (("date", when.start),)
    return ", ".join(f"{name} {side.qualifier.replace('+', ' and ')}" for name, side in sides if side.sign)


@lru_cache(maxsize=128)  # one for each year that a chronology has
def _words(year: int | None, names: tuple[str, ...]) -> "_Words":
    return _Words(year, names)


class _Words(NamedTuple):
    """One way of writing dates: with these month names, leaving out this year."""

    seen: int | None
    names: tuple[str, ...]

    def of(self, when: EventDate) -> str:
        """A date of any kind: for each there is a method of its name."""
        write: Callable[[EventDate], str] = getattr(self, when.kind)
        return write(when)

    def edge(self, edge: Side | EventDate) -> str:
        """One end of a period."""
        return self.plain(edge) if isinstance(edge, Side) else self.of(edge)

    def plain(self, side: Side, *, month: bool = True, year: bool = True) -> str:
        """A year, month or day, `13 Sep 2022`; without its month or year where a later date of the phrase has it."""
        if side.month is None:
            return str(side.year)
        if side.day and not month:
            return str(side.day)
        name = self.names[side.month - 1]
        words = f"{side.day} {name}" if side.day else name
        return words + self.year(side) if year else words

    def year(self, side: Side) -> str:
        return "" if side.year == self.seen else f" {side.year}"

    def side(self, side: Side) -> str:
        """A date with its qualifier: `c. Oct 2022`, `13 Sep 2022 (uncertain)`."""
        words = self.plain(side)
        return ("c. " if side.sign in ("~", "%") else "") + words + (" (uncertain)" if side.sign in ("?", "%") else "")

    def date(self, when: EventDate) -> str:
        return self.side(when.start)

    def season(self, when: EventDate) -> str:
        season, year = when.start.season, when.start.year
        if season != "winter" or year is None:
            return f"{season}{self.year(when.start)}"
        following = year + 1
        return f"winter {year}–{following if following % 100 == 0 else f'{following % 100:02}'}"

    def unspecified(self, when: EventDate) -> str:
        year = when.start.year or 0
        if when.precision == "decade":
            return f"{year}s"
        if when.precision == "century":
            return f"{max(year, 1)}–{year + 99} (year unknown)"
        return f"{self.plain(when.start)} ({' and '.join(when.start.unspecified)} unknown)"

    def datetime(self, when: EventDate) -> str:
        assert when.clock
        hour, minute, second, offset, _ = when.clock
        time = f"{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")
        return f"{self.plain(when.start)}, {time}" + ("" if offset is None else f" ({_zone(offset)})")

    def interval(self, when: EventDate) -> str:
        start, end = when.start, when.end
        if start.year is None:
            return f"until {self.side(end)}" + ("" if start.open else " (start unknown)")
        if end.year is None:
            return f"since {self.side(start)} (ongoing)" if end.open else f"from {self.side(start)} (end unknown)"
        if start == end:
            return self.side(start)
        return f"{self.side(start)} – {self.side(end)}" if start.sign or end.sign else self.between(start, end)

    def between(self, start: Side, end: Side) -> str:
        """From one date to a later one, without their qualifiers: `13–14 Sep 2022`, `Sep – Oct 2022`."""
        close = _same_month(start, end) or start.month is end.month is None
        return f"{self.shortened(start, end)}{'–' if close else ' – '}{self.plain(end)}"

    def shortened(self, left: Side, right: Side) -> str:
        """The left of two dates of one phrase, without what the right one says again."""
        alike = left.year == right.year and left.precision == right.precision
        return self.plain(left, month=not _same_month(left, right), year=not alike)

    def set(self, when: EventDate) -> str:
        *earlier, last = when.members
        if not earlier:
            return self.member(last)
        ranges = any(one.ranged for one in when.members)
        texts = [self.member(one) if ranges else self.shortened(one.start, last.start) for one in earlier]
        return f"{', '.join(texts)} or {self.member(last)}"

    def member(self, member: Member) -> str:
        start, end = member.start, member.end
        if start == end:
            return self.plain(start)
        if start.year is None:
            return f"{'in' if end.day is None else 'on'} or before {self.plain(end)}"
        if end.year is None:
            return f"{'in' if start.day is None else 'on'} or after {self.plain(start)}"
        return f"between {self.shortened(start, end)} and {self.plain(end)}"


def _known(bound: Bound) -> bool:
    """Whether a bound is a day."""
    return isinstance(bound, int)


def _written_at(when: EventDate, place: int) -> Side | EventDate:
    """The side of a date at which a period begins (place 0) or ends (-1); a season or decade is taken as a whole."""
    return when.written[place] if when.written and not when.start.season else when


def _parts(edge: Side | EventDate) -> tuple[object, ...]:
    """What is known of one end of a period, the coarsest first; a season lies in its year, a decade in nothing."""
    if isinstance(edge, Side):
        return tuple(part for part in (edge.year, edge.month, edge.day) if part is not None)
    return (edge.start.year, edge.start.season) if edge.start.season else (edge.edtf,)


def _within(one: Side | EventDate, other: Side | EventDate) -> bool:
    """Whether one end of a period lies in the other or is the same: a day in its month."""
    parts, coarser = _parts(one), _parts(other)
    return parts[: len(coarser)] == coarser


def _same_month(left: Side, right: Side) -> bool:
    return None not in (left.day, right.day) and (left.year, left.month) == (right.year, right.month)


def _zone(offset: int) -> str:
    if offset == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '−'}{hours}" + (f":{minutes:02}" if minutes else "")
