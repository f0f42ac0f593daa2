"""Documents of other programs, such as web pages and PDFs, and the plain text in them."""

from importlib import import_module

from diplotimeline.documents import kind
from diplotimeline.errors import CallError

MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
# The function that reads each kind, as module and name; each is imported when a document needs it.
READERS = {
    "": ("plain", "text"),
    kind.PDF: ("pdf", "text"),
    kind.PAGE: ("html", "text"),
    kind.SAVED_PAGE: ("mail", "page"),
    kind.MAIL: ("mail", "text"),
    kind.WORD: ("word", "text"),
    kind.WRITER: ("opendocument", "text"),
    kind.RTF: ("rtf", "text"),
}
SAY_THEIR_ENCODING = frozenset((kind.PDF, kind.WORD, kind.WRITER, kind.RTF))
KINDS = "web pages, .docx, .odt, .rtf, .eml, .mhtml, .pdf and plain text"


def text_of(data: bytes, name: str, encoding: str = "") -> str:
    """The plain text of a document. The same bytes give the same text.

    Raises `CallError` for a document that cannot be read, that has no text, or that takes too much to read.
    """
    from diplotimeline.documents.bounds import bounded  # who only asks for the kind of a file needs neither
    from diplotimeline.documents.encodings import given

    of_kind = kind.kind_of(data, name)
    if of_kind not in READERS:
        raise CallError(f"it is {of_kind}", f"{kind.ADVICE[of_kind]}; these are read: {KINDS}")
    if encoding and of_kind in SAY_THEIR_ENCODING:
        raise CallError(f"--encoding is not for {of_kind}", "it says itself how its letters are written")
    module, function = READERS[of_kind]
    read = getattr(import_module(f"diplotimeline.documents.{module}"), function)
    with bounded(len(data)):
        text: str = read(data, given(encoding))
    if not any(map(str.isalnum, text)):
        help = "it may be pictures of pages: type the words that you need into a text file"
        raise CallError("no text is in it", help if of_kind == kind.PDF else "save the document again")
    return text
