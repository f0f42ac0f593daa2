"""Documents of other programs, such as web pages and PDFs, and the plain text in them."""

import os
import shlex
from importlib import import_module

from diplotimeline.documents.bounds import bounded
from diplotimeline.documents.encodings import given
from diplotimeline.documents.kind import kind_of
from diplotimeline.errors import CallError

MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
# The function that reads each kind, as module and name; each is imported when a document needs it.
READERS = {
    None: ("plain", "text"),
    "PDF": ("pdf", "text"),
    "web page": ("html", "text"),
    "saved web page": ("mail", "page"),
    "e-mail": ("mail", "text"),
    "Word document": ("word", "text"),
    "OpenDocument text": ("opendocument", "text"),
    "RTF document": ("rtf", "text"),
}
SAY_THEIR_ENCODING = frozenset(("PDF", "Word document", "OpenDocument text", "RTF document"))
SPOKEN_WITH_A_VOWEL = ("Excel", "OpenDocument", "RTF", "archive", "e-mail", "old")
KINDS = "web pages, .docx, .odt, .rtf, .eml, .mhtml, .pdf and plain text"


def text_of(data: bytes, name: str, encoding: str = "") -> str:
    """The plain text of a document. The same bytes give the same text.

    Raises `CallError` for a document that cannot be read, that has no text, or that takes too much to read.
    """
    kind = kind_of(data, name)
    if kind not in READERS:
        raise CallError(f"it is {with_article(kind or '')}", f"these are read: {KINDS}")
    if encoding and kind in SAY_THEIR_ENCODING:
        raise CallError(f"--encoding is not for {with_article(kind)}", "it says itself how its letters are written")
    module, function = READERS[kind]
    read = getattr(import_module(f"diplotimeline.documents.{module}"), function)
    with bounded(len(data)):
        text: str = read(data, given(encoding))
    if not any(map(str.isalnum, text)):
        help = "it may be pictures of pages: type the words that you need into a text file"
        raise CallError("no text is in it", help if kind == "PDF" else "save the document again")
    return text


def advice(kind: str, path: str) -> str:
    """What to do with a document of this kind where its text is wanted: the command that makes it."""
    if kind not in READERS:
        return "type the words that you need into a text file"
    beside = os.path.splitext(path)[0] or "document"
    return f"make it a text first: diplotimeline text {shlex.quote(path)} -o {shlex.quote(beside + '.txt')}"


def with_article(kind: str) -> str:
    """`a PDF`, `an archive`."""
    return f"{'an' if kind.startswith(SPOKEN_WITH_A_VOWEL) else 'a'} {kind}"
