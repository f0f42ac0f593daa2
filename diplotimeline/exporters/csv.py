r"""CSV (RFC 4180): one row per event, or one per event and claim. The order of the columns is a contract.

A file comes back as it was: take one apostrophe off a cell that begins with one, and off each run of them between a
delimiter and a sign with a call (`;'=b(1)`); split a column of several values at ` | `; take one
backslash off `\|`.
"""

import re
from typing import Any

from diplotimeline.errors import CallError
from diplotimeline.exporters.marks import ALL_MARKS, MARKS, bearing, marks_apart
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.table import (
    CLAIM,
    EVENT,
    OF_CLAIMS,
    Records,
    apart,
    one_kind_of,
    readers,
    text_of,
    without,
)
from diplotimeline.exporters.telling import accounts_apart
from diplotimeline.record.chronology import Timeline

LEFT_OUT = (
    "no", "date_start_latest", "date_end_earliest", "date_open", "date_unknown", "date_display", "actor_kinds",
    "actor_states", "casualties",
)  # fmt: skip
COLUMNS = without(EVENT, *LEFT_OUT)
CLAIM_COLUMNS = (*without(COLUMNS, *OF_CLAIMS), *without(CLAIM, *LEFT_OUT))
# What makes a formula of a cell, also in the width of East Asian type, which spreadsheets read there all the same.
SIGN = "[=+@＝＋－＠-]"
FORMULA = re.compile(rf" *[\t\r\n]|\s*{SIGN}")
DELIMITERS = {",": ",", ";": ";", "tab": "\t"}
# A spreadsheet that is set to another delimiter begins a cell there, whatever is quoted. In the middle of a text only
# what calls something is changed, with ( or | or !: the items of a list and negative numbers stay.
# Blanks and quotation marks are taken in at once, whatever follows: to look from each of them takes the square of them.
OTHER_CELL = re.compile(rf"([,;\t\r\n][,;\"\s]*+)('*+)({SIGN}(?=[^,;\t\r\n]*[(|!]))?")
GUARDED = re.compile(rf"([,;\t\r\n][,;\"\s]*+)(?:'('*{SIGN}(?=[^,;\t\r\n]*[(|!])))?")
# RFC 4180, and what spreadsheets take for separators unless they are told otherwise.
NEEDS_QUOTES = re.compile(r'[",;\t\r\n]')
BYTE_ORDER_MARK = "\ufeff"


def render(
    timeline: Timeline, *, delimiter: str = ",", excel: bool = False, raw: bool = False, rows: str = "events"
) -> Exported:
    """The events as CSV, its cells parted by a delimiter: a comma, `;`, or `tab`.

    `excel` adds the byte order mark that Excel needs; `raw` leaves every text as written. Otherwise what a spreadsheet
    might run as a formula gets an apostrophe before it. Raises `CallError` for another delimiter.
    """
    if delimiter not in DELIMITERS:
        raise CallError(f"there is no delimiter '{delimiter}'", "one of: ',' ';' tab")
    between = DELIMITERS[delimiter]
    of_claims = one_kind_of(rows) == "claims"
    columns = apart(CLAIM_COLUMNS if of_claims else COLUMNS, timeline)
    columns += bearing(timeline, ALL_MARKS if of_claims else (MARKS,))
    cells, reading = Cells(raw=raw), readers(columns).values()
    lines = [between.join(cells.written(column.name) for column in columns)]
    lines += [
        between.join([cells.written(read(record)) for read in reading]) for record in Records(timeline).rows(rows)
    ]
    have = "1 cell has" if cells.formulas == 1 else f"{cells.formulas:,} cells have"
    remark = f"{have} what may run as a formula and got an apostrophe before it; --raw leaves them as written."
    text = (BYTE_ORDER_MARK if excel else "") + "\r\n".join([*lines, ""])
    lost = () if of_claims else (*accounts_apart(timeline, "csv"), *marks_apart(timeline, "csv", events=True))
    return Exported(text, (remark,) if cells.formulas else (), lost)


class Cells:
    """Writes values as cells and counts those that might have run as a formula."""

    def __init__(self, *, raw: bool) -> None:
        self.raw = raw
        self.formulas = 0

    def written(self, value: Any) -> str:
        """A value as a cell, in quotation marks where it needs them."""
        if value is None:
            return ""
        if not isinstance(value, (str, list, dict)):
            return str(value)
        text = " | ".join(value) if self.raw and isinstance(value, list) else text_of(value)
        apart = NEEDS_QUOTES.search(text) is not None
        safe = text if self.raw else self.guarded(text, apart=apart)
        return '"' + safe.replace('"', '""') + '"' if apart else safe

    def guarded(self, text: str, *, apart: bool) -> str:
        """A text with an apostrophe before all that may run as a formula.

        An apostrophe that stands there already gets one more, so that one can be taken off again.
        """
        safe = OTHER_CELL.sub(_with_apostrophe, text) if apart else text
        runs = FORMULA.match(text) is not None
        self.formulas += runs or safe != text
        return f"'{safe}" if runs or text.startswith("'") else safe


def _with_apostrophe(match: re.Match[str]) -> str:
    return f"{match[1]}'{match[2]}{match[3]}" if match[3] else match[0]


def unguarded(cell: str) -> str:
    """A text as it was before `Cells.guarded` put apostrophes into it."""
    return GUARDED.sub(r"\1\2", cell.removeprefix("'")) if "'" in cell else cell
