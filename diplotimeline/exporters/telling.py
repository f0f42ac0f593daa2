"""What formats for readers say in words where they have no field, and what they have no room for at all."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeGuard

from diplotimeline import phrases
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.kinds import WEB_ADDRESS
from diplotimeline.record.values import Claim, Event, Place, Source


class Saying(NamedTuple):
    """What one claim says: a quote with who is quoted, or a sentence; its source, and the footnote of that."""

    quote: str
    words: str
    source: str
    footnote: str


def sayings(timeline: Timeline, event: Event) -> Iterator[Saying]:
    """Who says what of an event, in the order written: each quote, each differing account, each mere support.

    The footnotes, ` [1]`, are those of `sources_of`.
    """
    footnotes = {name: f" [{number}]" for number, name in enumerate(sources_of(timeline, event), 1)}
    for claim in event.claims:
        said, footnote = phrases.statement(timeline, claim), footnotes.get(claim.source, "")
        if claim.quote:
            doubt = phrases.quote_note(timeline, claim)
            voice = phrases.quoted_voice(timeline, claim) + (f" ({doubt})" if doubt else "")
            yield Saying(claim.quote, voice, claim.source, footnote)
        if said:
            yield Saying("", said, claim.source, footnote)
        if not claim.quote and not said:
            yield Saying("", f"Reported by {phrases.voice_name(timeline, claim)}.", claim.source, footnote)


def headline(event: Event, *words: str) -> str:
    """The title; before it what a reader must not miss: `Disputed: …`, `Alleged, date approximate: …`."""
    status = "" if event.status == "reported" else event.status
    warning = ", ".join(filter(None, (status, *words)))
    return f"{warning[0].upper()}{warning[1:]}: {event.title}" if warning else event.title


def facts(timeline: Timeline, event: Event) -> list[str]:
    """Date as written, status, type, place, actors and the words of the source for the date, as far as given."""
    words = f"“{event.date_text}”" if event.date_text else ""
    place = phrases.whereabouts(event.place) if event.place else ""
    given = (event.date.edtf, event.status, event.type or "", place, phrases.people(timeline, event.actors), words)
    return [fact for fact in given if fact]


def body(timeline: Timeline, event: Event) -> list[str]:
    """What happened, in sentences: the summary and the casualties by side."""
    return [text for text in (event.summary, phrases.toll(timeline, event.casualties)) if text]


def by_stance(event: Event, words: Callable[[Claim], str]) -> list[list[str]]:
    """Words for the claims of an event, each once: of those that assert it, of those that deny it, that doubt it."""
    told: dict[str, dict[str, None]] = {"asserts": {}, "denies": {}, "doubts": {}}
    for claim in event.claims:
        told[claim.stance][words(claim)] = None
    return [[text for text in texts if text] for texts in told.values()]


def sources_of(timeline: Timeline, event: Event) -> dict[str, Source]:
    """The sources of an event by id, in the order in which its claims name them."""
    names = dict.fromkeys(claim.source for claim in event.claims)
    return {name: timeline.sources[name] for name in names if name in timeline.sources}


def full_citation(timeline: Timeline, source: Source) -> str:
    """Who, what, when, and what else is known of a source apart from its addresses."""
    more = phrases.particulars(source, phrases.speaker_of(timeline, source))
    return ", ".join([phrases.citation(timeline, source), *more])


def citation_with_addresses(timeline: Timeline, source: Source) -> str:
    """Who, what, when and where to find it: the citation with the addresses of the source and of its copy."""
    copy = f"archived copy: {source.archive_url}" if source.archive_url else ""
    return ", ".join(filter(None, (full_citation(timeline, source), source.url, copy)))


def numbered_citations(timeline: Timeline, event: Event) -> list[str]:
    """`[1] A speech, https://example.org`: the sources of an event by the numbers in the footnotes of `sayings`."""
    sources = sources_of(timeline, event).values()
    return [f"[{number}] {citation_with_addresses(timeline, source)}" for number, source in enumerate(sources, 1)]


def link(address: str) -> str:
    """The address if it is one of the web; nothing else becomes a link."""
    return address if WEB_ADDRESS.fullmatch(address) else ""


def unique_ids(events: Iterable[Event]) -> list[str]:
    """The ids of the events; one that has none, or that of another, gets one of its own, with a `_` as no id has."""
    ids: dict[str, None] = {}
    for number, event in enumerate(events, 1):
        ids[event.id if event.id and event.id not in ids else f"event_{number}"] = None
    return list(ids)


def has_coordinates(place: Place | None) -> TypeGuard[Place]:
    """Whether a place has coordinates."""
    return place is not None and place.lat is not None and place.lon is not None


def relation_count(events: Iterable[Event]) -> tuple[int, str]:
    """How many ties these events have to others."""
    return sum(len(event.related) for event in events), "event tie"


def untold(timeline: Timeline) -> list[tuple[int, str]]:
    """What a form that has little more than date, title, status and sources does not show, to be counted as lost."""
    events, claims = timeline.events, [claim for event in timeline.events for claim in event.claims]
    return [
        (sum(bool(text) for text in (timeline.summary, *(event.summary for event in events))), "summary text"),
        (sum(bool(event.type) for event in events), "type"),
        (sum(event.place is not None for event in events), "place"),
        (sum(len(event.casualties) for event in events), "casualty count"),
        (sum(bool(claim.quote) for claim in claims), "quote"),
        (sum(bool(phrases.details(timeline, claim)) for claim in claims), "differing account"),
        (sum(bool(event.date_text) for event in events), "date wording"),
        (sum(len(event.tags) for event in events), "tag"),
        relation_count(events),
    ]


def accounts_apart(timeline: Timeline, format: str) -> tuple[str, ...]:
    """What rows of events leave out: how many claims say something else than their event."""
    apart = sum(bool(phrases.statement(timeline, claim)) for event in timeline.events for claim in event.claims)
    return losses((apart, "differing account", f"cannot be shown in {format}; --rows claims has them."))


def no_room(format: str, counts: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """`1 quote and 5 event ties cannot be shown in mermaid; json has them.`, or nothing when nothing is lost."""
    told = [phrases.count_of(number, noun) for number, noun in counts if number]
    if not told:
        return ()
    listed = " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    return (f"{listed} cannot be shown in {format}; json has them.",)


def losses(*counts: tuple[int, str, str]) -> tuple[str, ...]:
    """For each number that is not 0 a sentence of it, its noun and the rest: `2 dates shown as fixed.`"""
    return tuple(f"{phrases.count_of(number, noun)} {rest}" for number, noun, rest in counts if number)
