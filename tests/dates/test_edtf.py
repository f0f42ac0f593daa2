"""The parser: every notation to its parts and four bounds, and nothing outside the profile."""

import csv
import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st
from notations import dates, datetimes, edited, near_dates, notations
from places import DATA
from together import together

from diplotimeline.dates import Bound, EventDate, Side, iso, parse
from diplotimeline.errors import DateError

TABLE = DATA / "edtf_cases.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
VALID = [case for case in CASES if case["profile_valid"] == "yes"]
INVALID = [case for case in CASES if case["profile_valid"] == "no"]
BOUNDS = ("earliest", "start_latest", "end_earliest", "latest")
NAMED_DIFFERENTLY = {"one-of": "set"}  # words of the table that the library names differently
PRECISIONS = {"second": "time", "minute": "time"}
SEASONS = ("spring", "summer", "autumn", "winter")
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
YEAR: dict[str, object] = {"year": 2022}
MONTH: dict[str, object] = {"year": 2022, "month": 9}
DAY: dict[str, object] = {"year": 2022, "month": 9, "day": 13}
# What stands on one side of a date, the bounds in days aside.
SIDES: dict[str, dict[str, object]] = {
    "2022": YEAR,
    "2022-09": MONTH,
    "2022-09-13": DAY,
    "2022~": {**YEAR, "sign": "~"},
    "2022-09?": {**MONTH, "sign": "?"},
    "2022-09-13%": {**DAY, "sign": "%"},
    "2022-21": {"year": 2022, "month": 3, "season": "spring"},
    "2022-22": {"year": 2022, "month": 6, "season": "summer"},
    "2022-23": {"year": 2022, "month": 9, "season": "autumn"},
    "2022-24": {"year": 2022, "month": 12, "season": "winter"},
    "2022-09-XX": {**MONTH, "unspecified": ("day",)},
    "2022-XX": {**YEAR, "unspecified": ("month",)},
    "2022-XX-XX": {**YEAR, "unspecified": ("month", "day")},
    "199X": {"year": 1990, "unspecified": ("year",)},
    "19XX": {"year": 1900, "unspecified": ("decade", "year")},
    "2022-09-13T00:05": DAY,
}
CLOCKS = {
    "00:05": (0, 5, None, None, ""),
    "23:59:07": (23, 59, 7, None, ""),
    "00:05Z": (0, 5, None, 0, "Z"),
    "00:05:00+04": (0, 5, 0, 240, "+04"),
    "00:05-03:30": (0, 5, None, -210, "-03:30"),
    "00:05+05:45": (0, 5, None, 345, "+05:45"),
    "00:05-00:00": (0, 5, None, 0, "-00:00"),
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


@together("case", VALID)
def test_a_valid_row_of_the_table_has_its_bounds(case: dict[str, str]) -> None:
    when = parse(case["notation"])
    kind = NAMED_DIFFERENTLY.get(case["kind"], case["kind"])
    precision = kind if kind in WHOLE else PRECISIONS.get(case["precision"], case["precision"])

    assert [iso(bound) for bound in bounds(when)] == [case[name] for name in BOUNDS]
    assert (when.kind, when.precision, when.qualifier) == (kind, precision, case["qualifiers"])


@together("case", INVALID)
def test_an_invalid_row_of_the_table_is_refused_with_a_remedy(case: dict[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        parse(case["notation"])

    assert repr(case["notation"]) in caught.value.message
    assert caught.value.help


@together(("notation", "expected"), BY_CONTRACT.items())
def test_the_bounds_are_those_of_the_contract(notation: str, expected: str) -> None:
    assert " ".join(iso(bound) for bound in bounds(parse(notation))) == expected


@pytest.mark.parametrize(("edtf", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_and_the_precision(edtf: str, kind: tuple[str, str]) -> None:
    when = parse(edtf)

    assert (when.kind, when.precision) == kind


def said(side: Side) -> dict[str, object]:
    """The parts of a side that are there, without its days."""
    return {name: part for name, part in side._asdict().items() if part and name not in ("first", "last")}


@together(("notation", "parts"), SIDES.items())
def test_a_date_that_is_no_interval_is_its_own_start_and_end(notation: str, parts: dict[str, object]) -> None:
    when = parse(notation)

    assert said(when.start) == said(when.end) == parts


@pytest.mark.parametrize(("clock", "parts"), CLOCKS.items(), ids=CLOCKS)
def test_a_date_time_has_a_clock(clock: str, parts: tuple[object, ...]) -> None:
    assert parse(f"2022-09-13T{clock}").clock == parts


def test_an_interval_has_a_start_and_an_end_each_with_its_qualifier() -> None:
    when = parse("2021-05~/2022?")

    assert said(when.start) == {"year": 2021, "month": 5, "sign": "~"}
    assert said(when.end) == {"year": 2022, "sign": "?"}
    assert (when.start.sign, when.end.sign) == ("~", "?")


def test_a_side_without_a_date_is_open_or_unknown() -> None:
    open, unknown = parse("2022/..").end, parse("2022/").end

    assert (open.year, open.open) == (None, True)
    assert (unknown.year, unknown.open) == (None, False)


def test_a_set_has_single_dates_and_ranges() -> None:
    when = parse("[..2020,2022-09-13,2022-10..2022-11]")
    members = [(said(one.start), said(one.end), one.ranged) for one in when.members]

    assert members == [
        ({}, {"year": 2020}, True), (DAY, DAY, False),
        ({"year": 2022, "month": 10}, {"year": 2022, "month": 11}, True),
    ]  # fmt: skip
    assert (when.start, when.end) == (when.members[0].start, when.members[-1].end)


def written_back(when: EventDate) -> str:
    """The notation that the parts of a date have, written from nothing else."""
    if when.kind == "set":
        ranges = (f"{plain(one.start)}..{plain(one.end)}" if one.ranged else plain(one.start) for one in when.members)
        return f"[{','.join(ranges)}]"
    if when.kind == "interval":
        return "/".join(".." if side.open else plain(side) + side.sign for side in (when.start, when.end))
    text = plain(when.start) + when.start.sign
    if when.clock:
        hour, minute, second, _, zone = when.clock
        return f"{text}T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}") + zone
    return text


def plain(side: Side) -> str:
    if side.year is None:
        return ""
    if side.season:
        return f"{side.year:04}-{SEASONS.index(side.season) + 21}"
    unknown = len(side.unspecified)
    if "year" in side.unspecified:
        return f"{side.year:04}"[:-unknown] + "X" * unknown
    known = [f"{side.year:04}", *(f"{part:02}" for part in (side.month, side.day) if part is not None)]
    return "-".join([*known, *["XX"] * unknown])


def days(side: Side) -> tuple[date, date]:
    """The first and the last day of a side, counted from its numbers."""
    assert side.year is not None
    length = {"decade": 10, "century": 100}.get(side.precision, 1)
    first = date(max(side.year, 1), side.month or 1, side.day or 1)
    if side.day:
        return first, first
    last_month = (first.month + 2 if side.season else side.month or 12) - 1
    year, month = side.year + length - 1 + last_month // 12, last_month % 12 + 1
    return first, date(year, month, monthrange(year, month)[1])


def bounds_from_parts(when: EventDate) -> list[str]:
    """The four bounds by the rules: an interval cannot end before it begins, a set is one of its members."""
    start, end = when.start, when.end
    low, high = ("-inf", "+inf") if start.open or end.open else ("unknown", "unknown")
    first = (low, low) if start.year is None else tuple(map(str, days(start)))
    last = (high, high) if end.year is None else tuple(map(str, days(end)))
    if when.kind != "interval":
        return [first[0], last[1], first[0], last[1]]
    if start.year is None:
        return [first[0], first[1] if start.open else last[1], *last]
    if end.year is None:
        return [*first, last[0] if end.open else first[0], last[1]]
    return [first[0], min(first[1], last[1]), max(first[0], last[0]), last[1]]


@given(notations())
def test_the_parts_written_back_give_the_text(text: str) -> None:
    assert written_back(parse(text)) == text


@given(notations())
def test_the_bounds_follow_from_the_parts(text: str) -> None:
    when = parse(text)

    assert [iso(bound) for bound in bounds(when)] == bounds_from_parts(when)


@given(notations())
def test_the_days_of_a_member_are_those_of_its_sides(text: str) -> None:
    for member in parse(text).members:
        first = "-inf" if member.start.open else str(days(member.start)[0])
        last = "+inf" if member.end.open else str(days(member.end)[1])

        assert [iso(day) for day in member.days] == [first, last]


@given(datetimes())
def test_the_offset_is_that_of_the_zone(text: str) -> None:
    clock, read = parse(text).clock, datetime.fromisoformat(text)

    assert clock is not None
    assert read.utcoffset() == (None if clock.offset is None else timedelta(minutes=clock.offset))


@given(notations())
def test_what_is_written_stands_in_the_text_in_this_order(text: str) -> None:
    pieces = [side.plain for side in parse(text).written if not side.season]

    assert re.fullmatch(".*".join(["", *map(re.escape, pieces), ""]), text)
    assert pieces or parse(text).precision in ("season", "decade", "century")


@together("text", REFUSED.values())
def test_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)

    assert caught.value.message
    assert caught.value.help


@together(
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


@pytest.mark.parametrize("value", [None, 2022, 2022.5, b"2022", ["2022"], ("2022",), {"a": 1}, object], ids=repr)
def test_what_is_no_text_is_no_date(value: Any) -> None:
    with pytest.raises(DateError, match="it is no text"):
        parse(value)
