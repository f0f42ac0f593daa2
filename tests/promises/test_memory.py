"""Memory: what SECURITY.md says of it holds for files of many short entries and for entries of many short values."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import run_python
from places import ROOT, SUPPORT
from written import write

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
HEAD = "sources:\n  s: {title: R}\nevents:\n"
# Loads what is named and tells the most memory that the process has taken until then, in KiB.
LOADING = """\
import sys
from diplotimeline import load
sys.path.append(sys.argv[1])
from most_memory import most_memory
load(*sys.argv[2:])
print(most_memory())
"""


def many_events(number: int) -> str:
    return HEAD + "".join(f"- {{date: 2022-01-01, title: x{one:05}, source: s}}\n" for one in range(number))


def many_tags(number: int) -> str:
    tags = (", ".join(f"t{one}" for one in range(first, first + 2000)) for first in range(0, number, 2000))
    return HEAD + "".join(f"- {{date: 2022-01-01, title: x, source: s, tags: [{one}]}}\n" for one in tags)


def many_actors(number: int) -> str:
    return "actors:\n" + "".join(f"  a{one}: {{name: A}}\n" for one in range(number))


def many_claims(number: int) -> str:
    return f"{HEAD}- date: 2022\n  title: x\n  claims:\n" + "  - {source: s}\n" * number


# How many entries are made, and for how many of them memory is promised beside that for the file.
FILES: dict[str, tuple[Callable[[int], str], int, int]] = {
    "short events": (many_events, 10_000, 10_000),
    "tags, 2,000 of an event": (many_tags, 200_000, 100),
    "short actors": (many_actors, 15_000, 15_000),
    "short claims": (many_claims, 20_000, 20_000),
}


def memory(*paths: Path) -> int:
    """The most memory, in KiB, that loading these takes."""
    answer = run_python(LOADING, SUPPORT, *paths)
    assert answer.code == 0, answer.err
    return int(answer.out)


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The memory that any file takes."""
    return memory(write(tmp_path_factory.mktemp("smallest") / "small.yaml", many_events(1)))


@pytest.mark.parametrize(("text", "number", "entries"), FILES.values(), ids=FILES)
def test_memory_keeps_within_what_is_promised(
    tmp_path: Path, smallest: int, text: Callable[[int], str], number: int, entries: int
) -> None:
    promised = re.search(r"- Memory: ([0-9]+) times the file, and ([0-9]+) KiB for each event", SECURITY)
    assert promised
    times, each = map(int, promised.groups())
    path = write(tmp_path / "many.yaml", text(number))

    assert memory(path) - smallest <= times * path.stat().st_size / 1024 + each * entries
