"""What stands above every picture: the title, the number of events and sources, and from when to when."""

from collections.abc import Iterator

from diplotimeline.characters import safe
from diplotimeline.phrases import key_facts
from diplotimeline.record.chronology import Timeline
from diplotimeline.views.lines import Line, wrap


def head(timeline: Timeline, width: int) -> Iterator[Line]:
    """The lines above a picture of a timeline that has events."""
    if timeline.title:
        yield from ([("title", line)] for line in wrap(safe_words(timeline.title), width))
    yield from ([("faint", line)] for line in wrap(" · ".join(key_facts(timeline)), width))


def safe_words(text: str) -> str:
    """A text each of whose words may be printed at the beginning of a line: see `characters.safe`."""
    return " ".join(safe(word) for word in text.split())
