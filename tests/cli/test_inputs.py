"""Where timelines come from, and what is said when they have errors, or when the filters keep nothing of them."""

import re
from pathlib import Path
from unittest import mock

import pytest
from calling import Answer, call, run, wrong
from made_up import BUNDLED, bundled, event, write

BAD = "events:\n  - {date: 2022-13-40, title: x, source: s}\n"
TOTAL = len(bundled().events)


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
    answer = wrong("show", name)

    assert not re.search("[\x1b\u202e\udcff]", answer)
    assert not [line for line in answer.splitlines() if line.startswith("::")]


def test_standard_input_is_read_once(tmp_path: Path) -> None:
    text = write(tmp_path / "my.yaml", event(title="From a pipe")).read_text(encoding="utf-8")

    assert call("show", "-1", "-", "-", stdin=text) == call("show", "-1", "-", stdin=text)


def test_standard_input_that_cannot_be_read_is_told_in_words() -> None:
    with mock.patch("diplotimeline.reading.find.sys") as streams:
        streams.stdin.buffer.read.side_effect = OSError
        assert wrong("check", "-") == "Error: standard input cannot be read\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A file with a warning and no error."""
    return write(tmp_path / "warned.yaml", event(quote="Not verified."))


@pytest.mark.parametrize("args", [("show",), ("show", "-1"), ("export", "-f", "csv"), ("export", "-o", "x.csv")])
def test_data_with_errors_are_not_shown_but_their_problems_are(
    bad: Path, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bad.parent)
    answer, report = call(*args, bad), call("check", bad)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == report.out
    assert "bad.yaml:2:12: error:" in answer.err
    assert [path.name for path in bad.parent.iterdir()] == ["bad.yaml"]


@pytest.mark.parametrize("args", [("show",), ("export", "-f", "csv")], ids=" ".join)
def test_warnings_do_not_block(warned: Path, args: tuple[str, ...]) -> None:
    answer = call(*args, warned)

    assert (answer.code, answer.err) == (0, "")
    assert "Not verified." in answer.out


def test_an_empty_timeline_is_no_mistake(tmp_path: Path) -> None:
    answer = call("show", write(tmp_path / "my.yaml", sources={}))

    assert answer == Answer(0, "", "No events: the timeline has none.\n")


def test_a_filter_that_keeps_nothing_says_what_removed_how_many() -> None:
    assert call("show", BUNDLED, "--from", "2023") == Answer(0, "", f"No events: {TOTAL} of {TOTAL} are before 2023.\n")
    assert call("show", BUNDLED, "-t", "call", "--to", "2021").err == (
        "No events: 10 of 13 are after 2021; 3 of 3 are not of type call.\n"  # three are known by their end only
    )
    assert call("show", BUNDLED, "-a", "sullivan", "-t", "call").err == (
        f"No events: {TOTAL - 1} of {TOTAL} do not involve sullivan; 1 of 1 is not of type call.\n"
    )


def test_who_only_speaks_is_pointed_to_by_its_sources() -> None:
    answer = call("show", BUNDLED, "-a", "Human Rights Watch")

    assert answer.err == (
        f"No events: {TOTAL} of {TOTAL} do not involve Human Rights Watch.\n"
        "Human Rights Watch speaks in sources: --source hrw-2022-10-14\n"
    )
    assert "speaks in" not in call("show", BUNDLED, "-a", "armenia", "--from", "2030").err


def test_certainty_says_how_many_events_it_hides() -> None:
    possible, certain = (call("show", "-1", BUNDLED, "--on", "2022-09", *more) for more in ((), ("--certain",)))
    hidden = len(possible.out.splitlines()) - len(certain.out.splitlines())

    assert hidden > 1
    assert certain.err == f"{hidden} events hidden: they are not certain to lie in the range.\n"


def test_certainty_does_not_count_what_other_filters_hide() -> None:
    """Of the two meetings in the range both are certain; other events in it are not."""
    answer = call("show", "-1", BUNDLED, "--from", "2022-09-27", "--certain", "-t", "meeting")

    assert len(answer.out.splitlines()) == 2
    assert (answer.code, answer.err) == (0, "")
