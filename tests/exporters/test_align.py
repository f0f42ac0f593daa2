"""Two chronologies side by side as Markdown and JSON."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hostile_texts import NOTE, TEXTS, timeline_of
from made_up import event, loaded
from reading_back import parsed, shape

from diplotimeline import Timeline
from diplotimeline.analyses.align import align
from diplotimeline.exporters import align as exporter


def sides(text: str) -> tuple[Timeline, Timeline]:
    """An event that is the same and differs, one that perhaps is, and one of each side, with a text in every field."""
    one = timeline_of(text)
    (first,) = one.events
    second = replace(first, id="second", claims=first.claims[1:], type="call")
    other = replace(first, status="alleged", actors=first.actors[:1])
    alone = replace(
        first, id="alone", date=replace(first).date, claims=first.claims[2:], actors=(), place=None, casualties=()
    )
    return replace(one, events=(first, second, alone)), replace(one, events=(other, replace(second, id="other")))


@cache
def shape_of(text: str) -> list[str]:
    return shape(parsed(exporter.markdown(align(*sides(text)))))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_changes_the_shape_of_the_markdown(text: str) -> None:
    assert shape_of(text) == shape_of("word")


def test_no_note_is_handed_on() -> None:
    aligned = align(*sides("word"))

    assert NOTE not in exporter.markdown(aligned) + exporter.as_json(aligned)


def test_json_tells_what_to_paste_where(tmp_path: Path) -> None:
    one = loaded(tmp_path, event(title="A", id="a", place="Orn"), event("2020", "Alone", id="alone"))
    other = loaded(tmp_path, event(title="B", id="b", place="Orn"))

    assert json.loads(exporter.as_json(align(one, other))) == {
        "a": "",
        "b": "",
        "same": [],
        "perhaps": [
            {
                "a": {"id": "a", "date": "2022-09-13", "title": "A"},
                "b": {"id": "b", "date": "2022-09-13", "title": "B"},
                "common": ["Orn"],
                "to_paste": {"in": "a", "id": "a", "line": "related: [{event: b, as: same-as}]"},
            }
        ],
        "more": 0,
        "only_a": [{"id": "alone", "date": "2020", "title": "Alone"}],
        "only_b": [],
    }
