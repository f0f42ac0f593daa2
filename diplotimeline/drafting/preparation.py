"""What is taken away from a text before it is read: what the way it was made put between its words.

Every sentence of what is left can still be quoted: signs without a shape and footnote marks are folded when a quote is
looked for, and where something stood between the words, there is a `GAP`, for which a quote has `[…]`.
"""

import re

from diplotimeline.characters import FORBIDDEN, normal
from diplotimeline.errors import CallError
from diplotimeline.quotes.breaks import PAGE_NUMBER
from diplotimeline.quotes.layout import INVISIBLE, without_notes, without_page_breaks

GAP = "\uf8ff"
"""Stands where something was left out within a sentence: no text has this sign for a letter."""
NO_TEXT = rf"{FORBIDDEN.pattern[1:-1]}\ud800-\udfff"
UNQUOTABLE = re.compile(rf"(?<![^\s{NO_TEXT}])[^\s{NO_TEXT}]+[{NO_TEXT}]+[^\s{NO_TEXT}]\S*|[{NO_TEXT}]+")
"""Characters that no timeline may hold: a quote ends before them, and before a word that they stand in."""
SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])\u00ad\s*(?=[^\W\d_])")
MAIL = re.compile(r"[ \t]?>[> \t]*")
PAGE_LINE = r"[^\n]{0,80}\b[Pp]age [0-9]{1,4}(?: ?(?:of|/|de|sur) ?[0-9]{1,4})?|\n[-– ]*[0-9]{1,4}[-– ]*\n"
HEAD_WITHOUT_BREAK = re.compile(rf"(?<=[^\W_])[ \t]*\n(?:{PAGE_LINE})[ \t]*\n(?=[a-zà-ÿ])")
"""A line with the number of a page, in a sentence that goes on with a small letter."""
CODED = re.compile(r"=[89A-F][0-9A-F](?=[a-z]|=[0-9A-F]{2})")
CODED_LINE_END = re.compile(r"(?<=[^=\n])=\n")
"""Letters and line ends in the code of mail programs; a country in a link, `=DE`, and a line of `=` are none."""
OPEN_END = re.compile(r"[^\s.!?…:;]\s*\Z")
MOST_HEAD_LINES, WIDEST_HEAD = 4, 90
BEGINNING = 20_000
"""So many characters show whether a text is in a code."""


def prepared(text: str) -> str:
    """The text with its line ends, without invisible signs, footnote marks, marks of mails and page breaks.

    Raises `CallError` for a mail in the code that mail programs send: no quote of it would stand in the text.
    """
    _refuse_mail_code(text[:BEGINNING].replace("\r\n", "\n"))
    text = re.sub(INVISIBLE, "", SOFT_HYPHEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    text = HEAD_WITHOUT_BREAK.sub(f" {GAP} ", text)
    text = without_notes(normal("NFC", without_page_breaks(_with_pages_joined(_without_mail_marks(text)))))
    return UNQUOTABLE.sub("\n\n", text) if re.search(f"[{NO_TEXT}]", text) else text


def _refuse_mail_code(beginning: str) -> None:
    if len(CODED.findall(beginning)) > 1 or len(CODED_LINE_END.findall(beginning)) > 1:
        raise CallError("the text is in the code of mail programs ('=E9' for 'é')", "save its words as plain text")


def _without_mail_marks(text: str) -> str:
    """The text without the `>` of quoted mails; a sentence goes on from line to line with `[…]`."""
    if "\n>" not in text and not text.startswith(">"):
        return text
    lines: list[str] = []
    quoted = False
    for line in text.split("\n"):
        mark = MAIL.match(line)
        words = line[mark.end() :] if mark else line
        goes_on = mark and quoted and words.strip() and lines[-1].strip() and OPEN_END.search(lines[-1])
        lines.append(f"{GAP} {words}" if goes_on else words)
        quoted = mark is not None
    return "\n".join(lines)


def _with_pages_joined(text: str) -> str:
    """The text with a sentence that goes on over a page break in one piece, and `[…]` where the page's head stood."""
    first, *pages = text.split("\f")
    joined = [first]
    for page in pages:
        rest = _without_foot(joined[-1])
        head = _head(page) if OPEN_END.search(rest) else 0
        if head:
            joined[-1] = rest
            joined.append(f" {GAP} {page[head:].lstrip()}")
        else:
            joined.append(f"\f{page}")
    return "".join(joined)


def _without_foot(page: str) -> str:
    """A page without the blank lines and the number at its end."""
    rest = page.rstrip()
    start = rest.rfind("\n") + 1
    return rest[:start].rstrip() if start and PAGE_NUMBER.fullmatch(rest, start) else rest


def _head(page: str) -> int:
    """How long the head of a page is: few short lines that end in no stop, and a blank line; 0 if it has none."""
    start = length = len(page) - len(page.lstrip())
    for line in page[start : start + (MOST_HEAD_LINES + 1) * WIDEST_HEAD].split("\n")[: MOST_HEAD_LINES + 1]:
        if not line.strip():
            return length if length > start else 0
        if len(line) > WIDEST_HEAD or not OPEN_END.search(line):
            return 0
        length += len(line) + 1
    return 0
