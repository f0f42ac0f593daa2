"""Rows of a table become events, field by field: what is read without doubt is a value, everything else a question."""

import math
import re
from dataclasses import dataclass, replace

from diplotimeline.characters import folded
from diplotimeline.dates import EventDate, parse, parses
from diplotimeline.importing import citing, counting
from diplotimeline.importing.cells import Names, matches, split_at
from diplotimeline.importing.dates import read_clock, read_date, with_part
from diplotimeline.importing.drafts import TODO, Drafted, label, shortened
from diplotimeline.importing.html import without_html
from diplotimeline.importing.mapping import Mapping, When, Words, imported_columns
from diplotimeline.importing.order import read_column
from diplotimeline.importing.readings import NAMES, CellDate, Column, words_of
from diplotimeline.importing.tables import Row, Table
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.kinds import COUNTRY, DEGREES
from diplotimeline.record.words import LISTS
from diplotimeline.suggest import closest

DECIMAL_COMMA = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{1,15})?")


@dataclass(slots=True)
class Import:
    """A table as events, with the sources and the actors that they name, and how its dates were read."""

    table: Table
    mapping: Mapping
    events: list[Drafted]
    dates: Column
    sources: citing.Entries
    names: Names

    @property
    def unmapped(self) -> dict[str, int]:
        """The columns that the mapping does not name, with the number of their filled cells."""
        used = imported_columns(self.mapping)
        left = (name for name in self.table.columns if name not in used | self.table.made_from)
        return {name: cells for name in left if (cells := len(self.table.filled(name)))}


def events_of(table: Table, mapping: Mapping, register: Timeline, *, cite_sheet: bool = False) -> Import:
    """The rows of a table as a mapping reads them; the register has the known actors."""
    texts = [table.cell(row, mapping.date.column) for row in table.rows]
    column, dates = read_column(texts, mapping.date.order, mapping.date.year, mapping.date.century)
    meanings = dict(mapping.actors.names) if mapping.actors else {}
    read = _Reading(table, mapping, Names(meanings, register), citing.Entries(), column, cite_sheet=cite_sheet)
    events = [read.event(row, when) for row, when in zip(table.rows, dates, strict=True)]
    return Import(table, mapping, events, column, read.sources, read.names)


@dataclass(slots=True)
class _Reading:
    """Reads row after row."""

    table: Table
    mapping: Mapping
    names: Names
    sources: citing.Entries
    dates: Column
    cite_sheet: bool

    def event(self, row: Row, when: CellDate) -> Drafted:
        """One row."""
        one, mapping = Drafted(self.table, row), self.mapping
        one.private = bool(mapping.private and _said_in(one, mapping.private))
        if mapping.skip and (column := _said_in(one, mapping.skip)):
            one.kept = f"its '{label(column)}' says to leave it out"
            return one
        title, links = without_html(one.written(mapping.title))
        summary, _ = without_html(one.written(mapping.summary))
        if not (title or summary) or when.why == "no date":
            one.kept = "no date" if title or summary else "nothing says what happened"
            return one
        self.date(one, when)
        one.fields["title"] = " ".join(title.split())
        if not title:
            one.ask("title", "the row has none")
        self.word(one, "type", mapping.type)
        self.word(one, "status", mapping.status)
        self.actors(one)
        self.place(one)
        counting.count(one, mapping, self.names)
        quote = "" if one.private else one.cell(mapping.summary) or one.fields["title"]
        citing.cite(one, mapping.sources, self.sources, sheet_quote=quote if self.cite_sheet else None)
        one.keep(*links)
        self.rest(one)
        return one

    def date(self, one: Drafted, when: CellDate) -> None:
        """The date, with its clock time or part of the day, and its words."""
        mapping = self.mapping.date
        written = one.written(mapping.column)
        words = one.cell(mapping.text)
        when = self.worded(self.ended(one, self.timed(one, when)), words)
        if when.edtf:
            one.fields["date"] = when.edtf
        else:
            one.ask("date", " or ".join(when.readings) + (": " if when.readings else "") + when.why
                    if not _is_order(when) else " or ".join(when.readings))  # fmt: skip
        if when.part and (when.edtf or when.part != "night"):
            one.fields["part"] = when.part
        if words or not when.plain:
            one.fields["date_text"] = " ".join((words or written).split())
        if words and not when.plain and written != words:
            one.unread(mapping.column, written)

    def worded(self, when: CellDate, words: str) -> CellDate:
        """The date; a question if the words for it name another day."""
        if not words or not when.edtf:
            return when
        date = parse(when.edtf)
        said = read_date(words, replace(self.dates, year=f"{date.start.year or ''}"))
        days = [parse(text) for text in (said.edtf, *said.readings) if parses(text)]
        if not days or any(date.possible(*_days(day)) for day in days):
            return when
        return CellDate(readings=(when.edtf, *(day.edtf for day in days)), why="its words name another day")

    def timed(self, one: Drafted, when: CellDate) -> CellDate:
        """The date with what the column of times says."""
        time = one.cell(self.mapping.date.time)
        clock, part = read_clock(time) if time else ("", "")
        if not time:
            return when
        if part and when.edtf and not when.part:
            timed = with_part(when, part)
            if timed.edtf:
                return timed
        if clock and when.edtf and len(when.edtf) == 10 and when.edtf[4] == when.edtf[7] == "-" and not when.part:
            return CellDate(f"{when.edtf}{clock}", plain=when.plain)
        one.unread(self.mapping.date.time, time)
        return when

    def ended(self, one: Drafted, when: CellDate) -> CellDate:
        """The date with what the column of last days says."""
        text = one.cell(self.mapping.date.end)
        last = read_date(text, self.dates) if text else None
        if last is None or last.edtf == when.edtf:
            return when
        edtf = f"{when.edtf}/{last.edtf}"
        if when.edtf and last.edtf and parses(edtf):
            return CellDate(edtf, plain=when.plain and last.plain)
        one.unread(self.mapping.date.end, text)
        readings = when.readings or (when.edtf,)
        why = last.why or "its end does not fit"
        return CellDate(readings=tuple(filter(None, readings)), why=f"{when.why or 'end'}: {why}, {text}")

    def word(self, one: Drafted, name: str, words: Words | None) -> None:
        """A word of a closed list, by the mapping or as it stands."""
        if words is None:
            return
        text = one.cell(words.column)
        meant = words.value or dict(words.values).get(text) or (text if text in LISTS[name] else "")
        if not meant and folded_word(text) in LISTS[name]:
            meant = folded_word(text)
        if meant in LISTS[name]:
            one.fields[name] = meant
        elif text:
            near = closest(text, LISTS[name])
            one.ask(name, f"'{shortened(text)}'" + (f": perhaps {near}" if near else ""))
            one.unread(words.column, text)

    def actors(self, one: Drafted) -> None:
        """The actors that are named; each unknown name is a question."""
        mapping = self.mapping.actors
        ids: dict[str, None] = {}
        asked: list[str] = []
        for column in (mapping.column, *mapping.more) if mapping else ():
            text = one.cell(column)
            whole = self.names.of(text) if text else ()
            found = [(text, whole)] if whole is not None else [
                (name, self.names.of(name)) for name in split_at(text, mapping.split if mapping else ())
            ]  # fmt: skip
            for name, known in found:
                ids |= dict.fromkeys(known or ())
                asked += [] if known is not None else [self.names.question(shortened(name))]
            if not all(known for _, known in found):
                one.unread(column, text)
        if asked:
            one.ask("actors", "; ".join(dict.fromkeys(asked)), [*ids, TODO])
        elif ids:
            one.fields["actors"] = [*ids]

    def place(self, one: Drafted) -> None:
        """The place with its coordinates, where they are some."""
        mapping = self.mapping.place
        name = one.line(mapping.column) if mapping else ""
        if not mapping:
            return
        if folded(name) in words_of(NAMES)["nobody"]:  # `n/a` is no place
            one.unread(mapping.column, name)
            name = ""
        group = {"name": name}
        country = one.cell(mapping.country)
        if COUNTRY.holds(country):
            group["country"] = country
        elif country and country != name:
            one.unread(mapping.country, country)
        self.coordinates(one, group)
        if name:
            one.fields["place"] = group if len(group) > 1 else name
        elif len(group) > 1:
            one.keep(*(f"{key}: {value}" for key, value in group.items() if value))

    def coordinates(self, one: Drafted, group: dict[str, str]) -> None:
        """Degrees and how exact they are; what is no place on the globe is a question."""
        mapping = self.mapping.place
        if mapping is None:
            return
        texts = [one.cell(column) for column in (mapping.latitude, mapping.longitude)]
        if all(DECIMAL_COMMA.fullmatch(text) for text in texts):
            texts = [text.replace(",", ".") for text in texts]
        exact = one.cell(mapping.precision)
        precision = dict(mapping.precisions).get(exact, exact if exact in LISTS["precision"] else "")
        if precision == "none":  # the degrees are of something else
            for column, text in zip(
                (mapping.latitude, mapping.longitude, mapping.precision), (*texts, exact), strict=True
            ):
                one.unread(column, text)
            return
        fit = all(texts) and all(DEGREES.figures.fullmatch(text) and abs(float(text)) <= most
                                 for text, most in zip(texts, (90, 180), strict=True))  # fmt: skip
        if fit:
            group |= {"lat": texts[0], "lon": texts[1]}
            if precision:
                group["precision"] = precision
        elif any(texts):
            one.more.append(f"coordinates: {', '.join(texts)}")
            one.unread(f"{mapping.latitude}, {mapping.longitude}", ", ".join(texts))
        if exact and not (fit and precision):
            one.unread(mapping.precision, exact)

    def rest(self, one: Drafted) -> None:
        """Everything else: summary, tags, fields of one's own, and the note."""
        mapping = self.mapping
        if summary := one.cell(mapping.summary):
            one.fields["summary"] = summary
        if mapping.tags:
            columns = (mapping.tags.column, *mapping.tags.more)
            tags = [tag for column in columns for tag in split_at(one.cell(column), mapping.tags.split)]
            one.fields |= {"tags": [*dict.fromkeys(tags)]} if tags else {}
        for name in ("identifiers", "extra"):
            read = one.line if name == "identifiers" else one.cell
            texts = {key: text for key, column in getattr(mapping, name) if (text := read(column))}
            one.fields |= {name: texts} if texts else {}
        if one.private:
            one.fields["private"] = "true"
        for column in mapping.note:
            one.unread(column, one.cell(column))
        if one.note:
            one.fields["note"] = "\n".join(one.note)


def _said_in(one: Drafted, condition: When) -> str:
    """The first column in which a row fulfils a condition; empty if none does."""
    columns = (condition.column, *condition.more)
    return next((column for column in columns if matches(one.written(column), condition.when)), "")


def _is_order(when: CellDate) -> bool:
    """Whether the readings alone say what is asked."""
    return len(when.readings) > 1 and when.why == "the order of day and month is open"


def _days(when: EventDate) -> tuple[float, float]:
    """The first and the last day that a date may mean."""
    return (-math.inf if when.earliest is None else when.earliest, math.inf if when.latest is None else when.latest)


def folded_word(text: str) -> str:
    """A word as a closed list has it: `ceasefire-violation` for `Ceasefire violation`."""
    return "-".join(text.lower().replace("_", " ").split())
