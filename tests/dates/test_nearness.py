"""How surely a date lies in a range: a table, and the readings of a date and of its neighbours counted one by one."""

import math
import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from readings import Day, dates_and_ranges, days_of, readings
from together import together

from diplotimeline.dates import doubt_of, lies_near, parse
from diplotimeline.dates.typed import parse_typed

DOUBTS = {
    ("[..2022-10-06]", "1995"): "start",
    ("[..2022-10-06]", "2022-10"): "start",
    ("[..2022-10-06]", "../2022-12"): None,
    ("[2022-10-06..]", "2023"): "end",
    ("[..2022-09-01,2022-10-06..]", "1995"): "start",
    ("[..2022-09-01,2022-10-06..]", "2023"): "end",
    ("2022-09-13/", "2023-01"): "end",
    ("2022-09-13/", "2023/.."): "end",
    ("2022-09-13/", "2022-09"): None,
    ("/2022-09-13", "2022-08"): "start",
    ("/2022-09-13", "2022-09"): None,
    ("2022-12-12/..", "2023-01"): None,
    ("../2022-10-06", "1995"): None,
    ("2022-09", "2022-09-20"): None,
    ("2022-09-30~", "2022-09"): "approximate",
    ("2022-09-01~", "2022-09/.."): "approximate",
    ("2022-09-29~", "2022-09"): None,
    ("2022-09-30%", "2022-09"): "approximate",
    ("2022-09-30?", "2022-09"): None,
    ("2022-09~", "2022-09"): "approximate",
    ("2022-09~", "2022-08/2022-10"): None,
    ("2022~", "2022-09"): "approximate",
    ("2022~", "2021/2023"): None,
    ("2022-08-01/2022-09-01~", "2022-09"): "approximate",
    ("2022-08-31~/2022-09-20", "2022-09"): None,
    ("2022-09-30~/2022-10-20", "2022-09"): "approximate",
    ("0001-01-01~", "0001"): "approximate",
    ("9999-12-31~", "9999"): "approximate",
    ("9999~", "9999/.."): "approximate",
}
NEAR = {
    ("2022-09-30~", "2022-10"): True,
    ("2022-09-29~", "2022-10"): False,
    ("2022-09-30%", "2022-10"): True,
    ("2022-09-30?", "2022-10"): False,
    ("2022-09-30", "2022-10"): False,
    ("2022-11~", "2022-10"): True,
    ("2022-12~", "2022-10"): False,
    ("2021~", "2022-10"): True,
    ("2022-09-01/2022-09-30~", "2022-10"): True,
    ("2022-09-01~/2022-09-30", "2022-10"): False,
    ("2022-11-01~/..", "2022-10"): True,
    ("2022-10-13~", "2022-10"): False,
}


def days(text: str) -> tuple[Day, Day]:
    typed = parse_typed(text)
    return typed.first, typed.last


@together(("text", "asked", "doubt"), [(*pair, doubt) for pair, doubt in DOUBTS.items()])
def test_why_a_date_lies_in_a_range_only_perhaps(text: str, asked: str, doubt: str | None) -> None:
    assert parse(text).possible(*days(asked))
    assert doubt_of(parse(text), *days(asked)) == doubt


@pytest.mark.parametrize(("text", "asked", "near"), [(*pair, near) for pair, near in NEAR.items()])
def test_which_dates_lie_near_a_range(text: str, asked: str, near: bool) -> None:  # noqa: FBT001
    assert lies_near(parse(text), *days(asked)) is near


def neighbours(side: str) -> list[Day]:
    """The days of one side of a date; of an approximate one also those of the day, month or year before and after."""
    plain = side.rstrip("?~%")
    if not plain.strip("."):
        return [-math.inf, math.inf]
    its = days_of(plain)
    if side == plain or side.endswith("?"):
        return [*its]
    around = (date.fromordinal(day).isoformat()[: len(plain)] for day in (its[0] - 1, its[-1] + 1))
    return [day for name in (*around, plain) for day in days_of(name)]


def sides(text: str) -> tuple[str, str]:
    left, slash, right = text.partition("/")
    return left, right if slash else left


@given(dates_and_ranges())
@example(("2022~/2022-12-31~", date(2022, 12, 31).toordinal(), math.inf))
def test_an_approximate_date_is_in_doubt_where_its_neighbours_lie_outside(drawn: tuple[str, Day, Day]) -> None:
    text, first, last = drawn
    touched = list(readings(text))
    sure = all(start <= last and end >= first for start, end in touched)
    inside = all(first <= start and end <= last for start, end in touched)
    unbounded = re.match(r"\.\.|/|\[\.\.", text) or re.search(r"(/|\.\.|\.\.\])$", text)
    found = doubt_of(parse(text), first, last)

    assert (found in ("start", "end")) == bool(unbounded and not sure and not inside)
    if found not in ("start", "end"):
        left, right = sides(text)
        starts, ends = ([], []) if "[" in text or not re.search("[~%]", text) else (neighbours(left), neighbours(right))
        late = left[-1:] in ("~", "%") and any(start > last for start in starts if start <= max(ends))
        early = right[-1:] in ("~", "%") and any(end < first for end in ends if end >= min(starts))

        assert (found == "approximate") == (late or early)


@given(dates_and_ranges())
def test_a_date_lies_near_where_only_its_neighbours_touch_the_range(drawn: tuple[str, Day, Day]) -> None:
    text, first, last = drawn
    found = lies_near(parse(text), first, last)
    if parse(text).possible(first, last) or not re.search("[~%]", text):
        assert not found
    else:
        left, right = sides(text)

        assert found == (min(neighbours(left)) <= last and max(neighbours(right)) >= first)


def test_a_day_more_or_less_is_one_unit_of_a_day() -> None:
    middle = date(2022, 10, 1)
    asked = days("2022-10")
    near = [step for step in range(-5, 6) if lies_near(parse(f"{middle + timedelta(step)}~"), *asked)]

    assert near == [-1]
