"""JSON, `diplotimeline/2`: every field spelled out apart from the internal types, so that they may change.

The published schema stands beside this file (`json.schema.json`).
"""

import json
from collections.abc import Iterable
from datetime import date

from diplotimeline.exporters.marks import marks_apart
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.table import Record, Records, actors_in
from diplotimeline.record.chronology import Timeline, cited

FORMAT = "diplotimeline/2"


def render(timeline: Timeline) -> Exported:
    """The selected events with the actors and sources that they refer to, as one JSON object."""
    records = Records(timeline)
    head = {
        "format": FORMAT,
        "title": timeline.title,
        "summary": timeline.summary,
        "actors": [records.actor(name) for name in actors_in(timeline)],
        "sources": [records.source(name) for name in cited(timeline)],
    }
    content = document(head, "events", map(records.event, timeline.events))
    return Exported(content, lost=marks_apart(timeline, "json"))


def render_lines(timeline: Timeline) -> Exported:
    """One event per line, each with the sources that it cites, so that a line stands alone."""
    records = Records(timeline)
    content = "".join(f"{as_text(records.event_with_sources(event))}\n" for event in timeline.events)
    return Exported(content, lost=marks_apart(timeline, "jsonl"))


def document(head: Record, name: str, items: Iterable[Record]) -> str:
    """A JSON object that ends with a list, of which only one item at a time is held as more than text."""
    listed = ",\n".join(as_text(item, indent=2) for item in items).replace("\n", "\n    ")
    empty = whole({**head, name: []})
    return empty.removesuffix("]\n}\n") + f"\n    {listed}\n  ]\n}}\n" if listed else empty


def as_text(record: Record, indent: int | None = None) -> str:
    """A record as JSON, its days as `YYYY-MM-DD`."""
    return json.dumps(record, ensure_ascii=False, indent=indent, default=date.isoformat)


def whole(record: Record) -> str:
    """A record as a JSON document of indented lines."""
    return as_text(record, indent=2) + "\n"
