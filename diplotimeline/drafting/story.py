"""What a text has told so far, which the next sentence counts on: the day in the heading, the year, the day before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from diplotimeline.drafting.anchors import Anchor
from diplotimeline.drafting.expressions import Expression, find_expressions, read_words
from diplotimeline.drafting.lexicon import Word
from diplotimeline.drafting.moments import Moment, Unsettled, whole_year
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import BULLET, Sentence
from diplotimeline.drafting.vocabulary import Vocabulary

DAYS = frozenset(("days", "figures", "range", "range_of_list"))
"""Shapes of the day or days in a heading."""
LONGEST_HEADING = 90
MOST_WORDS = 8
OPENING_YEAR = re.compile(r"\W*(?:[^\W\d_]+ ){0,2}[12][0-9]{3}\b")
LEADING = frozenset(("of", "of_the", "comma", "dash", "stop", "open", "from", "between"))
"""Kinds of words before the date of a heading: `Summary of 18 April`, but no `They met on 18 April`."""


class Heading(NamedTuple):
    """A line that names a date for the lines below it; `words` are empty where it is a year and not a day."""

    moment: Moment
    words: str
    says_of_what: bool
    """Whether it is the day of something, `Summary of 18 April`, and not perhaps of the text, `Vienna, 18 April`."""


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
        day = ""
        for number, (sentence, heading) in enumerate(zip(sentences, headings, strict=True)):
            if heading is not None:
                day = "" if number in own else heading.words
                self.previous = heading.moment
                yield sentence._replace(heading=True)
            elif day and not self._dates(sentence.reading)[0]:
                yield sentence._replace(day=day, reading=f"{day}: {sentence.reading}")
            else:
                self._note_opening_year(sentence)
                yield sentence

    def _heading(self, sentence: Sentence) -> Heading | None:
        """The date that a line names for those below it, if it has few words and no other date."""
        text = sentence.reading
        if (
            not sentence.alone
            or len(text) > LONGEST_HEADING
            or not any(map(str.isdigit, text))
            or BULLET.match(sentence.text)
        ):
            return None
        found, words = self._dates(text)
        years = [word.value for word in words if word.kind == "year"]
        if not found and len(years) == 1:
            return Heading(whole_year(years[0]), "", says_of_what=False)
        if len(found) != 1 or not _is_named(found[0], words):
            return None
        try:
            (moment,) = resolve(self.anchor(-1, 0), found[0].node)
        except (Unsettled, ValueError):
            return None
        is_day = found[0].node.shape in DAYS
        of_what = found[0].first > 0 and words[found[0].first - 1].kind in ("of", "of_the", "from", "between")
        return Heading(moment, text[found[0].start : found[0].end] if is_day else "", of_what)

    def _note_opening_year(self, sentence: Sentence) -> None:
        """`In 1992 the war spread.`: the days in the next sentences are of that year."""
        if OPENING_YEAR.match(sentence.reading):
            found, _ = self._dates(sentence.reading)
            if found and found[0].node.shape == "year" and found[0].first <= 2:
                self.previous = resolve(self.anchor(0, 0), found[0].node)[0]

    def _dates(self, text: str) -> tuple[list[Expression], list[Word]]:
        words = read_words(text, self.vocabulary)
        return find_expressions(words), words


def _is_named(date: Expression, words: list[Word]) -> bool:
    """Whether a line is a date and a few words that say of what: no verb leads to it, and nothing follows it."""
    before = words[date.first - 1].kind if date.first else "comma"
    rest = [word for word in words[date.last :] if word.kind not in ("stop", "comma", "dash", "close")]
    return before in LEADING and not rest and date.first <= MOST_WORDS and (date.node.shape in (*DAYS, "year"))


def _datelines(sentences: Sequence[Sentence], headings: Sequence[Heading | None]) -> set[int]:
    """Which heading is the day of the text itself: the only one, with no list below, and it does not say of what."""
    days = [number for number, heading in enumerate(headings) if heading is not None and heading.words]
    if len(days) != 1 or any(heading.says_of_what for heading in headings if heading is not None):
        return set()
    below = sentences[days[0] + 1 : days[0] + 2]
    return set() if any(BULLET.match(one.text) for one in below) else set(days)
