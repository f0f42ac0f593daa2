"""What `tests/promises/fuzz` tries at length, tried shortly: what broke a promise once, and some mutated inputs."""

import random

import pytest
import targets
from mutation import mutated, with_mutated

from diplotimeline import Problem

RUNS = {"dates": 2000, "loader": 200, "quotes": 1000, "exporters": 4, "documents": 150, "tables": 150}


def test_every_target_is_tried() -> None:
    assert {*RUNS, "drafts"} == targets.TARGETS.keys()  # which tests/drafting tries, with the models of languages


@pytest.mark.parametrize("name", RUNS)
def test_known_and_mutated_inputs_break_no_promise(name: str) -> None:
    inputs = with_mutated(targets.seeds(name), RUNS[name])
    accepted = sum(map(targets.TARGETS[name], inputs))

    assert accepted > 0
    assert name == "exporters" or accepted < len(inputs)  # both sides are tried


def test_the_same_seed_gives_the_same_inputs() -> None:
    known = targets.seeds("loader")
    one, other = ([mutated(known, chance) for _ in range(50)] for chance in (random.Random(7), random.Random(7)))

    assert one == other
    assert len(set(one)) == 50


@pytest.mark.parametrize(("line", "column", "words"), [(9, 1, "line 9 of 1"), (1, 99, "column 99")])
def test_a_problem_outside_the_file_is_noticed(line: int, column: int, words: str) -> None:
    problem = Problem("a.yaml", line, column, line, column, "error", "bad-date", "x")

    with pytest.raises(AssertionError, match=words):
        targets.in_place(problem, b"title: x\n")
