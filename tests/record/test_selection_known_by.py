"""What was known by a day: only claims of sources that were certainly issued by then."""

from pathlib import Path
from typing import Any

import pytest
from made_up import event, ids, loaded

from diplotimeline import DateError, Selection, Timeline, select
from diplotimeline.phrases import key_facts
from diplotimeline.record.selection import removals

ISSUED = {
    "early": "2022-10-01", "late": "2022-10-09", "about": "2022-10-01~", "month": "2022-10", "open": "[..2022-10-05]",
    "after": "[2022-09-01..]", "until": "/2022-10-05", "lasting": "2022-09-01/",
}  # fmt: skip


@pytest.fixture
def told(tmp_path: Path) -> Timeline:
    sources = {id: {"title": id, "issued": when} for id, when in ISSUED.items()} | {"undated": {"title": "undated"}}
    both = [{"source": "early", "casualties": [{"who": "x", "killed": "3"}]}, {"source": "late"}]
    full: dict[str, Any] = {
        "casualties": [{"who": "x", "killed": "9"}],
        "status": "confirmed",
        "summary": "As was found later.",
    }
    events = [event(id=id, title=id, claims=[{"source": id}], **full) for id in sources]
    mixed = event(id="mixed", title="mixed", actors=["x"], claims=both, **full)
    return loaded(tmp_path, *events, mixed, sources=sources, actors={"x": {"name": "X"}})


@pytest.mark.parametrize(
    ("day", "known"),
    [("2022-09-30", ""), ("2022-10-01", "early mixed"), ("5 October 2022", "early open until mixed"),
     ("2022-10-08", "early open until mixed"), ("2022-10-31", "early late month open until mixed")],
)  # fmt: skip
def test_only_what_is_certainly_older_is_known(told: Timeline, day: str, known: str) -> None:
    assert set(ids(select(told, Selection(known_by=day)))) == set(known.split())


def test_what_rests_on_a_later_claim_is_left_out(told: Timeline) -> None:
    few = {one.id: one for one in select(told, Selection(known_by="2022-10-05")).events}
    mixed, early = few["mixed"], few["early"]

    assert (mixed.title, [one.who for one in mixed.actors]) == ("mixed", ["x"])
    assert (mixed.status, mixed.summary, mixed.casualties) == ("reported", "", ())
    assert [claim.source for claim in mixed.claims] == ["early"]
    assert mixed.claims[0].casualties
    assert (early.status, early.summary) == ("confirmed", "As was found later.")


def test_other_filters_do_not_see_what_was_not_known(told: Timeline) -> None:
    assert ids(select(told, Selection(known_by="2022-10-05", sources="late"))) == []
    assert "mixed" not in ids(select(told, Selection(known_by="2022-10-05", words="found later")))


def test_the_head_and_the_reasons_say_so(told: Timeline) -> None:
    assert "as known by 5 Oct 2022" in key_facts(select(told, Selection(known_by="2022-10-05")))
    assert not [fact for fact in key_facts(told) if "known" in fact]
    assert removals(told, Selection(known_by="2022-10-05"))[0] == (
        "are not known from sources certainly issued by 2022-10-05",
        6,
    )


@pytest.mark.parametrize("day", ["2022-10", "sometime", "2022-10-05/.."])
def test_it_is_a_day(told: Timeline, day: str) -> None:
    with pytest.raises(DateError):
        select(told, Selection(known_by=day))


@pytest.mark.parametrize(("status", "known"), [("planned", "planned"), ("disputed", "reported")])
def test_a_plan_does_not_become_what_happened(tmp_path: Path, status: str, known: str) -> None:
    sources = {id: {"title": id, "issued": when} for id, when in ISSUED.items()}
    claims = [{"source": "early"}, {"source": "late"}]
    timeline = loaded(tmp_path, event(date="2022-11-01", status=status, claims=claims), sources=sources)

    assert [one.status for one in select(timeline, Selection(known_by="2022-10-05")).events] == [known]
