"""Kinds of fields: their values, how a file writes them, what is said of a wrong one, and their JSON Schema."""

import math
import re
from collections.abc import Mapping
from sys import intern
from typing import Any

from diplotimeline.characters import normal
from diplotimeline.dates import EventDate, parse, parses
from diplotimeline.dates.pattern import EDTF_PATTERN
from diplotimeline.errors import DateError, DateOrderError, FieldError
from diplotimeline.problems import TODO, TODO_WORDS
from diplotimeline.record.words import LISTS, tried
from diplotimeline.record.zones import is_zone
from diplotimeline.suggest import LONGEST_LIST, did_you_mean

PLACEHOLDER = "?"
"""Stands for a faulty or missing text, so that the rest of its group is still checked.

What a rule finds there is dropped as an echo, see `reading.findings`.
"""
LONGEST_SHOWN = 60
SCALAR: Mapping[str, Any] = {"if": {"type": "boolean"}, "else": {"type": ["string", "number"]}}
"""A text for editors, which read YAML 1.2: `title: 2022` and `title: true` are texts here, and none there.

A list of all three types would say the same, but then editors propose true and false wherever a text is typed.
"""
TEXTS = {"text": {**SCALAR, "pattern": r"\S"}, "line": {**SCALAR, "pattern": r"^[^\n]*\S[^\n]*$"}}
"""What the schemas of texts and lines refer to."""

WEB_ADDRESS = re.compile(r"(?i:https?)://[^\s/?#@\\<>\"'`|{}^]+(?:[/?#][^\s<>\"\\]*)?")


class Kind:
    """A kind of field. Its values are those that `holds` accepts; `read` makes one of what stands in a file."""

    placeholder: Any = PLACEHOLDER
    """A value for a field that must have one, where the file has none that can be read."""
    expected = ("a text belongs here", "a text that has ': ', '[' or '{' in it needs quotation marks")
    """What to say when a list, a group or a text stands where none of this kind can be."""
    written: Any = str
    """The shape, in Python's types, of which `explain` has more to say."""
    schema: Mapping[str, Any]
    """The JSON Schema of what a file may hold."""

    def holds(self, value: Any) -> bool:
        """Whether this is a value of the kind."""
        raise NotImplementedError

    def meant(self, raw: Any) -> Any:
        """The value that stands for what a file holds, if there is one; else what is none of the kind."""
        return raw

    def read(self, raw: Any, subject: str) -> Any:
        """The value of what a file holds; `subject` is the field in words. Raises `FieldError`."""
        value = self.meant(raw)
        if self.holds(value):
            return value
        raise self.refuse(value, subject)

    def refuse(self, value: Any, subject: str) -> FieldError:
        """The error for a value that is none of the kind."""
        if isinstance(value, str) and TODO.search(value):
            return FieldError("todo-left", *TODO_WORDS)
        if value is None or (isinstance(value, str) and not value.strip()):
            help = "give it a value, or delete the line"
            return FieldError("empty-value", f"{subject} is empty", help, at_key=True)
        if isinstance(value, self.written):
            return self.explain(value, subject)
        expected, help = self.expected
        return FieldError("wrong-type", f"{subject} is {shape(value)}, but {expected}", help)

    def explain(self, value: Any, subject: str) -> FieldError:
        """The error for a value of the right shape that is none of the kind."""
        raise NotImplementedError


# --- texts ---------------------------------------------------------------------------------------------------------


class Text(Kind):
    """A text of one line or more."""

    schema: Mapping[str, Any] = {"$ref": "#/$defs/text"}

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and value.strip() != ""


class Line(Text):
    """A text of one line."""

    schema: Mapping[str, Any] = {"$ref": "#/$defs/line"}

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and "\n" not in value and value.strip() != ""

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError("wrong-type", f"{subject} runs over several lines", "write it on one line")


class Listed(Line):
    """A line that may be one of those that the file has already; the schema has these under the name in `of`."""

    def __init__(self, of: str) -> None:
        self.schema = {"$ref": f"#/$defs/{of}"}


class Reference(Listed):
    """The id of an actor, source or event where it is named; whatever spelling a file has, it is read in NFC.

    An id that is named ten thousand times is held once, and soon known again.
    """

    def meant(self, raw: Any) -> Any:
        return intern(normal("NFC", raw)) if isinstance(raw, str) else raw


class OneSource(Reference):
    """The id of the source that says it; several sources are several claims."""

    expected = ("the id of one source belongs here", "write several as claims: [{source: one}, {source: other}]")


class OneOfIds(Reference):
    """An id in a list of ids."""

    expected = ("an id belongs here", "write all ids in one list: [one, two]")


class Form(Text):
    """A text of a fixed form, such as a country code; `words` and `help` are said of one that has another.

    `editors` is the pattern for editors, where it is not the same. With `figures` it may be all figures.
    """

    def __init__(
        self, pattern: str, words: str, help: str, rule: str = "wrong-type", editors: str = "", *, figures: bool = False
    ) -> None:
        self.matches = re.compile(pattern).fullmatch
        self.schema = {**(SCALAR if figures else {"type": "string"}), "pattern": editors or f"^{pattern}$"}
        self.words, self.help, self.rule = words, help, rule

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and self.matches(value) is not None

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError(self.rule, f"{shown(value)} {self.words}", self.help)


class Id(Form):
    """The id of an event."""

    signs = re.compile("[a-z0-9-]+")

    def holds(self, value: Any) -> bool:
        """As the pattern says, at two thirds of its price: every event has an id."""
        return (
            isinstance(value, str)
            and self.signs.fullmatch(value) is not None
            and "--" not in value
            and value[0] != "-" != value[-1]
        )


class Zone(Form):
    """The name of a time zone."""

    def holds(self, value: Any) -> bool:
        return super().holds(value) and is_zone(value)


class Word(Text):
    """A word of a closed list."""

    def __init__(self, name: str) -> None:
        self.name, self.words = name, LISTS[name]
        self.placeholder = next(iter(self.words))
        self.schema = {"type": "string", "enum": [*self.words], "enumDescriptions": [*self.words.values()]}

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.words

    def explain(self, value: Any, subject: str) -> FieldError:
        message = f"{shown(value)} is not one of the words for '{self.name}'"
        meant = tried().get("-".join(value.casefold().split()), "")
        help = did_you_mean(meant if meant in self.words else value, self.words)
        if len(self.words) > LONGEST_LIST:
            help += f"; 'diplotimeline check --explain {self.name}' tells what each means"
        return FieldError("wrong-type", message, help)


class PartOfDay(Word):
    """A part of the day; its rule is that of a part that does not fit its date."""

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError(
            "bad-part", f"{shown(value)} is not a part of the day", f"use one of: {', '.join(self.words)}"
        )


# --- dates and numbers ---------------------------------------------------------------------------------------------


class Date(Kind):
    """A date, in a file as EDTF text."""

    placeholder = parse("0001")
    written = (str, list)
    schema: Mapping[str, Any] = {
        "type": ["string", "integer"],
        "pattern": EDTF_PATTERN,
        "patternErrorMessage": "A date is written year-month-day: 2022-09-13, 2022-09~, 2022-09-13/2022-09-14",
    }

    def holds(self, value: Any) -> bool:
        return isinstance(value, EventDate)

    def meant(self, raw: Any) -> Any:
        try:
            return parse(raw)
        except (DateError, TypeError, AttributeError):
            return raw

    def explain(self, value: Any, subject: str) -> FieldError:
        if isinstance(value, list):
            meant = "[" + ",".join(one for one in value if isinstance(one, str)) + "]"
            example = meant if parses(meant) else "[2022-09-29..2022-10-06]"
            help = f"a date that begins with '[' needs quotation marks: \"{example}\""
            return FieldError("bad-date", "this is a list, not a date", help)
        try:
            parse(value)
        except DateError as error:
            rule = "date-order" if isinstance(error, DateOrderError) else "bad-date"
            return FieldError(rule, error.message, error.help)
        return FieldError("wrong-type", f"{subject} is a text, but a date belongs here", "read it with 'parse_date'")


class Number(Kind):
    """A number in figures, of one type and within bounds; `words` and `help` are said of another."""

    expected = ("a number belongs here", "write it in figures")
    written = (str, int, float)
    placeholder = 0

    def __init__(
        self, type: type[int | float], figures: str, words: str, help: str, rule: str, within: tuple[float, float]
    ) -> None:
        self.type, self.types, self.within = type, (type, int), within
        self.figures = re.compile(figures)
        self.words, self.help, self.rule = words, help, rule
        least = {"minimum": 0} if within[0] == -1 else {}
        self.schema = {"type": ["integer" if type is int else "number", "string"], **least, "pattern": f"^{figures}$"}

    def holds(self, value: Any) -> bool:
        is_number = isinstance(value, self.types) and not isinstance(value, bool)
        return is_number and self.within[0] < value < self.within[1]

    def meant(self, raw: Any) -> Any:
        return self.type(raw) if isinstance(raw, str) and self.figures.fullmatch(raw) else raw

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError(self.rule, f"{shown(value)} {self.words}", self.help)


class Flag(Kind):
    """Whether something is so: `true` or `false`."""

    placeholder = True  # what a mark keeps back stays back while the mark cannot be read
    expected = ("true or false belongs here", "write true, or delete the line")
    schema: Mapping[str, Any] = {"enum": [True, False, "true", "false"]}

    def holds(self, value: Any) -> bool:
        return isinstance(value, bool)

    def meant(self, raw: Any) -> Any:
        return raw == "true" if raw in ("true", "false") else raw

    def explain(self, value: Any, subject: str) -> FieldError:
        return FieldError("wrong-type", f"{shown(value)} is neither true nor false", self.expected[1])


TEXT, LINE, DATE, FLAG = Text(), Line(), Date(), Flag()
ACTOR, SOURCE, EVENT, TAG = Reference("actor-id"), OneSource("source-id"), Reference("event-id"), Listed("tag")
OTHER_SOURCE = Reference("source-id")
ID = Id(
    "[a-z0-9]+(?:-[a-z0-9]+)*", "is not an id", "write small letters, figures and hyphens: 2022-10-04-call",
    figures=True,
)  # fmt: skip
COUNTRY = Form("[A-Z]{3}", "is not a country code", "write three capital letters (ISO 3166-1 alpha-3), such as NOR")
WIKIDATA = Form("Q[1-9][0-9]*", "is not a Wikidata item", "write such as Q399")
LANGUAGE = Form("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "is not a language code", "write such as en, fr or hy")
SHA256 = Form("[0-9a-fA-F]{64}", "is not a SHA-256", "write its 64 hexadecimal figures", figures=True)
ZONE = Zone("[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*", "is not a time zone", "write a name such as Asia/Yerevan or UTC")
ADDRESS = Form(
    WEB_ADDRESS.pattern, "is not a web address", "write it in full: https://example.org/page", "bad-url",
    editors="^[Hh][Tt][Tt][Pp][Ss]?://",
)  # fmt: skip
WHOLE = Number(
    int, "[0-9]{1,9}", "is not a whole number", "write figures only, such as 17", "wrong-type", within=(-1, 10**9)
)
ORDER = Number(
    int, "-?[0-9]{1,9}", "is not a whole number", "write figures only, such as 2 or -1", "wrong-type",
    within=(-(10**9), 10**9),
)  # fmt: skip
DEGREES = Number(
    float, r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?", "is not a number of degrees", "write degrees such as 39.75",
    "bad-coordinates", within=(-math.inf, math.inf),
)  # fmt: skip


# --- what the kinds share ------------------------------------------------------------------------------------------


def shape(value: Any) -> str:
    """What a value is, in words for someone who writes a file; Python's name for what no file can hold."""
    shapes = {list: "a list", tuple: "a tuple", dict: "a group", str: "a text", int: "a number", float: "a number"}
    return shapes.get(type(value), f"of type {type(value).__name__}")


def shown(value: object) -> str:
    """A value as Python writes it, a text in quotation marks; a long text is shortened."""
    return repr(f"{value[:LONGEST_SHOWN]}…" if isinstance(value, str) and len(value) > LONGEST_SHOWN else value)
