"""Rules on ids: every id that is mentioned is declared, and no actor belongs to itself."""

from collections.abc import Iterable, Iterator, Mapping

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import TODO, Finding
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.chronology import MAX_ABOVE, Timeline
from diplotimeline.record.values import Actor, Event, Origin, Participant, Source
from diplotimeline.suggest import closest, did_you_mean

MOST_SUGGESTIONS = 100  # to look for the nearest of many ids takes time
Mention = tuple[str, Origin]
"""A place where a file refers to an actor or a source: the id that stands there, and where it stands."""


def actors_named(record: Record) -> Iterator[Mention]:
    """Every mention of an actor."""
    for event in record.events:
        yield from _people(event, event.actors, event.casualties)
        for number, claim in enumerate(event.claims):
            yield from _people(event, claim.actors, claim.casualties, "claims", number)
            for place, speaker in enumerate(claim.according_to):
                yield speaker, event.origin.at("claims", number, "according_to", place)
    for source in record.timeline.sources.values():
        for place, speaker in enumerate(source.speaker):
            yield speaker, source.origin.at("speaker", place)
    for actor in record.timeline.actors.values():
        for place, above in enumerate(actor.of):
            yield above, actor.origin.at("of", place)


def _people(
    event: Event, actors: tuple[Participant, ...], casualties: tuple[Casualties, ...], *above: str | int
) -> Iterator[Mention]:
    """The actors that an event or a claim mentions as participants or as sides with casualties."""
    for number, participant in enumerate(actors):
        yield participant.who, event.origin.at(*above, "actors", number, "who")
    for number, side in enumerate(casualties):
        if side.who:
            yield side.who, event.origin.at(*above, "casualties", number, "who")


def sources_named(record: Record) -> Iterator[Mention]:
    """Every mention of a source."""
    for event, number, claim in record.claims:
        yield claim.source, event.origin.at("claims", number, "source")
    for source in record.timeline.sources.values():
        if source.version_of:
            yield source.version_of, source.origin.at("version_of")


class Ids:
    """The ids of actors, or of sources: those that are declared against those that are mentioned.

    `unknown` holds the ids that are not declared, each with the places where it stands; `unused` the ids that are
    declared and never mentioned. A declared id without a mention, and a very similar one that is not declared, are
    one mistake: `misspelt` leads from the id as mentioned to the id as declared, which then does not count as unused.
    """

    def __init__(self, declared: Mapping[str, Actor | Source], mentions: Iterable[Mention]) -> None:
        self.declared = declared
        self.unknown: dict[str, list[Origin]] = {}
        self.unused = dict.fromkeys(declared)
        for id, origin in mentions:
            self.unused.pop(id, None)
            if id not in self.declared and not TODO.search(id):
                self.unknown.setdefault(id, []).append(origin)
        self.states = {id for id, one in declared.items() if isinstance(one, Actor) and one.kind == "state"}
        self.few = len(self.unknown) <= MOST_SUGGESTIONS
        pairs = ((id, closest(id, self.unused, self.states)) for id in (self.unknown if self.few else ()))
        self.misspelt = {id: near for id, near in pairs if near}
        for near in self.misspelt.values():
            self.unused.pop(near, None)

    def findings(self, kind: str, names: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
        """A finding for each mention of an unknown id; if the declaration is mistyped, one there instead.

        `names` are the printed names of what is declared, by id.
        """
        called: dict[str, list[str]] = {}  # several actors may share a name
        for id, its in names.items():
            for name in {name.casefold() for name in its}:
                called.setdefault(name, []).append(id)
        for id, origins in self.unknown.items():
            near = self.misspelt.get(id)
            if near and len(origins) > 1:
                message = f"{kind} '{near}' is declared but never named, and '{id}' is named but not declared"
                help = f"write the same id at both, such as '{id}'"
                yield found(self.declared[near].origin, message, help, at_key=True)
                continue
            for origin in origins:
                help = did_you_mean(id, self.declared, "declared", self.states) if self.few else ""
                if id.casefold() in called:
                    ids = " or ".join(f"'{one}'" for one in called[id.casefold()])
                    help = f"that is a name, not an id: write {ids}"
                yield found(origin, f"{kind} '{id}' is not declared", help)


@rule("unknown-actor")
def unknown_actor(record: Record) -> Iterator[Finding]:
    """Ids of actors that are named but not declared."""
    timeline = record.timeline
    if not timeline.report.incomplete and record.actor_ids - timeline.actors.keys():
        names = {actor.id: (actor.name, *actor.aliases) for actor in timeline.actors.values()}
        yield from Ids(timeline.actors, actors_named(record)).findings("actor", names)


@rule("unknown-source")
def unknown_source(record: Record) -> Iterator[Finding]:
    """Ids of sources that are cited but not declared."""
    timeline = record.timeline
    if not timeline.report.incomplete and record.source_ids - timeline.sources.keys():
        names = {source.id: (source.title,) for source in timeline.sources.values()}
        yield from Ids(timeline.sources, sources_named(record)).findings("source", names)


@rule("unknown-event")
def unknown_event(record: Record) -> Iterator[Finding]:
    """Ids in `related` that no event has."""
    tied = [event for event in record.events if event.related]
    if record.timeline.report.incomplete or not tied:
        return
    known = dict.fromkeys([event.id for event in record.events])  # in their order: a set has another in every run
    unknown = 0
    for event in tied:
        for number, relation in enumerate(event.related):
            if relation.event not in known:
                origin = event.origin.at("related", number, "event")
                help = did_you_mean(relation.event, known, "declared") if unknown < MOST_SUGGESTIONS else ""
                unknown += 1
                yield found(origin, f"there is no event '{relation.event}'", help)


@rule("actor-cycle")
def actor_cycle(record: Record) -> Iterator[Finding]:
    """Actors that belong to themselves through `of`, or to too many others."""
    timeline = record.timeline
    for actor in timeline.actors.values():
        circle = _circle(timeline, actor)
        line = timeline.lineage(actor.id)
        beyond = (above for one in line for above in timeline.actors[one].of if above not in line)
        if circle:
            message = f"actor '{actor.id}' belongs to itself: {' of '.join(circle)}"
            origin = actor.origin.at("of", actor.of.index(circle[1]))
            yield found(origin, message, "delete 'of' at the actor that stands at the top")
        elif len(line) == MAX_ABOVE and any(above in timeline.actors for above in beyond):
            message = f"actor '{actor.id}' belongs to {MAX_ABOVE} others or more, or to others in a circle"
            yield found(actor.origin.at("of"), message, "name the actor at the top, or the next but one to it")


def _circle(timeline: Timeline, actor: Actor) -> list[str]:
    """The shortest way from an actor through `of` back to it, with the actor at both ends; empty if there is none."""
    below: dict[str, str] = {}
    for one in timeline.lineage(actor.id) if actor.of else ():
        for above in timeline.actors[one].of[:MAX_ABOVE]:
            below.setdefault(above, one)
        if actor.id in below:
            break
    way = [actor.id] if actor.id in below else []
    while way and (len(way) == 1 or way[0] != actor.id):
        way.insert(0, below[way[0]])
    return way
