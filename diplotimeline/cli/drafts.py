"""The commands that begin a timeline: `draft` from the text of a statement, `new` from nothing."""

import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplotimeline.characters import FORBIDDEN
from diplotimeline.cli.filters import option
from diplotimeline.cli.inputs import sound
from diplotimeline.cli.program import app
from diplotimeline.cli.streams import print_text, say
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, write_new
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import ENDINGS
from diplotimeline.suggest import did_you_mean

if TYPE_CHECKING:
    from diplotimeline.drafting import Candidate
    from diplotimeline.record.values import Source

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
    output: Annotated[str, option("--output", "-o", metavar="FILE", help="A new file; never overwrites.")] = "",
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
    if citation:
        _refuse_another_day(id, citation, issued)
    citation = citation or drafting.citation(issued, language, _beside(text, Path(output).parent))
    timeline = timeline_text(found, citation, id, known, left_out=everything)
    if output in ("", STANDARD_INPUT):
        print_text(timeline)
    else:
        write_new(Path(output), timeline.encode())
        say(f"Wrote {output}.")
    _say_what_came_of_it(found, everything=everything)
    say(*_doubts(words, issued, language, text, citation))


@app.command()
def new(file: Annotated[str, typer.Argument(metavar="FILE", help="The timeline to begin, such as my.yaml.")]) -> None:
    """Start a commented timeline; never overwrites."""
    from diplotimeline.cli.starting import STARTER

    path = Path(file)
    if path.suffix not in ENDINGS or path.name.startswith("."):  # a hidden file is passed over in its folder
        stem = "" if path.name in ENDINGS else path.stem.strip(".")
        better = path.with_name(f"{stem or 'my'}.yaml") if path.name else "my.yaml"
        raise CallError(f"{file or repr(file)} does not look like a timeline", f"name it {better}")
    write_new(path, STARTER.encode())
    say(f"Wrote {file}. Fill it in, then: diplotimeline check {shlex.quote(file)}")


# --- steps of the commands -----------------------------------------------------------------------------------------


def _issued(typed: str) -> date:
    """The day of the statement: every date in it is counted from there."""
    if not typed:
        help = "add the day on which the words were spoken or published: --date 2022-10-06"
        raise CallError("'draft' needs the day of the statement", help)
    from diplotimeline.dates.typed import parse_typed

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
        raise CallError(f"{_named(given)} is larger than {MAX_TEXT_BYTES // 1024 // 1024} MiB", "split it")
    try:
        words = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        words = "\0"
    if "\0" in words:
        help = "save the words of the document as a text file in UTF-8"
        raise CallError(f"{_named(given)} is not plain text in UTF-8", help)
    if not words.strip():
        raise CallError(f"{_named(given)} is empty", "save the words of the statement there")
    return words


def _named(given: str) -> str:
    return "standard input" if given == STANDARD_INPUT else given


def _texts_here(given: str) -> str:
    """The text files that may have been meant."""
    folder = Path(given).parent
    there = sorted(path.name for path in folder.glob("*.txt")) if not os.path.lexists(given) and folder.is_dir() else []
    return did_you_mean(Path(given).name, there, "texts there") if there else ""


def _id_of(given: str) -> str:
    """An id for the source, from the name of its file."""
    words = re.findall(r"[a-z0-9]+", "" if given == STANDARD_INPUT else Path(given).stem.lower())
    return "-".join(words)[:60].strip("-") or "statement"


def _refuse_another_day(id: str, source: "Source", issued: date) -> None:
    """Every date is counted from the day of the statement, so two days for it would be two drafts."""
    when = source.issued
    if when and not when.first_day <= issued.toordinal() <= when.last_day:
        raise CallError(f"--date is {issued}, but '{id}' is declared as issued {when.edtf}", "one of them is wrong")


def _beside(given: str, folder: Path) -> str:
    """The path of the text as a timeline saved in a folder names it; empty if it does not lie below."""
    if given == STANDARD_INPUT:
        return ""
    path = os.path.relpath(given, folder).replace(os.sep, "/")
    return "" if path.startswith("../") or os.path.islink(given) or FORBIDDEN.search(path) else path


def _say_what_came_of_it(found: "Sequence[Candidate]", *, everything: bool) -> None:
    events = [one for one in found if not one.reason]
    left = len(found) - len(events)
    unsaid = f". {left:,} left out{'' if everything else ' (--all shows them)'}" if left else ""
    if not events:
        say(f"No candidates{unsaid}.")
        return
    questions = sum(1 for one in events if not one.date or one.shared)
    said = f"{count_of(len(events), 'candidate')}, each with a TODO"
    said += f"; {questions} of them with a question that the text does not settle" if questions else ""
    say(f"{said}{unsaid}.")


def _doubts(words: str, issued: date, language: str, text: str, source: "Source") -> Iterator[str]:
    """What may be wrong with the call, although it can be answered."""
    from diplotimeline.drafting import language_of

    if issued > date.today():  # noqa: DTZ011 - the day where the person sits
        yield f"{issued} is later than today."
    if language_of(words) != language:
        yield f"The text looks like '{language_of(words)}' rather than '{language}'; --lang says which."
    if not source.file and text != STANDARD_INPUT:
        yield "The text does not lie below the draft's folder: without 'file:', check cannot search the quotes in it."
