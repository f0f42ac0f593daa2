"""The published schema of the JSON export: it is closed and complete, what is written fits it and little else does."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, timeline_of
from hypothesis import given
from jsonschema import Draft202012Validator
from made_up import bundled
from notations import notations

from diplotimeline import Claim, Event, Timeline, export, parse_date
from diplotimeline.exporters import json as exporter
from diplotimeline.record import words as closed

Json = dict[str, Any]
Way = tuple[str | int, ...]

SCHEMA = json.loads(Path(exporter.__file__).with_name("json.schema.json").read_text(encoding="utf-8"))
DOCUMENT = Draft202012Validator(SCHEMA)
LINE = Draft202012Validator({"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]})
VOCABULARIES = {
    "event.type": closed.TYPES, "event.status": closed.STATUSES, "event.part": closed.PARTS,
    "participant.role": closed.ROLES, "actor.kind": closed.ACTOR_KINDS, "claim.stance": closed.STANCES,
    "claim.quote_check": closed.VERDICTS, "place.precision": closed.PLACE_PRECISIONS, "relation.kind": closed.RELATIONS,
    "source.version": closed.VERSIONS, "date.precision": closed.DATE_PRECISIONS,
}  # fmt: skip
WRONG_VALUES: dict[str, tuple[tuple[str | int, ...], object]] = {
    "another format": (("format",), "diplotimeline/1"),
    "a bound that is no day": (("events", 0, "date", "earliest"), "2022-09"),
    "an open bound in words": (("events", 0, "date", "latest"), "+inf"),
    "an open bound that is none": (("events", 0, "date", "open"), ["later"]),
    "a speaker who is no list": (("events", 0, "claims", 0, "speaker_id"), "Harmless"),
    "an unknown precision": (("events", 0, "date", "precision"), "week"),
    "an unknown status": (("events", 0, "status"), "claimed"),
    "a title without words": (("events", 0, "title"), " "),
    "an event without claims": (("events", 0, "claims"), []),
    "a latitude beyond the pole": (("events", 0, "place", "lat"), 91),
    "fewer than nobody": (("events", 0, "casualties", 0, "killed", "low"), -1),
    "half a person": (("events", 0, "casualties", 0, "killed", "low"), 0.5),
    "an address that is no link": (("sources", 0, "url"), "javascript:alert(1)"),
    "a source that is a text": (("sources", 0), "A speech"),
}


def whole(timeline: Timeline) -> Json:
    found: Json = json.loads(export(timeline, "json"))
    return found


FULL = whole(timeline_of("Harmless"))


def parts(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value in a JSON value with the way to it, the outermost first."""
    yield way, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from parts(one, (*way, key))


def at(document: Json, way: Way) -> Any:
    found: Any = document
    for step in way:
        found = found[step]
    return found


BY_NAME = ("identifiers", "extra")  # whose keys are the author's own
OBJECTS = [way for way, value in parts(FULL) if isinstance(value, dict) and way[-1:] not in [(one,) for one in BY_NAME]]
KEYS = [(*way, key) for way in OBJECTS for key in at(FULL, way)]


def forms() -> list[Json]:
    """The forms of the schema that say which keys an object has."""
    found = (value for _, value in parts(SCHEMA) if isinstance(value, dict))
    return [value for value in found if isinstance(value.get("properties"), dict)]


def name_of(way: Way) -> str:
    return ".".join(map(str, way)) or "the whole"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["properties"]["format"]["const"] == exporter.FORMAT


def test_every_object_of_the_schema_is_closed_and_all_its_keys_are_required() -> None:
    closing = ("additionalProperties", "unevaluatedProperties")
    open_forms = [form for form in forms() if False not in map(form.get, closing)]

    assert open_forms == [SCHEMA["$defs"]["event"]]  # closed where it is used: a line adds its sources
    assert SCHEMA["properties"]["events"]["items"]["unevaluatedProperties"] is False
    assert all(sorted(form["properties"]) == sorted(form["required"]) for form in forms())


def test_everything_in_the_schema_is_described() -> None:
    described = [field for form in forms() for field in (form, *form["properties"].values())]

    assert len(described) > 80
    assert [field for field in described if len(field.get("description", "")) < 5] == []


@pytest.mark.parametrize(("place", "vocabulary"), VOCABULARIES.items(), ids=VOCABULARIES)
def test_the_schema_knows_the_words_of_the_record(place: str, vocabulary: Mapping[str, str]) -> None:
    form, field = place.split(".")
    words = SCHEMA["$defs"][form]["properties"][field]["enum"]

    assert tuple(word for word in words if word is not None) == tuple(vocabulary)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_timeline_fits_the_schema(text: str) -> None:
    DOCUMENT.validate(whole(timeline_of(text)))

    assert [LINE.is_valid(json.loads(line)) for line in export(timeline_of(text), "jsonl").splitlines()] == [True]


def test_the_bundled_timeline_fits_the_schema() -> None:
    DOCUMENT.validate(whole(bundled()))
    valid = [LINE.is_valid(json.loads(line)) for line in export(bundled(), "jsonl").splitlines()]

    assert valid == [True] * len(bundled().events)


def test_a_document_without_events_fits_the_schema() -> None:
    assert DOCUMENT.is_valid(whole(Timeline()))


@given(notations())
def test_every_date_fits_the_schema(edtf: str) -> None:
    event = Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x")

    assert DOCUMENT.is_valid(whole(Timeline(events=(event,))))


def test_a_line_is_no_event_of_a_document_and_an_event_no_line() -> None:
    line = json.loads(export(timeline_of("Harmless"), "jsonl"))

    assert not DOCUMENT.is_valid({**FULL, "events": [line]})
    assert not LINE.is_valid(FULL["events"][0])


@pytest.mark.parametrize("way", OBJECTS, ids=name_of)
def test_no_object_takes_another_key(way: Way) -> None:
    document = deepcopy(FULL)
    at(document, way)["note"] = "x"

    assert not DOCUMENT.is_valid(document)


def test_no_object_can_do_without_one_of_its_keys() -> None:
    for way in KEYS:
        document = deepcopy(FULL)
        del at(document, way[:-1])[way[-1]]

        assert not DOCUMENT.is_valid(document), name_of(way)


def test_a_value_of_another_kind_does_not_fit() -> None:
    for way in KEYS:
        document = deepcopy(FULL)
        at(document, way[:-1])[way[-1]] = True

        assert not DOCUMENT.is_valid(document), name_of(way)


@pytest.mark.parametrize(("way", "value"), WRONG_VALUES.values(), ids=WRONG_VALUES)
def test_the_schema_refuses(way: Way, value: object) -> None:
    document = deepcopy(FULL)
    at(document, way[:-1])[way[-1]] = value

    assert DOCUMENT.is_valid(FULL)
    assert not DOCUMENT.is_valid(document)
