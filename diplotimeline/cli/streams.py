"""What a command prints: the product on standard output, talk on standard error, to whoever listens."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from typer import Exit

from diplotimeline.errors import CallError
from diplotimeline.views.lines import Line, write


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
