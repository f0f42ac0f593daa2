"""Rules on what a careful editor would ask about: unused names, missing quotes, doubles, namesakes."""

from collections.abc import Iterable, Iterator, Mapping

from diplotimeline.checks.ids import Ids, Mention, actors_named, sources_named
from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import Finding
from diplotimeline.record.values import Actor, Event, Source


@rule("unused-actor", warns=True)
def unused_actor(record: Record) -> Iterator[Finding]:
    """Actors that are declared and that no event, source or actor names."""
    yield from _unused(record, record.timeline.actors, actors_named(record.timeline, record.events), "actor", "name")


@rule("unused-source", warns=True)
def unused_source(record: Record) -> Iterator[Finding]:
    """Sources that are declared and that no event or source cites."""
    yield from _unused(record, record.timeline.sources, sources_named(record.timeline, record.events), "source", "cite")


def _unused(
    record: Record, declared: Mapping[str, Actor | Source], mentions: Iterable[Mention], kind: str, verb: str
) -> Iterator[Finding]:
    """What is declared in a file with events and never mentioned; nothing while a mistake may hide a mention."""
    if record.timeline.report.findings:
        return
    files = {event.origin.file for event in record.events}
    for id in Ids(declared, mentions).unused:
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
    """Events with the date and title, or the date, type, actors and quotes, of an earlier one."""
    first: dict[tuple[object, ...], Event] = {}
    for event in sorted(record.timeline.events, key=lambda one: one.origin):
        keys: list[tuple[object, ...]] = [(event.date.edtf, event.title.casefold())]
        quotes = tuple(claim.quote for claim in event.claims if claim.quote)
        if quotes and event.type:
            keys.append((event.date.edtf, event.type, frozenset(one.who for one in event.actors), quotes))
        double = next((first[key] for key in keys if key in first), None)
        if double is not None:
            message = f"this looks like the event '{double.id or double.title}' once more"
            help = "make it one event with two claims, or tell them apart"
            yield found(event.origin.at("title"), message, help, also=double.origin)
        for key in keys:
            first.setdefault(key, event)


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
