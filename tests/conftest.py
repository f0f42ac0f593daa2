"""Settings of all tests."""

from hypothesis import settings

# A busy machine is no failure. A hundred examples are enough for a property of one function; a test that exports a
# whole timeline for each names a smaller number, one whose inputs have many shapes a larger one.
settings.register_profile("no clock", deadline=None, max_examples=100)
settings.load_profile("no clock")
