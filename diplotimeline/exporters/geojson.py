"""GeoJSON (RFC 7946): a point per event whose place has coordinates, longitude first; the others are counted as lost.

The properties have the names of the CSV columns, with lists for what CSV joins, casualties in words by side, and
everything that the claims say; a place of a claim is what one source says and never becomes the point of the event.
`speaker` is the speaker of the source, or else its publisher; whose words it passes on stands in `according_to`.
"""

import json
from typing import Any

from diplotimeline.dates import Bound, EventDate, display
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import known_day, located, sources_of
from diplotimeline.phrases import citation, count_of, people, speaker_of, toll
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Casualties, Claim, Event, Place, Source

Json = dict[str, Any]


def render(timeline: Timeline) -> Exported:
    """The events that have coordinates as a FeatureCollection."""
    features = [_feature(timeline, event, event.place) for event in timeline.events if located(event.place)]
    name = {"name": timeline.title} if timeline.title else {}
    record = {"type": "FeatureCollection", **name, "features": features}
    missing, all = len(timeline.events) - len(features), count_of(len(timeline.events), "event")
    have = "has" if missing == 1 else "have"
    lost = f"{missing:,} of {all} {have} no coordinates and cannot be shown in geojson; json has them."
    return Exported(json.dumps(record, ensure_ascii=False, indent=2) + "\n", (), (lost,) if missing else (), missing)


def _feature(timeline: Timeline, event: Event, place: Place) -> Json:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": _properties(timeline, event, place),
    }


def _properties(timeline: Timeline, event: Event, place: Place) -> Json:
    """The event with its sources, quotes and claims; what is not given is null or an empty list."""
    return {
        "id": event.id,
        **_date(event.date, event.part or ""),
        "date_text": event.date_text or None,
        "part": event.part,
        "type": event.type,
        "status": event.status,
        "title": event.title,
        "summary": event.summary or None,
        "actors": [people(timeline, (one,)) for one in event.actors],
        "actor_ids": [one.who for one in event.actors],
        "place": place.name,
        "country": place.country or None,
        "place_precision": place.precision,
        "casualties": _tolls(timeline, event.casualties),
        "tags": list(event.tags),
        "sources": [_source(timeline, name, source) for name, source in sources_of(timeline, event).items()],
        "claims": [_claim(timeline, event, number) for number in range(len(event.claims))],
        "related": [{"event": relation.event, "as": relation.kind} for relation in event.related],
    }


def _date(when: EventDate, part: str) -> Json:
    """The date as written, its first and last day where they are known, and the words for it."""
    return {
        "date": when.edtf,
        "date_earliest": _day(when.earliest),
        "date_latest": _day(when.latest),
        "date_precision": when.precision,
        "date_qualifier": when.qualifier or None,
        "date_display": display(when, part),
    }


def _claim(timeline: Timeline, event: Event, number: int) -> Json:
    """What one source says; the fields from `date` on are there where it differs from the event."""
    claim: Claim = event.claims[number]
    source = timeline.sources.get(claim.source)
    return {
        "source": claim.source,
        "speaker": (speaker_of(timeline, source) or None) if source else None,
        "stance": claim.stance,
        "according_to": timeline.name(claim.according_to) if claim.according_to else None,
        "quote": claim.quote or None,
        "quote_check": timeline.verdict(claim),
        "date": claim.date.edtf if claim.date else None,
        "actors": [people(timeline, (one,)) for one in claim.actors],
        "place": _place(claim.place),
        "casualties": _tolls(timeline, claim.casualties),
    }


def _source(timeline: Timeline, name: str, source: Source) -> Json:
    return {
        "id": name,
        "citation": citation(timeline, source),
        "title": source.title,
        "speaker": speaker_of(timeline, source) or None,
        "publisher": source.publisher or None,
        "issued": source.issued.edtf if source.issued else None,
        "version": source.version,
        "url": source.url or None,
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name, "country": place.country or None, "lat": place.lat, "lon": place.lon,
        "precision": place.precision,
    }  # fmt: skip


def _tolls(timeline: Timeline, casualties: tuple[Casualties, ...]) -> list[str]:
    """People by side, in words with their range."""
    return [toll(timeline, (side,)) for side in casualties]


def _day(bound: Bound) -> str | None:
    """A full day; none where the date is open or unknown."""
    day = known_day(bound)
    return str(day) if day else None
