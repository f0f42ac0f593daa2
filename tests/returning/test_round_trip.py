"""What was exported and comes back is what it was, in every field that the format has."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from made_timelines import timelines
from made_up import BUNDLED, bundled
from places import ROOT

from diplotimeline import Casualties, Claim, Event, Timeline, check, export, load
from diplotimeline.exporters import render
from diplotimeline.returning.entries import entries
from diplotimeline.returning.record import lines_of, returned
from diplotimeline.returning.sheets import read

FORMATS = [("csv", "events"), ("csv", "claims"), ("xlsx", ""), ("json", ""), ("jsonl", "")]
# openpyxl leaves these out of texts, and our reader the sign that Excel writes for a line end.
NOT_IN_WORKBOOKS = re.compile("x005F_|_x000D_")


def back(timeline: Timeline, folder: Path, format: str, rows: str = "", archived: Path | None = None) -> Timeline:
    """The timeline, exported, imported and loaded."""
    content: Any = export(timeline, format, **({"rows": rows} if rows else {}))
    path = folder / f"sheet.{format}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    sheets = read(str(path))
    assert sheets
    found = returned(entries(sheets), archived or folder)
    new = folder / "new.yaml"
    new.write_text("\n".join(lines_of(found, "sheet")) + "\n", encoding="utf-8")
    again = load(new)
    assert not [one.concise for one in again.problems]
    return again


def plain_claim(claim: Claim) -> Claim:
    return replace(claim, note="")


def plain(event: Event) -> Event:
    """An event without what no export has."""
    return replace(event, note="", accepted=(), claims=tuple(map(plain_claim, event.claims)))


def by_tolls(sides: tuple[Casualties, ...]) -> Any:
    """Numbers as a table has them: a toll of each side in words."""
    return sorted((name, side.who, str(count)) for side in sides for name, count in side.tolls)


def in_tables(event: Event, *, claims: bool) -> list[Any]:
    """What tables have of an event: numbers by toll and, in rows of events, not who says what."""
    told: list[Any] = [by_tolls(event.casualties), replace(event, casualties=(), claims=(Claim(source="x"),))]
    if claims:
        told += [(by_tolls(one.casualties), replace(one, casualties=())) for one in event.claims]
    else:
        told.append({claim.source for claim in event.claims})
    return told


# A timeline takes longer to make than to export: each is tried in every format.
@settings(max_examples=10, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
@given(timeline=timelines)
def test_any_timeline_comes_back(tmp_path_factory: pytest.TempPathFactory, timeline: Timeline) -> None:
    for format, rows in FORMATS:
        assert_comes_back(tmp_path_factory, format, rows, timeline)


def assert_comes_back(tmp_path_factory: pytest.TempPathFactory, format: str, rows: str, timeline: Timeline) -> None:
    if format == "xlsx" and NOT_IN_WORKBOOKS.search(repr(timeline)):
        return
    again = back(timeline, tmp_path_factory.mktemp("back"), format, rows)
    if format in ("json", "jsonl"):
        assert again.events == timeline.events
    else:
        claims = rows != "events"
        whole = [event for event in again.events if claims or "TODO" not in event.note]
        assert [in_tables(plain(one), claims=claims) for one in again.events] == [
            in_tables(kept(one, timeline, claims=claims), claims=claims) for one in timeline.events
        ]
        assert whole is not None
    assert [one.zone for one in again.events] == [one.zone for one in timeline.events]
    if rows != "events":
        assert again.sources == timeline.sources
    if format in ("json", "xlsx"):
        assert again.actors == timeline.actors
        assert (again.title, again.summary) == (timeline.title, timeline.summary)
    else:
        names = {id: actor.name for id, actor in again.actors.items()}
        assert names.items() <= {id: actor.name for id, actor in timeline.actors.items()}.items()


def kept(event: Event, timeline: Timeline, *, claims: bool) -> Event:
    """An event as rows of events have it: numbers of a side whose id no cell names stay in the note."""
    if claims:
        return event
    named = {who.who for one in timeline.events for who in one.actors}
    return event if all(side.who in {"", *named} for side in event.casualties) else replace(event, casualties=())


@pytest.mark.parametrize(("format", "rows"), FORMATS)
def test_the_bundled_timeline_comes_back(tmp_path: Path, format: str, rows: str) -> None:
    again = back(bundled(), tmp_path, format, rows, archived=ROOT / "timelines")
    cited = {claim.source for event in bundled().events for claim in event.claims}

    assert [event.id for event in again.events] == [event.id for event in bundled().events]
    if rows != "events":
        assert [*again.events] == [plain(event) for event in bundled().events]
        assert again.sources == {
            id: replace(source, note="", accepted=()) for id, source in bundled().sources.items() if id in cited
        }
    assert BUNDLED


def test_an_actor_of_whom_the_table_has_only_the_id_is_declared_by_it(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(
        "id,date,title,date_earliest,date_precision,actor_ids,source_ids\ne,2022,Talks,2022-01-01,year,a | b,s\n"
    )
    sheets = read(str(tmp_path / "sheet.csv"))
    assert sheets
    found = returned(entries(sheets), tmp_path)
    (tmp_path / "new.yaml").write_text("\n".join(lines_of(found, "sheet")))
    new = load(tmp_path / "new.yaml")

    assert [(actor.id, actor.name) for actor in new.actors.values()] == [("a", "a"), ("b", "b")]
    assert found.comments["actors", "a"] == ["name: not in the table"]
    assert [one for one in check(new) if one.severity == "error"] == []


MARKED = """\
sources:
  s: {title: S}
  p: {title: Quiet talk, private: true}
events:
  - {id: e1, date: 2022, title: T, place: {name: Orn, lat: 4, lon: 5, private: true}, source: s}
  - {id: e2, date: 2023, title: U, source: s, private: true}
  - {id: e3, date: 2023-02, title: D, source: s, draft: true}
  - id: e4
    date: 2024
    title: V
    claims: [{source: s, private: true, place: {name: Halem, lat: 1, lon: 2, private: true}}, {source: p}]
"""


@pytest.mark.parametrize(("format", "rows"), [("csv", "claims"), ("xlsx", "")])
def test_what_is_not_for_all_comes_back_as_such(tmp_path: Path, format: str, rows: str) -> None:
    (tmp_path / "t.yaml").write_text(MARKED)
    old = load(tmp_path / "t.yaml")
    options = {"rows": rows} if rows else {}
    content: Any = export(old, format, private=True, drafts=True, **options)
    (tmp_path / f"sheet.{format}").write_bytes(content if isinstance(content, bytes) else content.encode())
    sheets = read(str(tmp_path / f"sheet.{format}"))
    assert sheets
    (tmp_path / "new.yaml").write_text("\n".join(lines_of(returned(entries(sheets), tmp_path), "sheet")))
    new = load(tmp_path / "new.yaml")

    assert (new.events, new.sources) == (old.events, old.sources)
    public: Any = export(old, format, **options)
    assert b"marks" not in (public if isinstance(public, bytes) else public.encode())


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_format_without_room_for_the_marks_says_so(tmp_path: Path, format: str) -> None:
    (tmp_path / "t.yaml").write_text(MARKED)
    lost = render(load(tmp_path / "t.yaml"), format, {}).lost

    assert lost == (
        f"6 private or draft marks cannot be shown in {format}; csv with --rows claims and xlsx have them.",
    )
