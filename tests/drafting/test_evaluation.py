"""How good the drafting is, on sentences of diplomatic prose. The floors are what was reached: they only go up."""

import pytest
from evaluation import drafted, figures, sentences, worlds

SEEN = "seen.yaml"


def test_the_set_is_large_enough_to_say_something() -> None:
    read = sentences(SEEN)

    assert len(read) >= 60
    assert sum(not one["events"] for one in read) >= 20
    assert {one["lang"] for one in read} == {"en", "fr"}


def test_wanted_events_are_found_with_the_right_date() -> None:
    result = figures(SEEN)

    assert result.found / result.wanted >= 0.98, result.missed


def test_what_is_no_event_becomes_none() -> None:
    result = figures(SEEN)

    assert result.false / result.silent <= 0.01


def test_types_and_status_are_plausible() -> None:
    result = figures(SEEN)

    assert len(result.odd) / result.wanted <= 0.03, result.odd


@pytest.mark.parametrize("one", sentences(SEEN), ids=lambda one: one["id"])
def test_nobody_is_named_whom_the_sentence_does_not_name(one: dict[str, str]) -> None:
    register = worlds()[one["world"]]
    named = {id for event in drafted(one) for id in event.actors}

    for id in named:
        actor = register[id]
        surname = actor.name.split()[-1]
        assert any(name.casefold() in one["text"].casefold() for name in (actor.name, *actor.aliases, surname))
