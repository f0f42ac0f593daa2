"""The text of an OpenDocument text (ODT)."""

from collections.abc import Mapping

from diplotimeline.documents.lines import BLANKS, LINE, PARAGRAPH, Lines, raised
from diplotimeline.documents.parts import open_parts, read_part, walk
from diplotimeline.errors import CallError

LEFT_OUT = frozenset(("tracked-changes", "annotation", "forms", "automatic-styles", "font-face-decls"))
SIGNS = {"tab": "\t", "s": " ", "line-break": LINE}
PARAGRAPHS = ("p", "h")


def text(data: bytes, _encoding: str) -> str:
    """The text of a document: paragraphs, tables, text frames, and its notes at the end; without deleted words."""
    parts = open_parts(data)
    xml = read_part(parts, "content.xml")
    if b"encryption-data" in read_part(parts, "META-INF/manifest.xml"):
        raise CallError("it is encrypted", "save it without a password")
    if not xml:
        raise CallError("it is damaged: its text is missing", "save the document again")
    reader = _Reader()
    walk(xml, reader.start, reader.end, reader.words)
    return reader.lines.text()


class _Reader:
    """Takes the elements of the content in their order."""

    def __init__(self) -> None:
        self.lines = self.body = Lines()
        self.paragraphs = 0
        self.left_out = 0
        self.is_mark = False
        self.mark = ""

    def start(self, name: str, _given: Mapping[str, str]) -> None:
        if self.left_out or name in LEFT_OUT:
            self.left_out += 1
        elif name in PARAGRAPHS:
            self.paragraphs += 1
            self.lines.part(PARAGRAPH)
        elif name == "table-row":
            self.lines.row()
        elif name == "table-cell":
            self.lines.cell()
        elif name == "note-citation":
            self.is_mark = True
        elif name == "note-body":
            self.lines = Lines()
        elif name in SIGNS and self.paragraphs:
            self.sign(name)

    def sign(self, name: str) -> None:
        """Take a sign that is no letter."""
        if SIGNS[name] == LINE:
            self.lines.part(LINE)
        else:
            self.lines.words(SIGNS[name])

    def end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif name in PARAGRAPHS:
            self.paragraphs -= 1
            self.lines.part(PARAGRAPH)
        elif name == "table-row":
            self.lines.end_row()
        elif name == "note-citation":
            self.is_mark = False
            self.lines.words(raised(self.mark))
        elif name == "note-body":
            note, self.lines = self.lines.text(), self.body
            self.body.note(self.mark, note)
            self.mark = ""

    def words(self, text: str) -> None:
        if self.is_mark and not self.left_out:
            self.mark += text
        elif self.paragraphs and not self.left_out:
            self.lines.words(BLANKS.sub(" ", text))
