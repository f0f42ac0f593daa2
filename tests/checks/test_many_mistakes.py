"""Files of many mistakes: the work grows with their number, not with its square, and every one is counted."""

from pathlib import Path

import pytest
from calling import SECONDS, MeasuredAnswer, answers
from written import loaded, write

from diplotimeline import check
from diplotimeline.record.chronology import MAX_ABOVE

COUNT = 3000
MANY = 10_000
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
    "a long chain of actors": (f"actors:\n{ACTORS}  a{COUNT}: {{name: Top}}\n{NO_EVENTS}", "", COUNT + 1 - MAX_ABOVE),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeasuredAnswer]:
    """What `check` says of each file."""
    folder = tmp_path_factory.mktemp("many")
    for name, (head, line, _) in FILES.items():
        text = head + "".join(line.replace("%d", str(number)) for number in range(COUNT if line else 0))
        write(folder / f"{name}.yaml", text)
    return dict(zip(FILES, answers([("check", f"{name}.yaml") for name in FILES], folder), strict=True))


@pytest.mark.parametrize("name", FILES)
def test_are_all_counted(told: dict[str, MeasuredAnswer], name: str) -> None:
    count = FILES[name][2]

    assert told[name].code == (1 if count else 0)
    assert f"1 file checked: {count:,} errors, " in told[name].out
    assert told[name].seconds < SECONDS  # work that grows with the square would take many minutes


@pytest.mark.parametrize("line", ["  - {date: 2022, title: x}\n", "  - {date: 2022, title: x, source: s, summary: }\n"])
def test_each_takes_no_more_memory_than_the_page_on_security_says(tmp_path: Path, line: str) -> None:
    memory = []
    for number in (1, MANY):
        write(tmp_path / "a.yaml", HEAD + line * number)
        (answer,) = answers([("check", "a.yaml")], tmp_path)
        memory.append(answer.memory)

    assert memory[1] - memory[0] < (5 + 1) * MANY  # KiB: 5 for a mistake, 1 for its event


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
