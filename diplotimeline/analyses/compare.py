"""Two voices side by side as plain values: what only one of them says, and where both differ on the same event."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal, NamedTuple, get_args

from diplotimeline.characters import visible
from diplotimeline.dates import EventDate, display
from diplotimeline.errors import CallError, UnknownActorError
from diplotimeline.phrases import citation, people, toll, whereabouts
from diplotimeline.quotes.layout import fold
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.chronology import Timeline, find_actor, find_sources
from diplotimeline.record.values import Claim, Event, Participant, Place
from diplotimeline.suggest import did_you_mean, known_ones

Point = Literal["date", "wording", "at", "translation", "stance", "actors", "place", "casualties"]
POINTS: tuple[Point, ...] = get_args(Point)

OF_WORDS: tuple[Point, ...] = ("wording", "at", "translation")
"""The words of a voice, where they stand and what they mean: shown whether or not the voices differ."""

Texts = tuple[str, ...]
Account = dict[Point, Texts]
"""What a voice says of an event: words for each point, none for a point of which it says nothing."""


class Voice(NamedTuple):
    """A source or a speaker (`kind` says which): its id, its name, and whether a claim is one of its own."""

    kind: Literal["source", "actor"]
    id: str
    name: str
    says: Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """An event as two voices tell it; `one` or `other` is None where that voice does not tell it.

    `differs` names the points on which the accounts differ; where only one voice tells the event, those on which it
    departs from the chronology. To say nothing of a point is a difference only for casualties, and not even there for
    a voice that denies or doubts the event.
    """

    event: Event
    one: Account | None
    other: Account | None
    differs: tuple[Point, ...] = ()

    @property
    def agreement(self) -> str:
        """A sentence for an event that both tell alike, empty where they differ. A quote of one is no difference."""
        if self.differs:
            return ""
        quoted = any((account or {}).get("wording") for account in (self.one, self.other))
        return "nothing differs; the words of each:" if quoted else "no difference recorded"

    @property
    def rows(self) -> list[tuple[Point, Texts, Texts]]:
        """What to set side by side: each point on which the voices differ, and their words, as each of them has it."""
        one, other = self.one or {}, self.other or {}
        return [
            (point, one.get(point, ()), other.get(point, ()))
            for point in POINTS
            if point in self.differs or (point in OF_WORDS and (one.get(point) or other.get(point)))
        ]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two voices by name, and every event that at least one of them tells, in the order of the chronology."""

    one: str
    other: str
    events: tuple[ComparedEvent, ...]

    @property
    def only_one(self) -> tuple[ComparedEvent, ...]:
        """Events that only the first voice tells."""
        return tuple(event for event in self.events if event.other is None)

    @property
    def only_other(self) -> tuple[ComparedEvent, ...]:
        """Events that only the second voice tells."""
        return tuple(event for event in self.events if event.one is None)

    @property
    def both(self) -> tuple[ComparedEvent, ...]:
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


def is_voice(timeline: Timeline, given: str) -> bool:
    """Whether a word names a source or an actor of the timeline, or several."""
    if find_sources(timeline, given):
        return True
    try:
        find_actor(timeline, given)
    except UnknownActorError:
        return False
    except CallError:  # the name of several
        return True
    return True


def _told_apart(timeline: Timeline) -> Timeline:
    """The timeline in which actors who share a name have their ids behind it: two ministries are not one."""
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
    sources = find_sources(timeline, name) if kind != "actor" else []
    actor = ""
    if kind != "source":
        with suppress(UnknownActorError):  # it may be a source
            actor = find_actor(timeline, name)
    if sources and actor:
        raise CallError(f"'{given}' is a source and a speaker", f"write source:{sources[0]} or actor:{actor}")
    if len(sources) > 1:
        raise CallError(f"'{name}' is the name of several sources: {', '.join(sources)}", "use one of these ids")
    if sources:
        id = sources[0]
        return Voice("source", id, citation(timeline, timeline.sources[id]), lambda claim: claim.source == id)
    if not actor:
        known = [*timeline.sources, *timeline.actors]
        raise CallError(f"no source or speaker is called '{given}'", did_you_mean(name, known, "known"))
    return _speaker(timeline, given, actor)


def _speaker(timeline: Timeline, given: str, actor: str) -> Voice:
    """An actor as a voice. Raises `CallError` if neither it nor who belongs to it speaks."""
    claims = (claim for event in timeline.events for claim in event.claims)
    voices = (*(one.speaker for one in timeline.sources.values()), *map(timeline.voices, claims))
    speakers = dict.fromkeys(speaker for several in voices for speaker in several)

    def is_or_has(speaker: str) -> bool:
        return actor in timeline.lineage(speaker)

    if not any(map(is_or_has, speakers)):
        raise CallError(f"no source here speaks for '{given}'", known_ones(speakers, "who speaks"))
    return Voice("actor", actor, timeline.name(actor), lambda claim: any(map(is_or_has, timeline.voices(claim))))


def _refuse_part(timeline: Timeline, part: tuple[str, Voice], whole: tuple[str, Voice]) -> None:
    """Raises `CallError` if every claim of one voice is one of the other too: it would stand beside itself.

    Two speakers of whom one only speaks together with the other are two voices all the same.
    """
    ids = part[1].id, whole[1].id
    if part[1].kind == whole[1].kind == "actor" and not any(
        one in timeline.lineage(other) for one, other in permutations(ids, 2)
    ):
        return
    said = [claim for event in timeline.events for claim in event.claims if part[1].says(claim)]
    if said and all(map(whole[1].says, said)):
        raise CallError(f"'{part[0]}' is part of '{whole[0]}'", "name two voices that do not share their claims")


def _compared(timeline: Timeline, event: Event, one: Account | None, other: Account | None) -> ComparedEvent:
    left, right = one or _recorded(timeline, event, other), other or _recorded(timeline, event, one)
    return ComparedEvent(event, one, other, tuple(point for point in POINTS if _differ(point, left, right)))


def _recorded(timeline: Timeline, event: Event, told: Account | None) -> Account:
    """The event as the chronology has it, in the form of an account; with casualties if the account has any."""
    return {
        "date": (_when(event, event.date),),
        "wording": (),
        "at": (),
        "translation": (),
        "stance": ("asserts",),
        "actors": _texts([_who(timeline, event, event.actors)]),
        "place": _texts([_where(event, event.place)]),
        "casualties": _texts([_toll(timeline, event, event.casualties)]) if told and told["casualties"] else (),
    }


def _differ(point: Point, left: Account, right: Account) -> bool:
    one, other = left[point], right[point]
    if point in ("at", "translation"):
        return False
    if point == "wording":
        return bool(one and other) and set(map(fold, one)) != set(map(fold, other))
    silent = any("asserts" not in account["stance"] and not account[point] for account in (left, right))
    return set(one) != set(other) and not silent


def _account(timeline: Timeline, event: Event, voice: Voice) -> Account | None:
    """What the claims of a voice say of an event; None if it has none there.

    A claim that asserts the event and gives no date, actors or place of its own means those of the event; one that
    denies or doubts it says only what it gives. Casualties are those that a claim gives itself; those of the event are
    taken for its own only if it is the only claim.
    """
    both = [(claim, event if claim.stance == "asserts" else claim) for claim in event.claims if voice.says(claim)]
    if not both:
        return None
    alone = len(event.claims) == 1
    return {
        "date": _texts(_when(event, when) for claim, other in both if (when := claim.date or other.date)),
        "wording": _texts(claim.quote for claim, _ in both),
        "at": _texts(claim.at for claim, _ in both),
        "translation": _texts(claim.translation.text for claim, _ in both if claim.translation),
        "stance": _texts(claim.stance for claim, _ in both),
        "actors": _texts(_who(timeline, event, claim.actors or other.actors) for claim, other in both),
        "place": _texts(_where(event, claim.place or other.place) for claim, other in both),
        "casualties": _texts(
            _toll(timeline, event, claim.casualties or (other.casualties if alone else ())) for claim, other in both
        ),
    }


def _when(event: Event, when: EventDate) -> str:
    """A date in words. Dates that mean the same get the same words: those of the event, else of the first claim."""
    dates = (event.date, *(claim.date for claim in event.claims if claim.date))
    written = next((one for one in dates if _meant(one) == _meant(when)), when)
    return display(written, event.part or "" if written is event.date else "")


def _meant(when: EventDate) -> tuple[object, ...]:
    """The meaning of a date, equal for two notations of the same time; a clock time says more than its day."""
    several = [member.days for member in when.members] if len(when.members) > 1 else []
    return when.earliest, when.start_latest, when.end_earliest, when.latest, when.qualifier, several, when.clock


def _who(timeline: Timeline, event: Event, actors: tuple[Participant, ...]) -> str:
    """Actors in words. The same in another order get the same words: those of the event, else of the first claim."""
    lists = (event.actors, *(claim.actors for claim in event.claims))
    return people(timeline, next((one for one in lists if set(one) == set(actors)), actors))


def _toll(timeline: Timeline, event: Event, casualties: tuple[Casualties, ...]) -> str:
    """Casualties by side in words; the same in another order get the same words, as actors do."""
    lists = (event.casualties, *(claim.casualties for claim in event.claims))
    return toll(timeline, next((one for one in lists if set(one) == set(casualties)), casualties))


def _where(event: Event, place: Place | None) -> str:
    """A place by its name; with country and degrees too if a claim on the event means another place by that name."""
    if place is None:
        return ""
    places = (event.place, *(claim.place for claim in event.claims))
    namesakes = [one for one in places if one and one.name == place.name]
    return place.name if all(_may_be(place, other) for other in namesakes) else whereabouts(place)


def _may_be(place: Place, other: Place) -> bool:
    """Whether two places of one name may be the same: nothing that is given of both differs."""
    pairs = ((place.country, other.country), (place.lat, other.lat), (place.lon, other.lon))
    return all(one == two or one in ("", None) or two in ("", None) for one, two in pairs)


def _texts(texts: Iterable[str]) -> Texts:
    """The texts that are not empty, each once."""
    return tuple(dict.fromkeys(filter(None, texts)))
