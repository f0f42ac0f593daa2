"""The first and the last known day of a date, and its day in UTC."""

import pytest

from diplotimeline.dates import iso, parse
from diplotimeline.errors import DateError

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
KINDS = {
    "2022": ("date", "year"),
    "2022-09": ("date", "month"),
    "2022-09-13~": ("date", "day"),
    "2022-24": ("season", "season"),
    "2022-09-XX": ("unspecified", "month"),
    "2022-XX": ("unspecified", "year"),
    "2022-XX-XX": ("unspecified", "year"),
    "199X": ("unspecified", "decade"),
    "19XX": ("unspecified", "century"),
    "2022-09-13T00:05": ("datetime", "time"),
    "2022/2023": ("interval", "interval"),
    "[2022,2023]": ("set", "set"),
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


@pytest.mark.parametrize(("edtf", "days"), KNOWN_DAYS.items(), ids=KNOWN_DAYS)
def test_the_first_and_the_last_known_day(edtf: str, days: tuple[str, str]) -> None:
    when = parse(edtf)

    assert (iso(when.first_day), iso(when.last_day)) == days


@pytest.mark.parametrize(("edtf", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_and_the_precision(edtf: str, kind: tuple[str, str]) -> None:
    when = parse(edtf)

    assert (when.kind, when.precision) == kind


def test_a_date_is_not_before_itself() -> None:
    assert not parse("2022-09-13") < parse("2022-09-13")
    assert parse("2022-09-13") < parse("2022-09-14")


@pytest.mark.parametrize(("edtf", "day"), UTC_DAYS.items(), ids=UTC_DAYS)
def test_the_day_in_utc(edtf: str, day: str) -> None:
    assert iso(parse(edtf).utc_day) == day


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-21/2022-22", "a season cannot stand here"),
        ("[2022-24..2023]", "a season cannot stand here"),
        ("2022-20/2023", "there is no month 20"),
        ("2022-25/2023", "there is no month 25"),
        ("2022-21-01", "a season takes no day"),
        ("2022-21~", "a season takes no qualifier"),
        ("9999-24", "years run from 0001 to 9999"),
        ("0000-21", "years run from 0001 to 9999"),
        ("0000", "there is no year 0000"),
        ("2022-13", "there is no month 13"),
        ("2022-09-00", ": there is no day 00"),
        ("2022-09-32", ": there is no day 32 in 2022-09"),
        ("2022-09-31", "the month has 30 days"),
        ("2022-02-29", "2022 is not a leap year"),
        ("2022-09-13T24:00", "there is no hour 24"),
        ("2022-09-13T00:60", "minutes and seconds run from 00 to 59"),
        ("2022-09-13T00:00:60", "minutes and seconds run from 00 to 59"),
        ("2022-09-13T00:00+14:01", "no zone is further from UTC than 14:00"),
        ("2022-09-13T00:00+01:60", "no zone is further from UTC than 14:00"),
        ("/", "the interval has no date on either side"),
        ("../..", "the interval has no date on either side"),
        ("[2022", "a set of dates ends with ']'"),
        ("[..]", "a member of the set has no date"),
        ("[2021,..2022]", "a member with nothing before '..' can only be the first"),
        ("[2021..,2022]", "a member with nothing after '..' can only be the last"),
        ("[2021..2022-09]", "both sides of '..' need the same precision"),
        ("[2022..2021]", "the range in the set ends before it begins"),
        ("[2022,2021]", "ascending order"),
        ("[2022,2022-09]", "ascending order"),
        ("[2022~]", "a qualifier cannot stand inside a set"),
        ("2022/2021", "the interval ends before it begins"),
    ],
)
def test_what_is_no_date_is_told_why(edtf: str, words: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(edtf)

    assert words in caught.value.message


@pytest.mark.parametrize(
    "edtf",
    ["9998-24", "2022-12-31", "0001", "9999", "2022-09-13T23:59:59+14:00", "2024-02-29",
     "2022-09-13T00:00+13:59", "2022-09-13/2022-09-13", "0001-01-01", "2022-09-13T00:00-14:00"],
)  # fmt: skip
def test_the_last_that_is_still_a_date(edtf: str) -> None:
    assert parse(edtf).edtf == edtf
