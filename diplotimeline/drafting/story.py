"""What the lines of a text tell of those below them: the day of the whole text, the day or year in a heading."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Tagged
from diplotimeline.drafting.moments import Anchor, Moment, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import BULLET, Sentence, split
from diplotimeline.drafting.vocabulary import NAME, Vocabulary

FIRST_LINES, BEGINNING = 12, 20_000
"""So many lines, and characters, may give the day of a text."""
MOST_WORDS, MOST_WORDS_OF_YEAR = 8, 4
LETTERHEAD = frozenset(("comma", "open", "dash", "article", NAME))
"""Kinds of words that may stand before the day of a text: the name of a place, and signs."""
LEADING = frozenset(("of", "of_the", "comma", "dash", "stop", "open", "from", "between"))
"""Kinds of words before the date of a heading: `Summary of 18 April`, but no `They met on 18 April`."""
FOLLOWING = frozenset(("stop", "comma", "dash", "close"))
OF_MONTH = frozenset(("year", "month", "month_or_word"))


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
    if not tagged.dates:
        return []
    kinds = [word.kind for word in tagged.words]
    before, after = kinds[: tagged.dates[0].first], kinds[tagged.dates[0].last :]
    closed = set(after) <= FOLLOWING - {"dash"} if line.alone else before and after[:1] in (["dash"], ["close"])
    if not closed or not LETTERHEAD.issuperset(before):
        return []
    moment = _resolved(Anchor(date.max, -1, day_first=vocabulary.day_first or None), tagged.dates[0])
    return [moment.first] if moment and moment.year_given and moment.first == moment.last else []


def _resolved(anchor: Anchor, found: Dated) -> Moment | None:
    """What a date means; nothing if that is open, or several days."""
    try:
        (moment,) = resolve(anchor, found.node)
    except (Unsettled, ValueError):
        return None
    return moment


def below_headings(sentences: Sequence[Sentence], tag: Callable[[str], Tagged], anchor: Anchor) -> Iterator[Line]:
    """The sentences in their order; one below the heading of a day is read as what happened then."""
    lines = [Line(one, tag(one.reading)) for one in sentences]
    above: Heading | None = None
    for line, heading in zip(lines, _headings(lines, anchor), strict=True):
        sentence, tagged, _ = line
        if heading is not None:
            above = heading
            yield Line(sentence._replace(heading=True), tagged, heading.moment)
        elif above and above.titled and sentence.may_be_title:
            above = None  # the title of another section
            yield line
        elif above and above.words and not tagged.dates:
            reading = f"{above.words}: {sentence.reading}"
            yield Line(sentence._replace(day=above.words, reading=reading), tag(reading))
        else:
            yield line._replace(tells=_opening_year(tagged))


def _headings(lines: Sequence[Line], anchor: Anchor) -> list[Heading | None]:
    """The headings among lines. The only one without a title is the day of the text itself, unless a list follows."""
    headings = [_heading(line, anchor) for line in lines]
    days = [(at, one) for at, one in enumerate(headings) if one and one.words and not one.titled]
    if len(days) == 1 and not any(BULLET.match(line.sentence.text) for line in lines[days[0][0] + 1 :][:1]):
        headings[days[0][0]] = days[0][1]._replace(words="")
    return headings


def _heading(line: Line, anchor: Anchor) -> Heading | None:
    """The date that a line names for those below it, if it has few words and no other date."""
    found, kinds = line.tagged.dates, [word.kind for word in line.tagged.words]
    if not line.sentence.may_be_title:
        return None
    told = [kind for kind in kinds if kind not in FOLLOWING]
    bare = not found and told[-1:] == ["year"] and len(told) <= MOST_WORDS_OF_YEAR
    if told.count("year") == 1 and (bare or OF_MONTH.issuperset(told)):
        return Heading(Moment(str(line.tagged.words[kinds.index("year")].value), year_given=True))
    if len(found) != 1 or not _is_named(found[0], kinds):
        return None
    moment = _resolved(anchor._replace(direction=-1, near=0), found[0])
    day = line.tagged.text[found[0].start : found[0].end] if found[0].node.shape in GROUPS["heading"] else ""
    return Heading(moment, day, titled=not LETTERHEAD.issuperset(kinds[: found[0].first])) if moment else None


def _is_named(date: Dated, kinds: list[str]) -> bool:
    """Whether a line is a date and a few words that say of what: no verb leads to it, and nothing follows it."""
    before = kinds[date.first - 1] if date.first else "comma"
    after = takewhile(lambda kind: kind != "open", kinds[date.last :])  # `18 April (all day)`
    few = date.first <= MOST_WORDS and FOLLOWING.issuperset(after)
    return few and before in LEADING and date.node.shape in (*GROUPS["heading"], "year")


def _opening_year(tagged: Tagged) -> Moment | None:
    """`In 1992 the war spread.`, `1992: The war spreads.`: the days in the next sentences are of that year."""
    kinds = [word.kind for word in tagged.words[:3]]
    named = any(one.node.shape == "year" and one.first <= 2 for one in tagged.dates[:1])
    headed = kinds[:1] == ["year"] and kinds[1:2] in (["stop"], ["dash"]) and kinds[2:] != ["year"]
    years = [word.value for word in tagged.words[:3] if word.kind in ("year", "old_year")]
    return Moment(str(years[0]), year_given=True) if years and (named or headed) else None
