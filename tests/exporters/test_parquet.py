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
from diplotimeline.exporters.parquet import CLAIM_COLUMNS, COLUMNS
from diplotimeline.exporters.table import Column
from diplotimeline.record.words import TOLLS

COUNT = "STRUCT(low BIGINT, best BIGINT, high BIGINT)"
TYPES = {
    "text": "VARCHAR", "number": "BIGINT", "degrees": "DOUBLE", "day": "DATE", "texts": "VARCHAR[]",
    "named": "MAP(VARCHAR, VARCHAR)",
    "casualties": 'STRUCT(id VARCHAR, "name" VARCHAR, ' + ", ".join(f"{name} {COUNT}" for name in TOLLS) + ")[]",
}  # fmt: skip
ACTORS = {
    "host": {"name": "The Host", "kind": "state"},
    "guest": {"name": "A Guest", "kind": "person"},
    "envoy": {"name": "An Envoy", "kind": "person", "of": "office"},
    "office": {"name": "An Office", "kind": "government-body", "of": "host"},
}
SOURCES = {
    "speech": {
        "title": "A speech", "speaker": "guest", "issued": "2022-10", "url": "https://example.org/a", "language": "en",
        "version": "transcript", "venue": "A hall", "type": "speech", "archive_url": "https://example.org/b",
        "version_of": "paper",
    },
    "paper": {"title": "A paper", "publisher": "The Press"},
}  # fmt: skip
MEETING = event(
    "2022-09-12/2022-09-13", "They meet", id="meeting", part="night", order=-1, type="meeting", status="disputed",
    date_text="last night", summary="They met.", tags=["talks", "peace"],
    actors=[{"who": "host", "role": "host"}, "guest", "envoy"],
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
def talks(tmp_path: Path) -> Timeline:
    return loaded(tmp_path, MEETING, OTHER, actors=ACTORS, sources=SOURCES)


@pytest.fixture
def claims(talks: Timeline) -> list[dict[str, Any]]:
    return parquet_rows(export(talks, "parquet", rows="claims"))


def side(who: str, **counts: dict[str, int | None]) -> dict[str, Any]:
    return {"id": who, "name": ACTORS[who]["name"], **dict.fromkeys(TOLLS), **counts}


def count(low: int | None, best: int | None, high: int | None) -> dict[str, int | None]:
    return {"low": low, "best": best, "high": high}


@pytest.mark.parametrize("timeline", [bundled(), Timeline()], ids=["the bundled timeline", "no event at all"])
@pytest.mark.parametrize(("rows", "columns"), [("events", COLUMNS), ("claims", CLAIM_COLUMNS)])
def test_every_file_has_the_same_columns_of_the_same_types(
    timeline: Timeline, rows: str, columns: tuple[Column, ...]
) -> None:
    data = export(timeline, "parquet", rows=rows)
    found = asked(data, "DESCRIBE SELECT * EXCLUDE (file_row_number) FROM events")

    assert [(row["column_name"], row["column_type"]) for row in found] == [
        (column.name, TYPES[column.kind]) for column in columns
    ]


SHARED = {
    "id": "meeting", "date": "2022-09-12/2022-09-13", "date_earliest": date(2022, 9, 12),
    "date_latest": date(2022, 9, 13), "date_precision": "interval", "date_qualifier": None,
    "date_text": "last night", "part": "night", "order": -1, "type": "meeting",
    "status": "disputed", "title": "They meet",
    "summary": "They met.", "actors": ["The Host", "A Guest", "An Envoy"], "actor_ids": ["host", "guest", "envoy"],
    "actor_roles": ["host", "participant", "participant"], "actor_kinds": ["state", "person", "person"],
    "actor_states": ["The Host", None, "The Host"],
    "place": "A Palace", "country": "NOR", "lat": -39.75, "lon": 45.0,
    "place_precision": "near", "tags": ["talks", "peace"], "related_ids": ["meeting-2"], "related_kinds": ["follows"],
    "casualties": [side("host", killed=count(3, None, 3), missing=count(5, 6, None)),
                   side("guest", killed=count(1, None, 1))],
}  # fmt: skip


def test_a_row_is_an_event(talks: Timeline) -> None:
    first, second = parquet_rows(export(talks, "parquet"))
    told = {
        "sources": ["A Guest, A speech, Oct 2022 (transcript)", "The Press, A paper"],
        "source_ids": ["speech", "paper"], "quotes": ["We met there."], "urls": ["https://example.org/a"],
    }  # fmt: skip

    assert {name: first[name] for name in {**SHARED, **told}} == {**SHARED, **told}
    assert second["id"] == "meeting-2"


def test_every_column_of_an_event_stands_in_each_of_its_claims(claims: list[dict[str, Any]]) -> None:
    assert [{name: row[name] for name in SHARED} for row in claims[:2]] == [SHARED] * 2


def test_other_kinds_of_rows_are_refused_naming_the_two() -> None:
    with pytest.raises(CallError, match="there are no rows of 'sources'") as caught:
        export(bundled(), "parquet", rows="sources")

    assert caught.value.help == "one of: events, claims"


def test_a_row_has_its_claim_and_the_source_of_it(claims: list[dict[str, Any]]) -> None:
    first, second, _ = claims
    told = {
        "claim": 1, "source_id": "speech", "source_title": "A speech", "speaker": ["A Guest"], "speaker_id": ["guest"],
        "publisher": None, "issued": "2022-10", "language": "en", "url": "https://example.org/a",
        "archive_url": "https://example.org/b", "source_type": "speech", "venue": "A hall", "version": "transcript",
        "version_of": "paper", "stance": "asserts", "according_to": [], "according_to_id": [],
        "quote": "We met there.", "quote_check": "unverified", "claim_date": None, "claim_actors": [],
        "claim_place": None, "claim_casualties": [],
    }  # fmt: skip
    denied = {
        "claim": 2, "source_id": "paper", "speaker": [], "speaker_id": [],
        "publisher": "The Press", "stance": "denies",
        "according_to": ["The Host"], "according_to_id": ["host"], "quote": None, "quote_check": None,
        "claim_date": "2022-09", "claim_date_earliest": date(2022, 9, 1), "claim_date_latest": date(2022, 9, 30),
        "claim_actors": ["A Guest"], "claim_actor_ids": ["guest"], "claim_actor_roles": ["participant"],
        "claim_place": "Elsewhere", "claim_country": "SWE", "claim_lat": 1.0, "claim_lon": 2.0,
        "claim_place_precision": "region",
        "claim_casualties": [side("guest", injured=count(2, None, 2))],
    }  # fmt: skip

    assert {name: first[name] for name in told} == told
    assert {name: second[name] for name in denied} == denied


def test_what_is_absent_is_null_or_an_empty_list(claims: list[dict[str, Any]]) -> None:
    given = {name: cell for name, cell in claims[2].items() if cell not in (None, [], {})}

    assert set(given) == {
        *BOUNDS, "id", "date", "date_precision", "status", "title", "claim", "source_id", "source_title",
        "publisher", "stance",
    }  # fmt: skip
    assert "" not in claims[2].values()


@pytest.mark.parametrize(("edtf", "bounds"), DATES.items(), ids=DATES)
def test_the_four_bounds_are_days_or_null(edtf: str, bounds: tuple[date | None, ...]) -> None:
    timeline = Timeline(events=(Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x"),))
    (row,) = parquet_rows(export(timeline, "parquet"))

    assert (row["date"], tuple(row[name] for name in BOUNDS)) == (edtf, bounds)


def test_a_count_of_rows_counts_events_or_claims() -> None:
    query = "SELECT count(*) AS rows, count(DISTINCT id) AS events FROM events"
    events, claims = len(bundled().events), sum(len(event.claims) for event in bundled().events)

    assert asked(export(bundled(), "parquet"), query) == [{"rows": events, "events": events}]
    assert asked(export(bundled(), "parquet", rows="claims"), query) == [{"rows": claims, "events": events}]


def test_a_question_to_the_sides_gives_the_least_number_of_the_killed() -> None:
    query = """
        SELECT side.name AS name, sum(side.killed.low) AS killed
        FROM (SELECT unnest(casualties) AS side FROM events) GROUP BY ALL HAVING killed > 10 ORDER BY ALL
    """

    assert asked(export(bundled(), "parquet"), query) == [
        {"name": "Armenia", "killed": 108}, {"name": "Azerbaijan", "killed": 71},
    ]  # fmt: skip


def test_a_question_to_the_lists_gives_the_events_of_each_actor() -> None:
    query = """
        SELECT actor, count(*) AS events FROM (SELECT id, unnest(actors) AS actor FROM events)
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
    (event,) = parquet_rows(export(timeline_of(text), "parquet"))
    first, second, third = parquet_rows(export(timeline_of(text), "parquet", rows="claims"))

    assert (event["title"], event["summary"], event["quotes"]) == (line, text, [text])
    assert (first["title"], first["summary"], first["quote"]) == (line, text, text)
    assert first["according_to_id"] == third["according_to_id"] == [line]
    assert (second["claim_actor_ids"], second["tags"]) == ([line, f"{line} 2"], [line, line])


def test_the_file_says_what_timeline_it_is_and_not_when_it_was_written() -> None:
    assert parquet_about(export(bundled(), "parquet")) == {"title": bundled().title, "summary": bundled().summary}


def test_nothing_is_lost_but_what_sources_say_differently_from_an_event() -> None:
    events, claims = render(bundled(), "parquet", {}), render(bundled(), "parquet", {"rows": "claims"})

    assert (claims.lost, claims.remarks, events.remarks) == ((), (), ())
    assert events.lost == ("21 differing accounts cannot be shown in parquet; --rows claims has them.",)


def test_without_its_package_the_format_says_how_to_get_it() -> None:
    with (
        mock.patch.dict(sys.modules, {"pyarrow": None}),
        pytest.raises(CallError, match="needs the package pyarrow") as e,
    ):
        export(bundled(), "parquet")

    assert "python3 -m pip --python .venv install -e '.[parquet]'" in e.value.help
