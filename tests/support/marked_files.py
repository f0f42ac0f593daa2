"""Files that say themselves where they are faulty: a faulty line ends in `#! rule`."""

import re
from collections.abc import Iterable
from pathlib import Path

MARK = re.compile(r"#! ([a-z0-9 -]+)$")

# The rules that these files are marked for; every other one that is found must be a warning.
COVERED_HERE = frozenset((
    "actor-cycle", "bad-coordinates", "bad-date", "bad-part", "bad-url", "claim-after-source", "control-character",
    "date-order", "duplicate-id", "duplicate-key", "empty-value", "include-cycle", "include-missing", "missing-key",
    "no-source", "not-utf8", "quote-not-in-source", "source-changed", "source-file-missing", "source-file-outside",
    "todo-left", "unknown-actor", "unknown-event", "unknown-key", "unknown-source", "wrong-type", "yaml-syntax",
))  # fmt: skip


def marked(path: Path) -> Iterable[tuple[int, str]]:
    """The rules that a file itself names, with their lines."""
    expected = path.with_suffix(".expected")
    if expected.exists():
        lines = (line.split(":") for line in expected.read_text(encoding="utf-8").splitlines())
        yield from ((int(number), rule) for number, rule in lines)
        return
    for number, line in enumerate(path.read_bytes().decode().split("\n"), start=1):
        match = MARK.search(line)
        yield from ((number, rule) for rule in (match[1].split() if match else ()))
