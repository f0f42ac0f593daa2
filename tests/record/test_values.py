"""Values copy freely, and each is checked when it is made: a wrong one is refused in the words of `check`."""

import pickle
from contextlib import suppress
from copy import deepcopy
from dataclasses import MISSING, FrozenInstanceError, fields, replace
from inspect import signature
from pydoc import plain, render_doc
from typing import Any

import pytest
from hypothesis import given, strategies as st
from made_up import bundled
from together import together

from diplotimeline import Actor, Claim, Count, Event, Participant, Place, Relation, Selection, Source, check, parse_date
from diplotimeline.errors import FieldError
from diplotimeline.record.fields import Value, fields_of
from diplotimeline.record.kinds import ID
from diplotimeline.record.schema import FORMS
from diplotimeline.record.values import Header, Origin

CLAIM = Claim(source="s")
EVENT = Event(date=parse_date("2022-09-12/2022-09-13"), title="Shelling", claims=(CLAIM,), part="night")
ACTOR, SOURCE, PLACE = Actor(name="Ardelia"), Source(title="Readout"), Place(name="Tavor", lat=1.0, lon=2.0)

# A change to a value, and the rule and words of its refusal.
WRONG: dict[str, tuple[Value, dict[str, Any], str, str]] = {
    "an empty title": (EVENT, {"title": ""}, "empty-value", "'title' is empty"),
    "a title of two lines": (EVENT, {"title": "a\nb"}, "wrong-type", "'title' runs over several lines"),
    "a number for a title": (EVENT, {"title": 5}, "wrong-type", "'title' is a number, but a text belongs here"),
    "a mistyped type": (EVENT, {"type": "metting"}, "wrong-type", "'metting' is not one of the words for 'type'"),
    "a text for a date": (EVENT, {"date": "2022"}, "wrong-type", "a date belongs here"),
    "a text that is no date": (EVENT, {"date": "4 October"}, "bad-date", "'4 October' is not a date"),
    "a morning of two days": (EVENT, {"part": "morning"}, "bad-part", "the morning is part of one day"),
    "a half order": (EVENT, {"order": 1.5}, "wrong-type", "1.5 is not a whole number"),
    "a zone that is none": (EVENT, {"zone": "Mars"}, "wrong-type", "'Mars' is not a time zone"),
    "no claim": (EVENT, {"claims": ()}, "no-source", "this event has no source"),
    "a list of claims": (EVENT, {"claims": [CLAIM]}, "wrong-type", "'claims' is a list, but a tuple belongs here"),
    "a long text": (EVENT, {"part": "x" * 3000}, "bad-part", f"'{'x' * 60}…' is not a part of the day"),
    "a text for an actor": (EVENT, {"actors": ("a",)}, "wrong-type", "an entry of 'actors' is a text"),
    "an id with a blank": (EVENT, {"id": "A b"}, "wrong-type", "'A b' is not an id"),
    "a TODO": (EVENT, {"status": "TODO"}, "todo-left", "a TODO is left here"),
    "a mistyped stance": (CLAIM, {"stance": "deny"}, "wrong-type", "'deny'"),
    "no source": (CLAIM, {"source": ""}, "empty-value", "'source' is empty"),
    "a text for speakers": (SOURCE, {"speaker": "a"}, "wrong-type", "'speaker' is a text, but a tuple belongs here"),
    "a list for speakers": (SOURCE, {"speaker": ["a"]}, "wrong-type", "'speaker' is a list, but a tuple belongs here"),
    "a speaker twice": (SOURCE, {"speaker": ("a", "b", "a")}, "wrong-type", "'a' stands twice in 'speaker'"),
    "a number among speakers": (SOURCE, {"speaker": ("a", 5)}, "wrong-type", "an entry of 'speaker' is a number"),
    "an empty id above": (ACTOR, {"of": ("a", " ")}, "empty-value", "an entry of 'of' is empty"),
    "an actor without a name": (ACTOR, {"name": " "}, "empty-value", "'name' is empty"),
    "a country of two letters": (ACTOR, {"iso": "NO"}, "wrong-type", "'NO' is not a country code"),
    "an address without https": (SOURCE, {"url": "x.org"}, "bad-url", "'x.org' is not a web address"),
    "a latitude alone": (PLACE, {"lon": None}, "bad-coordinates", "both 'lat' and 'lon' or neither"),
    "a latitude that is no number": (PLACE, {"lat": float("nan")}, "bad-coordinates", "nan is not a number of degrees"),
    "a count upside down": (Count(low=1, high=2), {"low": 3}, "wrong-type", "wrong order"),
    "fewer than nobody": (Count(low=1), {"low": -1}, "wrong-type", "-1 is not a whole number"),
    "more people than there are": (Count(low=1), {"high": 10**30}, "wrong-type", "is not a whole number"),
    "no id": (ACTOR, {"id": None}, "wrong-type", "'id' is of another type than str"),
    "no place of declaration": (EVENT, {"origin": None}, "wrong-type", "'origin' is of another type than Origin"),
    "a truth for a number": (Count(low=1), {"low": True}, "wrong-type", "True is not a whole number"),
    "a mistyped role": (Participant(who="a"), {"role": "hots"}, "wrong-type", "'hots'"),
    "a mistyped relation": (Relation(event="x", kind="about"), {"kind": "abut"}, "wrong-type", "'abut'"),
}


@together(("value", "change", "rule", "words"), WRONG.values())
def test_a_wrong_value_is_refused_in_the_words_of_check(
    value: Value, change: dict[str, Any], rule: str, words: str
) -> None:
    with pytest.raises(FieldError) as refused:
        replace(value, **change)

    assert refused.value.rule == rule
    assert words in refused.value.message
    assert refused.value.field in {"", "id", "zone", "origin", *(one.written_as for one in fields_of(type(value)))}
    copied = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - our own
    assert (str(copied), vars(copied)) == (str(refused.value), vars(refused.value))


@pytest.mark.parametrize("form", [*FORMS, Header], ids=lambda form: form.__name__)
def test_a_default_is_a_value_of_its_own_field(form: type[Value]) -> None:
    wrong = [one.name for one in fields_of(form) if one.default not in (MISSING, "", (), None)]

    assert [one.name for one in fields_of(form) if one.name in wrong and not one.kind.holds(one.default)] == []
    assert all(one.metadata or one.name in ("id", "zone", "origin") for one in fields(form))


def test_everything_in_the_bundled_timeline_copies() -> None:
    timeline = bundled()
    claims = [claim for event in timeline.events for claim in event.claims]
    values: list[Any] = [*timeline.events, *timeline.actors.values(), *timeline.sources.values(), *claims]

    assert [replace(one) for one in values] == values
    assert all(replace(one, note="Changed") != one for one in values)


def test_a_value_stays_as_it_was_made() -> None:
    def change() -> None:
        EVENT.title = "Another title"  # type: ignore[misc]

    def delete() -> None:
        del EVENT.title

    for act in (change, delete):
        with pytest.raises(FrozenInstanceError):
            act()
    assert pickle.loads(pickle.dumps(EVENT)) == deepcopy(EVENT) == EVENT  # noqa: S301 - our own


def test_a_timeline_may_be_stored_and_copied_as_a_whole() -> None:
    timeline = bundled()
    copied = deepcopy(timeline)

    assert pickle.loads(pickle.dumps(timeline)) == copied == timeline  # noqa: S301 - our own
    assert copied.actors is not timeline.actors


def test_who_asks_for_the_signature_of_a_value_learns_its_fields() -> None:
    assert str(signature(Place)).startswith("(*, name: str, country: str = '', lat: float | None = None, ")
    assert str(signature(Selection)).startswith("(*, actors: str | tuple[str, ...] = (), start: str = '', ")
    assert "Relation(*, event: str, kind: str)" in plain(render_doc(Relation))


def test_a_call_that_forgets_a_field_or_names_another_is_no_call() -> None:
    with pytest.raises(TypeError, match="Relation needs event, kind"):
        Relation()
    with pytest.raises(TypeError, match="Relation has no note, title"):
        Relation(event="x", kind="about", note="", title="")  # type: ignore[call-arg]


def test_a_copy_knows_where_it_was_declared() -> None:
    event = bundled().events[3]
    changed = replace(event, title="Another title")

    assert changed.origin == event.origin
    assert changed.id == event.id
    assert event.origin.at("claims", 0) == Origin(0, (*event.origin.route, "claims", 0))


def test_a_changed_quote_does_not_keep_the_verdict_of_the_old_one() -> None:
    timeline = bundled()
    quoted = next(claim for event in timeline.events for claim in event.claims if timeline.verdict(claim) == "exact")

    assert timeline.verdict(replace(quoted, quote="They never met")) == "unverified"
    assert timeline.verdict(replace(quoted, quote="")) is None


def test_a_changed_timeline_can_be_checked() -> None:
    timeline = bundled()
    event = replace(timeline.events[0], status="confirmed", actors=(Participant(who="nobody"),))
    before = {problem.concise for problem in check(timeline)}
    found = {problem.rule for problem in check(replace(timeline, events=(event,))) if problem.concise not in before}

    assert "unknown-actor" in found


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.tuples, max_leaves=3))
def test_nothing_but_the_own_error_is_raised_whatever_is_given(value: Any) -> None:
    for form in (EVENT, CLAIM, ACTOR, SOURCE, PLACE):
        for one in fields_of(type(form)):
            with suppress(FieldError):
                assert getattr(replace(form, **{one.name: value}), one.name) == value


HOURS = {
    "morning": ("T00:00 T08:00 T13:00", "T13:01 T13:00:01 T23:30"),
    "afternoon": ("T11:00 T19:00 T12:00+04:00", "T10:59 T19:01 T00:00Z"),
    "evening": ("T15:00 T23:59:59", "T14:59 T00:05"),
    "night": ("T00:05 T10:00 T17:00 T23:30", "T10:01 T12:00 T16:59:59"),
}


@pytest.mark.parametrize("part", HOURS)
def test_a_clock_time_lies_in_the_hours_of_its_part(part: str) -> None:
    fine, wrong = HOURS[part]
    for clock in fine.split():
        assert replace(EVENT, date=parse_date(f"2022-09-13{clock}"), part=part).part == part
    for clock in wrong.split():
        with pytest.raises(FieldError) as refused:
            replace(EVENT, date=parse_date(f"2022-09-13{clock}"), part=part)
        assert refused.value.rule == "bad-part"


COUNTS = {
    "about 150": Count(best=150),
    "about 0": Count(best=0),
    "17": Count(low=17, high=17),
    "at least 7 (best estimate 9)": Count(low=7, best=9),
    "at most 9": Count(high=9),
    "105–207 (best estimate 150)": Count(low=105, best=150, high=207),
}


@pytest.mark.parametrize(("words", "count"), COUNTS.items(), ids=COUNTS)
def test_an_estimate_alone_is_told_as_one(words: str, count: Count) -> None:
    assert str(count) == words


@given(st.text("a0-A\né", max_size=8))
def test_an_id_is_what_its_pattern_says(text: str) -> None:
    assert ID.holds(text) == (ID.matches(text) is not None)
