"""Where a command prints: its product on standard output, what it says about it on standard error."""

import codecs
import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from os.path import commonprefix
from pathlib import Path
from typing import Any, TextIO

from typer import Exit

from diplotimeline.errors import CallError
from diplotimeline.files import write_new
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.views.lines import Line, terminal_width, wrap, write

# What a terminal gets for signs that its code page does not have: those of the drawings and of typography. Every other
# sign becomes its number.
PLAIN_SIGNS = {
    "│": "|", "●": "*", "⋮": ":", "·": "-", "─": "-", "┬": "+", "━": "=", "═": "-", "╌": ".", "░": ":", "█": "#",
    "◆": "#", "○": "o", "◇": "@", "‹": "<", "›": ">", "–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": "'",
    "’": "'", "…": "...", "\u00a0": " ", "°": " deg",
}  # fmt: skip
NOT_SYNCED = "Its file system cannot sync files: what was written may be lost if the machine stops now."
LONGEST_ECHO = 200
# The arguments of this call that are longer.
LONG_ARGUMENTS: list[str] = []


def prepare_streams(args: Sequence[str]) -> None:
    """Open the standard streams that are closed, and make all three wait until everything is read or written.

    A pipe that does not wait gives half a file, or takes half a page. Of the arguments of the call, `args`, no sentence
    will repeat more than 200 characters.
    """
    forms = dict.fromkeys(form for arg in args for form in (arg, repr(arg)[1:-1]))
    LONG_ARGUMENTS[:] = [form for form in forms if len(form) > LONGEST_ECHO]
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed(os.devnull, "w")), "utf-8")
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        # A stream may be closed; what stands for it is open for the whole run.
        stream: Any = getattr(sys, name) or open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115
        with suppress(AttributeError, OSError, ValueError):  # no file behind it, or a system that has no such pipes
            os.set_blocking(stream.fileno(), True)
        setattr(sys, name, _sure(stream) if mode == "w" else stream)


class _Closed(io.FileIO):
    """What stands for a closed standard output: nothing can be written there."""

    def write(self, _data: Any) -> int:
        raise OSError(errno.EBADF, "It is closed", "standard output")


def _sure(stream: TextIO) -> TextIO:
    """The stream, or another in its place, that writes everything or fails, and signs that every terminal has.

    Without a buffer (PYTHONUNBUFFERED) it would write to a full disk as much as there is room for, and say nothing.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if isinstance(stream.buffer, io.RawIOBase):
        stream = io.TextIOWrapper(io.BufferedWriter(stream.buffer), stream.encoding)
    codecs.register_error("plain-signs", _plain_signs)
    stream.reconfigure(errors="plain-signs")
    return stream


def _plain_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """For signs that an encoding does not have others that look alike, or their numbers; where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    shown = (PLAIN_SIGNS.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in missing)
    return "".join(shown), error.end


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines of the product, with styles if standard output is a terminal."""
    with _quiet_pipe(sys.stdout):
        write(lines, sys.stdout)


def print_data(data: bytes) -> None:
    """Print bytes as they are, whatever the locale."""
    with _quiet_pipe(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def print_text(text: str) -> None:
    """Print text that is data: as it is, in UTF-8 whatever the locale."""
    print_data(text.encode(errors="backslashreplace"))


def deliver(text: str, output: str) -> None:
    """Write text to a new file and say so; print it where no file is named."""
    if output in ("", STANDARD_INPUT):
        print_text(text)
    else:
        synced = write_new(Path(output), text.encode())
        say(f"Wrote {output}.", *([] if synced else [NOT_SYNCED]))


def say(*sentences: str) -> None:
    """Print sentences for the person at the terminal, on standard error."""
    lines = (line for sentence in sentences for line in _without_long_arguments(sentence).splitlines())
    talk([("", part)] for line in lines for part in _at_words(line))


def _at_words(line: str) -> list[str]:
    """The line as it is; for a terminal cut between words, what follows below its beginning."""
    if not sys.stderr.isatty():
        return [line]
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return [indent + part for part in wrap(line, terminal_width() - len(indent))]


def _without_long_arguments(sentence: str) -> str:
    """The sentence with every long stretch of a long argument cut: a word of a call may be as long as a book.

    Any such stretch, of the whole argument or a part, holds one of its pieces of a hundred characters.
    """
    size = LONGEST_ECHO // 2
    for arg in LONG_ARGUMENTS:
        for place in range(0, len(arg) - size + 1, size):
            end = 0
            while (found := sentence.find(arg[place : place + size], end)) >= 0:
                start = found - len(commonprefix([sentence[:found][::-1], arg[:place][::-1]]))  # noqa: RUF071 - of signs
                end = found + len(commonprefix([sentence[found:], arg[place:]]))  # noqa: RUF071
                if end - start > LONGEST_ECHO:
                    sentence = f"{sentence[: start + LONGEST_ECHO]}…{sentence[end:]}"
                    end = start + LONGEST_ECHO
    return sentence


def talk(lines: Iterable[Line]) -> None:
    """Print lines for the person at the terminal, on standard error; if nobody can read them, go on without."""
    try:
        write(lines, sys.stderr)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


@contextmanager
def _quiet_pipe(stream: TextIO) -> Iterator[None]:
    """While writing: end the command quietly when the reader has seen enough (`| head`).

    Raises `CallError`, in words, for every other failure, such as a full disk.
    """
    try:
        yield
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is left must not fail again at the end
        if isinstance(error, BrokenPipeError):
            raise Exit from None
        reason = (error.strerror or str(error)).lower()
        raise CallError(f"standard output cannot be written: {reason}") from None
