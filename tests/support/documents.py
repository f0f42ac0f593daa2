"""The documents of the project as a reader meets them: their headings, their links, and their examples, done in order.

After a change that is meant: `REWRITE_GOLDEN=1 .venv/bin/python -m pytest -q tests/docs`, then `git diff`.

A comment above a block says what a reader does with it; a block without one is only read.

- `<!-- file: my.yaml -->`: saves it under that name. `<!-- append: my.yaml -->`: adds it at the end of that file.
- `<!-- edit: my.yaml -->` above a `diff`: changes the file so. With `<!-- trial: my.yaml -->` the change is undone
  after the next block of commands.
- `<!-- part: my.yaml -->`: finds it there.
- Blocks of `console` and `python` need none: the commands behind `$` are run, and print what stands below them.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from unittest import mock

from markdown_it import MarkdownIt
from markdown_it.token import Token
from places import ROOT

from diplotimeline.cli import main
from diplotimeline.record.words import LISTS

DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
WRITINGS = (*DOCUMENTS, *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")))
DIRECTIVE = re.compile(r"<!-- (file|append|edit|trial|part): (\S+) -->\s*\Z")
COMMAND = re.compile(r"^\$ ", re.MULTILINE)
OF_THE_SHELL = frozenset("|>;&$")
HUNKS = re.compile(r"^(?:@@.*)?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, text and first line, and what the comment above it says to do with which file."""

    language: str
    text: str
    line: int
    task: str = ""
    file: str = ""


def tokens(document: Path) -> list[Token]:
    """The parts of a document, as a Markdown parser finds them."""
    return MarkdownIt().enable("table").parse(document.read_text(encoding="utf-8"))


def blocks(document: Path) -> Iterator[Block]:
    """The fenced blocks of a document, in order."""
    above = ""
    for token in tokens(document):
        if token.type == "fence" and token.map:
            directive = DIRECTIVE.search(above)
            yield Block(token.info, token.content, token.map[0] + 2, *(directive.groups() if directive else ()))
        above = token.content if token.type == "html_block" else ""


@cache
def anchors(document: Path) -> set[str]:
    """The fragments that links to headings of a document can have, as code hosts make them."""
    found = tokens(document)
    titles = [after.content for token, after in pairwise(found) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def links(document: Path) -> list[str]:
    """Where the links of a document lead."""
    children = (child for token in tokens(document) for child in token.children or ())
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


@dataclass
class Reader:
    """Someone who does what a document says, in a folder of its own with the timelines of the repository."""

    folder: Path
    names: dict[str, object] = field(default_factory=dict)
    undo: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "timelines", self.folder / "timelines")
        program = self.folder / ".bin" / "diplotimeline"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m diplotimeline "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        self.settings = {"COLUMNS": "80", "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def do(self, block: Block) -> str:
        """Do what a block says; the block as it would be if it told the truth."""
        if block.task:
            return self.keep(block)
        if block.language == "console":
            text = "".join(f"$ {command}\n{self.run(command)}" for command in commands(block))
            for path, before in self.undo.items():
                path.write_text(before, encoding="utf-8")
            self.undo.clear()
            return text
        if block.language == "python":
            with chdir(self.folder):
                exec(compile(block.text, f"line {block.line}", "exec"), self.names)  # noqa: S102 - our own document
        return block.text

    def keep(self, block: Block) -> str:
        """Write a file, change it, or find the block in it."""
        path = self.folder / block.file
        path.parent.mkdir(exist_ok=True)
        before = path.read_text(encoding="utf-8") if block.task != "file" else ""
        if block.task == "part":
            return block.text if block.text.rstrip("\n") in before else f"this does not stand in {block.file}"
        after = changed(before, block.text) if block.task in ("edit", "trial") else before + block.text
        path.write_text(after, encoding="utf-8")
        if block.task == "trial":
            self.undo[path] = before
        return block.text

    def run(self, command: str) -> str:
        """What a command prints, on both streams, in the order of a terminal."""
        with chdir(self.folder), mock.patch.dict(os.environ, self.settings):
            if command.startswith("diplotimeline ") and not OF_THE_SHELL.intersection(command):
                return called(shlex.split(command)[1:])
            done = subprocess.run(
                ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                check=False,
            )  # fmt: skip
            return done.stdout.decode()


def called(args: list[str]) -> str:
    """What the command line prints in this process, which takes a tenth of the time of a process of its own."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream), suppress(SystemExit):
        main(args)
    stream.seek(0)
    return stream.read()


def commands(block: Block) -> list[str]:
    """The commands of a `console` block."""
    return [part.partition("\n")[0] for part in COMMAND.split(block.text)[1:]]


def changed(text: str, difference: str) -> str:
    """The text after a change in the form of `diff`: hunks, apart by a blank line, of lines with ` `, `-` or `+`."""
    for hunk in HUNKS.split(difference):
        lines = hunk.splitlines()
        old = "\n".join(line[1:] for line in lines if line[0] in " -")
        new = "\n".join(line[1:] for line in lines if line[0] in " +")
        if text.count(old) != 1:
            raise AssertionError(f"stands {text.count(old)} times in the file, not once:\n{old}")
        text = text.replace(old, new)
    return text


def with_words(text: str) -> str:
    """The text of a document with the closed lists as they are today, between `<!-- words: type -->` and its end."""
    for name, meanings in LISTS.items():
        rows = "".join(f"| `{word}` | {meaning} |\n" for word, meaning in meanings.items())
        begin, end = f"<!-- words: {name} -->\n", "<!-- end -->"
        before, mark, after = text.partition(begin)
        if mark:
            text = f"{before}{begin}| word | meaning |\n| --- | --- |\n{rows}{end}{after.partition(end)[2]}"
    return text


def rewrite(document: Path) -> None:
    """Let a document have the closed lists of today, and its commands print what they print today."""
    text = with_words(document.read_text(encoding="utf-8"))
    document.write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(Path(folder))
        for block in blocks(document):
            true = reader.do(block)
            if block.language == "console":
                text = text.replace(f"```console\n{block.text}```", f"```console\n{true}```", 1)
                document.write_text(text, encoding="utf-8")  # now: what comes next may fail
            elif true != block.text:
                print(f"{document.name}:{block.line}: {true}")
