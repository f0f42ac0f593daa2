"""From a date expression to EDTF. Here are the shapes made around other dates: nights, ranges, since and until.

Nothing is guessed: what the text leaves open raises `Unsettled` with the readings that are possible.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from diplotimeline.dates import parse, parses
from diplotimeline.drafting.anchors import HALF_A_YEAR, Anchor
from diplotimeline.drafting.expressions import Node
from diplotimeline.drafting.lexicon import TABLES
from diplotimeline.drafting.moments import Moment, Unsettled, shifted, stretch, unit_away
from diplotimeline.drafting.points import POINTS, Resolver, by_name, counted, counted_units
from diplotimeline.drafting.vocabulary import Days
from diplotimeline.errors import DateOrderError

PARTS_OF_MONTH: Mapping[str, tuple[int, int]] = TABLES["parts_of_month"]
PARTS_OF_YEAR: Mapping[str, tuple[int, int]] = TABLES["parts_of_year"]
LARGER = {"day": "week", "week": "month", "month": "year"}
NIGHTS = ("night", "nights")


def resolve(anchor: Anchor, node: Node) -> list[Moment]:
    """The dates that an expression stands for; several where it is a list. Raises `Unsettled`."""
    try:
        found = SHAPES[node.shape](anchor, node)
        moments = [found] if isinstance(found, Moment) else found
        for moment in moments:
            parse(moment.edtf)
    except DateOrderError:
        raise Unsettled(why="the later date stands first") from None
    except (ValueError, OverflowError):
        raise Unsettled(why="there is no such day") from None
    return moments


def _single(anchor: Anchor, node: Node) -> Moment:
    """The one date that a part of an expression stands for."""
    first, *others = resolve(anchor, node)
    return stretch(first.first, others[-1].last) if others else first


def _inner(anchor: Anchor, node: Node) -> Moment:
    """The date that an expression is made around, and that alone: `between 9:00 and 11:00 on 5 September`."""
    return _single(anchor, node.inner[-1])


def _clock(anchor: Anchor, node: Node) -> Moment:
    moment = _inner(anchor, node)
    timed = f"{moment.edtf}T{node.one('clock')}"
    return moment._replace(edtf=timed) if parses(timed) else moment


def _part_of_day(anchor: Anchor, node: Node) -> list[Moment]:
    """`the night of 12 September` lies in two days, an evening in one."""
    named, moments = node.one("part_of_day"), resolve(anchor, node.inner[0])
    if named == "night" and len(moments) == 2:
        return [stretch(moments[0].first, moments[1].last, "night")]  # `the night of 27 and 28 September`
    return [_with_part(moment, named.removesuffix("s") or None) for moment in moments]


def _with_part(moment: Moment, part: str | None) -> Moment:
    days = (moment.last - moment.first).days
    if part == "night" and not days:
        return stretch(moment.first, moment.first + timedelta(1), "night")._replace(doubt=moment.doubt)
    return moment._replace(part=part if days == (part == "night") else None)


def _part_of_days(anchor: Anchor, node: Node) -> Moment:
    """`the night from Monday to Tuesday`."""
    first, last = (_single(anchor, part).first for part in node.inner)
    if node.one("part_of_day") in NIGHTS:
        return stretch(last - timedelta(1), last, "night")
    return stretch(first, last)


def _part_of_period(anchor: Anchor, node: Node) -> Moment:
    """`the start of the year`, `the end of last month`."""
    if node.one("unit") == "week":
        return _single(anchor, node._replace(shape="period"))
    return _portion(unit_away(anchor.issued, node.one("unit"), -node.has("last")), node.one("portion"))


def _portion(moment: Moment, portion: str) -> Moment:
    """The early, middle or late part of a month or a year; of shorter dates there is none."""
    edtf, first, last = moment.edtf, moment.first, moment.last
    if len(edtf) == 7 and portion in PARTS_OF_MONTH:
        low, high = PARTS_OF_MONTH[portion]
        days = stretch(first.replace(day=low if low > 0 else last.day + low), first.replace(day=min(high, last.day)))
        return moment._replace(edtf=days.once().edtf, side=f"{edtf}-15~" if portion == "mid" else f"{edtf}~")
    if not edtf.isdecimal() or not portion:
        return moment
    low, high = PARTS_OF_YEAR.get(portion, (0, 0))
    return moment._replace(edtf=f"[{edtf}-{low:02}..{edtf}-{high:02}]" if low else f"{edtf}~")


def _range(anchor: Anchor, node: Node) -> Moment:
    """`from late August to early September`: both ends belong to one story, so they share a year."""
    left, right = node.inner
    end, start = _single(anchor, right), _single(anchor, left)
    if end.year_given and not start.year_given:
        start = _single(anchor._replace(year=end.last.year), left)
    elif start.year_given and not end.year_given:
        end = _single(anchor._replace(year=start.first.year), right)
    if start.first > end.last and start.year_given and not end.year_given:
        end = _single(anchor._replace(year=start.first.year + 1), right)
    elif start.first > end.last:
        start = _single(anchor._replace(year=end.last.year - 1), left)
    return start._replace(edtf=f"{start.end}/{end.end}", side="")


def _before_or_after(anchor: Anchor, node: Node) -> Moment:
    """`two days after 3 May`; `the days after 3 May` are some days, fewer than the next larger unit has."""
    moment, unit, back = _inner(anchor, node), node.one("unit"), node.has("before", "past")
    if any(node.values("day", "number", "article")):
        return counted_units(moment, node, back=back)
    larger = LARGER.get(unit, unit)
    if back:
        return stretch(shifted(moment.first, -1, larger), moment.last).once()
    return stretch(moment.first, shifted(moment.last, 1, larger)).once()


def _since(anchor: Anchor, node: Node) -> Moment:
    """Something that goes on: its year is the last one possible, whatever the tense."""
    moment = _inner(anchor._replace(direction=-1, near=0), node)
    return moment._replace(edtf=f"{moment.end}/..", part=None, doubt="")


def _before(anchor: Anchor, node: Node) -> Moment:
    moment = _inner(anchor, node)
    ends = node.inner[0].one("portion") == "end"
    return Moment(f"[..{moment.last if ends else moment.first - timedelta(1)}]")


def _until(anchor: Anchor, node: Node) -> Moment:
    """An end may lie ahead even of what is told in the past: the year is the nearer one."""
    moment = _inner(anchor._replace(direction=0, near=HALF_A_YEAR), node)
    return moment._replace(edtf=f"../{moment.end}")


def _after(anchor: Anchor, node: Node) -> Moment:
    first: date = _inner(anchor, node).last + timedelta(1)
    if anchor.direction < 0 and first < anchor.issued:
        return stretch(first, anchor.issued).once()
    return Moment(f"[{first}..]")


def _from(anchor: Anchor, node: Node) -> Moment | list[Moment]:
    """Open at the end, unless the words name a range: `from 1 to 5 February`."""
    first, *others = moments = resolve(anchor, node.inner[0])
    if others or (first.first != first.last and "/" in first.edtf):
        return moments
    return first._replace(edtf=f"{first.end}/..", part=None)


def _about(anchor: Anchor, node: Node) -> Moment:
    """`about 15 March`, `15 March (?)`."""
    moment = _inner(anchor, node)
    edtf = f"{moment.edtf}{'?' if node.shape == 'doubtful' else '~'}"
    return moment._replace(edtf=edtf) if parses(edtf) else moment


SHAPES: dict[str, Resolver] = POINTS | by_name(
    _clock, _part_of_day, _part_of_days, _part_of_period, _range, _since, _before_or_after, _before, _until,
    _after, _from, _about,
) | {
    "hours": _inner, "range_of_list": _inner, "doubtful": _about,
    "part_of_month": lambda anchor, node: [
        _portion(moment, node.one("portion")) for moment in resolve(anchor, node.inner[0])
    ],
    # The week of the calendar in which the day lies: `the week of 2 December`.
    "week_of": lambda anchor, node: unit_away(_inner(anchor, node).first, "week", 0),
    "choice": lambda anchor, node: _single(anchor, node.inner[0])._replace(
        edtf=f"[{','.join(_single(anchor, part).edtf for part in node.inner)}]"
    ),
    "beside": lambda anchor, node: counted(_inner(anchor, node), node.one("adjacent", "adjacent_at_end")),
    "eve": lambda anchor, node: counted(_inner(anchor, node), Days(-1, -1)),
    # A term lies ahead where the sentence has no tense.
    "by": lambda anchor, node: Moment(f"[..{_inner(anchor._replace(direction=anchor.direction or 1), node).last}]"),
}  # fmt: skip
