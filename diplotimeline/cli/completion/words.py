"""Which words may follow in a line that is not yet complete: commands, options, and the values of both."""

import os
import shlex
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from glob import escape, glob
from types import FrameType
from typing import Any, NamedTuple

from typer.core import TyperArgument, TyperOption

from diplotimeline.analyses.listing import KINDS, listing
from diplotimeline.characters import is_plain
from diplotimeline.cli.completion import SHELLS
from diplotimeline.errors import DiplotimelineError
from diplotimeline.reading.find import ENDINGS, STANDARD_INPUT, bundled
from diplotimeline.reading.loader import load
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.withholding import may_be_marked, withhold
from diplotimeline.record.words import LISTS, STATUSES, TYPES

SECONDS = 0.45
"""CPU time after which nothing is completed any more, the start of the program included."""

# By the long name of an option what a timeline lists for it; the same names stand for arguments.
LISTED = {
    "--actor": "actors", "--not-actor": "actors", "--said-by": "actors", "--source": "sources",
    "--not-source": "sources", "--tag": "tags", "--not-tag": "tags", "--id": "events",
}  # fmt: skip
CLOSED = {
    "--type": TYPES, "--not-type": TYPES, "--since-last": TYPES, "--status": STATUSES, "--not-status": STATUSES,
    "--lang": ("en", "fr"), "--install-completion": SHELLS, "--show-completion": SHELLS,
}  # fmt: skip
RULES = ("--explain", "--select", "--ignore")
# How many words of a command stand before its timelines.
BEFORE_TIMELINES = {"compare": 2, "find": 1, "rename": 2}
# By the command the kinds of ids that its first words may be, and how many words these are.
ID_ARGUMENTS = {"compare": ("sources", "actors"), "rename": ("actors", "sources", "events")}
ID_ARGUMENTS_END = {"compare": 2, "rename": 1}
WITHOUT_TIMELINES = ("new", "draft", "import", "text")


class _TooLateError(Exception):
    """The time is over. Nobody who reads a file takes this for a mistake of the file."""


class _Line(NamedTuple):
    """A line as far as it is typed: its command, its words that are no options, and the options that stand there.

    `option` is the option whose value is being typed, if any; `typed` are the letters of that word, which may be one of
    the arguments; `place` is the number of arguments before it.
    """

    command: Any
    arguments: Sequence[str]
    flags: Sequence[str]
    option: Any
    typed: str
    place: int


def following(asked: str, words: Sequence[str], root: Any, get_command: Callable[[str], Any]) -> list[str]:
    """The words that may stand at a place of a line, each with what is typed of it already.

    `asked` has the shell and the number of the word, counted from that of the program. Whatever goes wrong, or takes
    too long, nobody is told: there is nothing to complete then.
    """
    shell, _, number = asked.partition(" ")
    with suppress(DiplotimelineError, OSError, ValueError, _TooLateError), _in_time():
        given = [_unquoted(word) if shell == "bash" else word for word in words if (shell, word) != ("bash", "=")]
        place = int(number) - 1 - (len(words) - len(given))
        if place < 0:
            return []
        typed = given[place] if place < len(given) else ""
        before, behind = given[:place], given[place + 1 :]
        found = _found(before, typed, behind, root, get_command)
        start = max(typed.rfind(","), typed.rfind("+")) + 1
        listed = [typed[:start] + word if start and not word.startswith(typed) else word for word in found]
        return [word for word in dict.fromkeys(listed) if word.startswith(typed) and is_plain(word)]
    return []


def _found(
    before: Sequence[str], typed: str, behind: Sequence[str], root: Any, get_command: Callable[[str], Any]
) -> Iterable[str]:
    """All words that may stand here, whatever is typed of them."""
    if not before or before[0].startswith("-"):
        line = _line(root, before, typed, behind)
        if not (before or typed.startswith("-")):
            return root.list_commands(None)  # type: ignore[no-any-return]
    elif before[0] not in root.list_commands(None):
        return ()
    else:
        line = _line(get_command(before[0]), before[1:], typed, behind)
    if line.option:
        return _values(line)
    return _options(line) if typed.startswith("-") else _arguments(line)


def _line(command: Any, before: Sequence[str], typed: str, behind: Sequence[str]) -> _Line:
    """The words of a line in their parts."""
    options = {name: one for one in command.params if isinstance(one, TyperOption) for name in one.opts}
    arguments: list[str] = []
    flags: list[str] = []
    place, waiting = 0, None
    option = None
    for number, word in enumerate([*before, None, *behind]):
        if number == len(before):
            option, place, waiting = waiting, len(arguments), None
            arguments += [] if option or typed.startswith("-") else [typed]
        elif waiting is not None:
            waiting = None
        elif word in options:
            flags.append(str(word))
            waiting = None if options[word].is_flag else options[word]
        elif word is not None and (word == STANDARD_INPUT or not word.startswith("-")):
            arguments.append(word)
    return _Line(command, arguments, flags, option, typed, place)


def _options(line: _Line) -> Iterator[str]:
    for one in line.command.params:
        if isinstance(one, TyperOption) and not one.hidden:
            yield from one.opts
    yield "--help"


def _values(line: _Line) -> Iterable[str]:
    """The values that an option takes, where they are known words; else nothing: the shell offers files."""
    long = next((name for name in line.option.opts if name.startswith("--")), "")
    if long in LISTED and line.command.name not in WITHOUT_TIMELINES:
        return _ids(line, LISTED[long])
    if long in RULES:
        from diplotimeline.checks import manual

        return [*manual(), *(("all", *LISTS) if long == "--explain" else ())]
    if long == "--format":
        return _formats(line.command.name)
    return CLOSED.get(long, ())


def _formats(command: str) -> Iterable[str]:
    """The formats of a command, which its module holds."""
    from importlib import import_module

    home = "exporters" if command == "export" else f"cli.{command}"
    formats: Iterable[str] = import_module(f"diplotimeline.{home}").FORMATS
    return formats


def _arguments(line: _Line) -> Iterator[str]:
    """What may stand where no option does: kinds, sources and speakers, timelines."""
    name = line.command.name
    if name == "list" and line.place == 0:
        yield from KINDS
    for kind in ID_ARGUMENTS.get(name, ()) if line.place < ID_ARGUMENTS_END.get(name, 0) else ():
        yield from _ids(line, kind)
    if name == "compare" or (line.place >= BEFORE_TIMELINES.get(name, 0) and name not in WITHOUT_TIMELINES):
        yield from _timelines(line)


def _timelines(line: _Line) -> Iterator[str]:
    """Names of bundled timelines, and the timelines and folders here."""
    if any(isinstance(one, TyperArgument) for one in line.command.params):
        yield from bundled()
        for path in sorted(glob(f"{escape(line.typed)}*")):
            if os.path.isdir(path):
                yield f"{path}/"
            elif path.endswith(ENDINGS):
                yield path


def _ids(line: _Line, kind: str) -> list[str]:
    """The ids of a kind in the timelines that the line names, or in those that are read without a name.

    Of files with errors in which something may be a draft or private nothing is told.
    """
    skipped = BEFORE_TIMELINES.get(line.command.name, 1 if line.arguments[:1] and line.arguments[0] in KINDS else 0)
    named = [os.path.expanduser(one) for one in line.arguments[skipped:]]
    if STANDARD_INPUT in named:
        return []
    timeline: Timeline = load(*named)
    if timeline.report.findings and may_be_marked(timeline):
        return []
    shown = withhold(timeline, drafts="--drafts" in line.flags, private="--private" in line.flags)
    return [one.id for one in listing(shown, kind)]


def _unquoted(word: str) -> str:
    """A word as bash has it in its line, without quotes and backslashes."""
    with suppress(ValueError):
        parts = shlex.split(word)
        return parts[0] if len(parts) == 1 else word
    return word.lstrip("'\"")


@contextmanager
def _in_time() -> Iterator[None]:
    """While completing: raise `_TooLateError` when the process has used its CPU time, where the system can tell."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLateError

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, max(SECONDS - time.process_time(), 0.05))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
