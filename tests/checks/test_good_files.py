"""Files without a mistake: the smallest one, one with every field of the format, one with words that mislead."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from places import DATA

from diplotimeline import Timeline, check, load
from diplotimeline.reading.tree import read_tree
from diplotimeline.record.fields import fields_of
from diplotimeline.record.schema import FORMS
from diplotimeline.record.values import SECTIONS, Header

FOLDER = DATA / "good"
FILES = sorted(FOLDER.glob("*.yaml"))
EVERY_FIELD = FOLDER / "every-field.yaml"


def names(data: Any) -> set[str]:
    """Every name of a field at any depth of a file."""
    if isinstance(data, Mapping):
        return set(data).union(*(names(value) for value in data.values()))
    return set().union(*(names(value) for value in data)) if isinstance(data, list) else set()


def values(value: Any) -> list[Any]:
    """Every record at any depth of a value."""
    if is_dataclass(value):
        return [value, *(one for field in fields(value) for one in values(getattr(value, field.name)))]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    return [one for part in inner for one in values(part)]


@pytest.fixture(scope="module")
def everything() -> Timeline:
    return load(EVERY_FIELD)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_without_a_mistake_has_no_error(path: Path) -> None:
    timeline = load(path)

    assert timeline.events
    assert not timeline.problems
    assert not [problem.concise for problem in check(timeline) if problem.severity == "error"]


def test_all_files_together_have_no_error_but_ids_of_their_own() -> None:
    assert {problem.rule for problem in load(*FILES).problems} == {"duplicate-id"}


def test_one_file_has_every_field_of_the_format() -> None:
    written = names(read_tree(EVERY_FIELD.read_bytes()).root)
    written |= names(read_tree((FOLDER / "shared/actors.yaml").read_bytes()).root)
    known = {field.written_as for form in (*FORMS, Header) for field in fields_of(form)}

    assert not {*known, *SECTIONS} - written


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_field_of_a_form_is_read(everything: Timeline, form: type[Any]) -> None:
    found = [
        value for value in values((everything.events, everything.actors, everything.sources)) if type(value) is form
    ]
    known = {field.name for field in fields(form) if field.init}
    given = {name for one in found for name in known if getattr(one, name) not in ("", (), None)}

    assert given == known


def test_what_is_written_is_what_is_read(everything: Timeline) -> None:
    night = next(one for one in everything.events if one.id == "night-of-shelling")
    place, tolls = night.place, {name: str(count) for side in night.casualties for name, count in side.tolls}

    assert place
    assert (place.name, place.country, place.lat, place.lon, place.precision) == (
        "Jermuk",
        "ARM",
        39.8408,
        45.6692,
        "near",
    )
    assert tolls == {"killed": "105–207 (best estimate 150)", "injured": "17", "missing": "at most 9",
                     "captured": "at least 1", "released": "about 2", "detained": "3",
                     "displaced": "at least 400"}  # fmt: skip
    assert [claim.stance for claim in night.claims] == ["asserts", "denies", "doubts", "asserts"]
    assert [one.who for one in night.claims[1].actors] == ["azerbaijan", "army"]
    verdicts = {event.id: everything.verdict(event.claims[0]) for event in everything.events if event.claims[0].quote}
    assert verdicts == {"night-of-shelling": "folded", "2022-09-29-2022-10-02-a-meeting-on-some-day": "elided"}
    assert [one.edtf for one in (event.date for event in everything.events)] == [
        "2022-09-12/2022-09-13", "2022-09-13T00:05", "[2022-09-29..2022-10-02]", "2022-10-04", "2022-10-05", "2099-12?",
    ]  # fmt: skip


def test_words_that_mislead_are_read_as_they_stand() -> None:
    timeline = load(FOLDER / "as-written.yaml")
    event = timeline.events[0]

    assert (timeline.title, event.title, event.date_text) == ("NO", "true", "18:00")
    assert timeline.actors["no"].aliases == (
        "NO", "no", "off", "010", "0x1F", "18:00", "1e3", "2022-09-12", "null", "3.14",
    )  # fmt: skip
    assert [one.who for one in event.actors] == ["no", "miṙzoyan", "بایراموف", "外交部"]
    assert event.tags == ("on", "off", "y", "n", "=", ".inf", "~")
    assert str(event.casualties[0].killed) == "7"
    assert event.claims[0].quote == "folded words\nin two paragraphs\n"
    assert timeline.sources["2022-10-06"].title == "2022-10-06"
    assert timeline.actors["miṙzoyan"].aliases == ("Արարատ",)
    assert "\u200c" in timeline.actors["بایراموف"].note
