"""CSV (RFC 4180): one row per event, or one per event and claim. The order of the columns is a contract."""

import csv
import io
import math
from collections.abc import Iterable

from diplotimeline.dates import Bound, iso
from diplotimeline.errors import CallError
from diplotimeline.exporters.result import Exported
from diplotimeline.fields import TOLLS
from diplotimeline.model import Casualties, Claim, Event, Timeline
from diplotimeline.prose import citation, speaker_of

COLUMNS = (
    "id", "date", "date_earliest", "date_latest", "date_precision", "date_qualifier", "date_text", "part", "type",
    "status", "title", "summary", "actors", "actor_ids", "place", "country", "lat", "lon", "place_precision",
    *TOLLS, "tags", "sources", "source_ids", "quotes", "urls",
)  # fmt: skip
CLAIM_COLUMNS = (*COLUMNS, "speaker", "stance", "according_to", "quote", "quote_check")
NUMBERS = frozenset(("lat", "lon"))
ROWS = ("events", "claims")
FORMULA_SIGNS = frozenset("=+-@\t\r\n")
BYTE_ORDER_MARK = "\ufeff"


def render(timeline: Timeline, *, excel: bool = False, raw: bool = False, rows: str = "events") -> Exported:
    """The events as CSV. `excel` adds the byte order mark that Excel needs; `raw` leaves every text as written.

    Otherwise a text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    if rows not in ROWS:
        raise CallError(f"there are no rows of '{rows}'", f"one of: {', '.join(ROWS)}")
    columns = CLAIM_COLUMNS if rows == "claims" else COLUMNS
    records = _claim_records(timeline) if rows == "claims" else [_record(timeline, event) for event in timeline.events]
    guarded = 0
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        if not raw:
            guarded += sum(_guard(record, column) for column in columns if column not in NUMBERS)
        writer.writerow([record[column] for column in columns])
    cells = "1 cell begins" if guarded == 1 else f"{guarded:,} cells begin"
    remark = f"{cells} like a formula and got a leading apostrophe; --raw leaves them as written."
    return Exported((BYTE_ORDER_MARK if excel else "") + out.getvalue(), (remark,) if guarded else ())


def _guard(record: dict[str, str], column: str) -> bool:
    text = record[column]
    if text.lstrip(" ")[:1] in FORMULA_SIGNS and text.strip(" "):
        record[column] = f"'{text}"
        return True
    return False


def _record(timeline: Timeline, event: Event, claims: tuple[Claim, ...] | None = None) -> dict[str, str]:
    """The cells of an event; sources, quotes and addresses are those of the claims given, by default of all."""
    claims = event.claims if claims is None else claims
    names = dict.fromkeys(claim.source for claim in claims)
    sources = [timeline.sources[name] for name in names if name in timeline.sources]
    place, when = event.place, event.date
    return {
        "id": event.id,
        "date": when.edtf,
        "date_earliest": _day(when.earliest),
        "date_latest": _day(when.latest),
        "date_precision": when.precision,
        "date_qualifier": when.qualifier,
        "date_text": event.date_text,
        "part": event.part or "",
        "type": event.type or "",
        "status": event.status,
        "title": event.title,
        "summary": event.summary,
        "actors": _joined(timeline.name(one.who) for one in event.actors),
        "actor_ids": _joined(one.who for one in event.actors),
        "place": place.name if place else "",
        "country": place.country if place else "",
        "lat": _number(place.lat if place else None),
        "lon": _number(place.lon if place else None),
        "place_precision": (place.precision or "") if place else "",
        **{name: _toll(timeline, event.casualties, name) for name in TOLLS},
        "tags": _joined(event.tags),
        "sources": _joined(citation(timeline, source) for source in sources),
        "source_ids": _joined(names),
        "quotes": _joined(claim.quote for claim in claims if claim.quote),
        "urls": _joined(source.url for source in sources if source.url),
    }


def _claim_records(timeline: Timeline) -> list[dict[str, str]]:
    records = []
    for event in timeline.events:
        for number, claim in enumerate(event.claims):
            source = timeline.sources.get(claim.source)
            records.append({
                **_record(timeline, event, (claim,)),
                "speaker": speaker_of(timeline, source) if source else "",
                "stance": claim.stance,
                "according_to": timeline.name(claim.according_to) if claim.according_to else "",
                "quote": claim.quote,
                "quote_check": timeline.verdicts.get((event.id, number), ""),
            })  # fmt: skip
    return records


def _joined(values: Iterable[str]) -> str:
    return " | ".join(values)


def _day(bound: Bound) -> str:
    """A full day, never a bare month that a spreadsheet would turn into one; empty when open or unknown."""
    return "" if bound is None or math.isinf(bound) else iso(bound)


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)


def _toll(timeline: Timeline, casualties: tuple[Casualties, ...], name: str) -> str:
    given = ((timeline.name(side.who), dict(side.tolls).get(name)) for side in casualties)
    return _joined(f"{who}: {count}" for who, count in given if count is not None)
