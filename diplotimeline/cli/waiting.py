"""A line that says that the tool is at work, for who waits at a terminal; nothing of it stays."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic
from typing import TextIO

PATIENCE = 1.0
STEP = 0.5


@contextmanager
def at_work(words: str) -> Iterator[None]:
    """What takes longer than a second is told on standard error with the seconds so far, if that is a terminal.

    The line is gone when the work is done. It holds no escapes and no colour; a terminal that cannot go back to the
    beginning of a line gets none.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM", "").lower() in ("", "dumb", "unknown"):
        yield
        return
    done = Event()
    clock = Thread(target=_tell, args=(words, sys.stderr, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _tell(words: str, stream: TextIO, done: Event) -> None:
    began = monotonic()
    line = ""
    with suppress(OSError):  # that nobody reads it is no failure
        while not done.wait(STEP if line else PATIENCE):
            line = f"{words}, {monotonic() - began:.0f} s"
            stream.write(f"\r{line}")
            stream.flush()
        stream.write(f"\r{' ' * len(line)}\r" if line else "")
        stream.flush()
