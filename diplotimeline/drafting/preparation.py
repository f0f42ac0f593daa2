"""What is taken away from a text before it is read: what the way it was made put between its words.

Every sentence of what is left can still be quoted: signs without a shape and footnote marks are folded when a quote is
looked for, and where something stood between the words, there is a `GAP`, for which a quote has `[…]`.
"""

import re

from diplotimeline.characters import FORBIDDEN, normal
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
