"""What kind of document the bytes of a file are, where they are no plain text that a quote can be looked for in.

The bytes decide. The ending of the name only helps where a page does not begin as one, or a document is damaged.
"""

import codecs
import re
from pathlib import PurePath
from shlex import quote

PDF, PAGE, SAVED_PAGE, MAIL = "a PDF", "a web page", "a saved web page (MHTML)", "an e-mail as a mail program saves it"
WORD, WRITER, RTF = "a Word document (.docx)", "a text document (.odt)", "an RTF document"
ARCHIVE, GZIP, SHEET, SLIDES, BOOK = "an archive", "a gzip archive", "a spreadsheet", "a presentation", "an e-book"
OLD_OFFICE, PICTURE = "a document of an old Office program", "a picture"
PROTECTED = "an Office document protected by a password"

ADVICE = {
    **dict.fromkeys((ARCHIVE, GZIP), "unpack it, then take the words out of the document in it"),
    PROTECTED: "save it without a password, then take its words out",
    PICTURE: "have its words recognised, then take them out",
    **dict.fromkeys((SHEET, SLIDES, BOOK, OLD_OFFICE), "save it as a PDF or .docx, then take its words out"),
}
"""What to do with a document whose words no command takes out as it is."""

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"\x1f\x8b", GZIP),
    (b"BZh91AY&SY", ARCHIVE),
    (b"\xfd7zXZ\0", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
)
LOCKED = "EncryptedPackage".encode("utf-16-le")  # the name of the part that holds all others
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# What an archive of several files holds says what it is.
PARTS = (
    (b"word/document", WORD),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", WRITER),
    (b"xl/workbook", SHEET),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", SHEET),
    (b"ppt/presentation", SLIDES),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", SLIDES),
    (b"mimetypeapplication/epub+zip", BOOK),
)
TAR = slice(257, 262)
ENDINGS = {
    ".pdf": PDF, ".docx": WORD, ".odt": WRITER, ".xlsx": SHEET, ".ods": SHEET, ".pptx": SLIDES, ".doc": OLD_OFFICE,
    ".xls": OLD_OFFICE, ".zip": ARCHIVE, ".gz": GZIP, ".html": PAGE, ".htm": PAGE, ".xhtml": PAGE,
}  # fmt: skip

BEGINNING = 64 * 1024
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Patterns of pages and e-mails are compiled when a text may be one: most archived texts need none.
BEFORE_PAGE = r"(?s)\A(?:\s+|<!--.*?-->|<\?xml[^>]*>)*"
WHOLE_PAGE = r"(?i)<(?:!doctype\s+html|html|head|body)\b[^>]*>"
PART_OF_PAGE = (
    r"(?i)<(?P<tag>article|center|div|font|h[1-6]|main|meta|ol|p|script|section|span|style|table|title|ul)\b[^>]*>"
)
ANY_TAG = rb"(?i)</?[a-z][a-z0-9]*\b[^<>]*>"
# The lines above the first empty one, each `Name: value` or the rest of the one before.
MAIL_HEAD = re.compile(
    r"\s*(?:From \S+ (?=[^\n]*:\d\d )[^\n]*\n)?((?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+)"
)
# Only these tell how the words are encoded: a statement may well begin with `From:` and `Subject:`.
ENCODED = r"(?im)^(?:MIME-Version|Content-(?:Type|Transfer-Encoding)):"
OF_PAGE = r"(?im)^Content-Type:\s*multipart/related|^Snapshot-Content-Location:"


def kind_of(data: bytes, name: str) -> str:
    """The kind of document that a file of this name is, as words: `a PDF`; empty for a plain text."""
    ending = PurePath(name).suffix.lower()
    start = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for beginning, kind in BEGINNINGS:
        if start.startswith(beginning):
            return PROTECTED if kind == OLD_OFFICE and LOCKED in data else kind
    if start.startswith(ZIP):
        return next((kind for part, kind in PARTS if part in data), ARCHIVE)
    if data[TAR] == b"ustar" and b"\0" in start:
        return ARCHIVE
    return _kind_of_text(_beginning(data), data, ending) or ("" if _is_text(data) else _damaged(data, ending))


def advice(kind: str, path: PurePath, folder: PurePath | None = None) -> str:
    """What to do with a document of this kind, with the command to type.

    `path` leads to the document, `folder` to its timeline if there is one: its texts lie in `sources`.
    """
    target = (folder / "sources" if folder == path.parent else path.parent) / f"{path.stem or 'document'}.txt"
    document = "DOCUMENT" if kind in ADVICE else quote(str(path))
    return f"{ADVICE.get(kind, 'take its words out')}: diplotimeline text {document} -o {quote(str(target))}"


def _beginning(data: bytes) -> str:
    """The first characters of a file, as far as they can be read."""
    start = data[:BEGINNING]
    for mark, encoding in BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return start.removeprefix(mark).decode(encoding, errors="replace")
    return start.decode(errors="replace")


def _kind_of_text(text: str, data: bytes, ending: str) -> str:
    """The kind of a document whose bytes are letters: a web page or an e-mail; empty for any other."""
    head = MAIL_HEAD.match(text.replace("\r\n", "\n"))
    if head and (ending == ".eml" or re.search(ENCODED, head[1])):
        return SAVED_PAGE if re.search(OF_PAGE, head[1]) else MAIL
    if ENDINGS.get(ending) == PAGE and re.search(ANY_TAG, data):
        return PAGE
    if "<" not in text:
        return ""
    rest = re.sub(BEFORE_PAGE, "", text, count=1)
    part = re.match(PART_OF_PAGE, rest)
    closed = part is not None and f"</{part['tag'].lower()}".encode() in data.lower()
    return PAGE if closed or re.match(WHOLE_PAGE, rest) else ""


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _damaged(data: bytes, ending: str) -> str:
    """The kind of a document that does not begin as one: bytes before a PDF, or by the ending of its name."""
    kind = PDF if BEGINNINGS[0][0] in data[:1024] else ENDINGS.get(ending, "")
    return "" if kind == PAGE else kind
