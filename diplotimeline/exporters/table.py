"""The one flattening: events, claims, sources and actors as records, and the columns that are read from them.

A record is what JSON writes: objects and lists, with days as `date`. A column is a way into it (`date.earliest`), so a
word means the same in every format: formats choose columns and escape. Names stand under the plain word, ids in `…_id`.
All columns stand in `columns.md`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import permutations
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from diplotimeline.dates import EventDate, display
from diplotimeline.errors import CallError
from diplotimeline.phrases import citation
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.chronology import Timeline, actors_of, speakers_of
from diplotimeline.record.values import Actor, Claim, Event, Source
from diplotimeline.record.withholding import marks
from diplotimeline.record.words import TOLLS

Record = dict[str, Any]
Reader = Callable[[Record], Any]


class Column(NamedTuple):
    """A column: its name, the kind of its values, the way to them in a record, and what it holds."""

    name: str
    kind: str
    way: str
    holds: str


# --- the vocabulary ------------------------------------------------------------------------------------------------

SUMS = ("", "_min", "_best", "_max")
NOBODY: Record = {f"{name}{bound}": None if bound else [] for name in TOLLS for bound in SUMS}
DIFFERING = (
    "date",
    "actors",
    "place",
    "casualties",
    "extra",
    *NOBODY,
)  # what a claim may give differently from its event


def _tables() -> Iterator[list[list[str]]]:
    """The tables of `columns.md`, each as rows of cells."""
    for block in Path(__file__).with_name("columns.md").read_text(encoding="utf-8").split("\n\n"):
        if block.startswith("| "):
            yield [row[2:-2].split(" | ") for row in block.splitlines()[2:]]


*LISTS, EXPLAINED = _tables()
EVENT, OWN, SOURCE, ACTOR = (tuple(Column(*row) for row in rows) for rows in LISTS)
CLAIM = (
    *OWN,
    *(
        Column(f"source_{name}" if name in ("title", "type", "identifiers") else name, kind, f"source.{way}", holds)
        for name, kind, way, holds in SOURCE[1:]
    ),
    *(
        Column(f"claim_{name}", kind, f"claim.{way}", f"As `{name}`, where this source gives it differently")
        for name, kind, way, _ in EVENT
        if way.partition(".")[0] in DIFFERING
    ),
)
# The fields that are a text as they are: what is added to a value and to its columns is in every format.
EVENT_TEXTS, SOURCE_TEXTS, ACTOR_TEXTS = (
    tuple(
        column.name
        for column in columns
        if column.kind == "text" and column.way == column.name not in ("id", "timezone")
    )
    for columns in (EVENT, SOURCE, ACTOR)
)
OF_CLAIMS = (
    "sources",
    "source_ids",
    "quotes",
    "translations",
    "locators",
    "urls",
)  # in a row of one claim its own stand instead
ROWS = ("events", "claims")
PLACE = ("name", "country", "lat", "lon", "precision")
BOUNDS = ("earliest", "start_latest", "end_earliest", "latest")
# What would be read as the bar between two values: alone between blanks or the ends of its value.
BAR = re.compile(r"(?:\A|(?<= ))(\\*)\|(?= |\Z)")
WRITTEN_BAR = re.compile(r"(?:\A|(?<= ))\\(\\*)\|(?= |\Z)")


def without(columns: Iterable[Column], *names: str) -> tuple[Column, ...]:
    """The columns but these, nor those that say the same of a claim: `date_display` is `claim_date_display` too."""
    return tuple(column for column in columns if column.name.removeprefix("claim_") not in names)


def one_kind_of(rows: str) -> str:
    """The kind of rows that is asked for. Raises `CallError`, naming the two, if there is no such kind."""
    if rows not in ROWS:
        raise CallError(f"there are no rows of '{rows}'", f"one of: {', '.join(ROWS)}")
    return rows


# --- records -------------------------------------------------------------------------------------------------------


class Records:
    """The events, claims, sources and actors of a timeline as records; what is asked for twice is made once."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.source = cache(self._source)
        self._known = cache(self._described)

    def event(self, event: Event) -> Record:
        """An event with its claims, everything spelled out; what is not given is None or empty."""
        return {
            "id": event.id,
            "date": self.date(event.date, event.part or ""),
            "timezone": event.zone or None,
            "order": event.order,
            **_texts(event, EVENT_TEXTS),
            **self._details(event),
            "claims": [self._claim(claim, number) for number, claim in enumerate(event.claims, 1)],
            "related": [{"event": relation.event, "kind": relation.kind} for relation in event.related],
            "tags": list(event.tags),
            "identifiers": dict(event.identifiers),
        }

    def event_with_sources(self, event: Event) -> Record:
        """An event that stands alone, with the sources that it cites."""
        sources = map(self.source, dict.fromkeys(claim.source for claim in event.claims))
        return {**self.event(event), "sources": [source for source in sources if source]}

    def actor(self, name: str) -> Record:
        """A declared actor."""
        actor = self.timeline.actors[name]
        more = {"of": list(actor.of), "aliases": list(actor.aliases), "identifiers": dict(actor.identifiers)}
        return {"id": name, **_texts(actor, ACTOR_TEXTS), **more}

    def rows(self, kind: str = "events") -> Iterator[Record]:
        """A record for each event or each claim that has everything the columns read."""
        for number, event in enumerate(self.timeline.events, 1):
            record = self.row(event, number)
            yield from [record] if kind == "events" else self.told(event, record)

    def row(self, event: Event, number: int = 0) -> Record:
        """The record of an event with what only columns have: its number, and what its casualties come to."""
        own = {"no": number, "marks": marks(event), **tolls(self.timeline, event.casualties)}
        return {**self.event_with_sources(event), **own}

    def told(self, event: Event, record: Record) -> Iterator[Record]:
        """The record of an event once for each of its claims, with the claim and its source."""
        for claim, said in zip(event.claims, record["claims"], strict=True):
            own = {**said, "marks": marks(claim), **tolls(self.timeline, claim.casualties)}
            yield {**record, "claim": own, "source": self.marked_source(claim.source)}

    def marked_source(self, name: str) -> Record | None:
        """The record of a source with its marks; None for one that is not declared."""
        record = self.source(name)
        return record and {**record, "marks": marks(self.timeline.sources[name])}

    def date(self, when: EventDate, part: str = "") -> Record:
        """A date with its four bounds as days; a bound that is none is named in `open` or in `unknown`."""
        bounds = {name: getattr(when, name) for name in BOUNDS}
        return {
            "edtf": when.edtf,
            **{name: date.fromordinal(bound) if isinstance(bound, int) else None for name, bound in bounds.items()},
            "open": [name for name, bound in bounds.items() if isinstance(bound, float)],
            "unknown": [name for name, bound in bounds.items() if bound is None],
            "precision": when.precision,
            "qualifier": when.qualifier or None,
            "display": display(when, part),
        }

    def _claim(self, claim: Claim, number: int) -> Record:
        source, said = self.timeline.sources.get(claim.source), claim.translation
        return {
            "claim": number,
            "source_id": claim.source,
            **self._voice("speaker", source.speaker if source else ()),
            "stance": claim.stance,
            **self._voice("according_to", claim.according_to),
            "quote": claim.quote or None,
            "at": claim.at or None,
            "translation": said and {"text": said.text, "language": said.language or None},
            "quote_check": self.timeline.verdict(claim),
            "date": self.date(claim.date) if claim.date else None,
            **self._details(claim),
        }

    def _source(self, name: str) -> Record | None:
        source = self.timeline.sources.get(name)
        if source is None:
            return None
        made_from = source.document
        return {
            "id": name,
            "citation": citation(self.timeline, source),
            **_texts(source, SOURCE_TEXTS),
            **self._voice("speaker", source.speaker),
            "issued": self.date(source.issued) if source.issued else None,
            "accessed": self.date(source.accessed) if source.accessed else None,
            "origin": made_from and {"name": made_from.name, "sha256": made_from.sha256 or None},
            "identifiers": dict(source.identifiers),
        }

    def _details(self, one: Event | Claim) -> Record:
        """Actors, place, casualties and fields of one's own: what an event has and a claim may give differently."""
        place = one.place
        return {
            "actors": [{**self._known(who.who), "role": who.role} for who in one.actors],
            "place": place and {name: getattr(place, name) for name in PLACE} | {"country": place.country or None},
            "casualties": [self._side(side) for side in one.casualties],
            "extra": dict(one.extra),
        }

    def _described(self, actor: str) -> Record:
        """Who someone is, and the states or bodies above; a person or a people that belongs to nobody has none."""
        line = [self.timeline.actors[name] for name in self.timeline.lineage(actor)]
        tops = [one.name for one in line if not one.of and one.kind not in ("person", "population")]
        kind, state = line[0].kind if line else None, "; ".join(tops) or None
        return {"id": actor, "name": self.timeline.name(actor), "kind": kind, "state": state}

    def _side(self, side: Casualties) -> Record:
        counts = ((name, getattr(side, name)) for name in TOLLS)
        spelled = {name: one and {"low": one.low, "best": one.best, "high": one.high} for name, one in counts}
        return {"id": side.who or None, "name": self.timeline.name(side.who) or None, **spelled}

    def _voice(self, word: str, ids: tuple[str, ...]) -> Record:
        """Who speaks, by name and by id; lists, for several may speak as one."""
        return {word: [self.timeline.name(id) for id in ids], f"{word}_id": list(ids)}


def _texts(one: Event | Source | Actor, names: tuple[str, ...]) -> Record:
    return {name: getattr(one, name) or None for name in names}


def actors_in(timeline: Timeline) -> dict[str, None]:
    """Everyone in the events and everyone who speaks in them, with all that they belong to."""
    named: dict[str, None] = {}
    for event in timeline.events:
        for actor in (*actors_of(event), *speakers_of(timeline, event)):
            named.update(dict.fromkeys(timeline.lineage(actor)))
    return named


def apart(columns: Iterable[Column], timeline: Timeline) -> tuple[Column, ...]:
    """The columns, with one for each name of `extra` that occurs instead of one for all: `extra.direction`."""
    events = timeline.events
    given = {
        "extra": sorted({name for event in events for name, _ in event.extra}),
        "claim_extra": sorted({name for event in events for claim in event.claims for name, _ in claim.extra}),
    }
    return tuple(
        Column(f"{column.name}.{name}", "text", f"{column.way}.{name}", column.holds) if name else column
        for column in columns
        for name in given.get(column.name, ("",))
    )


# --- cells ---------------------------------------------------------------------------------------------------------


def readers(columns: Iterable[Column]) -> dict[str, Reader]:
    """By the name of each column the function that reads its value from a record: None where nothing is given."""
    return {column.name: _reader(column.way) for column in columns}


def values(reading: Mapping[str, Reader], record: Record) -> Record:
    """The values of a record by the names of the columns."""
    return {name: read(record) for name, read in reading.items()}


def _reader(way: str) -> Reader:
    holder, own, name = way.partition("extra.")
    if own:  # a name that an author gave may have stops in it
        return lambda record: (record["claim"] if holder else record)["extra"].get(name)
    first, _, rest = way.partition(".")
    if not rest:
        return itemgetter(first)
    each = _reader(rest)
    if first in ("claims", "sources"):  # several claims may say the same, or nothing: each value once
        return lambda record: list(dict.fromkeys(filter(None, map(each, record[first]))))

    def read(record: Record) -> Any:
        value: Any = record[first]
        return None if value is None else [*map(each, value)] if isinstance(value, list) else each(value)

    return read


def tolls(timeline: Timeline, casualties: tuple[Casualties, ...]) -> Record:
    """For each toll its counts by side in words, and what they come to: `_min`, `_best`, `_max`."""
    if not casualties:
        return NOBODY
    cells = dict(NOBODY)
    for name in TOLLS:
        if sides := [(side.who, count) for side in casualties if (count := getattr(side, name)) is not None]:
            cells[name] = [f"{timeline.name(who)}: {count}" if who else str(count) for who, count in sides]
            cells |= zip((f"{name}_min", f"{name}_best", f"{name}_max"), _sums(timeline, sides), strict=True)
    return cells


def _sums(timeline: Timeline, sides: list[tuple[str, Count]]) -> list[int | None]:
    """The sums of the lower bounds, the best estimates and the upper bounds.

    None where a side gives none, and nothing is summed if a side belongs to another: its people would count twice. So
    would those of a count without a side: it stands alone, or nothing is summed. A number that is both bounds is the
    best estimate as well.
    """
    names = [who for who, _ in sides]
    if ("" in names and len(names) > 1) or any(
        one in (other, *timeline.lineage(other)) for one, other in permutations(names, 2)
    ):
        return [None] * 3
    counts = [
        (one.low, one.low if one.best is None and one.low == one.high else one.best, one.high) for _, one in sides
    ]
    return [None if None in bound else sum(bound) for bound in zip(*counts, strict=True)]


def text_of(value: Any) -> str:
    """A value as the text of a cell; empty where there is none."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, dict):
        return joined(f"{name}: {text}" for name, text in value.items())
    return joined(value) if isinstance(value, list) else str(value)


def joined(values: Iterable[str | None]) -> str:
    r"""`The Host | A Guest`: several values in one cell; a bar that stands alone in one of them is written `\|`.

    Backslashes before such a bar are written with one more, so `split(" | ")` and one backslash less give them back.
    """
    return " | ".join([BAR.sub(r"\\\1|", value) if value and "|" in value else value or "" for value in values])


def parted(cell: str) -> list[str]:
    """The values that `joined` made one cell of; none of an empty one."""
    return [WRITTEN_BAR.sub(r"\1|", value) if "|" in value else value for value in cell.split(" | ")] if cell else []
