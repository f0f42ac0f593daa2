"""Findings to problems: each at its line and column, echoes left out, sorted as a reader goes through the files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diplotimeline.characters import visible
from diplotimeline.model import TimelineFile
from diplotimeline.problems import WARNINGS, Finding, Problem, Route, Span

# These rules find fault with a name; its value is read all the same.
RULES_ON_NAMES = frozenset(("unknown-key", "duplicate-key"))
# What these rules find in a group follows from a mistake in one of its fields, if there is one.
RULES_ON_GROUPS = frozenset(("bad-coordinates", "source-undated"))


def located(findings: Iterable[Finding], files: Sequence[TimelineFile]) -> tuple[Problem, ...]:
    """The findings with their places. A file is read again only if something is wrong in it."""
    by_file: dict[int, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    problems = [problem for number, found in by_file.items() for problem in _in_file(found, files[number])]
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))


class Faults:
    """The places already found faulty: what a later reader finds there is only an echo."""

    def __init__(self, earlier: Iterable[Finding | Problem] = ()) -> None:
        self.known: set[tuple[int, Route]] = set()
        self.above: set[tuple[int, Route]] = set()
        self.add(earlier)

    def add(self, findings: Iterable[Finding | Problem]) -> None:
        """Remember where these point."""
        for one in findings:
            if one.route and one.rule not in RULES_ON_NAMES:
                self.known.add((one.file, one.route))
                self.above.add((one.file, one.route[:-1]))

    def not_echoing(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that concern no value already found faulty."""
        return [finding for finding in findings if not self.echoes(finding)]

    def echoes(self, finding: Finding) -> bool:
        """Whether a finding concerns a faulty value, or follows from a faulty field of its group."""
        if finding.rule in RULES_ON_GROUPS and (finding.file, finding.route) in self.above:
            return True
        return any((finding.file, finding.route[:cut]) in self.known for cut in range(1, len(finding.route) + 1))


def _in_file(findings: list[Finding], file: TimelineFile) -> Iterable[Problem]:
    from diplotimeline.yamltree.marks import marks_of, nearest  # only for a mistake

    routes = {found.route for found in findings if found.span is None or found.rule == "duplicate-key"}
    marks = marks_of(file.data, routes) if routes else {}
    for finding in findings:
        span = nearest(marks, finding)
        if finding.rule == "duplicate-key":
            first = marks.get(finding.route)
            finding = _naming_the_first(finding, first.key if first else None)
        yield Problem(
            file.path, span.line, span.column, span.end_line, max(span.end_column, 1),
            "warning" if finding.rule in WARNINGS else "error",
            finding.rule, visible(finding.message), visible(finding.help), finding.route, finding.file,
        )  # fmt: skip


def _naming_the_first(finding: Finding, first: Span | None) -> Finding:
    where = f"; the first is in line {first.line}" if first else ""
    message = f"'{finding.route[-1]}' stands here a second time{where}"
    return replace(finding, message=message, help="keep one of them")
