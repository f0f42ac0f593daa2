"""`diff`: what has changed between two states of a chronology."""

from typing import Annotated

import typer

from diplotimeline.analyses import diff as analysis
from diplotimeline.analyses.wording import without_notes
from diplotimeline.cli.filters import Drafts, Private, option
from diplotimeline.cli.inputs import DATA_ERRORS, two_sides
from diplotimeline.cli.streams import print_lines, print_text, say
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.suggest import did_you_mean
from diplotimeline.views import diff as view
from diplotimeline.views.lines import terminal_width

FORMATS = ("text", "markdown", "json")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A file, folder, bundled name, or '-'.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same as it is now.")],
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="text, markdown or json.")] = "text",
    notes: Annotated[
        bool, typer.Option("--notes", help="In text: the notes of those who keep the record, too.")
    ] = False,
    drafts: Drafts = False,
    private: Private = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if anything differs.")] = False,
) -> None:
    """Tell what has changed: events, sources and actors, with old and new for each field."""
    if format not in FORMATS:
        raise CallError(f"there is no format '{format}'", did_you_mean(format, FORMATS, "formats"))
    if notes and format != "text":
        raise CallError(f"--notes belongs to text: {format} is to be handed on", "leave one of them out")
    every = analysis.diff(*two_sides(old, new, drafts=drafts, private=private))
    shown = every if notes else without_notes(every)
    if not shown and format == "text":
        say("No differences.")
    elif format == "text":
        print_lines(view.diff(shown, terminal_width()))
    else:
        from diplotimeline.exporters import diff as exporter  # 40 ms, which the terminal does without

        print_text(exporter.markdown(shown) if format == "markdown" else exporter.as_json(shown))
    hidden = analysis.number_of_changes(every) - analysis.number_of_changes(shown)
    if hidden:
        say(f"{count_of(hidden, 'change')} of notes for curators not shown.")
    if exit_code and every:
        raise typer.Exit(DATA_ERRORS)
