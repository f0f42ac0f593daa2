"""Drafts are shown with their TODOs; nothing else that is wrong is shown away."""

from pathlib import Path
from typing import Any

import pytest
from calling import call
from made_up import event, write

SECOND = event("2022-09-20", "The second", id="second")


def shown(path: Path, *options: str) -> list[str]:
    answer = call("show", "--drafts", *options, path)
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


def test_an_event_without_a_date_stands_last(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "The open one", tags=["x"]), event(title="The first"), SECOND)
    for options in ((), ("-r",)):
        lines = shown(path, *options)
        place = lines.index("Date open")

        assert lines[0].startswith("3 events · 13–20 Sep 2022 · ")
        assert lines[place + 2] == "TODO               ● The open one"
        assert lines[place + 3] == "                   │ TODO: date"
        assert not [line for line in lines[place:] if "The first" in line or "The second" in line]
        assert "9999" not in str(lines)


def test_one_line_each_has_it_last_too(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"), event(title="First"), SECOND)

    assert [line.split()[0] for line in shown(path, "-1", "-r")] == ["2022-09-20", "2022-09-13", "TODO"]
    assert shown(path, "--count") == ["3"]
    assert [line.split()[0] for line in shown(path, "-1", "-n", "2")] == ["2022-09-13", "2022-09-20"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"type": "TODO"}, "type"),
        ({"status": "TODO", "type": "TODO"}, "type, status"),
        ({"claims": [{"source": "statement", "date": "TODO"}]}, "date of claims"),
        ({"place": {"name": "Tolm", "lat": "TODO", "lon": "1"}}, "lat of place"),
    ],
)
def test_other_fields_that_are_a_todo_are_named(tmp_path: Path, fields: dict[str, Any], told: str) -> None:
    assert f"                   │ TODO: {told}" in shown(write(tmp_path / "d.yaml", event(**fields)))


def test_a_todo_in_a_text_or_an_id_stands_as_it_is(tmp_path: Path) -> None:
    text = "\n".join(
        shown(write(tmp_path / "d.yaml", event(title="TODO a title", actors=["TODO"], place="TODO where")))
    )

    assert "● TODO a title" in text
    assert "TODO where · TODO" in text


def test_a_range_of_dates_may_hold_an_event_without_one(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"), event(title="First"), SECOND)

    assert [line.split()[0] for line in shown(path, "-1", "--from", "2022-09-15")] == ["2022-09-20", "TODO"]
    assert "Date open" in shown(path, "--to", "2022-09-15")
    certain = call("show", "--drafts", "-1", "--on", "2022-09", "--certain", path)
    assert [line.split()[0] for line in certain.out.splitlines()] == ["2022-09-13", "2022-09-20"]


def test_the_picture_leaves_it_out_and_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"), event(title="First"))
    answer = call("show", "--drafts", "--lanes", path)

    assert answer.err == "1 event without a date cannot be drawn.\n"
    assert "13 Sep" in answer.out


@pytest.mark.parametrize(
    "other",
    [event("2022-13"), event(source="nowhere"), event(colour="red"), event("TODO", actors=["nobody"])],
)
def test_no_other_error_is_shown_away(tmp_path: Path, other: dict[str, Any]) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"), other)
    answer = call("show", "--drafts", path)

    assert (answer.code, answer.out) == (1, "")


def test_only_show_and_only_on_request_shows_todos(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"))
    for command in (("show",), ("stats", "--drafts"), ("export", "-f", "csv", "--drafts")):
        answer = call(*command, path)

        assert (answer.code, answer.out) == (1, "")
        assert "[todo-left]" in answer.err


@pytest.mark.parametrize("mark", ["true", "TODO"])
def test_what_is_private_is_withheld_from_a_draft_too(tmp_path: Path, mark: str) -> None:
    path = write(tmp_path / "d.yaml", event("TODO", "Open"), event("TODO", "Secret", private=mark))
    answer = call("show", "--drafts", path)

    assert "Secret" not in answer.out
    assert answer.err == "1 event withheld.\n"


def test_marked_events_bear_their_marks(tmp_path: Path) -> None:
    path = write(tmp_path / "d.yaml", event(title="Both", draft="true", private="true", status="alleged"))

    assert "[alleged] [draft] [private] Both" in call("show", "--drafts", "--private", "-1", path).out
    assert call("show", "--drafts", "--private", path).out.splitlines()[4].endswith("[alleged] [draft] [private]")
    assert call("show", path).err == "1 event withheld.\nNo events: all of them are withheld.\n"
