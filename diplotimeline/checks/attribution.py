"""Rules on who says so: confirmation, dispute, and sources whose words are not their own."""

from collections.abc import Iterator

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import Finding
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Claim, Event


@rule("weak-confirmation", warns=True)
def weak_confirmation(record: Record) -> Iterator[Finding]:
    """Events that are `confirmed` though fewer than two independent speakers assert them."""
    for event in record.timeline.events:
        if event.status != "confirmed":
            continue
        sides = {_side(record.timeline, claim) for claim in event.claims if claim.stance == "asserts"} - {""}
        if len(sides) < 2:
            said = f"only {record.timeline.name(min(sides))} asserts it" if sides else "nobody named asserts it"
            help = "add a claim of a speaker of another state or body, or write 'status: reported'"
            yield found(event.origin.at("status"), f"confirmed, but {said}", help)


def _side(timeline: Timeline, claim: Claim) -> str:
    """The state or body that the speaker of a claim belongs to; if its source names no speaker, the publisher.

    Two speakers of one side are not independent of each other, nor are two versions of one statement.
    """
    source = timeline.sources.get(claim.source)
    speaker = claim.according_to
    seen: set[str] = set()
    while source and not claim.according_to and source.id not in seen:
        seen.add(source.id)
        speaker = source.speaker or speaker  # the first version of a statement says whose it is
        source = timeline.sources.get(source.version_of) or source
    if speaker:
        return _top(timeline, speaker)
    return source.publisher.casefold() if source else ""


def _top(timeline: Timeline, actor: str) -> str:
    """The last of those that an actor belongs to, through any number of levels; the actor itself if there are none."""
    return (timeline.lineage(actor) or (actor,))[-1]


@rule("undeclared-dispute", warns=True)
def undeclared_dispute(record: Record) -> Iterator[Finding]:
    """Events whose claims contradict each other though their status is not `disputed`."""
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
            accounts.append({_top(timeline, name) for name in named})
    return any(account.isdisjoint(accounts[0]) for account in accounts)


@rule("retranslation-only", warns=True)
def retranslation_only(record: Record) -> Iterator[Finding]:
    """Events all of whose sources are retranslations."""
    for event in record.timeline.events:
        sources = [record.timeline.sources.get(claim.source) for claim in event.claims]
        if sources and all(source and source.version == "retranslation" for source in sources):
            message = "this event rests on a retranslation alone"
            help = "add a claim of the original text or of another source"
            yield found(event.origin.at("claims", 0, "source"), message, help)
