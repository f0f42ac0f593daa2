"""Is this quote in that text? The heart of the record: similarity never passes a quote.

Folded before the comparison, and nothing else: runs of white space, typographic against straight quotation marks and
apostrophes, hyphen and dash variants, Unicode NFC. Case, words and numbers are never folded.
"""

import re
import unicodedata
from pathlib import Path

from diplotimeline.characters import normal
from diplotimeline.errors import OutsideError, ReadError
from diplotimeline.fields import Verdict
from diplotimeline.files import read_inside
from diplotimeline.model import Archived, Source, Timeline

MAX_SOURCE_BYTES = 20 * 1024 * 1024

WHITE_SPACE = re.compile(r"\s+")
JOINERS = "\u00ad\u200c\u200d"  # soft hyphen; Persian and Arabic write words with the other two
NEGATING = re.compile(r"(?<!\w)(?:non|un|anti|counter|ex|pre|post|co|re|de)-\Z", re.IGNORECASE)
LONGEST_PREFIX = 9
MOST_TRIES = 10_000
IN_NUMBERS = ",.:'_٫٬"
NO_WORD = re.compile(r"[\W_]")
CONTRACTED = re.compile(r"(?:t|s|d|m|re|ve|ll)\b", re.IGNORECASE)
ELLIPSIS = re.compile(r"\[…\]|…")
SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´‹›", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("֊‐‑‒–—―−﹘﹣－", "-")
)


def fold(text: str) -> str:
    """The text as it is compared."""
    return WHITE_SPACE.sub(" ", normal("NFC", text).translate(SAME)).strip()


class ArchivedText:
    """The text of a source, folded once for all its quotes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)

    def verdict(self, quote: str) -> Verdict:
        """Where the quote stands: word for word, after folding, in passages joined by […] in order, or nowhere."""
        folded = fold(quote)
        place = _find(self.folded, folded, 0)
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
        inner = [passage for passage in passages if passage]
        position = 0
        for passage in inner:
            start = _find(self.folded, passage, position)
            if start < 0:
                return False
            position = start + len(passage)
        return bool(inner)


def read_archive(timeline: Timeline) -> dict[str, Archived]:
    """The archived texts of all sources that name a file, by source id."""
    read: dict[tuple[Path, str], tuple[str, str]] = {}
    return {name: _archived(timeline, source, read) for name, source in timeline.sources.items() if source.file}


def _archived(timeline: Timeline, source: Source, read: dict[tuple[Path, str], tuple[str, str]]) -> Archived:
    """The archived text of a source; `read` holds those read before, with their digests."""
    place = (timeline.files[source.origin].folder, source.file)
    try:
        if place not in read:
            data = read_inside(*place, MAX_SOURCE_BYTES)
            read[place] = data.removeprefix(b"\xef\xbb\xbf").decode(), _sha256(data)
        text, digest = read[place]
    except OutsideError as error:
        return Archived(None, "source-file-outside", f"the archived text '{source.file}' {error.message}")
    except ReadError as error:
        message = f"the archived text '{source.file}' {error.message}"
        return Archived(
            None, "source-file-missing", message, "the path is relative to the file that declares the source"
        )
    except UnicodeDecodeError:
        message = f"the archived text '{source.file}' is not plain text in UTF-8"
        return Archived(None, "source-file-missing", message, "save the words of the document as a text file")
    if source.sha256 and digest != source.sha256.lower():
        return Archived(text, "source-changed", f"the archived text '{source.file}' is not the one that was pinned")
    return Archived(text)


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # 3 ms, only for archived texts

    return sha256(data).hexdigest()


def verify(timeline: Timeline) -> dict[tuple[int, int, int], Verdict]:
    """The verdict for every quote whose source has an archived text, by file, event in it and claim, each a number.

    A text is folded once.
    """
    kept = {name: one.text for name, one in timeline.archive.items() if one.text is not None}
    folded = {text: ArchivedText(text) for text in set(kept.values())}
    texts = {name: folded[text] for name, text in kept.items()}
    if not texts:
        return {}
    return {
        (*event.origin, number): texts[claim.source].verdict(claim.quote)
        for event in (*timeline.events, *timeline.faulty)
        for number, claim in enumerate(event.claims)
        if claim.quote and claim.source in texts
    }


def _find(text: str, passage: str, start: int) -> int:
    """The first place from `start` on where the passage stands between word boundaries; -1 if there is none."""
    found = text.find(passage, start) if passage else -1
    for _ in range(MOST_TRIES):  # no text has so many false starts, unless it is made to
        if found < 0:
            break
        end = found + len(passage)
        if _boundary(text, found) and _boundary(text, end):
            return found
        # A passage begins where a word does: look on from the end of this one, however often it is repeated.
        rest = NO_WORD.search(text, found + 1)
        found = text.find(passage, rest.start()) if rest else -1
    return -1


def _boundary(text: str, position: int) -> bool:
    """Whether a word or number begins or ends here: not within `not`, `1,207`, `4.5` or `isn't`."""
    if position in (0, len(text)):
        return True
    before, after = text[position - 1], text[position]
    if _joins(text, position) or _joins(text, position - 1):
        return False
    if before == "-" and _in_word(after) and _prefixed(text, position):
        return False
    return not (_in_word(before) and _in_word(after))


def _prefixed(text: str, position: int) -> bool:
    """Whether the hyphen before this place is a minus sign, or belongs to a prefix: `-5`, `non-combatants`."""
    is_minus = text[position].isdigit() and (position < 2 or not _in_word(text[position - 2]))
    return is_minus or NEGATING.search(text[max(0, position - LONGEST_PREFIX) : position]) is not None


def _joins(text: str, position: int) -> bool:
    """Whether the sign here holds one word or number together."""
    if not 0 < position < len(text) - 1:
        return False
    before, sign, after = text[position - 1], text[position], text[position + 1]
    if sign in IN_NUMBERS and before.isdigit() and after.isdigit():
        return True
    # English endings only: a quote may well begin after the article of French "l'accord".
    return sign == "'" and before.isalpha() and CONTRACTED.match(text, position + 1) is not None


def _in_word(char: str) -> bool:
    return char.isalnum() or char in JOINERS or unicodedata.category(char).startswith("M")
