"""Does a quote stop short of a negation? `agree to talks` stands in `did not agree to talks`, and says the contrary."""

import re
from collections.abc import Container
from functools import cache

from diplotimeline.files import blocks
from diplotimeline.quotes.layout import is_small, perhaps_blankless

REACH = 40  # signs; no negation is longer
APART = " \"'(),[]-"
GAP = r"[\s\"'(),\[\]-]*"  # what may stand between a quote and a negation of the same sentence
STOPS = tuple("!?։؟。！？")
CLOSING, OPENING = " \"')]」』", " \"'([「『"
NEGATED_VERB = r"\w+n't|n't|'t"
NE = re.compile(r"(?<!\w)(?:ne\s|n').*\Z", re.IGNORECASE)
ANYWHERE = r"(?<!\w)(?:WORDS)(?!\w)|'t|BLANKLESS"
BEFORE = rf"((?<![\w'])(?:WORDS)|BLANKLESS){GAP}\Z"
BEHIND = rf"{GAP}((?<!\w)n'|(?<!\w)(?:WORDS)(?!\w|-\w)|BLANKLESS)"
BEHIND_NE = rf"{GAP}(?<!\w)(BEHIND_NE)(?!\w)"


@cache
def _words() -> tuple[str, str, str]:
    """The negations of `negations.txt` as patterns: those that are words, those that negate only behind French `ne`,
    and those of scripts without blanks.
    """
    english, french, behind_ne, *others, blankless = blocks("quotes/negations.txt")
    words = [line for block in (english, french, *others) for line in block]
    return rf"{_any_of(words)}|{NEGATED_VERB}", _any_of(behind_ne), _any_of(blankless)


def _any_of(lines: list[str]) -> str:
    return "|".join(sorted(" ".join(lines).replace("_", r"\s").split(), key=len, reverse=True))


@cache
def _by_last_word() -> dict[str, str]:
    """The negations that are words, by the last word of each in small letters."""
    found: dict[str, str] = {}
    for words in _words()[0].split("|"):
        last = words.rpartition(r"\s")[2].rstrip(APART)
        found[last] = f"{found[last]}|{words}" if last in found else words
    return found


@cache
def _first_words() -> frozenset[str]:
    """The first words of all negations in small letters: a quote has none behind it where another word follows."""
    words, behind_ne, _ = _words()
    return frozenset(one.partition(r"\s")[0].lstrip(APART) for one in f"{words}|{behind_ne}".split("|"))


@cache
def _ending_in(word: str) -> re.Pattern[str]:
    """The negations that end in a word: to look for all of them takes ten times as long."""
    return re.compile(rf"((?<![\w'])(?:{_by_last_word()[word]})){GAP}\Z", re.IGNORECASE)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """One of these forms with the negations in it; each takes two milliseconds, and mostly two of them are needed."""
    words, behind_ne, blankless = _words()
    filled = form.replace("WORDS", words).replace("BEHIND_NE", behind_ne).replace("BLANKLESS", blankless)
    return re.compile(filled, re.IGNORECASE)


def is_negated(words: str) -> bool:
    """Whether there is a negation among the words."""
    return _pattern(ANYWHERE).search(words) is not None


def negation_beside(text: str, start: int, end: int) -> str:
    """The negation right before or right behind a stretch of a folded text, in its sentence; empty if there is none."""
    match = _before(text[max(0, start - REACH) : start])
    if match and not (match[1] == "No" and text[start].isdigit()):  # `Order No 242`
        return match[1]
    following = text[end : end + REACH].lstrip(APART).partition(" ")[0]
    if _is_other(following, following[:1], _first_words()) or _ends_sentence(text, start, end):
        return ""
    match = _pattern(BEHIND).match(text, end)
    if not match and (perhaps := _pattern(BEHIND_NE).match(text, end)):
        match = perhaps if NE.search(text, max(start, end - REACH), end) else None
    return match[1] if match else ""


def _before(words: str) -> re.Match[str] | None:
    """A negation at the end of these words."""
    last = words.rstrip(APART).rpartition(" ")[2]
    if _is_other(last, last[-1:], _by_last_word()):
        return None  # nearly always
    return (_ending_in(last.lower()) if last.lower() in _by_last_word() else _pattern(BEFORE)).search(words)


def _is_other(word: str, nearest: str, words: Container[str]) -> bool:
    """Whether it is certain that a word is none of these; `nearest` is the sign of it that stands beside the quote."""
    small = word.lower()
    if small.isalpha():
        return small not in words and not perhaps_blankless(word)
    return nearest.isascii() and not nearest.isalpha()  # such as the stop before a sentence


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends with a stretch of a text; with a full stop only if no small letter follows: `the U.S.`"""
    last = text[max(start, end - REACH) : end].rstrip(CLOSING)
    following = text[end : end + REACH].lstrip(OPENING)[:1]
    return last.endswith(STOPS) or (last.endswith(".") and not is_small(following))
