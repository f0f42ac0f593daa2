"""The counts of a chronology, and the days since the last event of a type, as JSON for programs."""

from collections.abc import Iterable

from diplotimeline.analyses.stats import Tally, since_last, stats
from diplotimeline.dates import iso
from diplotimeline.exporters.json import whole
from diplotimeline.exporters.table import Record
from diplotimeline.record.chronology import Timeline


def as_json(timeline: Timeline) -> str:
    """All counts of a timeline as one JSON object; dates are EDTF."""
    found = stats(timeline)
    return whole({
        "events": len(timeline.events),
        "months": [
            {"month": f"{year:04}-{month:02}" if month else year and f"{year:04}", "events": number}
            for year, month, number in found.months
        ],
        "actors": [
            {"id": one.actors[0], "name": timeline.name(one.actors[0]), "events": len(one.events), **_dates(one)}
            for one in found.actors
        ],
        "types": _counted("type", found.types),
        "status": _counted("status", found.statuses),
        "sources": _counted("id", found.sources),
        "evidence": {
            "claims": found.evidence.claims,
            "quotes": found.evidence.quoted,
            "verified": found.evidence.verified,
            "unverified": found.evidence.quoted - found.evidence.verified,
            "events_without_quote": found.without_quote,
            "single_source_events": found.single_source,
            "sources": found.evidence.sources,
            "sources_archived": found.evidence.archived,
            "sources_pinned": found.evidence.pinned,
            "sources_with_address": found.evidence.addressed,
        },
        "gaps": [{"days": days, "before": event.id} for days, event in found.gaps],
        "meetings": [
            {"actors": one.actors, "times": len(one.events), "status": dict(one.statuses), **_dates(one)}
            for one in found.meetings
        ],
    })  # fmt: skip


def since_as_json(timeline: Timeline, type: str, day: int) -> str:
    """How many days before `day`, an ordinal, the last event of a type ended, as one JSON object.

    `days` has `low` and `high`, null where no bound is known or nothing happened; `last` lists every event that may be
    the last; `none_yet` says that possibly none has happened.
    """
    found = since_last(timeline, type, day)
    record = {
        "type": type,
        "as_of": iso(day),
        "days": found and {"low": found.low, "high": found.high},
        "last": [{"id": event.id, "status": event.status} for event in found.last] if found else [],
        "qualified": bool(found and found.qualified),
        "none_yet": found is None or found.none_yet,
    }
    return whole(record)


def _dates(one: Tally) -> Record:
    return {"first": one.events[0].date.edtf, "last": one.events[-1].date.edtf}


def _counted(name: str, numbers: Iterable[tuple[str, int]]) -> list[Record]:
    return [{name: value or None, "events": number} for value, number in numbers]
