"""A text into sentences, each one a verbatim stretch of it but for runs of white space.

What the way it was made put between its words is taken away before. Every sentence can still be quoted: signs without a
shape and footnote marks are folded when a quote is looked for, and where something stood between the words, there is a
`GAP`, for which a quote has `[…]`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from diplotimeline.characters import FORBIDDEN, normal
from diplotimeline.drafting.expressions import GROUPS, Tagged
from diplotimeline.drafting.vocabulary import Vocabulary
from diplotimeline.errors import CallError
from diplotimeline.quotes.layout import INVISIBLE, without_notes, without_page_breaks

GAP = "\uf8ff"
"""Stands where something was left out within a sentence: no text has this sign for a letter."""
OF_NO_USE = "\ufffe"
"""A sign that no timeline may hold stands for a `GAP` of the text itself."""
NO_TEXT = rf"{FORBIDDEN.pattern[1:-1]}\ud800-\udfff"
UNQUOTABLE = re.compile(rf"(?<![^\s{NO_TEXT}])[^\s{NO_TEXT}]+[{NO_TEXT}]+[^\s{NO_TEXT}]\S*|[{NO_TEXT}]+")
"""Characters that no timeline may hold: a quote ends before them, and before a word that they stand in."""
SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])\u00ad\s*(?=[^\W\d_])")
GOES_ON = r"(?<=[^\s.!?…:;])"
"""Behind the last word of a line in which no sentence ends."""
MARK = r"[ \t]?>[> \t]*"
MAIL, MAIL_GOES_ON = re.compile(rf"^{MARK}", re.MULTILINE), re.compile(rf"{GOES_ON}([ \t]*\n){MARK}(?=\S)")
"""The marks of quoted lines in mails."""
NUMBER = r"[0-9]{1,4}(?: ?(?:of|/|de|sur) ?[0-9]{1,4})?"
PAGE_LINE = rf"[^\n]{{0,80}}\b[Pp]age {NUMBER}|\n[-– ]*[0-9]{{1,4}}[-– ]*\n"
HEAD_WITHOUT_BREAK = re.compile(rf"(?<=[^\W_])[ \t]*\n(?:{PAGE_LINE})[ \t]*\n(?=[a-zà-ÿ])")
"""A line with the number of a page, in a sentence that goes on with a small letter."""
PAGE_BREAK = re.compile(
    rf"{GOES_ON}(?:\s*\n[-– ]*(?:[Pp]age )?{NUMBER}[-– ]*)?\s*\f"
    r"\s*(?:[^\n\f]{0,89}[^\s.!?…:;][ \t]*\n){1,4}[^\S\n]*\n\s*+(?=\S)"
)
"""The end of a page and the head of the next one, a few short lines that end in no stop, within a sentence."""
CODED = re.compile(r"=[89A-F][0-9A-F](?=[a-z]|=[0-9A-F]{2})")
CODED_LINE_END = re.compile(r"(?<=[^=\n])=\r?\n")
"""Letters and line ends in the code of mail programs; a country in a link, `=DE`, and a line of `=` are none."""
BEGINNING = 20_000
"""So many characters show whether a text is in a code."""


def prepared(text: str) -> str:
    """The text with its line ends, without invisible signs, footnote marks, marks of mails and page breaks.

    Raises `CallError` for a mail in the code that mail programs send: no quote of it would stand in the text.
    """
    if any(len(code.findall(text[:BEGINNING])) > 1 for code in (CODED, CODED_LINE_END)):
        raise CallError("the text is in the code of mail programs ('=E9' for 'é')", "save its words as plain text")
    text = re.sub(INVISIBLE, "", SOFT_HYPHEN.sub("", text.replace(GAP, OF_NO_USE)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = MAIL.sub("", MAIL_GOES_ON.sub(rf"\1{GAP} ", HEAD_WITHOUT_BREAK.sub(f" {GAP} ", text)))
    text = without_notes(normal("NFC", without_page_breaks(PAGE_BREAK.sub(f" {GAP} ", text))))
    return UNQUOTABLE.sub("\n\n", text)


LONGEST = 4000
"""No sentence has more characters; what is longer is a table or no prose at all."""
WIDEST_TITLE = 90
BULLET = re.compile(r"\s{0,20}(?:[-–—•*·▪]\s|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]\s|[IVX]{1,5}\.\s)")
STOP = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,3}(?= |\Z)|[.!?]{1,3} [»](?= |\Z)")
WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.){1,6}\Z|[^\s\"'’“‘«(\[-]{1,20}\Z")
ENDING = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3} ?»?\Z")
BLANK_IN_CODE = re.compile("&(?:nbsp|#160|#[xX][aA]0);")
DIVIDED = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!and\b|or\b|to\b|et\b|ou\b|und\b)(?<![A-Z]- )(?=[a-zà-ÿ])")
WORD, YEAR = re.compile(r"[^\w.]"), re.compile(r"\b[12][0-9]{3}\b")
DAY_ALONE = re.compile(
    r"(?:[0-9]{4}, )?[0-9]{1,2}(?:er)? [^\W\d_]{3,9}\.?(?: [0-9]{4})?|[^\W\d_]{3,9}\.? [0-9]{1,2}(?:,? [0-9]{4})?"
)
"""A day with a stop after it begins an entry of a chronicle."""
CELL_ENDS = re.compile(r"\t+| {2,}|\|")
ROW = re.compile(rf"\W{{0,9}}(?:{DAY_ALONE.pattern})(?: {{2,}}| ?\|)")
"""Cells are divided by tabs; behind a day also by several blanks or a bar."""
ENTRY = re.compile(r"(?P<date>[^:]{3,30}?)(?: ?[-–—]{1,2}|:)(?= )")
"""A date and a sign begin an entry of a chronicle: `3 May: …`, `3 May - …`."""
AROUND, WIDEST_DATE = "-–—*#=_: ", 40
"""Signs around a date that stands in a line by itself: `--MARCH 2012--`."""
LISTED = re.compile(r"\W*+(?:[0-9]{1,3}[.)]\s*)?(?-i:[A-ZÀ-Þ])")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
PAGE = re.compile(
    r"(?:page |- ?|– ?|p\. ?)?[0-9]{1,4}(?: ?(?:of|/|de|sur) ?[0-9]{1,4})?(?: ?[-–])?"
    r"|(?-i:[A-Z]{1,6}(?:[./][A-Z0-9-]{1,12}){1,6}(?:/[A-Za-z0-9.-]{0,11}[A-Za-z0-9]){0,6})"
    r"|(?:original|language|distr|langue)(?:\.:|[.:] ).{0,40}",
    re.IGNORECASE,
)
"""Page numbers and document symbols; none ends with a full stop, as the last word of a sentence does."""
OPEN_ENDED = re.compile(r"(?:[,(-]|\b[0-9]{1,2}|\b[^\W\d_]\.|\b(?-i:[a-z])[\w'’]{0,3})\Z")
"""How a line ends that is no heading: with a comma, a figure, an initial or a short word in small letters."""


class Sentence(NamedTuple):
    """A sentence with its runs of white space made single blanks, and as it is read; `opens` if it begins a paragraph.

    `alone` if nothing else stands in its paragraph, and no stop at its end; a `heading` is surely none.
    """

    text: str
    reading: str
    opens: bool = False
    alone: bool = False
    heading: bool = False
    doubt: str = ""
    """What is to be asked of the date at the beginning of what is read: it, or its year, is that of a line above."""
    told: int = 0
    """So many characters of what is read this is asked of."""

    @property
    def may_be_title(self) -> bool:
        """Whether it stands by itself, and is no item of a list."""
        return self.alone and not BULLET.match(self.text)


def split(text: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The sentences and headings of a text, in their order; what has no letter and no figure is neither.

    Raises `CallError` for a text that is written in a code.
    """
    for block in _blocks(prepared(text), vocabulary):
        found = [_row(block)] if _is_row(block) else _sentences(block, vocabulary)
        yield from (one for one in found if any(map(str.isalnum, one.text)))


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or ROW.match(line) is not None


def _row(block: str) -> Sentence:
    """A row of a table is read like an entry of a chronicle: what stands in its first cell, and then what happened."""
    first, *others = filter(str.strip, CELL_ENDS.split(block))
    reading = ": ".join(filter(None, (first.strip(), "; ".join(map(str.strip, others)))))
    return _sentence(" ".join(block.split()), opens=True)._replace(reading=reading)


def _sentence(text: str, *, opens: bool) -> Sentence:
    """A stretch of a block; as it is read, it has no bullet, and words that a line divided are whole again."""
    reading = DIVIDED.sub("", BLANK_IN_CODE.sub(" ", text).replace(f"{GAP} ", ""))
    reading = BULLET.sub("", reading, count=1) if opens and BULLET.match(reading) else reading
    return Sentence(text.removeprefix(f"{GAP} ").replace(GAP, "[…]"), reading, opens)


def _blocks(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Stretches of lines that belong together: hard line breaks are joined; headings, items and rows stand alone."""
    lines: list[str] = []
    widest = 0
    for raw in [*text.split("\n"), ""]:
        line, is_row = " ".join(raw.split()), _is_row(raw)
        line = line if line.strip(AROUND) else ""
        if lines and (not line or is_row or _breaks(lines, widest, line, vocabulary)):
            yield " ".join(lines)
            lines, widest = [], 0
        if is_row or PAGE.fullmatch(line):
            yield raw
        elif line:
            lines.append(line)
            widest = max(widest, len(line))


def _breaks(lines: list[str], widest: int, line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line does not go on with the sentence of the lines before it, the widest of which is so wide.

    A text may be wrapped anywhere: within a date, a name, before a dash. A new beginning needs evidence of its own.
    """
    last, single = lines[-1], len(lines) == 1
    ended = ENDING.search(last) is not None
    title = single and len(last) <= WIDEST_TITLE and not OPEN_ENDED.search(last)
    if _is_date(line, vocabulary) and (title or ENDING.search(last) or line[0] in AROUND):
        return True
    if PAGE.fullmatch(line) or (len(line.split()) > 1 and _is_capitals(last) != _is_capitals(line)):
        return True
    if BULLET.match(line):
        listed = BULLET.match(lines[0]) or line[0] in "•*·▪" or (single and _heads(last, line, vocabulary))
        return bool(ended or last[-1] in ",;" or listed)
    entry = ENTRY.match(line)
    if entry and not OPEN_ENDED.search(last) and _is_date(entry["date"], vocabulary):
        return True
    opener = WORD.split(line, maxsplit=1)[0] in vocabulary.text["openers"]
    short = len(last) < 0.6 * max(len(line), widest)
    return last.endswith(":") or (opener and short and not OPEN_ENDED.search(last))


def _is_date(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but a day, a month or a year, perhaps with signs around it: `Monday, 18 April`."""
    tagged = Tagged(text.strip(AROUND) if len(text) <= WIDEST_DATE else "", vocabulary)
    spans = [date.last - date.first for date in tagged.dates if date.node.shape in GROUPS["head"]]
    return spans == [len(tagged.words)]


def _heads(line: str, item: str, vocabulary: Vocabulary) -> bool:
    """Whether a line that ends in a date is the heading of the item below it, which begins with a capital letter."""
    last = line.rpartition(" ")[2].rstrip(":").lower()
    return LISTED.match(item) is not None and (last.isdigit() or last in vocabulary.months)


def _is_capitals(line: str) -> bool:
    return line.isupper() and len(line) > 3


def _sentences(block: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    start = 0
    for match in STOP.finditer(block):
        if _ends(block, start, match, vocabulary):
            yield _sentence(block[start : match.end()], opens=start == 0)
            start = match.end() + 1
    rest, opens = block[start:], start == 0
    if rest.strip():
        heading = opens and (_is_capitals(rest) or PAGE.fullmatch(rest) is not None)
        yield _sentence(rest, opens=opens)._replace(alone=opens, heading=heading)


def _ends(block: str, start: int, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a stop ends a sentence, by the word before it and the word after it."""
    stop, end = match.span()
    following = block[end + 1 : end + 40].lstrip("\"'“‘«([– ")
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit()) or _is_date(block[start:stop], vocabulary):
        return False
    before = WORD_BEFORE.search(block, max(0, stop - 24), stop)
    word = before[0].lower() if before else ""
    opener = WORD.split(following, maxsplit=1)[0] in vocabulary.text["openers"]
    if INITIALS.fullmatch(f"{word}.") or word in vocabulary.text["abbreviations"]:
        return opener and word not in vocabulary.text["titles"]
    month = following.split(" ")[0].lower() in vocabulary.months
    return not (month and word.isdigit() and len(word) <= 2)  # `5. October` goes on
