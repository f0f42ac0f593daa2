"""What loading found, beside the record itself: the files, and everything that is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from diplotimeline.problems import Finding, Problem, Route
from diplotimeline.record.values import Event


class TimelineFile(NamedTuple):
    """A file as it was read: its path as given, its bytes, and the folder that its own paths are relative to.

    `odd`, where each of its events can be read by itself, are the numbers of those that are not written plainly.
    """

    path: str
    data: bytes
    folder: Path
    odd: frozenset[int] | None = None

    def __repr__(self) -> str:
        """Without the bytes, which may be many, and private."""
        return f"TimelineFile({self.path!r}, {len(self.data)} bytes)"


class Report(NamedTuple):
    """The report of a loading.

    `findings` is what is wrong with the files, `problems` the same with lines and columns. `locate` gives these to any
    findings; it is None for a chronology that was not loaded. `faulty` are events with mistakes, as far as they could
    be read: only rules look at them. `passed_over` names files in folders that are no timelines. `renamed` leads from
    mistyped names, by file and route as they were read, to the routes as they are written. `incomplete` says that a
    part could not be read at all: what seems undeclared or unused may stand there.
    """

    files: tuple[TimelineFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    locate: Callable[[Iterable[Finding]], tuple[Problem, ...]] | None = None
    faulty: tuple[Event, ...] = ()
    passed_over: tuple[str, ...] = ()
    renamed: Mapping[tuple[int, Route], Route] = MappingProxyType({})
    incomplete: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files, sorted by place."""
        return self.locate(self.findings) if self.locate else ()
