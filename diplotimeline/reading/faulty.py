"""What is wrong with a part of a file, gathered on the way up from its fields to the whole."""

from collections.abc import Callable, Mapping
from typing import Any

from diplotimeline.errors import FieldError
from diplotimeline.problems import Finding, Route

Read = Callable[[Any, str], Any]
"""From what a file holds and the name of its field in words to a value; raises `FieldError` or `Faulty`."""


def as_written(route: Route, renamed: Mapping[Route, Route]) -> Route:
    """The route as it stands in the file, with the names as they were typed."""
    for cut in range(len(route), 0, -1) if renamed else ():
        if route[:cut] in renamed:
            return renamed[route[:cut]] + route[cut:]
    return route


class Faulty(Exception):  # noqa: N818 - bad data: no caller of this module meets it
    """What is wrong with a list or group, by routes from there; and what could be read of it, None for nothing."""

    def __init__(self, value: Any = None) -> None:
        super().__init__()
        self.value = value
        self.findings: list[Finding] = []
        self.renamed: dict[Route, Route] = {}

    def note(self, error: FieldError, *route: str | int) -> None:
        """Add a mistake at a place."""
        self.findings.append(Finding(error.rule, error.message, error.help, route, "key" if error.at_key else "value"))

    def take(self, below: "Faulty", *steps: str | int) -> None:
        """Add the mistakes of a part that stands behind these steps."""
        below.__traceback__ = None  # it leads to frames that hold `below`: a circle that stays while no collector runs
        self.findings += [one._replace(route=(*steps, *one.route)) for one in below.findings]
        self.renamed |= {(*steps, *meant): (*steps, *written) for meant, written in below.renamed.items()}

    def tried(self, read: Read, raw: Any, subject: str, step: str | int) -> Any:
        """What is read; if it is faulty, what could be read of it, with its mistakes added here."""
        try:
            return read(raw, subject)
        except FieldError as error:
            self.note(error, step, *filter(None, [error.field]))
            return None
        except Faulty as below:
            self.take(below, step)
            return below.value

    def as_written(self) -> None:
        """Let everything point to the names as they were typed."""
        typed = {meant: written for meant, written in self.renamed.items() if len(written) == 1}
        self.findings = [one._replace(route=as_written(one.route, typed)) for one in self.findings]
        self.renamed = {meant: as_written(written, typed) for meant, written in self.renamed.items()}
