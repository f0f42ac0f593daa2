"""GeoJSON: which events have a point, where it is, and what it carries."""

import json
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, timeline_of
from made_up import bundled, event, loaded
from reading_geojson import read, titles

from diplotimeline import Timeline, export
from diplotimeline.exporters import render

Json = dict[str, Any]
VIENNA = {"name": "Vienna", "country": "AUT", "lat": "48.208", "lon": "16.373", "precision": "near"}


def features(timeline: Timeline) -> list[Json]:
    return read(export(timeline, "geojson"))


def properties_of(folder: Path, date: str = "2022-09-13", **fields: Any) -> Json:
    given: Json = features(loaded(folder, event(date, place=VIENNA, **fields)))[0]["properties"]
    return given


@pytest.mark.parametrize(("lat", "lon"), [("48.208", "16.373"), ("-90", "180"), ("0", "0"), ("38.8977", "-77.0365")])
def test_a_point_is_longitude_then_latitude(tmp_path: Path, lat: str, lon: str) -> None:
    place = {"name": "x", "lat": lat, "lon": lon}
    geometry = features(loaded(tmp_path, event(place=place)))[0]["geometry"]

    assert geometry == {"type": "Point", "coordinates": [float(lon), float(lat)]}


def test_an_event_without_coordinates_is_left_out_and_counted(tmp_path: Path) -> None:
    events = [event(title="A", place=VIENNA), event(title="B", place="Geneva"), event(title="C")]
    made = render(loaded(tmp_path, *events), "geojson", {})

    assert titles(made.data) == ["A"]
    assert made.lost == ("2 of 3 events have no coordinates and cannot be shown in geojson; json has them.",)


@pytest.mark.parametrize(
    ("missing", "lost"),
    [(1, "1 of 1 event has no"), (12, "12 of 12 events have no")],
    ids=["one", "several"],
)
def test_the_sentence_about_the_lost_ones_counts_them(tmp_path: Path, missing: int, lost: str) -> None:
    timeline = loaded(tmp_path, *(event(title=f"Event {number}") for number in range(missing)))

    assert render(timeline, "geojson", {}).lost[0].startswith(lost)


def test_a_place_that_only_one_source_gives_is_not_the_point_of_the_event(tmp_path: Path) -> None:
    claims = [{"source": "statement", "place": VIENNA}]

    assert features(loaded(tmp_path, event(claims=claims))) == []


def test_a_claim_carries_what_its_source_says(tmp_path: Path) -> None:
    claims = [
        {"source": "statement", "quote": "We met"},
        {"source": "statement", "stance": "denies", "according_to": "a", "date": "2022-09", "place": VIENNA,
         "actors": [{"who": "a", "role": "host"}], "casualties": [{"who": "a", "killed": {"low": 2}}]},
    ]  # fmt: skip
    timeline = loaded(tmp_path, event(place=VIENNA, claims=claims), actors={"a": {"name": "A"}})
    first, second = features(timeline)[0]["properties"]["claims"]

    assert first == {
        "claim": 1, "source_id": "statement", "stance": "asserts", "quote": "We met", "quote_check": "unverified",
        "source_title": "A statement", "issued": "2099-12-31", "url": "https://example.org/statement",
    }  # fmt: skip
    assert second == {
        "claim": 2, "source_id": "statement", "stance": "denies", "according_to": ["A"], "according_to_id": ["a"],
        "source_title": "A statement", "issued": "2099-12-31", "url": "https://example.org/statement",
        "claim_date": "2022-09", "claim_date_earliest": "2022-09-01", "claim_date_latest": "2022-09-30",
        "claim_date_precision": "month", "claim_date_display": "Sep 2022",
        "claim_actors": ["A"], "claim_actor_ids": ["a"], "claim_actor_roles": ["host"], "claim_actor_kinds": [None],
        "claim_actor_states": ["A"],
        "claim_place": "Vienna", "claim_country": "AUT", "claim_lat": 48.208, "claim_lon": 16.373,
        "claim_place_precision": "near", "claim_killed": ["A: at least 2"], "claim_killed_min": 2,
    }  # fmt: skip


def test_who_published_a_source_is_not_who_speaks_in_it(tmp_path: Path) -> None:
    sources = {"statement": {"title": "A statement", "publisher": "The Press"}}
    given = features(loaded(tmp_path, event(place=VIENNA), sources=sources))[0]["properties"]

    assert given["claims"][0]["publisher"] == "The Press"
    assert "speaker" not in given["claims"][0]


def test_a_feature_carries_its_sources_with_their_addresses(tmp_path: Path) -> None:
    given = properties_of(tmp_path)

    assert (given["sources"], given["source_ids"]) == (["A statement, 31 Dec 2099"], ["statement"])
    assert given["urls"] == ["https://example.org/statement"]


def test_numbers_of_people_are_numbers(tmp_path: Path) -> None:
    casualties = [{"who": "a", "killed": {"low": 2, "high": 5}}, {"who": "b", "killed": 1, "injured": {"best": 7}}]
    actors = {"a": {"name": "A"}, "b": {"name": "B"}}
    given = features(loaded(tmp_path, event(place=VIENNA, casualties=casualties), actors=actors))[0]["properties"]

    assert (given["killed"], given["injured"], given["missing"]) == (["A: 2–5", "B: 1"], ["B: about 7"], [])
    assert [given[f"killed_{bound}"] for bound in ("min", "best", "max")] == [3, None, 6]
    assert [given[f"injured_{bound}"] for bound in ("min", "best", "max")] == [None, 7, None]


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "words"),
    [
        ("2022-09-13", "2022-09-13", "2022-09-13", "13 Sep 2022"),
        ("2022-09~", "2022-09-01", "2022-09-30", "c. Sep 2022"),
        ("[..2022-10-06]", None, "2022-10-06", "on or before 6 Oct 2022"),
        ("2022-12-12/..", "2022-12-12", None, "since 12 Dec 2022 (ongoing)"),
        ("2022-12-12/", "2022-12-12", None, "from 12 Dec 2022 (end unknown)"),
    ],
)
def test_a_date_is_given_as_written_with_the_days_that_are_known(
    tmp_path: Path, written: str, earliest: str | None, latest: str | None, words: str
) -> None:
    given = properties_of(tmp_path, written)

    assert [given[f"date{name}"] for name in ("", "_earliest", "_latest", "_display")] == [
        written, earliest, latest, words,
    ]  # fmt: skip


def test_the_part_of_the_day_is_in_the_words(tmp_path: Path) -> None:
    given = properties_of(tmp_path, "2022-09-12/2022-09-13", part="night")

    assert (given["part"], given["date_display"]) == ("night", "night of 12–13 Sep 2022")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_is_exact(text: str) -> None:
    given = features(timeline_of(text))[0]["properties"]
    line = text.replace("\n", " ")

    assert (given["title"], given["summary"], given["claims"][0]["quote"]) == (line, text, text)
    assert (given["place"], given["tags"], given["date_text"]) == (line, [line, line], line)
    assert (given["related_ids"], given["related_kinds"]) == ([line], ["about"])


def test_the_same_properties_are_there_for_every_event() -> None:
    assert len({tuple(feature["properties"]) for feature in features(bundled())}) == 1
    assert [feature["id"] for feature in features(bundled())] == [
        "2022-09-27-white-house-meeting", "2022-10-02-geneva-meeting", "2022-10-06-statement",
    ]  # fmt: skip


def test_an_empty_timeline_is_an_empty_collection() -> None:
    assert json.loads(export(Timeline(), "geojson")) == {"type": "FeatureCollection", "features": []}
    assert json.loads(export(Timeline(title="A"), "geojson"))["name"] == "A"
    assert render(Timeline(), "geojson", {}).lost == ()
