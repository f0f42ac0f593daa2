"""A row of a table on its way to an event: its cells, the fields that are read from them, and what is open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from diplotimeline.importing.html import without_html
from diplotimeline.importing.tables import Row, Table

TODO = "TODO"
MADE = "="  # begins the name of a column that was made from others
LONGEST = 100


@dataclass(slots=True)
class Drafted:
    """A row as an event: its fields, what is asked about each, and further questions; or the reason why it is none."""

    table: Table
    row: Row
    fields: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    more: list[str] = field(default_factory=list)
    note: dict[str, None] = field(default_factory=dict)
    kept: str = ""
    private: bool = False

    @property
    def question(self) -> bool:
        """Whether a person has to decide something."""
        return bool(self.asked or self.more)

    def written(self, column: str) -> str:
        """The text in a column as it stands there; empty without a column."""
        return self.table.cell(self.row, column) if column else ""

    def cell(self, column: str) -> str:
        """The text in a column without HTML; its links go to the note."""
        written = self.written(column)
        if not written:
            return ""
        text, links = without_html(written)
        self.keep(*links)
        return text

    def line(self, column: str) -> str:
        """The text in a column on one line."""
        return " ".join(self.cell(column).split())

    def ask(self, name: str, question: str, value: Any = TODO) -> None:
        """Leave a field open."""
        self.fields[name] = value
        self.asked[name] = question

    def keep(self, *texts: str) -> None:
        """Put texts into the note."""
        self.note |= dict.fromkeys(filter(None, texts))

    def unread(self, column: str, text: str) -> None:
        """Keep a cell that is not understood, as it stands, in the note."""
        if text:
            self.keep(f"{label(column)}: {text}")

    def cells(self) -> Iterator[tuple[str, str]]:
        """The filled cells of the row, each with the name of its column; without columns that were made from others."""
        for name, text in zip(self.table.columns, self.row.cells, strict=True):
            if text and not name.startswith(MADE):
                yield name, text


def label(column: str) -> str:
    """The name of a column for a person."""
    return column.removeprefix(MADE)


def shortened(text: str) -> str:
    """A text for a comment: on one line, and not longer than a line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
