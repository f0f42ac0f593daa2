"""One line per event in the terminal: id if asked for, EDTF date, type, labels such as its status, title, actors.

What lies only perhaps in the range that was asked for comes last, with a `?` before its title.
"""

from collections.abc import Iterator

from diplotimeline.phrases import labels, people
from diplotimeline.record.chronology import Timeline, parted
from diplotimeline.views.lines import Line, cells, fitting

TITLE = 52
"""So many columns a title wants, with the blanks between the others."""


def oneline(timeline: Timeline, width: int | None, *, reverse: bool = False, ids: bool = False) -> Iterator[Line]:
    """A line for each event of a timeline that has some, aligned; cut at `width` columns, or never if that is None.

    Where type and date leave little room for titles, date, status and title stand alone.
    """
    date_width = max(len(event.date.edtf) for event in timeline.events)
    id_width = max(len(event.id) for event in timeline.events) if ids else 0
    type_width = max(len(event.type or "") for event in timeline.events)
    narrow = width is not None and width - id_width - date_width - type_width < TITLE
    inside, doubtful = parted(timeline, reverse=reverse)
    for number, event in enumerate([*inside, *doubtful]):
        actors = "" if narrow else people(timeline, event.actors)
        type = "" if narrow else f"{event.type or '':<{type_width}}  "
        line: Line = [("faint", f"{event.id:<{id_width}}  ")] if ids else []
        line += [("date", event.date.edtf.ljust(date_width)), ("faint", f"  {type}")]
        if number >= len(inside):
            line += [("status", "? ")]
        line += [("status", f"[{label}] ") for label in labels(event)]
        line += [("", event.title), ("faint", f" · {actors}" if actors else "")]
        yield line if width is None else _cut(line, width)


def _cut(line: Line, width: int) -> Line:
    """The line in at most `width` columns; an ellipsis stands for what is cut."""
    if sum(cells(text) for _, text in line) <= width:
        return line
    kept: Line = []
    room = width - 1
    for style, text in line:
        start = text[: fitting(text, room)]
        kept.append((style, start))
        room -= cells(start)
        if start != text:
            break
    return [*kept, ("faint", "…")]
