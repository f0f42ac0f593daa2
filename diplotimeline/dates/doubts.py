"""Doubt that stands in a faulty date, and the dates that keep it: no remedy may take it away.

Only some dates of the profile take a qualifier. Others are widened to one that does: a season to its months, a day that
is not known to its month.
"""

import math
import re
from functools import cache

from diplotimeline.dates.edtf import parse_strictly, parses
from diplotimeline.dates.values import EventDate, Side, iso
from diplotimeline.files import blocks

YEAR, MONTH = 4, 7  # characters


def doubt_in(text: str) -> tuple[str, str]:
    """A text without signs and words of doubt, and all that they say as one qualifier: `autumn 2022`, `~`."""
    signs = set(re.findall("[?~%]", text))
    plain = re.sub("[?~%]", "", text)
    for sign, words in _words():
        plain, number = words.subn(" ", plain)
        signs |= {sign} if number else set()
    if not signs:
        return text, ""
    return re.sub(r" +|\( *\)", " ", plain).strip(), _one(*signs)


@cache
def _words() -> list[tuple[str, re.Pattern[str]]]:
    """Each qualifier with a pattern for its words, from `doubts.txt`: not inside of other words, the longest first."""
    patterns = []
    for sign, *words in (line.split() for block in blocks("dates/doubts.txt") for line in block):
        either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        patterns.append((sign, re.compile(rf"(?<!\w)(?:{either})(?![^\W\d])", re.IGNORECASE)))
    return patterns


def keeping(text: str, sign: str) -> tuple[str, ...]:
    """The dates to write for a date in which `sign` was in doubt: the text itself if it says so; none if it is no date.

    Of a set there may be several; with an open side it has none, since no date of the profile says both.
    """
    if not parses(text):
        return ()
    when = parse_strictly(text)
    if not sign or _one(when.start.sign, when.end.sign, sign) == _one(when.start.sign, when.end.sign):
        return (text,)
    if when.members and (when.earliest == -math.inf or when.latest == math.inf):
        return ()
    sides = [_qualified(side, sign) for side in (when.start, when.end)]
    return (*_common(when, sign), "/".join(sides if when.kind == "interval" else dict.fromkeys(sides)))


def _one(*signs: str) -> str:
    """Several qualifiers as one."""
    different = {*signs} - {""}
    return different.pop() if len(different) == 1 else "%" if different else ""


def _common(when: EventDate, sign: str) -> tuple[str, ...]:
    """The month or year in which all members of a set lie, in doubt; none if there is no such, or no set."""
    first, last = iso(when.earliest), iso(when.latest)
    lengths = [length for length in (MONTH, YEAR) if first[:length] == last[:length]]
    return (f"{first[: lengths[0]]}{sign}",) if lengths and when.members and when.start != when.end else ()


def _qualified(side: Side, sign: str) -> str:
    """A side of a date with the qualifier; a season or decade as its first and last month or year."""
    if side.year is None:
        return ".." if side.open else ""
    length = MONTH if side.season else YEAR if "year" in side.unspecified else 0
    if length:
        return "/".join(f"{iso(day)[:length]}{sign}" for day in (side.first, side.last))
    return f"{side.plain}{_one(side.sign, sign)}"
