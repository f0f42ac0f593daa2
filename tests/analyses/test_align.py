"""Two chronologies of one time: what is certainly the same, what perhaps, and what only one has."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from made_up import bundled, event, loaded

from diplotimeline import Actor, Claim, Event, EventDate, Participant, Place, Relation, Timeline, parse_date
from diplotimeline.analyses import by_day
from diplotimeline.analyses.align import Alignment, align, same_actors
from diplotimeline.dates import near_each_other

ACTORS = {name: {"name": name.title(), "kind": "state"} for name in ("ardelia", "tavoria")}
WORDS = ("envoys", "talks", "bridge", "truce", "road", "school", "river", "convoy", "summit", "border", "town", "post")
QUOTE, OTHER_QUOTE = "The envoys met on the bridge of Orn", "They left the bridge at noon"


def record(folder: Path, *events: dict[str, Any], **sections: Any) -> Timeline:
    return loaded(folder, *events, **{"actors": ACTORS, **sections})


def talks(title: str = "Envoys meet", day: str = "2024-05-01", **fields: Any) -> dict[str, Any]:
    return event(day, title, **fields)


def same(aligned: Alignment) -> list[tuple[str, str, str]]:
    return [(pair.one.title, pair.other.title, pair.reason) for pair in aligned.same]


def perhaps(aligned: Alignment) -> list[tuple[str, str]]:
    return [(pair.one.title, pair.other.title) for pair in aligned.perhaps]


# --- certain -------------------------------------------------------------------------------------------------------

CERTAIN: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "the same id": (talks(id="orn"), talks("A meeting", "2024-05-02", id="orn"), "id"),
    "an id made from the same date and title": (talks(), talks(), "id"),
    "the same id and quote on other days": (
        talks(id="orn", quote=QUOTE),
        talks(day="2020", id="orn", quote=QUOTE),
        "id",
    ),
    "the same id in another database": (
        talks(identifiers={"ucdp": 7, "acled": "A1"}),
        talks("A meeting", "2024-06-02", identifiers={"ucdp": 7}),
        "identifiers",
    ),
    "the same quote": (talks(quote=QUOTE), talks("A meeting", quote=QUOTE), "quotes"),
    "the same quote in other quotation marks a day later": (
        talks(quote="it was “a success” of all"),
        talks("A meeting", "2024-05-02", quote='it was "a  success" of all'),
        "quotes",
    ),
    "the same quote of one of several claims": (
        talks(claims=[{"source": "statement"}, {"source": "statement", "quote": QUOTE}]),
        talks("A meeting", quote=QUOTE),
        "quotes",
    ),
}
DOUBTFUL: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "one quote for events that a database tells apart": (
        talks(quote=QUOTE, identifiers={"ucdp": 7}),
        talks("A meeting", quote=QUOTE, identifiers={"ucdp": 8}),
    ),
    "one id in two databases": (
        talks(identifiers={"ucdp": 7}, actors=["ardelia"]),
        talks("A meeting", identifiers={"acled": 7}, actors=["ardelia"]),
    ),
    "one id for events of other days": (talks(id="e1"), talks("Something else", "2024-06", id="e1")),
    "one quote for events of other types": (
        talks(quote=QUOTE, type="meeting"),
        talks("Prisoners return", quote=QUOTE, type="prisoner-release"),
    ),
    "the same short words": (
        talks(quote="they met", actors=["ardelia"]),
        talks("A call", quote="they met", actors=["ardelia"]),
    ),
    "the same day and actor": (talks(actors=["ardelia"]), talks("A call", actors=["ardelia"])),
    "days that follow one another, and the place": (talks(place="Orn"), talks("A call", "2024-05-02", place="ORN")),
}
APART: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the same quote years apart": (talks(quote=QUOTE), talks("A meeting", "2020", quote=QUOTE)),
    "the same actor a week later": (talks(actors=["ardelia"]), talks("A call", "2024-05-08", actors=["ardelia"])),
    "the same day and nothing else": (talks(actors=["ardelia"]), talks("A call", actors=["tavoria"])),
    "the same short words": (talks(quote="they met"), talks("A call", quote="they met")),
}


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        (talks(claims=[{"source": "statement", "place": "Orn"}]), talks("A call", place="Orn"), ("Orn",)),
        (talks("A call", place="Orn"), talks(claims=[{"source": "statement", "place": "Orn"}]), ("Orn",)),
        (
            talks(place="Tolm", claims=[{"source": "statement", "place": "Orn"}]),
            talks("A call", place="Lunden", claims=[{"source": "statement", "place": "ORN"}]),
            ("Orn",),
        ),
    ],
)
def test_a_place_that_only_a_claim_names_is_in_common_by_its_own_name(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], common: tuple[str, ...]
) -> None:
    aligned = align(record(tmp_path, one), record(tmp_path, other))

    assert [pair.common for pair in aligned.perhaps] == [common]
    assert aligned.only_one == aligned.only_other == ()


@pytest.mark.parametrize(("one", "other", "reason"), CERTAIN.values(), ids=CERTAIN)
def test_certain_is_what_is_written_down_or_rests_on_the_same_words(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], reason: str
) -> None:
    aligned = align(record(tmp_path, one), record(tmp_path, other))

    assert same(aligned) == [(one["title"], other["title"], reason)]
    assert (aligned.perhaps, aligned.only_one, aligned.only_other) == ((), (), ())


@pytest.mark.parametrize(("one", "other"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_only_alike_is_perhaps_the_same(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> None:
    aligned = align(record(tmp_path, one), record(tmp_path, other))

    assert perhaps(aligned) == [(one["title"], other["title"])]
    assert (aligned.same, aligned.only_one, aligned.only_other) == ((), (), ())


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_what_has_nothing_in_common_stands_apart(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> None:
    aligned = align(record(tmp_path, one), record(tmp_path, other))

    assert (aligned.same, aligned.perhaps) == ((), ())
    assert [[one.title for one in events] for events in (aligned.only_one, aligned.only_other)] == [
        [one["title"]],
        [other["title"]],
    ]


@pytest.mark.parametrize("turned", [False, True], ids=["said by the first", "said by the second"])
def test_what_an_event_says_itself_is_certain(tmp_path: Path, *, turned: bool) -> None:
    plain = record(tmp_path, talks(id="a"))
    tie = (Relation(event="a", kind="same-as"),)
    saying = replace(plain, events=(replace(plain.events[0], id="b", date=parse_date("2020"), title="B", related=tie),))
    sides = (plain, saying) if turned else (saying, plain)

    assert [pair.reason for pair in align(*sides).same] == ["same-as"]


def test_an_id_that_both_have_stands_for_ones_own_event(tmp_path: Path) -> None:
    """`same-as: a` in a record that has an `a` itself says nothing of the `a` of the other record."""
    own = record(tmp_path, talks(id="a"), talks("Again", id="b", related=[{"event": "a", "as": "same-as"}]))
    other = record(tmp_path, talks("Something else", "2020", id="a"))

    assert align(own, other).same == ()


# --- one sentence, several events ----------------------------------------------------------------------------------


def test_of_one_sentence_each_event_finds_the_one_of_its_type(tmp_path: Path) -> None:
    one = record(tmp_path, *(talks(f"A {type}", quote=QUOTE, type=type) for type in ("meeting", "call")))
    other = record(tmp_path, *(talks(f"B {type}", quote=QUOTE, type=type) for type in ("call", "meeting")))

    assert same(align(one, other)) == [("A meeting", "B meeting", "quotes"), ("A call", "B call", "quotes")]


def test_of_one_sentence_nothing_is_certain_where_nothing_tells_the_events_apart(tmp_path: Path) -> None:
    one = record(tmp_path, *(talks(title, quote=QUOTE) for title in ("A", "B")))
    other = record(tmp_path, *(talks(title, quote=QUOTE) for title in ("C", "D")))
    aligned = align(one, other)

    assert aligned.same == ()
    assert len(aligned.perhaps) == 4


def test_what_is_left_of_a_sentence_is_not_certain_because_it_is_left(tmp_path: Path) -> None:
    one = record(tmp_path, talks("A", quote=QUOTE, id="a"), talks("B", quote=QUOTE))
    other = record(tmp_path, talks("C", quote=QUOTE, id="a"), talks("D", quote=QUOTE))

    assert same(align(one, other)) == [("A", "C", "id")]


# --- perhaps -------------------------------------------------------------------------------------------------------


def test_what_is_more_alike_stands_first(tmp_path: Path) -> None:
    one = record(tmp_path, talks("Envoys meet in Orn", actors=["ardelia", "tavoria"], type="meeting"))
    other = record(
        tmp_path,
        talks("Shots are heard", actors=["ardelia"], type="hostilities"),
        talks("Envoys of both meet", actors=["tavoria", "ardelia"], type="meeting"),
    )

    assert [pair[1] for pair in perhaps(align(one, other))] == ["Envoys of both meet", "Shots are heard"]


def test_of_many_that_are_alike_the_best_are_told_and_the_others_counted(tmp_path: Path) -> None:
    one = record(tmp_path, *(talks(f"A{number}", actors=["ardelia"]) for number in range(9)))
    other = record(tmp_path, *(talks(f"B{number}", actors=["ardelia"]) for number in range(9)))
    aligned = align(one, other)

    assert len(aligned.perhaps) + aligned.more == 81
    assert aligned.more > 0
    assert {pair.one.title for pair in aligned.perhaps} == {f"A{number}" for number in range(9)}
    assert {pair.other.title for pair in aligned.perhaps} == {f"B{number}" for number in range(9)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"name": "Ardelia"}, {"name": "ARDELIA"}, True),
        ({"name": "Ardelia", "aliases": ("The North",)}, {"name": "the north"}, True),
        ({"name": "Ardelia", "wikidata": "Q1"}, {"name": "Northland", "wikidata": "Q1"}, True),
        ({"name": "Ardelia", "wikidata": "Q1"}, {"name": "Ardelia", "wikidata": "Q2"}, False),
        ({"name": "Ardelia", "kind": "state"}, {"name": "Ardelia", "kind": "person"}, False),
        ({"name": "Ardelia"}, {"name": "Tavoria"}, False),
    ],
    ids=["another case", "another name", "the same item", "other items", "other kinds", "another"],
)
def test_who_is_the_same_actor(one: dict[str, Any], other: dict[str, Any], *, same: bool) -> None:
    sides = (Timeline(actors={id: Actor(id=id, **fields)}) for id, fields in (("x", one), ("y", other)))

    assert same_actors(*sides) == {"y": {"x"} if same else set()}


def test_a_state_and_its_minister_are_one_side(tmp_path: Path) -> None:
    actors = {**ACTORS, "minister": {"name": "Ada", "of": "ardelia"}, "envoy": {"name": "Bo", "of": "ardelia"}}
    one = record(tmp_path, talks(actors=["minister"]), actors=actors)

    for who, found in (("ardelia", 1), ("minister", 1), ("envoy", 0)):
        assert len(align(one, record(tmp_path, talks("A call", actors=[who]), actors=actors)).perhaps) == found


# --- the line to paste ---------------------------------------------------------------------------------------------


def test_the_line_makes_the_pair_certain(tmp_path: Path) -> None:
    one = record(tmp_path, talks(id="a", place="Orn"))
    other = record(tmp_path, talks("Talks", id="b", place="Orn"))
    aligned = align(one, other)
    side, entry, line = aligned.to_paste(aligned.perhaps[0])

    assert (side, entry, line) == ("A", "a", "related: [{event: b, as: same-as}]")


def test_the_line_keeps_the_relations_that_are_there(tmp_path: Path) -> None:
    one = record(
        tmp_path, talks(id="a", place="Orn", related=[{"event": "z", "as": "follows"}]), talks("Z", "2020", id="z")
    )
    aligned = align(one, record(tmp_path, talks("Talks", id="b", place="Orn")))

    assert aligned.to_paste(aligned.perhaps[0])[2] == "related: [{event: z, as: follows}, {event: b, as: same-as}]"


def test_the_line_stands_on_the_other_side_where_its_id_is_taken(tmp_path: Path) -> None:
    one = record(tmp_path, talks(id="a", place="Orn"), talks("Other", "2020", id="b"))
    other = record(tmp_path, talks("Talks", id="b", place="Orn"))
    taken = record(tmp_path, talks("Talks", id="b", place="Orn"), talks("Other", "2010", id="a"))

    for second, told in ((other, ("B", "b", "related: [{event: a, as: same-as}]")), (taken, ("B", "b", ""))):
        aligned = align(one, second)
        pair = next(pair for pair in aligned.perhaps if pair.one.id == "a" and pair.other.id == "b")
        assert aligned.to_paste(pair) == told


# --- two records made of one ---------------------------------------------------------------------------------------


def a_day_later(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d", lambda day: str(date.fromisoformat(day[0]) + timedelta(1)), text)


def retold(timeline: Timeline, seed: int) -> Iterator[tuple[int, Event]]:
    """The events in another order, each a day later, in other words, with other ids and the last actor first."""
    numbered = list(enumerate(timeline.events))
    random.Random(seed).shuffle(numbered)
    for number, one in numbered:
        when = parse_date(a_day_later(one.date.edtf))
        yield (
            number,
            replace(
                one,
                id=f"retold-{number}",
                date=when,
                title=f"Told anew {number}",
                summary="",
                actors=one.actors[::-1],
                related=(),
            ),
        )


@pytest.mark.parametrize("seed", range(3))
def test_of_two_records_made_of_one_every_certain_pair_is_found_and_none_is_wrong(seed: int) -> None:
    one = bundled()
    numbered = dict(retold(one, seed))
    aligned = align(one, replace(one, events=tuple(numbered.values())))
    numbers = {event.id: number for number, event in numbered.items()}
    found = {(one.events.index(pair.one), numbers[pair.other.id]) for pair in aligned.same}
    quoted = {number for number, event in enumerate(one.events) if any(claim.quote for claim in event.claims)}

    assert found == {(number, number) for number in quoted}
    assert {(one.events.index(pair.one), numbers[pair.other.id]) for pair in aligned.perhaps} >= {
        (number, number) for number in range(len(one.events)) if number not in quoted
    }


def other_ids(timeline: Timeline) -> Timeline:
    """The timeline with other ids for all actors and for all sources."""

    def new(id: str) -> str:
        return f"the-{id}"

    def people(those: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple([replace(one, who=new(one.who)) for one in those])

    def told(claim: Claim) -> Claim:
        voices = tuple(map(new, claim.according_to))
        return replace(claim, source=new(claim.source), according_to=voices, actors=people(claim.actors), casualties=())

    actors = {new(id): replace(one, id=new(id), of=tuple(map(new, one.of))) for id, one in timeline.actors.items()}
    events = [
        replace(one, actors=people(one.actors), claims=tuple(map(told, one.claims)), casualties=())
        for one in timeline.events
    ]
    return replace(timeline, events=tuple(events), actors=actors, sources={})


def other_signs(timeline: Timeline) -> Timeline:
    """The timeline with other blanks, dashes and apostrophes in its quotes."""
    signs = str.maketrans({" ": "\n", "'": "’", "’": "'", "-": "‐", '"': "“"})
    events = [
        replace(one, claims=tuple([replace(claim, quote=claim.quote.translate(signs)) for claim in one.claims]))
        for one in timeline.events
    ]
    return replace(timeline, events=tuple(events))


def half(timeline: Timeline) -> Timeline:
    """The timeline with every other event alone."""
    return replace(timeline, events=timeline.events[::2])


@pytest.mark.parametrize("made", [other_ids, other_signs, half])
def test_the_pairs_are_those_of_two_records_that_differ_in_more(made: Callable[[Timeline], Timeline]) -> None:
    one = bundled()
    told = dict(retold(one, 7))
    aligned = align(one, made(replace(one, events=tuple(told.values()))))
    numbers = {event.id: number for number, event in told.items()}
    left = {numbers[event.id] for event in aligned.other.events}
    found = {(one.events.index(pair.one), numbers[pair.other.id]) for pair in aligned.same}

    assert found == {(number, number) for number in left if any(claim.quote for claim in one.events[number].claims)}


@pytest.mark.parametrize("day", ["[..2024-05-01]", "2024-05-01", "2024-05"])
def test_many_events_about_one_time_take_no_square_of_time(tmp_path: Path, day: str) -> None:
    """Of many that all may be the same those with most in common are told, and the others are not all looked at."""
    sides = [
        record(
            tmp_path,
            *(
                talks(f"{side} {number} {word}", day, actors=["ardelia"])
                for number in range(500)
                if (word := "signature" if number == 250 else "other")
            ),
        )
        for side in ("Here", "There")
    ]
    aligned = align(*sides)

    assert len(aligned.perhaps) + aligned.more < 500 * 150
    assert ("Here 250 signature", "There 250 signature") in perhaps(aligned)


def test_of_many_about_one_day_those_with_the_same_title_are_told(tmp_path: Path) -> None:
    """Each of their words stands in the titles of many others as well."""
    words = [
        "envoys",
        "talks",
        "bridge",
        "truce",
        "road",
        "school",
        "river",
        "convoy",
        "summit",
        "border",
        "prisoners",
        "villages",
    ]
    titles = [" ".join(several) for several in combinations(words, 4)]
    sides = [
        record(
            tmp_path,
            *(talks(title, id=f"{side}{number}", actors=["ardelia"]) for number, title in enumerate(titles)),
        )
        for side in ("here", "there")
    ]

    assert {(title, title) for title in titles} <= {*perhaps(align(*sides))}


def test_an_equal_quote_of_many_takes_no_square_of_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def times(number: int) -> int:
        compared = 0

        def counting(one: EventDate, other: EventDate) -> bool:
            nonlocal compared
            compared += 1
            return near_each_other(one, other)

        monkeypatch.setattr(by_day, "near_each_other", counting)
        sides = [
            record(tmp_path, *(talks(f"{side} {one}", quote=QUOTE) for one in range(number))) for side in ("A", "B")
        ]
        assert not align(*sides).same
        return compared

    assert times(2 * by_day.CROWD + 100) < 3 * times(by_day.CROWD + 50)


EVENTS = st.builds(
    Event,
    id=st.just(""),
    date=st.sampled_from(["2024-05-01", "2024-05-02", "2024-05", "2024-06-01", "../2024-05-03"]).map(parse_date),
    title=st.sampled_from(["A", "B"]),
    type=st.sampled_from([None, "call", "meeting"]),
    claims=st.tuples(st.builds(Claim, source=st.just("s"), quote=st.sampled_from(["", QUOTE, OTHER_QUOTE]))),
    actors=st.sampled_from([(), (Participant(who="ardelia"),)]),
    place=st.sampled_from([None, Place(name="Orn")]),
)


def numbered(events: list[Event], letter: str) -> Timeline:
    made = tuple(replace(one, id=f"{letter}{number}") for number, one in enumerate(events))
    return Timeline(events=made, actors={"ardelia": Actor(name="Ardelia", id="ardelia")})


@given(ones=st.lists(EVENTS, max_size=5), others=st.lists(EVENTS, max_size=5))
def test_every_event_stands_somewhere_and_none_in_two_certain_pairs(ones: list[Event], others: list[Event]) -> None:
    one, other = numbered(ones, "a"), numbered(others, "b")
    aligned = align(one, other)
    for side, name, only in ((one, "one", aligned.only_one), (other, "other", aligned.only_other)):
        certain = [getattr(pair, name).id for pair in aligned.same]
        doubtful = {getattr(pair, name).id for pair in aligned.perhaps}
        assert len(certain) == len(set(certain))
        assert sorted([*certain, *doubtful, *(each.id for each in only)]) == sorted(each.id for each in side.events)


@given(ones=st.lists(EVENTS, max_size=4), others=st.lists(EVENTS, max_size=4))
def test_it_does_not_matter_which_comes_first(ones: list[Event], others: list[Event]) -> None:
    one, other = numbered(ones, "a"), numbered(others, "b")
    there, back = align(one, other), align(other, one)

    assert {(pair.one.id, pair.other.id) for pair in there.same} == {(pair.other.id, pair.one.id) for pair in back.same}
