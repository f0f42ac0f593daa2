"""Names of columns, in English and French, to the fields of an event that they hold: see `columns.txt`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from diplotimeline.characters import folded
from diplotimeline.files import blocks
from diplotimeline.record.words import TOLLS

LONGEST_NAME = 60
DAYS = ("day", "jour")


def recognise(name: str) -> str:
    """The field that a column of this name holds, such as `title` for `What happened`; empty if it is not known.

    Case, accents, signs and what stands in brackets do not count; a column of several counts (`Dead/wounded`) is
    `counts`.
    """
    if len(name) > LONGEST_NAME:
        return ""
    known = _known()
    for form in (re.sub(r"\((\w{1,2})\)", r"\1", name), re.sub(r"\([^)]*\)|\[[^]]*\]", " ", name)):
        if field := known.get(plain(form)):
            return field
    parts = {known.get(word, "") for word in re.split(r"\W+|\b(?:and|et)\b", folded(name)) if word}
    return "counts" if len(parts) > 1 and parts <= {*TOLLS} else ""


def plain(name: str) -> str:
    """A name of a column as names are compared: small letters without accents, words with one blank between them."""
    return " ".join(re.findall(r"[^\W_]+", folded(name)))


def recognised(columns: Sequence[str]) -> Mapping[str, list[str]]:
    """The columns by the fields that they hold, in their order; the only one with `date` in its name is the date."""
    found: dict[str, list[str]] = {}
    for column in columns:
        if field := recognise(column):
            found.setdefault(field, []).append(column)
    if {"year", "month"} <= found.keys() and all(plain(column) in DAYS for column in found.get("date", ())):
        found |= {"day": found.pop("date")} if "date" in found else {}  # the parts of a date
        return found
    dated = [column for column in columns if "date" in plain(column).split()]
    if "date" not in found and len(dated) == 1:
        found["date"] = dated  # such as `Resignation date`
    if "date" not in found and "year" in found:
        found["date"] = found.pop("year")
    return found


@cache
def _known() -> Mapping[str, str]:
    lines = (line.split(": ", 1) for lines in blocks("importing/columns.txt") for line in lines if line)
    return {plain(name): field for field, names in lines for name in names.split(", ")}
