"""iCalendar (RFC 5545): an entry for every event whose first and last day are known.

- Days are entries of whole days; a range ends on the day after its last, as the format wants it.
- A clock time with an offset is an instant in UTC; one without is that of the file's `timezone`. Without that, or where
  clocks were put forward or back and it is no time there or two, it is an entry of its whole day, its time stands in
  the description: a "floating" time would be another instant for every reader.
- Months, seasons, years, sets of several days and open ends are left out and counted: a calendar has only days.
- An uncertain or approximate day stands on its day, is counted, and its title says so first, where no view cuts it off.

There is no STATUS: in a calendar it tells whether a meeting will take place, not how well an event is established.
Nor are there attendees: a calendar might invite them.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from diplotimeline import phrases
from diplotimeline.dates import doubt
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, zone_of
from diplotimeline.record.values import Event

PRODUCT = "-//diplotimeline//chronology//EN"
# The format demands a time of writing. It is the same in every file: the same input gives the same bytes.
STAMP = datetime(2000, 1, 1, tzinfo=UTC)
# RFC 5545, 3.3.11. icalendar's own escape turns the two signs \N of a text into a line end.
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Why a date has no place in a calendar.
OPEN = "with an open or unknown beginning or end"
COARSE = "not known to the day"
BEYOND = "at the ends of the years 1 to 9999"
REASONS = (OPEN, COARSE, BEYOND)


def render(timeline: Timeline) -> Exported:
    """The events that stand on days, as a calendar to import or to subscribe to."""
    from icalendar import Calendar, Event as Entry  # 75 ms, which no other format needs

    title, summary = escape(timeline.title), escape(timeline.summary)
    # A name and a description as RFC 7986 calls them, and as older programs do.
    head = {
        "PRODID": PRODUCT, "VERSION": "2.0", "CALSCALE": "GREGORIAN",
        "NAME": title, "X-WR-CALNAME": title, "DESCRIPTION": summary, "X-WR-CALDESC": summary,
    }  # fmt: skip
    calendar = _filled(Calendar(), head)
    kept: list[Event] = []
    left_out: list[str] = []
    for event, id in zip(timeline.events, telling.unique_ids(timeline.events), strict=True):
        slot = _slot(event)
        if isinstance(slot, str):
            left_out.append(slot)
        else:
            kept.append(event)
            calendar.add_component(_filled(Entry(), {**_properties(timeline, event, id), **slot}))
    return Exported(calendar.to_ical().decode(), lost=_losses(kept, left_out), left_out=len(left_out))


def escape(text: str) -> str:
    """Text as a value of the format: one line, whatever is in it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPES)


def _filled(component: Any, properties: Mapping[str, str | date]) -> Any:
    """A component with all properties that are not empty. Texts are escaped already; `vInline` refuses line ends."""
    from icalendar.prop import vInline

    for name, value in properties.items():
        if value:
            component.add(name, vInline(value) if isinstance(value, str) else value)
    return component


def _slot(event: Event) -> dict[str, date] | str:
    """Where an entry stands in a calendar, an end being the day after its last; or why it stands nowhere."""
    when = event.date
    first, last = when.earliest, when.latest
    if not isinstance(first, int) or not isinstance(last, int):
        return OPEN
    if first != when.start_latest or last != when.end_earliest:
        return COARSE
    try:
        if instant := _instant(event):
            return {"DTSTART": instant}
        start = {"DTSTART": date.fromordinal(first)}
        return {**start, "DTEND": date.fromordinal(last + 1)} if last > first else start
    except (OverflowError, ValueError):  # the day after 31 December 9999, an instant before the year 1
        return BEYOND


def _instant(event: Event) -> datetime | None:
    """The clock time of an event in UTC; None where there is none, or where it cannot be told which instant it is."""
    clock = event.date.clock
    if clock is None:
        return None
    day = date.fromordinal(event.date.first_day)
    local = datetime.combine(day, time(clock.hour, clock.minute, clock.second or 0), UTC)
    offset = _offset(event, local) if clock.offset is None else timedelta(minutes=clock.offset)
    return None if offset is None else local - offset


def _offset(event: Event, local: datetime) -> timedelta | None:
    """How far the zone of the event's file was ahead of UTC at a clock time there.

    None without a zone, and for a time that its clocks showed twice or never.
    """
    zone = zone_of(event)
    if zone is None:
        return None
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first if first == second else None


def _properties(timeline: Timeline, event: Event, id: str) -> dict[str, str | date]:
    place = event.place
    urls = [source.url for source in telling.sources_of(timeline, event).values() if source.url]
    return {
        "UID": escape(f"{id}@diplotimeline"),
        "DTSTAMP": STAMP,
        "SUMMARY": escape(telling.headline(event, doubt(event.date))),
        "DESCRIPTION": escape(_description(timeline, event)),
        "CATEGORIES": ",".join(escape(word) for word in (event.type, *event.tags) if word),
        "LOCATION": escape(place.name if place else ""),
        # Six places, as the format asks: never `1e-05`.
        "GEO": f"{place.lat:.6f};{place.lon:.6f}" if telling.has_coordinates(place) else "",
        "URL": urls[0] if urls else "",
        "TRANSP": "TRANSPARENT",  # nobody is busy because of an event of the past
    }


def _description(timeline: Timeline, event: Event) -> str:
    """Everything that has no property of its own: date, how exact the place is, who says what, quotes, sources."""
    told = telling.sayings(timeline, event)
    said = [(f"{words}: “{quote}”" if quote else words) + footnote for quote, words, _, footnote in told]
    sources = telling.numbered_citations(timeline, event)
    blocks = (_facts(timeline, event), telling.body(timeline, event), said, sources)
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _facts(timeline: Timeline, event: Event) -> list[str]:
    words = f", in the words of the source “{event.date_text}”" if event.date_text else ""
    actors = [f"Actors: {phrases.people(timeline, event.actors)}"] if event.actors else []
    place = [f"Place: {phrases.whereabouts(event.place)}"] if event.place else []
    zone = f", {told}" if (told := phrases.time_zone(event)) else ""
    when = f"{phrases.date_title(event)} (EDTF {event.date.edtf}){zone}{words}"
    return [when, f"Status: {event.status}", *place, *actors]


def _losses(kept: list[Event], left_out: list[str]) -> tuple[str, ...]:
    """What is left out, and what stands there with less than is known."""
    qualified = sum(event.date.qualified for event in kept)
    floating = sum(event.date.clock is not None and _instant(event) is None for event in kept)
    counted = telling.losses(
        *((left_out.count(why), "event", f"{why} cannot be shown in ics; json has them.") for why in REASONS),
        (qualified, "uncertain or approximate date", "shown as fixed in ics; the titles say so."),
        (floating, "clock time", "without an offset shown as a whole day in ics; the descriptions have the time."),
    )
    return (*counted, *telling.no_room("ics", (telling.relation_count(kept),)))
