"""A file's bytes: are they clean UTF-8 text? What is not stands in findings, at its line and column."""

import codecs
import re
from collections.abc import Iterator

from diplotimeline.characters import FORBIDDEN
from diplotimeline.problems import FILE_START, Finding, Mark, Route

MAX_LINE_BYTES = 1024 * 1024
MOST_NAMED = 1000
PIECE = 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
PLAIN_ASCII = bytes([0x09, 0x0A, *range(0x20, 0x7F)])


def clean_text(data: bytes, findings: list[Finding]) -> bytes | None:
    """The bytes without byte order mark, if they are clean UTF-8 text; else None, and `findings` says why."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    wrong = _wrong_with(data)
    findings += wrong
    return None if wrong else data


def _wrong_with(data: bytes) -> list[Finding]:
    """What keeps the bytes from being clean UTF-8 text."""
    if data.startswith(UTF_16):
        return [Finding("not-utf8", "the file is UTF-16", "save it as UTF-8", mark=FILE_START)]
    line = _long_line(data)
    if line is not None:
        message = f"a line is longer than {MAX_LINE_BYTES:,} bytes"
        return [Finding("yaml-syntax", message, "break it into lines", mark=Mark(line, 1, line, 2))]
    at = _not_utf8(data)
    if at is not None:
        start = data.rfind(b"\n", 0, at) + 1
        line, column = data.count(b"\n", 0, at) + 1, len(data[start:at].decode()) + 1
        message = f"byte {data[at]:#04x} is not UTF-8 text"
        return [Finding("not-utf8", message, "save the file as UTF-8", mark=Mark(line, column, line, column + 1))]
    # Deleting all harmless ASCII leaves whole UTF-8 sequences and few of them: fifty times cheaper than a search.
    rest = data.translate(None, PLAIN_ASCII).decode()
    if FORBIDDEN.search(rest.replace("\r", "")) or (b"\r" in data and data.count(b"\r") != data.count(b"\r\n")):
        return _forbidden_in(data.decode())
    return []


def _long_line(data: bytes) -> int | None:
    """The number of the first line above the limit. Looks once per limit, not once per line."""
    start = 0
    while len(data) - start > MAX_LINE_BYTES:
        end = data.rfind(b"\n", start, start + MAX_LINE_BYTES + 1)
        if end < 0:
            return data.count(b"\n", 0, start) + 1
        start = end + 1
    return None


def _not_utf8(data: bytes) -> int | None:
    """Where the bytes stop being UTF-8. Decoded in pieces, because the whole text may need four times the memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, 0 if data.isascii() else len(data), PIECE):
        end = min(start + PIECE, len(data))
        try:
            decoder.decode(data[start:end], final=end == len(data))
        except UnicodeDecodeError as error:
            return end - len(error.object) + error.start
    return None


def _forbidden_in(text: str) -> list[Finding]:
    """A finding for each of the first thousand forbidden characters; CR is one only where no LF follows."""
    text = text.replace("\r\n", "\n")
    findings: list[Finding] = []
    for match, mark in matches_in(text, FORBIDDEN):
        if len(findings) == MOST_NAMED:
            more = len(text) - len(FORBIDDEN.sub("", text)) - MOST_NAMED
            message = f"{more:,} more invisible or control characters from here on"
            return [*findings, Finding("control-character", message, "is this a text file?", mark=mark)]
        findings.append(forbidden_character(match[0], mark))
    return findings


def forbidden_character(char: str, mark: Mark, route: Route = ()) -> Finding:
    """The finding for a forbidden character at a place."""
    message = f"the invisible or control character U+{ord(char):04X} stands in the text"
    return Finding("control-character", message, "delete it", mark=mark, route=route)


def matches_in(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Mark]]:
    """Each match of a pattern that never runs over the end of a line, with its place in the text."""
    line, last = 1, 0
    for match in pattern.finditer(text):  # a text of many lines is not split for a few matches
        line += text.count("\n", last, match.start())
        last = match.start()
        column = last - text.rfind("\n", 0, last)
        yield match, Mark(line, column, line, column + len(match[0]))
