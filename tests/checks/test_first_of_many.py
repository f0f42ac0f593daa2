"""Of many warnings the first of each rule are placed, and those behind them counted: who reads sees no difference."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from made_up import event, write

from diplotimeline import load
from diplotimeline.checks import check, checked

TODAY = date(2026, 1, 1)
EVENTS = 12
ACTORS = {"a": {"name": "A"}, "b": {"name": "A"}, "c": {"name": "C\u200e"}}


@pytest.mark.parametrize("most", [1, 3, 10, 100])
def test_the_first_are_those_of_all(tmp_path: Path, most: int) -> None:
    for number in range(2):
        events = [event(f"{2040 - one}", f"Event {one} of {number}") for one in range(EVENTS)]
        events[4]["tags"] = [""]
        write(tmp_path / f"{number}.yaml", *events, actors=ACTORS)
    timeline = load(tmp_path)
    everything, found = check(timeline, TODAY), checked(timeline, TODAY, most=most)
    rules = {one.rule for one in everything}

    assert rules >= {"no-quote", "future-date", "bidi-control", "same-name", "empty-value"}
    counted = Counter(one.rule for one in found.problems) + Counter(one.rule for one in found.more)
    assert Counter(one.rule for one in everything) == counted
    for asked in (rules, *[{one} for one in rules]):
        whole = [one for one in everything if one.rule in asked]
        assert [one for one in found.problems if one.rule in asked][:most] == whole[:most]
    assert {one.severity for one in found.more} == ({"warning"} if most < EVENTS - 1 else set())
