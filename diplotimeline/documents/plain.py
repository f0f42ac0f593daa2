"""Plain text in any encoding to plain text in UTF-8."""

from diplotimeline.documents.encodings import decode
from diplotimeline.documents.lines import clean
from diplotimeline.errors import CallError


def text(data: bytes, encoding: str, declared: str = "") -> str:
    """The text of a file without any marks. Raises `CallError` for bytes that are no text."""
    found = decode(data, encoding, [declared] if declared else [])
    if "\0" in found:
        raise CallError("it is no text, and no document that can be read here", "copy its words into a text file")
    return clean(found)
