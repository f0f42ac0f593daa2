"""What a rule is: a small function over a loaded timeline whose docstring is its page in the manual."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from diplotimeline.problems import Finding, Route
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor, Event, Source


class Record(NamedTuple):
    """What a rule looks at: the timeline, and the day that counts as today."""

    timeline: Timeline
    today: date

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, also those with mistakes."""
        return (*self.timeline.events, *self.timeline.faulty)


Rule = Callable[[Record], Iterator[Finding]]
RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a rule under its name. The runner stamps name and severity onto what it finds."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register


def in_event(event: Event, *route: str | int) -> tuple[Route, int]:
    """The place of a field of an event: its route and file."""
    file, number = event.origin
    return ("events", number, *route), file


def in_actor(actor: Actor, *route: str | int) -> tuple[Route, int]:
    """The place of a field of an actor: its route and file."""
    return ("actors", actor.id, *route), actor.origin


def in_source(source: Source, *route: str | int) -> tuple[Route, int]:
    """The place of a field of a source: its route and file."""
    return ("sources", source.id, *route), source.origin


def found(place: tuple[Route, int], message: str, help: str = "", *, at_key: bool = False) -> Finding:
    """A finding at a place, still without its rule."""
    route, file = place
    return Finding("", message, help, route, "key" if at_key else "value", file=file)
