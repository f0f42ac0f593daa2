"""What the formats for readers say in words: whose words a quote is, what is known of a source, what is doubtful."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hostile_texts import timeline_of
from made_up import event, loaded

from diplotimeline import Claim, Event, Timeline, export, load, parse_date
from diplotimeline.exporters import render
from diplotimeline.phrases import key_facts

FORMATS = ("ics", "markdown", "markwhen", "timelinejs")
ACTORS = {"p": {"name": "Pia"}, "d": {"name": "Dag"}}
SOURCE = {
    "title": "A speech", "speaker": "p", "publisher": "The Press", "venue": "A hall", "type": "speech",
    "language": "en", "accessed": "2022-11-01", "url": "https://example.org/a",
    "archive_url": "https://example.org/copy",
}  # fmt: skip
VERDICTS: dict[str | None, str] = {
    "exact": "", "folded": "", "elided": "", "absent": "not found in the archived text", "unverified": "not verified",
    None: "not verified",
}  # fmt: skip

in_words = pytest.mark.parametrize("format", FORMATS)


def words(timeline: Timeline, format: str) -> str:
    """The text of a document, its lines unfolded and its signs as a reader sees them."""
    text = export(timeline, format)
    assert isinstance(text, str)
    text = text.replace("\r\n ", "")
    return unescape(text).replace("\\n", "\n").replace("\\", "")


@in_words
def test_words_that_a_source_passes_on_are_not_its_speakers(tmp_path: Path, format: str) -> None:
    claims = [{"source": "s", "quote": "It was so", "according_to": "d"}]
    found = words(loaded(tmp_path, event(claims=claims), sources={"s": SOURCE}, actors=ACTORS), format)

    assert "According to Dag" in found


@in_words
def test_joint_voices_are_all_named(tmp_path: Path, format: str) -> None:
    actors = {**ACTORS, "n": {"name": "Nils"}}
    claims = [{"source": "s", "quote": "It was so", "according_to": ["d", "n"]}]
    sources = {"s": {**SOURCE, "speaker": ["p", "d", "n"]}}
    found = words(loaded(tmp_path, event(claims=claims), sources=sources, actors=actors), format)

    assert "According to Dag and Nils" in found
    assert "Pia, Dag and Nils, " in found


@pytest.mark.parametrize("format", ["ics", "markwhen", "timelinejs"])
def test_all_that_a_reader_can_use_of_a_source_is_there(tmp_path: Path, format: str) -> None:
    found = words(loaded(tmp_path, event(source="s"), sources={"s": SOURCE}, actors=ACTORS), format)

    assert "Pia, A speech, The Press, A hall, speech, language: en, seen 1 Nov 2022" in found
    assert "https://example.org/copy" in found


@in_words
@pytest.mark.parametrize(("verdict", "note"), VERDICTS.items(), ids=map(str, VERDICTS))
def test_a_quote_that_is_not_found_says_so(format: str, verdict: str | None, note: str) -> None:
    timeline = timeline_of("x")
    quoted = [claim for claim in timeline.events[0].claims if claim.quote]
    verdicts = {(claim.source, claim.quote): verdict for claim in quoted} if verdict else {}
    found = words(replace(timeline, verdicts=verdicts), format)

    assert [one for one in set(VERDICTS.values()) if one and f"({one})" in found] == [note] * bool(note)


def test_no_verdict_is_no_verified_quote() -> None:
    assert key_facts(timeline_of("x"))[-1] == "3 claims, 0 of 1 quote verified"


def test_events_without_an_id_have_names_of_their_own() -> None:
    events = tuple(Event(date=parse_date("2022-09-13"), title=title, claims=(Claim(source="s"),)) for title in "ab")
    timeline = Timeline(events=events)

    assert words(timeline, "ics").count("UID:event_1@") == words(timeline, "ics").count("UID:event_2@") == 1
    assert words(timeline, "timelinejs").count('"unique_id": "event_2"') == 1


def test_rows_of_events_tell_what_single_claims_have(tmp_path: Path) -> None:
    text = """\
actors: {a: {name: A}}
sources: {s: {title: S, speaker: a}}
events:
  - date: 2022-10-04
    title: Talks
    claims:
      - {source: s, quote: They met, according_to: a}
      - {source: s, quote: They met, extra: {coder: first, level: 2}}
      - {source: s, date: 2022-10-05}
"""
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    timeline = load(path)
    told = (
        "1 differing account, 1 second-hand account and 2 extra fields cannot be shown in csv; --rows claims has them."
    )

    assert render(timeline, "csv", {}).lost == (told,)
    assert render(timeline, "csv", {"rows": "claims"}).lost == ()
    assert render(timeline, "parquet", {}).lost == (told.replace("csv", "parquet"),)
