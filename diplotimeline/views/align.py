"""Two chronologies side by side in the terminal: what is the same, what perhaps, and what only one of them has."""

from collections.abc import Iterator

from diplotimeline.analyses.align import Alignment, Pair, Perhaps
from diplotimeline.analyses.wording import REASONS, heading
from diplotimeline.phrases import count_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, wrap

INDENT = "  "
SILENT = "—"


def align(aligned: Alignment, width: int) -> Iterator[Line]:
    """Two chronologies in lines of at most `width` columns, never more than 100; only lines to paste may be longer."""
    width = min(width, WIDEST)
    for letter, timeline in (("A", aligned.one), ("B", aligned.other)):
        yield from _wrapped("heading", timeline.title or SILENT, width, f"{letter}   ")
    yield from _heading("The same", count_of(len(aligned.same), "event"))
    for pair in aligned.same:
        yield from _same(aligned, pair, width)
    more = f", and {aligned.more:,} less alike" if aligned.more else ""
    yield from _heading("Perhaps the same", count_of(len(aligned.perhaps), "pair") + more)
    for doubtful in aligned.perhaps:
        yield from _perhaps(aligned, doubtful, width)
    for letter, timeline, events in (("A", aligned.one, aligned.only_one), ("B", aligned.other, aligned.only_other)):
        yield from _heading(f"Only in {letter}", count_of(len(events), "event"))
        yield from ([] for _ in events[:1])
        for event in events:
            yield from _wrapped("", _title(timeline, event), width)


def _heading(title: str, number: str) -> Iterator[Line]:
    yield from ([], [("heading", title), ("faint", f" · {number}")])


def _title(timeline: Timeline, event: Event) -> str:
    return f"{heading(timeline, event)} [{event.id}]"


def _same(aligned: Alignment, pair: Pair, width: int) -> Iterator[Line]:
    """A pair: the event as A has it, by what it is the same, and the points on which B differs."""
    yield []
    yield from _wrapped("title", _title(aligned.one, pair.one), width)
    yield from _wrapped("faint", f"{REASONS[pair.reason]} [{pair.other.id}]", width, INDENT)
    for point, *both in aligned.differs(pair):
        yield [("faint", f"{INDENT}{point}")]
        for letter, words in zip("AB", both, strict=True):
            yield from _wrapped("", words or SILENT, width, f"{INDENT}{letter} ")


def _perhaps(aligned: Alignment, pair: Perhaps, width: int) -> Iterator[Line]:
    """A pair that may be one: both events, what they have in common, and the line that says so."""
    yield []
    yield from _wrapped("title", _title(aligned.one, pair.one), width, "A ")
    yield from _wrapped("title", _title(aligned.other, pair.other), width, "B ")
    yield from _wrapped("faint", f"in common: {', '.join(pair.common)}", width, INDENT)
    side, entry, line = aligned.to_paste(pair)
    told = f"if they are the same, write in {side}, at [{entry}]:" if line else "both ids are taken on the other side"
    yield from _wrapped("faint", told, width, INDENT)
    yield from ([("", INDENT + line)] for _ in filter(None, [line]))


def _wrapped(style: str, words: str, width: int, first: str = "") -> Iterator[Line]:
    """Words in lines; `first` stands before the first of them, as many blanks before the others."""
    lines = wrap(safe_words(words), width - len(first))
    return ([("faint", first if number == 0 else " " * len(first)), (style, line)] for number, line in enumerate(lines))
