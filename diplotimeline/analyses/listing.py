"""What a chronology holds under one heading: the ids and names of its actors, sources, events …, and how often."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from diplotimeline.errors import CallError
from diplotimeline.record.chronology import Timeline, involved
from diplotimeline.record.values import Claim, Event
from diplotimeline.record.words import TYPES
from diplotimeline.suggest import did_you_mean


class Entry(NamedTuple):
    """One entry of a list: the word by which filters find it, its name, and the number of its events.

    An event itself has the number of its claims.
    """

    id: str
    name: str
    number: int


Finder = Callable[[Timeline, Event], Iterable[str]]


def listing(timeline: Timeline, kind: str) -> tuple[Entry, ...]:
    """The entries of one of `KINDS`, the most frequent first, then in the order of the files; events in their order.

    An actor has the events of those who belong to it too, as the filter for it has. Raises `CallError` for another
    word.
    """
    if kind not in KINDS:
        raise CallError(f"there is no kind '{kind}'", did_you_mean(kind, KINDS))
    if kind == "events":
        return tuple([Entry(event.id, event.title, len(event.claims)) for event in timeline.events])
    names = _names(timeline, kind)
    counted = Counter(dict.fromkeys(names, 0))
    found = FINDERS[kind]
    counted.update(one for event in timeline.events for one in dict.fromkeys(found(timeline, event)))
    return tuple([Entry(id, names.get(id, ""), number) for id, number in counted.most_common()])


def _names(timeline: Timeline, kind: str) -> dict[str, str]:
    """By the id of each entry that has one its name; those of the registers are listed also if no event has them."""
    if kind == "actors":
        return {id: actor.name for id, actor in timeline.actors.items()}
    if kind == "sources":
        return {id: source.title for id, source in timeline.sources.items()}
    used = {event.type for event in timeline.events} if kind == "types" else set()
    return {type: meaning for type, meaning in TYPES.items() if type in used}


def _places(_timeline: Timeline, event: Event) -> list[str]:
    """The names of the places of an event, also of those that only one of its sources names."""
    everyone: tuple[Event | Claim, ...] = (event, *event.claims)
    return [one.place.name for one in everyone if one.place]


FINDERS: dict[str, Finder] = {
    "actors": involved,
    "sources": lambda _timeline, event: [claim.source for claim in event.claims],
    "types": lambda _timeline, event: filter(None, [event.type]),
    "tags": lambda _timeline, event: event.tags,
    "places": _places,
}
KINDS = ("actors", "sources", "events", "types", "tags", "places")
