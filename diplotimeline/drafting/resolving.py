"""From a date expression to EDTF: what each shape of `shapes.toml` means on the day of the statement.

Nothing is guessed: what the text leaves open raises `Unsettled` with the readings that are possible.
"""

import re
from datetime import date, timedelta
from typing import Any

from diplotimeline.dates import parse
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.moments import HALF_A_YEAR, Anchor, Moment, Unsettled, around, shifted, stretch, unit_away
from diplotimeline.errors import DateOrderError

LARGER = {"day": "week", "week": "month", "month": "year"}
MONTHS = ("month", "month_or_word", "month_short")


def resolve(anchor: Anchor, node: Node) -> list[Moment]:
    """The dates that an expression stands for; several where it is a list. Raises `Unsettled`."""
    try:
        found = getattr(Meaning(anchor, node), f"_{node.shape}")()
        moments: list[Moment] = [found] if isinstance(found, Moment) else found
        if node.has("or"):
            moments = [moments[0]._replace(edtf=f"[{','.join(one.edtf for one in moments)}]")]
        for moment in moments:
            parse(moment.edtf)
    except DateOrderError:
        raise Unsettled(why="the later date stands first") from None
    except (ValueError, OverflowError):
        raise Unsettled(why="there is no such day") from None
    return moments


class Meaning:
    """What an expression means: each shape has a method that is called as it is."""

    def __init__(self, anchor: Anchor, node: Node) -> None:
        self.anchor, self.node, self.issued = anchor, node, anchor.issued
        self.unit: str = node.one("unit", "week", "weekend", "coming") or ""
        self.step = node.has("next", "following") - node.has("last", "previous") - (node.shape == "before_last")
        """How many units away `last`, `this`, `next` and `the week before last` are."""
        self.month: int = node.one(*MONTHS)
        self.count: int = max(node.values("day", "number", "article"), default=0)
        """How many units are counted; 0 without a number."""

    def _days(self) -> list[Moment]:
        """`12 September`, `September 13-14 and 28, 2022`: each item of the list by itself."""
        if self.step:  # French: `le 3 mai dernier`
            self.anchor = self.anchor._replace(direction=self.step, previous=None)
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
        meant = self.anchor.meant(self.month, last, weekday if first == last else None, self._named_year())
        start = meant.first.replace(day=first)
        doubt = meant.doubt if weekday in (None, start.weekday()) else f"{start} is a {start:%A}"
        return meant._replace(edtf=stretch(start, meant.first).edtf, doubt=doubt)

    def _named_year(self) -> int | None:
        """The year that is named beside a day or month, in figures or as `last year`."""
        return self._period().first.year if self.unit else self.node.one("year", "old_year", "noted_year")

    def _days_or_count(self) -> list[Moment]:
        """`on 3 May 1200 soldiers`: a year, or a number of what follows."""
        without = tuple(word for word in self.node.parts if word.kind != "old_year")
        nodes = Node("days", without), Node("days", self.node.parts)
        readings = [one.edtf for node in nodes for one in resolve(self.anchor, node)]
        raise Unsettled(*readings, why="the figures after the day are a year or a number")

    def _days_of_short_year(self) -> list[Moment]:
        """`15 Oct 21`: of this century, unless that is far ahead."""
        *parts, figures = self.node.parts
        year = self.issued.year // 100 * 100 + figures.value
        year -= 100 if year > self.issued.year + 10 else 0
        return resolve(self.anchor, Node("days", (*parts, figures._replace(kind="year", value=year))))

    def _weekday_of_month(self) -> Moment:
        """`the last Monday of September`, `the first Friday in May 2022`, `the first Monday of the month`."""
        at = [word.kind for word in self.node.parts].index("weekday")
        month, weekday = Node("month", self.node.parts[at + 1 :]), self.node.parts[at].value
        whole = self._single(month if month.has(*MONTHS) else month._replace(shape="period"))
        place = self.node.one("day", "ordinal")
        day = whole.on(weekday, place or -1)
        if day > whole.last:
            raise Unsettled(why="the month has no such day of the week")
        if self.anchor.direction < 0 and day > self.issued:
            raise Unsettled(str(day), why="the words do not say which month")
        return whole._replace(edtf=str(day))

    def _ordinal(self) -> Moment:
        """`on the 14th`: of the month spoken of before, else of this one; `the 3rd of last month`."""
        start = self._period() if self.unit else self.anchor.previous or self.anchor.today
        found = start.first.replace(day=self.node.one("day"))
        if start == self.anchor.today and found > self.issued and self.anchor.direction <= 0:
            raise Unsettled(str(found), why="the words do not say which month")
        return Moment(str(found), year_given=start.year_given)

    def _figures(self) -> Moment:
        """`09/12/2022`, `05.10.`: only where the order of day and month is settled."""
        text = self.node.one("figures")
        one, two, *rest = map(int, re.findall(r"[0-9]+", text))
        if one > 31:
            return Moment(str(date(one, two, *rest)), year_given=True)
        day_first = True if "." in text else self.anchor.day_first
        orders = {True: [(one, two)], False: [(two, one)], None: [(one, two), (two, one)]}[day_first]
        days = {found for day, month in orders for found in self._in_figures(day, month, *rest)}
        if len(days) > 1:
            raise Unsettled(*sorted(map(str, days)), why="the order of day and month is not settled")
        if not days:
            raise Unsettled(why="there is no such day before the statement")
        return Moment(str(days.pop()), year_given=bool(rest))

    def _in_figures(self, day: int, month: int, year: int = 0) -> list[date]:
        """The day, if there is one and the statement can speak of it."""
        century = self.issued.year // 100 * 100 if year < 100 else 0
        try:
            found = date(century + year, month, day) if year else self.anchor.meant(month, day).first
        except ValueError:
            return []
        fits = not year or (found >= self.issued if self.anchor.direction > 0 else found <= self.issued)
        return [found] if fits else []

    def _month(self) -> Moment:
        month, this = self.month, self.issued.month
        if self.step and not self.unit:
            year = self.issued.year + self.step * (month >= this if self.step < 0 else month <= this)
            return Moment(f"{year:04}-{month:02}")
        return self.anchor.meant(month, given=self._named_year())

    def _season(self) -> Moment:
        given = self.node.one("year", "old_year")
        year = given or self.anchor.year or self._year_of_season(self.node.one("season"))
        return Moment(f"{year:04}-{self.node.one('season')}", year_given=given is not None)

    def _year_of_season(self, code: int) -> int:
        """The year in which a season begins: of the one that is on, else the last or the next one, or the nearer."""
        last, this, coming = (Moment(f"{self.issued.year + step:04}-{code}") for step in (-1, 0, 1))
        if this.first > self.issued:
            this, coming = last, this
        if this.last >= self.issued:
            return this.first.year + self.step
        nearer = (self.issued - this.last) - (coming.first - self.issued)
        return this.first.year + ((self.step or self.anchor.direction or nearer.days) > 0)

    def _year(self) -> Moment:
        return Moment(f"{self.node.one('year', 'old_year')}", year_given=True)

    def _decade(self) -> Moment:
        return Moment(f"{self.node.one('decade') // 10:03}X")

    def _weekday(self) -> Moment:
        weekday = self.node.one("weekday")
        if self.unit:
            return Moment(str(self._period().on(weekday, 1)))
        back, direction = (self.issued.weekday() - weekday) % 7, self.anchor.direction
        if direction > 0 and not back and not self.step:
            return self.anchor.today._replace(doubt=f"or {self.issued + timedelta(7)}: a week later")
        ahead = self.step or direction or back - 3.5
        days = 7 - back if ahead > 0 else -back or 7 * self.step
        return Moment(str(self.issued + timedelta(days)))

    def _period(self) -> Moment:
        """`last week`, `this month`, `next year`, and `earlier this month`; `the following month`, `that week`."""
        bare = self.unit == "month" and self.anchor.direction < 0 and not self.node.has("this", "last", "next")
        told = (bare or self.node.has("previous", "following")) and self.anchor.previous
        if told or self.node.has("that"):
            before = self.anchor.before()
            return unit_away(before.first, self.unit, self.step)._replace(year_given=before.year_given)
        if self.unit == "weekend" and not self.step:
            weekend = unit_away(self.issued, self.unit, 1 if self.anchor.direction > 0 else 0)
            return stretch(weekend.first, weekend.last)
        whole = unit_away(self.issued, self.unit, self.step)
        if self.node.has("later"):
            return stretch(max(whole.first, self.issued), whole.last).once()
        so_far = self.unit == "week" and not self.step and self.anchor.direction <= 0
        if so_far or self.node.has("earlier"):
            return stretch(whole.first, min(whole.last, self.issued)).once()
        return whole

    def _week_of(self) -> Moment:
        """`the week of 2 December`: of the calendar."""
        return unit_away(self._inner().first, "week", 0)

    def _rolling(self) -> Moment:
        """`the past week`: so many days up to the statement, not a week of the calendar."""
        if self.unit == "weekend":
            return unit_away(self.issued, self.unit, -1)
        return stretch(self._counted(self.issued, -1), self.issued)

    def _running(self) -> Moment:
        return Moment(f"{self._counted(self.issued, -1)}/..")

    def _ahead(self) -> Moment:
        """`over the next 60 days`, and `within 30 days`, which is some day in them."""
        start = self.anchor.before().last if self.node.has("following") else self.issued
        span = stretch(start, self._counted(start, 1))
        return span.once() if self.node.has("within", "by") else span

    def _coming(self) -> Moment:
        """`in the coming days`: from tomorrow on, nobody says until when."""
        return Moment(f"{self.issued + timedelta(1)}/..")

    def _counted(self, start: date, sign: int) -> date:
        """So many units or hours before or after a day; 48 hours are two days."""
        if self.unit:
            return shifted(start, sign * (self.count or 1), self.unit)
        hours = int(self.node.one("clock")[:2]) if self.node.has("clock") else self.count
        return start + timedelta(sign * -(-hours // 24))

    def _start(self) -> Moment:
        """From what is counted."""
        if self.node.inner:
            return self._inner()
        return self.anchor.today if self.node.shape in ("relative", "ago") else self.anchor.before()

    def _beside(self) -> Moment:
        """`yesterday`, `the next day`, `the day after 3 May`, `the eve of 3 May`."""
        start, days = self._start(), self.node.one("relative", "adjacent", "adjacent_at_end", "eve")
        day = start.last if days.first > 0 else start.first
        return stretch(day + timedelta(days.first), day + timedelta(days.last), days.part or None)

    def _before_or_after(self) -> Moment:
        """`two weeks ago`, `two days after 3 May`; `the days after 3 May` are fewer than the next larger unit has."""
        start, later = self._start(), self.node.has("later", "after", "next", "following")
        edge, sign = (start.last, 1) if later else (start.first, -1)
        if self.count:
            return around(shifted(edge, sign * self.count, self.unit), self.unit)
        far = shifted(edge, sign, LARGER.get(self.unit, self.unit))
        return stretch(min(start.first, far), max(start.last, far)).once()

    def _vague(self) -> Moment:
        raise Unsettled(f"[..{self.issued}]", why="the words do not say when")

    def _inner(self, **changes: Any) -> Moment:
        """The date that an expression is made around, and that alone: `between 9:00 and 11:00 on 5 September`."""
        return self._single(self.node.inner[-1], **changes)

    def _single(self, node: Node, **changes: Any) -> Moment:
        """The one date that a part of it stands for; all the time of a list."""
        first, *others = resolve(self.anchor._replace(**changes), node)
        return stretch(first.first, others[-1].last) if others else first

    def _clock(self) -> Moment:
        """`at 6.40 p.m.` is on the day of the sentence before."""
        day = self._inner() if self.node.inner else self.anchor.day_before()
        return day.and_more(f"T{self.node.one('clock')}")

    def _of_that_day(self) -> Moment:
        """`In the afternoon, they left`: on the day of the sentence before."""
        day, part = self.anchor.day_before(), self.node.one("part_of_day")
        if part.startswith("night"):
            raise Unsettled(day.edtf, why="the words do not say of which day")
        return day.in_part(part)

    def _part_of_day(self) -> list[Moment]:
        """`the night of 12 September`, `the night of 27 and 28 September`, `the evenings of 3 and 4 May`."""
        named, moments = self.node.one("part_of_day"), resolve(self.anchor, self.node.inner[0])
        if named == "night" and len(moments) == 2:
            moments = [stretch(moments[0].first, moments[1].last)]
        return [moment.in_part(named.removesuffix("s")) for moment in moments]

    def _part_of_days(self) -> Moment:
        """`the night from Monday to Tuesday`."""
        last = self._inner().first
        is_night = self.node.one("part_of_day").startswith("night")
        return stretch(last - timedelta(1), last, "night") if is_night else self._range()

    def _part_of_month(self) -> list[Moment]:
        """`late August`, `the start of the year`, `the end of last month`."""
        whole = resolve(self.anchor, self.node.inner[0]) if self.node.inner else [self._period()]
        return [moment.portion(self.node.one("portion")) for moment in whole]

    def _range(self) -> Moment:
        """`from late August to early September`: both ends belong to one story, so they share a year."""
        left, right = self.node.inner
        end, start = self._single(right), self._single(left)
        if start.year_given and not end.year_given:
            ends = (self._single(right, year=start.first.year + later) for later in (0, 1))
            end = next((one for one in ends if start.first <= one.last), end)
        elif end.year_given or start.first > end.last:
            starts = (self._single(left, year=end.last.year - earlier) for earlier in (0, 1))
            start = next((one for one in starts if one.first <= end.last), start)
        return start._replace(edtf=f"{start.end}/{end.end}", side="")

    def _choice(self) -> list[Moment]:
        return [self._single(part) for part in self.node.inner]

    def _since(self) -> Moment:
        """Something that goes on: its year is the last one possible, whatever the tense."""
        return Moment(f"{self._inner(direction=-1, near=0).end}/..")

    def _before(self) -> Moment:
        moment, ends = self._inner(), self.node.inner[0].one("portion") == "end"
        return Moment(f"[..{moment.last if ends else moment.first - timedelta(1)}]")

    def _by(self) -> Moment:
        """A term lies ahead where the sentence has no tense."""
        return Moment(f"[..{self._inner(direction=self.anchor.direction or 1).last}]")

    def _until(self) -> Moment:
        """An end may lie ahead even of what is told in the past: the year is the nearer one."""
        return Moment(f"../{self._inner(direction=0, near=HALF_A_YEAR).end}")

    def _after(self) -> Moment:
        first = self._inner().last + timedelta(1)
        if self.anchor.direction < 0 and first < self.issued:
            return stretch(first, self.issued).once()
        return Moment(f"[{first}..]")

    def _from(self) -> list[Moment]:
        """Open at the end, unless the words name a range: `from 1 to 5 February`."""
        first, *others = moments = resolve(self.anchor, self.node.inner[0])
        if others or "/" in first.edtf:
            return moments
        return [Moment(f"{first.end}/..", doubt=first.doubt)]

    def _about(self) -> Moment:
        """`about 15 March`, `15 March (?)`."""
        return self._inner().and_more("?" if self.node.has("doubt") else "~")

    _relative = _adjacent = _beside
    _ago = _offset = _before_or_after
    _before_last, _hour, _part_of_period = _period, _clock, _part_of_month
