"""The text of a PDF, a form feed between its pages; the extra `pdf` reads it."""

import logging
import re
from io import BytesIO, StringIO

from diplotimeline.documents.lines import clean
from diplotimeline.errors import CallError, MissingPackageError

UNKNOWN = re.compile(r"\(cid:[0-9]+\)")  # a letter whose meaning the file does not tell


class _Numbers:
    """The `id` of the library's layout, which orders by it what is equally far apart: the same in every run."""

    def __init__(self) -> None:
        self.known: dict[
            int, tuple[int, object]
        ] = {}  # the object too: its address is no other's as long as it is here

    def __call__(self, one: object) -> int:
        return self.known.setdefault(id(one), (len(self.known), one))[0]


def text(data: bytes, _encoding: str) -> str:
    """The text of the pages in the order in which they are read. Raises `CallError` without the extra `pdf`."""
    try:
        from pdfminer import layout
        from pdfminer.high_level import extract_text_to_fp
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise MissingPackageError("to read a PDF one more package is needed", "pdf") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it warns of is not for those who read
    pages = StringIO()
    vars(layout)["id"] = _Numbers()
    try:
        extract_text_to_fp(BytesIO(data), pages, laparams=LAParams())
    except PDFPasswordIncorrect:
        raise CallError("it is encrypted", "save it without a password") from None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file meets no check of the library's, but any error of Python's
        raise CallError("it is damaged: its pages cannot be read", "print it to a new PDF") from None
    finally:
        del vars(layout)["id"]
    return clean(UNKNOWN.sub("\ufffd", pages.getvalue().removesuffix("\f")))
