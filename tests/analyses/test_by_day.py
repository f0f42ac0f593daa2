"""What is known by a date is found by every date near to it, whether it takes a day, some weeks, or has no end."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from diplotimeline import parse_date
from diplotimeline.analyses.by_day import CROWD, MOST_OF_A_MARK, ByDay
from diplotimeline.dates import EventDate, near_each_other

FIRST = date(2023, 12, 20)
LENGTHS = (0, 0, 1, 9, 10, 11, 30, 91, 92, 93, 400)  # days, also on both sides of where dates are kept elsewhere


@st.composite
def dates(draw: st.DrawFn) -> EventDate:
    first = FIRST + timedelta(draw(st.integers(0, 120)))
    last = first + timedelta(draw(st.sampled_from(LENGTHS)))
    forms = (f"{first}", f"{first}/{last}", f"[{first},{last}]", f"{first}/..", f"../{last}", f"{first:%Y-%m}", "2024")
    return parse_date(draw(st.sampled_from(forms[:1] if first == last else forms)))


@given(known=st.lists(dates(), max_size=20), asked=dates())
def test_what_is_near_is_found_and_nothing_else(known: list[EventDate], asked: EventDate) -> None:
    index: ByDay[int] = ByDay(lambda _: ())
    for number, when in enumerate(known):
        index.add("key", when, number)

    assert {*index.near("key", asked)} == {number for number, when in enumerate(known) if near_each_other(when, asked)}
    assert not [*index.near("another key", asked)]


def test_of_a_crowd_those_with_a_mark_are_found_and_of_each_mark_the_first() -> None:
    day = parse_date("2024-05-01")

    def found(number: int) -> list[int]:
        index: ByDay[int] = ByDay(lambda one: ["rare"] if one == number - 1 else ["common"])
        for one in range(number):
            index.add("key", day, one)
        return [*index.near("key", day, ["common", "rare"])]

    assert found(CROWD) == [*range(CROWD)]
    assert found(CROWD + 1) == [*range(MOST_OF_A_MARK), CROWD]
