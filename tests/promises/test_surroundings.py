"""Every command in odd surroundings: no network, no home, strange locales and terminals, nobody who listens."""

import io
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TextIO
from unittest import mock

import calling
import every_call
import pytest
from calling import COMMAND, Answer, call, ends, environment
from encodings_of_terminals import in_encoding
from every_call import CALLS, is_data
from made_up import BUNDLED
from patience import until
from places import SUPPORT
from written import SMALLEST

from diplotimeline.cli.program import COMMANDS
from diplotimeline.exporters import FORMATS

SETTINGS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "the plain locale, no UTF-8": (
        ("-X", "utf8=0"), {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Yerevan", "PYTHONHASHSEED": "1"}),
    "an unknown locale": (("-X", "utf8=0"), {"LC_ALL": "xx_YY.KOI8-R", "TERM": "dumb", "PYTHONHASHSEED": "4242"}),
}  # fmt: skip
WITHOUT = ("HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR")
ATTEMPTS = {
    "a socket": "import socket; socket.socket()",
    "another program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
    "a file elsewhere": "open('../elsewhere.txt', 'w')",
    "a file moved elsewhere": "import os; open('here.txt', 'w').close(); os.rename('here.txt', '../elsewhere.txt')",
    "a folder elsewhere": "import os; os.mkdir('../elsewhere')",
}
PRINTING = [call for call in every_call.every_call(Path()) if "-o" not in call and call[0] != "new"]

every_printing_call = pytest.mark.parametrize("args", PRINTING, ids=" ".join)

Answers = dict[tuple[str, ...], Answer]


def answers(folder: Path, *options: str, python: tuple[str, ...] = (), **settings: str) -> Answers:
    """The answers to every call in one process, its folder written as `.`."""
    calls = every_call.every_call(folder)
    told = calling.answers(calls, folder, *options, python=python, without=WITHOUT, **settings)
    return {
        tuple(word.replace(str(folder), ".") for word in given): Answer(
            one.code, one.out, one.err.replace(str(folder), ".")
        )
        for given, one in zip(calls, told, strict=True)
    }


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answers]:
    """The answers under a guard that fails on sockets, other programs, and changes outside the folder."""
    folder = tmp_path_factory.mktemp("guarded")
    return folder, answers(folder, "--guarded", str(folder), PYTHONIOENCODING="utf-8", COLUMNS="80")


def test_every_command_is_called_here() -> None:
    assert {*COMMANDS} == {*CALLS, "export", "new"} - {"--help"}


def test_no_command_opens_a_socket_starts_a_program_or_changes_another_file(guarded: tuple[Path, Answers]) -> None:
    folder, found = guarded

    assert {one.code for one in found.values()} == {0}
    assert {path.name for path in folder.iterdir()} >= {f"my.{name}" for name in FORMATS}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_guard_notices(tmp_path: Path, attempt: str) -> None:
    script = f"import sys; sys.path.insert(0, {str(SUPPORT)!r})\nimport in_one_process, pathlib\n"
    script += f"in_one_process.guard(pathlib.Path())\n{attempt}\n"
    (tmp_path / "inside").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path / "inside", capture_output=True, env=environment(), check=False
    )

    assert b"RuntimeError" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]


@pytest.mark.parametrize(("python", "settings"), SETTINGS.values(), ids=SETTINGS)
def test_no_surroundings_change_what_is_said(
    tmp_path: Path, guarded: tuple[Path, Answers], python: tuple[str, ...], settings: dict[str, str]
) -> None:
    here, there = guarded[1], answers(tmp_path, python=python, COLUMNS="80", **settings)

    assert there.keys() == here.keys()
    for args, one in there.items():
        said, shown = here[args].err, here[args].out
        plain = shown if is_data(args) else ascii_only(shown)

        assert (args, one.code, one.out) == (args, 0, plain)
        assert one.err in (said, ascii_only(said))
    assert files(tmp_path) == files(guarded[0])


def test_warnings_that_are_errors_and_no_docstrings_only_shorten_explanations(
    tmp_path: Path, guarded: tuple[Path, Answers]
) -> None:
    """`python -OO` takes docstrings away, and with them the help and the descriptions in the schema."""
    settings = {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "0"}
    found = answers(tmp_path, python=("-OO", "-W", "error"), COLUMNS="80", **settings)
    explaining = ("--help", "schema")

    assert {one.code for one in found.values()} == {0}
    assert [call for call in found if found[call] != guarded[1][call] and not {*explaining} & {*call}] == []
    assert json.loads(found["schema",].out)["$defs"].keys() == json.loads(guarded[1]["schema",].out)["$defs"].keys()
    assert files(tmp_path) | {"schema.json": b""} == files(guarded[0]) | {"schema.json": b""}


def ascii_only(text: str) -> str:
    return in_encoding(text, "ascii")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@cache
def at_width(args: tuple[str, ...], columns: int) -> str:
    answer = call(*args, COLUMNS=str(columns))

    assert answer.code == 0
    return answer.out


@every_printing_call
def test_no_width_of_a_terminal_is_a_crash_or_hides_a_word(args: tuple[str, ...]) -> None:
    narrow, usual, wide = (at_width(args, columns) for columns in (1, 80, 1000))

    if args[0] != "--help":
        assert narrow == at_width(args, 40)
    if args[0] in ("export", "schema", "check", "draft"):
        assert narrow == usual == wide
    if args[0] == "show" and "--lanes" not in args:
        assert letters(narrow) == letters(usual) == letters(wide)


def letters(text: str) -> str:
    """The letters and figures of a page, whatever its lines; the order of date and title depends on the width."""
    return "".join(sorted(char for char in text if char.isalnum()))


@contextmanager
def broken_pipe() -> Iterator[TextIO]:
    """A pipe whose reader has gone."""
    ours, theirs = os.pipe()
    os.close(ours)
    with suppress(OSError), open(theirs, "w", encoding="utf-8") as pipe:
        yield pipe


@contextmanager
def full_disk() -> Iterator[TextIO]:
    with suppress(OSError), Path("/dev/full").open("w", encoding="utf-8") as full:
        yield full


@every_printing_call
def test_a_reader_that_has_gone_ends_it_quietly(args: tuple[str, ...]) -> None:
    said = io.StringIO()
    with broken_pipe() as out:
        code = ends(*args, out=out, err=said)

    assert code == 0
    assert "rror" not in said.getvalue()


@every_printing_call
def test_a_full_disk_is_told_in_words(args: tuple[str, ...]) -> None:
    said = io.StringIO()
    with full_disk() as out:
        code = ends(*args, out=out, err=said)

    assert code == 2
    assert said.getvalue().splitlines()[-1].startswith("Error: ")
    assert said.getvalue().endswith("no space left on device\n")


@every_printing_call
def test_nobody_needs_to_hear_what_is_said(args: tuple[str, ...], tmp_path: Path) -> None:
    with full_disk() as err, (tmp_path / "out").open("w", encoding="utf-8") as out:
        code = ends(*args, out=out, err=err)

    assert code == 0


@pytest.mark.parametrize("args", [("schema",), ("check", "--explain", "all")], ids=" ".join)
@pytest.mark.parametrize("settings", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["usual", "unbuffered"])
def test_a_disk_with_room_for_a_part_is_a_full_disk(
    tmp_path: Path, args: tuple[str, ...], settings: dict[str, str]
) -> None:
    shell = ["/bin/sh", "-c", 'ulimit -f 4 && exec "$@"', "sh", *COMMAND, *args]
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(shell, stdout=out, stderr=subprocess.PIPE, env=environment(**settings), check=False)

    assert (done.returncode, done.stderr) == (2, b"Error: standard output cannot be written: file too large\n")


def ended(process: subprocess.Popen[bytes]) -> bool:
    return process.poll() is not None


def waits(process: subprocess.Popen[bytes]) -> bool:
    """Whether a process that runs waits for something, rather than computes."""
    return Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].startswith("S")


@pytest.mark.parametrize("args", [("show", "-", "-1"), ("draft", "-", "--date", "2022-10-06")], ids=" ".join)
def test_standard_input_is_waited_for_whoever_opened_it(args: tuple[str, ...]) -> None:
    """A parent may have made the pipe one that does not wait; half a file must not pass for a whole one."""
    theirs, ours = os.pipe()
    os.set_blocking(theirs, False)
    with subprocess.Popen([*COMMAND, *args], stdin=theirs, stdout=subprocess.PIPE, env=environment()) as process:
        with open(ours, "wb", buffering=0) as pipe:
            for part in (SMALLEST[:20], SMALLEST[20:]):
                # All is read, and it wants to read more.
                until(lambda: ended(process) or (not select.select([theirs], [], [], 0)[0] and waits(process)))
                pipe.write(part.encode())
        os.close(theirs)
        out = process.communicate()[0]

    assert (process.returncode, out.decode()) == (0, call(*args, stdin=SMALLEST).out)


@pytest.mark.parametrize("settings", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["usual", "unbuffered"])
def test_a_slow_reader_gets_everything_whoever_opened_the_pipe(settings: dict[str, str]) -> None:
    args = ("export", BUNDLED, "-f", "html")
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    with subprocess.Popen([*COMMAND, *args], stdout=theirs, env=environment(**settings)) as process:
        until(lambda: ended(process) or not select.select([], [theirs], [], 0)[1])  # the pipe is full
        os.close(theirs)
        with open(ours, "rb") as pipe:
            out = pipe.read()

    assert (process.returncode, out.decode()) == (0, call(*args).out)


INTERRUPTED_WHILE = {
    "the command line is imported": "sys.modules['typer'] = Interrupting('typer')",
    "the command is imported": "sys.modules['diplotimeline.cli.filters'] = Interrupting('diplotimeline.cli.filters')",
    "the record is imported": "sys.modules['diplotimeline.dates'] = Interrupting('diplotimeline.dates')",
    "the streams are prepared": "import diplotimeline.cli.program as one; one.prepare_streams = interrupt",
    "a mistake is told": "import diplotimeline.cli.program as one; one.app = mistake; one.say = interrupt",
    "the files are read": "import diplotimeline.files; diplotimeline.files.os.open = interrupt",
    "the page is written": "sys.stdout.write = interrupt; sys.stdout.writelines = interrupt",
}
INTERRUPTING = """
import sys, types
def interrupt(*args, **options):
    raise KeyboardInterrupt
def mistake(*args, **options):
    raise MemoryError
class Interrupting(types.ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt
{}
from diplotimeline.__main__ import run
run()
"""


@pytest.mark.parametrize("moment", INTERRUPTED_WHILE.values(), ids=INTERRUPTED_WHILE)
def test_an_interruption_ends_with_130_and_not_a_word_while(moment: str) -> None:
    script = INTERRUPTING.format(moment)
    done = subprocess.run(
        [sys.executable, "-c", script, "show", BUNDLED], capture_output=True, env=environment(), check=False
    )

    assert (done.returncode, done.stderr) == (130, b"")


def test_too_little_memory_is_told_in_words() -> None:
    with mock.patch("diplotimeline.reading.find.Files.take", side_effect=MemoryError):
        answer = call("check", BUNDLED)

    assert (answer.code, answer.out, answer.err) == (2, "", "Error: there is not enough memory for this call\n")
