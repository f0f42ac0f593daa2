"""Which events to keep: by actor, date, type, source, status, tag and words."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, replace
from functools import partial
from reprlib import repr as shortened
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.characters import folded
from diplotimeline.dates import EventDate, lies_near
from diplotimeline.errors import CallError, UnknownNameError
from diplotimeline.record.chronology import (
    Timeline,
    actor_names,
    actors_of,
    certain,
    dates_of,
    find_actor,
    find_sources,
    names_in,
    possible,
    same_words,
    speakers_of,
)
from diplotimeline.record.fields import Value, value_class
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


Values = str | tuple[str, ...]
Days = tuple["DayRange | None", "DayRange | None"]


@value_class
class Selection(Value):
    """Filters as a person types them; all of them must hold, and of several values of one filter any.

    `actors`: id, name or alias, any case; members included; `a+b` means all of them. `a,b` means any, here and for
    every filter with known words. `start`, `end` and `on` are dates as `parse_typed` reads them, inclusive, a month
    meaning the whole month. `certain` keeps only events that touch the range in every reading of their date and of
    those of asserting claims (`EventDate.certain`). `words` and `places` are plain text, compared as names are: case,
    accents, kinds of quotation marks and dashes do not matter. `said_by` are actors whose words a source holds or
    passes on. `extra` are `name=value` of an event's own fields or those of its claims. `not_actors` and the like leave
    out what their positives keep. `known_by` is a day: see `as_known`. `ids` are those of events.
    """

    actors: Values = ()
    start: str = ""
    end: str = ""
    on: Values = ()
    certain: bool = False
    types: Values = ()
    sources: Values = ()
    statuses: Values = ()
    tags: Values = ()
    words: Values = ()
    places: Values = ()
    said_by: Values = ()
    extra: Values = ()
    not_actors: Values = ()
    not_types: Values = ()
    not_sources: Values = ()
    not_statuses: Values = ()
    not_tags: Values = ()
    not_words: Values = ()
    known_by: str = ""
    ids: Values = ()

    def check_together(self) -> None:
        """Raises `CallError` for what is no text where one belongs."""
        for one in fields(self):
            value = getattr(self, one.name)
            single = one.default == ""
            several = isinstance(value, (tuple, list)) and all(isinstance(each, str) for each in value)
            if one.name != "certain" and value is not None and not isinstance(value, str) and (single or not several):
                meant = "a text" if single else "a text or a tuple of texts"
                raise CallError(f"'{one.name}' takes {meant}, not {shortened(value)}")

    @property
    def days(self) -> tuple[Days, ...]:
        """First and last day of each range as typed. Raises `DateError`, or `CallError` for a range that is none."""
        if not (self.on or self.start or self.end or self.certain):
            return ()
        from diplotimeline.dates.typed import parse_typed  # only for a range

        if self.on and (self.start or self.end):
            raise CallError("--on cannot be used together with --from or --to", "write either")
        if self.on:
            return tuple([(one, one) for one in map(parse_typed, _several(self.on))])
        first = parse_typed(self.start) if self.start else None
        last = parse_typed(self.end) if self.end else None
        if first and last and first.first > last.last:
            raise CallError(f"the range is empty: {first.text} comes after {last.text}", "swap --from and --to")
        if self.certain and not (first or last):
            raise CallError("--certain needs a range of dates", "add --from, --to or --on")
        return ((first, last),)

    @property
    def ranges(self) -> list[tuple[float, float]]:
        """The first and last day of each range, infinitely far where there is none."""
        return [(one.first if one else -math.inf, two.last if two else math.inf) for one, two in self.days]

    def filters(self, timeline: Timeline) -> Iterator[Filter]:
        """The conditions, in the order in which they are applied.

        Raises `CallError` for an actor, type, source, status, tag or event that the timeline does not know, and for
        words that are none.
        """
        ids = dict.fromkeys(event.id for event in timeline.events) if self.ids else {}
        named = partial(_has, "event", ids, partial(same_words, known=ids), lambda event: (event.id,))
        yield from _both("do not have the id", "", self.ids, (), named)
        involves = partial(_has_actors, timeline, actors_of)
        says = partial(_has_actors, timeline, lambda event: speakers_of(timeline, event))
        yield from _both("do not involve", "involve", self.actors, self.not_actors, involves)
        yield from self._date_filters()
        tags = dict.fromkeys(tag for event in timeline.events for tag in event.tags)
        for name, wanted, unwanted, known, of in (
            ("type", self.types, self.not_types, TYPES, lambda event: (event.type,)),
            ("source", self.sources, self.not_sources, timeline.sources, lambda one: [c.source for c in one.claims]),
            ("status", self.statuses, self.not_statuses, STATUSES, lambda event: (event.status,)),
            ("tag", self.tags, self.not_tags, tags, lambda event: event.tags),
        ):
            find = partial(find_sources, timeline) if name == "source" else partial(same_words, known=known)
            has = partial(_has, name, known, find, of)
            yield from _both(f"are not of {name}", f"are of {name}", wanted, unwanted, has)
        mentions = partial(_mentions, lambda event: _texts(event, timeline))
        yield from _both("do not mention", "mention", self.words, self.not_words, mentions, "'{}'")
        yield from _both("are not at", "", self.places, (), partial(_mentions, _places), "'{}'")
        yield from _both("do not hold words of", "", self.said_by, (), says)
        yield from _both("do not have", "", self.extra, (), partial(_has_extra, timeline))

    def _date_filters(self) -> Iterator[Filter]:
        days, ranges = self.days, self.ranges
        if len(days) == 1:
            ((first, last),), ((low, high),) = days, ranges
            if first:
                yield Filter(f"are before {first.text}", lambda event: possible(event, low, math.inf))
            if last:
                yield Filter(f"are after {last.text}", lambda event: possible(event, -math.inf, high))
        if days and all(days[0]):
            words = "are outside the range" if len(ranges) == 1 else "are in none of the ranges"
            yield Filter(words, lambda event: any(possible(event, *days) for days in ranges))
        if self.certain:
            words = "are not certain to lie in the range"
            yield Filter(words, lambda event: any(certain(event, *days) for days in ranges))


def select(timeline: Timeline, selection: Selection) -> Timeline:
    """The timeline with only the events that every filter keeps. Raises `CallError` for unknown names."""
    if not isinstance(timeline, Timeline) or not isinstance(selection, Selection):
        raise CallError("'select' takes a Timeline and a Selection", "select(load('my.yaml'), Selection(actors='x'))")
    known = as_known(timeline, selection.known_by)
    kept = known.events
    for one in selection.filters(timeline):
        kept = tuple([event for event in kept if one.keep(event)])
    return replace(timeline.only(kept), known_by=known.known_by, ranges=_joined(selection.ranges) or timeline.ranges)


def near(timeline: Timeline, selection: Selection) -> list[EventDate]:
    """The dates of approximate events that a range leaves out by one unit of their precision, and no other filter."""
    if selection.certain or not selection.days:
        return []
    ranges = _joined(selection.ranges)
    others = [*replace(selection, start="", end="", on=()).filters(timeline)]
    return [
        when
        for event in as_known(timeline, selection.known_by).events
        for when in [one for one in dates_of(event) if one.qualified and any(lies_near(one, *r) for r in ranges)][:1]
        if not any(possible(event, *days) for days in ranges) and all(one.keep(event) for one in others)
    ]


def _joined(ranges: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Ranges of days in order, those that touch each other as one."""
    joined: list[tuple[float, float]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def removals(timeline: Timeline, selection: Selection) -> list[tuple[str, int]]:
    """What each filter removes of what the filters before it left, in words with a number."""
    whole, timeline = timeline, as_known(timeline, selection.known_by)
    events, removed = [*timeline.events], []
    if timeline.known_by:
        later = f"are not known from sources certainly issued by {timeline.known_by}"
        removed.append((later, len(whole.events) - len(events)))
    for one in selection.filters(whole):
        kept = [event for event in events if one.keep(event)]
        removed.append((one.words, len(events) - len(kept)))
        events = kept
    return removed


def as_known(timeline: Timeline, day: str) -> Timeline:
    """The timeline with only the claims of sources that were certainly issued by a day as typed; as it is without one.

    An event without such a claim is left out. One that loses a claim also loses what may rest on it: casualties,
    status, summary and fields of one's own; but a plan stays one. Raises `DateError` for what is no day.
    """
    if not day:
        return timeline
    from diplotimeline.dates.typed import parse_day

    last = parse_day("--known-by", day)
    issued = {id: source.issued for id, source in timeline.sources.items()}
    known = {id for id, when in issued.items() if when and when.within(-math.inf, last.toordinal())}
    events = []
    for event in timeline.events:
        claims = tuple([claim for claim in event.claims if claim.source in known])
        if len(claims) == len(event.claims):
            events.append(event)
        elif claims:
            status = "planned" if event.status == "planned" else "reported"
            events.append(replace(event, claims=claims, casualties=(), status=status, summary="", extra=()))
    return replace(timeline, events=tuple(events), known_by=last.isoformat())


def _several(given: Values) -> tuple[str, ...]:
    """The values of a filter; one word for one value is what anybody would write."""
    if isinstance(given, str):
        return (given,) if given else ()
    return given


def _both(
    no: str, yes: str, wanted: Values, unwanted: Values, of: Callable[[tuple[str, ...]], Keep], shown: str = "{}"
) -> Iterator[Filter]:
    """A filter for the wanted values and one against the unwanted, with the words for what each leaves out."""
    kept, dropped = _several(wanted), _several(unwanted)
    if kept:
        yield Filter(f"{no} {' or '.join(map(shown.format, kept))}", of(kept))
    if dropped:
        holds = of(dropped)
        yield Filter(f"{yes} {' or '.join(map(shown.format, dropped))}", lambda event: not holds(event))


def _parts(given: str, sign: str, known: Iterable[str]) -> list[str]:
    """A value whole where it is known or has no such sign in it; else what stands between the signs."""
    return [given] if sign not in given or same_words(given, known) else [one.strip() for one in given.split(sign)]


def _has_actors(timeline: Timeline, of: Callable[[Event], Iterable[str]], given: tuple[str, ...]) -> Keep:
    """Any of the actors given; each may be several joined with '+', which must all be there."""
    groups = [group for one in given for group in _groups(timeline, one)]

    def keep(event: Event) -> bool:
        there = set(of(event))
        return any(not any(map(there.isdisjoint, group)) for group in groups)

    return keep


def speaks_in(timeline: Timeline, given: str) -> list[str]:
    """The ids of the sources that events cite for the words of an actor, or of those who belong to it."""
    members = {member for group in _groups(timeline, given) for members in group for member in members}
    claims = (claim for event in timeline.events for claim in event.claims)
    return list(dict.fromkeys(claim.source for claim in claims if not members.isdisjoint(timeline.voices(claim))))


def _groups(timeline: Timeline, given: str) -> list[list[set[str]]]:
    """The actors of a value, `a+b,c`: of each part between commas the actors that must all be there, with members."""
    known = [name for names in actor_names(timeline).values() for name in names]
    return [
        [_members(timeline, find_actor(timeline, one)) for one in _parts(part, "+", known)]
        for part in _parts(given, ",", known)
    ]


def _members(timeline: Timeline, actor: str) -> set[str]:
    """The actor and all that belong to it."""
    return {one for one in timeline.actors if actor in timeline.lineage(one)}


def _has(
    name: str,
    known: Collection[str],
    find: Callable[[str], list[str]],
    of: Callable[[Event], Iterable[str | None]],
    given: tuple[str, ...],
) -> Keep:
    """Any of these words in a field with known words; `find` tells which of them one means."""
    wanted: set[str] = set()
    for word in (part for one in given for part in _parts(one, ",", known)):
        if not (meant := find(word)):
            help = did_you_mean(word, known, "known")
            raise UnknownNameError(f"no {name} is called '{word}'", help, "" if name == "status" else f"{name}s")
        wanted.update(meant)
    return lambda event: not wanted.isdisjoint(of(event))


def _extra(event: Event) -> Iterator[tuple[str, str]]:
    """The fields of one's own of an event and of its claims."""
    yield from event.extra
    for claim in event.claims:
        yield from claim.extra


def _has_extra(timeline: Timeline, given: tuple[str, ...]) -> Keep:
    """Any of the fields given as `name=value`; names and values are compared as all words are."""
    known = dict.fromkeys(name for event in timeline.events for name, _ in _extra(event))
    wanted: set[tuple[str, str]] = set()
    for one in given:
        name, sign, value = (part.strip() for part in one.partition("="))
        if not (name and sign and value):
            raise CallError(f"'{one}' is not a field with its value", "write name=value, such as direction=escalating")
        meant = same_words(name, known)
        if not meant:
            raise CallError(f"no event has a field '{name}' in 'extra'", did_you_mean(name, known, "known"))
        wanted |= {(own, folded(value)) for own in meant}
    return lambda event: any((name, folded(text)) in wanted for name, text in _extra(event))


def _mentions(of: Callable[[Event], Iterable[str]], given: tuple[str, ...]) -> Keep:
    """Any of these words in texts of an event."""
    wanted = [folded(words) for words in given]
    for words, plain in zip(given, wanted, strict=True):
        if not plain.strip(" '"):
            raise CallError(f"there is no word in '{words}'", "blanks and accents alone are not looked for")
    return lambda event: any(words in text for text in map(folded, of(event)) for words in wanted)


def _texts(event: Event, timeline: Timeline) -> Iterator[str]:
    """Every text in an event that a reader sees, except what is only for curators; also other names of its actors."""
    yield from (event.title, event.summary, event.date_text, *event.tags, *_places(event))
    for claim in event.claims:
        yield from (claim.quote, claim.at, claim.translation.text if claim.translation else "")
    yield from (text for _, text in (*event.identifiers, *_extra(event)))
    yield from names_in(timeline, event)


def _places(event: Event) -> list[str]:
    return [place.name for place in (event.place, *(claim.place for claim in event.claims)) if place]
