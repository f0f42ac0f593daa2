"""Markdown (GitHub flavour): a report to paste, with all that the events say, or one table, where the rest is counted.

Of a source both give what a footnote has, of actors the names: everything else of them stands in json.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from diplotimeline import phrases
from diplotimeline.dates import display
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, cited, month_of
from diplotimeline.record.evidence import evidence
from diplotimeline.record.values import Claim, Event, Source

# Signs of the syntax; and what begins an address, of which GitHub would make a link that takes in the escapes and the
# number of the footnote behind it.
SPECIAL = re.compile(r"([\\`*_\[\]<>#~&|$!(){}]|:(?=//)|(?<=[wW]{3})\.)")
# What would begin a list, a heading line or a rule if it came first in a paragraph.
FIRST = re.compile(r"^([-+=:]|[0-9]+(?=[.)]))")


def render(timeline: Timeline, *, table: bool = False) -> Exported:
    """The chronology as a report with footnotes, or as one table with `table`."""
    numbers = cited(timeline)
    blocks = [f"# {escape(timeline.title)}"] if timeline.title else []
    if zones := phrases.time_zones(timeline):
        blocks += [escape(f"{zones[0].upper()}{zones[1:]}.")]
    blocks += ["\n".join(_table(timeline, numbers))] if table else _report(timeline, numbers)
    blocks += ["\n".join(_source(timeline, timeline.sources[name], number) for name, number in numbers.items())]
    parts = sum(bool(event.part) for event in timeline.events)
    lost = telling.no_room("a markdown table", ((parts, "day part"), *telling.untold(timeline))) if table else ()
    return Exported("\n\n".join(blocks).rstrip("\n") + "\n", (), lost)


def escape(text: str) -> str:
    """Text as it is, in one line: nothing in it is read as Markdown or HTML."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return FIRST.sub(lambda match: match[1] + "\\" if match[1].isdigit() else "\\" + match[1], line)


def _report(timeline: Timeline, numbers: dict[str, int]) -> Iterator[str]:
    """The paragraphs between the title and the footnotes."""
    titles = {event.id: event.title for event in timeline.events}
    if timeline.summary:
        yield escape(timeline.summary)
    if (found := evidence(timeline)).quoted:
        yield f"{phrases.claims_verified(found)} against the archived texts."
    for (year, month), events in groupby(timeline.events, key=month_of):
        yield f"## {year:04}-{month:02}" if month else f"## {year:04}"
        for event in events:
            yield from _event(timeline, event, numbers)
            yield from map(escape, phrases.relations(event, titles, timeline.left_out))
            if event.tags:
                yield f"Tags: {', '.join(map(escape, event.tags))}"


def _event(timeline: Timeline, event: Event, numbers: dict[str, int]) -> Iterator[str]:
    yield f"### {escape(phrases.date_title(event))} — {escape(event.title)}"
    edtf, *facts = telling.facts(timeline, event)
    yield " · ".join((f"`{edtf}`", *map(escape, facts)))
    yield from map(escape, telling.body(timeline, event))
    for claim in event.claims:
        footnote = _footnote(numbers, claim.source) + _place(timeline, claim)
        if claim.quote:
            told = escape(phrases.passed_on(timeline, claim))
            doubt = phrases.quote_note(timeline, claim)
            yield f"> {told}{': ' if told else ''}{escape(claim.quote)}{footnote}{f' ({doubt})' if doubt else ''}"
        if claim.translation:
            yield escape(phrases.translation(claim))
        if said := phrases.statement(timeline, claim):
            yield f"{escape(said)}{footnote}"
        if claim.extra:
            yield f"{escape(phrases.labelled(claim.extra))}{_footnote(numbers, claim.source)}"
    if also := phrases.supporters(timeline, event):
        cited = (escape(name) + _footnote(numbers, claim.source) + _place(timeline, claim) for name, claim in also)
        yield f"Reported by: {', '.join(cited)}"


def _footnote(numbers: dict[str, int], source: str) -> str:
    """The number of a source where it is cited, `[^1]`; empty for one that is not declared."""
    return f"[^{numbers[source]}]" if source in numbers else ""


def _place(timeline: Timeline, claim: Claim) -> str:
    """Where the words of a claim stand in its source, behind the footnote: ` (p. 12)`, of a PDF as a link."""
    page = telling.page_link(timeline.sources.get(claim.source), claim)
    place = f"[{escape(claim.at)}](<{page}>)" if page else escape(claim.at)
    return f" ({place})" if place else ""


def _source(timeline: Timeline, source: Source, number: int) -> str:
    """The footnote itself: the number of a source, and the source."""
    parts = [escape(phrases.speaker_of(timeline, source)), f"*{escape(source.title)}*"]
    parts += [escape(display(source.issued))] if source.issued else []
    text = ", ".join(filter(None, parts)) + (f" \\({source.version}\\)" if source.version else "")
    ids = f", {escape(phrases.labelled(source.identifiers))}" if source.identifiers else ""
    return f"[^{number}]: {text}{ids}" + (f". <{source.url}>" if source.url else "")


def _table(timeline: Timeline, numbers: dict[str, int]) -> list[str]:
    lines = ["| Date | Status | Event | Actors | Sources |", "| --- | --- | --- | --- | --- |"]
    for event in timeline.events:
        cells = (event.date.edtf, event.status, event.title, phrases.people(timeline, event.actors))
        lines.append(f"| {' | '.join(escape(cell) for cell in cells)} | {_footnotes(event, numbers)} |")
    return lines


def _footnotes(event: Event, numbers: dict[str, int]) -> str:
    """The footnotes of an event, those of sources that deny or doubt it apart: `[^1][^2]; doubted: [^4]`."""
    told = telling.by_stance(event, lambda claim: _footnote(numbers, claim.source))
    labels = ("", "denied: ", "doubted: ")
    return "; ".join(label + "".join(found) for label, found in zip(labels, told, strict=True) if found)
