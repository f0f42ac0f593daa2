"""Text with separators (csv, tsv) to lines of cells; the separator is found, the encoding never guessed."""

import csv
import io
from collections.abc import Collection

from diplotimeline.errors import CallError
from diplotimeline.importing.decoding import decoded
from diplotimeline.importing.lines import Counter, Line

SEPARATORS = (",", ";", "\t", "|")
MOST_LINES = 2_000_000  # a row may have several, and many may be empty
LONGEST_HEADER = 1_000_000
SAMPLE = 50  # lines by which the separator is found


def read_delimited(path: str, data: bytes, encoding: str = "", header: Collection[str] = ()) -> list[Line]:
    """The lines of a text with separators. Raises `CallError` where it is none.

    With `header`, the separator is the one by which the first line has these cells; there is none where it has not.
    """
    text = decoded(path, data, encoding)
    if text.count("\n") > MOST_LINES:
        raise CallError(f"{path} has more than {MOST_LINES:,} lines", "split it")
    separators = [one for one in SEPARATORS if {*header} <= {*_header(text, one)}] if header else [_separator(text)]
    return _lines(path, text, separators[0]) if separators else []


def _header(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text[:LONGEST_HEADER]), delimiter=separator), [])
    except csv.Error:
        return []


def _separator(text: str) -> str:
    """The separator that parts all of the first lines, or most of them, into the same number of cells, two or more."""
    best, separator = (False, 0, 0), ","
    for candidate in SEPARATORS:
        widths: dict[int, int] = {}
        try:
            for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=candidate)):
                if number == SAMPLE:
                    break
                if row:
                    widths[len(row)] = widths.get(len(row), 0) + (len(row) > 1)
        except csv.Error:
            continue
        lines, width = max(((lines, width) for width, lines in widths.items()), default=(0, 0))
        found = (len(widths) == 1 and width > 1, lines, width)
        if found > best:
            best, separator = found, candidate
    return separator


def _lines(path: str, text: str, separator: str) -> list[Line]:
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    counter = Counter(path)
    begins = 1
    try:
        for cells in reader:
            if cells:
                counter.count(begins, len(cells))
                lines.append(Line(begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        row = f"row {max(len(lines), 1)}"  # the header is none
        column = "a cell"
        message = f"{path}:{begins}: {row}: {column} cannot be read: {_reason(error)}"
        raise CallError(message, "is a quotation mark not closed, or doubled inside a cell?") from None
    return lines


def _reason(error: csv.Error) -> str:
    """What the library says, in words of a person who keeps tables."""
    said = str(error)
    if "field larger" in said:
        return f"it is longer than {csv.field_size_limit():,} characters"
    return "a quotation mark stands in the wrong place" if "expected after" in said else "the file ends inside quotes"
