"""Changes of values in a file that a person has written; all else of it stays as it is, byte for byte.

The new file is read again before it is given back: it says what was meant, or `EditError` is raised.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diplotimeline.errors import CallError
from diplotimeline.problems import Route
from diplotimeline.reading.text import BYTE_ORDER_MARK
from diplotimeline.reading.tree import TreeReader, read_tree
from diplotimeline.writing.nodes import Node, Nodes, holds_comment, line_end, line_start
from diplotimeline.writing.yaml_text import below, in_lines, in_one_line, name_of

REMOVED: Any = object()
"""The value of a field that is to be deleted."""
BY_HAND = "change it by hand"


class EditError(CallError):
    """A file is written in a way in which a value cannot be changed without changing more."""


@dataclass(frozen=True, slots=True)
class Change:
    """A new value for what stands at a route. A field that is not there yet is added at the end of its group."""

    route: Route
    value: Any


@dataclass(frozen=True, slots=True)
class NewName:
    """A new name for the field or entry at a route; what stands below it stays."""

    route: Route
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to put between two places of the file."""

    start: int
    end: int
    text: str


def edited(
    data: bytes,
    changes: Sequence[Change],
    entries: Mapping[str, Sequence[str]] | None = None,
    names: Sequence[NewName] = (),
    tree: TreeReader = read_tree,
) -> bytes:
    """The file with these values and names changed, and `entries` added at the end of its sections.

    A route names a value as the file has it: an event's only claim in short form stands in the event itself, and what
    has a new name is found by its old one. An entry is YAML text without indentation, its comments included:
    `- date: …` for events, `name: …` for actors and sources. `tree` may be a `read_tree` that remembers what it has
    read. Raises `EditError`.
    """
    text = data.removeprefix(BYTE_ORDER_MARK).decode()
    text, end_of_line = text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"
    root = tree(text.encode()).root
    if not isinstance(root, dict):
        raise EditError("the file cannot be read as a timeline")
    nodes = Nodes(text, root)
    pieces = [piece_of(nodes, change) for change in changes]
    pieces += [renamed(nodes, one) for one in names]
    pieces += [added(nodes, section, lines) for section, lines in (entries or {}).items() if lines]
    new = put_together(text, pieces).encode()
    read = tree(new)
    if read.findings or read.root != meant(root, changes, entries or {}, names):
        raise EditError("the file is written in a way in which this cannot be changed alone", BY_HAND)
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    return mark + new.replace(b"\n", end_of_line.encode())


def meant(
    root: Any, changes: Iterable[Change], entries: Mapping[str, Sequence[str]], names: Iterable[NewName] = ()
) -> Any:
    """The data that the new file has to hold."""
    new = changed(root, [(change.route, change.value) for change in changes])
    for one in names:
        *above, step = one.route
        group = new
        for place in above:
            group[place] = group = group[place].copy()
        group[one.name] = group.pop(step)
    for section, texts in entries.items():
        more = read_tree(f"{section}:\n{indented(chr(10).join(texts), 2)}\n".encode()).root
        old = new.get(section) or type(more[section])()
        new[section] = [*old, *more[section]] if isinstance(old, list) else {**old, **more[section]}
    return new


def changed(value: Any, changes: Sequence[tuple[Route, Any]]) -> Any:
    """The data with these changes. The old data stays as it is: values may stand in it several times."""
    by_step: dict[Any, list[tuple[Route, Any]]] = {}
    for route, new in changes:
        if not route:
            return new
        by_step.setdefault(route[0], []).append((route[1:], new))
    copy = value.copy()
    for step, inner in by_step.items():
        missing = step == len(copy) if isinstance(copy, list) else step not in copy
        if missing and isinstance(copy, list):
            copy.append(None)
        copy[step] = changed(None if missing else copy[step], inner)
        if copy[step] is REMOVED:
            del copy[step]
    return copy


def put_together(text: str, pieces: Iterable[Piece]) -> str:
    """The text with the pieces put in; those for the same place in their order."""
    parts: list[str] = []
    done = 0
    for piece in sorted(pieces, key=lambda one: one.start):
        if piece.start < done:
            raise EditError("two changes meet in one place of the file", BY_HAND)
        parts += [text[done : piece.start], piece.text]
        done = piece.end
    return "".join([*parts, text[done:]])


def piece_of(nodes: Nodes, change: Change) -> Piece:
    """What has to be put where for one change."""
    group = nodes.at(change.route[:-1])
    step = change.route[-1]
    if group is None:
        raise EditError(f"there is no {'.'.join(map(str, change.route[:-1]))} in the file", BY_HAND)
    if step not in group.inner:
        new = with_entry if isinstance(step, int) else with_new
        return new(nodes.text, group, str(step), change.value)
    return (
        without(nodes.text, group, step)
        if change.value is REMOVED
        else with_value(nodes.text, group, step, change.value)
    )


def renamed(nodes: Nodes, one: NewName) -> Piece:
    """A new name in the place of the old one, in quotation marks if that had them."""
    group = nodes.at(one.route[:-1])
    name = group.inner[one.route[-1]][0] if group and one.route[-1] in group.inner else None
    if name is None:
        raise EditError(f"there is no {'.'.join(map(str, one.route))} in the file", BY_HAND)
    quoted = nodes.text[name.start] in "\"'"
    return Piece(name.start, name.end, json.dumps(one.name, ensure_ascii=False) if quoted else name_of(one.name))


def with_value(text: str, group: Node, step: str | int, value: Any) -> Piece:
    """A new value in the place of the old one."""
    name, old = group.inner[step]
    if holds_comment(text, old):
        raise EditError(f"a comment stands within '{step}'", BY_HAND)
    one_line = isinstance(value, str) and "\n" not in value and old.end > old.start
    if one_line or group.in_brackets or old.in_brackets or name is None or "#" in text[name.end : old.start]:
        written = in_one_line(value, in_brackets=group.in_brackets)
        return Piece(old.start, old.end, written)
    written = below(str(step), value, name.column)
    return Piece(name.end, old.end, written.removeprefix(name_of(str(step))))


def with_new(text: str, group: Node, name: str, value: Any) -> Piece:
    """A field that the group did not have, behind its last one."""
    if group.in_brackets:
        return with_new_in_brackets(group, f"{name_of(name)}: {in_one_line(value, in_brackets=True)}")
    at = line_end(text, max(node.end for _, node in group.inner.values()))
    return Piece(at, at, "\n" + " " * group.column + below(name, value, group.column))


def with_entry(text: str, group: Node, _step: str, value: Any) -> Piece:
    """An entry that the list did not have, behind its last one."""
    if group.in_brackets or not group.inner:
        return with_new_in_brackets(group, in_one_line(value, in_brackets=True))
    at = line_end(text, max(node.end for _, node in group.inner.values()))
    return Piece(at, at, "\n" + " " * group.column + in_lines([value], group.column))


def with_new_in_brackets(group: Node, written: str) -> Piece:
    """What the group or list in brackets did not have, behind its last one."""
    separator = ", " if group.inner else ""
    at = max((node.end for _, node in group.inner.values()), default=group.start + 1)
    return Piece(at, at, separator + written)


def without(text: str, group: Node, step: str | int) -> Piece:
    """A field deleted, with the lines that hold nothing else; a comment behind it keeps its line."""
    name, old = group.inner[step]
    if name is None:
        raise EditError("an entry of a list cannot be deleted alone", "give the whole list")
    names = [one.start for one, _ in group.inner.values() if one]
    after = min((start for start in names if start > name.start), default=None)
    if group.in_brackets:
        before = max((node.end for _, node in group.inner.values() if node.end < name.start), default=name.start)
        return Piece(name.start, after, "") if after else Piece(before, old.end, "")
    start, end = line_start(text, name.start), line_end(text, old.end)
    if text[start : name.start].strip():  # behind a dash
        if after is None or "#" in text[old.end : after]:
            raise EditError(f"'{step}' cannot be deleted alone", BY_HAND)
        return Piece(name.start, after, "")
    if text[old.end : end].strip():
        return Piece(name.start, old.end + len(text[old.end : end]) - len(text[old.end : end].lstrip()), "")
    return Piece(start, end + 1, "")


def added(nodes: Nodes, section: str, texts: Sequence[str]) -> Piece:
    """Entries at the end of a section, which is made where the file has none."""
    text, entries = nodes.text, "\n".join(texts)
    place = nodes.at((section,))
    if place is None or (place.in_brackets and not place.inner):
        lines = f"{section}:\n{indented(entries, 2)}"
        if place is None:
            end_of_line = "" if text.endswith("\n") else "\n"
            return Piece(len(text), len(text), f"{end_of_line}\n{lines}\n")
        return Piece(line_start(text, place.start), place.end, lines)
    if place.in_brackets:
        raise EditError(f"'{section}' stands in brackets", "write it in lines, one entry below the other")
    last = max(node.end for _, node in place.inner.values())
    at = line_end(text, last)
    apart = "\n" if "\n\n" in text[place.start : last] else ""
    return Piece(at, at, f"\n{apart}{indented(entries, place.column)}")


def indented(lines: str, blanks: int) -> str:
    """Lines with so many blanks before each that is not empty."""
    return "\n".join(" " * blanks + line if line else "" for line in lines.split("\n"))
