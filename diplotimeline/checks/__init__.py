"""Rules over a loaded timeline. `check` runs them all and puts each finding at its line."""

from dataclasses import replace
from datetime import UTC, date, datetime
from inspect import cleandoc

from diplotimeline.checks import attribution, housekeeping, ids, quotes
from diplotimeline.checks.rule import RULES, Record
from diplotimeline.problems import WARNINGS, Problem, Route
from diplotimeline.reading.findings import Findings
from diplotimeline.reading.forms import as_written
from diplotimeline.reading.positions import located
from diplotimeline.record.chronology import Timeline

__all__ = ["RULES", "attribution", "check", "housekeeping", "ids", "manual", "quotes"]


def check(timeline: Timeline, today: date | None = None, *, errors_only: bool = False) -> tuple[Problem, ...]:
    """Everything wrong with a timeline: what loading found and what the rules find, sorted by place.

    `today` is the day that future and planned events are compared with; by default the current day in UTC.
    `errors_only` leaves out the rules that only warn.
    """
    record = Record(timeline, today or datetime.now(UTC).date())
    rules = {name: rule for name, rule in RULES.items() if not (errors_only and name in WARNINGS)}
    renamed: dict[int, dict[Route, Route]] = {}
    for (file, meant), written in timeline.report.renamed.items():
        renamed.setdefault(file, {})[meant] = written  # rules see the names that were meant
    findings = [
        replace(finding, rule=name, route=as_written(finding.route, renamed.get(finding.file, {})))
        for name, rule in rules.items()
        for finding in rule(record)
    ]
    known = Findings(timeline.problems)
    known.add_new(findings)
    problems = (*timeline.problems, *located(known.all, timeline.report.files))
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column)))


def manual() -> dict[str, str]:
    """The page of every rule, by name: what it finds, why it matters, a wrong and a right example."""
    from diplotimeline.checks.form import PAGES  # only to be read

    pages = PAGES | {name: rule.__doc__ or "" for name, rule in RULES.items()}
    return {name: cleandoc(page) for name, page in sorted(pages.items())}
