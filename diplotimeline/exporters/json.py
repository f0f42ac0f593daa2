"""JSON, `diplotimeline/1`: every field spelled out apart from the internal types, so that they may change.

The published schema stands beside this file (`json.schema.json`). A `speaker` is the id of an actor, of a claim the one
whose words the source passes on, if any; who only published a source stands in its `publisher`.
"""

import json
from typing import Any

from diplotimeline.dates import EventDate, display, iso
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, actors_of, cited
from diplotimeline.record.values import Actor, Casualties, Claim, Count, Event, Participant, Place, Source
from diplotimeline.record.words import TOLLS

FORMAT = "diplotimeline/1"

Json = dict[str, Any]


def render(timeline: Timeline) -> Exported:
    """The selected events with the actors and sources that they refer to, as one JSON object."""
    record = {
        "format": FORMAT,
        "title": timeline.title,
        "summary": timeline.summary,
        "actors": {name: _actor(timeline.actors[name]) for name in actors_in(timeline)},
        "sources": {name: _source(timeline.sources[name]) for name in cited(timeline)},
        "events": [_event(timeline, event) for event in timeline.events],
    }
    return Exported(json.dumps(record, ensure_ascii=False, indent=2) + "\n")


def render_lines(timeline: Timeline) -> Exported:
    """One event per line, each with the sources that it cites, so that a line stands alone."""
    lines = []
    for event in timeline.events:
        names = dict.fromkeys(claim.source for claim in event.claims)
        sources = {name: _source(timeline.sources[name]) for name in names if name in timeline.sources}
        lines.append(json.dumps({**_event(timeline, event), "sources": sources}, ensure_ascii=False) + "\n")
    return Exported("".join(lines))


def actors_in(timeline: Timeline) -> dict[str, None]:
    """Everyone in the events and everyone who speaks in them, with all that they belong to."""
    named: dict[str, None] = {}
    for event in timeline.events:
        passed_on = [claim.according_to for claim in event.claims]
        sources = [timeline.sources[claim.source] for claim in event.claims if claim.source in timeline.sources]
        for actor in (*actors_of(event), *passed_on, *(source.speaker for source in sources)):
            named.update(dict.fromkeys(timeline.lineage(actor)))
    return named


def _event(timeline: Timeline, event: Event) -> Json:
    return {
        "id": event.id,
        "date": _date(event.date),
        "date_text": event.date_text or None,
        "part": event.part,
        "type": event.type,
        "status": event.status,
        "title": event.title,
        "summary": event.summary or None,
        "actors": [_participant(timeline, one) for one in event.actors],
        "place": _place(event.place),
        "casualties": [_casualties(side) for side in event.casualties],
        "claims": [_claim(timeline, event, number) for number in range(len(event.claims))],
        "related": [{"event": relation.event, "as": relation.kind} for relation in event.related],
        "tags": list(event.tags),
    }


def _date(when: EventDate | None) -> Json | None:
    """The four bounds as `YYYY-MM-DD`, `-inf`, `+inf` or `unknown`."""
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "earliest": iso(when.earliest),
        "start_latest": iso(when.start_latest),
        "end_earliest": iso(when.end_earliest),
        "latest": iso(when.latest),
        "precision": when.precision,
        "qualifier": when.qualifier or None,
        "display": display(when),
    }


def _claim(timeline: Timeline, event: Event, number: int) -> Json:
    claim: Claim = event.claims[number]
    return {
        "source": claim.source,
        "speaker": timeline.voice(claim) or None,
        "stance": claim.stance,
        "according_to": claim.according_to or None,
        "quote": claim.quote or None,
        "quote_check": timeline.verdict(claim),
        "date": _date(claim.date),
        "actors": [_participant(timeline, one) for one in claim.actors],
        "place": _place(claim.place),
        "casualties": [_casualties(side) for side in claim.casualties],
    }


def _participant(timeline: Timeline, one: Participant) -> Json:
    return {"id": one.who, "name": timeline.name(one.who), "role": one.role}


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country or None,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _casualties(side: Casualties) -> Json:
    given = dict(side.tolls)
    return {"who": side.who, **{name: _count(given.get(name)) for name in TOLLS}}


def _count(count: Count | None) -> Json | None:
    return None if count is None else {"low": count.low, "best": count.best, "high": count.high}


def _actor(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "of": actor.of or None,
        "aliases": list(actor.aliases),
        "office": actor.office or None,
        "iso": actor.iso or None,
        "wikidata": actor.wikidata or None,
    }


def _source(source: Source) -> Json:
    return {
        "title": source.title,
        "speaker": source.speaker or None,
        "publisher": source.publisher or None,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "language": source.language or None,
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "file": source.file or None,
        "sha256": source.sha256 or None,
        "type": source.type or None,
        "venue": source.venue or None,
        "version_of": source.version_of or None,
        "version": source.version,
    }
