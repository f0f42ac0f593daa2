"""Dates that a person types on the command line."""

import math
import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings, strategies as st
from notations import dates, edited, near_dates, notations
from together import together

from diplotimeline.dates import EventDate, display, iso, parse
from diplotimeline.dates.display import MONTH_NAMES, MONTHS
from diplotimeline.dates.typed import REMEDY, parse_typed
from diplotimeline.errors import DateError

READ = {
    "2022": "2022-01-01 2022-12-31",
    "2022-09": "2022-09-01 2022-09-30",
    "2020-02": "2020-02-01 2020-02-29",
    "2022-09-13": "2022-09-13 2022-09-13",
    " 2022-09-13 ": "2022-09-13 2022-09-13",
    "4 October 2022": "2022-10-04 2022-10-04",
    "October 4, 2022": "2022-10-04 2022-10-04",
    "4th October 2022": "2022-10-04 2022-10-04",
    "2 Sept. 2022": "2022-09-02 2022-09-02",
    "SEPTEMBER 2022": "2022-09-01 2022-09-30",
    "February 2020": "2020-02-01 2020-02-29",
    "May 2022": "2022-05-01 2022-05-31",
    "29 February 2020": "2020-02-29 2020-02-29",
    "2022-09-24..2022-09-30": "2022-09-24 2022-09-30",
    "2022-09..2022-10": "2022-09-01 2022-10-31",
    "2022-23": "2022-09-01 2022-11-30",
    "2022-24": "2022-12-01 2023-02-28",
    "2022-09-XX": "2022-09-01 2022-09-30",
    "199X": "1990-01-01 1999-12-31",
    "2022-09-13T00:05+04:00": "2022-09-13 2022-09-13",
    "2022-09-13/2022-09": "2022-09-13 2022-09-30",
    "2022-12-12/..": "2022-12-12 +inf",
    "2022-12-12/": "2022-12-12 +inf",
    "../2022-09": "-inf 2022-09-30",
    "/2022-09-14": "-inf 2022-09-14",
    "13–14 Sep 2022": "2022-09-13 2022-09-14",
    "13-14 September 2022": "2022-09-13 2022-09-14",
    "28 Sep – 2 Oct 2022": "2022-09-28 2022-10-02",
    "30 Dec 2022 – 2 Jan 2023": "2022-12-30 2023-01-02",
    "Sep – Oct 2022": "2022-09-01 2022-10-31",
    "2021–2022": "2021-01-01 2022-12-31",
    "Sep 2022 (day unknown)": "2022-09-01 2022-09-30",
    "2022 (month and day unknown)": "2022-01-01 2022-12-31",
    "c. Oct 2022": "2022-10-01 2022-10-31",
    "13 Sep 2022 (uncertain)": "2022-09-13 2022-09-13",
    "c. 12 Sep 2022 – 14 Sep 2022 (uncertain)": "2022-09-12 2022-09-14",
    "autumn 2020": "2020-09-01 2020-11-30",
    "Spring 2022": "2022-03-01 2022-05-31",
    "winter 2022–23": "2022-12-01 2023-02-28",
    "winter 1999–2000": "1999-12-01 2000-02-29",
    "since 12 Dec 2022 (ongoing)": "2022-12-12 +inf",
    "from 12 Dec 2022 (end unknown)": "2022-12-12 +inf",
    "until 14 Sep 2022": "-inf 2022-09-14",
    "until 14 Sep 2022 (start unknown)": "-inf 2022-09-14",
    "19 or 20 Sep 2022": "2022-09-19 2022-09-20",
    "between 26 Sep and 2 Oct 2022": "2022-09-26 2022-10-02",
    "on or before 6 Oct 2022": "-inf 2022-10-06",
    "in or after Oct 2022": "2022-10-01 +inf",
    "night of 12–13 Sep 2022": "2022-09-12 2022-09-13",
    "evening of 13 Sep 2022": "2022-09-13 2022-09-13",
    "13 Sep 2022, 00:05 (UTC+4)": "2022-09-13 2022-09-13",
    "13 Sep 2022, 00:05 (UTC−3:30)": "2022-09-13 2022-09-13",
    "1990s": "1990-01-01 1999-12-31",
    "1900–1999 (year unknown)": "1900-01-01 1999-12-31",
    "13/09/2022": "2022-09-13 2022-09-13",  # only one order of day and month is possible
    "05.05.2022": "2022-05-05 2022-05-05",
}
BOTH_READINGS = {
    "04/10/2022": ("4 October 2022 (2022-10-04)", "10 April 2022 (2022-04-10)"),
    "4.10.2022": ("4 October 2022 (2022-10-04)", "10 April 2022 (2022-04-10)"),
    "04-10-2022": ("4 October 2022 (2022-10-04)", "10 April 2022 (2022-04-10)"),
    "winter 2022": ("winter 2021–22 (2021-24)", "winter 2022–23 (2022-24)"),
    "Sept 2": ("2 September of some year", "September 2002"),
    "September 22": ("22 September of some year", "September 2022"),
    "Oct. 4": ("4 October of some year", "October 2004"),
}
REFUSED = {
    "nothing": "",
    "now": "now",
    "a duration": "two weeks ago",
    "a weekday": "Monday",
    "a weekday and a year": "Monday 2022",
    "a month alone": "September",
    "a month cut short": "Septem 2022",
    "an hour and a year": "10 am 2022",
    "a clock time": "10:30",
    "a date and a clock time": "4 October 2022 10:30",
    "two days joined by a word": "4 and 5 2022",
    "two days of a month": "September 13-14",
    "a month with two figures beside it and a year": "4 October 5 2022",
    "a qualified date": "2022-09~",
    "an uncertain side": "2022-09-13?/2022-09-14",
    "a set": "[2022-09-13,2022-09-28]",
    "one of two days with others between": "13 or 28 Sep 2022",
    "one of three": "13, 14 or 15 Sep 2022",
    "a range that ends before it begins": "2022-09-30..2022-09-24",
    "the same in words": "14–13 Sep 2022",
    "a range without its second date": "2022-09-24..",
    "a range in a range": "since until 14 Sep 2022",
    "a range of three": "1 – 2 – 3 Sep 2022",
    "a winter of other years": "winter 2022–25",
    "two days without a year": "13–14 Sep",
    "a season without a year": "autumn",
    "more days back than there are": "-999999d",
    "weeks back": "-2w",
    "a range of very many": "1 – " * 5000 + "2022",
    "a month of one figure": "2022-9",
    "a year of two figures": "4 October 22",
    "a month 13": "2022-13",
    "a month 13 in either order": "13/13/2022",
    "a day that the month has not": "31 September 2022",
    "a 29 February of a common year": "29 February 2022",
    "the same in figures": "29/02/2022",
    "the year 0": "0000",
    "a day 0": "0 October 2022",
    "figures of another script": "٢٠٢٢",
    "a month of another script": "4 октября 2022",
}
FORMS = (
    "{day} {name} {year:04}", "{day} {short} {year:04}", "{name} {day}, {year:04}", "{short}. {day} {year:04}",
    "{day}th {name} {year:04}", "{day:02} {short}, {year:04}",
)  # fmt: skip
ANY_TEXT = edited(st.sampled_from([*READ, *BOTH_READINGS])) | near_dates() | edited(notations()) | st.text()

unhurried = settings(deadline=None)  # the first written date imports dateutil


def range_of(text: str) -> str:
    days = parse_typed(text)
    return f"{iso(days.first)} {iso(days.last)}"


def refusal(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse_typed(text)
    return caught.value


@together(("text", "days"), READ.items())
def test_is_read_as_whole_days(text: str, days: str) -> None:
    assert range_of(text) == days


@pytest.mark.parametrize(("text", "back"), [("today", 0), ("Today", 0), ("yesterday", 1), ("-30d", 30), ("-0d", 0)])
def test_is_counted_from_today(text: str, back: int) -> None:
    day = date.today() - timedelta(back)  # noqa: DTZ011 - where the person sits

    assert range_of(text) in {f"{day} {day}", f"{day + timedelta(1)} {day + timedelta(1)}"}  # midnight may pass


# A printed year of three figures is refused as an incomplete one.
FULL_YEARS = notations().filter(lambda text: not re.search("(?<![0-9])0[0-9X]{3}", text))
PLAIN = FULL_YEARS.map(parse).filter(lambda when: not when.qualified and not when.members)


@unhurried
@given(PLAIN)
def test_a_notation_and_what_is_printed_for_it_are_the_days_that_it_may_mean(when: EventDate) -> None:
    low = -math.inf if when.earliest is None else when.earliest
    high = math.inf if when.latest is None else when.latest

    for text in (str(when), display(when)):
        assert parse_typed(text)[1:] == (low, high), text


@pytest.mark.parametrize("text", ["24 Sept", "2 Sep", "31 December", "24.Sept", "24-Sept."])
def test_a_day_without_a_year_is_told_to_add_it(text: str) -> None:
    error = refusal(text)

    assert error.message == f"{text!r} has no year"
    assert re.fullmatch("add it, such as [0-9]+ [A-Z][a-z]+ 2022 \\(2022-[0-9-]+\\)", error.help)


@pytest.mark.parametrize(("text", "readings"), BOTH_READINGS.items(), ids=BOTH_READINGS)
def test_is_refused_naming_both_readings(text: str, readings: tuple[str, str]) -> None:
    error = refusal(text)

    assert error.message.startswith(repr(text))
    assert all(reading in error.message for reading in readings)
    assert error.help.startswith("write ")


@together("text", REFUSED.values())
def test_is_refused(text: str) -> None:
    error = refusal(text)

    assert error.message.startswith(repr(text)[:50])
    assert error.help.startswith(("write ", "give ", "swap "))


@pytest.mark.parametrize("text", ["Sept 2", "Sept 30", "Sept 31", "Feb 29", "30 Feb", "Sept 0", "Sept 99"])
def test_no_remedy_for_a_missing_year_leads_to_the_next_error(text: str) -> None:
    named = re.findall(r"[0-9]{4}[0-9-]*", refusal(text).help)

    assert named
    assert [str(parse(notation)) for notation in named] == named


@given(dates())
def test_figures_cover_the_days_that_the_notation_covers(text: str) -> None:
    days, when = parse_typed(text), parse(text)

    assert (days.text, days.first, days.last) == (text, when.earliest, when.latest)


@unhurried
@given(st.dates(date(100, 1, 1)), st.sampled_from(FORMS))
def test_a_written_date_is_the_day_that_it_names(day: date, form: str) -> None:
    name, short = MONTH_NAMES[day.month - 1], MONTHS[day.month - 1]
    text = form.format(day=day.day, name=name, short=short, year=day.year)

    assert range_of(text) == f"{day} {day}"


@unhurried
@given(st.dates(date(100, 1, 1)), st.sampled_from((MONTH_NAMES, MONTHS)))
def test_a_written_month_is_that_month(day: date, names: tuple[str, ...]) -> None:
    assert parse_typed(f"{names[day.month - 1]} {day.year:04}").text == str(day)[:7]


@pytest.mark.parametrize("year", ["0000", "0004", "0022", "0099"])
@pytest.mark.parametrize("form", ["4 October {}", "October 4, {}", "October {}"], ids=["day", "American day", "month"])
def test_no_century_is_added_to_a_written_year(form: str, year: str) -> None:
    found = year
    with suppress(DateError):
        found = parse_typed(form.format(year)).text

    assert found.startswith(year)


@unhurried
@given(ANY_TEXT)
@example("4 October 99999999999999999999")
def test_any_text_is_complete_days_or_a_date_error(text: str) -> None:
    try:
        days = parse_typed(text)
    except DateError as error:
        answer = error.help
    else:
        answer = days.text

    assert answer


@pytest.mark.parametrize(
    ("typed", "message", "help"),
    [
        ("04/10/2022", "'04/10/2022' can be read as 4 October 2022 (2022-10-04) or 10 April 2022 (2022-04-10)",
         "write the one that is meant"),
        ("Sept 2", "'Sept 2' has no year: it can be read as 2 September of some year, or as September 2002",
         "write it in full, such as 2022-09-02 or 2002-09"),
        ("Foo 2", "'Foo 2' is not a date", REMEDY),
        ("Monday 2022", "'Monday 2022' is not a complete date", REMEDY),
    ],
)  # fmt: skip
def test_a_refusal_says_both_readings(typed: str, message: str, help: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_typed(typed)

    assert (caught.value.message, caught.value.help) == (message, help)


def test_an_ordinal_is_a_day() -> None:
    assert parse_typed("4th October 2022") == parse_typed("4 October 2022")
