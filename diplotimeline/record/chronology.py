"""The chronology: events in order with everything they refer to, and the questions that may be asked of it."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from itertools import accumulate

from diplotimeline.dates import EventDate, heading
from diplotimeline.errors import CallError, UnknownActorError
from diplotimeline.problems import Problem
from diplotimeline.record.kinds import find_zone
from diplotimeline.record.report import Report
from diplotimeline.record.values import Actor, Claim, Event, Source
from diplotimeline.suggest import did_you_mean

MAX_LEVELS = 50  # a person, a body, a state: three or four are usual
SMALLEST_GAP = 7


@dataclass(frozen=True, slots=True)
class Archived:
    """The archived text of a source; or, with the name of a rule, why it cannot be relied on."""

    text: str | None
    rule: str = ""
    message: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chronology: the events of all files in chronological order, with everything they refer to.

    `archive` holds the archived texts by the id of their source; `verdicts` says, by the id of a source and a quote,
    whether the quote stands there. `report` is what loading found.
    """

    title: str = ""
    summary: str = ""
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    archive: Mapping[str, Archived] = field(default_factory=dict, repr=False)
    verdicts: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)
    report: Report = field(default=Report(), repr=False, compare=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What loading found wrong with the data; `check` finds more."""
        return self.report.problems

    def verdict(self, claim: Claim) -> str | None:
        """Whether the quote of a claim stands in the archived text of its source; None without a quote."""
        return self.verdicts.get((claim.source, claim.quote), "unverified") if claim.quote else None

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


def order(event: Event) -> tuple[int, int, int, float]:
    """A key that sorts events chronologically, each by the time zone of its own file: see `EventDate.order`."""
    return event.date.order(_zone(event), event.order or 0, event.part or "")


def month_of(event: Event) -> tuple[int, int | None]:
    """Year and month under which an event stands in the chronology; no month when only the year is known."""
    return heading(event.date, _zone(event))


def _zone(event: Event) -> tzinfo | None:
    return find_zone(event.zone) if event.zone and event.date.clock else None


def actors_of(event: Event) -> Iterable[str]:
    """The ids of all actors in an event, also those that only one of its sources names."""
    everyone: tuple[Event | Claim, ...] = (event, *event.claims)
    for people in everyone:
        for participant in people.actors:
            yield participant.who
        for side in people.casualties:
            if side.who:
                yield side.who


def involved(timeline: Timeline, event: Event) -> dict[str, None]:
    """The ids by which a filter for an actor finds an event: those of its actors and of all that they belong to."""
    families = (timeline.lineage(actor) or (actor,) for actor in actors_of(event))
    return dict.fromkeys(actor for family in families for actor in family)


def find_actor(timeline: Timeline, given: str) -> str:
    """The id of the actor with this id, name or alias, whatever the case.

    Raises `UnknownActorError` when there is none, another `CallError` when several share the name.
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
    raise UnknownActorError(f"no actor is called '{given}'", did_you_mean(given, known, "known"))


def cited(timeline: Timeline) -> dict[str, int]:
    """The ids of the sources that the events cite, numbered from 1 in the order in which a reader meets them."""
    sources = dict.fromkeys([claim.source for event in timeline.events for claim in event.claims])
    return {name: number for number, name in enumerate(filter(timeline.sources.__contains__, sources), start=1)}


def dates_of(event: Event) -> tuple[EventDate, ...]:
    """The date of an event, and those that its asserting claims give instead."""
    claimed = [claim.date for claim in event.claims if claim.date and claim.stance == "asserts"]
    return event.date, *claimed


def possible(event: Event, first: float, last: float) -> bool:
    """Whether the event may have touched the days `first` to `last`: by its date, or by that of an asserting claim."""
    return any(when.possible(first, last) for when in dates_of(event))


def certain(event: Event, first: float, last: float) -> bool:
    """Whether the event's date and those of all asserting claims certainly touch the days `first` to `last`."""
    return all(when.certain(first, last) for when in dates_of(event))


def gaps(events: Iterable[Event]) -> list[int]:
    """Before each event, the days since the last day of all events before it; 0 when it is less than a week.

    It is 0 as well when an event may have happened in between: one of open or unknown date, or by one of its claims.
    """
    events = list(events)
    touched = sorted(stretch for event in events for when in dates_of(event) for stretch in when.stretches)
    starts = [start for start, _ in touched]
    reach = list(accumulate((end for _, end in touched), max))  # the last day of all that begin by then
    gaps: list[int] = []
    last = -math.inf
    for event in events:
        days = event.date.stretches
        first = days[0][0]
        is_gap = SMALLEST_GAP <= first - last < math.inf and reach[bisect_left(starts, first) - 1] <= last
        gaps.append(int(first - last) if is_gap else 0)
        last = max(last, days[-1][1])
    return gaps
