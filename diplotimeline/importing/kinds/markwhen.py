"""Markwhen text to a table: a row for each event, its sections, groups and `#words` as tags."""

import re
from collections.abc import Mapping
from pathlib import Path

from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular
from diplotimeline.importing.dates import read_date
from diplotimeline.importing.decoding import decoded
from diplotimeline.importing.lines import MOST_BYTES
from diplotimeline.importing.readings import Column
from diplotimeline.importing.tables import Row, Table, cleaned

ENDINGS = (".mw", ".mkw")
COLUMNS = ("date", "title", "text", "tags")
SECTION = re.compile(r"(?:section|group)\b(.*)", re.IGNORECASE)
END = re.compile(r"end ?(?:section|group)\s*", re.IGNORECASE)
HEADING = re.compile("(#{1,6}) +(.+)")
EVENT = re.compile(
    r"((?:[0-9X]|\[[0-9.][^]]*\]|now|today|after |before |by |!\w|every |[A-Z][a-z]+ [0-9, ])"
    r"[^:\n]*(?::[0-9]{2}[^:\n]*)*): *(.*)"
)
TAG = re.compile(r"(?<![\w/])#([\w-]+)")


def made(_cells: Mapping[str, str]) -> dict[str, str]:
    """No further columns: the reader makes all."""
    return {}


def read(path: str, encoding: str = "") -> Table:
    """The table of a Markwhen text. Raises `CallError` where there is no event in it."""
    try:
        data = read_regular(path, MOST_BYTES)
    except ReadError as error:
        raise CallError(f"{path or repr(path)} {error.message}") from None
    text, left_out = cleaned(decoded(path, data, encoding))
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), start=1):
        reader.line(number, line.strip())
    if not reader.rows:
        raise CallError(f"{path} holds no event that is understood", "an event begins with its date: 2024-09-08: …")
    rows = tuple(
        Row(
            at,
            line,
            (
                read_date(date, reader.dates).edtf or date,
                title,
                "\n".join(lines).strip(),
                "; ".join(dict.fromkeys(tags)),
            ),
        )
        for at, (line, date, title, lines, tags) in enumerate(reader.rows, start=1)
    )
    return Table(Path(path).name, COLUMNS, rows, tuple(reader.above), left_out,
                 places={name: at for at, name in enumerate(COLUMNS)})  # fmt: skip


class _Reader:
    """Reads line after line: `above` is what stands outside of events, `around` the tags of open sections."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, str, str, list[str], list[str]]] = []
        self.above: list[str] = []
        self.around: list[list[str]] = []
        self.inside = False
        self.dates = Column(order="mdy")  # unless the text says otherwise

    def line(self, number: int, line: str) -> None:
        """One line without the blanks around it."""
        heading = HEADING.fullmatch(line)
        if heading:
            self.around = [*self.around[: len(heading[1]) - 1], _tags_of(heading[2])]
            self.inside = False
            return
        section, event = SECTION.fullmatch(line), EVENT.fullmatch(line)
        if section and not event:
            self.around.append(_tags_of(section[1]))
            self.inside = False
        elif END.fullmatch(line):
            self.around = self.around[:-1]
            self.inside = False
        elif event and not line.startswith("//"):
            self.event(number, event[1].strip(), event[2])
        elif self.inside:
            self.rows[-1][3].append(TAG.sub(r"\1", line))
            self.rows[-1][4].extend(TAG.findall(line))
        elif line:
            self.above.append(line)
            if line.split(":", maxsplit=1)[0] == "dateFormat":
                self.dates = Column(order="dmy" if line.lower().split(":")[1].strip().startswith("d") else "mdy")

    def event(self, number: int, date: str, title: str) -> None:
        """The first line of an event."""
        tags = [tag for tags in self.around for tag in tags]
        self.rows.append((number, date, " ".join(TAG.sub("", title).split()), [], [*tags, *TAG.findall(title)]))
        self.inside = True


def _tags_of(heading: str) -> list[str]:
    """The tags that a section or group gives to its events: its name and its `#words`."""
    name = " ".join(TAG.sub("", heading).split())
    return [*([name] if name else []), *TAG.findall(heading)]
