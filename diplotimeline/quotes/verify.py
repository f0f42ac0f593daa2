"""Is this quote in that text? The heart of the record: similarity never passes a quote.

Folded before the comparison, and nothing else: runs of white space, typographic against straight quotation marks and
apostrophes, hyphen and dash variants, Unicode NFC. Case, words and numbers are never folded.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diplotimeline.characters import normal
from diplotimeline.record.chronology import Archived
from diplotimeline.record.values import Event

WHITE_SPACE = re.compile(r"\s+")
JOINERS = "\u00ad\u200c\u200d"  # soft hyphen; Persian and Arabic write words with the other two
UNSEEN = ("Cf", "Cc")  # the categories of signs without a shape: a word goes on behind them
MOST_UNSEEN = 100
# White space that parts no words: in `1 207`, and where a line ends within `dis-agree`. No text holds this sign; it is
# one for one, so that places in `joined` and in `folded` are the same.
JOINT = "\ud800"
IN_NUMBER = re.compile(r"[\u00a0\u2007\u2009\u202f](?<=\d.)(?=\d{3}(?!\d))")
AT_LINE_END = re.compile(r"([-\u2010\u00ad])[^\S\n]*\n\s*(?=[^\W\d_])")
PREFIXES = re.compile(rf"(?<!\w)(?:non|un|anti|counter|ex|pre|post|co|re|de)-{JOINT}?\Z", re.IGNORECASE)
LONGEST_PREFIX = 10
# No text has so many false starts, unless it is made to; nor have all quotes together.
MOST_TRIES = 10_000
ALL_TRIES = 1_000_000
LAST_TRIES = 20
IN_NUMBERS = f",.:'_٫٬{JOINT}"
NO_WORD = re.compile(r"[\W_]")
CONTRACTED = re.compile(r"(?:t|s|d|m|re|ve|ll)\b", re.IGNORECASE)
ELLIPSIS = re.compile(r"\[…\]|…")
SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´‹›", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("֊‐‑‒–—―−﹘﹣－", "-")
)


def fold(text: str) -> str:
    """The text as it is compared."""
    return _spaced(normal("NFC", text).translate(SAME))


def _spaced(text: str) -> str:
    return WHITE_SPACE.sub(" ", text).strip()


@dataclass(slots=True)
class Patience:
    """How many false starts there may still be, in all texts."""

    tries: int = ALL_TRIES


class ArchivedText:
    """The text of a source, folded once for all its quotes."""

    def __init__(self, text: str, patience: Patience | None = None) -> None:
        self.text = text
        self.patience = patience or Patience()
        joined = AT_LINE_END.sub(rf"\1{JOINT}", IN_NUMBER.sub(JOINT, normal("NFC", text)))
        self.joined = _spaced(joined.translate(SAME))
        self.folded = self.joined.replace(JOINT, " ")

    def verdict(self, quote: str) -> str:
        """Where the quote stands: word for word, after folding, in passages joined by […] in order, or nowhere."""
        folded = fold(quote)
        place = self.find(folded, 0)
        if place >= 0:
            return "exact" if self.has_exactly(quote, place) else "folded"
        passages = [passage.strip() for passage in ELLIPSIS.split(folded)]
        return "elided" if len(passages) > 1 and self.has_in_order(passages) else "absent"

    def has_exactly(self, quote: str, place: int) -> bool:
        """Whether the text has the quote word for word where the folded text has it, at `place`.

        Folding mostly shortens a text: the place lies further on by at most the difference, and no second search
        of the whole text is needed.
        """
        shift = len(self.text) - len(self.folded)
        return self.text.find(quote, place + min(shift, 0), place + max(shift, 0) + len(quote)) >= 0

    def has_in_order(self, passages: list[str]) -> bool:
        """Whether the passages follow one another in the folded text; an empty one stands for an open end."""
        position = 0
        for passage in filter(None, passages):
            start = self.find(passage, position)
            if start < 0:
                return False
            position = start + len(passage)
        return any(passages)

    def find(self, passage: str, start: int) -> int:
        """The first place from `start` on where the passage stands between word boundaries; -1 if there is none."""
        found = self.folded.find(passage, start) if passage else -1
        for _ in range(MOST_TRIES if self.patience.tries > 0 else LAST_TRIES):
            if found < 0:
                break
            if _boundary(self.joined, found) and _boundary(self.joined, found + len(passage)):
                return found
            self.patience.tries -= 1
            # A passage begins where a word does: look on from the end of this one, however often it is repeated.
            rest = NO_WORD.search(self.folded, found + 1)
            found = self.folded.find(passage, rest.start()) if rest else -1
        return -1


def verify(events: Iterable[Event], archive: Mapping[str, Archived]) -> dict[tuple[str, str], str]:
    """The verdict for every quote whose source has an archived text, by the id of the source and the quote.

    A text is folded once.
    """
    kept = {name: one.text for name, one in archive.items() if one.text is not None}
    if not kept:
        return {}
    patience = Patience()
    folded = {text: ArchivedText(text, patience) for text in set(kept.values())}
    quoted = dict.fromkeys((claim.source, claim.quote) for event in events for claim in event.claims if claim.quote)
    return {(name, quote): folded[kept[name]].verdict(quote) for name, quote in quoted if name in kept}


def _boundary(text: str, position: int) -> bool:
    """Whether a word or number begins or ends here: not within `not`, `1,207`, `4.5` or `isn't`."""
    left, right = _shown(text, position - 1, -1), _shown(text, position, 1)
    if left < 0 or right == len(text):
        return True
    if _joins(text, left) or _joins(text, right) or _divided(text, left + 1):
        return False
    before, after = text[left], text[right]
    if before in ("-", JOINT) and _in_word(after) and _prefixed(text, left, after):
        return False
    return not (_in_word(before) and _in_word(after))


def _divided(text: str, position: int) -> bool:
    """Whether a line ends within a word here: `dis-⏎agree`. A name behind the hyphen is a word of its own."""
    joint = position - 1 if text[position - 1] == JOINT else position + 1
    before, after = text[max(0, joint - 2) : joint], text[joint + 1 : joint + 2]
    return text[joint : joint + 1] == JOINT and before[:1].isalpha() and after.islower()


def _prefixed(text: str, hyphen: int, after: str) -> bool:
    """Whether the hyphen at this place is a minus sign, or belongs to a prefix: `-5`, `non-combatants`."""
    is_minus = after.isdigit() and (hyphen < 1 or not _in_word(text[hyphen - 1]))
    return is_minus or PREFIXES.search(text[max(0, hyphen + 1 - LONGEST_PREFIX) : hyphen + 1]) is not None


def _joins(text: str, position: int) -> bool:
    """Whether the sign here holds one word or number together."""
    left, right = _shown(text, position - 1, -1, joiners=""), _shown(text, position + 1, 1, joiners="")
    if left < 0 or right >= len(text):
        return False
    before, sign, after = text[left], text[position], text[right]
    if sign in IN_NUMBERS and before.isdigit() and after.isdigit():
        return True
    # English endings only: a quote may well begin after the article of French "l'accord".
    return sign == "'" and before.isalpha() and CONTRACTED.match(text, right) is not None


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
