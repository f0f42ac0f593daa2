"""ACLED: the date with its precision, and a title from what happened and where."""

from collections.abc import Mapping

from diplotimeline.importing.dates import read_date
from diplotimeline.importing.readings import Column

# Extracts differ in what they leave out; before 2018 there was no `sub_event_type`.
SIGNATURES = (
    ("event_date", "event_type", "actor1"), ("event_date", "event_type", "sub_event_type"),
    ("event_date", "time_precision", "sub_event_type"),
)  # fmt: skip
MADE_FROM = frozenset(("event_date", "time_precision"))


def made(cells: Mapping[str, str]) -> dict[str, str]:
    """The columns that are made from a row."""
    what = cells.get("sub_event_type") or cells.get("event_type", "")
    return {"=date": _date(cells), "=title": ", ".join(filter(None, (what, cells.get("location"))))}


def _date(cells: Mapping[str, str]) -> str:
    """The day; approximate for a `time_precision` of 2, its month for 3. What is none of these stays as it is.

    So does a day: for `05/04/2001` all rows together tell whether the day or the month stands first.
    """
    written, precision = cells.get("event_date", ""), cells.get("time_precision")
    day = read_date(written, Column()).edtf
    if precision in (None, "1"):
        return written
    if precision == "2":
        return f"{day or written}~"
    return day[:7] if day and precision == "3" else f"{written}, time_precision {precision}".strip(", ")
