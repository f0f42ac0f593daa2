"""Where did a quote that is not in the text come from? Finds the nearest passage and marks what differs.

Only ever used to help a person mend a quote; it never passes one (a dropped "not" is very similar).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher

from diplotimeline.quotes.layout import fold
from diplotimeline.quotes.verify import ELLIPSIS

WORD = re.compile(r"\S+")
MOST_PLACES = 500
LONGEST_QUOTE = 400
MARGIN = 2
DRIFT = 2
LONGEST_SHOWN = 30
ENDINGS = ".,;:!?"

Opcode = tuple[str, int, int, int, int]


class Passages:
    """The words of an archived text, by their places."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        once: dict[str, str] = {}  # most words come again and again
        for line in text.split("\n"):
            words = fold(line).split()
            self.words += map(once.setdefault, words, words)
        self.places: dict[str, list[int]] = {}
        alike = {word: self.places.setdefault(_bare(word), []) for word in once}
        for place, word in enumerate(self.words):
            if len(alike[word]) <= MOST_PLACES:  # one too many shows that it stands everywhere
                alike[word].append(place)

    def difference(self, quote: str) -> str:
        """The nearest passage and the quote, differing words in [ ]; empty when nothing is like it."""
        quoted = WORD.findall(ELLIPSIS.sub(" ", fold(quote)))[:LONGEST_QUOTE]
        start = self.nearest(quoted)
        if start is None:
            return ""
        low, high = max(0, start - MARGIN), start + len(quoted) + MARGIN
        passage = self.words[low:high]
        opcodes: list[Opcode] = [*SequenceMatcher(None, passage, quoted, autojunk=False).get_opcodes()]
        blocks = _without_margins(opcodes, passage, quoted)
        there = _marked((tag == "equal", passage[start:end]) for tag, start, end, _, _ in blocks)
        here = _marked((tag == "equal", quoted[start:end]) for tag, _, _, start, end in blocks)
        return f"the text has “{there}”, the quote “{here}”"

    def nearest(self, quoted: list[str]) -> int | None:
        """The place in the text where most words of the quote stand at about their distance from one another."""
        wanted = max(1, -(-len(quoted) // 3))
        starts = sorted(
            place - number
            for number, word in enumerate(quoted)
            if len(places := self.places.get(_bare(word), ())) <= MOST_PLACES
            for place in places
        )

        def near(start: int, drift: int) -> int:
            return bisect_right(starts, start + drift) - bisect_left(starts, start - drift)

        # Nearly all lie alone; they are counted only where enough of them lie together.
        together = {
            start
            for first, (low, high) in enumerate(zip(starts, starts[wanted - 1 :], strict=False))
            if high - low <= 2 * DRIFT
            for start in starts[first : first + wanted]
        }
        best = max(together, key=lambda start: (near(start, DRIFT), near(start, 0), -start), default=None)
        return None if best is None or near(best, DRIFT) < wanted else max(best, 0)


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()[]").casefold()


def _without_margins(blocks: list[Opcode], passage: list[str], quoted: list[str]) -> list[Opcode]:
    """Words of the text before and after the quote are no difference, nor a sign behind its last word."""
    if blocks and blocks[0][0] == "delete":
        blocks = blocks[1:]
    if blocks and blocks[-1][0] == "delete":
        blocks = blocks[:-1]
    if blocks and blocks[0][0] == "replace":
        tag, low, high, start, end = blocks[0]
        blocks[0] = (tag, max(low, high - (end - start)), high, start, end)
    if blocks and blocks[-1][0] == "replace":
        tag, low, high, start, end = blocks[-1]
        high = min(high, low + (end - start))
        alike = high - low == 1 and passage[low].rstrip(ENDINGS) == quoted[start].rstrip(ENDINGS)
        blocks[-1] = ("equal" if alike else tag, low, high, start, end)
    return blocks


def _marked(stretches: Iterable[tuple[bool, list[str]]]) -> str:
    """The words with the differing ones in brackets; long stretches that agree are cut."""
    parts = []
    for agrees, words in stretches:
        if not agrees:
            parts.append(f"[{' '.join(words)}]")
        elif len(words) > LONGEST_SHOWN:
            parts += [*words[: LONGEST_SHOWN // 2], "…", *words[-LONGEST_SHOWN // 2 :]]
        else:
            parts += words
    return " ".join(parts)
