"""A file's bytes: are they clean UTF-8 text? What is not stands in findings, at its line and column."""

import codecs

from diplotimeline.characters import FORBIDDEN, located
from diplotimeline.problems import FILE_START, Finding, Route, Span

MAX_LINE_BYTES = 1024 * 1024
MOST_NAMED = 1000
PIECE = 1024 * 1024
PLAIN_ASCII = bytes([0x09, 0x0A, *range(0x20, 0x7F)])


def clean_text(data: bytes, findings: list[Finding]) -> bytes | None:
    """The bytes without byte order mark, known to be clean UTF-8; None when they are not, with the findings."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings.append(Finding("not-utf8", "the file is UTF-16", "save it as UTF-8", span=FILE_START))
        return None
    long_line = _long_line(data)
    if long_line is not None:
        message = f"a line is longer than {MAX_LINE_BYTES:,} bytes"
        findings.append(Finding("yaml-syntax", message, "break it into lines", span=Span(long_line, 1, long_line, 2)))
        return None
    # Deleting all harmless ASCII leaves whole UTF-8 sequences and few of them: fifty times cheaper than a search.
    rest = data.translate(None, PLAIN_ASCII)
    if not _is_utf8(data):
        findings.append(_bad_byte(data))
        return None
    if FORBIDDEN.search(rest.decode().replace("\r", "")) or data.count(b"\r") != data.count(b"\r\n"):
        findings.extend(_forbidden_in(data.decode()))
        return None
    return data


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8; decoded in pieces, because the whole text may need four times the memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, 0 if data.isascii() else len(data), PIECE):
            decoder.decode(data[start : start + PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _long_line(data: bytes) -> int | None:
    """The number of the first line above the limit. Looks once per limit, not once per line."""
    start = 0
    while len(data) - start > MAX_LINE_BYTES:
        end = data.rfind(b"\n", start, start + MAX_LINE_BYTES + 1)
        if end < 0:
            return data.count(b"\n", 0, start) + 1
        start = end + 1
    return None


def _bad_byte(data: bytes) -> Finding:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode()) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8 text"
        return Finding("not-utf8", message, "save the file as UTF-8", span=Span(line, column, line, column + 1))
    raise AssertionError("only called for bytes that are not UTF-8")


def _forbidden_in(text: str) -> list[Finding]:
    """The forbidden characters of a raw text, each at its place, the first thousand; CR only where no LF follows."""
    text = text.replace("\r\n", "\n")
    findings: list[Finding] = []
    for match, line, column in located(FORBIDDEN, text):
        span = Span(line, column, line, column + 1)
        if len(findings) == MOST_NAMED:
            more = len(text) - len(FORBIDDEN.sub("", text)) - MOST_NAMED
            message = f"{more:,} more invisible or control characters from here on"
            return [*findings, Finding("control-character", message, "is this a text file?", span=span)]
        findings.append(forbidden_character(match[0], span))
    return findings


def forbidden_character(char: str, span: Span, route: Route = ()) -> Finding:
    message = f"the invisible or control character U+{ord(char):04X} stands in the text"
    return Finding("control-character", message, "delete it", span=span, route=route)
