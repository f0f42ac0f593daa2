"""A file that holds a table becomes columns and rows of text, each row with its number."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from diplotimeline.characters import FORBIDDEN
from diplotimeline.documents import kind as kinds_of
from diplotimeline.documents.kind import ZIP, advice, kind_of
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular
from diplotimeline.importing.columns import recognise
from diplotimeline.importing.delimited import read_delimited
from diplotimeline.importing.lines import MOST_BYTES, MOST_COLUMNS, Line, TableError
from diplotimeline.importing.records import read_records
from diplotimeline.importing.workbook import read_workbook
from diplotimeline.reading.builder import MAX_SCALAR

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".json", ".jsonl", ".ndjson")
OTHER_SHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers")
DOCUMENTS = (
    kinds_of.PDF, kinds_of.PAGE, kinds_of.SAVED_PAGE, kinds_of.WORD, kinds_of.WRITER, kinds_of.RTF,
    kinds_of.PROTECTED, kinds_of.OLD_OFFICE,
)  # fmt: skip
FIRST_ROWS = 30  # among which the header is looked for
OF_WINDOWS = {code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
UNREADABLE = re.compile(f"{FORBIDDEN.pattern[:-1]}\ud800-\udfff]")  # half a pair of signs: JSON can hold one


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the header: its number, counted from 1, where it begins in the file, and its cells."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, its rows, and the rows that stand above the header, such as a notice.

    `left_out` counts the invisible characters that no timeline may hold, `converted` the letters of Windows that stood
    there as control characters; `other_sheets` are those of the workbook that
    were not read, `made_from` columns whose content stands in others that were made from them.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[str, ...] = ()
    left_out: int = 0
    converted: int = 0
    other_sheets: tuple[str, ...] = ()
    made_from: frozenset[str] = frozenset()
    places: dict[str, int] = field(default_factory=dict, compare=False)

    def cell(self, row: Row, column: str) -> str:
        """The text of a row in a column; empty for a column that the table has not."""
        place = self.places.get(column)
        return "" if place is None else row.cells[place]

    def with_columns(self, columns: Mapping[str, list[str]], made_from: Collection[str] = ()) -> "Table":
        """The table with further columns, which were made from some of its own."""
        names = (*self.columns, *columns)
        added = zip(self.rows, *columns.values(), strict=True)
        rows = tuple(replace(row, cells=(*row.cells, *cells)) for row, *cells in added)
        places = {name: at for at, name in enumerate(names)}
        return replace(self, columns=names, rows=rows, places=places, made_from=frozenset(made_from))

    def renamed(self, names: Collection[str]) -> "Table":
        """The table whose columns are called as one of these names is, where only the case of letters differs."""
        known = {name.casefold(): name for name in sorted(names)}
        columns = tuple(name if name in names else known.get(name.casefold(), name) for name in self.columns)
        if len({*columns}) < len(columns):
            return self  # two that differ in case alone
        return replace(self, columns=columns, places={name: at for at, name in enumerate(columns)})

    def filled(self, column: str) -> list[tuple[Row, str]]:
        """The rows in which something stands in a column, with what stands there."""
        return [(row, text) for row in self.rows if (text := self.cell(row, column))]


def read_table(
    path: str, *, encoding: str = "", sheet: str = "", header: int = 0, wanted: Sequence[str] = (),
    known: Sequence[Collection[str]] = (),
) -> Table:  # fmt: skip
    """The table in a file. Raises `CallError`, with row and column, for what is none.

    `header` is the number of the line that names the columns. Without it, it is the one that names most of the
    `wanted` columns or, without these, all of a set of `known` ones, or two and more whose names are understood.
    """
    try:
        data = read_regular(path, MOST_BYTES)
    except ReadError as error:
        raise CallError(f"{path or repr(path)} {error.message}") from None
    ending = Path(path).suffix.lower()
    if ending in OTHER_SHEETS:
        raise CallError(f"{path} is not read", f"save it as .xlsx or .csv: {', '.join(ENDINGS)} are read")
    if ending not in ENDINGS or data.startswith((*ZIP, b"%PDF-")):
        _refuse_document(path, data)
    if sheet and ending != ".xlsx":
        raise CallError(f"--sheet is for .xlsx, and {path} has no sheets", "leave it out")
    others: list[str] = []
    if ending in (".json", ".jsonl", ".ndjson"):
        lines, header = read_records(path, data, encoding), 1
    elif ending == ".xlsx" or data.startswith(b"PK\x03\x04"):
        lines, others = read_workbook(path, data, sheet)
    else:
        lines = read_delimited(path, data, encoding)
    lines = [line for line in lines if any(line.cells)]
    place = _header(path, lines, header, wanted, known, others)
    return replace(_table(path, lines, place), other_sheets=tuple(others))


def _refuse_document(path: str, data: bytes) -> None:
    """Raises `CallError` for a web page, a PDF or another document: what it tells is no table."""
    kind = kind_of(data, path)
    if kind in DOCUMENTS:
        raise CallError(f"{path} is {kind}, not a table", advice(kind, PurePath(path)))


def _table(path: str, lines: list[Line], place: int) -> Table:
    """The table that the lines of a file make, of which the one at `place` names the columns."""
    columns = _columns(path, lines[place], lines[place + 1 :])
    left_out = converted = 0
    rows = []
    for number, line in enumerate(lines[place + 1 :], start=1):
        cells = []
        for at, text in enumerate(_fitted(path, line, columns, number)):
            if len(text) > MAX_SCALAR:
                raise TableError(path, line.number, number, columns[at], f"longer than {MAX_SCALAR:,} characters",
                                 "shorten it; a whole document belongs in a text file of its own")  # fmt: skip
            meant, wrong = as_meant(text)
            plain, gone = cleaned(meant)
            converted, left_out = converted + wrong, left_out + gone
            cells.append(plain.strip())
        rows.append(Row(number, line.number, tuple(cells)))
    if not rows:
        raise CallError(f"{path} has no row below its header", "is the right line taken for it? --header N names it")
    above = tuple("; ".join(UNREADABLE.sub("", cell) for cell in line.cells if cell) for line in lines[:place])
    kept = [at for at, name in enumerate(columns) if name]
    names = tuple(columns[at] for at in kept)
    if len(kept) < len(columns):
        rows = [Row(row.number, row.line, tuple(row.cells[at] for at in kept)) for row in rows]
    return Table(
        Path(path).name,
        names,
        tuple(rows),
        above,
        left_out,
        converted,
        places={name: at for at, name in enumerate(names)},
    )


def as_meant(text: str) -> tuple[str, int]:
    """A text with the letters of Windows that a wrong conversion made control characters, and how many there were.

    U+0092 is the apostrophe in cp1252; browsers read it so, too.
    """
    if text.isascii():
        return text, 0
    return text.translate(OF_WINDOWS), sum(ord(sign) in OF_WINDOWS for sign in text)


def cleaned(text: str) -> tuple[str, int]:
    """A text without the invisible characters that no timeline may hold, and how many there were."""
    if text.isascii() and text.isprintable():
        return text, 0
    return UNREADABLE.subn("", text)


def _header(
    path: str, lines: list[Line], header: int, wanted: Sequence[str], known: Sequence[Collection[str]],
    others: Sequence[str],
) -> int:  # fmt: skip
    """Which of the lines names the columns. `others` are the sheets of the workbook that were not chosen."""
    elsewhere = f"--sheet names another sheet: {', '.join(others)}" if others else ""
    if not lines:
        raise CallError(f"{path} holds no table: it is empty", elsewhere)
    if header:
        places = [place for place, line in enumerate(lines) if line.number == header]
        if not places:
            raise CallError(f"--header {header}: {path} has no such line, or nothing stands in it")
        return places[0]
    first = lines[:FIRST_ROWS]
    if wanted:
        names = {name.casefold() for name in wanted}
        matching = [len(names & {cell.strip().casefold() for cell in line.cells}) for line in first]
        best = max(matching)
        return matching.index(best) if best else 0
    for place, line in enumerate(first):
        cells = {cell.strip().casefold() for cell in line.cells}
        if any({name.casefold() for name in names} <= cells for names in known):
            return place
    understood = [len({name for cell in line.cells if (name := recognise(cell))}) for line in first]
    best = max(understood)
    if best < 2:
        help = "name the line with the names of the columns: --header N --propose > map.yaml, correct that, then --map"
        help = f"{elsewhere}; or {help}" if others else help
        raise CallError(f"{path} has no header that is understood: no line names a date and what happened", help)
    return understood.index(best)


def _columns(path: str, header: Line, rows: list[Line]) -> list[str]:
    """The names of the columns; a column without name and cells has none, one with cells is named by its number."""
    names: list[str] = []
    if len(header.cells) > MOST_COLUMNS:
        raise CallError(f"{path}:{header.number}: the table has more than {MOST_COLUMNS:,} columns", "is it a table?")
    for at, cell in enumerate(header.cells):
        name = " ".join(UNREADABLE.sub("", cell).split())
        if not name and any(len(row.cells) > at and row.cells[at].strip() for row in rows):
            name = f"column {at + 1}"
        if name and name in names:
            message = f"{path}:{header.number}: columns {names.index(name) + 1} and {at + 1} are both named '{name}'"
            raise CallError(message, "rename one of them")
        if len(name) > 100:
            raise CallError(f"{path}:{header.number}: the name of column {at + 1} is longer than 100 characters",
                            "is it the header? --header N names its line")  # fmt: skip
        names.append(name)
    return names


def _fitted(path: str, line: Line, columns: list[str], number: int) -> list[str]:
    """The cells of a row, one for each column. Raises `CallError` if there are more or fewer."""
    cells = line.cells
    if line.padded:
        while len(cells) > len(columns) and not cells[-1].strip():
            cells = cells[:-1]
        cells = cells + [""] * (len(columns) - len(cells))
    if len(cells) != len(columns):
        at = min(len(cells), len(columns))
        named = columns[at] if at < len(columns) else f"column {at + 1}"
        message = f"{len(cells)} cells, but the header has {len(columns)}"
        raise TableError(path, line.number, number, named, message, "is a cell with a separator in it not quoted?")
    return cells
