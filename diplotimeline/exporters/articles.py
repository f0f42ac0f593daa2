"""What the web page says of each event and source, as plain values for its template."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from diplotimeline.dates import MONTH_NAMES, display, heading
from diplotimeline.fields import STATUSES, TYPES, WEB_ADDRESS
from diplotimeline.model import Claim, Event, Participant, Source, Timeline
from diplotimeline.prose import (
    citation,
    cited,
    count_of,
    counts,
    gaps,
    month_title,
    speaker_of,
    statement,
    supporters,
    voice_name,
    whereabouts,
)
from diplotimeline.selection import actors_of

VERDICTS = {
    "exact": "verified word for word",
    "folded": "verified after folding of spacing and quotation marks",
    "elided": "verified with passages left out",
    "absent": "not found in the archived text",
}
NOT_VERIFIED = "not verified"
LONGEST_OPTION = 72
INDENT = "\u2003"
EDTF_MARK = re.compile(r"(\.\.|[/,\[\]])")
# The forms of a date that the `datetime` of an HTML `<time>` knows.
HTML_TIME = re.compile(
    r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)

Values = dict[str, Any]


class Articles:
    """The events and sources of a timeline, with the numbers and ids that tie them and the filters together."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.numbers = cited(timeline)
        self.actors = dict(_tree(timeline))
        self.keys: dict[str, list[str]] = {
            "actor": list(self.actors),
            "type": [one for one in TYPES if any(event.type == one for event in timeline.events)],
            "status": [one for one in STATUSES if any(event.status == one for event in timeline.events)],
            "source": list(self.numbers),
        }
        self.positions = {name: {key: n for n, key in enumerate(keys, 1)} for name, keys in self.keys.items()}
        self.ids = _ids(timeline.events)
        self.places = {event.id: number for number, event in enumerate(timeline.events) if event.id}
        self.events = [self._event(number, gap) for number, gap in enumerate(gaps(timeline.events))]

    def months(self) -> list[Values]:
        """The events under the headings of their months."""
        pairs = zip(self.timeline.events, self.events, strict=True)
        return [
            {"title": month_title(year, month), "events": [values for _, values in group]}
            for (year, month), group in groupby(pairs, key=lambda pair: heading(pair[0].date))
        ]

    def filters(self) -> list[Values]:
        """The lists to choose from; the place of a choice in its list is its number in the events."""
        texts: dict[str, dict[str, str]] = {
            "actor": self.actors,
            "type": {one: _words(one) for one in TYPES},
            "status": {one: one for one in STATUSES},
            "source": {name: self._source_option(name) for name in self.numbers},
        }
        return [
            {"name": name, "options": [{"value": key, "text": _shortened(texts[name][key])} for key in keys]}
            for name, keys in self.keys.items()
            if keys
        ]

    def sources(self) -> list[Values]:
        """The sources by number, each with the events that cite it."""
        citing: dict[str, list[int]] = {name: [] for name in self.numbers}
        for number, event in enumerate(self.timeline.events):
            for name in dict.fromkeys(claim.source for claim in event.claims):
                if name in citing:
                    citing[name].append(number)
        return [self._source(name, number, citing[name]) for name, number in self.numbers.items()]

    # --- an event

    def _event(self, number: int, gap: int) -> Values:
        event = self.timeline.events[number]
        when = display(event.date, event.part or "", names=MONTH_NAMES)
        return {
            "number": number + 1,
            "id": self.ids[number],
            "gap": count_of(gap, "day") if gap else "",
            "when": when if when.startswith("c. ") else when[0].upper() + when[1:],
            "time": _html_time(event.date.edtf),
            "edtf": [(piece, _html_time(piece)) for piece in EDTF_MARK.split(event.date.edtf) if piece],
            "date_text": event.date_text,
            "title": event.title,
            "type": _words(event.type or ""),
            "status": event.status,
            "summary": event.summary.strip(),
            "place": event.place
            and {"name": event.place.name, "more": whereabouts(event.place)[len(event.place.name) :]},
            "actors": [self._actor(one) for one in event.actors],
            "tolls": [{"name": self.timeline.name(side.who), "counts": counts(side)} for side in event.casualties],
            "claims": [self._claim(event, index, claim) for index, claim in enumerate(event.claims)],
            "also": [(name, self.numbers.get(source)) for name, source in supporters(self.timeline, event)],
            "ties": [self._tie(relation.event, relation.kind) for relation in event.related],
            "tags": event.tags,
            "filters": self._filters(event),
        }

    def _actor(self, one: Participant) -> Values:
        """A name, with the part it had where it is not plain, and the office."""
        actor = self.timeline.actors.get(one.who)
        role = "" if one.role == "participant" else _words(one.role)
        return {"name": self.timeline.name(one.who), "role": role, "office": actor.office if actor else ""}

    def _claim(self, event: Event, index: int, claim: Claim) -> Values:
        source = self.timeline.sources.get(claim.source)
        voice = voice_name(self.timeline, claim)
        said = statement(self.timeline, claim)
        return {
            "source": self.numbers.get(claim.source),
            "quote": claim.quote.strip(),
            "voice": f"According to {voice}" if claim.according_to else voice,
            "verdict": VERDICTS.get(self.timeline.verdict(event, index) or "", NOT_VERIFIED),
            "said": f"{said}." if said else "",
            "url": _link(source.url) if source else "",
            "language": source.language if source else "",
        }

    def _tie(self, other: str, kind: str) -> Values:
        """A tie to another event: a link where that event stands on this page."""
        place = self.places.get(other)
        if place is None:
            return {"words": _words(kind), "id": "", "text": f"{other} (not on this page)"}
        return {"words": _words(kind), "id": self.ids[place], "text": self.timeline.events[place].title}

    def _filters(self, event: Event) -> dict[str, str]:
        """Which choices of each filter find the event; an actor is found through all that it belongs to."""
        families = (_family(self.timeline, actor) for actor in actors_of(event))
        found: dict[str, Iterable[str | None]] = {
            "actor": dict.fromkeys(one for family in families for one in family),
            "type": (event.type,),
            "status": (event.status,),
            "source": dict.fromkeys(claim.source for claim in event.claims),
        }
        return {name: self._numbers(name, keys) for name, keys in found.items()}

    def _numbers(self, name: str, keys: Iterable[str | None]) -> str:
        positions = self.positions[name]
        return " ".join(str(positions[key]) for key in keys if key in positions)

    # --- a source

    def _source(self, name: str, number: int, citing: list[int]) -> Values:
        source = self.timeline.sources[name]
        speaker = speaker_of(self.timeline, source)
        addresses = (("", source.url), ("Archived copy: ", source.archive_url))
        return {
            "number": number,
            "speaker": speaker,
            "title": source.title,
            "issued": display(source.issued) if source.issued else "",
            "time": _html_time(source.issued.edtf) if source.issued else "",
            "about": _about(source, speaker),
            "addresses": [(words, url, _link(url)) for words, url in addresses if url],
            "cites": [(number + 1, self.ids[number]) for number in citing],
        }

    def _source_option(self, name: str) -> str:
        return f"{self.numbers[name]}. {citation(self.timeline, self.timeline.sources[name])}"


def _about(source: Source, speaker: str) -> str:
    """What else is known of a source: publisher, venue, kind, version, language, when it was seen."""
    parts = (
        source.publisher if source.publisher != speaker else "",
        source.venue,
        source.type,
        source.version or "",
        f"language: {source.language}" if source.language else "",
        f"seen {display(source.accessed)}" if source.accessed else "",
    )
    return " · ".join(filter(None, parts))


# --- ids, addresses, dates -----------------------------------------------------------------------------------------


def _ids(events: Iterable[Event]) -> list[str]:
    """The ids of the events; one that has none, or that of another, gets one of the page's own, with a `_`."""
    ids: dict[str, None] = {}
    for number, event in enumerate(events, 1):
        ids[event.id if event.id and event.id not in ids else f"event_{number}"] = None
    return list(ids)


def _link(address: str) -> str:
    """The address if it is one of the web; nothing else becomes a link."""
    return address if WEB_ADDRESS.fullmatch(address) else ""


def _html_time(edtf: str) -> str:
    return edtf if HTML_TIME.fullmatch(edtf) else ""


def _words(name: str) -> str:
    return name.replace("-", " ")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_OPTION else f"{text[: LONGEST_OPTION - 1]}…"


# --- who can be chosen ---------------------------------------------------------------------------------------------


def _family(timeline: Timeline, actor: str) -> tuple[str, ...]:
    """The actor and all that it belongs to."""
    return timeline.lineage(actor) or (actor,)


def _tree(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Every actor in the events by name, members below what they belong to and further in."""
    members: dict[str, dict[str, None]] = {"": {}}
    for event in timeline.events:
        for actor in actors_of(event):
            family = _family(timeline, actor)
            for one, above in zip(family, (*family[1:], ""), strict=True):
                members.setdefault(above, {}).setdefault(one)
    waiting = [(one, 0) for one in _by_name(timeline, members[""])]
    while waiting:
        actor, depth = waiting.pop()
        yield actor, INDENT * depth + timeline.name(actor)
        waiting += [(one, depth + 1) for one in _by_name(timeline, members.get(actor, {}))]


def _by_name(timeline: Timeline, actors: Iterable[str]) -> list[str]:
    """From the last name to the first: the first is taken from the end."""
    return sorted(actors, key=lambda actor: (timeline.name(actor).casefold(), actor), reverse=True)
