"""The chronology as a picture in the terminal: actors down, time across."""

import math
from collections.abc import Iterator
from itertools import groupby

from diplotimeline.analyses.lanes import Lane, Picture, Stretch, picture, ticks
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import NO_BREAK, Line, cells, wrap

NAME_SHARE = 3
TICK_WIDTH = 10
EDGE = 1
"""A column on each side of the axis for ‹ and ›, which no sign of an event may cover."""
UNSURE, SURE, EVENT, MANY = "░", "━", "●", "◆"
UNSETTLED_UNSURE, UNSETTLED_SURE, UNSETTLED_EVENT, UNSETTLED_MANY = "╌", "═", "○", "◇"
LEGEND = (
    f"{EVENT} event", f"{MANY} several events",
    f"{UNSETTLED_EVENT} {UNSETTLED_MANY} {UNSETTLED_SURE} {UNSETTLED_UNSURE} planned, alleged or disputed",
    f"{SURE} all that time", f"{UNSURE} at some time in there", "‹ › further, or not known",
)  # fmt: skip


def lanes(timeline: Timeline, width: int) -> Iterator[Line]:
    """A timeline that has events as a picture; the axis takes all of `width` columns that the names leave."""
    drawn = picture(timeline)
    labels = {lane: timeline.name(lane.actor) or "(no actor named)" for lane in drawn.lanes}
    longest = max(2 * lane.depth + cells(label) for lane, label in labels.items())
    name_width = min(longest, width // NAME_SHARE)
    room = width - name_width - 1 - 2 * EDGE
    yield from head(timeline, width)
    yield []
    yield from _axis(drawn, name_width + 1 + EDGE, room)
    for lane in drawn.lanes:
        first, *more = _label(lane, labels[lane], name_width)
        yield [("", first + " " * (name_width - cells(first) + 1)), *_pieces(_row(drawn, lane, room))]
        yield from ([("", line)] for line in more)
    yield []
    legend = " · ".join(words.replace(" ", NO_BREAK) for words in LEGEND)
    yield from ([("faint", line)] for line in wrap(legend, width))


def _label(lane: Lane, name: str, width: int) -> list[str]:
    """The lines of a lane's name, indented under the actor that it belongs to; a long name takes several lines."""
    indent = "  " * min(lane.depth, width // 8)
    return [indent + line for line in wrap(safe_words(name), width - len(indent))]


def _axis(drawn: Picture, indent: int, room: int) -> Iterator[Line]:
    """Two lines of the time axis: labels, each beginning above its day, and below them the line with its ticks."""
    labels, line = [" "] * room, ["─"] * room
    free = 0
    for day, label in ticks(drawn.first, drawn.last, max(room // TICK_WIDTH, 2)):
        column = int(drawn.offset(day, room))
        if column >= free and column + len(label) <= room:
            labels[column : column + len(label)] = label
            free = column + len(label) + 1
        line[column] = "┬"
    yield [("", " " * indent), ("date", "".join(labels))]
    yield [("", " " * indent), ("rail", "".join(line))]


def _row(drawn: Picture, lane: Lane, room: int) -> str:
    """The signs of a lane: shades first, sure days over them, events over those; ‹ › beside the axis where open.

    What is settled covers what is not.
    """
    row = ["·"] * room
    beginning: dict[int, list[Stretch]] = {}
    stretches = sorted((drawn.stretches[number] for number in lane.events), key=lambda stretch: stretch.settled)
    for stretch in stretches:
        if stretch.sure != (stretch.first, stretch.last):
            first, last = _columns(drawn, (stretch.first, stretch.last), room)
            row[first : last + 1] = [UNSURE if stretch.settled else UNSETTLED_UNSURE] * (last + 1 - first)
    for stretch in stretches:
        if stretch.sure:
            first, last = _columns(drawn, stretch.sure, room)
            if stretch.sure[0] < stretch.sure[1] or (stretch.open_end and stretch.sure[1] == drawn.last):
                row[first + 1 : last + 1] = [SURE if stretch.settled else UNSETTLED_SURE] * (last - first)
            beginning.setdefault(first, []).append(stretch)
    for column, there in beginning.items():
        settled = any(stretch.settled for stretch in there)
        one, many = (EVENT, MANY) if settled else (UNSETTLED_EVENT, UNSETTLED_MANY)
        row[column] = one if len(there) == 1 else many
    before, after = any(stretch.open_start for stretch in stretches), any(stretch.open_end for stretch in stretches)
    return ("‹" if before else " ") + "".join(row) + ("›" if after else "")


def _columns(drawn: Picture, days: tuple[int, int], room: int) -> tuple[int, int]:
    """The first and last column that days take; the last day reaches to where the next begins."""
    first = min(int(drawn.offset(days[0], room)), room - 1)
    last = math.ceil(drawn.offset(days[1] + 1, room)) - 1
    return first, max(first, min(last, room - 1))


def _pieces(row: str) -> Iterator[tuple[str, str]]:
    """The row in pieces of one style each."""
    for faint, signs in groupby(row, "·░╌‹›".__contains__):
        yield "faint" if faint else "rail", "".join(signs)
