"""The parser: every notation to its four bounds, and nothing outside the profile."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from notations import dates, edited, near_dates, notations
from places import DATA

from diplotimeline.dates import Bound, EventDate, iso, parse
from diplotimeline.errors import DateError

TABLE = DATA / "edtf_cases.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
VALID = [case for case in CASES if case["profile_valid"] == "yes"]
INVALID = [case for case in CASES if case["profile_valid"] == "no"]
BOUNDS = ("earliest", "start_latest", "end_earliest", "latest")
KINDS = {"one-of": "set"}  # words of the table that the library names differently
PRECISIONS = {"second": "time", "minute": "time"}
WHOLE = ("interval", "set")  # their precision is not that of their parts

BY_CONTRACT = {
    "0001": "0001-01-01 0001-12-31 0001-01-01 0001-12-31",
    "9999-12-31": "9999-12-31 9999-12-31 9999-12-31 9999-12-31",
    "2022-09%": "2022-09-01 2022-09-30 2022-09-01 2022-09-30",
    "2022-21": "2022-03-01 2022-05-31 2022-03-01 2022-05-31",
    "2022-22": "2022-06-01 2022-08-31 2022-06-01 2022-08-31",
    "2020-23": "2020-09-01 2020-11-30 2020-09-01 2020-11-30",
    "2022-24": "2022-12-01 2023-02-28 2022-12-01 2023-02-28",
    "2023-24": "2023-12-01 2024-02-29 2023-12-01 2024-02-29",
    "2022-09-XX": "2022-09-01 2022-09-30 2022-09-01 2022-09-30",
    "2022-XX": "2022-01-01 2022-12-31 2022-01-01 2022-12-31",
    "2022-XX-XX": "2022-01-01 2022-12-31 2022-01-01 2022-12-31",
    "199X": "1990-01-01 1999-12-31 1990-01-01 1999-12-31",
    "19XX": "1900-01-01 1999-12-31 1900-01-01 1999-12-31",
    "2022-09-13T00:05+04:00": "2022-09-13 2022-09-13 2022-09-13 2022-09-13",
    "2022-09-13T23:59:59-14": "2022-09-13 2022-09-13 2022-09-13 2022-09-13",
    "2022-09/2022-10": "2022-09-01 2022-09-30 2022-10-01 2022-10-31",
    "2022-09/2022-09-13": "2022-09-01 2022-09-13 2022-09-13 2022-09-13",
    "2022-09/2022": "2022-09-01 2022-09-30 2022-09-01 2022-12-31",
    "2022-12/..": "2022-12-01 2022-12-31 +inf +inf",
    "2022-12/": "2022-12-01 2022-12-31 2022-12-01 unknown",
    "../2022-09": "-inf -inf 2022-09-01 2022-09-30",
    "/2022-09": "unknown 2022-09-30 2022-09-01 2022-09-30",
    "[2022-09-12,2022-09-28]": "2022-09-12 2022-09-28 2022-09-12 2022-09-28",
    "[..2022-10-06]": "-inf 2022-10-06 -inf 2022-10-06",
    "[2022-09-14..]": "2022-09-14 +inf 2022-09-14 +inf",
    "[..2021,2022-03..2022-05,2023..]": "-inf +inf -inf +inf",
}
REFUSED = {
    "a line break at the end": "2022-09-13\n",
    "a blank in front": " 2022-09-13",
    "a NUL at the end": "2022-09-13\0",
    "Devanagari figures": "२०२२-०९-१३",
    "fullwidth figures": "２０２２",
    "Arabic figures in one place": "2022-09-1٣",
    "the year 0": "0000",
    "a day of the year 0": "0000-01-01",
    "a month of the year 0": "0000-09-XX",
    "a season of the year 0": "0000-21",
    "a winter after the last year": "9999-24",
    "the day after the last one": "9999-366",
    "the 29 February of a common year": "2022-02-29",
    "the 29 February of 1900": "1900-02-29",
    "an hour 24": "2022-09-13T24:00",
    "a minute 60": "2022-09-13T23:60",
    "a leap second": "2016-12-31T23:59:60Z",
    "a zone too far from UTC": "2022-09-13T00:05+14:01",
    "a zone with 60 minutes": "2022-09-13T00:05+03:60",
    "a season in an interval": "2022-21/2022-23",
    "X in an interval": "2022-09-XX/2022-10",
    "a date-time in an interval": "2022-09-13T00:05/2022-09-14",
    "a qualified season": "2022-21?",
    "a qualified X": "2022-09-XX~",
    "a set that is not closed": "[2022-09-12",
    "an empty member": "[2022-09-12,,2022-09-14]",
    "an open member in the middle": "[2022,..2023,2024]",
}


def bounds(when: EventDate) -> list[Bound]:
    return [when.earliest, when.start_latest, when.end_earliest, when.latest]


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["notation"])
def test_a_valid_row_of_the_table_has_its_bounds(case: dict[str, str]) -> None:
    when = parse(case["notation"])
    kind = KINDS.get(case["kind"], case["kind"])
    precision = kind if kind in WHOLE else PRECISIONS.get(case["precision"], case["precision"])

    assert [iso(bound) for bound in bounds(when)] == [case[name] for name in BOUNDS]
    assert (when.kind, when.precision, when.qualifier) == (kind, precision, case["qualifiers"])


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case["notation"])
def test_an_invalid_row_of_the_table_is_refused_with_a_remedy(case: dict[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        parse(case["notation"])

    assert repr(case["notation"]) in caught.value.message
    assert caught.value.help


@pytest.mark.parametrize(("notation", "expected"), BY_CONTRACT.items(), ids=BY_CONTRACT)
def test_the_bounds_are_those_of_the_contract(notation: str, expected: str) -> None:
    assert " ".join(iso(bound) for bound in bounds(parse(notation))) == expected


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)

    assert caught.value.message
    assert caught.value.help


@given(notations())
def test_every_notation_of_the_grammar_parses_to_itself(text: str) -> None:
    assert str(parse(text)) == text


@given(dates())
def test_a_date_covers_exactly_the_days_that_begin_with_it(text: str) -> None:
    when = parse(text)
    first, last = date.fromisoformat(iso(when.earliest)), date.fromisoformat(iso(when.latest))
    inside, outside = {first, last}, set[date]()
    if first > date.min:
        outside.add(first - timedelta(days=1))
    if last < date.max:
        outside.add(last + timedelta(days=1))

    assert all(day.isoformat().startswith(text) for day in inside)
    assert not any(day.isoformat().startswith(text) for day in outside)


@given(notations())
def test_no_bound_contradicts_another(text: str) -> None:
    earliest, start_latest, end_earliest, latest = bounds(parse(text))
    pairs = ((earliest, start_latest), (end_earliest, latest), (earliest, end_earliest), (start_latest, latest))

    assert all(low <= high for low, high in pairs if low is not None and high is not None)


@given(edited(notations()) | near_dates() | st.text())
def test_any_text_is_a_date_that_prints_itself_or_a_date_error(text: str) -> None:
    try:
        printed = str(parse(text))
    except DateError as error:
        printed = text if error.message and error.help else "an error that does not help"

    assert printed == text
