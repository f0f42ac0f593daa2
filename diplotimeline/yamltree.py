"""YAML text to text-only data that still knows its lines. The only importer of yaml.

The data is built straight from libyaml's event stream: one small loop decides everything that the format refuses
(tags, anchors, duplicate keys, depth, size), never recurses, and lets nothing out but findings. No marks are kept;
`locate` reads the text again, and only when there is something to point at.
"""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import yaml

from diplotimeline.characters import FORBIDDEN
from diplotimeline.decoding import clean_text, forbidden_character
from diplotimeline.problems import FILE_START, Finding, Route, Span

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_VALUES = 4_000_000
MAX_DEPTH = 20
MAX_SCALAR = 64 * 1024
MAX_KEY = 128

CUT = re.compile(rb"[ \t]#[^\s#!]")
CUT_TEXT = re.compile(r"[ \t]+#(?=[^\s#!])")
EMPTY_HELP = "give it a value, or delete it; a text with a comma in { } or [ ] needs quotation marks"
SKELETON = "a timeline has 'title:', 'actors:', 'sources:' and 'events:', each at the beginning of a line"


@dataclass(slots=True, eq=False)
class Tree:
    """What a file holds: dicts, lists, text and None for an empty value; and what is wrong with its form."""

    root: Any = None
    findings: list[Finding] = field(default_factory=list)
    broken: bool = False
    other_kind: bool = False
    """A list, a text or nothing at all: no timeline, but perhaps a file of another kind."""


class _Stop(Exception):  # noqa: N818 - not an error: nothing more to read
    """Nothing more can be said of this file."""


class _OtherKind(_Stop):
    """The file is no timeline at all."""


def read_tree(data: bytes) -> Tree:
    """Read one file's bytes. Never raises: what is wrong with it stands in the tree's findings."""
    tree = Tree()
    text = clean_text(data, tree.findings)
    if text is None:
        tree.broken = True
        return tree
    try:
        with collector_paused():
            tree.root = _mostly_plain(text) or _Builder(tree.findings).build(text)
        _refuse_other_roots(tree)
    except _Stop as stop:
        tree.broken = True
        tree.other_kind = isinstance(stop, _OtherKind)
    except yaml.YAMLError as error:
        tree.broken = True
        from diplotimeline.syntax import syntax_finding  # only for a mistake

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
    """Millions of new containers would make the collector search all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# --- plain events --------------------------------------------------------------------------------------------------

WORTHWHILE = 32 * 1024  # below, the pattern of plain events costs more than it saves


def _mostly_plain(data: bytes, least: int = WORTHWHILE) -> dict[str, Any] | None:
    """The whole of a file without mistakes: plain events by a pattern, what stands before them and all others by
    libyaml. None when it has to be read as one text, for whatever reason: then that decides what is wrong.
    """
    if len(data) < least:
        return None
    from diplotimeline.plain import PlainEvents, layout  # only for large files: its patterns take 2 ms

    found = layout(data)
    if found is None:
        return None
    reader = PlainEvents(found)
    events, others = [], []
    for entry in reader.entries(data):
        events.append(reader.read(entry))
        if events[-1] is None:
            others.append(entry)
    findings: list[Finding] = []
    head, rest = _Builder(findings), _Entries(findings)
    try:
        root = head.build(data[: found.head_ends]) or {}
        read = iter(rest.entries_of(others, found.indent))
    except (yaml.YAMLError, _Stop):
        return None
    values = head.values + rest.values + reader.values
    if findings or not isinstance(root, dict) or "events" in root or values >= MAX_VALUES:
        return None
    root["events"] = [next(read) if event is None else event for event in events]
    return root


# --- events to data ------------------------------------------------------------------------------------------------

_EMPTY = frozenset(("", "~", "null"))
_NO_KEY: Any = object()
_DISCARD: Any = object()


class _Builder:
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
                if key is not _DISCARD:
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
        if self.key is _DISCARD or any(key is _DISCARD for _, key in self.stack):
            return
        route = self.route()
        name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        subject = f"an entry of '{name}'" if isinstance(route[-1], int) else f"'{name}'"
        self.findings.append(Finding("empty-value", f"{subject} is empty", EMPTY_HELP, route, "key"))

    def open(self, event: yaml.CollectionStartEvent) -> None:
        new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        if not self.stack and type(new) is list:
            help = "begin with 'events:' and indent the list below it"
            self.findings.append(Finding("wrong-type", "the file is a list", help, span=_span(event)))
            raise _OtherKind
        if event.tag is not None or event.anchor is not None:
            self.refuse_node(event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop(event, "yaml-syntax", f"lists and groups are nested deeper than {MAX_DEPTH} levels", "")
        container = self.container
        if type(container) is list:
            container.append(new)
        elif self.key is _NO_KEY:
            self.stop(event, "wrong-type", "the name of a field is a text, not a list or group", "write 'name: value'")
        elif self.key is not _DISCARD:
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
                if self.key is not _DISCARD:
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
                self.findings.append(forbidden_character(forbidden[0], _span(event), self.route()))

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
            self.findings.append(Finding("duplicate-key", value, span=_span(event), route=route))
        return _DISCARD

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
        self.findings.append(Finding(rule, message, help, span=_span(event), route=self.route()))

    def stop(self, event: yaml.Event, rule: str, message: str, help: str) -> None:
        self.findings.append(Finding(rule, message, help, span=_span(event)))
        raise _Stop


class _Entries(_Builder):
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
            raise _Stop
        return list(root["events"])

    def open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) == 2 and isinstance(event, yaml.MappingStartEvent):
            assert event.start_mark is not None
            self.lines.append(event.start_mark.line)
        super().open(event)


# --- routes to places ----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Marks:
    """Where a field's name and its value stand; the name of an entry in a list is the entry itself."""

    key: Span | None = None
    value: Span | None = None


def marks_of(data: bytes, routes: Iterable[Route]) -> dict[Route, Marks]:
    """The places of these routes and of every route above them, as far as the text can be read."""
    wanted: dict[Any, Any] = {}
    for route in routes:
        node = wanted
        for step in route:
            node = node.setdefault(step, {})
    found: dict[Route, Marks] = {(): Marks(FILE_START, FILE_START)}
    with suppress(yaml.YAMLError):  # a duplicate key is also looked up in a file that breaks further down
        _Walk(wanted, found).over(data.removeprefix(b"\xef\xbb\xbf"))
    return found


class _Walk:
    """A second pass over the events that keeps marks, but only on the way to a wanted route."""

    def __init__(self, wanted: dict[Any, Any], found: dict[Route, Marks]) -> None:
        self.found = found
        # Each open container: the wanted steps below it (None off the way), its route, and its next key or index.
        self.frames: list[list[Any]] = [[{0: wanted}, (), 0, True]]

    def over(self, data: bytes) -> None:
        for event in yaml.parse(data, Loader=LOADER):
            if isinstance(event, yaml.CollectionEndEvent):
                self.frames.pop()
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent, yaml.CollectionStartEvent)):
                self.node(event)

    def node(self, event: yaml.NodeEvent) -> None:
        frame = self.frames[-1]
        wanted, route, step, is_list = frame
        if not is_list and step is None:
            frame[2] = self.key(event, wanted, route)
            if isinstance(event, yaml.CollectionStartEvent):  # no name can be a list or group: leads nowhere
                is_sequence = isinstance(event, yaml.SequenceStartEvent)
                self.frames.append([None, (), 0 if is_sequence else None, is_sequence])
            return
        frame[2] = step + 1 if is_list else None
        below = wanted.get(step) if wanted is not None else None
        here = (*route, step) if below is not None and len(self.frames) > 1 else ()
        if below is not None:
            marks = self.found.setdefault(here, Marks())
            if marks.value is None or not here:
                marks.value = _span(event)
            if marks.key is None:
                marks.key = marks.value
        if isinstance(event, yaml.CollectionStartEvent):
            is_sequence = isinstance(event, yaml.SequenceStartEvent)
            self.frames.append([below, here, 0 if is_sequence else None, is_sequence])

    def key(self, event: yaml.NodeEvent, wanted: dict[Any, Any] | None, route: Route) -> Any:
        """Note where a wanted key stands; a second key of the same name leads nowhere. A block group begins here."""
        key = getattr(event, "value", _DISCARD)
        here = self.found.get(route) if wanted is not None else None
        if here is not None and here.value is not None and here.value.column == here.value.end_column:
            here.value = _span(event)
        if wanted is None or key not in wanted:
            return key
        if (*route, key) in self.found:
            return _DISCARD
        self.found[(*route, key)] = Marks(key=_span(event))
        return key


def texts_cut(data: bytes) -> list[Span]:
    """Where a `#` that is followed by a word ends an unquoted value: a comment to YAML, perhaps text to its author."""
    places: list[Span] = []
    if not CUT.search(data):
        return places
    lines = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").split("\n")
    with suppress(yaml.YAMLError):
        for event in yaml.parse(data.removeprefix(b"\xef\xbb\xbf"), Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent) and not event.style and event.value:
                end = _span(event)
                line = lines[end.end_line - 1] if end.end_line <= len(lines) else ""  # refused text may end elsewhere
                rest = CUT_TEXT.match(line, end.end_column - 1)
                if rest:
                    column = rest.end()
                    places.append(Span(end.end_line, column, end.end_line, column + 1))
    return places


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None  # libyaml marks every event
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def nearest(marks: dict[Route, Marks], finding: Finding) -> Span:
    """Where a finding points: its own span, else its route's, else that of the nearest route above it."""
    if finding.span is not None:
        return finding.span
    route = finding.route
    while route not in marks:
        route = route[:-1]
    place = marks[route]
    at_key = finding.at == "key" and route == finding.route
    return (place.key if at_key else place.value) or place.key or FILE_START
