"""Rules over a loaded timeline. `check` runs them all and puts each finding at its line."""

from datetime import UTC, date, datetime

from diplotimeline.checks import accepted, attribution, calendar, housekeeping, ids, quotes, text
from diplotimeline.checks.rule import RULES, Record, manual, severity_of
from diplotimeline.problems import Finding, Problem, Route
from diplotimeline.reading.faulty import as_written
from diplotimeline.reading.findings import Findings
from diplotimeline.reading.positions import Positions
from diplotimeline.reading.tree import collector_paused
from diplotimeline.record.chronology import Timeline

__all__ = [
    "RULES", "accepted", "attribution", "calendar", "check", "checked", "housekeeping", "ids", "manual", "quotes",
    "severity_of", "text",
]  # fmt: skip


def check(timeline: Timeline, today: date | None = None, *, errors_only: bool = False) -> tuple[Problem, ...]:
    """Everything wrong with a timeline: what loading found and what the rules find, sorted by place.

    `today` is the day that future and planned events are compared with; by default the current day in UTC.
    `errors_only` leaves out the rules that only warn.
    """
    return checked(timeline, today, errors_only=errors_only)[0]


def checked(
    timeline: Timeline, today: date | None = None, *, errors_only: bool = False
) -> tuple[tuple[Problem, ...], int]:
    """What `check` gives, and how many warnings are left out because the timeline accepts them."""
    locate = timeline.report.locate or Positions(timeline.report.files).problems
    with collector_paused():
        record = Record(timeline, today or datetime.now(UTC).date(), [])
        findings = _findings(record, errors_only=errors_only)
        left = accepted.not_accepted(record, findings)
        return locate(left), len(findings) - len(left)


def broken_rules(timeline: Timeline) -> set[str]:
    """The names of the rules of whose errors a timeline has some; no file is read again to say so."""
    return {one.rule for one in findings_of(timeline, errors_only=True) if one.severity == "error"}


def findings_of(timeline: Timeline, today: date | None = None, *, errors_only: bool = False) -> list[Finding]:
    """Everything that is wrong with a timeline, still without places; also warnings that it accepts."""
    return _findings(Record(timeline, today or datetime.now(UTC).date(), []), errors_only=errors_only)


def _findings(record: Record, *, errors_only: bool) -> list[Finding]:
    timeline, findings = record.timeline, record.findings
    renamed: dict[int, dict[Route, Route]] = {}
    for (file, meant), written in timeline.report.renamed.items():
        renamed.setdefault(file, {})[meant] = written  # rules see the names that were meant
    # Where several rules find something at one place, errors stand before warnings.
    rules = sorted(RULES.values(), key=lambda rule: (rule.severity, rule.look is accepted.accepted_unused, rule.name))
    for name, severity, look in rules:
        if severity == "error" or not errors_only:
            mine = [Finding(name, *one[1:7], severity, one.also) for one in look(record)]  # a third of `_replace`
            findings += accepted.with_entries(record, mine)
    if renamed:
        findings = [one._replace(route=as_written(one.route, renamed.get(one.file, {}))) for one in findings]
    known = Findings()
    known.add(timeline.report.findings)
    return [*known.all, *[one for one in findings if not known.is_echo(one)]]
