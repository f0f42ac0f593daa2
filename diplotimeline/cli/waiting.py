"""A line on a terminal that says that the command is still at work, wiped out when the work is done."""

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
    """While the work inside takes longer than a second, show these words and the seconds so far on standard error.

    Only on a terminal that can go back to the beginning of a line; without escapes and colour.
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
    """Write the line every half second until the work is done, then blanks over it."""
    began = monotonic()
    line = ""
    with suppress(OSError):  # that nobody reads it is no failure
        while not done.wait(STEP if line else PATIENCE):
            line = f"{words}, {monotonic() - began:.0f} s"
            stream.write(f"\r{line}")
            stream.flush()
        stream.write(f"\r{' ' * len(line)}\r" if line else "")
        stream.flush()
