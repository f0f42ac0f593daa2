"""Markdown (GitHub flavour): a memo with all that the events say, or one table, where the rest is counted.

Dates stand in words, with their EDTF only where it says more. Of a place both have the name, of a source what a
footnote has, of actors the names: everything else of them stands in json.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from diplotimeline import phrases
from diplotimeline.dates import MONTH_NAMES, EventDate, display, parse
from diplotimeline.exporters import telling
from diplotimeline.exporters.result import Exported
from diplotimeline.record.chronology import Timeline, month_of
from diplotimeline.record.evidence import evidence
from diplotimeline.record.values import Claim, Event, Source

# Signs of the syntax; and what begins an address, of which GitHub would make a link that takes in the escapes and the
# number of the footnote behind it.
SPECIAL = re.compile(r"([\\`*_\[\]<>#~&|$!(){}]|:(?=//)|(?<=[wW]{3})\.)")
# What would begin a list, a heading line or a rule if it came first in a paragraph.
FIRST = re.compile(r"^([-+=:]|[0-9]+(?=[.)]))")
# The columns of the table, each with its share of the width where the table becomes one of a document.
# No more than a page of a memo has room for.
COLUMNS = ("Date", "Event", "Kind", "Who and where", "Sources", "Quotes")
WIDEST_SHARE, BLANK = 24, 3


def render(timeline: Timeline, *, table: bool = False) -> Exported:
    """The chronology as a memo with footnotes, or as one table with `table`."""
    notes = Notes(timeline)
    blocks = [f"# {escape(timeline.title)}"] if timeline.title else []
    if timeline.known_by:
        blocks += [f"As known by {display(parse(timeline.known_by), names=MONTH_NAMES)}."]
    blocks += _table(timeline, notes) if table else _report(timeline, notes)
    blocks += ["\n".join(notes.texts())]
    return Exported("\n\n".join(blocks).rstrip("\n") + "\n", (), _losses(timeline, table=table))


class Notes:
    """The footnotes, numbered in the order in which their sources are first cited.

    A mark stands where a source is cited first, `[^1]`, and words where it is cited again, `(note 1)`: what makes a
    document of the text (pandoc) prints a footnote once for each of its marks.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.numbers: dict[str, int] = {}

    def cited(self, source: str, place: str = "") -> str:
        """The mark or the words for a source behind a text, with the place in the source."""
        note, new = self.note(source)
        if new:
            return note + (f" ({place})" if place else "")
        words = ", ".join(filter(None, (note, place)))
        return f" ({words})" if words else ""

    def note(self, source: str) -> tuple[str, bool]:
        """The mark or the words alone, and whether it is a mark; empty for a source that is not declared."""
        if source not in self.timeline.sources:
            return "", False
        new = source not in self.numbers
        number = self.numbers.setdefault(source, len(self.numbers) + 1)
        return (f"[^{number}]" if new else f"note {number}"), new

    def texts(self) -> list[str]:
        """The footnotes themselves."""
        sources = self.timeline.sources
        return [_source(self.timeline, sources[name], number) for name, number in self.numbers.items()]


def escape(text: str) -> str:
    """Text as it is, in one line: nothing in it is read as Markdown or HTML."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return FIRST.sub(lambda match: match[1] + "\\" if match[1].isdigit() else "\\" + match[1], line)


def _report(timeline: Timeline, notes: Notes) -> Iterator[str]:
    """The paragraphs between the title and the footnotes."""
    titles = {event.id: event.title for event in timeline.events}
    if timeline.summary:
        yield escape(timeline.summary)
    if (found := evidence(timeline)).quoted:
        yield f"{phrases.claims_verified(found)} against the archived texts."
    yield from _time_zones(timeline)
    for (year, month), events in groupby(timeline.events, key=month_of):
        yield f"## {phrases.month_title(year, month)}"
        for event in events:
            yield from _event(timeline, event, notes)
            yield from map(escape, phrases.relations(event, titles, timeline.left_out))
            if event.tags:
                yield f"Tags: {', '.join(map(escape, event.tags))}"


def _time_zones(timeline: Timeline) -> Iterator[str]:
    if zones := phrases.time_zones(timeline):
        yield escape(f"{zones[0].upper()}{zones[1:]}.")


def _event(timeline: Timeline, event: Event, notes: Notes) -> Iterator[str]:
    yield f"### {escape(phrases.date_title(event))} — {escape(event.title)}"
    yield _facts(timeline, event)
    yield from map(escape, telling.body(timeline, event))
    for claim in event.claims:
        place = _place(timeline, claim)
        if claim.quote:
            told = escape(phrases.passed_on(timeline, claim))
            doubt = phrases.quote_note(timeline, claim)
            cited = notes.cited(claim.source, place)
            yield f"> {told}{': ' if told else ''}“{escape(claim.quote)}”{cited}{f' ({doubt})' if doubt else ''}"
        if claim.translation:
            yield escape(phrases.translation(claim))
        if said := phrases.statement(timeline, claim):
            yield f"{escape(said)}{notes.cited(claim.source, place)}"
        if claim.extra:
            yield f"{escape(phrases.labelled(claim.extra))}{notes.cited(claim.source)}"
    if also := phrases.supporters(timeline, event):
        names = (escape(name) + notes.cited(claim.source, _place(timeline, claim)) for name, claim in also)
        yield f"Reported by: {', '.join(names)}"


def _facts(timeline: Timeline, event: Event) -> str:
    """Status and type, place, actors, the words of the source for the date, in short sentences."""
    people, zone = phrases.people(timeline, event.actors), phrases.time_zone(event)
    told = (
        f"{event.status.capitalize()} {_kind(event)}.",
        f"Place: {_whereabouts(event)}." if event.place else "",
        f"Actors: {people}." if people else "",
        f"Date in the words of the source: “{event.date_text}”." if event.date_text else "",
        f"{zone[0].upper()}{zone[1:]}." if zone else "",
    )
    edtf = f" EDTF: `{event.date.edtf}`." if _edtf_says_more(event.date) else ""
    return escape(" ".join(filter(None, told))) + edtf


def _kind(event: Event) -> str:
    """The type as people write it, `ceasefire violation`; without one, or of no other, it is an event."""
    return phrases.words(event.type) if event.type and event.type != "other" else "event"


def _whereabouts(event: Event) -> str:
    """The name of the place and the country; degrees are nothing to read."""
    return ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else ""


def _edtf_says_more(when: EventDate) -> bool:
    """Whether words are those of another date too: of `[2022-09]` and `2022-09/2022-09` they are September 2022."""
    bounded = isinstance(when.earliest, int) and isinstance(when.latest, int)
    return bounded and when.kind in ("interval", "set") and len(set(when.written)) == 1


def _place(timeline: Timeline, claim: Claim) -> str:
    """Where the words of a claim stand in its source: `p. 12`, of a PDF as a link."""
    page = telling.page_link(timeline.sources.get(claim.source), claim)
    return f"[{escape(claim.at)}](<{page}>)" if page else escape(claim.at)


def _source(timeline: Timeline, source: Source, number: int) -> str:
    """The footnote itself: the number of a source, and the source."""
    parts = [escape(phrases.speaker_of(timeline, source)), f"*{escape(source.title)}*"]
    parts += [escape(display(source.issued))] if source.issued else []
    text = ", ".join(filter(None, parts)) + (f" \\({source.version}\\)" if source.version else "")
    ids = f", {escape(phrases.labelled(source.identifiers))}" if source.identifiers else ""
    return f"[^{number}]: {text}{ids}" + (f". <{source.url}>" if source.url else "")


def _table(timeline: Timeline, notes: Notes) -> Iterator[str]:
    """The paragraphs between the title and the footnotes, of which one is the table."""
    yield from _time_zones(timeline)
    rows = [_cells(timeline, event, notes) for event in timeline.events]
    shares = ["-" * _share(cells) for cells in zip(COLUMNS, *rows, strict=True)]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (COLUMNS, shares, *rows))


def _share(cells: Iterable[str]) -> int:
    """How wide a column is beside the others, in dashes, for pandoc: its longest word fits, and long texts get more."""
    texts = list(cells)
    word = max(len(word) for text in texts for word in text.split() or [""])
    return min(WIDEST_SHARE, max(word + BLANK, max(map(len, texts)) // 12))


def _cells(timeline: Timeline, event: Event, notes: Notes) -> tuple[str, ...]:
    """The row of an event."""
    edtf = f" (`{event.date.edtf}`)" if _edtf_says_more(event.date) else ""
    return (
        escape(display(event.date, event.part or "")) + edtf,
        escape(event.title),
        f"{event.status} {_kind(event)}",
        escape("; ".join(filter(None, (phrases.people(timeline, event.actors), _whereabouts(event))))),
        _marks(event, notes),
        " ".join(_quote(timeline, claim, notes) for claim in event.claims if claim.quote),
    )


def _marks(event: Event, notes: Notes) -> str:
    """The footnotes of an event, those of sources that deny or doubt it apart: `[^1], [^2]; doubted: [^4]`."""
    told = telling.by_stance(event, lambda claim: claim.source)
    labels = ("", "denied: ", "doubted: ")
    listed = (
        (label, ", ".join(filter(None, (notes.note(name)[0] for name in names))))
        for label, names in zip(labels, told, strict=True)
    )
    return "; ".join(label + marks for label, marks in listed if marks)


def _quote(timeline: Timeline, claim: Claim, notes: Notes) -> str:
    """A quote with its source, for a cell: `According to The Host: “We met” (note 1; not verified)`."""
    told, doubt = escape(phrases.passed_on(timeline, claim)), phrases.quote_note(timeline, claim)
    about = "; ".join(filter(None, (notes.note(claim.source)[0], doubt)))
    return f"{told}{': ' if told else ''}“{escape(claim.quote)}”" + (f" ({about})" if about else "")


def _losses(timeline: Timeline, *, table: bool) -> tuple[str, ...]:
    coordinates = (sum(telling.has_coordinates(event.place) for event in timeline.events), "coordinate pair")
    if not table:
        return telling.no_room("markdown", [coordinates])
    rest = [(number, noun) for number, noun in telling.untold(timeline) if noun not in ("type", "place", "quote")]
    return telling.no_room("a markdown table", [coordinates, *rest])
