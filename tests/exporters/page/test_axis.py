"""The drawn time axis as plain values: to scale, within the picture, nothing on top of anything else."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings, strategies as st
from made_up import bundled
from notations import notations

from diplotimeline import Claim, Event, Participant, Timeline, parse_date
from diplotimeline.analyses.lanes import picture
from diplotimeline.exporters.page.axis import (
    APART,
    COLUMNS,
    MARGIN,
    MOST_EVENTS,
    MOST_MARKS,
    MOST_ROWS,
    ROW,
    SMALLEST,
    TALLEST,
    WIDTH,
    Drawing,
    DrawnLane,
    Mark,
    draw,
)

ACTORS = ("a", "b", "c")
DENSE = [f"2022-09-{day:02}" for day in range(1, 31)]


def happening(edtf: str, *actors: str, status: str = "reported") -> Event:
    people = tuple(Participant(who=actor) for actor in actors)
    return Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), actors=people, status=status)


def timeline(dated: list[tuple[str, str]]) -> Timeline:
    """A timeline with an event for each date in EDTF, with its actor."""
    events = (happening(edtf, actor) for edtf, actor in dated)
    return Timeline(events=tuple(sorted(events, key=lambda one: one.date.first_day)))


def drawn(*edtf: str) -> Drawing:
    return draw(picture(timeline([(one, "a") for one in edtf])))


def only_lane(*edtf: str) -> DrawnLane:
    (lane,) = drawn(*edtf).lanes
    return lane


def rows(lane: DrawnLane) -> list[list[Mark]]:
    """The marks of a lane, row by row, each from left to right."""
    tops = sorted({mark.top for mark in lane.marks})
    return [sorted((mark for mark in lane.marks if mark.top == top), key=lambda mark: mark.left) for top in tops]


def heights(lane: DrawnLane) -> list[float]:
    """How high the columns of a lane are."""
    return [sum(float(re.findall("v([0-9.]+)", path)[0]) for _, path in column.parts) for column in lane.columns]


def check_that_nothing_touches(picture_of: Drawing) -> None:
    for lane in picture_of.lanes:
        assert bool(lane.marks) != bool(lane.columns)
        for row in rows(lane):
            assert all(one.right + APART <= other.left + 0.11 for one, other in pairwise(row))
        for mark in lane.marks:
            assert mark.solid or mark.loose
            assert -0.001 <= mark.left <= mark.x < mark.right <= WIDTH + 0.001
            assert 0 <= mark.top < mark.top + ROW < lane.height
        assert all(upper[0].top + ROW <= lower[0].top for upper, lower in pairwise(rows(lane)))
        assert len(rows(lane)) <= MOST_ROWS
        assert all(height <= TALLEST + 8 for height in heights(lane))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(notations(2020, 2023) | notations(1, 9999), st.sampled_from(ACTORS)), min_size=1, max_size=MOST_EVENTS
    )
)
@example([(day, "a") for day in DENSE * 6])
@example([("2022-09-13", "a")])
@example([("[..2022-10-06]", "a"), ("2022-10-06/..", "a")])
@example([("0001-01-01", "a"), ("9999-12-31", "a")])
@example([(f"2022-09-{first:02}/2022-09-{last:02}", "a") for first in range(1, 30) for last in range(first, 31, 5)])
@example([(f"[2022-09-{first:02}..2022-09-30]", "a") for first in range(1, 30)] * 6)
def test_no_mark_touches_another_and_no_event_is_lost(dates: list[tuple[str, str]]) -> None:
    whole = draw(picture(timeline(dates)))

    check_that_nothing_touches(whole)
    for lane in whole.lanes:
        found = [mark.event for mark in lane.marks] + [event for column in lane.columns for event in column.events]
        assert sorted(found) == sorted(lane.events)


def test_no_mark_of_the_bundled_timeline_touches_another() -> None:
    check_that_nothing_touches(draw(picture(bundled())))


@given(st.integers(1, date.max.toordinal()), st.integers(0, 40_000))
def test_the_labels_of_the_axis_do_not_touch(first: int, length: int) -> None:
    last = min(first + length, date.max.toordinal())
    ticks = drawn(*(date.fromordinal(day).isoformat() for day in (first, last))).ticks
    labelled = [tick for tick in ticks if tick.label]

    assert all(one.x + 6.5 * len(one.label) < other.x for one, other in pairwise(labelled))
    assert all(0 <= tick.x <= WIDTH for tick in ticks)


def test_days_are_drawn_to_scale_and_gaps_too() -> None:
    starts = [mark.x for mark in only_lane("2022-09-01", "2022-09-11", "2022-09-30", "2022-12-09").marks[:3]]

    assert [round((start - starts[0]) / (starts[1] - starts[0]), 1) for start in starts] == [0, 1, 2.9]


def test_an_uncertain_date_is_a_span_over_all_its_readings() -> None:
    day, month = only_lane("2022-09-01", "2022-10").marks

    assert (bool(day.solid), bool(day.loose), bool(month.solid), bool(month.loose)) == (True, False, False, True)
    assert month.left == pytest.approx(MARGIN + (WIDTH - 2 * MARGIN) * 30 / 61, abs=0.1)
    assert month.right == pytest.approx(WIDTH - MARGIN)
    assert month.top > day.top


def test_what_is_certain_of_an_interval_stands_on_what_is_not() -> None:
    mark = next(mark for mark in only_lane("2022-08/2022-10-15", "2022-12-31").marks if mark.event == 0)

    assert mark.solid
    assert mark.loose


@pytest.mark.parametrize(
    ("edtf", "points"),
    [("2022-09-13/..", 1), ("../2022-09-13", 1), ("[..2022-09-13]", 1), ("[2022-09-13..]", 1), ("2022-09-13", 0)],
)
def test_an_open_date_ends_in_a_point(edtf: str, points: int) -> None:
    lane = only_lane("2022-01-01", edtf, "2022-12-31")
    paths = [path for mark in lane.marks for path in (mark.loose, mark.solid)]

    assert sum("l" in path for path in paths) == points


def test_the_smallest_bar_can_be_seen() -> None:
    lane = only_lane("1000-01-01", "2000-01-01", "2999-12-31")
    ends = [re.findall(r"M([0-9.]+) [0-9.]+H([0-9.]+)", mark.solid)[0] for mark in lane.marks]

    assert all(float(right) - float(left) >= SMALLEST - 0.11 for left, right in ends)


def test_a_single_day_is_no_bar_from_edge_to_edge() -> None:
    (mark,) = only_lane("2022-09-13").marks

    assert mark.right - mark.left < WIDTH / 5
    assert [tick.label for tick in drawn("2022-09-13").ticks][:2] == ["9 Sep 2022", "10 Sep"]


def test_months_of_the_axis_have_the_names_that_are_given() -> None:
    names = tuple(f"m{number}" for number in range(1, 13))
    ticks = draw(picture(timeline([("2022-09-13", "a"), ("2022-10-02", "a")])), names).ticks

    assert {tick.label.split()[1] for tick in ticks if tick.label} <= {"m9", "m10"}


@pytest.mark.parametrize("number", [MOST_ROWS, MOST_ROWS + 1])
def test_a_lane_that_needs_too_many_rows_has_columns(number: int) -> None:
    lane = only_lane(*["2022-09-13"] * number)

    assert bool(lane.columns) == (number > MOST_ROWS)
    assert [event for column in lane.columns for event in column.events] == [*range(number)] * (number > MOST_ROWS)


@pytest.mark.parametrize(("count", "actors"), [(MOST_EVENTS, 1), (MOST_EVENTS + 1, 1), (150, MOST_MARKS // 150 + 1)])
def test_many_events_or_marks_have_two_lanes_whoever_took_part(count: int, actors: int) -> None:
    people = [f"a{number}" for number in range(actors)]
    events = [
        happening(DENSE[number % 30], *people, status=("planned", "reported")[number % 2]) for number in range(count)
    ]
    whole = draw(picture(Timeline(events=tuple(sorted(events, key=lambda one: one.date.first_day)))))

    assert whole.by_actor == (count == MOST_EVENTS)
    if not whole.by_actor:
        assert [lane.actor for lane in whole.lanes] == ["settled", "unsettled"]
        assert sum(len(lane.events) for lane in whole.lanes) == count
        assert all(len(lane.columns) <= COLUMNS for lane in whole.lanes)


def test_the_parts_of_a_column_are_as_high_as_their_events_are_many() -> None:
    dated = [
        *[("2022-09-01", "reported")] * 12,
        *[("2022-09-01/2022-09", "planned")] * 6,
        *[("2022-10-01", "reported")] * 18,
    ]
    whole = draw(picture(Timeline(events=tuple(happening(edtf, "a", status=status) for edtf, status in dated))))
    first, second = whole.lanes[0].columns

    assert [look for look, _ in first.parts] == ["solid", "loose hollow"]
    assert [re.findall("v([0-9.]+)", path) for _, path in first.parts] == [["20"], ["10"]]
    assert [re.findall("v([0-9.]+)", path) for _, path in second.parts] == [["30"]]


def test_marks_of_one_lane_keep_the_order_of_the_events() -> None:
    lane = only_lane(*DENSE[::5], "2022-09", "2022")

    assert [mark.event for mark in lane.marks] == list(range(8))


def test_what_has_no_known_beginning_is_counted_where_it_is_known_to_have_been() -> None:
    """In columns an event on or before a day does not count among those of the first day of all."""
    edtf = ["2021-01-01", "[..2022-12-31]", *["2022-06-01"] * MOST_EVENTS]
    (lane,) = drawn(*edtf).lanes

    assert [len(column.events) for column in lane.columns] == [1, MOST_EVENTS, 1]
