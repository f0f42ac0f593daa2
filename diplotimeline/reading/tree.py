"""The bytes of a file to its data: dicts, lists and texts, with what is wrong with their form."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from diplotimeline.problems import FILE_START, Finding, Route
from diplotimeline.reading.builder import Builder, OtherKind, Stop
from diplotimeline.reading.text import clean_text

MAX_FILE_BYTES = 256 * 1024 * 1024
LARGE = 32 * 1024
"""Below so many bytes the patterns of the fast way cost more than they save."""

SKELETON = "a timeline has 'title:', 'actors:', 'sources:' and 'events:', each at the beginning of a line"


class Tree:
    """What a file holds: dicts, lists, texts and None for an empty value; and what is wrong with its form.

    `broken`: nothing of it can be used; it is no clean text, no YAML, or its root is no group. `other_kind`: it is a
    list, a text or nothing at all, no timeline, but perhaps a file of another kind. `lost` are the routes to what was
    not read though all around it was: aliases, merge keys, what stands under a name again. `odd`, where its events are
    read one by one, are the numbers of those that are not written plainly, see `reading.fast`.
    """

    def __init__(self, *, broken: bool = False) -> None:
        self.root: Any = None
        self.findings: list[Finding] = []
        self.broken = broken
        self.other_kind = False
        self.lost: list[Route] = []
        self.odd: frozenset[int] | None = None


TreeReader = Callable[[bytes], Tree]
"""`read_tree`, or one that remembers what it has read; so nobody changes a tree."""


def read_tree(data: bytes) -> Tree:
    """Read one file's bytes. Never raises: what is wrong with them stands in the tree's findings."""
    tree = Tree()
    text = clean_text(data, tree.findings)
    if text is None:
        tree.broken = True
        return tree
    try:
        builder = Builder(tree.findings)
        tree.lost = builder.lost
        odd: set[int] = set()
        tree.root = _read_fast(text, odd)
        tree.odd = None if tree.root is None else frozenset(odd)
        tree.root = tree.root or builder.build(text)
    except Stop as stop:
        tree.broken = True
        tree.other_kind = isinstance(stop, OtherKind)
    except yaml.YAMLError as error:
        from diplotimeline.reading.syntax import syntax_finding  # only for a mistake

        tree.broken = True
        tree.findings.append(syntax_finding(error, text))
    else:
        tree.broken = tree.other_kind = not isinstance(tree.root, dict)
        if tree.other_kind:
            empty = tree.root is None
            rule, message = (
                ("empty-value", "the file is empty") if empty else ("wrong-type", "the file is a plain text")
            )
            tree.findings.append(Finding(rule, message, SKELETON, mark=FILE_START))
    return tree


def _read_fast(text: bytes, odd: set[int]) -> dict[str, Any] | None:
    """The data of a large file without mistakes, as far as it is written plainly; None if it has to be read whole."""
    if len(text) < LARGE:
        return None
    from diplotimeline.reading.fast import read_plain

    return read_plain(text, odd)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Switch Python's garbage collector off for a while: it would search millions of new values again and again.

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
