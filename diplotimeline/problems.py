"""Bad data as values: a finding points into a file, a problem is a finding that knows its line and column."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

Route = tuple[str | int, ...]
"""The way to a value in a file: `("events", 3, "claims", 0, "quote")`."""

Severity = Literal["error", "warning"]
At = Literal["value", "key", "cuts"]


class Mark(NamedTuple):
    """A place in a file: lines and columns count from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Mark(1, 1, 1, 1)


class Finding(NamedTuple):
    """What a reader or a rule found: it points with a route, or with a mark where there is no route.

    `file` is the number of the file among those loaded. `at` says whether the key or the value is meant, or (`cuts`)
    every place in the file where ` #` and a word end an unquoted text: only a second pass over the file knows these.
    What the readers find are errors; a rule has a severity of its own. `also` are the other entries that it concerns,
    each with its file: a warning is accepted in any of them.
    """

    rule: str
    message: str
    help: str = ""
    route: Route = ()
    at: At = "value"
    mark: Mark | None = None
    file: int = 0
    severity: Severity = "error"
    also: tuple[tuple[int, Route], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at its place: `path:line:column`, the end exclusive, all counted from 1 in code points."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    severity: Severity
    rule: str
    message: str
    help: str = ""
    file: int = 0

    @property
    def concise(self) -> str:
        """One line for editors and grep: `PATH:LINE:COL: error: MESSAGE [rule]`."""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} [{self.rule}]"


TODO = re.compile(r"\bTODO\b")
TODO_WORDS = ("a TODO is left here", "decide it and delete the word")
