"""Two voices side by side as plain values: what only one of them says, and where both differ on the same event."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from diplotimeline.dates import display
from diplotimeline.errors import CallError
from diplotimeline.evidence import fold
from diplotimeline.model import Claim, Event, Timeline
from diplotimeline.prose import citation, people, toll
from diplotimeline.selection import find_actor
from diplotimeline.suggest import did_you_mean, known_ones

Point = Literal["date", "wording", "stance", "actors", "place", "casualties"]
POINTS: tuple[Point, ...] = get_args(Point)

Voice = tuple[str, Callable[[Claim], bool]]
"""A name, and whether a claim is its claim."""

Account = dict[Point, tuple[str, ...]]
"""What a voice says of an event, in words by point; a point of which it says nothing is empty."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An event as two voices tell it; `one` or `other` is None where that voice does not tell it.

    `differs` names the points on which they do not say the same; where only one tells it, on which it departs from
    the chronology. Silence is no other wording, but a toll that only one gives is a difference.
    """

    event: Event
    one: Account | None
    other: Account | None
    differs: tuple[Point, ...] = ()

    @property
    def agreement(self) -> str:
        """What to say where both tell it alike; empty where they differ. Words of one side only are no difference."""
        if self.differs:
            return ""
        quoted = any((account or {}).get("wording") for account in (self.one, self.other))
        return "nothing differs; the words of each:" if quoted else "no difference recorded"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two voices by name, and every event that at least one of them tells, in the order of the chronology."""

    one: str
    other: str
    events: tuple[Compared, ...]

    @property
    def only_one(self) -> tuple[Compared, ...]:
        """Events that only the first voice tells."""
        return tuple(event for event in self.events if event.other is None)

    @property
    def only_other(self) -> tuple[Compared, ...]:
        """Events that only the second voice tells."""
        return tuple(event for event in self.events if event.one is None)

    @property
    def both(self) -> tuple[Compared, ...]:
        """Events that both tell."""
        return tuple(event for event in self.events if event.one is not None and event.other is not None)


def compare(timeline: Timeline, one: str, other: str) -> Comparison:
    """The events of a timeline as two voices tell them.

    A voice is a source by its id, or a speaker by id, name or alias, with all sources in which it or who belongs to
    it speaks. Raises `CallError` for a voice that is neither, that says nothing, or that is the other or part of it.
    """
    name, says = _voice(timeline, one)
    other_name, other_says = _voice(timeline, other)
    if name == other_name:
        raise CallError(f"'{one}' and '{other}' are the same voice", "name two sources or two speakers")
    _refuse_part(timeline, (one, says), (other, other_says))
    _refuse_part(timeline, (other, other_says), (one, says))
    events = (
        _compared(timeline, event, _account(timeline, event, says), _account(timeline, event, other_says))
        for event in timeline.events
    )
    return Comparison(name, other_name, tuple(event for event in events if event.one or event.other))


def _voice(timeline: Timeline, given: str) -> Voice:
    """The name of a voice, and whether a claim is its claim."""
    for id, source in timeline.sources.items():
        if id.casefold() == given.casefold():
            return citation(timeline, source), partial(_cites, id)
    try:
        actor = find_actor(timeline, given)
    except CallError as error:
        if "several actors" in error.message:
            raise
        known = [*timeline.sources, *timeline.actors]
        raise CallError(f"no source or speaker is called '{given}'", did_you_mean(given, known, "known")) from None
    claims = (claim for event in timeline.events for claim in event.claims)
    speakers = dict.fromkeys((*(one.speaker for one in timeline.sources.values()), *map(timeline.voice, claims)))
    if not any(actor in timeline.lineage(speaker) for speaker in speakers):
        raise CallError(f"no source here speaks for '{given}'", known_ones(filter(None, speakers), "who speaks"))
    return timeline.name(actor), lambda claim: actor in timeline.lineage(timeline.voice(claim))


def _refuse_part(timeline: Timeline, part: Voice, whole: Voice) -> None:
    """Raises `CallError` where all that one voice says is said by the other: it would stand beside itself."""
    said = [claim for event in timeline.events for claim in event.claims if part[1](claim)]
    if said and all(map(whole[1], said)):
        raise CallError(f"'{part[0]}' is part of '{whole[0]}'", "name two voices that do not share their claims")


def _cites(source: str, claim: Claim) -> bool:
    return claim.source == source


def _compared(timeline: Timeline, event: Event, one: Account | None, other: Account | None) -> Compared:
    recorded = _recorded(timeline, event)
    left, right = one or recorded, other or recorded
    return Compared(event, one, other, tuple(point for point in POINTS if _differ(point, left[point], right[point])))


def _recorded(timeline: Timeline, event: Event) -> Account:
    """The event as it stands in the chronology, in the same words as an account of it."""
    return {
        "date": (display(event.date, event.part or ""),),
        "wording": (),
        "stance": ("asserts",),
        "actors": _texts([people(timeline, event.actors)]),
        "place": _texts([event.place.name if event.place else ""]),
        "casualties": (),
    }


def _differ(point: Point, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if point == "wording":
        return bool(one and other) and set(map(fold, one)) != set(map(fold, other))
    return set(one) != set(other)


def _account(timeline: Timeline, event: Event, says: Callable[[Claim], bool]) -> Account | None:
    """What the claims of a voice say; where they give nothing of their own they mean the event as it stands.

    Numbers are only ever those that a source gives itself: those of the event are its own where it is the only one.
    """
    claims = [claim for claim in event.claims if says(claim)]
    if not claims:
        return None
    alone = len(event.claims) == 1
    return {
        "date": _texts(
            display(claim.date) if claim.date else display(event.date, event.part or "") for claim in claims
        ),
        "wording": _texts(claim.quote for claim in claims),
        "stance": _texts(claim.stance for claim in claims),
        "actors": _texts(people(timeline, claim.actors or event.actors) for claim in claims),
        "place": _texts(place.name for claim in claims if (place := claim.place or event.place)),
        "casualties": _texts(
            toll(timeline, claim.casualties or (event.casualties if alone else ())) for claim in claims
        ),
    }


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
