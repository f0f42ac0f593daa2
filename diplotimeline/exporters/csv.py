"""CSV (RFC 4180): one row per event, or one per event and claim. The order of the columns is a contract.

`speaker` is the speaker of the source, or else its publisher; whose words it passes on stands in `according_to`.
"""

import re
from collections.abc import Iterable

from diplotimeline.dates import Bound, EventDate
from diplotimeline.errors import CallError
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import known_day, losses, no_room, ties
from diplotimeline.phrases import citation, people, speaker_of, statement
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Casualties, Claim, Event, Participant, Place
from diplotimeline.record.words import TOLLS

COLUMNS = (
    "id", "date", "date_earliest", "date_latest", "date_precision", "date_qualifier", "date_text", "part", "type",
    "status", "title", "summary", "actors", "actor_ids", "place", "country", "lat", "lon", "place_precision",
    *TOLLS, "tags", "sources", "source_ids", "quotes", "urls",
)  # fmt: skip
CLAIM_COLUMNS = (*COLUMNS, "speaker", "stance", "according_to", "quote", "quote_check")
NUMBERS = frozenset(("lat", "lon"))
ROWS = ("events", "claims")
# What makes a formula of a cell, also in the width of East Asian type, which spreadsheets read there all the same.
SIGN = "[=+@＝＋－＠-]"
FORMULA = re.compile(rf" *[\t\r\n]|\s*{SIGN}")
# A spreadsheet that is set to another separator begins a cell there, whatever is quoted. In the middle of a text only
# what calls something is changed, with ( or | or !: the items of a list and negative numbers stay.
# Blanks and quotation marks are taken in at once, whatever follows: to look from each of them takes the square of them.
OTHER_CELL = re.compile(rf"([;\t\r\n][;\"\s]*+)({SIGN}(?=[^;\t\r\n]*[(|!]))?")
# RFC 4180, and what spreadsheets take for separators unless they are told otherwise.
NEEDS_QUOTES = re.compile(r'[",;\t\r\n]')
BYTE_ORDER_MARK = "\ufeff"


def render(timeline: Timeline, *, excel: bool = False, raw: bool = False, rows: str = "events") -> Exported:
    """The events as CSV. `excel` adds the byte order mark that Excel needs; `raw` leaves every text as written.

    Otherwise what a spreadsheet might run as a formula gets an apostrophe before it.
    """
    if rows not in ROWS:
        raise CallError(f"there are no rows of '{rows}'", f"one of: {', '.join(ROWS)}")
    columns = CLAIM_COLUMNS if rows == "claims" else COLUMNS
    records = _claim_records(timeline) if rows == "claims" else [row_of(timeline, event) for event in timeline.events]
    guarded = 0
    lines = [_line(columns)]
    for record in records:
        if not raw:
            guarded += sum(_guard(record, column) for column in columns if column not in NUMBERS)
        lines.append(_line(record[column] for column in columns))
    cells = "1 cell has" if guarded == 1 else f"{guarded:,} cells have"
    remark = f"{cells} what may run as a formula and got an apostrophe before it; --raw leaves them as written."
    text = (BYTE_ORDER_MARK if excel else "") + "".join(lines)
    return Exported(text, (remark,) if guarded else (), _losses(timeline, rows))


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell


def _guard(record: dict[str, str], column: str) -> bool:
    """Put an apostrophe before what may run as a formula in a cell; whether there was any."""
    text = record[column]
    guarded = OTHER_CELL.sub(lambda match: f"{match[1]}'{match[2]}" if match[2] else match[0], text)
    record[column] = f"'{guarded}" if FORMULA.match(text) else guarded
    return record[column] != text


def row_of(timeline: Timeline, event: Event, claims: tuple[Claim, ...] | None = None) -> dict[str, str]:
    """The cells of an event; sources, quotes and addresses are those of the claims given, by default of all."""
    claims = event.claims if claims is None else claims
    names = dict.fromkeys(claim.source for claim in claims)
    sources = [timeline.sources[name] for name in names if name in timeline.sources]
    return {
        "id": event.id,
        **_date(event.date),
        "date_text": event.date_text,
        "part": event.part or "",
        "type": event.type or "",
        "status": event.status,
        "title": event.title,
        "summary": event.summary,
        **_actors(timeline, event.actors),
        **place_cells(event.place),
        **_tolls(timeline, event.casualties),
        "tags": _joined(event.tags),
        "sources": _joined(citation(timeline, source) for source in sources),
        "source_ids": _joined(names),
        "quotes": _joined(claim.quote for claim in claims if claim.quote),
        "urls": _joined(source.url for source in sources if source.url),
    }


def _claim_records(timeline: Timeline) -> list[dict[str, str]]:
    records = []
    for event in timeline.events:
        for claim in event.claims:
            source = timeline.sources.get(claim.source)
            records.append({
                **row_of(timeline, event, (claim,)),
                **_account(timeline, event, claim),
                "speaker": speaker_of(timeline, source) if source else "",
                "stance": claim.stance,
                "according_to": timeline.name(claim.according_to) if claim.according_to else "",
                "quote": claim.quote,
                "quote_check": timeline.verdict(claim) or "",
            })  # fmt: skip
    return records


def _account(timeline: Timeline, event: Event, claim: Claim) -> dict[str, str]:
    """What this source says where it differs from the event; numbers are only ever those that it gives itself."""
    own: dict[str, str] = {}
    if claim.date:
        own |= _date(claim.date) | {"date_text": "", "part": ""}
    if claim.actors:
        own |= _actors(timeline, claim.actors)
    if claim.place:
        own |= place_cells(claim.place)
    if claim.casualties or len(event.claims) > 1:
        own |= _tolls(timeline, claim.casualties)
    return own


def _date(when: EventDate) -> dict[str, str]:
    return {
        "date": when.edtf,
        "date_earliest": _day(when.earliest),
        "date_latest": _day(when.latest),
        "date_precision": when.precision,
        "date_qualifier": when.qualifier,
    }


def _actors(timeline: Timeline, actors: tuple[Participant, ...]) -> dict[str, str]:
    """Names, with the part that each had where it is not plain, and ids."""
    names = _joined(people(timeline, (one,)) for one in actors)
    return {"actors": names, "actor_ids": _joined(one.who for one in actors)}


def place_cells(place: Place | None) -> dict[str, str]:
    """The cells of a place by column, empty where nothing is given."""
    return {
        "place": place.name if place else "",
        "country": place.country if place else "",
        "lat": _number(place.lat if place else None),
        "lon": _number(place.lon if place else None),
        "place_precision": (place.precision or "") if place else "",
    }


def _losses(timeline: Timeline, rows: str) -> tuple[str, ...]:
    """What has no column: ties between events and, in rows of events, what sources say differently."""
    accounts = sum(bool(statement(timeline, claim)) for event in timeline.events for claim in event.claims)
    apart = (accounts, "differing account", "cannot be shown in csv; --rows claims has them.")
    return no_room("csv", (ties(timeline.events),)) + (losses(apart) if rows == "events" else ())


def _joined(values: Iterable[str]) -> str:
    return " | ".join(values)


def _day(bound: Bound) -> str:
    """A full day, never a bare month that a spreadsheet would turn into one; empty when open or unknown."""
    return str(known_day(bound) or "")


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)


def _tolls(timeline: Timeline, casualties: tuple[Casualties, ...]) -> dict[str, str]:
    """For each kind of casualty the numbers by side."""
    cells: dict[str, list[str]] = {name: [] for name in TOLLS}
    for side in casualties:
        for name, count in side.tolls:
            cells[name].append(f"{timeline.name(side.who)}: {count}")
    return {name: _joined(texts) for name, texts in cells.items()}
