"""Two voices side by side as plain values: what only one of them says, and where both differ on the same event."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, NamedTuple, get_args

from diplotimeline.characters import visible
from diplotimeline.dates import EventDate, display
from diplotimeline.errors import CallError
from diplotimeline.phrases import citation, people, toll, whereabouts
from diplotimeline.quotes.verify import fold
from diplotimeline.record.chronology import Timeline, find_actor
from diplotimeline.record.values import Casualties, Claim, Event, Participant, Place
from diplotimeline.suggest import did_you_mean, known_ones

Point = Literal["date", "wording", "stance", "actors", "place", "casualties"]
POINTS: tuple[Point, ...] = get_args(Point)

Account = dict[Point, tuple[str, ...]]
"""What a voice says of an event, in words by point; a point of which it says nothing is empty."""


class Voice(NamedTuple):
    """A source or a speaker (`kind` says which) by id and name, and whether a claim is its claim."""

    kind: Literal["source", "actor"]
    id: str
    name: str
    says: Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Compared:
    """An event as two voices tell it; `one` or `other` is None where that voice does not tell it.

    `differs` names the points on which they do not say the same; where only one tells it, on which it departs from
    the chronology. Silence is no other wording, and no difference at all of who denies or doubts an event; otherwise a
    toll that only one gives is a difference.
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
    it speaks; `source:…` or `actor:…` where a name stands for both. Raises `CallError` for a voice that is neither or
    may be either, that says nothing, or that is the other or part of it.
    """
    timeline = _told_apart(timeline)
    left, right = _voice(timeline, one), _voice(timeline, other)
    if (left.kind, left.id) == (right.kind, right.id):
        raise CallError(f"'{one}' and '{other}' are the same voice", "name two sources or two speakers")
    _refuse_part(timeline, (one, left), (other, right))
    _refuse_part(timeline, (other, right), (one, left))
    events = (
        _compared(timeline, event, _account(timeline, event, left), _account(timeline, event, right))
        for event in timeline.events
    )
    return Comparison(left.name, right.name, tuple(event for event in events if event.one or event.other))


def _told_apart(timeline: Timeline) -> Timeline:
    """The timeline with the ids of actors behind a name that they share: two ministries are not one."""
    shared = Counter(actor.name for actor in timeline.actors.values())
    namesakes = {
        id: replace(actor, name=f"{actor.name} [{visible(id)}]", aliases=(*actor.aliases, actor.name))
        for id, actor in timeline.actors.items()
        if shared[actor.name] > 1
    }
    return replace(timeline, actors={**timeline.actors, **namesakes}) if namesakes else timeline


def _voice(timeline: Timeline, given: str) -> Voice:
    """The source or the speaker of this name."""
    kind, _, name = given.partition(":")
    if kind not in ("source", "actor"):
        kind, name = "", given
    sources = [id for id in timeline.sources if kind != "actor" and id.casefold() == name.casefold()]
    try:
        actor = "" if kind == "source" else find_actor(timeline, name)
    except CallError as error:
        if "several actors" in error.message:
            raise
        actor = ""
    if sources and actor:
        raise CallError(f"'{given}' is a source and a speaker", f"write source:{sources[0]} or actor:{actor}")
    if sources:
        id = name if name in sources else sources[0]
        return Voice("source", id, citation(timeline, timeline.sources[id]), partial(_cites, id))
    if not actor:
        known = [*timeline.sources, *timeline.actors]
        raise CallError(f"no source or speaker is called '{given}'", did_you_mean(name, known, "known"))
    return _speaker(timeline, given, actor)


def _speaker(timeline: Timeline, given: str, actor: str) -> Voice:
    """An actor as a voice. Raises `CallError` if neither it nor who belongs to it speaks."""
    claims = (claim for event in timeline.events for claim in event.claims)
    speakers = dict.fromkeys((*(one.speaker for one in timeline.sources.values()), *map(timeline.voice, claims)))
    if not any(actor in timeline.lineage(speaker) for speaker in speakers):
        raise CallError(f"no source here speaks for '{given}'", known_ones(filter(None, speakers), "who speaks"))
    return Voice("actor", actor, timeline.name(actor), lambda claim: actor in timeline.lineage(timeline.voice(claim)))


def _refuse_part(timeline: Timeline, part: tuple[str, Voice], whole: tuple[str, Voice]) -> None:
    """Raises `CallError` where all that one voice says is said by the other: it would stand beside itself."""
    said = [claim for event in timeline.events for claim in event.claims if part[1].says(claim)]
    if said and all(map(whole[1].says, said)):
        raise CallError(f"'{part[0]}' is part of '{whole[0]}'", "name two voices that do not share their claims")


def _cites(source: str, claim: Claim) -> bool:
    return claim.source == source


def _compared(timeline: Timeline, event: Event, one: Account | None, other: Account | None) -> Compared:
    left, right = one or _recorded(timeline, event, other), other or _recorded(timeline, event, one)
    return Compared(event, one, other, tuple(point for point in POINTS if _differ(point, left, right)))


def _recorded(timeline: Timeline, event: Event, told: Account | None) -> Account:
    """The event as it stands in the chronology, in the same words as an account of it; a toll where that has one."""
    return {
        "date": (_when(event, event.date),),
        "wording": (),
        "stance": ("asserts",),
        "actors": _texts([_who(timeline, event, event.actors)]),
        "place": _texts([_where(event, event.place)]),
        "casualties": _texts([_toll(timeline, event, event.casualties)]) if told and told["casualties"] else (),
    }


def _differ(point: Point, left: Account, right: Account) -> bool:
    one, other = left[point], right[point]
    if point == "wording":
        return bool(one and other) and set(map(fold, one)) != set(map(fold, other))
    silent = any("asserts" not in account["stance"] and not account[point] for account in (left, right))
    return set(one) != set(other) and not silent


def _account(timeline: Timeline, event: Event, voice: Voice) -> Account | None:
    """What the claims of a voice say; where they assert and give nothing of their own they mean the event as it stands.

    Who denies or doubts it says of it only what the claim gives. Numbers are only ever those that a source gives
    itself: those of the event are its own where it is the only one.
    """
    claims = [claim for claim in event.claims if voice.says(claim)]
    if not claims:
        return None
    alone = len(event.claims) == 1
    meant = [event if claim.stance == "asserts" else claim for claim in claims]
    both = list(zip(claims, meant, strict=True))
    return {
        "date": _texts(_when(event, when) for claim, other in both if (when := claim.date or other.date)),
        "wording": _texts(claim.quote for claim in claims),
        "stance": _texts(claim.stance for claim in claims),
        "actors": _texts(_who(timeline, event, claim.actors or other.actors) for claim, other in both),
        "place": _texts(_where(event, claim.place or other.place) for claim, other in both),
        "casualties": _texts(
            _toll(timeline, event, claim.casualties or (other.casualties if alone else ())) for claim, other in both
        ),
    }


def _when(event: Event, when: EventDate) -> str:
    """A date in words; dates that mean the same are written alike, as the event or else the first claim has them."""
    dates = (event.date, *(claim.date for claim in event.claims if claim.date))
    written = next((one for one in dates if _meant(one) == _meant(when)), when)
    return display(written, event.part or "" if written is event.date else "")


def _meant(when: EventDate) -> tuple[object, ...]:
    """What a date says, however it is written; a clock time says more than its day."""
    clock = when.edtf if when.kind == "datetime" else ""
    several = when.spans if len(when.spans) > 1 else ()
    return when.earliest, when.start_latest, when.end_earliest, when.latest, when.qualifier, several, clock


def _who(timeline: Timeline, event: Event, actors: tuple[Participant, ...]) -> str:
    """Actors in words; those that differ in order only are written as the event or else the first claim has them."""
    lists = (event.actors, *(claim.actors for claim in event.claims))
    return people(timeline, next((one for one in lists if set(one) == set(actors)), actors))


def _toll(timeline: Timeline, event: Event, casualties: tuple[Casualties, ...]) -> str:
    """Numbers in words, by side; the same in another order are written alike, as actors are."""
    lists = (event.casualties, *(claim.casualties for claim in event.claims))
    return toll(timeline, next((one for one in lists if set(one) == set(casualties)), casualties))


def _where(event: Event, place: Place | None) -> str:
    """The name of a place; with all that is given where sources of the event mean another place by this name."""
    if place is None:
        return ""
    places = (event.place, *(claim.place for claim in event.claims))
    namesakes = [one for one in places if one and one.name == place.name]
    return place.name if all(_may_be(place, other) for other in namesakes) else whereabouts(place)


def _may_be(place: Place, other: Place) -> bool:
    """Whether nothing that is given of both places tells them apart."""
    pairs = ((place.country, other.country), (place.lat, other.lat), (place.lon, other.lon))
    return all(one == two or one in ("", None) or two in ("", None) for one, two in pairs)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
