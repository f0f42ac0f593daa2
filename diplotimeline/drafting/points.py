"""Dates that are made around no other: days, months, seasons, years, and what is counted from the statement.

Each function resolves one shape of `expressions`. What the text leaves open raises `Unsettled`.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from diplotimeline.drafting.anchors import Anchor, Year
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.moments import Moment, Unsettled, around, shifted, stretch, unit_away
from diplotimeline.drafting.vocabulary import Days

Resolver = Callable[[Anchor, Node], Moment | list[Moment]]
"""Resolves one shape of `expressions`."""
MONTHS = ("month", "month_or_word", "month_short")


def by_name(*resolvers: Resolver) -> dict[str, Resolver]:
    """Resolvers by the name of the shape that each resolves: it is called after it."""
    return {resolver.__name__.strip("_"): resolver for resolver in resolvers}


def _days(anchor: Anchor, node: Node) -> list[Moment]:
    """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
    month, given = node.one(*MONTHS), _year_given(anchor, node)
    if node.has("last", "next"):  # French: `le 3 mai dernier`
        anchor = anchor._replace(direction=_step(node), previous=None)
    items: list[list[int]] = []
    weekdays: list[int | None] = []
    weekday: int | None = None
    joined = False
    for word in node.parts:
        if word.kind not in ("day", "ordinal"):
            weekday = word.value if word.kind == "weekday" else weekday
            joined = joined or word.kind in ("dash", "to")
            continue
        if joined:
            items[-1].append(word.value)
        else:
            items.append([word.value])
            weekdays.append(weekday)
        weekday, joined = None, False
    moments = [_item(anchor, month, given, item, on) for item, on in zip(items, weekdays, strict=True)]
    if node.has("or"):
        return [moments[0]._replace(edtf=f"[{','.join(sorted(one.edtf for one in moments))}]")]
    return moments


def _item(anchor: Anchor, month: int, given: int | None, item: list[int], weekday: int | None) -> Moment:
    """A day or a range of days, in the year that is given, or else meant."""
    meant = anchor.year_of(month, item[-1], weekday if len(item) == 1 else None) if given is None else Year(given)
    first, last = (date(meant.year, month, item[at]) for at in (0, -1))
    doubt = meant.doubt if weekday in (None, first.weekday()) else f"{first} is a {first:%A}"
    return stretch(first, last)._replace(year_given=given is not None or meant.bound, doubt=doubt)


def _days_or_count(anchor: Anchor, node: Node) -> Moment:
    """`on 3 May 1200 soldiers`: a year, or a number of what follows."""
    without = Node("days", tuple(word for word in node.parts if word.kind != "old_year"))
    readings = [moment.edtf for one in (without, node) for moment in _days(anchor, one)]
    raise Unsettled(*readings, why="the figures after the day are a year or a number")


def _days_of_short_year(anchor: Anchor, node: Node) -> list[Moment]:
    """`15 Oct 21`: of this century, unless that is far ahead."""
    *parts, figures = node.parts
    year = anchor.issued.year // 100 * 100 + figures.value
    year -= 100 if year > anchor.issued.year + 10 else 0
    return _days(anchor, Node("days", (*parts, figures._replace(kind="year", value=year))))


def _weekday_of_month(anchor: Anchor, node: Node) -> Moment:
    """`the last Monday of September`, `the first Friday in May 2022`, `the first Monday of the month`."""
    at = [word.kind for word in node.parts].index("weekday")
    month = Node("month", node.parts[at + 1 :])
    whole = _month(anchor, month) if month.has(*MONTHS) else unit_away(anchor.issued, "month", _step(month))
    first = whole.first + timedelta((node.parts[at].value - whole.first.weekday()) % 7)
    days = [day for day in (first + timedelta(7 * week) for week in range(5)) if day <= whole.last]
    place = node.one("day", "ordinal") or 0
    if place > len(days):
        raise Unsettled(why="the month has no such day of the week")
    day = days[place - 1]
    if anchor.direction < 0 and day > anchor.issued:
        raise Unsettled(str(day), why="the words do not say which month")
    return whole._replace(edtf=str(day))


def _step(node: Node) -> int:
    """How many units away `last`, `this` and `next` are."""
    return -1 if node.has("last") else 1 if node.has("next") else 0


def _year_given(anchor: Anchor, node: Node) -> int | None:
    """The year that is named beside a day or month, in figures or as `last year`."""
    if node.one("unit") == "year":
        return anchor.before().first.year if node.one("this") == "text" else anchor.issued.year + _step(node)
    return next(iter(node.values("year", "old_year", "noted_year")), None)


def _figures(anchor: Anchor, node: Node) -> Moment:
    """`09/12/2022`, `05.10.`: only where the order of day and month is settled."""
    text = node.one("figures")
    one, two, *rest = [int(figure) for figure in re.findall(r"[0-9]+", text)]
    if one > 31:
        return Moment(str(date(one, two, rest[0])), year_given=True)
    day_first = True if "." in text else anchor.day_first
    orders = [(two, one)] * (day_first is not False) + [(one, two)] * (not day_first)
    days = {day for month, one in orders for day in _in_figures(anchor, month, one, *rest)}
    if len(days) > 1:
        raise Unsettled(*sorted(map(str, days)), why="the order of day and month is not settled")
    if not days:
        raise Unsettled(why="there is no such day before the statement")
    return Moment(str(days.pop()), year_given=bool(rest))


def _in_figures(anchor: Anchor, month: int, day: int, year: int | None = None) -> list[date]:
    """The day, if there is one and the statement can speak of it."""
    try:
        if year is None:
            return [date(anchor.year_of(month, day).year, month, day)]
        found = date(year if year > 99 else anchor.issued.year // 100 * 100 + year, month, day)
    except ValueError:
        return []
    fits = found >= anchor.issued if anchor.direction > 0 else found <= anchor.issued
    return [found] if fits else []


def _month(anchor: Anchor, node: Node) -> Moment:
    month, issued, step = node.one(*MONTHS), anchor.issued, _step(node)
    if year := _year_given(anchor, node):
        meant = Year(year, bound=True)
    elif step:
        meant = Year(issued.year + step * (month >= issued.month if step < 0 else month <= issued.month))
    else:
        meant = anchor.year_of(month)
    return Moment(f"{meant.year:04}-{month:02}", year_given=meant.bound, doubt=meant.doubt)


def _season(anchor: Anchor, node: Node) -> Moment:
    code, given = node.one("season"), node.one("year", "old_year")
    year = given or anchor.year or _year_of_season(anchor, node, code)
    return Moment(f"{year:04}-{code}", year_given=given is not None)


def _year_of_season(anchor: Anchor, node: Node, code: int) -> int:
    """The year in which a season begins: of the one that is on, else the last or the next one, or the nearer."""
    issued, this = anchor.issued, anchor.issued.year
    seasons = {year: Moment(f"{year:04}-{code}") for year in range(this - 2, this + 2)}
    last = max(year for year, one in seasons.items() if one.first <= issued)
    is_on = seasons[last].last >= issued
    if node.has("last"):
        return last - is_on
    if node.has("next") or (anchor.direction > 0 and not is_on):
        return last + 1
    if anchor.direction < 0 or is_on:
        return last
    return last if issued - seasons[last].last <= seasons[last + 1].first - issued else last + 1


def counted(start: Moment, days: Days) -> Moment:
    """Days counted from the first or the last of others."""
    day = start.last if days.first > 0 else start.first
    return stretch(day + timedelta(days.first), day + timedelta(days.last), days.part or None)


def counted_units(start: Moment, node: Node, *, back: bool) -> Moment:
    """`two weeks ago`, `two weeks later`."""
    unit, count = node.one("unit"), count_in(node)
    return around(shifted(start.first, -count, unit) if back else shifted(start.last, count, unit), unit)


def count_in(node: Node) -> int:
    """How many units an expression counts; 0 where it gives no number."""
    return max(node.values("day", "number", "article"), default=0)


def _weekday(anchor: Anchor, node: Node) -> Moment:
    weekday, issued = node.one("weekday"), anchor.issued
    if node.has("unit"):
        week = _period(anchor, node)
        return Moment(str(week.first + timedelta((weekday - week.first.weekday()) % 7)))
    back = (issued.weekday() - weekday) % 7
    if node.has("last"):
        days = -(back or 7)
    elif node.has("next") or anchor.direction > 0:
        days = 7 - back
        if not node.has("next") and not back:
            return anchor.today._replace(doubt=f"or {issued + timedelta(7)}: a week later")
    else:
        days = 7 - back if anchor.direction == 0 and 7 - back < back else -back
    return Moment(str(issued + timedelta(days)))


def _period(anchor: Anchor, node: Node) -> Moment:
    """`last week`, `this month`, `next year`, and `earlier this month`."""
    unit, step = node.one("unit"), _step(node)
    if "text" in node.values("last", "next", "this") and (anchor.previous or node.has("this")):
        before = anchor.before()  # `the following month`, `that week`
        return unit_away(before.first, unit, step)
    if step == 0 and unit == "weekend":
        return _weekend(anchor, node)
    whole = unit_away(anchor.issued, unit, step)
    if node.has("later"):
        return stretch(max(whole.first, anchor.issued), whole.last).once()
    if node.has("earlier") or (step == 0 and unit == "week" and anchor.direction <= 0):
        return stretch(whole.first, min(whole.last, anchor.issued)).once()
    return whole


def _weekend(anchor: Anchor, _: Node) -> Moment:
    weekend = unit_away(anchor.issued, "weekend", 1 if anchor.direction > 0 else 0)
    return stretch(weekend.first, weekend.last)


def _rolling(anchor: Anchor, node: Node) -> Moment:
    """`the past week`: so many days up to the statement, not a week of the calendar."""
    unit = node.one("unit")
    if not unit:
        return stretch(anchor.issued - timedelta(_days_of_hours(node)), anchor.issued)
    if unit == "weekend":
        return unit_away(anchor.issued, unit, -1)
    return stretch(shifted(anchor.issued, -(count_in(node) or 1), unit), anchor.issued)


def _ahead(anchor: Anchor, node: Node) -> Moment:
    """`over the next 60 days`, and `within 30 days`, which is some day in them."""
    start = anchor.before().last if node.one("next") == "text" else anchor.issued
    unit = node.one("unit", "coming")
    span = stretch(start, shifted(start, count_in(node), unit) if unit else start + timedelta(_days_of_hours(node)))
    return span.once() if node.has("within", "by") else span


def _days_of_hours(node: Node) -> int:
    """The days that so many hours reach into: two for 48 hours."""
    hours = int(node.one("clock")[:2]) if node.has("clock") else count_in(node)
    return -(-hours // 24)


def _last_or_rolling(anchor: Anchor, node: Node) -> Moment:
    """`the last week` is rolling, `the previous week` one of the calendar."""
    return _period(anchor, node) if node.one("last") == "text" else _rolling(anchor, node)


def _vague(anchor: Anchor, _: Node) -> Moment:
    raise Unsettled(f"[..{anchor.issued}]", why="the words do not say when")


def _ordinal(anchor: Anchor, node: Node) -> Moment:
    """`on the 14th`: of the month spoken of before, else of the statement's month if that day is not ahead."""
    start = anchor.previous.first if anchor.previous else anchor.issued
    found = start.replace(day=node.one("day"))
    if found > anchor.issued and anchor.direction <= 0:
        raise Unsettled(str(found), why="the words do not say which month")
    return Moment(str(found))


def _hour(anchor: Anchor, node: Node) -> Moment:
    """`at 6.40 p.m.`: on the day of the sentence before."""
    before = anchor.day_before()
    return before._replace(edtf=f"{before.first}T{node.one('clock')}", part=None)


def _of_that_day(anchor: Anchor, node: Node) -> Moment:
    """`In the afternoon, they left`: on the day of the sentence before."""
    before, part = anchor.day_before(), node.one("part_of_day")
    if part.startswith("night"):
        raise Unsettled(str(before.first), why="the words do not say of which day")
    return Moment(str(before.first), part or None, year_given=before.year_given)


POINTS: dict[str, Resolver] = by_name(
    _days, _days_or_count, _weekday_of_month, _days_of_short_year, _figures, _month, _season, _ahead, _hour,
    _of_that_day, _weekday, _period, _weekend, _rolling, _last_or_rolling, _vague, _ordinal,
) | {
    "decade": lambda _, node: Moment(f"{node.one('decade') // 10:03}X"),
    "year": lambda _, node: Moment(f"{node.one('year', 'old_year')}", year_given=True),
    "day_of_month": lambda anchor, node: Moment(str(_period(anchor, node).first.replace(day=node.one("day")))),
    "relative": lambda anchor, node: counted(anchor.today, node.one("relative")),
    "adjacent": lambda anchor, node: counted(anchor.before(), node.one("adjacent", "adjacent_at_end")),
    "ago": lambda anchor, node: counted_units(anchor.today, node, back=True),
    "offset": lambda anchor, node: counted_units(anchor.before(), node, back=not node.has("later", "after")),
    "running": lambda anchor, node: Moment(f"{shifted(anchor.issued, -count_in(node), node.one('unit'))}/.."),
    # From tomorrow on, nobody says until when: `in the coming days`.
    "coming": lambda anchor, _: Moment(f"{anchor.issued + timedelta(1)}/.."),
    "before_last": lambda anchor, node: unit_away(anchor.issued, node.one("unit"), -2),
}  # fmt: skip
