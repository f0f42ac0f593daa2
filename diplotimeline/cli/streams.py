"""What a command prints: the product on standard output, talk on standard error, to whoever listens."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from typer import Exit

from diplotimeline.errors import CallError
from diplotimeline.views.lines import Line, write


def prepare_streams() -> None:
    """Make all three streams open and waiting: a pipe that does not wait gives half a file, or takes half a page."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        # A stream may be closed; what stands for it is open for the whole run.
        stream: Any = getattr(sys, name) or open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115
        with suppress(AttributeError, OSError, ValueError):  # no file behind it, or a system that has no such pipes
            os.set_blocking(stream.fileno(), True)
        setattr(sys, name, _sure(stream) if mode == "w" else stream)


def _sure(stream: TextIO) -> TextIO:
    """The stream, so that it writes everything or fails, and an ASCII terminal gets escapes, not a crash.

    With PYTHONUNBUFFERED it would write to a full disk as much as there is room for, and say nothing.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if isinstance(stream.buffer, io.RawIOBase):
        stream = io.TextIOWrapper(io.BufferedWriter(stream.buffer), stream.encoding)
    stream.reconfigure(errors="backslashreplace")
    return stream


def print_lines(lines: Iterable[Line]) -> None:
    """Lines of the product, styled on a terminal."""
    with _quiet_pipe(sys.stdout):
        write(lines, sys.stdout)


def print_data(data: bytes) -> None:
    """Data as it is, whatever the locale."""
    with _quiet_pipe(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def print_text(text: str) -> None:
    """Text as it is, in UTF-8 whatever the locale: it is data."""
    print_data(text.encode(errors="backslashreplace"))


def say(*sentences: str) -> None:
    """Sentences for the person at the terminal."""
    talk([("", line)] for sentence in sentences for line in sentence.splitlines())


def talk(lines: Iterable[Line]) -> None:
    """Lines for the person at the terminal; that nobody reads them is no failure."""
    try:
        write(lines, sys.stderr)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


@contextmanager
def _quiet_pipe(stream: TextIO) -> Iterator[None]:
    """A reader that has seen enough (`| head`) ends the output quietly; a full disk is told in words."""
    try:
        yield
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is left must not fail again at the end
        if isinstance(error, BrokenPipeError):
            raise Exit from None
        reason = (error.strerror or str(error)).lower()
        raise CallError(f"standard output cannot be written: {reason}") from None
