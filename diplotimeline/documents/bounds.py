"""How much of the machine a document may take: one that is made to harm ends in words."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from diplotimeline.errors import CallError

with suppress(ImportError):  # not on Windows
    import resource

MEBIBYTE = 1024 * 1024
SECONDS = 8
SECONDS_A_MEBIBYTE = 4
MEMORY = 768 * MEBIBYTE
AGAIN = 0.2  # a library may catch the first one
HELP = "copy its words into a text file"


class _OutOfTimeError(BaseException):
    """The time is over. No `except Exception` of a library catches it."""


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """Do something with a document of so many bytes: `CallError` when it takes too much CPU time or memory.

    Only the main thread of a program can be stopped so, and only where the system has such alarms.
    """
    seconds = SECONDS + SECONDS_A_MEBIBYTE * size // MEBIBYTE
    try:
        with _in_time(seconds), _in_memory(MEMORY):
            yield
    except _OutOfTimeError:
        raise CallError(f"it takes more than {seconds} seconds to read", HELP) from None
    except (MemoryError, RecursionError):
        raise CallError("it takes too much memory to read", HELP) from None


@contextmanager
def _in_time(seconds: int) -> Iterator[None]:
    """Raises `_OutOfTimeError` after so many seconds of CPU time."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(*_given: Any) -> None:
    raise _OutOfTimeError


@contextmanager
def _in_memory(bytes: int) -> Iterator[None]:
    """Let the process grow by so many bytes; more is a `MemoryError`. Only Linux tells how large it is."""
    if sys.platform != "linux":
        yield
        return
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + bytes
    resource.setrlimit(resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(soft, most), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
