"""The edge to the file system: everything that is read or written as a file goes through here."""

import contextlib
import errno
import fnmatch
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from diplotimeline.errors import OutsideError, ReadError, WriteError

with contextlib.suppress(ImportError):  # not on Windows, where no file that is open can be deleted
    import fcntl

MEBIBYTE = 1024 * 1024
UNFINISHED = (".diplotimeline-", ".tmp")
TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# To pass through a folder one need not be allowed to list it.
TO_PASS = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
OPENS_BELOW = bool(NO_LINK) and os.open in os.supports_dir_fd
# How a file system says that it cannot sync a file, which is no reason not to write it.
CANNOT_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


def read_regular(path: str | Path, limit: int) -> bytes:
    """The bytes of a regular file. Raises `ReadError` for anything else, and for a file of more than `limit` bytes.

    It is opened without blocking, so that a pipe or a device is refused and never waited for.
    """
    return _bytes_of(lambda: os.open(path, TO_READ), limit)


def _bytes_of(open_file: Callable[[], int], limit: int) -> bytes:
    """The bytes of the regular file that this call opens. Raises `ReadError`, as `read_regular` does."""
    try:
        handle = open_file()
    except FileNotFoundError:
        raise ReadError("does not exist") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be opened: {_reason(error)}") from None
    try:
        kind = os.fstat(handle).st_mode
        if not stat.S_ISREG(kind):
            is_folder = stat.S_ISDIR(kind)
            raise ReadError("is a folder" if is_folder else "is not a regular file but a pipe, socket or device")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data: bytes | None = file.read(limit + 1)
    except OSError as error:
        raise ReadError(f"cannot be read: {_reason(error)}") from None
    finally:
        os.close(handle)
    if data is None:  # a file that the system makes up, such as its log
        raise ReadError("cannot be read: there is nothing in it yet, and nothing is waited for")
    if len(data) > limit:
        raise ReadError(f"is larger than {limit // MEBIBYTE} MiB")
    return data


def write_atomic(path: Path, data: bytes | Iterable[bytes]) -> bool:
    """Write a file, new or in the place of another, whole or not at all; False if its file system cannot sync it.

    The bytes, or pieces of them one after the other, go to a temporary file in the same folder, which is synced and
    then renamed; permissions are kept. Temporary files that killed runs have left in that folder are deleted. Raises
    `WriteError` when the path is that of something other than a regular file or of one that is write-protected, and
    when the folder cannot be written.
    """
    return _write(path, data, os.replace)


def write_new(path: Path, data: bytes) -> bool:
    """Write a file that does not exist yet, as `write_atomic` does. Raises `WriteError` if it exists."""
    return _write(path, data, _link)


def refuse_unwritable(path: Path) -> None:
    """Raises `WriteError` if a file may not be replaced, so that of several none is written when one cannot be."""
    try:
        _mode_of(path)
    except (OSError, ValueError) as error:
        raise WriteError(f"{path} cannot be written: {_reason(error)}") from None
    if not os.access(path.parent, os.W_OK):
        raise WriteError(f"{path} cannot be written: its folder is write-protected", "make the folder writable")


def _link(temporary: str, path: Path) -> None:
    """Make the path name the temporary file. Raises `WriteError` if a file has come to be there meanwhile.

    A link, unlike a renaming, never replaces such a file; some file systems have no links.
    """
    try:
        os.link(temporary, path)
    except OSError:
        if os.path.lexists(path):
            raise WriteError(f"{path} exists already and is not overwritten", "name another file") from None
        os.replace(temporary, path)


def _write(path: Path, data: bytes | Iterable[bytes], give_name: Callable[[str, Path], None]) -> bool:
    """Write a temporary file with these bytes and the permissions of the target, and have it given its name.

    Gives back whether it could be synced.
    """
    try:
        mode = _mode_of(path)
        _delete_unfinished(path.parent)
        handle, temporary = _temporary(path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                synced = _sync(file.fileno())
                os.chmod(temporary, mode)
                give_name(temporary, path)
        finally:
            with contextlib.suppress(OSError):  # it has been renamed
                os.unlink(temporary)
        _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise WriteError(f"{path} cannot be written: {_reason(error)}") from None
    return synced


def _sync(handle: int) -> bool:
    """Have the system write an open file to disk; False if its file system has no way to."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in CANNOT_SYNC:
            return False
        raise
    return True


def _temporary(folder: Path) -> tuple[int, str]:
    """An open temporary file and its path. It is locked, and a lock ends with its process, even with a killed one.

    Another run may delete the file as left behind before it is locked; then another one is made.
    """
    while True:
        from tempfile import mkstemp  # 3 ms, only for what is written

        handle, path = mkstemp(dir=folder, prefix=UNFINISHED[0], suffix=UNFINISHED[1])
        with contextlib.suppress(OSError, NameError):  # some network file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        if os.path.lexists(path):
            return handle, path
        os.close(handle)


def _delete_unfinished(folder: Path) -> None:
    """Delete the temporary files that killed runs have left in a folder: those that no process has locked."""
    names: list[str] = []
    with contextlib.suppress(OSError):  # one may be allowed to write in a folder and not to list it
        names = os.listdir(folder)
    for name in fnmatch.filter(names, "*".join(UNFINISHED)):
        with contextlib.suppress(OSError):
            handle = os.open(folder / name, TO_READ | NO_LINK)
            try:
                with contextlib.suppress(NameError):
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(folder / name)
            finally:
                os.close(handle)


def _mode_of(path: Path) -> int:
    """The permissions of the file at this path, or those that a new file gets.

    Raises `WriteError` for what is no file, and for a file that its owner may not write: a renaming would replace it.
    """
    try:
        found = os.lstat(path).st_mode
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
    if not stat.S_ISREG(found):
        raise WriteError(f"{path} is not a regular file", "name a new file, or one that may be replaced")
    if not found & stat.S_IWUSR or not os.access(path, os.W_OK):  # root may write any: only the mode says it is meant
        raise WriteError(f"{path} is write-protected", "name another file, or make it writable")
    return stat.S_IMODE(found)


def _sync_folder(folder: Path) -> None:
    """Have the system write the folder to disk, and with it the new name, where it can open folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def read_inside(folder: Path, relative: str, limit: int) -> bytes:
    """The bytes of a regular file below `folder`.

    Raises `OutsideError` for an absolute path, one with `..` and one with a symbolic link on the way; `ReadError` as
    `read_regular` does.
    """
    steps = relative.replace("\\", "/").split("/")
    if os.path.isabs(relative) or ":" in steps[0] or ".." in steps or "\0" in relative:
        raise OutsideError("is not below the folder of the timeline")
    return _bytes_of(lambda: _open_below(folder, [step for step in steps if step not in ("", ".")]), limit)


def _open_below(folder: Path, steps: Sequence[str]) -> int:
    """Open the file to which the steps lead from a folder. Raises `OutsideError` where one of them is a link.

    Each is opened from the one before, and not if it is a link: nobody can put one there between a look and the
    opening. A system that cannot do so looks first.
    """
    if not OPENS_BELOW:
        for number in range(len(steps)):
            _refuse_link(folder.joinpath(*steps[: number + 1]))
        return os.open(folder.joinpath(*steps), TO_READ)
    handle = os.open(folder, TO_PASS)
    for left, step in zip(reversed(range(len(steps))), steps, strict=True):
        here = handle
        try:
            handle = os.open(step, (TO_PASS if left else TO_READ) | NO_LINK, dir_fd=here)
        except OSError:
            _refuse_link(step, here)
            raise
        finally:
            os.close(here)
    return handle


def _refuse_link(path: str | Path, folder: int | None = None) -> None:
    """Raises `OutsideError` for a symbolic link, in an open folder if one is given."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if stat.S_ISLNK(os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode):
            raise OutsideError("is a symbolic link, or lies behind one")


def leads_out(folder: str | Path, path: str | Path) -> bool:
    """Whether a symbolic link on the way from `folder` to `path` leads out of the folder; `..` alone does not count."""
    top, real = os.path.realpath(folder), os.path.realpath(path)
    written = os.path.normpath(os.path.join(top, os.path.relpath(path, folder)))
    return real != written and os.path.commonpath((top, real)) != top


def blocks(name: str) -> list[list[str]]:
    """The lines of a data file of this package, in blocks that blank lines part."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [block.splitlines() for block in text.split("\n\n")]
