"""From a date expression to EDTF on the day of the statement; what the text leaves open raises `Unsettled`."""

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from diplotimeline.dates import parse
from diplotimeline.drafting.expressions import GROUPS, KINDS, MEANINGS, Node
from diplotimeline.drafting.moments import HALF_A_YEAR, SHOWN, STEPS, Anchor, Moment, Unsettled, stretch, unit_away

LARGER = {"day": "week", "week": "month", "month": "year"}  # `the days after 3 May` are fewer than this unit has


def resolve(anchor: Anchor, node: Node) -> list[Moment]:
    """The dates that an expression stands for; several where it is a list. Raises `Unsettled`."""
    try:
        found = getattr(Meaning(anchor, node), f"_{MEANINGS.get(node.shape, node.shape)}")()
        moments: list[Moment] = [found] if isinstance(found, Moment) else found
        if node.has("or"):
            moments = [moments[0]._replace(edtf=f"[{','.join(one.edtf for one in moments)}]")]
        for moment in moments:
            parse(moment.edtf)
    except (ValueError, OverflowError, IndexError):
        raise Unsettled(why="there is no such date") from None
    return moments


class Meaning:
    """What an expression means: each shape has a method that is called as it is, or as its meaning is."""

    def __init__(self, anchor: Anchor, node: Node) -> None:
        self.anchor, self.node, self.issued = anchor, node, anchor.issued
        self.inner: list[Node] = node.values("date")  # the dates that it is made around
        self.unit: str = node.one("unit", "week", "weekend", "coming") or ""
        self.step = node.has("next", "following") - node.has("last", "previous", "past") - node.has("before")
        """How many units away `last`, `this`, `next` and `the week before last` are."""
        self.month: int = node.one(*KINDS["months"], "season")
        self.year: int | None = node.one("year", "old_year", "noted_year")
        self.count: int = max(node.values("day", "number", "article"), default=0)  # 0 without a number

    def _days(self) -> list[Moment]:
        """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
        items: list[tuple[int, int, int | None]] = []
        weekday, joined = None, False
        for word in self.node.parts:
            if word.kind in ("day", "ordinal"):
                first, _, on = items.pop() if joined else (word.value, 0, weekday)
                items.append((first, word.value, on))
                weekday, joined = None, False
            weekday = word.value if word.kind == "weekday" else weekday
            joined |= word.kind in ("dash", "to")
        return [self._item(*item) for item in items]

    def _item(self, first: int, last: int, weekday: int | None) -> Moment:
        """A day or a range of days, in the year that is given, or else meant."""
        meant = self._meant(last, weekday if first == last else None)
        start = meant.first.replace(day=first)
        doubt = meant.doubt if weekday in (None, start.weekday()) else f"{start} is a {start:%A}"
        return meant._replace(edtf=stretch(start, meant.first).edtf, doubt=doubt)

    def _meant(self, day: int = 0, weekday: int | None = None) -> Moment:
        """A day, a month or a season; the year beside it may be named in figures or as `last year`."""
        given = self._period().first.year if self.unit else self.year
        return self.anchor.meant(self.month, day, weekday, given=given, step=self.step)

    def _days_or_count(self) -> list[Moment]:
        """`on 3 May 1200 soldiers`: a year, or a number of what follows."""
        both = [tuple(word for word in self.node.parts if word.kind != "old_year"), self.node.parts]
        readings = [one.edtf for parts in both for one in resolve(self.anchor, Node("days", parts))]
        raise Unsettled(*readings, why="the figures after the day are a year or a number")

    def _days_of_short_year(self) -> list[Moment]:
        """`15 Oct 21`: the last figures are those of the year."""
        *parts, figures = self.node.parts
        return resolve(self.anchor, Node("days", (*parts, figures._replace(kind="year"))))

    def _ordinal(self) -> Moment:
        """`on the 14th`: of the month spoken of before, else of this one; `the 3rd of last month`."""
        month = self._period() if self.unit else self.anchor.previous or Moment(str(self.issued))
        return self._day_of(month, month.first.replace(day=self.node.one("day")))

    def _day_of(self, month: Moment, day: date) -> Moment:
        if self.anchor.direction < 0 and day > self.issued and month is not self.anchor.previous:
            raise Unsettled(str(day), why="the words do not say which month")
        return month._replace(edtf=str(day))

    def _figures(self) -> Moment:
        """`09/12/2022`, `05.10.`: only where the order of day and month is settled, perhaps by the tense."""
        text, days, ahead = self.node.one("figures"), set(), self.anchor.direction > 0
        numbers = [*map(int, re.findall(r"[0-9]+", text))]
        one, two, *year = reversed(numbers) if numbers[0] > 31 else numbers
        day_first = numbers[0] > 31 or "." in text or self.anchor.day_first
        orders = {True: [(one, two)], False: [(two, one)], None: [(one, two), (two, one)]}[day_first]
        for day, month in orders:
            with suppress(ValueError):
                days.add(self.anchor.meant(month, day, given=next(iter(year), None)))
        told = [one for one in days if (one.first > self.issued) == ahead] or [*days]
        if len(told) > 1:
            raise Unsettled(*sorted(one.edtf for one in days), why="the order of day and month is not settled")
        (only,) = told
        return only

    def _year(self) -> Moment:
        decade = self.node.one("decade")
        return Moment(f"{decade // 10}X") if decade else Moment(str(self.year), year_given=True)

    def _weekday(self) -> Moment:
        """`Monday`, `next Monday`, `Monday of last week`, `the last Monday of September`, `… of last month`."""
        at = [word.kind for word in self.node.parts].index("weekday")
        weekday, rest = self.node.parts[at].value, self.node.parts[at + 1 :]
        if self.month or self.unit:
            (whole,) = resolve(self.anchor, Node("month" if self.month else "period", rest))
            place = self.node.one("day", "ordinal") or (-1 if at else 1)
            days = (whole.first + timedelta(days) for days in range((whole.last - whole.first).days + 1))
            return self._day_of(whole, [day for day in days if day.weekday() == weekday][place - (place > 0)])
        found = self._of_weeks(weekday, weekday, near=3)
        if found.edtf == str(self.issued) and self.anchor.direction > 0:
            return found._replace(doubt=f"or {self.issued + timedelta(7)}: a week later")
        return found

    def _of_weeks(self, first: int, last: int, near: int) -> Moment:
        """Some days of each week, in the week that is meant."""
        days = (self.issued + timedelta(days) for days in range(-14, 15))
        times = [stretch(day, day + timedelta(last - first)) for day in days if day.weekday() == first]
        return self.anchor.beside(times, near, self.step)[0]

    def _period(self) -> Moment:
        """`last week`, `this month`, `earlier this month`; `the following month`, `that week`; `the week of 2 May`."""
        bare = self.unit == "month" and self.anchor.direction < 0 and not self.node.has("this", "last", "next")
        told = (bare or self.node.has("previous", "following")) and self.anchor.previous
        if told or self.node.has("that") or self.inner:
            start = self._inner()
            month = unit_away(start.first, "month", 0)
            if bare and told and not parse(told.edtf).within(month.first.toordinal(), month.last.toordinal()):
                raise Unsettled(why="the words do not say which month")
            return unit_away(start.first, self.unit, self.step)._replace(year_given=start.year_given)
        if self.unit == "weekend":
            weekend = self._of_weeks(5, 6, near=0)
            return weekend.once() if self.step else weekend
        whole = unit_away(self.issued, self.unit, self.step)
        if self.node.has("later"):
            return stretch(max(whole.first, self.issued), whole.last).once()
        so_far = self.node.has("earlier") or (self.unit == "week" and not self.step and self.anchor.direction <= 0)
        return stretch(whole.first, min(whole.last, self.issued)).once() if so_far else whole

    def _counted(self) -> Moment:
        """`two weeks ago`, `over the past week`, `within 48 hours`, `for 11 days now`, `two days after 3 May`."""
        if self.node.shape == "coming":
            return Moment(f"{self.issued + timedelta(1)}/..")  # nobody says until when
        sign, count, unit = -1 if self.node.has(*KINDS["earlier"]) else 1, self.count or 1, self.unit
        is_distance = self.node.shape in GROUPS["distance"]
        is_vague = is_distance and not self.count
        if is_vague:
            unit = LARGER.get(unit, unit)
        elif not unit:
            hours = int(self.node.one("clock")[:2]) if self.node.has("clock") else count
            unit, count = "day", -(-hours // 24)
        edge = self._edge(later=sign > 0)
        far = edge + sign * count * STEPS[unit]
        if self.node.has("already", "since"):
            return Moment(f"{far}/..")
        if is_distance and not is_vague:
            return Moment(str(far)[: SHOWN.get(unit)] + ("~" if unit != "day" else ""))
        span = stretch(min(edge, far), max(edge, far))
        return span.once() if is_vague or self.node.has("within", "by") else span

    def _beside(self) -> Moment:
        """`yesterday`, `the next day`, `the day after 3 May`, `the eve of 3 May`."""
        first, last, *part = self.node.one("relative", "adjacent", "adjacent_at_end", "eve").split()
        day = self._edge(later=int(last) > 0)
        return stretch(day + timedelta(int(first)), day + timedelta(int(last)), *part)

    def _edge(self, *, later: bool) -> date:
        """The day that is counted from: of the date that it is made around, the sentence before or the statement."""
        if not self.inner and self.node.shape not in GROUPS["told"] and not self.node.has("following"):
            return self.issued
        return self._inner().last if later else self._inner().first

    def _day_before(self) -> Moment:
        """The day of the event before, if it had only one, is not over, and no night is meant, which lies in two."""
        before = self._inner()
        is_over = self.anchor.direction > 0 and before.last < self.issued  # `The minister will speak at 9 p.m.`
        if is_over or before.first != before.last or self.node.one("part_of_day") == "night":
            raise Unsettled(before.edtf, *[str(self.issued)] * is_over, why="the words do not say of which day")
        return before._replace(edtf=str(before.first), part=None)

    def _vague(self) -> Moment:
        raise Unsettled(f"[..{self.issued}]", why="the words leave open when")

    def _inner(self, place: int = -1, **changes: Any) -> Moment:
        """The date that an expression is made around, all the time of a list; or else that of the event before."""
        if not self.inner:
            if self.anchor.previous is None:
                raise Unsettled(why="it is counted from a date that the text does not give")
            return self.anchor.previous
        first, *others = resolve(self.anchor._replace(**changes), self.inner[place])
        return stretch(first.first, others[-1].last) if others else first

    def _changed(self) -> list[Moment]:
        """A part of a date, or a sign at it: `late May`, `3 May (?)`, `at 6 p.m.` of the day before."""
        node, part, inner = self.node, self.node.one("part_of_day"), self.inner
        moments = resolve(self.anchor, inner[-1]) if inner else [self._period() if self.unit else self._day_before()]
        over = part == "overnight" and self.anchor.direction < 0 and moments[-1].first == self.issued
        if over or (f"{part}".endswith("night") and len(inner) + len(moments) == 3):  # `from Monday to Tuesday`
            moments = [stretch(moments[-1].first - timedelta(1), moments[-1].first)]
        if part is not None:
            return [one.in_part(part.removeprefix("over").removesuffix("s")) for one in moments]
        if node.has("portion"):
            return [one.portion(node.one("portion")) for one in moments]
        sign = f"T{node.one('clock')}" if node.has("clock") else "?" if node.has("doubt") else "~"
        return [one.and_more(sign) for one in moments]

    def _range(self) -> Moment:
        """`from late August to early September`: both ends belong to one story, so they share a year."""
        end, start = self._inner(1), self._inner(0)
        if start.year_given:
            ends = (self._inner(1, year=start.first.year + later) for later in (0, 1))
            end = next((one for one in ends if start.first <= one.last), end)
        elif end.year_given or start.first > end.last:
            starts = (self._inner(0, year=end.last.year - earlier) for earlier in (0, 1))
            start = next((one for one in starts if one.first <= end.last), start)
        return start if start.edtf == end.edtf else start._replace(edtf=f"{start.end}/{end.end}", side="")

    def _bounded(self) -> Moment | list[Moment]:
        """`from 1 February`, but not `from 1 to 5 February`; `since`, `until`, `by`, `before` or `after 1 February`."""
        if self.node.has("from"):
            first, *others = moments = resolve(self.anchor, self.inner[0])
            return moments if others or "/" in first.edtf else Moment(f"{first.end}/..", doubt=first.doubt)
        if self.node.has("since"):  # in the last year possible, whatever the tense
            return Moment(f"{self._inner(direction=-1, near=0).end}/..")
        if self.node.has("until"):  # perhaps still ahead of what is told in the past: in the nearer year
            return Moment(f"../{self._inner(direction=0, near=HALF_A_YEAR).end}")
        if self.node.has("by"):
            last = self._inner(direction=self.anchor.direction or 1).last
            return Moment(f"[..{min(last, self.issued) if self.anchor.direction < 0 else last}]")
        moment, ends = self._inner(), self.inner[0].one("portion") == "end"
        if self.node.has("before"):
            return Moment(f"[..{moment.last if ends else moment.first - timedelta(1)}]")
        day = moment.last + timedelta(1)
        told = self.anchor.direction < 0 and day < self.issued
        return stretch(day, self.issued).once() if told else Moment(f"[{day}..]")
