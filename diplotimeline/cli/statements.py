"""The texts of a call as words, each with the day from which its dates are counted."""

import csv
import os
import shlex
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from diplotimeline.characters import FORBIDDEN, slug
from diplotimeline.dates.typed import parse_day
from diplotimeline.documents.kind import advice, kind_of
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.suggest import did_you_mean

MAX_TEXT_BYTES = 20 * 1024 * 1024
MAX_TABLE_BYTES = 1024 * 1024


class Text(NamedTuple):
    """A text as it was named in the call, its words, and its day where the call gives one."""

    given: str
    words: str
    issued: date | None

    @property
    def id(self) -> str:
        """An id for the source, made from the name of its file: `speech-of-march` for `Speech of March.txt`."""
        return slug("" if self.given == STANDARD_INPUT else Path(self.given).stem, "statement")

    def beside(self, folder: Path) -> str:
        """The path of the text relative to the folder of a timeline; empty if the text does not lie in or below it."""
        if self.given == STANDARD_INPUT:
            return ""
        path = os.path.relpath(self.given, folder).replace(os.sep, "/")
        return "" if path.startswith("../") or os.path.islink(self.given) or FORBIDDEN.search(path) else path


def read_texts(given: list[str], day: str, table: str) -> list[Text]:
    """The texts of a call. Raises `CallError` for what cannot be read, and for a day that is none."""
    if given.count(STANDARD_INPUT) > 1 or len(set(given)) < len(given):
        raise CallError("a text is named twice", "name each text once")
    days = _days_of(table) if table else {}
    for name in days:
        if not any(_names(name, one) for one in given):
            raise CallError(f"{table} gives a day for '{name}', which is no text of this call", "name the text too")
    issued = parse_day("--date", day) if day else None
    return [
        Text(one, _read(one), next((day for name, day in days.items() if _names(name, one)), issued)) for one in given
    ]


def _names(name: str, given: str) -> bool:
    return name in (given, PurePath(given).name)


def _days_of(table: str) -> Mapping[str, date]:
    """The days of texts in a table with two columns: the name of the text, and its day."""
    try:
        rows = csv.reader(read_regular(table, MAX_TABLE_BYTES).decode("utf-8-sig").splitlines())
        read = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1) if any(row)]
    except ReadError as error:
        raise CallError(f"{table} {error.message}") from None
    except UnicodeDecodeError:
        raise CallError(f"{table} is not plain text in UTF-8", "two columns: text,2022-10-06") from None
    days: dict[str, date] = {}
    for number, row in read:
        if number == 1 and len(row) == 2 and not any(map(str.isdigit, row[1])):
            continue  # the names of the columns
        if len(row) != 2:
            raise CallError(
                f"{table}:{number}: has {len(row)} columns, not two", "write: name-of-the-text.txt,2022-10-06"
            )
        days[row[0]] = parse_day(f"{table}:{number}", row[1])
    return days


def _read(given: str) -> str:
    """The text of the statement. Raises `CallError` for what is not plain text in UTF-8, empty or too large."""
    named = "standard input" if given == STANDARD_INPUT else given
    try:
        data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1) if named != given else read_regular(given, MAX_TEXT_BYTES)
    except ReadError as error:
        raise CallError(f"{given or repr(given)} {error.message}", _texts_here(given)) from None
    if len(data) > MAX_TEXT_BYTES:
        raise CallError(f"{named} is larger than {MAX_TEXT_BYTES // 1024 // 1024} MiB", "split it")
    kind = kind_of(data, given)
    if kind:
        raise CallError(f"{named} is {kind}", advice(kind, PurePath(given)))
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = "\0"
    if "\0" in words:
        raise CallError(f"{named} is not plain text in UTF-8", _in_utf8(given))
    if not words.strip():
        raise CallError(f"{named} is empty", "save the words of the statement there")
    return words


def _in_utf8(given: str) -> str:
    """What to do with a text in another encoding."""
    text = f"{os.path.splitext(given)[0]}-utf8.txt"
    return f"name its encoding: diplotimeline text {shlex.quote(given)} -o {shlex.quote(text)} --encoding NAME"


def _texts_here(given: str) -> str:
    """What to say of a text that does not exist: the text files in its folder; nothing where there are none."""
    folder = Path(given).parent
    there = sorted(path.name for path in folder.glob("*.txt")) if not os.path.lexists(given) and folder.is_dir() else []
    return did_you_mean(Path(given).name, there, "texts there") if there else ""
