"""The text of a Word document (DOCX)."""

import re
from collections.abc import Mapping
from zipfile import ZipFile

from diplotimeline.documents.lines import LINE, PARAGRAPH, Lines, raised
from diplotimeline.documents.parts import open_parts, read_part, walk
from diplotimeline.errors import CallError

DOCUMENT = re.compile(r"word/document[0-9]*\.xml")
# Moved and deleted words, and what older programs show in the place of a drawing.
LEFT_OUT = frozenset(("moveFrom", "del", "Fallback"))
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
SIGNS = {"tab": "\t", "noBreakHyphen": "\u2011", "br": LINE, "cr": LINE}
OFF = ("0", "false", "off", "none")


def text(data: bytes, _encoding: str) -> str:
    """The text of a document: paragraphs, tables, text boxes, and its notes at the end; without deleted words."""
    parts = open_parts(data)
    name = next((name for name in parts.namelist() if DOCUMENT.fullmatch(name)), "")
    if not name:
        raise CallError("it is damaged: its text is missing", "save the document again")
    reader = _Reader()
    walk(read_part(parts, name), reader.start, reader.end, reader.words)
    notes = {kind: _notes(parts, kind) for kind in NOTES.values()}
    for number, (kind, id) in enumerate(reader.references, start=1):
        reader.lines.note(str(number), notes[kind].get(id, ""))
    return reader.lines.text()


def _notes(parts: ZipFile, kind: str) -> Mapping[str, str]:
    """The notes of a kind, by their ids."""
    reader = _Reader(kind)
    xml = read_part(parts, f"word/{kind}s.xml")
    if xml:
        walk(xml, reader.start, reader.end, reader.words)
    return {id: lines.text() for id, lines in reader.notes.items()}


class _Reader:
    """Takes the elements of a part in their order; with `note` each note of that kind on its own."""

    def __init__(self, note: str = "") -> None:
        self.note = note
        self.notes: dict[str, Lines] = {}
        self.lines = Lines()
        self.references: list[tuple[str, str]] = []
        self.left_out = 0
        self.in_text = False
        self.align = ""
        self.is_hidden = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if self.left_out or name in LEFT_OUT:
            self.left_out += 1
        elif name == "t":
            self.in_text = True
        elif name == self.note:
            self.lines = self.notes[given.get("id", "")] = Lines()
        elif name in NOTES:
            self.references.append((NOTES[name], given.get("id", "")))
            self.lines.words(raised(str(len(self.references))))
        elif name in SIGNS:
            self.sign(name, given)
        else:
            self.form(name, given)

    def sign(self, name: str, given: Mapping[str, str]) -> None:
        """Take a sign that is no letter. Among the tab stops of a paragraph's form `tab` has a value and is none."""
        if SIGNS[name] == LINE:
            self.lines.part(LINE)
        elif "val" not in given:
            self.lines.words(SIGNS[name])

    def form(self, name: str, given: Mapping[str, str]) -> None:
        """Take what gives words their form: paragraphs, rows, cells, superscripts and hidden words."""
        if name == "p":
            self.lines.part(PARAGRAPH)
        elif name == "tr":
            self.lines.row()
        elif name == "tc":
            self.lines.cell()
        elif name == "r":
            self.align, self.is_hidden = "", False
        elif name == "vertAlign":
            self.align = given.get("val", "")
        elif name == "vanish":
            self.is_hidden = given.get("val", "") not in OFF

    def end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif name == "t":
            self.in_text = False
        elif name == "p":
            self.lines.part(PARAGRAPH)
        elif name == "tr":
            self.lines.end_row()
        elif name == "r":
            self.align, self.is_hidden = "", False

    def words(self, text: str) -> None:
        if self.in_text and not self.left_out and not self.is_hidden:
            if self.align == "subscript":
                self.lines.lowered(text)
            else:
                self.lines.words(raised(text) if self.align == "superscript" else text)
