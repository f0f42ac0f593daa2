"""The words of the program's sentences in the language that is asked for, from the tables of `wording.md`."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from diplotimeline.dates import MONTH_NAMES, EventDate, display, period
from diplotimeline.errors import CallError
from diplotimeline.record.casualties import Count
from diplotimeline.record.values import Event

LANGUAGES = ("en", "fr")
BETWEEN_CELLS = " | "  # one that stands in a cell is written `\\|`
# French sets a space that does not break before these signs and inside its quotation marks.
FRENCH_SPACE = " (?=[:;?!»])|(?<=«) "


class Wording:
    """The words of one language: those of sentences by name, and other tables, such as `type`, as mappings."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise CallError(f"the page is not there in '{language}'", f"--ui is one of: {', '.join(LANGUAGES)}")
        self.language = language
        column = 1 + LANGUAGES.index(language)
        self.tables = {name: {row[0]: self._cell(row[column]) for row in rows} for name, rows in _tables().items()}
        self.sentences = self.tables["words"] | self.tables["sentences"]
        self.marks = {row[0]: row[-1] for row in _tables()["type"]}
        self.months = tuple(self.tables["month"].values())
        self.short_months = tuple(self.tables["short month"].values())

    def _cell(self, text: str) -> str:
        text = text.replace(r"\|", "|")
        return text if self.language == "en" else re.sub(FRENCH_SPACE, "\u00a0", text)

    def __call__(self, name: str, *values: Any) -> str:
        """The words of this name; of `one|several` those for the first value, a number, which is put in with commas."""
        words = self.sentences[name]
        if "|" in words:
            words = self._form(words, values[0])
        return words.format(*(self.number(one) if isinstance(one, int) else one for one in values))

    def _form(self, words: str, number: int) -> str:
        """Of `one|several` the words for a number; nothing is singular in French."""
        several = number > 1 if self.language == "fr" else number != 1
        return words.split("|")[several]

    def of(self, table: str, name: str) -> str:
        """A word of a closed list as it is printed, such as a type; what the table does not have stays as it is."""
        return self.tables[table].get(name, name)

    def listed(self, texts: Iterable[str]) -> str:
        """`Ardelia`, `Ardelia and Tavoria`, `Ardelia, Tavoria and Norland`."""
        *first, last = texts
        return self("and", ", ".join(first), last) if first else last

    def toll(self, name: str, count: Count) -> str:
        """`3 killed`, `at least 5 taken prisoner`."""
        number = 1 if count.low == count.high == 1 else 2
        return f"{self._translated('count', str(count))} {self._form(self.tables['toll'][name], number)}"

    def date(self, when: EventDate, part: str = "") -> str:
        """A date in words: `night of 12–13 September 2022`."""
        return self._translated("date", display(when, part, names=self.months))

    def short_date(self, when: EventDate) -> str:
        """A date with the short names of the months: `6 Oct 2022`."""
        return self._translated("date", display(when, names=self.short_months))

    def dated(self, when: EventDate) -> str:
        """How a source dates an event: `dated it to 6 October 2022`."""
        english = display(when, names=MONTH_NAMES)
        verb = next(words for pattern, words in self.tables["dated"].items() if re.match(pattern, english))
        return f"{verb} {english.replace('c. ', 'about ') if self.language == 'en' else self.date(when)}"

    def month_title(self, year: int, month: int | None) -> str:
        """The heading of a month, `September 2022`, or of a year when no month is known."""
        return f"{self.months[month - 1].capitalize()} {year}" if month else str(year)

    def period(self, dates: Iterable[EventDate]) -> str:
        """From when to when dates lie, in words."""
        return self._translated("date", period(dates, self.months))

    def date_title(self, event: Event) -> str:
        """The date of an event as a heading begins with it: `Night of 12–13 September 2022`, but `c. October 2022`."""
        words = self.date(event.date, event.part or "")
        return words if words.startswith("c. ") else words[0].upper() + words[1:]

    def _translated(self, table: str, english: str) -> str:
        """What has no words but those of the program, with each put in the language."""
        for pattern, words in self.tables[table].items() if self.language != "en" else ():
            english = re.sub(pattern, words, english)
        return english

    def number(self, number: int) -> str:
        """`12,000`, or in French `12 000`."""
        return f"{number:,}" if self.language == "en" else f"{number:,}".replace(",", "\u202f")


@cache
def _tables() -> dict[str, list[list[str]]]:
    """The rows of each table by the title above it."""
    text = Path(__file__).with_name("wording.md").read_text(encoding="utf-8")
    tables = {}
    for section in text.split("\n## ")[1:]:
        title, _, body = section.partition("\n\n")
        rows = [line for line in body.splitlines() if line.startswith("| ")]
        tables[title] = [row[2:-2].split(BETWEEN_CELLS) for row in rows[2:]]
    return tables


ENGLISH = Wording("en")
