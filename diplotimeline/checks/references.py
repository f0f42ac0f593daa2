"""Rules on names: everything that is referred to is declared, once, and in no circle."""

from collections.abc import Iterator

from diplotimeline.checks.rule import Record, found, in_actor, in_event, in_source, rule
from diplotimeline.model import Casualties, Event, Participant, Timeline
from diplotimeline.problems import Finding, Route
from diplotimeline.suggest import did_you_mean

Reference = tuple[str, tuple[Route, int]]


def actors_named(timeline: Timeline, events: tuple[Event, ...]) -> Iterator[Reference]:
    """Every actor id that is referred to, with its place."""
    for event in events:
        yield from _people(event, event.actors, event.casualties)
        for number, claim in enumerate(event.claims):
            route = event.claim_route(number)
            yield from _people(event, claim.actors, claim.casualties, *route)
            if claim.according_to:
                yield claim.according_to, in_event(event, *route, "according_to")
    for source in timeline.sources.values():
        if source.speaker:
            yield source.speaker, in_source(source, "speaker")
    for actor in timeline.actors.values():
        if actor.of:
            yield actor.of, in_actor(actor, "of")


def _people(
    event: Event, actors: tuple[Participant, ...], casualties: tuple[Casualties, ...], *above: str | int
) -> Iterator[Reference]:
    for number, participant in enumerate(actors):
        yield participant.who, in_event(event, *above, "actors", number, "who")
    for number, side in enumerate(casualties):
        yield side.who, in_event(event, *above, "casualties", number, "who")


def sources_named(timeline: Timeline, events: tuple[Event, ...]) -> Iterator[Reference]:
    """Every source id that is referred to, with its place."""
    for event in events:
        for number, claim in enumerate(event.claims):
            yield claim.source, in_event(event, *event.claim_route(number), "source")
    for source in timeline.sources.values():
        if source.version_of:
            yield source.version_of, in_source(source, "version_of")


@rule("unknown-actor")
def unknown_actor(record: Record) -> Iterator[Finding]:
    """
    An actor is named that the files do not declare.

    Why: a mistyped id would make an actor vanish from every filter and count.

    Wrong:
        actors: [azerbaijn]
    Right:
        actors: [azerbaijan]
    """
    known = record.timeline.actors
    if record.timeline.incomplete:
        return
    for name, place in actors_named(record.timeline, record.events):
        if name not in known:
            yield found(place, f"actor '{name}' is not declared", did_you_mean(name, known, "declared"))


@rule("unknown-source")
def unknown_source(record: Record) -> Iterator[Finding]:
    """
    A source is named that the files do not declare.

    Why: an event without a citation that can be looked up cannot be checked by anyone.

    Wrong:
        source: carpenter-2022
    Right:
        source: carpenter-2022-10-06
    """
    known = record.timeline.sources
    if record.timeline.incomplete:
        return
    for name, place in sources_named(record.timeline, record.events):
        if name not in known:
            yield found(place, f"source '{name}' is not declared", did_you_mean(name, known, "declared"))


@rule("unknown-event")
def unknown_event(record: Record) -> Iterator[Finding]:
    """
    An event is tied to another one that is not there.

    Why: an id that is made from date and title changes with them; give an event that others refer to an id of its own.

    Wrong:
        related: [{event: white-house, as: follows}]
    Right:
        related: [{event: 2022-09-27-white-house-meeting, as: follows}]
    """
    known = {event.id for event in record.events}
    if record.timeline.incomplete:
        return
    for event in record.events:
        for number, relation in enumerate(event.related):
            if relation.event not in known:
                place = in_event(event, "related", number, "event")
                help = did_you_mean(relation.event, known, "declared")
                yield found(place, f"there is no event '{relation.event}'", help)


@rule("actor-cycle")
def actor_cycle(record: Record) -> Iterator[Finding]:
    """
    Actors belong to each other in a circle.

    Why: a filter for a state finds its people and bodies through `of`; a circle has no top.

    Wrong:
        armenia: {name: Armenia, of: army}
        army: {name: Armenian Armed Forces, of: armenia}
    Right:
        armenia: {name: Armenia}
        army: {name: Armenian Armed Forces, of: armenia}
    """
    timeline = record.timeline
    for actor in timeline.actors.values():
        line = timeline.lineage(actor.id)
        if timeline.actors[line[-1]].of == actor.id:
            circle = " of ".join((*line, actor.id))
            message = f"actor '{actor.id}' belongs to itself: {circle}"
            yield found(in_actor(actor, "of"), message, "delete 'of' at the actor that stands at the top")
