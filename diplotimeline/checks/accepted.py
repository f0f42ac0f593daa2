"""Deliberate warnings: `accepted` of an event, actor or source names a rule, and why its warning stands on purpose."""

from collections.abc import Iterator

from diplotimeline.checks.rule import RULES, Record, found, manual, rule
from diplotimeline.problems import Finding
from diplotimeline.reading.positions import Positions
from diplotimeline.record.values import Origin
from diplotimeline.suggest import did_you_mean

UNUSED = "accepted-unused"
ON_THE_WHOLE = ("unused-actor", "unused-source")  # these look at nothing while a mistake may hide a mention


def _accepting(record: Record, finding: Finding) -> list[Origin]:
    """The entries that accept a finding, among all that it concerns."""
    if finding.rule not in record.accepted_rules or finding.severity != "warning":
        return []  # nearly always
    concerned = (Origin(finding.file, finding.route[:2]), *(Origin(*one) for one in finding.also))
    return [one for one in concerned if finding.rule in record.accepted.get(one, ())]


def not_accepted(record: Record, findings: list[Finding]) -> list[Finding]:
    """The findings without the warnings that an entry accepts."""
    return [one for one in findings if not _accepting(record, one)]


def with_entries(record: Record, findings: list[Finding]) -> list[Finding]:
    """The findings; if any entry accepts something, what points into a text leads to the entry around it."""
    in_texts = [one for one in findings if one.mark or one.at == "cuts"]
    if not in_texts or not record.accepted:
        return findings
    places = (one.origin for one in record.entries)
    return Positions(record.timeline.report.files).in_entries(in_texts, places) + [
        one for one in findings if one not in in_texts
    ]


@rule("unknown-rule")
def unknown_rule(record: Record) -> Iterator[Finding]:
    """Names in `accepted` that no rule has whose warnings can be accepted."""
    known = [name for name, one in RULES.items() if one.severity == "warning" and name != UNUSED]
    for origin, names in record.accepted.items():
        for name in (one for one in names if one not in known):
            message, help = f"there is no rule '{name}'", did_you_mean(name, sorted(known), "warnings")
            if name in manual():
                message, help = f"what '{name}' finds cannot be accepted", "mend it, and delete this line"
            yield found(origin.at("accepted", name), message, help, at_key=True)


@rule(UNUSED, warns=True)
def accepted_unused(record: Record) -> Iterator[Finding]:
    """Accepted rules that find nothing there; an entry with an error is not judged."""
    errors = record.timeline.report.findings
    used = {(entry, one.rule) for one in record.findings for entry in _accepting(record, one)}
    faulty = {(one.file, one.route[:2]) for one in (*errors, *record.findings) if one.severity == "error"}
    faulty |= {one.origin for one in record.timeline.report.faulty}
    for origin, names in record.accepted.items():
        for name in names if origin not in faulty else ():
            if (origin, name) not in used and not (errors and name in ON_THE_WHOLE):
                yield found(origin.at("accepted", name), f"'{name}' finds nothing here", "delete the line", at_key=True)
