"""What a rule is: a function that looks through a record and yields what is wrong, with a name and a severity."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain, compress, repeat
from pathlib import Path
from typing import NamedTuple

from diplotimeline.problems import Finding, Mark, Severity
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor, Claim, Event, Origin, Source

PAGES = Path(__file__).parent / "manual"
Told = tuple[Event, int, Claim]
"""A claim, with its event and its number there."""
Columns = tuple[list[Event], list[int], list[Claim]]


class Record:
    """What a rule looks at: the timeline, the day that counts as today, and what the rules before it found.

    What many rules ask for is listed once for all of them: of events and claims also those with mistakes.
    """

    def __init__(self, timeline: Timeline, today: date, findings: list[Finding]) -> None:
        self.timeline, self.today, self.findings = timeline, today, findings

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events."""
        return (*self.timeline.events, *self.timeline.report.faulty)

    @property
    def claims(self) -> Iterator[Told]:
        """All claims."""
        return zip(*self._claims, strict=True)

    @property
    def quoted(self) -> Iterator[Told]:
        """All claims that have a quote."""
        return zip(*self._quoted, strict=True)

    @property
    def entries(self) -> Iterator[Event | Actor | Source]:
        """All that may accept a warning."""
        return chain(self.events, self.timeline.actors.values(), self.timeline.sources.values())

    @cached_property
    def accepted(self) -> dict[Origin, list[str]]:
        """The rules whose warnings an entry accepts, by its place."""
        return {one.origin: [*dict(one.accepted)] for one in self.entries if one.accepted and one.origin.route}

    @cached_property
    def accepted_rules(self) -> frozenset[str]:
        """All rules whose warnings any entry accepts."""
        return frozenset(chain.from_iterable(self.accepted.values()))

    # In columns: a walk through a list of tuples takes four times as long, and many rules walk through these.
    @cached_property
    def _claims(self) -> Columns:
        of_each = [event.claims for event in self.events]
        counts = [*map(len, of_each)]
        events = [*chain.from_iterable(map(repeat, self.events, counts))]
        return events, [*chain.from_iterable(map(range, counts))], [*chain.from_iterable(of_each)]

    @cached_property
    def _quoted(self) -> Columns:
        events, numbers, claims = self._claims
        has_quote = [claim.quote for claim in claims]
        return [*compress(events, has_quote)], [*compress(numbers, has_quote)], [*compress(claims, has_quote)]

    @cached_property
    def actor_ids(self) -> set[str]:
        """The ids of all actors that are mentioned."""
        _, _, claims = self._claims
        tellers: list[Event | Claim] = [*self.events, *claims]
        ids = {one.who for one in chain.from_iterable([teller.actors for teller in tellers])}
        ids.update([side.who for side in chain.from_iterable([teller.casualties for teller in tellers])])
        ids.update(*[claim.according_to for claim in claims if claim.according_to])
        ids.update([id for source in self.timeline.sources.values() for id in source.speaker])
        ids.update([id for actor in self.timeline.actors.values() for id in actor.of])
        return ids - {""}

    @cached_property
    def source_ids(self) -> set[str]:
        """The ids of all sources that are mentioned."""
        versions = [source.version_of for source in self.timeline.sources.values()]
        return {*[claim.source for claim in self._claims[2]], *versions} - {""}


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
