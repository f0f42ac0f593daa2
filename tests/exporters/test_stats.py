"""The counts as JSON for programs."""

import json
from pathlib import Path

import pytest
from calling import call
from made_up import BUNDLED, event, write

AS_OF = "2022-10-06"


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


def test_the_numbers_of_the_bundled_timeline() -> None:
    found = json.loads(call("stats", BUNDLED, "--json").out)

    assert found["events"] == 13
    assert [(one["month"], one["events"]) for one in found["months"]] == [
        ("2022-09", 5), ("2022-10", 3), ("2022", 2), (None, 3),
    ]  # fmt: skip
    assert found["evidence"] == {
        "claims": 39, "quotes": 12, "verified": 12, "unverified": 0, "events_without_quote": 1,
        "single_source_events": 2,
        "sources": 23, "sources_archived": 1, "sources_pinned": 1, "sources_with_address": 7,
    }  # fmt: skip
    assert {"type": "meeting", "events": 2} in found["types"]
    assert {"status": "disputed", "events": 2} in found["status"]
    assert found["actors"][0] == {
        "id": "azerbaijan", "name": "Azerbaijan", "events": 10, "first": "2022-09~", "last": "[..2022-10-06]",
    }  # fmt: skip
    assert sum(one["events"] for one in found["types"]) == sum(one["events"] for one in found["status"]) == 13
