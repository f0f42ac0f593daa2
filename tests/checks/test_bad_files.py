"""Files that test themselves: a faulty line ends in `#! rule`, and no other line is faulty.

Where no comment can stand in a file, a file of the same name that ends in `.expected` has `line:rule` in each line.
"""

from collections import Counter
from pathlib import Path

import pytest
from marked_files import ERRORS, marked
from places import DATA

from diplotimeline import check, load
from diplotimeline.problems import Problem

FOLDER = DATA / "bad"
FILES = sorted(FOLDER.glob("*.yaml"))
Places = Counter[tuple[str, int, str]]
"""How often a rule is found in a line of a file."""


def places(path: Path) -> tuple[Places, Places, list[Problem]]:
    """What is marked in a file and in those it includes, what is found there, and what no mark can be set for."""
    timeline = load(path)
    files = [Path(file.path).resolve() for file in timeline.report.files]
    wanted = Counter((one.name, line, rule) for one in files for line, rule in marked(one))
    problems = check(timeline)
    found = Counter((Path(one.path).name, one.line, one.rule) for one in problems if one.rule in ERRORS)
    return wanted, found, [problem for problem in problems if problem.rule not in ERRORS]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_marked_line_is_found_and_no_other(path: Path) -> None:
    wanted, found, others = places(path)

    assert wanted
    assert found == wanted
    assert not [problem.concise for problem in others if problem.severity == "error"]


@pytest.mark.parametrize("rule", sorted(ERRORS))
def test_every_error_has_a_line_of_its_own(rule: str) -> None:
    assert any(rule in {named for _, named in marked(path)} for path in (*FILES, *FOLDER.glob("parts/*.yaml")))


def test_all_marked_rules_are_compared() -> None:
    paths = (*FILES, *FOLDER.glob("parts/*.yaml"))

    assert {rule for path in paths for _, rule in marked(path)} == ERRORS


def test_the_mistakes_of_one_file_hide_none_of_another() -> None:
    alone = {(one.path, one.line, one.rule) for path in FILES for one in load(path).problems}
    together = {(one.path, one.line, one.rule) for one in load(*FILES).problems}

    assert alone <= together
