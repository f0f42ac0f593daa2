"""Settings of all tests."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from diplotimeline import EventDate

HERE = Path(__file__).parent
# Counting branches takes longer than the tests themselves. What takes again the branches that other tests have taken is
# not counted: growth, promises, properties, and of a test of many cases all but the first.
COUNTED_CASES = 10
UNCOUNTED = (HERE / "promises", HERE / "drafting" / "test_growth.py", HERE / "drafting" / "test_runaway.py")

# A busy machine is no failure. A hundred examples are enough for a property of one function; a test that exports a
# whole timeline for each names a smaller number, one whose inputs have many shapes a larger one.
settings.register_profile("no clock", deadline=None, max_examples=100)
settings.load_profile("no clock")
# By its fields Hypothesis cannot print it: `parsed` is told when a date is made, and not kept.
EventDate._repr_pretty_ = lambda self, printer, _cycle: printer.text(repr(self))  # type: ignore[attr-defined]


@pytest.hookimpl(trylast=True)  # when Hypothesis has marked its tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Counts no branches in tests of growth and of promises, in properties, and in later cases of a test."""
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        apart = any(item.path.is_relative_to(place) for place in UNCOUNTED)
        if apart or cases[test] > COUNTED_CASES or item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")
