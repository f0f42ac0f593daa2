"""A pinned text of which only line ends or the byte order mark changed is told from one with other words."""

import hashlib
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from written import loaded, write

from diplotimeline import check
from diplotimeline.quotes.pins import forms

WORDS = "The envoys met.\nThey did not agree.\n"
MARK = "\ufeff"
CHANGES = [
    (WORDS, WORDS.replace("\n", "\r\n"), "its line ends were LF and are CRLF"),
    (WORDS.replace("\n", "\r\n"), WORDS, "its line ends were CRLF and are LF"),
    (WORDS, WORDS.replace("\n", "\r"), "its line ends were LF and are CR"),
    (WORDS, WORDS + "\n", "it had a final newline and has 2 final newlines"),
    (WORDS, WORDS.rstrip(), "it had a final newline and has no final newline"),
    (WORDS.rstrip(), WORDS, "it had no final newline and has a final newline"),
    (WORDS, MARK + WORDS, "it had no byte order mark and has a byte order mark"),
    (MARK + WORDS, WORDS, "it had a byte order mark and has no byte order mark"),
    (WORDS, "The envoys met.\r\nThey did not agree.\n", "its line ends were LF and are of several kinds"),
    (WORDS, WORDS.replace("\n", "\r\n") + "\r\n",
     "its line ends were LF and are CRLF, it had a final newline and has 2 final newlines"),
]  # fmt: skip


def changed(folder: Path, pinned: str, found: str, name: str = "a.txt") -> str:
    """The help for a text that was pinned as one text and is found as another."""
    write(folder / name, found)
    digest = hashlib.sha256(pinned.encode()).hexdigest()
    text = f"sources:\n  s: {{title: Talks, issued: 2022, file: {name}, sha256: {digest}}}\n"
    event = "events:\n  - {date: 2022, title: Talks, source: s, quote: The envoys met.}\n"
    (problem,) = [one for one in check(loaded(folder, text + event)) if one.rule == "source-changed"]
    return problem.help


@pytest.mark.parametrize(("pinned", "found", "difference"), CHANGES)
def test_what_differs_is_said_and_what_keeps_it_from_happening(
    tmp_path: Path, pinned: str, found: str, difference: str
) -> None:
    help = changed(tmp_path, pinned, found)

    assert help.startswith(f"the words are the same: {difference}; write '*.txt -text' into .gitattributes")
    assert help.endswith("to pin it anew would break it for everybody else")


@pytest.mark.parametrize(
    "found", [WORDS.replace("not ", ""), WORDS.replace("\n", " "), f" {WORDS}", WORDS.replace("\n", "\n\n", 1), "\n"]
)
def test_other_words_and_other_lines_are_another_text(tmp_path: Path, found: str) -> None:
    help = changed(tmp_path, "They did meet.\n" if found == "\n" else WORDS, found)

    assert ".gitattributes" not in help
    assert "pin it anew" in help


def test_the_line_for_git_is_that_of_the_file(tmp_path: Path) -> None:
    assert "'*.md -text'" in changed(tmp_path, WORDS, WORDS + "\n", "a.md")
    assert "'talks -text'" in changed(tmp_path, WORDS, WORDS + "\n", "talks")


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["a", "b c", ""]), min_size=1, max_size=4), st.data())
def test_every_form_of_the_same_lines_is_known_from_every_other(lines: list[str], data: st.DataObject) -> None:
    while lines and not lines[-1]:
        lines.pop()
    every = [
        ("\ufeff" if mark else "").encode() + end.join(lines).encode() + end.encode() * final
        for end, final, mark in product(("\n", "\r\n", "\r"), range(4), (False, True))
    ]
    here, pinned = data.draw(st.sampled_from(every)), data.draw(st.sampled_from(every))
    difference = forms(here)[hashlib.sha256(pinned).hexdigest()]

    assert (difference == "") == (here == pinned)
