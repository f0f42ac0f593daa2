"""A set of sentences with the events that they tell, and how many of them the drafting finds.

The sentences speak of invented states. `date` lists every acceptable date, `TODO` where the text settles none; `words`
stand in the quote. A sentence without events must not become one. The statement itself never counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import yaml
from places import DATA as EVERY

from diplotimeline import Actor
from diplotimeline.drafting import Candidate, candidates

DATA = EVERY / "drafting"


@dataclass
class Figures:
    """What came of a set: wanted events, those found with the right date, and what went wrong, in words."""

    wanted: int = 0
    found: int = 0
    silent: int = 0
    false: int = 0
    odd: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def sentences(name: str) -> list[dict[str, Any]]:
    """The sentences of a set."""
    return list(yaml.safe_load((DATA / name).read_text(encoding="utf-8")))


@cache
def worlds() -> Mapping[str, Mapping[str, Actor]]:
    """The registers of the invented worlds."""
    read = yaml.safe_load((DATA / "worlds.yaml").read_text(encoding="utf-8"))["worlds"]
    return {name: {id: _actor(one) for id, one in world["actors"].items()} for name, world in read.items()}


def _actor(given: dict[str, Any]) -> Actor:
    several = {"of": tuple(filter(None, [given.get("of")])), "aliases": tuple(given.get("aliases", ()))}
    return Actor(**{**given, **several})


def drafted(one: Mapping[str, Any]) -> list[Candidate]:
    """The events drafted from a sentence of the set, without the statement itself."""
    issued = date.fromisoformat(one["issued"])
    found = candidates(one["text"], issued, language=one["lang"], actors=worlds()[one["world"]])
    events = [candidate for candidate in found if not candidate.reason]
    return [event for event in events if (event.type, event.date) != ("statement", one["issued"])]


def figures(name: str) -> Figures:
    """How the drafting does on a set."""
    result = Figures()
    for one in sentences(name):
        left = drafted(one)
        if not one["events"]:
            result.silent += 1
            result.false += bool(left)
        for event in one["events"]:
            result.wanted += 1
            match = next((candidate for candidate in left if fits(candidate, event)), None)
            if match is None:
                result.missed.append(f"{one['id']}: {event['words']}")
                continue
            left.remove(match)
            result.found += 1
            result.odd += [f"{one['id']}: {oddity}" for oddity in oddities(match, event)]
    return result


def fits(candidate: Candidate, event: Mapping[str, Any]) -> bool:
    """Whether a candidate is the wanted event: its date, and its words in the quote."""
    words = " ".join(event["words"].split())
    return (candidate.date or "TODO") in several(event["date"]) and words in " ".join(candidate.quote.split())


def oddities(candidate: Candidate, event: Mapping[str, Any]) -> Iterator[str]:
    """What of a found event is not as expected."""
    if candidate.type not in several(event.get("type", candidate.type)):
        yield f"type {candidate.type}"
    if candidate.status not in several(event.get("status", candidate.status)):
        yield f"status {candidate.status}"
    if candidate.according_to != event.get("according_to", candidate.according_to):
        yield f"according to {candidate.according_to or 'nobody'}"


def several(value: Any) -> list[str]:
    """One value or several, as a list."""
    return value if isinstance(value, list) else [value]
