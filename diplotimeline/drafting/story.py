"""What the lines of a text tell of those below them: the day of the whole text, the day or year in a heading."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from diplotimeline.drafting.expressions import GROUPS, KINDS, Tagged, Vocabulary
from diplotimeline.drafting.moments import Anchor, Moment, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import AROUND, BEGINNING, FORMS, Sentence, split

MOST_WORDS, MOST_WORDS_OF_YEAR = 8, 4
Tag = Callable[[str], Tagged]


class Line(NamedTuple):
    """A sentence with its words, and the date that it tells those after it to be counted from."""

    sentence: Sentence
    tagged: Tagged
    tells: Moment | None = None
    entry: str = ""  # the date that it opens with, as an entry of a chronicle does
    issued: date | None = None  # the last day of its entry: what it tells besides is counted from there

    def read_as(self, tagged: Tagged, above: str, *, titled: bool = False) -> "Line":
        """The line as it is read below a heading, the date of which is asked for."""
        doubt = f"from the heading “{above}”" if above else ""
        sentence = self.sentence._replace(reading=tagged.text, doubt=doubt, below_title=titled)
        return self._replace(sentence=sentence, tagged=tagged)


class Heading(NamedTuple):
    """A date for the lines below it, with its words; or the one that has given a year to a date above them.

    `titled` if it says of what: `Summary of 18 April`, `The attack on Nubar (18 April)`, not `Vienna, 18 April`.
    """

    moment: Moment
    words: str
    names_day: bool = False  # whether what is told below it without a date was then: not of a year
    titled: bool = False
    month: str = ""  # what bare days below it lack: `--MARCH 2012--`

    @property
    def lasts(self) -> bool:
        """Whether it is a year or a month, in which what stands below it may have any order."""
        return len(self.moment.edtf) <= len("2012-03")


def dateline(text: str, vocabulary: Vocabulary) -> date | None:
    """The day that a text gives as its own: `Vienna, 6 October 2022`; nothing if it gives none, or several."""
    lines = islice(split(text[:BEGINNING], vocabulary), 12)
    days = {_own_day(line, vocabulary) for line in lines if line.opens} - {None}
    return days.pop() if len(days) == 1 else None


def _own_day(line: Sentence, vocabulary: Vocabulary) -> date | None:
    """The day of a line where it stands alone, or between a place and a dash."""
    tagged = Tagged(line.reading, vocabulary)
    moment = _moment(tagged, Anchor(date.max, day_first=vocabulary.day_first))
    if moment is None or not moment.year_given or moment.first != moment.last:
        return None
    before = tagged.words[: tagged.dates[0].first]
    after = [word.kind for word in tagged.words[tagged.dates[0].last :]]
    ends = set(after) <= KINDS["behind"] if line.alone else before and after[:1] in (["dash"], ["close"])
    return moment.first if ends and all(word.kind in KINDS["letterhead"] for word in before) else None


def below_headings(sentences: Iterable[Sentence], tag: Tag, anchor: Anchor) -> Iterator[Line]:
    """The sentences in their order; one below the heading of a day is read as what happened then."""
    lines: list[tuple[Line, Heading | None]] = []
    given: Heading | None = None
    for sentence in sentences:
        line, given = _entry(Line(sentence, tag(sentence.reading)), given, tag, anchor)
        heading = _heading(line, anchor)
        given = heading if heading and not line.entry and heading.lasts else given
        lines.append((line, heading))
    own = _own_headings(lines, anchor.issued)
    several = len([line for line, _ in lines if line.entry]) > 1
    day, titled, entry, inside = "", False, None, 0
    for number, (line, heading) in enumerate(lines):
        sentence, dates = line.sentence, line.tagged.dates
        if sentence.opens:
            entry, inside = None, 0
        unquoted = "".join(FORMS["quote"].split(sentence.text)[inside::2])
        inside ^= len(FORMS["quote"].findall(sentence.text)) % 2
        undated = {one.node.shape for one in dates} <= {"coming"} and any(map(str.isalnum, unquoted))
        if heading is not None:
            day = heading.words if heading.names_day and number not in own else ""
            titled, entry = heading.titled, None
            line = Line(sentence._replace(heading=True), line.tagged, heading.moment)
        elif line.entry:
            entry = line if several or line.issued != anchor.issued else None  # the day of the text itself
        elif titled and sentence.may_be_title:
            day = ""  # the title of another section
        elif (above := entry.entry if entry else day) and undated:
            line = line.read_as(tag(f"{above}: {sentence.reading}"), above, titled=titled and not entry)
        elif dates and dates[0].node.shape == "year" and dates[0].first <= 2:
            line = line._replace(tells=_moment(line.tagged, anchor))  # In 1992 the war spread. On 9 May …
        yield line._replace(issued=entry.issued if entry else None)


def _entry(line: Line, given: Heading | None, tag: Tag, anchor: Anchor) -> tuple[Line, Heading | None]:
    """A line that opens with a date, perhaps with the year, or month and year, of one above; what it gives below."""
    if (head := _head(line, given)) is None:
        return line, given
    days, after, rest = head
    lacking, own = [""], FORMS["year"].search(days) is not None
    if given and not own:
        year = given.moment.first.year
        bare = FORMS["bare_days"].fullmatch(days)
        lacking = [f" {given.month if bare else year}", f" {year + 1}", ""]  # 30 December to 2 January
    for lacked in lacking:
        tagged, above = tag(f"{days}{lacked}{after}"), given if lacked else None
        moment = _moment(tagged, anchor)
        follows = moment and above and above.moment.first <= moment.first <= anchor.issued
        if moment and (not above or (follows and moment.first.year == year)):
            break
    else:
        return line, given
    line = line.read_as(tag(tagged.text + rest), above.words if above else "")
    months = [tagged.text[one.start : one.end] for one in tagged.words if one.kind in KINDS["months"]]
    month = f"{months[0]} {moment.first.year}" if months else ""
    if above:
        given = above._replace(moment=above.moment if above.lasts else moment, month=month)
    elif own:
        given = Heading(moment, days, month=month)
    tells = moment._replace(year_given=own or above is not None)
    return line._replace(tells=tells, entry=tagged.text, issued=min(moment.last, anchor.issued)), given


def _head(line: Line, given: Heading | None) -> tuple[str, str, str] | None:
    """The date that opens a line, up to where a year may stand and after it, and the rest of the line."""
    text, words, dates = line.tagged.text, line.tagged.words, line.tagged.dates
    if not line.sentence.opens:
        return None
    if given and given.month and (bare := FORMS["bare_days"].match(text)):
        return bare[0], "", text[bare.end() :]
    if not dates or text[: dates[0].start].strip(AROUND):
        return None
    _, first, last, start, end = dates[0]
    days = [word.end for word in words[first:last] if word.kind in KINDS["before_year"]]
    signed = last == len(words) or words[last].kind in KINDS["behind_entry"]
    if not days or (not signed and (line.sentence.alone or not text[words[last].start].isupper())):
        return None
    return text[start : days[-1]], text[days[-1] : end], text[end:] if signed else f":{text[end:]}"


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
    if not (line.sentence.may_be_title or text.strip(AROUND) == line.entry):
        return None
    years = [word.value for word in (*words[:1], *words[-1:]) if word.kind == "year"]
    if years and len(words) <= MOST_WORDS_OF_YEAR and all(one.node.shape == "year" for one in found):
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
    """Which headings are the day of the text itself: the first if of its day, or the only one without a title.

    With a title only in the head of the text. A list below a day is of that day, unless the day is a point of it.
    """
    found = [(at, one) for at, (line, one) in enumerate(lines) if one and not (one.lasts or line.sentence.doubt)]
    head = sum(1 for _ in takewhile(lambda one: one[0].sentence.alone, lines))
    named = [(at, one) for at, one in found if one.names_day and (at < head or not one.titled)]
    plain = [at for at, one in named if not one.titled]
    own = [at for at, one in named[:1] if one.moment.first == one.moment.last == issued]
    points = [FORMS["bullet"].match(line.sentence.text) is not None for line, _ in lines]
    own = own or (plain if len(plain) == 1 else [])
    return {at for at in own if points[at] or not any(points[at + 1 : at + 2])}
