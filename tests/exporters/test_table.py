"""The one flattening: every format says the same of every event and claim, in the same words; nothing is invented."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import example, given, settings, strategies as st
from made_up import bundled, event, loaded
from notations import notations
from reading_back import rows, several, unguarded
from reading_parquet import parquet_rows
from reading_xlsx import sheet_rows

from diplotimeline import (
    Actor,
    Casualties,
    Claim,
    Count,
    Event,
    Participant,
    Place,
    Source,
    Timeline,
    export,
    parse_date,
)
from diplotimeline.exporters.table import ACTOR, CLAIM, EVENT, SOURCE, Column, Records, joined, tolls
from diplotimeline.record.words import TOLLS

Json = dict[str, Any]
Facts = dict[str, Callable[[Json], Any]]
Told = tuple[list[Json], list[Json]]

KINDS = {column.name: column.kind for column in (*EVENT, *CLAIM)}
BOUNDS = {"min": "low", "best": "best", "max": "high"}
LISTS = {"events": EVENT, "claims": CLAIM, "sources": SOURCE, "actors": ACTOR}
ACTORS = {
    "host": Actor(name="The Host", kind="state"),
    "army": Actor(name="The Army", kind="armed-force", of=("host",)),
    "guest": Actor(name="A Guest", kind="person"),
    "people": Actor(name="Villagers", kind="population"),
    "envoy": Actor(name="An Envoy", kind="person", of=("army",)),
    "unsaid": Actor(name="Somebody"),
}
JOINT = Timeline(
    actors={**ACTORS, "chair": Actor(name="A Chair", kind="person", of=("envoy", "unsaid"))},
    sources={"joint": Source(title="Joint", id="joint", speaker=("host", "guest"))},
    events=(
        Event(
            date=parse_date("2022-09-13"), title="They meet", id="they-meet",
            actors=(Participant(who="chair"),), place=Place(name="Tolm", lat=40.5, lon=44.5),
            claims=(Claim(source="joint", according_to=("envoy", "chair")), Claim(source="joint")),
        ),
    ),
)  # fmt: skip
TIMELINES = {"the bundled timeline": bundled(), "joint voices": JOINT} | {
    name: timeline_of(TEXTS[name])
    for name in ("pipes", "line ends", "an apostrophe first", "a formula", "backslashes", "a negative number", "JSON")
}


# --- what a timeline says, read from its JSON ----------------------------------------------------------------------


def each(name: str, key: str) -> Callable[[Json], list[Any]]:
    return lambda one: [item[key] for item in one[name]]


def once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(value for value in values if value))


def inside(name: str, key: str) -> Callable[[Json], Any]:
    return lambda one: one[name][key] if one[name] else None


def summed(toll: str, bound: str) -> Callable[[Json], int | None]:
    """The sum of a bound over all sides that have the toll; one number is all its bounds."""

    def of(one: Json) -> int | None:
        counts = [side[toll] for side in one["casualties"] if side[toll]]
        numbers = [
            count["low"] if count["best"] is None and count["low"] == count["high"] else count[bound]
            for count in counts
        ]
        return sum(numbers) if numbers and None not in numbers else None

    return of


SHARED: Facts = {
    "date": inside("date", "edtf"), "date_earliest": inside("date", "earliest"),
    "date_latest": inside("date", "latest"), "date_precision": inside("date", "precision"),
    "date_qualifier": inside("date", "qualifier"), "date_display": inside("date", "display"),
    "actors": each("actors", "name"), "actor_ids": each("actors", "id"), "actor_roles": each("actors", "role"),
    "actor_kinds": each("actors", "kind"), "actor_states": each("actors", "state"),
    "place": inside("place", "name"), "country": inside("place", "country"), "lat": inside("place", "lat"),
    "lon": inside("place", "lon"), "place_precision": inside("place", "precision"),
    "casualties": lambda one: one["casualties"],
    **{f"{toll}_{name}": summed(toll, bound) for toll in TOLLS for name, bound in BOUNDS.items()},
}  # fmt: skip
OF_EVENTS: Facts = SHARED | {
    **{name: lambda one, name=name: one[name] for name in (  # type: ignore[misc]
        "id", "date_text", "part", "timezone", "order", "type", "status", "title", "summary", "tags", "identifiers")},
    "translations": lambda one: once(claim["translation"] and claim["translation"]["text"] for claim in one["claims"]),
    "locators": lambda one: once(claim["at"] for claim in one["claims"]),
    "source_ids": lambda one: once(claim["source_id"] for claim in one["claims"]),
    "quotes": lambda one: once(claim["quote"] for claim in one["claims"]),
    "sources": lambda one: [source["citation"] for source in one["sources"]],
    "urls": lambda one: once(source["url"] for source in one["sources"]),
    "related_ids": each("related", "event"), "related_kinds": each("related", "kind"),
}  # fmt: skip
OF_CLAIMS: Facts = {f"claim_{name}": fact for name, fact in SHARED.items()} | {
    **{name: lambda one, name=name: one[name] for name in (  # type: ignore[misc]
        "claim", "source_id", "speaker", "speaker_id", "stance", "according_to", "according_to_id", "quote",
        "quote_check", "at")},
    "translation": inside("translation", "text"), "translation_language": inside("translation", "language"),
    "author": lambda one: one["source"]["author"], "source_identifiers": lambda one: one["source"]["identifiers"],
    "origin_name": lambda one: one["source"]["origin"] and one["source"]["origin"]["name"],
    "source_title": lambda one: one["source"]["title"], "publisher": lambda one: one["source"]["publisher"],
    "url": lambda one: one["source"]["url"], "file": lambda one: one["source"]["file"],
    "issued": lambda one: one["source"]["issued"]["edtf"] if one["source"]["issued"] else None,
}  # fmt: skip


def said(timeline: Timeline) -> Told:
    """The facts of every event and of every claim."""
    events = [json.loads(line) for line in export(timeline, "jsonl").splitlines()]
    claims = []
    for one in events:
        sources = {source["id"]: source for source in one["sources"]}
        claims += [{**claim, "source": sources[claim["source_id"]]} for claim in one["claims"]]
    return (
        [{name: fact(one) for name, fact in OF_EVENTS.items()} | own(one, "extra") for one in events],
        [{name: fact(one) for name, fact in OF_CLAIMS.items()} | own(one, "claim_extra") for one in claims],
    )


def own(one: Json, column: str) -> Json:
    """Fields of one's own: all in one column, or a column for each."""
    return {column: one["extra"], **{f"{column}.{name}": text for name, text in one["extra"].items()}}


# --- the same, read from the other formats -------------------------------------------------------------------------


def decoded(value: Callable[[str, Any], Any], *tables: list[dict[str, Any]]) -> Told:
    events, claims = (
        [{unguarded(name): value(name, cell) for name, cell in row.items()} for row in rows] for rows in tables
    )
    return events, claims


def by_name(cell: str) -> dict[str, str]:
    """The texts of a cell that has several by their names."""
    return dict(one.split(": ", 1) for one in several(cell))


def from_csv(timeline: Timeline) -> Told:
    def value(name: str, cell: str) -> Any:
        kind = KINDS.get(name, "text")
        if kind in ("texts", "named"):
            return several(unguarded(cell)) if kind == "texts" else by_name(unguarded(cell))
        if not cell:
            return None
        return {"number": int, "degrees": float}.get(kind, unguarded)(cell)

    events, claims = (rows(export(timeline, "csv", rows=kind)) for kind in ("events", "claims"))
    return decoded(value, events, claims)


def from_xlsx(timeline: Timeline) -> Told:
    def value(name: str, cell: Any) -> Any:
        kind = KINDS.get(name, "text")
        if kind in ("texts", "named"):
            return several(cell or "") if kind == "texts" else by_name(cell or "")
        return cell.date().isoformat() if kind == "day" and not isinstance(cell, (str, type(None))) else cell

    data = export(timeline, "xlsx")
    events, claims = sheet_rows(data, "Events"), sheet_rows(data, "Claims")
    return decoded(value, events, claims)


def from_parquet(timeline: Timeline) -> Told:
    def value(_: str, cell: Any) -> Any:
        return cell.isoformat() if isinstance(cell, date) else cell

    events, claims = (parquet_rows(export(timeline, "parquet", rows=kind)) for kind in ("events", "claims"))
    return decoded(value, events, claims)


def from_geojson(timeline: Timeline) -> Told:
    features = json.loads(export(timeline, "geojson"))["features"]
    events = [
        {**one["properties"], **dict(zip(("lon", "lat"), one["geometry"]["coordinates"], strict=True))}
        for one in features
    ]
    nothing: Json = {
        name: {"texts": [], "named": {}}.get(kind) for name, kind in KINDS.items() if name != "claim_casualties"
    }
    return events, [{**nothing, **claim} for one in events for claim in one["claims"]]


FORMATS = {"csv": from_csv, "xlsx": from_xlsx, "parquet": from_parquet, "geojson": from_geojson}
# What a format leaves to others: counts in parquet stand in `casualties`, and so on.
FEWEST = 20


@pytest.mark.parametrize("timeline", TIMELINES.values(), ids=TIMELINES)
@pytest.mark.parametrize("read", FORMATS.values(), ids=FORMATS)
def test_every_format_says_the_same_as_json(read: Callable[[Timeline], Told], timeline: Timeline) -> None:
    shown = timeline
    if read is from_geojson:
        events = tuple(one for one in timeline.events if one.place and one.place.lat is not None)
        shown = replace(timeline, events=events)
    for expected, found in zip(said(shown), read(timeline), strict=True):
        assert len(found) == len(expected) > 0
        for facts, row in zip(expected, found, strict=True):
            known = {name: fact for name, fact in facts.items() if name in row}

            assert len(known) > FEWEST
            assert {name: row[name] for name in known} == known


PAIRS = st.tuples(notations(1000, 9990), notations(1000, 9990))  # the date of an event and that of a claim


@settings(max_examples=8)
@pytest.mark.parametrize("read", FORMATS.values(), ids=FORMATS)
@given(dates=st.lists(PAIRS, min_size=1, max_size=4), zone=st.sampled_from(("", "Asia/Yerevan")))
def test_every_date_is_the_same_row_in_every_format(
    read: Callable[[Timeline], Told], dates: list[tuple[str, str]], zone: str
) -> None:
    events = tuple(
        Event(
            date=parse_date(own), title="x", id=f"x-{n}", zone=zone, place=Place(name="x", lat=1.0, lon=2.0),
            claims=(Claim(source="s"), Claim(source="s", date=parse_date(claimed), stance="denies")),
        )
        for n, (own, claimed) in enumerate(dates)
    )  # fmt: skip
    test_every_format_says_the_same_as_json(read, Timeline(sources={"s": Source(title="S", id="s")}, events=events))


def test_json_and_json_lines_say_the_same() -> None:
    document = json.loads(export(bundled(), "json"))
    lines = [json.loads(line) for line in export(bundled(), "jsonl").splitlines()]
    sources = {source["id"]: source for source in document["sources"]}

    assert [{name: value for name, value in line.items() if name != "sources"} for line in lines] == document["events"]
    assert all(sources[source["id"]] == source for line in lines for source in line["sources"])


# --- the vocabulary ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", LISTS.values(), ids=LISTS)
def test_every_column_has_a_name_of_its_own_and_a_description(columns: tuple[Column, ...]) -> None:
    assert len({column.name for column in columns}) == len(columns)
    assert [column.name for column in columns if len(column.holds) < 8 or column.holds.endswith(".")] == []


def test_no_word_stands_for_something_of_the_event_and_of_the_claim() -> None:
    assert {column.name for column in EVENT} & {column.name for column in CLAIM} == set()


# --- counts --------------------------------------------------------------------------------------------------------


def sides(*given: tuple[str, Count]) -> tuple[Casualties, ...]:
    return tuple(Casualties(who=who, killed=count) for who, count in given)


SUMS: dict[str, tuple[tuple[Casualties, ...], tuple[int | None, ...]]] = {
    "nobody": ((), (None, None, None)),
    "one number is all three": (sides(("host", Count(low=3, high=3))), (3, 3, 3)),
    "a range": (sides(("host", Count(low=5, high=7))), (5, None, 7)),
    "a best estimate fills only its own": (sides(("host", Count(best=6))), (None, 6, None)),
    "at least": (sides(("host", Count(low=7))), (7, None, None)),
    "all three": (sides(("host", Count(low=1, best=2, high=3))), (1, 2, 3)),
    "none at all": (sides(("host", Count(low=0, high=0))), (0, 0, 0)),
    "two sides": (sides(("host", Count(low=1, high=3)), ("guest", Count(low=2, best=2, high=9))), (3, None, 12)),
    "a side without a bound": (sides(("host", Count(low=1)), ("guest", Count(low=2, high=2))), (3, None, None)),
    "a side of the other": (sides(("host", Count(low=5, high=5)), ("army", Count(low=3, high=3))), (None,) * 3),
    "a side twice": (sides(("guest", Count(low=5, high=5)), ("guest", Count(low=5, high=5))), (None,) * 3),
    "a side that is not declared, twice": (sides(("x", Count(low=1)), ("x", Count(low=1))), (None,) * 3),
    "sides of one state": (sides(("army", Count(low=1, high=1)), ("guest", Count(low=2, high=2))), (3, 3, 3)),
}


@pytest.mark.parametrize(("casualties", "bounds"), SUMS.values(), ids=SUMS)
def test_sums_over_sides_are_never_invented(casualties: tuple[Casualties, ...], bounds: tuple[int | None, ...]) -> None:
    found = tolls(Timeline(actors=ACTORS), casualties)

    assert tuple(found[f"killed_{name}"] for name in ("min", "best", "max")) == bounds
    assert found["killed"] == [f"{ACTORS[s.who].name if s.who in ACTORS else s.who}: {s.killed}" for s in casualties]
    assert found["injured"] == []


# --- several values in one cell ------------------------------------------------------------------------------------


@given(values=st.lists(texts() | st.text(st.sampled_from("| \\a"), min_size=1), min_size=1, max_size=4))
@example(values=["a |", "b"])
@example(values=["| ", " |"])
@example(values=["\\|", "\\\\|", "|"])
@example(values=["a\\", "|"])
def test_several_values_of_a_cell_come_apart_again(values: list[str]) -> None:
    assert several(joined(values)) == values


@pytest.mark.parametrize(
    ("value", "written"),
    [("a | b", r"a \| b"), (r"a \| b", r"a \\| b"), ("a|b", "a|b"), ("a ||", "a ||"), ("|", r"\|"), ("a\\", "a\\")],
)
def test_only_a_bar_that_stands_alone_is_escaped(value: str, written: str) -> None:
    assert joined([value]) == written


# --- actors --------------------------------------------------------------------------------------------------------


def acting(*names: str) -> Iterator[tuple[str, Json]]:
    event = Event(
        date=parse_date("2022"), title="x", claims=(Claim(source="s"),), id="x",
        actors=tuple(Participant(who=name) for name in names),
    )  # fmt: skip
    yield from zip(names, Records(Timeline(actors=ACTORS)).event(event)["actors"], strict=True)


def test_every_actor_has_the_state_or_body_above_it() -> None:
    found = {name: (actor["kind"], actor["state"]) for name, actor in acting(*ACTORS, "undeclared")}

    assert found == {
        "host": ("state", "The Host"), "army": ("armed-force", "The Host"), "guest": ("person", None),
        "people": ("population", None), "envoy": ("person", "The Host"), "unsaid": (None, "Somebody"),
        "undeclared": (None, None),
    }  # fmt: skip


def test_a_claim_of_a_source_that_is_not_declared_has_its_id_alone(tmp_path: Any) -> None:
    timeline = loaded(tmp_path, event())
    bare = Timeline(events=timeline.events)
    (row,) = rows(export(bare, "csv", rows="claims"))

    assert (row["source_id"], row["source_title"], row["url"], row["speaker"]) == ("statement", "", "", "")
    assert parquet_rows(export(bare, "parquet"))[0]["source_ids"] == ["statement"]
    assert sheet_rows(export(bare, "xlsx"), "Claims")[0]["source_id"] == "statement"


def test_joint_voices_and_two_offices_are_told_whole() -> None:
    (event,), (first, second) = said(JOINT)

    assert (first["speaker"], first["speaker_id"]) == (["The Host", "A Guest"], ["host", "guest"])
    assert (first["according_to"], first["according_to_id"]) == (["An Envoy", "A Chair"], ["envoy", "chair"])
    assert second["according_to"] == []
    assert event["actor_states"] == ["Somebody; The Host"]
    actors = {one["id"]: one["of"] for one in json.loads(export(JOINT, "json"))["actors"]}
    assert actors["chair"] == ["envoy", "unsaid"]
    assert actors.keys() == ACTORS.keys() - {"people"} | {"chair"}
