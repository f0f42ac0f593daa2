"""The drawn time axis as plain values: to scale, within the picture, nothing on top of anything else."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings, strategies as st
from made_up import bundled
from notations import notations

from diplotimeline import Claim, Event, Participant, Timeline, parse_date
from diplotimeline.analyses.lanes import picture
from diplotimeline.exporters.page.axis import (
    BAR,
    MARGIN,
    MOST_LABELS,
    MOST_ROWS,
    SMALLEST,
    WIDTH,
    Drawing,
    DrawnLane,
    Symbol,
    draw,
)

ACTORS = ("a", "b", "c")
DENSE = [f"2022-09-{day:02}" for day in range(1, 31)]


def timeline(dated: list[tuple[str, str]]) -> Timeline:
    """A timeline with an event for each date in EDTF, with its actor."""
    events = [
        Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), actors=(Participant(who=actor),))
        for edtf, actor in dated
    ]
    return Timeline(events=tuple(sorted(events, key=lambda one: one.date.first_day)))


def drawn(*edtf: str) -> Drawing:
    return draw(picture(timeline([(one, "a") for one in edtf])))


def only_lane(*edtf: str) -> DrawnLane:
    (lane,) = drawn(*edtf).lanes
    return lane


def rows(lane: DrawnLane) -> list[list[Symbol]]:
    """The symbols of a lane, row by row, each from left to right."""
    tops = sorted({symbol.top for symbol in lane.symbols})
    return [
        sorted((symbol for symbol in lane.symbols if symbol.top == top), key=lambda symbol: symbol.left) for top in tops
    ]


def dated(first: int, last: int) -> st.SearchStrategy[list[tuple[str, str]]]:
    one = st.tuples(notations(first, last), st.sampled_from(ACTORS))
    return st.lists(one, min_size=1, max_size=MOST_LABELS)


def check_that_nothing_touches(picture_of: Drawing) -> None:
    for lane in picture_of.lanes:
        for row in rows(lane):
            assert all(one.right < other.left for one, other in pairwise(row))
        for symbol in lane.symbols:
            assert symbol.label or len(symbol.events) > 1
            assert not symbol.label or symbol.left <= symbol.label.left < symbol.label.right <= symbol.right
            assert -0.001 <= symbol.left < symbol.right <= WIDTH + 0.001
            assert not symbol.label or symbol.top < symbol.label.y < symbol.top + BAR
            assert 0 <= symbol.top < symbol.top + BAR < lane.height
        assert all(upper[0].top + BAR < lower[0].top for upper, lower in pairwise(rows(lane)))


@settings(max_examples=60, deadline=None)
@given(dated(2020, 2023) | dated(1, 9999))
@example([(day, "a") for day in DENSE * 6])
@example([("2022-09-13", "a")])
@example([("[..2022-10-06]", "a"), ("2022-10-06/..", "a")])
@example([("0001-01-01", "a"), ("9999-12-31", "a")])
@example([("1921-01-01", "a"), *((day, "a") for day in DENSE * 6)])
@example([(f"2022-09-{first:02}/2022-09-{last:02}", "a") for first in range(1, 30) for last in range(first, 31, 5)])
@example([(f"[2022-09-{first:02}..2022-09-30]", "a") for first in range(1, 30)] * 6)
@example([("1921", "a"), *[("2022-09-13", "a")] * 150])
def test_no_symbol_and_no_label_touches_another(dates: list[tuple[str, str]]) -> None:
    check_that_nothing_touches(draw(picture(timeline(dates))))


def test_no_symbol_and_no_label_of_the_bundled_timeline_touches_another() -> None:
    check_that_nothing_touches(draw(picture(bundled())))


@given(st.integers(1, date.max.toordinal()), st.integers(0, 40_000))
def test_the_labels_of_the_axis_do_not_touch(first: int, length: int) -> None:
    last = min(first + length, date.max.toordinal())
    ticks = drawn(*(date.fromordinal(day).isoformat() for day in (first, last))).ticks
    labelled = [tick for tick in ticks if tick.label]

    assert all(one.x + 6.5 * len(one.label) < other.x for one, other in pairwise(labelled))
    assert all(0 <= tick.x <= WIDTH for tick in ticks)


def test_days_are_drawn_to_scale_and_gaps_too() -> None:
    lane = only_lane("2022-09-01", "2022-09-11", "2022-09-30", "2022-12-09")
    middles = [(symbol.left + symbol.label.left) / 2 for symbol in lane.symbols[:3] if symbol.label]

    assert [round((middle - middles[0]) / (middles[1] - middles[0]), 1) for middle in middles] == [0, 1, 2.9]


def test_an_uncertain_date_is_a_span_over_all_its_readings() -> None:
    day, month = only_lane("2022-09-01", "2022-10").symbols

    assert day.solid
    assert not day.loose
    assert month.loose
    assert not month.solid
    assert month.left == pytest.approx(MARGIN + (WIDTH - 2 * MARGIN) * 30 / 61, abs=0.1)
    assert month.right == pytest.approx(WIDTH - MARGIN)


def test_what_is_certain_of_an_interval_stands_on_what_is_not() -> None:
    symbol = next(symbol for symbol in only_lane("2022-08/2022-10-15", "2022-12-31").symbols if symbol.events == (0,))

    assert symbol.solid
    assert symbol.loose


@pytest.mark.parametrize(
    ("edtf", "points"),
    [("2022-09-13/..", 1), ("../2022-09-13", 1), ("[..2022-09-13]", 1), ("[2022-09-13..]", 1), ("2022-09-13", 0)],
)
def test_an_open_date_ends_in_a_point(edtf: str, points: int) -> None:
    lane = only_lane("2022-01-01", edtf, "2022-12-31")
    paths = [path for symbol in lane.symbols for path in (symbol.loose, symbol.solid)]

    assert sum("l" in path for path in paths) == points


def test_the_smallest_symbol_can_be_seen() -> None:
    lane = only_lane("1000-01-01", "2000-01-01", "2999-12-31")

    assert all(symbol.right - symbol.left >= SMALLEST for symbol in lane.symbols)


def test_a_single_day_is_no_bar_from_edge_to_edge() -> None:
    (symbol,) = only_lane("2022-09-13").symbols

    assert symbol.right - symbol.left < WIDTH / 5
    assert [tick.label for tick in drawn("2022-09-13").ticks][:2] == ["9 Sep 2022", "10 Sep"]


def test_more_events_than_anybody_reads_numbers_of_have_none() -> None:
    assert drawn(*DENSE * 6).numbered
    assert not drawn(*DENSE * 7).numbered
    assert all(symbol.label is None for lane in drawn(*DENSE * 7).lanes for symbol in lane.symbols)


# Dates that would be stacked in hundreds of rows, and how many of their events share symbols at least.
CROWDED = {
    "a crowd of days far from another event": (["1921-01-01", *DENSE * 200], 5900),
    "a crowd on one day": (["2022-09-01", *["2022-09-13"] * 6000], 5900),
    "a crowd of approximate days": (["1921-01-01", *(f"{day}~" for day in DENSE * 200)], 5900),
    "a crowd of ranges of many lengths": (
        [f"2022-0{1 + n % 9}-01/2023-0{1 + n // 9 % 9}-{1 + n % 28:02}" for n in range(6000)], 5000,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("dates", "several"), CROWDED.values(), ids=CROWDED)
def test_a_crowd_of_events_shares_symbols_and_none_is_lost(dates: list[str], several: int) -> None:
    lane = only_lane(*dates)
    events = [number for symbol in lane.symbols for number in symbol.events]

    assert sorted(events) == list(lane.events) == list(range(len(dates)))
    assert sum(len(symbol.events) for symbol in lane.symbols if len(symbol.events) > 1) >= several
    assert lane.height <= 2 * MOST_ROWS * 18 + 12
    assert all(one.right < other.left for row in rows(lane) for one, other in pairwise(row))


def test_a_shared_symbol_says_how_many_it_is_and_draws_all_of_them() -> None:
    dates = ["2022-01-01", *["2022-09-13/2022-09-14"] * 30, "2022-12-31"]
    first, crowd, last = only_lane(*dates).symbols

    assert [symbol.label.text for symbol in (first, crowd, last) if symbol.label] == ["1", "×30", "32"]
    assert crowd.events == tuple(range(1, 31))
    assert crowd.solid.count("M") == 1


def test_a_few_more_than_can_be_stacked_share_symbols_and_no_fewer_do() -> None:
    most, more = (only_lane(*["2022-09-13"] * number) for number in (MOST_ROWS, MOST_ROWS + 1))

    assert [len(symbol.events) for symbol in most.symbols] == [1] * MOST_ROWS
    assert [len(symbol.events) for symbol in more.symbols] == [MOST_ROWS + 1]


def test_symbols_of_one_lane_keep_the_order_of_the_events() -> None:
    lane = only_lane(*DENSE, "2022-09", "2022")

    assert [symbol.events[0] for symbol in lane.symbols] == list(range(32))


@pytest.mark.parametrize("edtf", ["2022-09-13", "2022-09-12/2022-10-20", "[2022-09-12..2022-10-20]", "2022-09/2022-11"])
@pytest.mark.parametrize("status", ["planned", "alleged", "disputed"])
def test_what_is_not_established_is_hollow_throughout(edtf: str, status: str) -> None:
    of_its_date = Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), actors=(Participant(who="a"),))
    (full,), (hollow,) = (
        draw(picture(Timeline(events=(replace(of_its_date, status=one),)))).lanes[0].symbols
        for one in ("reported", status)
    )

    assert (full.settled, hollow.settled) == (True, False)
    assert (full.hollow_solid, full.hollow_loose) == (hollow.solid, hollow.loose) == ("", "")
    assert (full.solid, full.loose) == (hollow.hollow_solid, hollow.hollow_loose)


def test_a_symbol_of_several_events_keeps_apart_what_is_established_and_what_is_not() -> None:
    days = [("1921-01-01", "reported"), *((day, one) for day in DENSE for one in ("planned", "reported"))]
    crowd = [Event(date=parse_date(day), title="x", claims=(Claim(source="s"),), status=one) for day, one in days]
    symbol = draw(picture(Timeline(events=tuple(crowd)))).lanes[0].symbols[-1]

    assert len(symbol.events) > 1
    assert symbol.solid
    assert symbol.hollow_solid
