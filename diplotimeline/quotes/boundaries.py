"""Where a quote may begin and end: the one function that decides, `is_boundary`.

A quote never cuts a word or a number, nor leaves a minus sign or a prefix off.
"""

import re
import unicodedata

from diplotimeline.quotes.layout import HYPHEN, JOINT, NOTES, has_blankless
from diplotimeline.quotes.numerals import divides

JOINERS = "\u200c\u200d"  # Persian and Arabic write words with them
UNSEEN = ("Cf", "Cc")  # the categories of signs without a shape: a word goes on behind them
MOST_UNSEEN = 100
# This and the next are compiled when a quote begins or ends beside a hyphen: few do.
PREFIXES = rf"(?i)(?<!\w)(?:non|un|anti|counter|ex|pre|post|co|re|de)-{JOINT}?\Z"
LONGEST_PREFIX = 10
# The first part of a number in words, as in `twenty-four` and `quatre-vingt-dix`.
TENS = (
    r"(?i)(?<!\w)(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dix|vingt|trente|quarante|cinquante|soixante|"
    r"quatre|cent|mille)\Z"
)
LONGEST_TEN = 11
# Two numbers with a dash or stroke between blanks: `5 – 7`; behind a year it may part what is said of it from what
# follows.
RANGE = re.compile(r"(?<![^\W_])(?!(?:1\d|20)\d\d )\d+ [-/] \d")
LONGEST_RANGE = 12
CONTRACTED = re.compile(r"(?:t|s|d|m|re|ve|ll)\b", re.IGNORECASE)
MANY = "两兩几幾"  # Chinese "two" and "several" before a ten, a hundred or a thousand
HEBREW = re.compile("[א-ת]")
ARMENIAN_MARKS = "՛՜՞"  # they stand within the word


def is_boundary(text: str, position: int) -> bool:
    """Whether a word or number begins or ends here: not within `not`, `1,207`, `5–7`, `3/4` or `isn't`. The text is
    one that `layout.marked` made.
    """
    before, after = text[position - 1 : position], text[position : position + 1]
    if (before == " " and after.isalpha()) or (after == " " and before.isalpha()):  # as nearly everywhere
        return not divides(text, position)
    if before.isalpha() and after.isalpha() and (before + after).isascii():
        return False
    left, right = _shown(text, position - 1, -1), _shown(text, position, 1)
    if left < 0 or right == len(text):
        return True
    if _joins(text, left) or _joins(text, right) or _divided(text, left + 1):
        return False
    before, after = text[left], text[right]
    if (before == HYPHEN and after.isdigit()) or (after == HYPHEN and before.isdigit()) or _in_range(text, position):
        return False
    if before in ("-", ".", JOINT) and _in_word(after) and _prefixed(text, left, after):
        return False
    if not (_in_word(before) and _in_word(after)):
        return not (before in NOTES and after in NOTES) and not divides(text, position)
    is_mark = unicodedata.category(after)[0] == "M"
    is_number = (before.isnumeric() or before in MANY) and after.isnumeric()
    return has_blankless(before + after) and not is_mark and not is_number


def _divided(text: str, position: int) -> bool:
    """Whether a line ends within a word here: `dis-⏎agree`. A name behind the hyphen is a word of its own."""
    joint = position - 1 if text[position - 1] == JOINT else position + 1
    before, after = text[max(0, joint - 2) : joint], text[joint + 1 : joint + 3]
    is_word = before[:1].isalpha() and after[:1].isalpha()
    return text[joint : joint + 1] == JOINT and is_word and not after.istitle()


def _in_range(text: str, position: int) -> bool:
    """Whether a range of numbers with blanks around its dash is cut here: `5 – 7`."""
    found = RANGE.search(text, max(0, position - LONGEST_RANGE), position + 4)
    return found is not None and found.start() < position < found.end()


def _prefixed(text: str, hyphen: int, after: str) -> bool:
    """Whether the sign at this place is a minus or a point, or belongs to a prefix: `-5`, `.5`, `non-combatants`."""
    leads = after.isdigit() and (hyphen < 1 or not (_in_word(text[hyphen - 1]) or text[hyphen - 1] == "."))
    return leads or re.search(PREFIXES, text[max(0, hyphen + 1 - LONGEST_PREFIX) : hyphen + 1]) is not None


def _joins(text: str, position: int) -> bool:
    """Whether the sign here holds one word or number together."""
    start, end = position, position + 1
    if text[position] == JOINT and text[position - 1] == "-":  # a line ends behind the hyphen
        start -= 1
    elif text.startswith(f"-{JOINT}", position):
        end += 1
    left, right = _shown(text, start - 1, -1, joiners=""), _shown(text, end, 1, joiners="")
    if left < 0 or right >= len(text):
        return False
    before, sign, after = text[left], text[start], text[right]
    if before.isdigit() and after.isdigit():
        return not sign.isspace() and not sign.isalpha() and sign not in NOTES
    if not (before.isalpha() and after.isalpha()):
        return False
    if sign in "'\"" and HEBREW.match(before) and HEBREW.match(after):
        return True
    if sign == "-":
        return re.compile(TENS).search(text, max(0, start - LONGEST_TEN), start) is not None
    # English endings only: a quote may well begin after the article of French "l'accord".
    return sign in ARMENIAN_MARKS or (sign == "'" and CONTRACTED.match(text, right) is not None)


def _shown(text: str, position: int, step: int, joiners: str = JOINERS) -> int:
    """The place of the nearest sign from here on that has a shape or joins words; one before or behind the text."""
    for _ in range(MOST_UNSEEN):
        if not 0 <= position < len(text) or text[position].isprintable():
            break
        if text[position] in joiners or unicodedata.category(text[position]) not in UNSEEN:
            break
        position += step
    return position


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith(("M", *UNSEEN))
