"""Parquet: the columns and their types, a row per event and claim, and what DuckDB makes of them."""

import sys
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hostile_texts import TEXTS, timeline_of
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded
from reading_parquet import asked, parquet_about, parquet_rows

from diplotimeline import CallError, Claim, Event, Timeline, export, parse_date
from diplotimeline.exporters import render
from diplotimeline.exporters.parquet import COLUMNS

TYPES = {
    "text": "VARCHAR", "number": "BIGINT", "degrees": "DOUBLE", "day": "DATE", "texts": "VARCHAR[]",
    "tolls": "STRUCT(who VARCHAR, who_id VARCHAR, toll VARCHAR, low BIGINT, best BIGINT, high BIGINT)[]",
    "ties": 'STRUCT("event" VARCHAR, kind VARCHAR)[]',
}  # fmt: skip
ACTORS = {"host": {"name": "The Host"}, "guest": {"name": "A Guest"}}
SOURCES = {
    "speech": {
        "title": "A speech", "speaker": "guest", "issued": "2022-10", "url": "https://example.org/a", "language": "en",
        "version": "transcript", "venue": "A hall", "type": "speech", "archive_url": "https://example.org/b",
        "version_of": "paper",
    },
    "paper": {"title": "A paper", "publisher": "The Press"},
}  # fmt: skip
MEETING = event(
    "2022-09-12/2022-09-13", "They meet", id="meeting", part="night", type="meeting", status="disputed",
    date_text="last night", summary="They met.", tags=["talks", "peace"],
    actors=[{"who": "host", "role": "host"}, "guest"],
    place={"name": "A Palace", "country": "NOR", "lat": "-39.75", "lon": "45", "precision": "near"},
    casualties=[{"who": "host", "killed": "3", "missing": {"low": "5", "best": "6"}}, {"who": "guest", "killed": "1"}],
    related=[{"event": "meeting-2", "as": "follows"}],
    claims=[
        {"source": "speech", "quote": "We met there."},
        {
            "source": "paper", "stance": "denies", "according_to": "host", "date": "2022-09", "actors": ["guest"],
            "place": {"name": "Elsewhere", "country": "SWE", "lat": "1", "lon": "2", "precision": "region"},
            "casualties": [{"who": "guest", "injured": "2"}],
        },
    ],
)  # fmt: skip
OTHER = event(id="meeting-2", source="paper")
BOUNDS = ("date_earliest", "date_start_latest", "date_end_earliest", "date_latest")
DATES: dict[str, tuple[date | None, ...]] = {
    "2022-09-13": (date(2022, 9, 13),) * 4,
    "2022-09": (date(2022, 9, 1), date(2022, 9, 30), date(2022, 9, 1), date(2022, 9, 30)),
    "2022-12-12/..": (date(2022, 12, 12), date(2022, 12, 12), None, None),
    "/2022-09-14": (None, date(2022, 9, 14), date(2022, 9, 14), date(2022, 9, 14)),
    "[..2022-10-06]": (None, date(2022, 10, 6), None, date(2022, 10, 6)),
    "0001-01-01/9999-12-31": (date(1, 1, 1), date(1, 1, 1), date(9999, 12, 31), date(9999, 12, 31)),
}


@pytest.fixture
def meeting(tmp_path: Path) -> list[dict[str, Any]]:
    return parquet_rows(export(loaded(tmp_path, MEETING, OTHER, actors=ACTORS, sources=SOURCES), "parquet"))


def toll(who: str, kind: str, low: int | None, best: int | None, high: int | None) -> dict[str, Any]:
    return {"who": ACTORS[who]["name"], "who_id": who, "toll": kind, "low": low, "best": best, "high": high}


@pytest.mark.parametrize("timeline", [bundled(), Timeline()], ids=["the bundled timeline", "no event at all"])
def test_every_file_has_the_same_columns_of_the_same_types(timeline: Timeline) -> None:
    found = asked(export(timeline, "parquet"), "DESCRIBE SELECT * EXCLUDE (file_row_number) FROM events")

    assert [(row["column_name"], row["column_type"]) for row in found] == [
        (name, TYPES[kind.rstrip("!")]) for name, kind in COLUMNS.items()
    ]


def test_every_column_of_an_event_stands_in_each_of_its_rows(meeting: list[dict[str, Any]]) -> None:
    shared = {
        "id": "meeting", "date": "2022-09-12/2022-09-13", "date_earliest": date(2022, 9, 12),
        "date_latest": date(2022, 9, 13), "date_precision": "interval", "date_qualifier": None,
        "date_text": "last night", "part": "night", "type": "meeting", "status": "disputed", "title": "They meet",
        "summary": "They met.", "actors": ["The Host", "A Guest"], "actor_ids": ["host", "guest"],
        "actor_roles": ["host", "participant"], "place": "A Palace", "country": "NOR", "lat": -39.75, "lon": 45.0,
        "place_precision": "near", "tags": ["talks", "peace"], "related": [{"event": "meeting-2", "kind": "follows"}],
        "casualties": [toll("host", "killed", 3, None, 3), toll("host", "missing", 5, 6, None),
                       toll("guest", "killed", 1, None, 1)],
    }  # fmt: skip

    assert [{name: row[name] for name in shared} for row in meeting[:2]] == [shared] * 2


def test_a_row_has_its_claim_and_the_source_of_it(meeting: list[dict[str, Any]]) -> None:
    first, second, _ = meeting
    told = {
        "claim": 1, "source_id": "speech", "source_title": "A speech", "speaker": "A Guest", "speaker_id": "guest",
        "publisher": None, "issued": "2022-10", "language": "en", "url": "https://example.org/a",
        "archive_url": "https://example.org/b", "source_type": "speech", "venue": "A hall", "version": "transcript",
        "version_of": "paper", "stance": "asserts", "according_to": None, "according_to_id": None,
        "quote": "We met there.", "quote_check": "unverified", "claim_date": None, "claim_actors": [],
        "claim_place": None, "claim_casualties": [],
    }  # fmt: skip
    denied = {
        "claim": 2, "source_id": "paper", "speaker": "The Press", "speaker_id": None,
        "publisher": "The Press", "stance": "denies",
        "according_to": "The Host", "according_to_id": "host", "quote": None, "quote_check": None,
        "claim_date": "2022-09", "claim_date_earliest": date(2022, 9, 1), "claim_date_latest": date(2022, 9, 30),
        "claim_actors": ["A Guest"], "claim_actor_ids": ["guest"], "claim_actor_roles": ["participant"],
        "claim_place": "Elsewhere", "claim_country": "SWE", "claim_lat": 1.0, "claim_lon": 2.0,
        "claim_place_precision": "region",
        "claim_casualties": [toll("guest", "injured", 2, None, 2)],
    }  # fmt: skip

    assert {name: first[name] for name in told} == told
    assert {name: second[name] for name in denied} == denied


def test_what_is_absent_is_null_or_an_empty_list(meeting: list[dict[str, Any]]) -> None:
    given = {name: cell for name, cell in meeting[2].items() if cell not in (None, [])}

    assert set(given) == {
        *BOUNDS, "id", "date", "date_precision", "status", "title", "claim", "source_id", "source_title", "speaker",
        "publisher", "stance",
    }  # fmt: skip
    assert "" not in meeting[2].values()


@pytest.mark.parametrize(("edtf", "bounds"), DATES.items(), ids=DATES)
def test_the_four_bounds_are_days_or_null(edtf: str, bounds: tuple[date | None, ...]) -> None:
    timeline = Timeline(events=(Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x"),))
    (row,) = parquet_rows(export(timeline, "parquet"))

    assert (row["date"], tuple(row[name] for name in BOUNDS)) == (edtf, bounds)


def test_there_is_a_row_for_every_claim_and_events_can_be_counted() -> None:
    query = "SELECT count(*) AS claims, count(DISTINCT id) AS events FROM events"

    assert asked(export(bundled(), "parquet"), query) == [
        {"claims": sum(len(event.claims) for event in bundled().events), "events": len(bundled().events)}
    ]


def test_a_question_to_the_lists_gives_the_events_of_each_actor() -> None:
    query = """
        SELECT actor, count(DISTINCT id) AS events FROM (SELECT id, unnest(actors) AS actor FROM events)
        GROUP BY actor ORDER BY events DESC, actor LIMIT 3
    """

    assert asked(export(bundled(), "parquet"), query) == [
        {"actor": "Armenian Armed Forces", "events": 4},
        {"actor": "Azerbaijani Armed Forces", "events": 4},
        {"actor": "Ararat Mirzoyan", "events": 2},
    ]


@settings(max_examples=10)
@given(text=st.sampled_from(list(TEXTS.values())))
def test_every_text_stays_as_written(text: str) -> None:
    line = text.replace("\n", " ")
    first, second, third = parquet_rows(export(timeline_of(text), "parquet"))

    assert (first["title"], first["summary"], first["quote"]) == (line, text, text)
    assert {row["according_to_id"] for row in (first, third)} == {line}
    assert (second["claim_actor_ids"], second["tags"]) == ([line, f"{line} 2"], [line, line])


def test_the_file_says_what_timeline_it_is_and_not_when_it_was_written() -> None:
    assert parquet_about(export(bundled(), "parquet")) == {"title": bundled().title, "summary": bundled().summary}


def test_nothing_is_lost() -> None:
    assert (render(bundled(), "parquet", {}).lost, render(bundled(), "parquet", {}).remarks) == ((), ())


def test_without_its_package_the_format_says_how_to_get_it() -> None:
    with (
        mock.patch.dict(sys.modules, {"pyarrow": None}),
        pytest.raises(CallError, match="needs the package pyarrow") as e,
    ):
        export(bundled(), "parquet")

    assert "pip install 'diplotimeline[parquet]'" in e.value.help
