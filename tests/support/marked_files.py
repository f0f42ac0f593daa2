"""Files that say themselves where they are faulty: a faulty line ends in `#! rule`."""

import re
from collections.abc import Iterable
from pathlib import Path

from diplotimeline.checks import manual, severity_of

MARK = re.compile(r"#! ([a-z0-9 -]+)$")

# The rules by what they find. A line is marked for an error in `data/bad`, for a warning in `data/warned`.
ERRORS = frozenset(rule for rule in manual() if severity_of(rule) == "error")
WARNINGS = frozenset(manual()) - ERRORS


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
