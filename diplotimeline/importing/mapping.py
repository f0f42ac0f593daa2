"""Which column of a table holds which field: a YAML file, read and checked as a timeline is, with lines and columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from diplotimeline.errors import CallError, FieldError, ReadError
from diplotimeline.files import read_regular
from diplotimeline.problems import TODO, TODO_WORDS, Finding, Problem, Route
from diplotimeline.reading.forms import read
from diplotimeline.reading.positions import Positions
from diplotimeline.reading.tree import read_tree
from diplotimeline.record import groups, kinds
from diplotimeline.record.fields import Value, fields_of, optional, required, value_class
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.words import LISTS, TOLLS
from diplotimeline.suggest import did_you_mean

MOST_BYTES = 4 * 1024 * 1024
ORDERS = ("dmy", "mdy", "ymd")
# The fields that count people.
NUMBERS = ("counts", *TOLLS)


class ColumnName(kinds.Line):
    """The name of a column, also written as a group: `{column: Date}`."""

    expected = ("the name of a column belongs here", "write title: Headline, or title: {column: Headline}")

    def meant(self, raw: Any) -> Any:
        return raw["column"] if isinstance(raw, dict) and raw.keys() == {"column"} else raw


class Choice(kinds.Text):
    """A word of a short list of the mapping's own."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def holds(self, value: Any) -> bool:
        return value in self.words

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError(
            "wrong-type", f"{kinds.shown(value)} is no word for {subject}", did_you_mean(value, self.words)
        )


class Patterns(kinds.Kind):
    """Texts with `*` for any others; an empty one stands for an empty cell."""

    placeholder = ()
    expected = ("a list belongs here", 'write ["", "DUPLICATE*"]')
    written = list

    def holds(self, value: Any) -> bool:
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)

    def meant(self, raw: Any) -> Any:
        return tuple(raw) if isinstance(raw, list) else raw

    def explain(self, value: Any, subject: str) -> FieldError:  # noqa: ARG002 - it is a list of something else
        return FieldError("wrong-type", f"an entry of {subject} is no text", self.expected[1])


class Texts(kinds.Kind):
    """Texts by names that the author gives, which have a form of their own."""

    placeholder = ()
    expected = ("a group belongs here", "write {name: text, …}, or indented 'name: text' lines")
    written = dict

    def __init__(self, names: str = r".*\S.*", help: str = "write it as it stands in the cells") -> None:
        self.matches, self.help = re.compile(names).fullmatch, help

    def holds(self, value: Any) -> bool:
        return isinstance(value, tuple) and all(isinstance(pair, tuple) and all(pair) for pair in value)

    def read(self, raw: Any, subject: str) -> Any:
        if not isinstance(raw, dict):
            raise self.refuse(raw, subject)
        for name, text in raw.items():
            if not self.matches(name):
                raise FieldError(
                    "wrong-type", f"{kinds.shown(name)} is no name for {subject}", self.help, name, at_key=True
                )
            if not kinds.LINE.holds(text):
                raise kinds.LINE.refuse(text, f"'{name}'").of(name)
        return tuple(raw.items())


class Meanings(kinds.Kind):
    """What the words of cells mean, by these words: an id, or a list of several or none."""

    placeholder = ()
    expected = ("a group belongs here", "write {A: ardelia, both: [ardelia, tavoria], unknown: []}")
    written = dict

    def holds(self, value: Any) -> bool:
        return isinstance(value, tuple) and all(isinstance(one, tuple) for _, one in value)

    def read(self, raw: Any, subject: str) -> Any:
        if not isinstance(raw, dict):
            raise self.refuse(raw, subject)
        pairs = tuple((name, tuple(ids if isinstance(ids, list) else [ids])) for name, ids in raw.items())
        for name, ids in pairs:
            for id in ids:
                if isinstance(id, str) and TODO.search(id):
                    continue  # `_todos` tells of all of them at once
                if not isinstance(id, str) or not kinds.ID.holds(id):
                    error = kinds.ID.refuse(id, f"'{name}'")
                    raise FieldError(error.rule, error.message, error.help, name)
        return pairs


COLUMN = ColumnName()
EXTRA = Texts(r"[^\s=](?:[^=\n]*[^\s=])?", "write a word or two without '='")
DATABASES = Texts("[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*", "write small letters, such as ucdp, acled or doi")


@value_class
class Date(Value):
    """The column of the dates, and how they are read."""

    called: ClassVar = "'date'"
    column: str = required(COLUMN, "The column")
    end: str = optional(COLUMN, "The column of the last day")
    time: str = optional(COLUMN, "The column of clock times")
    text: str = optional(COLUMN, "The column of dates in words")
    order: str = optional(Choice(*ORDERS), "dmy, mdy or ymd")
    year: str = optional(
        kinds.Form("[0-9]{4}", "is not a year", "write such as 2024"), "The year where a cell has none"
    )
    century: str = optional(
        kinds.Form("[0-9]{2}", "is not the beginning of a year", "write such as 20"), "Before years of two figures"
    )


@value_class
class Words(Value):
    """A column of words, or one word for all rows."""

    called: ClassVar = "a word of a list"
    column: str = optional(COLUMN, "The column")
    value: str = optional(kinds.LINE, "The word for every row")
    values: tuple[tuple[str, str], ...] = optional(Texts(), "What the words of the cells mean", ())

    def check_together(self) -> None:
        """It has a column or a word."""
        if bool(self.column) == bool(self.value):
            raise FieldError("missing-key", "give either 'column' or 'value'", "write {value: meeting} for every row")


@value_class
class Names(Value):
    """A column of several names."""

    called: ClassVar = "a column of names"
    column: str = required(COLUMN, "The column")
    split: tuple[str, ...] = optional(Patterns(), "What parts the names", ())
    names: tuple[tuple[str, tuple[str, ...]], ...] = optional(Meanings(), "The ids that are meant by names", ())
    more: tuple[str, ...] = optional(groups.LINES, "Further columns of names", ())


@value_class
class Place(Value):
    """The columns of a place."""

    called: ClassVar = "a place"
    column: str = required(COLUMN, "The column of its name")
    country: str = optional(COLUMN, "The column of country codes")
    latitude: str = optional(COLUMN, "The column of degrees north")
    longitude: str = optional(COLUMN, "The column of degrees east")
    precision: str = optional(COLUMN, "The column that says how exact the degrees are")
    precisions: tuple[tuple[str, str], ...] = optional(Texts(), "What its words mean", ())


@value_class
class Sources(Value):
    """The columns of sources and their addresses."""

    called: ClassVar = "sources"
    column: str = optional(COLUMN, "The column of names")
    split: tuple[str, ...] = optional(Patterns(), "What parts the names", ())
    url: str = optional(COLUMN, "The column of addresses")
    publisher: str = optional(COLUMN, "The column of publishers, where the names are titles")
    issued: str = optional(COLUMN, "The column of the days on which they were published")

    def check_together(self) -> None:
        """There is a column."""
        if not self.column and not self.url:
            raise FieldError("missing-key", "give 'column' or 'url'", "write {column: Source, url: Link}")


@value_class
class Side(Value):
    """The columns with the numbers of people of one side, which a column or a name says."""

    called: ClassVar = "a side"
    column: str = optional(COLUMN, "The column of its name")
    value: str = optional(kinds.LINE, "Its name, in every row")
    killed: str = optional(COLUMN, "Number of the killed")
    injured: str = optional(COLUMN, "Number of the injured")
    captured: str = optional(COLUMN, "Number of the captured")
    released: str = optional(COLUMN, "Number of the released")
    missing: str = optional(COLUMN, "Number of the missing")
    detained: str = optional(COLUMN, "Number of the detained")
    displaced: str = optional(COLUMN, "Number of the displaced")

    def check_together(self) -> None:
        """It has one name."""
        if bool(self.column) == bool(self.value):
            raise FieldError("missing-key", "give either 'column' or 'value'", "write {value: Ardelia, killed: Dead A}")


@value_class
class When(Value):
    """Rows in which one of the columns holds certain words."""

    called: ClassVar = "a condition"
    column: str = required(COLUMN, "The column")
    more: tuple[str, ...] = optional(groups.LINES, "Further columns", ())
    when: tuple[str, ...] = required(Patterns(), "Texts, with * for any others")


@value_class
class Mapping(Value):
    """Which column holds which field. `kind` is the kind of table whose own columns are made first, see `kinds`."""

    called: ClassVar = "a mapping"
    date: Date = required(groups.Group(Date, short="column"), "When")
    title: str = required(COLUMN, "What happened")
    summary: str = optional(COLUMN, "Longer text")
    actors: Names | None = optional(groups.Group(Names, short="column"), "Who", None)
    place: Place | None = optional(groups.Group(Place, short="column"), "Where", None)
    type: Words | None = optional(groups.Group(Words, short="column"), "Kind of event", None)
    status: Words | None = optional(groups.Group(Words, short="column"), "How well it is established", None)
    counts: str = optional(COLUMN, "Numbers with words: 3 dead, 2 wounded")
    killed: str = optional(COLUMN, "Number of the killed")
    injured: str = optional(COLUMN, "Number of the injured")
    captured: str = optional(COLUMN, "Number of the captured")
    released: str = optional(COLUMN, "Number of the released")
    missing: str = optional(COLUMN, "Number of the missing")
    detained: str = optional(COLUMN, "Number of the detained")
    displaced: str = optional(COLUMN, "Number of the displaced")
    sides: tuple[Side, ...] = optional(groups.Several(groups.Group(Side)), "Numbers of people by side", ())
    sources: Sources | None = optional(groups.Group(Sources, short="column"), "Who says so", None)
    tags: Names | None = optional(groups.Group(Names, short="column"), "Words to filter by", None)
    note: tuple[str, ...] = optional(groups.LINES, "Columns for curators, never exported", ())
    private: When | None = optional(groups.Group(When), "Rows that are not for all", None)
    skip: When | None = optional(groups.Group(When), "Rows that are no events", None)
    extra: tuple[tuple[str, str], ...] = optional(EXTRA, "Fields of one's own, with their columns", ())
    identifiers: tuple[tuple[str, str], ...] = optional(DATABASES, "Names of databases, with the columns", ())
    kind: str = optional(kinds.LINE, "The kind of table")

    def check_together(self) -> None:
        """The words for types and statuses are words of the format."""
        for name in ("type", "status"):
            words: Words | None = getattr(self, name)
            for word in (words.value, *dict(words.values).values()) if words else ():
                if word and word not in LISTS[name]:
                    raise kinds.Word(name).refuse(word, f"'{name}'").of(name)


def columns_of(mapping: Value, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The columns that a mapping names, each with the way to it."""
    for name, kind in ((one.name, one.kind) for one in fields_of(type(mapping))):
        value, here = getattr(mapping, name), (*route, name)
        if isinstance(value, Value):
            yield from columns_of(value, here)
        elif name == "sides":
            for at, side in enumerate(value):
                yield from columns_of(side, (*here, at))
        elif name in ("extra", "identifiers"):
            yield from (((*here, key), column) for key, column in value)
        elif name in ("note", "more"):
            yield from (((*here, at), column) for at, column in enumerate(value))
        elif value and kind is COLUMN:
            yield here, value


def imported_columns(mapping: Mapping) -> set[str]:
    """The columns whose cells go into the events: not those of which only `private` and `skip` take notice."""
    return {column for route, column in columns_of(mapping) if route[0] not in ("private", "skip")}


@dataclass(frozen=True, slots=True)
class MappingRead:
    """What a mapping says, None where it cannot be used, with what is wrong with it at its places."""

    mapping: Mapping | None
    problems: tuple[Problem, ...]
    file: TimelineFile


def read_mapping(path: str) -> MappingRead:
    """The mapping in a file. Raises `CallError` when it cannot be read at all."""
    try:
        data = read_regular(path, MOST_BYTES)
    except ReadError as error:
        raise CallError(f"{path or repr(path)} {error.message}") from None
    return mapping_from(data, path)


def mapping_from(data: bytes, path: str) -> MappingRead:
    """The mapping that the bytes of a file say."""
    tree = read_tree(data)
    file = TimelineFile(path, data, Path(path).parent)
    findings, mapping = list(tree.findings), None
    if not tree.broken:
        reading = read(Mapping, tree.root, (), 0)
        mapping = reading.value
        known = {finding.route for finding in findings}
        findings += [one for one in reading.findings if one.route not in known]
    told = {finding.route for finding in findings}
    findings += [one for one in _todos(tree.root) if told.isdisjoint(one.route[:n] for n in range(len(one.route) + 1))]
    return MappingRead(None if findings else mapping, Positions([file]).problems(findings), file)


def _todos(data: Any, route: Route = ()) -> Iterator[Finding]:
    """A TODO that stands where any text may."""
    steps = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for step, value in steps:
        yield from _todos(value, (*route, step))
    if isinstance(data, str) and TODO.search(data):
        message, help = TODO_WORDS
        yield Finding("todo-left", message, help, route)


def unknown_columns(read: MappingRead, known: Sequence[str]) -> tuple[Problem, ...]:
    """What the mapping says of columns that the table has not."""
    if read.mapping is None:
        return ()
    message, help = "the table has no column '{}'", "its columns"
    findings = [
        Finding("unknown-key", message.format(column), did_you_mean(column, known, help), route)
        for route, column in columns_of(read.mapping) if column not in known
    ]  # fmt: skip
    return Positions([read.file]).problems(findings)
