"""Dates of events against those of their sources, and both against the day that counts as today."""

from datetime import date
from pathlib import Path

import pytest
from places import DATA
from written import loaded

from diplotimeline import check, load

TODAY = date(2022, 11, 1)
SOURCES = """\
sources:
  s: {title: S, issued: 2022-10-06}
  r: {title: R, issued: 2022-10-05}
  open: {title: O, issued: "[2022-10-04..]"}
"""


def found(folder: Path, event: str) -> list[str]:
    """The rules on dates that find fault with an event."""
    text = f"{SOURCES}events:\n  - {{title: T, {event}}}\n"
    rules = ("claim-after-source", "planned-in-past", "future-date")
    return [problem.rule for problem in check(loaded(folder, text), TODAY) if problem.rule in rules]


@pytest.mark.parametrize(
    ("event", "rules"),
    [
        ("date: 2022-11-02, source: open", []),  # further east it is tomorrow already
        ("date: 2022-11-03, source: open", ["future-date"]),
        ("date: 2022-11, source: open", []),
        ("date: 2022-11-03, source: open, status: planned", []),
        ("date: 2022-10-30, claims: [{source: open, date: 2222-10-30}]", ["future-date"]),
        ("date: 2022-10-30, claims: [{source: open}, {source: r, date: 2022-11-02}]", ["claim-after-source"]),
        ("date: 2022-10-30, status: planned, claims: [{source: open, date: 2222-10-30}]", ["planned-in-past"]),
    ],
)
def test_a_date_lies_in_the_future_from_the_day_after_tomorrow_on(tmp_path: Path, event: str, rules: list[str]) -> None:
    assert found(tmp_path, event) == rules


@pytest.mark.parametrize(("day", "rules"), [("2022-10-31", ["planned-in-past"]), ("2022-11-01", []), ("2022", [])])
def test_a_plan_has_passed_when_its_last_day_has(tmp_path: Path, day: str, rules: list[str]) -> None:
    assert found(tmp_path, f"date: {day}, source: open, status: planned") == rules


def test_a_plan_without_a_date_has_not_passed(tmp_path: Path) -> None:
    assert found(tmp_path, "status: planned, source: open, date: ") == []


@pytest.mark.parametrize(
    ("clock", "rules"),
    [
        ("2022-10-07T00:05+04:00", []),
        ("2022-10-06T23:30-05:00", []),
        ("2022-10-07T12:00+04:00", ["claim-after-source"]),
    ],
)
def test_a_clock_time_comes_after_a_source_in_its_own_zone_and_in_utc(
    tmp_path: Path, clock: str, rules: list[str]
) -> None:
    assert found(tmp_path, f"date: {clock}, source: s") == rules


def test_a_mistyped_date_is_one_mistake_however_many_sources_are_cited(tmp_path: Path) -> None:
    claims = "claims: [{source: s}, {source: r}, {source: s, date: 2022-10-08}]"

    assert found(tmp_path, f"date: 2022-10-07, {claims}") == ["claim-after-source", "claim-after-source"]


def test_a_plan_that_has_passed_names_the_day_it_is_compared_with() -> None:
    problems = [one for one in check(load(DATA / "warned" / "days.yaml"), TODAY) if one.rule == "planned-in-past"]

    assert [one.message for one in problems] == ["planned for 20 Oct 2022, which is before 1 Nov 2022"]
