"""Rules on who says so: confirmation, dispute, and sources whose words are not their own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import combinations, pairwise

from diplotimeline.characters import folded
from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.phrases import named
from diplotimeline.problems import Finding
from diplotimeline.record.chronology import Timeline, actor_names, same_words
from diplotimeline.record.values import Actor, Event

MEMBERS = ("state", "de-facto-authority", "armed-group")
"""Kinds of actors that are members of an organisation, never its own."""


@rule("weak-confirmation", warns=True)
def weak_confirmation(record: Record) -> Iterator[Finding]:
    """Events that are `confirmed` though fewer than two independent speakers assert them."""
    sides, of_source = Sides(record.timeline), cache(partial(_voices, record.timeline))
    two_in = cache(sides.two_in)  # few speak, again and again
    for event in record.timeline.events:
        if event.status != "confirmed":
            continue
        asserting = [claim for claim in event.claims if claim.stance == "asserts"]
        voices = dict.fromkeys(
            [voice for claim in asserting for voice in claim.according_to or of_source(claim.source)]
        )
        if not two_in((*voices,)):
            said = sides.words_for([*voices]) if voices else "nobody named asserts it"
            help = "add a claim of a speaker of another state or body, or write 'status: reported'"
            yield found(event.origin.at("status"), f"confirmed, but {said}", help)


def _voices(timeline: Timeline, id: str) -> tuple[str, ...]:
    """Whose words a source holds: of versions of a statement the speakers of the first; without them the publisher, or
    the author. A name is the voice of the actor who bears it.
    """
    source = timeline.sources.get(id)
    speakers: tuple[str, ...] = ()
    seen: set[str] = set()
    while source and source.id not in seen:
        seen.add(source.id)
        speakers = source.speaker or speakers  # the first version of a statement says whose it is
        source = timeline.sources.get(source.version_of) or source
    name = (source.publisher or source.author) if source else ""
    if speakers or not name:
        return speakers
    bearers = [actor for actor, names in actor_names(timeline).items() if same_words(name, names)]
    return (bearers[0],) if bearers else (folded(name),)


class Sides:
    """Which voices are one: those that share a state or body, or of which one belongs to the other.

    An organisation of states makes nobody one: two who belong to it are independent of each other, and its members
    of it. Only who is its own, such as its secretary, is one voice with the organisation itself.
    """

    def __init__(self, timeline: Timeline) -> None:
        actors = timeline.actors
        self.organisations = {id for id, one in actors.items() if one.kind == "igo"}
        apart: dict[str, Actor] = {}
        for id, one in actors.items() if self.organisations else ():
            own = () if one.kind == "igo" else tuple([above for above in one.of if above not in self.organisations])
            if one.kind in (*MEMBERS, "igo") and own != one.of:
                apart[id] = replace(one, of=own)
        self.timeline = replace(timeline, actors={**actors, **apart}) if apart else timeline
        self.lines: dict[str, tuple[str, ...]] = {}

    def line(self, voice: str) -> tuple[str, ...]:
        """The voice and all that it is one with because it belongs to it, nearest first."""
        if voice not in self.lines:
            self.lines[voice] = self.timeline.lineage(voice) or (voice,)
        return self.lines[voice]

    def meet(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of these is one voice with one of the others."""
        some, others = {*some}, {*others}
        above = {one for voice in some for one in self.line(voice)}
        above_others = {one for voice in others for one in self.line(voice)}
        themselves = (some & above_others) | (others & above)
        return bool(themselves or (above & above_others) - self.organisations)

    def two_in(self, voices: Iterable[str]) -> bool:
        """Whether two of these voices are independent of each other."""
        voices = [*voices]
        if any({*self.line(one)}.isdisjoint(self.line(other)) for one, other in pairwise(voices)):
            return True  # nearly always
        if voices and self.common(voices) - self.organisations:
            return False  # as of the many voices of one state: no need to look at each pair
        below = {voice: frozenset(self.line(voice)[1:]) for voice in voices}  # who belongs to the same is one
        of_each = {above if above - self.organisations else voice: voice for voice, above in below.items()}
        return any(not self.meet([one], [other]) for one, other in combinations(of_each.values(), 2))

    def common(self, voices: Iterable[str]) -> set[str]:
        """What all of these voices are or belong to."""
        return set.intersection(*({*self.line(one)} for one in voices))

    def words_for(self, voices: list[str]) -> str:
        """`only Ardelia asserts it`: what these voices, which are one, have in common; else their names."""
        common = self.common(voices)
        below = {id for id in common if not common.isdisjoint(self.line(id)[1:])}
        named_so = [*(common - below)] if len(common - below) == 1 else voices
        verb = "asserts" if len(named_so) == 1 else "assert"
        return f"only {named(self.timeline, named_so)} {verb} it"


@rule("undeclared-dispute", warns=True)
def undeclared_dispute(record: Record) -> Iterator[Finding]:
    """Events whose claims contradict each other though their status is not `disputed`."""
    sides = Sides(record.timeline)
    told = [(event, claim) for event, _, claim in record.claims if claim.actors or claim.stance == "denies"]
    denied = {id(event) for event, claim in told if claim.stance == "denies"}
    retold = {id(event) for event, claim in told if "initiator" in [one.role for one in claim.actors]}
    for event in record.timeline.events if told else ():
        if event.status == "disputed":
            continue
        reason = ""
        if id(event) in denied:
            reason = "a claim denies this event"
        elif id(event) in retold and _initiators_differ(sides, event):
            reason = "the claims name different initiators"
        if reason:
            help = "write 'status: disputed'"
            yield found(event.origin.at("status"), f"{reason}, but its status is '{event.status}'", help)


def _initiators_differ(sides: Sides, event: Event) -> bool:
    """Whether two accounts name initiators that do not belong together."""
    known = sides.timeline.actors
    began = [
        tuple([one.who for one in people if one.role == "initiator" and one.who in known])
        for people in (event.actors, *[claim.actors for claim in event.claims])
        if people
    ]
    accounts = dict.fromkeys(filter(None, began))
    if len(accounts) < 2:
        return False  # nearly always
    reaches = [{above for who in began for above in sides.line(who)} - sides.organisations for began in accounts]
    if set.intersection(*reaches):
        return False  # all of one side: no need to look at each pair
    return any(not sides.meet(one, other) for one, other in combinations(accounts, 2))


@rule("retranslation-only", warns=True)
def retranslation_only(record: Record) -> Iterator[Finding]:
    """Events all of whose sources are retranslations."""
    retranslations = {id for id, source in record.timeline.sources.items() if source.version == "retranslation"}
    for event in record.timeline.events if retranslations else ():
        claims = event.claims
        is_retold = claims[0].source in retranslations and claims[-1].source in retranslations  # soon seen if not
        if is_retold and retranslations.issuperset([one.source for one in claims]):
            message = "this event rests on a retranslation alone"
            help = "add a claim of the original text or of another source"
            yield found(event.origin.at("claims", 0, "source"), message, help)
