"""What an edited export says differently from what would be exported today, as changes of the timeline's file.

Only values that differ are changed, each at its place; what an export does not have, such as notes, is not looked at.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from diplotimeline.errors import CallError
from diplotimeline.exporters.marks import ALL_MARKS, MARKS
from diplotimeline.exporters.table import CLAIM, EVENT, OF_CLAIMS, parted, text_of
from diplotimeline.problems import Route
from diplotimeline.reading.tree import TreeReader
from diplotimeline.record.chronology import Timeline, find_actor
from diplotimeline.record.values import SHORT, Event, Origin
from diplotimeline.returning.differences import differences, event_changes
from diplotimeline.returning.entries import OF_CLAIM, PAIRS, Cells, Entries, Entry, entries
from diplotimeline.returning.part import exported_part
from diplotimeline.returning.record import refuse, sources_of
from diplotimeline.returning.sheets import CLAIMS, DERIVED, EVENTS, Sheets, today
from diplotimeline.returning.values import (
    Data,
    Unread,
    actor_data,
    actors_in,
    event_data,
    source_data,
    written,
)
from diplotimeline.writing.edits import REMOVED, Change
from diplotimeline.writing.yaml_text import below, in_lines

TAKEN = {one.name for one in (*EVENT, MARKS)} - DERIVED
TAKEN_OF_CLAIMS = {one.name for one in (*EVENT, *CLAIM, *ALL_MARKS)} - DERIVED
OF_SECTION = {"actors": actor_data, "sources": source_data}


@dataclass(slots=True)
class Plan:
    """The changes of a file: values, new entries by section, and in words what each is about.

    `missing` are ids of events that the file has and the table has not, `untaken` cells that say what only follows from
    others.
    """

    changes: list[Change] = field(default_factory=list)
    added: dict[str, list[str]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    touched: dict[str, None] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    untaken: dict[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many values and entries it changes or adds."""
        return len(self.said)


def plan(timeline: Timeline, sheets: Sheets, tree: TreeReader) -> Plan:
    """What has to be done to the file of a timeline so that it says what the sheets say. Raises `CallError`."""
    then = entries(sheets)
    shown = exported_part(timeline, then)
    now = entries(today(shown, sheets))
    for id, actor in timeline.actors.items():
        now.names.setdefault(actor.name, {})[id] = None
    for name, ids in then.names.items():  # what stands beside an id that is declared may be a mistake
        known = {id: None for id in ids if id not in timeline.actors or then.actors.get(id)}
        now.names.setdefault(name, {}).update(known)
    then.names = now.names
    return _Planning(timeline, shown, now, then, tree).plan


class _Planning:
    def __init__(self, timeline: Timeline, shown: Timeline, now: Entries, then: Entries, tree: TreeReader) -> None:
        self.timeline, self.now, self.then, self.tree = timeline, now, then, tree
        self.shown = {event.id: event for event in shown.events}
        self.plan = Plan(missing=[id for id in now.events if id not in then.events])
        self.known = {event.id: event for event in timeline.events}
        self.declared: dict[str, dict[str, Data]] = {"actors": {}, "sources": {}}
        for section in ("actors", "sources"):
            self.declarations(section)
        for entry in then.events.values():
            self.event(entry)
        self.head()
        if not self.plan.count:  # of a sheet in which only such cells were changed it is said that they were
            self.plan.untaken.clear()
            self.note_untaken(event for event in shown.events if event.id in then.events)
        for section, some in self.declared.items():
            for id, data in some.items():
                self.add(section, id, below(id, written(data), 0))

    def head(self) -> None:
        """Title and summary of the chronology, where the export has them and the file too."""
        for name in ("title", "summary"):
            old, new = getattr(self.now.sheets, name), getattr(self.then.sheets, name)
            if new and old != new and self.raw(Origin()).get(name) == old:
                self.change("timeline", name, Origin(), [((name,), new)])

    # --- events ---

    def event(self, entry: Entry) -> None:
        """An event of the table."""
        old = self.known.get(entry.id)
        mine = self.now.events.get(entry.id)
        if mine and _says(entry, mine):
            return
        entry.cells = {name: text for name, text in entry.cells.items() if name not in DERIVED}
        if mine:
            self.note_untaken([self.shown[entry.id]])
        self.settle(entry, mine)
        if old is None or mine is None:
            self.new_event(entry)
            return
        before, after = event_data(mine, self.now), event_data(entry, self.then)
        if not entry.named:
            before.pop("id", None)
            after.pop("id", None)
        if before.pop("timezone", "") != after.pop("timezone", ""):
            raise self.then.sheets.fault(entry.row, "timezone", "the time zone is that of the file", "change it there")
        if before == after:
            return
        self.refuse_unread(entry, before, after)
        if len(after.get("claims", ())) < len(before.get("claims", ())):
            after["claims"] += before["claims"][len(after["claims"]) :]  # never deleted
        if (
            not self.then.of_claims
            and len(old.claims) != len(before.get("claims", ()))
            and before.get("claims") != after.get("claims")
        ):
            help = "export it with --rows claims, and change it there"
            raise self.then.sheets.fault(
                entry.row, "quotes", "what belongs to which source is not to be seen here", help
            )
        self.refuse_faults(entry, before, after)
        if self.shown[old.id] != old and any(before.get(name) != after.get(name) for name in ("claims", "place")):
            raise self.then.sheets.fault(entry.row, "id", "a part of this event is private", "change it by hand")
        raw = self.raw(old.origin)
        found = [*event_changes(raw, before, after)]
        if any(route in (("date",), ("title",)) for route, _ in found) and "id" not in raw:
            found.append((("id",), old.id))
        self.change("event", entry.id, old.origin, found)
        for id in actors_in(after):
            self.declare(id, entry)

    def note_untaken(self, events: Iterable[Event]) -> None:
        """Count the cells that were changed and only say what follows from others, such as the first day of a date."""
        some = entries(today(self.timeline.only(events), self.then.sheets, derived=True)).events
        rows = self.then.sheets.rows
        of_event = TAKEN_OF_CLAIMS if EVENTS not in rows else TAKEN - {*OF_CLAIMS} if CLAIMS in rows else TAKEN
        for id, mine in some.items():
            entry = self.then.events[id]
            pairs = [(entry.row, mine.row, of_event)]
            if EVENTS in rows:
                claims = ((claim, mine.claims.get(number)) for number, claim in entry.claims.items())
                pairs += [(claim.row, old.row, OF_CLAIM) for claim, old in claims if old]
            for row, old, taken in pairs:
                others = (name for name in row.cells if name not in taken and "extra." not in name and name != "no")
                for name in others:
                    if row.cells[name] != old.cells.get(name, row.cells[name]):
                        self.plan.untaken[name] = self.plan.untaken.get(name, 0) + 1

    def new_event(self, entry: Entry) -> None:
        """An event that the file has not."""
        data = event_data(entry, self.then)
        data.pop("timezone", None)
        self.refuse_unread(entry, {}, data)
        short = written(data)
        refuse("events", short, entry, self.then)
        for id in actors_in(data):
            self.declare(id, entry)
        for claim in data.get("claims", ()):
            self.cite(claim["source"])
        if not entry.named:
            short.pop("id", None)
        self.add("events", entry.id, "- " + in_lines(short, 2))

    def refuse_unread(self, entry: Entry, before: Data, after: Data) -> None:
        """Raises `TableError` for a changed cell that cannot be read."""
        pairs = [(before, after, entry)]
        pairs += [(old, new, claim) for old, new, claim in zip(
            [*before.get("claims", ()), *[{}] * len(after.get("claims", ()))], after.get("claims", ()),
            [*entry.claims.values()] or [entry] * len(after.get("claims", ())), strict=False,
        )]  # fmt: skip
        for old, new, where in pairs:
            for name, value in new.items():
                if isinstance(value, Unread) and value != old.get(name):
                    help = (
                        "write it as `export` does, such as Ardelia: 5–7"
                        if name == "casualties"
                        else "export it with --rows claims"
                    )
                    raise self.then.sheets.fault(where.row, value.column, f"'{value.text[:60]}': {value.why}?", help)

    def refuse_faults(self, entry: Entry, before: Data, after: Data) -> None:
        """Raises `TableError` for a changed cell that no timeline can hold."""
        changed = {name for name in {**before, **after} if before.get(name) != after.get(name)}
        short = written(
            {"claims": [{"source": "x"}], "title": "x", "date": "2000", **before, **after}
            | {name: after.get(name, "") for name in changed if name in ("title", "date")}
        )
        refuse("events", short, entry, self.then, only={*changed, *(SHORT if "claims" in changed else ())})

    # --- names, sources, actors ---

    def settle(self, entry: Entry, mine: Entry | None) -> None:
        """Where names and ids do not mean the same, the ids that the names mean; and the roles of new ones."""
        self.settle_cells(entry, mine.cells if mine else {})
        for number, claim in entry.claims.items():
            self.settle_cells(claim, mine.claims[number].cells if mine and number in mine.claims else {})

    def settle_cells(self, entry: Entry, mine: Cells) -> None:
        """The same of one row."""
        cells = entry.cells
        for names, ids in PAIRS:
            if names in cells and ids in cells and not self.agree(parted(cells[names]), parted(cells[ids])):
                meant = text_of([self.who(name, names, entry) for name in parted(cells[names])])
                if meant == mine.get(ids):
                    self.plan.untaken[ids] = self.plan.untaken.get(ids, 0) + 1
                cells[ids] = meant
            roles = ids.replace("_ids", "_roles")
            if (
                roles in cells
                and roles != ids
                and cells.get(ids) != mine.get(ids)
                and cells[roles] == mine.get(roles, "")
            ):
                had = dict(zip(parted(mine.get(ids, "")), parted(cells[roles]), strict=False))
                cells[roles] = text_of([had.get(id, "participant") for id in parted(cells[ids])])

    def agree(self, names: list[str], ids: list[str]) -> bool:
        """Whether names and ids mean the same; a new id gets its name here."""
        return len(names) == len(ids) and all(
            id in self.then.names.get(name, ()) or (id not in self.timeline.actors and id not in self.then.actors)
            for name, id in zip(names, ids, strict=True)
        )

    def who(self, name: str, column: str, entry: Entry) -> str:
        """The id of an actor by its name."""
        ids = self.then.who(name)
        if len(ids) == 1:
            return ids[0]
        try:
            return find_actor(self.timeline, name)
        except CallError as error:
            raise self.then.sheets.fault(entry.row, column, error.message, error.help) from None

    def declarations(self, section: str) -> None:
        """Sources or actors of the table, of which some may be new."""
        then: dict[str, Entry] = getattr(self.then, section)
        now: dict[str, Entry] = getattr(self.now, section)
        old: Mapping[str, Any] = getattr(self.timeline, section)
        for id, entry in then.items():
            if id in now and entry.cells == now[id].cells:
                continue
            if section == "sources":
                self.settle_cells(entry, now[id].cells if id in now else {})
            data = OF_SECTION[section](entry)
            if id not in old:
                refuse(section, written(data), entry, self.then)
                self.declared[section][id] = data
            elif id in now and (before := OF_SECTION[section](now[id])) != data:
                changed = {name for name in {**before, **data} if before.get(name) != data.get(name)}
                refuse(
                    section,
                    {"title" if section == "sources" else "name": "x", **written(data)},
                    entry,
                    self.then,
                    only=changed,
                )
                raw = self.raw(old[id].origin)
                self.change(section[:-1], id, old[id].origin, [*differences(raw, before, data)])

    def declare(self, id: str, entry: Entry) -> None:
        """An actor that an event names: declared, or new with the name that stands beside its id."""
        if id in self.timeline.actors or id in self.declared["actors"]:
            return
        names = [name for name, ids in self.then.names.items() if id in ids and name]
        if not names:
            help = "write its name beside it, in the column of names"
            raise self.then.sheets.fault(entry.row, "actor_ids", f"no actor '{id}' is declared", help)
        self.declared["actors"][id] = {"name": names[0]}

    def cite(self, id: str) -> None:
        """A source that an event cites: declared, or new with what the table says of it."""
        if id not in self.timeline.sources and id not in self.declared["sources"]:
            self.declared["sources"][id] = sources_of(self.then)[id]

    # --- the plan ---

    def raw(self, origin: Origin) -> Any:
        """What the file has at a place."""
        value = self.tree(self.timeline.report.files[origin.file].data).root
        for step in origin.route:
            value = value[step]
        return value

    def change(self, word: str, id: str, origin: Origin, found: list[tuple[Route, Any]]) -> None:
        """Take up changes of an entry. Raises `CallError` where it stands in an included file."""
        if not found:
            return
        file = self.timeline.report.files[origin.file]
        if origin.file:
            help = f"import into that file: --into {file.path}"
            raise CallError(f"the {word} '{id}' stands in {file.path}, which is included; nothing was written", help)
        self.plan.touched[id] = None
        for route, value in found:
            self.plan.changes.append(Change((*origin.route, *route), value))
            self.plan.said.append(f"{word} {id}: {'.'.join(map(str, route))}: {_shown(value)}")

    def add(self, section: str, id: str, text: str) -> None:
        """Take up a new entry."""
        self.plan.added.setdefault(section, []).append(text)
        self.plan.touched[id] = None
        self.plan.said.append(f"new {section[:-1]} {id}")


def _says(then: Entry, now: Entry) -> bool:
    """Whether an entry of the table says just what would be exported today, and its claims do."""
    return now.cells.items() <= then.cells.items() and (
        [*then.claims] == [*now.claims] and all(map(_says, then.claims.values(), now.claims.values()))
    )


def _shown(value: Any) -> str:
    if value is REMOVED:
        return "deleted"
    text = " ".join(str(value).split())
    return text if len(text) <= 100 else f"{text[:100]}…"
