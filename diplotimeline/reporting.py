"""Findings to problems: each at its line and column, echoes left out, sorted as a reader goes through the files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diplotimeline.model import TimelineFile
from diplotimeline.problems import WARNINGS, Finding, Problem, Span
from diplotimeline.yamltree import marks_of, nearest


def located(findings: Iterable[Finding], files: Sequence[TimelineFile]) -> tuple[Problem, ...]:
    """The findings with their places. A file is read again only if something is wrong in it."""
    by_file: dict[int, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    problems = [problem for number, found in by_file.items() for problem in _in_file(found, files[number])]
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))


def not_echoing(findings: Iterable[Finding], earlier: Iterable[Finding | Problem]) -> list[Finding]:
    """The findings that do not concern a value already found faulty by an earlier reader."""
    known = {(one.file, one.route) for one in earlier if one.route}
    return [
        finding
        for finding in findings
        if not any((finding.file, finding.route[:cut]) in known for cut in range(1, len(finding.route) + 1))
    ]


def _in_file(findings: list[Finding], file: TimelineFile) -> Iterable[Problem]:
    marks = marks_of(file.data, {finding.route for finding in findings})
    for finding in findings:
        span = nearest(marks, finding)
        if finding.rule == "duplicate-key":
            finding = _naming_the_first(finding, marks[finding.route].key)
        yield Problem(
            file.path, span.line, span.column, span.end_line, max(span.end_column, 1),
            "warning" if finding.rule in WARNINGS else "error",
            finding.rule, finding.message, finding.help, finding.route, finding.file,
        )  # fmt: skip


def _naming_the_first(finding: Finding, first: Span | None) -> Finding:
    name, line = finding.route[-1], first.line if first else 1
    message = f"'{name}' stands here a second time; the first is in line {line}"
    return replace(finding, message=message, help="keep one of them")
