"""Timelines of any content: hostile texts, every field, several claims, joint speakers, counts of every kind.

Each strategy is made once: Hypothesis looks through every new one, which costs more than drawing from it.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from hostile_texts import texts
from hypothesis import strategies as st

from diplotimeline import (
    Actor,
    Casualties,
    Claim,
    Count,
    Document,
    Event,
    EventDate,
    Participant,
    Place,
    Relation,
    Source,
    Timeline,
    Translation,
    parse_date,
)
from diplotimeline.record.chronology import order
from diplotimeline.record.words import LISTS

IDS = ("ardelia", "tavoria", "orlin", "a | b", "Sena: 3")
SOURCES = ("radio", "s-2", "daily | news")
DATES = (
    "2022-09-13",
    "2022-09~",
    "[2022-09-12..2022-09-15]",
    "2022-09-12/..",
    "../2022-10",
    "2022-09-13T00:05",
    "199X",
)
ONE_DAY = "2022-09-13"
EVENTS = ("one", "two", "three")


any_text = texts()
lines = any_text.map(lambda text: text.replace("\n", " "))


def maybe(some: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Such a text, or none."""
    return st.just("") | some


def word(name: str) -> st.SearchStrategy[str]:
    """A word of a closed list."""
    return st.sampled_from([*LISTS[name]])


maybe_text, maybe_line = maybe(any_text), maybe(lines)
numbers = st.integers(0, 999_999_999)
counts = st.one_of(
    numbers.map(lambda one: Count(low=one, high=one)),
    numbers.map(lambda one: Count(best=one)),
    numbers.map(lambda one: Count(low=one)),
    numbers.map(lambda one: Count(high=one)),
    st.lists(numbers, min_size=3, max_size=3, unique=True).map(
        lambda some: Count(**dict(zip(("low", "best", "high"), sorted(some), strict=True)))
    ),
)
dates = st.sampled_from(DATES).map(parse_date)
days = st.none() | dates
people = st.lists(st.builds(Participant, who=st.sampled_from(IDS), role=word("role")), max_size=3).map(tuple)
degrees = st.integers(-900, 900).map(lambda one: one / 10)
longitudes = st.floats(-180, 180).map(lambda degrees: round(degrees, 6))
places = st.none() | st.one_of(
    st.builds(Place, name=lines),
    st.builds(
        Place,
        name=lines,
        country=st.just("NOR"),
        lat=degrees,
        lon=st.floats(-180, 180).map(lambda x: round(x, 6)),
        precision=st.none() | word("precision"),
    ),
)
sides = st.builds(
    Casualties,
    who=st.sampled_from(("", *IDS)),
    **{name: st.none() | counts for name in ("killed", "injured", "detained")},
).filter(lambda side: bool(side.tolls))
casualties = st.lists(sides, max_size=2, unique_by=lambda side: side.who).map(tuple)
identifiers = st.dictionaries(st.sampled_from(("ucdp", "acled.id")), lines, max_size=2).map(
    lambda one: (*sorted(one.items()),)
)
extra = st.dictionaries(st.sampled_from(("direction", "who: x", "a.b | c")), any_text, max_size=2).map(
    lambda one: (*sorted(one.items()),)
)
aliases = st.lists(lines, max_size=2)
ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple)


def claim(quote: str, translation: Translation | None, **others: Any) -> Claim:
    """A claim; only a quote has a translation."""
    return Claim(quote=quote, translation=translation if quote else None, **others)


def event(id: str, date: EventDate, part: str | None, **others: Any) -> Event:
    """An event; only a day has parts."""
    return Event(id=id, date=date, part=part if date.edtf == ONE_DAY else None, **others)


claims = st.builds(
    claim,
    source=st.sampled_from(SOURCES),
    quote=maybe(any_text.map("Words {}".format)),
    at=maybe_line,
    translation=st.none() | st.builds(Translation, text=any_text, language=st.sampled_from(("", "fr"))),
    stance=word("stance"),
    according_to=ids,
    date=days,
    actors=people,
    place=places,
    casualties=casualties,
    extra=extra,
)
events = st.tuples(
    *(
        st.builds(
            partial(event, id),
            date=dates,
            title=lines,
            claims=st.lists(claims, min_size=1, max_size=3).map(tuple),
            type=st.none() | word("type"),
            actors=people,
            place=places,
            status=word("status"),
            part=st.sampled_from((None, "morning")),
            order=st.none() | st.integers(-3, 3),
            date_text=maybe_line,
            summary=maybe_text,
            casualties=casualties,
            related=st.lists(st.builds(Relation, event=st.sampled_from(EVENTS[:2]), kind=word("as")), max_size=2).map(
                tuple
            ),
            tags=st.lists(lines, max_size=2).map(tuple),
            identifiers=identifiers,
            extra=extra,
        )
        for id in EVENTS
    )
)
actors = st.fixed_dictionaries(
    {
        id: st.builds(
            Actor,
            id=st.just(id),
            name=lines.map(f"{id} {{}}".format),
            kind=st.none() | word("kind"),
            aliases=aliases.map(tuple),
            office=maybe_line,
            identifiers=identifiers,
            of=st.just(("ardelia",) if id == "orlin" else ()),
        )
        for id in IDS
    }
)
sources = st.fixed_dictionaries(
    {
        id: st.builds(
            Source,
            id=st.just(id),
            title=lines,
            speaker=ids,
            author=maybe_line,
            publisher=maybe_line,
            issued=days,
            accessed=days,
            language=st.sampled_from(("", "hy")),
            type=maybe_line,
            url=st.sampled_from(("", "https://example.org/a?b=1;c")),
            venue=maybe_line,
            version=st.none() | word("version"),
            version_of=st.just("radio" if id == "s-2" else ""),
            identifiers=identifiers,
            document=st.none() | st.builds(Document, name=lines),
        )
        for id in SOURCES
    }
)


def timeline(some: tuple[Event, ...], number: int, zone: str, **others: Any) -> Timeline:
    """A timeline of so many of the events as it is loaded; what is declared is used."""
    used = Claim(source="radio", according_to=IDS)
    first = replace(some[0], claims=(*some[0].claims, *(replace(used, source=id) for id in SOURCES)))
    ordered = sorted((replace(event, zone=zone) for event in (first, *some[1:number])), key=order)
    return Timeline(events=tuple(ordered), **others)


# As they are loaded: everything in them is declared, and what is declared is used.
timelines = st.builds(
    timeline,
    some=events,
    number=st.integers(2, 3),
    zone=st.sampled_from(("", "Asia/Yerevan")),
    title=maybe_line,
    summary=maybe_text,
    actors=actors,
    sources=sources,
)
