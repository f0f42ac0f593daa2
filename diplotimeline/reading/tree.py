"""YAML text to text-only data that still knows its lines. The only importer of yaml, with `positions`.

One small loop over libyaml's events decides everything that the format refuses: tags, anchors, duplicate keys, depth,
size. It never recurses, and lets nothing out but findings. No marks are kept: `positions` reads the text again, and
only when there is something to point at.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import yaml

from diplotimeline.characters import FORBIDDEN
from diplotimeline.problems import FILE_START, Finding, Route, Span
from diplotimeline.reading.text import clean_text, forbidden_character

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_FILE_BYTES = 256 * 1024 * 1024
WORTHWHILE = 32 * 1024
"""Below so many bytes the pattern of plain events costs more than it saves."""

SKELETON = "a timeline has 'title:', 'actors:', 'sources:' and 'events:', each at the beginning of a line"

MAX_VALUES = 4_000_000
MAX_DEPTH = 20
MAX_SCALAR = 64 * 1024
MAX_KEY = 128

EMPTY_HELP = "give it a value, or delete it; a text with a comma in { } or [ ] needs quotation marks"


class Stop(Exception):  # noqa: N818 - not an error: nothing more to read
    """Nothing more can be said of this file."""


class OtherKind(Stop):
    """The file is no timeline at all."""


_EMPTY = frozenset(("", "~", "null"))
_NO_KEY: Any = object()
DISCARD: Any = object()


class Builder:
    """One pass over libyaml's events. `stack` holds the open containers, each with the key that waits for a value."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.stack: list[tuple[Any, Any]] = []
        self.container: Any = []
        self.key: Any = _NO_KEY
        self.values = 0

    def build(self, data: bytes) -> Any:
        """The data of a whole text. What a scalar goes through stands in the loop: a call for each costs a tenth."""
        top = self.container
        scalar = yaml.ScalarEvent
        for event in yaml.parse(data, Loader=LOADER):
            if type(event) is not scalar:
                self.structure(event)
                continue
            value: Any = event.value
            style = event.style
            if event.tag is not None or event.anchor is not None or style == '"' or len(value) > MAX_KEY:
                self.inspect(event, value)
            self.values += 1
            if self.values > MAX_VALUES:
                self.stop(event, "yaml-syntax", f"the file holds more than {MAX_VALUES:,} values", "split it")
            container, key = self.container, self.key
            is_list = type(container) is list
            if key is _NO_KEY and not is_list:
                self.key = value if value not in container and value != "<<" else self.refuse_key(event, value)
                continue
            if not style and value in _EMPTY:
                value = None
                if self.stack:
                    self.empty()
            if is_list:
                container.append(value)
            else:
                if key is not DISCARD:
                    container[key] = value
                self.key = _NO_KEY
        return top[0] if top else None

    def structure(self, event: yaml.Event) -> None:
        """Everything that is no scalar: lists and groups begin and end."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.container, _ = self.stack.pop()
            self.key = _NO_KEY
        else:
            self.other(event)

    def empty(self) -> None:
        """A value that is not there; below a name that is not taken it does not matter."""
        if self.key is DISCARD or any(key is DISCARD for _, key in self.stack):
            return
        route = self.route()
        name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        subject = f"an entry of '{name}'" if isinstance(route[-1], int) else f"'{name}'"
        self.findings.append(Finding("empty-value", f"{subject} is empty", EMPTY_HELP, route, "key"))

    def open(self, event: yaml.CollectionStartEvent) -> None:
        new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        if not self.stack and type(new) is list:
            help = "begin with 'events:' and indent the list below it"
            self.findings.append(Finding("wrong-type", "the file is a list", help, span=span_of(event)))
            raise OtherKind
        if event.tag is not None or event.anchor is not None:
            self.refuse_node(event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop(event, "yaml-syntax", f"lists and groups are nested deeper than {MAX_DEPTH} levels", "")
        container = self.container
        if type(container) is list:
            container.append(new)
        elif self.key is _NO_KEY:
            self.stop(event, "wrong-type", "the name of a field is a text, not a list or group", "write 'name: value'")
        elif self.key is not DISCARD:
            container[self.key] = new
        self.stack.append((container, self.key))
        self.container, self.key = new, _NO_KEY

    def other(self, event: yaml.Event) -> None:
        """Aliases, and the beginnings and ends of documents."""
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias '*{event.anchor}' is not read"
            is_list = type(self.container) is list
            if not self.stack or (self.key is _NO_KEY and not is_list):
                self.stop(event, "yaml-syntax", message, "write the name itself")
            self.report(event, "yaml-syntax", message, "write the value itself")
            self.values += 1
            if is_list:
                self.container.append(None)
            else:
                if self.key is not DISCARD:
                    self.container[self.key] = None
                self.key = _NO_KEY
        elif isinstance(event, yaml.DocumentStartEvent):
            if event.version or event.tags:
                self.stop(
                    event, "yaml-syntax", "directives (lines that begin with '%') are not read", "delete the line"
                )
            if self.container:
                self.stop(event, "yaml-syntax", "a second document begins here", "keep one timeline in one file")

    def inspect(self, event: yaml.ScalarEvent, value: str) -> None:
        """Whatever may be wrong with a text that is tagged, anchored, double-quoted or long."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_node(event)
        is_key = type(self.container) is dict and self.key is _NO_KEY
        limit = MAX_KEY if is_key else MAX_SCALAR
        if len(value) > limit:
            words = "the name of a field" if is_key else "a text"
            message = f"{words} is longer than {limit:,} characters"
            self.report(event, "yaml-syntax", message, "" if is_key else "shorten it, or archive it as a source's file")
        if event.style == '"':
            forbidden = FORBIDDEN.search(value)
            if forbidden is not None:  # "\e" is legal YAML
                self.findings.append(forbidden_character(forbidden[0], span_of(event), self.route()))

    def refuse_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            message = f"the anchor '&{event.anchor}' is not read"
            self.report(event, "yaml-syntax", message, "delete it and repeat the value")
        written = getattr(event, "tag", None)
        if written is not None:
            tag = written.replace("tag:yaml.org,2002:", "!!")
            self.report(event, "yaml-syntax", f"the tag '{tag}' is not read", "delete it: every value is text")

    def refuse_key(self, event: yaml.ScalarEvent, value: str) -> Any:
        """A key that is not taken, so that its value is passed over."""
        if value == "<<":
            self.report(event, "yaml-syntax", "the merge key '<<' is not read", "write the fields themselves")
        else:
            route = (*self.route(), value)
            self.findings.append(Finding("duplicate-key", value, span=span_of(event), route=route))
        return DISCARD

    def route(self) -> Route:
        """The way to the value that comes next."""
        steps: list[str | int] = []
        for container, key in self.stack[1:]:
            steps.append(len(container) - 1 if type(container) is list else key)
        if type(self.container) is list:
            steps.append(len(self.container))
        else:
            steps.append(self.key)
        return tuple(step for step in steps if isinstance(step, (str, int)))

    def report(self, event: yaml.Event, rule: str, message: str, help: str) -> None:
        self.findings.append(Finding(rule, message, help, span=span_of(event), route=self.route()))

    def stop(self, event: yaml.Event, rule: str, message: str, help: str) -> None:
        self.findings.append(Finding(rule, message, help, span=span_of(event)))
        raise Stop


class Entries(Builder):
    """Reads entries out of their file, and makes sure that each is one of its own: no text runs on into the next."""

    def entries_of(self, entries: list[bytes], indent: str) -> list[Any]:
        """The groups that these entries hold. Stops when they are not one group each."""
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
        if len(self.stack) == 2 and isinstance(event, yaml.MappingStartEvent):
            assert event.start_mark is not None
            self.lines.append(event.start_mark.line)
        super().open(event)


def span_of(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None  # libyaml marks every event
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


@dataclass(slots=True, eq=False)
class Tree:
    """What a file holds: dicts, lists, text and None for an empty value; and what is wrong with its form."""

    root: Any = None
    findings: list[Finding] = field(default_factory=list)
    broken: bool = False
    other_kind: bool = False
    """A list, a text or nothing at all: no timeline, but perhaps a file of another kind."""


def read_tree(data: bytes) -> Tree:
    """Read one file's bytes. Never raises: what is wrong with it stands in the tree's findings."""
    tree = Tree()
    text = clean_text(data, tree.findings)
    if text is None:
        tree.broken = True
        return tree
    try:
        with collector_paused():
            tree.root = _mostly_plain(text) or Builder(tree.findings).build(text)
        _refuse_other_roots(tree)
    except Stop as stop:
        tree.broken = True
        tree.other_kind = isinstance(stop, OtherKind)
    except yaml.YAMLError as error:
        tree.broken = True
        from diplotimeline.reading.syntax import syntax_finding  # only for a mistake

        tree.findings.append(syntax_finding(error, text))
    return tree


def _refuse_other_roots(tree: Tree) -> None:
    if isinstance(tree.root, dict):
        return
    empty = tree.root is None
    message = "the file is empty" if empty else "the file is a plain text"
    tree.findings.append(Finding("empty-value" if empty else "wrong-type", message, SKELETON, span=FILE_START))
    tree.broken = tree.other_kind = True


@contextmanager
def collector_paused() -> Iterator[None]:
    """Millions of new containers would make the collector search all of them again and again.

    Afterwards they count as old, without a search: frozen and thawed, unless the program itself froze something.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _mostly_plain(data: bytes, least: int = WORTHWHILE) -> dict[str, Any] | None:
    """The whole of a file without mistakes: plain events by a pattern, what stands before them and all others by
    libyaml. None when it has to be read as one text, for whatever reason: then that decides what is wrong.
    """
    if len(data) < least:
        return None
    from diplotimeline.reading import fast as plain  # only for large files: its patterns take 2 ms

    found = plain.layout(data)
    if found is None:
        return None
    reader = plain.PlainEvents(found)
    events, others = [], []
    for entry in reader.entries(data):
        events.append(reader.read(entry))
        if events[-1] is None:
            others.append(entry)
    if any(end in text for text in (data[: found.head_ends], *others) for end in plain.DOCUMENT_ENDS):
        return None
    findings: list[Finding] = []
    head, rest = Builder(findings), Entries(findings)
    try:
        root = head.build(data[: found.head_ends]) or {}
        read = iter(rest.entries_of(others, found.indent))
    except (yaml.YAMLError, Stop):
        return None
    values = head.values + rest.values + reader.values
    if findings or not isinstance(root, dict) or "events" in root or values >= MAX_VALUES:
        return None
    root["events"] = [next(read) if event is None else event for event in events]
    return root
