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

from diplotimeline import Casualties, Claim, Event, Timeline, export, load
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


@pytest.mark.parametrize(("format", "rows"), FORMATS)
@settings(max_examples=10, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
@given(timeline=timelines())
def test_any_timeline_comes_back(
    tmp_path_factory: pytest.TempPathFactory, format: str, rows: str, timeline: Timeline
) -> None:
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
