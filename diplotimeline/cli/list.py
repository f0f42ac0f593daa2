"""`list`: the ids and names of what a timeline holds, and how often each occurs."""

import json as json_text
import shlex
from collections.abc import Sequence
from typing import Annotated

import typer

from diplotimeline.analyses.listing import KINDS, Entry, listing
from diplotimeline.cli.filters import Drafts, Private, Words
from diplotimeline.cli.inputs import end, is_there, selected, sound_events
from diplotimeline.cli.streams import print_lines, print_text
from diplotimeline.errors import CallError
from diplotimeline.reading.find import ENDINGS
from diplotimeline.record.selection import Selection
from diplotimeline.suggest import closest
from diplotimeline.views import listing as view

Given = Annotated[
    Words,
    typer.Argument(
        metavar="[KIND] [TIMELINE]...",
        help=f"{', '.join(KINDS[:-1])} or {KINDS[-1]}, then timelines; a folder of that name is ./sources.",
        show_default=False,
    ),
]


def list(
    given: Given = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    drafts: Drafts = False,
    private: Private = False,
) -> None:
    """List who and what is in it: ids, how often, names."""
    kind, timelines = _parted(given or ())
    sound, left_out = sound_events(timelines, todos=drafts)
    timeline = selected(sound, Selection(), drafts=drafts, private=private)
    if json:
        print_text(_as_json({one: listing(timeline, one) for one in ([kind] if kind else KINDS)}, kind))
    else:
        print_lines(view.entries(listing(timeline, kind)) if kind else view.kinds(timeline))
    end(left_out)


def _parted(given: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The kind that the first word names, if it names one, and the timelines.

    Raises `CallError` for a slip in it, and for a kind behind the timelines.
    """
    if not given:
        return "", ()
    first = given[0].casefold()
    if first in KINDS:
        return first, given[1:]
    if not is_there(given[0]) and not given[0].endswith(ENDINGS) and (meant := closest(first, KINDS)):
        raise CallError(f"'{given[0]}' is neither a kind nor a timeline", f"did you mean '{meant}'?")
    if behind := [one for one in given[1:] if one.casefold() in KINDS and not is_there(one)]:
        call = shlex.join(["diplotimeline", "list", behind[0], *(one for one in given if one not in behind)])
        raise CallError(f"{behind[0]} does not exist", f"what to list stands first: {call}")
    return "", given


def _as_json(lists: dict[str, tuple[Entry, ...]], kind: str) -> str:
    """The entries of a kind as an array, or all of them by their kinds."""
    told = {
        name: [{"id": one.id, "name": one.name, "claims" if name == "events" else "events": one.number} for one in its]
        for name, its in lists.items()
    }
    return json_text.dumps(told[kind] if kind else told, ensure_ascii=False, indent=2) + "\n"
