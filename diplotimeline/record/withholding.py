"""What is not yet, or not for all: the `draft` and the `private` of a chronology, taken out of it.

Withheld are events with one of these marks, private claims and events that have no others, private sources, and the
coordinates of private places; also the ids of all these, the relations to them, and every actor and source that only
they name. Of a claim of a private source stays what it says of the event, under a source that tells nothing of itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from dataclasses import replace
from itertools import chain, count

from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Claim, Event, Place, Source

SOURCE_WITHHELD = "source withheld"
MARKS = ("draft", "private", "private place")
MARK = re.compile(rb"(?<![a-z_-])(?:draft|private)[\"']?\s*:", re.IGNORECASE)


def withhold(timeline: Timeline, *, drafts: bool = False, private: bool = False) -> Timeline:
    """The timeline as it is for all; with `drafts`, or with `private`, what is so marked stays.

    The report of its loading stays too: it has the files as they are.
    """
    if not _has_marks(timeline):
        return timeline
    parts = _Parts(timeline, drafts=drafts, private=private)
    if not parts.any:
        return timeline
    others, gone = parts.other_names(), {event.id for event in parts.gone} - {event.id for event in parts.kept}
    events = tuple([parts.without(event, gone, others) for event in parts.kept])
    actors, sources = parts.named_only_there()
    told = {(claim.source, claim.quote) for event in events for claim in event.claims}
    known = {id: one for id, one in timeline.sources.items() if id not in sources}
    known = {id: replace(one, version_of="") if one.version_of in sources else one for id, one in known.items()}
    return replace(
        timeline,
        events=events,
        actors={id: actor for id, actor in timeline.actors.items() if id not in actors},
        sources=known | {id: Source(id=id, title=SOURCE_WITHHELD) for id in others.values()},
        archive={id: text for id, text in timeline.archive.items() if id in known},
        verdicts={quote: verdict for quote, verdict in timeline.verdicts.items() if quote in told},
        left_out={id: event for id, event in timeline.left_out.items() if id not in gone},
    )


def withheld(timeline: Timeline, *, drafts: bool = False, private: bool = False) -> tuple[tuple[int, str], ...]:
    """How many events, claims, sources and places `withhold` keeps back, each number with its noun."""
    numbers = (0, 0, 0, 0)
    if _has_marks(timeline):
        parts = _Parts(timeline, drafts=drafts, private=private)
        numbers = len(timeline.events) - len(parts.kept), len(parts.claims), len(parts.sources), parts.places
    return tuple(zip(numbers, ("event", "claim", "source", "place"), strict=True))


def marks(one: Event | Claim | Source) -> list[str]:
    """The marks of what is not for all."""
    place = getattr(one, "place", None)
    given = (getattr(one, "draft", False), getattr(one, "private", False), place is not None and place.private)
    return [word for word, is_given in zip(MARKS, given, strict=True) if is_given]


def may_be_marked(timeline: Timeline) -> bool:
    """Whether `draft:` or `private:` stands in the files of a timeline, or such a mark in what could be read of them.

    Files with mistakes may hold them in any way, also in UTF-16.
    """
    files = (file.data.replace(b"\0", b"") for file in timeline.report.files)
    everything = replace(timeline, events=(*timeline.events, *timeline.report.faulty))
    return any(map(MARK.search, files)) or _has_marks(everything)


def _has_marks(timeline: Timeline) -> bool:
    """Whether anything in a timeline is a draft or private: seen in a tenth of the time that its parts take."""
    events = (*timeline.events, *timeline.left_out.values(), *timeline.report.faulty)
    said: list[Event | Claim] = [*events, *(claim for event in events for claim in event.claims)]
    marked = (
        (event.draft for event in events),
        (one.private for one in said),
        (one.place.private for one in said if one.place),
        (source.private for source in timeline.sources.values()),
    )
    return any(map(any, marked))


class _Parts:
    """A timeline in its parts: `gone` are the events that are withheld, `kept` are the others.

    Of these are `claims` the claims that are withheld, and `places` the number of places without coordinates;
    `sources` are the ids of private sources. `any` tells whether anything is withheld.
    """

    def __init__(self, timeline: Timeline, *, drafts: bool, private: bool) -> None:
        self.timeline, self.drafts, self.private = timeline, drafts, private
        self.kept = [event for event in timeline.events if not self.hides(event)]
        others = (*timeline.left_out.values(), *timeline.report.faulty)
        self.gone = [event for event in (*timeline.events, *others) if self.hides(event)]
        self.sources = {id for id, source in timeline.sources.items() if source.private and not private}
        self.claims = [claim for event in self.kept for claim in event.claims if claim.private and not private]
        self.places = sum(one.place is not None and self.place(one.place) is not one.place for one in self.said())
        self.any = bool(self.gone or self.claims or self.sources or self.places)

    def hides(self, event: Event) -> bool:
        """Whether an event is withheld as a whole; one that has only private claims is."""
        private = event.private or all(claim.private for claim in event.claims)
        return (event.draft and not self.drafts) or (private and not self.private)

    def claims_of(self, event: Event) -> tuple[Claim, ...]:
        """The claims of an event that are not withheld."""
        return tuple([claim for claim in event.claims if self.private or not claim.private])

    def said(self) -> Iterator[Event | Claim]:
        """The events and claims that are not withheld."""
        for event in self.kept:
            yield event
            yield from self.claims_of(event)

    def other_names(self) -> dict[str, str]:
        """By the id of each private source that is cited another, `withheld-1`, that tells nothing."""
        free = (name for number in count(1) if (name := f"withheld-{number}") not in self.timeline.sources)
        cited = dict.fromkeys(claim.source for claim in self.said() if isinstance(claim, Claim))
        return dict(zip(filter(self.sources.__contains__, cited), free, strict=False))

    def without(self, event: Event, gone: AbstractSet[str], others: Mapping[str, str]) -> Event:
        """The event without what is withheld of it; the words of its source for the date are a quote."""
        claims = tuple([self.claim(claim, others) for claim in self.claims_of(event)])
        related = tuple([relation for relation in event.related if relation.event not in gone])
        place = self.place(event.place)
        if (claims, related, place) == (event.claims, event.related, event.place):
            return event
        words = event.date_text if any(claim.source not in others.values() for claim in claims) else ""
        return replace(event, claims=claims, related=related, place=place, date_text=words)

    def claim(self, claim: Claim, others: Mapping[str, str]) -> Claim:
        """The claim with its place as it is for all; one of a private source without what would tell of the source."""
        if claim.source in others:
            claim = replace(claim, source=others[claim.source], quote="", at="", translation=None, note="")
        place = self.place(claim.place)
        return claim if place is claim.place else replace(claim, place=place)

    def place(self, place: Place | None) -> Place | None:
        """The place, without coordinates if they are private."""
        if place is None or self.private or not place.private:
            return place
        return replace(place, lat=None, lon=None, precision=None, private=False)

    def named_only_there(self) -> tuple[set[str], set[str]]:
        """The ids of the actors and sources that are private, or that only what is withheld names."""
        claims = [claim for event in self.gone for claim in event.claims]
        actors, sources = _named(self.timeline, chain(self.gone, claims, self.claims), sources=self.sources)
        # What nobody names at all is part of the register, which is for all.
        register = self.timeline.actors.keys() - actors, self.timeline.sources.keys() - sources
        elsewhere, cited = _named(self.timeline, self.said(), *register, without=self.sources)
        return actors - elsewhere, sources - cited


def _named(
    timeline: Timeline,
    parts: Iterable[Event | Claim],
    actors: Iterable[str] = (),
    sources: Iterable[str] = (),
    without: AbstractSet[str] = frozenset(),
) -> tuple[set[str], set[str]]:
    """The actors and sources with these ids and those that events and claims name, with whom and what they name.

    What stands in `without`, sources again, names nobody.
    """
    people, waiting = {*actors}, [*sources]
    for one in parts:
        people.update(participant.who for participant in one.actors)
        people.update(side.who for side in one.casualties)
        if isinstance(one, Claim):
            people.update(one.according_to)
            waiting.append(one.source)
    cited: set[str] = set()
    while waiting:
        source = timeline.sources.get(id := waiting.pop())
        if source is not None and id not in cited and id not in without:
            cited.add(id)
            people.update(source.speaker)
            waiting.append(source.version_of)
    return {above for who in people for above in timeline.lineage(who)}, cited
