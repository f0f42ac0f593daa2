"""The text of an e-mail, and of a web page that a browser saved as one (MHTML)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser

from diplotimeline.documents import html, plain
from diplotimeline.documents.lines import clean
from diplotimeline.errors import CallError

SHOWN = ("From", "To", "Cc", "Date", "Subject")
MAX_DEPTH = 20
MAX_PARTS = 1000
MAX_HEADER_BYTES = 64 * 1024
LONGEST_FIELD = 4096
END_OF_HEADER = re.compile(rb"(?:\A|\r?\n)\r?\n")
FOLDED = re.compile(r"(?<!\s)\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an e-mail: its header, and the bytes of its body as they are sent."""

    header: Message
    body: bytes

    @property
    def type(self) -> str:
        return self.header.get_content_type()

    @property
    def name(self) -> str:
        """The name of an attached file; empty for what is no attachment."""
        name = self.header.get_filename() or ""
        return _decoded(name) or ("without a name" if self.header.get_content_disposition() == "attachment" else "")

    def content(self) -> bytes:
        """The bytes of the body as they were written."""
        self.header.set_payload(self.body.decode("ascii", "surrogateescape"))
        content = self.header.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""

    def text(self, encoding: str) -> str:
        """The text of a part that is text or a web page."""
        charset = self.header.get_content_charset("") or ""
        if self.type == "text/html":
            return html.text(self.content(), encoding, charset)
        return plain.text(self.content(), encoding, charset)


def text(data: bytes, encoding: str) -> str:
    """The text of an e-mail: its main headings, its words, the names of what is attached, and e-mails in it."""
    return clean("\n\n".join(_texts(_part(data), encoding, depth=0)))


def page(data: bytes, encoding: str) -> str:
    """The text of the page that was saved; of its other parts nothing."""
    for part in _leaves(_part(data), depth=0):
        if part.type == "text/html":
            return part.text(encoding)
    raise CallError("it holds no page", "save the page again")


def _texts(part: Part, encoding: str, depth: int) -> Iterator[str]:
    """What a person sees of an e-mail, piece by piece."""
    headings = [(name, _decoded(str(part.header.get(name, "")))) for name in SHOWN]
    yield "\n".join(f"{name}: {value}" for name, value in headings if value)
    for leaf in _leaves(part, depth):
        if leaf.type == "message/rfc822":
            yield from _texts(_part(leaf.content()), encoding, _deeper(depth))
        elif leaf.name:
            yield f"Attached: {leaf.name}"
        elif leaf.type in {"text/plain", "text/html"}:
            yield leaf.text(encoding)


def _leaves(part: Part, depth: int) -> Iterator[Part]:
    """The parts that hold no others; of several forms of the same words the plain one, or the first page."""
    if part.header.get_content_maintype() != "multipart":
        yield part
        return
    inner = [_part(piece) for piece in _pieces(part)]
    if part.type == "multipart/alternative":
        inner = [one for one in inner if one.body.strip()]
        inner = ([one for one in inner if one.type == "text/plain"] or inner)[:1]
    for one in inner:
        yield from _leaves(one, _deeper(depth))


def _deeper(depth: int) -> int:
    if depth >= MAX_DEPTH:
        raise CallError(f"its parts stand more than {MAX_DEPTH} deep in one another", "save the e-mail in it alone")
    return depth + 1


def _pieces(part: Part) -> list[bytes]:
    """The bytes of the parts that a part holds, between the lines that part them."""
    boundary = part.header.get_boundary("") or ""
    if not boundary:
        raise CallError("it is damaged: nothing says where its parts begin", "save the e-mail again")
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary.encode()) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    body = part.body
    end = next((match.start() for match in line.finditer(body) if match[1]), len(body))
    pieces = line.split(body[:end], maxsplit=MAX_PARTS + 1)[2::2]
    if len(pieces) > MAX_PARTS:
        raise CallError(f"it has more than {MAX_PARTS:,} parts", "save the part that is meant alone")
    return [piece.removeprefix(b"\r").removeprefix(b"\n") for piece in pieces]


def _part(data: bytes) -> Part:
    """A part from its bytes: the header ends at the first empty line."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n") if data[:3] == b"\xef\xbb\xbf" else data
    found = END_OF_HEADER.search(data, 0, MAX_HEADER_BYTES)
    if found is None and len(data) > MAX_HEADER_BYTES:
        raise CallError(f"the header of a part is larger than {MAX_HEADER_BYTES // 1024} KiB", "save the e-mail again")
    start, end = (found.start(), found.end()) if found else (len(data), len(data))
    header = HeaderParser().parsestr(data[:start].decode("utf-8", "replace"))
    if any(len(value) > LONGEST_FIELD for name, value in header.items() if name.lower().startswith("content-")):
        raise CallError(f"a line of a header is longer than {LONGEST_FIELD:,} characters", "save the e-mail again")
    return Part(header, data[end:])


def _decoded(value: str) -> str:
    """The words of a heading."""
    value = FOLDED.sub(" ", str(value)[:LONGEST_FIELD])
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, ValueError):
        return value
