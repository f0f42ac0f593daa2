"""Findings to problems: what was found gets its line and column."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diplotimeline.characters import visible
from diplotimeline.problems import Finding, Problem, Route
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.values import KEYS

if TYPE_CHECKING:
    from diplotimeline.reading.marks import FieldMarks, FilePositions

NO_FILE = TimelineFile("<timeline>", b"", Path())
"""Where the findings of a chronology point that was not read from files."""


class Positions:
    """Gives the findings of one load their lines and columns.

    A file is read again when a finding points into it, once for all findings that are given together. What was learnt
    is kept: findings that point where earlier ones did need no further pass.
    """

    def __init__(self, files: Sequence[TimelineFile]) -> None:
        self.files = files or [NO_FILE]
        self.learnt: dict[int, FilePositions] = {}

    def problems(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """The findings as problems with line and column, sorted by file and place."""
        by_file: dict[int, list[Finding]] = {}
        for finding in findings:
            by_file.setdefault(finding.file, []).append(finding)
        problems = [problem for number, found in by_file.items() for problem in self._in_file(number, found)]
        return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))

    def in_entries(self, findings: Iterable[Finding], entries: Iterable[tuple[int, Route]]) -> list[Finding]:
        """The findings that point into texts, one for each place, with the route of the entry to which it belongs.

        `entries` are all of the files, each with the number of its file.
        """
        marked = [(one, mark) for one in findings for mark in self._of(one.file, [one]).marks_of(one)]
        numbers = {one.file for one, _ in marked}
        ways = {number: [Finding("", "", route=(name,)) for name in KEYS] for number in numbers}
        for number, route in entries:
            if number in ways:
                ways[number].append(Finding("", "", route=route))
        around = {number: self._of(number, ways[number]).around() for number in numbers}
        return [one._replace(at="value", mark=mark, route=around[one.file].entry_of(mark)) for one, mark in marked]

    def _of(self, number: int, findings: Sequence[Finding]) -> "FilePositions":
        """What is known of a file, with the places of these findings."""
        if number not in self.learnt:
            from diplotimeline.reading.marks import FilePositions  # only for a mistake

            self.learnt[number] = FilePositions(self.files[number].data, self.files[number].odd)
        self.learnt[number].learn(findings)
        return self.learnt[number]

    def _in_file(self, number: int, findings: list[Finding]) -> Iterator[Problem]:
        file = self.files[number]
        positions = self._of(number, findings)
        marked = [(one, mark) for one in findings for mark in positions.marks_of(one)]
        of_fields = {(mark.line, one.rule, one.message) for one, mark in marked if one.mark is None}
        for finding, mark in marked:
            if finding.mark and (mark.line, finding.rule, finding.message) in of_fields:
                continue  # a search in the text has found what is said of a field in the same line
            if finding.rule == "duplicate-key":
                finding = _naming_the_first(finding, positions.fields.get(finding.route))
            yield Problem(
                file.path, mark.line, mark.column, mark.end_line, max(mark.end_column, 1),
                finding.severity, finding.rule, visible(finding.message), visible(finding.help), number,
            )  # fmt: skip


def _naming_the_first(finding: Finding, first: "FieldMarks | None") -> Finding:
    """The finding of a name that stands twice, now that the line of the first one is known."""
    where = f"; the first is in line {first.key.line}" if first and first.key else ""
    message = f"'{finding.route[-1]}' stands here a second time{where}"
    return finding._replace(message=message, help="keep one of them")
