"""An edited export into the file of its timeline: the bytes that it would have then, which were loaded and compared."""

import os
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from diplotimeline.checks import broken_rules, check
from diplotimeline.errors import CallError
from diplotimeline.reading.loader import load_with
from diplotimeline.reading.tree import TreeReader, read_tree
from diplotimeline.record.chronology import Timeline
from diplotimeline.returning.changes import Plan, plan
from diplotimeline.returning.sheets import Sheets
from diplotimeline.writing.edits import edited

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Into:
    """What becomes of a file: its new bytes, and what was changed."""

    data: bytes
    plan: Plan


def into(timeline: Timeline, sheets: Sheets, data: bytes, tree: TreeReader | None = None) -> Into:
    """The file of a timeline, of which `data` are the bytes, with what the sheets say differently.

    `tree` may be a `read_tree` that remembers what it has read: the same bytes are read several times. Raises
    `CallError` if they cannot be written without changing more, and if the new file would not say just that.
    """
    tree = tree or cache(read_tree)
    done = plan(timeline, sheets, tree)
    if not done.count:
        return Into(data, done)
    path = Path(timeline.report.files[0].path)
    new = edited(data, done.changes, done.added, tree=tree)
    changed = {change.route[:2] for change in done.changes}
    here = (event for event in timeline.events if event.origin.file == 0)
    known = {event.origin: event for event in here if event.origin.route not in changed}
    loaded = load_with({os.path.realpath(path): new}, path, quotes=True, tree=tree, known=known)
    if broken_rules(loaded):
        errors = [one for one in check(loaded) if one.severity == "error"]
        said = "; ".join(f"line {one.line}: {one.message}" for one in errors[:MOST_NAMED])
        raise CallError(f"{path} would have errors then: {said}", errors[0].help)
    _refuse_other_changes(timeline, loaded, done, sheets, tree)
    return Into(new, done)


def _refuse_other_changes(old: Timeline, new: Timeline, done: Plan, sheets: Sheets, tree: TreeReader) -> None:
    """Raises `CallError` unless the new file says what the sheets say, and of everything else what the old one did."""
    events = {event.id: event for event in new.events}
    before = {event.id: event for event in old.events}
    same = all(events.get(id) == event for id, event in before.items() if id not in done.touched)
    whole = same and events.keys() <= {*before, *done.touched}
    rows = {
        name: [row for row in some if row.cells.get("id", "") in done.touched] for name, some in sheets.rows.items()
    }
    touched = new.only(event for event in new.events if event.id in done.touched)
    left = plan(touched, replace(sheets, rows=rows), tree)
    if not whole or left.count:
        raise CallError("the result would not say what the table says; nothing was written", "change it by hand")
