"""The words and the kinds of field that a timeline file knows, and how a text is read as one of them.

A mistake in a field is raised under the name of its rule, in the words of the report.
"""

import math
import re
from collections.abc import Callable, Hashable
from contextlib import suppress
from datetime import tzinfo
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, PlainValidator, StringConstraints, ValidatorFunctionWrapHandler
from pydantic_core import PydanticCustomError

from diplotimeline.dates import EventDate, parse, parses
from diplotimeline.errors import DateError, DateOrderError

EventType = Literal[
    "meeting", "call", "statement", "agreement", "decision", "request", "hostilities", "ceasefire-violation",
    "explosion", "abuse", "prisoner-release", "withdrawal", "deployment", "investigation", "publication", "other",
]  # fmt: skip
Status = Literal["confirmed", "reported", "alleged", "disputed", "planned"]
Part = Literal["night", "morning", "afternoon", "evening"]
Role = Literal[
    "initiator", "target", "participant", "host", "mediator", "victim", "alleged-perpetrator", "beneficiary",
    "observer", "speaker",
]  # fmt: skip
ActorKind = Literal[
    "state", "government-body", "armed-force", "armed-group", "de-facto-authority", "igo", "ngo", "media", "person",
    "population",
]  # fmt: skip
Stance = Literal["asserts", "denies", "doubts"]
PlacePrecision = Literal["exact", "near", "admin2", "admin1", "region", "country"]
RelationKind = Literal["part-of", "response-to", "follows", "about", "same-as"]
Version = Literal["transcript", "translation", "retranslation", "excerpt", "report"]
Verdict = Literal["exact", "folded", "elided", "absent", "unverified"]

TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
TOLLS = ("killed", "injured", "captured", "released", "missing")

MOST_KEPT = 4096
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
RANGES = (
    (r"([0-9]{1,9}) ?(?:-|–|to) ?([0-9]{1,9})", "low: {}, high: {}"),
    (r"(?:at least|>=) ?([0-9]{1,9})|([0-9]{1,9}) ?(?:\+|or more)", "low: {}"),
    (r"(?:at most|up to|<=) ?([0-9]{1,9})", "high: {}"),
    (r"(?:about|around|approx\.?|c\.|ca\.|~) ?([0-9]{1,9})", "best: {}"),
)
DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
ZONE_NAME = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\<>\"'`|{}^]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)


def mistake(rule: str, message: str, help: str = "") -> PydanticCustomError:
    """A mistake in one field, in the words of the report, under the name of its rule."""
    return PydanticCustomError(rule, "{message}", {"message": message, "help": help})


def _date(value: Any) -> EventDate:
    if isinstance(value, EventDate):
        return value
    if isinstance(value, list):
        meant = "[" + ",".join(one for one in value if isinstance(one, str)) + "]"
        example = meant if parses(meant) else "[2022-09-29..2022-10-06]"
        help = f"a date that begins with '[' needs quotation marks: \"{example}\""
        raise mistake("bad-date", "this is a list, not a date", help)
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a date is a text")
    try:
        return parse(value)
    except DateOrderError as error:
        raise mistake("date-order", error.message, error.help) from None
    except DateError as error:
        raise mistake("bad-date", error.message, error.help) from None


def whole_number(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("number_type", "a number is written in figures")
    if not WHOLE_NUMBER.fullmatch(value):
        raise mistake("wrong-type", f"{value!r} is not a whole number", "write figures only, such as 17")
    return int(value)


def bounds_of(text: str) -> str:
    """What a range in words is as a count, `{low: 4, high: 7}` of `4-7`; empty for any other text."""
    for words, bounds in RANGES:
        match = re.fullmatch(words, text.strip(), re.IGNORECASE)
        if match is not None:
            return "{" + bounds.format(*sorted(filter(None, match.groups()), key=int)) + "}"
    return ""


def _degrees(value: Any) -> float:
    if isinstance(value, (int, float)) and math.isfinite(value):
        return float(value)
    if not isinstance(value, str):
        raise PydanticCustomError("number_type", "a coordinate is a number of degrees")
    if not DEGREES.fullmatch(value):
        raise mistake("bad-coordinates", f"{value!r} is not a number of degrees", "write degrees such as 39.75")
    return float(value)


def _web_address(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "an address is a text")
    if not WEB_ADDRESS.fullmatch(value):
        raise mistake("bad-url", f"{value!r} is not a web address", "write it in full: https://example.org/page")
    return value


def find_zone(name: str) -> tzinfo | None:
    """The time zone of this name, from the system or, where it has none, from dateutil; None if there is none.

    What is another zone on every machine is none: `localtime`, and the abbreviations of the zone that is set there.
    Nor is a rule such as `UTC+3`: POSIX means three hours west of UTC by it, and most people east.
    """
    from zoneinfo import ZoneInfo  # 3 ms, needed by few files; dateutil's own costs 15

    if name == "localtime":
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        from dateutil.tz import gettz, tzfile, tzutc

    with suppress(ValueError, OSError):  # a name that is too long for a file
        zone = gettz(name)
        return zone if isinstance(zone, (tzfile, tzutc)) else None
    return None


def _zone(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a time zone is a text")
    if not ZONE_NAME.fullmatch(value) or find_zone(value) is None:
        raise mistake("wrong-type", f"{value!r} is not a time zone", "write a name such as Asia/Yerevan or UTC")
    return value


def _part(value: Any) -> Any:
    if isinstance(value, str) and value not in get_args(Part):
        raise mistake("bad-part", f"{value!r} is not a part of the day", f"use one of: {', '.join(get_args(Part))}")
    return value


def short(name: str) -> Callable[[Any, ValidatorFunctionWrapHandler], Any]:
    """For a field that may be a text or a group: a text stands for the group's field of this name.

    What is read once is kept and given again: the same places and participants stand in event after event.
    """
    kept: dict[Hashable, Any] = {}

    def read(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, str):
            key: Hashable = value
        elif isinstance(value, dict) and set(map(type, value.values())) == {str}:
            key = tuple(value.items())
        else:  # what Python gives and no file: a tuple is no group, and 0.0 is equal to -0.0
            return handler(value)
        known = kept.get(key)
        if known is None:
            known = handler({name: value} if isinstance(value, str) else value)
            if len(kept) < MOST_KEPT:
                kept[key] = known
        return known

    return read


Text = Annotated[str, StringConstraints(pattern=r"\S")]
Line = Annotated[str, StringConstraints(pattern=r"^[^\n]*\S[^\n]*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Date = Annotated[EventDate, PlainValidator(_date, json_schema_input_type=str)]
WholeNumber = Annotated[int, PlainValidator(whole_number, json_schema_input_type=int)]
Degrees = Annotated[float, PlainValidator(_degrees, json_schema_input_type=float)]
WebAddress = Annotated[str, PlainValidator(_web_address, json_schema_input_type=str)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
WikidataItem = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]
DayPart = Annotated[Part, BeforeValidator(_part)]
Zone = Annotated[str, PlainValidator(_zone, json_schema_input_type=str)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")]
