"""Settings of all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

from diplotimeline import EventDate

HERE = Path(__file__).parent
# They take the same branches thousands of times, which other tests take as well: counting them would double their time.
UNCOUNTED = (HERE / "promises", HERE / "drafting" / "test_growth.py", HERE / "drafting" / "test_runaway.py")

# A busy machine is no failure. A hundred examples are enough for a property of one function; a test that exports a
# whole timeline for each names a smaller number, one whose inputs have many shapes a larger one.
settings.register_profile("no clock", deadline=None, max_examples=100)
settings.load_profile("no clock")
# By its fields Hypothesis cannot print it: `parsed` is told when a date is made, and not kept.
EventDate._repr_pretty_ = lambda self, printer, _cycle: printer.text(repr(self))  # type: ignore[attr-defined]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Counts no branches in tests of growth and of promises."""
    for item in items:
        if any(item.path.is_relative_to(place) for place in UNCOUNTED):
            item.add_marker("no_cover")
