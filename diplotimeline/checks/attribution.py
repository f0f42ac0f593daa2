"""Rules on who says so and when: confirmation, dispute, and the order of events and their sources."""

from collections.abc import Iterator
from datetime import date

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.dates import EventDate, display, parse
from diplotimeline.problems import Finding
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Claim, Event, Origin


@rule("weak-confirmation")
def weak_confirmation(record: Record) -> Iterator[Finding]:
    """
    An event is `confirmed`, but fewer than two independent speakers assert it.

    Why: two people of one state or body are one voice, and so are copies, translations and versions of one
    statement. Who only reports the words of another is not a second voice either.

    Wrong:
        status: confirmed
        claims: [{source: white-house-readout}, {source: state-department-readout}]
    Right:
        status: confirmed
        claims: [{source: white-house-readout}, {source: armenia-readout}]
    """
    for event in record.timeline.events:
        if event.status != "confirmed":
            continue
        voices = {_voice(record.timeline, claim) for claim in event.claims if claim.stance == "asserts"} - {""}
        if len(voices) < 2:
            said = f"only {record.timeline.name(min(voices))} asserts it" if voices else "nobody named asserts it"
            help = "add a claim of a speaker of another state or body, or write 'status: reported'"
            yield found(event.origin.at("status"), f"confirmed, but {said}", help)


def _voice(timeline: Timeline, claim: Claim) -> str:
    """The state or body at the top of whoever makes a claim; of a source that names nobody, its publisher."""
    source = timeline.sources.get(claim.source)
    speaker = claim.according_to
    seen: set[str] = set()
    while source and not claim.according_to and source.id not in seen:
        seen.add(source.id)
        speaker = source.speaker or speaker  # the first version of a statement says whose it is
        source = timeline.sources.get(source.version_of) or source
    if speaker:
        return (timeline.lineage(speaker) or (speaker,))[-1]
    return source.publisher.casefold() if source else ""


@rule("undeclared-dispute")
def undeclared_dispute(record: Record) -> Iterator[Finding]:
    """
    Sources contradict each other, but the status does not say `disputed`.

    Why: a reader of the status alone must not take one side's account for settled. It is a dispute when a claim
    denies the event, or when claims name different initiators.

    Wrong:
        status: reported
        claims: [{source: a}, {source: b, stance: denies}]
    Right:
        status: disputed
        claims: [{source: a}, {source: b, stance: denies}]
    """
    for event in record.timeline.events:
        if event.status == "disputed":
            continue
        reason = ""
        if any(claim.stance == "denies" for claim in event.claims):
            reason = "a claim denies this event"
        elif _initiators_differ(record.timeline, event):
            reason = "the claims name different initiators"
        if reason:
            help = "write 'status: disputed'"
            yield found(event.origin.at("status"), f"{reason}, but its status is '{event.status}'", help)


def _initiators_differ(timeline: Timeline, event: Event) -> bool:
    """Whether two accounts name initiators that do not belong together."""
    accounts = []
    for people in (event.actors, *(claim.actors for claim in event.claims)):
        named = [one.who for one in people if one.role == "initiator" and one.who in timeline.actors]
        if named:
            accounts.append({(timeline.lineage(name) or (name,))[-1] for name in named})
    return any(account.isdisjoint(accounts[0]) for account in accounts)


@rule("retranslation-only")
def retranslation_only(record: Record) -> Iterator[Finding]:
    """
    An event rests on a retranslation alone.

    Why: words change when a text is translated there and back; "call" became "conversation". A quote from it is
    verbatim only to the retranslation.

    Wrong:
        source: carpenter-2022-10-06        # version: retranslation
    Right:
        claims: [{source: carpenter-2022-10-06}, {source: eu-2022-10-06}]
    """
    for event in record.timeline.events:
        sources = [record.timeline.sources.get(claim.source) for claim in event.claims]
        if sources and all(source and source.version == "retranslation" for source in sources):
            message = "this event rests on a retranslation alone"
            help = "add a claim of the original text or of another source"
            yield found(event.origin.at("claims", 0, "source"), message, help)


@rule("claim-after-source")
def claim_after_source(record: Record) -> Iterator[Finding]:
    """
    An event is dated after the day its source was issued.

    Why: nobody can report what has not happened yet; either date may be mistyped. Events that are `planned` may lie
    after their source. A clock time is compared in its own zone and in UTC.

    Wrong:
        date: 2022-10-14
        source: carpenter-2022-10-06        # issued: 2022-10-06
    Right:
        date: 2022-10-04
        source: carpenter-2022-10-06
    """
    issued = {name: source.issued for name, source in record.timeline.sources.items() if source.issued}
    pointed: set[Origin] = set()
    for event in record.events:
        for number, claim in enumerate(event.claims):
            if claim.source not in issued or not _begins_after(claim.date or event.date, issued[claim.source]):
                continue
            place = event.origin.at("claims", number, "date") if claim.date else event.origin.at("date")
            if event.status != "planned" and place not in pointed:
                pointed.add(place)  # a mistyped date is one mistake, however many sources are cited
                when, day = display(claim.date or event.date), display(issued[claim.source])
                message = f"{when} is after the day source '{claim.source}' was issued ({day})"
                yield found(place, message, "correct one of the two dates, or write 'status: planned'")


def _begins_after(when: EventDate, issued: EventDate) -> bool:
    """Whether every reading of a date begins after every day on which the source may have been issued."""
    if issued.latest is None or when.earliest is None:
        return False
    return when.earliest > issued.latest and when.utc_day > issued.latest


@rule("planned-in-past")
def planned_in_past(record: Record) -> Iterator[Finding]:
    """
    An event is `planned`, but its day has passed.

    Why: by now it took place or it did not, and the record should say which.

    Wrong:
        date: 2022-10-20
        status: planned
    Right:
        date: 2022-10-20
        status: reported
    """
    for event in record.timeline.events:
        latest = event.date.latest
        if event.status == "planned" and latest is not None and latest < record.today.toordinal():
            message = f"planned for {display(event.date)}, which is before {_words(record.today)}"
            help = "say whether it took place: 'status: reported'; if not, tell the announcement, on its own day"
            yield found(event.origin.at("status"), message, help)


@rule("future-date")
def future_date(record: Record) -> Iterator[Finding]:
    """
    A date lies in the future, but the event is not `planned`; or a source is said to be of a day to come.

    Why: a mistyped year is easily overlooked.

    Wrong:
        date: 2222-10-04
    Right:
        date: 2022-10-04
    """
    today = record.today.toordinal()
    places = [(event.date, event.origin.at("date")) for event in record.timeline.events if event.status != "planned"]
    for source in record.timeline.sources.values():
        dates = (("issued", source.issued), ("accessed", source.accessed))
        places += [(when, source.origin.at(name)) for name, when in dates if when]
    for when, place in places:
        if when.earliest is not None and when.earliest > today + 1:  # it may be tomorrow already further east
            message = f"{display(when)} is after {_words(record.today)}"
            yield found(place, message, "correct the date, or write 'status: planned'")


def _words(day: date) -> str:
    return display(parse(day.isoformat()))
