"""The readers: only regular files, only so large, and archived texts only from below their folder."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from special_files import CONTENT, make_dangling_link, make_folder, make_link, make_pipe, make_socket

from diplotimeline.errors import OutsideError, ReadError
from diplotimeline.files import MEBIBYTE, OPENS_BELOW, read_inside, read_regular

OUTSIDE = {
    "an absolute path": "{folder}/text.txt",
    "the folder above": "../text.txt",
    "a way out and back": "sub/../text.txt",
    "a way out written with backslashes": "..\\text.txt",
    "a drive": "C:/text.txt",
    "a drive and backslashes": "C:\\text.txt",
    "a stream of another file system": "text.txt:hidden",
    "a byte that ends a name": "text.txt\0.jpg",
    "a symbolic link": "link.txt",
    "a symbolic link to nowhere": "nowhere.txt",
    "a file behind a symbolic link to a folder": "shortcut/text.txt",
}


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes(CONTENT)

    assert read_regular(path, len(CONTENT)) == CONTENT
    assert read_regular(str(path), MEBIBYTE) == CONTENT


def test_a_symbolic_link_given_by_the_caller_is_followed(tmp_path: Path) -> None:
    make_link(tmp_path / "my.csv")

    assert read_regular(tmp_path / "my.csv", MEBIBYTE) == CONTENT


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_folder, "is a folder"),
        (make_dangling_link, "does not exist"),
        (make_pipe, "is not a regular file but a pipe, socket or device"),
        (make_socket, "cannot be opened: no such device or address"),
        (Path.exists, "does not exist"),
    ],
    ids=["a folder", "a symbolic link to nowhere", "a named pipe that nobody writes to", "a socket", "nothing"],
)
def test_nothing_but_a_regular_file_is_read(tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
    make(tmp_path / "my.csv")
    with pytest.raises(ReadError) as caught:
        read_regular(tmp_path / "my.csv", MEBIBYTE)

    assert caught.value.message == message


def test_an_endless_device_is_not_read() -> None:
    with pytest.raises(ReadError, match="is not a regular file"):
        read_regular("/dev/zero", MEBIBYTE)


def test_a_file_that_would_have_to_be_waited_for_is_refused(tmp_path: Path) -> None:
    """Some files that the system makes up look like any other, and have nothing to give yet."""
    (tmp_path / "kmsg").write_bytes(CONTENT)
    file = mock.MagicMock()
    file.__enter__().read.return_value = None
    with mock.patch("os.fdopen", return_value=file), pytest.raises(ReadError, match="there is nothing in it yet"):
        read_regular(tmp_path / "kmsg", MEBIBYTE)


def test_a_name_that_no_file_can_have_is_told_in_words() -> None:
    with pytest.raises(ReadError, match=r"cannot be opened: .*embedded null"):  # each Python in words of its own
        read_regular("my\0.csv", MEBIBYTE)


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(2 * MEBIBYTE + 1))
    with pytest.raises(ReadError, match="is larger than 2 MiB"):
        read_regular(tmp_path / "large", 2 * MEBIBYTE)

    assert len(read_regular(tmp_path / "large", 2 * MEBIBYTE + 1)) == 2 * MEBIBYTE + 1


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with a text, one below it, one above it, and symbolic links out of it."""
    folder = tmp_path / "archive"
    (folder / "sub").mkdir(parents=True)
    for path in (tmp_path / "text.txt", folder / "text.txt", folder / "sub" / "text.txt"):
        path.write_text(str(path.relative_to(tmp_path)), encoding="utf-8")
    (folder / "link.txt").symlink_to("text.txt")
    (folder / "nowhere.txt").symlink_to("not-there.txt")
    (folder / "shortcut").symlink_to("sub")
    return folder


@pytest.mark.parametrize("path", ["text.txt", "sub/text.txt", "./sub/text.txt", "sub//text.txt", "sub\\text.txt"])
def test_a_file_below_the_folder_is_read(archive: Path, path: str) -> None:
    expected = "archive/sub/text.txt" if "sub" in path else "archive/text.txt"

    assert read_inside(archive, path, MEBIBYTE).decode() == expected


@pytest.mark.parametrize("opens_below", [True, False], ids=["step by step", "a system that cannot"])
@pytest.mark.parametrize("path", OUTSIDE.values(), ids=OUTSIDE)
def test_no_path_leads_out_of_the_folder(archive: Path, path: str, opens_below: bool) -> None:  # noqa: FBT001
    with mock.patch("diplotimeline.files.OPENS_BELOW", opens_below):
        assert_leads_nowhere(archive, path)


def assert_leads_nowhere(archive: Path, path: str) -> None:
    with pytest.raises(OutsideError):
        read_inside(archive, path.format(folder=archive), MEBIBYTE)

    assert read_inside(archive, "text.txt", MEBIBYTE).decode() == "archive/text.txt"


SWAPS: dict[str, tuple[str, str, str]] = {  # before this step is opened, this path becomes a link to that one
    "the file": ("text.txt", "sub/deep/text.txt", "../../../text.txt"),
    "the folder of the file, on the way to it": ("deep", "sub/deep", "../.."),
    "the first folder, on the way to it": ("sub", "sub", ".."),
    "the file, for a link within the folder": ("text.txt", "sub/deep/text.txt", "../../text.txt"),
    "a folder, for another in the folder": ("deep", "sub/deep", "../other"),
}
LATE_SWAPS = {  # a folder is open already when it is taken away: what was in it is read, whatever stands there now
    "the folder of the file, once it is open": ("text.txt", "sub/deep", "../.."),
    "the first folder, once it is open": ("deep", "sub", ".."),
    "the whole archive": ("sub", ".", "elsewhere"),
}


def read_while_swapped(folder: Path, before: str, path: str, target: str) -> bytes:
    """What is read at `sub/deep/text.txt` if `path` becomes a link to `target` just before a step is opened."""
    really_open = os.open
    opened: list[str] = []

    def swapping(name: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if Path(name).name == before and not opened:
            opened.append(name)
            place = folder / path
            place.rename(place.with_name(f"old-{place.name}"))
            place.symlink_to(target)
        return really_open(name, flags, mode, dir_fd=dir_fd)

    with mock.patch("os.open", swapping):
        try:
            return read_inside(folder, "sub/deep/text.txt", MEBIBYTE)
        finally:
            assert opened


@pytest.fixture
def deep(archive: Path) -> Path:
    """A folder with a text two folders below it, and with other texts of that name around it."""
    for path in (archive / "sub/deep/text.txt", archive.parent / "deep/text.txt", archive / "sub/other/text.txt"):
        path.parent.mkdir()
        path.write_text("mine" if path.parent.parent.name == "sub" else "another", encoding="utf-8")
    return archive


@pytest.mark.skipif(not OPENS_BELOW, reason="this system cannot open a file from an open folder")
@pytest.mark.parametrize("swap", SWAPS.values(), ids=SWAPS)
def test_what_becomes_a_link_before_it_is_opened_is_refused(deep: Path, swap: tuple[str, str, str]) -> None:
    with pytest.raises(OutsideError, match="is a symbolic link"):
        read_while_swapped(deep, *swap)


@pytest.mark.skipif(not OPENS_BELOW, reason="this system cannot open a file from an open folder")
@pytest.mark.parametrize("swap", LATE_SWAPS.values(), ids=LATE_SWAPS)
def test_what_becomes_a_link_after_it_is_opened_leads_nowhere_else(deep: Path, swap: tuple[str, str, str]) -> None:
    assert read_while_swapped(deep, *swap) == b"mine"


def test_no_file_stays_open(deep: Path) -> None:
    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    for path in ("sub/deep/text.txt", "sub/missing/text.txt", "shortcut/text.txt", "sub", ""):
        with contextlib.suppress(ReadError):
            read_inside(deep, path, MEBIBYTE)

    assert (os.listdir("/proc/self/fd") if before else []) == before


@pytest.mark.parametrize(
    ("path", "message"),
    [("missing.txt", "does not exist"), ("sub", "is a folder"), (".", "is a folder"), ("", "is a folder")],
    ids=["a file that is not there", "a folder", "the folder itself", "nothing"],
)
def test_what_is_inside_but_no_file_is_told_in_words(archive: Path, path: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_inside(archive, path, MEBIBYTE)

    assert (type(caught.value), caught.value.message) == (ReadError, message)


def test_the_folder_itself_may_stand_behind_a_symbolic_link(archive: Path) -> None:
    archive.with_name("elsewhere").symlink_to(archive)

    assert read_inside(archive.with_name("elsewhere"), "text.txt", MEBIBYTE).decode() == "archive/text.txt"
