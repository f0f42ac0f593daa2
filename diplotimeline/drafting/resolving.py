"""From a date expression to EDTF: against the day of the statement, the direction of the sentence and what came before.

Nothing is guessed: what the text leaves open raises `Unsettled` with the readings that are possible.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from diplotimeline.dates import parses
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.language import Days
from diplotimeline.drafting.lexicon import Word
from diplotimeline.fields import Part

NEAR = 10
"""So many days after the statement a day without a year is still ahead, where the sentence has no tense."""
PARTS_OF_MONTH = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), "first half": (1, 15),
    "second half": (16, 31), "first week": (1, 7), "second week": (8, 14), "third week": (15, 21),
    "fourth week": (22, 28), "last week": (-6, 31),
}  # fmt: skip
"""First and last day; a negative one counts back from the end of the month."""
PARTS_OF_YEAR = {
    "first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3), "second quarter": (4, 6),
    "third quarter": (7, 9), "fourth quarter": (10, 12),
}  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """A date in EDTF with its first and last possible day; `year_given` if the text itself named the year."""

    edtf: str
    first: date
    last: date
    part: Part | None = None
    year_given: bool = False
    side: str = ""
    """How it is written at the end of an interval, where sets cannot stand."""

    @property
    def end(self) -> str:
        """The date as one end of an interval."""
        return self.side or self.edtf[:10]


class Unsettled(Exception):  # noqa: N818 - a question to the curator, not an error
    """The text leaves the date open."""

    def __init__(self, *readings: str, why: str = "") -> None:
        super().__init__(why)
        self.readings = readings
        self.why = why


def one_day(day: date, part: Part | None = None, *, year_given: bool = False) -> Moment:
    """A single day."""
    return Moment(day.isoformat(), day, day, part, year_given)


def some_day(first: date, last: date, part: Part | None = None) -> Moment:
    """Some day, or several, from `first` to `last`."""
    return one_day(first, part) if first == last else Moment(f"[{first}..{last}]", first, last, part, side=str(first))


def all_days(first: date, last: date, part: Part | None = None) -> Moment:
    """All the time from `first` to `last`."""
    if first > last:
        raise Unsettled(why="the later day stands first")
    return Moment(f"{first}/{last}", first, last, part, side=str(first)) if first != last else one_day(first, part)


def whole_month(year: int, month: int) -> Moment:
    """A month."""
    first = date(year, month, 1)
    return Moment(f"{first:%Y-%m}" if year > 999 else str(first)[:7], first, _last_of(year, month))


def whole_year(year: int) -> Moment:
    """A year."""
    return Moment(f"{year:04}", date(year, 1, 1), date(year, 12, 31), year_given=True)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_away(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


@dataclass(frozen=True)
class Anchor:
    """What a date is resolved against.

    `direction` is -1 in a sentence about the past, 1 about the future, 0 where the sentence has no tense; `previous`
    is the date of the event before; `year` is a year named beside the date; `day_first` whether the text settles the
    order of figures.
    """

    issued: date
    direction: int = 0
    previous: Moment | None = None
    year: int | None = None
    day_first: bool | None = None
    near: int = NEAR

    def resolve(self, node: Node) -> list[Moment]:
        """The dates that an expression stands for; several where it is a list. Raises `Unsettled`."""
        try:
            moments = SHAPES[node.shape](self, node)
        except (ValueError, OverflowError):
            raise Unsettled(why="there is no such day") from None
        if not all(parses(moment.edtf) for moment in moments):
            raise Unsettled(why="there is no such date")
        return moments

    def single(self, word: Word) -> Moment:
        """The one date that a part of an expression stands for."""
        moments = self.resolve(word.value)
        if len(moments) > 1:
            return all_days(moments[0].first, moments[-1].last)
        return moments[0]

    def year_of(self, month: int, day: int = 0) -> int:
        """The year of a day, or of a month, that is named without one."""
        if self.year is not None:
            return self.year
        following = self._following_year(month, day)
        if following is not None:
            return following
        year = self.issued.year
        when, today = (
            ((month, day), (self.issued.month, self.issued.day)) if day else ((month, 0), (self.issued.month, 0))
        )
        if self.direction > 0:
            return year if when >= today else year + 1
        if self.direction == 0 and day and 0 < (_near(year, month, day) - self.issued).days <= self.near:
            return year
        if self.direction == 0 and day and 0 < (_near(year + 1, month, day) - self.issued).days <= self.near:
            return year + 1
        return year if when <= today else year - 1

    def _following_year(self, month: int, day: int) -> int | None:
        """The year of the event before, where the story goes on and the statement's own year is not meant."""
        before = self.previous
        if before is None or not before.year_given or self.direction > 0:
            return None
        told = (month, day or 31) >= (before.first.month, before.first.day)
        recent = (month, day) <= (self.issued.month, self.issued.day)
        return before.first.year if told and not recent and before.first.year < self.issued.year else None


def _near(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


# --- days, months, years -------------------------------------------------------------------------------------------


def _days(anchor: Anchor, node: Node) -> list[Moment]:
    """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
    month = node.values("Mm")[0]
    given = _year_of(anchor, node)
    if node.values("LN") and not node.values("U"):  # French: `le 3 mai dernier`
        anchor = replace(anchor, direction=-1 if node.values("L") else 1)
    items: list[list[int]] = []
    joined = False
    for word in node.parts:
        if word.kind == "d":
            items[-1:] = [[*items[-1], word.value]] if joined else [*items[-1:], [word.value]]
            joined = False
        elif word.kind in "-t":
            joined = True
    if any(word.kind == "|" for word in node.parts):
        year = given[0] if given else anchor.year_of(month, items[0][0])
        members = sorted(date(year, month, item[0]) for item in items)
        return [Moment(f"[{','.join(map(str, members))}]", members[0], members[-1], side=str(members[0]))]
    moments = []
    for item in items:
        year = given[0] if given else anchor.year_of(month, item[-1])
        first, last = date(year, month, item[0]), date(year, month, item[-1])
        moments.append(replace(all_days(first, last), year_given=bool(given)))
    return moments


def _year_of(anchor: Anchor, node: Node) -> list[int]:
    """The year that is named beside a day or month, in figures or as `last year`."""
    if node.values("U") == ["year"]:
        return [anchor.issued.year - (1 if node.values("L") else 0)]
    return node.values("y")


def _figures(anchor: Anchor, node: Node) -> list[Moment]:
    """`09/12/2022`, `05.10.`: only where the order of day and month is settled."""
    text = node.values("X")[0]
    one, two, *rest = [int(figure) for figure in re.findall(r"[0-9]+", text)]
    if "-" in text:
        return [one_day(date(one, two, rest[0]), year_given=True)]
    readings = {True: (two, one), False: (one, two)}
    if anchor.day_first or "." in text:
        readings.pop(False)
    elif anchor.day_first is False:
        readings.pop(True)
    possible = dict.fromkeys(
        day for month, one in readings.values() for day in _in_figures(anchor, month, one, rest[0] if rest else None)
    )
    if len(possible) > 1:
        raise Unsettled(*sorted(map(str, possible)), why="the order of day and month is not settled")
    return [one_day(day, year_given=bool(rest)) for day in possible] or _no_day()


def _in_figures(anchor: Anchor, month: int, day: int, year: int | None) -> list[date]:
    """The day, if there is one and the statement can speak of it."""
    try:
        if year is None:
            return [date(anchor.year_of(month, day), month, day)]
        found = date(year if year > 99 else anchor.issued.year // 100 * 100 + year, month, day)
    except ValueError:
        return []
    fits = found >= anchor.issued if anchor.direction > 0 else found <= anchor.issued
    return [found] if fits else []


def _no_day() -> list[Moment]:
    raise Unsettled(why="there is no such day before the statement")


def _month(anchor: Anchor, node: Node) -> list[Moment]:
    month = node.values("Mm")[0]
    given = _year_of(anchor, node)
    if given:
        return [replace(whole_month(given[0], month), year_given=True)]
    year = anchor.year_of(month)
    if node.values("L") and year == anchor.issued.year and month == anchor.issued.month:
        year -= 1
    return [
        whole_month(
            year + (1 if node.values("N") and year <= anchor.issued.year and month <= anchor.issued.month else 0), month
        )
    ]


def _season(anchor: Anchor, node: Node) -> list[Moment]:
    code = node.values("Z")[0]
    first_month = (code - 20) * 3
    given = node.values("y")
    year = given[0] if given else anchor.year or anchor.issued.year
    started = date(year, first_month, 1) <= anchor.issued
    ended = started and _season_end(year, code) < anchor.issued
    if not given and anchor.year is None:
        if node.values("N") or anchor.direction > 0:
            year += 1 if started else 0
        elif not started or (node.values("L") and not ended):
            year -= 1
    return [Moment(f"{year:04}-{code}", date(year, first_month, 1), _season_end(year, code), year_given=bool(given))]


def _season_end(year: int, code: int) -> date:
    return _last_of(year + 1, 2) if code == 24 else _last_of(year, (code - 20) * 3 + 2)


def _decade(anchor: Anchor, node: Node) -> list[Moment]:
    year = int(node.parts[-1].value)
    year = year if year > 99 else 1900 + year
    return [Moment(f"{year // 10:03}X", date(year, 1, 1), date(year + 9, 12, 31), side=f"{year:04}")]


def _year(anchor: Anchor, node: Node) -> list[Moment]:
    return [whole_year(node.values("y")[0])]


# --- relative to the statement -------------------------------------------------------------------------------------


def _counted(start: date, days: Days) -> Moment:
    part: Any = days.part or None
    return all_days(start + timedelta(days.first), start + timedelta(days.last), part)


def _relative(anchor: Anchor, node: Node) -> list[Moment]:
    return [_counted(anchor.issued, node.values("R")[0])]


def _part_today(anchor: Anchor, node: Node) -> list[Moment]:
    part = node.values("p")[0]
    if part == "night":
        return [_counted(anchor.issued, Days(-1, 0, part))]
    return [_counted(anchor.issued, Days(-1 if node.values("L") else 0, -1 if node.values("L") else 0, part))]


def _weekday(anchor: Anchor, node: Node) -> list[Moment]:
    weekday = node.values("W")[0]
    if node.values("U"):
        week = _period(anchor, Node("period", tuple(word for word in node.parts if word.kind in "LNHU")))[0]
        return [one_day(week.first + timedelta((weekday - week.first.weekday()) % 7))]
    back = (anchor.issued.weekday() - weekday) % 7
    ahead = 7 - back
    if node.values("L"):
        return [one_day(anchor.issued - timedelta(back or 7))]
    if node.values("N") or anchor.direction > 0:
        return [one_day(anchor.issued + timedelta(ahead))]
    forward = anchor.direction == 0 and ahead < back
    return [one_day(anchor.issued + timedelta(ahead if forward else -back))]


def _period(anchor: Anchor, node: Node) -> list[Moment]:
    """`last week`, `this month`, `next year`, and `earlier this month`."""
    unit = node.values("U")[0]
    step = -1 if node.values("L") else 1 if node.values("N") else 0
    whole = _unit(anchor.issued, unit, step)
    if step == 0 and unit == "weekend":
        return [replace(whole, edtf=f"{whole.first}/{whole.last}")]
    if node.values("<") or (step == 0 and unit == "week" and anchor.direction <= 0):
        return [some_day(whole.first, min(whole.last, anchor.issued))]
    if node.values(">"):
        return [some_day(max(whole.first, anchor.issued), whole.last)]
    return [whole]


def _unit(day: date, unit: str, step: int) -> Moment:
    """The calendar week, month, year … that is `step` away from the one of a day."""
    if unit == "month":
        return whole_month(*months_away(day, step))
    if unit == "year":
        return replace(whole_year(day.year + step), year_given=False)
    if unit == "weekend":
        return _weekend_of(day, step)
    if unit == "day":
        return one_day(day + timedelta(step))
    if unit == "week":
        monday = day - timedelta(day.weekday() - 7 * step)
        return some_day(monday, monday + timedelta(6))
    raise Unsettled(why="the words do not say when")


def _weekend_of(day: date, step: int) -> Moment:
    """The weekend before a day, the next one, or (step 0) the one that it lies in, else the one before."""
    inside = day.weekday() >= 5
    saturday = day - timedelta(day.weekday() - 5) + timedelta(7 * (step if inside or step > 0 else -1))
    if step > 0 and not inside:
        saturday -= timedelta(7)
    return some_day(saturday, saturday + timedelta(1))


def _weekend(anchor: Anchor, node: Node) -> list[Moment]:
    weekend = _unit(anchor.issued, "weekend", 1 if anchor.direction > 0 else 0)
    return [replace(weekend, edtf=f"{weekend.first}/{weekend.last}")]


def _shifted(day: date, count: int, unit: str) -> date:
    """The day so many units later; months and years keep the day where they can."""
    if unit in ("month", "year", "decade"):
        year, month = months_away(day, count * {"month": 1, "year": 12, "decade": 120}[unit])
        return _near(year, month, day.day)
    return day + timedelta(count * {"week": 7, "fortnight": 14, "weekend": 7}.get(unit, 1))


def _count(node: Node) -> int:
    counts = [value for value in node.values("dna") if value]
    if not counts:
        raise Unsettled(why="the words do not say how long")
    return int(counts[0])


def _around(day: date, unit: str) -> Moment:
    """A day counted in units: no more exact than the unit is."""
    if unit == "day":
        return one_day(day)
    if unit == "month":
        month = whole_month(day.year, day.month)
        return replace(month, edtf=f"{month.edtf}~", side=f"{month.edtf}~")
    if unit in ("year", "decade"):
        return replace(whole_year(day.year), edtf=f"{day.year:04}~", side=f"{day.year:04}~", year_given=False)
    return replace(one_day(day), edtf=f"{day}~", side=f"{day}~")


def _ago(anchor: Anchor, node: Node) -> list[Moment]:
    unit = node.values("U")[0]
    return [_around(_shifted(anchor.issued, -_count(node), unit), unit)]


def _running(anchor: Anchor, node: Node) -> list[Moment]:
    start = _shifted(anchor.issued, -_count(node), node.values("U")[0])
    return [Moment(f"{start}/..", start, anchor.issued)]


def _rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the past week`: so many days up to the statement, not a week of the calendar."""
    if not node.values("U"):
        hours = int(node.values("T")[0][:2]) if node.values("T") else _count(node)
        return [all_days(anchor.issued - timedelta(-(-hours // 24)), anchor.issued)]
    unit = node.values("U")[0]
    if unit == "weekend":
        return [_unit(anchor.issued, unit, -1)]
    counts = [value for value in node.values("dn") if value]
    start = _shifted(anchor.issued, -(counts[0] if counts else 1), unit)
    return [all_days(start, anchor.issued)]


def _last_or_rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the last week` is rolling; of a weekend there is only the last one."""
    return _rolling(anchor, node) if node.values("U")[0] != "weekend" else _period(anchor, node)


def _before_last(anchor: Anchor, node: Node) -> list[Moment]:
    """`the week before last`."""
    return [_unit(anchor.issued, node.values("U")[0], -2)]


def _vague(anchor: Anchor, node: Node) -> list[Moment]:
    raise Unsettled(f"[..{anchor.issued}]", why="the words do not say when")


def _day_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    month = _period(anchor, Node("period", tuple(word for word in node.parts if word.kind in "LHU")))[0]
    return [one_day(month.first.replace(day=node.values("d")[0]))]


def _ordinal(anchor: Anchor, node: Node) -> list[Moment]:
    """`on the 14th`: of the month spoken of before, else of the statement's month if that day is not ahead."""
    start = anchor.previous.first if anchor.previous else anchor.issued
    found = start.replace(day=node.values("d")[0])
    if found > anchor.issued and anchor.direction <= 0:
        raise Unsettled(str(found), why="the words do not say which month")
    return [one_day(found)]


# --- relative to the event before ----------------------------------------------------------------------------------


def _before_this(anchor: Anchor) -> Moment:
    if anchor.previous is None:
        raise Unsettled(why="it is counted from a date that the text does not give")
    return anchor.previous


def _adjacent(anchor: Anchor, node: Node) -> list[Moment]:
    previous = _before_this(anchor)
    days = node.values("Gg")[0]
    return [_counted(previous.last if days.first > 0 else previous.first, days)]


def _offset(anchor: Anchor, node: Node) -> list[Moment]:
    previous = _before_this(anchor)
    unit, count = node.values("U")[0], _count(node)
    later = bool(node.values(">A"))
    return [_around(_shifted(previous.last if later else previous.first, count if later else -count, unit), unit)]


# --- what is around a point ----------------------------------------------------------------------------------------


def _inner(node: Node) -> list[Word]:
    return [part for part in node.parts if part.kind == "1"]


def _clock(anchor: Anchor, node: Node) -> list[Moment]:
    moment = anchor.single(_inner(node)[0])
    timed = f"{moment.edtf}T{node.values('T')[0]}"
    return [replace(moment, edtf=timed, side=moment.edtf) if parses(timed) else moment]


def _hours(anchor: Anchor, node: Node) -> list[Moment]:
    return anchor.resolve(_inner(node)[0].value)


def _part_of_day(anchor: Anchor, node: Node) -> list[Moment]:
    """`the night of 12 September` lies in two days, an evening in one."""
    part = node.values("p")[0] or None
    moments = anchor.resolve(_inner(node)[0].value)
    singular = next(word.low for word in node.parts if word.kind == "p") in ("night", "nuit")
    if part == "night" and singular and len(moments) == 2 and (moments[1].first - moments[0].first).days == 1:
        return [all_days(moments[0].first, moments[1].last, "night")]  # `the night of 27 and 28 September`
    if part != "night":
        return [replace(moment, part=part if moment.first == moment.last else None) for moment in moments]
    return [_night(moment) for moment in moments]


def _night(moment: Moment) -> Moment:
    if moment.first == moment.last:
        return all_days(moment.first, moment.first + timedelta(1), "night")
    return replace(moment, part="night") if (moment.last - moment.first).days == 1 else moment


def _part_of_days(anchor: Anchor, node: Node) -> list[Moment]:
    """`the night from Monday to Tuesday`."""
    last = anchor.single(_inner(node)[1])
    first = replace(anchor, year=None).single(_inner(node)[0])
    if node.values("p")[0] == "night":
        return [all_days(last.first - timedelta(1), last.first, "night")]
    return [all_days(first.first, last.last)]


def _part_of_period(anchor: Anchor, node: Node) -> list[Moment]:
    """`the start of the year`, `the end of last month`."""
    if not node.values("L") and node.values("U")[0] == "week":
        return _period(anchor, node)
    step = -1 if node.values("L") else 0
    return [_portion(_unit(anchor.issued, node.values("U")[0], step), node.values("k")[0])]


def _part_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    portion = node.values("k")[0]
    return [_portion(moment, portion) for moment in anchor.resolve(_inner(node)[0].value)]


def _portion(moment: Moment, portion: str) -> Moment:
    """The early, middle or late part of a month or a year; of shorter dates there is none."""
    first, last = moment.first, moment.last
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", moment.edtf) and portion in PARTS_OF_MONTH:
        low, high = PARTS_OF_MONTH[portion]
        days = some_day(first.replace(day=low if low > 0 else last.day + low), first.replace(day=min(high, last.day)))
        approximate = f"{moment.edtf}-15~" if portion == "mid" else f"{moment.edtf}~"
        return replace(days, side=approximate, year_given=moment.year_given)
    if re.fullmatch(r"[0-9]{4}", moment.edtf) and portion:
        if portion in PARTS_OF_YEAR:
            low, high = PARTS_OF_YEAR[portion]
            return replace(
                moment, edtf=f"[{first.year}-{low:02}..{first.year}-{high:02}]", side=f"{first.year}-{low:02}"
            )
        return replace(moment, edtf=f"{moment.edtf}~", side=f"{moment.edtf}~")
    return moment


def _range(anchor: Anchor, node: Node) -> list[Moment]:
    """`from late August to early September`: both ends belong to one story, so they share a year."""
    left, right = _inner(node)
    end = anchor.single(right)
    start = anchor.single(left)
    if end.year_given and not start.year_given:
        start = replace(anchor, year=end.last.year).single(left)
    elif start.year_given and not end.year_given:
        end = replace(anchor, year=start.first.year).single(right)
    if start.first > end.last:
        if start.year_given and not end.year_given:
            end = replace(anchor, year=start.first.year + 1).single(right)
        else:
            start = replace(anchor, year=end.last.year - 1).single(left)
    if start.first > end.last:
        raise Unsettled(why="the later date stands first")
    return [replace(start, edtf=f"{start.end}/{end.end}", last=end.last, side=start.end)]


def _range_of_list(anchor: Anchor, node: Node) -> list[Moment]:
    return [anchor.single(_inner(node)[0])]


def _choice(anchor: Anchor, node: Node) -> list[Moment]:
    one, other = [anchor.single(part) for part in _inner(node)]
    return [replace(one, edtf=f"[{one.edtf},{other.edtf}]", last=other.last, side=one.end)]


def _beside(anchor: Anchor, node: Node) -> list[Moment]:
    """`the day after 21 September`."""
    moment = anchor.single(_inner(node)[-1])
    days = node.values("Gg")[0]
    return [_counted(moment.last if days.first > 0 else moment.first, days)]


def _eve(anchor: Anchor, node: Node) -> list[Moment]:
    return [one_day(anchor.single(_inner(node)[-1]).first - timedelta(1))]


def _before_or_after(anchor: Anchor, node: Node) -> list[Moment]:
    moment = anchor.single(_inner(node)[-1])
    unit, count = node.values("U")[0], _count(node)
    day = _shifted(moment.last, count, unit) if node.values("A") else _shifted(moment.first, -count, unit)
    return [_around(day, unit)]


def _since(anchor: Anchor, node: Node) -> list[Moment]:
    """Something that goes on: its year is the last one possible, whatever the tense."""
    moment = replace(anchor, direction=-1).single(_inner(node)[0])
    return [replace(moment, edtf=f"{moment.end}/..", last=max(anchor.issued, moment.last), part=None)]


def _by(anchor: Anchor, node: Node) -> list[Moment]:
    ahead = anchor if anchor.direction else replace(anchor, direction=1)  # a term lies ahead
    last = ahead.single(_inner(node)[0]).last
    return [Moment(f"[..{last}]", last, last, side=str(last))]


def _before(anchor: Anchor, node: Node) -> list[Moment]:
    inner = _inner(node)[0]
    moment = anchor.single(inner)
    ends = "end" in inner.value.values("k")
    first = moment.last if ends else moment.first - timedelta(1)
    return [Moment(f"[..{first}]", first, first, side=str(first))]


def _until(anchor: Anchor, node: Node) -> list[Moment]:
    moment = anchor.single(_inner(node)[0])
    return [replace(moment, edtf=f"../{moment.end}")]


def _after(anchor: Anchor, node: Node) -> list[Moment]:
    first = anchor.single(_inner(node)[0]).last + timedelta(1)
    if anchor.direction < 0 and first < anchor.issued:
        return [some_day(first, anchor.issued)]
    return [Moment(f"[{first}..]", first, first, side=str(first))]


def _from(anchor: Anchor, node: Node) -> list[Moment]:
    """Open at the end, unless the words name a range: `from 1 to 5 February`."""
    moments = anchor.resolve(_inner(node)[0].value)
    if len(moments) > 1 or moments[0].first != moments[0].last:
        return moments if "/" in moments[0].edtf else [replace(moments[0], edtf=f"{moments[0].end}/..")]
    return [replace(moments[0], edtf=f"{moments[0].first}/..", part=None)]


def _about(anchor: Anchor, node: Node) -> list[Moment]:
    moment = anchor.single(_inner(node)[0])
    vague = f"{moment.edtf}~"
    return [replace(moment, edtf=vague) if parses(vague) else moment]


SHAPES: dict[str, Callable[[Anchor, Node], list[Moment]]] = {
    "days": _days, "figures": _figures, "month": _month, "counted_month": _month, "season": _season,
    "decade": _decade, "year": _year, "relative": _relative, "part_today": _part_today, "weekday": _weekday,
    "period": _period, "weekend": _weekend, "ago": _ago, "running": _running, "rolling": _rolling,
    "last_or_rolling": _last_or_rolling, "vague": _vague, "day_of_month": _day_of_month, "ordinal": _ordinal,
    "adjacent": _adjacent, "offset": _offset, "clock": _clock, "hours": _hours, "part_of_day": _part_of_day,
    "part_of_days": _part_of_days, "part_of_period": _part_of_period, "part_of_month": _part_of_month,
    "range": _range, "range_of_list": _range_of_list, "choice": _choice, "eve": _eve,
    "beside": _beside,
    "before_last": _before_last, "since": _since, "by": _by,
    "before_or_after": _before_or_after, "before": _before, "until": _until, "after": _after, "from": _from,
    "about": _about,
}  # fmt: skip
