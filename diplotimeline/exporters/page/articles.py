"""What the web page says of each event and source, as plain values for its template."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from diplotimeline import phrases
from diplotimeline.analyses.lanes import UNSETTLED, family_tree
from diplotimeline.dates import EventDate, Side, display
from diplotimeline.exporters.telling import link, page_link, unique_ids
from diplotimeline.record.chronology import Timeline, cited, gaps, involved, month_of, names_in
from diplotimeline.record.values import Claim, Event
from diplotimeline.record.words import STATUSES, TYPES

VERDICTS = {
    "exact": "verified word for word",
    "folded": "verified after folding of spacing and quotation marks",
    "elided": "verified with passages left out",
    "absent": "not found in the archived text",
}
NOT_VERIFIED = "not verified"
LONGEST_OPTION = 72
INDENT = "\u2003"

Values = dict[str, Any]


class Articles:
    """The events and sources of a timeline, with the numbers and ids that connect them and the filters.

    `events` are the values of the articles: the event itself as `event`, and what the template cannot take from it.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.numbers = cited(timeline)
        types, statuses = ({getattr(event, name) for event in timeline.events} for name in ("type", "status"))
        self.choices: dict[str, dict[str, str]] = {
            "actor": _actors(timeline),
            "type": {one: phrases.words(one) for one in TYPES if one in types},
            "status": {one: one for one in STATUSES if one in statuses},
            "source": {
                name: f"{number}. {phrases.citation(timeline, timeline.sources[name])}"
                for name, number in self.numbers.items()
            },
        }
        self.positions = {name: {key: n for n, key in enumerate(texts, 1)} for name, texts in self.choices.items()}
        together = zip(timeline.events, unique_ids(timeline.events), gaps(timeline.events), strict=True)
        self.events = [self._event(number, *one) for number, one in enumerate(together, 1)]
        self.by_id = {article["event"].id: article for article in self.events if article["event"].id}

    def months(self) -> list[Values]:
        """The events under the headings of their months."""
        return [
            {"title": phrases.month_title(year, month), "articles": list(group)}
            for (year, month), group in groupby(self.events, key=lambda article: month_of(article["event"]))
        ]

    def filters(self) -> list[Values]:
        """The lists to choose from; the place of a choice in its list is its number in the events."""
        return [
            {"name": name, "options": [{"value": key, "text": _shortened(text)} for key, text in texts.items()]}
            for name, texts in self.choices.items()
            if texts
        ]

    def sources(self) -> list[Values]:
        """The sources by number, each with the events that cite it."""
        citing: dict[str, list[tuple[int, str]]] = {}
        for article in self.events:
            for name in dict.fromkeys(claim.source for claim in article["event"].claims):
                citing.setdefault(name, []).append((article["number"], article["id"]))
        return [self._source(name, number, citing[name]) for name, number in self.numbers.items()]

    # --- an event

    def _event(self, number: int, event: Event, id: str, gap: int) -> Values:
        return {
            "event": event,
            "number": number,
            "id": id,
            "gap": phrases.count_of(gap, "day") if gap else "",
            "when": phrases.date_title(event),
            "time": _html_time(event.date),
            "edtf": _pieces(event.date),
            "perhaps": phrases.why_perhaps(self.timeline, event),
            "unsettled": event.status in UNSETTLED,
            "claims": [self._claim(claim) for claim in event.claims],
            "also": [(name, self._claim(claim)) for name, claim in phrases.supporters(self.timeline, event)],
            "own": [*event.identifiers, *event.extra],
            "filters": self._filters(event),
            "names": " | ".join(dict.fromkeys(names_in(self.timeline, event))),
        }

    def _claim(self, claim: Claim) -> Values:
        source = self.timeline.sources.get(claim.source)
        said, page = phrases.statement(self.timeline, claim), page_link(source, claim)
        return {
            "source": self.numbers.get(claim.source),
            "quote": claim.quote.strip(),
            "voice": phrases.quoted_voice(self.timeline, claim),
            "verdict": VERDICTS.get(self.timeline.verdict(claim) or "", NOT_VERIFIED),
            "said": f"{said}." if said else "",
            "own": phrases.labelled(claim.extra),
            "at": claim.at,
            "page": page,
            "translation": claim.translation,
            "url": page or (link(source.url) if source else ""),
            "language": source.language if source else "",
        }

    def _filters(self, event: Event) -> dict[str, str]:
        """Which choices of each filter find the event; an actor is found through all that it belongs to."""
        found: dict[str, Iterable[str | None]] = {
            "actor": involved(self.timeline, event),
            "type": (event.type,),
            "status": (event.status,),
            "source": dict.fromkeys(claim.source for claim in event.claims),
        }
        return {
            name: " ".join(str(positions[key]) for key in found[name] if key in positions)
            for name, positions in self.positions.items()
        }

    # --- a source

    def _source(self, name: str, number: int, citing: list[tuple[int, str]]) -> Values:
        source = self.timeline.sources[name]
        speaker = phrases.speaker_of(self.timeline, source)
        addresses = (("", source.url), ("Archived copy: ", source.archive_url))
        return {
            "number": number,
            "speaker": speaker,
            "title": source.title,
            "issued": display(source.issued) if source.issued else "",
            "time": _html_time(source.issued) if source.issued else "",
            "about": " · ".join(filter(None, (source.version, *phrases.particulars(source, speaker)))),
            "addresses": [(words, url, link(url)) for words, url in addresses if url],
            "cites": citing,
        }


# --- dates and words -----------------------------------------------------------------------------------------------


def _html_time(when: EventDate) -> str:
    """A date as the `datetime` of an HTML `<time>`; empty for one that HTML does not know."""
    if when.clock:
        return "" if len(when.clock.zone) == len("+04") else when.edtf  # HTML wants the minutes of a zone
    return when.start.plain if when.kind == "date" and not when.qualified else ""


def _pieces(when: EventDate) -> list[tuple[str, str]]:
    """The EDTF text of a date in pieces: its dates, each as HTML knows it, and the signs between them."""
    if when.kind == "interval":
        return [*_piece(when.start), ("/", ""), *_piece(when.end)]
    if when.kind != "set":
        return [(when.edtf, _html_time(when))]
    pieces: list[tuple[str, str]] = []
    for member in when.members:
        pieces += [("," if pieces else "[", ""), *_piece(member.start)]
        if member.ranged:
            open = member.start.open or member.end.open  # its sign is that of the range
            pieces += [*_piece(member.end)] if open else [("..", ""), *_piece(member.end)]
    return [*pieces, ("]", "")]


def _piece(side: Side) -> list[tuple[str, str]]:
    if side.year is None:
        return [("..", "")] if side.open else []
    return [(side.plain + side.sign, "" if side.sign else side.plain)]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_OPTION else f"{text[: LONGEST_OPTION - 1]}…"


def _actors(timeline: Timeline) -> dict[str, str]:
    """Every actor in the events by name, members below what they belong to and further in."""
    actors = dict.fromkeys(actor for event in timeline.events for actor in involved(timeline, event))
    tree = family_tree(timeline, actors, lambda actor: (timeline.name(actor).casefold(), actor))
    return {actor: INDENT * depth + timeline.name(actor) for actor, depth in tree}
