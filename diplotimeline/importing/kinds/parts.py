"""A plain table whose dates stand in parts: a column for the year, and others for the month and the day."""

import re
from collections.abc import Sequence

from diplotimeline.characters import folded
from diplotimeline.importing.columns import recognised
from diplotimeline.importing.drafts import MADE
from diplotimeline.importing.readings import NAMES, words_of
from diplotimeline.importing.tables import Table

DATE = f"{MADE}date"


def with_date(table: Table) -> Table:
    """The table with a column of dates made from their parts, if it has a year and a month but no column of dates."""
    found = recognised(table.columns)
    if "date" in found or not {"year", "month"} <= found.keys():
        return table
    columns = [found[part][0] for part in ("year", "month", "day") if part in found]
    dates = [_date([table.cell(row, column) for column in columns]) for row in table.rows]
    return table.with_columns({DATE: dates}, columns)


def _date(parts: Sequence[str]) -> str:
    """Year, month and day as EDTF; in words with the name of a month, or a year that nobody can tell.

    A part of which a cell says that it is not known (`NA`) is none.
    """
    unknown = words_of(NAMES)["nobody"]
    parts = ["" if folded(part) in unknown else part.removesuffix(".0") for part in parts]
    while parts and not parts[-1]:
        parts.pop()
    if all(part.isdecimal() or not part for part in parts[1:]) and re.fullmatch("[0-9]{3,4}", "".join(parts[:1])):
        return "-".join(part.zfill(places) for part, places in zip(parts, (4, 2, 2), strict=False))
    return " ".join(filter(None, reversed(parts)))
