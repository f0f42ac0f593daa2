"""What was found so far, and where: what a later reader finds at the same place is only an echo."""

from collections.abc import Iterable

from diplotimeline.problems import Finding, Route
from diplotimeline.record.fields import fields_of
from diplotimeline.record.values import Event

# These rules find fault with a name; its value is read all the same.
RULES_ON_NAMES = frozenset(("unknown-key", "duplicate-key"))
# What these rules find in a group follows from a mistake in one of its fields, if there is one.
RULES_ON_GROUPS = frozenset(("bad-coordinates", "source-undated"))

# An event may give its only claim as fields of its own: rules point to the claim, files have it either way.
WRITTEN_SHORT = {name: one.written_as for one in fields_of(Event) for name in one.short}


def long_form(route: Route) -> Route:
    """The route to a field of an event's only claim, however it is written: `("events", 3, "claims", 0, "quote")`."""
    several = WRITTEN_SHORT.get(str(route[2])) if len(route) > 2 and route[0] == "events" else None
    return (*route[:2], several, 0, *route[2:]) if several else route


class Findings:
    """Findings in the order in which they came."""

    def __init__(self) -> None:
        self.all: list[Finding] = []
        self._faulty: set[tuple[int, Route]] = set()
        self._above: set[tuple[int, Route]] = set()
        self._entries: set[tuple[int, Route]] = set()

    def add(self, findings: Iterable[Finding]) -> None:
        """Keep these, also at places that are known to be faulty."""
        for one in findings:
            route = long_form(one.route)
            self.all.append(one)
            self._entries.add((one.file, route[:2]))
            if route and one.rule not in RULES_ON_NAMES:
                self._faulty.add((one.file, route))
                self._above.add((one.file, route[:-1]))

    def add_new(self, findings: Iterable[Finding]) -> None:
        """Keep those of these that are no echo of what was known before them."""
        self.add([one for one in findings if not self.is_echo(one)])

    def is_echo(self, finding: Finding) -> bool:
        """Whether a finding concerns a faulty value, or follows from a faulty field of its group."""
        if not self._faulty:
            return False  # mostly
        route = long_form(finding.route)
        if finding.rule in RULES_ON_GROUPS and (finding.file, route) in self._above:
            return True
        return any((finding.file, route[:cut]) in self._faulty for cut in range(1, len(route) + 1))

    def has_mistake(self, file: int, route: Route) -> bool:
        """Whether something is wrong with an entry of a section, such as `("actors", "armenia")`, or in it."""
        return (file, route) in self._entries
