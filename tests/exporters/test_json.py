"""JSON and JSON Lines: every field of the record, spelled out, and everything that it refers to."""

import json
import math
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, timeline_of
from made_up import bundled, event, loaded

from diplotimeline import Claim, Event, Place, Selection, Timeline, export, parse_date, select
from diplotimeline.errors import FieldError

Json = dict[str, Any]

ACTORS: dict[str, Json] = {
    "host": {
        "name": "The Host",
        "kind": "state",
        "iso": "NOR",
        "wikidata": "Q20",
        "aliases": ["Our Host"],
        "identifiers": {"viaf": "12"},
    },
    "guest": {"name": "A Guest", "of": "party", "office": "Speaker", "note": "A note."},
    "party": {"name": "A Party"},
    "stranger": {"name": "A Stranger"},
    "reader": {"name": "A Reader"},
}
SOURCES: dict[str, Json] = {
    "speech": {
        "title": "A speech", "speaker": "reader", "publisher": "The Press", "issued": "2022-10-06", "language": "en",
        "accessed": "2022-11", "url": "https://example.org/a", "archive_url": "https://example.org/b", "type": "speech",
        "venue": "A hall", "version_of": "paper", "version": "transcript", "note": "A note.",
        "author": "A Clerk", "identifiers": {"doi": "10.1000/182"}, "origin": {"name": "a.pdf", "sha256": "ab" * 32},
    },
    "paper": {"title": "A paper"},
    "unused": {"title": "Unused"},
}  # fmt: skip
EVENT = event(
    "2022-09-13", "They meet", id="meeting", type="meeting", status="confirmed", date_text="then", summary="They met.",
    part="evening", order=-1, tags=["talks"], actors=[{"who": "host", "role": "host"}], note="A note.",
    place={"name": "A Palace", "country": "NOR", "lat": "59.9", "lon": "10.7", "precision": "exact"},
    casualties=[{"who": "guest", "killed": "3", "missing": {"low": "5"}}],
    related=[{"event": "other", "as": "follows"}], identifiers={"ucdp": "376126"}, extra={"direction": "easing"},
    claims=[
        {
            "source": "speech", "quote": "We met.", "at": "p. 3", "stance": "doubts",
            "translation": {"text": "On se vit.", "language": "fr"}, "extra": {"coder": "second"},
            "according_to": "guest", "date": "2022-09",
            "actors": ["guest"], "place": "Oslo", "casualties": [{"who": "host", "injured": "1"}], "note": "A note.",
        },
        {"source": "paper"},
    ],
)  # fmt: skip
DAY: Json = {"edtf": "2022-09-13", "precision": "day", "qualifier": None, "display": "13 Sep 2022"}
DAY |= {"open": [], "unknown": []}
DAY |= dict.fromkeys(("earliest", "start_latest", "end_earliest", "latest"), "2022-09-13")
MONTH: Json = {"edtf": "2022-09", "precision": "month", "qualifier": None, "display": "Sep 2022"}
MONTH |= {"open": [], "unknown": []}
MONTH |= {"earliest": "2022-09-01", "start_latest": "2022-09-30", "end_earliest": "2022-09-01", "latest": "2022-09-30"}
NOBODY = dict.fromkeys(("killed", "injured", "captured", "released", "missing", "detained", "displaced"))
ONE, THREE, FIVE = ({"low": low, "best": None, "high": high} for low, high in ((1, 1), (3, 3), (5, None)))
WRITTEN = {
    "id": "meeting", "date": {**DAY, "display": "evening of 13 Sep 2022"},
    "date_text": "then", "part": "evening", "timezone": None, "order": -1, "type": "meeting", "status": "confirmed",
    "title": "They meet", "summary": "They met.",
    "actors": [{"id": "host", "name": "The Host", "kind": "state", "state": "The Host", "role": "host"}],
    "place": {"name": "A Palace", "country": "NOR", "lat": 59.9, "lon": 10.7, "precision": "exact"},
    "casualties": [{**NOBODY, "id": "guest", "name": "A Guest", "killed": THREE, "missing": FIVE}],
    "claims": [
        {
            "claim": 1, "source_id": "speech", "speaker": ["A Reader"], "speaker_id": ["reader"], "stance": "doubts",
            "according_to": ["A Guest"], "according_to_id": ["guest"], "quote": "We met.",
            "at": "p. 3", "translation": {"text": "On se vit.", "language": "fr"}, "extra": {"coder": "second"},
            "quote_check": "unverified", "date": MONTH,
            "actors": [
                {"id": "guest", "name": "A Guest", "kind": None, "state": "A Party", "role": "participant"}
            ],
            "place": {"name": "Oslo", "country": None, "lat": None, "lon": None, "precision": None},
            "casualties": [{**NOBODY, "id": "host", "name": "The Host", "injured": ONE}],
        },
        {
            "claim": 2, "source_id": "paper", "speaker": [], "speaker_id": [], "stance": "asserts",
            "according_to": [], "according_to_id": [], "quote": None, "quote_check": None,
            "at": None, "translation": None, "extra": {}, "date": None, "actors": [], "place": None, "casualties": [],
        },
    ],
    "related": [{"event": "other", "kind": "follows"}], "tags": ["talks"],
    "identifiers": {"ucdp": "376126"}, "extra": {"direction": "easing"},
}  # fmt: skip
BOUNDS: dict[str, tuple[tuple[str | None, ...], list[str], list[str], str, str | None]] = {
    "2022-09": (("2022-09-01", "2022-09-30", "2022-09-01", "2022-09-30"), [], [], "month", None),
    "2022-12-12/..": (
        ("2022-12-12", "2022-12-12", None, None), ["end_earliest", "latest"], [], "interval", None),
    "2022-12-12/": (("2022-12-12", "2022-12-12", "2022-12-12", None), [], ["latest"], "interval", None),
    "../2022-09-14": (
        (None, None, "2022-09-14", "2022-09-14"), ["earliest", "start_latest"], [], "interval", None),
    "/2022-09-14": ((None, "2022-09-14", "2022-09-14", "2022-09-14"), [], ["earliest"], "interval", None),
    "[..2022-10-06]": (
        (None, "2022-10-06", None, "2022-10-06"), ["earliest", "end_earliest"], [], "set", None),
    "2022-09%": (
        ("2022-09-01", "2022-09-30", "2022-09-01", "2022-09-30"), [], [], "month", "uncertain+approximate"),
    "2022?/2023": (
        ("2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31"), [], [], "interval", "start:uncertain"),
    "199X": (("1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31"), [], [], "decade", None),
    "2022-09-13T00:05Z": (("2022-09-13",) * 4, [], [], "time", None),
}  # fmt: skip


@pytest.fixture
def meeting(tmp_path: Path) -> Timeline:
    return loaded(tmp_path, EVENT, event(id="other", claims=[{"source": "paper"}]), actors=ACTORS, sources=SOURCES)


def whole(timeline: Timeline) -> Json:
    found: Json = json.loads(export(timeline, "json"))
    return found


def lines(timeline: Timeline) -> list[Json]:
    return [json.loads(line) for line in export(timeline, "jsonl").splitlines()]


def by_id(items: list[Json]) -> dict[str, Json]:
    return {item["id"]: item for item in items}


def named(events: list[Json]) -> set[str]:
    """The ids of all actors in these events."""
    found = set()
    claims = [claim for event in events for claim in event["claims"]]
    for one in (*events, *claims):
        found |= {who["id"] for who in (*one["actors"], *one["casualties"])}
        found |= {*one.get("speaker_id", ()), *one.get("according_to_id", ())}
    return found


def test_every_field_of_an_event(meeting: Timeline) -> None:
    assert whole(meeting)["events"][0] == WRITTEN


def test_a_line_is_an_event_with_its_sources(meeting: Timeline) -> None:
    document = whole(meeting)

    assert lines(meeting)[0] == {**WRITTEN, "sources": document["sources"]}
    assert lines(meeting)[1] == {**document["events"][1], "sources": [by_id(document["sources"])["paper"]]}


def test_every_field_of_a_source(meeting: Timeline) -> None:
    expected = {name: value for name, value in SOURCES["speech"].items() if name != "note"}
    written = by_id(whole(meeting)["sources"])["speech"]

    assert {**written, "issued": written["issued"]["edtf"], "accessed": written["accessed"]["edtf"]} == {
        **expected,
        "id": "speech",
        "citation": "A Reader, A speech, 6 Oct 2022 (transcript)",
        "speaker": ["A Reader"],
        "speaker_id": ["reader"],
        "file": None,
        "sha256": None,
    }


def test_every_field_of_an_actor(meeting: Timeline) -> None:
    actors = by_id(whole(meeting)["actors"])

    assert actors["host"] == ACTORS["host"] | {"id": "host", "of": [], "office": None}
    assert actors["guest"] == {
        "id": "guest", "name": "A Guest", "kind": None, "of": ["party"], "aliases": [], "office": "Speaker",
        "iso": None, "wikidata": None, "identifiers": {},
    }  # fmt: skip


def test_whose_words_a_source_holds_is_told_from_whose_it_passes_on(tmp_path: Path) -> None:
    claims = [{"source": "speech"}, {"source": "speech", "according_to": "guest"}, {"source": "paper"}]
    timeline = loaded(tmp_path, event(claims=claims), actors=ACTORS, sources=SOURCES)
    written = whole(timeline)["events"][0]["claims"]

    assert [claim["speaker_id"] for claim in written] == [["reader"], ["reader"], []]
    assert [claim["according_to_id"] for claim in written] == [[], ["guest"], []]


@pytest.mark.parametrize(("edtf", "bounds"), BOUNDS.items(), ids=BOUNDS)
def test_a_date_has_four_bounds_of_which_those_that_are_no_days_are_named(
    edtf: str, bounds: tuple[tuple[str | None, ...], list[str], list[str], str, str | None]
) -> None:
    timeline = Timeline(events=(Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x"),))
    date = whole(timeline)["events"][0]["date"]
    days = tuple(date[name] for name in ("earliest", "start_latest", "end_earliest", "latest"))

    assert date["edtf"] == edtf
    assert (days, *(date[name] for name in ("open", "unknown", "precision", "qualifier"))) == bounds


def test_everyone_referred_to_is_there_with_all_that_they_belong_to(meeting: Timeline) -> None:
    for timeline in (meeting, bundled()):
        document = whole(timeline)
        actors, sources = by_id(document["actors"]), by_id(document["sources"])
        speakers = {speaker for source in sources.values() for speaker in source["speaker_id"]}
        above = {parent for actor in actors.values() for parent in actor["of"]}

        assert (len(actors), len(sources)) == (len(document["actors"]), len(document["sources"]))
        assert named(document["events"]) | speakers | above <= actors.keys()
        assert {claim["source_id"] for one in document["events"] for claim in one["claims"]} == sources.keys()


def test_nobody_else_is_there(meeting: Timeline) -> None:
    document = whole(select(meeting, Selection(types=("meeting",))))

    assert "stranger" not in by_id(document["actors"])
    assert "unused" not in by_id(document["sources"])
    assert whole(select(meeting, Selection(words="Something happens")))["actors"] == []


def test_the_head_of_a_document(meeting: Timeline) -> None:
    empty = {"format": "diplotimeline/2", "title": "", "summary": "", "actors": [], "sources": [], "events": []}

    assert whole(Timeline()) == empty
    assert list(whole(meeting)) == list(empty)
    assert whole(bundled())["title"] == bundled().title


def test_texts_are_exact_and_stand_in_their_own_script() -> None:
    text = export(timeline_of(TEXTS["Armenian"]), "json")

    assert TEXTS["Armenian"] in text
    assert whole(timeline_of("\t=1\n"))["events"][0]["summary"] == "\t=1\n"


def test_no_number_is_written_that_json_has_not() -> None:
    """Whether such a number is refused by the record or left out of the export."""
    text = ""
    with suppress(FieldError):
        place = Place(name="x", lat=math.nan, lon=0.0)
        text = export(
            Timeline(events=(Event(date=parse_date("2022"), title="x", claims=(Claim(source="s"),), place=place),)),
            "json",
        )

    assert "NaN" not in text
