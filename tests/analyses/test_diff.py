"""What has changed between two states of a chronology."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded, write

from diplotimeline import Actor, CallError, Claim, Event, Participant, Place, Source, Timeline, load, parse_date
from diplotimeline.analyses.diff import Difference, Entry, Section, changes_of, diff
from diplotimeline.analyses.wording import both_sides, without_notes
from diplotimeline.reading.merge import make_id

ACTORS = {"ardelia": {"name": "Ardelia"}, "tavoria": {"name": "Tavoria"}}
SOURCES = {name: {"title": name.title(), "issued": "2099-12-31"} for name in ("daily", "weekly")}
QUOTE = "The envoys met on the bridge of Orn"


def state(folder: Path, *events: dict[str, Any], **sections: Any) -> Timeline:
    return loaded(folder, *events, **{"actors": ACTORS, "sources": SOURCES, **sections})


def said(**fields: Any) -> dict[str, Any]:
    """An event of the daily source."""
    return event(**{"date": "2024-05-01", "title": "Envoys meet", "source": "daily", **fields})


def changed(difference: Difference) -> list[list[str]]:
    """The fields that differ, event by event."""
    return [[change.field for change in entry.changes] for entry in difference.events.changed]


def numbers(difference: Difference) -> tuple[int, int, int]:
    events = difference.events
    return len(events.changed), len(events.added), len(events.removed)


# --- which events are the same -------------------------------------------------------------------------------------

OTHER = said(title="Ardelia calls Tavoria", source="weekly")
SAME: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "by its id": (
        said(id="a", quote=QUOTE),
        said(id="a", date="2025", title="Other", source="weekly"),
        ["date", "claim", "claim", "title"],
    ),
    "by its quote, with another title and day": (
        said(quote=QUOTE),
        said(quote=QUOTE, date="2024-05-02", title="A meeting"),
        ["date", "title", "id"],
    ),
    "by its quote, with a new id": (said(quote=QUOTE), said(quote=QUOTE, id="bridge"), ["id"]),
    "by title, sources and day, where the quote is another": (
        said(quote=QUOTE),
        said(quote="The envoys talked", date="2024-05-02"),
        ["date", "quote", "id"],
    ),
}
OTHERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the same title a week later": (said(), said(date="2024-05-08")),
    "the same day and source without a quote": (said(), said(title="Envoys part")),
    "the same day and title of another source": (said(), said(date="2024-05-02", source="weekly")),
}


@pytest.mark.parametrize(("one", "other", "fields"), SAME.values(), ids=SAME)
def test_an_event_that_has_changed_is_found_again(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], fields: list[str]
) -> None:
    found = diff(state(tmp_path, one, OTHER), state(tmp_path, OTHER, other))

    assert numbers(found) == (1, 0, 0)
    assert changed(found) == [fields]


@pytest.mark.parametrize(("one", "other"), OTHERS.values(), ids=OTHERS)
def test_what_may_be_another_event_is_never_called_changed(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert numbers(diff(state(tmp_path, one), state(tmp_path, other))) == (0, 1, 1)


def test_of_two_events_of_one_day_and_title_the_one_that_is_gone_is_named(tmp_path: Path) -> None:
    """Their made ids end in numbers that follow their order: the second becomes the first."""
    one, other = said(quote=QUOTE), said(quote="The envoys met in Kesh", source="weekly")
    found = diff(state(tmp_path, one, other), state(tmp_path, other))

    assert numbers(found) == (0, 0, 1)
    assert [entry.latest.claims[0].quote for entry in found.events.removed] == [QUOTE]


def test_events_that_share_a_quote_are_not_taken_for_one_another(tmp_path: Path) -> None:
    one, other = (said(title=title, quote=QUOTE) for title in ("Envoys meet", "Envoys part"))
    later = (said(title=title, quote=QUOTE, date="2024-06") for title in ("Envoys talk", "Envoys leave"))

    assert numbers(diff(state(tmp_path, one, other), state(tmp_path, *later))) == (0, 2, 2)


# --- what differs --------------------------------------------------------------------------------------------------


def test_dates_and_quotes_come_first_and_notes_and_ids_last() -> None:
    claim = Claim(source="daily", quote="a", stance="doubts")
    one = Event(id="one", date=parse_date("2024"), title="A", note="n", summary="s", claims=(claim,))
    other = replace(
        one,
        id="other",
        date=parse_date("2025"),
        title="B",
        note="",
        claims=(replace(claim, quote="b", stance="denies"),),
    )

    assert [one.field for one in changes_of(one, other)] == ["date", "quote", "stance", "title", "note", "id"]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("ab", "ab", []),
        ("ab", "abc", [("claim", "c")]),
        ("abc", "ac", [("claim", "b")]),
        ("ab", "ba", [("claims", "")]),
        ("aa", "a", [("claim", "a")]),
        ("abc", "cab", [("claims", "")]),
    ],
    ids=["the same", "one more", "one less", "another order", "one of two of a source", "the last one first"],
)
def test_claims_are_told_one_by_one(old: str, new: str, fields: list[tuple[str, str]]) -> None:
    one, other = (
        Event(date=parse_date("2024"), title="A", claims=tuple(Claim(source=name) for name in names))
        for names in (old, new)
    )

    assert [(change.field, change.claim) for change in changes_of(one, other)] == fields


def test_a_quote_of_another_source_is_the_same_claim_with_another_source() -> None:
    one = Event(date=parse_date("2024"), title="A", claims=(Claim(source="daily", quote=QUOTE),))
    other = replace(one, claims=(Claim(source="weekly", quote=QUOTE),))

    assert [(change.field, change.old, change.new) for change in changes_of(one, other)] == [
        ("source", "daily", "weekly")
    ]


def test_a_clock_time_in_another_time_zone_is_another_time(tmp_path: Path) -> None:
    clock, day = said(date="2024-05-01T10:00"), said()
    zones = [{"timezone": "Europe/Oslo"}, {"timezone": "Asia/Yerevan"}]

    assert changed(diff(*(state(tmp_path, clock, **zone) for zone in zones))) == [["timezone"]]
    assert not diff(*(state(tmp_path, day, **zone) for zone in zones))


def test_two_names_that_look_alike_are_told_by_their_ids(tmp_path: Path) -> None:
    namesakes = {"x": {"name": "Ardelia"}, "y": {"name": "Ardelia"}}
    found = diff(*(state(tmp_path, said(id="a", actors=[who]), actors=namesakes) for who in "xy"))

    assert [both_sides(found, change) for change in found.events.changed[0].changes] == [("[x]", "[y]")]


def test_an_actor_or_source_of_another_id_alone_is_renamed(tmp_path: Path) -> None:
    old, new = state(tmp_path), state(tmp_path, actors={"ardelia": ACTORS["ardelia"], "tav": ACTORS["tavoria"]})
    found = diff(old, new)

    assert [entry.changes for entry in found.actors.changed] == [(("id", "tavoria", "tav", ""),)]
    assert numbers(found) == (0, 0, 0)
    assert [bool(entries) for entries in (found.actors.added, found.actors.removed, found.sources)] == [False] * 3


def test_title_and_summary_of_the_record_are_compared(tmp_path: Path) -> None:
    found = diff(state(tmp_path, title="A"), state(tmp_path, title="B", summary="S"))

    assert [(change.field, change.old, change.new) for change in found.head] == [
        ("title", "A", "B"),
        ("summary", "", "S"),
    ]
    assert found


def test_notes_for_curators_can_be_left_out(tmp_path: Path) -> None:
    one = said(id="a", note="secret", accepted={"no-quote": "secret"})
    old = state(tmp_path, one)
    new = state(tmp_path, {**one, "note": "more"}, said(id="b", note="secret", source="weekly", title="More"))
    found = diff(old, new)

    assert changed(found) == [["note"]]
    assert "secret" not in repr(without_notes(found).events)
    assert numbers(without_notes(found)) == (0, 1, 0)


# --- mistakes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [0, 1], ids=["old", "new"])
def test_an_entry_with_a_mistake_is_neither_changed_nor_gone(tmp_path: Path, side: int) -> None:
    good, bad = said(id="a"), said(id="a", type="chat")
    paths = [write(tmp_path / f"{number}.yaml", one, OTHER, sources=SOURCES) for number, one in enumerate((good, good))]
    write(paths[side], bad, OTHER, sources=SOURCES)
    found = diff(*map(load, paths))

    assert numbers(found) == (0, 0, 0)
    assert [entry.latest.id for entry in found.events.unsure] == ["a"]


def test_a_source_with_a_mistake_is_neither_changed_nor_gone(tmp_path: Path) -> None:
    good = write(tmp_path / "good.yaml", said(), sources=SOURCES)
    bad = write(tmp_path / "bad.yaml", said(), sources={**SOURCES, "weekly": {"title": "W", "url": "nowhere"}})
    found = diff(load(good), load(bad))

    assert [entry.latest.id for entry in found.sources.unsure] == ["weekly"]
    assert [*found.sources.changed, *found.sources.removed] == []
    assert not found.events


def test_a_side_that_could_not_be_read_whole_is_refused(tmp_path: Path) -> None:
    good = write(tmp_path / "good.yaml", said(), sources=SOURCES)
    bad = write(tmp_path / "bad.yaml", said(), sources=SOURCES, include=["absent.yaml"])

    with pytest.raises(CallError, match="could not be read"):
        diff(load(good), load(bad))


# --- what holds for any two states ---------------------------------------------------------------------------------

EMPTY: dict[str, Any] = {"actors": ()}
CLAIMS = st.builds(
    Claim, source=st.sampled_from(["s", "t"]), quote=st.sampled_from(["", "", "They met.", "They left."]),
    note=st.sampled_from(["", "n"]),
)  # fmt: skip


# Few kinds, so that many are alike; half of them have a written id.
EVENTS = st.builds(
    Event,
    id=st.sampled_from(["", "", "one", "two"]),
    date=st.sampled_from([*map(parse_date, ("2024-05-01", "2024-05-02", "2024~"))]),
    title=st.sampled_from(["A", "B"]),
    claims=st.lists(CLAIMS, min_size=1, max_size=2).map(tuple),
    actors=st.sampled_from([tuple(Participant(who=who) for who in ids) for ids in ("", "a", "b", "ab", "ba")]),
    place=st.sampled_from([None, Place(name="Orn")]),
)


def any_state(events: list[Event], actors: list[str], sources: list[str]) -> Timeline:
    """A chronology in which every event has an id of its own, as after loading."""
    found: dict[str, Event] = {}
    for one in events:
        made = make_id(one.date.edtf, one.title)
        ids = [one.id] if one.id else [made, *(f"{made}-{number}" for number in range(2, 9))]
        free = next((id for id in ids if id not in found), None)
        if free:
            found[free] = replace(one, id=free)
    return Timeline(
        events=tuple(found.values()),
        actors={id: Actor(name=name, id=id) for id, name in zip("abc", actors, strict=True) if name},
        sources={id: Source(title="S", id=id) for id in sources},
    )


STATES = st.builds(
    any_state,
    events=st.lists(EVENTS, max_size=5),
    actors=st.lists(st.sampled_from(["", "x", "y"]), min_size=3, max_size=3),
    sources=st.sampled_from([[], ["s"], ["t"], ["s", "t"]]),
)


def applied(section: Section[Any], old: Iterable[Any]) -> list[Any]:
    """The entries of the old side with what has changed, without what is gone, and with what is new."""
    gone = {id(entry.old) for entry in section.removed}
    new = {id(entry.old): entry for entry in section.changed}
    kept = [with_changes(new[id(item)]) if id(item) in new else item for item in old if id(item) not in gone]
    return [*kept, *(entry.new for entry in section.added)]


def with_changes(entry: Entry[Any]) -> Any:
    """The old entry, field by field as the changes say; claims as the new one has them if any change is of claims."""
    old: Any = entry.old
    fields: dict[str, Any] = {}
    for change in entry.changes:
        if change.claim or change.field == "claims":
            fields["claims"] = entry.latest.claims
        else:
            fields[change.field] = EMPTY.get(change.field) if change.new is None else change.new
    return replace(old, **fields)


def plainly(items: Iterable[Any]) -> list[str]:
    """Entries in a fixed order; of an id that is made, the number says nothing."""
    texts = []
    for item in items:
        made = isinstance(item, Event) and item.id.startswith(make_id(item.date.edtf, item.title))
        texts.append(repr(replace(item, id="") if made else item))
    return sorted(texts)


@given(one=STATES)
def test_nothing_differs_from_itself(one: Timeline) -> None:
    assert not diff(one, one)
    assert not diff(one, replace(one, events=tuple(replace(each) for each in one.events)))


@given(old=STATES, new=STATES)
def test_the_difference_applied_to_the_old_side_gives_the_new_one(old: Timeline, new: Timeline) -> None:
    found = diff(old, new)

    assert plainly(applied(found.events, old.events)) == plainly(new.events)
    assert plainly(applied(found.actors, old.actors.values())) == plainly(new.actors.values())
    assert plainly(applied(found.sources, old.sources.values())) == plainly(new.sources.values())
    assert bool(found) == (everything(old) != everything(new))


def everything(timeline: Timeline) -> list[list[str]]:
    return [plainly(items) for items in (timeline.events, timeline.actors.values(), timeline.sources.values())]


@settings(max_examples=60)
@given(old=STATES, new=STATES)
def test_the_other_way_round_what_was_added_is_removed(old: Timeline, new: Timeline) -> None:
    there, back = diff(old, new), diff(new, old)

    assert len(there.events.added) == len(back.events.removed)
    assert len(there.events.changed) == len(back.events.changed)


EACH = st.tuples(st.sampled_from(["A", "B"]), st.sampled_from([QUOTE, "They left the bridge of Orn"]))


@settings(max_examples=20)
@given(data=st.data())
def test_the_order_of_files_does_not_matter(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("files")
    told = [said(title=title, quote=quote) for title, quote in data.draw(st.lists(EACH, min_size=2, unique=True))]
    files = [write(folder / f"{number}.yaml", one, sources=SOURCES) for number, one in enumerate(told)]
    shuffled = data.draw(st.permutations(files))

    assert not diff(load(*files, quotes=False), load(*shuffled, quotes=False))


def test_the_bundled_record_does_not_differ_from_itself() -> None:
    assert not diff(bundled(), load("armenia-azerbaijan-2022"))
