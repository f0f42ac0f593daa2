"""What a rule is: a small function over a loaded timeline whose docstring is its page in the manual."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from diplotimeline.problems import Finding
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event, Origin


class Record(NamedTuple):
    """What a rule looks at: the timeline, and the day that counts as today."""

    timeline: Timeline
    today: date

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, also those with mistakes."""
        return (*self.timeline.events, *self.timeline.report.faulty)


Rule = Callable[[Record], Iterator[Finding]]
RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a rule under its name. The runner stamps name and severity onto what it finds."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register


def found(place: Origin, message: str, help: str = "", *, at_key: bool = False) -> Finding:
    """A finding at a place, still without its rule."""
    return Finding("", message, help, place.route, "key" if at_key else "value", file=place.file)
