"""Deliberate warnings: `accepted` of an event, actor or source names a rule, and why its warning stands on purpose."""

from collections.abc import Iterator, Sequence

from diplotimeline.checks.rule import RULES, Record, found, manual, rule
from diplotimeline.problems import Finding
from diplotimeline.reading.positions import Positions
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor, Event, Origin, Source
from diplotimeline.suggest import did_you_mean

UNUSED = "accepted-unused"
ON_THE_WHOLE = ("unused-actor", "unused-source")  # these look at nothing while a mistake may hide a mention


def _entries(timeline: Timeline) -> Iterator[Event | Actor | Source]:
    """All that may accept a warning."""
    yield from timeline.events
    yield from timeline.report.faulty
    yield from timeline.actors.values()
    yield from timeline.sources.values()


def _reasons(timeline: Timeline) -> dict[Origin, dict[str, str]]:
    """The accepted rules with their reasons, by the place of the entry that accepts them."""
    return {one.origin: dict(one.accepted) for one in _entries(timeline) if one.accepted and one.origin.route}


def _accepting(finding: Finding, reasons: dict[Origin, dict[str, str]]) -> list[Origin]:
    """The entries that accept a finding, among all that it concerns."""
    concerned = (Origin(finding.file, finding.route[:2]), *(Origin(*one) for one in finding.also))
    return [one for one in concerned if finding.severity == "warning" and finding.rule in reasons.get(one, ())]


def not_accepted(timeline: Timeline, findings: Sequence[Finding]) -> list[Finding]:
    """The findings without the warnings that an entry accepts."""
    reasons = _reasons(timeline)
    rules = {rule for accepted in reasons.values() for rule in accepted}
    return [one for one in findings if one.rule not in rules or not _accepting(one, reasons)]


def with_entries(timeline: Timeline, findings: list[Finding]) -> list[Finding]:
    """The findings; if any entry accepts something, what points into a text leads to the entry around it."""
    in_texts = [one for one in findings if one.mark or one.at == "cuts"]
    if not in_texts or not _reasons(timeline):
        return findings
    places = (one.origin for one in _entries(timeline))
    return Positions(timeline.report.files).in_entries(in_texts, places) + [
        one for one in findings if one not in in_texts
    ]


@rule("unknown-rule")
def unknown_rule(record: Record) -> Iterator[Finding]:
    """Names in `accepted` that no rule has whose warnings can be accepted."""
    known = [name for name, one in RULES.items() if one.severity == "warning" and name != UNUSED]
    for origin, reasons in _reasons(record.timeline).items():
        for name in (one for one in reasons if one not in known):
            message, help = f"there is no rule '{name}'", did_you_mean(name, sorted(known), "warnings")
            if name in manual():
                message, help = f"what '{name}' finds cannot be accepted", "mend it, and delete this line"
            yield found(origin.at("accepted", name), message, help, at_key=True)


@rule(UNUSED, warns=True)
def accepted_unused(record: Record) -> Iterator[Finding]:
    """Accepted rules that find nothing there; an entry with an error is not judged."""
    reasons, errors = _reasons(record.timeline), record.timeline.report.findings
    used = {(entry, one.rule) for one in record.findings for entry in _accepting(one, reasons)}
    faulty = {(one.file, one.route[:2]) for one in (*errors, *record.findings) if one.severity == "error"}
    faulty |= {one.origin for one in record.timeline.report.faulty}
    for origin, accepted in reasons.items():
        for name in accepted if origin not in faulty else ():
            if (origin, name) not in used and not (errors and name in ON_THE_WHOLE):
                yield found(origin.at("accepted", name), f"'{name}' finds nothing here", "delete the line", at_key=True)
