"""`stats`: which question is answered, for whom, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from calling import call
from made_up import BUNDLED, event, write

AS_OF = "2022-10-06"


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


def test_what_lies_only_perhaps_in_the_range_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event("[..2022-10-20]", type="ceasefire"), event("2022-10-12"))
    for args in (("--json",), ("--since-last", "ceasefire")):
        assert call("stats", path, "--from", "2022-10-10", *args).err == "Perhaps in this range: 1 of 2 events.\n"
    whole = call("stats", path, "--from", "2022-10-10")
    assert (whole.out[:38], whole.err) == ("2 events (1 perhaps in this range) · 1", "")


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


def test_nothing_to_count_is_said(tmp_path: Path) -> None:
    answer = call("stats", write(tmp_path / "my.yaml", event()), "--from", "2023")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "No events: 1 of 1 is before 2023.\n"


def test_days_are_counted_to_today_when_no_day_is_given() -> None:
    before = date.today().isoformat()  # noqa: DTZ011 - the day where the person sits
    answer = call("stats", BUNDLED, "--since-last", "call")

    assert answer.code == 0
    assert any(f"as of {day}." in answer.out for day in (before, date.today().isoformat()))  # noqa: DTZ011
