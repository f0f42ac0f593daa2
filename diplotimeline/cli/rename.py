"""`rename`: an actor, source or event gets another id, in all files at once."""

import os
from pathlib import Path
from typing import Annotated

import typer

import diplotimeline
from diplotimeline.cli.filters import Timelines
from diplotimeline.cli.streams import NOT_SYNCED, say
from diplotimeline.cli.waiting import at_work
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import STANDARD_INPUT, bundled, default_inputs
from diplotimeline.reading.loader import load
from diplotimeline.writing import renaming

PACKAGE = Path(diplotimeline.__file__).resolve().parent


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id of an actor, source or event; or actor:ID.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="An id that nothing has yet.")],
    timelines: Timelines = None,
) -> None:
    """Change an id wherever it stands as one; nothing else in the files changes."""
    _refuse_installed(timelines or [])
    with at_work("Reading"):
        timeline = load(*(timelines or ()), quotes=False)
    if any(Path(file.path).resolve().is_relative_to(PACKAGE) for file in timeline.report.files):
        raise _installed()
    done = renaming.rename(timeline, old, new)
    synced = done.write()
    say(f"Renamed {done.kind} '{done.old}' to '{done.new}': {count_of(done.places, 'place')}.")
    say(*(f"Wrote {path}." for path in done.after))
    if done.joined:
        say(f"Another file declares '{done.new}' too, and nothing there contradicts: it is one {done.kind}.")
    say(*([] if synced else [NOT_SYNCED]))


def _refuse_installed(timelines: list[str]) -> None:
    """Raises `CallError` for standard input, and for a timeline that comes with the program: a copy is for changing."""
    if STANDARD_INPUT in timelines:
        raise CallError("standard input cannot be changed", "name the file")
    named = [given for given in timelines if not os.path.lexists(given) and given in bundled()]
    if named or (not timelines and default_inputs() and default_inputs()[0] in bundled().values()):
        raise _installed()


def _installed() -> CallError:
    return CallError("the timelines that come with the program are not changed", "copy the file and name the copy")
