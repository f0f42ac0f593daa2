"""Rules over a loaded timeline. `check` runs them all and puts each finding at its line."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from diplotimeline.checks import attribution, calendar, housekeeping, ids, quotes, text
from diplotimeline.checks.rule import RULES, Record, severity_of
from diplotimeline.problems import Finding, Problem, Route
from diplotimeline.reading.findings import Findings
from diplotimeline.reading.forms import as_written
from diplotimeline.reading.positions import Positions
from diplotimeline.record.chronology import Timeline

__all__ = [
    "RULES", "attribution", "calendar", "check", "housekeeping", "ids", "manual", "quotes", "severity_of", "text",
]  # fmt: skip

PAGES = Path(__file__).parent / "manual"


def check(timeline: Timeline, today: date | None = None, *, errors_only: bool = False) -> tuple[Problem, ...]:
    """Everything wrong with a timeline: what loading found and what the rules find, sorted by place.

    `today` is the day that future and planned events are compared with; by default the current day in UTC.
    `errors_only` leaves out the rules that only warn.
    """
    locate = timeline.report.locate or Positions(timeline.report.files).problems
    return locate(findings_of(timeline, today, errors_only=errors_only))


def has_errors(timeline: Timeline) -> bool:
    """Whether anything but warnings is wrong with a timeline; no file is read again to say so."""
    return any(finding.severity == "error" for finding in findings_of(timeline, errors_only=True))


def findings_of(timeline: Timeline, today: date | None = None, *, errors_only: bool = False) -> list[Finding]:
    """What `check` gives, still without places."""
    record = Record(timeline, today or datetime.now(UTC).date())
    renamed: dict[int, dict[Route, Route]] = {}
    for (file, meant), written in timeline.report.renamed.items():
        renamed.setdefault(file, {})[meant] = written  # rules see the names that were meant
    # Where several rules find something at one place, errors stand before warnings.
    rules = sorted(RULES.values(), key=lambda rule: (rule.severity, rule.name))
    findings = [
        replace(finding, rule=name, severity=severity, route=as_written(finding.route, renamed.get(finding.file, {})))
        for name, severity, look in rules
        if severity == "error" or not errors_only
        for finding in look(record)
    ]
    known = Findings()
    known.add(timeline.report.findings)
    known.add_new(findings)
    return known.all


def manual() -> dict[str, str]:
    """The page of every rule in Markdown, by the rule's name: what it finds, why, a wrong and a right example.

    Every rule has a page, also those without a function here: what they find keeps a file from being read as it is
    meant, and the readers find it.
    """
    pages = sorted(PAGES.glob("*.md"), key=lambda page: page.stem)
    return {page.stem: page.read_text(encoding="utf-8") for page in pages}
