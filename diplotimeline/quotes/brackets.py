"""An editor's brackets in a quote: `[T]he envoys`, `agree[d]`, `they [sic] agreed`. They are no words of the source."""

import re
from collections.abc import Iterator
from itertools import islice, product

from diplotimeline.quotes.layout import BLANKLESS
from diplotimeline.quotes.negation import is_negated

# Both are compiled when the first brackets are met: the signs of those scripts take 5 ms.
BRACKETS = (
    rf"(?P<front>(?:(?<!\s)\s+)?)(?:(?<!\w)|(?<=[{BLANKLESS}]))\[(?P<words>[^\[\]]+)\]"
    rf"(?P<back>\s*)(?:(?!\w)|(?=[{BLANKLESS}]))"
)
WITHIN_WORD = r"(?<!\w)\[(?P<letter>[^\W\d_])\](?=\w)|(?<=[^\W\d_])\[(?P<ending>'?[^\W\d_]{1,3})\](?!\w)"
MOST_READINGS = 64


def without_brackets(passages: list[str]) -> Iterator[list[str]]:
    """The passages as they may stand in the text: as written, then with an editor's brackets taken out. Brackets that
    hold a negation stay, so that they never pass.
    """
    yield passages
    if any("[" in passage for passage in passages):
        readings = islice(product(*map(_readings, passages)), MOST_READINGS)
        yield from (list(reading) for reading in readings)


def source_words(quote: str) -> str:
    """A quote without the words that an editor added: `[T]he envoys [of Tavoria] met` is `The envoys met`."""
    plain = re.sub(BRACKETS, _added, quote)
    return re.sub(WITHIN_WORD, lambda match: match["letter"] or match["ending"], plain)


def _readings(passage: str) -> list[str]:
    """What the text may have: a first letter in either case, an ending or none, and no words that were added."""
    plain = re.sub(BRACKETS, _added, passage).strip()
    parts: list[tuple[str, ...]] = []
    end = 0
    for match in re.finditer(WITHIN_WORD, plain):
        letter, ending = match["letter"], match["ending"]
        forms = (letter, letter.swapcase()) if letter else (match[0],) if is_negated(ending) else (ending, "")
        parts += [(plain[end : match.start()],), forms]
        end = match.end()
    return ["".join(reading) for reading in islice(product(*parts, (plain[end:],)), MOST_READINGS)]


def _added(match: re.Match[str]) -> str:
    if is_negated(match["words"]) or not any(map(str.isalnum, match["words"])):
        return match[0]
    return " " if match["front"] and match["back"] else ""
