"""The README's examples, run in the order in which a reader meets them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Parser

README = ROOT / "README.md"
FILE = re.compile(r"<!-- file: (\S+) -->\n\Z")
PART = re.compile(r"<!-- part: (\S+) -->\n\Z")
EDIT = re.compile(r"<!-- edit: (\S+) -->\n\Z")
CHANGE = re.compile(r"<!-- change: (.+) => (.+) -->\n\Z")


def before(example: Example) -> str:
    """The text of the README up to an example."""
    return example.document.text[: example.start]


def keep_file(example: Example) -> None:
    """Write the block to the file that the comment above it names, find it there, or edit the file by it."""
    named, part, edit = (pattern.search(before(example)) for pattern in (FILE, PART, EDIT))
    if named:
        Path(named[1]).write_text(example.parsed, encoding="utf-8")
    if part:
        assert example.parsed in Path(part[1]).read_text(encoding="utf-8")
    if edit:
        edited = Path(edit[1]).read_text(encoding="utf-8")
        for line in example.parsed.splitlines():
            old, _, new = line.partition(" =>")
            assert old in edited
            edited = edited.replace(old, new.strip(), 1)
        Path(edit[1]).write_text(edited, encoding="utf-8")


def run_console(example: Example) -> None:
    """Run each `$ command` and compare what it prints with what stands below it."""
    change = CHANGE.search(before(example))
    original = Path("my.yaml").read_text(encoding="utf-8") if change else ""
    if change:
        assert change[1] in original
        Path("my.yaml").write_text(original.replace(change[1], change[2]), encoding="utf-8")
    for block in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
        command, _, expected = block.partition("\n")

        assert printed(command) == expected, command
    if change:
        Path("my.yaml").write_text(original, encoding="utf-8")


def printed(command: str) -> str:
    """What a command of the README prints, on both streams; `> file` keeps the first of them."""
    command, _, kept = command.partition(" > ")
    program, *words = re.findall(r"'[^']*'|\S+", command)
    assert program == "diplotimeline"
    run = subprocess.run(
        [sys.executable, "-m", "diplotimeline", *(word.strip("'") for word in words)],
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE if kept else subprocess.STDOUT, check=False, text=True,
        encoding="utf-8",
    )  # fmt: skip
    if kept:
        Path(kept).write_text(run.stdout, encoding="utf-8")
    return run.stderr if kept else run.stdout


def examples() -> list[Example]:
    parsers: list[Parser] = [
        CodeBlockParser(language="text", evaluator=keep_file),
        CodeBlockParser(language="yaml", evaluator=keep_file),
        CodeBlockParser(language="console", evaluator=run_console),
        PythonCodeBlockParser(),
    ]
    return list(Sybil(parsers=parsers).parse(README))


def test_every_example_of_the_readme_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "timelines", tmp_path / "timelines")
    monkeypatch.chdir(tmp_path)
    found = examples()

    assert len(found) >= 10
    for example in found:
        example.evaluate()


def test_every_rule_stands_in_the_readme() -> None:
    from diplotimeline.checks import manual

    readme = README.read_text(encoding="utf-8")
    missing = [rule for rule in manual() if f"`{rule}`" not in readme]

    assert missing == []


def test_every_command_stands_in_the_readme() -> None:
    from diplotimeline.cli.program import COMMANDS

    readme = README.read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if f"diplotimeline {name}" not in readme]

    assert missing == []
