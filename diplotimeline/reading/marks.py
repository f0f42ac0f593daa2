"""Where the fields of one file stand, by one more pass over its text; and where comments cut its unquoted texts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import yaml

from diplotimeline.problems import FILE_START, Finding, Mark, Route
from diplotimeline.reading.builder import DISCARD, LOADER, mark_of
from diplotimeline.reading.emptied import others_emptied
from diplotimeline.reading.text import BYTE_ORDER_MARK

MAY_CUT = re.compile(rb"#(?<=[ \t]#)[^\s#!]")  # the sign itself first: it is found in a tenth of the time
CUT = re.compile(r"[ \t]+#(?=[^\s#!])")
DASH = re.compile(rb" *-(?=\s+#|\s*\Z)")


def _short_form(route: Route) -> Route:
    """The route to a field of an event's only claim, where the event gives it as a field of its own."""
    return route[:2] + route[4:] if route[:1] == ("events",) and route[2:4] == ("claims", 0) else route


@dataclass(slots=True)
class FieldMarks:
    """Where a field's name and its value stand; the name of an entry in a list is the entry itself."""

    key: Mark | None = None
    value: Mark | None = None


class FilePositions:
    """What is known of the places in one file: `fields` by route, and `cuts`, where comments cut unquoted texts.

    `cuts` is None as long as nobody has looked.
    """

    def __init__(self, data: bytes, odd: frozenset[int] | None = None) -> None:
        self.data, self.odd = data.removeprefix(BYTE_ORDER_MARK), odd
        self.fields: dict[Route, FieldMarks] = {(): FieldMarks(FILE_START, FILE_START)}
        self.looked_for: set[Route] = set()
        self.cuts: list[Mark] | None = None if MAY_CUT.search(self.data) else []

    def learn(self, findings: Sequence[Finding]) -> None:
        """Read the file again if any of these findings points to a place that nobody looked for yet."""
        pointing = [one for one in findings if one.at != "cuts" and (one.mark is None or one.rule == "duplicate-key")]
        routes = {route for one in pointing for route in (one.route, _short_form(one.route))} - self.looked_for
        if routes or (self.cuts is None and any(one.at == "cuts" for one in findings)):
            walk = _Walk(self._as_far_as_needed(routes), routes, cuts=self.cuts is None)
            self.looked_for |= routes
            self.fields |= walk.found
            self.cuts = self.cuts or walk.cuts

    def _as_far_as_needed(self, routes: Iterable[Route]) -> bytes:
        """The text of the file; where it can be, without the events, and the fields of events, that nobody asks for."""
        if self.odd is None:
            return self.data
        may_be_cut = (lambda entry: MAY_CUT.search(entry) is not None) if self.cuts is None else lambda _: False
        return others_emptied(self.data, routes, self.odd, may_be_cut)

    def around(self) -> "Around":
        """The sections and their entries, as far as they were looked for."""
        lines = self.data.split(b"\n")
        begun = [(one.key, route) for route, one in self.fields.items() if one.key and len(route) <= 2]
        return Around(lines, sorted(((_begin(lines, *one), one[1]) for one in begun), key=itemgetter(0)))

    def marks_of(self, finding: Finding) -> Sequence[Mark]:
        """The places of a finding: its own mark, else that of its field, else that of the nearest field around it."""
        if finding.at == "cuts":
            return self.cuts or ()
        return (finding.mark or self._nearest(finding),)

    def _nearest(self, finding: Finding) -> Mark:
        """The place of a finding's field, in the short form if its event is written so, or of the nearest around it."""
        meant = finding.route if finding.route[:4] in self.fields else _short_form(finding.route)
        route = meant
        while route not in self.fields:
            route = route[:-1]
        marks = self.fields[route]
        at_key = finding.at == "key" and route == meant
        return (marks.key if at_key else marks.value) or marks.key or FILE_START


def _begin(lines: Sequence[bytes], key: Mark, route: Route) -> tuple[int, int]:
    """Where an entry begins: one of a list at its dash, which may stand in a line above it; in brackets it has none."""
    if not route or not isinstance(route[-1], int):
        return key[:2]
    line, before = key.line, lines[key.line - 1][: key.column - 1]
    while line > 1 and before.strip()[:1] in (b"", b"#"):
        line, before = line - 1, lines[line - 2]
    dash = DASH.match(before)
    return (line, dash.end()) if dash else key[:2]


class Around:
    """To which entry what stands in a text belongs; `starts` are where sections and entries begin, in order."""

    def __init__(self, lines: Sequence[bytes], starts: Sequence[tuple[tuple[int, int], Route]]) -> None:
        self.lines, self.starts = lines, starts

    def entry_of(self, mark: Mark) -> Route:
        """The route of the entry that stands around a place, else that of the section.

        A comment on lines of its own belongs to the entry that begins below it, unless it is set in further than the
        entry above it, or that entry goes on; behind the last entry such a comment belongs to none.
        """
        place = bisect_right(self.starts, mark[:2], key=itemgetter(0))
        (_, column), route = self.starts[place - 1]
        line = self.lines[mark.line - 1].lstrip()
        is_within = len(route) > 1 and len(self.lines[mark.line - 1]) - len(line) >= column
        if is_within or line[:1] != b"#":
            return route
        (first, _), below = next(iter(self.starts[place:]), ((len(self.lines) + 1, 1), ()))
        goes_on = any(one.strip()[:1] not in (b"", b"#") for one in self.lines[mark.line : first - 1])
        return route if goes_on else below


class _Walk:
    """One pass over the events of a text, as far as it can be read.

    `found` are the places of these routes and of every route above them, `cuts` where comments cut texts.
    """

    def __init__(self, data: bytes, routes: Iterable[Route], *, cuts: bool) -> None:
        self.wanted = {route[:length] for route in routes for length in range(len(route) + 1)}
        self.found: dict[Route, FieldMarks] = {(): FieldMarks(FILE_START, FILE_START)}
        self.cuts: list[Mark] = []
        # Each open container: its route (None where nothing is wanted); its next index, or its name that waits.
        self.frames: list[list[Any]] = [[None, 0]]
        self.lines = data.decode(errors="replace").split("\n") if cuts else []
        with suppress(yaml.YAMLError):  # a duplicate key is also looked up in a file that breaks further down
            self.over(data)

    def over(self, data: bytes) -> None:
        """Take every event of the text."""
        for event in yaml.parse(data, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self.node(event)
                if self.lines and not event.style and event.value:
                    self.text(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.frames.append([self.node(event), 0 if isinstance(event, yaml.SequenceStartEvent) else None])
            elif isinstance(event, yaml.CollectionEndEvent):
                self.frames.pop()
            elif isinstance(event, yaml.AliasEvent):
                self.node(event)

    def node(self, event: yaml.NodeEvent) -> Route | None:
        """Note where a name or a value stands, if it is wanted; the route of the value, None for a name."""
        frame = self.frames[-1]
        route, step = frame
        if route is None and len(self.frames) > 1:
            return None  # nothing is wanted in here
        if step is None:
            frame[1] = self.key(event, route)
            return None
        frame[1] = step + 1 if isinstance(step, int) else None
        if len(self.frames) == 1 and step == 0:
            self.found[()].value = mark_of(event)
            return ()
        here = self.on_the_way(route, step)
        if here is not None:
            marks = self.found.setdefault(here, FieldMarks())
            marks.value = mark_of(event)
            marks.key = marks.key or marks.value
        return here

    def on_the_way(self, route: Route | None, step: Any) -> Route | None:
        """The route one step further, if it is wanted or leads on to one that is."""
        here = None if route is None else (*route, step)
        return here if here in self.wanted else None

    def key(self, event: yaml.NodeEvent, route: Route) -> Any:
        """Note where a wanted name stands, and give it back; one of no use leads nowhere, like a second one.

        The first name of a group in lines is also where the group begins: libyaml puts that at a place of no width.
        """
        group = self.found[route]
        if group.value is not None and group.value.column == group.value.end_column:
            group.value = mark_of(event)
        name = getattr(event, "value", DISCARD)  # no name can be a list or group
        here = self.on_the_way(route, name)
        if here is None or here in self.found:
            return DISCARD
        self.found[here] = FieldMarks(key=mark_of(event))
        return name

    def text(self, event: yaml.ScalarEvent) -> None:
        """Note where a `#` and a word end an unquoted text: to YAML a comment, perhaps text to its author."""
        end = mark_of(event)
        line = self.lines[end.end_line - 1] if end.end_line <= len(self.lines) else ""  # refused text may end elsewhere
        rest = CUT.match(line, end.end_column - 1)
        if rest:
            self.cuts.append(Mark(end.end_line, rest.end(), end.end_line, rest.end() + 1))
