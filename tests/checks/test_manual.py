"""The manual: every rule has a page, and the rule finds its wrong example and not its right one."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from manual_pages import pages, snippet
from places import ROOT
from written import write

from diplotimeline import Problem, check, load
from diplotimeline.checks import RULES, manual

PAGES = pages()
TIMELINES = ROOT / "timelines"
TODAY = date(2026, 1, 1)
Files = Mapping[str, bytes]
"""The files of an example by their names; the first is the one that is checked."""

TWO_PAGES = b"""\
sources: {report: {title: A report, issued: 2022-10-06, file: two-pages.txt}}
events: [{date: 2022-10-04, title: A meeting, source: report, at: PAGE, quote: The envoys met}]
"""
# What no snippet can show: the bytes of a file, and several files.
IN_WORDS: Mapping[str, tuple[Files, Files]] = {
    "not-utf8": (
        {"a.yaml": "title: Réunion à Genève\n".encode("latin-1")}, {"a.yaml": "title: Réunion à Genève\n".encode()}),
    "include-cycle": (
        {"a.yaml": b"include: [b.yaml]\n", "b.yaml": b"include: [a.yaml]\n"},
        {"a.yaml": b"include: [b.yaml, actors.yaml]\n", "b.yaml": b"include: [actors.yaml]\n",
         "actors.yaml": b"actors: {osce: {name: OSCE}}\n"}),
    "quote-elsewhere": (
        {"a.yaml": TWO_PAGES.replace(b"PAGE", b"p. 1"), "two-pages.txt": b"The first page.\n\fThe envoys met.\n"},
        {"a.yaml": TWO_PAGES.replace(b"PAGE", b"p. 2")}),
    "source-not-text": (
        {"a.yaml": b"sources: {s: {title: Note, issued: 2022, file: note.pdf}}\n", "note.pdf": b"%PDF-1.7\n\xe2\xe3"},
        {"a.yaml": b"sources: {s: {title: Note, issued: 2022, file: note.txt}}\n", "note.txt": b"They met.\n"}),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that examples name: an archived text and a register of actors."""
    shutil.copytree(TIMELINES / "sources", tmp_path / "sources")
    write(tmp_path / "shared" / "actors.yaml", "actors: {osce: {name: OSCE}}\n")
    return tmp_path


def written(example: str) -> Files:
    """The file that a snippet stands for: an event stands behind the actors and sources of the bundled timeline."""
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), snippet(example))
    if text.startswith("-"):
        registers, events, _ = (TIMELINES / "armenia-azerbaijan-2022.yaml").read_text("utf-8").partition("\nevents:\n")
        text = registers + events + text
    return {"a.yaml": text.encode()}


def found_in(folder: Path, files: Files) -> list[Problem]:
    """What is wrong with an example."""
    for name, data in files.items():
        write(folder / name, data)
    return list(check(load(folder / next(iter(files))), TODAY))


def test_every_rule_has_a_page() -> None:
    assert RULES.keys() - manual().keys() == set()


def test_what_is_shown_in_words_alone_is_tried_here() -> None:
    in_words = {rule for rule, page in PAGES.items() if not (snippet(page.wrong) and snippet(page.right))}

    assert in_words == IN_WORDS.keys()


@pytest.mark.parametrize("rule", PAGES)
def test_the_rule_finds_the_wrong_example_and_nothing_else_tells_it_from_the_right_one(rule: str, folder: Path) -> None:
    page = PAGES[rule]
    wrong, right = IN_WORDS.get(rule) or (written(page.wrong), written(page.right))
    before, after = found_in(folder, wrong), found_in(folder, right)

    assert {one.rule for one in before} - {one.rule for one in after} == {rule}
    assert {one.rule for one in before if one.severity == "error"} <= {rule}
    assert [one.concise for one in after if one.severity == "error"] == []
