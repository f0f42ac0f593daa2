"""A picture of a chronology as shapes: the coordinates of what the web page draws.

Up to 200 events have a lane for each actor and a mark each: a sign and a number, and below them a bar over the days of
the date. Marks that would touch are stacked in rows. More events, and lanes that would need too many rows, have columns
instead, which count. `picture.js` draws the same for what the filters keep: a change here is one there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import floor
from typing import NamedTuple

from diplotimeline.analyses.lanes import Lane, Picture, Stretch, ticks
from diplotimeline.dates import MONTHS

WIDTH = 900.0
MARGIN = 12.0
ROOM = WIDTH - 2 * MARGIN
MOST_TICKS = 12
FEWEST_DAYS = 10
"""A picture of fewer days gets days around it: a single day is no bar from edge to edge."""
MOST_EVENTS = 200
MOST_MARKS = 4000
"""Beyond these numbers of events and of marks in all lanes there are two lanes of columns, whoever took part."""
MOST_ROWS = 12
"""In more rows than this nobody finds a mark: such a lane has columns."""
SMALLEST, POINT, BAR, ROW, EDGE, APART = 6.0, 5.0, 5.0, 20.0, 5.0, 5.0
SIGN, DIGIT = 12.0, 6.6
COLUMNS, TALLEST, SHORTEST = 73, 30.0, 2.0
TICK_GAP, TICK_LETTER = 4.0, 6.5


class Mark(NamedTuple):
    """An event in a lane: where its sign and number begin (`x`), the upper edge of its row (`top`) and its bar.

    `solid` is the outline of the days that are certain, `loose` of those that are not: SVG paths, empty where there are
    none. `left` and `right` bound everything that is drawn.
    """

    event: int
    x: float
    top: float
    solid: str
    loose: str
    left: float
    right: float


class Column(NamedTuple):
    """Events that begin in the same stretch of time: their numbers and, from below, its parts of one look each."""

    events: tuple[int, ...]
    parts: tuple[tuple[str, str], ...]


class DrawnLane(NamedTuple):
    """A lane with either marks or columns and the height that they need."""

    actor: str
    depth: int
    events: tuple[int, ...]
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    height: float


class Tick(NamedTuple):
    """A day of the axis; the label is empty where there is no room for it."""

    x: float
    label: str


class Drawing(NamedTuple):
    """All shapes of the picture, `WIDTH` units wide; `by_actor` is False for the two lanes of many events."""

    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane, ...]
    by_actor: bool

    @property
    def has_columns(self) -> bool:
        """Whether some lane counts instead of marking each event."""
        return any(lane.columns for lane in self.lanes)


def draw(picture: Picture, months: tuple[str, ...] = MONTHS) -> Drawing:
    """The shapes of a picture; `months` are the twelve short names on its axis."""
    picture = with_air(picture)
    by_actor = is_by_actor(picture)
    lanes = picture.lanes if by_actor else tuple(_two_lanes(picture))
    bars = [_Bar(picture, number, stretch) for number, stretch in enumerate(picture.stretches)] if by_actor else []
    drawn = tuple(_lane(picture, lane, bars) for lane in lanes)
    return Drawing(tuple(_ticks(picture, months)), drawn, by_actor)


def is_by_actor(picture: Picture) -> bool:
    """Whether the picture is small enough for a lane for each actor."""
    marks = sum(len(lane.events) for lane in picture.lanes)
    return len(picture.stretches) <= MOST_EVENTS and marks <= MOST_MARKS


def with_air(picture: Picture) -> Picture:
    """The picture with days before and after, as far as the calendar goes, if it has only a few."""
    more = max(0, FEWEST_DAYS - (picture.last + 1 - picture.first)) // 2
    return replace(picture, first=max(1, picture.first - more), last=min(date.max.toordinal(), picture.last + more))


def _two_lanes(picture: Picture) -> Iterator[Lane]:
    """What is settled and what is not, where there is some; they stand for no actor."""
    for name, settled in (("settled", True), ("unsettled", False)):
        events = tuple(number for number, one in enumerate(picture.stretches) if one.settled == settled)
        if events:
            yield Lane(name, 0, events)


# --- marks ---------------------------------------------------------------------------------------------------------


class _Bar:
    """The bar of an event in units of the picture, and the box around it and its label."""

    def __init__(self, picture: Picture, number: int, stretch: Stretch) -> None:
        self.number, self.stretch = number, stretch
        self.left, self.right = _ends(picture, stretch.first, stretch.last)
        self.whole = stretch.sure == (stretch.first, stretch.last)
        # What is certain must not hide that the rest is not.
        shown = stretch.sure and (self.whole or self.right - self.left > 2 * SMALLEST)
        self.sure = _ends(picture, *stretch.sure) if stretch.sure and shown else None
        label = SIGN + DIGIT * len(str(number + 1)) + 1
        self.x = max(0.0, min(self.left, WIDTH - label))
        self.box_left = min(self.x, self.left - POINT * stretch.open_start)
        self.box_right = max(self.x + label, self.right + POINT * stretch.open_end)

    def mark(self, top: float) -> Mark:
        """The mark in a row whose upper edge is at `top`."""
        low, start, end = top + ROW - BAR - 2, self.stretch.open_start, self.stretch.open_end
        loose = "" if self.whole else _path(self.left, self.right, low, start, end)
        solid = _path(*self.sure, low, self.whole and start, self.whole and end) if self.sure else ""
        return Mark(self.number, rounded(self.x), top, solid, loose, rounded(self.box_left), rounded(self.box_right))


def _lane(picture: Picture, lane: Lane, bars: list[_Bar]) -> DrawnLane:
    """A lane with its marks, certain ones above the others, or with columns where that takes too many rows."""
    rows: list[list[_Bar]] = []
    for whole in (True, False) if bars else ():
        rows += _rows(bars[number] for number in lane.events if bars[number].whole == whole)
    if not bars or len(rows) > MOST_ROWS:
        columns = tuple(_columns(picture, lane.events))
        return DrawnLane(lane.actor, lane.depth, lane.events, (), columns, TALLEST + 3 * EDGE)
    marks = [bar.mark(EDGE + ROW * place) for place, row in enumerate(rows) for bar in row]
    marks.sort()
    return DrawnLane(lane.actor, lane.depth, lane.events, tuple(marks), (), ROW * len(rows) + 2 * EDGE)


def _rows(bars: Iterable[_Bar]) -> list[list[_Bar]]:
    """The bars in rows in which none touches another."""
    rows: list[list[_Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.box_left, bar.box_right, bar.number)):
        for row in rows:
            if bar.box_left >= row[-1].box_right + APART:
                row.append(bar)
                break
        else:
            rows.append([bar])
    return rows


def _ends(picture: Picture, first: int, last: int) -> tuple[float, float]:
    """The left and right end of these days, never so close that nothing is seen."""
    left, right = (MARGIN + picture.offset(day, ROOM) for day in (first, last + 1))
    if right - left < SMALLEST:
        left = min(max((left + right - SMALLEST) / 2, MARGIN), WIDTH - MARGIN - SMALLEST)
        right = left + SMALLEST
    return rounded(left), rounded(right)


def rounded(value: float) -> float:
    """A coordinate to a tenth, halves upwards as a browser does it."""
    return floor(value * 10 + 0.5) / 10


def _path(left: float, right: float, top: float, open_start: bool, open_end: bool) -> str:  # noqa: FBT001
    """The outline of a bar as an SVG path; an open side is a point."""
    half = BAR / 2
    end = f"l{POINT:g} {half:g} {-POINT:g} {half:g}" if open_end else f"v{BAR:g}"
    start = f"l{-POINT:g} {-half:g}" if open_start else ""
    return f"M{left:g} {top:g}H{right:g}{end}H{left:g}{start}z"


# --- columns -------------------------------------------------------------------------------------------------------

LOOKS = ("solid", "solid hollow", "loose", "loose hollow")


def _columns(picture: Picture, events: Iterable[int]) -> Iterator[Column]:
    """The events of a lane in columns; the highest column has the full height."""
    width = ROOM / COLUMNS
    stacks: dict[int, list[int]] = {}
    for number in events:
        stretch = picture.stretches[number]
        begins = stretch.last if stretch.open_start else stretch.first  # nobody knows that it was on the first of all
        place = int(picture.offset(begins, COLUMNS))
        stacks.setdefault(place, []).append(number)
    most = max(map(len, stacks.values()))
    for place, stack in sorted(stacks.items()):
        left, base = MARGIN + place * width + 1, 2 * EDGE + TALLEST
        parts = []
        for look, count in zip(LOOKS, _counts(picture, stack), strict=True):
            if count:
                height = max(SHORTEST, TALLEST * count / most)
                base -= height
                path = f"M{rounded(left):g} {rounded(base):g}h{rounded(width - 2):g}v{rounded(height):g}"
                parts.append((look, f"{path}h{-rounded(width - 2):g}z"))
        yield Column(tuple(stack), tuple(parts))


def _counts(picture: Picture, events: Iterable[int]) -> list[int]:
    """How many of the events have each of `LOOKS`."""
    counts = [0] * len(LOOKS)
    for stretch in map(picture.stretches.__getitem__, events):
        certain = stretch.sure == (stretch.first, stretch.last)
        counts[(0 if certain else 2) + (0 if stretch.settled else 1)] += 1
    return counts


# --- the axis ------------------------------------------------------------------------------------------------------


def _ticks(picture: Picture, months: tuple[str, ...]) -> Iterator[Tick]:
    """The ticks of the axis; a label begins at its day, and is left out where it would touch the one before."""
    free, year = 0.0, 0
    for day, label in ticks(picture.first, picture.last, MOST_TICKS, months):
        x = MARGIN + picture.offset(day, ROOM)
        this = date.fromordinal(day).year
        label += f" {this}" if year != this and not label.endswith(str(this)) else ""
        end = x + TICK_GAP + len(label) * TICK_LETTER
        fits = x >= free and end <= WIDTH
        if fits:
            free, year = end + APART, this
        yield Tick(rounded(x), label if fits else "")
