"""Documents that mean harm, each with the exit code of `text` and with words of what is said."""

import zlib
from collections.abc import Callable
from typing import NamedTuple

from made_documents import docx, odt, pdf, zipped

READ, REFUSED = 0, 2


class HostileDocument(NamedTuple):
    """How its bytes are made, the exit code of `text`, and words of what is said."""

    data: Callable[[], bytes]
    code: int = REFUSED
    words: str = ""


def page(text: str, times: int) -> Callable[[], bytes]:
    return lambda: b"<html><p>The envoys met.</p>" + text.encode() * times


def _nested_mail(depth: int) -> bytes:
    head = b"From: a@x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return head * depth + b"From: a@x\n\nThe envoys met.\n"


def _nested_parts(depth: int) -> bytes:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number) for number in range(depth)
    )
    return b"From: a@x\nMIME-Version: 1.0\n" + parts + b"\nThe envoys met.\n"


def _large() -> bytes:
    return b"<a>" + b" " * 70_000_000 + b"</a>"


def _packed_pdf(size: int) -> bytes:
    # Piece by piece: a process begins with the memory of the one that starts it. The pieces after the first are alike.
    packing = zlib.compressobj(9)
    first, next = (packing.compress(b" " * 2**20) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = first + next * (size // 2**20 - 1)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page,
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream",
    )  # fmt: skip
    numbered = b"".join(b"%d 0 obj\n" % number + one + b"\nendobj\n" for number, one in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + numbered + b"trailer\n<< /Size 5 /Root 1 0 R >>\n"


BILLION = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
DOCUMENTS: dict[str, HostileDocument] = {
    "nested.html": HostileDocument(page("<div>", 100_000), READ),
    "nested-superscripts.html": HostileDocument(page("<sup>", 100_000), READ),
    "nested-navigation.html": HostileDocument(page("<nav>", 100_000), READ),
    "nested-tables.html": HostileDocument(page("<table><tr><td>", 50_000), READ),
    "open-sections.html": HostileDocument(page("<![CDATA[", 20_000), READ),
    "references.html": HostileDocument(page("&", 1_000_000), READ),
    "entities.docx": HostileDocument(lambda: zipped({"word/document.xml": BILLION}), words="declares a document type"),
    "large.docx": HostileDocument(lambda: zipped({"word/document.xml": _large()}), words="larger than 64 MiB"),
    "large.odt": HostileDocument(
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _large()}),
        words="larger than 64 MiB",
    ),
    "elements.docx": HostileDocument(lambda: docx("<w:t/>" * 500_000), words="no text is in it"),
    "nested.docx": HostileDocument(lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000), words="no text is in it"),
    "blanks.odt": HostileDocument(lambda: odt("<text:p>x<text:s text:c='999999999'/>y</text:p>"), READ),
    "groups.rtf": HostileDocument(lambda: b"{\\rtf1 x" + b"{" * 1_000_000, READ),
    "notes.rtf": HostileDocument(lambda: b"{\\rtf1 x" + b"{\\footnote " * 100_000, READ),
    "binary.rtf": HostileDocument(lambda: b"{\\rtf1 x\\bin9999999999 y", READ),
    "nested.eml": HostileDocument(lambda: _nested_mail(1000), words="more than 20 deep"),
    "nested-parts.eml": HostileDocument(lambda: _nested_parts(1000), words="more than 20 deep"),
    "folded.eml": HostileDocument(lambda: b"From: a@x\nMIME-Version: 1.0\nSubject: " + b"=?" * 30_000 + b"\n\nx", READ),
    "loop.pdf": HostileDocument(lambda: pdf([["x"]], contents=b"/X Do " * 9)),
    "tree.pdf": HostileDocument(lambda: pdf([["x"]]).replace(b"[4 0 R]", b"[2 0 R]"), READ),
    "packed.pdf": HostileDocument(lambda: _packed_pdf(2**30), words="too much memory"),
    "junk.pdf": HostileDocument(lambda: b"%PDF-1.4\n" + b"<<" * 200_000),
    "arrays.pdf": HostileDocument(lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000 + b"\ntrailer\n<< /Root 1 0 R >>\n"),
    "escape.html": HostileDocument(lambda: b"<html><p>\x1b[31mred\x9b\xe2\x80\xae", REFUSED),
    "escape-2.html": HostileDocument(lambda: b"<html><p>The \x1b[31mred\xc2\x9b\xe2\x80\xae envoys", READ),
}  # fmt: skip
