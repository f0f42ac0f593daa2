"""Lines of styled text: how wide they are, how words are wrapped, and how lines reach the terminal."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from diplotimeline.characters import is_plain, safe, visible

if TYPE_CHECKING:
    from rich.console import Console

NO_BREAK = "\u00a0"
WORDS = re.compile(rf"(?:\S|{NO_BREAK})+")
# Latin, Greek, Cyrillic, Armenian and typographic signs: one column each, whatever stands beside them.
ONE_COLUMN_EACH = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058a\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*"
)
NARROWEST = 40
NARROW = 72
"""On a page of fewer columns a date stands above its event, and one line has room for its title alone."""
WIDEST = 100
WIDEST_TERMINAL = 1000  # no screen has more columns, but anybody can set `COLUMNS`
BLOCK = 100
# Both are found in half the time that `in` takes.
BLANK_END = re.compile(" \n")
COLONS = re.compile("::")
MOST_SIGNS_A_COLUMN = 8  # signs that combine take none

Piece = tuple[str, str]
"""A style and a text; the styles are the keys of `STYLES`."""
Line = list[Piece]
LINE_END: Piece = ("", "\n")

# Colour only repeats what words say.
STYLES = {
    "": "", "title": "bold", "heading": "bold", "date": "cyan", "faint": "dim", "rail": "blue", "quote": "italic",
    "status": "yellow", "error": "red", "warning": "yellow",
}  # fmt: skip


def terminal_width() -> int:
    """The columns of the terminal, or what `COLUMNS` says, or 80 for a pipe; at least 40 and at most 1,000."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST_TERMINAL)


def cells(text: str) -> int:
    """How many columns a text takes in a terminal, with its signs without a shape as numbers."""
    if text.isascii() or ONE_COLUMN_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # only rich knows the widths of all scripts

    return cell_len(visible(text))


def fitting(text: str, room: int) -> int:
    """How many characters at the beginning of a text fit in `room` columns; found by halving, a text may be long."""
    low, high = 0, min(len(text), room * MOST_SIGNS_A_COLUMN)
    while low < high:
        middle = (low + high + 1) // 2
        if cells(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def wrap(text: str, width: int, tail: str = "") -> list[str]:
    """The words of a text in lines of at most `width` columns; a word that is longer is broken.

    `tail` is printed behind the text, on the line of its last word if both fit on one: no footnote stands alone.
    """
    plain = text.isascii() and text.isprintable() and "  " not in text  # most texts, at a third of the price
    if plain and len(text) <= width and not tail:
        return [stripped] if (stripped := text.strip(" ")) else []
    if not plain and "\n" in text and NO_BREAK not in text:
        text = " ".join(text.split())
    if plain or (ONE_COLUMN_EACH.fullmatch(text) and "  " not in text):
        lines = _cut_at_blanks(text.strip(" "), width)
    else:
        lines = _filled(WORDS.findall(text), width)
    if lines and tail:
        lines[-1:] = _ended(lines[-1], tail, width)
    return [line.replace(NO_BREAK, " ") for line in lines] if NO_BREAK in text else lines


def _ended(line: str, tail: str, width: int) -> list[str]:
    """The last line of a text and its tail: on one line, or with the last word on the next, or alone on the next."""
    room = width - cells(tail) - 1
    if cells(line) <= room:
        return [f"{line} {tail}"]
    start, blank, word = line.rpartition(" ")
    if blank and cells(word) <= room:
        return [start, f"{word} {tail}"]
    return [line, *_filled(WORDS.findall(tail), width)]


def _cut_at_blanks(text: str, width: int) -> list[str]:
    """The words of a text in lines, for a text whose every sign takes one column.

    Looking for blanks costs a tenth of measuring each word.
    """
    lines = []
    start, rest_fits = 0, len(text) - width
    while start < rest_fits:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            end = start + width
            lines.append(text[start:end])
            start = end
        else:
            lines.append(text[start:end])
            start = end + 1
    if start < len(text):
        lines.append(text[start:])
    return lines


def _filled(words: list[str], width: int) -> list[str]:
    """Words of any script in lines; each is measured."""
    lines: list[str] = []
    line, used = "", 0
    for word in words:
        size = cells(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width) if size > width else [word]
        lines += full
        used = cells(line)
    return [*lines, line] if line else lines


def _broken(word: str, width: int) -> list[str]:
    """A word in parts of at most `width` columns; a part also ends where too many signs take no column."""
    parts = []
    start = 0
    while start < len(word):
        part = word[start : start + width * MOST_SIGNS_A_COLUMN]
        part = part[: fitting(part, width) or 1]
        parts.append(part)
        start += len(part)
    return parts


def write(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream: with styles to a terminal that has colours, else as plain text."""
    if _has_colour(stream):
        _write_styled(lines, stream)
    else:
        _write_plain(lines, stream)
    stream.flush()


def _write_plain(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines without styles, in blocks."""
    rest = iter(lines)
    while block := list(islice(rest, BLOCK)):
        text = "".join([words for line in block for _, words in (*line, LINE_END)])
        if not _is_safe(text, len(block)):
            text = "".join([f"{safe(''.join([words for _, words in line])).rstrip()}\n" for line in block])
        if BLANK_END.search(text):
            text = "\n".join([line.rstrip(" ") for line in text.split("\n")])
        stream.write(text)


def _is_safe(text: str, lines: int) -> bool:
    """Whether a block of so many lines may be printed as it is: seen in a tenth of the time that looking at each takes.

    False also for some that could be.
    """
    flat = text.replace("\n", "")
    return len(text) - len(flat) == lines and is_plain(flat) and not COLONS.search(flat) and "#" not in flat


def _has_colour(stream: TextIO) -> bool:
    """Whether a stream gets styles; found out without rich, because importing it costs more than printing."""
    if os.environ.get("FORCE_COLOR"):
        return True
    dumb = os.environ.get("TERM", "").lower() in ("dumb", "unknown")
    return stream.isatty() and not dumb and not os.environ.get("NO_COLOR")


def _write_styled(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines with styles, in blocks.

    rich knows what the terminal can do and says it once for each style; to have it print every line takes many times
    as long as to make them. It prints those whose signs need a closer look, and all on an old Windows console, which
    is coloured by calls and not by escapes.
    """
    from rich.console import Console

    # rich would read COLUMNS and LINES itself: with 0 it prints nothing, with "²" it raises.
    console = Console(
        file=stream, width=terminal_width(), height=1, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    if console.legacy_windows:
        for line in lines:
            _print_by_rich(line, console)
        return
    escapes = {style: _escapes(style, console) for style in STYLES}
    rest = iter(lines)
    while block := list(islice(rest, BLOCK)):
        all_safe = _is_safe("".join([words for line in block for _, words in (*line, LINE_END)]), len(block))
        stream.write("".join([
            _styled(line, escapes)
            if all_safe or _is_safe("".join([words for _, words in line]), 0)
            else _printed_by_rich(line, console)
            for line in block
        ]))  # fmt: skip


def _styled(line: Line, escapes: Mapping[str, tuple[str, str]]) -> str:
    """A line without blanks at its end, each piece between the escapes of its style."""
    ended = list(line)
    while ended and not (words := ended[-1][1].rstrip()):
        ended.pop()
    if ended:
        ended[-1] = ended[-1][0], words
    return "".join([f"{escapes[style][0]}{words}{escapes[style][1]}" for style, words in ended if words]) + "\n"


def _escapes(style: str, console: "Console") -> tuple[str, str]:
    """What rich writes before and behind a text of this style."""
    before, _, behind = _printed_by_rich([(style, "x")], console).removesuffix("\n").partition("x")
    return before, behind


def _printed_by_rich(line: Line, console: "Console") -> str:
    with console.capture() as printed:
        _print_by_rich(line, console)
    return printed.get()


def _print_by_rich(line: Line, console: "Console") -> None:
    from rich.text import Text

    text = Text(end="")
    for style, words in _safe_pieces(line):
        text.append(words, STYLES[style])
    text.rstrip()
    console.print(text)


def _safe_pieces(line: Line) -> Iterator[Piece]:
    """The pieces of a line made safe to print; whether it begins like a command is seen from all of them together."""
    whole = "".join(visible(text) for _, text in line)
    is_command = safe(whole) != whole
    for style, text in line:
        shown = visible(text)
        if is_command and shown.strip():
            sign = shown.lstrip()[0]
            shown = shown.replace(sign, f"\\u{{{ord(sign):x}}}", 1)
            is_command = False
        yield style, shown
