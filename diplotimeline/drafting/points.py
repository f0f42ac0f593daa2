"""Dates that stand for themselves: days, months and years, and what is counted from the statement or the event before.

Each function resolves one shape of `expressions`. What the text leaves open raises `Unsettled`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from diplotimeline.drafting.anchors import Anchor
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.language import Days
from diplotimeline.drafting.moments import (
    Moment,
    Unsettled,
    all_days,
    around,
    last_of_month,
    one_day,
    shifted,
    some_day,
    unit_away,
    whole_month,
    whole_year,
)


def _days(anchor: Anchor, node: Node) -> list[Moment]:
    """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
    month = node.values("Mm")[0]
    given = _year_of(anchor, node)
    if node.values("LN") and not node.values("U"):  # French: `le 3 mai dernier`
        anchor = replace(anchor, direction=-1 if node.values("L") else 1)
    items: list[list[int]] = []
    joined = False
    for word in node.parts:
        if word.kind in "dw":
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
    if one > 31:
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
    first = date(year, first_month, 1)
    side = f"{year:04}-{first_month:02}"  # no season stands at the end of an interval
    return [Moment(f"{year:04}-{code}", first, _season_end(year, code), year_given=bool(given), side=side)]


def _season_end(year: int, code: int) -> date:
    return last_of_month(year + 1, 2) if code == 24 else last_of_month(year, (code - 20) * 3 + 2)


def _decade(_: Anchor, node: Node) -> list[Moment]:
    year = int(node.parts[-1].value)
    year = year if year > 99 else 1900 + year
    return [Moment(f"{year // 10:03}X", date(year, 1, 1), date(year + 9, 12, 31), side=f"{year:04}")]


def _year(anchor: Anchor, node: Node) -> list[Moment]:
    if node.parts[len(node.parts) > 1].low == "années":
        return _decade(anchor, node)
    return [whole_year(node.values("y")[0])]


def counted(start: date, days: Days) -> Moment:
    part: Any = days.part or None
    return all_days(start + timedelta(days.first), start + timedelta(days.last), part)


def _relative(anchor: Anchor, node: Node) -> list[Moment]:
    return [counted(anchor.issued, node.values("R")[0])]


def _part_today(anchor: Anchor, node: Node) -> list[Moment]:
    part = node.values("p")[0]
    if part == "night":
        return [counted(anchor.issued, Days(-1, 0, part))]
    return [counted(anchor.issued, Days(-1 if node.values("L") else 0, -1 if node.values("L") else 0, part))]


def _weekday(anchor: Anchor, node: Node) -> list[Moment]:
    weekday = node.values("W")[0]
    if node.values("U"):
        week = period(anchor, Node("period", tuple(word for word in node.parts if word.kind in "LNHU")))[0]
        return [one_day(week.first + timedelta((weekday - week.first.weekday()) % 7))]
    back = (anchor.issued.weekday() - weekday) % 7
    ahead = 7 - back
    if node.values("L"):
        return [one_day(anchor.issued - timedelta(back or 7))]
    if node.values("N") or anchor.direction > 0:
        return [one_day(anchor.issued + timedelta(ahead))]
    forward = anchor.direction == 0 and ahead < back
    return [one_day(anchor.issued + timedelta(ahead if forward else -back))]


def period(anchor: Anchor, node: Node) -> list[Moment]:
    """`last week`, `this month`, `next year`, and `earlier this month`."""
    unit = node.values("U")[0]
    step = -1 if node.values("L") else 1 if node.values("N") else 0
    whole = unit_away(anchor.issued, unit, step)
    if step == 0 and unit == "weekend":
        return [replace(whole, edtf=f"{whole.first}/{whole.last}")]
    if node.values("<") or (step == 0 and unit == "week" and anchor.direction <= 0):
        return [some_day(whole.first, min(whole.last, anchor.issued))]
    if node.values(">"):
        return [some_day(max(whole.first, anchor.issued), whole.last)]
    return [whole]


def _weekend(anchor: Anchor, _: Node) -> list[Moment]:
    weekend = unit_away(anchor.issued, "weekend", 1 if anchor.direction > 0 else 0)
    return [replace(weekend, edtf=f"{weekend.first}/{weekend.last}")]


def count_in(node: Node) -> int:
    counts = [value for value in node.values("dna") if value]
    if not counts:
        raise Unsettled(why="the words do not say how long")
    return int(counts[-1])


def _ago(anchor: Anchor, node: Node) -> list[Moment]:
    unit = node.values("U")[0]
    return [around(shifted(anchor.issued, -count_in(node), unit), unit)]


def _running(anchor: Anchor, node: Node) -> list[Moment]:
    start = shifted(anchor.issued, -count_in(node), node.values("U")[0])
    return [Moment(f"{start}/..", start, anchor.issued)]


def _rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the past week`: so many days up to the statement, not a week of the calendar."""
    if not node.values("U"):
        hours = int(node.values("T")[0][:2]) if node.values("T") else count_in(node)
        return [all_days(anchor.issued - timedelta(-(-hours // 24)), anchor.issued)]
    unit = node.values("U")[0]
    if unit == "weekend":
        return [unit_away(anchor.issued, unit, -1)]
    counts = [value for value in node.values("dn") if value]
    start = shifted(anchor.issued, -(counts[0] if counts else 1), unit)
    return [all_days(start, anchor.issued)]


def _last_or_rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the last week` is rolling; of weekends and of previous weeks there is only the one before."""
    of_calendar = node.values("U")[0] == "weekend" or any(word.low == "previous" for word in node.parts)
    return period(anchor, node) if of_calendar else _rolling(anchor, node)


def _before_last(anchor: Anchor, node: Node) -> list[Moment]:
    """`the week before last`."""
    return [unit_away(anchor.issued, node.values("U")[0], -2)]


def _vague(anchor: Anchor, _: Node) -> list[Moment]:
    raise Unsettled(f"[..{anchor.issued}]", why="the words do not say when")


def _day_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    month = period(anchor, Node("period", tuple(word for word in node.parts if word.kind in "LHU")))[0]
    return [one_day(month.first.replace(day=node.values("d")[0]))]


def _ordinal(anchor: Anchor, node: Node) -> list[Moment]:
    """`on the 14th`: of the month spoken of before, else of the statement's month if that day is not ahead."""
    start = anchor.previous.first if anchor.previous else anchor.issued
    found = start.replace(day=node.values("d")[0])
    if found > anchor.issued and anchor.direction <= 0:
        raise Unsettled(str(found), why="the words do not say which month")
    return [one_day(found)]


def _before_this(anchor: Anchor) -> Moment:
    if anchor.previous is None:
        raise Unsettled(why="it is counted from a date that the text does not give")
    return anchor.previous


def _adjacent(anchor: Anchor, node: Node) -> list[Moment]:
    previous = _before_this(anchor)
    days = node.values("Gg")[0]
    return [counted(previous.last if days.first > 0 else previous.first, days)]


def _offset(anchor: Anchor, node: Node) -> list[Moment]:
    previous = _before_this(anchor)
    unit, count = node.values("U")[0], count_in(node)
    later = bool(node.values(">A"))
    return [around(shifted(previous.last if later else previous.first, count if later else -count, unit), unit)]


POINTS: dict[str, Callable[[Anchor, Node], list[Moment]]] = {
    "days": _days,
    "figures": _figures,
    "month": _month,
    "counted_month": _month,
    "season": _season,
    "decade": _decade,
    "year": _year,
    "relative": _relative,
    "part_today": _part_today,
    "weekday": _weekday,
    "period": period,
    "weekend": _weekend,
    "ago": _ago,
    "running": _running,
    "rolling": _rolling,
    "last_or_rolling": _last_or_rolling,
    "vague": _vague,
    "day_of_month": _day_of_month,
    "ordinal": _ordinal,
    "adjacent": _adjacent,
    "offset": _offset,
    "before_last": _before_last,
}
