"""The text of a PDF, a form feed between its pages; the extra `pdf` reads it."""

import logging
import re
from collections import Counter
from io import BytesIO, StringIO
from itertools import pairwise
from typing import TYPE_CHECKING

from diplotimeline.documents.lines import clean
from diplotimeline.errors import CallError, MissingPackageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdfminer.layout import LTPage

UNKNOWN = re.compile(r"\(cid:[0-9]+\)")  # a letter whose meaning the file does not tell


FIRST_PAGES = 5  # of which the spacing of lines is told
ENOUGH = 3  # full lines with the same space below them
MARGIN, WIDEST = 0.5, 1.5  # how far apart lines of one paragraph may be, in heights of a line: usually, and ever


class _Numbers:
    """The `id` of the library's layout, which orders by it what is equally far apart: the same in every run."""

    def __init__(self) -> None:
        self.known: dict[
            int, tuple[int, object]
        ] = {}  # the object too: its address is no other's as long as it is here

    def __call__(self, one: object) -> int:
        return self.known.setdefault(id(one), (len(self.known), one))[0]


def _margin(pages: "Iterable[LTPage]") -> float:
    """How far apart lines of one paragraph are: more than usual where the lines of a text are widely spaced.

    Only full lines count, since a paragraph goes on below them.
    """
    from pdfminer.layout import LTTextBox, LTTextLine

    gaps = Counter[float]()
    for page in pages:
        boxes = (box for box in page if isinstance(box, LTTextBox))
        lines = [line for box in boxes for line in box if isinstance(line, LTTextLine) and line.height]
        lines.sort(key=lambda line: -line.y1)
        full = max((line.x1 for line in lines), default=0) * 0.9
        for one, other in pairwise(lines):
            if one.x1 >= full and abs(one.x0 - other.x0) < other.height:
                gaps[round((one.y0 - other.y1) / other.height, 1)] += 1
    usual, number = max(gaps.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return usual + 0.2 if MARGIN < usual <= WIDEST and number >= ENOUGH and number * 2 > gaps.total() else MARGIN


def text(data: bytes, _encoding: str) -> str:
    """The text of the pages in the order in which they are read. Raises `CallError` without the extra `pdf`."""
    try:
        from pdfminer import layout
        from pdfminer.high_level import extract_pages, extract_text_to_fp
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise MissingPackageError("to read a PDF one more package is needed", "pdf") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it warns of is not for those who read
    pages = StringIO()
    vars(layout)["id"] = _Numbers()
    try:
        margin = _margin(extract_pages(BytesIO(data), maxpages=FIRST_PAGES, laparams=LAParams()))
        extract_text_to_fp(BytesIO(data), pages, laparams=LAParams(line_margin=margin))
    except PDFPasswordIncorrect:
        raise CallError("it is encrypted", "save it without a password") from None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file meets no check of the library's, but any error of Python's
        raise CallError("it is damaged: its pages cannot be read", "print it to a new PDF") from None
    finally:
        del vars(layout)["id"]
    return clean(UNKNOWN.sub("\ufffd", pages.getvalue().removesuffix("\f")))
