"""Rules over a loaded timeline. `check` runs them all and puts each finding at its line."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from diplotimeline.checks import attribution, calendar, housekeeping, ids, quotes, text
from diplotimeline.checks.rule import RULES, Record, severity_of
from diplotimeline.problems import Problem, Route
from diplotimeline.reading.findings import Findings
from diplotimeline.reading.forms import as_written
from diplotimeline.reading.positions import located
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
    known = Findings(timeline.problems)
    known.add_new(findings)
    problems = (*timeline.problems, *located(known.all, timeline.report.files))
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))


def manual() -> dict[str, str]:
    """The page of every rule in Markdown, by the rule's name: what it finds, why, a wrong and a right example.

    Every rule has a page, also those without a function here: what they find keeps a file from being read as it is
    meant, and the readers find it.
    """
    pages = sorted(PAGES.glob("*.md"), key=lambda page: page.stem)
    return {page.stem: page.read_text(encoding="utf-8") for page in pages}
