"""What the lines of a text tell of those below them: the day of the whole text, the day or year in a heading."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Tagged
from diplotimeline.drafting.moments import Anchor, Moment, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import BULLET, Sentence, split
from diplotimeline.drafting.vocabulary import NAME, Vocabulary, Word

FIRST_LINES, BEGINNING = 12, 20_000
"""So many lines, and characters, may give the day of a text."""
MOST_WORDS, MOST_WORDS_OF_YEAR = 8, 4
OPENING_YEAR = re.compile(r"\W*(?:[^\W\d_]+ ){0,2}[12][0-9]{3}\b")
LETTERHEAD = ("comma", "open", "dash", "article", NAME)
"""Kinds of words that may stand before the day of a text: the name of a place, and signs."""
LEADING = frozenset(("of", "of_the", "comma", "dash", "stop", "open", "from", "between"))
"""Kinds of words before the date of a heading: `Summary of 18 April`, but no `They met on 18 April`."""
FOLLOWING = frozenset(("stop", "comma", "dash", "close"))


class Line(NamedTuple):
    """A sentence with its words, and the date that it tells those after it to be counted from."""

    sentence: Sentence
    tagged: Tagged
    tells: Moment | None = None


class Heading(NamedTuple):
    """A line that names a date for the lines below it; `words` are empty where it is a year and not a day.

    `titled` if it says of what: `Summary of 18 April`, `The attack on Nubar (18 April)`, not `Vienna, 18 April`.
    """

    moment: Moment
    words: str = ""
    titled: bool = False


def dateline(text: str, vocabulary: Vocabulary) -> date | None:
    """The day that a text gives as its own: `Vienna, 6 October 2022`; nothing if it gives none, or several."""
    lines = islice(split(text[:BEGINNING], vocabulary), FIRST_LINES)
    days = {day for line in lines if line.opens for day in _own_day(line, vocabulary)}
    return days.pop() if len(days) == 1 else None


def _own_day(line: Sentence, vocabulary: Vocabulary) -> list[date]:
    """The day of a line where it stands alone, or between a place and a dash."""
    tagged = Tagged(line.reading, vocabulary)
    if not tagged.dates or not _is_place(before := tagged.words[: tagged.dates[0].first]):
        return []
    after = [word.kind for word in tagged.words[tagged.dates[0].last :]]
    if not (set(after) <= FOLLOWING - {"dash"} if line.alone else before and after[:1] in (["dash"], ["close"])):
        return []
    try:
        (moment,) = resolve(Anchor(date.max, -1, day_first=vocabulary.day_first or None), tagged.dates[0].node)
    except (Unsettled, ValueError):
        return []
    return [moment.first] if moment.year_given and moment.first == moment.last else []


def _is_place(words: list[Word]) -> bool:
    """Whether words are at most the name of a place: they have capital letters, or are signs."""
    return all(word.kind in LETTERHEAD for word in words)


def below_headings(sentences: Sequence[Sentence], tag: Callable[[str], Tagged], anchor: Anchor) -> Iterator[Line]:
    """The sentences in their order; one below the heading of a day is read as what happened then."""
    lines = [Line(one, tag(one.reading)) for one in sentences]
    headings = [_heading(line, anchor) for line in lines]
    day, titled = "", False
    own = _datelines(sentences, headings)
    for number, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        sentence, tagged, _ = line
        if heading is not None:
            day, titled = "" if number in own else heading.words, heading.titled
            yield Line(sentence._replace(heading=True), tagged, heading.moment)
        elif titled and sentence.may_be_title:
            day = ""  # the title of another section
            yield line
        elif day and not tagged.dates:
            reading = f"{day}: {sentence.reading}"
            yield Line(sentence._replace(day=day, reading=reading), tag(reading))
        else:
            yield line._replace(tells=_opening_year(tagged))


def _heading(line: Line, anchor: Anchor) -> Heading | None:
    """The date that a line names for those below it, if it has few words and no other date."""
    text, found, words = line.sentence.reading, line.tagged.dates, line.tagged.words
    if not line.sentence.may_be_title:
        return None
    if not found and words[-1].kind == "year" and len(words) <= MOST_WORDS_OF_YEAR:
        return Heading(Moment(str(words[-1].value), year_given=True))
    if len(found) != 1 or not _is_named(found[0], words):
        return None
    try:
        (moment,) = resolve(anchor._replace(direction=-1, near=0), found[0].node)
    except (Unsettled, ValueError):
        return None
    words_of_day = text[found[0].start : found[0].end] if found[0].node.shape in GROUPS["heading"] else ""
    return Heading(moment, words_of_day, titled=not _is_place(words[: found[0].first]))


def _is_named(date: Dated, words: list[Word]) -> bool:
    """Whether a line is a date and a few words that say of what: no verb leads to it, and nothing follows it."""
    before = words[date.first - 1].kind if date.first else "comma"
    after = takewhile(lambda word: word.kind != "open", words[date.last :])  # `18 April (all day)`
    return (
        before in LEADING
        and FOLLOWING.issuperset(word.kind for word in after)
        and date.first <= MOST_WORDS
        and (date.node.shape in (*GROUPS["heading"], "year"))
    )


def _datelines(sentences: Sequence[Sentence], headings: Sequence[Heading | None]) -> set[int]:
    """Which heading is the day of the text itself: the only one without a title, if no list stands below it."""
    days = [at for at, heading in enumerate(headings) if heading is not None and heading.words and not heading.titled]
    listed = any(BULLET.match(one.text) for at in days for one in sentences[at + 1 : at + 2])
    return set() if len(days) > 1 or listed else set(days)


def _opening_year(tagged: Tagged) -> Moment | None:
    """`In 1992 the war spread.`: the days in the next sentences are of that year."""
    first = next(iter(tagged.dates), None)
    if first is None or first.node.shape != "year" or first.first > 2:
        return None
    return Moment(str(first.node.one("year", "old_year")), year_given=True) if OPENING_YEAR.match(tagged.text) else None
