"""What a rule is: a function that looks through a record and yields what is wrong, with a name and a severity."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from diplotimeline.problems import Finding, Mark, Severity
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event, Origin

PAGES = Path(__file__).parent / "manual"


class Record(NamedTuple):
    """What a rule looks at: the timeline, the day that counts as today, and what the rules before it found."""

    timeline: Timeline
    today: date
    findings: Sequence[Finding] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, also those with mistakes."""
        return (*self.timeline.events, *self.timeline.report.faulty)


Look = Callable[[Record], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule: its name, whether it finds errors or warnings, and the function that looks for them."""

    name: str
    severity: Severity
    look: Look


RULES: dict[str, Rule] = {}


def rule(name: str, *, warns: bool = False) -> Callable[[Look], Look]:
    """Make a rule of a function. Its page in the manual is `manual/NAME.md`."""

    def register(look: Look) -> Look:
        RULES[name] = Rule(name, "warning" if warns else "error", look)
        return look

    return register


def severity_of(name: str) -> Severity:
    """Whether the rule of this name finds errors or warnings.

    Rules that have no function here are kept by the readers, and what they find is an error.
    """
    return RULES[name].severity if name in RULES else "error"


def manual() -> dict[str, str]:
    """The page of every rule in Markdown, by the rule's name: what it finds, why, a wrong and a right example.

    Every rule has a page, also those without a function here: what they find keeps a file from being read as it is
    meant, and the readers find it.
    """
    pages = sorted(PAGES.glob("*.md"), key=lambda page: page.stem)
    return {page.stem: page.read_text(encoding="utf-8") for page in pages}


def found(origin: Origin, message: str, help: str = "", *, at_key: bool = False, also: Origin | None = None) -> Finding:
    """A finding at the value of a field, or at its key. `check` adds the rule's name and severity.

    `also` is another entry that is concerned.
    """
    others = ((also.file, also.route),) if also else ()
    return Finding("", message, help, origin.route, "key" if at_key else "value", file=origin.file, also=others)


def found_in_text(file: int, mark: Mark, message: str, help: str) -> Finding:
    """A finding at a place in the text of a file, whatever field it belongs to."""
    return Finding("", message, help, mark=mark, file=file)
