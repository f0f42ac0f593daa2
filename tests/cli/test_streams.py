"""Pipes, closed streams, full disks and locales: no crash, and nothing half done that looks whole."""

import os
import subprocess
from pathlib import Path

import pytest
from calling import COMMAND, call, environment, run
from made_up import BUNDLED, event, write

MANY = 500


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file whose chronology no pipe can hold."""
    return write(tmp_path / "many.yaml", *(event(f"{1000 + year}", f"{year} " + "long " * 60) for year in range(MANY)))


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
