"""Titles are whole: who did what to whom, in the number of those who do it; or there is none."""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates

ROWS = list(csv.DictReader((DATA / "titles.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_the_title_says_who_did_what(row: dict[str, str]) -> None:
    found = candidates(row["sentence"], date(2024, 6, 20), language=row["language"])

    assert [one.title for one in found if not one.reason] == [row["title"]]
