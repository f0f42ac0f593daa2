"""The events of libyaml to data: dicts, lists and texts; and everything that the format refuses of YAML.

Tags, anchors, duplicate keys, depth, size: one loop over the events decides all of it. It never recurses, and what is
wrong goes into findings. The places of what is right are not kept: `positions` reads the text again, and only when
there is something to point at.
"""

from typing import Any

import yaml

from diplotimeline.characters import FORBIDDEN
from diplotimeline.problems import Finding, Mark, Route
from diplotimeline.reading.text import forbidden_character

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_VALUES = 8_000_000
MAX_DEPTH = 20
MAX_SCALAR = 64 * 1024
MAX_KEY = 128

EMPTY_HELP = "give it a value, or delete it; a text with a comma in { } or [ ] needs quotation marks"


class Stop(Exception):  # noqa: N818 - not an error: the mistake stands in the findings
    """Raised when the rest of a file cannot be read; the reason stands in the findings."""


class OtherKind(Stop):
    """Raised when the file is no timeline at all."""


_EMPTY = frozenset(("", "~", "null"))
_NO_KEY: Any = object()
DISCARD: Any = object()
"""Stands for a key that is refused: the value below it is read and thrown away."""


class Builder:
    """Builds the data of one text. Mistakes go into `findings`; `values` counts the texts that were read.

    `container` is the list or group that is being filled, `key` the name in it that waits for its value; `stack` holds
    both for each list or group around it. `lost` has the routes to what was thrown away.
    """

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.stack: list[tuple[Any, Any]] = []
        self.container: Any = []
        self.key: Any = _NO_KEY
        self.values = 0
        self.lost: list[Route] = []

    def build(self, data: bytes) -> Any:
        """The data of a whole text, None when nothing stands there. Raises `Stop` or yaml's own error.

        What happens to every text stands in the loop itself: to call a function for each costs a tenth of the time.
        """
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
        """Take an event that is no text."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.container, _ = self.stack.pop()
            self.key = _NO_KEY
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            self.stop(event, "yaml-syntax", "directives (lines that begin with '%') are not read", "delete the line")
        elif isinstance(event, yaml.DocumentStartEvent) and self.container:
            self.stop(event, "yaml-syntax", "a second document begins here", "keep one timeline in one file")

    def empty(self) -> None:
        """Note that a value is empty, unless it stands below a refused name."""
        if self.key is DISCARD or any(key is DISCARD for _, key in self.stack):
            return
        route = self.route()
        name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        subject = f"an entry of '{name}'" if isinstance(route[-1], int) else f"'{name}'"
        self.findings.append(Finding("empty-value", f"{subject} is empty", EMPTY_HELP, route, "key"))

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """Begin a list or group and put it where it belongs."""
        new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        if not self.stack and type(new) is list:
            help = "begin with 'events:' and indent the list below it"
            self.findings.append(Finding("wrong-type", "the file is a list", help, mark=mark_of(event)))
            raise OtherKind
        if event.tag is not None or event.anchor is not None:
            self.refuse_node(event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop(event, "yaml-syntax", f"lists and groups are nested deeper than {MAX_DEPTH} levels", "")
        if self.expects_key():
            self.stop(event, "wrong-type", "the name of a field is a text, not a list or group", "write 'name: value'")
        self.put(new)
        self.stack.append((self.container, self.key))
        self.container, self.key = new, _NO_KEY

    def alias(self, event: yaml.AliasEvent) -> None:
        """Refuse an alias; it is read as an empty value."""
        message = f"the alias '*{event.anchor}' is not read"
        if not self.stack or self.expects_key():
            self.stop(event, "yaml-syntax", message, "write the name itself")
        self.refuse(event, message, "write the value itself")
        self.lost.append(self.route())
        self.values += 1
        self.put(None)
        self.key = _NO_KEY

    def expects_key(self) -> bool:
        """Whether the next value is the name of a field."""
        return type(self.container) is dict and self.key is _NO_KEY

    def put(self, value: Any) -> None:
        """Add a value to the open list, or to the open group under the name that waits for it."""
        if type(self.container) is list:
            self.container.append(value)
        elif self.key is not DISCARD:
            self.container[self.key] = value

    def inspect(self, event: yaml.ScalarEvent, value: str) -> None:
        """Note what is wrong with a text that is tagged, anchored, double-quoted or long, if anything is."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_node(event)
        is_key = self.expects_key()
        limit = MAX_KEY if is_key else MAX_SCALAR
        if len(value) > limit:
            words = "the name of a field" if is_key else "a text"
            message = f"{words} is longer than {limit:,} characters"
            self.refuse(event, message, "" if is_key else "shorten it, or archive it as a source's file")
        forbidden = FORBIDDEN.search(value) if event.style == '"' else None  # "\e" is legal YAML
        if forbidden:
            self.findings.append(forbidden_character(forbidden[0], mark_of(event), self.route()))

    def refuse_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Note the anchor and the tag of a value. They change nothing in how it is read."""
        if event.anchor is not None:
            self.refuse(event, f"the anchor '&{event.anchor}' is not read", "delete it and repeat the value")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(event, f"the tag '{tag}' is not read", "delete it: every value is text")

    def refuse_key(self, event: yaml.ScalarEvent, value: str) -> Any:
        """Note a merge key or a name that stands twice; the key given back makes its value be thrown away."""
        self.lost.append((*self.route(), value))
        if value == "<<":
            self.refuse(event, "the merge key '<<' is not read", "write the fields themselves")
        else:
            route = (*self.route(), value)
            self.findings.append(Finding("duplicate-key", value, mark=mark_of(event), route=route))
        return DISCARD

    def route(self) -> Route:
        """The route to the value that comes next."""
        steps = [len(outer) - 1 if type(outer) is list else key for outer, key in self.stack[1:]]
        steps.append(len(self.container) if type(self.container) is list else self.key)
        return tuple(step for step in steps if isinstance(step, (str, int)))

    def refuse(self, event: yaml.Event, message: str, help: str) -> None:
        """Note something of YAML that is not read."""
        self.findings.append(Finding("yaml-syntax", message, help, mark=mark_of(event), route=self.route()))

    def stop(self, event: yaml.Event, rule: str, message: str, help: str) -> None:
        """Note a mistake after which nothing more is read."""
        self.findings.append(Finding(rule, message, help, mark=mark_of(event)))
        raise Stop


def mark_of(event: yaml.Event) -> Mark:
    """Where an event stands in its text."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None  # libyaml marks every event
    line = start.line + 1
    end_line = line if end.line == start.line else end.line + 1  # mostly one line, and one number for it saves memory
    return Mark(line, start.column + 1, end_line, end.column + 1)
