"""Single mistakes in the bundled timeline: each is one error, at its line and column, without an echo."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from places import ROOT
from together import together

from diplotimeline import Problem, check, load

FOLDER = ROOT / "timelines"
FILE = FOLDER / "armenia-azerbaijan-2022.yaml"
TEXT = FILE.read_text(encoding="utf-8")


class Mistake(NamedTuple):
    """`old` becomes `new`; the error stands where `at` begins, at its place nearest to the change."""

    name: str
    old: str
    new: str
    rule: str
    at: str


CALL = "  - date: 2022-10-04\n    title: Blinken holds"
OUTBREAK = "  - date: 2022-09-12/2022-09-13\n"
MISTAKES = [
    Mistake("title mistyped", "    title: Blinken holds", "    titel: Blinken holds", "unknown-key", "titel"),
    Mistake("title missing", "    title: Blinken holds a trilateral call with Mirzoyan and Bayramov\n", "", "missing-key", CALL[4:8]),
    Mistake("date mistyped", CALL, CALL.replace("date", "dete"), "unknown-key", "dete"),
    Mistake("no such month", CALL, CALL.replace("2022-10-04", "2022-13-04"), "bad-date", "2022-13-04"),
    Mistake("no such day", CALL, CALL.replace("2022-10-04", "2022-10-32"), "bad-date", "2022-10-32"),
    Mistake("month first", CALL, CALL.replace("2022-10-04", "10/04/2022"), "bad-date", "10/04/2022"),
    Mistake("date in words", CALL, CALL.replace("2022-10-04", "4 October"), "bad-date", "4 October"),
    Mistake("one figure", CALL, CALL.replace("2022-10-04", "2022-10-4"), "bad-date", "2022-10-4"),
    Mistake("set unquoted", CALL, CALL.replace("2022-10-04", "[2022-10-04..2022-10-05]"), "bad-date", "[2022-10-04.."),
    Mistake("interval reversed", OUTBREAK, "  - date: 2022-09-13/2022-09-12\n", "date-order", "2022-09-13/2022-09-12"),
    Mistake("night in one day", OUTBREAK, "  - date: 2022-09-12\n", "bad-part", "night"),
    Mistake("part mistyped", "part: night", "part: nigth", "bad-part", "nigth"),
    Mistake("date in the next century", CALL, CALL.replace("2022-10-04", "2122-10-04"), "claim-after-source", "2122-10-04"),
    Mistake("type mistyped", "type: call", "type: cal", "wrong-type", "cal\n"),
    Mistake("status mistyped", "status: alleged", "status: aleged", "wrong-type", "aleged"),
    Mistake("role mistyped", "{who: sullivan, role: host}", "{who: sullivan, role: hots}", "wrong-type", "hots}"),
    Mistake("who mistyped", "{who: sullivan, role: host}", "{woh: sullivan, role: host}", "unknown-key", "woh:"),
    Mistake("stance mistyped", "stance: doubts", "stance: doubs", "wrong-type", "doubs"),
    Mistake("relation mistyped", "as: part-of", "as: partof", "wrong-type", "partof"),
    Mistake("kind mistyped", "kind: ngo", "kind: nogo", "wrong-type", "nogo"),
    Mistake("version mistyped", "version: transcript", "version: transkript", "wrong-type", "transkript"),
    Mistake("actor mistyped", "actors: [blinken, mirzoyan", "actors: [blinkn, mirzoyan", "unknown-actor", "blinkn,"),
    Mistake("actor in a claim", "according_to: armenia\n", "according_to: armania\n", "unknown-actor", "armania"),
    Mistake("actor of nobody", "{name: White House, kind: government-body, of: united-states}",
            "{name: White House, kind: government-body, of: united-stats}", "unknown-actor", "united-stats}"),
    Mistake("actor declared twice", "  mirzoyan:\n", "  armenia:\n    name: Armenia\n  mirzoyan:\n", "duplicate-key", "armenia:\n    name"),
    Mistake("declaration mistyped", "  armenian-armed-forces: {", "  armenian-armed-force: {", "unknown-actor", "armenian-armed-force: {"),
    Mistake("speaker mistyped", "speaker: human-rights-watch", "speaker: human-right-watch", "unknown-actor", "human-right-watch"),
    Mistake("actor in a circle", "  armenia: {name: Armenia,", "  armenia: {of: armenia, name: Armenia,", "actor-cycle", "armenia, name"),
    Mistake("source mistyped", "source: armradio-2022-10-05", "source: armradio-2022-10-06", "unknown-source", "armradio-2022-10-06"),
    Mistake("source missing", "    source: eu-2022-10-06\n", "", "no-source", "date: 2022-10-02\n"),
    Mistake("source key mistyped", "    source: eu-2022-10-06\n", "    sorce: eu-2022-10-06\n", "unknown-key", "sorce:"),
    Mistake("source and claims", "    type: call\n", "    type: call\n    source: eu-2022-10-06\n", "no-source", "source: eu-2022-10-06\n    status"),
    Mistake("event mistyped", "event: 2022-10-02-video", "event: 2022-10-02-vidoe", "unknown-event", "2022-10-02-vidoe"),
    Mistake("section mistyped", "\nsources:\n", "\nsorces:\n", "unknown-key", "sorces:"),
    Mistake("actors as a text", "    actors: [blinken, mirzoyan, bayramov]", "    actors: blinken", "wrong-type", "blinken\n"),
    Mistake("title as a group", "    title: Mirzoyan and Bayramov meet in Geneva", "    title: {a: Geneva}", "wrong-type", "{a: Geneva}"),
    Mistake("summary empty", "    summary: The investigation was announced on 2 October.", "    summary:", "empty-value", "summary:\n    claims"),
    Mistake("type empty", "    type: call\n", "    type: ~\n", "empty-value", "type: ~"),
    Mistake("field twice", "    type: call\n", "    type: call\n    type: meeting\n", "duplicate-key", "type: meeting\n    status: confirmed"),
    Mistake("tag", "    type: call\n", "    type: !!str call\n", "yaml-syntax", "!!str"),
    Mistake("anchor", "    type: call\n", "    type: &c call\n", "yaml-syntax", "&c"),
    Mistake("list not closed", "    actors: [mirzoyan, bayramov]\n", "    actors: [mirzoyan, bayramov\n", "yaml-syntax", "[mirzoyan, bayramov\n"),
    Mistake("second colon", "    title: Mirzoyan and Bayramov meet", "    title: Geneva: they meet", "yaml-syntax", ": they meet"),
    Mistake("override", "meet in Geneva", "meet in \u202eGeneva", "control-character", "\u202e"),
    Mistake("address", "url: https://mil.am", "url: mil.am", "bad-url", "mil.am"),
    Mistake("country", "country: CHE,", "country: Switzerland,", "wrong-type", "Switzerland"),
    Mistake("latitude alone", "{name: Geneva, country: CHE, lat: 46.204, lon: 6.143, precision: near}", "{name: Geneva, lat: 46.2}", "bad-coordinates", "{name: Geneva"),
    Mistake("latitude", "{name: Geneva, country: CHE, lat: 46.204, lon: 6.143, precision: near}", "{name: Geneva, lat: 146.2, lon: 6.1}", "bad-coordinates", "{name: Geneva"),
    Mistake("count in words", "killed: {low: 7}", "killed: seven", "wrong-type", "seven"),
    Mistake("counts reversed", "killed: {low: 71, high: 80}", "killed: {low: 81, high: 80}", "wrong-type", "{low: 81"),
    Mistake("pin", "sha256: 386b", "sha256: 486b", "source-changed", "486b"),
    Mistake("archived text moved", "file: sources/carpenter-", "file: source/carpenter-", "source-file-missing", "source/carpenter-"),
    Mistake("archived text outside", "file: sources/", "file: ../sources/", "source-file-outside", "../sources/"),
    Mistake("time zone", "timezone: Asia/Yerevan", "timezone: Asia/Erewan", "wrong-type", "Asia/Erewan"),
    Mistake("include", "timezone: Asia/Yerevan\n", "timezone: Asia/Yerevan\ninclude: [x.yaml]\n", "include-missing", "x.yaml"),
    Mistake("left to do", "type: call\n", "type: TODO\n", "todo-left", "TODO"),
    Mistake("id twice", "id: 2022-10-06-request-to-osce", "id: 2022-10-06-statement", "duplicate-id", "id: 2022-10-06-statement"),
]  # fmt: skip


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the timeline that a test may change, beside the archived text."""
    shutil.copytree(FOLDER / "sources", tmp_path / "sources")
    return tmp_path / "changed.yaml"


def errors(path: Path, text: str) -> list[Problem]:
    path.write_text(text, encoding="utf-8")
    return [problem for problem in check(load(path)) if problem.severity == "error"]


def place(text: str, position: int) -> tuple[int, int]:
    """Line and column of a position, from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def nearest(text: str, words: str, start: int) -> int:
    """The place of the words that is nearest to a change."""
    places = [found.start() for found in re.finditer(re.escape(words), text)]
    return min(places, key=lambda one: abs(one - start))


@together("mistake", MISTAKES)
def test_is_one_error_at_its_place(mistake: Mistake, changed: Path) -> None:
    start = TEXT.index(mistake.old)
    text = TEXT[:start] + mistake.new + TEXT[start + len(mistake.old) :]
    expected = place(text, nearest(text, mistake.at, start))
    found = errors(changed, text)

    if mistake.rule == "duplicate-id":  # named at both places
        assert [problem.rule for problem in found] == ["duplicate-id"] * 2
        assert expected in [(problem.line, problem.column) for problem in found]
    else:
        assert [(problem.rule, problem.line, problem.column) for problem in found] == [(mistake.rule, *expected)]


def quote_places() -> list[tuple[int, int]]:
    """Every tenth character of every quote: the line of the quote, and the position of the character in the file."""
    places = []
    for event in load(FILE).events:
        for claim in event.claims:
            if not claim.quote:
                continue
            words = claim.quote.split()
            start = TEXT.index(f"id: {event.id}\n")
            key = TEXT.index("quote: ", start)
            position = TEXT.index(words[0], key)
            line = place(TEXT, key)[0]
            places += [(line, position + number) for number in range(0, len(claim.quote), 10)]
    return places


def test_any_character_changed_in_any_quote_is_an_error_at_that_quote(changed: Path) -> None:
    places = [one for one in quote_places() if not TEXT[one[1]].isspace()]

    assert len(places) > 80
    for line, position in places:
        char = "x" if TEXT[position] != "x" else "y"
        found = errors(changed, TEXT[:position] + char + TEXT[position + 1 :])

        assert [(problem.rule, problem.line) for problem in found] == [("quote-not-in-source", line)], (line, position)
