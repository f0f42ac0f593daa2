"""The text of an RTF document."""

import codecs
import re
from dataclasses import dataclass, replace

from diplotimeline.documents.encodings import codec
from diplotimeline.documents.lines import LINE, PARAGRAPH, Lines, raised

TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<words>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    b" filetbl listtable listoverridetable revtbl rsidtbl themedata datastore xmlnstbl fldinst annotation atnid"
    b" atnauthor latentstyles generator nonshppict ftnsep ftnsepc aftnsep aftnsepc pntext".split()
)
KEPT = frozenset(b"shptxt shppict fldrslt".split())  # of the groups that a reader may pass over
SIGNS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
    b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\",
}  # fmt: skip
PARTS = {b"par": PARAGRAPH, b"sect": PARAGRAPH, b"page": PARAGRAPH, b"line": LINE, b"\n": PARAGRAPH, b"\r": PARAGRAPH}
CODE_PAGES = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
CHARSETS = {
    0: "", 1: "", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What holds for the words of a group, and for the groups within it until they say otherwise."""

    left_out: bool = False
    in_fonts: bool = False
    is_note: bool = False
    is_raised: bool = False
    is_lowered: bool = False
    font: int = -1
    replacements: int = 1


def text(data: bytes, _encoding: str) -> str:
    """The text of a document: paragraphs, tables, and its notes at the end; without hidden and deleted words."""
    reader = _Reader()
    place = 0
    while match := TOKEN.search(data, place):
        place = match.end()
        if match["word"] == b"bin":  # so many bytes of a picture follow
            place += max(0, int(match["number"] or 0))
        reader.take(match)
    reader.flush()
    while reader.forms:  # of a file that ends too early
        reader.close()
    return reader.body.text()


class _Reader:
    """Takes the tokens of a document in their order."""

    def __init__(self) -> None:
        self.lines = self.body = Lines()
        self.form = Form()
        self.forms: list[Form] = []
        self.code_page = "cp1252"
        self.font_pages: dict[int, str] = {}
        self.bytes = bytearray()
        self.units: list[int] = []
        self.to_pass = 0
        self.begins = False
        self.may_be_unknown = False

    def take(self, match: re.Match[bytes]) -> None:
        """Take one token. What a group is, its first word says, or the one behind a first `*`."""
        begins, self.begins = self.begins, bool(match["open"]) or (self.begins and match["sign"] == b"*")
        if not any(match.groups()):  # a line end in the notation
            self.begins = begins
        if match["byte"]:
            self.byte(int(match["byte"], 16))
        elif match["words"]:
            self.letters(match["words"])
        elif match["open"]:
            self.forms.append(self.form)
            self.to_pass = 0
        elif match["close"]:
            self.close()
        elif match["word"]:
            self.word(match["word"], match["number"], begins=begins)
        elif match["sign"]:
            self.word(match["sign"], None, begins=begins)

    def close(self) -> None:
        """End a group: what held before it holds again; a note goes to the end of the text."""
        self.to_pass = 0
        if not self.forms:
            return
        self.flush()
        before = self.forms.pop()
        if self.form.is_note and not before.is_note:
            self.body.note("", self.lines.text())
            self.lines = self.body
        self.form = before

    def word(self, name: bytes, number: bytes | None, *, begins: bool) -> None:
        """Take a word of the notation."""
        value = int(number) if number else None
        may_be_unknown, self.may_be_unknown = self.may_be_unknown, begins and name == b"*"
        if name == b"*":
            return
        if begins and (name in LEFT_OUT or (may_be_unknown and name not in KEPT)):
            self.form = replace(self.form, left_out=True, in_fonts=name == b"fonttbl")
        elif name == b"u" and value is not None:
            self.unit(value % 65536)
        elif self.to_pass and (name in SIGNS or name in PARTS):
            self.to_pass -= 1
        elif name in SIGNS:
            self.words(SIGNS[name])
        else:
            self.flush()
            self.setting(name, value)

    def setting(self, name: bytes, value: int | None) -> None:
        """Take a word that parts words, or says how those behind it are to be read."""
        if name in PARTS:
            if not self.form.left_out:
                self.lines.part(PARTS[name])
        elif name in {b"cell", b"nestcell"}:
            self.lines.cell()
        elif name == b"trowd":
            self.lines.row()
        elif name in {b"row", b"nestrow"}:
            self.lines.end_row()
        elif name == b"footnote" and not self.form.is_note and not self.form.left_out:
            self.form = replace(self.form, is_note=True)
            self.lines = Lines()
        elif name == b"chftn":
            number = len(self.body.notes) + 1
            self.words(raised(str(number)) + (" " if self.form.is_note else ""))
        else:
            self.reading(name, value)

    def reading(self, name: bytes, value: int | None) -> None:
        """Take a word that says how the letters behind it are to be read."""
        if name in CODE_PAGES:
            self.code_page = CODE_PAGES[name]
        elif name == b"ansicpg" and value:
            self.code_page = codec(f"cp{value}" if value != 65001 else "utf-8") or self.code_page
        elif name in {b"f", b"deff"} and value is not None:
            self.form = replace(self.form, font=value)
        elif name == b"fcharset" and self.form.in_fonts and value is not None:
            self.font_pages[self.form.font] = CHARSETS.get(value, "")
        elif name == b"uc" and value is not None:
            self.form = replace(self.form, replacements=value)
        elif name in {b"v", b"deleted"}:
            self.form = replace(self.form, left_out=value != 0)
        elif name in {b"super", b"nosupersub", b"sub"}:
            up, down = (name == one and value != 0 for one in (b"super", b"sub"))
            self.form = replace(self.form, is_raised=up, is_lowered=down)
        elif name == b"plain":
            self.form = replace(self.form, is_raised=False, is_lowered=False)

    def unit(self, number: int) -> None:
        """Take a code unit of UTF-16; so many signs behind it stand for it in programs that do not know it."""
        self.flush_bytes()
        if not self.form.left_out:
            self.units.append(number)
        self.to_pass = self.form.replacements

    def byte(self, number: int) -> None:
        """Take a byte in the code page."""
        if self.to_pass:
            self.to_pass -= 1
        elif not self.form.left_out:
            self.flush_units()
            self.bytes.append(number)

    def letters(self, letters: bytes) -> None:
        """Take letters, which are bytes in the code page too."""
        passed = min(self.to_pass, len(letters))
        self.to_pass -= passed
        if not self.form.left_out and letters[passed:]:
            self.flush_units()
            self.bytes += letters[passed:]

    def words(self, words: str) -> None:
        self.flush()
        if not self.form.left_out:
            self.lines.words(words)

    def flush(self) -> None:
        """Take the words of all letters that wait; at most one kind of them does."""
        self.flush_bytes()
        self.flush_units()

    def flush_bytes(self) -> None:
        if self.bytes:
            page = self.font_pages.get(self.form.font) or self.code_page
            words, self.bytes = codecs.decode(bytes(self.bytes), page, "replace"), bytearray()
            if self.form.is_lowered:
                self.lines.lowered(words)
            else:
                self.lines.words(raised(words) if self.form.is_raised else words)

    def flush_units(self) -> None:
        if self.units:
            units, self.units = self.units, []
            self.lines.words(b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le", "replace"))
