"""TimelineJS: the JSON that newsrooms load, a slide per event.

A slide stands at the first year, month or day that is written in the date, with the parts that are written and no
other; its display date says the whole. So a date that is known only by its end stands at that end, as it does in every
chronology of this tool. Its text begins with words and ends with the facts and, small, the sources. What the bar cannot
show is counted as lost:

- open dates, one of several, and seasons (at their first month): a mark at that first date, never a range;
- ranges that do not end on a known day: TimelineJS takes the end as a full day, so they get none;
- decades and centuries: no year is written, and TimelineJS places nothing without one, so they are left out.

Bands for types or actors take half of the window, so they are drawn only if they are asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from diplotimeline import phrases
from diplotimeline.dates import EventDate, Side, display
from diplotimeline.errors import CallError
from diplotimeline.exporters import telling
from diplotimeline.exporters.json import document
from diplotimeline.exporters.result import Exported
from diplotimeline.exporters.table import Record
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event, Source

MOST_SLIDES = 20


GROUPS: Mapping[str, Callable[[Timeline, Event], str]] = {
    "type": lambda _, event: phrases.words(event.type or ""),
    "actor": lambda timeline, event: timeline.name(event.actors[0].who) if event.actors else "",
}


def render(timeline: Timeline, *, group: str = "") -> Exported:
    """The events as TimelineJS JSON, with a remark when there are more slides than readers follow.

    `group` draws a band for each `type`, or for each `actor` that is the first of an event. Raises `CallError` for
    another.
    """
    if group and group not in GROUPS:
        raise CallError(f"there is no group by '{group}'", f"one of: {', '.join(GROUPS)}")
    ids = zip(timeline.events, telling.unique_ids(timeline.events), strict=True)
    shown = [(event, id) for event, id in ids if event.date.written]
    title = {"title": {"text": _text(timeline.title, _paragraph(timeline.summary))}} if timeline.title else {}
    remark = f"TimelineJS recommends at most {MOST_SLIDES} slides; there are {len(shown):,}."
    remarks = (remark,) if len(shown) > MOST_SLIDES else ()

    def pieces() -> Iterable[str]:
        slides = (_slide(timeline, event, id, group) for event, id in shown)
        return document({"scale": "human", **title}, "events", slides)

    return Exported(pieces, remarks, _losses(timeline, group), len(timeline.events) - len(shown))


def _slide(timeline: Timeline, event: Event, id: str, group: str) -> Record:
    when = event.date
    slide = {
        "unique_id": id,
        "start_date": _parts(when.written[0]),
        "end_date": _parts(when.written[-1]) if when.kind == "interval" and _ends_on_a_day(when) else None,
        "display_date": escape(display(when, event.part or "")),
        "group": escape(GROUPS[group](timeline, event)) if group else "",
        "text": _text(telling.headline(event), _told(timeline, event)),
    }
    return {name: value for name, value in slide.items() if value}


def _parts(side: Side) -> dict[str, int]:
    """`2022-09` as year and month: what is not written is left out."""
    parts = {"year": side.year, "month": side.month, "day": side.day}
    return {name: part for name, part in parts.items() if part is not None}


def _text(title: str, html: str) -> dict[str, str]:
    return {"headline": escape(title), **({"text": html} if html else {})}


def _told(timeline: Timeline, event: Event) -> str:
    """What happened, who says what with the number of the source, the facts, the sources."""
    sources = telling.sources_of(timeline, event)
    tags = [", ".join(event.tags)] if event.tags else []
    facts = " · ".join([*telling.facts(timeline, event), *tags])
    cited = " ".join(_source(timeline, source, number) for number, source in enumerate(sources.values(), 1))
    words = [_paragraph(text) for text in telling.body(timeline, event)]
    small = f"<p><small>{cited}</small></p>" if cited else ""
    return "".join([*words, *_sayings(timeline, event, sources), _paragraph(facts), small])


def _sayings(timeline: Timeline, event: Event, sources: Mapping[str, Source]) -> Iterator[str]:
    """Each quote with who is quoted, and between quotes all that is said without one in one paragraph."""
    for quoted, several in groupby(telling.sayings(timeline, event), key=lambda saying: bool(saying.quote)):
        said: list[str] = []
        for quote, words, claim, footnote in several:
            source = sources.get(claim.source)
            page = telling.page_link(source, claim)
            cited = f'<a href="{escape(page)}">{escape(footnote)}</a>' if page else escape(footnote)
            said.append(
                f"{_quotation(quote, source)}<p>— {escape(words)}{cited}</p>" if quote else escape(words) + cited
            )
        yield "".join(said) if quoted else f"<p>{' '.join(said)}</p>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _quotation(quote: str, source: Source | None) -> str:
    """Quotes run in the direction of their own script, whatever the page around them does."""
    language = f' lang="{escape(source.language)}"' if source and source.language else ""
    return f'<blockquote dir="auto"{language}>{escape(quote)}</blockquote>'


def _source(timeline: Timeline, source: Source, number: int) -> str:
    """A source with its addresses as links."""
    addresses = (("link", source.url), ("archived copy", source.archive_url))
    links = (f' <a href="{escape(url)}">{words}</a>' for words, url in addresses if telling.link(url))
    return escape(f"[{number}] {telling.full_citation(timeline, source)}") + "".join(links)


def _ends_on_a_day(when: EventDate) -> bool:
    """Whether a range has a last day, and it is written to the day."""
    return when.start.year is not None and when.end.day is not None


def _at_first_date_only(when: EventDate) -> bool:
    """Whether the slide shows less of a date than is written, although it has a place on the axis."""
    coarse_range = when.kind == "interval" and not _ends_on_a_day(when)
    several = len(when.members) > 1 or any(member.ranged for member in when.members)
    return coarse_range or several or when.kind == "season"


def _losses(timeline: Timeline, group: str) -> tuple[str, ...]:
    kept = [event for event in timeline.events if event.date.written]
    several = sum(len(event.actors) > 1 for event in kept) if group == "actor" else 0
    left_out, reduced = len(timeline.events) - len(kept), sum(_at_first_date_only(event.date) for event in kept)
    counted = telling.losses(
        (left_out, "event", "without a known year cannot be shown in timelinejs; json has them."),
        (reduced, "date", "cannot be drawn whole in timelinejs; the slide begins at the first date."),
        (several, "event", "of several actors shown in the band of the first alone; json has them."),
    )
    return (*counted, *telling.no_room("timelinejs", (telling.relation_count(kept),)))
