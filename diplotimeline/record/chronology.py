"""The chronology: events in order with everything they refer to, and the questions that may be asked of it."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from diplotimeline.dates import EventDate
from diplotimeline.errors import CallError
from diplotimeline.problems import Problem, Route
from diplotimeline.record.fields import Verdict
from diplotimeline.record.values import Actor, Archived, Claim, Event, Source, TimelineFile
from diplotimeline.suggest import did_you_mean

MAX_LEVELS = 50  # a person, a body, a state: three or four are usual
SMALLEST_GAP = 7


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chronology: the events of all files in chronological order, with everything they refer to.

    `problems` is what loading found wrong. Events with mistakes are not among `events` but in `faulty`, as far as
    they could be read: only rules look at them. `verdicts` says for each quote whether it stands in the archived
    text of its source (`archive`, by source id), if there is one; `verdict` for any. `passed_over` names files in
    folders that are no timelines; `renamed` leads from mistyped names, by file and route as they were read, to the
    routes as they are written. `incomplete` says that a part could not be read at all: what seems undeclared or
    unused may stand there.
    """

    title: str = ""
    summary: str = ""
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[TimelineFile, ...] = ()
    faulty: tuple[Event, ...] = ()
    passed_over: tuple[str, ...] = ()
    renamed: Mapping[tuple[int, Route], Route] = field(default_factory=dict)
    incomplete: bool = False
    archive: Mapping[str, Archived] = field(default_factory=dict)
    verdicts: Mapping[tuple[int, int, int], Verdict] = field(default_factory=dict)

    def verdict(self, event: Event, number: int) -> Verdict | None:
        """Whether the quote of the claim of this number stands in the archived text; None without a quote."""
        if not event.claims[number].quote:
            return None
        return self.verdicts.get((*event.origin, number), "unverified") if self.verdicts else "unverified"

    def lineage(self, actor: str) -> tuple[str, ...]:
        """The actor and all that it belongs to, nearest first; a rule refuses circles and longer lines."""
        line: dict[str, None] = {}
        while actor in self.actors and actor not in line and len(line) < MAX_LEVELS:
            line[actor] = None
            actor = self.actors[actor].of
        return tuple(line)

    def name(self, actor: str) -> str:
        """The name of an actor as printed."""
        return self.actors[actor].name if actor in self.actors else actor

    def voice(self, claim: Claim) -> str:
        """The id of the actor who says what a claim says; empty when the source names no speaker."""
        source = self.sources.get(claim.source)
        return claim.according_to or (source.speaker if source else "")


def actors_of(event: Event) -> Iterable[str]:
    """The ids of all actors in an event, also those that only one of its sources names."""
    everyone: tuple[Event | Claim, ...] = (event, *event.claims)
    for people in everyone:
        for participant in people.actors:
            yield participant.who
        for side in people.casualties:
            yield side.who


def involved(timeline: Timeline, event: Event) -> dict[str, None]:
    """The ids by which a filter for an actor finds an event: those of its actors and of all that they belong to."""
    families = (timeline.lineage(actor) or (actor,) for actor in actors_of(event))
    return dict.fromkeys(actor for family in families for actor in family)


def find_actor(timeline: Timeline, given: str) -> str:
    """The id of the actor with this id, name or alias, whatever the case.

    Raises `CallError` when there is none, or when several share the name.
    """
    wanted = given.casefold()
    names = {id: (id, actor.name, *actor.aliases) for id, actor in timeline.actors.items()}
    if given in names:
        return given
    matches = [id for id, known in names.items() if wanted in (name.casefold() for name in known)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise CallError(f"'{given}' is the name of several actors: {', '.join(matches)}", "use one of these ids")
    known = dict.fromkeys([*names, *(name for several in names.values() for name in several[1:])])
    raise CallError(f"no actor is called '{given}'", did_you_mean(given, known, "known"))


def cited(timeline: Timeline) -> dict[str, int]:
    """The ids of the sources that the events cite, numbered from 1 in the order in which a reader meets them."""
    sources = dict.fromkeys([claim.source for event in timeline.events for claim in event.claims])
    return {name: number for number, name in enumerate(filter(timeline.sources.__contains__, sources), start=1)}


def gaps(events: Iterable[Event]) -> list[int]:
    """Before each event, the days since the last day of all events before it; 0 when it is less than a week."""
    gaps: list[int] = []
    last: int | float = math.inf
    for event in events:
        gap = event.date.first_day - last if gaps else 0
        gaps.append(int(gap) if gap >= SMALLEST_GAP else 0)
        last = max(last, _end(event.date)) if len(gaps) > 1 else _end(event.date)
    return gaps


def _end(when: EventDate) -> int | float:
    """The last day of an event as a gap sees it: nothing is a gap after an event that goes on."""
    return math.inf if when.kind == "interval" and when.end.year is None else when.last_day
