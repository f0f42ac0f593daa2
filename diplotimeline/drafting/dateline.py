"""The day that a text gives as its own, in its first lines: `Vienna, 6 October 2022`, `GENEVA (6 October 2022) – …`."""

from datetime import date
from itertools import islice

from diplotimeline.drafting.anchors import Anchor
from diplotimeline.drafting.expressions import Dated, find_expressions, read_words
from diplotimeline.drafting.lexicon import OTHER, Word
from diplotimeline.drafting.moments import Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import Sentence, split
from diplotimeline.drafting.vocabulary import Vocabulary

FIRST_LINES = 12
MOST_TEXT = 20_000
SIGNS = ("comma", "open", "dash", "article")
"""Kinds of words that may stand before the day of a text, beside the name of a place."""


def dateline(text: str, vocabulary: Vocabulary) -> date | None:
    """The day that a text gives as its own; nothing if it gives none, or several."""
    lines = list(islice(split(text[:MOST_TEXT], vocabulary), FIRST_LINES))
    days = {day for line in lines if line.opens for day in _day(line, vocabulary)}
    return days.pop() if len(days) == 1 else None


def _day(line: Sentence, vocabulary: Vocabulary) -> list[date]:
    words = read_words(line.reading, vocabulary)
    found = find_expressions(words)
    if not found or not _is_own(found[0], words, alone=line.alone):
        return []
    try:
        (moment,) = resolve(Anchor(date.max, -1, day_first=vocabulary.day_first or None), found[0].node)
    except (Unsettled, ValueError):
        return []
    return [moment.first] if moment.year_given and moment.first == moment.last else []


def _is_own(found: Dated, words: list[Word], *, alone: bool) -> bool:
    """Whether a date stands alone in its line, or between a place and a dash."""
    before, after = words[: found.first], [word.kind for word in words[found.last :]]
    if alone:
        return is_place(before) and set(after) <= {"close", "stop", "comma"}
    return is_place(before) and bool(before) and after[:1] in (["dash"], ["close"])


def is_place(words: list[Word]) -> bool:
    """Whether words are at most the name of a place: they have capital letters, or are signs."""
    return all(word.kind in SIGNS or (word.kind == OTHER and word.value) for word in words)
