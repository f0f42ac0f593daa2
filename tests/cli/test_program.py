"""Calls: which are wrong, what data with mistakes give, and what goes to which stream."""

import re
from pathlib import Path

import pytest
from calling import Answer, call
from made_up import BUNDLED, event, write

WRONG_CALLS = {
    "an unknown option": ("show", "--nonsense"),
    "an option without its value": ("show", "--actor"),
    "a file that is not there": ("show", "no-such-file.yaml"),
    "a folder without timelines": ("show", "."),
    "an unknown actor": ("show", BUNDLED, "-a", "azerbaijn"),
    "an unknown type": ("show", BUNDLED, "-t", "meetng"),
    "an unknown source": ("export", BUNDLED, "-f", "csv", "-s", "eu"),
    "an unknown status": ("show", BUNDLED, "--status", "true"),
    "an unknown tag": ("show", BUNDLED, "--tag", "x"),
    "an ambiguous date": ("show", BUNDLED, "--from", "04/10/2022"),
    "a date without a year": ("show", BUNDLED, "--from", "Sept 2"),
    "no date": ("show", BUNDLED, "--on", "yesterday"),
    "a range that is reversed": ("show", BUNDLED, "--from", "2023", "--to", "2022"),
    "--on with --from": ("show", BUNDLED, "--on", "2022", "--from", "2022"),
    "--certain without a range": ("show", BUNDLED, "--certain"),
    "--notes with --oneline": ("show", BUNDLED, "-1", "--notes"),
    "neither a file nor a format": ("export", BUNDLED),
    "an unknown format": ("export", BUNDLED, "-f", "xls"),
    "an unknown ending": ("export", BUNDLED, "-o", "x.pdf"),
    "standard output without a format": ("export", BUNDLED, "-o", "-"),
    "an option of another format": ("export", BUNDLED, "-f", "json", "--excel"),
    "an unknown kind of rows": ("export", BUNDLED, "-f", "csv", "--rows", "sources"),
    "an argument that a command does not take": ("--version", "--nonsense"),
}
FILTERS = {
    "an actor by name": (["-a", "United States"], 4),
    "an actor by alias": (["-a", "usa"], 4),
    "an actor by the name of a capital": (["-a", "Baku"], 10),
    "any of two actors": (["-a", "blinken", "--actor", "sullivan"], 2),
    "all of two actors": (["-a", "mirzoyan+bayramov"], 2),
    "--from and --to": (["--from", "2022-10-01", "--to", "4 October 2022"], 7),
    "--since and --until": (["--since", "2022-10-01", "--until", "4 October 2022"], 7),
    "--on": (["--on", "2022-10-04"], 5),
    "a type": (["-t", "meeting"], 2),
    "any of two types": (["-t", "meeting", "--type", "call"], 3),
    "a source": (["-s", "eu-2022-10-06"], 3),
    "a status": (["--status", "confirmed"], 2),
    "words": (["-g", "WHITE house"], 1),
}
BAD = "events:\n  - {date: 2022-13-40, title: x, source: s}\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A file with a warning and no error."""
    return write(tmp_path / "warned.yaml", event(quote="Not verified."))


def error(answer: Answer) -> str:
    """What a wrong call is told; nothing stands on standard output and there is no traceback."""
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    return answer.err


@pytest.mark.parametrize("args", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert re.match(r"Error: \S.*[^\n]\n", error(call(*args)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("args", "count"), FILTERS.values(), ids=FILTERS)
def test_both_commands_take_the_filter(args: list[str], count: int) -> None:
    shown, exported = call("show", "-1", BUNDLED, *args), call("export", "-f", "jsonl", BUNDLED, *args)

    assert (shown.code, shown.err, exported.code, exported.err) == (0, "", 0, "")
    assert len(shown.out.splitlines()) == len(exported.out.splitlines()) == count


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


def test_check_prints_on_standard_output(bad: Path, warned: Path) -> None:
    with_errors, with_warnings, clean = call("check", bad), call("check", warned), call("check", BUNDLED)

    assert (with_errors.code, with_errors.err) == (1, "")
    assert (with_warnings.code, with_warnings.err) == (0, "")
    assert "warning:" in with_warnings.out
    assert (clean.code, clean.err) == (0, "")


@pytest.mark.parametrize("args", [("show",), ("export", "-f", "csv")], ids=" ".join)
def test_warnings_do_not_block(warned: Path, args: tuple[str, ...]) -> None:
    answer = call(*args, warned)

    assert (answer.code, answer.err) == (0, "")
    assert "Not verified." in answer.out


def test_an_empty_timeline_is_no_mistake(tmp_path: Path) -> None:
    answer = call("show", write(tmp_path / "my.yaml", sources={}))

    assert answer == Answer(0, "", "No events: the timeline has none.\n")


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


@pytest.mark.parametrize("option", ["--from", "--to", "--on", "--grep"])
@pytest.mark.parametrize("given", ["", " "])
def test_an_empty_filter_is_a_wrong_call(option: str, given: str) -> None:
    answer = call("show", BUNDLED, option, given)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"Error: {option} is empty\n")
