"""Every command in odd surroundings: no network, no home, strange locales and terminals, nobody who listens."""

import io
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
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
from together import together
from written import SMALLEST

from diplotimeline.cli.program import COMMANDS
from diplotimeline.exporters import FORMATS

# The locale without UTF-8, and one that is unknown: where all runs without docstrings and assertions as well, and with
# warnings that are errors.
PLAIN_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Yerevan", "PYTHONHASHSEED": "1"}
UNKNOWN_LOCALE = {"LC_ALL": "xx_YY.KOI8-R", "TZ": "Pacific/Kiritimati", "TERM": "dumb", "PYTHONHASHSEED": "4242"}
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

every_printing_call = together("args", PRINTING)

Answers = dict[tuple[str, ...], Answer]


def by_call(folder: Path, told: Iterable[Answer]) -> Answers:
    """The answers to every call by its words; the folder is written as `.` in both."""
    return {
        tuple(word.replace(str(folder), ".") for word in given): Answer(
            one.code, one.out, one.err.replace(str(folder), ".")
        )
        for given, one in zip(every_call.every_call(folder), told, strict=True)
    }


def answers(folder: Path, *options: str, python: tuple[str, ...], **settings: str) -> Answers:
    """The answers to every call in one process, without UTF-8 unless the locale brings it."""
    calls, python = every_call.every_call(folder), ("-X", "utf8=0", *python)
    return by_call(folder, calling.answers(calls, folder, *options, python=python, without=WITHOUT, **settings))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answers]:
    """The answers as they usually are, at a width of 80 columns."""
    folder = tmp_path_factory.mktemp("usual")
    return folder, by_call(folder, [call(*args) for args in every_call.every_call(folder)])


def test_every_command_is_called_here() -> None:
    assert {*COMMANDS} == {*CALLS, "export", "new"} - {"--help"}


def test_no_command_opens_a_socket_starts_a_program_or_changes_another_file(
    tmp_path: Path, usual: tuple[Path, Answers]
) -> None:
    """In the plain locale: neither that nor the lack of a home changes what is said and written."""
    found = answers(tmp_path, "--guarded", str(tmp_path), python=("-B",), COLUMNS="80", **PLAIN_LOCALE)

    assert {one.code for one in found.values()} == {0}
    assert_same(found, usual[1])
    assert {path.name for path in tmp_path.iterdir()} >= {f"my.{name}" for name in FORMATS}
    assert files(tmp_path) == files(usual[0])


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


def test_an_unknown_locale_changes_nothing_and_no_docstrings_only_explanations(
    tmp_path: Path, usual: tuple[Path, Answers]
) -> None:
    """`python -OO` takes docstrings away, and with them the help and the descriptions in the schema."""
    found = answers(tmp_path, python=("-OO", "-W", "error"), COLUMNS="80", **UNKNOWN_LOCALE)
    explaining = {call for call in found if {"--help", "schema"} & {*call}}

    assert {one.code for one in found.values()} == {0}
    assert_same({call: found[call] for call in found.keys() - explaining}, usual[1])
    assert json.loads(found["schema",].out)["$defs"].keys() == json.loads(usual[1]["schema",].out)["$defs"].keys()
    assert files(tmp_path) | {"schema.json": b""} == files(usual[0]) | {"schema.json": b""}


def assert_same(found: Answers, usual: Answers) -> None:
    """Data as it is, and what a terminal shows as far as it can show it."""
    for args, one in found.items():
        said, shown = usual[args].err, usual[args].out

        assert (args, one.out) == (args, shown if is_data(args) else ascii_only(shown))
        assert one.err in (said, ascii_only(said))


def ascii_only(text: str) -> str:
    return in_encoding(text, "ascii")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def at_width(args: tuple[str, ...], columns: int) -> str:
    answer = call(*args, COLUMNS=str(columns))

    assert answer.code == 0
    return answer.out


@every_printing_call
def test_no_width_of_a_terminal_is_a_crash_or_hides_a_word(usual: tuple[Path, Answers], args: tuple[str, ...]) -> None:
    narrow, wide, shown = at_width(args, 1), at_width(args, 1000), usual[1][args].out

    if args[0] in ("export", "schema", "check", "draft"):
        assert narrow == shown == wide
    elif args[0] != "--help":
        assert narrow == at_width(args, 40)
    if args[0] == "show" and "--lanes" not in args:
        assert letters(narrow) == letters(shown) == letters(wide)


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


# Of a draft only that it waits for the whole text: the model of its language, which takes long to load, is not needed.
@pytest.mark.parametrize(
    ("args", "typed", "expected"),
    [(("show", "-", "-1"), SMALLEST, 0), (("draft", "-", "--date", "2022-10-06"), f"{SMALLEST}\0", 2)],
    ids=["show", "draft"],
)
def test_standard_input_is_waited_for_whoever_opened_it(args: tuple[str, ...], typed: str, expected: int) -> None:
    """A parent may have made the pipe one that does not wait; half a file must not pass for a whole one."""
    theirs, ours = os.pipe()
    os.set_blocking(theirs, False)
    pipe_of, command = subprocess.PIPE, [*COMMAND, *args]
    with subprocess.Popen(command, stdin=theirs, stdout=pipe_of, stderr=pipe_of, env=environment()) as process:
        with open(ours, "wb", buffering=0) as pipe:
            for part in (typed[:20], typed[20:]):
                # All is read, and it wants to read more.
                until(lambda: ended(process) or (not select.select([theirs], [], [], 0)[0] and waits(process)))
                pipe.write(part.encode())
        os.close(theirs)
        out, said = process.communicate()

    assert Answer(process.returncode, out.decode(), said.decode()) == call(*args, stdin=typed)
    assert process.returncode == expected


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
