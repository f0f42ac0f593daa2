"""Mermaid: a `timeline` diagram for README files, a section per month and the events of one date under one period.

A box has room for the title, the status and the speakers, apart from those who deny or doubt it; the sources stand
below as comments, by number. Everything else is counted as lost. The period is the date in words with the EDTF date as
written.
"""

import re

from diplotimeline.dates import display
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.telling import by_stance, no_room, untold
from diplotimeline.phrases import citation, month_title, speaker_of, time_zone, voice_name
from diplotimeline.record.chronology import Timeline, cited, month_of
from diplotimeline.record.values import Claim, Event, Source

# Signs of the syntax, of entities (also the two that Mermaid uses for them inside), of comments and directives.
SPECIAL = re.compile(r"[:#;<>&%{}ﬂ¶]")
MOST_CHARACTERS = 50_000

Periods = dict[str, list[Event]]


def render(timeline: Timeline) -> Exported:
    """The events as a Mermaid diagram, with a remark when it is longer than Mermaid draws by default."""
    numbers = cited(timeline)
    lines = ["timeline"] + ([f"    title {escape(timeline.title)}"] if timeline.title else [])
    for title, periods in _sections(timeline).items():
        lines.append(f"    section {escape(title)}")
        for period, events in periods.items():
            texts = [_event(timeline, event, numbers) for event in events]
            lines += [f"        {period} : {texts[0]}", *(f"            : {text}" for text in texts[1:])]
    lines += [f"    %% [{number}] {_source(timeline, timeline.sources[name])}" for name, number in numbers.items()]
    text = "\n".join(lines) + "\n"
    remark = f"The diagram has {len(text):,} characters; Mermaid draws no more than {MOST_CHARACTERS:,} by default."
    actors = sum(len(event.actors) for event in timeline.events)
    zones = sum(bool(time_zone(event)) for event in timeline.events)
    lost = no_room("mermaid", ((actors, "actor"), (zones, "time zone"), *untold(timeline)))
    return Exported(text, (remark,) if len(text) > MOST_CHARACTERS else (), lost)


def escape(text: str) -> str:
    """Text in one line, in which nothing is read as Mermaid: `He said#58; no`."""
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))


def _sections(timeline: Timeline) -> dict[str, Periods]:
    """The events by month and date. Dates that sort alike may stand mixed, so neighbours are not enough."""
    sections: dict[str, Periods] = {}
    for event in timeline.events:
        periods = sections.setdefault(month_title(*month_of(event)), {})
        when = f"{display(event.date, event.part or '')} ({event.date.edtf})"
        periods.setdefault(escape(when), []).append(event)
    return sections


def _event(timeline: Timeline, event: Event, numbers: dict[str, int]) -> str:
    """Title, status, the sources by speaker and number, and who denies or doubts it."""

    def name(claim: Claim) -> str:
        if claim.source not in numbers:
            return ""
        source = timeline.sources[claim.source]
        speaker = speaker_of(timeline, source) or source.title
        return f"{speaker if claim.stance == 'asserts' else voice_name(timeline, claim)} [{numbers[claim.source]}]"

    told = by_stance(event, name)
    labels = ("source: " if len(told[0]) == 1 else "sources: ", "denied by ", "doubted by ")
    listed = (label + ", ".join(names) for label, names in zip(labels, told, strict=True) if names)
    return escape(" — ".join((event.title, event.status, *listed)))


def _source(timeline: Timeline, source: Source) -> str:
    """A source as a comment, its address as it is: only braces are encoded, which could make a directive of it."""
    address = source.url.replace("{", "%7B").replace("}", "%7D")
    return escape(citation(timeline, source)) + (f" {address}" if address else "")
