"""From the words of a call to the timeline that it means, and what has to be said on the way."""

import os
import shlex
import sys
from collections.abc import Collection
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path

from typer import Exit

from diplotimeline.checks import check
from diplotimeline.cli.streams import say, talk
from diplotimeline.cli.waiting import at_work
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.reading.find import STANDARD_INPUT, bundled, default_inputs
from diplotimeline.reading.loader import load
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.selection import Selection, removals, select, speaks_in

DATA_ERRORS = 1
MOST_NAMED = 3
STANDARD_INPUT_PATH = "<stdin>"  # as the loader names it
OF_ONE = {"are": "is", "do": "does"}


def loaded(timelines: Collection[str] | None) -> Timeline:
    """The timeline as it is, with its problems."""
    if not timelines and default_inputs() and default_inputs()[0] in bundled().values():
        say("No timeline named and no folder 'timelines' here: reading the bundled one.")
    typed = STANDARD_INPUT in (timelines or ()) and sys.stdin.isatty()
    with nullcontext() if typed else at_work("Reading"):
        timeline = load(*(timelines or ()))
    say(*(f"Passed over, no timeline: {path}" for path in timeline.report.passed_over))
    return timeline


def sound(timelines: Collection[str] | None) -> Timeline:
    """The timeline, if it has no errors; else its problems on standard error and exit 1. Warnings do not block."""
    timeline = loaded(timelines)
    if check(timeline, errors_only=True):
        from diplotimeline.views.report import full, summary

        problems = check(timeline)
        talk([*full(problems, timeline.report.files), summary(problems, timeline.report.files)])
        raise Exit(DATA_ERRORS)
    return timeline


def selected(timeline: Timeline, selection: Selection) -> Timeline:
    """The events that the filters keep; what they hid is said when nothing is left, and of --certain always."""
    kept = select(timeline, selection)
    if not timeline.events:
        say("No events: the timeline has none.")
    elif not kept.events:
        left, reasons = len(timeline.events), []
        for words, number in removals(timeline, selection):
            reasons += [f"{number} of {left} {_of_one(words) if number == 1 else words}"] if number else []
            left -= number
        say(f"No events: {'; '.join(reasons)}.")
        for actor in selection.actors:  # who only speaks takes no part
            sources = [f"--source {shlex.quote(source)}" for source in speaks_in(timeline, actor)[:MOST_NAMED]]
            if sources and not select(timeline, Selection(actors=(actor,))).events:
                say(f"{actor} speaks in sources: {' '.join(sources)}")
    elif selection.certain:
        hidden = len(select(timeline, replace(selection, certain=False)).events) - len(kept.events)
        if hidden:
            they_are = "it is" if hidden == 1 else "they are"
            say(f"{count_of(hidden, 'event')} hidden: {they_are} not certain to lie in the range.")
    return kept


def _of_one(words: str) -> str:
    """`is before 2023` of `are before 2023`."""
    verb, _, rest = words.partition(" ")
    return f"{OF_ONE[verb]} {rest}"


def refuse_inputs(timeline: Timeline, output: Path) -> None:
    """An export never overwrites what it was made from."""
    archived = (
        timeline.report.files[one.origin.file].folder / one.file for one in timeline.sources.values() if one.file
    )
    read = (*(file.path for file in timeline.report.files), *timeline.report.passed_over)
    for path in (*map(Path, read), *archived):
        with suppress(OSError):
            if path.samefile(output):
                raise CallError(f"{output} is one of the inputs", "name another file")
    if any(path == STANDARD_INPUT_PATH for path in read):
        with suppress(OSError, ValueError):  # standard input need not be a file
            if os.path.samestat(os.fstat(sys.stdin.fileno()), output.stat()):
                raise CallError(f"{output} is one of the inputs", "name another file")
