"""The fast way to read a large file: events written in a plain way are read line by line.

A line is plain when it is `name: value`, `- name: value`, `- value`, a `name:` with plain lines below it, a comment, or
blank; a value is words, words in quotation marks, words folded below `>-`, or plain values in [ ] and { }. Such events
are read as libyaml would read them, at a quarter of the price of libyaml's event objects. An event of which that is not
certain is left to libyaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from sys import intern
from typing import Any

import yaml

from diplotimeline.reading.builder import MAX_SCALAR, MAX_VALUES, Builder, Stop

MAX_EVENT_BYTES = 64 * 1024
DEEPEST = 8
"""So many levels by indentation and fewer by brackets are read here: together less than a file may have."""
MOST_KEPT = 4096
ANOTHER = "-"
"""Blanks that no line begins with: the next one belongs to another block."""

COMMENTS = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*")
# From the line `events:` to the first entry; only blank lines and comments stand between them.
EVENTS = rb"events:\n(?:[ ]*(?:#[^\n]*)?\n)*(?=((?:[ ][ ])?)- )"
# What stands before is a block group, known by its first line, or nothing.
BLOCK_GROUP = rb"(?:[ ]*(?:#[^\n]*)?\n)*(?:[a-z]+:[ \n]|\Z)"
BLANKS = (b"\t", b"\r")  # to YAML
DOCUMENT_ENDS = (b"\n---", b"\n...")  # no plain event has such a line

# Blanks and a dash or none, then a name with what follows it.
NAME = "[A-Za-z_][A-Za-z0-9_-]{0,59}+"
HEAD = re.compile(rf"([ ]*(?:- )?)(?:({NAME})(:?)\Z)?")
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~ ")
"""With one of these a value begins that is something else than words, or needs a closer look."""
WORDS = re.compile(r"""(?!null\Z)-?[^]?:,[{}#&*!|>'"%@`~ -](?:[^:#]|:(?! |\Z)|(?<! )#)*(?<! )""")
QUOTED = re.compile(r"""("[^"\\]*")|('[^']*')""")
IN_BRACKETS = r"[\[{][^]\[{}]*+[]}]"
for _ in range(3):
    IN_BRACKETS = rf"[\[{{](?:[^]\[{{}}]++|{IN_BRACKETS})*+[]}}]"
WORDS_IN_BRACKETS = r"""(?!null(?:,|\Z))-?\w[^]\[{},:#?"]*+(?<! )|"[^"\\]*+\""""
# Within brackets: a name or none, then words or brackets; any sign that belongs to neither is a match of its own.
ITEM = re.compile(rf"(?:({NAME}): )?(?:({WORDS_IN_BRACKETS})|({IN_BRACKETS}))(?:, |\Z)|.")


def read_plain(data: bytes, odd: set[int]) -> dict[str, Any] | None:
    """The data of a file without mistakes, or None: then libyaml has to read the whole file as one text.

    What is written plainly is read here, all other entries by libyaml: their numbers are added to `odd`.
    """
    reader = PlainEvents.of(data)
    if reader is None:
        return None
    events, others = [], []
    for number, entry in enumerate(reader.entries(data)):
        events.append(reader.read(entry))
        if events[-1] is None:
            others.append(entry)
            odd.add(number)
    head = data[: reader.head_ends]
    if any(end in text for text in (head, *others) for end in DOCUMENT_ENDS):
        return None
    above, rest = Builder([]), Entries([])
    try:
        root = reader.read_head(head) or above.build(head) or {}
        read = iter(rest.entries_of(others, reader.indent))
    except (yaml.YAMLError, Stop):
        return None
    values = above.values + rest.values + reader.values
    if above.findings or rest.findings or values >= MAX_VALUES or "events" in root:
        return None
    root["events"] = [next(read) if event is None else event for event in events]
    return root


class Uncertain(Exception):  # noqa: N818 - not an error: libyaml reads it
    """Raised when it is not certain that libyaml would read something in the way of this module."""


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
        self.margin = f"{indent}  "
        self.heads = Heads()
        # The same participants come again and again.
        self.in_brackets = lru_cache(maxsize=MOST_KEPT)(self.new_in_brackets)
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
        return self.read_part(self.margin + entry.decode().rstrip("\n") + "\n", self.margin) or None

    def read_head(self, head: bytes) -> dict[str, Any] | None:
        """What stands before the events, field by field; None when it has to be read as one text."""
        root: dict[str, Any] = {}
        before = self.values
        try:
            for field in split("", head.decode()):
                add(root, self.read_part(field, "") or self.read_register(field))
        except (Uncertain, Stop, yaml.YAMLError):
            self.values = before
            return None
        return root

    def read_part(self, text: str, margin: str) -> dict[str, Any]:
        """The fields in these lines; empty when they are not plain."""
        try:
            return self.read_lines(text, margin)
        except Uncertain:
            return {}

    def read_register(self, text: str) -> dict[str, Any]:
        """Actors or sources, of which libyaml reads those that are not plain, each by itself."""
        name, _, entries = text.partition(":\n")
        register: dict[str, Any] = {}
        self.values += 1
        for entry in split("  ", entries):
            add(register, self.read_part(entry, "  ") or self.read_alone(entry))
        return {name: register}

    def read_alone(self, text: str) -> dict[str, Any]:
        """What libyaml reads in these lines. Raises `Uncertain`, `Stop` or yaml's own error."""
        builder = Builder([])
        data = builder.build(text.encode())
        if builder.findings or not isinstance(data, dict):
            raise Uncertain
        self.values += builder.values
        return data

    def read_lines(self, text: str, margin: str) -> dict[str, Any]:
        """The fields that stand in these lines behind so many blanks. Raises `Uncertain`."""
        event: dict[str, Any] = {}
        block = event
        blocks: list[tuple[str, Any]] = [(margin, event)]
        heads, waiting, after, sharp = self.heads, "", 0, "#" in text
        lines = text.split("\n")
        values = 2 * len(lines)
        for number, line in enumerate(lines):
            if number < after or not line:  # folded, or blank
                values -= 2
                continue
            head, colon, value = line.partition(": ")
            before, name, ends = heads[head]
            if before != margin or ends != colon:
                if sharp and line.lstrip(" ").startswith("#") and len(before) <= len(blocks[-1][0]):
                    values -= 2
                    continue
                margin, block = enter(blocks, before, waiting, named=ends == colon)
                waiting = ""
                if ends != colon:
                    value, count = self.value(line[len(before) :])
                    block.append(value)
                    values += count - 2
                    continue
            if name in block:
                raise Uncertain
            if not value:
                waiting, margin = name, ANOTHER
                values -= 1
            elif (
                value[0] not in INDICATORS
                and ":" not in value
                and value[-1] != " "
                and value != "null"
                and not (sharp and "#" in value)
            ):
                block[name] = value
            elif value == ">-":
                block[name], after = folded(lines, number + 1, len(margin))
            else:
                block[name], count = self.value(value)
                values += count - 1
        if waiting or not event:
            raise Uncertain
        self.values += values
        return event

    def value(self, text: str) -> tuple[Any, int]:
        """What a text stands for that may be more than mere words, and how many texts that are. Raises `Uncertain`."""
        if text.startswith(("[", "{")):
            return self.in_brackets(text)
        if QUOTED.fullmatch(text):
            return text[1:-1], 1
        if WORDS.fullmatch(text):
            return text, 1
        raise Uncertain

    def new_in_brackets(self, text: str) -> tuple[Any, int]:
        """The list or group in brackets, and how many texts stand in it. Raises `Uncertain`.

        The same text gives the same list or group again: nobody changes it.
        """
        is_list, end = text[0] == "[", len(text) - 1
        block: Any = [] if is_list else {}
        texts = 0
        for name, words, brackets in ITEM.findall(text, 1, end):
            if bool(name) is is_list or not (words or brackets):
                raise Uncertain
            value, count = self.in_brackets(brackets) if brackets else (words.strip('"'), 1)
            texts += count
            if is_list:
                block.append(value)
            elif name in block:
                raise Uncertain
            else:
                block[intern(name)] = value
                texts += 1
        if not block or text[end] != ("]" if is_list else "}"):
            raise Uncertain
        return block, texts


def split(blanks: str, text: str) -> list[str]:
    """A text in pieces, of which each begins with a name behind so many blanks. Raises `Uncertain`."""
    first, *pieces = re.split(rf"^(?={blanks}[A-Za-z_])", text, flags=re.MULTILINE)
    if not pieces or COMMENTS.fullmatch(first) is None or max(map(len, text.split("\n"))) > MAX_SCALAR:
        raise Uncertain
    return pieces


def add(group: dict[str, Any], one: dict[str, Any]) -> None:
    """Put one name with its value into a group. Raises `Uncertain`."""
    if len(one) != 1 or group.keys() & one.keys() or not re.fullmatch(NAME, "".join(one)):
        raise Uncertain
    group.update(one)


class Heads(dict[str, tuple[str, str, str | None]]):
    """What stands before the value of a line: its blanks and dash, the name, and what ends it.

    That is `": "` before a value in the same line, "" before a block. A line without a name is ended by None.
    """

    def __missing__(self, head: str) -> tuple[str, str, str | None]:
        match = HEAD.match(head)
        assert match is not None  # it may be empty
        before, name, colon = match.groups()
        parts = (before, intern(name), "" if colon else ": ") if name else (before, "", None)
        if len(self) < MOST_KEPT and len(head) < 64:
            self[head] = parts
        return parts


def enter(blocks: list[tuple[str, Any]], before: str, waiting: str, *, named: bool) -> tuple[str, Any]:
    """The block that a line belongs to, with the blanks before its lines; `blocks` are those that are open."""
    dash = before.endswith("- ")
    if not (named or dash):
        raise Uncertain
    if waiting:
        margin, outer = blocks[-1]
        if len(before) <= len(margin) + dash or len(blocks) > DEEPEST:
            raise Uncertain
        outer[waiting] = [] if dash else {}
        blocks.append((before, outer[waiting]))
    while blocks[-1][0] != before:
        blocks.pop()
        if not blocks:
            raise Uncertain
    if dash and named:
        group: dict[str, Any] = {}
        blocks[-1][1].append(group)
        blocks.append((" " * len(before), group))
    elif dash:
        return ANOTHER, blocks[-1][1]
    return blocks[-1]


def folded(lines: list[str], start: int, margin: int) -> tuple[str, int]:
    """The text of the lines from `start` on that are folded below `>-`, and the number of the line after them."""
    depth = len(lines[start]) - len(lines[start].lstrip(" "))
    blanks, end = " " * depth, start
    while lines[end].startswith(blanks) and lines[end][depth:] and lines[end][depth] != " " and lines[end][-1] != " ":
        end += 1
    if depth <= margin or end == start:
        raise Uncertain
    text = " ".join([line[depth:] for line in lines[start:end]])
    if len(text) > MAX_SCALAR:
        raise Uncertain
    return text, end
