"""HTML in cells to plain text."""

import re
from html import unescape
from html.parser import HTMLParser

from diplotimeline.files import blocks

# What stands in angle brackets and is none of these is text: `<Free Ardelia>`.
ELEMENTS = frozenset(name for lines in blocks("importing/elements.txt") for line in lines for name in line.split())
ENDS_A_LINE = frozenset(("br", "p", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))
TAG = re.compile(rf"</?(?:{'|'.join(sorted(ELEMENTS, key=len, reverse=True))})(?:[\s/][^<>]*)?>|<!--", re.IGNORECASE)
ENTITY = re.compile("&(?:[a-zA-Z]{2,8}|#[0-9]{1,6});")


class _Stripped(HTMLParser):
    """The text of a piece of HTML, and the addresses of its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in ELEMENTS:
            self.text.append(self.get_starttag_text() or "")
        elif tag in ENDS_A_LINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ELEMENTS:
            self.text.append(f"</{tag}>")


def without_html(cell: str) -> tuple[str, list[str]]:
    """The text of a cell without its HTML, and the addresses that its links had."""
    if not TAG.search(cell):
        return (unescape(cell) if ENTITY.search(cell) else cell), []
    stripped = _Stripped(_without_comments(cell))
    lines = (" ".join(line.split()) for line in "".join(stripped.text).split("\n"))
    return "\n".join(filter(None, lines)), stripped.links


def _without_comments(cell: str) -> str:
    """The text without comments, for which the library takes the square of their number; one without end is text."""
    first, *rest = cell.split("<!--")
    ended = (part.partition("-->") for part in rest)
    return first + "".join(after if end else f"&lt;!--{before}" for before, end, after in ended)
