"""The sheets of an export to entries: events with their claims, sources and actors, each with its cells by column.

A csv of claims says everything about an event and a source in every row again: rows that contradict are a mistake.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from diplotimeline.exporters.marks import CLAIM_MARKS, MARKS, SOURCE_MARKS
from diplotimeline.exporters.table import CLAIM, EVENT, OF_CLAIMS, SOURCE, parted
from diplotimeline.reading.merge import make_id
from diplotimeline.returning.sheets import ACTORS, CLAIMS, DERIVED, EVENTS, SOURCES, Row, Sheets

Cells = dict[str, str]
# How the columns of a source are called in a row of a claim.
OF_SOURCE = {"source_id": "id", SOURCE_MARKS.name: MARKS.name, **{
    (f"source_{one.name}" if one.name in ("title", "type", "identifiers") else one.name): one.name for one in SOURCE[1:]
}}  # fmt: skip
OF_EVENT = {MARKS.name, *(one.name for one in EVENT)} - {*OF_CLAIMS}
OF_CLAIM = {CLAIM_MARKS.name, *(one.name for one in CLAIM)} - (OF_SOURCE.keys() - {"source_id"})
# Names beside their ids.
PAIRS = (
    ("actors", "actor_ids"),
    ("speaker", "speaker_id"),
    ("according_to", "according_to_id"),
    ("claim_actors", "claim_actor_ids"),
)


@dataclass(slots=True)
class Entry:
    """An event, a claim, a source or an actor: its id, its first row, its cells; an event's claims by number.

    `named` says whether the id of an event was written in the table.
    """

    id: str
    row: Row
    cells: Cells
    claims: dict[str, "Entry"] = field(default_factory=dict)
    named: bool = True


@dataclass(slots=True)
class Entries:
    """The entries of an export by id, and the ids of actors by their names. `of_claims`: whether it has claims."""

    sheets: Sheets
    events: dict[str, Entry] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    actors: dict[str, Entry] = field(default_factory=dict)
    names: dict[str, dict[str, None]] = field(default_factory=dict)

    @property
    def of_claims(self) -> bool:
        return CLAIMS in self.sheets.rows

    def who(self, name: str) -> list[str]:
        """The ids of the actors with a name."""
        return [*self.names.get(name, ())]


def entries(sheets: Sheets) -> Entries:
    """The entries of an export. Raises `TableError` where two rows say different things of one entry."""
    return _Grouping(sheets).entries


class _Grouping:
    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.entries = Entries(sheets)
        self.pairs: set[tuple[str, str]] = set()
        rows, wide = sheets.rows, EVENTS not in sheets.rows
        for row in rows.get(EVENTS, ()):
            self.event([row])
        if wide:
            for same in _together(rows[CLAIMS], "id"):
                self.event(same)
            cited = (row for row in rows[CLAIMS] if row.cells.get("source_id"))
            for same in _together(cited, "source_id"):
                self.declared("sources", same, OF_SOURCE)
        for row in rows.get(CLAIMS, ()):
            self.claim(row)
        for row in rows.get(SOURCES, ()):
            self.declared("sources", [row], {})
        for row in rows.get(ACTORS, ()):
            self.declared("actors", [row], {})
        for some in rows.values():
            pairs = [pair for pair in PAIRS if some and {*pair} <= some[0].cells.keys()]
            for row in some if pairs else ():
                self.names(row, pairs)
        for entry in self.entries.actors.values():
            self.entries.names.setdefault(entry.cells.get("name", ""), {})[entry.id] = None

    def event(self, same: list[Row]) -> None:
        """An event. One without an id is meant by the id that it would get."""
        first = same[0]
        cells = first.cells
        if EVENTS not in self.sheets.rows:
            names = [name for name in cells if name in OF_EVENT or name.startswith("extra.")]
            cells = self.one(same, dict(zip(names, names, strict=True)))
        if not any(cells.values()):
            return
        named = cells.get("id", "")
        id = named or make_id(cells.get("date", ""), cells.get("title", ""))
        if id in self.entries.events:
            other = self.entries.events[id].row.number
            raise self.sheets.fault(first, "id", f"row {other} has the id '{id}' too", "ids are unique")
        self.entries.events[id] = Entry(id, first, cells if named else cells | {"id": ""}, named=bool(named))

    def claim(self, row: Row) -> None:
        """A claim of an event, which is there."""
        id = row.cells.get("id", "") or make_id(row.cells.get("date", ""), row.cells.get("title", ""))
        event = self.entries.events.get(id)
        if event is None:
            raise self.sheets.fault(row, "id", f"there is no event '{id}'", "add it to the sheet Events")
        number = row.cells.get("claim", "") or f"new {len(event.claims) + 1}"
        if number in event.claims:
            raise self.sheets.fault(
                row, "claim", f"claim {number} of '{id}' stands there twice", "leave it empty: it is new"
            )
        event.claims[number] = Entry(
            id,
            row,
            {name: text for name, text in row.cells.items() if name in OF_CLAIM or name.startswith("claim_extra.")},
        )

    def declared(self, section: str, same: list[Row], names: Mapping[str, str]) -> None:
        """A source or an actor; `names` are those of its columns in rows of claims."""
        given = names or {name: name for name in same[0].cells}
        id = next((same[0].cells.get(name, "") for name, own in given.items() if own == "id"), "")
        if not any(same[0].cells.values()):
            return
        found: dict[str, Entry] = getattr(self.entries, section)
        if not id or id in found:
            said = f"'{id}' stands in row {found[id].row.number} too" if id else "it has no id"
            raise self.sheets.fault(same[0], "id", said, "give it an id of its own")
        found[id] = Entry(id, same[0], self.one(same, given))

    def one(self, same: list[Row], names: Mapping[str, str]) -> Cells:
        """The cells that rows have of one entry, by the names that it has there."""
        first, *others = same
        for row in others:
            for written, name in names.items():
                if row.cells.get(written) != first.cells.get(written) and name not in DERIVED:
                    message = f"it differs from row {first.number}, which is about the same"
                    raise self.sheets.fault(row, written, message, "write the same in both")
        return {name: first.cells[written] for written, name in names.items() if written in first.cells}

    def names(self, row: Row, pairs: Iterable[tuple[str, str]]) -> None:
        """The names of actors that stand beside their ids."""
        for name, id in pairs:
            pair = row.cells.get(id, ""), row.cells.get(name, "")
            if all(pair) and pair not in self.pairs:
                self.pairs.add(pair)
                for one, called in zip(*map(parted, pair), strict=False):
                    self.entries.names.setdefault(called, {})[one] = None


def _together(rows: Iterable[Row], column: str) -> Iterator[list[Row]]:
    """The rows with the same text in a column; each without one is alone."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.cells.get(column, "") or f"\0{row.line}", []).append(row)
    yield from found.values()
