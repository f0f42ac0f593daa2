"""Settings of all tests."""

import importlib
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

import diplotimeline
from diplotimeline import EventDate

HERE = Path(__file__).parent
# Counting branches takes longer than the tests themselves. What takes again the branches that other tests have taken is
# not counted: growth, promises, whole sets, properties, and of a test of many cases all but the first few.
COUNTED_CASES = 5
UNCOUNTED = tuple(
    HERE / place
    for place in (
        "analyses/test_align.py", "cli/test_cost.py", "cli/test_long_arguments.py", "docs",
        "drafting/test_any_text.py", "drafting/test_classes.py", "drafting/test_evaluation.py",
        "drafting/test_growth.py", "drafting/test_runaway.py", "drafting/test_wrapped.py",
        "exporters/test_every_format.py", "exporters/test_json_schema.py", "importing/test_speed.py", "promises",
        "quotes/test_ten_languages.py", "reading/test_mistakes.py", "record/test_schema.py",
    )
)  # fmt: skip

# A busy machine is no failure. A hundred examples are enough for a property of one function; a test that exports a
# whole timeline for each names a smaller number, one whose inputs have many shapes a larger one.
settings.register_profile("no clock", deadline=None, max_examples=100)
settings.load_profile("no clock")
# By its fields Hypothesis cannot print it: `parsed` is told when a date is made, and not kept.
EventDate._repr_pretty_ = lambda self, printer, _cycle: printer.text(repr(self))  # type: ignore[attr-defined]


@contextmanager
def uncounted() -> Iterator[None]:
    """Takes the tracer of coverage away for a while.

    pytest-cov's own pause does not: in a worker of pytest-xdist it has started two, and stops the second.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Counts the branches of the package as it is imported, and none while tests are collected, which takes as long."""
    if sys.gettrace() is not None:
        for module in pkgutil.walk_packages(diplotimeline.__path__, "diplotimeline."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    with uncounted():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Counts no branches in what is marked so."""
    with uncounted() if item.get_closest_marker("uncounted") else nullcontext():
        return (yield)


@pytest.hookimpl(trylast=True)  # when Hypothesis has marked its tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Counts no branches in those tests, in properties, and in later cases of a test."""
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        apart = any(item.path.is_relative_to(place) for place in UNCOUNTED)
        if apart or cases[test] > COUNTED_CASES or item.get_closest_marker("hypothesis"):
            item.add_marker("uncounted")
