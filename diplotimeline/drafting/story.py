"""What the lines of a text tell of those below them: the day of the whole text, the day or year in a heading."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Tagged
from diplotimeline.drafting.moments import Anchor, Moment, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import AROUND, BEGINNING, FORMS, Sentence, split
from diplotimeline.drafting.vocabulary import KINDS, Vocabulary

MOST_WORDS, MOST_WORDS_OF_YEAR = 8, 4
MONTH = len("2012-03")
FROM = "from the heading “{}”"


class Line(NamedTuple):
    """A sentence with its words, and the date that it tells those after it to be counted from."""

    sentence: Sentence
    tagged: Tagged
    tells: Moment | None = None
    entry: str = ""
    """The date that it opens with, as an entry of a chronicle does."""
    issued: date | None = None
    """The last day of the entry that it stands in: what it tells besides is counted from there."""

    def read_as(self, reading: str, doubt: str, told: int, tag: Callable[[str], Tagged]) -> "Line":
        """The line as it is read below a heading, with what is to be asked of so many of its characters."""
        sentence = self.sentence._replace(reading=reading, doubt=doubt, told=told)
        return self._replace(sentence=sentence, tagged=tag(reading))


class Head(NamedTuple):
    """The date that opens a line, its words up to where a year may stand and after it; `bare` days lack a month."""

    days: str
    after: str
    rest: str
    bare: bool = False


class Heading(NamedTuple):
    """A date for the lines below it, with its words; or the one that has given a year to a date above them.

    `titled` if it says of what: `Summary of 18 April`, `The attack on Nubar (18 April)`, not `Vienna, 18 April`.
    """

    moment: Moment
    words: str
    names_day: bool = False
    """Whether what is told below it without a date was then: of a day or a month, but not of a year."""
    titled: bool = False
    month: str = ""
    """What bare days below it lack: `--MARCH 2012--`."""


def dateline(text: str, vocabulary: Vocabulary) -> date | None:
    """The day that a text gives as its own: `Vienna, 6 October 2022`; nothing if it gives none, or several."""
    lines = islice(split(text[:BEGINNING], vocabulary), 12)
    days = {_own_day(line, vocabulary) for line in lines if line.opens} - {None}
    return days.pop() if len(days) == 1 else None


def _own_day(line: Sentence, vocabulary: Vocabulary) -> date | None:
    """The day of a line where it stands alone, or between a place and a dash."""
    tagged = Tagged(line.reading, vocabulary)
    moment = _moment(tagged, Anchor(date.max, day_first=vocabulary.day_first or None))
    if moment is None or not moment.year_given or moment.first != moment.last:
        return None
    before = tagged.words[: tagged.dates[0].first]
    after = [word.kind for word in tagged.words[tagged.dates[0].last :]]
    ends = set(after) <= KINDS["behind"] if line.alone else before and after[:1] in (["dash"], ["close"])
    return moment.first if ends and all(word.kind in KINDS["letterhead"] for word in before) else None


def below_headings(sentences: Iterable[Sentence], tag: Callable[[str], Tagged], anchor: Anchor) -> Iterator[Line]:
    """The sentences in their order; one below the heading of a day is read as what happened then."""
    lines: list[tuple[Line, Heading | None]] = []
    given: Heading | None = None
    for sentence in sentences:
        line, given = _entry(Line(sentence, tag(sentence.reading)), given, tag, anchor)
        heading = _heading(line, anchor)
        given = heading if heading and not line.entry and len(heading.moment.edtf) <= MONTH else given
        lines.append((line, heading))
    own = _own_headings(lines, anchor.issued)
    day, titled, entry, inside = "", False, None, 0
    for number, (line, heading) in enumerate(lines):
        sentence, tagged = line.sentence, line.tagged
        if sentence.opens:
            entry, inside = None, 0
        unquoted = "".join(FORMS["quote"].split(sentence.text)[inside::2])
        inside ^= len(FORMS["quote"].findall(sentence.text)) % 2
        undated = {one.node.shape for one in tagged.dates} <= {"coming"} and any(map(str.isalnum, unquoted))
        if heading is not None:
            day = heading.words if heading.names_day and number not in own else ""
            titled, entry = heading.titled, None
            line = Line(sentence._replace(heading=True), tagged, heading.moment)
        elif line.entry:
            entry = line
        elif titled and sentence.may_be_title:
            day = ""  # the title of another section
        elif (above := entry.entry if entry else day) and undated:
            line = line.read_as(f"{above}: {sentence.reading}", FROM.format(above), len(above), tag)
        elif tagged.dates and tagged.dates[0].node.shape == "year" and tagged.dates[0].first <= 2:
            line = line._replace(tells=_moment(tagged, anchor))  # In 1992 the war spread. On 9 May …
        yield line._replace(issued=min(entry.tells.last, anchor.issued) if entry and entry.tells else None)


def _entry(
    line: Line, given: Heading | None, tag: Callable[[str], Tagged], anchor: Anchor
) -> tuple[Line, Heading | None]:
    """A line that opens with a date, read with what this lacks, and what it gives to those below it.

    The year, or the month and the year, are those of the line above, if the story goes on from there.
    """
    if (head := _head(line, given)) is None:
        return line, given
    lacking, own = [""], FORMS["year"].search(head.days) is not None
    if given is not None and not own:
        year = given.moment.first.year
        lacking = [f" {given.month if head.bare else year}", f" {year + 1}", ""]  # 30 December to 2 January
    for lacked in lacking:
        tagged = tag(f"{head.days}{lacked}{head.after}")
        moment = _moment(tagged, anchor)
        follows = moment and given and given.moment.first <= moment.first <= anchor.issued
        if moment and (not lacked or (follows and moment.first.year == year)):
            break
    else:
        return line, given
    lasting = given is not None and len(given.moment.edtf) <= MONTH
    doubt = FROM.format(given.words) if given and lacked else ""
    line = line.read_as(tagged.text + head.rest, doubt, len(tagged.text), tag)
    if own or (given and lacked):
        given = Heading(moment, head.days) if own or not given else given if lasting else given._replace(moment=moment)
        months = [tagged.text[one.start : one.end] for one in tagged.words if one.kind in KINDS["months"]]
        given = given._replace(month=f"{months[0]} {moment.first.year}" if months else given.month)
    tells = moment._replace(year_given=own or bool(lacked))
    return line._replace(tells=tells, entry=tagged.text), given


def _head(line: Line, given: Heading | None) -> Head | None:
    """The date that opens a line, before a sign or a capital letter; it may be bare days below a month."""
    text, words, dates = line.tagged.text, line.tagged.words, line.tagged.dates
    if not line.sentence.opens:
        return None
    if given and given.month and (bare := FORMS["bare_days"].match(text)):
        return Head(bare[0], "", text[bare.end() :], bare=True)
    below_month = given and given.month and len(given.moment.edtf) == MONTH and not line.sentence.alone
    if below_month and not (dates and dates[0].start == 0) and (bare := FORMS["unsigned_days"].match(text)):
        return Head(bare[0], "", f":{text[bare.end() :]}", bare=True)
    if not dates or text[: dates[0].start].strip(AROUND):
        return None
    _, first, last, start, end = dates[0]
    days = [word.end for word in words[first:last] if word.kind in KINDS["before_year"]]
    signed = last == len(words) or words[last].kind in KINDS["behind_entry"]
    if not days or (not signed and (line.sentence.alone or not text[words[last].start].isupper())):
        return None
    return Head(text[start : days[-1]], text[days[-1] : end], text[end:] if signed else f":{text[end:]}")


def _moment(tagged: Tagged, anchor: Anchor) -> Moment | None:
    """The only date of some words, if they leave none open."""
    try:
        (moment,) = resolve(anchor._replace(direction=-1, near=0), tagged.dates[0].node)
    except (Unsettled, ValueError, IndexError):
        return None
    return moment


def _heading(line: Line, anchor: Anchor) -> Heading | None:
    """The date that a line names for those below it, if it has few words and no other date."""
    text, found, words = line.sentence.reading, line.tagged.dates, line.tagged.words
    framed = line.sentence.alone and line.sentence.text[0] == line.sentence.text[-1]
    if not (line.sentence.may_be_title or framed or text.strip(AROUND) == line.entry):
        return None
    years = [word.value for word in (words if framed else [*words[:1], *words[-1:]]) if word.kind == "year"]
    if years and (framed or len(words) <= MOST_WORDS_OF_YEAR) and all(one.node.shape == "year" for one in found):
        return Heading(Moment(str(years[0]), year_given=True), str(years[0]))
    if len(found) != 1 or (moment := _moment(line.tagged, anchor)) is None:
        return None
    node, first, last, start, end = found[0]
    leads = words[first - 1].kind if first else "comma"
    after = {word.kind for word in takewhile(lambda word: word.kind != "open", words[last:])}  # `18 April (all day)`
    if first > MOST_WORDS or leads not in KINDS["leading"] or not after <= KINDS["behind"]:
        return None  # a verb leads to it, or something follows
    names_day = node.shape in GROUPS["heading"] or (node.shape == "month" and moment.year_given)
    titled = any(word.kind not in KINDS["letterhead"] for word in words[:first])
    return Heading(moment, text[start:end], names_day, titled)


def _own_headings(lines: Sequence[tuple[Line, Heading | None]], issued: date) -> set[int]:
    """Which headings are the day of the text itself: without a title, the only one or that of the statement.

    None has a list below it, unless it is itself a point of a list, as in the head of a web page.
    """
    days = ((at, one) for at, (_, one) in enumerate(lines) if one and len(one.moment.edtf) > MONTH)
    named = [(at, one.moment) for at, one in days if one.names_day and not one.titled]
    named = [(at, day) for at, day in named if len(named) == 1 or day.first == day.last == issued]
    return {at for at, _ in named if not lines[at][0].sentence.doubt and not _heads_list(lines[at : at + 2])}


def _heads_list(lines: Sequence[tuple[Line, Heading | None]]) -> bool:
    """Whether a list stands below the first of the lines, which is no point of one itself."""
    point, *below = (FORMS["bullet"].match(line.sentence.text) for line, _ in lines)
    return not point and any(below)
