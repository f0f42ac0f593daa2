"""The only writer: a file is written whole or not at all, and only onto a regular file."""

import errno
import io
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from special_files import CONTENT as OLD, SPECIAL

from diplotimeline.errors import WriteError
from diplotimeline.files import write_atomic, write_new

NEW = b"the new text\n" * 1000
FAILURES: dict[str, BaseException] = {
    "a full disk": OSError(errno.ENOSPC, "No space left on device"),
    "an interruption": KeyboardInterrupt(),
}
STEPS = ("os.fsync", "os.chmod", "os.replace", "os.fdopen")


class Full(io.FileIO):
    """A file on a disk with room for five bytes more."""

    def write(self, data: Any) -> int:
        super().write(data[:5])
        raise FAILURES["a full disk"]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "my.csv"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    """What stands in a folder: the type of everything, and the bytes of files."""
    return {
        path.name: (stat.S_IFMT(path.lstat().st_mode), path.read_bytes() if path.is_file() else b"")
        for path in folder.iterdir()
    }


def test_a_new_file_holds_exactly_the_bytes(tmp_path: Path) -> None:
    write_atomic(tmp_path / "new.csv", NEW)

    assert {name: data for name, (_, data) in listing(tmp_path).items()} == {"new.csv": NEW}


def test_a_file_that_was_there_is_replaced(target: Path) -> None:
    write_atomic(target, NEW)

    assert {name: data for name, (_, data) in listing(target.parent).items()} == {"my.csv": NEW}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("step", STEPS)
def test_what_fails_on_the_way_leaves_the_old_file_and_nothing_else(
    target: Path, step: str, failure: BaseException
) -> None:
    expected = WriteError if isinstance(failure, OSError) else KeyboardInterrupt
    before = listing(target.parent)
    with mock.patch(step, side_effect=failure), pytest.raises(expected):
        write_atomic(target, NEW)

    assert listing(target.parent) == before


def test_what_fails_in_the_middle_of_the_bytes_leaves_the_old_file(target: Path) -> None:
    before = listing(target.parent)
    with mock.patch("os.fdopen", Full), pytest.raises(WriteError, match="no space left on device"):
        write_atomic(target, NEW)

    assert listing(target.parent) == before


def test_a_failure_names_the_file_and_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "no-folder" / "my.csv"
    with pytest.raises(WriteError) as caught:
        write_atomic(path, NEW)

    assert caught.value.message == f"{path} cannot be written: no such file or directory"


def test_a_folder_that_may_not_be_written_is_named_in_words(target: Path) -> None:
    """The refusal is made up: no folder refuses root, as whom the tests may run."""
    refusal = PermissionError(errno.EACCES, "Permission denied", str(target.parent))
    before = listing(target.parent)
    with mock.patch("tempfile.mkstemp", side_effect=refusal), pytest.raises(WriteError) as caught:
        write_atomic(target, NEW)

    assert caught.value.message == f"{target} cannot be written: permission denied"
    assert listing(target.parent) == before


@pytest.mark.parametrize("make", SPECIAL.values(), ids=SPECIAL)
def test_nothing_but_a_regular_file_is_replaced(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "my.csv"
    make(path)
    before = listing(tmp_path)
    with pytest.raises(WriteError, match="is not a regular file") as caught:
        write_atomic(path, NEW)

    assert caught.value.message.startswith(str(path))
    assert caught.value.help
    assert listing(tmp_path) == before


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(WriteError, match="/dev/null is not a regular file"):
        write_atomic(Path("/dev/null"), NEW)

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o644, 0o664, 0o755], ids=oct)
def test_permissions_are_kept(target: Path, umask: Callable[[int], int], permissions: int) -> None:
    umask(0o077)
    target.chmod(permissions)
    write_atomic(target, NEW)

    assert (mode(target), target.read_bytes()) == (permissions, NEW)


@pytest.mark.parametrize("permissions", [0o444, 0o400, 0o555, 0o464, 0o000], ids=oct)
def test_a_write_protected_file_is_not_replaced(target: Path, permissions: int) -> None:
    """Root may write every file: the mode says what is meant."""
    target.chmod(permissions)
    with pytest.raises(WriteError) as caught:
        write_atomic(target, NEW)

    assert caught.value.message == f"{target} is write-protected"
    assert (mode(target), os.listdir(target.parent)) == (permissions, [target.name])
    target.chmod(0o600)
    assert target.read_bytes() == OLD


def test_a_file_that_belongs_to_somebody_else_is_not_replaced(target: Path) -> None:
    with mock.patch("os.access", return_value=False), pytest.raises(WriteError, match="is write-protected"):
        write_atomic(target, NEW)

    assert target.read_bytes() == OLD


@pytest.mark.parametrize("write", [write_atomic, write_new])
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_that_cannot_sync_is_written_all_the_same(
    tmp_path: Path, write: Callable[[Path, bytes], bool], number: int
) -> None:
    with mock.patch("os.fsync", side_effect=OSError(number, os.strerror(number))):
        synced = write(tmp_path / "new.csv", NEW)

    assert (synced, (tmp_path / "new.csv").read_bytes()) == (False, NEW)
    assert write(tmp_path / "other.csv", NEW)


@pytest.mark.parametrize(("mask", "permissions"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664), (0o000, 0o666)])
def test_a_new_file_has_the_permissions_of_the_umask(
    tmp_path: Path, umask: Callable[[int], int], mask: int, permissions: int
) -> None:
    umask(mask)
    write_atomic(tmp_path / "new.csv", NEW)

    assert mode(tmp_path / "new.csv") == permissions
    assert umask(0o022) == mask


def test_the_bytes_are_on_the_disk_before_the_name_is(target: Path) -> None:
    steps = mock.Mock()
    steps.fsync.side_effect, steps.replace.side_effect = os.fsync, os.replace
    with mock.patch("os.fsync", steps.fsync), mock.patch("os.replace", steps.replace):
        write_atomic(target, NEW)

    assert [name for name, _, _ in steps.mock_calls] == ["fsync", "replace", "fsync"]  # the file, its name, the folder
    assert target.read_bytes() == NEW
