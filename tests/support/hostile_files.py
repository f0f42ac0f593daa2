"""Files that nobody should write and everybody may be sent: what is in them, and what is said of them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ESCAPE = "\x1b[31m"
LONG_LINE = 100_000_000


class Hostile(NamedTuple):
    """A file's bytes, the line that its first error stands in, and its rule."""

    data: Callable[[], bytes]
    line: int
    rule: str


class Special(NamedTuple):
    """What is made where a timeline is expected, and what is said of it."""

    make: Callable[[Path], object]
    words: str


def _text(text: str) -> Callable[[], bytes]:
    return text.encode


def _alias_bomb() -> bytes:
    levels = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)]
    return ("a0: &a0 [lol]\n" + "".join(levels)).encode()


def _merge_bomb() -> bytes:
    levels = [f"a{level}: &a{level} {{<<: [{', '.join([f'*a{level - 1}'] * 10)}]}}\n" for level in range(1, 10)]
    return ("a0: &a0 {b: c}\n" + "".join(levels)).encode()


def _actors(number: int, *, circle: bool) -> bytes:
    above = [f", of: a{one + 1}" for one in range(number - 1)] + [", of: a0" if circle else ""]
    return ("actors:\n" + "".join(f"  a{one}: {{name: A{one}{of}}}\n" for one, of in enumerate(above))).encode()


FILES: dict[str, Hostile] = {
    "an empty file": Hostile(bytes, 1, "empty-value"),
    "a file of line ends": Hostile(_text("\n\n\n"), 1, "empty-value"),
    "no YAML": Hostile(_text("title: a\n}{\n"), 2, "yaml-syntax"),
    "a PDF": Hostile(lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", 2, "not-utf8"),
    "a picture": Hostile(lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not-utf8"),
    "a page of HTML": Hostile(_text("<!doctype html>\n<title>x: y</title>\n<p>z: a</p>\n"), 2, "yaml-syntax"),
    "a file in Latin-1": Hostile(lambda: "title: a\nsummary: café\n".encode("latin-1"), 2, "not-utf8"),
    "a file in UTF-16": Hostile(lambda: "title: a\n".encode("utf-16"), 1, "not-utf8"),
    "NUL bytes": Hostile(lambda: b"title: a\nsummary: \0\0\0\n", 2, "control-character"),
    "five megabytes of NUL bytes in lines": Hostile(lambda: (b"\0" * 999 + b"\n") * 5_000, 1, "control-character"),
    "a line of 100 megabytes": Hostile(lambda: b"title: a\nsummary: " + b"x" * LONG_LINE, 2, "yaml-syntax"),
    "an alias bomb": Hostile(_alias_bomb, 1, "yaml-syntax"),
    "a merge bomb": Hostile(_merge_bomb, 1, "yaml-syntax"),
    "100,000 nested brackets": Hostile(lambda: b"title: a\nb: " + b"[" * 100_000, 2, "yaml-syntax"),
    "100,000 nested brackets in lines": Hostile(lambda: b"a: " + b"[\n" * 100_000, 20, "yaml-syntax"),
    "100,000 nested groups": Hostile(lambda: b"title: a\nb: " + b"{a: " * 100_000, 2, "yaml-syntax"),
    "100,000 nested entries": Hostile(lambda: b"title: a\nb:\n" + b"- " * 100_000, 3, "yaml-syntax"),
    "a line separator in a comment": Hostile(_text("# a\n# b\u2028title: c\n"), 2, "control-character"),
    "a tag of Python": Hostile(_text("title: a\nb: !!python/object/apply:os.system [id]\n"), 2, "yaml-syntax"),
    "a list at the top": Hostile(_text("# a\n- date: 2022\n"), 2, "wrong-type"),
    "a raw escape sequence": Hostile(_text(f"title: a\nsummary: {ESCAPE}red\n"), 2, "control-character"),
    "an escape sequence written as an escape": Hostile(_text('title: a\nsummary: "\\e[31m"\n'), 2, "control-character"),
    "a name with an escape sequence": Hostile(_text('title: a\n"\\e]0;x\\a": b\n'), 2, "control-character"),
    "a name twice with an escape sequence": Hostile(_text('"a\\eb": 1\n"a\\eb": 2\n'), 1, "control-character"),
    "a tag with an escape sequence": Hostile(_text("title: a\nb: !%1B[31m%0A::error::c d\n"), 2, "yaml-syntax"),
    "an override of the direction": Hostile(_text("title: a\nsummary: \u202eb\n"), 2, "control-character"),
    "a command to a CI service as a name": Hostile(_text('title: a\n"\\n::error::x": b\n'), 2, "unknown-key"),
    "a command to a CI service as a value": Hostile(_text('title: a\ntimezone: "x\\n::error::y"\n'), 2, "wrong-type"),
    "double names below a double name": Hostile(
        _text("actors:\n  a: {name: b, name: {c: 1, c: 2}}\n"), 2, "duplicate-key"
    ),
    "groups for names": Hostile(_text("title: a\n? b:\n   - c\n: d\ne: {}\nf: []\n"), 2, "wrong-type"),
    "a bracket at the end": Hostile(_text("title: a\nb: ["), 2, "yaml-syntax"),
    "a circle of 2,000 actors": Hostile(lambda: _actors(2_000, circle=True), 2, "actor-cycle"),
    "2,000 actors above one another": Hostile(lambda: _actors(2_000, circle=False), 2, "actor-cycle"),
    "an archived text that is a folder": Hostile(
        _text("sources:\n  s: {title: x, issued: 2022, file: .}\n"), 2, "source-file-missing"
    ),
    "an archived text that is a device": Hostile(
        _text("sources:\n  s: {title: x, issued: 2022, file: /dev/zero}\n"), 2, "source-file-outside"
    ),
    "an archived text with a long name": Hostile(
        _text(f"sources:\n  s: {{title: x, issued: 2022, file: {'x' * 1000}}}\n"), 2, "source-file-missing"
    ),
    "an include that is a device": Hostile(_text("title: a\ninclude: [/dev/zero]\n"), 2, "include-missing"),
}  # fmt: skip
SPECIAL: dict[str, Special] = {
    "nothing": Special(Path.exists, "does not exist"),
    "a pipe": Special(os.mkfifo, "is not a regular file"),
    "an empty folder": Special(Path.mkdir, "holds no timeline"),
    "a link to itself": Special(lambda path: path.symlink_to(path), "cannot be opened"),
    "a link to an endless device": Special(lambda path: path.symlink_to("/dev/zero"), "is not a regular file"),
}
