"""What `list`, `find`, `check` and `diff` cost beside reading: a ratio of CPU time, the least of several runs.

They take 1.0 to 1.3 times as long as reading here; the bound leaves room for a busy machine.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import pytest
from calling import call
from made_up import event, write

from diplotimeline import load

EVENTS, BOUND, RUNS = 500, 1.8, 7
SENTENCE = "On day {} the envoys met in Orn, as announced. No decision was reported that day."


def least(*runs: Callable[[], object]) -> list[float]:
    """The least CPU time of each, run in turn, so that whatever else the machine does meets all of them."""
    taken: list[list[float]] = [[] for _ in runs]
    for place in [*range(len(runs))] * RUNS:
        start = process_time()
        runs[place]()
        taken[place].append(process_time() - start)
    return [min(one) for one in taken]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of many events, with a text in which the words that are looked for stand twice as often."""
    folder = tmp_path_factory.mktemp("cost")
    (folder / "text.txt").write_text("\n".join(SENTENCE.format(day) for day in range(2 * EVENTS)), encoding="utf-8")
    sources = {"s": {"title": "S", "issued": "2099", "file": "text.txt"}}
    actors = {f"actor-{number}": {"name": f"Actor {number}"} for number in range(30)}
    events = (
        event(f"{1900 + number % 100}-{1 + number % 12:02}-{1 + number % 28:02}", f"Talks number {number}", source="s",
              actors=[f"actor-{number % 30}"], tags=["talks"], summary="They met, and nothing was reported.",
              quote=f"On day {number} the envoys met in Orn")
        for number in range(EVENTS)
    )  # fmt: skip
    return write(folder / "record.yaml", *events, sources=sources, actors=actors)


def test_asking_costs_little_more_than_reading(record: Path) -> None:
    asked = {"list": 1, "list events": 1, "find envoys": 1, "check -q": 1, "diff": 2}
    calls = [partial(call, *words.split(), *[record] * files) for words, files in asked.items()]

    reading, *asking = least(lambda: load(record), *calls)

    costs = {words: cost / reading for words, cost in zip(asked, asking, strict=True)}
    assert {words: cost for words, cost in costs.items() if cost >= BOUND * asked[words]} == {}
