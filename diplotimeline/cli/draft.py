"""`draft`: the texts of statements become candidate events."""

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from diplotimeline.cli.filters import option
from diplotimeline.cli.inputs import register_of, sound
from diplotimeline.cli.statements import Text, read_texts
from diplotimeline.cli.streams import NOT_SYNCED, deliver, say
from diplotimeline.cli.waiting import at_work
from diplotimeline.dates import parse
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, write_atomic
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.reading.tree import MAX_FILE_BYTES
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Source
from diplotimeline.suggest import did_you_mean
from diplotimeline.writing.edits import edited

if TYPE_CHECKING:
    from diplotimeline.drafting import Candidate
    from diplotimeline.drafting.writing import Statement

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Citation(NamedTuple):
    """What a call says of the source."""

    id: str
    title: str
    url: str
    publisher: str
    speaker: str


def draft(
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="Statements as plain text; '-' for standard input.")
    ],
    *,
    day: Annotated[str, option("--date", metavar="DAY", help="The day of the statement, such as 2022-10-06.")] = "",
    dates: Annotated[
        str, option("--dates", metavar="TABLE", help="A csv with the name of each text and its day.")
    ] = "",
    source: Annotated[
        str, option("--source", metavar="ID", help="Id for the statement; one that --actors declares is copied.")
    ] = "",
    title: Annotated[str, option("--title", metavar="TEXT", help="Title of the statement.")] = "",
    url: Annotated[str, option("--url", metavar="URL", help="Where the statement was published.")] = "",
    publisher: Annotated[str, option("--publisher", metavar="TEXT", help="Who published it.")] = "",
    speaker: Annotated[
        str, option("--speaker", metavar="ID", help="Whose words they are: the id of one of --actors.")
    ] = "",
    actors: Annotated[
        str, option("--actors", metavar="TIMELINE", help="A timeline whose actors are to be recognised.")
    ] = "",
    into: Annotated[
        str, option("--into", metavar="TIMELINE", help="The file to which sources and candidates are added.")
    ] = "",
    language: Annotated[str, option("--lang", metavar="LANG", help="en or fr; otherwise the text decides.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="What is left out too, as comments with the reason.")
    ] = False,
    output: Annotated[str, option("--output", "-o", metavar="FILE", help="A new file; never overwrites.")] = "",
) -> None:
    """Turn statements into candidate events, for a person to correct."""
    from diplotimeline.drafting.writing import timeline_text

    _refuse_at_odds(texts, source=source or title or url, into=into, output=output)
    citation = Citation(source, title, url, publisher, speaker)
    read = read_texts(texts, day, dates)
    register = register_of(actors) if actors else sound([into], todos=True) if into else Timeline()
    if speaker and speaker not in register.actors:
        if not (actors or into):
            help = "name the file that has it: --actors TIMELINE"
            raise CallError(f"--speaker {speaker} is the id of an actor", help)
        help = did_you_mean(speaker, sorted(register.actors), "actors there") or "declare the speaker there"
        raise CallError(f"--speaker {speaker}: there is no such actor in {actors or into}", help)
    folder = Path(into or output).parent
    with at_work("Drafting"):
        drafted = [_drafted(text, citation, register, folder, language) for text in read]
    if into:
        say(*_added(Path(into), drafted, register, everything=everything))
    else:
        include = _include(actors, folder)
        deliver(timeline_text(drafted, register, include=include, left_out=everything), output)
    _say_what_came_of_it([one for statement in drafted for one in statement.found], everything=everything)
    for text, statement in zip(read, drafted, strict=True):
        say(*_doubts(text, statement, language))


def _refuse_at_odds(texts: Sequence[str], *, source: str, into: str, output: str) -> None:
    """Raises `CallError` for options that do not go together."""
    if into and output:
        raise CallError("--into and -o name two files", "give one of them")
    if source and len(texts) > 1:
        raise CallError("--source, --title and --url are those of one statement", "call 'draft' for each text")


def _drafted(text: Text, citation: Citation, register: Timeline, folder: Path, language: str) -> "Statement":
    """A text with its candidates and its source."""
    from diplotimeline import drafting
    from diplotimeline.drafting.writing import Statement

    id = citation.id or text.id
    if not IDENTIFIER.fullmatch(id):
        raise CallError(f"'{id}' is no id", "ids have small letters, figures and hyphens, such as carpenter-2022-10-06")
    language = language or drafting.language_of(text.words)
    issued = text.issued or drafting.day_of(text.words, language=language)
    if issued is None:
        help = "add the day on which the words were spoken or published: --date 2022-10-06, or in the table of --dates"
        raise CallError(f"'draft' needs the day of the statement{_named(text)}", help)
    declared = register.sources.get(id)
    if declared:
        _refuse_another_day(id, declared, issued)
    source = declared or _cited(citation, issued, language, text.beside(folder))
    speakers = [register.actors[one].name for one in source.speaker if one in register.actors]
    found = drafting.candidates(
        text.words, issued, language=language, actors=register.actors, speaker=speakers[0] if speakers else ""
    )
    return Statement(id, source, found)


def _named(text: Text) -> str:
    return "" if text.given == STANDARD_INPUT else f" {text.given}"


def _cited(given: Citation, issued: date, language: str, file: str) -> Source:
    """The statement in `file` as a source, as far as the call names it."""
    return Source(
        title=given.title or f"Statement of {issued}",
        issued=parse(issued.isoformat()),
        language=language,
        file=file,
        url=given.url,
        publisher=given.publisher,
        speaker=(given.speaker,) if given.speaker else (),
    )


def _refuse_another_day(id: str, source: Source, issued: date) -> None:
    """Raises `CallError` if a declared source was not issued on the day given: which one to count from is open."""
    when = source.issued
    if when and not when.first_day <= issued.toordinal() <= when.last_day:
        raise CallError(f"--date is {issued}, but '{id}' is declared as issued {when.edtf}", "one of them is wrong")


def _include(actors: str, folder: Path) -> str:
    """The register as the draft names it: it is included where it is one file in the draft's folder, else copied."""
    beside = Path(actors) if actors else None
    is_beside = beside is not None and beside.is_file() and beside.parent.resolve() == folder.resolve()
    return beside.name if beside is not None and is_beside else ""


def _added(path: Path, drafted: "Sequence[Statement]", register: Timeline, *, everything: bool) -> Iterator[str]:
    """Add sources, proposed actors and candidates to a file; all else of it stays, byte for byte."""
    from diplotimeline.drafting.writing import entries

    try:
        data = read_regular(path, MAX_FILE_BYTES)
    except ReadError as error:
        raise CallError(f"{path} {error.message}") from None
    new = entries(drafted, register, declared=True, left_out=everything)
    if not any(not one.reason for statement in drafted for one in statement.found):
        new["events"] = []  # comments alone make no section
    synced = write_atomic(path, edited(data, (), {section: texts for section, texts in new.items() if texts}))
    yield f"Added to {os.fspath(path)}."
    if not synced:
        yield NOT_SYNCED


def _say_what_came_of_it(found: "Sequence[Candidate]", *, everything: bool) -> None:
    """Tell how many candidates there are, how many are in question, and how many were left out."""
    events = [one for one in found if not one.reason]
    left = [one for one in found if one.reason]
    dated = sum(1 for one in left if one.date or one.readings)
    unsaid = f". {len(left):,} left out" if left else ""
    unsaid += f", {dated:,} of them with a date" if dated else ""
    unsaid += " (--all shows them)" if left and not everything else ""
    if not events:
        say(f"No candidates{unsaid}.")
        return
    questions = sum(1 for one in events if not one.date or not one.title or not one.type or one.shared)
    said = f"{count_of(len(events), 'candidate')}, each with a TODO"
    said += f"; {questions} of them with a question that the text does not settle" if questions else ""
    say(f"{said}{unsaid}.")


def _doubts(text: Text, statement: "Statement", language: str) -> Iterator[str]:
    """Sentences about what looks wrong in a call that was answered."""
    from diplotimeline import drafting

    likely = drafting.language_of(text.words)
    own = drafting.day_of(text.words, language=language or likely)
    if text.issued and text.issued > date.today():  # noqa: DTZ011 - the day where the person sits
        yield f"{text.issued} is later than today."
    if text.issued and own and own != text.issued:
        yield (
            f"The text gives {own} as its day, --date says {text.issued}: dates without a year are counted from --date."
        )
    if not text.issued:
        yield f"The day of{_named(text) or ' the text'} is taken from its words: {own}."
    if language and likely != language:
        yield f"The text looks like '{likely}' rather than '{language}'; --lang says which."
    if not statement.source.file and text.given != STANDARD_INPUT:
        yield "The text does not lie below the draft's folder: without 'file:', check cannot search the quotes in it."
