"""Chronologies in which every line can be traced to the words of a source.

import diplotimeline as dt

timeline = dt.load("my.yaml")
for problem in dt.check(timeline):
    print(problem.concise)
print(dt.export(dt.select(timeline, dt.Selection(actors=("armenia",))), "csv"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diplotimeline.analyses.align import align
    from diplotimeline.analyses.diff import diff
    from diplotimeline.analyses.listing import Entry, listing
    from diplotimeline.checks import check
    from diplotimeline.dates import EventDate, parse as parse_date
    from diplotimeline.drafting import Candidate, candidates, resolve_date
    from diplotimeline.errors import CallError, DateError, DiplotimelineError
    from diplotimeline.exporters import export
    from diplotimeline.problems import Problem
    from diplotimeline.quotes.search import Passage, find_words
    from diplotimeline.reading.loader import load
    from diplotimeline.record.casualties import Casualties, Count
    from diplotimeline.record.chronology import Timeline
    from diplotimeline.record.selection import Selection, select
    from diplotimeline.record.values import (
        Actor,
        Claim,
        Document,
        Event,
        Participant,
        Place,
        Relation,
        Source,
        Translation,
    )
    from diplotimeline.record.withholding import withhold
    from diplotimeline.writing.renaming import rename

__version__ = "0.2.0"

__all__ = [
    "Actor", "CallError", "Candidate", "Casualties", "Claim", "Count", "DateError", "DiplotimelineError",
    "Document", "Entry", "Event", "EventDate", "Participant", "Passage", "Place", "Problem", "Relation",
    "Selection", "Source", "Timeline", "Translation", "align", "candidates", "check", "diff", "export",
    "find_words", "listing", "load", "parse_date", "rename", "resolve_date", "select", "withhold",
]  # fmt: skip

# Names are fetched when they are first used: a command line that shows a timeline does not pay for exporters.
_HOMES = {
    "analyses.listing": ("Entry", "listing"),
    "analyses.align": ("align",),
    "analyses.diff": ("diff",),
    "checks": ("check",),
    "dates": ("EventDate",),
    "drafting": ("Candidate", "candidates", "resolve_date"),
    "errors": ("CallError", "DateError", "DiplotimelineError"),
    "exporters": ("export",),
    "quotes.search": ("Passage", "find_words"),
    "reading.loader": ("load",),
    "record.casualties": ("Casualties", "Count"),
    "record.chronology": ("Timeline",),
    "record.values": (
        "Actor", "Claim", "Document", "Event", "Participant", "Place", "Relation", "Source", "Translation",
    ),
    "problems": ("Problem",),
    "record.selection": ("Selection", "select"),
    "record.withholding": ("withhold",),
    "writing.renaming": ("rename",),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "parse_date":
        return import_module("diplotimeline.dates").parse
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"diplotimeline.{module}"), name)
    raise AttributeError(f"module 'diplotimeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
