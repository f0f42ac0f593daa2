"""ACLED: the date with its precision, and a title from what happened and where."""

from collections.abc import Mapping

from diplotimeline.importing.dates import read_date
from diplotimeline.importing.readings import Column

MADE_FROM = frozenset(("event_date", "time_precision"))


def made(cells: Mapping[str, str]) -> dict[str, str]:
    """The columns that are made from a row."""
    what = (cells.get(name, "") for name in ("sub_event_type", "location"))
    return {"=date": _date(cells), "=title": ", ".join(filter(None, what))}


def _date(cells: Mapping[str, str]) -> str:
    """The day; approximate for a `time_precision` of 2, its month for 3. What is none of these stays as it is."""
    written = cells.get("event_date", "")
    day = read_date(written, Column()).edtf
    forms = {"1": day, "2": f"{day}~", "3": day[:7]}
    precision = cells.get("time_precision", "")
    return forms[precision] if day and precision in forms else f"{written}, time_precision {precision}".strip(", ")
