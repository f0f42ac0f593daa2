"""YAML text to text-only data that still knows its lines. The only importer of yaml.

`building` makes the data straight from libyaml's events, `plain` reads the plainest events of large files faster. No
marks are kept: `marks` reads the text again, and only when there is something to point at.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from diplotimeline.decoding import clean_text
from diplotimeline.problems import FILE_START, Finding
from diplotimeline.yamltree import building
from diplotimeline.yamltree.building import (
    MAX_DEPTH,
    MAX_KEY,
    MAX_SCALAR,
    MAX_VALUES,
    Builder,
    Entries,
    OtherKind,
    Stop,
)

__all__ = [
    "MAX_DEPTH", "MAX_FILE_BYTES", "MAX_KEY", "MAX_SCALAR", "MAX_VALUES", "Tree", "collector_paused", "read_tree",
]  # fmt: skip

MAX_FILE_BYTES = 256 * 1024 * 1024
WORTHWHILE = 32 * 1024
"""Below so many bytes the pattern of plain events costs more than it saves."""

SKELETON = "a timeline has 'title:', 'actors:', 'sources:' and 'events:', each at the beginning of a line"


@dataclass(slots=True, eq=False)
class Tree:
    """What a file holds: dicts, lists, text and None for an empty value; and what is wrong with its form."""

    root: Any = None
    findings: list[Finding] = field(default_factory=list)
    broken: bool = False
    other_kind: bool = False
    """A list, a text or nothing at all: no timeline, but perhaps a file of another kind."""


def read_tree(data: bytes) -> Tree:
    """Read one file's bytes. Never raises: what is wrong with it stands in the tree's findings."""
    tree = Tree()
    text = clean_text(data, tree.findings)
    if text is None:
        tree.broken = True
        return tree
    try:
        with collector_paused():
            tree.root = _mostly_plain(text) or Builder(tree.findings).build(text)
        _refuse_other_roots(tree)
    except Stop as stop:
        tree.broken = True
        tree.other_kind = isinstance(stop, OtherKind)
    except yaml.YAMLError as error:
        tree.broken = True
        from diplotimeline.syntax import syntax_finding  # only for a mistake

        tree.findings.append(syntax_finding(error, text))
    return tree


def _refuse_other_roots(tree: Tree) -> None:
    if isinstance(tree.root, dict):
        return
    empty = tree.root is None
    message = "the file is empty" if empty else "the file is a plain text"
    tree.findings.append(Finding("empty-value" if empty else "wrong-type", message, SKELETON, span=FILE_START))
    tree.broken = tree.other_kind = True


@contextmanager
def collector_paused() -> Iterator[None]:
    """Millions of new containers would make the collector search all of them again and again.

    Afterwards they count as old, without a search: frozen and thawed, unless the program itself froze something.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _mostly_plain(data: bytes, least: int = WORTHWHILE) -> dict[str, Any] | None:
    """The whole of a file without mistakes: plain events by a pattern, what stands before them and all others by
    libyaml. None when it has to be read as one text, for whatever reason: then that decides what is wrong.
    """
    if len(data) < least:
        return None
    from diplotimeline.yamltree import plain  # only for large files: its patterns take 2 ms

    found = plain.layout(data)
    if found is None:
        return None
    reader = plain.PlainEvents(found)
    events, others = [], []
    for entry in reader.entries(data):
        events.append(reader.read(entry))
        if events[-1] is None:
            others.append(entry)
    if any(end in text for text in (data[: found.head_ends], *others) for end in plain.DOCUMENT_ENDS):
        return None
    findings: list[Finding] = []
    head, rest = Builder(findings), Entries(findings)
    try:
        root = head.build(data[: found.head_ends]) or {}
        read = iter(rest.entries_of(others, found.indent))
    except (yaml.YAMLError, Stop):
        return None
    values = head.values + rest.values + reader.values
    if findings or not isinstance(root, dict) or "events" in root or values >= building.MAX_VALUES:
        return None
    root["events"] = [next(read) if event is None else event for event in events]
    return root
