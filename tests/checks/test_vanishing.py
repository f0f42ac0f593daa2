"""Files that go away, or lead elsewhere, between one moment and the next."""

import errno
import os
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from calling import call
from written import SMALLEST, SOURCES, brief, write

from diplotimeline import CallError, check, load
from diplotimeline.exporters import FORMATS, render
from diplotimeline.record.zones import find_zone, is_zone

ARCHIVED = "They met there.\n"
QUOTING = (
    SMALLEST.replace("{title: Readout}", "{title: Readout, issued: 2022-10-06, file: text.txt}")
    + "    quote: They met\n"
)
SECRET = "password-of-the-reader"
COMMANDS = (("check",), ("show",), ("stats",), *(("export", "-f", name) for name in FORMATS))

every_command = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with a timeline, a file that it includes, and an archived text."""
    folder = tmp_path / "mine"
    write(folder / "a.yaml", f"include: [shared.yaml]\n{QUOTING}")
    write(folder / "shared.yaml", "actors: {a: {name: A}}\n")
    write(folder / "text.txt", ARCHIVED)
    return folder


def test_what_is_loaded_needs_its_files_no_more(mine: Path) -> None:
    before = check(load(mine))
    timeline = load(mine)
    shutil.rmtree(mine)

    assert check(timeline) == before
    assert [*timeline.verdicts.values()] == ["exact"]
    assert all(render(timeline, name, {}).data for name in FORMATS)


@every_command
def test_a_folder_that_vanishes_after_it_is_loaded_changes_no_answer(mine: Path, command: tuple[str, ...]) -> None:
    expected = call(*command, mine)

    def gone_then(*inputs: str) -> object:
        timeline = load(*inputs)
        shutil.rmtree(mine)
        return timeline

    with mock.patch("diplotimeline.cli.inputs.load", gone_then):
        assert call(*command, mine) == expected


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("a.yaml", 2, "a.yaml does not exist"),
        ("shared.yaml", 1, "the included file 'shared.yaml' does not exist"),
        ("text.txt", 1, "the archived text 'text.txt' does not exist"),
    ],
)
@every_command
def test_a_file_that_vanishes_before_it_is_read_is_named(
    mine: Path, command: tuple[str, ...], name: str, code: int, words: str
) -> None:
    listed = [str(mine / "a.yaml")]
    (mine / name).unlink()
    with mock.patch("diplotimeline.reading.find._yaml_files", return_value=listed):
        answer = call(*command, mine)

    assert answer.code == code
    assert words in answer.out + answer.err
    assert command == ("check",) or not answer.out


@every_command
def test_a_folder_that_cannot_be_looked_into_is_named_and_not_passed_over(mine: Path, command: tuple[str, ...]) -> None:
    (mine / "closed").mkdir()
    real = os.scandir

    def refusing(path: str) -> object:  # no folder refuses root, as whom the tests may run
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return real(path)

    with mock.patch("os.scandir", refusing):
        answer = call(*command, mine)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: the folder {mine}/closed cannot be read: permission denied\n"


def test_folders_may_stand_in_one_another_deeper_than_functions_can_call_themselves(tmp_path: Path) -> None:
    path, made = str(tmp_path), []
    for _ in range(sys.getrecursionlimit() + 100):
        path = f"{path}/a"
        os.mkdir(path)
        made.append(path)
    write(tmp_path / "a.yaml")
    try:
        timeline = load(tmp_path)
    finally:
        for one in reversed(made):  # what deletes the folders of tests does call itself
            os.rmdir(one)

    assert len(timeline.report.files) == 1


# --- links and other files of the reader's machine -----------------------------------------------------------------


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the reader that no contributed timeline has a right to."""
    return write(tmp_path / "home" / "secret.yaml", f"title: x\n{SECRET}: {SECRET}\n")


@every_command
def test_a_link_out_of_a_folder_is_refused_and_nothing_behind_it_shown(
    mine: Path, secret: Path, command: tuple[str, ...]
) -> None:
    (mine / "b.yaml").symlink_to(secret)
    answer = call(*command, mine)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"Error: {mine}/b.yaml is a symbolic link that leads out of {mine}\n")
    assert SECRET not in answer.err


@every_command
def test_a_link_to_itself_in_a_folder_is_named(mine: Path, command: tuple[str, ...]) -> None:
    (mine / "b.yaml").symlink_to("b.yaml")
    answer = call(*command, mine)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: {mine}/b.yaml cannot be opened: too many levels of symbolic links\n"


def test_a_link_out_of_a_folder_is_fine_when_its_file_is_named(mine: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other/c.yaml", "title: Other\n")
    (mine / "b.yaml").symlink_to(other)

    assert load(other, mine).title == "Other"
    assert load(mine / "b.yaml").title == "Other"


def test_a_link_inside_a_folder_and_a_folder_behind_a_link_are_fine(mine: Path, tmp_path: Path) -> None:
    (mine / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "shortcut").symlink_to("mine")
    whole = load(tmp_path / "shortcut")

    assert ([problem.rule for problem in whole.problems], len(whole.report.files)) == ([], 2)


@pytest.mark.parametrize("entry", ["link.yaml", "folder/secret.yaml"])
def test_an_include_through_a_link_out_of_the_folder_is_refused(mine: Path, secret: Path, entry: str) -> None:
    (mine / "link.yaml").symlink_to(secret)
    (mine / "folder").symlink_to(secret.parent)
    timeline = load(write(mine / "c.yaml", f"include: [{entry}]\n{SOURCES}"))

    assert brief(timeline.problems) == ["1:11 include-missing"]
    assert "leads out of the folder" in timeline.problems[0].message
    assert [Path(file.path).name for file in timeline.report.files] == ["c.yaml"]


@pytest.mark.parametrize("entry", ["../other/c.yaml", "./shared.yaml", "inner.yaml"])
def test_other_includes_are_read(mine: Path, tmp_path: Path, entry: str) -> None:
    write(tmp_path / "other/c.yaml", "actors: {a: {name: A}}\n")
    (mine / "inner.yaml").symlink_to("shared.yaml")

    assert load(write(mine / "d.yaml", f"include: [{entry}]\n{SOURCES}")).problems == ()


@pytest.mark.parametrize(
    "text", [f"{SECRET}: x\n", f"- {SECRET}\n", SECRET, ""], ids=["group", "list", "text", "empty"]
)
def test_nothing_is_read_of_an_included_file_that_is_no_timeline(mine: Path, tmp_path: Path, text: str) -> None:
    write(tmp_path / "home/hosts.yml", text)
    path = write(mine / "d.yaml", f"include: [../home/hosts.yml]\n{SMALLEST}")
    answer = call("check", path)

    assert answer.code == 1
    assert f"{path}:1:11: error: the included file '../home/hosts.yml' is no timeline [include-missing]" in answer.out
    assert SECRET not in answer.out + answer.err


@pytest.mark.parametrize("name", ["XYZ", "localtime"])
def test_a_time_zone_that_every_machine_has_its_own_of_is_none(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", f"{name}-3")
    time.tzset()
    try:
        problems = load(write(tmp_path / "a.yaml", f"timezone: {name}\n")).problems
    finally:
        monkeypatch.undo()
        time.tzset()

    assert brief(problems) == ["1:11 wrong-type"]


@pytest.mark.parametrize(("name", "hours"), [("Asia/Yerevan", 4), ("UTC", 0), ("Asia/Erewan", None), ("UTC+3", None)])
def test_time_zones_are_known_where_the_system_has_none(
    name: str, hours: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zoneinfo.ZoneInfo", mock.Mock(side_effect=KeyError))
    zone = find_zone(name)

    assert zone is None if hours is None else datetime(2022, 9, 13, tzinfo=zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["Asia/Yerevan", "UTC", "Asia/Erewan", "UTC+3", "localtime", "Asia", "leapseconds"])
def test_a_zone_is_known_by_its_file_as_it_is_without(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = is_zone.__wrapped__(name)
    monkeypatch.setattr("diplotimeline.record.zones.OF_THE_SYSTEM", "/nowhere")

    assert known == is_zone.__wrapped__(name) == (find_zone(name) is not None)


def test_standard_input_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotimeline.reading.find.MAX_FILE_BYTES", len(SMALLEST))

    assert call("check", "-", stdin=SMALLEST).code == 0
    assert call("check", "-", stdin=f"{SMALLEST}#").err.startswith("Error: standard input is larger than")


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotimeline.reading.find.MAX_FILE_BYTES", len(SMALLEST))

    assert not load(write(tmp_path / "a.yaml", SMALLEST)).problems
    for given in (write(tmp_path / "b.yaml", f"{SMALLEST}#"), tmp_path):
        with pytest.raises(CallError, match=r"b\.yaml is larger than"):
            load(given)
    (problem,) = load(write(tmp_path / "c.yaml", "include: [b.yaml]\n")).problems
    assert "the included file 'b.yaml' is larger than" in problem.message
