"""Date expressions against the day of the statement: the shared table, and siblings of each kind in both languages."""

import csv
from datetime import date

import pytest
from places import DATA

from diplotimeline.drafting import resolve_date
from diplotimeline.drafting.moments import Unsettled

ROWS = list(csv.DictReader((DATA / "expressions.csv").read_text(encoding="utf-8").splitlines()))
SCORED = [row for row in ROWS if row["scored_on"] != "not scored"]
EXACT = 67


def answer(words: str, issued: date, language: str = "en") -> tuple[str, ...]:
    """The dates of an expression; `TODO` where it is left open."""
    try:
        return resolve_date(words, issued, language=language)
    except Unsettled:
        return ("TODO",)


def is_exact(row: dict[str, str]) -> bool:
    """Whether an expression has one of the expected dates; an offset that only the place gives may be missing."""
    found = answer(row["expression"], date.fromisoformat(row["anchor_date"]))
    accepted = [row["expected_edtf"], *row["also_acceptable"].split(";")]
    return len(found) == 1 and any(one == found[0] or one.startswith(f"{found[0]}+") for one in accepted)


def test_all_scored_expressions_of_the_table_are_exact() -> None:
    wrong = [row["expression"] for row in SCORED if not is_exact(row)]

    assert len(SCORED) - len(wrong) == EXACT == len(SCORED), wrong


@pytest.mark.parametrize("row", [row for row in ROWS if row not in SCORED], ids=lambda row: row["expression"])
def test_what_is_not_scored_is_settled_or_asked(row: dict[str, str]) -> None:
    assert answer(row["expression"], date.fromisoformat(row["anchor_date"])) != ()


SIBLINGS = list(csv.reader((DATA / "drafting" / "siblings.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(("language", "issued", "words", "expected"), SIBLINGS, ids=lambda one: one)
def test_siblings_of_the_expressions(language: str, issued: str, words: str, expected: str) -> None:
    assert answer(words, date.fromisoformat(issued), language) == tuple(expected.split(";") if expected else ())


@pytest.mark.parametrize("year", [1, 9999])
def test_dates_at_the_ends_of_the_calendar_are_no_crash(year: int) -> None:
    for language, _, words, _ in SIBLINGS:
        answer(words, date(year, 1, 1), language)
