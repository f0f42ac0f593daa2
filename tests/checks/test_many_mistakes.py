"""Files of many mistakes: the work grows with their number, not with its square, and every one is counted."""

from pathlib import Path

import pytest
from calling import MeasuredAnswer, answers
from written import loaded, write

from diplotimeline import check
from diplotimeline.record.chronology import MAX_ABOVE

SMALL, TIMES = 300, 4
COUNT = SMALL * TIMES
SQUARE = 2  # of a square growth one would find four times as much again
MANY = 5_000
HEAD = "sources:\n  s: {title: S, issued: 2023}\nevents:\n"
CHAIN = "a long chain of actors"
# What a line of each file looks like, and how many errors the whole file has.
FILES = {
    "a mistyped type each": ("  - {date: 2022, title: x, source: s, type: metting}\n", COUNT),
    "an empty value each": ("  - {date: 2022, title: x, source: s, summary: }\n", COUNT),
    "a mistyped name each": ("  - {date: 2022, titel: x, source: s}\n", COUNT),
    "an unknown event each": ("  - {date: 2022, title: x, source: s, related: [{event: y, as: about}]}\n", COUNT),
    "an unknown actor each": ("  - {date: 2022, title: x, source: s, actors: [b%d]}\n", COUNT),
    "the same id each": ("  - {date: 2022, title: x, source: s, id: x}\n", COUNT),
    "the same title each": ("  - {date: 2022, title: x, source: s}\n", 0),
    CHAIN: ("  a%d: {name: A, of: a%d}\n", COUNT + 1 - MAX_ABOVE),
}


def text_of(name: str, number: int) -> str:
    """A file of so many lines that are alike."""
    line = FILES[name][0]
    if name == CHAIN:
        actors = "".join(line % (one, one + 1) for one in range(number))
        return f"actors:\n{actors}  a{number}: {{name: Top}}\n{HEAD.replace('events:', 'events: []')}"
    return HEAD + "".join(line.replace("%d", str(one)) for one in range(number))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], MeasuredAnswer]:
    """What `check` says of each file, short and long, in a process in which nothing is new."""
    folder = tmp_path_factory.mktemp("many")
    files = [(name, number) for number in (SMALL, COUNT) for name in FILES]
    calls = [("check", write(folder / f"{number} {name}.yaml", text_of(name, number)).name) for name, number in files]
    _, *found = answers([calls[0], *calls], folder)
    return dict(zip(files, found, strict=True))


@pytest.mark.parametrize("name", FILES)
def test_are_all_counted(told: dict[tuple[str, int], MeasuredAnswer], name: str) -> None:
    count, answer, short = FILES[name][1], told[name, COUNT], told[name, SMALL]

    assert answer.code == (1 if count else 0)
    assert f"1 file checked: {count:,} errors, " in answer.out
    assert answer.seconds < TIMES * SQUARE * max(short.seconds, 0.01)


@pytest.mark.parametrize("line", ["  - {date: 2022, title: x}\n", "  - {date: 2022, title: x, source: s, summary: }\n"])
def test_each_takes_no_more_memory_than_the_page_on_security_says(tmp_path: Path, line: str) -> None:
    calls = [("check", write(tmp_path / f"{number}.yaml", HEAD + line * number).name) for number in (1, MANY)]
    one, many = answers(calls, tmp_path)

    assert many.memory - one.memory < (5 + 1) * MANY  # KiB: 5 for a mistake, 1 for its event


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
