"""A problem is a value like the others: it cannot be changed, and can be copied with other fields."""

from dataclasses import FrozenInstanceError, replace

import pytest

from diplotimeline import Problem

PROBLEM = Problem("a.yaml", 3, 5, 3, 9, "error", "bad-date", "this is no date")


def test_a_problem_can_be_copied_with_another_field() -> None:
    moved = replace(PROBLEM, path="b.yaml")

    assert moved.path == "b.yaml"
    assert moved.message == PROBLEM.message


def test_a_problem_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        PROBLEM.line = 4  # type: ignore[misc]
