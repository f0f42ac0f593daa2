"""A workbook (Excel, LibreOffice) of five sheets: Events, Claims, Sources, Actors, About.

Text stays text: no cell is a formula, a link or a number that nobody wrote. The only date cells are bounds that the
date itself gives to the day, within the years that a spreadsheet counts; every other bound is text, `2022-09-01`.
Nothing of an event is lost: what its ties and its sources' differing accounts are stands in columns of their own.
`speaker` of a claim is the speaker of the source, or else its publisher; the sheet Sources has them apart.
"""

import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from diplotimeline.dates import EventDate
from diplotimeline.errors import CallError
from diplotimeline.exporters.csv import COLUMNS, place_cells, row_of
from diplotimeline.exporters.json import actors_in
from diplotimeline.exporters.result import Exported, optional
from diplotimeline.exporters.telling import known_day
from diplotimeline.phrases import count_of, people, quotes_verified, speaker_of, toll
from diplotimeline.record.chronology import Timeline, cited
from diplotimeline.record.values import Claim, Event, Place, Source

CLAIM_COLUMNS = (
    "id", "date", "title", "claim", "speaker", "stance", "according_to", "quote", "quote_check",
    "claim_date", "claim_actors", "claim_place", "claim_country", "claim_lat", "claim_lon", "claim_place_precision",
    "claim_casualties", "source_title", "issued", "url", "source_id",
)  # fmt: skip
SOURCE_COLUMNS = (
    "id", "title", "speaker", "publisher", "issued", "version", "version_of", "language", "type", "venue", "url",
    "archive_url", "accessed", "file", "sha256",
)  # fmt: skip
ACTOR_COLUMNS = ("id", "name", "kind", "of", "office", "iso", "wikidata", "aliases")
ABOUT_COLUMNS = ("about", "text")
WIDTHS = {
    "title": 44, "summary": 60, "quote": 60, "quotes": 60, "actors": 36, "sources": 44, "urls": 36,
    "url": 36, "archive_url": 36, "name": 36, "source_title": 44, "claim_actors": 36, "text": 100, "id": 30,
    "date": 24, "place": 24, "aliases": 36, "source_ids": 30, "actor_ids": 30, "related": 36,
}  # fmt: skip
OTHER_WIDTH = 16
EXPLAINED = {
    "Events": "One row per event, oldest first.",
    "Claims": "One row for each source of an event: its quote, and in the columns claim_… what it gives differently"
    " from the event.",
    "date": "The date as written, in EDTF: ~ is approximate, ? uncertain, .. open, [a..b] some time from a to b.",
    "date_earliest, date_latest": "The first and the last day that the date allows; date cells where the date gives"
    " that day, otherwise text. Empty where it is open or unknown.",
    "status": "How well an event is established: confirmed, reported, alleged, disputed or planned.",
    "quote_check": "Whether the quote stands in the archived text of its source: exact, folded (but for blanks,"
    " quotation marks and dashes), elided (in passages), absent, or unverified (no text is archived).",
}
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
OPTIONS = {
    "in_memory": True,  # nothing on disk, and fixed times in the archive
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

LOOKS = {
    # quote_prefix: a text that looks like a formula or a date stays text when somebody edits its cell.
    "text": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
    "number": {"valign": "top"},
}

Cell = str | float | date


class Sheet(NamedTuple):
    """A sheet before it is written; each row has the name of what it stands for, should a cell be too long."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str, dict[str, Cell]]]


def render(timeline: Timeline) -> Exported:
    """The events with their claims, sources and actors, as a workbook. Raises `CallError` for a text too long."""
    xlsxwriter = optional("xlsxwriter", "xlsx")  # 70 ms, which no other format needs
    sheets = (
        Sheet("Events", (*COLUMNS, "related"), [_event(timeline, event) for event in timeline.events]),
        Sheet("Claims", CLAIM_COLUMNS, [row for event in timeline.events for row in _claims(timeline, event)]),
        Sheet("Sources", SOURCE_COLUMNS, [_source(timeline, name) for name in cited(timeline)]),
        Sheet("Actors", ACTOR_COLUMNS, [_actor(timeline, name) for name in actors_in(timeline)]),
        Sheet("About", ABOUT_COLUMNS, _about(timeline)),
    )
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"created": CREATED})
    for sheet in sheets:
        _write(book, sheet)
    book.close()
    return Exported(out.getvalue())


def _write(book: Any, sheet: Sheet) -> None:
    """A sheet with a header that stays in sight, filters, and columns wide enough to read."""
    if len(sheet.rows) >= ROW_LIMIT:
        raise CallError(f"a sheet holds {ROW_LIMIT:,} rows, {sheet.name} has more", "csv and parquet have no limit")
    page = book.add_worksheet(sheet.name)
    header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, WIDTHS.get(column, OTHER_WIDTH))
        page.write_string(0, place, column, header)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.repeat_rows(0)
    _write_rows(page, sheet, {kind: book.add_format(look) for kind, look in LOOKS.items()})


def _write_rows(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for line, (owner, cells) in enumerate(sheet.rows, 1):
        for place, column in enumerate(sheet.columns):
            cell = cells.get(column, "")
            if isinstance(cell, date):
                page.write_datetime(line, place, cell, formats["date"])
            elif not isinstance(cell, str):
                page.write_number(line, place, cell, formats["number"])
            elif cell:
                written = _literal(cell)
                _refuse_too_long(written, column, owner)
                page.write_string(line, place, written, formats["text"])


def _literal(text: str) -> str:
    """The text as xlsxwriter must be given it: as runs of rich text where it would read it as anything but text."""
    begin, end = RICH_TEXT
    runs = SHARED_SIGN.split(text)
    if len(runs) == 1 and not (text.startswith(begin) and text.endswith(end)):
        return text
    return "".join(f'{begin}<t xml:space="preserve">{escape(run)}</t>{end}' for run in runs)


def _refuse_too_long(text: str, column: str, owner: str) -> None:
    length = len(text.encode("utf-16-le")) // 2  # spreadsheets count in units of UTF-16
    if length > CELL_LIMIT:
        message = f"the column '{column}' of {owner} would have {length:,} characters, a cell holds {CELL_LIMIT:,}"
        raise CallError(message, "shorten it, or use csv or json, which have no limit")


def _event(timeline: Timeline, event: Event) -> tuple[str, dict[str, Cell]]:
    cells: dict[str, Cell] = {
        **row_of(timeline, event),
        **_bounds(event.date),
        "related": " | ".join(f"{tie.kind}: {tie.event}" for tie in event.related),
    }
    return f"event '{event.id}'", cells | _coordinates(event.place)


def _coordinates(place: Place | None) -> dict[str, Cell]:
    """Degrees as numbers; nothing where there are none."""
    degrees = {"lat": place.lat, "lon": place.lon} if place else {}
    return {name: value for name, value in degrees.items() if value is not None}


def _bounds(when: EventDate) -> dict[str, Cell]:
    """The first and the last day: a date where the date itself names this day, otherwise text."""
    cells: dict[str, Cell] = {}
    for name, bound in (("date_earliest", when.earliest), ("date_latest", when.latest)):
        if day := known_day(bound):
            cells[name] = day if day.isoformat() in when.edtf and day >= FIRST_DATE else day.isoformat()
    return cells


def _claims(timeline: Timeline, event: Event) -> Iterable[tuple[str, dict[str, Cell]]]:
    for number, claim in enumerate(event.claims):
        cells: dict[str, Cell] = {
            "id": event.id,
            "date": event.date.edtf,
            "title": event.title,
            "claim": number + 1,
            "quote_check": timeline.verdict(claim) or "",
            **_account(timeline, claim),
            **_citation(timeline, claim),
        }
        yield f"event '{event.id}'", cells


def _account(timeline: Timeline, claim: Claim) -> dict[str, Cell]:
    return {
        "stance": claim.stance,
        "according_to": timeline.name(claim.according_to),
        "quote": claim.quote,
        "claim_date": claim.date.edtf if claim.date else "",
        "claim_actors": people(timeline, claim.actors),
        **{f"claim_{name}": cell for name, cell in (place_cells(claim.place) | _coordinates(claim.place)).items()},
        "claim_casualties": toll(timeline, claim.casualties),
    }


def _citation(timeline: Timeline, claim: Claim) -> dict[str, Cell]:
    source = timeline.sources.get(claim.source)
    if source is None:
        return {"source_id": claim.source}
    return {
        "speaker": speaker_of(timeline, source),
        "source_title": source.title,
        "issued": source.issued.edtf if source.issued else "",
        "url": source.url,
        "source_id": claim.source,
    }


def _source(timeline: Timeline, name: str) -> tuple[str, dict[str, Cell]]:
    source: Source = timeline.sources[name]
    cells: dict[str, Cell] = {
        "id": name,
        "title": source.title,
        "speaker": timeline.name(source.speaker),
        "publisher": source.publisher,
        "issued": source.issued.edtf if source.issued else "",
        "version": source.version or "",
        "version_of": source.version_of,
        "language": source.language,
        "type": source.type,
        "venue": source.venue,
        "url": source.url,
        "archive_url": source.archive_url,
        "accessed": source.accessed.edtf if source.accessed else "",
        "file": source.file,
        "sha256": source.sha256,
    }
    return f"source '{name}'", cells


def _actor(timeline: Timeline, name: str) -> tuple[str, dict[str, Cell]]:
    actor = timeline.actors[name]
    cells: dict[str, Cell] = {
        "id": name,
        "name": actor.name,
        "kind": actor.kind or "",
        "of": actor.of,
        "office": actor.office,
        "iso": actor.iso,
        "wikidata": actor.wikidata,
        "aliases": " | ".join(actor.aliases),
    }
    return f"actor '{name}'", cells


def _about(timeline: Timeline) -> list[tuple[str, dict[str, Cell]]]:
    """What this is and how to read it."""
    written = {
        "Title": timeline.title,
        "Summary": timeline.summary,
        "Contents": ", ".join(filter(None, (count_of(len(timeline.events), "event"), quotes_verified(timeline)))),
        **EXPLAINED,
    }
    return [("the timeline", {"about": name, "text": text}) for name, text in written.items() if text]
