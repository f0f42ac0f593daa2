"""Numbers in words: what each word is worth, and where words that stand side by side are one number."""

import re
from collections.abc import Mapping
from functools import cache

from diplotimeline.files import blocks

DOZEN, HUNDRED, THOUSAND = 12, 100, 1000
TENS = range(20, 100, 10)
REACH = 40  # signs; on either side of a place no more of a number counts
GLUE = str.maketrans(dict.fromkeys("-\ud800\ud802", " "))  # what else may stand between two words of a number
OPENING, CLOSING = "([\"'", ".,;:!?)]\"'"
ENDS = (". ", "! ", "? ")
AND = ("and", "et")
DOZENS = ("dozen", "douzaine", "douzaines")
OR = ("or", "to", "ou", "à")
HALF = ("half", "demi", "demie")
ARTICLES = ("a", "an", "un", "une")
SEVERAL = ("several", "few", "plusieurs", "quelques")
ALONE = (*ARTICLES, "single", "both", "couple", "pair", "paire")  # no part of a number behind a hundred
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d+))?")  # not `13.09.2022`, nor `4.1.6`
FRACTION = re.compile(r"[¼-¾⅓⅔]|⅛|\d/\d\d?")
NEXT = re.compile(r"[ \ud800\ud802-]*(\d|[¼-¾⅓⅔]|⅛|[^\W\d_]+)")
YEAR = re.compile(r"1\d\d\d|20\d\d")


@cache
def words(kind: str) -> Mapping[str, int]:
    """The words for `numbers` or `months`, in small letters, with what they mean; all languages together."""
    found: dict[str, int] = {}
    for section, *lines in blocks("quotes/words.txt"):
        for line in lines if section == kind else ():
            value, *names = line.replace(",", "").split()
            found |= dict.fromkeys(names, int(value))
    return found


def divides(text: str, place: int) -> bool:
    """Whether a place between words lies within a number that is written in words, or in figures and words.

    `two hundred`, `one hundred and five`, `twenty four`, `2.5 million`, `half a million`, `several hundred`. Not where
    what stands behind is worth as much as the whole: `a hundred`.
    """
    if text[place - 2 : place] in ENDS:
        return False  # no word with a stop behind it is part of a number that goes on
    following = NEXT.match(text, place)
    if following is None or not (not following[1].isalpha() or following[1].lower() in _parts()):
        return False  # nearly always
    before = [word.lstrip(OPENING) for word in _words(text[max(0, place - REACH) : place])]
    behind = [word.rstrip(CLOSING) for word in _words(text[place : place + REACH])]
    joint = ""
    if before and before[-1] in AND:
        joint = before.pop()
    elif behind and behind[0] in AND:
        joint = behind.pop(0)
    return bool(before and behind) and _is_one(before, joint, behind)


@cache
def _parts() -> frozenset[str]:
    """The words with which a part of a number may begin."""
    return frozenset((*words("numbers"), *AND, *OR, *HALF))


def _words(text: str) -> list[str]:
    return text.translate(GLUE).lower().split()


def _is_one(before: list[str], joint: str, behind: list[str]) -> bool:
    """Whether the last of some words and the first of those behind them are parts of one number."""
    left, right, following = before[-1], behind[0], "".join(behind[1:2])
    earlier = next((word for word in reversed(before[:-1]) if word not in AND), "")
    if right in HALF or (right in ARTICLES and following in HALF):  # two and a half
        return bool(joint) and _worth(left) > 0 and "of" not in behind[:3]
    if left in HALF or (left in ARTICLES and earlier in HALF):  # half a million
        return _is_scale(right) or (right in ARTICLES and _is_scale(following))
    if not joint and FRACTION.fullmatch(right):
        return left.isdecimal()
    if right in OR and len(behind) > 2 and _is_scale(behind[2]):  # five or six thousand
        return 1 < _worth(left) < _worth(following) < _worth(behind[2])
    if right.endswith("s") and following == "of":  # on 5 May millions of people
        return False
    is_product = not joint and _multiplies(earlier, left, right)
    return is_product or _adds(earlier, left, joint, right, following)


def _multiplies(earlier: str, left: str, right: str) -> bool:
    """Whether a word multiplies what stands before it, `two hundred`; as it is only worth itself in `one hundred`."""
    if not _is_scale(right) or YEAR.fullmatch(left):
        return False
    ends_number = _worth(left) == 1 and words("numbers").get(earlier, 0) >= TENS[0]  # twenty-one thousand
    return left in SEVERAL or ends_number or 1 < _worth(left) < _worth(right)


def _adds(earlier: str, left: str, joint: str, right: str, following: str) -> bool:
    """Whether a number word and what stands behind it are added up: `hundred and five`, `twenty four`.

    Of French `cent un soldats` nobody can tell: `un` may be the article of what follows.
    """
    tens, units = words("numbers").get(left, 0), _worth(right)
    if (left, units) == ("quatre", 20):
        return True
    if (earlier, tens) == ("quatre", 20):
        tens = 80
    if following == "year":  # twenty four-year-old girls
        return False
    goes_on = _is_scale(following)
    if not 0 < units < tens or (right in ALONE and joint != "et" and not goes_on):
        return False
    if tens >= HUNDRED:
        is_part = right not in ARTICLES and not FIGURES.fullmatch(right) and not (joint and following == "of")
        return is_part or goes_on
    is_teen = tens in (60, 80) and units < 20
    return joint != "and" and ((tens in TENS and units < 10) or is_teen or (left == "dix" and units > 6))


def _worth(word: str) -> float:
    """What a word or a figure is worth; nothing if it is no number."""
    if figures := NUMBER.fullmatch(word):
        return float(f"{re.sub('[.,]', '', figures[1])}.{figures[2] or 0}")
    return words("numbers").get(word, 0)


def _is_scale(word: str) -> bool:
    """Whether a word multiplies the number before it."""
    return word in DOZENS or words("numbers").get(word, 0) >= HUNDRED
