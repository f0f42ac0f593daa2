"""Values of fields, and what has changed in them, in the words in which people read them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from diplotimeline.analyses.diff import Change, Difference, Entry, Item, Section
from diplotimeline.dates import EventDate, display
from diplotimeline.phrases import citation, count_of, people, statement, toll, voice_name, whereabouts, words as spaced
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.fields import fields_of
from diplotimeline.record.values import (
    Actor,
    Claim,
    Event,
    Participant,
    Place,
    Relation,
    Source,
    Translation,
)
from diplotimeline.writing.plain import plain
from diplotimeline.writing.yaml_text import in_one_line

IDS_OF_ACTORS = ("speaker", "of", "according_to")
FOR_CURATORS = ("note", "accepted")
"""Fields that are never exported."""
REASONS = {
    "same-as": "what an event says itself",
    "id": "the same id",
    "identifiers": "the same id in another database",
    "quotes": "the same quote",
}
LABELS = {"of": "belongs to", "claims": "order of claims", "timezone": "time zone"}


def label(change: Change) -> str:
    """What a changed field is called: `date text`, `quote`."""
    return LABELS.get(change.field, change.field.replace("_", " "))


def both_sides(difference: Difference, change: Change) -> tuple[str, str]:
    """Both values of a change in words, empty where nothing is given; as in a file where their words are the same."""
    old = in_words(difference.old, change.field, change.old)
    new = in_words(difference.new, change.field, change.new)
    if old != new:
        return old, new
    old, new = ("" if value is None else in_one_line(plain(value)) for value in (change.old, change.new))
    return old, new


def in_words(timeline: Timeline, field: str, value: Any) -> str:
    """The value of a field in words, with the names of the timeline; empty for one that is not given."""
    match value:
        case None:
            return ""
        case EventDate():
            return display(value)
        case Place():
            return whereabouts(value)
        case Translation():
            return f"“{value.text}”"
        case Claim():
            return claim_in_words(timeline, value)
        case tuple():
            return _several(timeline, field, value)
        case str():
            return f"“{value}”" if field == "quote" else value
        case _:
            return in_one_line(plain(value))


def claim_in_words(timeline: Timeline, claim: Claim) -> str:
    """Who says what a claim says, and the quote: `Ardelia denied this: “No such talks took place”`."""
    said, name = statement(timeline, claim), voice_name(timeline, claim)
    return f"{said or name}: “{claim.quote}”" if claim.quote else said or f"Reported by: {name}"


def _several(timeline: Timeline, field: str, values: tuple[Any, ...]) -> str:
    match values:
        case (Participant(), *_):
            return people(timeline, values)
        case (Casualties(), *_):
            return toll(timeline, values)
        case (Relation(), *_):
            return "; ".join(f"{spaced(one.kind)} {one.event}" for one in values)
        case ((str(), str()), *_):
            return "; ".join(f"{name}: {text}" for name, text in values)
    if field in IDS_OF_ACTORS:
        return ", ".join(map(timeline.name, values))
    return ", ".join(one if isinstance(one, str) else in_one_line(plain(one)) for one in values)


def heading(timeline: Timeline, item: Event | Source | Actor) -> str:
    """What an entry is, in a line: date and title, citation, or name."""
    match item:
        case Event():
            return f"{display(item.date, item.part or '')}: {item.title}"
        case Source():
            return citation(timeline, item)
        case Actor():
            return item.name


def sections(difference: Difference) -> Iterator[tuple[str, Section[Any]]]:
    """The sections that have something to say, with the name of one of their entries."""
    every = (("event", difference.events), ("source", difference.sources), ("actor", difference.actors))
    return ((noun, section) for noun, section in every if section)


def parts(section: Section[Any]) -> Iterator[tuple[str, tuple[Entry[Any], ...]]]:
    """The lists of a section that are not empty, each with what happened to its entries."""
    every = (("changed", section.changed), ("added", section.added), ("removed", section.removed))
    return ((what, entries) for what, entries in (*every, ("not compared", section.unsure)) if entries)


def in_sum(difference: Difference) -> str:
    """`2 events changed, 1 added; 1 source removed`: how much has changed; `Nothing has changed` where nothing has."""
    sums = ["title or summary changed"] if difference.head else []
    for noun, section in sections(difference):
        (what, entries), *more = parts(section)
        first = f"{count_of(len(entries), noun)} {what}"
        sums.append(", ".join([first, *(f"{len(entries):,} {what}" for what, entries in more)]))
    return "; ".join(sums) or "Nothing has changed"


def without_notes(difference: Difference) -> Difference:
    """The difference without what stands in a record for curators alone."""
    sections = (_section_without_notes(getattr(difference, name)) for name in ("events", "sources", "actors"))
    return Difference(difference.old, difference.new, difference.head, *sections)


def _section_without_notes(section: Section[Item]) -> Section[Item]:
    changed, *others = (
        tuple(_entry_without_notes(entry) for entry in entries)
        for entries in (section.changed, section.added, section.removed, section.unsure)
    )
    return Section(tuple(entry for entry in changed if entry.changes), *others)


def _entry_without_notes(entry: Entry[Item]) -> Entry[Item]:
    changes = [
        change._replace(old=_without_notes(change.old), new=_without_notes(change.new))
        for change in entry.changes
        if change.field not in FOR_CURATORS
    ]
    return Entry(_without_notes(entry.old), _without_notes(entry.new), tuple(changes))


def _without_notes(value: Any) -> Any:
    """An entry or claim without its notes; any other value as it is."""
    if not isinstance(value, (Event, Source, Actor, Claim)):
        return value
    empty: dict[str, Any] = {
        one.name: one.default for one in fields_of(type(value)) if one.name in FOR_CURATORS and getattr(value, one.name)
    }
    if isinstance(value, Event):
        empty["claims"] = tuple(_without_notes(claim) for claim in value.claims)
    return replace(value, **empty) if empty else value
