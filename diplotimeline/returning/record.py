"""The entries of an export to the sections of a timeline; what it refers to and does not hold becomes a comment.

So what comes out can be shown: it names no file that is not there, and no event, source or actor that is not declared.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from diplotimeline.errors import CallError, ReadError
from diplotimeline.exporters.table import parted
from diplotimeline.files import read_inside
from diplotimeline.problems import Finding
from diplotimeline.quotes.archive import MAX_SOURCE_BYTES
from diplotimeline.reading.builder import MAX_KEY
from diplotimeline.reading.forms import good_value, read
from diplotimeline.record.kinds import ADDRESS, LINE
from diplotimeline.record.values import Actor, Event, Source
from diplotimeline.returning.entries import Entries, Entry
from diplotimeline.returning.values import (
    Data,
    Unread,
    actor_data,
    actors_in,
    event_data,
    source_data,
    unread_in,
    written,
)

FORMS: dict[str, type[Any]] = {"actors": Actor, "sources": Source, "events": Event}


@dataclass(slots=True)
class Returned:
    """The sections of a timeline by id, as a file has them, and by section and id the comments beside the entries."""

    title: str = ""
    summary: str = ""
    timezone: str = ""
    sections: dict[str, dict[str, Data]] = field(default_factory=dict)
    comments: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def say(self, section: str, id: str, comment: str) -> None:
        """Put a comment beside an entry."""
        self.comments.setdefault((section, id), []).append(" ".join(comment.split()))


def returned(entries: Entries, folder: Path) -> Returned:
    """The timeline that an export holds; `folder` is where its archived texts would lie. Raises `TableError`."""
    found = Returned(entries.sheets.title, entries.sheets.summary)
    events = {id: event_data(entry, entries) for id, entry in entries.events.items()}
    sources = sources_of(entries)
    actors = {id: actor_data(entry) for id, entry in entries.actors.items()}
    named = {id: name for name, ids in entries.names.items() for id in ids}
    for id, name in named.items():
        actors.setdefault(id, {"name": name if LINE.holds(name) else " ".join(name.split()) or id})
    for id in (id for data in events.values() for id in actors_in(data) if id not in actors):
        actors[id] = {"name": id}
        found.say("actors", id, "name: not in the table")
    found.sections = {"actors": actors, "sources": sources, "events": events}
    for id, data in actors.items():
        _keep_known(found, "actors", id, data, "of", actors)
    for id, data in sources.items():
        _keep_known(found, "sources", id, data, "speaker", actors)
        _keep_known(found, "sources", id, data, "version_of", sources)
        _keep_file(found, id, data, folder)
    for id, data in events.items():
        _keep_related(found, id, data)
        _keep_unread(found, id, data)
    _keep_zone(found, events)
    for section, values in found.sections.items():
        _refuse_long_names(entries.sheets.path, values)
        known: dict[str, Entry] = getattr(entries, section)
        for id, data in values.items():
            values[id] = written(data)
            if id in known:
                refuse(section, values[id], known[id], entries)
    return found


def _refuse_long_names(path: str, data: Any) -> None:
    """Raises `CallError` for an id, or the name of a field of one's own, that no file can hold."""
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        _refuse_long_names(path, one)
    for name in data if isinstance(data, dict) else ():
        if len(name) > MAX_KEY:
            raise CallError(f"{path}: the id or name '{name[:60]}…' is longer than {MAX_KEY} characters", "shorten it")


def sources_of(entries: Entries) -> dict[str, Data]:
    """The sources of an export. One without an entry has its citation as title, or its id, if that is all there is."""
    sources = {id: source_data(entry) for id, entry in entries.sources.items()}
    for entry in entries.events.values():
        ids, titles, urls = (parted(entry.cells.get(name, "")) for name in ("source_ids", "sources", "urls"))
        ids = ids or [claim.cells.get("source_id", "") for claim in entry.claims.values()]
        for at, id in enumerate(ids):
            if id and id not in entries.sources:
                source = sources.setdefault(id, {"title": id})
                if len(titles) == len(ids):
                    source["title"] = titles[at] if LINE.holds(titles[at]) else " ".join(titles[at].split()) or id
                if len(urls) == len(ids) and ADDRESS.holds(urls[at]):
                    source["url"] = urls[at]
    return sources


def refuse(section: str, data: Data, entry: Entry, entries: Entries, only: Collection[str] | None = None) -> None:
    """Raises `TableError`, with row and column, for cells that no timeline can hold; `only` in these fields."""
    if good_value(FORMS[section], data, {}) is not None:
        return
    for finding in read(FORMS[section], data, (section, 0), 0).findings:
        steps = finding.route[2:]
        if only is None or not steps or str(steps[0]) in only:
            row, column = _place(finding, entry)
            raise entries.sheets.fault(row, column, finding.message, finding.help)


def _place(finding: Finding, entry: Entry) -> tuple[Any, str]:
    """The row and the column that a mistake in an entry stands in."""
    names = [str(step) for step in finding.route[2:]]
    if names[-2:-1] == ["place"]:  # a place has no column of its own but those of its fields
        names[-2:] = ["place" if names[-1] == "name" else names[-1]]
    if names[:1] == ["claims"] and len(names) > 1:
        claims = [*entry.claims.values()]
        at = int(names[1])
        row = claims[at].row if at < len(claims) else entry.row
        own = ".".join(names[2:]) or "source_id"
        cells = claims[at].cells if at < len(claims) else {}
        return row, f"claim_{own}" if f"claim_{own}" in cells else own
    return entry.row, ".".join(name for name in names if not name.isdecimal()) or "title"


def _keep_known(found: Returned, section: str, id: str, data: Data, name: str, known: Collection[str]) -> None:
    """Leave out ids that are declared nowhere."""
    value = data.get(name, [])
    for one in [value] if isinstance(value, str) else value:
        if one not in known:
            found.say(section, id, f"{name}: {one} is not in the table")
    kept = [one for one in value if one in known] if isinstance(value, list) else value if value in known else ""
    if kept:
        data[name] = kept
    else:
        data.pop(name, None)


def _keep_file(found: Returned, id: str, data: Data, folder: Path) -> None:
    """Leave out an archived text that does not lie there as it did."""
    file, pin = data.get("file", ""), data.get("sha256", "")
    if not file:
        return
    try:
        text = read_inside(folder, file, MAX_SOURCE_BYTES)
        why = "" if not pin or sha256(text).hexdigest() == pin.lower() else "has another sha256"
    except ReadError as error:
        why = error.message
    if why:
        found.say("sources", id, f"file: {file} {why}" + (f"; sha256: {pin}" if pin else ""))
        data.pop("file")
        data.pop("sha256", None)


def _keep_related(found: Returned, id: str, data: Data) -> None:
    events = found.sections["events"]
    for one in data.get("related", ()):
        if one["event"] not in events:
            found.say("events", id, f"related: {one['event']} ({one['as']}) is not in the table")
    kept = [one for one in data.pop("related", ()) if one["event"] in events]
    if kept:
        data["related"] = kept


def _keep_unread(found: Returned, id: str, data: Data) -> None:
    """What could not be read goes into a comment and, as it stands, into the note."""
    some = [*unread_in(data)]
    for one in some:
        found.say("events", id, f"TODO {one.column}: {one.why}")
    if some:
        data["note"] = "\n".join(f"{one.column}: {one.text}" for one in some)
    for claim in data.get("claims", ()):
        for name in [name for name, value in claim.items() if isinstance(value, Unread)]:
            del claim[name]


def _keep_zone(found: Returned, events: dict[str, Data]) -> None:
    """The time zone of all events is that of the file; a file has only one."""
    zones = {data.get("timezone", "") for data in events.values()}
    if len(zones) == 1:
        found.timezone = zones.pop()
    for id, data in events.items():
        zone = data.pop("timezone", "")
        if zone != found.timezone:
            found.say("events", id, f"timezone: {zone}; a file has one")


def lines_of(found: Returned, name: str) -> Iterator[str]:
    """The lines of a timeline with all this."""
    from diplotimeline.writing.yaml_text import below, in_lines

    yield "# yaml-language-server: $schema=schema.json"
    yield f"# Imported from {name}."
    for key in ("title", "summary", "timezone"):
        if text := getattr(found, key):
            yield below(key, text, 0)
    for section in ("actors", "sources"):
        if found.sections[section]:
            yield f"\n{section}:"
        for id, data in found.sections[section].items():
            yield from (f"  # {text}" for text in found.comments.get((section, id), ()))
            yield "  " + below(id, data, 2)
    yield "\nevents:" if found.sections["events"] else "\nevents: []"
    for id, data in found.sections["events"].items():
        yield from (f"  # {text}" for text in found.comments.get(("events", id), ()))
        yield "  - " + in_lines(ordered(data), 4)
        yield ""


ORDER = ("id", "date", "part", "date_text", "order", "title", "type", "status", "actors", "place", "casualties",
         "summary", "source", "quote", "at", "translation", "stance", "according_to", "claims", "related", "tags",
         "identifiers", "extra", "note")  # fmt: skip


def ordered(event: Data) -> Data:
    """The fields of an event as a person reads them; a field that is new here comes last."""
    return {name: event[name] for name in (*ORDER, *(name for name in event if name not in ORDER)) if name in event}
