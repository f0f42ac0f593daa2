"""A workbook (Excel, LibreOffice) of five sheets: Events, Claims, Sources, Actors, About.

Text stays text: no cell is a formula or a number that nobody wrote. Links are only what stands in a column of
addresses, and the number of the claims of an event, which leads to them; they are short, for LibreOffice breaks no link
into lines. Bounds of dates are date cells; only those outside the years that a spreadsheet counts are text,
`1648-10-24`. Nothing is lost: a text that is longer than a cell holds goes on in a column `summary_2`, one of Events in
the sheet Claims, beside the first claim of the event.

What people read stands first and is what is printed; rows are as high as it needs, since LibreOffice and Gnumeric do
not fit them.
"""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from diplotimeline.errors import CallError
from diplotimeline.exporters import csv, table
from diplotimeline.exporters.marks import ALL_MARKS, MARKS, bearing
from diplotimeline.exporters.result import Exported, optional
from diplotimeline.exporters.table import ACTOR, CLAIM, EVENT, EXPLAINED, SOURCE, Column, Record, Records, without
from diplotimeline.phrases import count_of, quotes_verified
from diplotimeline.record.chronology import Timeline, cited
from diplotimeline.record.evidence import evidence
from diplotimeline.record.kinds import WEB_ADDRESS

# What people read comes first, what machines read after it.
EVENT_FIRST = (
    "no", "id", "title", "date_display", "type", "status", "actors", "place", "summary", "quotes", "sources",
    "claims",
)  # fmt: skip
CLAIM_FIRST = (
    "id", "date", "title", "claim", "speaker", "publisher", "stance", "according_to", "quote", "at",
    "translation", "quote_check", "source_title", "issued", "url",
)  # fmt: skip
WIDTHS = {
    "no": 5, "id": 18, "title": 28, "date_display": 16, "date": 14, "type": 13, "status": 11, "actors": 24,
    "place": 16, "summary": 46, "quotes": 46, "sources": 40, "claims": 10, "claim": 6, "speaker": 18,
    "publisher": 16, "stance": 9,
    "according_to": 16, "quote": 46, "at": 10, "translation": 30, "quote_check": 11, "source_title": 30, "issued": 12,
    "url": 30, "name": 30, "text": 100, "aliases": 36,
}  # fmt: skip
OTHER_WIDTH = 16
LINE_HEIGHT = 15
MOST_HEIGHT = 409  # more is no height to Excel
A4 = 9
LINKS = ("url", "archive_url", "urls")
MOST_LINKS = 65_000  # of a sheet; beyond 65,530 Excel finds a file damaged
LONGEST_LINK = 600  # of 2,079 signs, of which each may be written as three
# What Excel counts days from: before it, it knows a day that never was, 29 February 1900.
FIRST_DATE = date(1900, 3, 1)
CELL_LIMIT = 32_767
# A text in these marks is XML to xlsxwriter, and written as it is.
RICH_TEXT = ("<r>", "</r>")
# Between two escapes that share a sign, as in _x0041_x0042_: of these xlsxwriter escapes only the first.
SHARED_SIGN = re.compile(r"(?<=_x[0-9a-fA-F]{4}_)(?=x[0-9a-fA-F]{4}_)")
ROW_LIMIT = 1_048_576
# The same in every file, so that the same input gives the same bytes: the first day that a zip archive can name.
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - the format stores it without a zone
LOOKS: dict[str, dict[str, Any]] = {
    # quote_prefix: a text that looks like a formula or a date stays text when somebody edits its cell.
    "text": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
    "number": {"align": "left", "valign": "top"},
}
LOOKS |= {
    "link": {**LOOKS["text"], "font_color": "#0563C1", "underline": 1},
    "alleged": {**LOOKS["text"], "bg_color": "#FFF2CC"},
    "disputed": {**LOOKS["text"], "bg_color": "#F8CBAD"},
}


def _ordered(first: tuple[str, ...], *columns: Column) -> tuple[Column, ...]:
    """The columns with these names first."""
    named = {column.name: column for column in columns}
    return (*[named.pop(name) for name in first], *named.values())


CLAIMS = Column("claims", "text", "told", "How many claims it has; a link to them in the sheet Claims")
COLUMNS = _ordered(EVENT_FIRST, CLAIMS, *without(EVENT, *set(csv.LEFT_OUT) - {"no", "date_display"}))
# What a source is beyond its first line stands in the sheet Sources.
CLAIM_COLUMNS = _ordered(
    CLAIM_FIRST,
    *(column for column in EVENT if column.name in CLAIM_FIRST),
    *without(
        CLAIM, *csv.LEFT_OUT, "version", "version_of", "language", "source_type", "venue", "archive_url", "accessed",
        "file", "sha256", "author", "origin_name", "origin_sha256", "source_identifiers",
    ),
)  # fmt: skip
SOURCES_PRINTED = [column.name for column in SOURCE].index("url") + 1
ABOUT = (Column("about", "text", "about", "What is explained"), Column("text", "text", "text", "Its explanation"))


class Sheet:
    """A sheet before it is written: the names of its columns, and its rows as what will stand in their cells.

    The first `printed` columns are those that people read, all if there is no such number; `frozen` of them stay in
    sight. `links` are the places in the workbook to which cells lead, by row and column.
    """

    def __init__(
        self, name: str, columns: Iterable[Column], records: Iterable[Record] = (), *, frozen: int = 0, printed: int = 0
    ) -> None:
        self.name, self.frozen = name, frozen
        self.links: dict[tuple[int, str], str] = {}
        self.reading = table.readers(columns)
        self.columns = list(self.reading)
        self.printed = self.columns[: printed or None]
        self.rows: list[dict[str, Any]] = []
        for record in records:
            self.go_on(self.add(record))

    def add(self, record: Record) -> dict[str, str]:
        """Add a row; what its cells cannot hold is given back."""
        cells: dict[str, Any] = {}
        more: dict[str, str] = {}
        for name, value in table.values(self.reading, record).items():
            if value in (None, [], {}):
                continue
            if isinstance(value, (int, float)) or (isinstance(value, date) and value >= FIRST_DATE):
                cells[name] = value
            else:
                cells[name], *rest = _pieces(table.text_of(value))
                more |= {f"{name}_{number}": piece for number, piece in enumerate(rest, 2)}
        self.rows.append(cells)
        return more

    def go_on(self, more: Mapping[str, str]) -> None:
        """What a cell could not hold, in columns of its own at the end of the last row."""
        self.rows[-1] |= more
        self.columns += [name for name in more if name not in self.columns]


def render(timeline: Timeline) -> Exported:
    """The events with their claims, sources and actors, as a workbook. Raises `CallError` for too many rows."""
    xlsxwriter = optional("xlsxwriter", "xlsx")  # 70 ms, which no other format needs
    sheets = _filled(timeline)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})  # nothing on disk, and fixed times in the archive
    book.set_properties({"created": CREATED})
    for sheet in sheets:
        _write(book, sheet)
    book.close()
    more = dict.fromkeys(name for sheet in sheets for name in sheet.columns[len(sheet.reading) :])
    told = f"Texts longer than a cell holds ({CELL_LIMIT:,} characters) go on in {', '.join(more)}"
    return Exported(out.getvalue(), (f"{told}; those of Events in the sheet Claims.",) if more else ())


def _filled(timeline: Timeline) -> tuple[Sheet, ...]:
    records = Records(timeline)
    of_event, of_claim, of_source = (bearing(timeline, [one]) for one in ALL_MARKS)
    sources = (*SOURCE, *([MARKS] if of_source else []))
    events = Sheet("Events", table.apart(COLUMNS, timeline) + of_event, frozen=3, printed=len(EVENT_FIRST))
    claims = Sheet("Claims", table.apart(CLAIM_COLUMNS, timeline) + of_claim, printed=len(CLAIM_FIRST))
    for number, event in enumerate(timeline.events, 1):
        record = records.row(event, number)
        more = events.add({**record, CLAIMS.way: count_of(len(event.claims), "claim")})
        events.links[number, CLAIMS.name] = f"internal:'{claims.name}'!A{len(claims.rows) + 2}"
        for claim in records.told(event, record):
            claims.go_on(claims.add(claim) | more)
            more = {}
    facts = (count_of(len(timeline.events), "event"), quotes_verified(evidence(timeline)))
    zones = ", ".join(dict.fromkeys(event.zone for event in timeline.events if event.zone))
    written = {
        "Title": timeline.title,
        "Summary": timeline.summary,
        "Contents": ", ".join(filter(None, facts)),
        "Time zone": zones,
        **dict(EXPLAINED),
    }
    return (
        events,
        claims,
        Sheet("Sources", sources, filter(None, map(records.marked_source, cited(timeline))), printed=SOURCES_PRINTED),
        Sheet("Actors", ACTOR, map(records.actor, table.actors_in(timeline))),
        Sheet("About", ABOUT, ({"about": name, "text": text} for name, text in written.items() if text)),
    )


def _pieces(text: str) -> list[str]:
    """The text as xlsxwriter must be given it, in as many cells as it needs."""
    written = _literal(text)
    # Spreadsheets count in units of UTF-16, of which a sign has one or two.
    if len(written) <= CELL_LIMIT // 2 or len(written.encode("utf-16-le")) <= CELL_LIMIT * 2:
        return [written]
    half = len(text) // 2
    return [*_pieces(text[:half]), *_pieces(text[half:])]


def _literal(text: str) -> str:
    """As runs of rich text where it would be read as anything but text."""
    begin, end = RICH_TEXT
    runs = SHARED_SIGN.split(text) if "_x" in text else [text]
    if len(runs) == 1 and not (text.startswith(begin) and text.endswith(end)):
        return text
    return "".join(f'{begin}<t xml:space="preserve">{escape(run, quote=False)}</t>{end}' for run in runs)


def _write(book: Any, sheet: Sheet) -> None:
    """A sheet with its cells, each in the look of its kind. Its rows are given up one by one, for they are large."""
    if len(sheet.rows) >= ROW_LIMIT:
        raise CallError(f"a sheet holds {ROW_LIMIT:,} rows, {sheet.name} has more", "csv and parquet have no limit")
    page = book.add_worksheet(sheet.name)
    _lay_out(page, sheet, book.add_format({"bold": True, "bottom": 1, "valign": "top"}))
    places = {column: place for place, column in enumerate(sheet.columns)}
    looks = {kind: book.add_format(look) for kind, look in LOOKS.items()}
    links = 0
    sheet.rows.reverse()
    for line in range(1, len(sheet.rows) + 1):
        cells = sheet.rows.pop()
        page.set_row(line, _height(cells, sheet.printed))
        for column, cell in cells.items():
            if isinstance(cell, date):
                page.write_datetime(line, places[column], cell, looks["date"])
            elif not isinstance(cell, str):
                page.write_number(line, places[column], cell, looks["number"])
            elif (address := _address(sheet, line, column, cell)) and links < MOST_LINKS:
                links += 1
                page.write_url(line, places[column], address, looks["link"], cell)
            else:
                page.write_string(line, places[column], cell, looks[_look(column, cells)])


def _lay_out(page: Any, sheet: Sheet, header: Any) -> None:
    """A header that stays in sight, filters, columns wide enough to read; on paper one page wide, headed on each."""
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, WIDTHS.get(column, OTHER_WIDTH))
        page.write_string(0, place, column, header)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.hide_gridlines(0)  # on paper they part the texts of two columns
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&R&P / &N")
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, len(sheet.rows), len(sheet.printed) - 1)


def _height(cells: Mapping[str, Any], columns: Iterable[str]) -> int:
    """How high a row must be for the texts in these columns, in points."""
    texts = ((WIDTHS.get(name, OTHER_WIDTH), cells[name]) for name in columns if isinstance(cells.get(name), str))
    lines = max((sum(_lines(line, width) for line in text.split("\n")) for width, text in texts), default=1)
    return min(lines * LINE_HEIGHT, MOST_HEIGHT)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column.

    Its width is counted in figures; letters are narrower, which leaves room for words that go on in the next line.
    """
    signs = len(text) if text.isascii() else sum(1 + (east_asian_width(sign) in "WF") for sign in text)
    return max(ceil(signs / width), 1)


def _address(sheet: Sheet, line: int, column: str, cell: str) -> str:
    """Where a cell leads: to a place in the workbook, or to the address that stands in it; empty for all others."""
    if column in LINKS and len(cell) <= LONGEST_LINK and WEB_ADDRESS.fullmatch(cell):
        return cell
    return sheet.links.get((line, column), "")


def _look(column: str, cells: Mapping[str, Any]) -> str:
    """The look of a text: what is alleged or disputed is marked by a fill, beside the word."""
    status = cells.get("status")
    return status if column in ("title", "status") and status in ("alleged", "disputed") else "text"
