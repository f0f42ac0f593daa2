"""The numbers: counts, gaps, evidence, who met whom, and how long ago, with every reading of an uncertain date."""

import json
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest
from calling import call
from golden_files import kept
from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from made_up import BUNDLED, bundled, event, loaded, write
from rich.cells import cell_len

from diplotimeline import Claim, Event, Timeline, parse_date
from diplotimeline.analyses.stats import since_last, stats
from diplotimeline.characters import safe
from diplotimeline.views.stats import numbers, since_in_words

AS_OF = "2022-10-06"
# Dates of calls, and how many days before 6 October 2022 the last of them ended.
SINCE = {
    "a day": (("2022-09-28",), (8, 8)),
    "the last of several days": (("2022-09-01", "2022-09-28", "2022-09-13/2022-09-14"), (8, 8)),
    "the same day": (("2022-10-06",), (0, 0)),
    "the end of an interval": (("2022-09-13/2022-09-14",), (22, 22)),
    "one of some days": (("[2022-10-01..2022-10-04]",), (2, 5)),
    "one of two days": (("[2022-10-01,2022-10-04]",), (2, 5)),
    "a month": (("2022-09",), (6, 35)),
    "an uncertain day after a sure one": (("2022-10-03", "[2022-10-01..2022-10-04]"), (2, 3)),
    "a sure day after an uncertain one": (("[2022-09-01..2022-09-04]", "2022-10-03"), (3, 3)),
    "a day that may come later": (("2022-10",), (0, None)),
    "a day that may come later, after a sure one": (("2022-09-28", "2022-10"), (0, 8)),
    "one of two days, one of them later": (("2022-09-28", "[2022-10-01,2022-10-20]"), (5, 8)),
    "on or before a day": (("[..2022-10-02]",), (4, None)),
    "what goes on": (("2022-09-12/..",), (0, 0)),
    "what may go on": (("2022-09-12/",), (0, 24)),
    "what lasts beyond that day": (("2022-10-01/2022-10-20",), (0, 0)),
}


def printed(*args: object) -> list[str]:
    return [safe("".join(text for _, text in line)).rstrip() for line in numbers(*args)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("dates", "days"), SINCE.values(), ids=SINCE)
def test_days_since_the_last_event_of_a_type(
    tmp_path: Path, dates: tuple[str, ...], days: tuple[int, int | None]
) -> None:
    calls = [event(date, f"Call {number}", type="call") for number, date in enumerate(dates)]
    others = [
        event("2022-10-05", "Another", type="meeting"),
        event("2022-10-05", "Plan", type="call", status="planned"),
    ]
    found = since_last(loaded(tmp_path, *calls, *others), "call", parse_date(AS_OF).first_day)

    assert found is not None
    assert (found.low, found.high) == days


@pytest.mark.parametrize("date", ["2022-10-07", "[2022-10-07..2022-10-08]", "2022-10-07/.."])
def test_what_comes_later_has_not_happened(tmp_path: Path, date: str) -> None:
    assert since_last(loaded(tmp_path, event(date, type="call")), "call", parse_date(AS_OF).first_day) is None


members = st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True).map(sorted)


@given(first=members, second=members, day=st.integers(1, 30))
def test_the_range_is_that_of_all_readings(first: list[int], second: list[int], day: int) -> None:
    """Two events, each on one of some days: every pair of days is a reading."""
    dates = [parse_date(f"[{','.join(f'2022-09-{one:02}' for one in some)}]") for some in (first, second)]
    events = tuple(Event(date=when, title="x", claims=(Claim(source="s"),), type="call") for when in dates)
    found = since_last(Timeline(events=events), "call", parse_date(f"2022-09-{day:02}").first_day)
    seen = [[one for one in pair if one <= day] for pair in product(first, second)]
    last = [max(pair, default=None) for pair in seen]

    if found is None:
        assert set(last) == {None}
    else:
        assert found.low == day - max(one for one in last if one is not None)
        assert found.high is None or found.high == max(day - one for one in last if one is not None)
        assert found.high is not None or None in last


@pytest.mark.parametrize(
    ("type", "said"),
    [
        (
            "ceasefire-violation",
            (
                "8 days since the last ceasefire-violation, as of 2022-10-06.\n"
                "The last: 28 Sep 2022, Armenian and Azerbaijani forces exchange fire (disputed)\n"
            ),
        ),
        ("abuse", "6 to 35 days since the last abuse"),
        ("request", "0 days or more since the last request"),
        ("agreement", "No agreement by 2022-10-06.\n"),
    ],
)
def test_the_question_is_answered_in_words(type: str, said: str) -> None:
    answer = call("stats", BUNDLED, "--since-last", type, "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(said)


# What is said below the number of days; events are A, B, … in the order of their dates.
LAST = {
    "one": (("2022-09-28", "2022-09-01"), "The last: 28 Sep 2022, B"),
    "either of two": (
        ("[2022-10-01..2022-10-04]", "2022-10-03"),
        "The last may be:\nbetween 1 and 4 Oct 2022, A\n3 Oct 2022, B",
    ),
    "two of one day": (("2022-10-03", "2022-10-03"), "The last may be:\n3 Oct 2022, A\n3 Oct 2022, B"),
    "not one that ended before": (("[2022-09-01..2022-09-04]", "2022-10-03"), "The last: 3 Oct 2022, B"),
}


@pytest.mark.parametrize(("dates", "said"), LAST.values(), ids=LAST)
def test_every_event_that_may_be_the_last_is_named(tmp_path: Path, dates: tuple[str, ...], said: str) -> None:
    calls = [event(date, "AB"[number], type="call") for number, date in enumerate(sorted(dates, key=parse_date))]
    path = write(tmp_path / "my.yaml", *calls, event(AS_OF, "The record goes on", type="meeting"))
    answer = call("stats", path, "--since-last", "call", "--as-of", AS_OF)

    assert answer.out.partition("\n")[2] == f"{said}\n"


@pytest.mark.parametrize(
    ("dates", "none_yet"),
    [
        (("2022-10",), True),
        (("2022-10", "[2022-10-05,2022-10-08]"), True),
        (("2022-10", "2022-09-28"), False),
        (("2022-10", "[..2022-10-02]"), False),
        (("2022-10-06/2022-10-20",), False),
        (("2022-10/..",), True),
    ],
)
def test_that_possibly_none_has_happened_is_said(tmp_path: Path, dates: tuple[str, ...], *, none_yet: bool) -> None:
    path = write(tmp_path / "my.yaml", *(event(date, f"Call {date}", type="call") for date in dates))
    answer = call("stats", path, "--since-last", "call", "--as-of", AS_OF)
    record = json.loads(call("stats", path, "--since-last", "call", "--as-of", AS_OF, "--json").out)

    assert (" since the last call, or none yet, as of" in answer.out) == none_yet
    assert record["none_yet"] == none_yet


def test_the_question_is_answered_for_programs() -> None:
    answer = call("stats", BUNDLED, "--since-last", "ceasefire-violation", "--as-of", AS_OF, "--json")

    assert json.loads(answer.out) == {
        "type": "ceasefire-violation", "as_of": AS_OF, "days": {"low": 8, "high": 8},
        "last": [{"id": "2022-09-28-exchange-of-fire", "status": "disputed"}], "qualified": False, "none_yet": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--since-last", "cal"), "no type is called 'cal'"),
        (("--since-last", "call", "--as-of", "2022-10"), "--as-of needs a day"),
        (("--as-of", AS_OF), "--as-of needs --since-last"),
    ],
    ids=["an unknown type", "no day", "no type"],
)
def test_a_wrong_question_is_refused(args: tuple[str, ...], said: str) -> None:
    answer = call("stats", BUNDLED, *args)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_who_met_whom(tmp_path: Path) -> None:
    actors = {name: {"name": name.upper()} for name in "abc"}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", "One", type="meeting", actors=["b", "a"]),
        event("2022-09-02", "Two", type="meeting", actors=["a", {"who": "b", "role": "host"}, "c"]),
        event("2022-09-03", "Three", type="call", actors=["a", "b"]),
        event("2022-12-04", "Four", type="meeting", actors=["a", "b"], status="planned"),
        actors=actors,
    )
    found = [(one.one, one.other, one.times, one.first.edtf, one.last.edtf) for one in stats(timeline).meetings]

    assert found == [
        ("a", "b", 2, "2022-09-01", "2022-09-02"),
        ("a", "c", 1, "2022-09-02", "2022-09-02"),
        ("b", "c", 1, "2022-09-02", "2022-09-02"),
    ]


def test_namesakes_are_counted_in_one_order(tmp_path: Path) -> None:
    actors = {name: {"name": "Ada"} for name in "abcdefgh"}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", type="meeting", actors=list(actors)),
        event("2022-09-02", type="meeting", actors=list(reversed(actors))),
        actors=actors,
    )

    assert [(one.one, one.other, one.times) for one in stats(timeline).meetings] == [
        (*pair, 2) for pair in combinations(actors, 2)
    ]


def test_nobody_meets_what_it_belongs_to(tmp_path: Path) -> None:
    actors = {"a": {"name": "Norland"}, "minister": {"name": "Ada", "of": "a"}, "b": {"name": "Sudia"}}
    timeline = loaded(tmp_path, event(type="meeting", actors=["a", "minister", "b"]), actors=actors)

    assert [(one.one, one.other) for one in stats(timeline).meetings] == [("minister", "b"), ("a", "b")]


def test_a_meeting_that_is_not_established_is_marked(tmp_path: Path) -> None:
    actors = {"a": {"name": "Norland"}, "b": {"name": "Sudia"}}
    statuses = ("reported", "alleged", "disputed", "confirmed")
    meetings = [
        event(f"2022-09-0{day}", type="meeting", status=status, actors=["a", "b"])
        for day, status in enumerate(statuses, 1)
    ]
    path = write(tmp_path / "my.yaml", *meetings, actors=actors)

    assert "4 Norland, Sudia (1 alleged, 1 disputed)" in call("stats", path).out
    assert json.loads(call("stats", path, "--json").out)["meetings"][0]["status"] == dict.fromkeys(statuses, 1)


# The month or year under which an event of this date is counted.
MONTHS = {
    "2022-09-13": "2022-09",
    "2022-09": "2022-09",
    "2022-09~": "2022-09",
    "[2022-09-01..2022-09-30]": "2022-09",
    "2022-23": "2022",
    "2022": "2022",
    "[2022-09-30..2022-10-01]": "2022",
    "2022-09-30/2022-10-01": "2022",
    "2022-24": None,
    "[..2022-03-20]": None,
    "2022-09-13/..": None,
    "2022-09-13/": None,
    "199X": None,
}


@pytest.mark.parametrize(("date", "month"), MONTHS.items(), ids=MONTHS)
def test_a_month_counts_what_lies_in_it_as_a_whole(tmp_path: Path, date: str, month: str | None) -> None:
    found = json.loads(call("stats", write(tmp_path / "my.yaml", event(date)), "--json").out)

    assert found["months"] == [{"month": month, "events": 1}]


def test_the_rest_of_a_year_stands_behind_its_months(tmp_path: Path) -> None:
    dates = ("2021-12-30/2022-01-02", "2022", "2022-09-13", "2022-09-14", "2023-01-01")
    answer = call("stats", write(tmp_path / "my.yaml", *(event(date, f"On {date}") for date in dates)))
    lines = [line for line in answer.out.splitlines() if "█" in line][:4]

    assert [(line[: line.index("█")].rstrip(), line.rpartition(" ")[2]) for line in lines] == [
        ("September 2022", "2"), ("2022, no single month", "1"), ("January 2023", "1"), ("no single year", "1"),
    ]  # fmt: skip


def test_one_is_no_plural(tmp_path: Path) -> None:
    answer = call("stats", write(tmp_path / "my.yaml", event()))

    assert "1 event without a quote\n" in answer.out
    assert "1 event of a single source\n" in answer.out


def test_the_numbers_of_the_bundled_timeline() -> None:
    found = json.loads(call("stats", BUNDLED, "--json").out)

    assert found["events"] == 13
    assert [(one["month"], one["events"]) for one in found["months"]] == [
        ("2022-09", 5), ("2022-10", 3), ("2022", 2), (None, 3),
    ]  # fmt: skip
    assert found["evidence"] == {
        "quotes": 12, "verified": 12, "unverified": 0, "events_without_quote": 1, "single_source_events": 2,
    }  # fmt: skip
    assert {"type": "meeting", "events": 2} in found["types"]
    assert {"status": "disputed", "events": 2} in found["status"]
    assert found["actors"][0] == {
        "id": "azerbaijan", "name": "Azerbaijan", "events": 10, "first": "2022-09~", "last": "[..2022-10-06]",
    }  # fmt: skip
    assert sum(one["events"] for one in found["types"]) == sum(one["events"] for one in found["status"]) == 13


def test_gaps_are_named_with_their_days(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event("2022-09-01", "One"), event("2022-09-07", "Two"), event("2022-09-28", "Three"))

    assert [(gap.days, gap.before.title) for gap in stats(timeline).gaps] == [(21, "Three")]


def test_nothing_to_count_is_said(tmp_path: Path) -> None:
    answer = call("stats", write(tmp_path / "my.yaml", event()), "--from", "2023")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "No events: 1 of 1 is before 2023.\n"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_bundled_timeline_looks_as_it_was_reviewed(width: int) -> None:
    answer = call("stats", BUNDLED, COLUMNS=str(width))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == kept(f"stats-{width}.txt", answer.out)


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    assert [line for line in printed(timeline_of(text), width) if cell_len(line) > min(width, 100)] == []


def test_nothing_is_cut() -> None:
    seen = " ".join("".join(printed(bundled(), 60)).split())

    assert "…" not in seen.replace(" … ", "")


def test_days_are_counted_to_today_when_no_day_is_given() -> None:
    before = date.today().isoformat()  # noqa: DTZ011 - the day where the person sits
    answer = call("stats", BUNDLED, "--since-last", "call")

    assert answer.code == 0
    assert any(f"as of {day}." in answer.out for day in (before, date.today().isoformat()))  # noqa: DTZ011


def test_a_record_says_nothing_of_the_days_after_its_end() -> None:
    later, then = (call("stats", BUNDLED, "--since-last", "call", "--as-of", day).out for day in ("2023-01-01", AS_OF))

    assert later.endswith("\nThe record ends on 6 Oct 2022; it does not say what came later.\n")
    assert "The record ends" not in then


def test_a_record_of_what_goes_on_has_no_end(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(type="call"), event(date="2022-09-14/..", title="It goes on"))

    assert "The record ends" not in since_in_words(timeline, "call", parse_date("2030-01-01").first_day)
