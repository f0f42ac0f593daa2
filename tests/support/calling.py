"""The command line as a person calls it: inside this process, which is fast, or as a process of its own."""

import io
import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from unittest import mock

import pytest
from patience import FOR_EVER
from places import SUPPORT

from diplotimeline.cli import main

COMMAND = (sys.executable, "-m", "diplotimeline")
# What many calls in one process may use; a process that reserves more memory than that is stopped before it hurts the
# machine. None may take `SECONDS`, whose sum is more than all of them need.
SECONDS, ALL_SECONDS = 20, 200
ADDRESSES = 4 * 2**20  # KiB
# The limits are set by a shell, which then becomes the process.
LIMITED = ("/bin/sh", "-c", f'ulimit -v {ADDRESSES} && ulimit -t {ALL_SECONDS} && exec "$@"', "sh", sys.executable)
# Nothing of the terminal or of the user's settings that the tests run in.
SETTINGS = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TERM", "PYTHONIOENCODING",
            "PYTHONUNBUFFERED", "LC_ALL", "LANG", "TZ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gave: its exit code and both streams."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class MeasuredAnswer(Answer):
    """The same with the CPU time it took, and with the most memory that the process had used by then, in KiB."""

    seconds: float
    memory: int


def decoded(data: bytes, encoding: str = "utf-8") -> str:
    """What a stream holds, as text; bytes that are none stay distinct."""
    return data.decode(encoding, errors="surrogateescape")


def environment(**settings: str) -> dict[str, str]:
    """The environment of a call, with only these settings of its own."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS} | settings


def call(*args: str | Path, stdin: str = "", encoding: str = "utf-8", **settings: str) -> Answer:
    """A call inside this process, with pipes for streams."""
    typed, out, err = io.BytesIO(stdin.encode()), io.BytesIO(), io.BytesIO()
    texts = [io.TextIOWrapper(stream, encoding) for stream in (typed, out, err)]
    with (
        mock.patch.dict(os.environ, environment(COLUMNS="80") | settings, clear=True),
        mock.patch.object(sys, "stdin", texts[0]),
    ):
        code = ends(*args, out=texts[1], err=texts[2])
    for text in texts:
        text.flush()
    return Answer(code, decoded(out.getvalue(), encoding), decoded(err.getvalue(), encoding))


def ends(*args: str | Path, out: TextIO | None, err: TextIO) -> int:
    """The code with which a call inside this process ends that writes to these; none is a stream that is closed."""
    with mock.patch.object(sys, "stdout", out), mock.patch.object(sys, "stderr", err), pytest.raises(SystemExit) as end:
        main([str(arg) for arg in args])
    return int(end.value.code or 0)


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


def answers(
    calls: Iterable[tuple[str, ...]],
    cwd: Path,
    *options: str,
    python: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    **settings: str,
) -> list[MeasuredAnswer]:
    """The answers to many calls, in one process that the system ends when it computes on and on or grows too large."""
    given, surroundings = list(calls), environment(**settings)
    for name in without:
        surroundings.pop(name, None)
    done = subprocess.run(
        [*LIMITED, *python, str(SUPPORT / "in_one_process.py"), *options], input=json.dumps(given).encode(),
        capture_output=True, cwd=cwd, env=surroundings, check=False, timeout=FOR_EVER,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(told) == len(given), f"{done.returncode} at {given[len(told)]}: {decoded(done.stderr)[-2000:]}"
    return [
        MeasuredAnswer(**one | {stream: decoded(bytes.fromhex(one[stream])) for stream in ("out", "err")})
        for one in told
    ]
