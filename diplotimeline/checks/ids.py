"""Rules on names: everything that is referred to is declared, once, and in no circle."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import TODO, Finding
from diplotimeline.record.chronology import MAX_LEVELS, Timeline
from diplotimeline.record.values import Casualties, Claim, Event, Origin, Participant
from diplotimeline.suggest import closest, did_you_mean

MOST_SUGGESTIONS = 100  # to look for the nearest of many names takes time
Reference = tuple[str, Origin]


def _actor_ids(timeline: Timeline, events: tuple[Event, ...]) -> set[str]:
    """Every actor id that is referred to, without its place: a third of the price, and enough if all are declared."""
    claims = [claim for event in events for claim in event.claims]
    tellers: list[Event | Claim] = [*events, *claims]
    ids = {one.who for teller in tellers for one in teller.actors}
    ids.update(side.who for teller in tellers for side in teller.casualties)
    ids.update(claim.according_to for claim in claims)
    ids.update(source.speaker for source in timeline.sources.values())
    ids.update(actor.of for actor in timeline.actors.values())
    return ids - {""}


def _source_ids(timeline: Timeline, events: tuple[Event, ...]) -> set[str]:
    """Every source id that is referred to, without its place."""
    ids = {claim.source for event in events for claim in event.claims}
    ids.update(source.version_of for source in timeline.sources.values())
    return ids - {""}


def actors_named(timeline: Timeline, events: tuple[Event, ...]) -> Iterator[Reference]:
    """Every actor id that is referred to, with its place."""
    for event in events:
        yield from _people(event, event.actors, event.casualties)
        for number, claim in enumerate(event.claims):
            yield from _people(event, claim.actors, claim.casualties, "claims", number)
            if claim.according_to:
                yield claim.according_to, event.origin.at("claims", number, "according_to")
    for source in timeline.sources.values():
        if source.speaker:
            yield source.speaker, source.origin.at("speaker")
    for actor in timeline.actors.values():
        if actor.of:
            yield actor.of, actor.origin.at("of")


def _people(
    event: Event, actors: tuple[Participant, ...], casualties: tuple[Casualties, ...], *above: str | int
) -> Iterator[Reference]:
    for number, participant in enumerate(actors):
        yield participant.who, event.origin.at(*above, "actors", number, "who")
    for number, side in enumerate(casualties):
        yield side.who, event.origin.at(*above, "casualties", number, "who")


def sources_named(timeline: Timeline, events: tuple[Event, ...]) -> Iterator[Reference]:
    """Every source id that is referred to, with its place."""
    for event in events:
        for number, claim in enumerate(event.claims):
            yield claim.source, event.origin.at("claims", number, "source")
    for source in timeline.sources.values():
        if source.version_of:
            yield source.version_of, source.origin.at("version_of")


def _called(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, None]]:
    """From each name in small letters to the ids of those who are called so."""
    called: dict[str, dict[str, None]] = {}
    for name, id in pairs:
        called.setdefault(name.casefold(), {})[id] = None
    return called


class Names:
    """The names that are declared against those that are referred to.

    A declared name that nothing refers to, and a very similar one that is referred to several times, are one
    mistake: the declaration is mistyped. `misspelt` holds these pairs; they are neither unknown nor unused.
    """

    def __init__(self, declared: Iterable[str], references: Iterable[Reference]) -> None:
        self.declared = dict.fromkeys(declared)
        self.unknown: dict[str, list[Origin]] = {}
        self.unused = dict(self.declared)
        for name, place in references:
            self.unused.pop(name, None)
            if name not in self.declared and not TODO.search(name):
                self.unknown.setdefault(name, []).append(place)
        self.few = len(self.unknown) <= MOST_SUGGESTIONS
        pairs = ((name, closest(name, self.unused)) for name in (self.unknown if self.few else ()))
        self.misspelt = {name: near for name, near in pairs if near}
        for near in self.misspelt.values():
            self.unused.pop(near, None)

    def findings(
        self, kind: str, places: Callable[[str], Origin], called: Mapping[str, Iterable[str]]
    ) -> Iterator[Finding]:
        """One finding for each unknown name where it stands; for a mistyped declaration, one there.

        `called` leads from the names as printed, in small letters, to ids.
        """
        for name, where in self.unknown.items():
            near = self.misspelt.get(name)
            if near and len(where) > 1:
                message = f"{kind} '{near}' is declared but never named, and '{name}' is named but not declared"
                yield found(places(near), message, f"write the same id at both, such as '{name}'", at_key=True)
                continue
            for place in where:
                help = did_you_mean(name, self.declared, "declared") if self.few else ""
                if name.casefold() in called:
                    ids = " or ".join(f"'{id}'" for id in called[name.casefold()])
                    help = f"that is a name, not an id: write {ids}"
                yield found(place, f"{kind} '{name}' is not declared", help)


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
    timeline, events = record.timeline, record.events
    if not timeline.report.incomplete and _actor_ids(timeline, events) - timeline.actors.keys():
        names = Names(timeline.actors, actors_named(timeline, events))
        called = _called((name, one.id) for one in timeline.actors.values() for name in (one.name, *one.aliases))
        yield from names.findings("actor", lambda name: timeline.actors[name].origin, called)


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
    timeline, events = record.timeline, record.events
    if not timeline.report.incomplete and _source_ids(timeline, events) - timeline.sources.keys():
        names = Names(timeline.sources, sources_named(timeline, events))
        called = _called((one.title, one.id) for one in timeline.sources.values())
        yield from names.findings("source", lambda name: timeline.sources[name].origin, called)


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
    tied = [event for event in record.events if event.related]
    if record.timeline.report.incomplete or not tied:
        return
    known = dict.fromkeys(event.id for event in record.events)  # in their order: a set has another in every run
    unknown = 0
    for event in tied:
        for number, relation in enumerate(event.related):
            if relation.event not in known:
                place = event.origin.at("related", number, "event")
                help = did_you_mean(relation.event, known, "declared") if unknown < MOST_SUGGESTIONS else ""
                unknown += 1
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
        line = timeline.lineage(actor.id) if actor.of else ()
        above = timeline.actors[line[-1]].of if line else ""
        if line and above == actor.id:
            message = f"actor '{actor.id}' belongs to itself: {' of '.join((*line, actor.id))}"
            yield found(actor.origin.at("of"), message, "delete 'of' at the actor that stands at the top")
        elif len(line) == MAX_LEVELS and above in timeline.actors and above not in line:
            message = f"actor '{actor.id}' belongs to others through more than {MAX_LEVELS} levels, or in a circle"
            yield found(actor.origin.at("of"), message, "name the actor at the top, or the next but one to it")
