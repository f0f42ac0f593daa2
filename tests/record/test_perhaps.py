"""What lies only perhaps in a range that was asked for, and approximate events that lie near it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from made_up import event, ids, loaded, write
from notations import days, notations, qualified

from diplotimeline import Claim, Event, Selection, Timeline, export, load, parse_date, select
from diplotimeline.phrases import why_perhaps
from diplotimeline.record.chronology import parted, top
from diplotimeline.record.selection import near

SOURCES = {
    name: {"title": f"A text of {name}", "publisher": name, "issued": "2099"} for name in ("statement", "Herald")
}
DATES = {
    "first": "2022-09-01", "begun": "2022-09-13/", "around": "2022-09-13~", "unsure": "2022-09-30?",
    "edge": "2022-09-30~", "before": "[..2022-10-06]", "ongoing": "2022-07-01/..", "month": "2022-09",
}  # fmt: skip
TOLD = event("2022-08-01", id="told", claims=[{"source": "statement"}, {"source": "Herald", "date": "2022-09-20"}])
DENIED = event(
    "2022-08-01", id="denied", claims=[{"source": "Herald", "date": "2022-09-20", "stance": "denies"}]
)  # fmt: skip
PAIRS = st.tuples(notations(2022, 2022), qualified(2022, 2022))  # the date of an event and that of a claim
BOTH = event("2022-09-30~", id="both", claims=[{"source": "Herald", "date": "2022-09-20"}])
PERHAPS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "in a month": (
        {"on": "2022-09"},
        {
            "told": "only by the date of Herald: 20 Sep 2022", "edge": "the date is approximate",
            "both": "the date is approximate", "before": "no first day is known",
        },
    ),
    "in two months that touch": (
        {"on": ("2022-09", "2022-10")},
        {"told": "only by the date of Herald: 20 Sep 2022", "before": "no first day is known"},
    ),
    "in one of two ranges": (
        {"on": ("2022-09-20", "2022-08-01")},
        {
            "begun": "no last day is known", "before": "no first day is known",
            "both": "only by the date of Herald: 20 Sep 2022",
        },
    ),
    "long before": ({"on": "1995"}, {"before": "no first day is known"}),
    "from a day on": (
        {"start": "2022-09-14"},
        {
            "told": "only by the date of Herald: 20 Sep 2022", "begun": "no last day is known",
            "before": "no first day is known",
        },
    ),
    "up to a day": ({"end": "2022-10-06"}, {}),
    "certain": ({"on": "2022-09", "certain": True}, {}),
    "without a range": ({}, {}),
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Timeline:
    events = (event(date, name, id=name) for name, date in DATES.items())
    return loaded(tmp_path, *events, TOLD, DENIED, BOTH, sources=SOURCES)


@pytest.mark.parametrize(("filters", "reasons"), PERHAPS.values(), ids=PERHAPS)
def test_every_event_that_lies_there_only_perhaps_has_a_reason(
    record: Timeline, filters: dict[str, Any], reasons: dict[str, str]
) -> None:
    found = select(record, Selection(**filters))
    inside, doubtful = parted(found)

    assert {one.id: why_perhaps(found, one) for one in doubtful} == reasons
    assert [why_perhaps(found, one) for one in inside] == [""] * len(inside)
    assert sorted(ids(found)) == sorted(one.id for one in (*inside, *doubtful))


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("number", [1, 3, 6, 7, 9, 100])
def test_the_top_is_counted_as_it_is_printed(record: Timeline, number: int, reverse: bool) -> None:  # noqa: FBT001
    found = select(record, Selection(on="2022-09"))
    inside, doubtful = parted(found, reverse=reverse)
    kept = top(found, number, reverse=reverse)

    assert set(ids(kept)) == {one.id for one in [*inside, *doubtful][:number]}
    assert ids(kept) == [one for one in ids(found) if one in set(ids(kept))]


NEAR: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a day after": ({"start": "2022-10-01"}, ["2022-09-30~"]),
    "two days after": ({"start": "2022-10-02"}, []),
    "a day before": ({"end": "2022-09-12"}, ["2022-09-13~"]),
    "on the day between": ({"on": ("2022-09-12", "2022-10-01")}, ["2022-09-13~", "2022-09-30~"]),
    "of a type that none has": ({"start": "2022-10-01", "types": "call"}, []),
    "with certainty": ({"start": "2022-10-01", "certain": True}, []),
    "without a range": ({"words": "edge"}, []),
    "with words": ({"start": "2022-10-01", "words": "edge"}, ["2022-09-30~"]),
    "with other words": ({"start": "2022-10-01", "words": "month"}, []),
}


@pytest.mark.parametrize(("filters", "dates"), NEAR.values(), ids=NEAR)
def test_an_approximate_event_just_outside_is_near(tmp_path: Path, filters: dict[str, Any], dates: list[str]) -> None:
    record = loaded(tmp_path, *(event(date, name, id=name) for name, date in DATES.items()))

    assert [when.edtf for when in near(record, Selection(**filters))] == dates


def test_the_date_of_a_claim_may_be_near(tmp_path: Path) -> None:
    claims = [{"source": "statement", "date": "2022-09-30~"}]
    record = loaded(tmp_path, event("2022-08-01", claims=claims))

    assert [when.edtf for when in near(record, Selection(start="2022-10-01"))] == ["2022-09-30~"]


@given(
    st.lists(st.tuples(notations(2022, 2022), qualified(2022, 2022)), max_size=5),
    st.lists(days(2022, 2022), max_size=3),
)
def test_no_event_is_kept_twice_or_lost_and_none_that_is_certain_is_in_doubt(
    dates: Sequence[tuple[str, str]], on: list[str]
) -> None:
    events = tuple(
        Event(date=parse_date(own), title="x", claims=(Claim(source="s", date=parse_date(claimed)),))
        for own, claimed in dates
    )
    timeline = Timeline(events=events)
    found = select(timeline, Selection(on=tuple(on)))
    inside, doubtful = parted(found)

    assert sorted(map(id, (*inside, *doubtful))) == sorted(map(id, found.events))
    if on:
        certain = {id(one) for one in select(timeline, Selection(on=tuple(on), certain=True)).events}
        assert certain.isdisjoint(map(id, doubtful))
    else:
        assert not doubtful


# --- exports -------------------------------------------------------------------------------------------------------


@settings(max_examples=10)
@given(st.data())
def test_a_subset_exported_is_the_subset_of_the_export(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    dates = data.draw(st.lists(PAIRS, min_size=1, max_size=6))
    types = ("call", "meeting")
    events = [
        event(own, f"Event {n}", type=types[n % 2], claims=[{"source": "statement", "date": claimed}])
        for n, (own, claimed) in enumerate(dates)
    ]
    whole = load(write(tmp_path_factory.mktemp("subset") / "a.yaml", *events, timezone="Asia/Yerevan"))
    chosen: tuple[dict[str, Any], ...] = (
        {"types": "call"},
        {"on": "2022-09"},
        {"start": "2022-06", "types": "meeting"},
    )
    for filters in chosen:
        part = select(whole, Selection(**filters))
        kept = set(ids(part))
        for rows in ("events", "claims"):
            everything, some = (export(one, "csv", rows=rows).splitlines() for one in (whole, part))
            assert some == [everything[0], *(line for line in everything[1:] if line.split(",")[0] in kept)]
        lines = export(whole, "jsonl").splitlines()
        assert export(part, "jsonl").splitlines() == [line for line in lines if json.loads(line)["id"] in kept]
        documents = [json.loads(export(one, "json"))["events"] for one in (whole, part)]
        assert documents[1] == [one for one in documents[0] if one["id"] in kept]


@pytest.mark.parametrize("doubted", [True, False])
@pytest.mark.parametrize("format", ["markdown", "html", "markwhen", "timelinejs"])
def test_a_document_for_readers_says_what_is_in_doubt(record: Timeline, format: str, doubted: bool) -> None:  # noqa: FBT001
    text = str(export(select(record, Selection(on="2022-09")) if doubted else record, format))

    assert text.count("Perhaps outside the days selected") == (4 if doubted else 0)
