"""`--where name=value`: events by fields of one's own, theirs or those of their claims."""

from pathlib import Path

import pytest
from made_up import event, ids, loaded

from diplotimeline import CallError, Selection, Timeline, select
from diplotimeline.record.selection import removals


@pytest.fixture
def coded(tmp_path: Path) -> Timeline:
    return loaded(
        tmp_path,
        event(id="up", title="up", extra={"direction": "escalating", "phase": "2"}),
        event(id="down", title="down", extra={"direction": "De-escalating"}),
        event(id="said", title="said", claims=[{"source": "statement", "extra": {"direction": "escalating"}}]),
        event(id="list", title="list", extra={"codes": "a,b = c"}),
        event(id="plain", title="plain"),
    )


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (["direction=escalating"], "up said"),
        (["direction = ESCALATING"], "up said"),
        (["Direction=escalating"], "up said"),
        (["direction=de‑escalating"], "down"),
        (["direction=escalating", "direction=de-escalating"], "up down said"),
        (["phase=2"], "up"),
        (["codes=a,b = c"], "list"),
        (["codes=a"], ""),
        (["direction=escal"], ""),
    ],
)
def test_events_with_that_value_are_kept(coded: Timeline, asked: list[str], kept: str) -> None:
    assert ids(select(coded, Selection(extra=tuple(asked)))) == kept.split()


def test_what_is_left_out_is_told(coded: Timeline) -> None:
    assert removals(coded, Selection(extra=("phase=2",))) == [("do not have phase=2", 4)]


def test_an_unknown_name_is_answered_with_the_one_that_is_meant(coded: Timeline) -> None:
    with pytest.raises(CallError) as error:
        select(coded, Selection(extra=("directoin=escalating",)))

    assert error.value.message == "no event has a field 'directoin' in 'extra'"
    assert error.value.help.startswith("did you mean 'direction'?")


@pytest.mark.parametrize("asked", ["direction", "=escalating", "direction=", " = "])
def test_what_is_no_name_with_a_value_is_refused(coded: Timeline, asked: str) -> None:
    with pytest.raises(CallError, match="is not a field with its value"):
        select(coded, Selection(extra=(asked,)))


def test_words_are_looked_for_in_translations_and_own_fields(tmp_path: Path) -> None:
    timeline = loaded(
        tmp_path,
        event(id="one", title="one", quote="On se voit demain", translation="See you tomorrow"),
        event(id="two", title="two", extra={"direction": "towards tomorrow"}),
        event(id="three", title="three", identifiers={"ucdp": "376126"}),
    )

    assert ids(select(timeline, Selection(words=("tomorrow",)))) == ["one", "two"]
    assert ids(select(timeline, Selection(words=("376126",)))) == ["three"]


def test_own_fields_may_rest_on_a_claim_that_was_not_known(tmp_path: Path) -> None:
    sources = {id: {"title": id, "issued": day} for id, day in (("early", "2022-10-01"), ("late", "2022-10-09"))}
    own = {"direction": "escalating"}
    both = event(claims=[{"source": "early", "extra": own}, {"source": "late"}], extra=own, identifiers={"ucdp": "1"})
    (known,) = select(loaded(tmp_path, both, sources=sources), Selection(known_by="2022-10-05")).events

    assert known.extra == ()
    assert known.claims[0].extra == (("direction", "escalating"),)
    assert known.identifiers == (("ucdp", "1"),)
