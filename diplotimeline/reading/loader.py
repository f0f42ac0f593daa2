"""Paths to a timeline: finds the files, reads what they include, merges them, names events, checks quotes.

Bad data is a value (`Timeline.problems`); only a bad call raises.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from diplotimeline.characters import normal
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import leads_out, read_regular
from diplotimeline.problems import Finding, Route
from diplotimeline.quotes.verify import read_archive, verify
from diplotimeline.reading.forms import PLACEHOLDER, good_value, validate
from diplotimeline.reading.positions import Faults, Positions
from diplotimeline.reading.tree import MAX_FILE_BYTES, collector_paused, read_tree
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.fields import find_zone
from diplotimeline.record.values import SECTIONS, Actor, Event, Header, Source, TimelineFile
from diplotimeline.suggest import did_you_mean

STANDARD_INPUT = "-"
ENDINGS = (".yaml", ".yml")
KEYS = ("title", "summary", "timezone", "include", *SECTIONS)
MAX_CHAIN = 50
LONGEST_SLUG = 60
FIGURES = re.compile(r"[0-9X]+")
SLUG_BYTES = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789" else ord(" ") for byte in range(256))

Value = TypeVar("Value", Actor, Source)
Form = TypeVar("Form")


def load(*inputs: str | Path) -> Timeline:
    """Read files, folders, bundled names and `-` (standard input) as one chronology.

    With no input: `./timelines/` if there is one, else the bundled timelines. Everything wrong with the data is in
    the timeline's `problems`. Raises `CallError` when an input does not exist or a folder holds no timeline.
    """
    loading = _Loading()
    with collector_paused():
        for given in inputs or default_inputs():
            loading.take(str(given))
        return loading.timeline()


def default_inputs() -> tuple[Path, ...]:
    """What is read when nothing is named: the folder `timelines` here, else the bundled timelines."""
    here = Path("timelines")
    return (here,) if here.is_dir() else tuple(bundled().values())


def bundled() -> Mapping[str, Path]:
    """The timelines that come with the package, by name."""
    package = Path(__file__).parent.parent
    installed = package / "timelines"
    folder = installed if installed.is_dir() else package.parent / "timelines"
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


@dataclass(eq=False)
class _Loading:
    """One load: what has been read so far."""

    files: list[TimelineFile] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    faulty: list[Event] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    renamed: dict[tuple[int, Route], Route] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    entries_at_fault: set[Route] = field(default_factory=set)
    twice: set[tuple[int, Route]] = field(default_factory=set)
    ambiguous: set[str] = field(default_factory=set)
    incomplete: bool = False

    # --- finding files ---

    def take(self, given: str) -> None:
        """One input of the call: standard input, a file, a folder, or the name of a bundled timeline."""
        if given == STANDARD_INPUT and STANDARD_INPUT in self.seen:
            return
        if given == STANDARD_INPUT:
            self.seen.add(STANDARD_INPUT)
            try:
                data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
            except (OSError, AttributeError):
                raise CallError("standard input cannot be read") from None
            if len(data) > MAX_FILE_BYTES:
                raise CallError(f"standard input is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB", "split it")
            self.read("<stdin>", data, Path(), ())
        elif os.path.isdir(given):
            self.take_folder(given)
        elif not os.path.lexists(given) and given in bundled():
            self.take_file(str(bundled()[given]))
        else:
            self.take_file(given)

    def take_file(self, path: str) -> None:
        try:
            data = read_regular(path, MAX_FILE_BYTES)
        except ReadError as error:
            help = "" if os.path.lexists(path) else _names_like(path)
            raise CallError(f"{path or repr(path)} {error.message}", help) from None
        self.read(path, data, Path(path).parent, (os.path.realpath(path),))

    def take_folder(self, folder: str) -> None:
        """Every timeline below a folder, sorted; hidden folders, and YAML files of other kinds, are passed over."""
        paths = _yaml_files(folder)
        for path in paths:
            real = os.path.realpath(path)
            if real in self.seen:
                continue
            if leads_out(folder, path):  # its lines would be shown, and it may be any file of the reader's machine
                help = "if it is meant, name the file that it leads to before the folder"
                raise CallError(f"{path} is a symbolic link that leads out of {folder}", help)
            try:
                data = read_regular(path, MAX_FILE_BYTES)
            except ReadError as error:
                raise CallError(f"{path} {error.message}") from None
            if not self.read(path, data, Path(path).parent, (real,), only_timelines=True):
                self.passed_over.append(path)
        if all(path in self.passed_over for path in paths):
            keys = ", ".join(f"'{key}:'" for key in KEYS)
            raise CallError(f"the folder {folder} holds no timeline", f"a timeline is a .yaml file with any of {keys}")

    # --- reading one file ---

    def read(
        self, path: str, data: bytes, folder: Path, chain: tuple[str, ...], *, only_timelines: bool = False
    ) -> bool:
        """Read one file and what it includes. `chain` is the files that led here, by real path.

        With `only_timelines` nothing is read, and False given, of a file that is of another kind.
        """
        if chain and chain[-1] in self.seen:
            return True
        self.seen.update(chain[-1:])
        tree = read_tree(data)
        other_kind = tree.other_kind or (not tree.broken and not tree.root.keys() & set(KEYS))
        if only_timelines and other_kind:
            return False
        number = len(self.files)
        self.files.append(TimelineFile(path, data, folder))
        self.headers.append(Header())
        self.note(replace(finding, file=number) for finding in tree.findings)
        self.incomplete |= tree.broken
        if not tree.broken:
            self.read_header(tree.root, number, chain)
            self.read_sections(tree.root, number)
        return True

    def read_header(self, root: dict[str, Any], number: int, chain: tuple[str, ...]) -> None:
        data = {key: value for key, value in root.items() if key not in SECTIONS}
        header = self.validated(Header, data, (), number)
        self.incomplete |= not data.keys() <= set(KEYS)
        self.headers[number] = header or Header()
        for place, entry in enumerate(self.headers[number].include):
            if ("include", place) not in self.entries_at_fault:
                self.include(entry, Finding("include-missing", "", route=("include", place), file=number), chain)

    def include(self, entry: str, finding: Finding, chain: tuple[str, ...]) -> None:
        """Read an included file; `finding` is where a mistake with it would point."""
        before = len(self.findings)
        self.read_included(entry, finding, chain)
        self.incomplete |= before < len(self.findings)

    def read_included(self, entry: str, finding: Finding, chain: tuple[str, ...]) -> None:
        folder = self.files[finding.file].folder
        path = os.path.join(folder, entry)
        real = os.path.realpath(path)
        if os.path.isabs(entry) or not entry.endswith(ENDINGS):
            message = f"'{entry}' is not the relative path of a .yaml file"
            self.findings.append(replace(finding, message=message, help="write it relative to this file"))
        elif len(chain) >= MAX_CHAIN:
            message = f"files include files through more than {MAX_CHAIN} levels"
            self.findings.append(replace(finding, message=message, help="include the last of them directly"))
        elif real in chain:
            cycle = " includes ".join(os.path.basename(one) for one in (*chain[chain.index(real) :], real))
            self.findings.append(replace(finding, rule="include-cycle", message=f"files include each other: {cycle}"))
        elif leads_out(folder, path):
            message = f"the included file '{entry}' stands behind a symbolic link that leads out of the folder"
            self.findings.append(replace(finding, message=message, help="write the path of the file itself"))
        elif real not in self.seen:
            try:
                data = read_regular(path, MAX_FILE_BYTES)
            except ReadError as error:
                help = "the path is relative to this file"
                self.findings.append(
                    replace(finding, message=f"the included file '{entry}' {error.message}", help=help)
                )
            else:
                if not self.read(path, data, Path(path).parent, (*chain, real), only_timelines=True):
                    message = f"the included file '{entry}' is no timeline"
                    self.findings.append(replace(finding, message=message, help="nothing of it is read"))

    def read_sections(self, root: dict[str, Any], number: int) -> None:
        for section, kind, words in (("actors", dict, "group"), ("sources", dict, "group"), ("events", list, "list")):
            content = root.pop(section, None)
            if content is not None and not isinstance(content, kind):
                help = "write '- date: …' for each" if kind is list else "write 'id: {name: …}' for each"
                message = f"'{section}' is not a {words}"
                self.findings.append(Finding("wrong-type", message, help, (section,), file=number))
                content, self.incomplete = None, True
            if section == "events":
                self.read_events(content or [], number)
            elif section == "actors":
                self.read_entries(Actor, self.actors, content or {}, section, number)
            else:
                self.read_entries(Source, self.sources, content or {}, section, number)

    def read_entries(
        self, form: type[Value], known: dict[str, Value], content: dict[str, Any], section: str, number: int
    ) -> None:
        """Actors or sources of one file. The same id in two files is fine if both say the same."""
        for key, data in content.items():
            route: Route = (section, key)
            value = self.validated(form, data, route, number)
            if value is None:
                value = form(name=PLACEHOLDER) if form is Actor else form(title=PLACEHOLDER)  # type: ignore[call-arg]
            object.__setattr__(value, "id", key)
            object.__setattr__(value, "origin", number)
            first = known.setdefault(key, value)
            if not self.same(first, value) and not self.has_mistake(route):
                self.report_twice(key, (section, key), first.origin, route, number, _differing(first, value))

    def same(self, first: Actor | Source, second: Actor | Source) -> bool:
        """Whether two declarations say the same; a path is only the same below the same folder."""
        if isinstance(second, Source) and second.file:
            folders = {os.path.realpath(self.files[one.origin].folder) for one in (first, second)}
            return first == second and len(folders) == 1
        return first == second

    def has_mistake(self, route: Route) -> bool:
        """Whether an entry has a mistake of its own: it is not compared with its namesake in another file then."""
        return route in self.entries_at_fault

    def report_twice(
        self, name: str, first_route: Route, first: int, route: Route, number: int, fields: str = ""
    ) -> None:
        """The same id at two places: an error at both, each naming the other and the `fields` that differ."""
        self.ambiguous.add(name)
        for here, there, at in ((first, number, first_route), (number, first, route)):
            message = f"'{name}' is declared in {self.files[there].path} too, with another {fields}"
            if at[0] == "events":
                message = f"the id '{name}' is used for another event in {self.files[there].path} too"
            finding = Finding("duplicate-id", message, "rename one, or make them the same", at, at="key", file=here)
            if (here, at) not in self.twice:
                self.twice.add((here, at))
                self.findings.append(finding)

    def note(self, findings: Iterable[Finding]) -> None:
        """Keep what was found, and where, so that its echoes are left out."""
        found = list(findings)
        self.findings += found
        self.faults.add(found)
        self.entries_at_fault.update(one.route[:2] for one in found)

    def validated(self, form: type[Form], data: Any, route: Route, number: int) -> Form | None:
        """The value of a part of a file; what is wrong with it is noted, unless the form of the YAML already was."""
        reading = validate(form, data, route, number)
        if reading.findings:
            found = self.faults.not_echoing(reading.findings)
            self.note(found)
            self.renamed |= {(number, meant): written for meant, written in reading.renamed.items()}
        return reading.value

    def read_events(self, content: list[Any], number: int) -> None:
        """Events of one file. The list is emptied on the way: a large file need not be held twice."""
        content.reverse()
        for place in range(len(content)):
            data = content.pop()
            event = good_value(Event, data)
            kept = self.events
            if event is None:
                before = len(self.findings)
                event = self.validated(Event, data, ("events", place), number)
                kept = self.faulty if before < len(self.findings) else self.events
            if event is not None:
                object.__setattr__(event, "origin", (number, place))
                kept.append(event)

    # --- the whole ---

    def timeline(self) -> Timeline:
        self.name_events()
        zones = [find_zone(header.timezone) if header.timezone else None for header in self.headers]
        self.events.sort(key=lambda event: event.date.order(zones[event.origin[0]]))
        titles = dict.fromkeys(header.title for header in self.headers if header.title)
        summaries = [header.summary for header in self.headers if header.summary]
        timeline = Timeline(
            title=" · ".join(titles),
            summary=summaries[0] if len(summaries) == 1 else "",
            actors=self.actors,
            sources=self.sources,
            events=tuple(self.events),
            files=tuple(self.files),
            faulty=tuple(self.faulty),
            passed_over=tuple(self.passed_over),
            renamed=self.renamed,
            incomplete=self.incomplete,
            findings=tuple(self.findings),
            locate=Positions(self.files).problems,
        )
        archive = {name: kept for name, kept in read_archive(timeline).items() if name not in self.ambiguous}
        timeline = replace(timeline, archive=archive)
        return replace(timeline, verdicts=verify(timeline))

    def name_events(self) -> None:
        """Ids as written, unique; the others made from date and title, with a number where that is not enough."""
        written: dict[str, Event] = {}
        copies: set[tuple[int, int]] = set()
        for event in (*self.events, *self.faulty):
            first = written.setdefault(event.id, event) if event.id else event
            if first is event:
                continue
            if first == event and first.origin[0] != event.origin[0]:
                copies.add(event.origin)  # the same event in two files is one
                continue
            places = [("events", one.origin[1], "id") for one in (first, event)]
            self.report_twice(event.id, places[0], first.origin[0], places[1], event.origin[0])
        self.events = [event for event in self.events if event.origin not in copies]
        used = dict.fromkeys(written, 1)
        for event in (*self.events, *self.faulty):
            if not event.id:
                object.__setattr__(event, "id", _unused(make_id(event), used))


def _yaml_files(folder: str) -> list[str]:
    """The YAML files below a folder, sorted by path; hidden files and folders, and links to folders, left out.

    Raises `CallError` for a folder that cannot be read: to leave it out would look as if nothing stood in it.
    """
    paths, waiting = [], [folder]
    while waiting:  # folders may stand in one another deeper than functions can call themselves
        here = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(here) if not entry.name.startswith(".")]
        except OSError as error:
            raise CallError(f"the folder {here} cannot be read: {(error.strerror or str(error)).lower()}") from None
        waiting += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        paths += [entry.path for entry in entries if entry.name.endswith(ENDINGS) and not os.path.isdir(entry.path)]
    return sorted(paths)


def _names_like(path: str) -> str:
    """What may have been meant by a file that does not exist: a timeline beside it in this folder, or a bundled one."""
    from glob import glob  # only for a mistake

    beside = sorted(name for ending in ENDINGS for name in glob(f"*{ending}"))
    return did_you_mean(path, (*beside, *bundled()), "files here and bundled timelines")


def _differing(first: Actor | Source, second: Actor | Source) -> str:
    """The names of the fields that differ; of the same words in another folder, the file."""
    names = [one.name for one in fields(first) if one.compare and getattr(first, one.name) != getattr(second, one.name)]
    return ", ".join(f"'{name}'" for name in names) or "'file'"


def make_id(event: Event) -> str:
    """An id from date and title, the same on every run: `2022-10-04-blinken-holds-a-trilateral-call`."""
    day = "-".join(FIGURES.findall(event.date.edtf)).lower()
    title = event.title if event.title.isascii() else _without_accents(event.title)
    words = title.lower().encode().translate(SLUG_BYTES).split()  # a third of the price of a pattern
    slug = b"-".join(words).decode() or _fingerprint(event.title)
    if len(slug) > LONGEST_SLUG:  # whole words, as many as there is room for
        start = slug[: LONGEST_SLUG + 1]
        slug = start.rpartition("-")[0] or start[:LONGEST_SLUG]
    return f"{day}-{slug}"


def _without_accents(text: str) -> str:
    return "".join(char for char in normal("NFKD", text) if not unicodedata.combining(char))


def _fingerprint(title: str) -> str:
    """A title in a script that an id cannot hold still gives an id of its own."""
    from zlib import crc32

    return f"{crc32(title.encode()):08x}"


def _unused(name: str, used: dict[str, int]) -> str:
    """The name, with the next number where it is taken; `used` counts how often each name was asked for."""
    candidate = name
    while candidate in used:
        used[name] += 1
        candidate = f"{name}-{used[name]}"
    used[candidate] = 1
    return candidate
