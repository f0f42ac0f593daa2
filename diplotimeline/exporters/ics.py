"""iCalendar (RFC 5545): an entry for every event whose first and last day are known.

- Days are entries of whole days; a range ends on the day after its last, as the format wants it.
- A clock time with an offset is an instant in UTC; one without is that of the file's `timezone`. Without that, or where
  clocks were put forward or back and it is no time there or two, it is an entry of its whole day, its time stands in
  the description: a "floating" time would be another instant for every reader.
- Months, seasons, years, sets of several days and open ends are left out and named: a calendar has only days. With
  `uncertain`, what has a first and a last day is an entry of all days between them, and its title says so first.
- An uncertain or approximate day stands on its day, is counted, and its title says so first, where no view cuts it off.

STATUS is CONFIRMED only for an event of status confirmed that is shown on days which are known; all others are
TENTATIVE. There are no attendees: a calendar might invite them. The id of an event is the name of its entry, so another
title changes the entry and adds none; behind it stands the title of the chronology, for others may use the same ids.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from diplotimeline import phrases
from diplotimeline.dates import EventDate, display, doubt, iso, parse
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, zone_of
from diplotimeline.record.values import Event

PRODUCT = "-//diplotimeline//chronology//EN"
# The format demands a time of writing. It is the same in every file: the same input gives the same bytes.
STAMP = datetime(2000, 1, 1, tzinfo=UTC)
# RFC 5545, 3.3.11.
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Why a date has no place in a calendar.
OPEN = "with an open or unknown beginning or end"
COARSE = "not known to the day"
BEYOND = "at the ends of the years 1 to 9999"
REMEDIES = {OPEN: "json has them", COARSE: "--uncertain draws them as spans", BEYOND: "json has them"}
MOST_NAMED = 5
# RFC 5545, 3.1, without the end of the line.
LONGEST_LINE = 75
Slot = dict[str, date]
# As long as a part of the name of a host may be.
LONGEST_HOST = 63


def render(timeline: Timeline, *, uncertain: bool = False) -> Exported:
    """The events that stand on days, as a calendar to import or to subscribe to.

    `uncertain` adds those of which only a first and a last day are known, as spans of all days between them.
    """
    title, summary = escape(timeline.title), escape(timeline.summary)
    # A name and a description as RFC 7986 calls them, and as older programs do.
    head = {
        "VERSION": "2.0", "PRODID": PRODUCT, "CALSCALE": "GREGORIAN",
        "DESCRIPTION": summary, "X-WR-CALDESC": summary, "NAME": title, "X-WR-CALNAME": title,
    }  # fmt: skip
    kept: list[tuple[Event, str, Slot]] = []
    left_out: dict[str, list[str]] = {why: [] for why in REMEDIES}
    for event, id in zip(timeline.events, telling.unique_ids(timeline.events), strict=True):
        slot = _slot(event, uncertain=uncertain)
        if isinstance(slot, str):
            left_out[slot].append(event.title)
        else:
            kept.append((event, id, slot))
    shown = [event for event, _, _ in kept]
    lost = (*(_named(why, titles) for why, titles in left_out.items() if titles), *_losses(shown))

    def pieces() -> Iterator[str]:
        yield f"BEGIN:VCALENDAR\r\n{_lines(head)}"
        for event, id, slot in kept:
            yield f"BEGIN:VEVENT\r\n{_lines(_properties(timeline, event, id, slot))}END:VEVENT\r\n"
        yield "END:VCALENDAR\r\n"

    return Exported(pieces, lost=lost, left_out=len(timeline.events) - len(kept))


def escape(text: str) -> str:
    """Text as a value of the format: one line, whatever is in it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPES)


def _lines(properties: Mapping[str, str | date]) -> str:
    """The lines of all properties that are not empty; texts are escaped already."""
    return "".join(_folded(f"{name}{_value(value)}") for name, value in properties.items() if value)


def _value(value: str | date) -> str:
    """What follows the name of a property: a text, an instant in UTC or a day."""
    if isinstance(value, str):
        return f":{value}"
    day = f"{value.year:04}{value:%m%d}"
    return f":{day}{value:T%H%M%SZ}" if isinstance(value, datetime) else f";VALUE=DATE:{day}"


def _folded(line: str) -> str:
    """A line with its end; after every 74 bytes it goes on behind a blank in the next one, and no sign is parted."""
    rest, lines = line.encode(errors="backslashreplace"), []
    while len(rest) >= LONGEST_LINE:
        end = LONGEST_LINE - 1
        while rest[end] & 0xC0 == 0x80:  # within a sign
            end -= 1
        end -= rest[end - 1] == ord("\\")
        lines.append(rest[:end])
        rest = rest[end:]
    return b"\r\n ".join([*lines, rest]).decode() + "\r\n"


def _slot(event: Event, *, uncertain: bool) -> Slot | str:
    """Where an entry stands in a calendar, an end being the day after its last; or why it stands nowhere."""
    first, last = event.date.earliest, event.date.latest
    if not isinstance(first, int) or not isinstance(last, int):
        return OPEN
    if not uncertain and not _known(event.date):
        return COARSE
    try:
        instant = _instant(event)
    except (OverflowError, ValueError):  # before the year 1, after 9999
        return BEYOND
    begins, ends = (instant.date(), instant.date()) if instant else map(date.fromordinal, (first, last))
    if begins == date.min or ends == date.max:  # programs look for the day before and the day after
        return BEYOND
    if instant:
        return {"DTSTART": instant}
    return {"DTSTART": begins, **({"DTEND": ends + timedelta(days=1)} if ends > begins else {})}


def _known(when: EventDate) -> bool:
    """Whether the first and the last day are known."""
    return when.earliest == when.start_latest and when.latest == when.end_earliest


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


def _properties(timeline: Timeline, event: Event, id: str, slot: Slot) -> dict[str, str | date]:
    place = event.place
    urls = [source.url for source in telling.sources_of(timeline, event).values() if source.url]
    return {
        "SUMMARY": escape(telling.headline(event, _between(event.date), doubt(event.date))),
        **slot,
        "DTSTAMP": STAMP,
        "UID": escape(f"{id}@{_host(timeline.title)}"),
        "CATEGORIES": ",".join(escape(word) for word in (event.type, *event.tags) if word),
        "DESCRIPTION": escape(_description(timeline, event)),
        # Six places, as the format asks: never `1e-05`.
        "GEO": f"{place.lat:.6f};{place.lon:.6f}" if telling.has_coordinates(place) else "",
        "LOCATION": escape(place.name if place else ""),
        "STATUS": "CONFIRMED" if event.status == "confirmed" and _certain(event.date) else "TENTATIVE",
        "TRANSP": "TRANSPARENT",  # nobody is busy because of an event of the past
        "URL": urls[0] if urls else "",
    }


def _host(title: str) -> str:
    """What ends the name of an entry, like the name of a host: `talks-of-2022.diplotimeline`."""
    words = "-".join(re.findall(r"[^\W_]+", title.casefold()))[:LONGEST_HOST].rstrip("-")
    return f"{words}.diplotimeline" if words else "diplotimeline"


def _certain(when: EventDate) -> bool:
    """Whether an entry stands on days that are known and not qualified."""
    return _known(when) and not when.qualified


def _between(when: EventDate) -> str:
    """`between 1 and 30 Sep 2022`, for a span of all days that a date allows; empty where the days are known."""
    return "" if _known(when) else display(parse(f"[{iso(when.earliest)}..{iso(when.latest)}]"))


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


def _named(why: str, titles: list[str]) -> str:
    """What is left out, by name: `1 event not known to the day cannot be shown in ics (“Talks”); …`."""
    more = len(titles) - MOST_NAMED
    named = ", ".join(f"“{title}”" for title in titles[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return f"{phrases.count_of(len(titles), 'event')} {why} cannot be shown in ics ({named}); {REMEDIES[why]}."


def _losses(kept: list[Event]) -> tuple[str, ...]:
    """What stands there with less than is known."""
    spans = sum(not _known(event.date) for event in kept)
    qualified = sum(event.date.qualified and _known(event.date) for event in kept)
    floating = sum(event.date.clock is not None and _instant(event) is None for event in kept)
    counted = telling.losses(
        (spans, "uncertain date", "drawn as a span in ics; the titles say between which days."),
        (qualified, "uncertain or approximate date", "shown as fixed in ics; the titles say so."),
        (floating, "clock time", "without an offset shown as a whole day in ics; the descriptions have the time."),
    )
    return (*counted, *telling.no_room("ics", (telling.relation_count(kept),)))
