"""An actor, source or event gets another id, in all files of a chronology at once."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args

from diplotimeline.characters import FORBIDDEN, normal
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, refuse_unwritable, write_atomic
from diplotimeline.problems import TODO, Route
from diplotimeline.reading.builder import MAX_KEY
from diplotimeline.reading.loader import load_with
from diplotimeline.reading.text import BYTE_ORDER_MARK
from diplotimeline.reading.tree import MAX_FILE_BYTES, read_tree
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.kinds import ID
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.withholding import may_be_marked
from diplotimeline.suggest import did_you_mean
from diplotimeline.writing.edits import Change, EditError, NewName, edited
from diplotimeline.writing.mentions import Kind, Mention, mentions

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Renaming:
    """What renaming an id changes: the bytes of each file `before` and `after`, and in how many `places`.

    Files that only name the id stand before those that declare it: after a run that was killed in between, the old id
    is still declared, and the same call finishes it. `joined` says that the new id was declared before, in other files.
    """

    kind: Kind
    old: str
    new: str
    places: int
    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]
    joined: bool = False

    def write(self) -> bool:
        """Write the files; False if a file system cannot sync them.

        Raises `CallError` before anything is written if a file has changed meanwhile or may not be written.
        """
        for path, data in self.before.items():
            refuse_unwritable(path)
            if _bytes_at(path) != data:
                raise _changed_meanwhile(path)
        synced = [write_atomic(path, data) for path, data in self.after.items()]
        return all(synced)


class _File(NamedTuple):
    """A file as it was read, its data, and the ids in it."""

    file: TimelineFile
    root: dict[str, Any]
    ids: tuple[Mention, ...]

    def declares(self, kind: Kind, id: str) -> bool:
        return any(one.declares and (one.kind, normal("NFC", one.id)) == (kind, id) for one in self.ids)


def rename(timeline: Timeline, old: str, new: str) -> Renaming:
    """What changes in the files of a timeline when an id becomes another; nothing is written yet.

    `old` is the id of an actor, source or event, or `actor:…`, `source:…`, `event:…` where several have it. Everything
    is prepared and read again before it is given back. Raises `CallError` for an id that is not known, for a new one
    that is none or is taken, and for files with mistakes of form.
    """
    _refuse_mistakes(timeline)
    files = [_File(file, root, tuple(mentions(root))) for file in timeline.report.files
             if (root := read_tree(file.data).root)]  # fmt: skip
    old, new = normal("NFC", old), normal("NFC", new)
    kind, old = _meant(timeline, files, old, new)
    new = new.removeprefix(f"{kind}:")
    _refuse_id(kind, old, new)
    joined = _known(timeline, files, kind, new) and _known(timeline, files, kind, old)
    if joined and not _left_by_a_killed_run(files, kind, old, new):
        raise CallError(f"there is another {kind} '{new}' already", "choose an id that is free")
    changes = {number: found for number, one in enumerate(files) if (found := [*_changes(one, kind, old, new)])}
    for number, route in _unnamed(timeline, files, old) if kind == "event" else ():
        changes.setdefault(number, []).append(Change((*route, "id"), new))
    order = sorted(changes, key=lambda number: files[number].declares(kind, old) or _gets_id(changes[number]))
    before = {number: _as_read(files[number].file) for number in order}
    after = {number: _edited(files[number].file.path, before[number], changes[number]) for number in order}
    paths = {number: Path(files[number].file.path) for number in order}
    renaming = Renaming(
        kind, old, new, sum(map(len, changes.values())),
        {paths[number]: before[number] for number in order}, {paths[number]: after[number] for number in order}, joined,
    )  # fmt: skip
    _refuse_other_changes(timeline, renaming)
    return renaming


def _refuse_mistakes(timeline: Timeline) -> None:
    """Raises `CallError` for files in which an id may stand that cannot be seen.

    An id that is used twice is none, nor is a TODO. Of a file in which something is a draft or private no word is told.
    """
    for finding in timeline.report.findings:
        if finding.rule not in ("duplicate-id", "todo-left"):
            path = timeline.report.files[finding.file].path
            words = f"[{finding.rule}]" if may_be_marked(timeline) else finding.message
            raise CallError(f"{path} has mistakes: {words}", "correct first what 'diplotimeline check' shows")
    if any(not file.path or file.path.startswith("<") for file in timeline.report.files):
        raise CallError("standard input cannot be changed", "name the file")


# --- which id is meant ---------------------------------------------------------------------------------------------


def _meant(timeline: Timeline, files: Iterable[_File], old: str, new: str) -> tuple[Kind, str]:
    """The kind of what has this id, and the id without the kind before it."""
    files = list(files)
    wanted = [kind for kind in KINDS if old.startswith(f"{kind}:")]
    id = old.removeprefix(f"{wanted[0]}:") if wanted else old
    kinds = wanted or KINDS
    found = [kind for kind in kinds if _known(timeline, files, kind, id)]
    found = found or [kind for kind in kinds if _named(files, kind, id) and _known(timeline, files, kind, new)]
    if len(found) > 1:
        several = " and ".join(f"{'an' if kind[0] in 'ae' else 'a'} {kind}" for kind in found)
        raise CallError(f"'{id}' is {several}", f"write {' or '.join(f'{kind}:{id}' for kind in found)}")
    if not found:
        known = {kind: [*_declared(timeline, files, kind)] for kind in kinds}
        what = " or ".join(kinds) if wanted else "actor, source or event"
        help = did_you_mean(id, dict.fromkeys(one for ids in known.values() for one in ids), "known")
        raise CallError(f"no {what} has the id '{id}'", help)
    return found[0], id


def _declared(timeline: Timeline, files: Iterable[_File], kind: Kind) -> dict[str, None]:
    """The ids of all of a kind; of events also those that are made."""
    ids = (normal("NFC", one.id) for file in files for one in file.ids if one.declares and one.kind == kind)
    made = (event.id for event in timeline.events) if kind == "event" else ()
    return dict.fromkeys((*ids, *made))


def _known(timeline: Timeline, files: Iterable[_File], kind: Kind, id: str) -> bool:
    return id in _declared(timeline, files, kind)


def _left_by_a_killed_run(files: list[_File], kind: Kind, old: str, new: str) -> bool:
    """Whether both ids may be declared because a run was killed: files that only name the old one come first."""
    both = any(one.declares(kind, old) and one.declares(kind, new) for one in files)
    return not both and all(one.declares(kind, old) or not _named([one], kind, old) for one in files)


def _named(files: Iterable[_File], kind: Kind, id: str) -> bool:
    return any((one.kind, normal("NFC", one.id)) == (kind, id) for file in files for one in file.ids)


def _refuse_id(kind: Kind, old: str, new: str) -> None:
    """Raises `CallError` for a new id that cannot be one."""
    if old == new:
        raise CallError(f"'{old}' and '{new}' are the same id", "name another one")
    if kind == "event" and not ID.holds(new):
        raise CallError(f"'{new}' {ID.words}", ID.help)
    signs = FORBIDDEN.search(new) or "\n" in new or "\t" in new
    if not new or new != new.strip() or signs or new == "<<" or len(new) > MAX_KEY or TODO.search(new):
        raise CallError(f"'{new}' cannot be an id", "write one short word, such as tavoria-mod")


# --- what changes --------------------------------------------------------------------------------------------------


def _changes(file: _File, kind: Kind, old: str, new: str) -> Iterator[Change | NewName]:
    """The places of a file at which the id stands."""
    for one in file.ids:
        if (one.kind, normal("NFC", one.id)) == (kind, old):
            is_name = one.declares and kind != "event"
            yield NewName(one.route, new) if is_name else Change(one.route, new)


def _gets_id(changes: Iterable[Change | NewName]) -> bool:
    """Whether an event is given the id, or had it written."""
    return any(change.route[2:] == ("id",) for change in changes)


def _unnamed(timeline: Timeline, files: list[_File], id: str) -> Iterator[tuple[int, Route]]:
    """Where an event stands whose id is made from date and title; in another file it may stand once more."""
    numbers = {one.file.path: number for number, one in enumerate(files)}
    for event in timeline.events:
        number = numbers[timeline.report.files[event.origin.file].path]
        entry = files[number].root["events"][event.origin.route[1]] if event.id == id else {"id": ""}
        if "id" in entry:
            continue
        for other, file in enumerate(files):
            for place, one in enumerate(file.root.get("events") or ()):
                same = (other, place) == (number, event.origin.route[1])
                if same or (one == entry and other != number):
                    yield other, ("events", place)


def _edited(path: str, data: bytes, changes: list[Change | NewName]) -> bytes:
    """The file with these changes. Raises `CallError`, naming it."""
    values = [one for one in changes if isinstance(one, Change)]
    names = [one for one in changes if isinstance(one, NewName)]
    try:
        return edited(data, values, names=names)
    except EditError as error:
        raise CallError(f"{path}: {error.message}", error.help) from None


def _as_read(file: TimelineFile) -> bytes:
    """The bytes of a file, with its byte order mark. Raises `CallError` if it has changed since it was read."""
    data = _bytes_at(Path(file.path))
    if data.removeprefix(BYTE_ORDER_MARK) != file.data:
        raise _changed_meanwhile(file.path)
    return data


def _bytes_at(path: Path) -> bytes:
    try:
        return read_regular(path, MAX_FILE_BYTES)
    except ReadError as error:
        raise CallError(f"{path} {error.message}") from None


def _changed_meanwhile(path: str | Path) -> CallError:
    return CallError(f"{path} has changed meanwhile; nothing is written", "call it once more")


def _refuse_other_changes(before: Timeline, renaming: Renaming) -> None:
    """Raises `CallError` if the files, read with what is to be written, say anything else than before."""
    contents = {os.path.realpath(path): data for path, data in renaming.after.items()}
    after = load_with(contents, *(file.path for file in before.report.files), quotes=False)
    if len(after.report.findings) > len(before.report.findings):
        problem = after.report.problems[0]
        raise CallError(f"'{renaming.new}' cannot be the id: {problem.message}", "choose an id that is free")
    ids = {renaming.new if (renaming.kind, one.id) == ("event", renaming.old) else one.id for one in before.events}
    if others := sorted({one.id for one in after.events} ^ ids):
        message = f"another event would get another id too: {', '.join(others)}"
        raise CallError(message, "give it an id of its own first: 'id: …' in its entry")
