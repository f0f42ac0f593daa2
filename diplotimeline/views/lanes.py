"""The chronology as a picture: actors down, time across."""

import math
from collections.abc import Iterator

from diplotimeline.analyses.lanes import Lane, Picture, Span, picture, ticks
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import NO_BREAK, Line, cells, wrap

NAME_SHARE = 3
TICK_WIDTH = 10
EDGE = 1
"""A column on each side of the axis, where no sign of an event covers that it goes further."""
UNSURE, SURE, EVENT, MANY, UNSETTLED_EVENT, UNSETTLED_MANY = "░", "━", "●", "◆", "○", "◇"
LEGEND = (
    f"{EVENT} event", f"{MANY} several events", f"{UNSETTLED_EVENT} {UNSETTLED_MANY} planned, alleged or disputed",
    f"{SURE} all that time", f"{UNSURE} at some time in there", "‹ › further, or not known",
)  # fmt: skip


def lanes(timeline: Timeline, width: int) -> Iterator[Line]:
    """The picture in at most `width` columns, which it takes whole."""
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
    """The name of a lane, further in for who belongs to another; a long one takes several lines, and none is cut."""
    indent = "  " * min(lane.depth, width // 8)
    return [indent + line for line in wrap(safe_words(name), width - len(indent))]


def _axis(drawn: Picture, indent: int, room: int) -> Iterator[Line]:
    """The labels of the time axis, each beginning above its day, and a mark below it."""
    labels, marks = [" "] * room, ["─"] * room
    free = 0
    for day, label in ticks(drawn.first, drawn.last, max(room // TICK_WIDTH, 2)):
        column = int(drawn.place(day, room))
        if column >= free and column + len(label) <= room:
            labels[column : column + len(label)] = label
            free = column + len(label) + 1
        marks[column] = "┬"
    yield [("", " " * indent), ("date", "".join(labels))]
    yield [("", " " * indent), ("rail", "".join(marks))]


def _row(drawn: Picture, lane: Lane, room: int) -> str:
    """The signs of a lane: what is uncertain lies below what is sure; beside the axis what is further, or not known."""
    row = ["·"] * room
    marks: dict[int, list[Span]] = {}
    spans = [drawn.spans[number] for number in lane.events]
    for span in spans:
        _shade(row, drawn, span, room)
    for span in spans:
        if span.sure:
            first, last = _columns(drawn, span.sure, room)
            if span.sure[0] < span.sure[1] or (span.open_end and span.sure[1] == drawn.last):
                row[first + 1 : last + 1] = [SURE] * (last - first)
            marks.setdefault(first, []).append(span)
    for column, there in marks.items():
        settled = any(span.settled for span in there)
        one, many = (EVENT, MANY) if settled else (UNSETTLED_EVENT, UNSETTLED_MANY)
        row[column] = one if len(there) == 1 else many
    before, after = any(span.open_start for span in spans), any(span.open_end for span in spans)
    return ("‹" if before else " ") + "".join(row) + ("›" if after else "")


def _shade(row: list[str], drawn: Picture, span: Span, room: int) -> None:
    if span.sure != (span.first, span.last):
        first, last = _columns(drawn, (span.first, span.last), room)
        row[first : last + 1] = [UNSURE] * (last + 1 - first)


def _columns(drawn: Picture, days: tuple[int, int], room: int) -> tuple[int, int]:
    """The columns that days take; the last day reaches to the edge of the next."""
    first = min(int(drawn.place(days[0], room)), room - 1)
    last = math.ceil(drawn.place(days[1] + 1, room)) - 1
    return first, max(first, min(last, room - 1))


def _pieces(row: str) -> Iterator[tuple[str, str]]:
    """The signs with their styles, signs of one style together."""
    start = 0
    for end in range(1, len(row) + 1):
        if end == len(row) or _style(row[end]) != _style(row[start]):
            yield _style(row[start]), row[start:end]
            start = end


def _style(sign: str) -> str:
    return "faint" if sign in "·░‹›" else "rail"
