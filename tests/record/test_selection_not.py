"""Filters that leave out, lists with commas, places and speakers."""

from pathlib import Path
from typing import Any

import pytest
from made_up import bundled, event, ids, loaded
from together import together

from diplotimeline import CallError, Selection, Timeline, select

ACTORS = {
    "smith": {"name": "Smith, John"},
    "firm": {"name": "Fire+Water, Ltd"},
    "state": {"name": "Tavoria"},
    "envoy": {"name": "Ana Orlov", "of": "state"},
    "ardelia": {"name": "Ardelia"},
    "council": {"name": "Ardelian Council", "of": ["ardelia"]},
    "judge": {"name": "Ivo Rask", "of": ["firm", "council"]},
}
KEPT: dict[str, tuple[dict[str, Any], str]] = {
    "a name with a comma, whole": ({"actors": "smith, john"}, "one"),
    "a name with a plus sign and a comma, whole": ({"actors": "Fire+Water, Ltd"}, "two four"),
    "any of a list": ({"actors": "smith,firm"}, "one two four"),
    "a list in which one is several": ({"actors": "smith+envoy, firm"}, "one two four"),
    "a list given with another": ({"actors": ("firm,state", "smith")}, "one two three four"),
    "a list of tags": ({"tags": "talks,y"}, "one two"),
    "a tag with a comma, whole": ({"tags": "x, y"}, "three"),
    "a list of types": ({"types": "meeting, CALL"}, "one two"),
    "several words, any of them": ({"words": ("first", "third")}, "one three"),
    "words with a comma are one text": ({"words": "first, really"}, "one"),
    "several days": ({"on": ("2022-09-01", "2022-09-03")}, "one three"),
    "several days, certainly": ({"on": ("2022-09-01", "2022-09-04"), "certain": True}, "one"),
    "not an actor, its members neither": ({"not_actors": "state"}, "two four"),
    "not all of several": ({"not_actors": "smith+firm"}, "one two three four"),
    "not a list of types": ({"not_types": "meeting,call"}, "three four"),
    "not a status": ({"not_statuses": "confirmed"}, "one two four"),
    "not a tag": ({"not_tags": ("talks", "y")}, "three four"),
    "not a source": ({"not_sources": "other"}, "one three"),
    "not words": ({"not_words": ("second", "THIRD")}, "one four"),
    "an actor, but not with another": ({"actors": "state", "not_actors": "smith"}, "three"),
    "a place": ({"places": "porto-novo"}, "one"),
    "a place that one claim names": ({"places": "lac leman"}, "two"),
    "said by a state through its people": ({"said_by": "tavoria"}, "two four"),
    "said by the second of joint speakers": ({"said_by": "ardelia"}, "four"),
    "said by both, who speak jointly": ({"said_by": "ardelia+tavoria"}, "four"),
    "said by one to whom a source that has speakers passes on": ({"said_by": "firm"}, "four"),
    "an actor through the second that somebody belongs to": ({"actors": "ardelia"}, "four"),
    "words in the name of the second speaker": ({"words": "ardelian council"}, "four"),
    "not who belongs to another as well": ({"not_actors": "ardelia"}, "one two three"),
}


@pytest.fixture
def small(tmp_path: Path) -> Timeline:
    sources = {
        "statement": {"title": "A"},
        "other": {"title": "B", "speaker": "envoy"},
        "joint": {"title": "C", "speaker": ["envoy", "council"]},
    }
    events = (
        event("2022-09-01", "The first, really", id="one", actors=["smith", "envoy"], type="meeting", tags=["talks"],
              place="Porto‑Novo"),
        event("2022-09-02", "The second", id="two", actors=["firm"], type="call", tags=["y"],
              claims=[{"source": "other", "place": "Lac Léman"}]),
        event("[2022-09-03,2022-09-05]", "The third", id="three", actors=["envoy"], tags=["x, y"], status="confirmed"),
        event("2022-09-20", "The fourth", id="four", actors=["judge"], type="other",
              claims=[{"source": "joint"}, {"source": "other", "according_to": ["firm", "judge"]}]),
    )  # fmt: skip
    return loaded(tmp_path, *events, actors=ACTORS, sources=sources)


@together(("filters", "expected"), KEPT.values())
def test_keeps(small: Timeline, filters: dict[str, Any], expected: str) -> None:
    assert set(ids(select(small, Selection(**filters)))) == set(expected.split())


@pytest.mark.parametrize("filters", [{"not_types": "meetng"}, {"actors": "smith,nobody"}, {"not_words": " "}])
def test_what_is_not_known_is_refused(small: Timeline, filters: dict[str, Any]) -> None:
    with pytest.raises(CallError):
        select(small, Selection(**filters))


@pytest.mark.parametrize(
    ("name", "value"),
    [("actors", "usa"), ("types", "meeting"), ("sources", "eu-2022-10-06"), ("statuses", "confirmed"),
     ("words", "geneva")],
)  # fmt: skip
def test_a_filter_and_its_opposite_share_out_the_events(name: str, value: str) -> None:
    filters: list[dict[str, Any]] = [{name: value}, {f"not_{name}": value}]
    kept, left = (select(bundled(), Selection(**one)).events for one in filters)

    assert len(kept) * len(left) > 0
    assert sorted(ids(bundled())) == sorted([one.id for one in (*kept, *left)])
