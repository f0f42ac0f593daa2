"""The marks of drafts and of what is private, in columns of their own.

Only `--drafts` and `--private` write what is so marked; without its marks it would come back as if it were for all.
"""

from collections.abc import Iterable

from diplotimeline.exporters.table import Column
from diplotimeline.exporters.telling import no_room
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Claim, Event, Source
from diplotimeline.record.withholding import marks

MARKS, CLAIM_MARKS, SOURCE_MARKS = ALL_MARKS = (
    Column("marks", "texts", "marks", "Whether it is a draft, private, or only the degrees of its place are"),
    Column("claim_marks", "texts", "claim.marks", "The same of what this source says"),
    Column("source_marks", "texts", "source.marks", "The same of the source"),
)


def bearing(timeline: Timeline, columns: Iterable[Column]) -> tuple[Column, ...]:
    """Those of the columns of marks in which one stands."""
    claims = [claim for event in timeline.events for claim in event.claims]
    some: dict[str, Iterable[Event | Claim | Source]] = {
        MARKS.name: timeline.events,
        CLAIM_MARKS.name: claims,
        SOURCE_MARKS.name: [timeline.sources[one.source] for one in claims if one.source in timeline.sources],
    }
    return tuple(column for column in columns if any(map(marks, some[column.name])))


def marks_apart(timeline: Timeline, format: str, *, events: bool = False) -> tuple[str, ...]:
    """What a format loses of the marks of what is not for all; with `events`, those of events are in it."""
    claims = [claim for event in timeline.events for claim in event.claims]
    sources = [one for id in {claim.source: None for claim in claims} if (one := timeline.sources.get(id))]
    marked: list[Event | Claim | Source] = [*(() if events else timeline.events), *claims, *sources]
    number = sum(len(marks(one)) for one in marked)
    return no_room(format, [(number, "private or draft mark")], "csv with --rows claims and xlsx have them")
