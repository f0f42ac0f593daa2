"""A list in the terminal: one line for each entry with its id, its number and its name; or the number of each kind."""

from collections.abc import Iterator, Sequence

from diplotimeline.analyses.listing import KINDS, Entry, listing
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.lines import Line, cells


def entries(listed: Sequence[Entry]) -> Iterator[Line]:
    """A line for each entry, aligned and never cut."""
    id_width = max((cells(one.id) for one in listed), default=0)
    number_width = max((len(f"{one.number:,}") for one in listed), default=0)
    for id, name, number in listed:
        yield [
            ("", id + " " * (id_width - cells(id))),
            ("date", f"  {number:>{number_width},}"),
            ("faint", f"  {name}"),
        ]


def kinds(timeline: Timeline) -> Iterator[Line]:
    """A line for each kind with the number of its entries."""
    yield from entries([Entry(kind, "", len(listing(timeline, kind))) for kind in KINDS])
