"""Mermaid: a `timeline` diagram for README files, a section per month and the events of one date under one period.

It runs from top to bottom, so that its letters are as large as those around it: from left to right they are drawn the
smaller the more events there are. A box has the title, and before it the status of what is alleged, disputed or
planned; the period is the date in words. Dates as written, status, sources and who denies or doubts an event stand
below the boxes as comments. Everything else is counted as lost.
"""

import re

from diplotimeline.dates import display
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import by_stance, headline, no_room, untold
from diplotimeline.phrases import citation, month_title, speaker_of, time_zone, voice_name
from diplotimeline.record.chronology import Timeline, cited, month_of
from diplotimeline.record.values import Claim, Event, Source

# Signs of the syntax, of entities (also the two that Mermaid uses for them inside), of comments and directives.
SPECIAL = re.compile(r"[:#;<>&%{}ﬂ¶]")
MOST_CHARACTERS = 50_000
MOST_EVENTS = 30

Periods = dict[str, list[Event]]


def render(timeline: Timeline) -> Exported:
    """The events as a Mermaid diagram, with a remark when it is longer than people read or Mermaid draws by default."""
    numbers = cited(timeline)
    lines = ["timeline TD"] + ([f"    title {escape(timeline.title)}"] if timeline.title else [])
    for title, periods in _sections(timeline).items():
        lines.append(f"    section {escape(title)}")
        for period, events in periods.items():
            first, *more = (escape(headline(event)) for event in events)
            lines += [f"        {period} : {first}", *(f"            : {text}" for text in more)]
            lines += [f"        %% {_origin(timeline, event, numbers)}" for event in events]
    lines += [f"    %% [{number}] {_source(timeline, timeline.sources[name])}" for name, number in numbers.items()]
    text = "\n".join(lines) + "\n"
    return Exported(text, _remarks(timeline, text), _losses(timeline))


def escape(text: str) -> str:
    """Text in one line, in which nothing is read as Mermaid: `He said#58; no`."""
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))


def _sections(timeline: Timeline) -> dict[str, Periods]:
    """The events by month and date. Dates that sort alike may stand mixed, so neighbours are not enough."""
    sections: dict[str, Periods] = {}
    for event in timeline.events:
        periods = sections.setdefault(month_title(*month_of(event)), {})
        periods.setdefault(escape(display(event.date, event.part or "")), []).append(event)
    return sections


def _origin(timeline: Timeline, event: Event, numbers: dict[str, int]) -> str:
    """Date as written, status, the sources by speaker and number, and who denies or doubts it."""

    def name(claim: Claim) -> str:
        if claim.source not in numbers:
            return ""
        source = timeline.sources[claim.source]
        speaker = speaker_of(timeline, source) or source.title
        return f"{speaker if claim.stance == 'asserts' else voice_name(timeline, claim)} [{numbers[claim.source]}]"

    told = by_stance(event, name)
    labels = ("source: " if len(told[0]) == 1 else "sources: ", "denied by ", "doubted by ")
    listed = (label + ", ".join(names) for label, names in zip(labels, told, strict=True) if names)
    return escape(" — ".join((event.date.edtf, event.status, *listed)))


def _source(timeline: Timeline, source: Source) -> str:
    """A source as a comment, its address as it is: only braces are encoded, which could make a directive of it."""
    address = source.url.replace("{", "%7B").replace("}", "%7D")
    return escape(citation(timeline, source)) + (f" {address}" if address else "")


def _remarks(timeline: Timeline, text: str) -> tuple[str, ...]:
    many = f"The diagram has {len(timeline.events):,} events; above {MOST_EVENTS}, html or markdown serves better."
    long = f"The diagram has {len(text):,} characters; Mermaid draws no more than {MOST_CHARACTERS:,} by default."
    told = ((many, len(timeline.events) > MOST_EVENTS), (long, len(text) > MOST_CHARACTERS))
    return tuple(remark for remark, holds in told if holds)


def _losses(timeline: Timeline) -> tuple[str, ...]:
    actors = sum(len(event.actors) for event in timeline.events)
    zones = sum(bool(time_zone(event)) for event in timeline.events)
    return no_room("mermaid", ((actors, "actor"), (zones, "time zone"), *untold(timeline)))
