"""What a text has told so far, which the next sentence counts on: the day in the heading, the year, the day before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from diplotimeline.drafting.anchors import Anchor
from diplotimeline.drafting.dateline import is_place
from diplotimeline.drafting.expressions import GROUPS, Dated, find_expressions, read_words
from diplotimeline.drafting.lexicon import Word
from diplotimeline.drafting.moments import Moment, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import BULLET, Sentence
from diplotimeline.drafting.vocabulary import Vocabulary

MOST_WORDS, MOST_WORDS_OF_YEAR = 8, 4
OPENING_YEAR = re.compile(r"\W*(?:[^\W\d_]+ ){0,2}[12][0-9]{3}\b")
LEADING = frozenset(("of", "of_the", "comma", "dash", "stop", "open", "from", "between"))
"""Kinds of words before the date of a heading: `Summary of 18 April`, but no `They met on 18 April`."""


class Heading(NamedTuple):
    """A line that names a date for the lines below it; `words` are empty where it is a year and not a day."""

    moment: Moment
    words: str
    titled: bool
    """Whether it says of what: `Summary of 18 April`, `The attack on Nubar (18 April)`, not `Vienna, 18 April`."""


@dataclass
class Story:
    """The day of the statement, and what its sentences have told so far."""

    issued: date
    vocabulary: Vocabulary
    day_first: bool | None = None
    previous: Moment | None = None

    def anchor(self, direction: int, near: int, year: int | None = None) -> Anchor:
        """What a date of the next sentence is resolved against."""
        return Anchor(self.issued, direction, self.previous, year, self.day_first, near)

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """The sentences in their order; one below the heading of a day is read as what happened then."""
        headings = [self._heading(one) for one in sentences]
        own = _datelines(sentences, headings)
        day, titled = "", False
        for number, (sentence, heading) in enumerate(zip(sentences, headings, strict=True)):
            if heading is not None:
                day, titled = "" if number in own else heading.words, heading.titled
                self.previous = heading.moment
                yield sentence._replace(heading=True)
            elif titled and sentence.may_be_title:
                day = ""  # the title of another section
                yield sentence
            elif day and not self._dates(sentence.reading)[0]:
                yield sentence._replace(day=day, reading=f"{day}: {sentence.reading}")
            else:
                self._note_opening_year(sentence)
                yield sentence

    def _heading(self, sentence: Sentence) -> Heading | None:
        """The date that a line names for those below it, if it has few words and no other date."""
        text = sentence.reading
        if not sentence.may_be_title or not any(map(str.isdigit, text)):
            return None
        found, words = self._dates(text)
        if not found and words[-1].kind == "year" and len(words) <= MOST_WORDS_OF_YEAR:
            return Heading(Moment(str(words[-1].value), year_given=True), "", titled=False)
        if len(found) != 1 or not _is_named(found[0], words):
            return None
        try:
            (moment,) = resolve(self.anchor(-1, 0), found[0].node)
        except (Unsettled, ValueError):
            return None
        words_of_day = text[found[0].start : found[0].end] if found[0].node.shape in GROUPS["heading"] else ""
        return Heading(moment, words_of_day, titled=not is_place(words[: found[0].first]))

    def _note_opening_year(self, sentence: Sentence) -> None:
        """`In 1992 the war spread.`: the days in the next sentences are of that year."""
        if OPENING_YEAR.match(sentence.reading):
            found, _ = self._dates(sentence.reading)
            if found and found[0].node.shape == "year" and found[0].first <= 2:
                self.previous = resolve(self.anchor(0, 0), found[0].node)[0]

    def _dates(self, text: str) -> tuple[list[Dated], list[Word]]:
        words = read_words(text, self.vocabulary)
        return find_expressions(words), words


def _is_named(date: Dated, words: list[Word]) -> bool:
    """Whether a line is a date and a few words that say of what: no verb leads to it, and nothing follows it."""
    before = words[date.first - 1].kind if date.first else "comma"
    after = takewhile(lambda word: word.kind != "open", words[date.last :])  # `18 April (all day)`
    rest = [word for word in after if word.kind not in ("stop", "comma", "dash", "close")]
    return (
        before in LEADING
        and not rest
        and date.first <= MOST_WORDS
        and (date.node.shape in (*GROUPS["heading"], "year"))
    )


def _datelines(sentences: Sequence[Sentence], headings: Sequence[Heading | None]) -> set[int]:
    """Which heading is the day of the text itself: the only one without a title, if no list stands below it."""
    days = [at for at, heading in enumerate(headings) if heading is not None and heading.words and not heading.titled]
    listed = any(BULLET.match(one.text) for at in days for one in sentences[at + 1 : at + 2])
    return set() if len(days) > 1 or listed else set(days)
