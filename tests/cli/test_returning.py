"""`import` of exports as a person calls it: what is said, what is written, and what never is."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from calling import call, wrong
from places import ROOT

from diplotimeline import load

NAME = "armenia-azerbaijan-2022.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled timeline, with its export beside it."""
    shutil.copytree(ROOT / "timelines", tmp_path / "t")
    assert call("export", tmp_path / "t" / NAME, "-o", tmp_path / "t" / "a.csv", "--rows", "claims").code == 0
    return tmp_path / "t"


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_bytes().decode()
    assert before in text
    path.write_bytes(text.replace(before, after).encode())


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.xlsx"])
def test_an_export_is_known_by_its_columns_and_comes_back(folder: Path, name: str) -> None:
    if name != "a.csv":
        call("export", folder / NAME, "-o", folder / name)
    answer = call("import", folder / name, "-o", folder / "new.yaml")

    assert answer.err == (
        f"Read as 'diplotimeline' (--as names another kind).\nWrote {folder / 'new.yaml'}.\n13 events.\n"
    )
    assert [event.id for event in load(folder / "new.yaml").events] == [
        event.id for event in load(folder / NAME).events
    ]


def test_archived_texts_that_do_not_lie_there_are_comments(folder: Path, tmp_path: Path) -> None:
    answer = call("import", folder / "a.csv", "-o", tmp_path / "new.yaml")

    assert answer.err.endswith("13 events; 1 kept as a comment.\n")
    assert "  # file: sources/carpenter-2022-10-06.txt does not exist; sha256: 386b0a72" in (
        tmp_path / "new.yaml"
    ).read_text(encoding="utf-8")
    assert call("check", tmp_path / "new.yaml").code == 0
    assert call("import", folder / "a.csv", "--strict").code == 1


def test_an_edit_is_written_into_the_file_and_the_second_time_nothing(folder: Path) -> None:
    old = (folder / NAME).read_bytes()
    edit(folder / "a.csv", "forces fight for two days", "forces fight")
    dry = call("import", folder / "a.csv", "--into", folder / NAME, "--dry-run")

    assert dry.out == "event 2022-09-13-two-days-of-fighting: title: Armenian and Azerbaijani forces fight\n"
    assert dry.err == f"1 change would be made in {folder / NAME}.\n"
    assert (folder / NAME).read_bytes() == old
    assert call("import", folder / "a.csv", "--into", folder / NAME).err == f"1 change made in {folder / NAME}.\n"
    assert (folder / NAME).read_bytes() == old.replace(b"forces fight for two days", b"forces fight")
    assert call("import", folder / "a.csv", "--into", folder / NAME).err == f"0 changes made in {folder / NAME}.\n"


def test_what_follows_from_others_and_unknown_columns_are_named(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO((folder / "a.csv").read_text(encoding="utf-8"), newline="")))
    rows[0].append("Comments")
    for line, row in enumerate(rows[1:]):
        row.append("asked" if line < 2 else "")
    rows[1][rows[0].index("date_latest")] = "2022-09-29"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows[:-1])
    (folder / "a.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    answer = call("import", folder / "a.csv", "--into", folder / NAME)

    assert "Not imported: column 'Comments' (2 cells).\n" in answer.err
    assert "Not taken over, they follow from other columns: date_latest (1 cell).\n" in answer.err
    assert answer.err.endswith(f"0 changes made in {folder / NAME}.\n")


def test_a_table_of_ids_and_what_is_new_is_enough(folder: Path) -> None:
    (folder / "b.csv").write_text("id;status\n2022-09-13-two-days-of-fighting;confirmed\n", encoding="utf-8")
    answer = call("import", folder / "b.csv", "--into", folder / NAME)

    assert answer.err.endswith(f"1 change made in {folder / NAME}.\n")
    assert "and kept: " in answer.err
    status = {event.id: event.status for event in load(folder / NAME).events}
    assert status["2022-09-13-two-days-of-fighting"] == "confirmed"


def test_a_cell_that_cannot_be_leaves_the_file_as_it_is(folder: Path) -> None:
    old = (folder / NAME).read_bytes()
    edit(folder / "a.csv", ",doubts,", ",doubtful,")

    assert "'doubtful' is not one of the words for 'stance'" in wrong(
        "import", folder / "a.csv", "--into", folder / NAME
    )
    assert (folder / NAME).read_bytes() == old


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--into", NAME, "-o", "x.yaml"), "--into and -o exclude each other"), (("--into", NAME, "--year", "2024"), "--year does not apply"),
        (("--as", "diplotimeline", "--propose"), "--propose does not apply"), (("--into", NAME, "--as", "ged"), "not 'ged'"),
        (("--into", "none.yaml"), "none.yaml"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_is_told_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder)
    assert said in wrong("import", "a.csv", *options)


@pytest.mark.parametrize("options", [("--map", "map.yaml"), ("--as", "table"), ("--year", "2024")])
def test_what_to_do_with_another_table_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    told = " ".join(wrong("import", "a.csv", "--into", NAME, *options).split())

    assert f"-o new.yaml --actors {NAME} makes a timeline of another table; then copy its events into {NAME}" in told


def test_another_table_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Date,What happened\n2024-09-01,Talks\n", encoding="utf-8")

    assert "is no export" in wrong("import", tmp_path / "t.csv", "--as", "diplotimeline")
