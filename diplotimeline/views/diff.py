"""What has changed between two states of a chronology, in the terminal: old (-) above new (+), field by field."""

from collections.abc import Iterable, Iterator
from typing import Any

from diplotimeline.analyses.diff import Change, Difference, Entry
from diplotimeline.analyses.wording import both_sides, claim_in_words, heading, in_sum, label, parts, sections
from diplotimeline.phrases import plural
from diplotimeline.record.values import Event
from diplotimeline.views.head import safe_words
from diplotimeline.views.lines import WIDEST, Line, wrap

INDENT = "  "
SILENT = "—"
UNSURE = "A mistake stands there: 'check' shows it."


def diff(difference: Difference, width: int) -> Iterator[Line]:
    """A difference in lines of at most `width` columns, never more than 100."""
    width = min(width, WIDEST)
    yield from _wrapped("heading", difference.new.title or difference.old.title, width)
    yield from _wrapped("faint", f"{in_sum(difference)}.", width)
    if difference.head:
        yield from ([], [("heading", "The record changed")])
        yield from _changes(difference, difference.head, width)
    for noun, section in sections(difference):
        for what, entries in parts(section):
            yield from ([], [("heading", f"{plural(len(entries), noun).capitalize()} {what}")])
            if what == "not compared":
                yield from _wrapped("faint", UNSURE, width)
            for entry in entries:
                yield from _entry(difference, entry, width)


def _entry(difference: Difference, entry: Entry[Any], width: int) -> Iterator[Line]:
    """An entry with what has changed in it; of an event that is new or gone, what each source says."""
    timeline = difference.old if entry.new is None else difference.new
    item = entry.latest
    yield []
    yield from _wrapped("title", f"{heading(timeline, item)} [{item.id}]", width)
    yield from _changes(difference, entry.changes, width)
    if isinstance(item, Event) and (entry.old is None or entry.new is None):
        for claim in item.claims:
            yield from _wrapped("", claim_in_words(timeline, claim), width, INDENT)


def _changes(difference: Difference, changes: Iterable[Change], width: int) -> Iterator[Line]:
    for change in changes:
        named = f"{label(change)} · {change.claim}" if change.claim else label(change)
        yield from _wrapped("faint", named, width, INDENT)
        for sign, words in zip("-+", both_sides(difference, change), strict=True):
            yield from _wrapped("", words or SILENT, width, f"{INDENT}{sign} ")


def _wrapped(style: str, words: str, width: int, first: str = "") -> Iterator[Line]:
    """Words in lines; `first` stands before the first of them, as many blanks before the others."""
    lines = wrap(safe_words(words), width - len(first))
    return ([("", first if number == 0 else " " * len(first)), (style, line)] for number, line in enumerate(lines))
