"""Order, against the text of the format, and gaps, against a reading of every day that the events may touch."""

import math
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from notations import notations

from diplotimeline import Claim, Event, parse_date
from diplotimeline.record.chronology import gaps, order

STANCES = ("asserts", "denies", "doubts")
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


@given(
    st.lists(st.tuples(notations(2022, 2022), st.none() | notations(2022, 2022), st.sampled_from(STANCES)), max_size=6),
    st.lists(notations(2022, 2022), max_size=2),
)
def test_gaps_are_those_of_a_reading_day_by_day(told: list[tuple[str, str | None, str]], beside: list[str]) -> None:
    events = sorted((event(own, *filter(None, [claimed]), stance=stance) for own, claimed, stance in told), key=order)
    touched = [days(one.date.edtf) for one in events]
    asserted = [claimed for _, claimed, stance in told if claimed and stance == "asserts"]
    filled = set().union(*touched, *map(days, asserted), *map(days, beside))
    expected = []
    for number, own in enumerate(touched):
        before = max(set().union(*touched[:number]), default=max(WINDOW))
        between = set(range(before + 1, min(own)))
        expected.append(0 if len(between) < 6 or between & filled else len(between) + 1)

    assert gaps(events, map(event, beside)) == expected


# --- order ---------------------------------------------------------------------------------------------------------

PARTS = {"morning": 6, "afternoon": 12, "evening": 18, "night": 24}
CLOCKS = ("T00:05", "T06:00", "T12:00", "T17:59:30", "T23:55Z", "T20:10Z", "T00:05+04:00", "T23:30-05:00")
FORMS = ("{}", "{}?", "{}~", "{}/..", "{}/", "../{}", "/{}", "[..{}]", "[{}..]")

# Each is made once: Hypothesis looks through every new one.
DAYS = st.sampled_from(("2022-10-28", "2022-10-29", "2022-10-30"))
KINDS = st.sampled_from(("clock", "part", "night", "form", "month"))
PARTS_OF_A_DAY = st.sampled_from(("morning", "afternoon", "evening"))
ORDERS = st.sampled_from((None, None, -1, 0, 2))
ZONES = st.sampled_from(("", "Asia/Yerevan", "America/New_York"))
ANY_CLOCK, ANY_FORM = st.sampled_from(CLOCKS), st.sampled_from(FORMS)


@st.composite
def placed(draw: st.DrawFn) -> Event:
    """An event of a few days in the autumn of 2022, in a file with or without a time zone."""
    day, clock, kind = draw(DAYS), draw(ANY_CLOCK), draw(KINDS)
    text = {"clock": day + clock, "night": f"{day}/{next_day(day)}", "month": day[:7]}.get(kind, day)
    if kind == "form":
        text = draw(ANY_FORM).format(day)
    part = draw(PARTS_OF_A_DAY) if kind == "part" else None
    return Event(
        date=parse_date(text), title="x", claims=(Claim(source="s"),), part="night" if kind == "night" else part,
        order=draw(ORDERS),
        zone=draw(ZONES),
    )  # fmt: skip


def next_day(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()


def as_the_format_says(one: Event) -> tuple[str, int, float, float]:
    """First known day, order, clock, the longer first: read from the text of the date by the standard library alone."""
    text, clock, hours = one.date.edtf, "T" in one.date.edtf, -1.0
    day = re.findall("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    first = day[0] if day else f"{text}-01"
    if clock:
        when = datetime.fromisoformat(text)
        when = when.astimezone(ZoneInfo(one.zone)) if when.tzinfo and one.zone else when
        first, hours = when.date().isoformat(), when.hour + when.minute / 60 + when.second / 3600
    elif one.part:
        hours = PARTS[one.part]
    endless = ".." in text or text[0] == "/" or text[-1] == "/"
    span = math.inf if endless else 30 if text == "2022-10" else len(set(day)) - 1
    return first, one.order or 0, hours, -span


@given(st.lists(placed(), max_size=8))
def test_the_order_is_that_of_the_format_whatever_the_file(events: list[Event]) -> None:
    assert sorted(events, key=order) == sorted(events, key=as_the_format_says)
    assert [id(one) for one in sorted(events, key=order)] == [id(one) for one in sorted(events, key=as_the_format_says)]
