"""What formats for readers say in words where they have no field, and what they have no room for at all."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeGuard

from diplotimeline import phrases
from diplotimeline.phrases.wording import ENGLISH
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.kinds import WEB_ADDRESS
from diplotimeline.record.locators import pages_of
from diplotimeline.record.values import Claim, Event, Place, Source

NOT_ESTABLISHED = ("alleged", "disputed", "planned")
PDF_ADDRESS = re.compile(r"[^?#]*\.pdf(?:[?#]|\Z)", re.IGNORECASE)
PDF_TYPE = re.compile(r"\bpdf\b", re.IGNORECASE)


class Saying(NamedTuple):
    """What one claim says: a quote with who is quoted, or a sentence; the claim, and the footnote of its source."""

    quote: str
    words: str
    claim: Claim
    footnote: str


def sayings(timeline: Timeline, event: Event) -> Iterator[Saying]:
    """Who says what of an event, in the order written: each quote with its translation, each differing account, each
    mere support, and fields of one's own.

    The footnotes, ` [1, p. 12]`, are those of `sources_of`.
    """
    numbers = {name: number for number, name in enumerate(sources_of(timeline, event), 1)}
    for claim in event.claims:
        said, number = phrases.statement(timeline, claim), numbers.get(claim.source)
        footnote = f" {phrases.footnote(number, claim.at)}".rstrip()
        if claim.quote:
            doubt = phrases.quote_note(timeline, claim)
            voice = phrases.quoted_voice(timeline, claim) + (f" ({doubt})" if doubt else "")
            yield Saying(claim.quote, voice, claim, footnote)
        if claim.translation:
            yield Saying("", phrases.translation(claim), claim, "")
        if said:
            yield Saying("", said, claim, footnote)
        if not claim.quote and not said:
            yield Saying("", f"Reported by {phrases.voice_name(timeline, claim)}.", claim, footnote)
        if claim.extra:
            yield Saying("", phrases.labelled(claim.extra), claim, f" {phrases.footnote(number)}".rstrip())


def headline(event: Event, *words: str) -> str:
    """The title; before it what a reader must not miss: `Disputed: …`, `Alleged, date approximate: …`."""
    status = event.status if event.status in NOT_ESTABLISHED else ""
    warning = ", ".join(filter(None, (status, *words)))
    return f"{warning[0].upper()}{warning[1:]}: {event.title}" if warning else event.title


def facts(timeline: Timeline, event: Event) -> list[str]:
    """Date as written, status, type, place, actors, words of the source for the date, time zone: as far as given."""
    words = f"“{event.date_text}”" if event.date_text else ""
    place = phrases.whereabouts(event.place) if event.place else ""
    people, zone = phrases.people(timeline, event.actors), phrases.time_zone(event)
    return [
        fact
        for fact in (event.date.edtf, event.status, phrases.words(event.type or ""), place, people, words, zone)
        if fact
    ]


def body(timeline: Timeline, event: Event) -> list[str]:
    """What happened, in sentences: the summary and the casualties by side; first a doubt about its days, last its ids
    and fields of one's own.
    """
    why = phrases.why_perhaps(timeline, event)
    perhaps = f"{ENGLISH('perhaps_outside')}: {why}." if why else ""
    own = (phrases.labelled(event.identifiers), phrases.labelled(event.extra))
    return [text for text in (perhaps, event.summary, phrases.toll(timeline, event.casualties), *own) if text]


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


def page_link(source: Source | None, claim: Claim) -> str:
    """The address of the page of a PDF that a claim names, `report.pdf#page=12`; empty for any other place."""
    pages = pages_of(claim.at)
    is_pdf = source is not None and (PDF_ADDRESS.match(source.url) or PDF_TYPE.search(source.type))
    if source is None or not is_pdf or not pages or "#" in source.url:
        return ""
    return link(f"{source.url}#page={pages[0].start}") if source.url else ""


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
        (sum(claim.translation is not None for claim in claims), "translation"),
        (sum(bool(claim.at) for claim in claims), "locator"),
        (sum(bool(phrases.details(timeline, claim)) for claim in claims), "differing account"),
        (sum(bool(event.date_text) for event in events), "date wording"),
        (sum(len(event.tags) for event in events), "tag"),
        (sum(len(event.identifiers) for event in events), "identifier"),
        (sum(len(event.extra) for event in events) + sum(len(claim.extra) for claim in claims), "extra field"),
        relation_count(events),
    ]


def accounts_apart(timeline: Timeline, format: str) -> tuple[str, ...]:
    """What rows of events leave out of single claims: what they say else than their event, whose words they pass on,
    and their fields of one's own.
    """
    claims = [claim for event in timeline.events for claim in event.claims]
    differing = [bool(phrases.statement(timeline, claim)) for claim in claims]
    passed_on = [bool(claim.according_to) for claim in claims]
    counts = (
        (sum(differing), "differing account"),
        (sum(one and not other for one, other in zip(passed_on, differing, strict=True)), "second-hand account"),
        (sum(len(claim.extra) for claim in claims), "extra field"),
    )
    return no_room(format, counts, "--rows claims has them")


def no_room(format: str, counts: Iterable[tuple[int, str]], instead: str = "json has them") -> tuple[str, ...]:
    """`1 quote and 5 event ties cannot be shown in mermaid; json has them.`, or nothing when nothing is lost."""
    told = [phrases.count_of(number, noun) for number, noun in counts if number]
    if not told:
        return ()
    listed = " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    return (f"{listed} cannot be shown in {format}; {instead}.",)


def losses(*counts: tuple[int, str, str]) -> tuple[str, ...]:
    """For each number that is not 0 a sentence of it, its noun and the rest: `2 dates shown as fixed.`"""
    return tuple(f"{phrases.count_of(number, noun)} {rest}" for number, noun, rest in counts if number)
