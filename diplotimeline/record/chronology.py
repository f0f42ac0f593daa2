"""The chronology: events in order with everything they refer to, and the questions that may be asked of it."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import tzinfo
from itertools import accumulate, chain
from typing import NamedTuple

from diplotimeline.characters import folded, normal
from diplotimeline.dates import Doubt, EventDate, doubt_of, heading, parse
from diplotimeline.errors import CallError, UnknownActorError
from diplotimeline.problems import Problem
from diplotimeline.record.fields import Value, nothing, value_class
from diplotimeline.record.report import Report
from diplotimeline.record.values import Actor, Claim, Event, Source
from diplotimeline.record.zones import find_zone
from diplotimeline.suggest import did_you_mean, is_state, known_ones

MAX_ABOVE = 50  # a person, a body, a state: three or four are usual
SMALLEST_GAP = 7
UNDATED = replace(parse("[..9999-12-31]"), edtf="TODO", parsed=True)
"""The date of an event in a draft whose date is still a TODO: it may be any day, and stands last."""
SHORTEST_PART = 2  # letters of a name that are looked for in longer ones


class Archived(NamedTuple):
    """The archived text of a source; or, with the name of a rule, why it cannot be relied on."""

    text: str | None
    rule: str = ""
    message: str = ""
    help: str = ""


@value_class
class Timeline(Value):
    """A chronology: the events of all files in chronological order, with everything they refer to.

    `archive` holds the archived texts by the id of their source; `verdicts` says, by the id of a source and a quote,
    whether the quote stands there. `known_by` is the day, if one was asked for, after which no source counts; `ranges`
    are the days, if a range was asked for, in which its events may lie: first and last, infinitely far where open.
    `left_out` has, by id, the events to which some of these are related, but which were left out (`only`).
    `todos` names, by the id of an event in a draft, its fields that are still a TODO. `report` is what loading found.
    """

    title: str = ""
    summary: str = ""
    actors: Mapping[str, Actor] = field(default_factory=nothing)
    sources: Mapping[str, Source] = field(default_factory=nothing)
    events: tuple[Event, ...] = ()
    archive: Mapping[str, Archived] = field(default_factory=nothing, repr=False)
    verdicts: Mapping[tuple[str, str], str] = field(default_factory=nothing, repr=False)
    known_by: str = ""
    left_out: Mapping[str, Event] = field(default_factory=nothing, repr=False, compare=False)
    ranges: tuple[tuple[float, float], ...] = ()
    todos: Mapping[str, tuple[str, ...]] = field(default_factory=nothing, repr=False, compare=False)
    report: Report = field(default=Report(), repr=False, compare=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What loading found wrong with the data; `check` finds more."""
        return self.report.problems

    def only(self, events: Iterable[Event]) -> "Timeline":
        """The timeline with these of its events alone."""
        kept = tuple(events)
        related = {relation.event for event in kept for relation in event.related}
        related -= {event.id for event in kept}
        others = {event.id: event for event in self.events if event.id in related} if related else {}
        return replace(self, events=kept, left_out={**self.left_out, **others})

    def verdict(self, claim: Claim) -> str | None:
        """Whether the quote of a claim stands in the archived text of its source; None without a quote."""
        return self.verdicts.get((claim.source, claim.quote), "unverified") if claim.quote else None

    def lineage(self, actor: str) -> tuple[str, ...]:
        """The actor and all that it belongs to, nearest first; a rule refuses circles and more than `MAX_ABOVE`."""
        line = [actor] if actor in self.actors else []
        for one in line:  # it grows on the way
            known = (above for above in self.actors[one].of[:MAX_ABOVE] if above in self.actors)
            line += [above for above in known if above not in line]
            if len(line) > MAX_ABOVE:
                break
        return tuple(line[:MAX_ABOVE])

    def name(self, actor: str) -> str:
        """The name of an actor as printed."""
        return self.actors[actor].name if actor in self.actors else actor

    def voices(self, claim: Claim) -> tuple[str, ...]:
        """The ids of the actors who say what a claim says; none when the source names no speaker."""
        source = self.sources.get(claim.source)
        return claim.according_to or (source.speaker if source else ())


def speakers_of(timeline: Timeline, event: Event) -> Iterator[str]:
    """The ids of all whose words an event holds: speakers of its sources, and those whom the sources pass on."""
    for claim in event.claims:
        source = timeline.sources.get(claim.source)
        yield from (*claim.according_to, *(source.speaker if source else ()))


def names_in(timeline: Timeline, event: Event) -> Iterator[str]:
    """By what names, other names and offices those are known who take part in an event or speak of it."""
    for id in dict.fromkeys((*actors_of(event), *speakers_of(timeline, event))):
        if actor := timeline.actors.get(id):
            yield from filter(None, (actor.name, *actor.aliases, actor.office))
        else:
            yield id


def order(event: Event) -> tuple[int, int, int, float]:
    """A key that sorts events chronologically, each by the time zone of its own file: see `EventDate.order`."""
    return event.date.order(zone_of(event), event.order or 0, event.part or "")


def month_of(event: Event) -> tuple[int, int | None]:
    """Year and month under which an event stands in the chronology; no month when only the year is known."""
    return heading(event.date, zone_of(event))


def zone_of(event: Event) -> tzinfo | None:
    """The time zone of the file of an event that has a clock time; None where it names none."""
    return find_zone(event.zone) if event.zone and event.date.clock else None


def clock_zone(event: Event) -> str:
    """The name of the zone of an event's file, if it or a claim has a clock time, which means another elsewhere."""
    dates = (event.date, *(claim.date for claim in event.claims))
    return event.zone if any(when and when.clock for when in dates) else ""


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
    """The id of the actor with this id, name or alias, whatever the case, accents and kinds of signs (`same_words`).

    Raises `UnknownActorError` when there is none, another `CallError` when several share the name.
    """
    names = actor_names(timeline)
    if (id := normal("NFC", given)) in names:
        return id
    every = [name for several in names.values() for name in several]
    meant = {*same_words(given, every)}
    matches = [id for id, known in names.items() if not meant.isdisjoint(known)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise CallError(f"'{given}' is the name of several actors: {', '.join(matches)}", "use one of these ids")
    raise UnknownActorError(f"no actor is called '{given}'", _meant(timeline, given, names), "actors")


def _meant(timeline: Timeline, given: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """Help for a name that no actor has: those with this word in their name, or the name most like it.

    A state is only named for a slip of one letter: America is not a mistyped Armenia.
    """
    states = {id for id, its in names.items() if timeline.actors[id].kind == "state" or any(map(is_state, its))}
    word = _spaced(given)
    in_part = [id for id, its in names.items() if id not in states and any(word in name for name in map(_spaced, its))]
    called = {id: ", ".join(filter(None, (timeline.actors[id].name, timeline.actors[id].office))) for id in in_part}
    if len(word) > SHORTEST_PART and len(called) > 1:
        return known_ones([f"{id} ({name})" for id, name in called.items()], f"several actors match '{given}'")
    if len(word) > SHORTEST_PART and called:
        return f"did you mean '{in_part[0]}' ({called[in_part[0]]})? {known_ones(names, 'known')}"
    others = [name for its in names.values() for name in its]
    return did_you_mean(given, names, "known", {name for id in states for name in names[id]}, others)


def _spaced(name: str) -> str:
    """A name as a row of words, each with a blank before it, so that a part of it begins with a word."""
    words = re.findall(r"[^\W_]+", folded(name))
    return f" {' '.join(words)}"


def actor_names(timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """By the id of each actor all by which it is found: its id, name and aliases."""
    return {id: (id, actor.name, *actor.aliases) for id, actor in timeline.actors.items()}


def same_words(given: str, known: Iterable[str]) -> list[str]:
    """The known words that are this one but for the case; if there are none, those that are `folded` alike."""
    for form in (lambda word: normal("NFC", word).casefold(), folded):
        wanted = form(given)
        if found := [word for word in known if form(word) == wanted]:
            return found
    return []


def find_sources(timeline: Timeline, given: str) -> list[str]:
    """The source with this id; if there is none, those with ids that are this one as `same_words` takes it."""
    id = normal("NFC", given)
    return [id] if id in timeline.sources else same_words(given, timeline.sources)


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


def perhaps(timeline: Timeline, event: Event) -> Doubt | Claim | None:
    """Why an event lies only perhaps in the range that was asked for, None if it has its place there.

    The reason is a doubt about its own date, or the asserting claim by whose date alone it lies there. An event without
    a date has its place nowhere.
    """
    if event.date is UNDATED:
        return "start"
    if not timeline.ranges:
        return None
    if doubts := [doubt_of(event.date, *days) for days in timeline.ranges if event.date.possible(*days)]:
        return None if None in doubts else doubts[0]
    for claim in event.claims:
        if claim.date and claim.stance == "asserts" and any(claim.date.possible(*days) for days in timeline.ranges):
            return claim
    return None


def parted(timeline: Timeline, *, reverse: bool = False) -> tuple[list[Event], list[Event]]:
    """The events that have their place in the range that was asked for, and those that lie there only perhaps.

    Those without a date stand last.
    """
    both: tuple[list[Event], list[Event]] = ([], [])
    for event in timeline.events[::-1] if reverse else timeline.events:
        both[perhaps(timeline, event) is not None].append(event)
    both[1].sort(key=lambda event: event.date is UNDATED)
    return both


def top(timeline: Timeline, number: int, *, reverse: bool = False) -> Timeline:
    """The timeline with so many of its events: the first that are printed, which is what lies only perhaps there last.

    The events keep their order.
    """
    inside, doubtful = parted(timeline, reverse=reverse)
    kept = [*inside[:number], *doubtful[: max(number - len(inside), 0)]]
    shown = {id(event) for event in kept}
    return timeline.only(event for event in timeline.events if id(event) in shown)


def gaps(events: Iterable[Event], others: Iterable[Event] = ()) -> list[int]:
    """Before each event, the days since the last day of all events before it; 0 when it is less than a week.

    It is 0 as well when an event may have happened in between: one of open or unknown date, or by one of its claims.
    `others` are events that have no place among these, and yet may fill a gap.
    """
    events = list(events)
    touched = sorted(
        stretch for event in chain(events, others) for when in dates_of(event) for stretch in when.stretches
    )
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
