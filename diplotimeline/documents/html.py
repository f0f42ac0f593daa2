"""The text of a web page, as a browser shows it, without its scripts, styles and navigation."""

import re
from html.parser import HTMLParser

from diplotimeline.documents.encodings import codec, decode
from diplotimeline.documents.lines import BLANKS, LINE, PARAGRAPH, Lines, raised
from diplotimeline.files import blocks

PARTED, IN_LINES, ROWS, CELLS, LEFT_OUT, EMPTY = (
    frozenset(" ".join(lines).split()) for lines in blocks("documents/tags.txt")
)
HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
QUOTED = {True: "“", False: "”"}
DECLARED = (
    re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]+)"),
    re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE),
)
DECLARED_WITHIN = 8192


def text(data: bytes, encoding: str, declared: str = "") -> str:
    """The text of a page, in the encoding given, else that of its e-mail or the one that it names itself."""
    start = data[:DECLARED_WITHIN]
    own = [found[1].decode("latin-1") for pattern in DECLARED if (found := pattern.search(start))]
    # A declaration that can be read as single bytes is not in UTF-16, whatever it says.
    names = ["utf-8" if codec(name).startswith("utf-16") else name for name in own]
    return text_of(decode(data, encoding, [declared] if declared else names))


def text_of(page: str) -> str:
    """The text of a page's source.

    An element that is left out and never closed would take the rest of the page with it: then it is kept.
    """
    kept = frozenset(("html", "body"))  # hidden at times until the page's script has run
    while True:
        reader = _Reader(kept)
        reader.feed(page)
        reader.close()
        if reader.skipped in ("", "script", "style"):
            return reader.finished()
        kept |= {reader.skipped}


class _Reader(HTMLParser):
    """Takes the tags and words of a page in their order; elements whose tag is in `kept` are never left out."""

    def __init__(self, kept: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.kept = kept
        self.lines = Lines()
        self.skipped = ""
        self.depth = 0
        self.preformatted = 0
        self.superscript: list[str] | None = None
        self.subscripts = 0

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - nobody asks for lines, and they take a tenth of the time
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped:
            self.depth += tag == self.skipped
        elif tag not in self.kept and (tag in LEFT_OUT or (attrs and tag not in EMPTY and _is_unseen(attrs))):
            self.skipped, self.depth = tag, 1
        elif tag == "sup":
            self.superscript = []
        else:
            self.preformatted += tag == "pre"
            self.subscripts += tag == "sub"
            self.part(tag, begins=True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in LEFT_OUT or tag in self.kept:  # of a self-closed element nothing has to be left out
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.depth -= tag == self.skipped
            if not self.depth:
                self.skipped = ""
        elif tag == "sup":
            self.end_superscript()
        else:
            self.preformatted -= tag == "pre" and self.preformatted > 0
            self.subscripts -= tag == "sub" and self.subscripts > 0
            self.part(tag, begins=False)

    def part(self, tag: str, *, begins: bool) -> None:
        """Part the words before a tag from those behind it, as this tag does."""
        if tag in PARTED:
            self.end_superscript()
            self.subscripts = 0
            self.lines.part(PARAGRAPH)
        elif tag in IN_LINES:
            self.lines.part(LINE)
        elif tag in CELLS:
            if begins:
                self.lines.cell()
        elif tag in ROWS:
            self.lines.row() if begins else self.lines.end_row()
        elif tag == "q":
            self.words(QUOTED[begins])

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words(data)

    def words(self, data: str) -> None:
        """Take words; in preformatted text line ends count, anywhere else they are blanks."""
        if self.superscript is not None:
            self.superscript.append(data)
        elif self.preformatted:
            self.lines.words(data)
        else:
            self.spaced(BLANKS.sub(" ", data))

    def spaced(self, data: str) -> None:
        """Take words with single blanks between them."""
        words = data.strip(" ")
        if data.startswith(" "):
            self.lines.part(" ")
        (self.lines.lowered if self.subscripts else self.lines.words)(words)
        if words and data.endswith(" "):
            self.lines.part(" ")

    def end_superscript(self) -> None:
        """Take the words of a superscript that ends here, if one is open."""
        if self.superscript is not None:
            data, self.superscript = "".join(self.superscript), None
            self.words(raised(data))

    def finished(self) -> str:
        self.end_superscript()
        return self.lines.text()


def _is_unseen(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether these attributes make an element one of navigation, or one that a browser does not show."""
    given = dict(attrs)
    is_hidden = "hidden" in given or HIDDEN.search(given.get("style") or "") is not None
    return is_hidden or given.get("role") == "navigation"
