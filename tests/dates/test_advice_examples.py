"""What is said to texts that people take for dates: every answer was read by a person before it was kept."""

import csv

import pytest
from places import DATA

from diplotimeline.dates import parse
from diplotimeline.dates.advice import LONGEST_QUOTED
from diplotimeline.errors import DateError

with (DATA / "date_advice.csv").open(encoding="utf-8", newline="") as file:
    ANSWERS = [(row["written"], row["reason"], row["remedy"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("written", "reason", "remedy"), ANSWERS, ids=[written for written, _, _ in ANSWERS])
def test_is_told_why_it_is_no_date_and_what_to_write(written: str, reason: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(written)

    assert (caught.value.message, caught.value.help) == (f"{written!r} is not a date: {reason}", remedy)


@pytest.mark.parametrize("more", [0, 1])
def test_a_long_text_is_quoted_by_its_beginning(more: int) -> None:
    with pytest.raises(DateError) as caught:
        parse("x" * (LONGEST_QUOTED + more))

    assert caught.value.message.startswith(f"'{'x' * LONGEST_QUOTED}{'…' * more}' is not a date: ")
