"""Two chronologies side by side, as Markdown to paste and as JSON for programs."""

from collections.abc import Iterator

from diplotimeline.analyses.align import Alignment, Pair, Perhaps
from diplotimeline.analyses.wording import REASONS, heading
from diplotimeline.exporters.json import whole
from diplotimeline.exporters.markdown import escape
from diplotimeline.exporters.table import Record
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event


def markdown(aligned: Alignment) -> str:
    """What is the same with a table of the points that differ, what perhaps, and what only one of them has."""
    blocks = [f"A: {escape(aligned.one.title)}  \nB: {escape(aligned.other.title)}", "## The same"]
    for pair in aligned.same:
        blocks += _same(aligned, pair)
    blocks += ["## Perhaps the same", *_list(_perhaps(aligned, pair) for pair in aligned.perhaps)]
    for letter, timeline, events in (("A", aligned.one, aligned.only_one), ("B", aligned.other, aligned.only_other)):
        blocks += [f"## Only in {letter}", *_list(_title(timeline, event) for event in events)]
    return "\n\n".join(blocks) + "\n"


def _list(items: Iterator[str]) -> list[str]:
    """A list, as one block; none where nothing stands in it."""
    lines = [f"- {item}" for item in items]
    return ["\n".join(lines)] if lines else []


def _title(timeline: Timeline, event: Event) -> str:
    return escape(heading(timeline, event))


def _same(aligned: Alignment, pair: Pair) -> Iterator[str]:
    yield f"### {_title(aligned.one, pair.one)}"
    yield f"By {escape(REASONS[pair.reason])}."
    rows = [
        f"| {point} | {escape(one) or '—'} | {escape(other) or '—'} |" for point, one, other in aligned.differs(pair)
    ]
    if rows:
        yield "\n".join(["| | A | B |", "| --- | --- | --- |", *rows])


def _perhaps(aligned: Alignment, pair: Perhaps) -> str:
    one, other = _title(aligned.one, pair.one), _title(aligned.other, pair.other)
    return f"A: {one} · B: {other} · in common: {escape(', '.join(pair.common))}"


def as_json(aligned: Alignment) -> str:
    """One object: the titles of both, and the events by whether the other has them."""
    record = {
        "a": aligned.one.title,
        "b": aligned.other.title,
        "same": [_pair_record(aligned, pair) for pair in aligned.same],
        "perhaps": [_perhaps_record(aligned, pair) for pair in aligned.perhaps],
        "more": aligned.more,
        "only_a": [_event(event) for event in aligned.only_one],
        "only_b": [_event(event) for event in aligned.only_other],
    }
    return whole(record)


def _pair_record(aligned: Alignment, pair: Pair) -> Record:
    differs = {point: {"a": one, "b": other} for point, one, other in aligned.differs(pair)}
    return {"a": _event(pair.one), "b": _event(pair.other), "by": pair.reason, "differs": differs}


def _perhaps_record(aligned: Alignment, pair: Perhaps) -> Record:
    side, entry, line = aligned.to_paste(pair)
    paste = {"in": side.lower(), "id": entry, "line": line}
    return {"a": _event(pair.one), "b": _event(pair.other), "common": pair.common, "to_paste": paste}


def _event(event: Event) -> Record:
    return {"id": event.id, "date": event.date.edtf, "title": event.title}
