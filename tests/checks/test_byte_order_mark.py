"""A byte order mark before the first line: it moves no column and hides no problem."""

from pathlib import Path

import pytest

from diplotimeline import check, load

FIRST_LINES = (
    "title: TODO", "title: a # TODO", "title: \u202eb", "title: \u200eb", "titel: A", "title: 'it", "title: a\u200bb",
    "title: a: b", "title: &a b", "\ttitle: a", "title: a\nevents: {}", "title: é TODO",
)  # fmt: skip


@pytest.mark.parametrize("first", FIRST_LINES, ids=ascii)
def test_every_problem_stands_in_the_same_column(tmp_path: Path, first: str) -> None:
    path = tmp_path / "a.yaml"
    seen = []
    for mark in ("", "\ufeff"):
        path.write_text(f"{mark}{first}\n", encoding="utf-8")
        seen.append([problem.concise for problem in check(load(path))])

    assert seen[0] == seen[1] != []


def test_a_second_one_is_an_invisible_sign(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("\ufeff\ufefftitle: a\n", encoding="utf-8")

    assert [problem.concise.rpartition(" ")[2] for problem in check(load(path))] == ["[control-character]"]
