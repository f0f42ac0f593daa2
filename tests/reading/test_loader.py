"""Inputs to files: files, folders, standard input, bundled names; and inputs that are no files."""

import gc
import io
import os
import sys
from pathlib import Path

import pytest
from written import SMALLEST, SOURCES, brief, event, paths, titles, write

from diplotimeline import CallError, load
from diplotimeline.reading import find

BUNDLED = "armenia-azerbaijan-2022"


def test_a_folder_gives_every_timeline_below_it_sorted(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c/d.yaml", "c/a/z.yaml", "B.yaml"):
        write(tmp_path / name, f"title: {name}\n")
    for name in ("readme.md", "notes.txt", "a.yaml.bak", "yaml"):
        write(tmp_path / name, "no timeline\n")

    assert paths(load(tmp_path), tmp_path) == ["B.yaml", "a.yml", "b.yaml", "c/a/z.yaml", "c/d.yaml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.yaml", ".b.yaml", ".github/c.yaml", "d/.e/f.yaml"):
        write(tmp_path / name, "title: x\n")
    timeline = load(tmp_path)

    assert (paths(timeline, tmp_path), timeline.report.passed_over) == (["a.yaml"], ())


@pytest.mark.parametrize("other", ["repos: []\n", "x: &a {b: c}\ny: *a\n", "<<: {a: 1}\nversion: 3\n", "a: 1\na: 2\n"])
def test_yaml_of_another_kind_is_passed_over_and_named(tmp_path: Path, other: str) -> None:
    write(tmp_path / "a.yaml", SMALLEST)
    path = write(tmp_path / "b/compose.yaml", other)
    timeline = load(tmp_path)

    assert (timeline.problems, timeline.report.passed_over) == ((), (str(path),))
    assert paths(timeline, tmp_path) == ["a.yaml"]


def test_a_file_that_is_named_is_never_passed_over(tmp_path: Path) -> None:
    timeline = load(write(tmp_path / "a.yaml", "repos: []\n"))

    assert (brief(timeline.problems), timeline.report.passed_over) == (["1:1 unknown-key"], ())


@pytest.mark.parametrize("names", [(), ("readme.md",), (".a.yaml",), ("other.yaml",), ("x/other.yaml", "y/other.yml")])
def test_a_folder_without_a_timeline_is_a_wrong_call(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        write(tmp_path / name, "repos: []\n")

    with pytest.raises(CallError, match="holds no timeline"):
        load(tmp_path)


def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", SMALLEST)
    os.mkfifo(tmp_path / "b.yaml")

    with pytest.raises(CallError, match=r"b\.yaml is not a regular file"):
        load(tmp_path)


# --- standard input, bundled names, nothing ------------------------------------------------------------------------


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "ascii"))


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, event("Հանդիպում"))
    timeline = load("-")

    assert (titles(timeline), timeline.report.files[0].path) == (["Հանդիպում"], "<stdin>")


def test_paths_in_standard_input_are_relative_to_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "shared/sources.yaml", SOURCES)
    type_in(monkeypatch, "include: [shared/sources.yaml]\ntitel: x\nevents:\n- {date: 2022, title: Call, source: s}\n")
    monkeypatch.chdir(tmp_path)
    timeline = load("-")

    assert [problem.concise.partition(" ")[0] for problem in timeline.problems] == ["<stdin>:2:1:"]
    assert titles(timeline) == ["Call"]


def test_a_bundled_timeline_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert len(load(BUNDLED).events) > 5
    assert BUNDLED in find.bundled()


def test_a_file_here_goes_before_a_bundled_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / BUNDLED, event("Mine"))
    monkeypatch.chdir(tmp_path)

    assert titles(load(BUNDLED)) == ["Mine"]


def test_without_input_the_folder_timelines_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "timelines/a.yaml", event("Mine"))
    monkeypatch.chdir(tmp_path)
    timeline = load()

    assert (titles(timeline), timeline.report.files[0].path) == (["Mine"], "timelines/a.yaml")


def test_without_input_and_folder_the_bundled_timelines_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert [Path(file.path).stem for file in load().report.files] == [*find.bundled()]


# --- inputs that cannot be read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.yaml", "missing.yaml does not exist"),
        ("a.yaml/b.yaml", "a.yaml/b.yaml cannot be opened"),
        ("pipe", "pipe is not a regular file"),
        ("/dev/zero", "/dev/zero is not a regular file"),
        ("/dev/null", "/dev/null is not a regular file"),
        ("x" * 5000, "cannot be opened"),
        ("nul\0byte", "cannot be opened"),
        ("no text \udcff", "does not exist"),
    ],
    ids=["a missing file", "a path through a file", "a pipe", "an endless device", "an empty device", "a long name",
         "a name with NUL", "a name that is no text"],
)  # fmt: skip
def test_what_is_no_file_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    write(tmp_path / "a.yaml")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CallError) as caught:
        load(name)
    assert words in caught.value.message


@pytest.mark.parametrize("name", ["armenia-azerbaijan-2023", "Armenia-Azerbaijan-2022.yaml", "armenia-azerbajan-2022"])
def test_a_name_like_a_bundled_one_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CallError, match="does not exist") as caught:
        load(name)
    assert f"did you mean '{BUNDLED}'?" in caught.value.help


def test_a_folder_here_and_a_file_in_it_are_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talks").mkdir()
    write(tmp_path / "talks" / "geneva.yaml", "title: x\n")
    monkeypatch.chdir(tmp_path)

    for given, meant in (("talk", "talks"), ("geneva.yaml", "talks/geneva.yaml")):
        with pytest.raises(CallError, match="does not exist") as caught:
            load(given)
        assert caught.value.help.startswith(f"did you mean '{meant}'?")


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MAX_FILE_BYTES", 2**20)
    lines = (b"#" * 1023 + b"\n") * 1023 + b"title: x\n"
    write(tmp_path / "a.yaml", lines + b"\n" * (2**20 - len(lines)))
    write(tmp_path / "b.yaml", lines + b"\n" * (2**20 - len(lines) + 1))
    write(tmp_path / "c.yaml", "include: [b.yaml]\n")

    assert load(tmp_path / "a.yaml").title == "x"
    with pytest.raises(CallError, match="is larger than 1 MiB"):
        load(tmp_path / "b.yaml")
    assert brief(load(tmp_path / "c.yaml").problems) == ["1:11 include-missing"]


def test_standard_input_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MAX_FILE_BYTES", 10)
    type_in(monkeypatch, "title: abcde")

    with pytest.raises(CallError, match="standard input is larger"):
        load("-")


def test_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    path, frozen = write(tmp_path / "timeline.yaml", SMALLEST), gc.get_freeze_count()  # Python 3.12 freezes some itself
    load(path)

    assert (gc.isenabled(), gc.get_freeze_count()) == (True, frozen)

    gc.freeze()
    load(path)

    assert gc.get_freeze_count(), "what the program itself froze stays frozen"

    gc.unfreeze()
    gc.disable()
    load(path)

    assert not gc.isenabled()

    gc.enable()


def test_what_stands_in_a_file_is_not_shown_with_its_report(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event(title="Private words"))

    assert "Private words" not in repr(load(path).report)
