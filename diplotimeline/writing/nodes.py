"""Where the values of a file stand in its text. An event is looked at without all other events."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from diplotimeline.problems import Route
from diplotimeline.reading.builder import LOADER

Inner = dict[str | int, tuple["Node | None", "Node"]]


@dataclass(slots=True)
class Node:
    """A text, list or group in a file: from `start` up to `end`, in code points; `column` are the blanks before it.

    `inner` holds the names and values of a group, by name, and those of a list, by number; an entry of a list has no
    name.
    """

    start: int
    end: int
    column: int
    in_brackets: bool = False
    inner: Inner = field(default_factory=dict)


class Nodes:
    """The nodes of a text that holds the data `root`."""

    def __init__(self, text: str, root: dict[str, Any]) -> None:
        self.text = text
        events = root.get("events")
        self.starts = entry_starts(text, len(events) if isinstance(events, list) else 0)
        # Of many events the last one is enough: it tells where their list ends.
        first, last = (self.starts[0], self.starts[-1]) if self.starts else (0, 0)
        self.whole = composed(text, text[:first] + text[last:], lambda at: at if at < first else at + last - first)
        self.events: dict[int, Node] = {}

    def at(self, route: Route) -> Node | None:
        """The node at a route; None when nothing stands there."""
        node = self.whole
        if self.starts and route[:1] == ("events",) and len(route) > 1:
            node, route = self.event(int(route[1])), route[2:]
        for step in route:
            if step not in node.inner:
                return None
            node = node.inner[step][1]
        return node

    def event(self, number: int) -> Node:
        """The group of one event."""
        if number not in self.events:
            start = self.starts[number]
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
            entries = composed(self.text, self.text[start:end], lambda at: at + start)
            self.events[number] = entries.inner[0][1]
        return self.events[number]


def entry_starts(text: str, events: int) -> list[int]:
    """Where the lines of the events begin; empty when that is not plain, or when something stands below them."""
    heading = re.search(r"^events:[ ]*(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*(?=([ ]*)- )", text, re.MULTILINE)
    before = (
        heading.end() - 1 if heading else 0
    )  # a line end: a pattern that begins with one is found three times as fast
    if heading is None or re.compile(r"\n[^\s#-]").search(text, before):
        return []
    starts = [match.start() + 1 for match in re.compile(rf"\n{heading[1]}- ").finditer(text, before)]
    return starts if len(starts) == events else []


def composed(text: str, part: str, place: Callable[[int], int]) -> Node:
    """The node of a part of the text; `place` tells where in the text a place of the part is."""
    node = yaml.compose(part, Loader=LOADER)
    return node_of(node, text, place) if node else Node(0, 0, 0)


def node_of(node: yaml.Node, text: str, place: Callable[[int], int]) -> Node:
    """A node of libyaml with the places that are meant: a list or group in lines ends with its last value."""
    inner: Inner = {}
    if isinstance(node, yaml.MappingNode):
        inner = {key.value: (node_of(key, text, place), node_of(value, text, place)) for key, value in node.value}
    elif isinstance(node, yaml.SequenceNode):
        inner = {number: (None, node_of(value, text, place)) for number, value in enumerate(node.value)}
    start, end = place(node.start_mark.index), place(node.end_mark.index - 1) + 1
    in_brackets = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
    if inner and not in_brackets:
        end = max(value.end for _, value in inner.values())
    elif isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
        end = start + len(text[start:end].rstrip(" \n"))
    return Node(start, end, node.start_mark.column, in_brackets, inner)


def holds_comment(text: str, node: Node) -> bool:
    """Whether a comment stands within a list or group, or behind the sign of a text in lines (`|  # why`)."""
    if not node.inner:
        return text[node.start : node.start + 1] in ("|", ">") and "#" in text[node.start : line_end(text, node.start)]
    last, parts = node.start, []
    for name, value in node.inner.values():
        parts += [text[last : name.start], text[name.end : value.start]] if name else [text[last : value.start]]
        last = value.end
    inner = any(holds_comment(text, value) for _, value in node.inner.values())
    return inner or any("#" in part for part in (*parts, text[last : node.end]))


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before its end of line."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
