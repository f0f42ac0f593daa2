"""What the web page says of each event and source, as plain values for its template."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from diplotimeline import phrases
from diplotimeline.analyses.lanes import family_tree
from diplotimeline.characters import folded
from diplotimeline.dates import EventDate, Side, parse
from diplotimeline.exporters.telling import link, page_link, unique_ids
from diplotimeline.phrases.wording import Wording
from diplotimeline.record.chronology import Timeline, cited, gaps, involved, month_of
from diplotimeline.record.evidence import evidence
from diplotimeline.record.values import Claim, Event
from diplotimeline.record.words import STATUSES, TYPES

LONGEST_OPTION = 72
INDENT = "\u2003"
MOST_ACTORS = 12
"""More actors of one event fold."""
LEAD = 230
"""The first sentences of a summary, up to so many characters, stand in the head of the page."""

Values = dict[str, Any]


class Articles:
    """The events and sources of a timeline, with the numbers and ids that connect them and the filters.

    `events` are the values of the articles: the event itself as `event`, and what the template cannot take from it.
    """

    def __init__(self, timeline: Timeline, words: Wording) -> None:
        self.timeline, self.words = timeline, words
        self.numbers = cited(timeline)
        self.choices = {name: choices for name, choices in self._choices().items() if choices}
        together = zip(timeline.events, unique_ids(timeline.events), gaps(timeline.events), strict=True)
        self.events = [self._event(number, *one) for number, one in enumerate(together, 1)]
        self.by_id = {article["event"].id: article for article in self.events if article["event"].id}

    def _choices(self) -> dict[str, dict[str, str]]:
        """What each filter can choose: what is in the events, with the words for it."""
        timeline, events, of = self.timeline, self.timeline.events, self.words.of
        types, statuses = ({getattr(event, name) for event in events} for name in ("type", "status"))
        sources = ((name, number, timeline.sources[name]) for name, number in self.numbers.items())
        return {
            "actor": _actors(timeline),
            "type": {one: of("type", one) for one in TYPES if one in types},
            "status": {one: of("status", one) for one in STATUSES if one in statuses},
            "source": {
                name: f"{number}. {phrases.citation(timeline, source, self.words)}" for name, number, source in sources
            },
            "tag": _in_order(tag for event in events for tag in event.tags),
            "place": _in_order(name for event in events for name in _places(event)),
        }

    def facts(self) -> list[str]:
        """What the head counts: events, from when to when, sources, claims and verified quotes."""
        words, found = self.words, evidence(self.timeline)
        when = words.period(event.date for event in self.timeline.events)
        verified = words("verified", found.verified)
        if found.verified != found.quoted:
            verified = words("verified_of", found.verified, found.quoted)
        known = self.timeline.known_by
        facts = (
            phrases.number_of_events(self.timeline, words),
            when,
            words("sources", found.sources),
            f"{words('claims', found.claims)}, {verified}" if found.quoted else "",
            words("known_by", words.date(parse(known))) if known else "",
            phrases.time_zones(self.timeline, words),
        )
        return [fact for fact in facts if fact]

    def lead(self) -> str:
        """The first sentences of the summary, as many as fit; where the first is too long, its first words."""
        text = " ".join(self.timeline.summary.split())
        if len(text) <= LEAD:
            return text
        end = max(text.rfind(stop, 0, LEAD) for stop in (". ", "? ", "! ", "。"))
        return text[: end + 1] if end > 0 else f"{text[:LEAD].rpartition(' ')[0] or text[:LEAD]}…"

    def months(self) -> list[Values]:
        """The events under the headings of their months."""
        return [
            {"title": self.words.month_title(year, month), "articles": list(group)}
            for (year, month), group in groupby(self.events, key=lambda article: month_of(article["event"]))
        ]

    def filters(self) -> list[Values]:
        """The lists to choose from; the place of a choice in its list is its number in the events."""
        return [
            {"name": name, "options": [{"value": key, "text": _shortened(text)} for key, text in texts.items()]}
            for name, texts in self.choices.items()
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
            "gap": self.words("days", gap) if gap else "",
            "when": self.words.date_title(event),
            "time": _html_time(event.date),
            "edtf": _pieces(event.date),
            "perhaps": phrases.why_perhaps(self.timeline, event, self.words),
            "claims": [self._claim(claim) for claim in event.claims],
            "also": [
                (name, self._claim(claim)) for name, claim in phrases.supporters(self.timeline, event, self.words)
            ],
            "own": [*event.identifiers, *event.extra],
            "folded": len(event.actors) > MOST_ACTORS,
            "mark": self.words.marks.get(event.type or "", "cross"),
        }

    def _claim(self, claim: Claim) -> Values:
        source = self.timeline.sources.get(claim.source)
        said, page = phrases.statement(self.timeline, claim, self.words), page_link(source, claim)
        return {
            "source": self.numbers.get(claim.source),
            "quote": claim.quote.strip(),
            "voice": phrases.quoted_voice(self.timeline, claim, self.words),
            "verdict": self.words.of("verdicts", self.timeline.verdict(claim) or "unverified"),
            "said": said,
            "own": phrases.labelled(claim.extra),
            "at": claim.at,
            "page": page,
            "translation": claim.translation,
            "url": page or (link(source.url) if source else ""),
            "language": source.language if source else "",
        }

    def chosen(self) -> dict[str, list[list[int]]]:
        """For each filter and event the numbers of the choices that find it; an actor is found through its members."""
        timeline = self.timeline
        find: dict[str, Callable[[Event], Iterable[str | None]]] = {
            "actor": lambda event: involved(timeline, event),
            "type": lambda event: (event.type,),
            "status": lambda event: (event.status,),
            "source": lambda event: dict.fromkeys(claim.source for claim in event.claims),
            "tag": lambda event: dict.fromkeys(event.tags),
            "place": _places,
        }
        numbers = {name: {key: n for n, key in enumerate(texts, 1)} for name, texts in self.choices.items()}
        return {
            name: [[known[key] for key in find[name](event) if key in known] for event in timeline.events]
            for name, known in numbers.items()
        }

    # --- a source

    def _source(self, name: str, number: int, citing: list[tuple[int, str]]) -> Values:
        source = self.timeline.sources[name]
        speaker = phrases.speaker_of(self.timeline, source, self.words)
        version = self.words.of("version", source.version or "")
        addresses = (("", source.url), (f"{self.words('archived')}{self.words('colon')} ", source.archive_url))
        return {
            "number": number,
            "speaker": speaker,
            "title": source.title,
            "issued": self.words.date(source.issued) if source.issued else "",
            "time": _html_time(source.issued) if source.issued else "",
            "about": " · ".join(filter(None, (version, *phrases.particulars(source, speaker, self.words)))),
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


def _places(event: Event) -> dict[str, None]:
    """The names of the places of an event, also those that only one of its sources gives."""
    places = (event.place, *(claim.place for claim in event.claims))
    return dict.fromkeys(place.name for place in places if place)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_OPTION else f"{text[: LONGEST_OPTION - 1]}…"


def _actors(timeline: Timeline) -> dict[str, str]:
    """Every actor in the events by name, members below what they belong to and further in."""
    actors = dict.fromkeys(actor for event in timeline.events for actor in involved(timeline, event))
    tree = family_tree(timeline, actors, lambda actor: (timeline.name(actor).casefold(), actor))
    return {actor: INDENT * depth + timeline.name(actor) for actor, depth in tree}


def _in_order(names: Iterable[str]) -> dict[str, str]:
    """Each name once, by the alphabet; those that differ in case or accents alone by their signs."""
    return {name: name for name in sorted({*names}, key=lambda name: (folded(name), name))}
