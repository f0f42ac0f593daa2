"""Files without errors whose warnings stand where the lines end in `#! rule`, and nowhere else."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from marked_files import WARNINGS, marked
from places import DATA

from diplotimeline import check, load

FOLDER = DATA / "warned"
FILES = sorted(FOLDER.glob("*.yaml"))
TODAY = date(2022, 11, 1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_warns_at_every_marked_line_and_at_no_other(path: Path) -> None:
    found = Counter((problem.line, problem.rule) for problem in check(load(path), TODAY))

    assert found == Counter(marked(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_warning_is_an_error(path: Path) -> None:
    assert check(load(path), TODAY, errors_only=True) == ()


@pytest.mark.parametrize("rule", sorted(WARNINGS))
def test_every_warning_has_a_line_of_its_own(rule: str) -> None:
    assert any(rule in {named for _, named in marked(path)} for path in FILES)
