"""The picture of a chronology as shapes: the coordinates of what the web page draws, a lane per actor.

Marks of a lane that would touch, their numbers included, are stacked in rows. A label is measured generously, because
nobody knows the reader's fonts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from diplotimeline.lanes import Picture, Span, ticks

WIDTH = 900.0
MARGIN = 12.0
ROOM = WIDTH - 2 * MARGIN
MOST_TICKS = 12
FEWEST_DAYS = 10
"""A picture of fewer days gets days around it: a single day is no bar from edge to edge."""
MOST_LABELS = 200
"""With more events than this the marks carry no numbers: they would be too many to read."""
SMALLEST, POINT, BAR, ROW, EDGE, APART = 6.0, 7.0, 14.0, 18.0, 6.0, 3.0
DIGIT, BESIDE = 7.0, 2.0
TICK_GAP, TICK_LETTER = 4.0, 6.5


@dataclass(frozen=True, slots=True)
class Label:
    """The number of an event at its mark: its middle, its base line, and whether it stands on a solid bar."""

    x: float
    y: float
    left: float
    right: float
    on: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in a lane: the outlines of what is certain and of what is not, as SVG paths; empty where there is none.

    `left` and `right` bound everything that is drawn of it, `top` is the upper edge of its bar.
    """

    event: int
    solid: str
    loose: str
    left: float
    right: float
    top: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """The marks of an actor's events and the height that they need."""

    actor: str
    depth: int
    marks: tuple[Mark, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis; the label is empty where there is no room for it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lanes and ticks, all in a picture of `WIDTH` units."""

    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class _Bar:
    """A span in units of the picture."""

    left: float
    right: float
    sure: tuple[float, float] | None
    whole: bool
    open_start: bool
    open_end: bool

    @property
    def outline(self) -> tuple[float, float]:
        return self.left - POINT * self.open_start, self.right + POINT * self.open_end


def draw(picture: Picture) -> Drawing:
    """The shapes of a picture."""
    picture = _with_air(picture)
    numbered = len(picture.spans) <= MOST_LABELS
    bars = [_bar(picture, span) for span in picture.spans]
    lanes = tuple(
        _lane(lane.actor, lane.depth, [(number, bars[number]) for number in lane.events], numbered=numbered)
        for lane in picture.lanes
    )
    return Drawing(tuple(_ticks(picture)), lanes, numbered)


def _with_air(picture: Picture) -> Picture:
    """The picture with days before and after, as far as the calendar goes, if it has only a few."""
    more = max(0, FEWEST_DAYS - (picture.last + 1 - picture.first)) // 2
    return replace(picture, first=max(1, picture.first - more), last=min(date.max.toordinal(), picture.last + more))


def _bar(picture: Picture, span: Span) -> _Bar:
    left, right = _stretch(picture, span.first, span.last)
    whole = span.sure == (span.first, span.last)
    # What is certain must not hide that the rest is not.
    sure = _stretch(picture, *span.sure) if span.sure and (whole or right - left > 2 * SMALLEST) else None
    return _Bar(left, right, sure, whole, span.open_start, span.open_end)


def _stretch(picture: Picture, first: int, last: int) -> tuple[float, float]:
    """The stretch of these days, never too narrow to be seen."""
    left, right = (MARGIN + picture.place(day, ROOM) for day in (first, last + 1))
    if right - left < SMALLEST:
        left = min(max((left + right - SMALLEST) / 2, MARGIN), WIDTH - MARGIN - SMALLEST)
        right = left + SMALLEST
    return round(left, 1), round(right, 1)


def _lane(actor: str, depth: int, bars: Iterable[tuple[int, _Bar]], *, numbered: bool) -> DrawnLane:
    """A lane whose marks take the first row in which they touch no other; what is certain stands above what is not."""
    placed = [(bar, number, _label(bar, str(number + 1)) if numbered else None) for number, bar in bars]
    boxes = [(_box(bar, label), number, bar, label) for bar, number, label in placed]
    marks: list[Mark] = []
    rows = 0
    for certain in (True, False):
        ends: list[float] = []
        for box, number, bar, label in sorted(one for one in boxes if one[2].whole == certain):
            row = next((row for row, end in enumerate(ends) if box[0] >= end + APART), len(ends))
            ends[row:] = [box[1], *ends[row + 1 :]]
            marks.append(_mark(number, bar, box, EDGE + (rows + row) * ROW, label))
        rows += len(ends)
    marks.sort(key=lambda mark: mark.event)
    return DrawnLane(actor, depth, tuple(marks), 2 * EDGE + rows * ROW - (ROW - BAR))


def _box(bar: _Bar, label: tuple[float, float, str] | None) -> tuple[float, float]:
    """The left and right end of a bar with its label."""
    left, right = bar.outline
    return (min(left, label[0]), max(right, label[1])) if label else (left, right)


def _label(bar: _Bar, number: str) -> tuple[float, float, str]:
    """Where the number of an event stands: on what is certain, else on what is not, else beside the bar."""
    width = len(number) * DIGIT
    start, end = bar.outline
    for left, right, on in _grounds(bar):
        if right - left >= width + 2 * BESIDE:
            if right - left <= 4 * width:
                left = (left + right - width) / 2
            elif bar.open_start and not bar.open_end:
                left = right - width - 3 * BESIDE
            else:
                left += 3 * BESIDE
            return left, left + width, on
    left = end + BESIDE if end + BESIDE + width <= WIDTH else start - BESIDE - width
    return left, left + width, "paper"


def _grounds(bar: _Bar) -> list[tuple[float, float, str]]:
    if bar.sure is None:
        return [(bar.left, bar.right, "loose")]
    first, last = bar.sure
    return [(first, last, "solid"), (last, bar.right, "loose"), (bar.left, first, "loose")]


def _mark(number: int, bar: _Bar, box: tuple[float, float], top: float, label: tuple[float, float, str] | None) -> Mark:
    solid = loose = ""
    if not bar.whole:
        loose = _path(bar.left, bar.right, top, bar.open_start, bar.open_end)
    if bar.sure:
        left, right = bar.sure
        solid = _path(left, right, top, bar.whole and bar.open_start, bar.whole and bar.open_end)
    place = None
    if label:
        left, right, on = label
        place = Label(round((left + right) / 2, 1), top + BAR - 3, left, right, on)
    return Mark(number, solid, loose, *box, top, place)


def _path(left: float, right: float, top: float, open_start: bool, open_end: bool) -> str:  # noqa: FBT001
    """A bar; where it is open it ends in a point."""
    half = BAR / 2
    end = f"l{POINT:g} {half:g} {-POINT:g} {half:g}" if open_end else f"v{BAR:g}"
    start = f"l{-POINT:g} {-half:g}" if open_start else ""
    return f"M{left:g} {top:g}H{right:g}{end}H{left:g}{start}z"


def _ticks(picture: Picture) -> Iterable[Tick]:
    """The days of the axis; a label begins at its day, and stands only where it touches no other."""
    free, year = 0.0, 0
    for day, label in ticks(picture.first, picture.last, MOST_TICKS):
        x = MARGIN + picture.place(day, ROOM)
        this = date.fromordinal(day).year
        label += f" {this}" if year != this and not label.endswith(str(this)) else ""
        end = x + TICK_GAP + len(label) * TICK_LETTER
        fits = x >= free and end <= WIDTH
        if fits:
            free, year = end + APART, this
        yield Tick(round(x, 1), label if fits else "")
