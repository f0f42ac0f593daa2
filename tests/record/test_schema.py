"""The JSON Schema that editors use: kept beside the timelines, true to what the tool accepts."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from notations import notations
from places import ROOT

from diplotimeline.dates.pattern import EDTF_PATTERN
from diplotimeline.reading.tree import read_tree
from diplotimeline.record.schema import schema, schema_text

TIMELINES = sorted((ROOT / "timelines").glob("*.yaml"))
DATA = ROOT / "tests" / "data"
GOOD = [*TIMELINES, *sorted((DATA / "good").rglob("*.yaml")), *sorted((DATA / "warned").glob("*.yaml"))]
CASES = list(csv.DictReader((DATA / "edtf_cases.csv").read_text(encoding="utf-8").splitlines()))
DATES = [case["notation"] for case in CASES if case["profile_valid"] == "yes"]
MODELINE = "# yaml-language-server: $schema=schema.json\n"

# One mistake in the form each, that an editor can see without knowing the calendar or the other fields.
BAD = {
    "a mistyped field": {"titel": "x"},
    "no title": {"events": [{"date": "2022", "source": "s"}]},
    "no source": {"events": [{"date": "2022", "title": "x"}]},
    "source and claims": {"events": [{"date": "2022", "title": "x", "source": "s", "claims": [{"source": "s"}]}]},
    "quote and claims": {"events": [{"date": "2022", "title": "x", "quote": "q", "claims": [{"source": "s"}]}]},
    "no claim": {"events": [{"date": "2022", "title": "x", "claims": []}]},
    "a date in words": {"events": [{"date": "4 October 2022", "title": "x", "source": "s"}]},
    "a month 13": {"events": [{"date": "2022-13", "title": "x", "source": "s"}]},
    "an unknown type": {"events": [{"date": "2022", "title": "x", "source": "s", "type": "metting"}]},
    "an empty field": {"events": [{"date": "2022", "title": "x", "source": "s", "summary": None}]},
    "actors as a text": {"events": [{"date": "2022", "title": "x", "source": "s", "actors": "a"}]},
    "an unknown role": {"events": [{"date": "2022", "title": "x", "source": "s", "actors": [{"who": "a", "role": "b"}]}]},
    "a latitude alone": {"events": [{"date": "2022", "title": "x", "source": "s", "place": {"name": "y", "lat": "1"}}]},
    "a count in words": {"events": [{"date": "2022", "title": "x", "source": "s", "casualties": [{"who": "a", "killed": "two"}]}]},
    "an unknown kind": {"actors": {"a": {"name": "A", "kind": "sate"}}},
    "a country in words": {"actors": {"a": {"name": "A", "iso": "Norway"}}},
    "an address of another kind": {"sources": {"s": {"title": "S", "url": "ftp://example.org"}}},
    "no speaker in a list": {"sources": {"s": {"title": "S", "speaker": []}}},
    "a speaker twice": {"sources": {"s": {"title": "S", "speaker": ["a", "a"]}}},
    "speakers in a group": {"sources": {"s": {"title": "S", "speaker": {"a": "b"}}}},
    "parents in lists": {"actors": {"a": {"name": "A", "of": ["b", ["c"]]}}},
    "a short pin": {"sources": {"s": {"title": "S", "sha256": "386b"}}},
    "sources as a list": {"sources": []},
}  # fmt: skip


def errors(document: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema()).iter_errors(document)]


def test_is_a_json_schema_with_a_description_for_every_field() -> None:
    made = schema()
    Draft202012Validator.check_schema(made)
    forms = {"Document": made, **made["$defs"]}
    missing = [f"{name}.{field}" for name, form in forms.items() for field, content in form["properties"].items()
               if not content.get("description")]  # fmt: skip

    assert missing == []


def test_stands_beside_the_bundled_timelines() -> None:
    assert (ROOT / "timelines/schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_every_bundled_timeline_names_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith(MODELINE)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_accepts_every_good_file(path: Path) -> None:
    assert errors(read_tree(path.read_bytes()).root) == []


@pytest.mark.parametrize("document", BAD.values(), ids=BAD)
def test_refuses(document: dict[str, Any]) -> None:
    assert errors(document)


def test_numbers_may_be_written_as_numbers() -> None:
    event = {"date": 2022, "title": "x", "source": "s", "place": {"name": "y", "lat": 48.2, "lon": 16},
             "casualties": [{"who": "a", "killed": 2, "injured": {"low": 1, "high": 3}}]}  # fmt: skip

    assert errors({"events": [event]}) == []


@pytest.mark.parametrize("text", DATES)
def test_its_pattern_takes_every_date_of_the_profile(text: str) -> None:
    assert re.search(EDTF_PATTERN, text)


@given(notations())
def test_its_pattern_takes_every_notation(text: str) -> None:
    assert re.search(EDTF_PATTERN, text)
