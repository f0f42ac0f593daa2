"""Markwhen: a section per year, an event per date line, its facts as properties, everything in words below it as a
quotation. Its type is a tag on its line: `#prisoner_release`, for a tag ends at a hyphen.

Markwhen knows plain years, months, days and ranges of them. What a date says beyond that stands in brackets behind the
title, and as written in the property `date`:

- a qualifier, a clock time, a season, an `X`: the same days, named in the brackets;
- one of a set: drawn from its first to its last member, as if it had gone on all that time;
- what goes on is drawn to `now`, unless it is planned;
- any other open or unknown side, also of a set: drawn at the day that is known.

One of a set and open or unknown sides are counted as lost. The text has no escapes of its own: where a sign would begin
a tag, a picture, a place, an id or a checkbox, a word joiner follows it, which no timeline file can hold and nobody
sees.
"""

import json
import re
from itertools import groupby

from diplotimeline.dates import EventDate, display, doubt, iso
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.phrases import people
from diplotimeline.record.chronology import Timeline, month_of
from diplotimeline.record.values import Event

WORD_JOINER = "\u2060"
# A tag, an id, a reference to another event, a picture, a link or place, a checkbox, a progress.
SPECIAL = re.compile(
    r"(?<!\S)#(?=\w)|(?<!\w)!(?=\w)|(?<!\w)\.(?=start|end)|!(?=\[)|\](?=\()|^\[(?=[xX ]?\])"
    r"|(?<!\S)[0-9]{1,3}(?=%(?!\S))",
    re.ASCII,
)


def render(timeline: Timeline) -> Exported:
    """The events as a Markwhen document."""
    head = {"title": timeline.title, "description": timeline.summary}
    header = "".join(f"{key}: {_value(text)}\n" for key, text in head.items() if text)
    blocks = [header] if header else []
    for year, events in groupby(timeline.events, key=lambda event: month_of(event)[0]):
        blocks += [f"# {year:04}\n", *(_event(timeline, event) for event in events)]
    return Exported("\n".join(blocks), (), _losses(timeline))


def escape(text: str) -> str:
    """Text in one line, in which nothing is read as Markwhen."""
    return SPECIAL.sub(lambda match: match[0] + WORD_JOINER, " ".join(text.split()))


def _event(timeline: Timeline, event: Event) -> str:
    span, words = _drawn(event)
    tag = f" #{event.type.replace('-', '_')}" if event.type else ""
    lines = [f"{span}: {escape(telling.headline(event))}" + (f" [{words}]" if words else "") + tag]
    lines += [f"  {key}: {_value(value)}" for key, value in _properties(timeline, event).items() if value]
    said = [line for text in _said(timeline, event) for line in text.splitlines()]
    return "\n".join([*lines, "", *(f"> {escape(line)}".rstrip() for line in said)]) + "\n"


def _properties(timeline: Timeline, event: Event) -> dict[str, object]:
    place = event.place
    return {
        "id": event.id,
        "date": event.date.edtf,
        "part": event.part,
        "status": event.status,
        "type": event.type,
        "actors": [people(timeline, (one,)) for one in event.actors],
        "place": place.name if place else "",
        "country": place.country if place else "",
        "coordinates": [place.lat, place.lon] if telling.has_coordinates(place) else [],
        "precision": place.precision if place else None,
        "sources": [
            telling.citation_with_addresses(timeline, source) for source in telling.sources_of(timeline, event).values()
        ],
        "tags": list(event.tags),
    }


def _said(timeline: Timeline, event: Event) -> list[str]:
    """The lines below the properties: what happened, who says what with the number of the source, the sources."""
    lines = [" · ".join(telling.facts(timeline, event)[1:]), *telling.body(timeline, event)]
    for quote, words, _, footnote in telling.sayings(timeline, event):
        lines.append((f"“{quote}” — {words}" if quote else words) + footnote)
    return [*lines, *telling.numbered_citations(timeline, event)]


def _value(value: object) -> str:
    """A value as JSON. Markwhen would read `#word` as a tag before it reads the value."""
    return json.dumps(value, ensure_ascii=False).replace("#", "\\u0023")


def _drawn(event: Event) -> tuple[str, str]:
    """The date in the notation of Markwhen, and what that leaves unsaid."""
    when = event.date
    if not when.written or when.kind == "season":  # a decade by its years, a season by its months
        length = len("YYYY-MM" if when.written else "YYYY")
        return f"{iso(when.earliest)[:length]}/{iso(when.latest)[:length]}", display(when)
    first, last = when.written[0].plain, when.written[-1].plain
    if _at_one_side(when):
        return f"{first}/now" if _goes_on(event) else first, display(when)
    drawn = first if when.kind != "interval" and first == last else f"{first}/{last}"
    return drawn, doubt(when) if when.kind in ("date", "interval") else display(when)


def _at_one_side(when: EventDate) -> bool:
    """Whether one side of the date is open or unknown: it has no length to draw."""
    return when.start.year is None or when.end.year is None


def _goes_on(event: Event) -> bool:
    """Whether an event has no end yet, `2022-12-12/..`. What is planned may begin after now, and is no span to it."""
    return event.date.kind == "interval" and event.date.end.open and event.status != "planned"


def _losses(timeline: Timeline) -> tuple[str, ...]:
    dates = [event.date for event in timeline.events if not _goes_on(event)]
    several = [when for when in dates if when.kind == "set" and when.written[0] != when.written[-1]]
    return telling.no_room("markwhen", (
        (sum(map(_at_one_side, dates)), "open date"),
        (sum(not _at_one_side(when) for when in several), "one-of-several date"),
        telling.relation_count(timeline.events),
    ))  # fmt: skip
