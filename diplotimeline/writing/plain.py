"""Values of a record as the texts, numbers, lists and groups that stand for them in a file."""

from typing import Any

from diplotimeline.dates import EventDate
from diplotimeline.record.casualties import Count
from diplotimeline.record.fields import Value, fields_of
from diplotimeline.record.values import Participant, Place, Translation

SHORT = {Participant: "who", Place: "name", Translation: "text"}
"""The field of a group for which, when it alone is given, a plain text stands."""


def plain(value: Any) -> Any:
    """A value as it stands in a file: dates in EDTF, groups with what they give, a short form where there is one."""
    if isinstance(value, EventDate):
        return value.edtf
    if isinstance(value, Value):
        return _group(value)
    if isinstance(value, tuple):
        pairs = bool(value) and all(isinstance(one, tuple) for one in value)
        return dict(value) if pairs else [plain(one) for one in value]
    return value


def _group(value: Value) -> Any:
    if isinstance(value, Count) and value.low is not None and value.low == value.high and value.best is None:
        return value.low
    given = {
        one.written_as: plain(inner)
        for one in fields_of(type(value))
        if (inner := getattr(value, one.name)) != one.default
    }
    short = SHORT.get(type(value), "")
    return given[short] if [*given] == [short] else given
