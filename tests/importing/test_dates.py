"""Dates as people type them in tables: one reading is a date, anything else a question, nothing a guess."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings, strategies as st
from places import DATA

from diplotimeline.dates import parse, parses
from diplotimeline.importing.dates import read_clock, read_date
from diplotimeline.importing.order import read_column
from diplotimeline.importing.readings import Column

with (DATA / "importing" / "dates.csv").open(encoding="utf-8", newline="") as file:
    CELLS = list(csv.DictReader(file, delimiter=";"))
MONTHS = ("Jan", "Feb", "March", "avril", "May", "juin", "July", "Aug.", "sept.", "October", "Nov", "décembre")
DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize("row", CELLS, ids=lambda row: f"{row['cell']} {row['order']} {row['year']}".strip())
def test_a_cell_is_a_date_or_a_question_with_its_readings(row: dict[str, str]) -> None:
    found = read_date(row["cell"], Column(order=row["order"], year=row["year"]))

    assert (found.edtf, found.part, " ".join(found.readings)) == (row["edtf"], row["part"], row["readings"])
    assert bool(found.edtf) != bool(found.why)


def test_days_before_and_first_in_a_column_settle_the_others() -> None:
    column, found = read_column(["13/09/2024", "8/9/2024", "2024-09-30"])

    assert (column.order, column.day_first, column.either) == ("dmy", 1, 1)
    assert [one.edtf for one in found] == ["2024-09-13", "2024-09-08", "2024-09-30"]


def test_months_first_in_a_column_settle_the_others() -> None:
    _, found = read_column(["09/13/2024", "9/8/2024"])

    assert [one.edtf for one in found] == ["2024-09-13", "2024-09-08"]


def test_a_column_that_contradicts_itself_settles_nothing_and_each_cell_that_can_be_read_two_ways_is_a_question() -> (
    None
):
    column, found = read_column(["13/09/2024", "09/14/2024", "8/9/2024"])

    assert column.order == ""
    assert [one.edtf for one in found] == ["2024-09-13", "2024-09-14", ""]


@pytest.mark.parametrize(("first", "odd", "order"), [(19, 1, "dmy"), (18, 1, ""), (9, 0, "dmy"), (38, 2, "dmy")])
def test_nineteen_in_twenty_settle_the_order_and_the_odd_cells_are_questions(first: int, odd: int, order: str) -> None:
    column, found = read_column([*["13/09/2024"] * first, *["09/13/2024"] * odd])

    assert column.order == order
    assert sum(1 for one in found if not one.edtf) == (odd if order else 0)


def test_a_column_that_nothing_settles_asks_with_both_readings() -> None:
    _, found = read_column(["8/9/2024", "1/2/2024", "5/5/2024"])

    assert [one.readings for one in found] == [("2024-08-09", "2024-09-08"), ("2024-01-02", "2024-02-01"), ()]
    assert found[2].edtf == "2024-05-05"


def test_separators_unlike_those_of_the_column_are_a_question_where_they_leave_a_doubt() -> None:
    _, found = read_column(["13/09/2024", "14/09/2024", "3.9.2024", "21.09.2024"])

    assert found[2].readings == ("2024-03-09", "2024-09-03")
    assert found[3].edtf == "2024-09-21"


@pytest.mark.parametrize("turned", [False, True], ids=["oldest first", "newest first"])
def test_a_cell_whose_other_reading_fits_the_rows_around_it_is_a_question(*, turned: bool) -> None:
    cells = ["28/09/2024", "30/09/2024", "10/02/2024", "03/10/2024", "15/10/2024"]
    _, found = read_column(cells[::-1] if turned else cells)

    assert found[2].readings == ("2024-02-10", "2024-10-02")


def test_the_year_of_the_mapping_is_a_question_after_new_year() -> None:
    _, found = read_column(["28 Dec", "30/12", "2 Jan", "12 Jan"], year="2024")

    assert [one.edtf for one in found] == ["2024-12-28", "2024-12-30", "", ""]
    assert found[2].readings == ("2024-01-02", "2025-01-02")
    assert [one.edtf for one in read_column(["28 Dec 2024", "2 Jan 2024"])[1]] == ["2024-12-28", "2024-01-02"]


def test_in_a_column_without_order_no_cell_is_odd() -> None:
    _, found = read_column(["28/09/2024", "10/02/2024", "15/01/2023", "20/08/2024"])

    assert found[1].edtf == "2024-02-10"


@pytest.mark.parametrize("cell", ["2023-09-31", "31.9.2023", "2023/13/01"])
def test_a_day_that_the_calendar_lacks_is_told_so(cell: str) -> None:
    assert read_column([cell])[1][0].why == "the calendar has no such day"


def test_rows_that_stand_in_no_order_make_no_cell_odd() -> None:
    days = [
        "28/09/2024",
        "10/02/2024",
        "15/10/2024",
        "20/01/2024",
        "21/08/2024",
    ]  # the second fits its neighbours in October
    _, found = read_column(days * 3)

    assert [one.edtf for one in found if one.why] == []
    assert found[1].edtf == "2024-02-10"


@pytest.mark.parametrize(
    ("cell", "clock", "part"),
    [
        ("21:45", "T21:45", ""), ("9:05", "T09:05", ""), ("21h45", "T21:45", ""), ("9 pm", "T21:00", ""),
        ("12:05 am", "T00:05", ""), ("21:45:10", "T21:45:10", ""), ("09:00 UTC", "T09:00Z", ""),
        ("morning", "", "morning"), ("soir", "", "evening"), ("14:30 local", "", ""), ("25:00", "", ""),
        ("13 pm", "", ""), ("9", "", ""), ("noonish", "", ""),
    ],
)  # fmt: skip
def test_a_clock_time_is_read_or_left_alone(cell: str, clock: str, part: str) -> None:
    assert read_clock(cell) == (clock, part)


@settings(max_examples=200)
@given(DAYS, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}-{m}-{y}", "{y} {m} {d}", "{d} de {m} {y}"]))
def test_every_day_in_words_is_that_day(day: date, form: str) -> None:
    cell = form.format(d=day.day, m=MONTHS[day.month - 1], y=f"{day.year:04}")

    assert read_date(cell, Column()).edtf == day.isoformat()


@settings(max_examples=300)
@given(day=DAYS, sign=st.sampled_from("./-"), month_first=st.booleans(), known=st.booleans())
def test_a_day_in_figures_is_that_day_or_the_day_is_among_the_readings(
    *, day: date, sign: str, month_first: bool, known: bool
) -> None:
    parts = (day.month, day.day) if month_first else (day.day, day.month)
    order = ("mdy" if month_first else "dmy") if known else ""
    found = read_date(f"{parts[0]}{sign}{parts[1]}{sign}{day.year}", Column(order=order, sign=sign))

    assert day.isoformat() in (found.edtf, *found.readings)
    assert not known or found.edtf


@settings(max_examples=200)
@given(DAYS, st.integers(1, 400))
def test_a_span_has_the_days_that_stand_there(day: date, length: int) -> None:
    last = day + timedelta(length)
    cell = f"{day.day} {MONTHS[day.month - 1]} {day.year} to {last.day} {MONTHS[last.month - 1]} {last.year}"

    assert read_date(cell, Column()).edtf == f"{day}/{last}"


@settings(max_examples=500)
@given(
    st.text(alphabet="0123456789/.-– ?~c, TZ:[]ofabmpthsnd", max_size=24),
    st.sampled_from(["", "dmy", "mdy", "ymd"]),
    st.sampled_from(["", "2024", "1900"]),
)
@example("…", "", "")
@example("1/1/0000", "", "")
def test_any_text_is_a_date_of_the_profile_or_a_question_with_such_readings(text: str, order: str, year: str) -> None:
    found = read_date(text, Column(order=order, year=year))

    assert bool(found.edtf) != bool(found.why)
    assert not found.edtf or parse(found.edtf)
    assert all(parses(one.replace("YYYY", "2000")) for one in found.readings)


@pytest.mark.parametrize(
    ("cell", "order", "edtf", "readings"),
    [
        ("11-Mar-15", "dmy", "2015-03-11", ()), ("11/03/15", "mdy", "2015-11-03", ()), ("Mar 11, 15", "", "2015-03-11", ()),
        ("11-Mar-15", "ymd", "2011-03-15", ()), ("11-Mar-15", "", "", ("2015-03-11", "2011-03-15")),
    ],
)  # fmt: skip
def test_a_mapping_can_say_order_and_century_of_years_with_two_figures(
    cell: str, order: str, edtf: str, readings: tuple[str, ...]
) -> None:
    _, (found,) = read_column([cell], order, century="20")

    assert (found.edtf, found.readings) == (edtf, readings)
