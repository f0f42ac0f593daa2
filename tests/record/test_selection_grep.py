"""The filter by words: case and accents ignored, plain text, in everything that a reader sees."""

from pathlib import Path

import pytest
from made_up import event, ids, loaded
from together import together

from diplotimeline import CallError, Selection, Timeline, select

ACTORS = {"host": {"name": "Élysée"}, "other": {"name": "Somebody Else"}, "voice": {"name": "A Voice"}}
EVENT = event(
    title="Réunion à Genève (1. round) — Հայաստան",
    id="found",
    date_text="last weekend",
    summary="They met at the Straße,\nover   lunch.",
    actors=["host"],
    tags=["peace-talks"],
    place="Lac Léman",
    note="A note for curators",
    claims=[
        {"source": "statement", "quote": "“We met.” [sic] \\ 50% of *all*", "note": "Another note"},
        {
            "source": "statement",
            "actors": ["other"],
            "place": "Versoix",
            "casualties": [{"who": "voice", "injured": "1"}],
        },
    ],
)
FOUND = {
    "a word as written": "Réunion",
    "a word without its accents": "reunion",
    "a word with accents that the text has not": "sômébôdy",
    "an accent as a sign of its own": "Gene\u0300ve",
    "capitals": "GENÈVE",
    "a part of a word": "enèv",
    "several words": "reunion a geneve",
    "Armenian in capitals": "ՀԱՅԱՍՏԱՆ",
    "a letter that is two in capitals": "STRASSE",
    "words across a line end": "strasse, over lunch",
    "words with more blanks than the text": "met  at   the",
    "a bracket and a full stop": "(1. round)",
    "a square bracket": "[sic]",
    "a backslash": "\\ 50%",
    "an asterisk": "*all*",
    "the words for the date": "last weekend",
    "the name of an actor": "Elysee",
    "an actor that only one source names": "somebody else",
    "an actor of a casualty": "a voice",
    "a place": "leman",
    "a place that only one source names": "versoix",
    "a tag": "PEACE-TALKS",
}
MISSED = {
    "a word that is not there": "Paris",
    "a pattern for any sign": "r.union",
    "a pattern for anything": ".*",
    "a pattern for the beginning": "^Réunion",
    "a pattern for a choice": "Genève|Paris",
    "a wild card": "gen*ve",
    "a note on the event": "for curators",
    "a note on a claim": "another note",
    "the id of the event": "found",
    "words of two different fields": "Հայաստան They met",
    "two words written as one": "theymet",
}


@pytest.fixture
def small(tmp_path: Path) -> Timeline:
    return loaded(tmp_path, EVENT, event(title="Nothing to see"), actors=ACTORS)


@together("words", FOUND.values())
def test_an_event_is_found_by(small: Timeline, words: str) -> None:
    assert ids(select(small, Selection(words=words))) == ["found"]


@pytest.mark.parametrize("words", MISSED.values(), ids=MISSED)
def test_an_event_is_not_found_by(small: Timeline, words: str) -> None:
    assert ids(select(small, Selection(words=words))) == []


@pytest.mark.parametrize(
    "words", ["´", "\u0301", " ¨ ", " "], ids=["an accent", "one that combines", "another", "a blank"]
)
def test_what_has_no_word_is_refused_and_finds_not_everything(small: Timeline, words: str) -> None:
    with pytest.raises(CallError, match="there is no word in"):
        select(small, Selection(words=words))
