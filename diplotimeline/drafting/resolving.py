"""From a date expression to EDTF. Here are the shapes made around other dates: nights, ranges, since and until.

Nothing is guessed: what the text leaves open raises `Unsettled` with the readings that are possible.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from diplotimeline.dates import parses
from diplotimeline.drafting.anchors import HALF_A_YEAR, Anchor
from diplotimeline.drafting.counting import COUNTED, count_in, counted, period
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.lexicon import TABLES
from diplotimeline.drafting.moments import Moment, Unsettled, all_days, around, one_day, shifted, some_day, unit_away
from diplotimeline.drafting.points import POINTS, by_name

PARTS_OF_MONTH: Mapping[str, tuple[int, int]] = TABLES["parts_of_month"]
PARTS_OF_YEAR: Mapping[str, tuple[int, int]] = TABLES["parts_of_year"]
LARGER = {"day": "week", "week": "month", "month": "year"}


def resolve(anchor: Anchor, node: Node) -> list[Moment]:
    """The dates that an expression stands for; several where it is a list. Raises `Unsettled`."""
    try:
        moments = SHAPES[node.shape](anchor, node)
    except (ValueError, OverflowError):
        raise Unsettled(why="there is no such day") from None
    if not all(parses(moment.edtf) for moment in moments):
        raise Unsettled(why="there is no such date")
    return moments


def _single(anchor: Anchor, node: Node) -> Moment:
    """The one date that a part of an expression stands for."""
    moments = resolve(anchor, node)
    return all_days(moments[0].first, moments[-1].last) if len(moments) > 1 else moments[0]


def _clock(anchor: Anchor, node: Node) -> list[Moment]:
    moment = _single(anchor, node.inner[0])
    timed = f"{moment.edtf}T{node.values('clock')[0]}"
    return [replace(moment, edtf=timed, side=moment.edtf) if parses(timed) else moment]


def _part_of_day(anchor: Anchor, node: Node) -> list[Moment]:
    """`the night of 12 September` lies in two days, an evening in one."""
    named = node.values("part_of_day")[0]
    moments = resolve(anchor, node.inner[0])
    if named == "night" and len(moments) == 2 and (moments[1].first - moments[0].first).days == 1:
        return [all_days(moments[0].first, moments[1].last, "night")]  # `the night of 27 and 28 September`
    return [_with_part(moment, named.removesuffix("s") or None) for moment in moments]


def _with_part(moment: Moment, part: str | None) -> Moment:
    length = (moment.last - moment.first).days
    if part == "night" and length == 0:
        return replace(all_days(moment.first, moment.first + timedelta(1), "night"), doubt=moment.doubt)
    return replace(moment, part=part if length == (part == "night") else None)


def _part_of_days(anchor: Anchor, node: Node) -> list[Moment]:
    """`the night from Monday to Tuesday`."""
    last = _single(anchor, node.inner[1])
    first = _single(replace(anchor, year=None), node.inner[0])
    if node.values("part_of_day")[0] in ("night", "nights"):
        return [all_days(last.first - timedelta(1), last.first, "night")]
    return [all_days(first.first, last.last)]


def _part_of_period(anchor: Anchor, node: Node) -> list[Moment]:
    """`the start of the year`, `the end of last month`."""
    if not node.values("last") and node.values("unit")[0] == "week":
        return period(anchor, node)
    step = -1 if node.values("last") else 0
    return [_portion(unit_away(anchor.issued, node.values("unit")[0], step), node.values("portion")[0])]


def _part_of_month(anchor: Anchor, node: Node) -> list[Moment]:
    portion = node.values("portion")[0]
    return [_portion(moment, portion) for moment in resolve(anchor, node.inner[0])]


def _portion(moment: Moment, portion: str) -> Moment:
    """The early, middle or late part of a month or a year; of shorter dates there is none."""
    first, last = moment.first, moment.last
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", moment.edtf) and portion in PARTS_OF_MONTH:
        low, high = PARTS_OF_MONTH[portion]
        days = some_day(first.replace(day=low if low > 0 else last.day + low), first.replace(day=min(high, last.day)))
        approximate = f"{moment.edtf}-15~" if portion == "mid" else f"{moment.edtf}~"
        return replace(days, side=approximate, year_given=moment.year_given, doubt=moment.doubt)
    if re.fullmatch(r"[0-9]{4}", moment.edtf) and portion:
        if portion in PARTS_OF_YEAR:
            low, high = PARTS_OF_YEAR[portion]
            return replace(
                moment, edtf=f"[{first.year}-{low:02}..{first.year}-{high:02}]", side=f"{first.year}-{low:02}"
            )
        return replace(moment, edtf=f"{moment.edtf}~", side=f"{moment.edtf}~")
    return moment


def _week_of(anchor: Anchor, node: Node) -> list[Moment]:
    """`the week of 2 December`: the week of the calendar in which the day lies."""
    moment = _single(anchor, node.inner[0])
    return [unit_away(moment.first, "week", 0) if moment.first == moment.last else moment]


def _range(anchor: Anchor, node: Node) -> list[Moment]:
    """`from late August to early September`: both ends belong to one story, so they share a year."""
    left, right = node.inner
    end = _single(anchor, right)
    start = _single(anchor, left)
    if end.year_given and not start.year_given:
        start = _single(replace(anchor, year=end.last.year), left)
    elif start.year_given and not end.year_given:
        end = _single(replace(anchor, year=start.first.year), right)
    if start.first > end.last:
        if start.year_given and not end.year_given:
            end = _single(replace(anchor, year=start.first.year + 1), right)
        else:
            start = _single(replace(anchor, year=end.last.year - 1), left)
    if start.first > end.last:
        raise Unsettled(why="the later date stands first")
    return [replace(start, edtf=f"{start.end}/{end.end}", last=end.last, side=start.end)]


def _inner(anchor: Anchor, node: Node) -> list[Moment]:
    """`between 5 and 7 September`; `between 9:00 and 11:00 on 5 September` is the day."""
    return [_single(anchor, node.inner[0])]


def _choice(anchor: Anchor, node: Node) -> list[Moment]:
    one, other = [_single(anchor, part) for part in node.inner]
    return [replace(one, edtf=f"[{one.edtf},{other.edtf}]", last=other.last, side=one.end)]


def _beside(anchor: Anchor, node: Node) -> list[Moment]:
    """`the day after 21 September`."""
    moment = _single(anchor, node.inner[-1])
    days = node.values("adjacent", "adjacent_at_end")[0]
    return [counted(moment.last if days.first > 0 else moment.first, days)]


def _eve(anchor: Anchor, node: Node) -> list[Moment]:
    return [one_day(_single(anchor, node.inner[-1]).first - timedelta(1))]


def _before_or_after(anchor: Anchor, node: Node) -> list[Moment]:
    """`two days after 3 May`; `the days after 3 May` are some days, fewer than the next larger unit has."""
    moment = _single(anchor, node.inner[-1])
    unit, before = node.values("unit")[0], bool(node.values("before", "past"))
    if not any(node.values("day", "number", "article")):
        larger = LARGER.get(unit, unit)
        far = shifted(moment.first, -1, larger) if before else shifted(moment.last, 1, larger)
        return [some_day(far, moment.last) if before else some_day(moment.first, far)]
    count = count_in(node)
    day = shifted(moment.first, -count, unit) if before else shifted(moment.last, count, unit)
    return [around(day, unit)]


def _since(anchor: Anchor, node: Node) -> list[Moment]:
    """Something that goes on: its year is the last one possible, whatever the tense."""
    moment = _single(replace(anchor, direction=-1, near=0), node.inner[0])
    return [replace(moment, edtf=f"{moment.end}/..", last=max(anchor.issued, moment.last), part=None, doubt="")]


def _by(anchor: Anchor, node: Node) -> list[Moment]:
    ahead = anchor if anchor.direction else replace(anchor, direction=1)  # a term lies ahead
    last = _single(ahead, node.inner[0]).last
    return [Moment(f"[..{last}]", last, last, side=str(last))]


def _before(anchor: Anchor, node: Node) -> list[Moment]:
    inner = node.inner[0]
    moment = _single(anchor, inner)
    ends = "end" in inner.values("portion")
    first = moment.last if ends else moment.first - timedelta(1)
    return [Moment(f"[..{first}]", first, first, side=str(first))]


def _until(anchor: Anchor, node: Node) -> list[Moment]:
    """An end may lie ahead even of what is told in the past: the year is the nearer one."""
    moment = _single(replace(anchor, direction=0, near=HALF_A_YEAR), node.inner[0])
    return [replace(moment, edtf=f"../{moment.end}")]


def _after(anchor: Anchor, node: Node) -> list[Moment]:
    first = _single(anchor, node.inner[0]).last + timedelta(1)
    if anchor.direction < 0 and first < anchor.issued:
        return [some_day(first, anchor.issued)]
    return [Moment(f"[{first}..]", first, first, side=str(first))]


def _from(anchor: Anchor, node: Node) -> list[Moment]:
    """Open at the end, unless the words name a range: `from 1 to 5 February`."""
    moments = resolve(anchor, node.inner[0])
    if len(moments) > 1 or moments[0].first != moments[0].last:
        return moments if "/" in moments[0].edtf else [replace(moments[0], edtf=f"{moments[0].end}/..")]
    return [replace(moments[0], edtf=f"{moments[0].first}/..", part=None)]


def _about(anchor: Anchor, node: Node) -> list[Moment]:
    """`about 15 March`, `15 March (?)`."""
    moment = _single(anchor, node.inner[0])
    edtf = f"{moment.edtf}{'?' if node.shape == 'doubtful' else '~'}"
    return [replace(moment, edtf=edtf) if parses(edtf) else moment]


SHAPES = POINTS | COUNTED | by_name(
    _clock, _part_of_day, _part_of_days, _part_of_period, _part_of_month, _week_of, _range, _choice, _eve, _beside,
    _since, _by, _before_or_after, _before, _until, _after, _from, _about,
) | {"hours": _inner, "range_of_list": _inner, "doubtful": _about}  # fmt: skip
