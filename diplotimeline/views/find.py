"""What was found in the archived texts: for each sentence its source, and the claim to paste below an event."""

from collections.abc import Iterator, Sequence

from diplotimeline.phrases import citation
from diplotimeline.quotes.search import Passage
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, wrap
from diplotimeline.writing.yaml_text import text_of

MARGIN = " " * 6  # of a claim in an event


def found(timeline: Timeline, passages: Sequence[Passage], width: int) -> Iterator[Line]:
    """Passage by passage the citation, and the lines of a claim, which are never wrapped or cut."""
    heads: dict[tuple[str, str], list[Line]] = {}
    for number, one in enumerate(passages):
        place = one.source, one.at
        if place not in heads:
            heads[place] = [*_cited(timeline, one, width), [("", f"{MARGIN}- source: {text_of(one.source)}")]]
        if number:
            yield []
        yield from heads[place]
        yield [("", f"{MARGIN}  quote: {text_of(one.sentence)}")]
        if one.at:
            yield [("", f"{MARGIN}  at: {text_of(one.at)}")]


def _cited(timeline: Timeline, passage: Passage, width: int) -> Iterator[Line]:
    named = ", ".join(filter(None, (citation(timeline, timeline.sources[passage.source]), passage.at)))
    yield from ([("faint", line)] for line in wrap(safe_words(named), min(width, WIDEST)))
