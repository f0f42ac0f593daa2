"""The chronology along a rail in the terminal: dates on the left, events on the right, and the gaps between them."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, groupby

from diplotimeline.dates import display
from diplotimeline.phrases import (
    citation,
    month_title,
    passed_on,
    people,
    quote_note,
    relations,
    statement,
    supporters,
    toll,
)
from diplotimeline.record.chronology import Timeline, cited, gaps, month_of
from diplotimeline.record.values import Event
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import NO_BREAK, WIDEST, Line, cells, wrap

DATE_WIDTH = 17
GUTTER = 2
NARROW = 72

Body = list[Line]
BEGINS, BESIDE = ("rail", "● "), ("rail", "│ ")


def rail(timeline: Timeline, width: int, *, reverse: bool = False, notes: bool = False) -> Iterator[Line]:
    """A timeline as lines of at most `width` columns, never more than 100: head, events by month, sources."""
    drawing = _Rail(timeline, min(width, WIDEST), notes=notes)
    events = chain.from_iterable(drawing.months(reverse=reverse))  # each line handed on by one step, not by four
    return chain(head(timeline, min(width, WIDEST)), events, drawing.sources())


class _Rail:
    """The parts of the picture; all lines of an event hang on the rail, which stands `indent` columns from the edge."""

    def __init__(self, timeline: Timeline, width: int, *, notes: bool) -> None:
        self.timeline, self.width, self.notes = timeline, width, notes
        self.numbers = cited(timeline)
        self.indent = 0 if width < NARROW else DATE_WIDTH + GUTTER
        self.rail = ("rail", " " * self.indent + BESIDE[1])
        self.text_width = width - self.indent - 2

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of all events by id: needed only where an event has a relation to another."""
        return {event.id: event.title for event in self.timeline.events}

    def months(self, *, reverse: bool) -> Iterator[Body]:
        """The events under the headings of their months; a gap stands between the two events that it separates."""
        before = gaps(self.timeline.events)
        events = list(zip(self.timeline.events, before, strict=True))
        if reverse:
            events = [(event, gap) for (event, _), gap in zip(events[::-1], [0, *before[:0:-1]], strict=True)]
        for (year, month), group in groupby(events, key=lambda pair: month_of(pair[0])):
            for number, (event, gap) in enumerate(group):
                if gap:
                    yield [[("", " " * self.indent), ("rail", "⋮"), ("faint", f" {gap:,} days")]]
                if number == 0:
                    yield [[], [("heading", month_title(year, month))], []]
                elif not self.indent:  # the date stands above its event, and not below the one before
                    yield [[]]
                yield self.event(event, year)

    def event(self, event: Event, year: int) -> Body:
        """An event with its date beside it or, on a narrow page, above it; `year` is that of the heading."""
        when = display(event.date, year=year) + (f" ({event.part})" if event.part else "")
        words = f"“{event.date_text}”" if event.date_text else ""
        column = DATE_WIDTH if self.indent else self.width
        dates = [("date", line) for line in wrap(when, column)]
        dates += [("faint", line) for line in wrap(words, column)] if words else []
        if not self.indent:
            fits = len(dates) == 2 and cells(when) + 2 + cells(words) <= self.width
            above = [[dates[0], ("faint", f"  {words}")]] if fits else [[piece] for piece in dates]
            return [*above, *self.beside([], self.body(event))]
        left = [[piece, ("", " " * (self.indent - cells(piece[1])))] for piece in dates]
        return self.beside(left, self.body(event))

    def beside(self, left: Body, right: Body) -> Body:
        """Each line on the right behind one on the left, `indent` columns wide, and the sign of the rail."""
        for number, before in enumerate(left or [[]]):
            sign = BESIDE if number else BEGINS
            if number < len(right):
                right[number][:1] = [*before, sign]
            else:
                right.append([*before, sign])
        return right

    def body(self, event: Event) -> Body:
        """The lines to the right of the rail: title, facts, summary, casualties, who says what."""
        facts = (event.type or "", event.place.name if event.place else "", people(self.timeline, event.actors))
        lines = self.title(event)
        lines += self.paragraph(" · ".join(filter(None, facts)), "faint")
        lines += self.paragraph(event.summary)
        if event.casualties:
            lines += self.paragraph(toll(self.timeline, event.casualties))
        for number in range(len(event.claims)):
            lines += self.claim(event, number)
        also = [f"{name}{NO_BREAK}{self.footnote(source)}" for name, source in supporters(self.timeline, event)]
        if also:
            lines += self.paragraph(f"Reported by: {', '.join(also)}")
        for relation in relations(event, self.titles, self.timeline.left_out) if event.related else ():
            lines += self.paragraph(relation, "faint")
        if event.tags:
            lines += self.paragraph(f"Tags: {', '.join(event.tags)}", "faint")
        for note in (event.note, *(claim.note for claim in event.claims)) if self.notes else ():
            lines += self.paragraph(f"Note: {note}" if note else "", "faint")
        return lines

    def title(self, event: Event) -> Body:
        """The title, with the status at the right edge unless it is `reported`."""
        status = f"[{event.status}]" if event.status != "reported" else ""
        lines: Body = [
            [self.rail, ("title", line)]
            for line in wrap(event.title, self.text_width - (len(status) + 2 if status else 0))
        ]
        if status:
            gap = self.text_width - cells(lines[0][1][1]) - len(status)
            lines[0] += [("", " " * gap), ("status", status)]
        return lines

    def claim(self, event: Event, number: int) -> Body:
        """What one source says: its quote, and what it gives differently; nothing for a claim that has neither."""
        claim = event.claims[number]
        footnote = self.footnote(claim.source)
        lines: Body = []
        if claim.quote:
            doubt = quote_note(self.timeline, claim)
            told = passed_on(self.timeline, claim)
            words = f"{told}{': ' if told else ''}“{claim.quote.strip()}”"
            lines = self.paragraph(words, "quote", f"{footnote} ({doubt})" if doubt else footnote)
        return lines + self.paragraph(statement(self.timeline, claim), tail=footnote)

    def paragraph(self, text: str, style: str = "", tail: str = "") -> Body:
        """A text in lines on the rail; `tail`, a footnote, stays with the last word."""
        return [[self.rail, (style, line)] for line in wrap(text, self.text_width, tail)] if text else []

    def footnote(self, source: str) -> str:
        """The number of a source in brackets, `[1]`; empty for one that is not declared."""
        return f"[{self.numbers[source]}]" if source in self.numbers else ""

    def sources(self) -> Iterator[Line]:
        """The sources by number; an address stands on a line of its own and is never wrapped or cut."""
        if self.numbers:
            yield from ([], [("heading", "Sources")])
        for name, number in self.numbers.items():
            source = self.timeline.sources[name]
            label = f"[{number}]"
            for place, line in enumerate(wrap(safe_words(citation(self.timeline, source)), self.width - 5)):
                yield [("", f"{label if place == 0 else '':<4} {line}")]
            if source.url:
                yield [("", "     "), ("faint", source.url)]
