"""Parquet: one row per event and claim in typed columns, for DuckDB on one machine and Spark on many.

Columns from `id` to `related` are the event's and stand in every row of it: `count(DISTINCT id)` counts events.

- `id`, `title`, `summary`, `type`, `status`, `part`: text as in the file.
- `date`: EDTF as written. `date_earliest`, `date_start_latest`, `date_end_earliest`, `date_latest`: its four bounds as
  days, null where open or unknown (`date` tells which). `date_precision`, `date_qualifier`, `date_text`.
- `actors`, `actor_ids`, `actor_roles`: three lists of texts of one length.
- `place`, `country`, `lat`, `lon`, `place_precision`: a name, ISO 3166-1 alpha-3, degrees, and how exact they are.
- `casualties`: a list with an entry for each side and kind of toll: `who`, `who_id`, `toll` (killed, injured, …) and
  the whole numbers `low`, `best`, `high`, null where not given. Sides are never added up here.
- `tags`: a list of texts. `related`: a list of `event` (an id) and `kind` (part-of, follows, …).

Columns from `claim` on are those of one claim, numbered from 1, and of its source.

- `source_id`, `source_title`, `speaker`, `speaker_id`, `publisher`, `issued` (EDTF), `language`, `url`, `archive_url`,
  `source_type`, `venue`, `version`, `version_of`. `speaker` is the actor who speaks, or else the publisher; then
  `speaker_id` is null.
- `stance`, `according_to`, `according_to_id`, `quote`, `quote_check`.
- `claim_date` (EDTF), `claim_date_earliest`, `claim_date_latest`, `claim_actors`, `claim_actor_ids`,
  `claim_actor_roles`, `claim_place`, `claim_country`, `claim_lat`, `claim_lon`, `claim_place_precision`,
  `claim_casualties`: only what this source gives differently, else null or an empty list.

What is absent is null, in a list nothing. Title and summary of the timeline are `title` and `summary` in the file's
own metadata. Names, office and membership of actors stand in `json` and `xlsx`.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from diplotimeline.dates import EventDate
from diplotimeline.exporters.result import Exported, optional
from diplotimeline.exporters.telling import known_day
from diplotimeline.phrases import speaker_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Casualties, Claim, Event, Participant, Place

# The order is a contract. "text!" is never null.
COLUMNS = {
    "id": "text!", "date": "text!",
    "date_earliest": "day", "date_start_latest": "day", "date_end_earliest": "day", "date_latest": "day",
    "date_precision": "text!", "date_qualifier": "text", "date_text": "text", "part": "text",
    "type": "text", "status": "text!", "title": "text!", "summary": "text",
    "actors": "texts", "actor_ids": "texts", "actor_roles": "texts",
    "place": "text", "country": "text", "lat": "degrees", "lon": "degrees", "place_precision": "text",
    "casualties": "tolls", "tags": "texts", "related": "ties",
    "claim": "number!", "source_id": "text!", "source_title": "text",
    "speaker": "text", "speaker_id": "text", "publisher": "text", "issued": "text", "language": "text",
    "url": "text", "archive_url": "text", "source_type": "text", "venue": "text",
    "version": "text", "version_of": "text",
    "stance": "text!", "according_to": "text", "according_to_id": "text", "quote": "text", "quote_check": "text",
    "claim_date": "text", "claim_date_earliest": "day", "claim_date_latest": "day",
    "claim_actors": "texts", "claim_actor_ids": "texts", "claim_actor_roles": "texts",
    "claim_place": "text", "claim_country": "text", "claim_lat": "degrees", "claim_lon": "degrees",
    "claim_place_precision": "text", "claim_casualties": "tolls",
}  # fmt: skip

Row = dict[str, Any]


def render(timeline: Timeline) -> Exported:
    """The claims of the events, a row each, as one Parquet file."""
    arrow = optional("pyarrow", "parquet")  # 60 MB and a good part of a second, which no other format needs
    parquet = optional("pyarrow.parquet", "parquet")
    about = {"title": timeline.title, "summary": timeline.summary}
    table = arrow.Table.from_pylist(list(_rows(timeline)), schema=_schema(arrow).with_metadata(about))
    out = io.BytesIO()
    # Plain pages of version 1 and Snappy: what every reader has known for ten years, cluster or not.
    parquet.write_table(table, out, version="2.6", data_page_version="1.0", compression="snappy")
    return Exported(out.getvalue())


def _schema(arrow: Any) -> Any:
    """The columns in Arrow's types; none of them needs a reader newer than Spark 3."""
    text, number, degrees = arrow.string(), arrow.int64(), arrow.float64()
    toll = {"who": text, "who_id": text, "toll": text, "low": number, "best": number, "high": number}
    types = {
        "text": text,
        "number": number,
        "degrees": degrees,
        "day": arrow.date32(),
        "texts": arrow.list_(text),
        "tolls": arrow.list_(arrow.struct(list(toll.items()))),
        "ties": arrow.list_(arrow.struct([("event", text), ("kind", text)])),
    }
    return arrow.schema([
        arrow.field(name, types[kind.rstrip("!")], nullable=not kind.endswith("!")) for name, kind in COLUMNS.items()
    ])  # fmt: skip


def _rows(timeline: Timeline) -> Iterator[Row]:
    for event in timeline.events:
        shared = _event(timeline, event)
        for number, claim in enumerate(event.claims):
            cells = {
                **shared,
                **_source(timeline, claim),
                **_claim(timeline, claim),
                "claim": number + 1,
                "quote_check": timeline.verdict(claim),
            }
            yield {name: None if cells.get(name) == "" else cells.get(name) for name in COLUMNS}


def _event(timeline: Timeline, event: Event) -> Row:
    when = event.date
    return {
        "id": event.id,
        "date": when.edtf,
        "date_earliest": known_day(when.earliest),
        "date_start_latest": known_day(when.start_latest),
        "date_end_earliest": known_day(when.end_earliest),
        "date_latest": known_day(when.latest),
        "date_precision": when.precision,
        "date_qualifier": when.qualifier,
        "date_text": event.date_text,
        "part": event.part,
        "type": event.type,
        "status": event.status,
        "title": event.title,
        "summary": event.summary,
        **_actors(timeline, event.actors),
        **_place(event.place),
        "casualties": _tolls(timeline, event.casualties),
        "tags": list(event.tags),
        "related": [{"event": tie.event, "kind": tie.kind} for tie in event.related],
    }


def _source(timeline: Timeline, claim: Claim) -> Row:
    """The citation of a claim; a source that is not declared has nothing but its id."""
    source = timeline.sources.get(claim.source)
    if source is None:
        return {"source_id": claim.source}
    return {
        "source_id": claim.source,
        "source_title": source.title,
        "speaker": speaker_of(timeline, source),
        "speaker_id": source.speaker,
        "publisher": source.publisher,
        "issued": source.issued.edtf if source.issued else None,
        "language": source.language,
        "url": source.url,
        "archive_url": source.archive_url,
        "source_type": source.type,
        "venue": source.venue,
        "version": source.version,
        "version_of": source.version_of,
    }


def _claim(timeline: Timeline, claim: Claim) -> Row:
    """What the claim says, with what its source gives differently from the event."""
    when: EventDate | None = claim.date
    return {
        "stance": claim.stance,
        "according_to": timeline.name(claim.according_to),
        "according_to_id": claim.according_to,
        "quote": claim.quote,
        "claim_date": when.edtf if when else None,
        "claim_date_earliest": known_day(when.earliest) if when else None,
        "claim_date_latest": known_day(when.latest) if when else None,
        **{f"claim_{name}": cell for name, cell in (_actors(timeline, claim.actors) | _place(claim.place)).items()},
        "claim_casualties": _tolls(timeline, claim.casualties),
    }


def _actors(timeline: Timeline, actors: Iterable[Participant]) -> Row:
    actors = list(actors)
    return {
        "actors": [timeline.name(one.who) for one in actors],
        "actor_ids": [one.who for one in actors],
        "actor_roles": [one.role for one in actors],
    }


def _place(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
    }


def _tolls(timeline: Timeline, casualties: Iterable[Casualties]) -> list[Row]:
    return [
        {
            "who": timeline.name(side.who), "who_id": side.who, "toll": name,
            "low": count.low, "best": count.best, "high": count.high,
        }
        for side in casualties
        for name, count in side.tolls
    ]  # fmt: skip
