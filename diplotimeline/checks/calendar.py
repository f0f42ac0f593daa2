"""Rules on dates: events against the dates of their sources, and both against today."""

import math
from collections.abc import Iterator
from datetime import date

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.dates import EventDate, display, parse
from diplotimeline.problems import Finding
from diplotimeline.record.values import Origin


@rule("claim-after-source")
def claim_after_source(record: Record) -> Iterator[Finding]:
    """Dates of events and claims that lie after the day on which the cited source was issued."""
    issued = {name: source.issued for name, source in record.timeline.sources.items() if source.issued}
    last_days = {name: when.latest for name, when in issued.items() if when.latest is not None}
    pointed: set[Origin] = set()
    for event, number, claim in record.claims:
        when, last = claim.date or event.date, last_days.get(claim.source, math.inf)
        first = when.start.first
        if first is None or first <= last or when.utc_day <= last:
            continue  # some reading of the date does not begin after the last day on which the source may be issued
        origin = event.origin.at("claims", number, "date") if claim.date else event.origin.at("date")
        if event.status != "planned" and origin not in pointed:
            pointed.add(origin)  # a mistyped date is one mistake, however many sources are cited
            day = display(issued[claim.source])
            message = f"{display(when)} is after the day source '{claim.source}' was issued ({day})"
            yield found(origin, message, "correct one of the two dates, or write 'status: planned'")


@rule("planned-in-past", warns=True)
def planned_in_past(record: Record) -> Iterator[Finding]:
    """Events that are `planned` for a day before today."""
    for event in record.timeline.events:
        latest = event.date.latest if event.status == "planned" else None
        if latest is not None and latest < record.today.toordinal():
            message = f"planned for {display(event.date)}, which is before {_words(record.today)}"
            help = "say whether it took place: 'status: reported'; if not, tell the announcement, on its own day"
            yield found(event.origin.at("status"), message, help)


@rule("future-date", warns=True)
def future_date(record: Record) -> Iterator[Finding]:
    """Dates after tomorrow: of events that are not `planned` and of their claims, and of sources."""
    today = record.today.toordinal()
    events = [event for event in record.timeline.events if event.status != "planned"]
    asked = {*map(id, events)}
    dated = [(event.date, event.origin.at("date")) for event in events if _begins_behind(event.date, today)]
    dated += [
        (claim.date, event.origin.at("claims", number, "date"))
        for event, number, claim in record.claims
        if claim.date and _begins_behind(claim.date, today) and id(event) in asked
    ]
    sources = record.timeline.sources.values()
    for name, dates in (("issued", [one.issued for one in sources]), ("accessed", [one.accessed for one in sources])):
        behind = [(when, one) for when, one in zip(dates, sources, strict=True) if when and _begins_behind(when, today)]
        dated += [(when, one.origin.at(name)) for when, one in behind]
    for when, origin in dated:
        message = f"{display(when)} is after {_words(record.today)}"
        yield found(origin, message, "correct the date, or write 'status: planned'")


def _begins_behind(when: EventDate, today: int) -> bool:
    """Whether a date begins after tomorrow: further east it may be tomorrow already."""
    first = when.start.first
    return first is not None and first > today + 1


def _words(day: date) -> str:
    """A day as it is printed."""
    return display(parse(day.isoformat()))


@rule("source-undated", warns=True)
def source_undated(record: Record) -> Iterator[Finding]:
    """Sources without a date of issue."""
    for source in record.timeline.sources.values():
        if source.issued is None:
            help = "add 'issued:'; a bound such as \"[2022-10-04..]\" will do"
            yield found(source.origin, f"source '{source.id}' has no date", help, at_key=True)
