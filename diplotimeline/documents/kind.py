"""What kind of document the bytes of a file are."""

import re

SNIFFED = 4096
BEGINNINGS = {
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF document",
    b"\xd0\xcf\x11\xe0": "old or encrypted Office document",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"Rar!": "archive",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
}
# The first of these that stands in a zip file says what it is; the names of its parts are not compressed.
IN_ZIP = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": "OpenDocument text",
    b"word/": "Word document",
    b"xl/workbook": "Excel workbook",
    b"ppt/presentation": "PowerPoint presentation",
}
WEB_PAGE = re.compile(
    r"(?>\s*(?:<\?xml[^>]*>|<!--(?>.*?-->)))*+\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
TAG = re.compile(r"<(?:!doctype|[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
HEADERS = re.compile(r"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
OF_MAIL = re.compile(
    r"^(?:received|mime-version|message-id|return-path|delivered-to|x-mozilla-status):", re.IGNORECASE | re.MULTILINE
)
OF_SAVED_PAGE = re.compile(
    r"^snapshot-content-location:|^from: .?saved by |multipart/related;\s+type=.?text/html",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(data: bytes, name: str) -> str | None:
    """The kind of document that a file is, such as "PDF" or "web page"; None for plain text and what is not known.

    Its bytes decide. Its name is asked where they leave it open: a page may begin with any tag, an e-mail with any
    header.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    ending = name.lower().rpartition(".")[2]
    if data.startswith(b"PK\x03\x04"):
        open_document = "OpenDocument text" if ending == "odt" else "archive"
        return next((kind for mark, kind in IN_ZIP.items() if mark in data), open_document)
    start = data[:SNIFFED].lstrip()
    for beginning, kind in BEGINNINGS.items():
        if start.startswith(beginning):
            return kind
    if ending == "pdf" and b"%PDF-" in start:
        return "PDF"
    return _kind_of_text(_readable(data[:SNIFFED]), ending)


def _kind_of_text(text: str, ending: str) -> str | None:
    """The kind of a document that is made of letters, by its beginning."""
    if WEB_PAGE.match(text) or (ending in ("html", "htm", "xhtml") and TAG.search(text)):
        return "web page"
    headers = HEADERS.match(text)
    if headers and OF_SAVED_PAGE.search(headers[0]):
        return "saved web page"
    if headers and (ending == "eml" or OF_MAIL.search(headers[0])):
        return "e-mail"
    return None


def _readable(data: bytes) -> str:
    """The beginning of a file as far as its marks can be read, whatever its letters."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if utf16 else "latin-1", errors="replace").replace("\r\n", "\n")
