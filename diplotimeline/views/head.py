"""What stands above every picture: the title, how many events and sources, from when to when."""

from collections.abc import Iterator

from diplotimeline.characters import safe
from diplotimeline.dates import EventDate, display, iso, parse
from diplotimeline.model import Event, Timeline
from diplotimeline.prose import cited, count_of, quotes_verified
from diplotimeline.views.lines import Line, wrap


def head(timeline: Timeline, width: int) -> Iterator[Line]:
    """The lines above a picture of a timeline that has events."""
    if timeline.title:
        yield from ([("title", line)] for line in wrap(safe_words(timeline.title), width))
    sources = count_of(len(cited(timeline)), "source")
    counts = (count_of(len(timeline.events), "event"), extent(timeline), sources, quotes_verified(timeline))
    yield from ([("faint", line)] for line in wrap(" · ".join(filter(None, counts)), width))


def extent(timeline: Timeline) -> str:
    """From when to when the events lie, no more exact than the first and the last of them: `Sep – 6 Oct 2022`."""
    first, last = min(timeline.events, key=_first).date, max(timeline.events, key=_last).date
    return display(parse(f"{_edge(first)}/{_edge(last, last=True)}"))


def safe_words(text: str) -> str:
    """A text whose lines have nothing before them: any of its words may come to begin one."""
    return " ".join(safe(word) for word in text.split())


def _first(event: Event) -> int:
    return event.date.first_day


def _last(event: Event) -> int:
    return event.date.last_day


def _edge(when: EventDate, *, last: bool = False) -> str:
    """Where a chronology begins or ends, no more exact than the date of that event is."""
    length = {"year": 4, "decade": 4, "century": 4, "season": 4, "month": 7}.get(when.precision, 10)
    return iso(when.last_day if last else when.first_day)[:length]
