"""An export (csv, xlsx, json, jsonl) to sheets of cells; and the same sheets of what would be exported today.

Every format becomes the texts that a spreadsheet shows, in the vocabulary of `exporters/columns.md`: what follows need
not know which format it was.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.errors import CallError, ReadError
from diplotimeline.exporters.csv import unguarded
from diplotimeline.exporters.marks import ALL_MARKS, MARKS
from diplotimeline.exporters.table import (
    ACTOR,
    CLAIM,
    EVENT,
    SOURCE,
    Column,
    Reader,
    Record,
    Records,
    actors_in,
    readers,
    text_of,
)
from diplotimeline.exporters.xlsx import CLAIMS as CLAIMS_OF_EVENT
from diplotimeline.files import read_regular
from diplotimeline.importing.delimited import read_delimited
from diplotimeline.importing.lines import MOST_BYTES, Line, TableError
from diplotimeline.importing.records import read_json
from diplotimeline.importing.tables import cleaned
from diplotimeline.importing.workbook import read_sheets
from diplotimeline.reading.builder import MAX_SCALAR
from diplotimeline.record.chronology import Timeline, cited
from diplotimeline.record.values import Event
from diplotimeline.record.words import TOLLS

EVENTS, CLAIMS, SOURCES, ACTORS = NAMES = ("Events", "Claims", "Sources", "Actors")
SIGNATURE = ("id", "date", "title")
# By these, together with the signature, a table is known to be an export.
KNOWN_BY = ({"date_earliest", "date_precision", "actor_ids"}, {"claim", "source_id", "stance"})
JSON_ENDINGS = (".json", ".jsonl", ".ndjson")
COUNTED = tuple(
    f"{before}{name}{bound}" for before in ("", "claim_") for name in TOLLS for bound in ("", "_min", "_best", "_max")
)
DERIVED = {
    *(name for name in COUNTED if name.endswith(("_min", "_best", "_max"))), "citation", "sources", "urls",
    "actor_kinds", "actor_states", "quote_check", "no", "source_citation",
    *(f"{before}date_{name}" for before in ("", "claim_") for name in
      ("earliest", "start_latest", "end_earliest", "latest", "open", "unknown", "precision", "qualifier", "display")),
}  # fmt: skip
LONG = re.compile(r"\w+_[0-9]+")  # what a cell of a workbook cannot hold goes on in `summary_2`
IN_JSON = tuple(one for one in EVENT if one.name not in (*COUNTED, "no", "sources", "urls"))
CLAIMS_IN_JSON = (EVENT[1], *(one for one in CLAIM if one.name not in COUNTED))


class Row(NamedTuple):
    """A row of a sheet: where it begins in the file, its number, and its cells by the names of their columns."""

    line: int
    number: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheets:
    """The rows of an export by the name of their sheet. A csv has one sheet, Events or Claims.

    Where there is no sheet of sources or of events, the rows of Claims have their columns too.
    """

    path: str
    rows: dict[str, list[Row]]
    columns: dict[str, tuple[str, ...]]
    title: str = ""
    summary: str = ""
    left_out: int = 0
    others: tuple[str, ...] = field(default=())

    def unknown(self) -> dict[str, int]:
        """The columns that no export has, with the number of their filled cells."""
        known = {column.name for column in (*EVENT, CLAIMS_OF_EVENT, *CLAIM, *SOURCE, *ACTOR, *ALL_MARKS)}
        found: dict[str, int] = {}
        for rows in self.rows.values():
            for row in rows:
                for name, text in row.cells.items():
                    if text and name not in known and "extra." not in name and not LONG.fullmatch(name):
                        found[name] = found.get(name, 0) + 1
        return found

    def fault(self, row: Row, column: str, message: str, help: str = "") -> TableError:
        """A mistake in a cell."""
        return TableError(self.path, row.line, row.number, column, message, help)


def read(path: str, encoding: str = "", *, sure: bool = False) -> Sheets | None:
    """The sheets of an export; None for another file. Raises `CallError` for another file if it is `sure` to be one."""
    try:
        data = read_regular(path, MOST_BYTES)
    except ReadError as error:
        raise CallError(f"{path or repr(path)} {error.message}") from None
    ending = Path(path).suffix.lower()
    if not sure and not _may_be(data, ending):
        return None
    if ending in JSON_ENDINGS:
        found = _from_json(path, data, encoding)
    elif ending == ".xlsx" or data.startswith(b"PK\x03\x04"):
        found = _from_workbook(path, data)
    else:
        found = _from_csv(path, data, encoding, sure=sure)
    if found is None and sure:
        help = "an export has a column 'id'; a table with columns of its own makes a new timeline: -o new.yaml"
        raise CallError(f"{path} is no export in csv, xlsx, json or jsonl", help)
    if found:
        _clean(found)
    return found


def _clean(found: Sheets) -> None:
    """Leave out the invisible characters that no timeline may hold, and count them."""
    for rows in found.rows.values():
        for row in rows:
            whole = "".join(row.cells.values())
            for name, text in () if whole.isascii() and whole.isprintable() else row.cells.items():
                if not (text.isascii() and text.isprintable()):
                    row.cells[name], gone = cleaned(text)
                    found.left_out += gone
    found.title, found.summary = " ".join(cleaned(found.title)[0].splitlines()), cleaned(found.summary)[0]


def _may_be(data: bytes, ending: str) -> bool:
    """Whether a file can be an export: that is seen in its first bytes, and in UTF-8."""
    if ending == ".xlsx" or data.startswith(b"PK\x03\x04"):
        return data.startswith(b"PK\x03\x04")
    first = data[:4096].split(b"\n", maxsplit=1)[0] if ending not in JSON_ENDINGS else data[:4096]
    return (b"date" in first and b"id" in first and b"\0" not in first) or (
        ending in JSON_ENDINGS and b"diplotimeline/" in first
    )


# --- csv and xlsx --------------------------------------------------------------------------------------------------


def _from_csv(path: str, data: bytes, encoding: str, *, sure: bool) -> Sheets | None:
    signature = ("id",) if sure else SIGNATURE
    lines = read_delimited(path, data, encoding, signature)
    lines = [Line(number, [unguarded(cell) if "'" in cell else cell for cell in cells]) for number, cells, _ in lines]
    if not lines or not (sure or any(names <= {*lines[0].cells} for names in KNOWN_BY)):
        return None
    name = CLAIMS if KNOWN_BY[1] <= {*lines[0].cells} else EVENTS
    return _sheets(path, {name: lines})


def _from_workbook(path: str, data: bytes) -> Sheets | None:
    sheets = read_sheets(path, data, EVENTS, (*NAMES, "About"))
    about = dict(line.cells[:2] for line in sheets.pop("About", ()) if len(line.cells) > 1)
    if not sheets or not sheets[EVENTS] or not {*SIGNATURE} <= {*sheets[EVENTS][0].cells}:
        return None
    found = _sheets(path, {name: lines for name, lines in sheets.items() if lines})
    found.title, found.summary = about.get("Title", ""), about.get("Summary", "")
    _join_long_texts(found)
    return found


def _sheets(path: str, sheets: Mapping[str, list[Line]]) -> Sheets:
    """The rows of lines, the first of which names the columns."""
    found = Sheets(path, {}, {})
    for name, (header, *lines) in sheets.items():
        columns = [" ".join(cell.split()) for cell in header.cells]
        twice = next((one for one in columns if one and columns.count(one) > 1), None)
        if twice:
            raise CallError(f"{path}:{header.number}: two columns are named '{twice}'", "rename one of them")
        found.columns[name] = tuple(filter(None, columns))
        found.rows[name] = [_row(found, columns, line, number) for number, line in enumerate(lines, start=1)]
    return found


def _row(found: Sheets, columns: list[str], line: Line, number: int) -> Row:
    cells = line.cells + [""] * (len(columns) - len(line.cells))
    if (len(cells) != len(columns) and any(cells[len(columns) :])) or (
        len(line.cells) != len(columns) and not line.padded
    ):
        message = f"{len(line.cells)} cells, but the header has {len(columns)}"
        raise TableError(
            found.path, line.number, number, columns[-1], message, "is a cell with a separator not quoted?"
        )
    return Row(line.number, number, {name: text for name, text in zip(columns, cells, strict=False) if name})


def _join_long_texts(found: Sheets) -> None:
    """What a cell could not hold goes on in `summary_2`; of Events in Claims, beside the first claim of the event."""
    events = {row.cells["id"]: row for row in found.rows[EVENTS]}
    for row in (*found.rows.get(CLAIMS, ()), *found.rows.get(SOURCES, ()), *found.rows.get(ACTORS, ())):
        for name, text in row.cells.items():
            whole, _, number = name.rpartition("_")
            if text and number.isdecimal() and whole:
                owner = row if whole in row.cells else events.get(row.cells.get("id", ""), row)
                if whole in owner.cells:
                    owner.cells[whole] += text


# --- json ----------------------------------------------------------------------------------------------------------


def _from_json(path: str, data: bytes, encoding: str) -> Sheets | None:
    """JSON and JSON lines, of which a line has an event with its sources."""
    head, records = read_json(path, data, encoding)
    if not isinstance(head, dict):
        head = {}
    if not str(head.get("format", "")).startswith("diplotimeline/") and not (records and _is_event(records[0][1])):
        return None
    if head.get("format", "diplotimeline/2") != "diplotimeline/2":
        raise CallError(f"{path} is of another version of the format, {head['format']}", "export it again")
    try:
        return _of_records(path, head, records)
    except (TypeError, KeyError, AttributeError, ValueError, IndexError):
        raise CallError(f"{path} is not as `export` writes it", "what may stand where: see its JSON Schema") from None


def _is_event(record: Any) -> bool:
    return isinstance(record, dict) and {"claims", *SIGNATURE} <= record.keys() and isinstance(record["date"], dict)


def _of_records(path: str, head: Record, records: list[tuple[int, Any]]) -> Sheets:
    found = Sheets(path, {EVENTS: [], CLAIMS: []}, {}, head.get("title", ""), head.get("summary", ""))
    sources: dict[str, Record] = {one["id"]: one for one in head.get("sources", ())}
    texts = _Texts()
    for number, (line, record) in enumerate(records, start=1):
        if not _is_event(record):
            raise CallError(f"{path}:{line}: event {number} is not as `export` writes it", "export it again")
        sources |= {one["id"]: one for one in record.setdefault("sources", [])}
        found.rows[EVENTS].append(Row(line, number, texts.event(record)))
        for claim in record["claims"]:
            cells = texts.claim({**record, "claim": claim, "source": sources.get(claim["source_id"])})
            found.rows[CLAIMS].append(Row(line, number, cells))
    for name, some, columns in ((SOURCES, [*sources.values()], SOURCE), (ACTORS, head.get("actors", []), ACTOR)):
        reading = readers(columns)
        found.rows[name] = [Row(1, number, _cells(reading, one)) for number, one in enumerate(some, start=1)]
    return found


class _Texts:
    """Records of JSON to cells."""

    def __init__(self) -> None:
        self.events = {name: read for name, read in readers(IN_JSON).items() if name != "extra"}
        self.claims = {name: read for name, read in readers(CLAIMS_IN_JSON).items() if name != "claim_extra"}

    def event(self, record: Record) -> dict[str, str]:
        return _cells(self.events, record) | {f"extra.{name}": text for name, text in record["extra"].items()}

    def claim(self, record: Record) -> dict[str, str]:
        own = record["claim"]["extra"].items()
        return _cells(self.claims, record) | {f"claim_extra.{name}": text for name, text in own}


def _cells(reading: Mapping[str, Reader], record: Record) -> dict[str, str]:
    return {
        name: value if type(value := read(record)) is str else _text(name, value) if value or value == 0 else ""
        for name, read in reading.items()
    }


def _text(name: str, value: Any) -> str:
    if name in ("casualties", "claim_casualties"):
        return json.dumps(value, ensure_ascii=False)
    text = text_of(value)
    if len(text) > MAX_SCALAR * 100:
        raise ValueError
    return text


# --- today ---------------------------------------------------------------------------------------------------------


class Written(Records):
    """Records without what follows from something else: the bounds of dates, the sources of an event."""

    def date(self, when: EventDate, part: str = "") -> Record:  # noqa: ARG002 - only its words need the part
        """A date as it is written."""
        return {"edtf": when.edtf}

    def event_with_sources(self, event: Event) -> Record:
        """An event alone."""
        return self.event(event)


def today(timeline: Timeline, like: Sheets, *, derived: bool = False) -> Sheets:
    """The sheets of what would be exported today, with the columns of another one; those derived if asked for."""
    records = Records(timeline) if derived else Written(timeline)
    rows: dict[str, Callable[[], Iterable[Record]]] = {
        EVENTS: records.rows,
        CLAIMS: lambda: records.rows("claims"),
        SOURCES: lambda: filter(None, map(records.marked_source, cited(timeline))),
        ACTORS: lambda: map(records.actor, actors_in(timeline)),
    }
    known: dict[str, tuple[Column, ...]] = {
        EVENTS: (*EVENT, MARKS),
        CLAIMS: (*EVENT, *CLAIM, *ALL_MARKS),
        SOURCES: (*SOURCE, MARKS),
        ACTORS: ACTOR,
    }
    found = Sheets(like.path, {}, {}, timeline.title, timeline.summary)
    for name, given in like.rows.items():
        wanted = (
            {column: None for row in given for column in row.cells}
            if like.columns.get(name) is None
            else dict.fromkeys(like.columns[name])
        )
        chosen = [column for column in _wanted(known[name], wanted) if derived or column.name not in DERIVED]
        reading = readers(chosen)
        found.rows[name] = [Row(0, number, _cells(reading, one)) for number, one in enumerate(rows[name](), start=1)]
    return found


def _wanted(known: Iterable[Column], wanted: Iterable[str]) -> Iterator[Column]:
    """The columns that are wanted, those of single fields of one's own among them."""
    by_name = {column.name: column for column in known}
    for name in wanted:
        whole, _, own = name.partition(".")
        column = by_name.get(whole)
        if column and own and whole in ("extra", "claim_extra"):
            yield Column(name, "text", f"{column.way}.{own}", column.holds)
        elif column and not own and whole not in ("extra", "claim_extra"):
            yield column
