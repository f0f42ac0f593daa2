"""`find`: where words stand in the archived texts."""

import shlex
from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated

import typer

from diplotimeline.cli.filters import Drafts, Private, Timelines
from diplotimeline.cli.inputs import end, is_there, selected, sound_events
from diplotimeline.cli.streams import print_lines, say
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.quotes.search import find_words
from diplotimeline.reading.find import ENDINGS
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.selection import Selection
from diplotimeline.views import find as view
from diplotimeline.views.lines import terminal_width


def find(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="As they follow one another in a text.")],
    timelines: Timelines = None,
    *,
    drafts: Drafts = False,
    private: Private = False,
) -> None:
    """Find words in the archived texts, with the claim to paste."""
    _refuse_loose_words(words, timelines or ())
    sound, left_out = sound_events(timelines, todos=drafts, quotes=False)
    timeline = selected(sound, Selection(), drafts=drafts, private=private)
    passages = find_words(timeline, words)
    print_lines(view.found(timeline, passages, terminal_width()))
    if not passages:
        _say_where_it_was_looked_for(timeline, words)
    end(left_out)


def _refuse_loose_words(words: str, timelines: Sequence[str]) -> None:
    """Raises `CallError` for words behind the timelines, and for several words without quotation marks."""
    loose = list(takewhile(lambda one: not (is_there(one) or "/" in one or one.endswith(ENDINGS)), timelines))
    if loose and is_there(words):
        call = shlex.join(["diplotimeline", "find", " ".join(loose), words, *timelines[len(loose) :]])
        raise CallError(f"{loose[0]} does not exist", f"the words stand first, then the timelines: {call}")
    if loose:
        call = shlex.join(["diplotimeline", "find", " ".join([words, *loose]), *timelines[len(loose) :]])
        raise CallError(f"{loose[0]} does not exist", f"several words need quotation marks: {call}")


def _say_where_it_was_looked_for(timeline: Timeline, words: str) -> None:
    """Tell in how many archived texts the words do not stand, and how many sources have none."""
    texts = len(timeline.archive)
    without = len(timeline.sources) - texts
    rest = f"; {count_of(without, 'source')} {'has' if without == 1 else 'have'} none" if without else ""
    say(f"'{words}' does not stand in {count_of(texts, 'archived text')}{rest}.")
