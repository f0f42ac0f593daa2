"""Filters by date: what touches a range possibly, what certainly, and which ranges are refused."""

import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from made_up import event, ids, loaded
from notations import dates, notations
from readings import days_of, readings
from together import together

from diplotimeline import CallError, Claim, DateError, Event, Selection, Timeline, parse_date, select
from diplotimeline.record.selection import removals

STANCES = ("asserts", "denies", "doubts")

DATES = {
    "august": "2022-08-31",
    "month": "2022-09",
    "night": "2022-09-12/2022-09-13",
    "either": "[2022-09-12,2022-09-28]",
    "begun": "2022-09-13/",
    "last": "2022-09-30",
    "around": "2022-10~",
    "ongoing": "2022-12-12/..",
}
POSSIBLE: dict[str, tuple[dict[str, Any], str]] = {
    "from a year on": ({"start": "2022"}, "august month night either begun last around ongoing"),
    "from a later year on": ({"start": "2023"}, "begun ongoing"),
    "up to a year": ({"end": "2022"}, "august month night either begun last around ongoing"),
    "up to an earlier year": ({"end": "2021"}, ""),
    "from a month on, its first day included": ({"start": "2022-10"}, "begun around ongoing"),
    "up to a month, its last day included": ({"end": "2022-09"}, "august month night either begun last"),
    "from a day on": ({"start": "2022-09-14"}, "month either begun last around ongoing"),
    "from a day on, that day included": ({"start": "2022-09-30"}, "month begun last around ongoing"),
    "up to a day, that day included": ({"end": "2022-08-31"}, "august"),
    "up to the day before": ({"end": "2022-08-30"}, ""),
    "from a written day on": ({"start": "14 September 2022"}, "month either begun last around ongoing"),
    "up to a written month": ({"end": "August 2022"}, "august"),
    "from one day to another": ({"start": "2022-09-13", "end": "2022-09-28"}, "month night either begun"),
    "from a day to the same day": ({"start": "2022-09-30", "end": "2022-09-30"}, "month begun last"),
    "from a day to the end of its month": ({"start": "2022-09-29", "end": "2022-09"}, "month begun last"),
    "between two days of which it was one": ({"start": "2022-09-20", "end": "2022-09-21"}, "month begun"),
    "in a year": ({"on": "2022"}, "august month night either begun last around ongoing"),
    "in a month": ({"on": "2022-09"}, "month night either begun last"),
    "in a written month": ({"on": "September 2022"}, "month night either begun last"),
    "on a day": ({"on": "2022-09-12"}, "month night either"),
    "on a written day": ({"on": "30 September 2022"}, "month begun last"),
}
CERTAIN: dict[str, tuple[dict[str, Any], str]] = {
    "in a month": ({"on": "2022-09"}, "month night either begun last"),
    "from one day to another": ({"start": "2022-09-13", "end": "2022-09-28"}, "night begun"),
    "on a day": ({"on": "2022-09-12"}, "night"),
    "from a day on, however long": ({"start": "2022-09-13"}, "night begun last ongoing"),
    "up to a day": ({"end": "2022-09-13"}, "august night begun"),
    "in a month that is only approximate": ({"on": "2022-10"}, ""),
    "after the beginning of what goes on": ({"on": "2023-01"}, "ongoing"),
}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an end before the beginning": ({"start": "2023", "end": "2022"}, "2023 comes after 2022"),
    "an end a day too early": ({"start": "2022-09-14", "end": "2022-09-13"}, "2022-09-14 comes after 2022-09-13"),
    "--on with --from": ({"on": "2022", "start": "2022"}, "--on cannot be used together with --from or --to"),
    "--on with --to": ({"on": "2022", "end": "2022"}, "--on cannot be used together with --from or --to"),
    "--certain without a range": ({"certain": True}, "--certain needs a range of dates"),
}
NO_DATES = {
    "a day and a month in an uncertain order": "04/10/2022",
    "a month and a figure": "Sept 2",
    "words": "last week",
    "EDTF that is no plain date": "2022-09~",
    "a day that is not in the calendar": "2022-09-31",
}


@pytest.fixture
def dated(tmp_path: Path) -> Timeline:
    events = (event(date, name, id=name) for name, date in DATES.items())
    return loaded(tmp_path, *events)


def kept(timeline: Timeline, **filters: Any) -> set[str]:
    return set(ids(select(timeline, Selection(**filters))))


@together(("filters", "names"), POSSIBLE.values())
def test_an_event_is_kept_that_may_have_happened(dated: Timeline, filters: dict[str, str], names: str) -> None:
    assert kept(dated, **filters) == set(names.split())


@pytest.mark.parametrize(("filters", "names"), CERTAIN.values(), ids=CERTAIN)
def test_only_what_certainly_happened_is_kept(dated: Timeline, filters: dict[str, str], names: str) -> None:
    assert kept(dated, **filters, certain=True) == set(names.split())


@pytest.mark.parametrize(("filters", "message"), REFUSED.values(), ids=REFUSED)
def test_a_range_is_refused(dated: Timeline, filters: dict[str, Any], message: str) -> None:
    with pytest.raises(CallError) as caught:
        select(dated, Selection(**filters))

    assert message in caught.value.message
    assert caught.value.help


@together("name", ["start", "end", "on"])
@together("text", NO_DATES.values())
def test_no_date_is_guessed_from(dated: Timeline, text: str, name: str) -> None:
    with pytest.raises(DateError) as caught:
        kept(dated, **{name: text})

    assert caught.value.message.startswith(repr(text))
    assert caught.value.help


def test_both_readings_of_an_ambiguous_date_are_named(dated: Timeline) -> None:
    with pytest.raises(DateError, match=r"4 October 2022 .*10 April 2022"):
        select(dated, Selection(start="04/10/2022"))


@together(("filters", "names"), POSSIBLE.values())
def test_what_is_certain_is_possible(dated: Timeline, filters: dict[str, str], names: str) -> None:
    assert kept(dated, **filters, certain=True) <= kept(dated, **filters)


def test_what_a_range_removes_is_told_on_either_side(dated: Timeline) -> None:
    assert removals(dated, Selection(start="2022-09-20", end="21 September 2022")) == [
        ("are before 2022-09-20", 2),
        ("are after 2022-09-21", 3),
        ("are outside the range", 1),
    ]


def test_what_certainty_removes_is_told(dated: Timeline) -> None:
    assert removals(dated, Selection(end="2022-08-31", certain=True)) == [
        ("are after 2022-08-31", 7),
        ("are not certain to lie in the range", 0),
    ]


CLAIMED: dict[str, tuple[dict[str, Any], set[str]]] = {
    "on the day of the event": ({"on": "2022-09-13"}, {"told", "denied", "plain"}),
    "on the day of a claim": ({"on": "2022-09-20"}, {"told"}),
    "on the day of a denying claim": ({"on": "2022-09-25"}, set()),
    "from between them on": ({"start": "2022-09-15"}, {"told"}),
    "up to between them": ({"end": "2022-09-15"}, {"told", "denied", "plain"}),
    "between them": ({"start": "2022-09-15", "end": "2022-09-18"}, set()),
    "certain on the day of the event": ({"on": "2022-09-13", "certain": True}, {"denied", "plain"}),
    "certain on the day of a claim": ({"on": "2022-09-20", "certain": True}, set()),
    "certain in the month of both": ({"on": "2022-09", "certain": True}, {"told", "denied", "plain"}),
}


@pytest.mark.parametrize(("filters", "names"), CLAIMED.values(), ids=CLAIMED)
def test_the_dates_of_asserting_claims_count(tmp_path: Path, filters: dict[str, Any], names: set[str]) -> None:
    stances = {"told": {"date": "2022-09-20"}, "denied": {"date": "2022-09-25", "stance": "denies"}, "plain": {}}
    told = (
        event(id=name, claims=[{"source": "statement"}, {"source": "statement", **claim}])
        for name, claim in stances.items()
    )

    assert kept(loaded(tmp_path, *told), **filters) == names


@st.composite
def asked(draw: st.DrawFn) -> tuple[dict[str, Any], list[tuple[float, float]]]:
    """A range as it is typed, or several, and their first and last days."""
    texts = draw(st.lists(dates(2022, 2022), min_size=1, max_size=3))
    if draw(st.booleans()):
        return {"on": tuple(texts)}, [(days_of(text)[0], days_of(text)[-1]) for text in texts]
    texts = texts[:2]
    starts, ends = [days_of(text)[0] for text in texts], [days_of(text)[-1] for text in texts]
    if len(texts) == 2 and starts[0] <= ends[1]:
        return {"start": texts[0], "end": texts[1]}, [(starts[0], ends[1])]
    if draw(st.booleans()):
        return {"start": texts[0]}, [(starts[0], math.inf)]
    return {"end": texts[0]}, [(-math.inf, ends[0])]


@settings(max_examples=60)
@given(
    st.lists(notations(2022, 2022), min_size=1, max_size=3),
    st.sampled_from(STANCES),
    notations(2022, 2022),
    asked(),
)
def test_filters_agree_with_the_readings_of_every_date(
    texts: list[str], stance: str, text: str, asked: tuple[dict[str, Any], list[tuple[float, float]]]
) -> None:
    own, *claimed = texts
    claims = [Claim(source="s", date=parse_date(one)) for one in claimed]
    claims.append(Claim(source="s", date=parse_date(text), stance=stance))
    timeline = Timeline(events=(Event(date=parse_date(own), title="x", claims=tuple(claims), id="x"),))
    counted = [*texts, *([text] if stance == "asserts" else [])]
    filters, ranges = asked
    touches = [
        [[start <= last and end >= first for start, end in readings(one)] for one in counted] for first, last in ranges
    ]
    plain = not any(re.search("[?~%]", one) for one in counted)
    possible = any(any(map(any, dates)) for dates in touches)
    certain = plain and any(all(map(all, dates)) for dates in touches)

    assert kept(timeline, **filters) == ({"x"} if possible else set())
    assert kept(timeline, **filters, certain=True) == ({"x"} if certain else set())
