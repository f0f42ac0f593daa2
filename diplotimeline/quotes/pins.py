"""How a file differs from the one that was pinned, where only its line ends or its byte order mark do."""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

MARK = b"\xef\xbb\xbf"
LINE_ENDS = {"LF": b"\n", "CRLF": b"\r\n", "CR": b"\r"}
MIXED = "of several kinds"
MOST_FINAL = 3
AT_THE_END = ("no final newline", "a final newline")


class Form(NamedTuple):
    """How the lines of a text are written: the kind of line ends, how many stand at the end, and a byte order mark."""

    ends: str
    final: int
    has_mark: bool


def forms(data: bytes) -> dict[str, str]:
    """The same words with other line ends: by the digest of each form, how it differs from this one, in words.

    What differs least comes first: where two forms are the same bytes, it is the first that counts.
    """
    here = _form(data)
    differences: dict[str, str] = {}
    for digest, form in _digests(data, here):
        differences.setdefault(digest, _difference(form, here))
    return differences


def _form(data: bytes) -> Form:
    windows, single = data.count(b"\r\n"), data.count(b"\n")
    numbers = {"CRLF": windows, "LF": single - windows, "CR": data.count(b"\r") - windows}
    kinds = [kind for kind, number in numbers.items() if number]
    ends = kinds[0] if len(kinds) == 1 else MIXED if kinds else "LF"
    tail = data[len(data.rstrip(b"\r\n")) :].replace(b"\r\n", b"\n")
    return Form(ends, len(tail), data.startswith(MARK))


def _digests(data: bytes, here: Form) -> Iterator[tuple[str, Form]]:
    """The digest of the words in each form that they may have had, this one first."""
    words = data.removeprefix(MARK).rstrip(b"\r\n")
    lines = words.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for ends in dict.fromkeys((here.ends, *LINE_ENDS)):
        end = LINE_ENDS.get(ends, b"\n")
        body = words if ends == here.ends else lines.replace(b"\n", end)
        for has_mark in (here.has_mark, not here.has_mark):
            start = sha256(MARK if has_mark else b"")
            start.update(body)
            for final in dict.fromkeys((here.final, *range(MOST_FINAL + 1))):
                whole = start.copy()
                whole.update(end * final)
                yield whole.hexdigest(), Form(ends, final, has_mark)


def _difference(pinned: Form, here: Form) -> str:
    """`its line ends were LF and are CRLF`."""
    parts = []
    if pinned.ends != here.ends:
        parts.append(f"its line ends were {pinned.ends} and are {here.ends}")
    if pinned.final != here.final:
        parts.append(f"it had {_at_the_end(pinned.final)} and has {_at_the_end(here.final)}")
    if pinned.has_mark != here.has_mark:
        parts.append(f"it had {_mark(has_mark=pinned.has_mark)} and has {_mark(has_mark=here.has_mark)}")
    return ", ".join(parts)


def _at_the_end(final: int) -> str:
    return AT_THE_END[final] if final < len(AT_THE_END) else f"{final} final newlines"


def _mark(*, has_mark: bool) -> str:
    return "a byte order mark" if has_mark else "no byte order mark"
