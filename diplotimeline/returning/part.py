"""Which part of a timeline a table was made of: with or without what is a draft or private."""

from collections.abc import Iterable, Iterator

from diplotimeline.exporters.marks import CLAIM_MARKS, MARKS
from diplotimeline.exporters.table import Column, parted
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Claim, Event, Source
from diplotimeline.record.withholding import marks, withhold
from diplotimeline.returning.entries import Entries, Entry


def exported_part(timeline: Timeline, then: Entries) -> Timeline:
    """The part of a timeline that a table was made of: by the marks in it, and by events that no other export has."""
    named = [event for event in timeline.events if event.id in then.events]
    alone = (event.private or all(claim.private for claim in event.claims) for event in named)
    marked = {*_marks_in_both(timeline, named, then)}
    drafts = "draft" in marked or any(event.draft for event in named)
    return withhold(timeline, drafts=drafts, private=bool(marked - {"draft"}) or any(alone))


def _marks_in_both(timeline: Timeline, events: Iterable[Event], then: Entries) -> Iterator[str]:
    """The marks that an entry bears in the table and in the file: a new one tells nothing of other entries."""
    told: list[tuple[Entry, Column, Iterable[Event | Claim | Source]]] = []
    for event in events:
        entry = then.events[event.id]
        told.append((entry, MARKS, [event]))
        told += [(claim, CLAIM_MARKS, event.claims) for claim in entry.claims.values()]
    told += [(entry, MARKS, [timeline.sources[id]]) for id, entry in then.sources.items() if id in timeline.sources]
    for entry, column, here in told:
        if text := entry.cells.get(column.name):
            yield from {*parted(text)}.intersection(mark for one in here for mark in marks(one))
