"""Where a file declares and names the ids of actors, sources and events, by the routes of what stands there."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from diplotimeline.problems import Route

Kind = Literal["actor", "source", "event"]
REFERENCES: dict[str, Kind] = {
    "who": "actor",
    "of": "actor",
    "speaker": "actor",
    "according_to": "actor",
    "source": "source",
    "version_of": "source",
    "event": "event",
}
"""The fields that hold an id, or a list of ids, of others."""
LISTS_OF_GROUPS = ("claims", "casualties", "related")


class Mention(NamedTuple):
    """An id at a route: that of the name of an entry where it `declares` an actor or a source, else of a text."""

    kind: Kind
    id: str
    route: Route
    declares: bool = False


def mentions(root: dict[str, Any]) -> Iterator[Mention]:
    """Every id that a file's data declares or names; none of those that are made from date and title."""
    registers: tuple[tuple[str, Kind], ...] = (("actors", "actor"), ("sources", "source"))
    for section, kind in registers:
        entries = root.get(section)
        for id, entry in entries.items() if isinstance(entries, dict) else ():
            yield Mention(kind, id, (section, id), declares=True)
            yield from _in_group(entry, (section, id))
    events = root.get("events")
    for number, event in enumerate(events if isinstance(events, list) else ()):
        if isinstance(event, dict) and isinstance(event.get("id"), str):
            yield Mention("event", event["id"], ("events", number, "id"), declares=True)
        yield from _in_group(event, ("events", number))


def _in_group(group: Any, route: Route) -> Iterator[Mention]:
    """The ids that an entry, a claim or another group names."""
    for name, value in group.items() if isinstance(group, dict) else ():
        here = (*route, name)
        if name in REFERENCES:
            yield from _texts(REFERENCES[name], value, here)
        elif name == "actors":
            yield from _texts("actor", value, here)
        if name == "actors" or name in LISTS_OF_GROUPS:
            for number, one in enumerate(value if isinstance(value, list) else ()):
                yield from _in_group(one, (*here, number))


def _texts(kind: Kind, value: Any, route: Route) -> Iterator[Mention]:
    """A text, or the texts of a list, as ids."""
    if isinstance(value, str):
        yield Mention(kind, value, route)
    for number, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, str):
            yield Mention(kind, one, (*route, number))
