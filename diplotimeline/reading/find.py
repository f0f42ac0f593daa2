"""The files of a chronology: those that are named, those in folders, and those that files include, each read once."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diplotimeline.errors import CallError, DiplotimelineError, ReadError
from diplotimeline.files import leads_out, read_regular
from diplotimeline.problems import FILE_START, Finding, Route
from diplotimeline.reading.findings import Findings
from diplotimeline.reading.forms import Form, good_value, read
from diplotimeline.reading.text import BYTE_ORDER_MARK
from diplotimeline.reading.tree import MAX_FILE_BYTES, Tree, TreeReader, read_tree
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.values import KEYS, SECTIONS, Event, Header, Origin
from diplotimeline.suggest import did_you_mean

STANDARD_INPUT = "-"
ENDINGS = (".yaml", ".yml")
MAX_CHAIN = 50
FOLDERS_ABOVE, MOST_LOOKED_AT = 3, 200


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


class Files:
    """The files read so far: each with its header, and what else it holds in `roots`, by the number of the file.

    What a file includes stands there before what it holds itself. Of the files in `contents`, by real path, these bytes
    are read instead of those that stand there. `read` are the real paths of all files so far. `tree` reads bytes, and
    may remember them; `known` are events that are known to stand at their places as they are.
    """

    def __init__(
        self,
        contents: Mapping[str, bytes] = MappingProxyType({}),
        tree: TreeReader = read_tree,
        known: Mapping[Origin, Event] = MappingProxyType({}),
    ) -> None:
        self.contents, self.tree, self.known = contents, tree, known
        self.files: list[TimelineFile] = []
        self.headers: list[Header] = []
        self.roots: dict[int, dict[str, Any]] = {}
        self.findings = Findings()
        self.renamed: dict[tuple[int, Route], Route] = {}
        self.passed_over: list[str] = []
        self.incomplete = False
        self.read: set[str] = set()

    def take(self, given: str) -> None:
        """One input of the call: standard input, a file, a folder, or the name of a bundled timeline.

        Raises `CallError` when it does not exist or cannot be read, or is a folder without a timeline.
        """
        if given == STANDARD_INPUT:
            self._take_standard_input()
        elif os.path.isdir(given):
            self._take_folder(given)
        else:
            self._take_file(given if os.path.lexists(given) else str(bundled().get(given, given)))

    def _take_standard_input(self) -> None:
        if STANDARD_INPUT in self.read:
            return
        self.read.add(STANDARD_INPUT)
        try:
            data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        except (OSError, AttributeError):
            raise CallError("standard input cannot be read") from None
        if len(data) > MAX_FILE_BYTES:
            raise CallError(f"standard input is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB", "split it")
        self._read("<stdin>", data, ())

    def _take_file(self, path: str) -> None:
        try:
            self._read_file(path)
        except ReadError as error:
            help = "" if os.path.lexists(path) else _names_like(path)
            raise CallError(f"{path or repr(path)} {error.message}", help) from None

    def _take_folder(self, folder: str) -> None:
        """Every timeline below a folder, sorted; hidden folders, and YAML files of other kinds, are passed over."""
        paths = _yaml_files(folder)
        for path in paths:
            if os.path.realpath(path) not in self.read and leads_out(folder, path):
                # Its lines would be shown, and it may be any file of the reader's machine.
                help = "if it is meant, name the file that it leads to before the folder"
                raise CallError(f"{path} is a symbolic link that leads out of {folder}", help)
            try:
                if not self._read_file(path, only_timelines=True):
                    self.passed_over.append(path)
            except ReadError as error:
                raise CallError(f"{path} {error.message}") from None
        if all(path in self.passed_over for path in paths):
            keys = ", ".join(f"'{key}:'" for key in KEYS)
            raise CallError(f"the folder {folder} holds no timeline", f"a timeline is a .yaml file with any of {keys}")

    def _read_file(self, path: str, chain: tuple[str, ...] = (), *, only_timelines: bool = False) -> bool:
        """Read a file, if it was not read before, and what it includes. Raises `ReadError`.

        `chain` is the files that led here, by real path. With `only_timelines` nothing is read, and False given, of a
        file that is of another kind.
        """
        real = path if "\0" in path else os.path.realpath(path)  # of no file at all: reading it says why
        if real in self.read:
            return True
        data = self.contents[real] if real in self.contents else read_regular(path, MAX_FILE_BYTES)
        self.read.add(real)
        return self._read(path, data, (*chain, real), only_timelines=only_timelines)

    def _read(self, path: str, data: bytes, chain: tuple[str, ...], *, only_timelines: bool = False) -> bool:
        tree = self.tree(data)
        if only_timelines and (tree.other_kind or (not tree.broken and not tree.root.keys() & set(KEYS))):
            return False
        if tree.broken or not tree.root.keys() & set(KEYS):
            _name_its_kind(tree, path, data)
        number = len(self.files)
        root = {} if tree.broken else {**tree.root}
        header = {key: root.pop(key) for key in [*root] if key not in SECTIONS}
        self.files.append(TimelineFile(path, data.removeprefix(BYTE_ORDER_MARK), Path(path).parent, tree.odd))
        before = len(self.findings.all)
        self.findings.add(finding._replace(file=number) for finding in tree.findings)
        self.headers.append(self.value(Header, header, Origin(number)) or Header())
        known = {*KEYS, *(written[0] for (file, _), written in self.renamed.items() if file == number)}
        unread = any(isinstance(value, (dict, list)) and key not in known for key, value in header.items())
        include = any(one.route[:1] == ("include",) for one in self.findings.all[before:])
        self.incomplete |= tree.broken or unread or include or any(map(_may_declare, tree.lost))
        for place, entry in enumerate(self.headers[number].include):
            route: Route = ("include", place)
            if not self.findings.has_mistake(number, route):
                self._include(entry, Finding("include-missing", "", route=route, file=number), chain)
        self.roots[number] = root
        return True

    def value(self, form: type[Form], data: Any, at: Origin, **given: Any) -> Form | None:
        """The value that a part of a file stands for, with what the loader sets; what is wrong with it is kept.

        What follows from a mistake in the form of the YAML is not: that is known already.
        """
        value = good_value(form, data, given)
        if value is not None:
            return value
        reading = read(form, data, at.route, at.file, **given)
        self.findings.add_new(reading.findings)
        self.renamed |= {(at.file, meant): written for meant, written in reading.renamed.items()}
        return reading.value

    def _include(self, entry: str, finding: Finding, chain: tuple[str, ...]) -> None:
        """Read what an entry names: a file, a folder, or the files of a pattern with `*`, sorted.

        `finding` is where a mistake with it would point. Of a folder or pattern the files that led here are left out.
        """
        folder = self.files[finding.file].folder
        path = str(folder / entry)
        message, help = "", "write it relative to this file"
        if "\\" in entry:
            message, help = f"'{entry}' has a '\\' in it", f"write /: {entry.replace(chr(92), '/')}"
        elif os.path.isabs(entry) or "\0" in entry:
            message = f"'{entry}' is not the relative path of a .yaml file"
        elif "*" in entry or os.path.isdir(path):
            paths = [str(Path(one)) for one in _matches(folder, entry) if os.path.realpath(one) not in chain]
            for one in paths:
                self._include_file(one, finding, chain, of_many=True)
            if all(one in self.passed_over for one in paths):
                message, help = f"the included '{entry}' holds no timeline", "the path is relative to this file"
        elif not entry.endswith(ENDINGS):
            message = f"'{entry}' is not the relative path of a .yaml file"
        else:
            self._include_file(path, finding, chain)
        if message:
            self.findings.add([finding._replace(message=message, help=help)])

    def _include_file(self, path: str, finding: Finding, chain: tuple[str, ...], *, of_many: bool = False) -> None:
        """Read an included file; one of several may be of another kind."""
        folder = self.files[finding.file].folder
        name, real = path.removeprefix(os.path.join(folder, "")), os.path.realpath(path)
        if len(chain) >= MAX_CHAIN:
            message = f"files include files through more than {MAX_CHAIN} levels"
            help = "include the last of them directly"
        elif real in chain:
            cycle = " includes ".join(os.path.basename(one) for one in (*chain[chain.index(real) :], real))
            message, help = f"files include each other: {cycle}", ""
            finding = finding._replace(rule="include-cycle")
        elif leads_out(folder, path):
            message = f"the included file '{name}' stands behind a symbolic link that leads out of the folder"
            help = "write the path of the file itself"
        else:
            try:
                if self._read_file(path, chain, only_timelines=True):
                    return
                message, help = f"the included file '{name}' is no timeline", "nothing of it is read"
                if of_many:
                    self.passed_over.append(path)
                    return
            except ReadError as error:
                message, help = f"the included file '{name}' {error.message}", "the path is relative to this file"
        self.findings.add([finding._replace(message=message, help=help)])
        self.incomplete |= finding.rule != "include-cycle"  # of a cycle every file is read


def including(path: str) -> str:
    """A file in the folder of this one, or in one of those above, that includes it; empty if there is none.

    Of several it is the one that reads most.
    """
    real, folder = os.path.realpath(path), os.path.dirname(path)
    above = [os.path.normpath(os.path.join(folder, *[os.pardir] * steps)) for steps in range(FOLDERS_ABOVE + 1)]
    beside = [os.path.normpath(os.path.join(one, name)) for one in above for name in _names_in(one)]
    found: dict[str, int] = {}
    for candidate in beside[:MOST_LOOKED_AT]:
        files = Files()
        with suppress(DiplotimelineError):
            if b"include" in read_regular(candidate, MAX_FILE_BYTES) and os.path.realpath(candidate) != real:
                files.take(candidate)
        if real in files.read:
            found[candidate] = len(files.read)
    return max(found, key=lambda one: found[one], default="")


def _names_in(folder: str) -> list[str]:
    """The names of the YAML files in a folder, sorted; none of one that cannot be read."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(ENDINGS) and not name.startswith("."))
    except OSError:
        return []


def _name_its_kind(tree: Tree, path: str, data: bytes) -> None:
    """Of a document, such as a PDF, nothing else is said than that it is one, and the command that makes it a text."""
    from diplotimeline.documents.kind import advice, kind_of

    kind = kind_of(data, path)
    if kind:
        first = next((one for one in tree.findings if one.mark), Finding("yaml-syntax", "", mark=FILE_START))
        message = f"the file is no timeline but {kind}"
        tree.findings, tree.broken = [first._replace(message=message, help=advice(kind, Path(path)))], True


def _may_declare(route: Route) -> bool:
    """Whether what stood at this place, a section or what should be merged into one, may have declared something."""
    section, *rest = route
    return section == "<<" or (section in SECTIONS and rest in ([], ["<<"]))


def _matches(folder: Path, entry: str) -> list[str]:
    """The YAML files of a folder, or of a pattern in which only `*` is a sign; sorted, none where nothing matches."""
    path = os.path.join(folder, entry)
    if "*" not in entry:
        try:
            return _yaml_files(path)
        except CallError:
            return []
    from glob import glob  # few files need it

    names = glob(re.sub(r"[?\[]", r"[\g<0>]", entry), root_dir=folder)
    paths = (os.path.join(folder, name) for name in sorted(names) if name.endswith(ENDINGS))
    return [one for one in paths if not os.path.isdir(one)]


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
    """What may have been meant by a file that does not exist: a timeline or a folder here, or a bundled one."""
    from glob import escape, glob  # only for a mistake

    beside = sorted(name for ending in ENDINGS for name in glob(f"*{ending}"))
    within = sorted(glob(f"*/{escape(path)}")) if path.endswith(ENDINGS) else []
    if within:
        return f"did you mean '{within[0]}'?"
    folders = sorted(name.rstrip("/") for name in glob("*/"))
    return did_you_mean(path, (*beside, *bundled()), "files here and bundled timelines", also=folders)
