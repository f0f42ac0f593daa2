"""The picture as values: who has a lane, where an event lies in it, and the ticks of the axis."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from made_up import bundled, event, loaded

from diplotimeline import Actor, Claim, Event, Participant, Selection, Timeline, parse_date, select
from diplotimeline.analyses.lanes import picture, ticks
from diplotimeline.analyses.stats import stats
from diplotimeline.exporters.page.articles import Articles
from diplotimeline.phrases.wording import Wording

LAST_DAY = parse_date("9999-12-31").last_day
ACTORS = {"a": {"name": "A", "kind": "state"}, "b": {"name": "B", "of": "a"}, "c": {"name": "C"}}
ORDINAL = parse_date("2022-09-10").first_day
# Beside an event on 10 September and one on 20 September: first, last, sure, both sides open or not, in September.
STRETCHES = {
    "a day is sure": ("2022-09-12", (12, 12), (12, 12), (False, False)),
    "a clock time is its day": ("2022-09-12T23:00+04:00", (12, 12), (12, 12), (False, False)),
    "an interval is sure": ("2022-09-12/2022-09-14", (12, 14), (12, 14), (False, False)),
    "one of two days is not": ("[2022-09-12,2022-09-14]", (12, 14), None, (False, False)),
    "an approximate day is not": ("2022-09-12~", (12, 12), None, (False, False)),
    "what goes on is sure from its beginning": ("2022-09-12/..", (12, 20), (12, 20), (False, True)),
    "of what may go on the beginning is sure": ("2022-09-12/", (12, 20), (12, 12), (False, True)),
    "what ended by a day lies before it": ("[..2022-09-12]", (10, 12), None, (True, False)),
}


@pytest.mark.parametrize(("date", "days", "sure", "open"), STRETCHES.values(), ids=STRETCHES)
def test_where_an_event_lies(
    tmp_path: Path, date: str, days: tuple[int, int], sure: tuple[int, int] | None, open: tuple[bool, bool]
) -> None:
    drawn = picture(loaded(tmp_path, event("2022-09-10", "First"), event(date, "It"), event("2022-09-20", "Last")))
    titles = ["First", "It", "Last"]
    (stretch,) = (one for title, one in zip(titles, drawn.stretches, strict=True) if title == "It")
    shift = 10 - ORDINAL

    assert (drawn.first + shift, drawn.last + shift) == (10, 20)
    assert (stretch.first + shift, stretch.last + shift) == days
    assert (stretch.sure and tuple(day + shift for day in stretch.sure)) == sure
    assert (stretch.open_start, stretch.open_end) == open


def test_who_belongs_to_another_stands_below_it_and_its_events_are_also_the_others(tmp_path: Path) -> None:
    timeline = loaded(
        tmp_path, event("2022-09-10", "One", actors=["b"]), event("2022-09-11", "Two", actors=["c", "b"]),
        event("2022-09-12", "Three"), actors=ACTORS,
    )  # fmt: skip

    found = [(lane.actor, lane.depth, lane.events) for lane in picture(timeline).lanes]

    assert found == [("a", 0, (0, 1)), ("b", 1, (0, 1)), ("c", 0, (1,)), ("", 0, (2,))]


# Where an actor can be named in an event, so that a filter finds it there.
NAMED = {
    "as taking part": {"actors": ["c"]},
    "in the casualties": {"casualties": [{"who": "c", "killed": "1"}]},
    "by one source only": {"claims": [{"source": "statement", "actors": ["c"]}]},
    "in the casualties that one source gives": {
        "claims": [{"source": "statement", "casualties": [{"who": "c", "killed": "1"}]}]
    },
}


@pytest.mark.parametrize("fields", NAMED.values(), ids=NAMED)
def test_an_actor_has_a_lane_and_a_number_for_every_event_in_which_a_filter_finds_it(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    timeline = loaded(tmp_path, event(**fields), actors=ACTORS)

    assert len(select(timeline, Selection(actors=("c",))).events) == 1
    assert [(lane.actor, lane.events) for lane in picture(timeline).lanes] == [("c", (0,))]
    assert [(one.actors, len(one.events)) for one in stats(timeline).actors] == [(("c",), 1)]


@pytest.mark.parametrize(
    ("of", "found"),
    [
        ({"a": "b", "b": "a"}, [("b", 0), ("a", 1), ("c", 0)]),
        ({"a": "a"}, [("a", 0), ("c", 0)]),
        ({"a": "b", "b": "c", "c": "a"}, [("c", 0), ("b", 1), ("a", 2)]),
    ],
    ids=["of two", "of one", "of three"],
)
def test_actors_in_a_circle_have_a_lane_and_a_choice_each(of: dict[str, str], found: list[tuple[str, int]]) -> None:
    actors = {name: Actor(name=name, of=(above,)) for name, above in of.items()}
    when = parse_date("2022-09-13")
    taking_part = (Participant(who="a"), Participant(who="c"))
    timeline = Timeline(
        actors=actors, events=(Event(date=when, title="x", claims=(Claim(source="s"),), actors=taking_part),)
    )

    assert [(lane.actor, lane.depth) for lane in picture(timeline).lanes] == found
    assert sorted(Articles(timeline, Wording("en")).choices["actor"]) == sorted(name for name, _ in found)


def test_every_event_of_the_bundled_timeline_has_a_mark_or_a_shade() -> None:
    numbers = {number for lane in picture(bundled()).lanes for number in lane.events}

    assert numbers == set(range(len(bundled().events)))


@given(
    first=st.integers(1, LAST_DAY),
    length=st.integers(0, 800_000),
    most=st.integers(2, 20),
)
def test_ticks_lie_in_the_picture_in_order_and_are_never_too_many(first: int, length: int, most: int) -> None:
    last = min(first + length, LAST_DAY)
    days = [day for day, _ in ticks(first, last, most)]

    assert days == sorted(set(days))
    assert len(days) <= most
    assert all(first <= day <= last for day in days)


def test_who_belongs_to_several_stands_below_the_first_and_its_events_are_those_of_all(tmp_path: Path) -> None:
    actors = {
        "ardelia": {"name": "Ardelia"}, "union": {"name": "Union"}, "body": {"name": "Body", "of": "union"},
        "minister": {"name": "Mira Sol", "of": ["ardelia", "body"]},
    }  # fmt: skip
    timeline = loaded(tmp_path, event("2022-09-10", "One", actors=["minister"]), actors=actors)
    every = {"ardelia": 0, "minister": 1, "union": 0, "body": 1}

    assert {lane.actor: lane.depth for lane in picture(timeline).lanes} == every
    assert {lane.events for lane in picture(timeline).lanes} == {(0,)}
    assert [lane.actor for lane in picture(timeline).lanes][:2] == ["ardelia", "minister"]
    assert {one.actors for one in stats(timeline).actors} == {(name,) for name in every}
    assert all(len(select(timeline, Selection(actors=(name,))).events) == 1 for name in every)
