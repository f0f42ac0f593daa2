"""Rules on what a careful editor would ask about: unused names, missing quotes, doubles, namesakes."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from diplotimeline.checks.ids import Ids, Mention, actor_ids, actors_named, source_ids, sources_named
from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.dates import EventDate
from diplotimeline.problems import Finding
from diplotimeline.record.named import Pairs, told_apart
from diplotimeline.record.values import Actor, Event, Origin, Source

MOST_COMPARED = 100  # events that only their ids in other databases tell apart, or that are doubles of one


@rule("unused-actor", warns=True)
def unused_actor(record: Record) -> Iterator[Finding]:
    """Actors that are declared and that no event, source or actor names."""
    timeline, events = record.timeline, record.events
    ids, mentions = actor_ids(timeline, events), actors_named(timeline, events)
    yield from _unused(record, timeline.actors, ids, mentions, "actor", "name")


@rule("unused-source", warns=True)
def unused_source(record: Record) -> Iterator[Finding]:
    """Sources that are declared and that no event or source cites."""
    timeline, events = record.timeline, record.events
    ids, mentions = source_ids(timeline, events), sources_named(timeline, events)
    yield from _unused(record, timeline.sources, ids, mentions, "source", "cite")


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
    files = {event.origin.file for event in record.events}
    for id in Ids(declared, mentions).unused if ids - declared.keys() else [one for one in declared if one not in ids]:
        origin = declared[id].origin
        if origin.file in files:
            message = f"{kind} '{id}' is declared but never {verb}d"
            yield found(origin, message, f"delete it, or {verb} it where it belongs", at_key=True)


@rule("no-quote", warns=True)
def no_quote(record: Record) -> Iterator[Finding]:
    """Events none of whose claims has a quote."""
    for event in record.timeline.events:
        if not any(claim.quote for claim in event.claims):
            message = "no source of this event is quoted"
            yield found(event.origin.at("claims", 0, "source"), message, "add 'quote:' with its own words")


@rule("duplicate-event", warns=True)
def duplicate_event(record: Record) -> Iterator[Finding]:
    """Events that say the same as an earlier one, or that differ from one of another source in their title alone."""
    events = sorted(record.timeline.events, key=lambda one: one.origin)
    same = _alike(events)
    near: dict[Origin, Event] = {}
    for one, later in _near(events):
        near.setdefault(later.origin, one)
    for event in events:
        double = same.get(event.origin) or near.get(event.origin)
        if double is not None:
            alike = "" if event.origin in same else ": type, place and actors are the same, and the day may be"
            message = f"this looks like the event '{double.id or double.title}' once more{alike}"
            help = "make it one event with two claims, or tell them apart"
            yield found(event.origin.at("title"), message, help, also=double.origin)


def _alike(events: Iterable[Event]) -> dict[Origin, Event]:
    """By the place of an event an earlier one with its date and title, or its date, type, actors and quotes."""
    seen: dict[tuple[object, ...], dict[Pairs, Event]] = {}
    doubles: dict[Origin, Event] = {}
    for event in events:
        keys: list[tuple[object, ...]] = [(event.date.edtf, event.title.casefold())]
        quotes = tuple([claim.quote for claim in event.claims if claim.quote])
        if quotes and event.type:
            keys.append((event.date.edtf, event.type, frozenset([one.who for one in event.actors]), quotes))
        for key in keys:
            earlier = seen.setdefault(key, {})
            if earlier and event.origin not in doubles and (double := _double(event, earlier)):
                doubles[event.origin] = double
            earlier.setdefault(event.identifiers, event)
    return doubles


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
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        if event.type and event.place and event.actors:
            key = (event.type, event.place.name.casefold(), frozenset([one.who for one in event.actors]))
            groups.setdefault(key, []).append(event)
    for group in groups.values():
        if len(group) > 1:
            yield from _near_in(group)


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


def _bounds(when: EventDate) -> tuple[float, float, float, float]:
    """The days on which a date may begin, first and last, and on which it may end; infinite where nobody knows."""
    first, last, ended, end = when.earliest, when.start_latest, when.end_earliest, when.latest
    return (
        -math.inf if first is None else first, math.inf if last is None else last,
        -math.inf if ended is None else ended, math.inf if end is None else end,
    )  # fmt: skip


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
