"""The JSON Schema that editors use: kept beside the timelines, true to what the tool accepts."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from jsonschema import Draft202012Validator
from notations import notations
from places import ROOT
from together import together
from yaml_1_2 import as_an_editor_reads

from diplotimeline.dates.pattern import EDTF_PATTERN
from diplotimeline.reading.forms import read
from diplotimeline.reading.tree import read_tree
from diplotimeline.record import values
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.fields import Value, fields_of
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


VALIDATOR = Draft202012Validator(schema())


def errors(document: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_is_a_json_schema_with_a_description_for_every_field() -> None:
    made = schema()
    Draft202012Validator.check_schema(made)
    forms = {"Document": made, **made["$defs"]}
    missing = [f"{name}.{field}" for name, form in forms.items() for field, content in form.get("properties", {}).items()
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


@together("text", DATES)
def test_its_pattern_takes_every_date_of_the_profile(text: str) -> None:
    assert re.search(EDTF_PATTERN, text)


@given(notations())
def test_its_pattern_takes_every_notation(text: str) -> None:
    assert re.search(EDTF_PATTERN, text)


# --- nothing is marked in an editor that `check` accepts -----------------------------------------------------------

# By each kind of group a good one, the way to it from a whole file, and the texts of its fields.
GROUPS: dict[type[Value], tuple[str, dict[str, str]]] = {
    values.Event: ("{{events: [{}]}}", {"date": "2022-09-12", "title": "x", "source": "s"}),
    values.Claim: ("{{events: [{{date: 2022, title: x, claims: [{}]}}]}}", {"source": "s"}),
    values.Actor: ("{{actors: {{a: {}}}}}", {"name": "A"}),
    values.Source: ("{{sources: {{s: {}}}}}", {"title": "S"}),
    values.Place: (
        "{{events: [{{date: 2022, title: x, source: s, place: {}}}]}}",
        {"name": "P", "lat": "1", "lon": "2"},
    ),
    values.Participant: ("{{events: [{{date: 2022, title: x, source: s, actors: [{}]}}]}}", {"who": "a"}),
    values.Relation: (
        "{{events: [{{date: 2022, title: x, source: s, related: [{}]}}]}}",
        {"event": "e", "as": "about"},
    ),
    values.Document: ("{{sources: {{s: {{title: S, origin: {}}}}}}}", {"name": "x.pdf"}),
    values.Translation: ("{{events: [{{date: 2022, title: x, source: s, quote: q, translation: {}}}]}}", {"text": "x"}),
    Casualties: ("{{events: [{{date: 2022, title: x, source: s, casualties: [{}]}}]}}", {"killed": "1"}),
    values.Header: ("{}", {}),
}
PLAIN = ("2022", "2022-09-12", "007", "0x1F", "1e3", "1_000", "3.5", "-3", ".5", "+1", "0", "true", "True", "yes", "no", "NO",
         "off", ".inf", ".nan", "18:00", "2022-09-12T18:00", "ARM", "en", "Q399", "https://example.org/1", "UTC", "'2022'", '"x y"',
         "x-y", "'a, b'", "a" * 64, "1" * 64, "{low: 1, high: 3}", "{best: '5'}", "{name: x}", "{text: 2022}", "{who: 5}",
         "{ucdp: 376126}", "{a: true}", "[]", "{}", "{killed: 5}", "'1'", "2022?", "2022-09-13/2022-09-14")  # fmt: skip
TEXTS = (*PLAIN, *(f"[{one}]" for one in PLAIN), "[a, b]", "[1, true, x]", "[{killed: 5}, {who: a, killed: '7'}]")


Known = dict[type[Value], dict[str, list[str]]]
NEEDING = ("translation",)  # of an event: it needs a quote beside it


def known_texts(form: type[Value]) -> dict[str, list[str]]:
    """By the name of each field of a group, short ones too, what of `TEXTS` and of its own words `check` accepts."""
    declared = {one.written_as: one for one in fields_of(form)}
    names = [*declared, *(name for one in declared.values() for name in one.short)]
    words = {one.written_as: getattr(one.kind, "words", ()) for one in (*fields_of(values.Claim), *fields_of(form))}
    return {
        name: [text for text in (*TEXTS, *words.get(name, ())) if accepted(form, GROUPS[form][1] | {name: text})]
        for name in names
    }


def accepted(form: type[Value], fields: dict[str, str]) -> bool:
    root = read_tree(group(fields).encode())
    return not root.findings and not read(form, root.root, (), 0).findings


def group(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {text}" for name, text in fields.items()) + "}"


@pytest.fixture(scope="module")
def known() -> Known:
    return {form: known_texts(form) for form in GROUPS}


@pytest.mark.parametrize("form", GROUPS, ids=lambda form: form.__name__)
def test_marks_nothing_in_a_field_that_check_accepts(known: Known, form: type[Value]) -> None:
    around, good = GROUPS[form]
    texts = known[form]
    marked = {
        (name, text): found
        for name, several in texts.items()
        for text in several
        if (found := errors(as_an_editor_reads(around.format(group(good | {name: text})))))
    }

    assert marked == {}
    assert [name for name, several in texts.items() if not several and name not in NEEDING] == []


@given(st.data())
def test_marks_nothing_in_fields_that_check_accepts_together(known: Known, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from([*GROUPS]))
    around, good = GROUPS[form]
    texts = known[form]
    names = data.draw(st.lists(st.sampled_from([name for name in texts if texts[name]]), unique=True, max_size=8))
    fields = good | {name: data.draw(st.sampled_from(texts[name])) for name in names}
    if accepted(form, fields):
        assert errors(as_an_editor_reads(around.format(group(fields)))) == []
