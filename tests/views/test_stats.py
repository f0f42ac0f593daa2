"""The counts in the terminal, and how long ago something was in a sentence."""

from pathlib import Path

import pytest
from calling import call
from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from made_up import BUNDLED, bundled, event, loaded, write
from printing import printed
from rich.cells import cell_len

from diplotimeline import parse_date
from diplotimeline.views import stats as view

AS_OF = "2022-10-06"


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


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    assert [line for line in printed(view.stats(timeline_of(text), width)) if cell_len(line) > min(width, 100)] == []


def test_nothing_is_cut() -> None:
    seen = " ".join("".join(printed(view.stats(bundled(), 60))).split())

    assert "…" not in seen.replace(" … ", "")


def test_a_record_says_nothing_of_the_days_after_its_end() -> None:
    later, then = (call("stats", BUNDLED, "--since-last", "call", "--as-of", day).out for day in ("2023-01-01", AS_OF))

    assert later.endswith("\nThe record ends on 6 Oct 2022; it does not say what came later.\n")
    assert "The record ends" not in then


def test_a_record_of_what_goes_on_has_no_end(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(type="call"), event(date="2022-09-14/..", title="It goes on"))
    said = printed(view.since(timeline, "call", parse_date("2030-01-01").first_day))

    assert said
    assert not [line for line in said if "The record ends" in line]
