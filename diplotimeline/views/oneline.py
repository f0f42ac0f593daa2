"""One line per event: EDTF date, type, status where it is not plain, title, actors."""

from collections.abc import Iterator

from diplotimeline.model import Timeline
from diplotimeline.prose import people
from diplotimeline.views.lines import Line, cells

MOST_SIGNS_A_COLUMN = 8  # signs that combine take none


def oneline(timeline: Timeline, width: int | None, *, reverse: bool = False) -> Iterator[Line]:
    """The events, aligned. `width` cuts a line, with an ellipsis; None never cuts."""
    events = timeline.events[::-1] if reverse else timeline.events
    date_width = max(len(event.date.edtf) for event in events)
    type_width = max(len(event.type or "") for event in events)
    for event in events:
        actors = people(timeline, event.actors)
        line: Line = [("date", event.date.edtf.ljust(date_width)), ("faint", f"  {event.type or '':<{type_width}}  ")]
        if event.status != "reported":
            line += [("status", f"[{event.status}] ")]
        line += [("", event.title), ("faint", f" · {actors}" if actors else "")]
        yield line if width is None else _cut(line, width)


def _cut(line: Line, width: int) -> Line:
    """The line in at most `width` columns."""
    if sum(cells(text) for _, text in line) <= width:
        return line
    kept: Line = []
    room = width - 1
    for style, text in line:
        fitting = text[: _fitting(text, room)]
        kept.append((style, fitting))
        room -= cells(fitting)
        if fitting != text:
            break
    return [*kept, ("faint", "…")]


def _fitting(text: str, room: int) -> int:
    """How many characters of a text take at most so many columns; found by halving, a text may be very long."""
    low, high = 0, min(len(text), room * MOST_SIGNS_A_COLUMN)
    while low < high:
        middle = (low + high + 1) // 2
        if cells(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low
