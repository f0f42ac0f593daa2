"""What has changed between two states of a chronology: a page of corrections in Markdown, and JSON for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from diplotimeline.analyses.diff import Change, Difference, Entry, Section
from diplotimeline.analyses.wording import both_sides, claim_in_words, heading, in_sum, label, parts, sections
from diplotimeline.exporters.json import whole
from diplotimeline.exporters.markdown import escape
from diplotimeline.exporters.table import Record
from diplotimeline.phrases import citation, plural
from diplotimeline.record.values import Event
from diplotimeline.writing.plain import plain

FORMAT = "diplotimeline-diff/1"
CORRECTED = {"changed": "corrected"}


def markdown(difference: Difference) -> str:
    """A page to publish: what was written before, and what is written now."""
    title = difference.new.title or difference.old.title
    blocks = [f"# {escape(f'Corrections: {title}' if title else 'Corrections')}", f"{escape(in_sum(difference))}."]
    if difference.head:
        blocks += ["## The record", "\n".join(_changes(difference, difference.head))]
    for noun, section in sections(difference):
        for what, entries in parts(section):
            blocks.append(f"## {plural(len(entries), noun).capitalize()} {CORRECTED.get(what, what)}")
            for entry in entries:
                blocks += _entry(difference, entry)
    return "\n\n".join(blocks) + "\n"


def _entry(difference: Difference, entry: Entry[Any]) -> Iterator[str]:
    """The blocks of an entry: what has changed in it; of an event that is new or gone, what each source says."""
    timeline = difference.old if entry.new is None else difference.new
    item = entry.latest
    yield f"### {escape(heading(timeline, item))}"
    if entry.changes:
        yield "\n".join(_changes(difference, entry.changes))
    elif isinstance(item, Event) and (entry.old is None or entry.new is None):
        yield "\n".join(f"- {escape(claim_in_words(timeline, claim))}" for claim in item.claims)


def _changes(difference: Difference, changes: Iterable[Change]) -> Iterator[str]:
    """A line of a list for each field: what it was and what it is now."""
    for change in changes:
        old, new = map(escape, both_sides(difference, change))
        name = label(change)
        sources = {**difference.old.sources, **difference.new.sources}
        of = f" \\({escape(citation(difference.new, sources[change.claim]))}\\)" if change.claim in sources else ""
        said = f"was {old}, now {new}" if old and new else f"added: {new}" if new else f"removed: {old}"
        yield f"- **{name[0].upper()}{name[1:]}**{of}: {said}"


def as_json(difference: Difference) -> str:
    """One object: what differs in the head of the record, among its events, its sources and its actors."""
    record = {
        "format": FORMAT,
        "title": difference.new.title,
        "record": [_change(change) for change in difference.head],
        "events": _section(difference.events),
        "sources": _section(difference.sources),
        "actors": _section(difference.actors),
    }
    return whole(record)


def _section(section: Section[Any]) -> Record:
    return {
        "changed": [_changed(entry) for entry in section.changed],
        "added": [_as_written(entry.new) for entry in section.added],
        "removed": [_as_written(entry.old) for entry in section.removed],
        "not_compared": [entry.latest.id for entry in section.unsure],
    }


def _changed(entry: Entry[Any]) -> Record:
    before = {"old_id": entry.old.id} if entry.old is not None and entry.old.id != entry.latest.id else {}
    return {"id": entry.latest.id, **before, "changes": [_change(change) for change in entry.changes]}


def _change(change: Change) -> Record:
    claim = {"claim": change.claim} if change.claim else {}
    return {"field": change.field, **claim, "old": plain(change.old), "new": plain(change.new)}


def _as_written(item: Any) -> Record:
    """An entry with its id first, as it stands in a file."""
    return {"id": item.id, **plain(item)}
