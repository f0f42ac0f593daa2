"""Which events to keep: by actor, date, type, source, status, tag and words."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.characters import folded
from diplotimeline.errors import CallError
from diplotimeline.record.chronology import Timeline, actors_of, find_actor, same_words, speakers_of
from diplotimeline.record.values import Event
from diplotimeline.record.words import STATUSES, TYPES
from diplotimeline.suggest import did_you_mean

if TYPE_CHECKING:
    from diplotimeline.dates.typed import DayRange

Keep = Callable[[Event], bool]


class Filter(NamedTuple):
    """One condition, with the words for the events that it leaves out: `12 of 12 are before 2023`."""

    words: str
    keep: Keep


@dataclass(frozen=True)
class Selection:
    """Filters as a person types them; all of them must hold, and of several values of one filter any.

    `actors`: id, name or alias, any case; members included; `a+b` means all of them. `start`, `end` and `on` are
    dates as `parse_typed` reads them, inclusive, a month meaning the whole month. `certain` keeps only events that
    touch the range in every reading of their date (`EventDate.certain`). `words` is plain text, compared as names
    are: case, accents, kinds of quotation marks and dashes do not matter.
    """

    actors: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    on: str = ""
    certain: bool = False
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    words: str = ""

    @cached_property
    def days(self) -> "tuple[DayRange | None, DayRange | None]":
        """First and last day of the range as typed. Raises `DateError`, or `CallError` for a range that is none."""
        if not (self.on or self.start or self.end or self.certain):
            return None, None
        from diplotimeline.dates.typed import parse_typed  # only for a range

        if self.on and (self.start or self.end):
            raise CallError("--on cannot be used together with --from or --to", "write either")
        first = parse_typed(self.on or self.start) if self.on or self.start else None
        last = parse_typed(self.on or self.end) if self.on or self.end else None
        if first and last and first.first > last.last:
            raise CallError(f"the range is empty: {first.text} comes after {last.text}", "swap --from and --to")
        if self.certain and not (first or last):
            raise CallError("--certain needs a range of dates", "add --from, --to or --on")
        return first, last

    def filters(self, timeline: Timeline) -> Iterator[Filter]:
        """The conditions, in the order in which they are applied.

        Raises `CallError` for an actor, type, source, status or tag that the timeline does not know, and for words
        that are none.
        """
        if self.actors:
            yield _actor_filter(timeline, _several(self.actors))
        yield from self._date_filters()
        tags = dict.fromkeys(tag for event in timeline.events for tag in event.tags)
        for name, given, known, of in (
            ("type", self.types, TYPES, lambda event: (event.type,)),
            ("source", self.sources, timeline.sources, lambda event: [claim.source for claim in event.claims]),
            ("status", self.statuses, STATUSES, lambda event: (event.status,)),
            ("tag", self.tags, tags, lambda event: event.tags),
        ):
            if given:
                yield _word_filter(name, _several(given), known, of)
        if self.words:
            wanted = folded(self.words)
            if not wanted.strip(" '"):
                raise CallError(f"there is no word in '{self.words}'", "blanks and accents alone are not looked for")
            yield Filter(
                f"do not mention '{self.words}'",
                lambda event: any(wanted in folded(text) for text in _texts(event, timeline)),
            )

    def _date_filters(self) -> Iterator[Filter]:
        first, last = self.days
        low: int | float = first.first if first else -math.inf
        high: int | float = last.last if last else math.inf
        if first:
            yield Filter(f"are before {first.text}", lambda event: event.date.possible(low, math.inf))
        if last:
            yield Filter(f"are after {last.text}", lambda event: event.date.possible(-math.inf, high))
        if first and last:
            yield Filter("are outside the range", lambda event: event.date.possible(low, high))
        if self.certain:
            yield Filter("are not certain to lie in the range", lambda event: event.date.certain(low, high))


def select(timeline: Timeline, selection: Selection) -> Timeline:
    """The timeline with only the events that every filter keeps. Raises `CallError` for unknown names."""
    kept = timeline.events
    for one in selection.filters(timeline):
        kept = tuple([event for event in kept if one.keep(event)])
    return replace(timeline, events=kept)


def removals(timeline: Timeline, selection: Selection) -> list[tuple[str, int]]:
    """What each filter removes of what the filters before it left, in words with a number."""
    events, removed = [*timeline.events], []
    for one in selection.filters(timeline):
        kept = [event for event in events if one.keep(event)]
        removed.append((one.words, len(events) - len(kept)))
        events = kept
    return removed


def _several(given: str | tuple[str, ...]) -> tuple[str, ...]:
    """The values of a filter; one word for one value is what anybody would write."""
    return (given,) if isinstance(given, str) else given


def _actor_filter(timeline: Timeline, given: tuple[str, ...]) -> Filter:
    """Any of the actors given; each may be several joined with '+', which must all be there."""
    groups = [[_members(timeline, actor) for actor in _group(timeline, one)] for one in given]

    def keep(event: Event) -> bool:
        there = set(actors_of(event))
        return any(not any(map(there.isdisjoint, group)) for group in groups)

    return Filter(f"do not involve {' or '.join(given)}", keep)


def speaks_in(timeline: Timeline, given: str) -> list[str]:
    """The ids of the sources that events cite for the words of an actor, or of those who belong to it."""
    members = {member for actor in _group(timeline, given) for member in _members(timeline, actor)}
    claims = (claim for event in timeline.events for claim in event.claims)
    return list(dict.fromkeys(claim.source for claim in claims if timeline.voice(claim) in members))


def _members(timeline: Timeline, actor: str) -> set[str]:
    """The actor and all that belong to it."""
    return {one for one in timeline.actors if actor in timeline.lineage(one)}


def _group(timeline: Timeline, given: str) -> list[str]:
    try:
        return [find_actor(timeline, given)]
    except CallError:
        if "+" not in given:
            raise
        return [find_actor(timeline, part.strip()) for part in given.split("+")]


def _word_filter(
    name: str, given: tuple[str, ...], known: Collection[str], of: Callable[[Event], Iterable[str | None]]
) -> Filter:
    """Any of these words in a field with known words."""
    wanted: set[str] = set()
    for word in given:
        meant = same_words(word, known)
        if not meant:
            raise CallError(f"no {name} is called '{word}'", did_you_mean(word, known, "known"))
        wanted.update(meant)
    return Filter(f"are not of {name} {' or '.join(given)}", lambda event: not wanted.isdisjoint(of(event)))


def _texts(event: Event, timeline: Timeline) -> Iterator[str]:
    """Every text in an event that a reader sees, except what is only for curators; also other names of its actors."""
    yield from (event.title, event.summary, event.date_text, *event.tags, *_places(event))
    yield from (claim.quote for claim in event.claims)
    speakers = (speaker for claim in event.claims for speaker in speakers_of(timeline, claim))
    for id in {*actors_of(event), *speakers}:
        if actor := timeline.actors.get(id):
            yield from (actor.name, *actor.aliases, actor.office)
        else:
            yield id


def _places(event: Event) -> list[str]:
    return [place.name for place in (event.place, *(claim.place for claim in event.claims)) if place]
