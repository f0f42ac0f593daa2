"""A text in which much is searched: most of what does not stand there is refused without looking through it again.

The text is cut into blocks of a few signs. What stands in it is made of whole blocks, but for its two ends.
"""

from functools import cached_property

BLOCK = 12
MANY_MISSES = 200  # as many searches in vain take about as long as cutting the text


class Searched:
    """A text, and how often something was searched there in vain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.misses = 0

    def find(self, stretch: str, start: int) -> int:
        """Where the stretch stands first from `start` on; -1 if nowhere."""
        if self.misses >= MANY_MISSES and not self._may_have(stretch):
            return -1
        found = self.text.find(stretch, start)
        self.misses += found < 0
        return found

    def _may_have(self, stretch: str) -> bool:
        """Whether the stretch is made of blocks of the text, wherever in it the first of them begins."""
        there, last = self._blocks, len(stretch) - BLOCK
        return any(
            all(there[hash(stretch[place : place + BLOCK]) % len(there)] for place in range(first, last + 1, BLOCK))
            for first in range(BLOCK)
        )

    @cached_property
    def _blocks(self) -> bytearray:
        """A one at the hash of each block, so that a text takes no more than its own length again."""
        there = bytearray(len(self.text) + 1)
        for place in range(0, len(self.text), BLOCK):
            there[hash(self.text[place : place + BLOCK]) % len(there)] = 1
        return there
