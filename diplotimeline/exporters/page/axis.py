"""A picture of a chronology as shapes: the coordinates of what the web page draws, a lane for each actor.

Symbols of a lane that would touch, their numbers included, are stacked in rows. Where there would be too many rows,
events that take the same columns share a symbol, which says how many they are. Labels are measured with room to spare,
because the reader's fonts are not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from diplotimeline.analyses.lanes import Lane, Picture, Stretch, ticks

WIDTH = 900.0
MARGIN = 12.0
ROOM = WIDTH - 2 * MARGIN
MOST_TICKS = 12
FEWEST_DAYS = 10
"""A picture of fewer days gets days around it: a single day is no bar from edge to edge."""
MOST_LABELS = 200
"""With more events than this the symbols carry no numbers: they would be too many to read."""
MOST_ROWS = 20
"""In more rows than this, of what is certain and of what is not, nobody finds a symbol."""
SMALLEST, POINT, BAR, ROW, EDGE, APART = 6.0, 7.0, 14.0, 18.0, 6.0, 3.0
DIGIT, BESIDE = 7.0, 2.0
TICK_GAP, TICK_LETTER = 4.0, 6.5


class Label(NamedTuple):
    """The number of an event at its symbol, or how many share it (`×12`).

    `x` is its middle, `y` its base line, `left` and `right` its ends; `on` says what is behind it: `solid`, `loose` or
    `paper`.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    on: str


class Symbol(NamedTuple):
    """What is drawn for an event in a lane, or for several that have no room side by side.

    `solid` is the outline of the days that are certain, `loose` of those that are not: SVG paths, empty where there are
    none. Of what is planned, alleged or disputed they are `hollow_solid` and `hollow_loose`. `left` and `right` bound
    everything that is drawn, `top` is the upper edge of the bar.
    """

    events: tuple[int, ...]
    solid: str
    loose: str
    left: float
    right: float
    top: float
    label: Label | None
    hollow_solid: str = ""
    hollow_loose: str = ""

    @property
    def settled(self) -> bool:
        """Whether one of its events is neither planned nor alleged nor disputed."""
        return bool(self.solid or self.loose)


class DrawnLane(NamedTuple):
    """An actor's events, their symbols and the height that they need."""

    actor: str
    depth: int
    events: tuple[int, ...]
    symbols: tuple[Symbol, ...]
    height: float


class Tick(NamedTuple):
    """A day of the axis; the label is empty where there is no room for it."""

    x: float
    label: str


class Drawing(NamedTuple):
    """All shapes of the picture, in units of which it is `WIDTH` wide; `numbered` says if events show their numbers."""

    ticks: tuple[Tick, ...]
    lanes: tuple[DrawnLane, ...]
    numbered: bool

    @property
    def crowded(self) -> bool:
        """Whether several events share a symbol somewhere."""
        return any(len(symbol.events) > 1 for lane in self.lanes for symbol in lane.symbols)


class _Bar(NamedTuple):
    """A stretch in units of the picture; `whole` says that all of it is certain."""

    left: float
    right: float
    sure: tuple[float, float] | None
    whole: bool
    open_start: bool
    open_end: bool
    settled: bool

    @property
    def outline(self) -> tuple[float, float]:
        """Its ends, with the points that show an open side."""
        return self.left - POINT * self.open_start, self.right + POINT * self.open_end


@dataclass(slots=True)
class _Group:
    """The events of one symbol, mostly a single one, with their bars and a bar around all of these.

    `free` is where the symbol before it in its row ends: a label that would begin further left is left out.
    """

    events: list[int]
    bars: dict[_Bar, None]
    around: _Bar
    numbered: bool
    free: float = 0.0

    def join(self, other: "_Group") -> None:
        """Add the events of another group to this one."""
        one, two = self.around, other.around
        self.events += other.events
        self.bars |= other.bars
        self.around = _Bar(
            min(one.left, two.left), max(one.right, two.right), None, whole=False,
            open_start=one.open_start or two.open_start, open_end=one.open_end or two.open_end,
            settled=one.settled or two.settled,
        )  # fmt: skip

    def label(self, top: float = 0.0) -> Label | None:
        """The label in a symbol whose upper edge is at `top`; None for no label."""
        several = len(self.events) > 1
        if not several and not self.numbered:
            return None
        text = f"×{len(self.events):,}" if several else str(self.events[0] + 1)
        left, right, on = _place_of(text, self.around)
        if several and left < self.free:
            return None
        return Label(text, round((left + right) / 2, 1), top + BAR - 3, left, right, on)

    def box(self) -> tuple[float, float]:
        """The left and right end of all that is drawn."""
        left, right = self.around.outline
        label = self.label()
        return (min(left, label.left), max(right, label.right)) if label else (left, right)


def draw(picture: Picture) -> Drawing:
    """The shapes of a picture."""
    picture = _with_air(picture)
    numbered = len(picture.stretches) <= MOST_LABELS
    bars = [_bar(picture, stretch) for stretch in picture.stretches]
    lanes = tuple(_lane(lane, bars, numbered=numbered) for lane in picture.lanes)
    return Drawing(tuple(_ticks(picture)), lanes, numbered)


def _with_air(picture: Picture) -> Picture:
    """The picture with days before and after, as far as the calendar goes, if it has only a few."""
    more = max(0, FEWEST_DAYS - (picture.last + 1 - picture.first)) // 2
    return replace(picture, first=max(1, picture.first - more), last=min(date.max.toordinal(), picture.last + more))


def _bar(picture: Picture, stretch: Stretch) -> _Bar:
    left, right = _ends(picture, stretch.first, stretch.last)
    whole = stretch.sure == (stretch.first, stretch.last)
    # What is certain must not hide that the rest is not.
    sure = _ends(picture, *stretch.sure) if stretch.sure and (whole or right - left > 2 * SMALLEST) else None
    return _Bar(left, right, sure, whole, stretch.open_start, stretch.open_end, stretch.settled)


def _ends(picture: Picture, first: int, last: int) -> tuple[float, float]:
    """The left and right end of these days, never so close that nothing is seen."""
    left, right = (MARGIN + picture.offset(day, ROOM) for day in (first, last + 1))
    if right - left < SMALLEST:
        left = min(max((left + right - SMALLEST) / 2, MARGIN), WIDTH - MARGIN - SMALLEST)
        right = left + SMALLEST
    return round(left, 1), round(right, 1)


def _lane(lane: Lane, bars: list[_Bar], *, numbered: bool) -> DrawnLane:
    """A lane with its events in symbols that do not touch one another; certain ones stand above the others."""
    symbols: list[Symbol] = []
    rows = 0
    for certain in (True, False):
        its = [number for number in lane.events if bars[number].whole == certain]
        groups = [_Group([number], {bars[number]: None}, bars[number], numbered) for number in its]
        placed = _placed(groups)
        symbols += [_symbol(group, EDGE + (rows + n) * ROW) for n, row in enumerate(placed) for group in row]
        rows += len(placed)
    symbols.sort(key=lambda symbol: symbol.events)
    return DrawnLane(lane.actor, lane.depth, lane.events, tuple(symbols), 2 * EDGE + rows * ROW - (ROW - BAR))


def _placed(groups: list[_Group], *, shared: bool = False) -> list[list[_Group]]:
    """The groups in rows in which none touches another.

    Where there would be too many rows, those of the same columns share a symbol; one that has no room even so joins
    the one that begins last before it.
    """
    rows: list[list[_Group]] = []
    for group in sorted(groups, key=lambda group: (group.box(), group.events)):
        left = group.box()[0]
        row = next((row for row in rows if left >= row[-1].box()[1] + APART), None)
        if row:
            group.free = row[-1].box()[1] + APART
            row.append(group)
        elif len(rows) < MOST_ROWS:
            rows.append([group])
        elif shared:
            max((row[-1] for row in rows), key=lambda last: last.around.left).join(group)
        else:
            return _placed(_by_column(groups), shared=True)
    return rows


def _by_column(groups: Iterable[_Group]) -> list[_Group]:
    """The groups, joined where they begin and end in the same columns; a column is as wide as the smallest symbol."""
    columns: dict[tuple[float, float], _Group] = {}
    for group in groups:
        group.free = 0.0
        known = columns.setdefault((group.around.left // SMALLEST, group.around.right // SMALLEST), group)
        if known is not group:
            known.join(group)
    return list(columns.values())


def _place_of(text: str, bar: _Bar) -> tuple[float, float, str]:
    """The left and right end of a label and what is behind it: the certain days, else the others, else the paper."""
    width = len(text) * DIGIT
    start, end = bar.outline
    grounds = [(bar.left, bar.right, "loose")]
    if bar.sure:
        first, last = bar.sure
        grounds = [(first, last, "solid"), (last, bar.right, "loose"), (bar.left, first, "loose")]
    for left, right, on in grounds:
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


def _symbol(group: _Group, top: float) -> Symbol:
    """The outlines and the label of a group whose upper edge is at `top`."""
    solid, loose = {True: "", False: ""}, {True: "", False: ""}  # by whether it is settled
    for bar in group.bars:
        if not bar.whole:
            loose[bar.settled] += _path(bar.left, bar.right, top, bar.open_start, bar.open_end)
        if bar.sure:
            solid[bar.settled] += _path(*bar.sure, top, bar.whole and bar.open_start, bar.whole and bar.open_end)
    label, events = group.label(top), tuple(sorted(group.events))
    return Symbol(events, solid[True], loose[True], *group.box(), top, label, solid[False], loose[False])


def _path(left: float, right: float, top: float, open_start: bool, open_end: bool) -> str:  # noqa: FBT001
    """The outline of a bar as an SVG path; an open side is a point."""
    half = BAR / 2
    end = f"l{POINT:g} {half:g} {-POINT:g} {half:g}" if open_end else f"v{BAR:g}"
    start = f"l{-POINT:g} {-half:g}" if open_start else ""
    return f"M{left:g} {top:g}H{right:g}{end}H{left:g}{start}z"


def _ticks(picture: Picture) -> Iterable[Tick]:
    """The ticks of the axis; a label begins at its day, and is left out where it would touch the one before."""
    free, year = 0.0, 0
    for day, label in ticks(picture.first, picture.last, MOST_TICKS):
        x = MARGIN + picture.offset(day, ROOM)
        this = date.fromordinal(day).year
        label += f" {this}" if year != this and not label.endswith(str(this)) else ""
        end = x + TICK_GAP + len(label) * TICK_LETTER
        fits = x >= free and end <= WIDTH
        if fits:
            free, year = end + APART, this
        yield Tick(round(x, 1), label if fits else "")
