"""The fast way to read a large file: events written in the plainest way are read by a regular expression.

An event is plain when each of its lines is `name: text`, the text being words, words in quotation marks, words
folded below `>-`, or words in [ ] and { }. It is read as libyaml would read it, at a third of the price of libyaml's
event objects. An event of which that is not certain is left to libyaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

import yaml

from diplotimeline.reading.builder import MAX_VALUES, Builder, Stop

WORTHWHILE = 32 * 1024
"""Below so many bytes the patterns cost more than they save."""

MAX_EVENT_BYTES = 64 * 1024

# From the line `events:` to the first entry; only blank lines and comments stand between them.
EVENTS = rb"events:\n(?:[ ]*(?:#[^\n]*)?\n)*(?=((?:[ ][ ])?)- )"
# What stands before is a block group, known by its first line, or nothing.
BLOCK_GROUP = rb"(?:[ ]*(?:#[^\n]*)?\n)*(?:[a-z]+:[ \n]|\Z)"
BLANKS = (b"\t", b"\r")  # to YAML
DOCUMENT_ENDS = (b"\n---", b"\n...")  # no plain event has such a line

_WORDS = r"""-?\w[^][{},:#?"\n]*(?<! )"""  # within brackets: no comma, no colon
GROUP = rf"[a-z_]{{1,30}}: {_WORDS}(?:, [a-z_]{{1,30}}: {_WORDS})*"
_ITEM = rf"(?:{_WORDS}|\{{{GROUP}\}})"
ITEM = r"(?:\{([^}]*)\}|([^,]+))(?:, )?"
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


def read_plain(data: bytes, least: int = WORTHWHILE) -> dict[str, Any] | None:
    """The data of a file without mistakes, or None: then libyaml has to read the whole file as one text.

    Plain events are read here; what stands before the events, and all other events, by libyaml.
    """
    reader = PlainEvents.of(data) if len(data) >= least else None
    if reader is None:
        return None
    events, others = [], []
    for entry in reader.entries(data):
        events.append(reader.read(entry))
        if events[-1] is None:
            others.append(entry)
    head = data[: reader.head_ends]
    if any(end in text for text in (head, *others) for end in DOCUMENT_ENDS):
        return None
    above, rest = Builder([]), Entries([])
    try:
        root = above.build(head) or {}
        read = iter(rest.entries_of(others, reader.indent))
    except (yaml.YAMLError, Stop):
        return None
    values = above.values + rest.values + reader.values
    if above.findings or rest.findings or values >= MAX_VALUES or "events" in root:
        return None
    root["events"] = [next(read) if event is None else event for event in events]
    return root


class Entries(Builder):
    """Builds entries that were cut out of their file, and makes sure that no text of one runs on into the next."""

    def entries_of(self, entries: list[bytes], indent: str) -> list[Any]:
        """The groups that these entries hold. Raises `Stop` when they are not one group each."""
        if not entries:
            return []
        self.lines: list[int] = []
        dash = f"{indent}- ".encode()
        root = self.build(b"".join([b"events:\n", *[dash + entry for entry in entries]]))
        starts = accumulate((entry.count(b"\n") for entry in entries[:-1]), initial=1)
        if root.keys() != {"events"} or self.lines != list(starts) or len(root["events"]) != len(entries):
            raise Stop
        return list(root["events"])

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """Note the line in which an entry begins."""
        if len(self.stack) == 2 and isinstance(event, yaml.MappingStartEvent):
            assert event.start_mark is not None
            self.lines.append(event.start_mark.line)
        super().open(event)


class PlainEvents:
    """Reads the entries of one file's list of events. `values` counts the texts in those that were read.

    `head_ends` is where the line `events:` begins, `start` the first entry behind its dash, `indent` the blanks
    before each dash.
    """

    def __init__(self, head_ends: int, start: int, indent: str) -> None:
        self.head_ends = head_ends
        self.start = start
        self.indent = indent
        self.dash = f"\n{indent}- ".encode()
        self.line = f"\n{indent}  "
        self.fold = f"{self.line}  "
        items = re.sub("[ #]", r"\\\g<0>", rf"{_ITEM}(?:, {_ITEM})*")
        self.field = re.compile(FIELD.format(indent=r"\ " * (len(indent) + 2), items=items), re.VERBOSE)
        self.item = re.compile(ITEM)
        self.group = re.compile(GROUP)
        self.group_of = lru_cache(maxsize=4096)(self.new_group)  # the same places and participants come again and again
        self.names: dict[str, str] = {}  # a name is kept once, not with each event: a tenth of all memory
        self.values = 0

    @classmethod
    def of(cls, data: bytes) -> "PlainEvents | None":
        """A reader for this file; None when its events do not stand where they usually do."""
        head_ends = data.find(b"\nevents:\n") + 1
        events = re.compile(EVENTS).match(data, head_ends)
        starts_plainly = re.compile(BLOCK_GROUP).match(data, 0, head_ends)
        if events is None or starts_plainly is None or any(blank in data for blank in BLANKS):
            return None
        indent = events[1].decode()
        return cls(head_ends, events.end() + len(indent) + 2, indent)

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
                content = event[name] = self.read_items(items) if items else self.read_group(pairs)
                if content is None:
                    return None
                values += _values(items or pairs) - 1
            else:
                event[name] = double or single
        if len(event) != len(fields) or lines != text.count("\n") - 1:
            return None
        self.values += values
        return event

    def read_items(self, items: str) -> list[Any] | None:
        """The list that these items make; None when a group among them is not plain."""
        if "{" not in items:
            return items.split(", ")
        content = [self.read_group(group) if group else word for group, word in self.item.findall(items)]
        return None if None in content else content

    def read_group(self, pairs: str) -> dict[str, str] | None:
        """The group that these pairs make, a new one each time; None when they are not plain or a name stands twice."""
        group = self.group_of(pairs)
        return group and group.copy()

    def new_group(self, pairs: str) -> dict[str, str] | None:
        """What `read_group` gives for pairs that it has not met lately."""
        if not self.group.fullmatch(pairs):
            return None
        group = dict([pair.split(": ") for pair in pairs.split(", ")])
        return group if len(group) == pairs.count(":") else None


def _values(words: str) -> int:
    """How many texts stand in brackets: commas separate words or pairs, a colon makes two of one."""
    return 1 + words.count(",") + words.count(":")
