"""Archived texts: where they may lie, what they may be, whether they are the ones that were pinned."""

import hashlib
import os
from pathlib import Path

import pytest
from written import brief, write

from diplotimeline import Problem, Timeline, check, load
from diplotimeline.files import MEBIBYTE
from diplotimeline.quotes import archive as archived

WORDS = "They can’t agree.\n"
PIN = hashlib.sha256(WORDS.encode()).hexdigest()
# A timeline with one quote of one source, whose `file:` stands in line 2.
TIMELINE = """\
sources:
  s: {{title: R, file: '{}'}}
events:
  - date: 2022
    title: x
    source: s
    quote: They can't agree
"""

# A path below the timeline's folder that is not read, what lies there, and what is said.
OUTSIDE = {
    "the folder above": "../text.txt",
    "the folder above, later": "sources/../../text.txt",
    "there and back": "sources/../text.txt",
    "an absolute path": "{folder}/text.txt",
    "a file of the system": "/etc/passwd",
    "a symbolic link": "link.txt",
    "a file behind a symbolic link": "linked/text.txt",
    "a symbolic link to a file in the folder": "inner.txt",
    "a symbolic link to nowhere": "nowhere.txt",
}
MISSING = {
    "nothing": ("sources/nothing.txt", "does not exist"),
    "a folder that is not there": ("nothing/text.txt", "does not exist"),
    "a folder": ("sources", "is a folder"),
    "a folder with a slash": ("sources/", "is a folder"),
    "this folder": (".", "is a folder"),
    "a pipe": ("pipe", "is not a regular file"),
    "a path through a file": ("text.txt/text.txt", "cannot be opened"),
    "a home folder": ("~/text.txt", "does not exist"),
    "a long name": ("x" * 300, "cannot be opened"),
    "a text in Latin-1": ("latin.txt", "is not plain text in UTF-8"),
    "a text in UTF-16": ("utf16.txt", "is not plain text in UTF-8"),
}


def archive(folder: Path) -> Path:
    """A folder with texts and everything that only looks like one, beside a text that is out of bounds."""
    inside = folder / "inside"
    write(folder / "text.txt", WORDS)
    write(folder / "other/text.txt", WORDS)
    for name in ("text.txt", "sources/text.txt", "sources/other/text.txt"):
        write(inside / name, WORDS)
    write(inside / "latin.txt", "café".encode("latin-1"))
    write(inside / "utf16.txt", WORDS.encode("utf-16"))
    os.mkfifo(inside / "pipe")
    for name, target in {
        "link.txt": "../text.txt",
        "linked": "../other",
        "inner.txt": "text.txt",
        "nowhere.txt": "x",
    }.items():
        (inside / name).symlink_to(target)
    return inside


def quoting(folder: Path, file: str) -> Timeline:
    """A timeline in this folder whose only source has this archived text."""
    return load(write(folder / "timeline.yaml", TIMELINE.format(file)))


def errors(timeline: Timeline) -> list[Problem]:
    return [problem for problem in check(timeline) if problem.severity == "error"]


def only_verdict(timeline: Timeline) -> str | None:
    (event,) = (*timeline.events, *timeline.report.faulty)
    return timeline.verdict(event.claims[0])


@pytest.mark.parametrize(
    "file", ["text.txt", "sources/text.txt", "./text.txt", "sources/./other/text.txt", "sources//text.txt"]
)
def test_a_text_below_the_folder_of_the_timeline_is_read(tmp_path: Path, file: str) -> None:
    timeline = quoting(archive(tmp_path), file)

    assert (only_verdict(timeline), errors(timeline)) == ("folded", [])


@pytest.mark.parametrize("file", OUTSIDE.values(), ids=OUTSIDE)
def test_a_path_that_leads_out_is_not_followed(tmp_path: Path, file: str) -> None:
    timeline = quoting(archive(tmp_path), file.format(folder=tmp_path / "inside"))
    problems = errors(timeline)

    assert (only_verdict(timeline), brief(problems)) == ("unverified", ["2:23 source-file-outside"])
    assert problems[0].message.startswith(f"the archived text '{timeline.sources['s'].file}' ")
    assert timeline.archive["s"].text is None


@pytest.mark.parametrize(("file", "words"), MISSING.values(), ids=MISSING)
def test_what_is_no_text_is_an_error_at_its_path(tmp_path: Path, file: str, words: str) -> None:
    timeline = quoting(archive(tmp_path), file)
    problems = errors(timeline)

    assert (only_verdict(timeline), brief(problems)) == ("unverified", ["2:23 source-file-missing"])
    assert problems[0].message.startswith(f"the archived text '{file}' {words}")


def test_a_symbolic_link_on_the_way_to_the_timeline_is_the_readers_own(tmp_path: Path) -> None:
    quoting(archive(tmp_path), "text.txt")
    (tmp_path / "shortcut").symlink_to("inside")

    assert not errors(load(tmp_path / "shortcut/timeline.yaml"))


def test_a_text_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = archived.MAX_SOURCE_BYTES
    monkeypatch.setattr(archived, "MAX_SOURCE_BYTES", MEBIBYTE)
    for name, size in (("largest.txt", MEBIBYTE), ("larger.txt", MEBIBYTE + 1)):
        write(tmp_path / name, WORDS.encode() + b"\n" * (size - len(WORDS.encode())))
    problems = errors(quoting(tmp_path, "larger.txt"))

    assert limit == 20 * MEBIBYTE
    assert not errors(quoting(tmp_path, "largest.txt"))
    assert brief(problems) == ["2:23 source-file-missing"]
    assert "is larger than 1 MiB" in problems[0].message


def test_a_text_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "\ufeff" + WORDS)

    timeline = quoting(tmp_path, "text.txt")

    assert only_verdict(timeline) == "folded"
    assert timeline.archive["s"].text == WORDS


def test_a_quote_of_a_source_without_a_text_is_unverified(tmp_path: Path) -> None:
    timeline = load(write(tmp_path / "timeline.yaml", TIMELINE.format("").replace(", file: ''", "")))

    assert (only_verdict(timeline), errors(timeline), timeline.archive) == ("unverified", [], {})


def test_a_quote_that_is_absent_is_an_error_at_the_quote(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "They can agree.\n")
    timeline = quoting(tmp_path, "text.txt")

    assert (only_verdict(timeline), brief(errors(timeline))) == ("absent", ["7:12 quote-not-in-source"])


def test_a_quote_is_looked_for_also_where_its_event_has_another_mistake(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "They can agree.\n")
    text = TIMELINE.format("text.txt").replace("title: x", "title: x\n    type: parade")
    timeline = load(write(tmp_path / "timeline.yaml", text))

    assert brief(errors(timeline)) == ["6:11 wrong-type", "8:12 quote-not-in-source"]


def test_a_path_is_relative_to_the_file_that_declares_the_source(tmp_path: Path) -> None:
    sources, rest = TIMELINE.format("archive/text.txt").split("events:")
    write(tmp_path / "shared/sources.yaml", sources)
    write(tmp_path / "shared/archive/text.txt", WORDS)
    timeline = load(write(tmp_path / "2022/timeline.yaml", f"include: [../shared/sources.yaml]\nevents:{rest}"))

    assert (only_verdict(timeline), errors(timeline)) == ("folded", [])


def test_every_claim_has_a_verdict_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", WORDS)
    quotes = ("They can’t agree.", "they can’t", "They […] agree")
    claims = "".join(f"\n    - {{source: s, quote: '{quote}'}}" for quote in quotes) + "\n    - {source: s}"
    text = TIMELINE.format("text.txt").partition("    source: s")[0]
    timeline = load(write(tmp_path / "timeline.yaml", f"{text}    claims:{claims}\n"))

    assert [timeline.verdict(claim) for claim in timeline.events[0].claims] == ["exact", "absent", "elided", None]
    assert brief(errors(timeline)) == ["8:26 quote-not-in-source"]


@pytest.mark.parametrize("pin", [PIN, PIN.upper()], ids=["small letters", "capitals"])
def test_a_pinned_text_is_the_one_that_was_pinned(tmp_path: Path, pin: str) -> None:
    write(tmp_path / "text.txt", WORDS)

    assert not errors(load(write(tmp_path / "timeline.yaml", TIMELINE.format(f"text.txt', sha256: '{pin}"))))


@pytest.mark.parametrize(
    "words", [WORDS + "\n", WORDS.replace("’", "'"), "\ufeff" + WORDS, WORDS.replace("\n", "\r\n")]
)
def test_a_pinned_text_that_changed_by_a_sign_is_an_error_at_the_pin(tmp_path: Path, words: str) -> None:
    write(tmp_path / "text.txt", words)
    timeline = load(write(tmp_path / "timeline.yaml", TIMELINE.format(f"text.txt', sha256: '{PIN}")))
    problems = errors(timeline)

    assert brief(problems) == ["2:43 source-changed"]
    assert problems[0].message == "the archived text 'text.txt' is not the one that was pinned"


def test_full_stops_for_words_left_out_are_explained(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "They can hardly agree.\n")
    timeline = load(write(tmp_path / "timeline.yaml", TIMELINE.format("text.txt").replace("agree", "... agree")))
    (problem,) = errors(timeline)

    assert problem.help.startswith("words that are left out are marked with […], one sign, not with three full stops; ")


def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path / "latin.txt", "caf\xe9".encode("latin-1"))
    helps = {name: errors(quoting(tmp_path, name))[0].help for name in ("missing.txt", "latin.txt")}

    assert helps == {
        "missing.txt": "the path is relative to the file that declares the source",
        "latin.txt": "save the words of the document as a text file, in UTF-8",
    }
