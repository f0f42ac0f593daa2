"""`compare`: two sources or speakers side by side, or two whole chronologies."""

import os
from collections.abc import Collection
from contextlib import suppress
from typing import Annotated

import typer

from diplotimeline.analyses import align as alignment, compare as analysis
from diplotimeline.cli.filters import Drafts, Private, Timelines, option, with_filters
from diplotimeline.cli.inputs import is_there, say_head, selected, sound, two_sides
from diplotimeline.cli.streams import print_lines, print_text
from diplotimeline.errors import CallError
from diplotimeline.reading.find import ENDINGS, STANDARD_INPUT
from diplotimeline.reading.loader import load
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.selection import Selection
from diplotimeline.suggest import did_you_mean
from diplotimeline.views import align as view_of_both, compare as view
from diplotimeline.views.lines import terminal_width

FORMATS = ("text", "markdown", "json")


@with_filters
def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A source, or a speaker with all sources; or a timeline.")],
    other: Annotated[str, typer.Argument(metavar="B", help="What to set beside it, of the same kind.")],
    timelines: Timelines = None,
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="text, markdown or json.")] = "text",
    drafts: Drafts = False,
    private: Private = False,
    selection: Selection,
) -> None:
    """Set two sources, or two timelines, side by side: what only one says, and where both differ."""
    if format not in FORMATS:
        raise CallError(f"there is no format '{format}'", did_you_mean(format, FORMATS, "formats"))
    if _are_timelines(one, other, timelines):
        mine, others = two_sides(one, other, drafts=drafts, private=private)
        kept = _kept(mine, selection), _kept(others, selection)
        say_head(*kept)
        _compare_timelines(*kept, format)
        return
    timeline = selected(sound(timelines), selection, drafts=drafts, private=private)
    say_head(timeline)
    compared = analysis.compare(timeline, one, other)
    if format == "text":
        print_lines(view.compare(compared, terminal_width()))
        return
    from diplotimeline.exporters import compare as exporter  # 40 ms, which the terminal does without

    print_text(exporter.markdown(compared) if format == "markdown" else exporter.as_json(compared))


def _kept(side: Timeline, selection: Selection) -> Timeline:
    """A side, from which is taken out already what is a draft or private, with the events that the filters keep."""
    return selected(side, selection, drafts=True, private=True)


def _compare_timelines(one: Timeline, other: Timeline, format: str) -> None:
    """Print two chronologies side by side."""
    aligned = alignment.align(one, other)
    if format == "text":
        print_lines(view_of_both.align(aligned, terminal_width()))
        return
    from diplotimeline.exporters import align as exporter  # as above

    print_text(exporter.markdown(aligned) if format == "markdown" else exporter.as_json(aligned))


def _are_timelines(one: str, other: str, timelines: Collection[str] | None) -> bool:
    """Whether two timelines are meant: both words are `-`, paths or bundled names, and no timeline follows.

    Raises `CallError` if both may be sources or speakers as well, and if both are the same.
    """
    if timelines or not (_may_be_timeline(one) and _may_be_timeline(other)):
        return False
    if one != STANDARD_INPUT and os.path.realpath(one) == os.path.realpath(other):
        raise CallError(f"'{one}' and '{other}' are the same timeline", "name two timelines")
    if not (_is_path(one) or _is_path(other)) and _may_be_voices(one, other):
        help = f"write ./{one} and ./{other}, or source:{one} and source:{other}"
        raise CallError(f"'{one}' and '{other}' are timelines, and sources or speakers of the timeline here", help)
    return True


def _may_be_timeline(word: str) -> bool:
    return _is_path(word) or is_there(word)


def _is_path(word: str) -> bool:
    """Whether a word can only be standard input or a path."""
    return word == STANDARD_INPUT or word.endswith(ENDINGS) or "/" in word or os.sep in word


def _may_be_voices(one: str, other: str) -> bool:
    """Whether both words are sources or speakers of what is read when no timeline is named."""
    with suppress(CallError):
        timeline = load(quotes=False)
        return all(analysis.is_voice(timeline, word) for word in (one, other))
    return False
