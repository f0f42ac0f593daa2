"""Texts come wrapped, by mail programs and by hand: where a line ends never changes what is drafted."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from evaluation import sentences, worlds

from diplotimeline.drafting import candidates

SEEN = [one for one in sentences("seen.yaml") if "\n" not in one["text"].strip()]


def told(one: Mapping[str, Any], text: str) -> list[tuple[str, str, str]]:
    """Date, type and quote of the events drafted from a text in the world of a sentence."""
    issued = date.fromisoformat(one["issued"])
    found = candidates(text, issued, language=one["lang"], actors=worlds()[one["world"]])
    return [(event.date, event.type, event.quote) for event in found if not event.reason]


def broken_once(text: str) -> Iterator[str]:
    """A text with one line break, at each blank in turn."""
    for at, sign in enumerate(text):
        if sign == " ":
            yield f"{text[:at]}\n{text[at + 1 :]}"


@pytest.mark.parametrize("width", [20, 34, 60, 68, 72, 76, 80])
def test_the_width_of_the_lines_changes_nothing(width: int) -> None:
    for one in SEEN:
        text = " ".join(one["text"].split())
        wrapped = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)

        assert told(one, wrapped) == told(one, text)


@pytest.mark.parametrize("one", SEEN, ids=lambda one: one["id"])
def test_a_line_may_end_anywhere(one: Mapping[str, Any]) -> None:
    text = " ".join(one["text"].split())
    whole = told(one, text)

    for broken in broken_once(text):
        assert told(one, broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Situation in the north\nThe bridge at Kora was blown up on 3 May.",
        "PC.DEL/245/23\nThe bridge at Kora was blown up on 3 May.",
        "OPENING REMARKS\nThe bridge at Kora was blown up on 3 May.",
        "We note:\n- The bridge at Kora was blown up on 3 May.",
    ],
    ids=["a heading", "a symbol", "capitals", "an item"],
)
def test_what_stands_above_is_not_part_of_the_quote(text: str) -> None:
    found = candidates(text, date(2023, 5, 10), language="en")
    (event,) = [one for one in found if not one.reason]

    assert event.quote.removeprefix("- ") == "The bridge at Kora was blown up on 3 May."
