"""Counts: gaps, evidence, who met whom, and how long ago, with every reading of an uncertain date."""

import math
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from made_up import event, loaded
from notations import notations
from readings import readings
from together import together

from diplotimeline import Claim, Event, Timeline, parse_date
from diplotimeline.analyses.stats import since_last, stats

AS_OF = "2022-10-06"
# Dates of calls, and how many days before 6 October 2022 the last of them ended.
SINCE = {
    "a day": (("2022-09-28",), (8, 8)),
    "the last of several days": (("2022-09-01", "2022-09-28", "2022-09-13/2022-09-14"), (8, 8)),
    "the same day": (("2022-10-06",), (0, 0)),
    "the end of an interval": (("2022-09-13/2022-09-14",), (22, 22)),
    "one of some days": (("[2022-10-01..2022-10-04]",), (2, 5)),
    "one of two days": (("[2022-10-01,2022-10-04]",), (2, 5)),
    "a month": (("2022-09",), (6, 35)),
    "an uncertain day after a sure one": (("2022-10-03", "[2022-10-01..2022-10-04]"), (2, 3)),
    "a sure day after an uncertain one": (("[2022-09-01..2022-09-04]", "2022-10-03"), (3, 3)),
    "a day that may come later": (("2022-10",), (0, None)),
    "a day that may come later, after a sure one": (("2022-09-28", "2022-10"), (0, 8)),
    "one of two days, one of them later": (("2022-09-28", "[2022-10-01,2022-10-20]"), (5, 8)),
    "on or before a day": (("[..2022-10-02]",), (4, None)),
    "what goes on": (("2022-09-12/..",), (0, 0)),
    "what may go on": (("2022-09-12/",), (0, 24)),
    "what lasts beyond that day": (("2022-10-01/2022-10-20",), (0, 0)),
}


@together(("dates", "days"), SINCE.values())
def test_days_since_the_last_event_of_a_type(
    tmp_path: Path, dates: tuple[str, ...], days: tuple[int, int | None]
) -> None:
    calls = [event(date, f"Call {number}", type="call") for number, date in enumerate(dates)]
    others = [
        event("2022-10-05", "Another", type="meeting"),
        event("2022-10-05", "Plan", type="call", status="planned"),
    ]
    found = since_last(loaded(tmp_path, *calls, *others), "call", parse_date(AS_OF).first_day)

    assert found is not None
    assert (found.low, found.high) == days


@pytest.mark.parametrize("date", ["2022-10-07", "[2022-10-07..2022-10-08]", "2022-10-07/.."])
def test_what_comes_later_has_not_happened(tmp_path: Path, date: str) -> None:
    assert since_last(loaded(tmp_path, event(date, type="call")), "call", parse_date(AS_OF).first_day) is None


members = st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True).map(sorted)


@given(first=members, second=members, day=st.integers(1, 30))
def test_the_range_is_that_of_all_readings(first: list[int], second: list[int], day: int) -> None:
    """Two events, each on one of some days: every pair of days is a reading."""
    dates = [parse_date(f"[{','.join(f'2022-09-{one:02}' for one in some)}]") for some in (first, second)]
    events = tuple(Event(date=when, title="x", claims=(Claim(source="s"),), type="call") for when in dates)
    found = since_last(Timeline(events=events), "call", parse_date(f"2022-09-{day:02}").first_day)
    seen = [[one for one in pair if one <= day] for pair in product(first, second)]
    last = [max(pair, default=None) for pair in seen]

    if found is None:
        assert set(last) == {None}
    else:
        assert found.low == day - max(one for one in last if one is not None)
        assert found.high is None or found.high == max(day - one for one in last if one is not None)
        assert found.high is not None or None in last


@settings(max_examples=40)
@given(st.lists(notations(2022, 2022), min_size=1, max_size=2), st.dates(date(2022, 1, 1), date(2022, 12, 31)))
def test_days_since_are_those_of_all_readings_of_every_notation(texts: list[str], as_of: date) -> None:
    day = as_of.toordinal()
    events = tuple(Event(date=parse_date(text), title="x", claims=(Claim(source="s"),), type="call") for text in texts)
    found = since_last(Timeline(events=events), "call", day)
    ends = [{min(end, day) if start <= day else None for start, end in readings(text)} for text in texts]
    happened = [{end for end in of_one if end is not None} for of_one in ends]

    if found is None:
        assert not any(happened)
    else:
        surely = max(-math.inf if None in of_one else min(filter(None, of_one)) for of_one in ends)
        assert found.low == day - max(set().union(*happened))
        assert found.high == (None if math.isinf(surely) else day - surely)
        assert found.qualified == any(event.date.qualified for event in found.last)


def test_who_met_whom(tmp_path: Path) -> None:
    actors = {name: {"name": name.upper()} for name in "abc"}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", "One", type="meeting", actors=["b", "a"]),
        event("2022-09-02", "Two", type="meeting", actors=["a", {"who": "b", "role": "host"}, "c"]),
        event("2022-09-03", "Three", type="call", actors=["a", "b"]),
        event("2022-12-04", "Four", type="meeting", actors=["a", "b"], status="planned"),
        actors=actors,
    )
    found = [(*one.actors, *(event.date.edtf for event in one.events)) for one in stats(timeline).meetings]

    assert found == [
        ("a", "b", "2022-09-01", "2022-09-02"),
        ("a", "c", "2022-09-02"),
        ("b", "c", "2022-09-02"),
    ]


def test_namesakes_are_counted_in_one_order(tmp_path: Path) -> None:
    actors = {name: {"name": "Ada"} for name in "abcdefgh"}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", type="meeting", actors=list(actors)),
        event("2022-09-02", type="meeting", actors=list(reversed(actors))),
        actors=actors,
    )

    assert [(*one.actors, len(one.events)) for one in stats(timeline).meetings] == [
        (*pair, 2) for pair in combinations(actors, 2)
    ]


def test_nobody_meets_what_it_belongs_to(tmp_path: Path) -> None:
    actors = {"a": {"name": "Norland"}, "minister": {"name": "Ada", "of": "a"}, "b": {"name": "Sudia"}}
    timeline = loaded(tmp_path, event(type="meeting", actors=["a", "minister", "b"]), actors=actors)

    assert [one.actors for one in stats(timeline).meetings] == [("minister", "b"), ("a", "b")]


@pytest.mark.parametrize(("zone", "month"), [("Asia/Yerevan", 10), ("UTC", 9), ("America/New_York", 9)])
def test_an_instant_counts_in_the_month_under_which_it_stands(tmp_path: Path, zone: str, month: int) -> None:
    timeline = loaded(tmp_path, event("2022-09-30T20:10Z"), timezone=zone)

    assert stats(timeline).months == ((2022, month, 1),)


def test_gaps_are_named_with_their_days(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event("2022-09-01", "One"), event("2022-09-07", "Two"), event("2022-09-28", "Three"))

    assert [(days, event.title) for days, event in stats(timeline).gaps] == [(21, "Three")]
