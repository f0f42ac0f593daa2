"""Two voices side by side as Markdown."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import given
from made_up import event, loaded
from reading_back import blocks, parsed, shape

from diplotimeline import Claim, Place, Source, Timeline
from diplotimeline.analyses.compare import Comparison, compare
from diplotimeline.exporters import compare as exporter


def told_by_one(timeline: Timeline, name: str) -> Comparison:
    """The event of a hostile timeline as told by its source, beside a source that tells nothing."""
    sources = {**timeline.sources, "nobody at all": Source(title="nobody")}
    return compare(replace(timeline, sources=sources), f"source:{name}", "nobody at all")


@given(text=texts())
def test_markdown_shows_texts_as_they_are(text: str) -> None:
    line = text.replace("\n", " ")
    seen = blocks(parsed(exporter.markdown(told_by_one(timeline_of(text), line))))

    assert [words for tag, words in seen if tag == "h2"] == ["Only in A", "Only in B", "In both"]
    assert any(" ".join(line.split()) in words for _, words in seen)


def told_with_another(text: str, one: str, other: str) -> Comparison:
    """Two voices on the event of a hostile timeline, which a source `other` tells in other words and elsewhere."""
    timeline, line = timeline_of(text), text.replace("\n", " ")
    (event,) = timeline.events
    claim = Claim(source="other", quote=f"{text} too", place=Place(name=f"{line} 2"))
    sources = {**timeline.sources, "other": Source(title=line), "nobody at all": Source(title="nobody")}
    told = replace(event, claims=(*event.claims, claim))
    return compare(replace(timeline, sources=sources, events=(told,)), one.format(line), other)


@cache
def shape_of(text: str, one: str, other: str) -> list[str]:
    return shape(parsed(exporter.markdown(told_with_another(text, one, other))))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_changes_the_shape_of_the_markdown(text: str) -> None:
    """Names, titles, words and points of difference: nothing in them is markup."""
    for pair in (("source:{}", "other"), ("source:{}", "nobody at all"), ("other", "nobody at all")):
        assert shape_of(text, *pair) == shape_of("word", *pair)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({}, ["No difference recorded."]),
        ({"quote": "They met"}, ["Nothing differs; the words of each:", "", "| | A | B |", "| --- | --- | --- |",
                                 "| wording | “They met” | — |"]),
        ({"date": "2022-09-12"}, ["| | A | B |", "| --- | --- | --- |", "| date | 12 Sep 2022 | 13 Sep 2022 |"]),
    ],
    ids=["alike", "words of one", "another date"],
)  # fmt: skip
def test_what_is_told_alike_is_said_to_be(tmp_path: Path, claim: dict[str, Any], said: list[str]) -> None:
    sources = {name: {"title": name, "issued": "2099-12-31"} for name in ("one", "other")}
    timeline = loaded(tmp_path, event(claims=[{"source": "one", **claim}, {"source": "other"}]), sources=sources)
    lines = exporter.markdown(compare(timeline, "one", "other")).splitlines()

    assert lines[lines.index("### 13 Sep 2022: Something happens") + 2 :] == said
