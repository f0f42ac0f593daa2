"""iCalendar (RFC 5545): an entry for every event whose first and last day are known.

- Days are entries of whole days; a range ends on the day after its last, as the format wants it.
- A clock time with an offset is an instant in UTC. One without an offset is an entry of its whole day, its time stands
  in the description: a "floating" time would be another instant for every reader.
- Months, seasons, years, sets of several days and open ends are left out and counted: a calendar has only days.
- An uncertain or approximate day stands on its day, is counted, and its title says so first, where no view cuts it off.

There is no STATUS: in a calendar it tells whether a meeting will take place, not how well an event is established.
Nor are there attendees: a calendar might invite them.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.dates import EventDate
from diplotimeline.dates.edtf import read_clock
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import (
    accounts,
    body,
    has_coordinates,
    headline,
    losses,
    no_room,
    numbered_citations,
    relation_count,
    sources_of,
    unique_ids,
)
from diplotimeline.phrases import date_title, people, whereabouts
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event, Place

if TYPE_CHECKING:
    from icalendar import Calendar, Event as Entry

PRODUCT = "-//diplotimeline//chronology//EN"
# The format demands a time of writing. It is the same in every file: the same input gives the same bytes.
STAMP = datetime(2000, 1, 1, tzinfo=UTC)
# RFC 5545, 3.3.11. icalendar's own escape turns the two signs \N of a text into a line end.
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# What is lost, in words: the noun that is counted, and the rest of the sentence.
OPEN = ("event", "with an open or unknown beginning or end cannot be shown in ics; json has them.")
COARSE = ("event", "not known to the day cannot be shown in ics; json has them.")
BEYOND = ("event", "at the ends of the years 1 to 9999 cannot be shown in ics; json has them.")
QUALIFIED = ("uncertain or approximate date", "shown as fixed in ics; the titles say so.")
FLOATING = ("clock time", "without an offset shown as a whole day in ics; the descriptions have the time.")


class Span(NamedTuple):
    """When an entry begins and, for more than one day, the day after its last."""

    start: date | datetime
    end: date | None = None


def render(timeline: Timeline) -> Exported:
    """The events that stand on days, as a calendar to import or to subscribe to."""
    from icalendar import Calendar  # 75 ms, which no other format needs

    calendar = Calendar()
    _add(calendar, "PRODID", PRODUCT)
    _add(calendar, "VERSION", "2.0")
    _add(calendar, "CALSCALE", "GREGORIAN")
    # The names that RFC 7986 gave them, and those that older programs know.
    for name in ("NAME", "X-WR-CALNAME"):
        _add(calendar, name, escape(timeline.title))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        _add(calendar, name, escape(timeline.summary))
    spans = [(event, _span(event.date)) for event in timeline.events]
    for (event, span), id in zip(spans, unique_ids(timeline.events), strict=True):
        if span:
            calendar.add_component(_entry(timeline, event, id, span))
    return Exported(calendar.to_ical().decode(), lost=_losses(spans), left_out=sum(not span for _, span in spans))


def escape(text: str) -> str:
    """Text as a value of the format: one line, whatever is in it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPES)


def _add(component: "Calendar | Entry", name: str, value: str) -> None:
    """A property whose value is escaped already; none for an empty one. `vInline` refuses line ends."""
    from icalendar.prop import vInline

    if value:
        component.add(name, vInline(value))


def _span(when: EventDate) -> Span | None:
    """Where a calendar shows this date; None when its first or last day is not known, or no calendar has them."""
    first, last = when.earliest, when.latest
    if not isinstance(first, int) or not isinstance(last, int) or not _to_the_day(when):
        return None
    try:
        if when.kind == "datetime" and not _floating(when):
            return Span(_instant(when.edtf, first))
        return Span(date.fromordinal(first), date.fromordinal(last + 1) if last > first else None)
    except (OverflowError, ValueError):  # the day after 31 December 9999, an instant before the year 1
        return None


def _closed(when: EventDate) -> bool:
    """Whether a date has a beginning and an end, however coarse."""
    return isinstance(when.earliest, int) and isinstance(when.latest, int)


def _to_the_day(when: EventDate) -> bool:
    """Whether there is one first and one last day that the date can mean."""
    return when.earliest == when.start_latest and when.end_earliest == when.latest


def _floating(when: EventDate) -> bool:
    """Whether this is a clock time of no stated zone."""
    return when.kind == "datetime" and read_clock(when.edtf).offset is None


def _instant(edtf: str, day: int) -> datetime:
    clock = read_clock(edtf)
    zone = timezone(timedelta(minutes=clock.offset or 0))
    local = datetime.fromordinal(day).replace(
        hour=clock.hour, minute=clock.minute, second=clock.second or 0, tzinfo=zone
    )
    return local.astimezone(UTC)


def _entry(timeline: Timeline, event: Event, id: str, span: Span) -> "Entry":
    from icalendar import Event as Entry

    entry = Entry()
    _add(entry, "UID", escape(f"{id}@diplotimeline"))
    entry.add("DTSTAMP", STAMP)
    entry.add("DTSTART", span.start)
    if span.end:
        entry.add("DTEND", span.end)
    _add(entry, "SUMMARY", escape(headline(event, _doubt(event.date))))
    _add(entry, "DESCRIPTION", escape(_description(timeline, event)))
    _add(entry, "CATEGORIES", ",".join(escape(word) for word in (event.type, *event.tags) if word))
    _add(entry, "LOCATION", escape(event.place.name if event.place else ""))
    _add(entry, "GEO", _geo(event.place))
    _add(entry, "URL", next((one.url for one in sources_of(timeline, event).values() if one.url), ""))
    _add(entry, "TRANSP", "TRANSPARENT")  # nobody is busy because of an event of the past
    return entry


def _doubt(when: EventDate) -> str:
    """`date uncertain and approximate`; of a range, `start uncertain, end approximate`; empty for a plain date."""
    words = when.qualifier.replace(":", " ").replace(";", ", ").replace("+", " and ")
    return f"date {words}" if words and ":" not in when.qualifier else words


def _description(timeline: Timeline, event: Event) -> str:
    """Everything that has no property of its own: date, how exact the place is, who says what, quotes, sources."""
    blocks = (
        _facts(timeline, event), body(timeline, event), _claims(timeline, event), numbered_citations(timeline, event),
    )  # fmt: skip
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _facts(timeline: Timeline, event: Event) -> list[str]:
    words = f", in the words of the source “{event.date_text}”" if event.date_text else ""
    actors = [f"Actors: {people(timeline, event.actors)}"] if event.actors else []
    place = [f"Place: {whereabouts(event.place)}"] if event.place else []
    return [f"{date_title(event)} (EDTF {event.date.edtf}){words}", f"Status: {event.status}", *place, *actors]


def _claims(timeline: Timeline, event: Event) -> list[str]:
    """Who says what, with quotes, and who else reports it."""
    return [(f"{one.words}: “{one.quote}”" if one.quote else one.words) + one.mark for one in accounts(timeline, event)]


def _geo(place: Place | None) -> str:
    """Latitude and longitude with six places, as the format asks: never `1e-05`."""
    return f"{place.lat:.6f};{place.lon:.6f}" if has_coordinates(place) else ""


def _losses(spans: list[tuple[Event, Span | None]]) -> tuple[str, ...]:
    """What is left out, and what stands there with less than is known."""
    kept = [event for event, span in spans if span]
    left_out = [event.date for event, span in spans if not span]
    open_ended = sum(not _closed(when) for when in left_out)
    coarse = sum(_closed(when) and not _to_the_day(when) for when in left_out)
    counted = losses(
        (open_ended, *OPEN),
        (coarse, *COARSE),
        (len(left_out) - open_ended - coarse, *BEYOND),
        (sum(bool(event.date.qualifier) for event in kept), *QUALIFIED),
        (sum(_floating(event.date) for event in kept), *FLOATING),
    )
    return (*counted, *no_room("ics", (relation_count(kept),)))
