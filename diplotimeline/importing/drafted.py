"""An imported table as the text of a timeline: values, a TODO with its question where one is open, comments."""

from collections.abc import Iterator, Mapping, Set as AbstractSet
from pathlib import Path
from typing import Any

from diplotimeline.characters import slug
from diplotimeline.importing.citing import SHEET
from diplotimeline.importing.drafts import TODO, Drafted, label, shortened
from diplotimeline.importing.html import without_html
from diplotimeline.importing.rows import Import
from diplotimeline.importing.tables import Table
from diplotimeline.phrases import count_of
from diplotimeline.record.fields import fields_of
from diplotimeline.record.values import Actor
from diplotimeline.writing.yaml_text import below

HEAD = """\
# yaml-language-server: $schema=schema.json
# Imported from {name}: what is not certain is asked in capitals. Decide it and delete the word and the question;
# `diplotimeline check` finds what is left.
"""
ORDER = ("date", "part", "date_text", "title", "type", "status", "actors", "place", "casualties", "summary",
         "source", "quote", "at", "claims", "tags", "identifiers", "extra", "private", "note")  # fmt: skip
ORDERS = {"dmy": "the day first", "mdy": "the month first"}
LONGEST = 400  # a kept row that is longer stands in several lines


def timeline_text(one: Import, *, sheet: Mapping[str, str] | None = None, include: str = "") -> str:
    """The text of a timeline with the events of an import.

    `sheet` is the entry of the table itself, as a source; `include` a file that declares the actors, which are copied
    if there is none.
    """
    lines = [below("title", Path(one.table.name).stem or TODO, 0)]
    lines += [f"include: [{below('', include, 0)[4:]}]"] if include else []
    lines += [f"# above the header: {shortened(text)}" for text in one.table.above]
    lines += _said_of_dates(one)
    lines += ["", *_actors(one, declared=bool(include))]
    entries = ({SHEET: dict(sheet)} if sheet else {}) | one.sources.entries
    if entries:
        lines += [below("sources", entries, 0), ""]
    events = [event for event in one.events if not event.kept]
    lines.append("events:" if events else "events: []")
    for event in one.events:
        lines += [*(_kept(event) if event.kept else _event(event)), ""]
    return HEAD.format(name=shortened(one.table.name)) + "\n".join(lines).rstrip("\n") + "\n"


def sheet_text(table: Table, private: AbstractSet[int]) -> str:
    """A table as plain text, in which its cells can be quoted: a block for each row, a line for each cell.

    The rows with the numbers in `private` are not for all: of them only the number is said.
    """
    blocks = []
    for row in table.rows:
        told = () if row.number in private else zip(table.columns, row.cells, strict=True)
        cells = ((label(name), without_html(text)[0]) for name, text in told)
        blocks.append("\n".join([f"row {row.number}", *(f"{name}: {text}" for name, text in cells if text)]))
    return "\n\n".join([f"{table.name}", *table.above, *blocks]) + "\n"


def summary(one: Import) -> str:
    """What became of the rows: `60 rows: 44 events, 12 of them with a question, 1 private; 4 kept as comments.`"""
    kept = sum(1 for event in one.events if event.kept)
    questions = sum(1 for event in one.events if event.question and not event.kept)
    events = count_of(len(one.events) - kept, "event")
    private = sum(1 for event in one.events if "private" in event.fields)
    asked = f", {questions:,} of them with a question" if questions else ""
    asked += f", {private:,} private" if private else ""
    left = f"; {kept:,} kept as {'comments' if kept > 1 else 'a comment'}" if kept else ""
    return f"{count_of(len(one.events), 'row')}: {events}{asked}{left}."


def _said_of_dates(one: Import) -> Iterator[str]:
    dates, mapping = one.dates, one.mapping.date
    if dates.order in ORDERS and dates.either:
        why = (
            "as the mapping says" if mapping.order else f"as {dates.day_first or dates.month_first} others can only be"
        )
        yield f"# {count_of(dates.either, 'date')} in figures: {ORDERS[dates.order]}, {why}."


def _actors(one: Import, *, declared: bool) -> Iterator[str]:
    """The actors that the events name, with all that they belong to; one that no register has gets its name here."""
    register = one.names.register.actors
    needed: dict[str, None] = {}
    for id in one.names.used:
        needed |= dict.fromkeys(one.names.register.lineage(id) or (id,))
    entries = {}
    for id in needed:
        if id not in register:
            named = [name for name, ids in one.names.meanings.items() if ids == (id,)]
            plain = [name for name in named if slug(name, "") == id]  # `Tavoria`, not `Tavoria (alleged)`
            entries[id] = {"name": max(plain or named, key=len) if named else TODO}
        elif not declared:
            entries[id] = _fields(register[id])
    if entries:
        yield below("actors", entries, 0)
        yield ""


def _fields(actor: Actor) -> dict[str, Any]:
    """The fields of an actor that are filled in, as a file has them."""
    values = {one.written_as: getattr(actor, one.name) for one in fields_of(Actor)}
    return {name: _plain(value) for name, value in values.items() if value and name not in ("accepted", "note")}


def _plain(value: Any) -> Any:
    """A value of a field as a file has it: a list, a group of texts or a text."""
    if isinstance(value, tuple):
        return dict(value) if isinstance(value[0], tuple) else list(value)
    return str(value)


def _event(one: Drafted) -> Iterator[str]:
    """An event in lines, its questions behind the fields that they are about."""
    for question in one.more:
        yield f"  # TODO {shortened(question)}"
    fields = {name: one.fields[name] for name in ORDER if name in one.fields}
    for number, (name, value) in enumerate(fields.items()):
        first, *rest = below(name, value, 4).split("\n")
        comment = f"  # {' '.join(one.asked[name].split())}" if name in one.asked else ""
        yield f"  {'  ' if number else '- '}{first}{comment}"
        yield from rest


def _kept(event: Drafted) -> Iterator[str]:
    """A row that is no event, as a comment with the reason."""
    cells = [f"{name}: {' '.join(text.split())}" for name, text in event.cells()]
    yield f"  # row {event.row.number} is not imported: {event.kept}"
    line = "; ".join(cells)
    yield from (f"  # {text}" for text in ([line] if len(line) <= LONGEST else cells))
