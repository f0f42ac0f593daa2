"""Rules over a loaded timeline. `check` runs them all and puts each finding at its line."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

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
    return checked(timeline, today, errors_only=errors_only).problems


class Checked(NamedTuple):
    """What is wrong with a timeline: `problems` at their places, then `more` warnings whose lines nobody looked for.

    `accepted` is the number of the warnings that the timeline accepts.
    """

    problems: tuple[Problem, ...]
    more: Sequence[Finding]
    accepted: int


def checked(
    timeline: Timeline, today: date | None = None, *, errors_only: bool = False, most: int | None = None
) -> Checked:
    """What `check` gives. Of each rule the first `most` warnings in each file are placed, if that is given: to find
    the lines of ten thousand takes half the time of loading them.
    """
    locate = timeline.report.locate or Positions(timeline.report.files).problems
    with collector_paused():
        record = Record(timeline, today or datetime.now(UTC).date(), [])
        findings = _findings(record, errors_only=errors_only)
        left = accepted.not_accepted(record, findings)
        placed, more = (left, []) if most is None else _first_of_each_rule(left, most)
        return Checked(locate(placed), more, len(findings) - len(left))


def _first_of_each_rule(findings: Sequence[Finding], most: int) -> tuple[list[Finding], list[Finding]]:
    """The findings in two: the second are warnings of events behind the first so many of their rule in their file.

    What points into a text may be anywhere in it, and is never one of these.
    """
    numbers: dict[tuple[int, str], list[int]] = {}
    for one in findings:
        if (number := _event_of(one)) is not None:
            numbers.setdefault((one.file, one.rule), []).append(number)
    last = {key: sorted(several)[:most][-1] for key, several in numbers.items()}
    both: tuple[list[Finding], list[Finding]] = ([], [])
    for one in findings:
        number = _event_of(one)
        both[number is not None and number > last[one.file, one.rule]].append(one)
    return both


def _event_of(finding: Finding) -> int | None:
    """The number in its file of the event that a warning points to."""
    if finding.severity != "warning" or finding.mark or len(finding.route) < 2:
        return None
    number = finding.route[1]  # a name in the other sections
    return number if isinstance(number, int) else None


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
