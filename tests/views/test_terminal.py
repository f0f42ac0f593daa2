"""Terminals, pipes and locales: colour only where it is wanted, and no crash."""

import os
import pty
import re
import signal
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import COMMAND, call, environment, run
from made_up import BUNDLED, event, write
from rich.cells import cell_len

COLOUR = re.compile("\x1b\\[[0-9;]*m")
UNCOLOURED = {
    "NO_COLOR": {"TERM": "xterm-256color", "NO_COLOR": "1"},
    "a dumb terminal": {"TERM": "dumb"},
    "an unknown terminal": {"TERM": "unknown"},
}
MANY = 500
NARROWEST = 40


def on_a_terminal(*args: str, columns: int = 0, **settings: str) -> tuple[int, str]:
    """Exit code and output of a call whose output is a terminal of so many columns."""
    ours, theirs = pty.openpty()
    if columns:
        termios.tcsetwinsize(theirs, (24, columns))
    call_of = [*COMMAND, *args]
    with subprocess.Popen(call_of, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**settings)) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
    os.close(ours)
    return process.returncode, seen.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file whose chronology no pipe can hold."""
    return write(tmp_path / "many.yaml", *(event(f"{1000 + year}", f"{year} " + "long " * 60) for year in range(MANY)))


def test_a_terminal_gets_colours_that_only_repeat_what_words_say() -> None:
    code, seen = on_a_terminal("show", BUNDLED, columns=80, TERM="xterm-256color")

    assert code == 0
    assert COLOUR.search(seen)
    assert COLOUR.sub("", seen) == call("show", BUNDLED).out


@pytest.mark.parametrize("settings", UNCOLOURED.values(), ids=UNCOLOURED)
def test_a_terminal_gets_no_colours_with(settings: dict[str, str]) -> None:
    code, seen = on_a_terminal("show", BUNDLED, columns=80, **settings)

    assert (code, seen) == (0, call("show", BUNDLED).out)


def test_a_pipe_gets_colours_only_when_they_are_forced() -> None:
    plain, forced = call("show", BUNDLED), call("show", BUNDLED, FORCE_COLOR="1", TERM="xterm-256color")

    assert "\x1b" not in plain.out
    assert COLOUR.search(forced.out)
    assert COLOUR.sub("", forced.out) == plain.out


def test_the_width_is_that_of_the_terminal() -> None:
    _, seen = on_a_terminal("show", BUNDLED, columns=100, TERM="dumb")

    assert seen == call("show", BUNDLED, COLUMNS="100").out


def test_one_line_per_event_is_cut_on_a_terminal_and_nowhere_else() -> None:
    _, seen = on_a_terminal("show", "-1", BUNDLED, columns=60, TERM="dumb")
    piped = call("show", "-1", BUNDLED, COLUMNS="60").out.splitlines()

    assert max(map(cell_len, seen.splitlines())) == 60
    assert all(whole.startswith(cut.removesuffix("…")) for cut, whole in zip(seen.splitlines(), piped, strict=True))
    assert max(map(cell_len, piped)) > 120


def test_a_pipe_is_80_columns_wide() -> None:
    assert run("show", BUNDLED).out == call("show", BUNDLED, COLUMNS="80").out


@pytest.mark.parametrize("columns", ["10", "1", "39", "40"])
def test_no_page_is_narrower_than_40_columns(columns: str) -> None:
    answer = call("show", BUNDLED, COLUMNS=columns)
    titles = [line for line in answer.out.splitlines() if line.startswith("●")]

    assert answer == call("show", BUNDLED, COLUMNS=str(NARROWEST))
    assert len(titles) == 13


STRANGE_SIZES = ["", "0", "-5", "²", "wide", "99999999999", "9" * 20, "9" * 5000]


@pytest.mark.parametrize("size", STRANGE_SIZES)
def test_a_strange_size_is_no_crash(size: str) -> None:
    answer = call("show", BUNDLED, COLUMNS=size, LINES=size)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("●") == 13


@pytest.mark.parametrize("size", STRANGE_SIZES)
def test_colours_hide_nothing_at_a_strange_size(size: str) -> None:
    coloured = call("show", BUNDLED, COLUMNS=size, LINES=size, FORCE_COLOR="1", TERM="xterm-256color")

    assert (coloured.code, coloured.err) == (0, "")
    assert COLOUR.sub("", coloured.out) == call("show", BUNDLED, COLUMNS=size).out


@pytest.mark.parametrize("columns", ["999999999", "9" * 20])
def test_a_picture_is_never_wider_than_a_terminal_can_be(columns: str) -> None:
    answer = call("show", "--lanes", BUNDLED, COLUMNS=columns)

    assert answer == call("show", "--lanes", BUNDLED, COLUMNS="1000")


@pytest.mark.parametrize("command", [("show",), ("show", "-1"), ("show", "-g", "Ջ"), ("check",)], ids=" ".join)
def test_an_ascii_terminal_gets_escapes_instead_of_a_crash(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write(
        tmp_path / "my.yaml", event(title="Ջ–“x”", status="alleged", actors=["ջ"]), actors={"ջ": {"name": "Ջ"}}
    )
    plain, ascii = call(*command, path), run(*command, path, PYTHONIOENCODING="ascii")

    assert ascii.code == plain.code
    assert ascii.out == plain.out.encode("ascii", "backslashreplace").decode()
    assert ascii.err == plain.err.encode("ascii", "backslashreplace").decode()


def test_an_export_is_utf_8_in_every_locale() -> None:
    answer = run("export", BUNDLED, "-f", "markdown", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert answer.out == call("export", BUNDLED, "-f", "markdown").out


@pytest.mark.parametrize(
    "command", [("show",), ("show", "-1"), ("export", "-f", "csv"), ("export", "-f", "json")], ids=" ".join
)
def test_a_reader_that_has_seen_enough_ends_it_quietly(many: Path, command: tuple[str, ...]) -> None:
    call_of = [*COMMAND, *command, str(many)]
    pipe = subprocess.PIPE
    with subprocess.Popen(call_of, stdout=pipe, stderr=pipe, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert first
    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("show", "no-such-file.yaml"), 2),
        (("show", BUNDLED, "--from", "2090"), 0),
        (("nothing",), 2),
        (("export", BUNDLED, "-f", "csv", "-a", "nobody"), 2),
    ],
    ids=["a file that is not there", "no events", "no command", "nobody"],
)
def test_nobody_needs_to_listen_to_what_is_said(args: tuple[str, ...], code: int) -> None:
    """The other end of standard error is closed."""
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([*COMMAND, *args], stdout=subprocess.PIPE, stderr=theirs, env=environment(), check=False)
    os.close(theirs)

    assert (done.returncode, done.stdout) == (code, b"")


def test_a_full_disk_is_told_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "show", BUNDLED], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )

    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr
    assert b"no space left on device" in done.stderr.lower()


@pytest.mark.parametrize(
    ("args", "closed"),
    [(("show", BUNDLED), ">&-"), (("export", BUNDLED, "-f", "csv"), ">&-"), (("show", "-"), "<&-")],
    ids=["show into nothing", "export into nothing", "show from nothing"],
)
def test_a_closed_stream_is_no_traceback(args: tuple[str, ...], closed: str) -> None:
    shell = ["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, *args]
    done = subprocess.run(shell, capture_output=True, env=environment(), check=False)

    assert b"Traceback" not in done.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A job in the background ignores interruptions, and so would all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_ends_with_130_and_without_a_traceback() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, "show", "-"], stdin=pipe, stdout=pipe, stderr=pipe, env=environment()) as process:
        assert process.stdin is not None
        process.stdin.write(b"#" * 300_000)  # more than a pipe holds: when it is written, the command is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()

    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said
