"""Files of many mistakes: the work grows with their number, not with its square, and every one is counted."""

import subprocess
import sys
from pathlib import Path

import pytest
from written import loaded

from diplotimeline import check
from diplotimeline.record.chronology import MAX_LEVELS

COUNT = 6000
SECONDS = 30  # not a measure of speed: work that grows with the square would take many minutes
HEAD = "sources:\n  s: {title: S, issued: 2023}\nevents:\n"
NO_EVENTS = HEAD.replace("events:", "events: []")
ACTORS = "".join(f"  a{number}: {{name: A, of: a{number + 1}}}\n" for number in range(COUNT))
# What a line of each file looks like, and how many errors the whole file has.
FILES = {
    "a mistyped type each": (HEAD, "  - {date: 2022, title: x, source: s, type: metting}\n", COUNT),
    "an empty value each": (HEAD, "  - {date: 2022, title: x, source: s, summary: }\n", COUNT),
    "a mistyped name each": (HEAD, "  - {date: 2022, titel: x, source: s}\n", COUNT),
    "an unknown event each": (HEAD, "  - {date: 2022, title: x, source: s, related: [{event: y, as: about}]}\n", COUNT),
    "an unknown actor each": (HEAD, "  - {date: 2022, title: x, source: s, actors: [b%d]}\n", COUNT),
    "the same id each": (HEAD, "  - {date: 2022, title: x, source: s, id: x}\n", COUNT),
    "the same title each": (HEAD, "  - {date: 2022, title: x, source: s}\n", 0),
    "a long chain of actors": (f"actors:\n{ACTORS}  a{COUNT}: {{name: Top}}\n{NO_EVENTS}", "", COUNT + 1 - MAX_LEVELS),
}
SCRIPT = """
import sys
from diplotimeline import check, load
print(sum(problem.severity == "error" for problem in check(load(sys.argv[1]))))
"""


@pytest.mark.parametrize(("head", "line", "count"), FILES.values(), ids=FILES)
def test_are_all_counted(tmp_path: Path, head: str, line: str, count: int) -> None:
    text = head + "".join(line.replace("%d", str(number)) for number in range(COUNT if line else 0))
    path = tmp_path / "many.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, timeout=SECONDS, check=True
    )

    assert int(done.stdout) == count


def test_two_events_of_one_id_have_verdicts_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The talks were held.\n", encoding="utf-8")
    text = """\
sources:
  s: {title: S, issued: 2022-10-06, file: text.txt}
events:
  - {id: x, date: 2022, title: One, source: s, quote: The talks were held}
  - {id: x, date: 2021, title: Two, source: s, quote: The talks were not held}
"""
    found = [(problem.line, problem.rule) for problem in check(loaded(tmp_path, text), errors_only=True)]

    assert found == [(4, "duplicate-id"), (5, "duplicate-id"), (5, "quote-not-in-source")]
