"""`stats`: what can be counted, and how long ago something last happened."""

from datetime import date
from typing import Annotated

import typer

from diplotimeline.cli.filters import Drafts, Private, Timelines, option, with_filters
from diplotimeline.cli.inputs import say_head, selected, sound
from diplotimeline.cli.streams import print_lines, print_text
from diplotimeline.dates.typed import parse_day
from diplotimeline.errors import CallError
from diplotimeline.record.selection import Selection
from diplotimeline.record.words import TYPES
from diplotimeline.suggest import did_you_mean
from diplotimeline.views import stats as view
from diplotimeline.views.lines import terminal_width


@with_filters
def stats(
    timelines: Timelines = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    since_last: Annotated[
        str, option("--since-last", metavar="TYPE", help="Days since the last event of a type.")
    ] = "",
    as_of: Annotated[str, option("--as-of", metavar="DAY", help="The day to count to; otherwise today.")] = "",
    drafts: Drafts = False,
    private: Private = False,
    selection: Selection,
) -> None:
    """Count: months, actors, types, sources, evidence, gaps, meetings."""
    if as_of and not since_last:
        raise CallError("--as-of needs --since-last", "name the type of event: --since-last ceasefire-violation")
    timeline = selected(sound(timelines), selection, drafts=drafts, private=private)
    type = since_last.casefold()
    if type and type not in TYPES:
        raise CallError(f"no type is called '{since_last}'", did_you_mean(since_last, TYPES, "known"))
    day = (parse_day("--as-of", as_of) if as_of else date.today()).toordinal()  # noqa: DTZ011 - where the person sits
    if json or type:  # else the head tells it
        say_head(timeline)
    if json:
        from diplotimeline.exporters import stats as exporter  # 40 ms, which the terminal does without

        print_text(exporter.since_as_json(timeline, type, day) if type else exporter.as_json(timeline))
    elif type:
        print_lines(view.since(timeline, type, day))
    elif timeline.events:
        print_lines(view.stats(timeline, terminal_width()))
