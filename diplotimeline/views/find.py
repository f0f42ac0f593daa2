"""What was found in the archived texts: for each sentence its source, and the claim to paste below an event."""

from collections.abc import Iterator, Sequence

from diplotimeline.phrases import citation
from diplotimeline.quotes.search import Passage
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, wrap
from diplotimeline.writing.yaml_text import in_lines

INDENT = 6  # of a claim in an event


def found(timeline: Timeline, passages: Sequence[Passage], width: int) -> Iterator[Line]:
    """Passage by passage the citation, and the lines of a claim, which are never wrapped or cut."""
    for number, one in enumerate(passages):
        named = ", ".join(filter(None, (citation(timeline, timeline.sources[one.source]), one.at)))
        if number:
            yield []
        yield from ([("faint", line)] for line in wrap(safe_words(named), min(width, WIDEST)))
        claim = {"source": one.source, "quote": one.sentence} | ({"at": one.at} if one.at else {})
        lines = (" " * INDENT + in_lines([claim], INDENT)).split("\n")
        yield from ([("", line)] for line in lines)
