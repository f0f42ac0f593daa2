"""The command line as a person calls it: inside this process, which is fast, or as a process of its own."""

import io
import os
import pty
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from diplotimeline.cli import main

COMMAND = (sys.executable, "-m", "diplotimeline")
# Nothing of the terminal or of the user's settings that the tests run in.
SETTINGS = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TERM", "PYTHONIOENCODING",
            "PYTHONUNBUFFERED", "LC_ALL", "LANG", "TZ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gave: its exit code and both streams."""

    code: int
    out: str
    err: str


def decoded(data: bytes) -> str:
    """What a stream holds, as text; bytes that are none stay distinct."""
    return data.decode(errors="surrogateescape")


def environment(**settings: str) -> dict[str, str]:
    """The environment of a call, with only these settings of its own."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS} | settings


def call(*args: str | Path, stdin: str = "", **settings: str) -> Answer:
    """A call inside this process, with pipes for streams."""
    typed, out, err = io.BytesIO(stdin.encode()), io.BytesIO(), io.BytesIO()
    texts = [io.TextIOWrapper(stream, "utf-8") for stream in (typed, out, err)]
    with (
        mock.patch.dict(os.environ, environment(COLUMNS="80") | settings, clear=True),
        mock.patch.object(sys, "stdin", texts[0]),
        mock.patch.object(sys, "stdout", texts[1]),
        mock.patch.object(sys, "stderr", texts[2]),
        pytest.raises(SystemExit) as end,
    ):
        main([str(arg) for arg in args])
    for text in texts:
        text.flush()
    return Answer(int(end.value.code or 0), decoded(out.getvalue()), decoded(err.getvalue()))


def wrong(*args: str | Path, stdin: str = "") -> str:
    """What a wrong call is told; nothing stands on standard output and there is no traceback."""
    answer = call(*args, stdin=stdin)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    return answer.err


def run(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None, **settings: str) -> Answer:
    """A call as a process of its own, with pipes for streams."""
    done = subprocess.run(
        [*COMMAND, *map(str, args)], input=stdin, capture_output=True, cwd=cwd, env=environment(**settings), check=False
    )
    return Answer(done.returncode, decoded(done.stdout), decoded(done.stderr))


def run_python(script: str, *args: str | Path, **settings: str) -> Answer:
    """A Python script as a process of its own."""
    command = [sys.executable, "-c", script, *map(str, args)]
    done = subprocess.run(command, capture_output=True, env=environment(**settings), check=False)
    return Answer(done.returncode, decoded(done.stdout), decoded(done.stderr))


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
