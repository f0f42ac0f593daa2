"""Every rule of what tells no event has a sentence that it alone refuses, and one like it that it lets pass."""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates
from diplotimeline.drafting.genres import RULES

ROWS = list(csv.DictReader((DATA / "rules.csv").read_text(encoding="utf-8").splitlines()))
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['rule']}-{row['language']}")


def reasons(row: dict[str, str], sentence: str) -> list[str]:
    """Why each thing that a sentence tells is no event; empty for an event."""
    issued = date.fromisoformat(row["issued"])
    return [one.reason for one in candidates(row[sentence], issued, language=row["language"])]


def test_every_rule_has_its_sentences() -> None:
    assert {row["rule"] for row in ROWS} == {*RULES}


@every_row
def test_with_the_rule_its_example_is_refused_for_its_reason(row: dict[str, str]) -> None:
    assert {*reasons(row, "refused")} == {RULES[row["rule"]][1]}


@every_row
def test_without_the_rule_its_example_becomes_an_event(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, row["rule"])

    assert "" in reasons(row, "refused")


@every_row
def test_the_counter_example_is_an_event(row: dict[str, str]) -> None:
    assert "" in reasons(row, "kept")
