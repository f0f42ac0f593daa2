"""A sheet of an .xlsx workbook to lines of cells: text stays text, a date is a day, a formula is its text.

The file comes from strangers. Its parts are looked at before a library reads them: no macros, no entities, no bombs.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any
from warnings import catch_warnings

from diplotimeline.dates import MONTH_NAMES
from diplotimeline.errors import CallError, MissingPackageError
from diplotimeline.importing.lines import MOST_BYTES, Counter, Line
from diplotimeline.suggest import did_you_mean

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and every workbook that is encrypted
MOST_PARTS = 2_000
MOST_TAGS = 2_000_000  # of a part: half a million cells, which take five seconds
PIECE = 1024 * 1024
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# In the code of a number format: texts, colours and conditions, and signs that are shown as they are.
NOT_OF_THE_DATE = re.compile(r'"[^"]*"|\[(?![hms]+\])[^][]*\]|\\.|_.', re.IGNORECASE)
BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError, OSError, RuntimeError,
          OverflowError, NotImplementedError, zipfile.BadZipFile, zlib.error)  # fmt: skip


def read_workbook(path: str, data: bytes, sheet: str = "") -> tuple[list[Line], list[str]]:
    """The lines of a sheet, the first one unless it is named, and the names of the others.

    Raises `CallError` where there is none.
    """
    with _opened(path, data) as book:
        chosen = _sheet(path, book, sheet)
        return _lines(path, chosen), [one.title for one in book.worksheets if one is not chosen]


def read_sheets(path: str, data: bytes, needed: str, names: Collection[str]) -> dict[str, list[Line]]:
    """The lines of these sheets, as far as there are such; none at all of a workbook that has not the `needed` one."""
    with _opened(path, data) as book:
        sheets = {one.title: one for one in book.worksheets if one.title in names}
        return {title: _lines(path, sheet) for title, sheet in sheets.items()} if needed in sheets else {}


@contextmanager
def _opened(path: str, data: bytes) -> Iterator[Any]:
    """A workbook. Raises `CallError` for what is none, here or while it is read."""
    if data.startswith(OLD_OFFICE):
        raise CallError(f"{path} is encrypted, or of an old Excel", "save it as .xlsx without a password, or as .csv")
    try:
        from openpyxl import load_workbook  # 150 ms, for this format only
    except ImportError:
        raise MissingPackageError("to read .xlsx one more package is needed; .csv needs none", "xlsx") from None
    try:
        _inspect(path, data)
        with catch_warnings(action="ignore"):  # of parts that are not read, such as pictures
            yield load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except BROKEN as error:
        raise CallError(f"{path} is not a workbook that can be read: {type(error).__name__}", "save it again") from None


def _inspect(path: str, data: bytes) -> None:
    """Raises `CallError` for a workbook with macros, with declarations of XML, or with more than is read."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise CallError(f"{path} unpacks to more than {MOST_BYTES // PIECE} MiB", "save the sheet as .csv")
        if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
            raise CallError(f"{path} holds macros, which are not read", "save it as .xlsx without macros")
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                _inspect_part(path, packed.read(part), part.filename)


def _inspect_part(path: str, xml: bytes, name: str) -> None:
    if xml.count(b"<") > MOST_TAGS:
        raise CallError(f"{path}: its part {name} holds more than {MOST_TAGS:,} tags", "save the sheet as .csv")
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in xml[:200] or DECLARATIONS.search(xml):
        raise CallError(f"{path}: its part {name} declares entities, which are not read", "save it again")


def _sheet(path: str, book: Any, named: str) -> Any:
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if not sheets:
        raise CallError(f"{path} holds no sheet with cells")
    if named and named not in sheets:
        raise CallError(f"{path} has no sheet '{named}'", did_you_mean(named, sheets, "sheets"))
    return sheets[named or next(iter(sheets))]


def _lines(path: str, sheet: Any) -> list[Line]:
    sheet.reset_dimensions()  # what the file says of its size need not be true
    counter = Counter(path)
    lines = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        counter.count(number, len(cells))
        counter.cells += len(row) - len(cells)
        if cells:
            lines.append(Line(number, cells, padded=True))
    return lines


def _text(cell: Any) -> str:
    """A cell as text: what was typed, not how it is shown."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _moment(value, cell.number_format)
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _moment(value: datetime, number_format: str) -> str:
    """A date as far as its format shows it: `May-22` is a month, whatever day a spreadsheet keeps behind it.

    Where the format shows no year, the spreadsheet has made one up: the day and month are all that was typed.
    """
    shown = NOT_OF_THE_DATE.sub("", number_format.split(";", maxsplit=1)[0]).lower()
    day = "d" in shown
    if "y" not in shown and (day or "mmm" in shown):
        month = MONTH_NAMES[value.month - 1]
        return f"{value.day} {month}" if day else month
    if "y" in shown and not day:
        return value.date().isoformat()[: 7 if "m" in shown else 4]
    return value.isoformat(timespec="seconds" if value.second else "minutes").removesuffix("T00:00")
