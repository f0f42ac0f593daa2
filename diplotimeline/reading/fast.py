"""Events written in the plainest way, cut out and read by a regular expression.

An event is plain when each of its lines is `name: text`, the text being words, words in quotation marks, words
folded below `>-`, or words in [ ] and { }. It is read as libyaml would read it, at a third of the price of libyaml's
event objects; whatever is not certain is no plain event, and libyaml's to read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

MAX_EVENT_BYTES = 64 * 1024

# From the line `events:` to the first entry; only blank lines and comments stand between them.
EVENTS = re.compile(rb"events:\n(?:[ ]*(?:#[^\n]*)?\n)*(?=((?:[ ][ ])?)- )")
# What stands before is a block group, known by its first line, or nothing.
BLOCK_GROUP = re.compile(rb"(?:[ ]*(?:#[^\n]*)?\n)*(?:[a-z]+:[ \n]|\Z)")
BLANKS = (b"\t", b"\r")  # to YAML
DOCUMENT_ENDS = (b"\n---", b"\n...")  # no plain event has such a line

_WORDS = r"""-?\w[^][{},:#?"\n]*(?<! )"""  # within brackets: no comma, no colon
_PAIRS = rf"[a-z_]{{1,30}}: {_WORDS}(?:, [a-z_]{{1,30}}: {_WORDS})*"
_ITEM = rf"(?:{_WORDS}|\{{{_PAIRS}\}})"
FIELD = r"""
    \n{indent} ([a-z_]{{1,30}}) :
    (?: [ ] ( \w [^\n:#]* (?: : (?=\S) [^\n:#]* )* ) (?<! [ ] )
      | [ ] " ( [^"\\\n]* ) "
      | [ ] ' ( [^'\n]* ) '
      | [ ] >- ( (?: \n{indent}[ ][ ] \S (?: [^\n]* \S )? )+ )
      | [ ] \[ ( {items} ) \]
      | [ ] \{{ ( [^}}\n]+ ) \}}
    ) (?= \n )
"""
GROUP = re.compile(_PAIRS)
ITEM = re.compile(r"(?:\{([^}]*)\}|([^,]+))(?:, )?")


class Layout(NamedTuple):
    """Where the line `events:` and the first entry begin, and the blanks before each dash."""

    head_ends: int
    start: int
    indent: str


def layout(data: bytes) -> Layout | None:
    """Where the events of a file stand; None when they do not stand where they usually do."""
    head_ends = data.find(b"\nevents:\n") + 1
    events = EVENTS.match(data, head_ends)
    if events is None or BLOCK_GROUP.match(data, 0, head_ends) is None or any(blank in data for blank in BLANKS):
        return None
    return Layout(head_ends, events.end(), events[1].decode())


class PlainEvents:
    """Reads the entries of one file. `values` counts the texts in those that were read."""

    def __init__(self, found: Layout) -> None:
        self.dash = f"\n{found.indent}- ".encode()
        self.start = found.start + len(self.dash) - 1
        blanks = r"\ " * (len(found.indent) + 2)
        items = re.sub("[ #]", r"\\\g<0>", rf"{_ITEM}(?:, {_ITEM})*")
        self.field = re.compile(FIELD.format(indent=blanks, items=items), re.VERBOSE)
        self.line = f"\n{found.indent}  "
        self.fold = f"{self.line}  "
        self.names: dict[str, str] = {}  # a name is kept once, not with each event: a tenth of all memory
        self.values = 0

    def entries(self, data: bytes) -> Iterator[bytes]:
        """The entries, each without its dash and with the end of its last line."""
        start, step = self.start, len(self.dash)
        while (end := data.find(self.dash, start)) >= 0:
            yield data[start : end + 1]
            start = end + step
        yield data[start:]

    def read(self, entry: bytes) -> dict[str, Any] | None:
        """The fields of an entry; None when it is not plain."""
        if len(entry) > MAX_EVENT_BYTES:
            return None
        text = self.line + entry.decode().rstrip("\n") + "\n"
        if "null" in text:  # no text, where it stands alone
            return None
        fields = self.field.findall(text)
        event: dict[str, Any] = {}
        lines = len(fields)
        values = 2 * lines
        for written, words, double, single, folded, items, pairs in fields:
            name = self.names.setdefault(written, written)
            if words:
                event[name] = words
            elif folded:
                event[name] = folded[len(self.fold) :].replace(self.fold, " ")
                lines += folded.count("\n")
            elif items or pairs:
                content = event[name] = _items(items) if items else _group(pairs)
                if content is None:
                    return None
                values += _values(items or pairs) - 1
            else:
                event[name] = double or single
        if len(event) != len(fields) or lines != text.count("\n") - 1:
            return None
        self.values += values
        return event


def _group(pairs: str) -> dict[str, str] | None:
    """The group of these pairs, one of its own; None when they are not plain or a name stands twice."""
    group = _read_group(pairs)
    return group and group.copy()


@lru_cache(maxsize=4096)  # the same places and participants come again and again
def _read_group(pairs: str) -> dict[str, str] | None:
    if not GROUP.fullmatch(pairs):
        return None
    group = dict([pair.split(": ") for pair in pairs.split(", ")])
    return group if len(group) == pairs.count(":") else None


def _items(items: str) -> list[Any] | None:
    if "{" not in items:
        return items.split(", ")
    content = [_group(group) if group else word for group, word in ITEM.findall(items)]
    return None if None in content else content


def _values(words: str) -> int:
    """How many texts stand in brackets: commas separate words or pairs, a colon makes two of one."""
    return 1 + words.count(",") + words.count(":")
