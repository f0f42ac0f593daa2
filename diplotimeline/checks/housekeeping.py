"""Rules on what a careful editor would ask about: unused names, missing quotes, doubles, namesakes."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import attrgetter, itemgetter

from diplotimeline.checks.ids import Ids, Mention, actors_named, sources_named
from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.dates import EventDate
from diplotimeline.problems import Finding
from diplotimeline.record.named import Pairs, told_apart
from diplotimeline.record.values import Actor, Event, Origin, Source

MOST_COMPARED = 100  # events that only their ids in other databases tell apart, or that are doubles of one


@rule("unused-actor", warns=True)
def unused_actor(record: Record) -> Iterator[Finding]:
    """Actors that are declared and that no event, source or actor names."""
    yield from _unused(record, record.timeline.actors, record.actor_ids, actors_named(record), "actor", "name")


@rule("unused-source", warns=True)
def unused_source(record: Record) -> Iterator[Finding]:
    """Sources that are declared and that no event or source cites."""
    yield from _unused(record, record.timeline.sources, record.source_ids, sources_named(record), "source", "cite")


def _unused(
    record: Record,
    declared: Mapping[str, Actor | Source],
    ids: set[str],
    mentions: Iterable[Mention],
    kind: str,
    verb: str,
) -> Iterator[Finding]:
    """What is declared in a file with events and never mentioned; nothing while a mistake may hide a mention.

    `ids` are those of all mentions; where they stand is asked only if one is not declared, and may be misspelt.
    """
    if record.timeline.report.findings:
        return
    unused = [*Ids(declared, mentions).unused] if ids - declared.keys() else [one for one in declared if one not in ids]
    files = {event.origin.file for event in record.events} if unused else ()
    for id in unused:
        origin = declared[id].origin
        if origin.file in files:
            message = f"{kind} '{id}' is declared but never {verb}d"
            yield found(origin, message, f"delete it, or {verb} it where it belongs", at_key=True)


@rule("no-quote", warns=True)
def no_quote(record: Record) -> Iterator[Finding]:
    """Events none of whose claims has a quote."""
    quoted = {id(event) for event, _, _ in record.quoted}
    for event in [one for one in record.timeline.events if id(one) not in quoted]:
        message = "no source of this event is quoted"
        yield found(event.origin.at("claims", 0, "source"), message, "add 'quote:' with its own words")


@rule("duplicate-event", warns=True)
def duplicate_event(record: Record) -> Iterator[Finding]:
    """Events that say the same as an earlier one, or that differ from one of another source in their title alone."""
    events = _not_told_apart(record.timeline.events)
    same: dict[Origin, tuple[Event, Event]] = {}
    near: dict[Origin, tuple[Event, Event]] = {}
    for pairs, found_so in ((_alike(events, _titled), same), (_alike(events, _worded), same), (_near(events), near)):
        for one, later in pairs:
            found_so.setdefault(later.origin, (one, later))
    for double, event in (near | same).values():
        alike = "" if event.origin in same else ": type, place and actors are the same, and the day may be"
        message = f"this looks like the event '{double.id or double.title}' once more{alike}"
        help = "make it one event with two claims, or tell them apart"
        yield found(event.origin.at("title"), message, help, also=double.origin)


def _not_told_apart(events: Sequence[Event]) -> Sequence[Event]:
    """The events without those that a database, which has all events, tells apart from each other one: so are nearly
    all that come from a table.
    """
    for name, _ in events[0].identifiers if events else ():
        pairs = chain.from_iterable([event.identifiers for event in events])
        ids = [id for database, id in pairs if database == name]
        if len({*ids}) == len(events):
            return ()  # mostly
        if len(ids) == len(events):
            times = Counter(ids)
            return [event for event, id in zip(events, ids, strict=True) if times[id] > 1]
    return events


def _several(events: Iterable[Event], key: Callable[[Event], object]) -> Iterator[list[Event]]:
    """The events that have the same key, where it is one, in the order of their files: only those of several."""
    groups: dict[object, list[Event]] = {}
    for event in events:
        if (shared := key(event)) is not None:
            groups.setdefault(shared, []).append(event)
    yield from (sorted(group, key=attrgetter("origin")) for group in groups.values() if len(group) > 1)


def _titled(event: Event) -> object:
    return event.date.edtf, event.title.casefold()


def _worded(event: Event) -> object:
    """Date, type, actors and quotes; None without a quote."""
    quotes = tuple([claim.quote for claim in event.claims if claim.quote])
    return (event.date.edtf, event.type, _involved(event), quotes) if quotes and event.type else None


def _placed(event: Event) -> object:
    """Type, place and actors; None without one of them."""
    place, is_told = event.place, event.type and event.actors
    return (event.type, place.name.casefold(), _involved(event)) if place and is_told else None


def _involved(event: Event) -> frozenset[str]:
    return frozenset([one.who for one in event.actors])


def _alike(events: Iterable[Event], key: Callable[[Event], object]) -> Iterator[tuple[Event, Event]]:
    """Events of one key, each with the first that stands before it and that no database tells apart from it."""
    for group in _several(events, key):
        earlier: dict[Pairs, Event] = {}
        for event in group:
            if double := _double(event, earlier):
                yield double, event
            earlier.setdefault(event.identifiers, event)


def _double(event: Event, earlier: Mapping[Pairs, Event]) -> Event | None:
    """The first of the earlier events, by their ids in other databases, that no database has as another one."""
    ids = event.identifiers
    if ids in earlier:
        return earlier[ids]
    for others in islice(earlier, MOST_COMPARED):
        if not told_apart(others, ids):
            return earlier[others]
    return None


def _near(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of one type, place and actors whose dates may be the same or a day apart, that share no source and that no
    database tells apart.

    Only events of one type and place are compared, in the order of their days, each with those that may still touch it.
    """
    for group in _several(events, _placed):
        for run in _runs(group):
            cited = [frozenset([claim.source for claim in event.claims]) for event in run]
            if not frozenset.intersection(*cited):  # else all of them share a source
                yield from _near_in(run)


def _runs(group: Iterable[Event]) -> list[list[Event]]:
    """The events in runs in which each may lie a day or less behind one of those before it: only those of several."""
    reach = -math.inf
    runs: list[list[Event]] = []
    for first, last, event in sorted([(*_reach(event.date), event) for event in group], key=itemgetter(0)):
        if first > reach + 1 or not runs:
            runs.append([])
        runs[-1].append(event)
        reach = max(reach, last)
    return [run for run in runs if len(run) > 1]


def _near_in(group: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """The pairs of `_near` in events of one type, place and actors."""
    open: dict[tuple[str, frozenset[str], Pairs], tuple[list[Event], Sequence[float]]] = {}
    dated = [(_bounds(event.date), event) for event in group]
    for bounds, event in sorted(dated, key=lambda one: one[0][0]):
        sources = frozenset([claim.source for claim in event.claims])
        open = {key: others for key, others in open.items() if others[1][1] + 1 >= bounds[0]}
        doubles = 0
        for (_, cited, _), (others, (_, _, ended, end)) in open.items():
            touch = bounds[2] <= end + 1 and ended <= bounds[3] + 1
            for other in others if touch and cited.isdisjoint(sources) and doubles < MOST_COMPARED else ():
                if not told_apart(other.identifiers, event.identifiers):
                    yield (other, event) if other.origin < event.origin else (event, other)
                    doubles += 1
        ids = event.identifiers if len(open) < MOST_COMPARED else ()
        alike, _ = open.setdefault((event.date.edtf, sources, ids), ([], bounds))
        if len(alike) < MOST_COMPARED:
            alike.append(event)


def _reach(when: EventDate) -> tuple[float, float]:
    """The first and the last day that a date may touch; infinite where nobody knows."""
    first, end = when.earliest, when.latest
    return -math.inf if first is None else first, math.inf if end is None else end


def _bounds(when: EventDate) -> tuple[float, float, float, float]:
    """The days on which a date may begin, first and last, and on which it may end; infinite where nobody knows."""
    (first, end), last, ended = _reach(when), when.start_latest, when.end_earliest
    return first, math.inf if last is None else last, -math.inf if ended is None else ended, end


@rule("same-name", warns=True)
def same_name(record: Record) -> Iterator[Finding]:
    """Actors whose name another actor has too."""
    namesakes: dict[str, list[Actor]] = {}
    for actor in record.timeline.actors.values():
        namesakes.setdefault(actor.name.casefold(), []).append(actor)
    for several in namesakes.values():
        for one, other in zip(several, [*several[1:], several[0]], strict=True):
            if one is not other:
                message = f"actor '{other.id}' has the same name"
                help = "say in the name which one it is, such as 'of Armenia'"
                yield found(one.origin.at("name"), message, help, also=other.origin)
