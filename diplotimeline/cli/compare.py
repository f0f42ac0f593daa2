"""`compare`: what two sources or speakers say, side by side."""

from typing import Annotated

import typer

from diplotimeline.analyses import compare as analysis
from diplotimeline.cli.filters import Drafts, Private, Timelines, option, with_filters
from diplotimeline.cli.inputs import say_perhaps, selected, sound
from diplotimeline.cli.streams import print_lines, print_text
from diplotimeline.errors import CallError
from diplotimeline.record.selection import Selection
from diplotimeline.suggest import did_you_mean
from diplotimeline.views import compare as view
from diplotimeline.views.lines import terminal_width

FORMATS = ("text", "markdown", "json")


@with_filters
def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A source by its id, or a speaker with all its sources.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The source or speaker to set beside it.")],
    timelines: Timelines = None,
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="text, markdown or json.")] = "text",
    drafts: Drafts = False,
    private: Private = False,
    selection: Selection,
) -> None:
    """Set two sources side by side: what only one says, and where both differ."""
    if format not in FORMATS:
        raise CallError(f"there is no format '{format}'", did_you_mean(format, FORMATS, "formats"))
    timeline = selected(sound(timelines), selection, drafts=drafts, private=private)
    say_perhaps(timeline)
    compared = analysis.compare(timeline, one, other)
    if format == "text":
        print_lines(view.compare(compared, terminal_width()))
        return
    from diplotimeline.exporters import compare as exporter  # 40 ms, which the terminal does without

    print_text(exporter.markdown(compared) if format == "markdown" else exporter.as_json(compared))
