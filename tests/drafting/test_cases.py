"""Dates, texts and names as real statements have them: every sentence with the date that is wanted of it."""

import pytest
from scoring import events, is_right, rows, share

DATES = rows("dates.csv")
SETTLED = (
    "clock-time-day-from-context", "date-heading-chronology", "following-month-the-day",
    "footnote-on-year", "header-period-bullets", "month-dernier-after-a-year", "page-break",
    "quoted-printable", "season-homograph", "soft-hyphen", "this-summer", "tout-a-l-heure",
    "united-states-is-no-verb", "zero-width",
)  # fmt: skip
"""Kinds of `cases.csv` that dates, preparation and names decide; verbs decide the others."""


@pytest.mark.parametrize("row", DATES, ids=lambda row: f"{row['kind']}: {row['sentence'][:40]}")
def test_the_date_of_every_sentence_is_as_wanted(row: dict[str, str]) -> None:
    assert is_right(row), [(one.date, one.readings) for one in events(row)]


def test_cases_of_real_statements() -> None:
    by_kind = {kind: (right, of) for kind, right, of in share(rows("cases.csv"))}

    assert sum(right for right, _ in by_kind.values()) >= 85
    assert {kind: one for kind, one in by_kind.items() if kind in SETTLED and one[0] < one[1]} == {}
