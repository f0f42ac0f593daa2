"""Two voices side by side in the terminal."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from made_up import event, loaded
from printing import printed
from rich.cells import cell_len

from diplotimeline import Source, Timeline
from diplotimeline.analyses.compare import Comparison, compare
from diplotimeline.views import compare as view


def told_by_one(timeline: Timeline, name: str) -> Comparison:
    """The event of a hostile timeline as told by its source, beside a source that tells nothing."""
    sources = {**timeline.sources, "nobody at all": Source(title="nobody")}
    return compare(replace(timeline, sources=sources), f"source:{name}", "nobody at all")


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    line = text.replace("\n", " ")
    compared = told_by_one(timeline_of(text), line)

    assert [one for one in printed(view.compare(compared, width)) if cell_len(one) > min(width, 100)] == []


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({}, "  no difference recorded"),
        ({"quote": "They met"}, "  nothing differs; the words of each:"),
        ({"date": "2022-09-12"}, "  date"),
    ],
    ids=["alike", "words of one", "another date"],
)
def test_what_is_told_alike_is_said_to_be(tmp_path: Path, claim: dict[str, Any], said: str) -> None:
    sources = {name: {"title": name, "issued": "2099-12-31"} for name in ("one", "other")}
    timeline = loaded(tmp_path, event(claims=[{"source": "one", **claim}, {"source": "other"}]), sources=sources)
    lines = printed(view.compare(compare(timeline, "one", "other"), 80))

    assert lines[lines.index("13 Sep 2022: Something happens") + 1] == said


def test_the_words_of_each_have_their_place_and_translation(tmp_path: Path) -> None:
    sources = {name: {"title": name, "issued": "2099-12-31"} for name in ("one", "other")}
    words = {"quote": "On se voit demain", "at": "p. 12", "translation": {"text": "See you", "language": "en"}}
    both = event(claims=[{"source": "one", **words}, {"source": "other"}])
    alone = event("2022-09-20", claims=[{"source": "one", **words}])
    lines = printed(view.compare(compare(loaded(tmp_path, both, alone, sources=sources), "one", "other"), 80))

    assert "  at: p. 12" in lines
    assert "  translation: See you" in lines
    assert any(line.startswith("  p. 12") for line in lines)
    assert any(line.startswith("  “See you”") for line in lines)
