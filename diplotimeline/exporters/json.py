"""JSON, `diplotimeline/2`: every field spelled out apart from the internal types, so that they may change.

The published schema stands beside this file (`json.schema.json`).
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from diplotimeline.exporters.marks import marks_apart
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.table import Record, Records, actors_in
from diplotimeline.record.chronology import Timeline, cited

FORMAT = "diplotimeline/2"


def render(timeline: Timeline) -> Exported:
    """The selected events with the actors and sources that they refer to, as one JSON object."""
    records = Records(timeline)
    head: Record = {
        "format": FORMAT,
        "title": timeline.title,
        "summary": timeline.summary,
        "actors": [records.actor(name) for name in actors_in(timeline)],
        "sources": [records.source(name) for name in cited(timeline)],
    }
    return Exported(
        lambda: document(head, "events", map(records.event, timeline.events)), lost=marks_apart(timeline, "json")
    )


def render_lines(timeline: Timeline) -> Exported:
    """One event per line, each with the sources that it cites, so that a line stands alone."""
    records = Records(timeline)
    lost = marks_apart(timeline, "jsonl")
    return Exported(lambda: (f"{as_text(records.event_with_sources(event))}\n" for event in timeline.events), lost=lost)


def document(head: Record, name: str, items: Iterable[Record]) -> Iterator[str]:
    """A JSON object that ends with a list, in pieces: only one item at a time is held."""
    yield whole({**head, name: []}).removesuffix("]\n}\n")
    before = "\n    "
    for item in items:
        yield before + as_text(item, indent=2).replace("\n", "\n    ")
        before = ",\n    "
    yield "]\n}\n" if before[0] == "\n" else "\n  ]\n}\n"


def as_text(record: Record, indent: int | None = None) -> str:
    """A record as JSON, its days as `YYYY-MM-DD`."""
    return json.dumps(record, ensure_ascii=False, indent=indent, default=date.isoformat)


def whole(record: Record) -> str:
    """A record as a JSON document of indented lines."""
    return as_text(record, indent=2) + "\n"
