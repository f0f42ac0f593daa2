"""Markdown (GitHub flavour): a report to paste, with all that the events say, or one table, where the rest is counted.

Of a source both give what a footnote has, of actors the names: everything else of them stands in json.
"""

import re
from itertools import groupby

from diplotimeline import phrases
from diplotimeline.dates import display, heading
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, cited
from diplotimeline.record.values import Claim, Event, Source

# Signs of the syntax; and what begins an address, of which GitHub would make a link that takes in the escapes and the
# number of the footnote behind it.
SPECIAL = re.compile(r"([\\`*_\[\]<>#~&|$!(){}]|:(?=//)|(?<=[wW]{3})\.)")
# What would begin a list, a heading line or a rule if it came first in a paragraph.
FIRST = re.compile(r"^([-+=:]|[0-9]+(?=[.)]))")


def render(timeline: Timeline, *, table: bool = False) -> Exported:
    """The chronology as a report with footnotes, or as one table with `table`."""
    lines = [f"# {escape(timeline.title)}", ""] if timeline.title else []
    lines += _table(timeline) if table else _report(timeline)
    lines += [_source(timeline, timeline.sources[name], number) for name, number in cited(timeline).items()]
    return Exported("\n".join(lines).rstrip("\n") + "\n", (), _losses(timeline) if table else ())


def escape(text: str) -> str:
    """Text as it is, in one line: nothing in it is read as Markdown or HTML."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return FIRST.sub(lambda match: match[1] + "\\" if match[1].isdigit() else "\\" + match[1], line)


def _report(timeline: Timeline) -> list[str]:
    numbers = cited(timeline)
    titles = {event.id: event.title for event in timeline.events}
    lines = [escape(timeline.summary), ""] if timeline.summary else []
    checked = phrases.quotes_verified(timeline)
    lines += [f"{checked[0].upper()}{checked[1:]} against the archived texts.", ""] if checked else []
    for (year, month), events in groupby(timeline.events, key=lambda event: heading(event.date)):
        lines += [f"## {year:04}-{month:02}" if month else f"## {year:04}", ""]
        for event in events:
            lines += [*_event(timeline, event, numbers), *_related(event, titles)]
    return lines


def _event(timeline: Timeline, event: Event, numbers: dict[str, int]) -> list[str]:
    lines = [f"### {escape(phrases.date_title(event))} — {escape(event.title)}", ""]
    words = f"“{event.date_text}”" if event.date_text else ""
    place = phrases.whereabouts(event.place) if event.place else ""
    facts = (event.status, event.type or "", place, phrases.people(timeline, event.actors))
    lines += [" · ".join((f"`{event.date.edtf}`", *map(escape, filter(None, (*facts, words))))), ""]
    lines += [escape(event.summary), ""] if event.summary else []
    lines += [escape(phrases.toll(timeline, event.casualties)), ""] if event.casualties else []
    for number in range(len(event.claims)):
        lines += _claim(timeline, event, number, numbers)
    also = [f"{escape(name)}{_footnote(numbers, source)}" for name, source in phrases.supporters(timeline, event)]
    return [*lines, f"Reported by: {', '.join(also)}", ""] if also else lines


def _related(event: Event, titles: dict[str, str]) -> list[str]:
    """The relations to other events and the tags."""
    lines = [line for relation in phrases.relations(event, titles) for line in (escape(relation), "")]
    return [*lines, f"Tags: {', '.join(map(escape, event.tags))}", ""] if event.tags else lines


def _claim(timeline: Timeline, event: Event, number: int, numbers: dict[str, int]) -> list[str]:
    claim = event.claims[number]
    footnote = _footnote(numbers, claim.source)
    doubt = phrases.quote_note(timeline, claim)
    said = phrases.statement(timeline, claim)
    lines = []
    if claim.quote:
        passed_on = f"According to {escape(timeline.name(claim.according_to))}: " if claim.according_to else ""
        lines += [f"> {passed_on}{escape(claim.quote)}{footnote}{f' ({doubt})' if doubt else ''}", ""]
    return [*lines, f"{escape(said)}.{footnote}", ""] if said else lines


def _footnote(numbers: dict[str, int], source: str) -> str:
    """The number of a source where it is cited, `[^1]`; empty for one that is not declared."""
    return f"[^{numbers[source]}]" if source in numbers else ""


def _source(timeline: Timeline, source: Source, number: int) -> str:
    """The footnote itself: the number of a source, and the source."""
    parts = [escape(phrases.speaker_of(timeline, source)), f"*{escape(source.title)}*"]
    parts += [escape(display(source.issued))] if source.issued else []
    text = ", ".join(filter(None, parts)) + (f" \\({source.version}\\)" if source.version else "")
    return f"[^{number}]: {text}" + (f". <{source.url}>" if source.url else "")


def _table(timeline: Timeline) -> list[str]:
    numbers = cited(timeline)
    lines = ["| Date | Status | Event | Actors | Sources |", "| --- | --- | --- | --- | --- |"]
    for event in timeline.events:
        cells = (event.date.edtf, event.status, event.title, phrases.people(timeline, event.actors))
        lines.append(f"| {' | '.join(escape(cell) for cell in cells)} | {_footnotes(event, numbers)} |")
    return [*lines, ""]


def _footnotes(event: Event, numbers: dict[str, int]) -> str:
    """The footnotes of an event, those of sources that deny or doubt it apart: `[^1][^2]; doubted: [^4]`."""

    def footnotes(claims: list[Claim]) -> str:
        return "".join(dict.fromkeys(_footnote(numbers, claim.source) for claim in claims))

    claims = telling.by_stance(event)
    against = {"denied": footnotes(claims["denies"]), "doubted": footnotes(claims["doubts"])}
    listed = (f"{word}: {found}" for word, found in against.items() if found)
    return "; ".join(filter(None, (footnotes(claims["asserts"]), *listed)))


def _losses(timeline: Timeline) -> tuple[str, ...]:
    parts = sum(bool(event.part) for event in timeline.events)
    return telling.no_room("a markdown table", ((parts, "day part"), *telling.untold(timeline)))
