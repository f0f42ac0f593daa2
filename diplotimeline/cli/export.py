"""`export`: the events in another format, printed or written to a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplotimeline.cli.filters import Drafts, Private, Timelines, option, with_filters
from diplotimeline.cli.inputs import DATA_ERRORS, refuse_inputs, say_head, selected, sound, sound_events
from diplotimeline.cli.streams import NOT_SYNCED, print_data, say
from diplotimeline.errors import CallError
from diplotimeline.files import write_atomic
from diplotimeline.phrases import count_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.selection import Selection

if TYPE_CHECKING:
    from diplotimeline.exporters.result import Exported


@with_filters
def export(
    timelines: Timelines = None,
    *,
    output: Annotated[
        str, option("--output", "-o", metavar="FILE", help="Its ending picks the format; '-': stdout.")
    ] = "",
    format: Annotated[
        str, option("--format", "-f", metavar="NAME", help="Such as csv, html or xlsx; a wrong one lists all.")
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Fail when the format cannot represent something.")] = False,
    excel: Annotated[bool, typer.Option("--excel", help="csv: add the byte order mark that Excel needs.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="csv: texts that look like formulas stay as written.")] = False,
    rows: Annotated[
        str, option("--rows", metavar="KIND", help="csv, parquet: a row for each of 'events' or 'claims'.")
    ] = "",
    delimiter: Annotated[
        str, option("--delimiter", metavar="SIGN", help="csv: ';' or 'tab' between cells instead of a comma.")
    ] = "",
    table: Annotated[bool, typer.Option("--table", help="markdown: one table.")] = False,
    group: Annotated[str, option("--group", metavar="BY", help="timelinejs: a band for each 'type' or 'actor'.")] = "",
    uncertain: Annotated[bool, typer.Option("--uncertain", help="ics: uncertain days too, as spans.")] = False,
    sound_only: Annotated[
        bool, typer.Option("--sound", help="Of a file with errors the events that have none.")
    ] = False,
    ui: Annotated[str, option("--ui", metavar="LANGUAGE", help="html: the page's own words, 'en' or 'fr'.")] = "",
    drafts: Drafts = False,
    private: Private = False,
    selection: Selection,
) -> None:
    """Write the events in another format."""
    from diplotimeline.exporters import FORMATS, format_for, render  # 40 ms, which the help does without

    printed = output in ("", "-")
    if printed and not format:
        example = "Say how: -f csv." if output else "Say where or how: -o my.html, or -f csv."
        raise CallError(example, f"formats: {', '.join(FORMATS)}")
    name = format or format_for(output)
    whole, left_out = sound_events(timelines) if sound_only else (sound(timelines), "")
    timeline = selected(whole, selection, drafts=drafts, private=private)
    say_head(timeline)
    options: dict[str, bool | str] = {
        "delimiter": delimiter, "excel": excel, "group": group, "raw": raw, "rows": rows, "table": table,
        "ui": ui, "uncertain": uncertain,
    }  # fmt: skip
    result = render(timeline, name, options)
    if strict and result.lost:
        say(*result.lost)
        raise typer.Exit(DATA_ERRORS)
    if printed:
        if isinstance(result.product, bytes) and sys.stdout.isatty():
            raise CallError(f"{name} is nothing to read in a terminal", f"write it to a file: -o my.{name}")
        for piece in result.pieces:
            print_data(piece)
        say(*result.remarks, *result.lost)
    else:
        _write(whole, timeline, result, Path(output))
    if left_out:
        say(f"{left_out}.")
        raise typer.Exit(DATA_ERRORS)


def _write(whole: Timeline, timeline: Timeline, result: "Exported", output: Path) -> None:
    """Write an export to a file, and say so; never to one of the files that were read."""
    refuse_inputs(whole, output)
    synced = write_atomic(output, result.pieces)
    chosen = count_of(len(timeline.events), "event")
    written = f"{len(timeline.events) - result.left_out:,} of {chosen}" if result.left_out else chosen
    say(*result.remarks, *result.lost, f"Wrote {output} ({written}).", *([] if synced else [NOT_SYNCED]))
