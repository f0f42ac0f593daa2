"""Writing that fails or is killed anywhere: the old file or the new one, never a third thing, nothing left behind."""

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from calling import call, environment
from made_up import BUNDLED

from diplotimeline.cli.new import STARTER
from diplotimeline.errors import WriteError
from diplotimeline.exporters import FORMATS
from diplotimeline.files import UNFINISHED, write_atomic
from diplotimeline.record.schema import schema_text

OLD = b"the old text\n"
KILLS = 20
WRITER = """
import sys
from pathlib import Path
from diplotimeline.files import write_atomic
path, rounds, words = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
print("ready", flush=True)
for number in range(rounds):
    write_atomic(path, words[number % len(words)].encode() * 1_000_000)
"""
# Each is made to fail at its first call, at its second, and so on until it is called no more.
STEPS = ("os.lstat", "os.listdir", "tempfile.mkstemp", "fcntl.flock", "os.fstat", "os.fdopen", "os.fsync", "os.chmod",
         "os.replace", "os.open", "os.close")  # fmt: skip
# What fails after the file has its name, or is no part of writing it, is no failure to write it.
MAY_FAIL = ("fcntl.flock", "os.listdir", "os.lstat", "os.open", "os.close", "os.fsync")
REASONS = (errno.ENOSPC, errno.EROFS, errno.EIO)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "my.csv"
    path.write_bytes(OLD)
    return path


@contextmanager
def failing(step: str, at: int, number: int) -> Iterator[Callable[[], bool]]:
    """While this holds, the call of that number fails; tells whether it came to that."""
    module, _, name = step.partition(".")
    real, calls = getattr(sys.modules[module], name), 0

    def sometimes(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(number, os.strerror(number))
        return real(*args, **options)

    with mock.patch(step, sometimes):
        yield lambda: calls >= at


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def unfinished(folder: Path) -> list[str]:
    return [name for name in names(folder) if name.startswith(UNFINISHED[0]) and name.endswith(UNFINISHED[1])]


# No reason is treated otherwise than another, which trying each at some of the steps shows.
@pytest.mark.parametrize(("step", "number"), [*zip(STEPS, cycle(REASONS), strict=False)])
def test_whatever_fails_the_old_file_is_there_or_the_new_one(target: Path, step: str, number: int) -> None:
    (target.parent / ".diplotimeline-of-a-killed-run.tmp").write_bytes(b"half")
    new = call("export", BUNDLED, "-f", "csv").out.encode()
    for at in range(1, 99):
        target.write_bytes(OLD)
        with failing(step, at, number) as failed:
            answer = call("export", BUNDLED, "-o", target)
        if not failed():
            break

        # An archived text that cannot be opened is a mistake in the data.
        assert (answer.code, target.read_bytes()) in ((2, OLD), (1, OLD), (0, new))
        assert answer.code or step in MAY_FAIL
        assert answer.code == 0 or "error" in answer.err.lower()
    call("export", BUNDLED, "-o", target)

    assert at > 1
    assert names(target.parent) == ["my.csv"]


@pytest.mark.parametrize("step", [*STEPS, "os.link", "os.unlink"])
def test_whatever_fails_a_new_timeline_is_there_whole_or_not_at_all(tmp_path: Path, step: str) -> None:
    for at in range(1, 99):
        path, schema = tmp_path / "my.yaml", tmp_path / "schema.json"
        schema.unlink(missing_ok=True)
        with failing(step, at, errno.EIO) as failed:
            answer = call("new", path)
        if not failed():
            break

        assert (answer.code, path.exists()) in ((2, False), (0, True))
        assert not path.exists() or path.read_bytes() == STARTER.read_bytes()
        assert not schema.exists() or schema.read_text(encoding="utf-8") == schema_text()
        path.unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    call("new", path)

    assert at > 1 or step in ("os.replace", "os.fstat")  # which a new file does without
    assert names(tmp_path) == ["my.yaml", "schema.json"]


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_a_file_that_comes_in_between_is_not_replaced_by_a_new_timeline(tmp_path: Path, *, links: bool) -> None:
    path, real = tmp_path / "my.yaml", os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(OLD)
        real(handle)

    refused = OSError(errno.EPERM, os.strerror(errno.EPERM))
    no_links = mock.MagicMock() if links else mock.patch("os.link", side_effect=refused)
    with mock.patch("os.fsync", meanwhile), no_links:
        answer = call("new", path)

    assert (answer.code, path.read_bytes(), names(tmp_path)) == (2, OLD, ["my.yaml", "schema.json"])
    assert "exists already" in answer.err


@pytest.mark.parametrize("name", FORMATS)
def test_a_disk_with_too_little_room_keeps_the_old_file(tmp_path: Path, name: str) -> None:
    """The system itself refuses to write more than 512 bytes."""
    target = tmp_path / "mine"
    target.write_bytes(OLD)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, limits[1]))
    try:
        answer = call("export", BUNDLED, "-f", name, "-o", target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: {target} cannot be written: file too large\n"
    assert (names(tmp_path), target.read_bytes()) == (["mine"], OLD)


def test_a_folder_that_may_not_be_written_is_left_alone(target: Path) -> None:
    target.parent.chmod(0o555)
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    try:
        # No folder refuses root, as whom the tests may run.
        as_root = mock.patch("tempfile.mkstemp", side_effect=refused) if os.access(target.parent, os.W_OK) else None
        with as_root or mock.MagicMock():
            answer = call("export", BUNDLED, "-o", target)
    finally:
        target.parent.chmod(0o755)

    assert (answer.code, answer.err) == (2, f"Error: {target} cannot be written: permission denied\n")
    assert (names(target.parent), target.read_bytes()) == (["my.csv"], OLD)


def writer(target: Path, rounds: int, *words: str) -> subprocess.Popen[bytes]:
    """A process that writes a megabyte of each word in turn; it has begun when this returns."""
    command = [sys.executable, "-c", WRITER, str(target), str(rounds), *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def ended(process: subprocess.Popen[bytes]) -> int:
    with process:
        return process.wait()


def test_killed_at_random_moments_it_leaves_the_old_file_or_the_new_one(target: Path) -> None:
    chance, kills, left_behind = random.Random(6), 0, 0
    while kills < KILLS or not left_behind:  # on a busy machine it may not have got as far as writing
        process = writer(target, 10**6, "a", "b")
        time.sleep(chance.uniform(0, 0.01))
        process.send_signal(signal.SIGKILL)
        kills += 1

        assert ended(process) == -signal.SIGKILL
        assert target.read_bytes() in (OLD, b"a" * 1_000_000, b"b" * 1_000_000)
        left_behind += len(unfinished(target.parent))
        assert kills < 100 * KILLS, "the moments are not those that matter"
    write_atomic(target, OLD)

    assert (names(target.parent), target.read_bytes()) == (["my.csv"], OLD)


def test_two_writers_at_once_do_not_mix_and_do_not_stop_each_other(target: Path) -> None:
    processes = [writer(target, 60, word) for word in ("a", "b", "c")]
    seen = set()
    while any(process.poll() is None for process in processes):
        text = target.read_bytes()
        seen.add((text[:1], len(text)) if len(set(text)) == 1 else text)

    assert [ended(process) for process in processes] == [0, 0, 0]
    assert seen - {OLD} <= {(word, 1_000_000) for word in (b"a", b"b", b"c")}
    assert names(target.parent) == ["my.csv"]


def test_the_file_that_another_run_is_writing_is_not_taken_for_left_behind(target: Path) -> None:
    real, other = os.replace, target.with_name("other.csv")

    def meanwhile(source: str, destination: Path) -> None:
        if destination == target:
            write_atomic(other, b"other")
        real(source, destination)

    with mock.patch("os.replace", meanwhile):
        write_atomic(target, b"new")

    assert (target.read_bytes(), other.read_bytes(), names(target.parent)) == (
        b"new",
        b"other",
        ["my.csv", "other.csv"],
    )


def test_a_file_that_is_taken_for_left_behind_before_it_is_locked_is_made_again(target: Path) -> None:
    import tempfile

    made: list[str] = []
    real = tempfile.mkstemp

    def deleted_at_once(**options: Any) -> tuple[int, str]:
        handle, path = real(**options)
        if not made:
            os.unlink(path)
        made.append(path)
        return handle, path

    with mock.patch("tempfile.mkstemp", deleted_at_once):
        write_atomic(target, b"new")

    assert len(made) == 2
    assert (target.read_bytes(), names(target.parent)) == (b"new", ["my.csv"])


def test_nothing_but_what_a_killed_run_leaves_is_deleted(target: Path) -> None:
    for name in (".diplotimeline-x.txt", "diplotimeline-x.tmp", "x.tmp", "a.diplotimeline-x.tmp"):
        target.with_name(name).write_bytes(b"x")
    target.with_name(".diplotimeline-x.tmp").mkdir()
    target.with_name(".diplotimeline-y.tmp").symlink_to(target)
    before = names(target.parent)
    write_atomic(target, b"new")

    assert names(target.parent) == before


def test_systems_without_locks_are_written_on(target: Path) -> None:
    target.with_name(".diplotimeline-x.tmp").write_bytes(b"half")
    with mock.patch.dict("diplotimeline.files.__dict__"):
        del sys.modules["diplotimeline.files"].__dict__["fcntl"]
        write_atomic(target, b"new")

    assert (target.read_bytes(), names(target.parent)) == (b"new", ["my.csv"])


def test_an_error_while_writing_is_one_of_the_tool(target: Path) -> None:
    with failing("os.fsync", 1, errno.EIO), pytest.raises(WriteError, match="cannot be written: input/output error"):
        write_atomic(target, b"new")
