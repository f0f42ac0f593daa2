"""A web page read as a browser reads it: a tree of elements, found by their tag and class, with their texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "wbr", "br", "hr", "img", "link"}
UNSEEN = {"style", "script"}
# The parts of a drawing that hold nothing close themselves, as XML has it.
SHAPES = {"path", "use"}


@dataclass(slots=True)
class Element:
    """An element with its attributes, and what is in it: elements and texts."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, also what a browser does not show."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    def all(self, tag: str = "", name: str = "") -> Iterator["Element"]:
        """Every element in it with this tag and this class, in the order of the page."""
        for one in self.inside:
            if isinstance(one, Element):
                if tag in ("", one.tag) and (not name or name in one.attributes.get("class", "").split()):
                    yield one
                yield from one.all(tag, name)

    def one(self, tag: str = "", name: str = "") -> "Element":
        """The only such element."""
        (found,) = self.all(tag, name)
        return found


class _Reader(HTMLParser):
    """Builds the tree; fails where a browser would have to mend the page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]
        self.feed(html)
        self.close()
        assert len(self.open) == 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs)
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SHAPES
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(html: str) -> Element:
    """The page as a tree; fails where elements are not closed in their order or an attribute stands twice."""
    return _Reader(html).open[0]


def titles(html: str) -> list[str]:
    """The titles of the events as a reader sees them."""
    return [article.one("h4").text for article in read(html).all("article")]


def plain(data: bytes) -> str:
    """Everything that a reader sees, and where the links lead."""
    page = read(data.decode())
    links = [
        element.attributes[name] for element in page.all() for name in ("href", "cite") if name in element.attributes
    ]
    return "\n".join([_seen(page), *links])


def _seen(element: Element) -> str:
    if element.tag in UNSEEN:
        return ""
    return "".join(one if isinstance(one, str) else _seen(one) for one in element.inside)
