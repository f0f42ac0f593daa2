"""What is asked of a date: its days, its order, overlap (the filter's table, and the readings counted one by one)."""

import csv
import math
import pickle
import re
from dataclasses import FrozenInstanceError, replace
from datetime import timedelta, timezone
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from notations import notations
from places import DATA
from readings import YEAR, Day, dates_and_ranges, readings
from together import together

from diplotimeline.dates import EventDate, iso, parse
from diplotimeline.dates.typed import parse_typed

TABLE = DATA / "filter_cases.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))

EXAMPLES = (
    ("2022-09", "2022-09-13", "2022-09-28", "possible"),
    ("2022-09-12/2022-09-13", "2022-09-13", "2022-09-28", "certain"),
    ("[2022-09-12,2022-09-28]", "2022-09-20", "2022-09-21", "not possible"),
    ("2022-12-12/..", "2023-01", "2023-01", "certain"),
    ("2022-09-13/", "2023-01", "2023-01", "possible"),
)
ORDERS = (
    ("2022-09-12", "2022-09-13", "2022-10-01"),
    ("2022", "2022-01", "2022-01-01", "2022-01-01T00:00"),
    ("19XX", "195X", "1950-XX-XX", "1950-21"),
    ("2022-09-12/..", "2022-09-12/2022-09-13", "2022-09-12?"),
    ("2022-09", "2022-09-13/", "/2022-10", "2022-10-01"),
    ("2022-09-13", "../2022-09-14", "2022-09-14", "2022-09-15"),
    ("[2022-09-12,2022-09-28]", "[2022-09-12..2022-09-14]", "2022-09-12~", "2022-09-13"),
    ("2022-09-13T00:04:59Z", "2022-09-13T00:05+04:00", "2022-09-13T00:05:01Z"),
    ("2022-09-13T00:05-01:00", "2022-09-13T00:06+01:00", "2022-09-14T00:05+04:00"),
)

KNOWN_DAYS = {
    "2022-09-13": ("2022-09-13", "2022-09-13"),
    "2022-09": ("2022-09-01", "2022-09-30"),
    "2022-24": ("2022-12-01", "2023-02-28"),
    "199X": ("1990-01-01", "1999-12-31"),
    "2022-09-12/2022-09-14": ("2022-09-12", "2022-09-14"),
    "2022-09/2022-10": ("2022-09-01", "2022-10-31"),
    "2022-09-12/..": ("2022-09-12", "2022-09-12"),
    "2022-09/..": ("2022-09-01", "2022-09-30"),
    "2022-09/": ("2022-09-01", "2022-09-30"),
    "../2022-09": ("2022-09-01", "2022-09-30"),
    "/2022-09": ("2022-09-01", "2022-09-30"),
    "[2022-09-12,2022-09-14]": ("2022-09-12", "2022-09-14"),
    "[2022-09-12,2022-09-14..]": ("2022-09-12", "2022-09-14"),
    "[..2022-09-12,2022-09-14]": ("2022-09-12", "2022-09-14"),
    "[2022-09..]": ("2022-09-01", "2022-09-01"),
    "[..2022-09]": ("2022-09-30", "2022-09-30"),
}
UTC_DAYS = {
    "2022-09-13": "2022-09-13",
    "2022-09-13/2022-09-14": "2022-09-13",
    "2022-09-13T00:05": "2022-09-13",
    "2022-09-13T00:05Z": "2022-09-13",
    "2022-09-13T00:05+04:00": "2022-09-12",
    "2022-09-13T04:00+04:00": "2022-09-13",
    "2022-09-13T03:59:59+04:00": "2022-09-12",
    "2022-09-13T23:30-01:00": "2022-09-14",
    "2022-09-13T23:30-00:30": "2022-09-14",
    "2022-09-13T23:30-00:29": "2022-09-13",
    "2022-09-13T01:15+01:30": "2022-09-12",
    "2022-09-13T01:45+01:30": "2022-09-13",
}

unhurried = settings(deadline=None)  # two years have a hundred thousand readings


def case_id(case: dict[str, str]) -> str:
    return f"{case['notation']} from {case['from_'] or 'the first day'} to {case['to'] or 'the last day'}"


@together(("edtf", "days"), KNOWN_DAYS.items())
def test_the_first_and_the_last_known_day(edtf: str, days: tuple[str, str]) -> None:
    when = parse(edtf)

    assert (iso(when.first_day), iso(when.last_day)) == days


@pytest.mark.parametrize(("edtf", "day"), UTC_DAYS.items(), ids=UTC_DAYS)
def test_the_day_in_utc(edtf: str, day: str) -> None:
    assert iso(parse(edtf).utc_day) == day


@pytest.mark.parametrize(("text", "first", "last", "answer"), EXAMPLES, ids=map(" ".join, EXAMPLES))
def test_an_example_of_the_contract(text: str, first: str, last: str, answer: str) -> None:
    when, days = parse(text), (parse_typed(first).first, parse_typed(last).last)
    found = "certain" if when.certain(*days) else "possible" if when.possible(*days) else "not possible"

    assert found == answer


@together("case", CASES)
def test_a_row_of_the_filter_table(case: dict[str, str]) -> None:
    when = parse(case["notation"])
    first = parse_typed(case["from_"]).first if case["from_"] else -math.inf
    last = parse_typed(case["to"]).last if case["to"] else math.inf
    answers = {name: getattr(when, name)(first, last) for name in ("possible", "certain", "within")}

    assert answers == {name: case[name] == "yes" for name in answers}


@unhurried
@given(dates_and_ranges())
def test_possible_says_whether_some_reading_touches_the_range(drawn: tuple[str, Day, Day]) -> None:
    text, first, last = drawn
    touched = any(start <= last and end >= first for start, end in readings(text))

    assert parse(text).possible(first, last) == touched


@unhurried
@given(dates_and_ranges())
def test_certain_says_whether_every_reading_touches_the_range(drawn: tuple[str, Day, Day]) -> None:
    text, first, last = drawn
    touched = all(start <= last and end >= first for start, end in readings(text))

    assert parse(text).certain(first, last) == (touched and not re.search("[?~%]", text))


@given(dates_and_ranges())
def test_what_lies_within_is_certain_and_what_is_certain_is_possible(drawn: tuple[str, Day, Day]) -> None:
    text, first, last = drawn
    when = parse(text)

    assert when.within(first, last) <= when.certain(first, last) <= when.possible(first, last)


def test_a_date_is_not_before_itself() -> None:
    assert not parse("2022-09-13") < parse("2022-09-13")
    assert parse("2022-09-13") < parse("2022-09-14")


@pytest.mark.parametrize("texts", ORDERS, ids=" then ".join)
def test_stands_in_this_order(texts: tuple[str, ...]) -> None:
    orders = {tuple(map(str, sorted(map(parse, shuffled)))) for shuffled in permutations(texts)}

    assert orders == {texts}


def test_an_instant_is_read_in_the_zone_that_is_given_and_a_clock_time_as_written() -> None:
    here, there = parse("2022-09-13T04:05"), parse("2022-09-13T00:05Z")
    yerevan, kathmandu = timezone(timedelta(hours=4)), timezone(timedelta(hours=5, minutes=45))

    assert here.order(yerevan) == there.order(yerevan)
    assert here.order(kathmandu) < there.order(kathmandu)
    assert there.order() < here.order() == here.order(kathmandu)


@pytest.mark.parametrize("notation", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_an_instant_beyond_the_calendar_keeps_its_day(notation: str) -> None:
    when = parse(notation)

    assert [when.order(timezone(timedelta(hours=hours)))[0] for hours in (-14, 0, 14)].count(when.first_day) >= 2


@pytest.mark.parametrize(
    "stated",
    [
        [("2022-09-13", 0, ""), ("2022-09-13", 0, "morning"), ("2022-09-13T08:00", 0, ""), ("2022-09-13T12:00", 0, ""),
         ("2022-09-13T15:00", 0, ""), ("2022-09-13", 0, "evening"), ("2022-09-13T23:59:59", 0, "")],
        [("2022-09-12T23:59", 0, ""), ("2022-09-12/2022-09-13", 0, "night"), ("2022-09-13", 0, "")],
        [("2022-09-13T20:00", -1, ""), ("2022-09-13", 0, ""), ("2022-09-13", 1, ""), ("2022-09-13T08:00", 2, "")],
        [("2022-09/2022-10", 0, ""), ("2022-09-01", 0, ""), ("2022-09-01", 0, "afternoon"), ("2022-09", 3, "")],
    ],
)  # fmt: skip
def test_order_and_the_time_of_day_decide_on_one_day(stated: list[tuple[str, int, str]]) -> None:
    keys = [parse(text).order(None, number, part) for text, number, part in stated]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.tuples(notations(), notations(), notations()), st.integers(-14, 14))
def test_the_order_is_total(texts: tuple[str, str, str], hours: int) -> None:
    keys = [parse(text).order(timezone(timedelta(hours=hours))) for text in texts]

    assert all((one < other) + (other < one) + (one == other) == 1 for one, other in product(keys, keys))
    assert all(one <= three for one, two, three in permutations(keys) if one <= two <= three)


@given(st.lists(notations(1, 3) | notations(9998, 9999) | notations(YEAR, YEAR)))
def test_dates_of_any_kind_are_sorted_by_their_first_known_day(texts: list[str]) -> None:
    dates = sorted(parse(text) for text in texts if not text.startswith("[.."))

    assert [when.first_day for when in dates] == sorted(map(first_known_day, dates))


def first_known_day(when: EventDate) -> Day:
    """The earliest start, else the earliest end; a set that is open on that side has neither."""
    return next(day for day in (when.earliest, when.end_earliest) if day is not None and math.isfinite(day))


@pytest.mark.parametrize("change", [{}, {"edtf": "2023"}, {"kind": "set"}], ids=["nothing", "the text", "a part"])
def test_no_copy_says_what_its_text_does_not(change: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError), match="parsed"):  # which of the two depends on the version of Python
        replace(parse("2022"), **change)


@given(notations())
def test_a_date_is_the_same_after_pickling(text: str) -> None:
    assert pickle.loads(pickle.dumps(parse(text))) == parse(text)  # noqa: S301 - its own pickle


def test_a_date_cannot_be_written_into() -> None:
    with pytest.raises(FrozenInstanceError):
        parse("2022").edtf = "2023"  # type: ignore[misc]
