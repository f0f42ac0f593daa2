"""The words of the page itself in the language that is asked for, from the tables of `words.md`."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from diplotimeline.dates import EventDate, display, period
from diplotimeline.errors import CallError
from diplotimeline.record.values import Event

LANGUAGES = ("en", "fr")
BETWEEN_CELLS = re.compile(r" (?<!\\)\| ")


class Wording:
    """The words of one language: those of the page by name, and other tables, such as `type`, as mappings."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise CallError(f"the page is not there in '{language}'", f"--ui is one of: {', '.join(LANGUAGES)}")
        self.language = language
        tables = _tables()
        column = 1 + LANGUAGES.index(language)
        self.tables = {name: {row[0]: row[column].replace(r"\|", "|") for row in rows} for name, rows in tables.items()}
        self.marks = {row[0]: row[-1] for row in tables["type"]}
        self.months = tuple(self.tables["month"].values())

    def __call__(self, name: str, *values: Any) -> str:
        """The words of this name; of `one|several` those for the first value, a number, which is put in with commas."""
        words = self.tables["words"][name]
        if "|" in words:
            words = words.split("|")[abs(values[0]) != 1]
        return words.format(*(self.number(one) if isinstance(one, int) else one for one in values))

    def of(self, table: str, name: str) -> str:
        """A word of a closed list as it is printed, such as a type; what the table does not have stays as it is."""
        return self.tables[table].get(name, name)

    def date(self, when: EventDate, part: str = "") -> str:
        """A date in words: `night of 12–13 September 2022`."""
        return self._translated(display(when, part, names=self.months))

    def period(self, dates: Iterable[EventDate]) -> str:
        """From when to when dates lie, in words."""
        return self._translated(period(dates, self.months))

    def date_title(self, event: Event) -> str:
        """The date of an event as a heading begins with it: `Night of 12–13 September 2022`, but `c. October 2022`."""
        words = self.date(event.date, event.part or "")
        return words if words.startswith("c. ") else words[0].upper() + words[1:]

    def _translated(self, text: str) -> str:
        for pattern, words in self.tables["date"].items():
            text = re.sub(pattern, words, text)
        return text

    def number(self, number: int) -> str:
        """`12,000`, or in French `12 000`."""
        return f"{number:,}" if self.language == "en" else f"{number:,}".replace(",", "\u202f")


@cache
def _tables() -> dict[str, list[list[str]]]:
    """The rows of each table by the title above it."""
    text = Path(__file__).with_name("words.md").read_text(encoding="utf-8")
    tables = {}
    for section in text.split("\n## ")[1:]:
        title, _, body = section.partition("\n\n")
        rows = [line for line in body.splitlines() if line.startswith("| ")]
        tables[title] = [BETWEEN_CELLS.split(row[2:-2]) for row in rows[2:]]
    return tables
