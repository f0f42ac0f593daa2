"""Dates in words."""

import pytest
from hypothesis import given, strategies as st
from notations import notations
from together import together

from diplotimeline.dates import parse
from diplotimeline.dates.display import MONTH_NAMES, display, doubt, heading, period

CONTRACT = {
    "2022-09-13": "13 Sep 2022",
    "2022-09-13/2022-09-14": "13–14 Sep 2022",
    "2022-09-28/2022-10-02": "28 Sep – 2 Oct 2022",
    "2022-12-30/2023-01-02": "30 Dec 2022 – 2 Jan 2023",
    "2022-09": "Sep 2022",
    "2022-09-XX": "Sep 2022 (day unknown)",
    "2022-10~": "c. Oct 2022",
    "2022-09-13?": "13 Sep 2022 (uncertain)",
    "2020-23": "autumn 2020",
    "2022-12-12/..": "since 12 Dec 2022 (ongoing)",
    "2022-12-12/": "from 12 Dec 2022 (end unknown)",
    "../2022-09-14": "until 14 Sep 2022",
    "[2022-09-19,2022-09-20]": "19 or 20 Sep 2022",
    "[2022-09-26..2022-10-02]": "between 26 Sep and 2 Oct 2022",
    "[..2022-10-06]": "on or before 6 Oct 2022",
    "2022-09-13T00:05+04:00": "13 Sep 2022, 00:05 (UTC+4)",
    "199X": "1990s",
}
OTHERS = {
    "2022": "2022",
    "0079": "79",
    "0079-08-24": "24 Aug 79",
    "0079-24": "winter 79–80",
    "0079-XX-XX": "79 (month and day unknown)",
    "00XX": "1–99 (year unknown)",
    "2022%": "c. 2022 (uncertain)",
    "2022-21": "spring 2022",
    "2022-22": "summer 2022",
    "2022-24": "winter 2022–23",
    "1999-24": "winter 1999–2000",
    "2009-24": "winter 2009–10",
    "2001-24": "winter 2001–02",
    "2022-XX": "2022 (month unknown)",
    "2022-XX-XX": "2022 (month and day unknown)",
    "200X": "2000s",
    "19XX": "1900–1999 (year unknown)",
    "1964/2008": "1964–2008",
    "2022-09/2022-10": "Sep – Oct 2022",
    "2022-12/2023-01": "Dec 2022 – Jan 2023",
    "2020-02/2020-02-29": "Feb 2020 – 29 Feb 2020",
    "2022-09-13/2022-09-13": "13 Sep 2022",
    "2022-09-05/2022-09-08": "5–8 Sep 2022",
    "2021-09-13/2022-09-14": "13 Sep 2021 – 14 Sep 2022",
    "/2022-09-14": "until 14 Sep 2022 (start unknown)",
    "2022-09-13?/2022-09-14": "13 Sep 2022 (uncertain) – 14 Sep 2022",
    "1984~/2004%": "c. 1984 – c. 2004 (uncertain)",
    "2022-12~/..": "since c. Dec 2022 (ongoing)",
    "../2022-09-14?": "until 14 Sep 2022 (uncertain)",
    "[2022-09-12]": "12 Sep 2022",
    "[2022-09-12..2022-09-12]": "12 Sep 2022",
    "[2022-09-12,2022-09-14,2022-10-01]": "12 Sep, 14 Sep or 1 Oct 2022",
    "[2022-12-31,2023-01-01]": "31 Dec 2022 or 1 Jan 2023",
    "[1667,1668,1670..1672]": "1667, 1668 or between 1670 and 1672",
    "[2022-09..2022-11]": "between Sep and Nov 2022",
    "[..2022-10]": "in or before Oct 2022",
    "[2022-09-14..]": "on or after 14 Sep 2022",
    "[2022..]": "in or after 2022",
    "2022-09-13T23:59:07Z": "13 Sep 2022, 23:59:07 (UTC)",
    "2022-09-13T00:05": "13 Sep 2022, 00:05",
    "2022-09-13T00:05-03:30": "13 Sep 2022, 00:05 (UTC−3:30)",
}
UNDER_2022 = {
    "2022-09-13": "13 Sep",
    "2022-09": "Sep",
    "2022": "2022",
    "2022-09-28/2022-10-02": "28 Sep – 2 Oct",
    "2021-12-30/2022-01-02": "30 Dec 2021 – 2 Jan 2022",
    "2021-09-13": "13 Sep 2021",
    "2022-23": "autumn",
    "2022-24": "winter 2022–23",
    "2022-09-XX": "Sep (day unknown)",
    "2022-10~": "c. Oct",
    "2022-12-12/..": "since 12 Dec (ongoing)",
    "[2022-09-19,2022-09-20]": "19 or 20 Sep",
    "[2021-12-31,2022-01-01]": "31 Dec 2021 or 1 Jan 2022",
    "2022-09-13T00:05Z": "13 Sep, 00:05 (UTC)",
}
IN_FULL = {
    "2022-09-13": "13 September 2022",
    "2022-09-28/2022-10-02": "28 September – 2 October 2022",
    "2022-05~": "c. May 2022",
    "[..2022-12]": "in or before December 2022",
}
HEADINGS = {
    "2022-09-13~": (2022, 9),
    "2022-09-XX": (2022, 9),
    "2022-24": (2022, 12),
    "2022?": (2022, None),
    "2022-XX-XX": (2022, None),
    "199X": (1990, None),
    "2022/2022-09": (2022, None),
    "/2022-09-14": (2022, 9),
    "[..2022-10-06]": (2022, 10),
    "[..2021-05,2022]": (2021, 5),
}
PARTS = {
    ("2022-09-12/2022-09-13", "night"): "night of 12–13 Sep 2022",
    ("2022-09-30/2022-10-01", "night"): "night of 30 Sep – 1 Oct 2022",
    ("2022-09-13", "morning"): "morning of 13 Sep 2022",
    ("2022-09-13~", "afternoon"): "afternoon of c. 13 Sep 2022",
    ("2022-09-13", "evening"): "evening of 13 Sep 2022",
    ("2022-09-13", ""): "13 Sep 2022",
}
PERIODS = {
    "": "",
    "2022-09-13": "13 Sep 2022",
    "2022-09-13 2022-09-13": "13 Sep 2022",
    "2022-09~ 2022-10-06?": "Sep 2022 – 6 Oct 2022",
    "2022-10-06 2022-09-13 2022-09-20": "13 Sep – 6 Oct 2022",
    "2022-09-13 2022-09-20": "13–20 Sep 2022",
    "2022-09 2022-09-13": "Sep 2022",
    "2022 2022-12-31T23:00Z": "2022",
    "2021 2023": "2021–2023",
    "2022-09-13/2022-09-14 2022-09-20/": "13–20 Sep 2022",
    "2022-09-13 2022-09-20/..": "since 13 Sep 2022 (ongoing)",
    "199X 2022-09-13": "1990s – 13 Sep 2022",
    "199X 1995": "1990s",
    "2022-24 2023-01-13": "winter 2022–23",
    "2022-23 2022-24": "autumn 2022 – winter 2022–23",
    "2022-21 2022-05/2022": "2022",
    "[2022-09-12,2022-09-14] [..2022-10]": "12 Sep 2022 – Oct 2022",
    "[..2022-10-06]": "on or before 6 Oct 2022",
    "[..2022-10-06] [..2022-10-04]": "on or before 6 Oct 2022",
    "/2022-09-14": "until 14 Sep 2022 (start unknown)",
    "../2022-09": "until Sep 2022",
    "2022-12-12/": "from 12 Dec 2022 (end unknown)",
    "2022-12-12/ 2022-12-20/": "from 12 Dec 2022 (end unknown)",
    "2022-12-12~/..": "since c. 12 Dec 2022 (ongoing)",
    "[2022-12-12..]": "on or after 12 Dec 2022",
    "[2022-09-26..2022-10-02]": "between 26 Sep and 2 Oct 2022",
    "2022-09-28~": "c. 28 Sep 2022",
    "2022-09-28~ 2022-09-28~": "c. 28 Sep 2022",
    "2022-09?": "Sep 2022 (uncertain)",
    "2022-09-12/2022-09-14~": "12 Sep 2022 – c. 14 Sep 2022",
}
DOUBTS = {
    "2022": "",
    "2022?": "date uncertain",
    "2022-09~": "date approximate",
    "2022-09-13%": "date uncertain and approximate",
    "2022~/2023": "start approximate",
    "2022/2023%": "end uncertain and approximate",
    "2022?/2023~": "start uncertain, end approximate",
    "[2022,2023]": "",
}


@together(("notation", "words"), (CONTRACT | OTHERS).items())
def test_is_written_in_words(notation: str, words: str) -> None:
    assert display(parse(notation)) == words


@together(("notation", "words"), UNDER_2022.items())
def test_under_a_heading_of_2022_leaves_that_year_out(notation: str, words: str) -> None:
    assert display(parse(notation), year=2022) == words


@pytest.mark.parametrize(
    "form",
    ["{}-05/2023-06", "{}-05-01/2023-06-02", "[{}-05..2023-06]", "[{}-05,2023-06]"],
    ids=["an interval of months", "an interval of days", "a range", "a set"],
)
def test_under_a_heading_of_2022_a_date_that_begins_then_reads_unlike_one_that_begins_in_2023(form: str) -> None:
    one, other = parse(form.format(2022)), parse(form.format(2023))

    assert display(one, year=2022) != display(other, year=2022)


@pytest.mark.parametrize(("notation", "words"), IN_FULL.items(), ids=IN_FULL)
def test_is_written_with_the_full_names_of_the_months(notation: str, words: str) -> None:
    assert display(parse(notation), names=MONTH_NAMES) == words


@pytest.mark.parametrize(("stated", "words"), PARTS.items(), ids=" ".join)
def test_a_part_of_the_day_stands_in_front(stated: tuple[str, str], words: str) -> None:
    notation, part = stated

    assert display(parse(notation), part=part) == words


@pytest.mark.parametrize(("notation", "expected"), HEADINGS.items(), ids=HEADINGS)
def test_stands_under_the_month_of_its_first_known_day(notation: str, expected: tuple[int, int | None]) -> None:
    assert heading(parse(notation)) == expected


@together(("notations", "words"), PERIODS.items())
def test_a_period_is_no_more_exact_than_its_first_and_last_date(notations: str, words: str) -> None:
    assert period(map(parse, notations.split())) == words


@pytest.mark.parametrize(("notation", "words"), DOUBTS.items(), ids=DOUBTS)
def test_a_qualifier_is_said_in_words(notation: str, words: str) -> None:
    assert doubt(parse(notation)) == words


def test_everything_is_left_out_and_spelt_out_at_once() -> None:
    when = parse("2022-09-12/2022-09-13")

    assert display(when, part="night", year=2022, names=MONTH_NAMES) == "night of 12–13 September"


@given(notations())
def test_every_date_has_words_of_one_line_that_are_not_its_notation(text: str) -> None:
    words = display(parse(text))

    assert words.isprintable()
    assert words.strip() == words != ""
    assert not any(mark in words for mark in "?~%[]/X")


@given(notations(2000, 2090), st.integers(1, 1899))
def test_a_heading_of_another_year_leaves_nothing_out(text: str, year: int) -> None:
    assert display(parse(text), year=year) == display(parse(text))
