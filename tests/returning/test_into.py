"""An edited export changes just the values that were edited; everything else in the file stays byte for byte."""

import csv
import io
import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from made_timelines import timelines
from openpyxl import load_workbook
from places import ROOT

from diplotimeline import CallError, Timeline, export, load
from diplotimeline.exporters.csv import Cells
from diplotimeline.returning.entries import entries
from diplotimeline.returning.into import Into, into
from diplotimeline.returning.record import lines_of, returned
from diplotimeline.returning.sheets import Sheets, read

# openpyxl leaves these out of texts, and our reader the sign that Excel writes for a line end.
NOT_IN_WORKBOOKS = re.compile("x005F_|_x000D_")
BUNDLED = "armenia-azerbaijan-2022.yaml"
FOLLOWING = ("date_", "claim_date_", "actors", "actor_ids", "sources", "claim_actors")
# What a colleague may write into a cell of these columns.
EDITS = {
    "title": ["Another title", "# no comment", "a: b", "=1+1", "'x", "x | y"], "date": ["2022-10-01", "[2022-10-01..2022-10-03]"],
    "type": ["call", ""], "status": ["alleged", "reported"], "summary": ["Two\nlines", "", "  - x: y", "\ttab\nx"],
    "date_text": ["last week", ""], "tags": ["one | two", "", "a, b | [c]"], "place": ["Qasira", "null"],
    "killed": ["5", "at least 7", "3–9 (best estimate 4)"], "identifiers": ["ucdp: 1", "ucdp: 2 | acled.id: x # y"],
}  # fmt: skip
CLAIM_EDITS = {
    "stance": ["denies", "asserts"], "quote": ["Other: words # here", "two\nlines"], "at": ["p. 12", ""],
    "claim_date": ["2022-11", ""], "claim_place": ["Orn"], "according_to_id": ["ardelia"], "claim_injured": ["4–6"],
}  # fmt: skip


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A copy of the bundled timeline."""
    shutil.copytree(ROOT / "timelines", tmp_path / "timelines")
    return tmp_path / "timelines" / BUNDLED


def sheets_of(folder: Path, timeline: Timeline, format: str, rows: str = "") -> Sheets:
    content: Any = export(timeline, format, **({"rows": rows} if rows else {}))
    path = folder / f"edited.{format}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return again(path)


def again(path: Path) -> Sheets:
    sheets = read(str(path))
    assert sheets is not None
    return sheets


def edited_csv(path: Path, line: int, column: str, text: str) -> None:
    """Write a text into a cell of a csv, as `export` would."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True))
    rows[line][rows[0].index(column)] = Cells(raw=False).guarded(text, apart=any(sign in text for sign in '",;\t\n'))
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def changed_lines(old: bytes, new: bytes) -> list[tuple[list[str], list[str]]]:
    """The runs of lines that differ, before and after."""
    one, other = old.decode().splitlines(), new.decode().splitlines()
    return [
        (one[a:b], other[c:d])
        for word, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if word != "equal"
    ]


def applied(file: Path, done: Into, sheets: Sheets) -> Timeline:
    """The file with the changes, loaded; the same sheet changes nothing more."""
    file.write_bytes(done.data)
    new = load(file)
    assert not [one for one in new.problems if one.severity == "error"]
    assert into(new, sheets, done.data).plan.said == []
    return new


@pytest.mark.parametrize(
    ("format", "rows"), [("csv", "events"), ("csv", "claims"), ("xlsx", ""), ("json", ""), ("jsonl", "")]
)
def test_an_export_that_nobody_edited_changes_nothing(bundled: Path, format: str, rows: str) -> None:
    timeline = load(bundled)
    done = into(timeline, sheets_of(bundled.parent, timeline, format, rows), bundled.read_bytes())

    assert (done.plan.said, done.data) == ([], bundled.read_bytes())
    assert done.plan.missing == []


@pytest.mark.parametrize(
    ("rows", "line", "column", "text", "before", "after"),
    [
        ("events", 3, "title", "Fighting: two days", "title: Armenian and Azerbaijani forces fight for two days", 'title: "Fighting: two days"'),
        ("claims", 2, "claim_date", "2022-09-14", "date: 2022-09-13, place: near", "date: 2022-09-14, place: near"),
        ("claims", 3, "publisher", "HRW", "issued: 2022-10-14}", "issued: 2022-10-14, publisher: HRW}"),
    ],
)  # fmt: skip
def test_one_cell_changes_one_value(
    bundled: Path, rows: str, line: int, column: str, text: str, before: str, after: str
) -> None:
    old, timeline = bundled.read_bytes(), load(bundled)
    sheets_of(bundled.parent, timeline, "csv", rows)
    edited_csv(bundled.parent / "edited.csv", line, column, text)
    sheets = again(bundled.parent / "edited.csv")
    done = into(timeline, sheets, old)

    assert done.data.decode() == old.decode().replace(before, after, 1)
    applied(bundled, done, sheets)


def test_a_cell_that_follows_from_another_is_named_though_nothing_else_was_changed(bundled: Path) -> None:
    timeline = load(bundled)
    sheets_of(bundled.parent, timeline, "csv")
    edited_csv(bundled.parent / "edited.csv", 1, "date_latest", "2022-09-29")
    done = into(timeline, again(bundled.parent / "edited.csv"), bundled.read_bytes())

    assert (done.plan.said, done.plan.untaken) == ([], {"date_latest": 1})


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_what_a_json_does_not_have_in_a_place_was_not_changed_there(bundled: Path, format: str) -> None:
    timeline = load(bundled)
    done = into(timeline, sheets_of(bundled.parent, timeline, format), bundled.read_bytes())

    assert done.plan.untaken == {}


def test_an_event_without_a_written_id_keeps_its_old_one(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "sources: {s: {title: S}}\nevents:\n  - date: 2022-09-13  # sure\n    title: Talks\n    source: s\n"
    )
    timeline = load(file)
    sheets_of(tmp_path, timeline, "csv")
    edited_csv(tmp_path / "edited.csv", 1, "title", "Long talks")
    sheets = again(tmp_path / "edited.csv")
    done = into(timeline, sheets, file.read_bytes())

    assert "  # sure\n    title: Long talks\n    source: s\n    id: 2022-09-13-talks\n" in done.data.decode()
    assert applied(file, done, sheets).events[0].id == timeline.events[0].id


def test_new_events_are_appended_and_missing_ones_named(bundled: Path) -> None:
    timeline = load(bundled)
    sheets_of(bundled.parent, timeline, "csv")
    path = bundled.parent / "edited.csv"
    edited_csv(path, 4, "id", "")
    for column, text in (
        ("title", "A new thing"),
        ("quotes", ""),
        ("locators", ""),
        ("source_ids", "carpenter-2022-10-06"),
    ):
        edited_csv(path, 4, column, text)
    sheets = again(path)
    done = into(timeline, sheets, bundled.read_bytes())

    assert done.plan.missing == [timeline.events[3].id]
    assert len(done.plan.said) == 1
    assert done.data.startswith(bundled.read_bytes().rstrip())
    assert "A new thing" in {event.title for event in applied(bundled, done, sheets).events}


def test_a_new_source_and_a_new_actor_get_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "actors:\n  a: {name: A}  # first\nsources:\n  s: {title: S}\nevents:\n  - {date: 2022, title: T, actors: [a], source: s}\n"
    )
    timeline = load(file)
    sheets_of(tmp_path, timeline, "csv", "claims")
    path = tmp_path / "edited.csv"
    for column, text in (("source_id", "new"), ("source_title", "N"), ("actors", "A | B"), ("actor_ids", "a | b")):
        edited_csv(path, 1, column, text)
    sheets = again(path)
    new = applied(file, into(timeline, sheets, file.read_bytes()), sheets)

    assert (new.actors["b"].name, new.sources["new"].title) == ("B", "N")
    assert new.events[0].claims[0].source == "new"
    assert "# first" in file.read_text()


def test_names_alone_may_be_edited(bundled: Path) -> None:
    timeline = load(bundled)
    sheets_of(bundled.parent, timeline, "csv")
    path = bundled.parent / "edited.csv"
    edited_csv(path, 5, "actors", "Jake Sullivan | Ararat Mirzoyan")
    sheets = again(path)
    new = applied(bundled, into(timeline, sheets, bundled.read_bytes()), sheets)

    assert [who.who for who in new.events[4].actors] == ["sullivan", "mirzoyan"]


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("date", "13/09/2022", "row 3, column 'date': '13/09/2022' is not a date"), ("status", "sure", "'sure' is not one of the words"),
        ("actors", "Nobody", "no actor is called 'Nobody'"), ("killed", "The Moon: 3", "no actor is called 'The Moon'"),
        ("killed", "many", "'many': what number is it"), ("quotes", "foo", "of which source"), ("title", "", "title"),
        ("related_kinds", "uncle", "'uncle' is not one of the words"), ("lat", "95", "column 'place': a place needs 'name'"), ("timezone", "UTC", "that of the file"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_is_named_and_nothing_is_written(
    bundled: Path, column: str, text: str, said: str
) -> None:
    timeline = load(bundled)
    sheets_of(bundled.parent, timeline, "csv")
    edited_csv(bundled.parent / "edited.csv", 3, column, text)
    if column == "related_kinds":
        edited_csv(bundled.parent / "edited.csv", 3, "related_ids", timeline.events[0].id)

    with pytest.raises(CallError, match=r"edited\.csv:") as raised:
        into(timeline, again(bundled.parent / "edited.csv"), bundled.read_bytes())
    assert said in raised.value.message


def test_a_value_in_an_included_file_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text("sources:\n  s: {title: S}\n")
    file = tmp_path / "t.yaml"
    file.write_text("include: [shared.yaml]\nevents:\n  - {date: 2022, title: T, source: s}\n")
    timeline = load(file)
    sheets_of(tmp_path, timeline, "csv", "claims")
    edited_csv(tmp_path / "edited.csv", 1, "source_title", "Other")

    with pytest.raises(CallError, match=r"source 's' stands in .*shared\.yaml"):
        into(timeline, again(tmp_path / "edited.csv"), file.read_bytes())


def test_what_is_private_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "sources: {s: {title: S}}\nevents:\n"
        "  - {date: 2022, title: T, place: {name: Orn, lat: 4, lon: 5, private: true}, source: s}\n"
        "  - {date: 2023, title: U, source: s, private: true}\n"
        "  - {date: 2024, title: V, claims: [{source: s, private: true}, {source: s, at: p. 2}]}\n"
    )
    timeline, old = load(file), file.read_bytes()
    sheets_of(tmp_path, timeline, "csv", "claims")
    assert into(timeline, again(tmp_path / "edited.csv"), old).data == old
    edited_csv(tmp_path / "edited.csv", 2, "at", "p. 3")
    with pytest.raises(CallError, match="is private"):
        into(timeline, again(tmp_path / "edited.csv"), old)


def test_a_cell_of_a_workbook(bundled: Path) -> None:
    timeline, old = load(bundled), bundled.read_bytes()
    sheets_of(bundled.parent, timeline, "xlsx")
    path = bundled.parent / "edited.xlsx"
    book = load_workbook(path)
    page = book["Events"]
    column = next(cell.column for cell in page[1] if cell.value == "summary")
    page.cell(4, column).value = "Told anew."
    book.save(path)
    sheets = again(path)
    done = into(timeline, sheets, old)

    assert len(done.plan.said) == 1
    assert applied(bundled, done, sheets).events[2].summary == "Told anew."


def written(folder: Path, timeline: Timeline) -> Path:
    """The timeline as a file with comments at all ends."""
    sheets = sheets_of(folder, timeline, "json")
    lines = [*lines_of(returned(entries(sheets), folder), "x")]
    comments = ["# before\n" + text if text.startswith("  - ") else text for text in lines]
    file = folder / "t.yaml"
    file.write_text("\n".join(comments) + "\n# end\n", encoding="utf-8")
    return file


def edited_workbook(path: Path, line: int, column: str, text: str) -> None:
    """Write a text into a cell of a workbook: of its first sheet that has the column."""
    book = load_workbook(path)
    page = book["Claims" if column in CLAIM_EDITS else "Events"]
    place = next(cell.column for cell in page[1] if cell.value == column)
    page.cell(line + 1, place).value = text
    page.cell(line + 1, place).data_type = "s"
    book.save(path)


@pytest.mark.parametrize(
    ("format", "rows", "edits"),
    [("csv", "events", EDITS), ("csv", "claims", EDITS | CLAIM_EDITS), ("xlsx", "", EDITS | CLAIM_EDITS)],
)
def test_any_cell_changes_just_its_value(
    tmp_path_factory: pytest.TempPathFactory, format: str, rows: str, edits: dict[str, list[str]]
) -> None:
    accepted: list[str] = []

    # Several edits of each: it takes as long to make a timeline as to edit its export.
    @settings(max_examples=7, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
    @given(timeline=timelines, data=st.data())
    def three_of_them(timeline: Timeline, data: st.DataObject) -> None:
        if format == "xlsx" and NOT_IN_WORKBOOKS.search(repr(timeline)):
            return
        folder = tmp_path_factory.mktemp("into")
        file = written(folder, timeline)
        loaded, old = load(file), file.read_bytes()
        assert into(loaded, sheets_of(folder, loaded, format, rows), old).data == old
        exported = (folder / f"edited.{format}").read_bytes()
        for _ in range(3):
            file.write_bytes(old)
            (folder / f"edited.{format}").write_bytes(exported)
            one_of_them(file, loaded, old, data)

    def one_of_them(file: Path, loaded: Timeline, old: bytes, data: st.DataObject) -> None:
        folder, column = file.parent, data.draw(st.sampled_from([*edits]))
        kind = rows or ("claims" if column in CLAIM_EDITS else "events")
        table = list(csv.DictReader(io.StringIO(export(loaded, "csv", rows=kind), newline="")))
        line = data.draw(st.integers(1, len(table)))
        text = data.draw(st.sampled_from(edits[column]))
        same = [at for at, row in enumerate(table, 1) if row["id"] == table[line - 1]["id"]]
        for at in [line] if column in CLAIM_EDITS else same:  # a csv of claims says all of an event in each row
            (edited_csv if format == "csv" else edited_workbook)(folder / f"edited.{format}", at, column, text)
        try:
            sheets = again(folder / f"edited.{format}")
            done = into(loaded, sheets, old)
        except CallError:  # a part of the day without its day, a translation without its quote, a comment in a list
            return
        accepted.append(column)
        assert [line for line in done.data.decode().split("\n") if line in ("# before", "# end")] == [
            line for line in old.decode().split("\n") if line in ("# before", "# end")
        ]
        event = next(one for one in loaded.events if one.id == table[line - 1]["id"])
        sides = max(map(len, (event.casualties, *(claim.casualties for claim in event.claims))))
        assert len(changed_lines(old, done.data)) <= 2 + sides  # a count of all takes the place of theirs
        new = applied(file, done, sheets)
        after = list(csv.DictReader(io.StringIO(export(new, "csv", rows=kind), newline="")))
        if column != "date":
            assert {
                name for one, other in zip(table, after, strict=True) for name in one if one[name] != other[name]
            } <= {column, *following(column)}

    three_of_them()
    assert len(accepted) >= 8  # of twenty-one; else the property says little


def following(column: str) -> set[str]:
    """The columns that say what follows from another."""
    counts = {f"{column}_{bound}" for bound in ("min", "best", "max")}
    return counts | {
        "quote_check",
        "according_to",
        "claim_date_earliest",
        "claim_date_latest",
        "claim_date_precision",
        "claim_date_qualifier",
    }


@pytest.mark.parametrize("asked", [{"private": True}, {"drafts": True}, {"private": True, "drafts": True}])
def test_a_mark_is_taken_away_with_its_cell_and_else_stays(tmp_path: Path, asked: dict[str, bool]) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "sources: {s: {title: S}}\nevents:\n"
        "  - {id: a, date: 2022, title: T, place: {name: Orn, lat: 4, lon: 5, private: true}, source: s}\n"
        "  - {id: b, date: 2023, title: U, source: s, private: true}\n"
        "  - {id: c, date: 2024, title: V, source: s, draft: true}\n"
    )
    timeline, path = load(file), tmp_path / "edited.csv"
    path.write_text(export(timeline, "csv", rows="claims", **asked), encoding="utf-8", newline="")
    assert into(timeline, again(path), file.read_bytes()).data == file.read_bytes()
    event = "b" if "private" in asked else "c"
    rows = list(csv.DictReader(io.StringIO(path.read_text(), newline="")))
    edited_csv(path, next(at for at, row in enumerate(rows, 1) if row["id"] == event), "marks", "")
    done = into(timeline, again(path), file.read_bytes())

    assert done.plan.said == [f"event {event}: {'private' if event == 'b' else 'draft'}: deleted"]


@pytest.mark.parametrize("rows", ["events", "claims"])
def test_a_mark_that_is_new_in_a_table_tells_nothing_of_other_events(tmp_path: Path, rows: str) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "sources: {s: {title: S}}\nevents:\n"
        "  - {id: a, date: 2022, title: T, place: {name: Orn, lat: 4, lon: 5, private: true}, source: s}\n"
        "  - {id: b, date: 2023, title: U, claims: [{source: s, at: p. 1}, {source: s, private: true}]}\n"
        "  - {id: c, date: 2024, title: V, source: s, draft: true}\n"
    )
    timeline, path = load(file), tmp_path / "edited.csv"
    path.write_text(export(timeline, "csv", rows=rows, drafts=True), encoding="utf-8", newline="")
    edited_csv(path, 3, "marks", "draft | private")
    done = into(timeline, again(path), file.read_bytes())

    assert done.plan.said == ["event c: private: true"]
