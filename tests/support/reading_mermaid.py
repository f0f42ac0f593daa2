"""A `timeline` diagram read by the rules of Mermaid's own parser (11.17.2): its preparation, its lexer, its entities.

What is odd here is odd there: a colon with a blank behind it begins another event, a hash ends a period, and two signs
that Mermaid uses for entities inside itself turn into others.
"""

import re
from dataclasses import dataclass, field
from html import unescape

DIRECTIVE = re.compile(r"%{2}{\s*(?:(\w+)\s*:|(\w+))")
COMMENT = re.compile(r"^\s*%%(?!\{)[^\n]+\n?", re.MULTILINE)
STYLES = re.compile(r"(style.*:\S*#.*|classDef.*:\S*#.*);")
ENTITY = re.compile(r"#(\+?[0-9]+|\w+);", re.ASCII)
STATUS = re.compile("(?:Alleged|Disputed|Planned): ")
# In the order in which the lexer tries them: the first that matches wins, however short.
RULES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("skipped", r"%(?!\{)[^\n]*|[^}]%%[^\n]*|\s+|#[^\n]*"),
        ("timeline", r"timeline[ \t]+TD\b|timeline\b"),
        ("title", r"title\s[^\n]+"),
        ("invalid", r"accTitle\s*:|accDescr\s*[:{]"),
        ("section", r"section\s[^:\n]+"),
        ("event", r":\s(?:[^:\n]|:(?!\s))+"),
        ("period", r"[^#:\n]+"),
    )
)


@dataclass(slots=True)
class Diagram:
    """What Mermaid draws: the title, and section, period and boxes of each period."""

    title: str = ""
    sections: list[str] = field(default_factory=list)
    periods: list[tuple[str, str, list[str]]] = field(default_factory=list)

    @property
    def boxes(self) -> list[str]:
        """The texts of all events."""
        return [box for _, _, boxes in self.periods for box in boxes]


def read(text: str) -> Diagram:
    """The diagram that Mermaid makes of a text; fails where Mermaid does."""
    assert not DIRECTIVE.search(text)
    rest = ENTITY.sub(_encoded, STYLES.sub(r"\1", COMMENT.sub("", text).lstrip())) + "\n"
    assert rest.startswith("timeline TD\n")
    diagram, position = Diagram(), 0
    while position < len(rest):
        kind, match = next((kind, match) for kind, rule in RULES if (match := rule.match(rest, position)))
        position = match.end()
        _add(diagram, kind, decoded(match[0]))
    return diagram


def titles(text: str) -> list[str]:
    """The titles of the events, without the status that stands before those which are not established."""
    return [STATUS.sub("", box, count=1) for box in read(text).boxes]


def comments(text: str) -> list[str]:
    """What stands below the boxes and the diagram, for those who read its text."""
    return [decoded(ENTITY.sub(_encoded, line.strip()[3:])) for line in text.splitlines() if line.strip()[:2] == "%%"]


def plain(data: bytes) -> str:
    """Everything that a reader of the file sees, comments too."""
    return re.sub(r"#([0-9]+);", lambda match: chr(int(match[1])), data.decode())


def _encoded(match: re.Match[str]) -> str:
    return f"ﬂ°{'°' if match[1].lstrip('+').isdigit() else ''}{match[1]}¶ß"


def decoded(text: str) -> str:
    """A text as a browser shows it once Mermaid has put its entities back."""
    for inner, outer in (("&", "&amp;"), ("ﬂ°°", "&#"), ("ﬂ°", "&"), ("¶ß", ";")):
        text = text.replace(inner, outer)
    return unescape(text)


def _add(diagram: Diagram, kind: str, text: str) -> None:
    assert kind != "invalid"
    if kind == "title":
        diagram.title = text[6:]
    elif kind == "section":
        diagram.sections.append(text[8:])
    elif kind == "period":
        diagram.periods.append((diagram.sections[-1], text.strip(), []))
    elif kind == "event":
        diagram.periods[-1][2].append(text[2:].strip())
