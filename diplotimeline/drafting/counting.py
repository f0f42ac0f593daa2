"""Dates that are counted from the day of the statement, or from the event before: `yesterday`, `two days later`.

Each function resolves one shape of `expressions`. What the text leaves open raises `Unsettled`.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from diplotimeline.drafting.anchors import Anchor
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.moments import (
    Moment,
    Unsettled,
    all_days,
    around,
    one_day,
    shifted,
    some_day,
    unit_away,
)
from diplotimeline.drafting.points import by_name
from diplotimeline.drafting.vocabulary import Days


def counted(start: date, days: Days) -> Moment:
    part: Any = days.part or None
    return all_days(start + timedelta(days.first), start + timedelta(days.last), part)


def _relative(anchor: Anchor, node: Node) -> list[Moment]:
    return [counted(anchor.issued, node.values("relative")[0])]


def _part_today(anchor: Anchor, node: Node) -> list[Moment]:
    part, day = node.values("part_of_day")[0], -1 if node.values("last") else 0
    return [counted(anchor.issued, Days(-1, 0, part) if part == "night" else Days(day, day, part))]


def _weekday(anchor: Anchor, node: Node) -> list[Moment]:
    weekday = node.values("weekday")[0]
    if node.values("unit"):
        week = period(anchor, node.only("last", "next", "this", "unit"))[0]
        return [one_day(week.first + timedelta((weekday - week.first.weekday()) % 7))]
    back = (anchor.issued.weekday() - weekday) % 7
    ahead = 7 - back
    if node.values("last"):
        return [one_day(anchor.issued - timedelta(back or 7))]
    if not node.values("next") and anchor.direction > 0 and not back:
        return [replace(one_day(anchor.issued), doubt=f"or {anchor.issued + timedelta(7)}: a week later")]
    if node.values("next") or anchor.direction > 0:
        return [one_day(anchor.issued + timedelta(ahead))]
    forward = anchor.direction == 0 and ahead < back
    return [one_day(anchor.issued + timedelta(ahead if forward else -back))]


def period(anchor: Anchor, node: Node) -> list[Moment]:
    """`last week`, `this month`, `next year`, and `earlier this month`."""
    unit = node.values("unit")[0]
    step = -1 if node.values("last") else 1 if node.values("next") else 0
    if "text" in node.values("last", "next", "this") and (anchor.previous or node.values("this")):
        before = anchor.before()  # `the following month`, `that week`
        return [unit_away(before.last if step > 0 else before.first, unit, step)]
    whole = unit_away(anchor.issued, unit, step)
    if step == 0 and unit == "weekend":
        return _weekend(anchor, node)
    if node.values("later"):
        return [some_day(max(whole.first, anchor.issued), whole.last)]
    if node.values("earlier") or (step == 0 and unit == "week" and anchor.direction <= 0):
        return [some_day(whole.first, min(whole.last, anchor.issued))]
    return [whole]


def _weekend(anchor: Anchor, _: Node) -> list[Moment]:
    weekend = unit_away(anchor.issued, "weekend", 1 if anchor.direction > 0 else 0)
    return [replace(weekend, edtf=f"{weekend.first}/{weekend.last}")]


def count_in(node: Node) -> int:
    counts = [value for value in node.values("day", "number", "article") if value]
    if not counts:
        raise Unsettled(why="the words do not say how long")
    return int(counts[-1])


def _ago(anchor: Anchor, node: Node) -> list[Moment]:
    unit = node.values("unit")[0]
    return [around(shifted(anchor.issued, -count_in(node), unit), unit)]


def _running(anchor: Anchor, node: Node) -> list[Moment]:
    start = shifted(anchor.issued, -count_in(node), node.values("unit")[0])
    return [Moment(f"{start}/..", start, anchor.issued)]


def _rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the past week`: so many days up to the statement, not a week of the calendar."""
    if not node.values("unit"):
        return [all_days(anchor.issued - timedelta(_days_of_hours(node)), anchor.issued)]
    unit = node.values("unit")[0]
    if unit == "weekend":
        return [unit_away(anchor.issued, unit, -1)]
    counts = [value for value in node.values("day", "number") if value]
    start = shifted(anchor.issued, -(counts[0] if counts else 1), unit)
    return [all_days(start, anchor.issued)]


def _ahead(anchor: Anchor, node: Node) -> list[Moment]:
    """`over the next 60 days`, and `within 30 days`, which is some day in them."""
    start = anchor.before().last if "text" in node.values("next") else anchor.issued
    unit = next(iter(node.values("unit", "coming")), "")
    span = all_days(start, shifted(start, count_in(node), unit) if unit else start + timedelta(_days_of_hours(node)))
    return [span.once() if node.values("within", "by") else span]


def _days_of_hours(node: Node) -> int:
    """The days that so many hours reach into: two for 48 hours."""
    hours = int(node.values("clock")[0][:2]) if node.values("clock") else count_in(node)
    return -(-hours // 24)


def _coming(anchor: Anchor, _: Node) -> list[Moment]:
    """`in the coming days`: from tomorrow on, nobody says until when."""
    first = anchor.issued + timedelta(1)
    return [Moment(f"{first}/..", first, first, side=str(first))]


def _last_or_rolling(anchor: Anchor, node: Node) -> list[Moment]:
    """`the last week` is rolling; of weekends and of previous weeks there is only the one before."""
    of_calendar = node.values("unit")[0] == "weekend" or "text" in node.values("last")
    return period(anchor, node) if of_calendar else _rolling(anchor, node)


def _before_last(anchor: Anchor, node: Node) -> list[Moment]:
    """`the week before last`."""
    return [unit_away(anchor.issued, node.values("unit")[0], -2)]


def _vague(anchor: Anchor, _: Node) -> list[Moment]:
    raise Unsettled(f"[..{anchor.issued}]", why="the words do not say when")


def _day_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    month = period(anchor, node.only("last", "this", "unit"))[0]
    return [one_day(month.first.replace(day=node.values("day")[0]))]


def _ordinal(anchor: Anchor, node: Node) -> list[Moment]:
    """`on the 14th`: of the month spoken of before, else of the statement's month if that day is not ahead."""
    start = anchor.previous.first if anchor.previous else anchor.issued
    found = start.replace(day=node.values("day")[0])
    if found > anchor.issued and anchor.direction <= 0:
        raise Unsettled(str(found), why="the words do not say which month")
    return [one_day(found)]


def _hour(anchor: Anchor, node: Node) -> list[Moment]:
    """`at 6.40 p.m.`: on the day of the sentence before."""
    before = anchor.before()
    if before.first != before.last:
        raise Unsettled(str(before.first), str(before.last), why="the words do not say on which day")
    return [replace(before, edtf=f"{before.first}T{node.values('clock')[0]}", part=None)]


def _of_that_day(anchor: Anchor, node: Node) -> list[Moment]:
    """`In the afternoon, they left`: on the day of the sentence before."""
    before, part = anchor.before(), node.values("part_of_day")[0]
    if before.first != before.last or part.startswith("night"):
        raise Unsettled(str(before.first), str(before.last), why="the words do not say of which day")
    return [one_day(before.first, part or None, year_given=before.year_given)]


def _adjacent(anchor: Anchor, node: Node) -> list[Moment]:
    previous = anchor.before()
    days = node.values("adjacent", "adjacent_at_end")[0]
    return [counted(previous.last if days.first > 0 else previous.first, days)]


def _offset(anchor: Anchor, node: Node) -> list[Moment]:
    previous = anchor.before()
    unit, count = node.values("unit")[0], count_in(node)
    later = bool(node.values("later", "after"))
    return [around(shifted(previous.last if later else previous.first, count if later else -count, unit), unit)]


COUNTED = by_name(
    _ahead, _coming, _hour, _of_that_day, _relative, _part_today, _weekday, period, _weekend, _ago, _running, _rolling,
    _last_or_rolling, _vague, _day_of_month, _ordinal, _adjacent, _offset, _before_last,
)  # fmt: skip
