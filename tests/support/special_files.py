"""What can stand where a file is expected."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

CONTENT = b"the old text\n"


def make_folder(path: Path) -> None:
    path.mkdir()


def make_link(path: Path) -> None:
    path.with_name("linked.txt").write_bytes(CONTENT)
    path.symlink_to("linked.txt")


def make_dangling_link(path: Path) -> None:
    path.symlink_to("not-there.txt")


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


SPECIAL: dict[str, Callable[[Path], None]] = {
    "a folder": make_folder,
    "a symbolic link": make_link,
    "a symbolic link to nowhere": make_dangling_link,
    "a named pipe": make_pipe,
    "a socket": make_socket,
}
