"""The chronology along a rail in the terminal: dates on the left, events on the right, and the gaps between them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, groupby

from diplotimeline.dates import display
from diplotimeline.phrases import (
    citation,
    footnote,
    labelled,
    labels,
    month_title,
    passed_on,
    people,
    quote_note,
    relations,
    statement,
    supporters,
    time_zone,
    toll,
    translation,
    why_perhaps,
)
from diplotimeline.record.chronology import UNDATED, Timeline, cited, gaps, month_of, parted
from diplotimeline.record.values import Claim, Event
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import NARROW, NO_BREAK, WIDEST, Line, cells, wrap

DATE_WIDTH = 17
GUTTER = 2
TODO = "TODO"

Body = list[Line]
BEGINS, BESIDE = ("rail", "● "), ("rail", "│ ")


def rail(
    timeline: Timeline, width: int, *, reverse: bool = False, notes: bool = False, others: Iterable[Event] = ()
) -> Iterator[Line]:
    """A timeline as lines of at most `width` columns, never more than 100: head, events by month, sources.

    What lies only perhaps in the range that was asked for stands in a block of its own behind the months. `others` are
    events that are not printed, and yet may fill a gap.
    """
    drawing = _Rail(timeline, min(width, WIDEST), notes=notes)
    inside, doubtful = parted(timeline, reverse=reverse)
    months = drawing.months(inside, [*doubtful, *others], reverse=reverse)
    events = chain.from_iterable(chain(months, drawing.perhaps(doubtful)))  # each line handed on by one step
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

    def months(self, inside: list[Event], others: Iterable[Event], *, reverse: bool) -> Iterator[Body]:
        """The events under the headings of their months; a gap stands between the two events that it separates."""
        before = gaps(inside[::-1] if reverse else inside, others)
        events = list(zip(inside, [0, *before[:0:-1]] if reverse and before else before, strict=True))
        for (year, month), group in groupby(events, key=lambda pair: month_of(pair[0])):
            for number, (event, gap) in enumerate(group):
                if gap:
                    yield [[("", " " * self.indent), ("rail", "⋮"), ("faint", f" {gap:,} days")]]
                if number == 0:
                    yield [[], [("heading", month_title(year, month))], []]
                elif not self.indent:  # the date stands above its event, and not below the one before
                    yield [[]]
                yield self.event(event, year)

    def perhaps(self, events: list[Event]) -> Iterator[Body]:
        """The block of the events that lie only perhaps in the range that was asked for, each with the reason, and
        that of events without a date.
        """
        above = ""
        for event in events:
            block = "Date open" if event.date is UNDATED else "Perhaps in this range"
            if block != above:
                above = block
                yield [[], [("heading", block)], []]
            elif not self.indent:
                yield [[]]
            yield self.event(event)

    def event(self, event: Event, year: int | None = None) -> Body:
        """An event with its date beside it or, on a narrow page, above it; `year` is that of the heading, if any."""
        when = TODO if event.date is UNDATED else display(event.date, year=year)
        when += f" ({event.part})" if event.part else ""
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
        place = event.place.name if event.place else ""
        facts = (event.type or "", place, people(self.timeline, event.actors), time_zone(event))
        lines = self.title(event)
        if open := self.timeline.todos.get(event.id):
            lines += self.paragraph(f"{TODO}: {', '.join(open)}")
        if why := why_perhaps(self.timeline, event):
            lines += self.paragraph(f"Perhaps: {why}")
        lines += self.paragraph(" · ".join(filter(None, facts)), "faint")
        lines += self.paragraph(event.summary)
        if event.casualties:
            lines += self.paragraph(toll(self.timeline, event.casualties))
        for number in range(len(event.claims)):
            lines += self.claim(event, number)
        also = [
            f"{name}{NO_BREAK}{self.footnote(claim).replace(' ', NO_BREAK)}"
            for name, claim in supporters(self.timeline, event)
        ]
        if also:
            lines += self.paragraph(f"Reported by: {', '.join(also)}")
        for relation in relations(event, self.titles, self.timeline.left_out) if event.related else ():
            lines += self.paragraph(relation, "faint")
        if event.tags:
            lines += self.paragraph(f"Tags: {', '.join(event.tags)}", "faint")
        for texts in (event.identifiers, event.extra):
            lines += self.paragraph(labelled(texts), "faint")
        for note in (event.note, *(claim.note for claim in event.claims)) if self.notes else ():
            lines += self.paragraph(f"Note: {note}" if note else "", "faint")
        return lines

    def title(self, event: Event) -> Body:
        """The title, with its labels, such as the status, at the right edge."""
        status = " ".join(f"[{label}]" for label in labels(event))
        lines: Body = [
            [self.rail, ("title", line)]
            for line in wrap(event.title, self.text_width - (len(status) + 2 if status else 0))
        ]
        if status:
            gap = self.text_width - cells(lines[0][1][1]) - len(status)
            lines[0] += [("", " " * gap), ("status", status)]
        return lines

    def claim(self, event: Event, number: int) -> Body:
        """What one source says: its quote, what it gives differently, and fields of one's own, as far as given."""
        claim = event.claims[number]
        cited = self.footnote(claim)
        lines: Body = []
        if claim.quote:
            doubt = quote_note(self.timeline, claim)
            told = passed_on(self.timeline, claim)
            words = f"{told}{': ' if told else ''}“{claim.quote.strip()}”"
            lines = self.paragraph(words, "quote", f"{cited} ({doubt})" if doubt else cited)
            lines += self.paragraph(translation(claim), "quote")
        lines += self.paragraph(statement(self.timeline, claim), tail=cited)
        return lines + self.paragraph(labelled(claim.extra), "faint", footnote(self.numbers.get(claim.source)))

    def paragraph(self, text: str, style: str = "", tail: str = "") -> Body:
        """A text in lines on the rail; `tail`, a footnote, stays with the last word."""
        return [[self.rail, (style, line)] for line in wrap(text, self.text_width, tail)] if text else []

    def footnote(self, claim: Claim) -> str:
        """The number of its source in brackets, with the place there: `[1, p. 12]`; for a source that is not declared
        the place alone.
        """
        return footnote(self.numbers.get(claim.source), claim.at)

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
            for line in wrap(safe_words(labelled(source.identifiers)), self.width - 5):
                yield [("faint", f"     {line}")]
