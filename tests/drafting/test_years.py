"""Which year is meant, against an oracle that tries all of them; days of the week in a month, against the calendar."""

from calendar import monthcalendar
from datetime import date, timedelta

from hypothesis import given, strategies as st

from diplotimeline.drafting import resolve_date
from diplotimeline.drafting.moments import NEAR, RECENT, Anchor, Unsettled

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PLACES = ("first", "second", "third", "fourth", "last")


def in_years(day: date, issued: date) -> list[date]:
    """A day of the calendar in the year of the statement and those beside it, the nearest first."""
    days = [date(issued.year + step, day.month, min(day.day, 28)) for step in (-1, 0, 1)]
    return sorted(days, key=lambda one: abs((one - issued).days))


@given(issued=DAYS, named=DAYS)
def test_a_day_told_in_the_past_is_the_last_one_or_at_most_nine_days_ahead(issued: date, named: date) -> None:
    days = in_years(named, issued)
    wanted = next(day for day in days if (day - issued).days <= 0)
    soon = [day for day in days if 0 < (day - issued).days <= RECENT and day - issued < issued - wanted]
    near = [day for day in soon if (day - issued).days <= NEAR]

    meant = Anchor(issued, -1).meant(named.month, min(named.day, 28))

    assert meant.first == (near or [wanted])[0]
    assert bool(meant.doubt) == bool(soon)


@given(issued=DAYS, named=DAYS)
def test_a_day_that_is_to_come_is_the_next_one_or_a_question(issued: date, named: date) -> None:
    days = in_years(named, issued)
    wanted = next(day for day in days if day >= issued)
    past = [day for day in days if -NEAR <= (day - issued).days < 0 and issued - day < wanted - issued]

    assert coming(named.month, min(named.day, 28), issued) == ((str(past[0]), str(wanted)) if past else wanted.year)


def coming(month: int, day: int, issued: date) -> int | tuple[str, ...]:
    """The year of a day that is to come, or the readings of the question that it is."""
    try:
        return Anchor(issued, 1).meant(month, day).first.year
    except Unsettled as question:
        return question.readings


@given(issued=DAYS, named=DAYS, direction=st.sampled_from([-1, 0, 1]))
def test_a_day_of_the_week_is_never_another(issued: date, named: date, direction: int) -> None:
    try:
        day = Anchor(issued, direction).meant(named.month, named.day, named.weekday()).first
    except (Unsettled, ValueError):
        return
    assert day.weekday() == named.weekday()


@given(day=DAYS, place=st.sampled_from(PLACES), weekday=st.integers(0, 6))
def test_a_day_of_the_week_in_a_month_is_that_of_the_calendar(day: date, place: str, weekday: int) -> None:
    weeks = [week[weekday] for week in monthcalendar(day.year, day.month) if week[weekday]]
    wanted = day.replace(day=weeks[-1] if place == "last" else weeks[PLACES.index(place)])

    found = resolve_date(f"the {place} {NAMES[weekday]} of {day:%B %Y}", date(2101, 1, 1))

    assert found == (str(wanted),)


@given(issued=DAYS, count=st.integers(2, 300))
def test_the_next_days_begin_with_the_statement(issued: date, count: int) -> None:
    last = issued + timedelta(count)

    assert resolve_date(f"over the next {count} days", issued) == (f"{issued}/{last}",)
    assert resolve_date(f"within {count} days", issued) == (f"[{issued}..{last}]",)
