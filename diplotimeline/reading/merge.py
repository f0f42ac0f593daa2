"""What several files declare becomes one record: each id means one thing, and every event has one."""

import os
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import Any, TypeVar

from diplotimeline.characters import normal
from diplotimeline.problems import Finding
from diplotimeline.reading.find import Files
from diplotimeline.reading.forms import placeholder
from diplotimeline.record.chronology import clock_zone
from diplotimeline.record.fields import fields_of
from diplotimeline.record.groups import OneOrMore
from diplotimeline.record.kinds import DATE, PLACEHOLDER
from diplotimeline.record.named import Named
from diplotimeline.record.values import Actor, Event, Origin, Source

LONGEST_SLUG = 60
FIGURES = re.compile(r"[0-9X]+")
SLUG_BYTES = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789" else ord(" ") for byte in range(256))

Declared = TypeVar("Declared", Actor, Source)


class Merging:
    """The actors, sources and events of all files; `ambiguous` are ids that are declared twice, differently."""

    def __init__(self, found: Files) -> None:
        self.found = found
        self.actors: dict[str, Actor] = {}
        self.sources: dict[str, Source] = {}
        self.events: list[Event] = []
        self.faulty: list[Event] = []
        self.ambiguous: set[str] = set()
        self._reported: set[Origin] = set()
        self._unnamed: set[Origin] = set()
        lists = [root.get("events") for root in found.roots.values()]
        entries = (entry for content in lists if isinstance(content, list) for entry in content)
        written = (entry["id"] for entry in entries if isinstance(entry, dict) and "id" in entry)
        self._used = dict.fromkeys((id for id in written if isinstance(id, str)), 1)
        for number in found.roots:
            self._declarations(Actor, self.actors, "actors", number)
            self._declarations(Source, self.sources, "sources", number)
            self._events(number)
        self._one_of_each()

    def _section(self, section: str, number: int, empty: Any) -> Any:
        """The content of a section of a file, which is taken out of it; `empty` if it has none that can be read."""
        content = self.found.roots[number].pop(section, None)
        if content is None or isinstance(content, type(empty)):
            return content or empty
        kind, example = ("list", "- date: …") if section == "events" else ("group", "id: {name: …}")
        message, help = f"'{section}' is not a {kind}", f"write '{example}' for each"
        finding = Finding("wrong-type", message, help, (section,), file=number)
        self.found.findings.add([finding])
        self.found.incomplete = True
        return empty

    def _declarations(self, form: type[Declared], known: dict[str, Declared], section: str, number: int) -> None:
        """Actors or sources of one file. What two files say of one is joined, if nothing contradicts."""
        for written, data in self._section(section, number, {}).items():
            origin, id = Origin(number, (section, written)), normal("NFC", written)
            value = self.found.value(form, data, origin, origin=origin, id=id)
            value = value or placeholder(form, id=id, origin=origin)
            first = known.setdefault(id, value)
            if first is not value and first.origin.file == number:  # the same letters, differently composed
                self._report_twice(id, first.origin, origin)
                continue
            at_fault = any(self.found.findings.has_mistake(*one.origin) for one in (first, value))
            if first is value or at_fault:
                continue
            differing = self._differing(first, value)
            if differing:
                self._report_twice(id, first.origin, origin, ", ".join(f"'{name}'" for name in differing))
            else:
                known[id] = _joined(first, value)

    def _differing(self, first: Actor | Source, second: Actor | Source) -> list[str]:
        """The fields that both declarations give, each another value; lists and groups of names are joined.

        Where one id or a list may stand, a single one must be among those of the other: two files that each name
        another speaker do not name joint ones.
        """
        names = []
        for one in fields_of(type(first)):
            values = [getattr(entry, one.name) for entry in (first, second)]
            if one.name == "file" and all(values):  # a path is the same if it leads to the same place
                folders = (self.found.files[entry.origin.file].folder for entry in (first, second))
                values = [os.path.realpath(folder / path) for folder, path in zip(folders, values, strict=True)]
            if isinstance(one.kind, Named):  # what both name must be the same
                texts, others = map(dict, values)
                names += [f"{one.name}: {name}" for name in texts if texts[name] != others.get(name, texts[name])]
            if isinstance(values[0], tuple):
                differ = isinstance(one.kind, OneOrMore) and _contradict(*values)
            else:
                differ = values[0] != values[1]
            if differ and one.default not in values:
                names.append(one.name)
        return names

    def _report_twice(self, name: str, first: Origin, second: Origin, fields: str = "") -> None:
        """The same id at two places: an error at both, each naming the other and the `fields` that differ."""
        self.ambiguous.add(name)
        for here, there in ((first, second), (second, first)):
            path = self.found.files[there.file].path
            message = f"'{name}' is declared in {path} too, with another {fields}"
            if here.route[0] == "events":
                message = f"the id '{name}' is used for another event in {path} too"
            help = "rename one, or make them the same"
            if not fields and here.route[0] != "events":
                message, help = f"'{name}' is declared twice in this file", "keep one of them, or rename it"
            finding = Finding("duplicate-id", message, help, here.route, at="key", file=here.file)
            if here not in self._reported:
                self._reported.add(here)
                self.found.findings.all.append(finding)  # a double is no reason not to look at what it says

    def _events(self, number: int) -> None:
        """Events of one file. A copy of the list is emptied on the way: a large file need not be held twice."""
        zone, findings, known = self.found.headers[number].timezone, self.found.findings, self.found.known
        content = self._section("events", number, [])[::-1]
        for place in range(len(content)):
            data = content.pop()
            origin = Origin(number, ("events", place))
            id = self._made_id(data)
            if id and len(self.found.headers) > 1:
                self._unnamed.add(origin)
            before = len(findings.all)
            event = known.get(origin) if known else None
            if event is None or id not in ("", event.id):
                event = self.found.value(Event, data, origin, origin=origin, id=id, zone=zone)
            if event is not None:  # what is wrong with it may be known already
                event = event if event.id else replace(event, id=self._made_id({**data, "id": None}))
                faulty = before < len(findings.all) or (before and findings.has_mistake(*origin))
                (self.faulty if faulty else self.events).append(event)

    def _made_id(self, data: Any) -> str:
        """An id for an event that has none; empty if it has one."""
        if not isinstance(data, dict) or data.get("id") is not None:
            return ""
        day, title = data.get("date"), data.get("title")
        day = day if isinstance(day, str) and FIGURES.search(day) else DATE.placeholder.edtf
        return unused(make_id(day, title if isinstance(title, str) else PLACEHOLDER), self._used)

    def _one_of_each(self) -> None:
        """The same event in two files is one; another event of the same id is an error.

        Events without a written id are the same if all they say is: the first of one file as the first of another,
        the second as the second.
        """
        known: dict[str, Event] = {}
        copies: set[Origin] = set()
        for event in (*self.events, *self.faulty):
            first = known.setdefault(event.id, event) if event.id else event
            if first is event:
                continue
            alike = first == event and clock_zone(first) == clock_zone(event)
            if alike and first.origin.file != event.origin.file:
                copies.add(event.origin)
            else:
                self._report_twice(event.id, first.origin.at("id"), event.origin.at("id"))
        copies |= self._copies_without_id()
        self.events = [event for event in self.events if event.origin not in copies]

    def _copies_without_id(self) -> set[Origin]:
        """Where events without a written id stand that another file has too."""
        copies: set[Origin] = set()
        if len({event.origin.file for event in self.events}) < 2:
            return copies
        alike: dict[tuple[object, ...], list[Event]] = {}
        for event in self.events:
            if event.origin in self._unnamed:
                alike.setdefault((event.date.edtf, event.title, clock_zone(event)), []).append(event)
        for events in alike.values():
            kept: dict[tuple[Event, int], Event] = {}
            seen: Counter[tuple[Event, int]] = Counter()
            for event in events if len(events) > 1 else ():
                plain = replace(event, id="")
                seen[plain, event.origin.file] += 1
                first = kept.setdefault((plain, seen[plain, event.origin.file]), event)
                if first is not event:
                    copies.add(event.origin)
        return copies


def _contradict(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether of one id, or a list of them, and another only one can be meant."""
    return 1 in (len(one), len(other)) and not ({*one} <= {*other} or {*other} <= {*one})


def _joined(first: Declared, second: Declared) -> Declared:
    """Two declarations that do not contradict each other as one; a path stays relative to the file that gives it."""
    added: dict[str, Any] = {}
    for one in fields_of(type(first)):
        mine: Any = getattr(first, one.name)
        other: Any = getattr(second, one.name)
        if isinstance(mine, tuple):
            added[one.name] = tuple(dict.fromkeys((*mine, *other)))
        elif mine == one.default and other != one.default:
            added[one.name] = other
    if "file" in added:
        added["origin"] = second.origin
    return replace(first, **added)


def make_id(day: str, title: str) -> str:
    """An id from date and title, the same on every run: `2022-10-04-blinken-holds-a-trilateral-call`."""
    day = "-".join(FIGURES.findall(day)).lower()
    plain = title if title.isascii() else _without_accents(title)
    words = plain.lower().encode().translate(SLUG_BYTES).split()  # a third of the price of a pattern
    slug = b"-".join(words).decode() or _fingerprint(title)
    if len(slug) > LONGEST_SLUG:  # whole words, as many as there is room for
        start = slug[: LONGEST_SLUG + 1]
        slug = start.rpartition("-")[0] or start[:LONGEST_SLUG]
    return f"{day}-{slug}"


def made_id(event: Event) -> str:
    """The id made from date and title, without the number that tells it from others of the same."""
    return make_id(event.date.edtf, event.title)


def _without_accents(text: str) -> str:
    return "".join(char for char in normal("NFKD", text) if not unicodedata.combining(char))


def _fingerprint(title: str) -> str:
    """A title in a script that an id cannot hold still gives an id of its own."""
    from zlib import crc32

    return f"{crc32(title.encode()):08x}"


def unused(name: str, used: dict[str, int]) -> str:
    """The name, with the next number where it is taken; `used` counts how often each name was asked for."""
    candidate = name
    while candidate in used:
        used[name] += 1
        candidate = f"{name}-{used[name]}"
    used[candidate] = 1
    return candidate
