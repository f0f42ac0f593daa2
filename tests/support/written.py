"""Timeline files written by hand in a test, and the mistakes found in them, in short."""

import os
from collections.abc import Iterable
from pathlib import Path

from diplotimeline import Problem, Timeline, check, load
from diplotimeline.reading.positions import Positions
from diplotimeline.reading.tree import read_tree
from diplotimeline.record.report import TimelineFile

SOURCES = "sources:\n  s: {title: Readout}\n"
SMALLEST = f"{SOURCES}events:\n  - date: 2022-10-04\n    title: Call\n    source: s\n"


def write(path: Path, text: str | bytes = SMALLEST) -> Path:
    """A file with this text, in folders that need not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def event(title: str) -> str:
    """A whole timeline with this one event."""
    return SMALLEST.replace("title: Call", f"title: {title}")


def titles(timeline: Timeline) -> list[str]:
    """The titles of the events, in their order."""
    return [one.title for one in timeline.events]


def paths(timeline: Timeline, folder: Path) -> list[str]:
    """The files that were read, relative to a folder."""
    return [os.path.relpath(file.path, folder) for file in timeline.report.files]


def loaded(folder: Path, text: str | bytes) -> Timeline:
    """The timeline of one file with this text."""
    return load(write(folder / "timeline.yaml", text))


def mistakes(folder: Path, text: str | bytes) -> list[Problem]:
    """All errors of one file with this text; warnings are left out."""
    return [problem for problem in check(loaded(folder, text)) if problem.severity == "error"]


def read(text: str | bytes) -> tuple[Problem, ...]:
    """What is wrong with the form of a text as YAML."""
    data = text if isinstance(text, bytes) else text.encode()
    return Positions([TimelineFile("timeline.yaml", data, Path())]).problems(read_tree(data).findings)


def brief(problems: Iterable[Problem]) -> list[str]:
    """`3:1 duplicate-key`, one for each problem."""
    return [f"{one.line}:{one.column} {one.rule}" for one in problems]


def spans(problems: Iterable[Problem]) -> list[str]:
    """`3:1-3:6`, one for each problem; the end is exclusive."""
    return [f"{one.line}:{one.column}-{one.end_line}:{one.end_column}" for one in problems]
