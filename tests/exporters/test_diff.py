"""What has changed, as a page of corrections and as JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hostile_texts import NOTE, TEXTS, texts, timeline_of
from hypothesis import given
from reading_back import blocks, parsed, shape

from diplotimeline import Timeline, parse_date
from diplotimeline.analyses.diff import Difference, diff
from diplotimeline.analyses.wording import without_notes
from diplotimeline.exporters import diff as exporter


def rewritten(text: str) -> Difference:
    """A text in every field of a timeline that was another text before."""
    old, new = (timeline_of(one) for one in ("before", text))
    return without_notes(diff(old, new))


def redated(text: str) -> Difference:
    """An event that is a day later now, with a text in every field; and what is new, and gone."""
    old = timeline_of(text)
    (one,) = old.events
    later = replace(one, date=parse_date("2022-09-13/2022-09-14"), summary="", place=None)
    first, second = replace(one, id="first"), replace(one, id="second", claims=one.claims[:1])
    return without_notes(diff(replace(old, events=(one, first)), replace(old, events=(later, second))))


@cache
def shape_of(made: Callable[[str], Difference], text: str) -> list[str]:
    return shape(parsed(exporter.markdown(made(text))))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("made", [rewritten, redated])
def test_no_text_changes_the_shape_of_the_markdown(made: Callable[[str], Difference], text: str) -> None:
    assert shape_of(made, text) == shape_of(made, "word")


@given(text=texts())
def test_markdown_shows_texts_as_they_are(text: str) -> None:
    seen = [words for _, words in blocks(parsed(exporter.markdown(rewritten(text))))]

    assert text == "before" or any(" ".join(text.split()) in words for words in seen)


@given(text=texts())
def test_no_note_is_handed_on(text: str) -> None:
    for difference in (rewritten(text), redated(text)):
        assert NOTE not in exporter.markdown(difference)
        assert NOTE not in exporter.as_json(difference)
        json.loads(exporter.as_json(difference))


def test_nothing_is_a_page_too() -> None:
    nothing = diff(Timeline(title="Talks"), Timeline(title="Talks"))

    assert exporter.markdown(nothing) == "# Corrections: Talks\n\nNothing has changed.\n"


def test_a_page_of_corrections() -> None:
    page = exporter.markdown(redated("word"))

    assert page.splitlines() == [
        "# Corrections: word",
        "",
        "1 event changed, 1 added, 1 removed.",
        "",
        "## Event corrected",
        "",
        "### night of 13–14 Sep 2022: word",
        "",
        "- **Date**: was 12–13 Sep 2022, now 13–14 Sep 2022",
        "- **Place**: removed: word, ARM \\(near 40.5° S, 44.5° E\\)",
        "- **Summary**: removed: word",
        "",
        "## Event added",
        "",
        "### night of 12–13 Sep 2022: word",
        "",
        "- word: “word”",
        "",
        "## Event removed",
        "",
        "### night of 12–13 Sep 2022: word",
        "",
        "- word: “word”",
        (
            "- word denied this, dated it to September 2022, named word \\(host\\) and word 2, gave the place as word, "
            "ARM \\(near 40.5° S, 44.5° E\\), and spoke of 3 killed \\(word\\)."
        ),
        "- Reported by: word",
    ]
