"""`import` of what was exported: into a new timeline, or into the file that it was made from."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Exit

from diplotimeline.cli.inputs import DATA_ERRORS, sound
from diplotimeline.cli.streams import NOT_SYNCED, deliver, print_text, say
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import read_regular, write_atomic
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.reading.tree import MAX_FILE_BYTES, read_tree

if TYPE_CHECKING:
    from diplotimeline.returning.changes import Plan
    from diplotimeline.returning.sheets import Sheets

MOST_LISTED = 20


def import_export(sheets: "Sheets", output: str, *, dry_run: bool, strict: bool) -> None:
    """Write a new timeline with what an export holds."""
    from diplotimeline.returning.entries import entries
    from diplotimeline.returning.record import lines_of, returned

    folder = Path() if output in ("", STANDARD_INPUT) else Path(output).parent
    found = returned(entries(sheets), folder)
    text = "\n".join(lines_of(found, Path(sheets.path).name)).rstrip("\n") + "\n"
    if not dry_run:
        deliver(text, output)
    _say_what_is_left(sheets)
    comments = sum(map(len, found.comments.values()))
    left = f"; {comments:,} kept as {'comments' if comments > 1 else 'a comment'}" if comments else ""
    say(f"{count_of(len(found.sections['events']), 'event')}{left}.")
    if strict and comments:
        raise Exit(DATA_ERRORS)


def import_into(sheets: "Sheets", old: str, *, dry_run: bool) -> None:
    """Write what an export says differently into the file of its timeline."""
    from diplotimeline.returning.into import into

    tree = cache(read_tree)  # the same bytes are read several times
    timeline = sound([old], tree=tree)
    path = Path(timeline.report.files[0].path)
    try:
        data = read_regular(path, MAX_FILE_BYTES)
    except ReadError as error:
        raise CallError(f"{old} {error.message}") from None
    done = into(timeline, sheets, data, tree)
    if dry_run:
        print_text("".join(f"{line}\n" for line in done.plan.said))
    elif done.plan.count and not write_atomic(path, done.data):
        say(NOT_SYNCED)
    _say_what_is_left(sheets)
    _say_what_was_done(done.plan, str(path), dry_run=dry_run)


def _say_what_is_left(sheets: "Sheets") -> None:
    say(*(f"Not imported: column '{name}' ({count_of(cells, 'cell')})." for name, cells in sheets.unknown().items()))
    if sheets.left_out:
        say(f"{count_of(sheets.left_out, 'invisible character')} left out.")


def _say_what_was_done(plan: "Plan", path: str, *, dry_run: bool) -> None:
    if plan.untaken:
        cells = ", ".join(f"{name} ({count_of(number, 'cell')})" for name, number in sorted(plan.untaken.items()))
        say(f"Not taken over, they follow from other columns: {cells}.")
    if plan.missing:
        more = f" and {len(plan.missing) - MOST_LISTED:,} more" if len(plan.missing) > MOST_LISTED else ""
        say(f"In {path}, but not in the table, and kept: {', '.join(plan.missing[:MOST_LISTED])}{more}.")
    would = "would be made" if dry_run else "made"
    say(f"{count_of(plan.count, 'change')} {would} in {path}.")
