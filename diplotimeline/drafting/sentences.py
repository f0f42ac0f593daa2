"""A text into sentences, each one a verbatim stretch of it but for runs of white space.

What the way it was made put between its words is taken away before. Every sentence can still be quoted: signs without a
shape and footnote marks are folded when a quote is looked for, and for a `GAP` between words it has `[…]`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from diplotimeline.characters import FORBIDDEN, normal
from diplotimeline.drafting.expressions import GROUPS, Tagged, Vocabulary, filled, table
from diplotimeline.errors import CallError
from diplotimeline.quotes.layout import INVISIBLE, without_notes, without_page_breaks

GAP = "\uf8ff"  # stands where something was left out within a sentence: no text has this sign for a letter
OF_NO_USE = "\ufffe"  # a sign that no timeline may hold stands for a `GAP` of the text itself
LINES = table("lines")
PIECES = {"NO_TEXT": rf"{FORBIDDEN.pattern[1:-1]}\ud800-\udfff", **LINES["pieces"]}
FORMS = {name: re.compile(filled(text, PIECES), re.VERBOSE) for name, text in LINES["patterns"].items()}
"""How lines look, and what stands between their words, by its name in `lines.toml`."""
BEGINNING = 20_000  # so many characters show whether a text is in a code, and may give its day


def prepared(text: str) -> str:
    """The text without unseen signs, marks of footnotes and mails, page breaks. Raises `CallError` for a coded mail."""
    if any(len(code.findall(text[:BEGINNING])) > 1 for code in (FORMS["coded"], FORMS["coded_line_end"])):
        raise CallError("the text is in the code of mail programs ('=E9' for 'é')", "save its words as plain text")
    text = re.sub(INVISIBLE, "", FORMS["soft_hyphen"].sub("", text.replace(GAP, OF_NO_USE)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = FORMS["mail_goes_on"].sub(rf"\1{GAP} ", FORMS["page_line"].sub(f" {GAP} ", text))
    text = FORMS["page_break"].sub(f" {GAP} ", FORMS["mail"].sub("", text))
    return FORMS["unquotable"].sub("\n\n", without_notes(normal("NFC", without_page_breaks(text))))


LONGEST = 4000  # no sentence has more characters; what is longer is a table or no prose at all
WIDEST_TITLE = 90
AROUND, WIDEST_DATE = "-–—*#=_: ", 40
"""Signs around a date that stands in a line by itself: `--MARCH 2012--`."""


class Sentence(NamedTuple):
    """A sentence with its runs of white space made single blanks, and as it is read; `opens` if it begins a paragraph.

    `alone` if nothing else stands in its paragraph, and no stop at its end; a `heading` is surely none.
    """

    text: str
    reading: str
    opens: bool = False
    alone: bool = False
    heading: bool = False
    doubt: str = ""  # what is to be asked of the date that is read first: it, or its year, is that of a line above
    below_title: bool = False  # whether its date is that of a title of what happened: `Attack on Kora (3 May)`

    @property
    def may_be_title(self) -> bool:
        """Whether it stands by itself, and is no item of a list."""
        return self.alone and not FORMS["bullet"].match(self.text)


def split(text: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The sentences and headings of a text that have a letter or figure. Raises `CallError` for a text in a code."""
    for block in _blocks(prepared(text), vocabulary):
        found = [_row(block)] if _is_row(block) else _sentences(block, vocabulary)
        yield from (one for one in found if any(map(str.isalnum, one.text)) and len(one.text) <= LONGEST)


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or FORMS["row"].match(line) is not None


def _row(block: str) -> Sentence:
    """A row of a table is read like an entry of a chronicle: what stands in its first cell, and then what happened."""
    first, *others = filter(str.strip, FORMS["cell_ends"].split(block))
    reading = ": ".join(filter(None, (first.strip(), "; ".join(map(str.strip, others)))))
    return _sentence(" ".join(block.split()), opens=True)._replace(reading=reading)


def _sentence(text: str, *, opens: bool) -> Sentence:
    """A stretch of a block; as it is read, it has no bullet, and words that a line divided are whole again."""
    reading = FORMS["divided"].sub("", FORMS["blank_in_code"].sub(" ", text).replace(f"{GAP} ", ""))
    reading = FORMS["bullet"].sub("", reading, count=1) if opens and FORMS["bullet"].match(reading) else reading
    return Sentence(text.removeprefix(f"{GAP} ").replace(GAP, "[…]"), reading, opens)


def _blocks(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Stretches of lines that belong together: hard line breaks are joined; headings, items and rows stand alone."""
    lines: list[str] = []
    for raw in [*text.split("\n"), ""]:
        line, is_row = " ".join(raw.split()), _is_row(raw)
        line = line if line.strip(AROUND) else ""
        if lines and (not line or is_row or _breaks(lines, line, vocabulary)):
            yield " ".join(lines)
            lines = []
        if is_row or FORMS["page"].fullmatch(line):
            yield raw
        elif line:
            lines.append(line)


def _breaks(lines: list[str], line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins anew: a text may be wrapped anywhere, so that this needs evidence of its own."""
    last, single = lines[-1], len(lines) == 1
    ended, goes_on = FORMS["ending"].search(last), FORMS["open_ended"].search(last)
    if FORMS["page"].fullmatch(line) or (len(line.split()) > 1 and _is_capitals(last) != _is_capitals(line)):
        return True
    if _is_date(line, vocabulary) and (ended or (single and not goes_on and len(last) <= WIDEST_TITLE)):
        return True
    if FORMS["bullet"].match(line):
        word = last.rpartition(" ")[2].rstrip(":").lower()
        heads = single and (word.isdigit() or word in vocabulary.months) and FORMS["listed"].match(line)
        return bool(ended or last[-1] in ",;" or line[0] in "•*·▪" or heads or FORMS["bullet"].match(lines[0]))
    entry = FORMS["entry"].match(line)
    if last.endswith(":") or (entry and not goes_on and _is_date(entry["date"], vocabulary)):
        return True
    opener = FORMS["word_end"].split(line, maxsplit=1)[0] in vocabulary.text["openers"]
    return opener and not goes_on and len(last) < 0.6 * max(map(len, (*lines[-2:], line)))


def _is_date(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but a day, a month or a year, perhaps with signs around it: `Monday, 18 April`."""
    tagged = Tagged(text.strip(AROUND) if len(text) <= WIDEST_DATE else "", vocabulary)
    spans = [date.last - date.first for date in tagged.dates if date.node.shape in GROUPS["head"]]
    return spans == [len(tagged.words)]


def _is_capitals(line: str) -> bool:
    return line.isupper() and len(line) > 3


def _sentences(block: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    start = 0
    for match in FORMS["stop"].finditer(block):
        if _ends(block, start, match, vocabulary):
            yield _sentence(block[start : match.end()], opens=start == 0)
            start = match.end() + 1
    rest, opens = block[start:], start == 0
    if rest.strip():
        heading = opens and (_is_capitals(rest) or FORMS["page"].fullmatch(rest) is not None)
        yield _sentence(rest, opens=opens)._replace(alone=opens, heading=heading)


def _ends(block: str, start: int, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a stop ends a sentence, by the word before it and the word after it."""
    stop, end = match.span()
    following = block[end + 1 : end + 40].lstrip("\"'“‘«([– ")
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit()) or _is_date(block[start:stop], vocabulary):
        return False
    before = FORMS["word_before"].search(block, max(0, stop - 24), stop)
    word = before[0].lower() if before else ""
    opener = FORMS["word_end"].split(following, maxsplit=1)[0] in vocabulary.text["openers"]
    if FORMS["initials"].fullmatch(f"{word}.") or word in vocabulary.text["abbreviations"]:
        return opener and word not in vocabulary.text["titles"]
    month = following.split(" ")[0].lower() in vocabulary.months
    return not (month and word.isdigit() and len(word) <= 2)  # `5. October` goes on
