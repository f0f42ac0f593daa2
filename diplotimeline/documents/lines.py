"""The text of a document as it is put together: paragraphs and rows in lines of their own, footnotes at the end."""

import re

from diplotimeline.characters import UNSHOWN

CELL, LINE, PARAGRAPH = "\t", "\n", "\n\n"
NO_ROW = -1
STRENGTH = {"": 0, " ": 1, CELL: 2, LINE: 3, PARAGRAPH: 4}
# Marks of direction are not shown as numbers at a terminal, but are no part of the words either.
WITHOUT_WIDTH = re.compile(f"{UNSHOWN}|[\u061c\u200e\u200f]")
RAISED = re.compile(r"\s*+(?:\[\s*+)?([-−+]?[0-9]{1,4}(?:\s*[,;–-]\s*[0-9]{1,4})*)\s*+(?:\]\s*)?")
SUPERSCRIPTS = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
OTHER_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028]")
EMPTY_LINES = re.compile(r"\n{3,}")
BLANKS = re.compile(r"[ \t\n\r\f]+")  # no-break spaces are none


def raised(text: str) -> str:
    """The text of a superscript: the marks of notes or a power in small figures, as 10⁶ is not 106; or as it is."""
    figures = RAISED.fullmatch(text)
    return "".join(figures[1].split()).translate(SUPERSCRIPTS) if figures else text


def in_one_line(text: str) -> str:
    """The text with single blanks in the place of line ends, tabs and runs of blanks."""
    return BLANKS.sub(" ", text).strip(" ")


def clean(text: str) -> str:
    """The text without signs that have no width, trailing blanks and more than one empty line; it ends in a line end.

    Form feeds between pages stay.
    """
    text = OTHER_LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    pages = []
    for page in text.split("\f"):
        lines = page if page.isascii() and page.isprintable() else _without_signs(page)
        pages.append(EMPTY_LINES.sub("\n\n", _stripped(lines)).strip(" \t\n"))
    return "\n\f".join(pages) + "\n"


def _stripped(page: str) -> str:
    return "\n".join(line.strip(" \t") for line in page.split("\n"))


def _without_signs(page: str) -> str:
    return "\n".join(line if line.isascii() and line.isprintable() else _shown(line) for line in page.split("\n"))


def _shown(line: str) -> str:
    return WITHOUT_WIDTH.sub("", line)


class Lines:
    """Takes the words of a document in their order, and what parts them; `text` gives the whole.

    Of what parts two words only the strongest counts. In a table a cell stands behind a tab; what parts the paragraphs
    inside it is kept, what stands around them is not, so that a row of short cells is one line.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.notes: list[str] = []
        self.gap = ""
        self.row_start = NO_ROW

    def words(self, text: str) -> None:
        """Take words as they are."""
        if text:
            if self.gap and self.parts:
                self.parts.append(self.gap)
            self.gap = ""
            self.parts.append(text)

    def lowered(self, text: str) -> None:
        """Take the words of a subscript: behind a figure in small figures, as 12₃ is not 123; `CO2` as it is typed."""
        figure = self.parts and not self.gap and self.parts[-1][-1].isdigit()
        self.words(text.translate(SUBSCRIPTS) if figure else text)

    def part(self, gap: str) -> None:
        """Part what comes from what was before: with a blank, a line end or an empty line."""
        begins_row = len(self.parts) == self.row_start
        if self.gap != CELL and not begins_row and STRENGTH[gap] > STRENGTH[self.gap]:
            self.gap = gap

    def row(self) -> None:
        """Begin a row of a table."""
        self.gap = PARAGRAPH if self.gap == PARAGRAPH else LINE
        self.row_start = len(self.parts)

    def end_row(self) -> None:
        """End a row of a table: what stands around the paragraphs of its last cell does not count."""
        self.gap = LINE
        self.row_start = NO_ROW

    def cell(self) -> None:
        """Begin a cell of the row."""
        if len(self.parts) > self.row_start > NO_ROW:
            self.gap = CELL

    def note(self, mark: str, text: str) -> None:
        """Take a note for the end; its mark is empty where the words begin with it."""
        self.notes.append(in_one_line(f"{raised(mark)} {text}"))

    def text(self) -> str:
        """All that was taken, the notes at the end."""
        return clean("".join(self.parts) + "".join(f"\n\n{note}" for note in self.notes))
