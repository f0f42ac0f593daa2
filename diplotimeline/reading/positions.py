"""Findings to problems: where the fields of a file stand, found in a second pass over it, only for a mistake."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import yaml

from diplotimeline.characters import visible
from diplotimeline.problems import FILE_START, Finding, Problem, Route, Span
from diplotimeline.reading.tree import DISCARD, LOADER, span_of
from diplotimeline.record.report import TimelineFile

CUT = re.compile(rb"[ \t]#[^\s#!]")
CUT_TEXT = re.compile(r"[ \t]+#(?=[^\s#!])")


@dataclass(slots=True)
class Marks:
    """Where a field's name and its value stand; the name of an entry in a list is the entry itself."""

    key: Span | None = None
    value: Span | None = None


def marks_of(data: bytes, routes: Iterable[Route]) -> dict[Route, Marks]:
    """The places of these routes and of every route above them, as far as the text can be read."""
    wanted: dict[Any, Any] = {}
    for route in routes:
        node = wanted
        for step in route:
            node = node.setdefault(step, {})
    found: dict[Route, Marks] = {(): Marks(FILE_START, FILE_START)}
    with suppress(yaml.YAMLError):  # a duplicate key is also looked up in a file that breaks further down
        _Walk(wanted, found).over(data.removeprefix(b"\xef\xbb\xbf"))
    return found


class _Walk:
    """A second pass over the events that keeps marks, but only on the way to a wanted route."""

    def __init__(self, wanted: dict[Any, Any], found: dict[Route, Marks]) -> None:
        self.found = found
        # Each open container: the wanted steps below it (None off the way), its route, and its next key or index.
        self.frames: list[list[Any]] = [[{0: wanted}, (), 0, True]]

    def over(self, data: bytes) -> None:
        for event in yaml.parse(data, Loader=LOADER):
            if isinstance(event, yaml.CollectionEndEvent):
                self.frames.pop()
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent, yaml.CollectionStartEvent)):
                self.node(event)

    def node(self, event: yaml.NodeEvent) -> None:
        frame = self.frames[-1]
        wanted, route, step, is_list = frame
        if not is_list and step is None:
            frame[2] = self.key(event, wanted, route)
            if isinstance(event, yaml.CollectionStartEvent):  # no name can be a list or group: leads nowhere
                is_sequence = isinstance(event, yaml.SequenceStartEvent)
                self.frames.append([None, (), 0 if is_sequence else None, is_sequence])
            return
        frame[2] = step + 1 if is_list else None
        below = wanted.get(step) if wanted is not None else None
        here = (*route, step) if below is not None and len(self.frames) > 1 else ()
        if below is not None:
            marks = self.found.setdefault(here, Marks())
            if marks.value is None or not here:
                marks.value = span_of(event)
            if marks.key is None:
                marks.key = marks.value
        if isinstance(event, yaml.CollectionStartEvent):
            is_sequence = isinstance(event, yaml.SequenceStartEvent)
            self.frames.append([below, here, 0 if is_sequence else None, is_sequence])

    def key(self, event: yaml.NodeEvent, wanted: dict[Any, Any] | None, route: Route) -> Any:
        """Note where a wanted key stands; a second key of the same name leads nowhere. A block group begins here."""
        key = getattr(event, "value", DISCARD)
        here = self.found.get(route) if wanted is not None else None
        if here is not None and here.value is not None and here.value.column == here.value.end_column:
            here.value = span_of(event)
        if wanted is None or key not in wanted:
            return key
        if (*route, key) in self.found:
            return DISCARD
        self.found[(*route, key)] = Marks(key=span_of(event))
        return key


def texts_cut(data: bytes) -> list[Span]:
    """Where a `#` that is followed by a word ends an unquoted value: a comment to YAML, perhaps text to its author."""
    places: list[Span] = []
    if not CUT.search(data):
        return places
    lines = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").split("\n")
    with suppress(yaml.YAMLError):
        for event in yaml.parse(data.removeprefix(b"\xef\xbb\xbf"), Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent) and not event.style and event.value:
                end = span_of(event)
                line = lines[end.end_line - 1] if end.end_line <= len(lines) else ""  # refused text may end elsewhere
                rest = CUT_TEXT.match(line, end.end_column - 1)
                if rest:
                    column = rest.end()
                    places.append(Span(end.end_line, column, end.end_line, column + 1))
    return places


def nearest(marks: dict[Route, Marks], finding: Finding) -> Span:
    """Where a finding points: its own span, else its route's, else that of the nearest route above it."""
    if finding.span is not None:
        return finding.span
    route = finding.route
    while route not in marks:
        is_short = route[2:4] == ("claims", 0) and route[:3] not in marks  # written in the event itself
        route = (*route[:2], *route[4:]) if is_short else route[:-1]
    place = marks[route]
    at_key = finding.at == "key" and route[-1:] == finding.route[-1:]
    return (place.key if at_key else place.value) or place.key or FILE_START


def located(findings: Iterable[Finding], files: Sequence[TimelineFile]) -> tuple[Problem, ...]:
    """The findings with their places. A file is read again only if something is wrong in it."""
    by_file: dict[int, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    problems = [problem for number, found in by_file.items() for problem in _in_file(found, files[number])]
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))


def _in_file(findings: list[Finding], file: TimelineFile) -> Iterable[Problem]:
    routes = {found.route for found in findings if found.span is None or found.rule == "duplicate-key"}
    routes |= {(*route[:2], *route[4:]) for route in routes if route[2:4] == ("claims", 0)}
    marks = marks_of(file.data, routes) if routes else {}
    for finding in findings:
        span = nearest(marks, finding)
        if finding.rule == "duplicate-key":
            first = marks.get(finding.route)
            finding = _naming_the_first(finding, first.key if first else None)
        yield Problem(
            file.path, span.line, span.column, span.end_line, max(span.end_column, 1),
            finding.severity, finding.rule, visible(finding.message), visible(finding.help),
            finding.route, finding.file,
        )  # fmt: skip


def _naming_the_first(finding: Finding, first: Span | None) -> Finding:
    where = f"; the first is in line {first.line}" if first else ""
    message = f"'{finding.route[-1]}' stands here a second time{where}"
    return replace(finding, message=message, help="keep one of them")
