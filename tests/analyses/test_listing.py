"""Lists: what a timeline holds, by the words that filters take, and how often."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made_up import bundled, event, loaded

from diplotimeline import CallError, Selection, select
from diplotimeline.analyses.listing import KINDS, Entry, listing
from diplotimeline.record.chronology import Timeline

ACTORS = {
    "ardelia": {"name": "Ardelia", "kind": "state"},
    "envoy": {"name": "Envoy Orn", "of": "ardelia"},
    "tavoria": {"name": "Tavoria", "kind": "state"},
    "nobody": {"name": "Nobody"},
}


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    return loaded(
        tmp_path,
        event(id="talks", title="They talk", actors=["envoy", "tavoria"], type="meeting", tags=["river", "peace"]),
        event(id="call", title="They call", actors=["ardelia", "envoy"], type="call", tags=["river"], place="Orn"),
        event("2022-09-15", id="fire", claims=[{"source": "statement", "place": "Orn"}, {"source": "other"}]),
        actors=ACTORS,
        sources={"statement": {"title": "A statement"}, "other": {"title": "Another"}, "third": {"title": "Third"}},
    )


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        # Of a state also what its people do, once in an event; who takes part in none is there too.
        ("actors", [("ardelia", "Ardelia", 2), ("envoy", "Envoy Orn", 2), ("tavoria", "Tavoria", 1),
                    ("nobody", "Nobody", 0)]),
        ("sources", [("statement", "A statement", 3), ("other", "Another", 1), ("third", "Third", 0)]),
        ("events", [("talks", "They talk", 1), ("call", "They call", 1), ("fire", "Something happens", 2)]),
        ("tags", [("river", "", 2), ("peace", "", 1)]),
        ("places", [("Orn", "", 2)]),
    ],
)  # fmt: skip
def test_each_kind_has_its_entries(timeline: Timeline, kind: str, right: list[tuple[str, str, int]]) -> None:
    assert listing(timeline, kind) == tuple(Entry(*one) for one in right)


def test_types_are_told_with_their_meaning(timeline: Timeline) -> None:
    listed = listing(timeline, "types")

    assert [(one.id, one.number) for one in listed] == [("meeting", 1), ("call", 1)]
    assert "telephone" in listed[1].name


@pytest.mark.parametrize(
    ("kind", "selection"),
    [("actors", lambda one: Selection(actors=(one,))), ("sources", lambda one: Selection(sources=(one,))),
     ("types", lambda one: Selection(types=(one,))), ("tags", lambda one: Selection(tags=(one,)))],
)  # fmt: skip
def test_a_filter_keeps_as_many_events_as_the_list_says(
    timeline: Timeline, kind: str, selection: Callable[[str], Selection]
) -> None:
    for whole in (timeline, bundled()):
        for id, _, number in listing(whole, kind):
            assert len(select(whole, selection(id)).events) == number, id


def test_an_empty_timeline_has_none_of_any_kind() -> None:
    assert [listing(Timeline(), kind) for kind in KINDS] == [()] * len(KINDS)


@pytest.mark.parametrize("kind", ["actor", "", "people", "ACTORS"])
def test_another_word_is_no_kind(timeline: Timeline, kind: str) -> None:
    with pytest.raises(CallError, match="there is no kind"):
        listing(timeline, kind)
