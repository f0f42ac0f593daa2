"""Counts without a side: a total, or people of whom nobody says whose they were; never added to a side."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from calling import call
from made_up import event, loaded, write

from diplotimeline import export

ACTORS = {"a": {"name": "Ardelia"}, "b": {"name": "Tavoria"}}


def row(folder: Path, casualties: list[Any]) -> dict[str, str]:
    """The row of an event with these casualties."""
    text = export(loaded(folder, event(casualties=casualties), actors=ACTORS), "csv")
    assert isinstance(text, str)
    return next(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("casualties", "words", "sums"),
    [
        ([{"killed": 14}], "14", ("14", "14", "14")),
        ([{"killed": {"low": 3, "high": 5}}], "3–5", ("3", "", "5")),
        ([{"who": "a", "killed": 3}, {"killed": 14}], "Ardelia: 3 | 14", ("", "", "")),
        (
            [{"killed": 14}, {"who": "a", "killed": 3}, {"who": "b", "killed": 4}],
            "14 | Ardelia: 3 | Tavoria: 4",
            ("",) * 3,
        ),
        ([{"who": "a", "killed": 3}, {"injured": 14}], "Ardelia: 3", ("3", "3", "3")),
    ],
    ids=["a total", "a range", "beside a side", "beside two sides", "of something else"],
)
def test_a_total_is_never_added_to_sides(
    tmp_path: Path, casualties: list[Any], words: str, sums: tuple[str, ...]
) -> None:
    found = row(tmp_path, casualties)

    assert found["killed"] == words
    assert (found["killed_min"], found["killed_best"], found["killed_max"]) == sums


def test_a_total_has_no_actor(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(casualties=[{"killed": 14}, {"who": "a", "missing": 2}]), actors=ACTORS)
    made = json.loads(str(export(timeline, "json")))
    total, side = made["events"][0]["casualties"]

    assert (total["id"], total["name"], total["killed"]["low"]) == (None, None, 14)
    assert (side["id"], side["name"]) == ("a", "Ardelia")
    assert [one["id"] for one in made["actors"]] == ["a"]


@pytest.mark.parametrize("command", [("show",), ("export", "-f", "html"), ("export", "-f", "markdown")])
def test_a_total_is_printed_without_a_side(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write(tmp_path / "a.yaml", event(casualties=[{"killed": 14}, {"who": "a", "injured": 2}]), actors=ACTORS)
    out = call(command[0], str(path), *command[1:]).out

    assert "14 killed" in out
    assert not re.search(r":\W*14 killed|[Nn]o actor named\W*14", re.sub("<.*?>", " ", out))


def test_a_filter_for_an_actor_does_not_find_a_total(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", event(casualties=[{"killed": 14}]), event(actors=["a"]), actors=ACTORS)

    assert call("show", "-1", "-a", "a", str(path)).out.count("2022-09-13") == 1
    assert call("check", str(path)).code == 0
