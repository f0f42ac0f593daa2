"""`draft`: the text of a statement becomes candidate events."""

import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from diplotimeline.characters import FORBIDDEN
from diplotimeline.cli.filters import option
from diplotimeline.cli.inputs import register
from diplotimeline.cli.streams import NOT_SYNCED, print_text, say
from diplotimeline.dates.typed import parse_day
from diplotimeline.documents.kind import advice, kind_of
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, write_new
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.record.values import Source
from diplotimeline.suggest import did_you_mean

if TYPE_CHECKING:
    from diplotimeline.drafting import Candidate

MAX_TEXT_BYTES = 20 * 1024 * 1024
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    from diplotimeline import drafting  # its tables cost 50 ms, which the help does without
    from diplotimeline.drafting.writing import timeline_text

    issued = _issued(day)
    if source and not IDENTIFIER.fullmatch(source):
        raise CallError(
            f"'{source}' is no id", "ids have small letters, figures and hyphens, such as carpenter-2022-10-06"
        )
    words = _read(text)
    likely = drafting.language_of(words)
    language = language or likely
    declared = register(actors) if actors else None
    known = dict(declared.actors) if declared else {}
    found = drafting.candidates(words, issued, language=language, actors=known)
    id = source or _id_of(text)
    citation = declared.sources.get(id) if declared else None
    if citation:
        _refuse_another_day(id, citation, issued)
    citation = citation or drafting.citation(issued, language, _beside(text, Path(output).parent))
    timeline = timeline_text(found, citation, id, known, left_out=everything)
    if output in ("", STANDARD_INPUT):
        print_text(timeline)
    else:
        synced = write_new(Path(output), timeline.encode())
        say(f"Wrote {output}.", *([] if synced else [NOT_SYNCED]))
    _say_what_came_of_it(found, everything=everything)
    say(*_doubts(issued, drafting.day_of(words, language=language), likely, language, text, citation))


def _issued(typed: str) -> date:
    """The day of the statement as a date. Raises `CallError` without one: every date in the text is counted from it."""
    if not typed:
        help = "add the day on which the words were spoken or published: --date 2022-10-06"
        raise CallError("'draft' needs the day of the statement", help)
    return parse_day("--date", typed)


def _read(given: str) -> str:
    """The text of the statement. Raises `CallError` for what is not plain text in UTF-8, empty or too large."""
    named = "standard input" if given == STANDARD_INPUT else given
    try:
        data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1) if named != given else read_regular(given, MAX_TEXT_BYTES)
    except ReadError as error:
        raise CallError(f"{given or repr(given)} {error.message}", _texts_here(given)) from None
    if len(data) > MAX_TEXT_BYTES:
        raise CallError(f"{named} is larger than {MAX_TEXT_BYTES // 1024 // 1024} MiB", "split it")
    kind = kind_of(data, given)
    if kind:
        raise CallError(f"{named} is {kind}", advice(kind, PurePath(given)))
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = "\0"
    if "\0" in words:
        raise CallError(f"{named} is not plain text in UTF-8", _in_utf8(given))
    if not words.strip():
        raise CallError(f"{named} is empty", "save the words of the statement there")
    return words


def _in_utf8(given: str) -> str:
    """What to do with a text in another encoding."""
    text = f"{os.path.splitext(given)[0]}-utf8.txt"
    return f"name its encoding: diplotimeline text {shlex.quote(given)} -o {shlex.quote(text)} --encoding NAME"


def _texts_here(given: str) -> str:
    """What to say of a text that does not exist: the text files in its folder; nothing where there are none."""
    folder = Path(given).parent
    there = sorted(path.name for path in folder.glob("*.txt")) if not os.path.lexists(given) and folder.is_dir() else []
    return did_you_mean(Path(given).name, there, "texts there") if there else ""


def _id_of(given: str) -> str:
    """An id for the source, made from the name of its file: `speech-of-march` for `Speech of March.txt`."""
    words = re.findall(r"[a-z0-9]+", "" if given == STANDARD_INPUT else Path(given).stem.lower())
    return "-".join(words)[:60].strip("-") or "statement"


def _refuse_another_day(id: str, source: Source, issued: date) -> None:
    """Raises `CallError` if a declared source was not issued on the day given: which one to count from is open."""
    when = source.issued
    if when and not when.first_day <= issued.toordinal() <= when.last_day:
        raise CallError(f"--date is {issued}, but '{id}' is declared as issued {when.edtf}", "one of them is wrong")


def _beside(given: str, folder: Path) -> str:
    """The path of the text relative to the folder of the timeline; empty if the text does not lie in or below it."""
    if given == STANDARD_INPUT:
        return ""
    path = os.path.relpath(given, folder).replace(os.sep, "/")
    return "" if path.startswith("../") or os.path.islink(given) or FORBIDDEN.search(path) else path


def _say_what_came_of_it(found: "Sequence[Candidate]", *, everything: bool) -> None:
    """Tell how many candidates there are, how many are in question, and how many were left out."""
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


def _doubts(issued: date, own: date | None, likely: str, language: str, text: str, source: Source) -> Iterator[str]:
    """Sentences about what looks wrong in a call that was answered."""
    if issued > date.today():  # noqa: DTZ011 - the day where the person sits
        yield f"{issued} is later than today."
    if own and own != issued:
        yield f"The text gives {own} as its day, --date says {issued}: dates without a year are counted from --date."
    if likely != language:
        yield f"The text looks like '{likely}' rather than '{language}'; --lang says which."
    if not source.file and text != STANDARD_INPUT:
        yield "The text does not lie below the draft's folder: without 'file:', check cannot search the quotes in it."
