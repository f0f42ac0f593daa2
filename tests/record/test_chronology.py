"""Gaps between events, against a reading of every day that the events may touch."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from notations import notations

from diplotimeline import Claim, Event, parse_date
from diplotimeline.record.chronology import gaps, order

WINDOW = range(date(2021, 1, 1).toordinal(), date(2024, 1, 1).toordinal())

GAPS = {
    "a day and a day": ("2022-09-01 2022-09-09", [0, 8]),
    "known only by its end": ("2022-09-01 ../2022-10-06", [0, 0]),
    "of unknown beginning": ("2022-09-01 /2022-10-06 2022-11-01", [0, 0, 26]),
    "on or before a day": ("2022-09-01 2022-09-20 [..2022-10-06]", [0, 0, 0]),
    "on or after a day": ("2022-09-01 [2022-09-20..] 2022-12-01", [0, 19, 0]),
    "of unknown end": ("2022-09-01/ 2022-12-01", [0, 0]),
    "some time in a month": ("2022-09-01 2022-09 2022-10-31", [0, 0, 31]),
    "an approximate day": ("2022-09-01 2022-09-20~", [0, 19]),
    "a set may fill what lies between its members": ("[2022-09-01,2022-09-28] 2022-09-20 2022-10-10", [0, 0, 12]),
    "some autumn": ("2022-09-01 2022-10-10 2022-23", [0, 0, 0]),
}


def event(text: str, *claimed: str, stance: str = "asserts") -> Event:
    claims = (Claim(source="s"), *(Claim(source="s", date=parse_date(one), stance=stance) for one in claimed))
    return Event(date=parse_date(text), title="x", claims=claims)


def days(text: str) -> set[int]:
    """The days of the window that some reading of a date touches, tried one by one."""
    when = parse_date(text)
    return {day for day in WINDOW if when.possible(day, day)}


@pytest.mark.parametrize(("texts", "expected"), GAPS.values(), ids=GAPS)
def test_a_gap_that_an_event_may_fill_is_none(texts: str, expected: list[int]) -> None:
    events = sorted(map(event, texts.split()), key=order)

    assert gaps(events) == expected


@pytest.mark.parametrize(
    ("claimed", "stance", "gap"), [("15", "asserts", 0), ("15", "denies", 19), ("25", "asserts", 19)]
)
def test_an_asserting_claim_may_fill_a_gap(claimed: str, stance: str, gap: int) -> None:
    assert gaps([event("2022-09-01"), event("2022-09-20", f"2022-09-{claimed}", stance=stance)]) == [0, gap]


@given(st.lists(notations(2022, 2022), max_size=6))
def test_gaps_are_those_of_a_reading_day_by_day(texts: list[str]) -> None:
    events = sorted(map(event, texts), key=order)
    touched = [days(one.date.edtf) for one in events]
    expected = []
    for number, own in enumerate(touched):
        before = max(set().union(*touched[:number]), default=max(WINDOW))
        between = set(range(before + 1, min(own)))
        expected.append(0 if len(between) < 6 or between & set().union(*touched) else len(between) + 1)

    assert gaps(events) == expected
