"""How often libyaml goes over a file: once to read it, and once more when something in it has to be pointed at."""

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
import yaml
from calling import call
from written import loaded, write

from diplotimeline import check

CLEAN = """\
actors:
  orland: {name: Orland}
sources:
  s: {title: Readout, speaker: orland, issued: 2022-10-05, file: s.txt}
events:
  - date: 2022-10-04
    title: Talks begin
    source: s
    quote: The talks began
"""
MISTAKE = ("quote: The", "qoute: The")
UNKNOWN_ACTOR = ("speaker: orland", "speaker: orlund")
WARNING = (", issued: 2022-10-05", "")
CUT = ("title: Talks", "title: Talks #2")
TWICE = ("    source: s", "    date: 2022-10-04\n    source: s")
TODO = ("date: 2022-10-04", "date: TODO")
ASIDE = ("source: s\n", "source: s  # TODO ask\n")  # its line is known; not to which event it belongs

# What is changed in the clean file, and how many passes `check` and `show` need then.
FILES: dict[str, tuple[tuple[tuple[str, str], ...], int, int]] = {
    "a clean file": ((), 1, 1),
    "a mistake of form": ((MISTAKE,), 2, 2),
    "an unknown actor": ((UNKNOWN_ACTOR,), 2, 2),
    "a warning, which show does not print": ((WARNING,), 2, 1),
    "a text that a comment cuts": ((CUT,), 2, 1),
    "a name that stands twice": ((TWICE,), 2, 2),
    "a TODO": ((TODO,), 2, 2),
    "a TODO in a comment": ((ASIDE,), 1, 2),
    "all of these": ((MISTAKE, UNKNOWN_ACTOR, WARNING, CUT, TWICE, TODO), 2, 2),
    "no YAML": ((("title: Talks", "title: Talks: a"),), 1, 1),
}


@pytest.fixture
def passes() -> Iterator[mock.Mock]:
    """Every call of libyaml."""
    with mock.patch("yaml.parse", wraps=yaml.parse) as parse:
        yield parse


def changed(*changes: tuple[str, str]) -> str:
    text = CLEAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("changes", "of_check", "of_show"), FILES.values(), ids=FILES)
def test_a_file_is_gone_over_at_most_twice(
    tmp_path: Path, passes: mock.Mock, changes: tuple[tuple[str, str], ...], of_check: int, of_show: int
) -> None:
    write(tmp_path / "s.txt", "The talks began.")
    path = write(tmp_path / "timeline.yaml", changed(*changes))

    answer = call("check", path)
    assert (passes.call_count, "[" in answer.out) == (of_check, bool(changes))
    passes.reset_mock()
    call("show", path)
    assert passes.call_count == of_show


def test_the_problems_of_loading_are_looked_up_once(tmp_path: Path, passes: mock.Mock) -> None:
    timeline = loaded(tmp_path, changed(MISTAKE, CUT))

    assert timeline.problems == timeline.problems != ()
    assert passes.call_count == 2


def test_after_all_was_looked_up_nothing_is_looked_up_again(tmp_path: Path, passes: mock.Mock) -> None:
    timeline = loaded(tmp_path, changed(MISTAKE, UNKNOWN_ACTOR, CUT))

    problems = check(timeline)
    assert set(timeline.problems) < set(problems)
    assert check(timeline) == problems
    assert passes.call_count == 2


@pytest.mark.parametrize("change", [MISTAKE, UNKNOWN_ACTOR, TWICE], ids=lambda change: change[1].strip())
def test_a_large_file_costs_no_more(tmp_path: Path, passes: mock.Mock, change: tuple[str, str]) -> None:
    event = CLEAN.partition("events:\n")[2]
    text = changed(change) + event * 1000

    assert check(loaded(tmp_path, text), errors_only=True)
    assert sum(len(call.args[0]) for call in passes.mock_calls) < 2.1 * len(text)
