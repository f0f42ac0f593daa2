"""A timeline's source gets its archived text: the path, the checksum, and the document that it was made from."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular
from diplotimeline.reading.tree import MAX_FILE_BYTES, read_tree
from diplotimeline.suggest import did_you_mean
from diplotimeline.writing.edits import Change, edited


def with_archived_text(path: Path, source: str, given: Mapping[str, Any]) -> bytes:
    """The bytes of a timeline's file in which a source has the fields given; all else stays, byte for byte.

    Raises `CallError` if the file has a mistake of form, does not declare the source, or has other values in its entry.
    """
    try:
        data = read_regular(path, MAX_FILE_BYTES)
    except ReadError as error:
        raise CallError(f"{path} {error.message}") from None
    entry = _entry(path, data, source)
    for name, value in given.items():
        if entry.get(name, value) != value:
            raise CallError(f"source '{source}' has another '{name}' already", "delete it in its entry if it is wrong")
    new = [Change(("sources", source, name), value) for name, value in given.items() if name not in entry]
    return edited(data, new)


def _entry(path: Path, data: bytes, source: str) -> Mapping[str, Any]:
    """The fields of a source as the file has them."""
    tree = read_tree(data)
    if tree.findings:
        raise CallError(
            f"{path}: {tree.findings[0].message}", f"diplotimeline check {shlex.quote(str(path))} shows where"
        )
    sources = tree.root.get("sources")
    declared = sources if isinstance(sources, dict) else {}
    if not isinstance(declared.get(source), dict):
        help = did_you_mean(source, sorted(declared), "sources there") or "name the file that declares it"
        raise CallError(f"{path} declares no source '{source}'", help)
    return dict(declared[source])
