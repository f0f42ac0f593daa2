"""`import`: a table that somebody already has becomes a draft of a timeline."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from diplotimeline.characters import slug
from diplotimeline.cli.filters import option
from diplotimeline.cli.inputs import DATA_ERRORS, register_of
from diplotimeline.cli.returning import import_export, import_into
from diplotimeline.cli.streams import NOT_SYNCED, print_text, say, talk
from diplotimeline.errors import CallError
from diplotimeline.files import write_new
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import ENDINGS, STANDARD_INPUT
from diplotimeline.record.chronology import Timeline
from diplotimeline.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping, Sequence

    from diplotimeline.importing.mapping import Mapping
    from diplotimeline.importing.rows import Import
    from diplotimeline.importing.tables import Table
    from diplotimeline.problems import Problem
    from diplotimeline.record.report import TimelineFile

ORDERS = ("dmy", "mdy", "ymd")
EXPORT = "diplotimeline"


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A table: csv, tsv, xlsx, JSON or JSON lines.")],
    *,
    output: Annotated[str, option("--output", "-o", metavar="FILE", help="A new timeline; never overwrites.")] = "",
    map: Annotated[str, option("--map", metavar="FILE", help="Which column holds what; --propose writes one.")] = "",
    propose: Annotated[
        bool, typer.Option("--propose", help="Print a mapping with its evidence; import nothing.")
    ] = False,
    kind: Annotated[str, option("--as", metavar="KIND", help="What the table is; else its columns decide.")] = "",
    actors: Annotated[str, option("--actors", metavar="TIMELINE", help="A timeline that declares the actors.")] = "",
    dates: Annotated[str, option("--dates", metavar="ORDER", help="Of figures in dates: dmy, mdy or ymd.")] = "",
    year: Annotated[str, option("--year", metavar="YYYY", help="The year of dates that have none.")] = "",
    sheet: Annotated[str, option("--sheet", metavar="NAME", help="xlsx: the sheet; else the first.")] = "",
    header: Annotated[int, option("--header", metavar="LINE", help="The line that names the columns.")] = 0,
    encoding: Annotated[str, option("--encoding", metavar="NAME", help="Such as cp1252; else UTF-8.")] = "",
    cite_sheet: Annotated[
        bool, typer.Option("--cite-sheet", help="Archive the table as a source and quote it.")
    ] = False,
    into: Annotated[
        str, option("--into", metavar="TIMELINE", help="Change this file by an edited export of it, and nothing else.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would become of the rows.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if a question is open or a row is left out.")] = False,
) -> None:
    """Turn a table into a draft of a timeline, for a person to complete; or take an export back."""
    others = {"--map": map, "--propose": propose, "--actors": actors, "--dates": dates, "--year": year,
              "--sheet": sheet, "--header": header, "--cite-sheet": cite_sheet}  # fmt: skip
    if _came_back(file, kind, encoding, output, into, others, dry_run=dry_run, strict=strict):
        return
    from diplotimeline.importing.drafted import summary, timeline_text  # the help does without
    from diplotimeline.importing.proposal import proposal_text, understood
    from diplotimeline.importing.rows import events_of

    _refuse(output, dates, year, cite_sheet=cite_sheet)
    table, mapping = _read(file, map, kind, dates, year, sheet, header, encoding)
    known = register_of(actors) if actors else Timeline()
    if propose:
        print_text(proposal_text(table, mapping, known))
        return
    understood(mapping, table)
    imported = events_of(table, mapping, known, cite_sheet=cite_sheet)
    archived, entry = _archive(imported) if cite_sheet else ("", {})
    text = timeline_text(imported, sheet=entry, include=_included(actors, output))
    if not dry_run:
        _write(output, text, entry.get("file", ""), archived)
    _say_what_is_left(imported)
    asked = len(imported.names.questions)
    if asked > 1 and not map:
        say(f"{asked:,} names are not known: --propose lists each once, --map reads what you decide.")
    if not imported.mapping.sources and not cite_sheet:
        say("No column names sources: --cite-sheet archives the table and cites it, or --map names the column.")
    if imported.mapping.private and not map and any(one.private for one in imported.events):
        columns = ", ".join(f"'{name}'" for name in (imported.mapping.private.column, *imported.mapping.private.more))
        say(f"Private by what stands in {columns}: --propose shows the words, --map reads what you decide.")
    say(summary(imported))
    if strict and any(one.question or one.kept for one in imported.events):
        raise typer.Exit(DATA_ERRORS)


def _came_back(
    file: str, kind: str, encoding: str, output: str, into: str, others: "AnyMapping[str, object]",
    *, dry_run: bool, strict: bool,
) -> bool:  # fmt: skip
    """Whether the file is an export of a timeline, which is then imported."""
    from diplotimeline.returning.sheets import read

    given = [name for name, value in others.items() if value]
    sure = bool(into) or kind == EXPORT
    if (kind not in ("", EXPORT) or given) and not sure:
        return False
    help = f"-o new.yaml --actors {into} makes a timeline of another table; then copy its events into {into}"
    if given and into:
        raise CallError(f"--into takes an export of that file, to which {given[0]} does not apply", help)
    if given:
        raise CallError(f"{given[0]} does not apply to an export, whose columns are known", "leave it out")
    if into and output:
        raise CallError("--into and -o exclude each other", "--into changes a file, -o writes a new one")
    if into and kind not in ("", EXPORT):
        raise CallError(f"--into takes an export of that file, not '{kind}'", help)
    _refuse(output, "", "", cite_sheet=False)
    sheets = read(file, encoding, sure=sure)
    if sheets is None:
        return False
    if not sure:
        say(f"Read as '{EXPORT}' (--as names another kind).")
    if into:
        import_into(sheets, into, dry_run=dry_run)
    else:
        import_export(sheets, output, dry_run=dry_run, strict=strict)
    return True


def _refuse(output: str, dates: str, year: str, *, cite_sheet: bool) -> None:
    """Raises `CallError` for options that say nothing that can be done."""
    if dates and dates not in ORDERS:
        raise CallError(f"there is no order '{dates}'", did_you_mean(dates, ORDERS, "orders"))
    if year and not (len(year) == 4 and year.isdecimal() and year.isascii() and year != "0000"):
        raise CallError(f"'{year}' is no year", "write such as --year 2024")
    if output not in ("", STANDARD_INPUT) and Path(output).suffix not in ENDINGS:
        raise CallError(f"{output} does not look like a timeline", f"name it {Path(output).stem or 'my'}.yaml")
    if output not in ("", STANDARD_INPUT) and os.path.lexists(output):
        raise CallError(f"{output} exists already and is not overwritten", "name another file")
    if cite_sheet and output in ("", STANDARD_INPUT):
        raise CallError("--cite-sheet writes the table beside the timeline", "say where: -o my.yaml")


def _read(
    file: str, map: str, kind: str, dates: str, year: str, sheet: str, header: int, encoding: str
) -> "tuple[Table, Mapping]":
    """The table and its mapping: the one that is named, that of its kind, or what its columns suggest."""
    from diplotimeline.importing import kinds
    from diplotimeline.importing.mapping import columns_of, read_mapping, unknown_columns

    given = read_mapping(map) if map else None
    wanted = [column for _, column in columns_of(given.mapping)] if given and given.mapping else []
    if given and not given.mapping:
        _fail(given.problems, given.file)
    kind = kind or (given.mapping.kind if given and given.mapping else "")
    table, kind = kinds.read(file, kind=kind, encoding=encoding, sheet=sheet, header=header, wanted=wanted)
    if given and given.mapping:
        if problems := unknown_columns(given, table.columns):
            _fail(problems, given.file)
        mapping = given.mapping
    else:
        mapping = kinds.mapping_of(kind, table)
        say(f"Read as '{kind}' (--as names another kind).")
    date = replace(mapping.date, order=dates or mapping.date.order, year=year or mapping.date.year)
    return table, replace(mapping, date=date)


def _fail(problems: "Sequence[Problem]", file: "TimelineFile") -> NoReturn:
    """Show what is wrong with a mapping, and end."""
    from diplotimeline.views.report import full, summary

    talk([*full(problems, [file]), summary(problems, [file])])
    raise typer.Exit(DATA_ERRORS)


def _archive(one: "Import") -> tuple[str, dict[str, str]]:
    """The table as plain text, without rows that are not for all, and its entry as a source."""
    from diplotimeline.importing.drafted import sheet_text

    table, private = one.table, {event.row.number for event in one.events if event.private}
    text = sheet_text(table, private)
    if private:
        say(f"{count_of(len(private), 'private row')} left out of the archived table.")
    file = f"sources/{slug(Path(table.name).stem, 'sheet')}.txt"
    return text, {"title": table.name, "file": file, "sha256": hashlib.sha256(text.encode()).hexdigest()}


def _included(actors: str, output: str) -> str:
    """The path by which the new timeline can include the file of the actors; empty if it does not lie beside it."""
    if not actors or not Path(actors).is_file() or output in ("", STANDARD_INPUT):
        return ""
    path = os.path.relpath(actors, Path(output).parent).replace(os.sep, "/")
    return "" if path.startswith("../") or not path.endswith(ENDINGS) else path


def _write(output: str, text: str, file: str, archived: str) -> None:
    """Write the timeline, and the archived table below its folder first; or print it."""
    if output in ("", STANDARD_INPUT):
        print_text(text)
        return
    synced = True
    if file:
        path = Path(output).parent / file
        path.parent.mkdir(exist_ok=True)
        synced = write_new(path, archived.encode())
        say(f"Wrote {path}.")
    synced &= write_new(Path(output), text.encode())
    say(f"Wrote {output}.", *([] if synced else [NOT_SYNCED]))


def _say_what_is_left(one: "Import") -> None:
    """Tell what of the table is in no event."""
    for column, cells in one.unmapped.items():
        say(f"Not imported: column '{column}' ({count_of(cells, 'cell')}).")
    if one.table.converted:
        say(f"{count_of(one.table.converted, 'control character')} read as the letters of Windows that they stand for.")
    if one.table.left_out:
        say(f"{count_of(one.table.left_out, 'invisible character')} left out.")
    if one.table.other_sheets:
        say(f"Not read: {', '.join(one.table.other_sheets)} (--sheet names another sheet).")
