"""`show`: the chronology on the page."""

import sys
from typing import Annotated

import typer

from diplotimeline.cli.filters import Drafts, Private, Timelines, option, with_filters
from diplotimeline.cli.inputs import DATA_ERRORS, say_head, say_known, selected, sound_events
from diplotimeline.cli.streams import print_lines, print_text, say
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.record.chronology import UNDATED, Timeline, top
from diplotimeline.record.selection import Selection
from diplotimeline.views.lines import terminal_width


@with_filters
def show(
    timelines: Timelines = None,
    *,
    oneline: Annotated[bool, typer.Option("--oneline", "-1", help="One line per event.")] = False,
    lanes: Annotated[bool, typer.Option("--lanes", help="A picture: actors down, time across.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="With --oneline: the ids of events, too.")] = False,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Newest first.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Curators' notes too.")] = False,
    first: Annotated[int | None, option("-n", metavar="N", help="Only the first N of what is printed.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of events.")] = False,
    drafts: Drafts = False,
    private: Private = False,
    selection: Selection,
) -> None:
    """Print the chronology."""
    if oneline and notes:
        raise CallError("--notes cannot be used together with --oneline", "one line has no room for notes")
    if lanes and (oneline or reverse or notes):
        raise CallError("--lanes cannot be used together with --oneline, --reverse or --notes", "it is a picture")
    if count and (oneline or ids or lanes or reverse or first is not None):
        others = "--oneline, --ids, --lanes, --reverse or -n"
        raise CallError(f"--count cannot be used together with {others}", "it is a number")
    if ids and not oneline:
        raise CallError("--ids needs --oneline", "add -1")
    if first is not None and first < 1:
        raise CallError(f"-n {first} shows nothing", "write 1 or more")
    whole, left_out = sound_events(timelines, todos=drafts)
    timeline = selected(whole, selection, drafts=drafts, private=private)
    if left_out:
        print_text(f"{left_out}\n")
    _print(timeline, oneline=oneline, lanes=lanes, ids=ids, reverse=reverse, notes=notes, first=first, count=count)
    if left_out:
        raise typer.Exit(DATA_ERRORS)


def _print(
    timeline: Timeline,
    *,
    oneline: bool,
    lanes: bool,
    ids: bool,
    reverse: bool,
    notes: bool,
    first: int | None,
    count: bool,
) -> None:
    """Print the events in the way that the options say."""
    if count:
        print_text(f"{len(timeline.events)}\n")
        say_head(timeline)
        return
    if not timeline.events:
        return
    shown, cut = (timeline, ()) if first is None else (top(timeline, first, reverse=reverse), timeline.events)
    width = terminal_width()
    if oneline:  # a view is imported when it is asked for
        from diplotimeline.views.oneline import oneline as one_line_each

        say_known(timeline)
        print_lines(one_line_each(shown, width if sys.stdout.isatty() else None, reverse=reverse, ids=ids))
    elif lanes:
        from diplotimeline.views.lanes import lanes as picture

        dated = [event for event in shown.events if event.date is not UNDATED]
        if undated := len(shown.events) - len(dated):
            say(f"{count_of(undated, 'event')} without a date cannot be drawn.")
        print_lines(picture(shown.only(dated), width) if dated else ())
    else:
        from diplotimeline.views.rail import rail

        print_lines(rail(shown, width, reverse=reverse, notes=notes, others=cut))
