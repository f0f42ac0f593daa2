"""Timelines of any content: hostile texts, every field, several claims, joint speakers, counts of every kind."""

from dataclasses import replace

from hostile_texts import texts
from hypothesis import strategies as st

from diplotimeline import (
    Actor,
    Casualties,
    Claim,
    Count,
    Document,
    Event,
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


def lines() -> st.SearchStrategy[str]:
    """Texts of one line."""
    return texts().map(lambda text: text.replace("\n", " "))


def maybe(some: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Such a text, or none."""
    return st.just("") | some


def word(name: str) -> st.SearchStrategy[str]:
    """A word of a closed list."""
    return st.sampled_from([*LISTS[name]])


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
    st.builds(Place, name=lines()),
    st.builds(
        Place,
        name=lines(),
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
identifiers = st.dictionaries(st.sampled_from(("ucdp", "acled.id")), lines(), max_size=2).map(
    lambda one: (*sorted(one.items()),)
)
extra = st.dictionaries(st.sampled_from(("direction", "who: x", "a.b | c")), texts(), max_size=2).map(
    lambda one: (*sorted(one.items()),)
)
aliases = st.lists(lines(), max_size=2)
ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim."""
    quote = draw(maybe(texts().map("Words {}".format)))
    said = st.builds(Translation, text=texts(), language=st.sampled_from(("", "fr")))
    return Claim(
        source=draw(st.sampled_from(SOURCES)),
        quote=quote,
        at=draw(maybe(lines())),
        translation=draw(st.none() | said) if quote else None,
        stance=draw(word("stance")),
        according_to=draw(ids),
        date=draw(days),
        actors=draw(people),
        place=draw(places),
        casualties=draw(casualties),
        extra=draw(extra),
    )


@st.composite
def events(draw: st.DrawFn, id: str) -> Event:
    """An event."""
    when = draw(dates)
    one_day = when.edtf == ONE_DAY
    related = draw(st.lists(st.builds(Relation, event=st.sampled_from(EVENTS[:2]), kind=word("as")), max_size=2))
    return Event(
        id=id,
        date=when,
        title=draw(lines()),
        claims=tuple(draw(st.lists(claims(), min_size=1, max_size=3))),
        type=draw(st.none() | word("type")),
        actors=draw(people),
        place=draw(places),
        status=draw(word("status")),
        part=draw(st.sampled_from((None, "morning"))) if one_day else None,
        order=draw(st.none() | st.integers(-3, 3)),
        date_text=draw(maybe(lines())),
        summary=draw(maybe(texts())),
        casualties=draw(casualties),
        related=tuple(related),
        tags=tuple(draw(st.lists(lines(), max_size=2))),
        identifiers=draw(identifiers),
        extra=draw(extra),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline as it is loaded: everything in it is declared, and what is declared is used."""
    some = [draw(events(id)) for id in EVENTS[: draw(st.integers(2, 3))]]
    used = Claim(source="radio", according_to=IDS)
    some[0] = replace(some[0], claims=(*some[0].claims, *(replace(used, source=id) for id in SOURCES)))
    zone = draw(st.sampled_from(("", "Asia/Yerevan")))
    actors = {
        id: Actor(
            id=id,
            name=f"{id} {draw(lines())}",
            kind=draw(st.none() | word("kind")),
            aliases=tuple(draw(aliases)),
            office=draw(maybe(lines())),
            identifiers=draw(identifiers),
            of=("ardelia",) if id == "orlin" else (),
        )
        for id in IDS
    }
    sources = {
        id: Source(
            id=id,
            title=draw(lines()),
            speaker=draw(ids),
            author=draw(maybe(lines())),
            publisher=draw(maybe(lines())),
            issued=draw(days),
            accessed=draw(days),
            language=draw(st.sampled_from(("", "hy"))),
            type=draw(maybe(lines())),
            url=draw(st.sampled_from(("", "https://example.org/a?b=1;c"))),
            venue=draw(maybe(lines())),
            version=draw(st.none() | word("version")),
            version_of="radio" if id == "s-2" else "",
            identifiers=draw(identifiers),
            document=draw(st.none() | st.builds(Document, name=lines())),
        )
        for id in SOURCES
    }
    title, summary = draw(maybe(lines())), draw(maybe(texts()))
    ordered = sorted((replace(event, zone=zone) for event in some), key=order)
    return Timeline(title=title, summary=summary, actors=actors, sources=sources, events=tuple(ordered))
