"""The commands that begin a timeline: `draft` from the text of a statement, `new` from nothing."""

import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplotimeline.characters import FORBIDDEN
from diplotimeline.cli.filters import option
from diplotimeline.cli.inputs import sound
from diplotimeline.cli.program import app
from diplotimeline.cli.streams import print_text, say
from diplotimeline.dates.typed import parse_typed
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, write_new
from diplotimeline.loader import ENDINGS
from diplotimeline.prose import count_of
from diplotimeline.suggest import did_you_mean

if TYPE_CHECKING:
    from diplotimeline.drafting import Candidate

MAX_TEXT_BYTES = 20 * 1024 * 1024
STANDARD_INPUT = "-"
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@app.command()
def draft(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A statement as plain text; '-' for standard input.")],
    *,
    day: Annotated[
        str, option("--date", metavar="DAY", help="The day of the statement, such as 2022-10-06; needed.")
    ] = "",
    source: Annotated[
        str, option("--source", metavar="ID", help="Id for the statement; one that --actors declares is copied.")
    ] = "",
    actors: Annotated[
        str, option("--actors", metavar="TIMELINE", help="A timeline whose actors are to be recognised.")
    ] = "",
    language: Annotated[str, option("--lang", metavar="LANG", help="en or fr; otherwise the text decides.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="What is left out too, as comments with the reason.")
    ] = False,
) -> None:
    """Turn a statement into candidate events, for a person to correct."""
    from diplotimeline import drafting  # its tables cost 20 ms, which no other command pays
    from diplotimeline.drafting.writing import timeline_text

    issued = _issued(day)
    if source and not IDENTIFIER.fullmatch(source):
        raise CallError(
            f"'{source}' is no id", "ids have small letters, figures and hyphens, such as carpenter-2022-10-06"
        )
    words = _read(text)
    language = language or drafting.language_of(words)
    register = sound([actors]) if actors else None
    known = dict(register.actors) if register else {}
    found = drafting.candidates(words, issued, language=language, actors=known)
    id = source or _id_of(text)
    citation = register.sources.get(id) if register else None
    citation = citation or drafting.citation(issued, language, _beside(text))
    print_text(timeline_text(found, citation, id, known, left_out=everything))
    _say_what_came_of_it(found, everything=everything)


@app.command()
def new(file: Annotated[str, typer.Argument(metavar="FILE", help="The timeline to begin, such as my.yaml.")]) -> None:
    """Start a commented timeline; never overwrites."""
    from diplotimeline.starting import STARTER

    if not file.endswith(ENDINGS):
        raise CallError(f"{file} does not look like a timeline", f"name it {Path(file).name or 'my'}.yaml")
    write_new(Path(file), STARTER.encode())
    say(f"Wrote {file}. Fill it in, then: diplotimeline check {file}")


# --- steps of the commands -----------------------------------------------------------------------------------------


def _issued(typed: str) -> date:
    """The day of the statement: every date in it is counted from there."""
    if not typed:
        help = "add the day on which the words were spoken or published: --date 2022-10-06"
        raise CallError("'draft' needs the day of the statement", help)
    day = parse_typed(typed)
    if day.first != day.last:
        raise CallError(f"--date needs a day, and {day.text} is longer", "write it as 2022-10-06")
    return date.fromordinal(day.first)


def _read(given: str) -> str:
    """The text of the statement. Raises `CallError` for what is no plain text."""
    try:
        data = (
            sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
            if given == STANDARD_INPUT
            else read_regular(given, MAX_TEXT_BYTES)
        )
    except ReadError as error:
        raise CallError(f"{given or repr(given)} {error.message}", _texts_here(given)) from None
    if len(data) > MAX_TEXT_BYTES:
        raise CallError(f"standard input is larger than {MAX_TEXT_BYTES // 1024 // 1024} MiB", "split it")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        help = "save the words of the document as a text file in UTF-8"
        raise CallError(f"{given} is not plain text in UTF-8", help) from None


def _texts_here(given: str) -> str:
    """The text files that may have been meant."""
    folder = Path(given).parent
    there = sorted(path.name for path in folder.glob("*.txt")) if not os.path.lexists(given) and folder.is_dir() else []
    return did_you_mean(Path(given).name, there, "texts there") if there else ""


def _id_of(given: str) -> str:
    """An id for the source, from the name of its file."""
    words = re.findall(r"[a-z0-9]+", "" if given == STANDARD_INPUT else Path(given).stem.lower())
    return "-".join(words)[:60].strip("-") or "statement"


def _beside(given: str) -> str:
    """The path of the text as a timeline saved in this folder names it; empty if it does not lie below."""
    if given == STANDARD_INPUT:
        return ""
    path = os.path.relpath(given).replace(os.sep, "/")
    return "" if path.startswith("../") or os.path.islink(given) or FORBIDDEN.search(path) else path


def _say_what_came_of_it(found: "Sequence[Candidate]", *, everything: bool) -> None:
    events = [one for one in found if not one.reason]
    questions = sum(1 for one in events if not one.date or one.shared)
    left = len(found) - len(events)
    said = f"{count_of(len(events), 'candidate')}, each with a TODO"
    said += f"; {questions} of them with a question that the text does not settle" if questions else ""
    said += f". {left:,} left out{'' if everything else ' (--all shows them)'}" if left else ""
    say(f"{said}.")
