"""Settings of all tests."""

from hypothesis import settings

from diplotimeline import EventDate

# A busy machine is no failure. A hundred examples are enough for a property of one function; a test that exports a
# whole timeline for each names a smaller number, one whose inputs have many shapes a larger one.
settings.register_profile("no clock", deadline=None, max_examples=100)
settings.load_profile("no clock")
# By its fields Hypothesis cannot print it: `parsed` is told when a date is made, and not kept.
EventDate._repr_pretty_ = lambda self, printer, _cycle: printer.text(repr(self))  # type: ignore[attr-defined]
