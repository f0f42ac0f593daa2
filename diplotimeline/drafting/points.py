"""Dates that stand for themselves: days, months, seasons and years.

Each function resolves one shape of `expressions`. What the text leaves open raises `Unsettled`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from diplotimeline.drafting.anchors import Anchor, Year
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.moments import (
    Moment,
    Unsettled,
    all_days,
    last_of_month,
    one_day,
    unit_away,
    whole_month,
    whole_year,
)

Resolver = Callable[[Anchor, Node], list[Moment]]
"""Resolves one shape of `expressions`."""
MONTHS = ("month", "month_or_word", "month_short")


def by_name(*resolvers: Resolver) -> dict[str, Resolver]:
    """Resolvers by the name of the shape that each resolves: it is called after it."""
    return {resolver.__name__.strip("_"): resolver for resolver in resolvers}


def _days(anchor: Anchor, node: Node) -> list[Moment]:
    """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
    month = node.values(*MONTHS)[0]
    given = _year_given(anchor, node)
    if node.values("last", "next") and not node.values("unit"):  # French: `le 3 mai dernier`
        anchor = replace(anchor, direction=-1 if node.values("last") else 1, previous=None)
    items, weekdays = _items(node)
    if node.values("or"):
        year = given or anchor.year_of(month, items[0][0]).year
        return [_one_of([date(year, month, item[0]) for item in items])]
    return [_item(anchor, month, given, item, weekday) for item, weekday in zip(items, weekdays, strict=True)]


def _items(node: Node) -> tuple[list[list[int]], list[int | None]]:
    """The days of a list, each with the last day where it is a range, and with the weekday that stands before it."""
    items: list[list[int]] = []
    weekdays: list[int | None] = []
    joined, weekday = False, None
    for word in node.parts:
        if word.kind in ("day", "ordinal") and joined:
            items[-1].append(word.value)
        elif word.kind in ("day", "ordinal"):
            items.append([word.value])
            weekdays.append(weekday)
        if word.kind in ("day", "ordinal", "weekday"):
            weekday = word.value if word.kind == "weekday" else None
        joined = word.kind in ("dash", "to") or (joined and word.kind not in ("day", "ordinal"))
    return items, weekdays


def _item(anchor: Anchor, month: int, given: int | None, item: list[int], weekday: int | None) -> Moment:
    """A day or a range of days, in the year that is given, or else meant."""
    meant = anchor.year_of(month, item[-1], weekday if len(item) == 1 else None) if given is None else Year(given)
    year, doubt = meant.year, meant.doubt
    first, last = date(year, month, item[0]), date(year, month, item[-1])
    if given and weekday is not None and first.weekday() != weekday:
        doubt = f"{first} is a {first:%A}"
    return replace(all_days(first, last), year_given=given is not None or meant.bound, doubt=doubt)


def _one_of(days: list[date]) -> Moment:
    """`on 3 or 4 May`."""
    members = sorted(days)
    return Moment(f"[{','.join(map(str, members))}]", members[0], members[-1], side=str(members[0]))


def _days_or_count(anchor: Anchor, node: Node) -> list[Moment]:
    """`on 3 May 1200 soldiers`: a year, or a number of what follows."""
    without = Node("days", tuple(word for word in node.parts if word.kind != "old_year"))
    readings = [moment.edtf for one in (without, node) for moment in _days(anchor, one)]
    raise Unsettled(*readings, why="the figures after the day are a year or a number")


def _days_of_short_year(anchor: Anchor, node: Node) -> list[Moment]:
    """`15 Oct 21`: of this century, unless that is far ahead."""
    *parts, figures = node.parts
    century = anchor.issued.year // 100 * 100
    year = century + figures.value - (100 if century + figures.value > anchor.issued.year + 10 else 0)
    return _days(anchor, Node("days", (*parts, figures._replace(kind="year", value=year))))


def _weekday_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    """`the last Monday of September`, `the first Friday in May 2022`, `the first Monday of the month`."""
    at = next(number for number, word in enumerate(node.parts) if word.kind == "weekday")
    weekday, month = node.parts[at].value, Node("month", node.parts[at + 1 :])
    start = _month(anchor, month)[0] if month.values(*MONTHS) else _month_counted(anchor, month)
    first = start.first + timedelta((weekday - start.first.weekday()) % 7)
    days = [day for day in (first + timedelta(7 * week) for week in range(5)) if day <= start.last]
    places = node.values("day", "ordinal")[:1]
    if places and places[0] > len(days):
        raise Unsettled(why="the month has no such day of the week")
    day = days[places[0] - 1 if places else -1]
    if anchor.direction < 0 and day > anchor.issued:
        raise Unsettled(str(day), why="the words do not say which month")
    return [replace(start, edtf=str(day), first=day, last=day)]


def _month_counted(anchor: Anchor, node: Node) -> Moment:
    """`of the month`, `of last month`."""
    return unit_away(anchor.issued, "month", -1 if node.values("last") else 1 if node.values("next") else 0)


def _year_given(anchor: Anchor, node: Node) -> int | None:
    """The year that is named beside a day or month, in figures or as `last year`."""
    if node.values("unit") == ["year"] and "text" in node.values("this"):
        return anchor.before().first.year
    if node.values("unit") == ["year"]:
        return anchor.issued.year - (1 if node.values("last") else 0)
    return next(iter(node.values("year", "old_year", "noted_year")), None)


def _figures(anchor: Anchor, node: Node) -> list[Moment]:
    """`09/12/2022`, `05.10.`: only where the order of day and month is settled."""
    text = node.values("figures")[0]
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
            return [date(anchor.year_of(month, day).year, month, day)]
        found = date(year if year > 99 else anchor.issued.year // 100 * 100 + year, month, day)
    except ValueError:
        return []
    fits = found >= anchor.issued if anchor.direction > 0 else found <= anchor.issued
    return [found] if fits else []


def _no_day() -> list[Moment]:
    raise Unsettled(why="there is no such day before the statement")


def _month(anchor: Anchor, node: Node) -> list[Moment]:
    month, issued = node.values(*MONTHS)[0], anchor.issued
    given = _year_given(anchor, node)
    if given:
        return [replace(whole_month(given, month), year_given=True)]
    if node.values("last"):
        return [whole_month(issued.year - (month >= issued.month), month)]
    if node.values("next"):
        return [whole_month(issued.year + (month <= issued.month), month)]
    year, doubt, bound = anchor.year_of(month)
    return [replace(whole_month(year, month), year_given=bound, doubt=doubt)]


def _season(anchor: Anchor, node: Node) -> list[Moment]:
    code = node.values("season")[0]
    given = next(iter(node.values("year", "old_year")), anchor.year)
    year = _year_of_season(anchor, node, code) if given is None else given
    first = date(year, (code - 20) * 3, 1)
    side = f"{year:04}-{first.month:02}"  # no season stands at the end of an interval
    given_here = bool(node.values("year", "old_year"))
    return [Moment(f"{year:04}-{code}", first, _season_end(year, code), year_given=given_here, side=side)]


def _year_of_season(anchor: Anchor, node: Node, code: int) -> int:
    """The year in which a season begins: of the one that is on, else the last or the next one, or the nearer."""
    year, issued = anchor.issued.year, anchor.issued
    begun = [one for one in (year - 2, year - 1, year) if date(one, (code - 20) * 3, 1) <= issued]
    last, following = begun[-1], begun[-1] + 1
    is_on = _season_end(last, code) >= issued
    if node.values("last"):
        return last - 1 if is_on else last
    if node.values("next") or (anchor.direction > 0 and not is_on):
        return following
    if anchor.direction < 0 or is_on:
        return last
    if node.values("this") and year in (last, following):  # `this summer` in June: of this year
        return year
    ahead = date(following, (code - 20) * 3, 1) - issued
    return last if issued - _season_end(last, code) <= ahead else following


def _season_end(year: int, code: int) -> date:
    return last_of_month(year + 1, 2) if code == 24 else last_of_month(year, (code - 20) * 3 + 2)


def _decade(_: Anchor, node: Node) -> list[Moment]:
    year = node.values("decade")[0]
    return [Moment(f"{year // 10:03}X", date(year, 1, 1), date(year + 9, 12, 31), side=f"{year:04}")]


def _year(_: Anchor, node: Node) -> list[Moment]:
    return [whole_year(node.values("year", "old_year")[0])]


POINTS = by_name(
    _days, _days_or_count, _weekday_of_month, _days_of_short_year, _figures, _month, _season, _decade, _year,
)  # fmt: skip
