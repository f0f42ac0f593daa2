"""Where do these words stand in the archived texts? For a person who remembers them, not as evidence.

Case and accents do not matter, nor what is folded in quotes, and the last word may go on. What is found are sentences
as they stand in the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from diplotimeline.characters import folded
from diplotimeline.errors import CallError
from diplotimeline.quotes.boundaries import is_boundary
from diplotimeline.quotes.layout import HYPHEN, JOINT, LINE_END, NOTES, fold, is_small
from diplotimeline.quotes.pages import Pages
from diplotimeline.quotes.verify import ArchivedText
from diplotimeline.record.chronology import Timeline

LONGEST_SENTENCE = 600
# A stop, with what closes a quotation; not behind one letter or what shortens a word, as in `U.S.` and `Gen. Orn`.
SENTENCE_END = re.compile(rf"""[.!?…։؟][\"')\]]*[{NOTES}]* +(?! )|[。！？][」』”]?""")
SHORTENED = re.compile(r"(?<!\w)(?:\w|mr|mrs|ms|dr|prof|gen|col|maj|capt|lt|sgt|st|no|art|mme|mm)\Z", re.IGNORECASE)
LONGEST_SHORTENED = 5
DIVIDED = re.compile(f"-{JOINT}(?=([^\\W\\d_]))|-{JOINT}")
AS_PASTED = str.maketrans({JOINT: " ", LINE_END: "", HYPHEN: "-"} | dict.fromkeys(NOTES, ""))


class Passage(NamedTuple):
    """Words that were found: the sentence or sentences that have them, in which source, and on which of its pages."""

    source: str
    sentence: str
    pages: tuple[str, ...] = ()

    @property
    def at(self) -> str:
        """The pages as the locator of a claim: `p. 3`, `pp. 3–4`; empty for a text that has none."""
        if len(self.pages) < 2:
            return f"p. {self.pages[0]}" if self.pages else ""
        return f"pp. {self.pages[0]}–{self.pages[-1]}"


def find_words(timeline: Timeline, words: str) -> tuple[Passage, ...]:
    """The passages of all archived texts in which these words stand, text by text. Raises `CallError` without words."""
    wanted = _alike(fold(words))
    if not any(map(str.isalnum, wanted)):
        raise CallError(f"there is no word in '{words}'", "give some words of the text")
    texts = {id: one.text for id, one in timeline.archive.items() if one.text}
    found = {text: tuple(_sentences(text, wanted)) for text in set(texts.values())}
    return tuple([Passage(id, *one) for id, text in texts.items() for one in found[text]])


def _sentences(text: str, wanted: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentences of a text that have these words, each once, with their pages."""
    archived = ArchivedText(text)
    places = ArchivedText(text, joined=_alike(archived.joined)).every_place(wanted)
    if not places:
        return
    breaks = _breaks(archived)
    pages = Pages(text) if "\f" in text else None
    for begin, end in dict.fromkeys(_around(archived, breaks, *place) for place in places):
        names = [numbers[0] for numbers in pages.at(begin, end)] if pages else []
        yield _readable(archived.joined[begin:end]), tuple(names)


def _alike(text: str) -> str:
    """The text without capitals and accents, sign by sign: every place in it stays the same."""
    plain = {sign: folded(sign) for sign in set(text)}
    return text.translate({ord(sign): one for sign, one in plain.items() if len(one) == 1})


def _breaks(archived: ArchivedText) -> list[int]:
    """Where sentences and paragraphs of a text begin in its folded form; and where it ends."""
    ends = (match.end() for match in SENTENCE_END.finditer(archived.joined) if _ends(match))
    first, *starts, whole = archived.paragraphs
    found = sorted({*starts, *ends})
    return [first, *(one for one in found if 0 < one < whole and is_boundary(archived.joined, one)), whole]


def _ends(match: re.Match[str]) -> bool:
    """Whether a sentence ends with this stop: it shortens no word, and the next sentence begins with a capital."""
    before, behind = (
        match.string[max(0, match.start() - LONGEST_SHORTENED) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return not (is_small(behind) or (match[0].startswith(".") and SHORTENED.search(before)))


def _around(archived: ArchivedText, breaks: list[int], begin: int, end: int) -> tuple[int, int]:
    """From where to where the sentences reach that hold a place; of an endless one the words around it."""
    first, last = breaks[bisect_right(breaks, begin) - 1], breaks[bisect_left(breaks, end)]
    if last - first > LONGEST_SENTENCE:
        room = max(LONGEST_SENTENCE - (end - begin), 0) // 2
        first = _edge(archived.joined, range(max(begin - room, first), begin), begin)
        last = _edge(archived.joined, range(min(end + room, last), end, -1), last)
    stretch = archived.folded[first:last]
    return first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip())


def _readable(stretch: str) -> str:
    """A stretch as a person would copy it: words that a line divides are whole, the marks of footnotes are left out."""
    if stretch.isascii():  # as most, and no mark is ASCII
        return stretch
    whole = DIVIDED.sub(lambda hyphen: "" if is_small(hyphen[1] or "") else "-", stretch)
    return whole.translate(AS_PASTED)


def _edge(text: str, places: range, otherwise: int) -> int:
    """The first of these places at which a word begins."""
    return next((one for one in places if text[one - 1 : one] == " " and is_boundary(text, one)), otherwise)
