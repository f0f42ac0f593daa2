"""Whether a file is a timeline, whatever its name: one that was read in this run, or one that looks like it."""

import re
from collections.abc import Collection
from typing import Any

from diplotimeline.reading.find import ENDINGS
from diplotimeline.reading.tree import Tree, read_tree
from diplotimeline.record.fields import fields_of
from diplotimeline.record.values import KEYS, SECTIONS, Actor, Event, Source

# At the beginning of a line or of the file, behind a byte order mark, or in brackets.
SECTION = re.compile(rf"""(?:^|[{{,\xbf])[ \t]*["']?(?:{"|".join(KEYS)})["']?[ \t]*:""".encode("latin-1"), re.MULTILINE)
NAMES = {
    "events": {"id", *(one.name for one in fields_of(Event))},
    "actors": {one.name for one in fields_of(Actor)},
    "sources": {one.name for one in fields_of(Source)},
}
"""The fields of the entries of each section."""

# Of a larger file only the beginnings of sections are looked at: a text made to have many mistakes takes long to parse.
MOST_PARSED = 2 * 1024 * 1024
BLANK = r"[ \t]*(?:#[^\n]*)?\r?\n"


def is_timeline(data: bytes, name: str, read: Collection[bytes]) -> bool:
    """Whether the bytes of a file are those of a timeline; `read` are the bytes of the files that were read as such."""
    return bool(data) and (data in read or looks_like_timeline(data, name))


def looks_like_timeline(data: bytes, name: str) -> bool:
    """Whether the bytes of a file look like a timeline or a draft; a name that ends in `.yaml` makes it likely."""
    if not SECTION.search(data):
        return False
    tree = read_tree(data) if len(data) <= MOST_PARSED else Tree(broken=True)
    if tree.broken:
        return any(_begins(section, data) for section in NAMES)
    root = tree.root
    if name.lower().endswith(ENDINGS) and not root.keys().isdisjoint(KEYS):
        return True
    if root.keys() <= {*KEYS} and ("include" in root or any(not root[one] for one in root.keys() & {*SECTIONS})):
        return True  # it declares nothing yet
    return any(_has_entries(root, section) for section in NAMES)


def _has_entries(root: dict[str, Any], section: str) -> bool:
    """Whether a section holds an entry with a field of its kind."""
    content = root.get(section)
    entries = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    return any(isinstance(entry, dict) and not entry.keys().isdisjoint(NAMES[section]) for entry in entries)


def _begins(section: str, data: bytes) -> bool:
    """Whether a text that is no YAML, by a mistake, has a section with a field of its kind in the first entry."""
    names = "|".join(NAMES[section])
    entry = rf"""(?:-[ \t]*|[^\s:#-][^\n:]*:[ \t]*(?:{BLANK}[ \t]+)?)(?:\{{[ \t]*)?["']?(?:{names})["']?:"""
    return re.search(rf"^{section}:{BLANK}(?:{BLANK})*+[ \t]*+{entry}".encode(), data, re.MULTILINE) is not None
