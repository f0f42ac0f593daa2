"""Where timelines come from: files, folders, standard input, names, or nothing at all."""

import re
from pathlib import Path
from unittest import mock

import pytest
from calling import Answer, call, run
from made_up import BUNDLED, event, write

BAD = "events:\n  - {date: 2022-13-40, title: x, source: s}\n"


def error(answer: Answer) -> str:
    """What a wrong call is told; nothing stands on standard output and there is no traceback."""
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    return answer.err


def test_without_an_input_the_bundled_timeline_is_read_and_that_is_said(tmp_path: Path) -> None:
    answer = run("show", cwd=tmp_path)

    assert answer.out == call("show", BUNDLED).out
    assert answer.err.count("\n") == 1
    assert "bundled" in answer.err


def test_without_an_input_the_folder_timelines_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("timelines").mkdir()
    write(Path("timelines/my.yaml"), event(title="Mine"))
    answer = call("show", "-1")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("Mine\n")


def test_check_with_nothing_to_check_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("timelines").mkdir()

    assert "timelines" in error(call("check"))


def test_a_timeline_can_come_from_standard_input(tmp_path: Path) -> None:
    text = write(tmp_path / "my.yaml", event(title="From a pipe")).read_text(encoding="utf-8")

    assert call("show", "-1", "-", stdin=text).out.endswith("From a pipe\n")
    assert call("check", "-", stdin=BAD).out.startswith("<stdin>:2:12: error:")


def test_several_inputs_become_one_chronology(tmp_path: Path) -> None:
    later = write(tmp_path / "later.yaml", event("2022-09-14", "Later"))
    earlier = write(tmp_path / "earlier.yaml", event("2022-09-12", "Earlier"))
    between = write(tmp_path / "between.yaml", event("2022-09-13", "Between"))
    lines = call("show", "-1", later, earlier, between).out.splitlines()

    assert [line.split()[-1] for line in lines] == ["Earlier", "Between", "Later"]
    assert call("show", "-1", tmp_path).out.splitlines() == lines


@pytest.mark.parametrize("name", ["\udcff.yaml", "::error::x.yaml", "\x1b[2J.yaml", "\u202e.yaml", "a\n::b.yaml"])
def test_a_strange_file_name_is_shown_safely(name: str) -> None:
    answer = error(call("show", name))

    assert not re.search("[\x1b\u202e\udcff]", answer)
    assert not [line for line in answer.splitlines() if line.startswith("::")]


def test_standard_input_is_read_once(tmp_path: Path) -> None:
    text = write(tmp_path / "my.yaml", event(title="From a pipe")).read_text(encoding="utf-8")

    assert call("show", "-1", "-", "-", stdin=text) == call("show", "-1", "-", stdin=text)


def test_standard_input_that_cannot_be_read_is_told_in_words() -> None:
    with mock.patch("diplotimeline.reading.find.sys") as streams:
        streams.stdin.buffer.read.side_effect = OSError
        assert error(call("check", "-")) == "Error: standard input cannot be read\n"
