"""A text in which much is searched in vain: the same places as ever, and hardly a search through the whole."""

import pytest
from hypothesis import given, strategies as st

from diplotimeline.quotes import blocks
from diplotimeline.quotes.blocks import MANY_MISSES, Searched

TEXT = " ".join(f"word{number * number}" for number in range(1000))
ABSENT = [f"{TEXT[place : place + 30]}x{TEXT[place + 30 : place + 60]}" for place in range(2 * MANY_MISSES)]


def blocked(text: str) -> Searched:
    """The text as after many searches in vain."""
    searched = Searched(text)
    searched.misses = MANY_MISSES
    return searched


@given(st.text("ab", max_size=120), st.data())
def test_every_stretch_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    stretch = text[begin : data.draw(st.integers(begin, len(text)))]

    assert blocked(text).find(stretch, 0) == text.find(stretch)
    assert blocked(text).find(stretch, begin) == begin


@given(st.text("ab", max_size=120), st.text("ab", max_size=40), st.integers(0, 120))
def test_any_other_stretch_is_found_or_not_as_without_blocks(text: str, stretch: str, start: int) -> None:
    assert blocked(text).find(stretch, start) == text.find(stretch, start)


def test_of_many_absent_stretches_only_the_first_are_searched_for() -> None:
    searched = Searched(TEXT)

    assert {searched.find(stretch, 0) for stretch in ABSENT} == {-1}
    assert searched.misses < MANY_MISSES + 10


def test_for_few_stretches_no_blocks_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "hash", pytest.fail, raising=False)
    searched = Searched(TEXT)

    assert {searched.find(stretch, 0) for stretch in ABSENT[:MANY_MISSES]} == {-1}
