"""Whose word a claim is: sides, versions of a statement, and who began."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from written import loaded

from diplotimeline import Actor, Claim, Event, Source, Timeline, check, parse_date

REGISTERS = """\
actors:
  a: {name: A, kind: state}
  army: {name: Army of A, of: a}
  b: {name: B, kind: state}
sources:
  original: {title: Without a speaker}
  copy: {title: Copy, speaker: army, version_of: original}
  mine: {title: Of A, speaker: a}
  theirs: {title: Of B, speaker: b}
"""


def found(folder: Path, event: str) -> list[str]:
    """What these rules find wrong with an event."""
    rules = ("weak-confirmation", "undeclared-dispute", "unknown-actor")
    problems = check(loaded(folder, f"{REGISTERS}events:\n  - {{date: 2022, title: T, {event}}}\n"))
    return [one.rule for one in problems if one.rule in rules]


def test_a_version_speaks_for_whom_it_names_when_the_original_names_nobody(tmp_path: Path) -> None:
    by_one, by_two = (
        f"status: confirmed, claims: [{{source: copy}}, {{source: {other}}}]" for other in ("mine", "theirs")
    )

    assert found(tmp_path, by_one) == ["weak-confirmation"]
    assert found(tmp_path, by_two) == []


def test_a_mistyped_initiator_is_no_dispute(tmp_path: Path) -> None:
    began = "{source: %s, actors: [{who: %s, role: initiator}]}"
    mine = began % ("mine", "b")

    assert found(tmp_path, f"claims: [{mine}, {began % ('theirs', 'a')}]") == ["undeclared-dispute"]
    assert found(tmp_path, f"claims: [{mine}, {began % ('theirs', 'bb')}]") == ["unknown-actor"]


def test_an_event_that_names_both_as_initiators_settles_no_dispute_between_its_claims(tmp_path: Path) -> None:
    both = "actors: [{who: a, role: initiator}, {who: b, role: initiator}]"
    mine, army, theirs = (
        f"{{source: {source}, actors: [{{who: {who}, role: initiator}}]}}"
        for source, who in (("mine", "b"), ("original", "army"), ("theirs", "a"))
    )

    assert found(tmp_path, f"{both}, claims: [{mine}, {theirs}]") == ["undeclared-dispute"]
    assert found(tmp_path, f"claims: [{{source: copy, {both}}}, {mine}, {theirs}]") == ["undeclared-dispute"]
    assert found(tmp_path, f"{both}, claims: [{army}, {theirs}]") == []
    assert found(tmp_path, f"{both}, claims: [{mine}, {{source: theirs}}]") == []


# What stands in a source that names no speaker, and whether it and A are one voice.
NAMED = {
    "the publisher is the other by name": ("publisher: a", True),
    "by its name in other letters": ("publisher: Army of  A", True),
    "the publisher is nobody that is known": ("publisher: C Press", False),
    "the author is the other by name": ("author: A", True),
    "the author is somebody else": ("author: C. Dee", False),
    "the publisher goes before the author": ("author: C. Dee, publisher: A", True),
}


@pytest.mark.parametrize(("who", "is_weak"), NAMED.values(), ids=NAMED)
def test_who_published_or_wrote_a_source_is_the_actor_of_that_name(tmp_path: Path, who: str, *, is_weak: bool) -> None:
    text = REGISTERS.replace("sources:\n", f"sources:\n  unsigned: {{title: Unsigned, {who}}}\n")
    event = "{date: 2022, title: T, status: confirmed, claims: [{source: mine}, {source: unsigned}]}"
    problems = check(loaded(tmp_path, f"{text}events:\n  - {event}\n"))

    assert ("weak-confirmation" in [one.rule for one in problems]) == is_weak


WHO = "abcdef"
KINDS = (None, "state", "person", "government-body", "armed-group", "igo")


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Actor]:
    """Actors that each belong to some of those before them."""
    actors: dict[str, Actor] = {}
    for id in WHO:
        above = draw(st.lists(st.sampled_from([*actors]), max_size=3, unique=True)) if actors else []
        actors[id] = Actor(name=id.upper(), id=id, kind=draw(st.sampled_from(KINDS)), of=tuple(above))
    return actors


def ways_up(actors: dict[str, Actor], way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every way from an actor through `of`, as long as it may be walked: through no igo, from no member into one."""
    yield way
    last = actors[way[-1]]
    for above in last.of:
        member = last.kind in ("state", "armed-group") and actors[above].kind == "igo"
        if last.kind != "igo" and not member:
            yield from ways_up(actors, (*way, above))


def are_one(actors: dict[str, Actor], one: str, other: str) -> bool:
    ends, others = ({way[-1] for way in ways_up(actors, (voice,))} for voice in (one, other))
    return one in others or other in ends or any(actors[id].kind != "igo" for id in ends & others)


@given(registers(), st.lists(st.lists(st.sampled_from(WHO), min_size=1, unique=True), min_size=1, max_size=3))
def test_confirmed_is_what_two_voices_say_of_whom_no_way_leads_to_a_common_state_or_body(
    actors: dict[str, Actor], speakers: list[list[str]]
) -> None:
    sources = {f"s{number}": Source(title="S", speaker=tuple(who)) for number, who in enumerate(speakers)}
    event = Event(
        date=parse_date("2022"), title="T", status="confirmed", claims=tuple(Claim(source=id) for id in sources)
    )
    found = [one.rule for one in check(Timeline(actors=actors, sources=sources, events=(event,)))]
    pairs = combinations({voice for who in speakers for voice in who}, 2)

    assert ("weak-confirmation" in found) != any(not are_one(actors, *pair) for pair in pairs)


SAID = {
    "one of a state": ("[army]", "only A asserts it"),
    "two of a state": ("[army, a]", "only A asserts it"),
    "one with two offices": ("[both]", "only Of Both asserts it"),
    "one of two sides and one of them": ("[both, a]", "only A asserts it"),
    "no one in common": ("[both, bc, ca]", "only Of Both, Of B and C and Of C and A assert it"),
}


@pytest.mark.parametrize(("voices", "said"), SAID.values(), ids=SAID)
def test_who_alone_asserts_it_is_named(tmp_path: Path, voices: str, said: str) -> None:
    more = "  both: {name: Of Both, of: [a, b]}\n  c: {name: C}\n  bc: {name: Of B and C, of: [b, c]}\n"
    more += "  ca: {name: Of C and A, of: [c, a]}\n"
    text = REGISTERS.replace("sources:\n", f"{more}sources:\n")
    event = f"{{date: 2022, title: T, status: confirmed, claims: [{{source: original, according_to: {voices}}}]}}"
    (message,) = (
        one.message
        for one in check(loaded(tmp_path, f"{text}events:\n  - {event}\n"))
        if one.rule == "weak-confirmation"
    )

    assert message == f"confirmed, but {said}"
