"""Is this quote in that text? The heart of the record: similarity never passes a quote.

Folded before the comparison, and nothing else: runs of white space, typographic against straight quotation marks and
apostrophes, hyphen and dash variants, Unicode NFC, ligatures, signs without a shape; and what `layout` marks in a text:
words that a line divides, page breaks, footnote marks. Case, words and numbers are never folded.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from diplotimeline.quotes.blocks import Searched
from diplotimeline.quotes.boundaries import is_boundary
from diplotimeline.quotes.brackets import without_brackets
from diplotimeline.quotes.layout import FIGURES, HYPHEN, JOINT, LINE_END, NOTES, fold, marked, replaced, with_shape
from diplotimeline.record.chronology import Archived
from diplotimeline.record.values import Event

# No text has so many false starts, unless it is made to; nor have all quotes together.
MOST_TRIES = 10_000
ALL_TRIES = 1_000_000
LAST_TRIES = 20
PARAGRAPH_END = re.compile(r"\n[^\S\n]*(?=\n)")
NO_WORD = re.compile(r"[\W_]")
ELLIPSIS = re.compile(r"\[…\]|…")
AS_WRITTEN = {JOINT: " ", LINE_END: " ", HYPHEN: "-"} | dict(zip(NOTES, FIGURES, strict=True))
# What may stand in the quote or not where the text is divided, or has a footnote's mark.
OPTIONAL = dict.fromkeys(f"- {HYPHEN}{JOINT}{LINE_END}{NOTES}{FIGURES[10:]}", "")
DIVIDED = re.compile(rf"(?<=[^\W_])-{JOINT}")
NOTE = re.compile(f"[{NOTES}]+")

Stretch = tuple[int, int]
"""Where a passage begins and ends in the folded text."""


class Patience:
    """How many false starts there may still be, in all texts."""

    def __init__(self, tries: int = ALL_TRIES) -> None:
        self.tries = tries


class ArchivedText:
    """The text of a source, folded once for all its quotes."""

    def __init__(self, text: str, patience: Patience | None = None, joined: str = "") -> None:
        """`joined` is the text as `marked` made it, if that is known; signs of it may stand for others, one by one."""
        self.text = text
        self.patience = patience or Patience()
        self.joined = joined or marked(text)
        self.folded = replaced(self.joined, AS_WRITTEN)
        self.looked: dict[str, tuple[str, list[Stretch]]] = {}
        self._searched = Searched(self.folded)

    def verdict(self, quote: str) -> str:
        """Where the quote stands: word for word, after folding, in passages joined by […] in order, or nowhere."""
        return self.look(quote)[0]

    def look(self, quote: str) -> tuple[str, list[Stretch]]:
        """The verdict, and where the passages of the quote stand in `folded`; a quote has a letter or a figure.

        A quote is looked for once, however often it is asked for.
        """
        known = self.looked.get(quote)
        if known is None:
            known = self.looked[quote] = self._look(quote)
        return known

    def _look(self, quote: str) -> tuple[str, list[Stretch]]:
        folded = fold(quote)
        place = self.find(folded, 0) if any(map(str.isalnum, folded)) else None
        if place:
            return "exact" if self.has_exactly(quote, place) else "folded", [place]
        for passages in without_brackets([passage.strip() for passage in ELLIPSIS.split(folded)]):
            if passages != [folded] and (places := self.in_order(passages)):
                return "elided", places
        return "absent", []

    def has_exactly(self, quote: str, place: Stretch) -> bool:
        """Whether the text has the quote word for word where the folded text has it.

        No second search of the whole text is needed: the place lies further on by at most what folding took away, and
        further back by at most what it added.
        """
        taken = len(self.text) - len(self.folded) + self._added
        low, high = place[0] - self._added, place[0] + taken + len(quote)
        return self.text.find(quote, max(0, low), high) >= 0

    @cached_property
    def paragraphs(self) -> list[int]:
        """Where the paragraphs of the text begin in `folded`, and where it ends: blank lines part them."""
        paragraphs = (" ".join(one.split()) for one in PARAGRAPH_END.split(with_shape(self.text).replace("\u00ad", "")))
        starts = [*accumulate(len(one) + bool(one) for one in paragraphs)]  # a blank stands behind each
        whole = len(self.folded)
        known = starts if starts[-1] in (whole, whole + 1) else []  # else something folds together what they part
        return [0, *(start for start in known if 0 < start < whole), whole]

    @cached_property
    def _added(self) -> int:
        """By how many signs folding makes the text longer, at most: a ligature becomes two letters or three."""
        signs = () if self.text.isascii() else Counter(self.text).items()
        return sum(times * max(0, len(fold(f"1{sign}1")) - 3) for sign, times in signs)

    def in_order(self, passages: list[str]) -> list[Stretch]:
        """Where the passages follow one another in the folded text; an empty one stands for an open end."""
        places: list[Stretch] = []
        for passage in filter(None, passages):
            place = self.find(passage, places[-1][1] if places else 0)
            if place is None:
                return []
            places.append(place)
        return places if any(map(str.isalnum, "".join(passages))) else []

    def find(self, passage: str, start: int) -> Stretch | None:
        """The first place from `start` on where the passage stands between boundaries."""
        return next(self.places(passage, start), None)

    def places(self, passage: str, start: int = 0) -> Iterator[Stretch]:
        """The places from `start` on where the passage stands between boundaries: letter for letter, or, if there is
        none, with divided words joined and without footnote marks.
        """
        if not passage:
            return
        stands = False
        for search in (self._literal, self._loose):
            tries = MOST_TRIES if self.patience.tries > 0 else LAST_TRIES
            for begin, end, is_alike in search(passage, start):
                if is_alike and is_boundary(self.joined, begin) and is_boundary(self.joined, end):
                    stands = True
                    yield begin, end
                else:
                    self.patience.tries -= 1
                    tries -= 1
                if tries <= 0:
                    break
            if stands:
                return

    def every_place(self, passage: str) -> list[Stretch]:
        """All places where words begin with the passage, in order, however many false starts there are.

        The last word may go on: `envoy` also finds `envoys`.
        """
        found = {
            (begin, end)
            for search in (self._literal, self._loose)
            for begin, end, is_alike in search(passage, 0)
            if is_alike and is_boundary(self.joined, begin)
            if is_boundary(self.joined, end) or self.joined[end - 1 : end + 1].isalpha()
        }
        return sorted(found)

    def _literal(self, passage: str, start: int) -> Iterator[tuple[int, int, bool]]:
        found = self._searched.find(passage, start)
        while found >= 0:
            yield found, found + len(passage), True
            # A passage begins where a word does: look on from the end of this one, however often it is repeated.
            rest = NO_WORD.search(self.folded, found + 1)
            step = found + 1 if is_boundary(self.joined, found + 1) else rest.start() if rest else len(self.folded)
            found = self.folded.find(passage, step)

    def _loose(self, passage: str, start: int) -> Iterator[tuple[int, int, bool]]:
        bare, dropped = self._bare
        wanted = replaced(passage, OPTIONAL)
        found = bare.find(wanted, start - bisect_left(dropped, start)) if wanted else -1
        while found >= 0:
            before = bisect_right(range(len(dropped)), found, key=lambda number: dropped[number] - number)
            begin = found + before - (len(passage) - len(passage.lstrip("- ")))
            end = self._end(passage, begin) if begin >= start else -1
            yield begin, end, end >= 0
            found = bare.text.find(wanted, found + 1)

    @cached_property
    def _bare(self) -> tuple[Searched, "array[int]"]:
        """The text without anything optional, and where that stood; nothing if there is no such place."""
        if not (DIVIDED.search(self.joined) or NOTE.search(self.joined) or LINE_END in self.joined):
            return Searched(""), array("L")
        dropped = array("L", map(re.Match.start, re.finditer(f"[{''.join(OPTIONAL)}]", self.joined)))
        return Searched(replaced(self.joined, OPTIONAL)), dropped

    def _end(self, passage: str, at: int) -> int:
        """Where the passage ends that begins at this place; -1 if another one stands there."""
        place = 0
        while place < len(passage):
            if note := NOTE.match(self.joined, at):
                at = note.end()
                written = replaced(note[0], AS_WRITTEN)
                place += len(written) if passage.startswith(written, place) else 0
            elif DIVIDED.match(self.joined, at):
                forms = ("- ", "-") if self.joined[at - 1].isdigit() else ("- ", "-", "")  # `5–7` is not 57
                lengths = [len(form) for form in forms if passage.startswith(form, place)]
                if not lengths:
                    return -1
                at, place = at + 2, place + lengths[0]
            elif self.joined[at : at + 1] == LINE_END:
                at, place = at + 1, place + passage.startswith(" ", place)
            elif self.folded[at : at + 1] == passage[place]:
                at, place = at + 1, place + 1
            else:
                return -1
        return at


class Verdicts(dict[tuple[str, str], str]):
    """Verdicts by the id of a source and a quote; `texts` are the texts that were looked through, by their words."""

    def __init__(self, texts: Mapping[str, ArchivedText] = MappingProxyType({})) -> None:
        super().__init__()
        self.texts = texts


def verify(events: Iterable[Event], archive: Mapping[str, Archived]) -> Verdicts:
    """The verdict for every quote whose source has an archived text. A text is folded once."""
    kept = {name: one.text for name, one in archive.items() if one.text is not None}
    patience = Patience()
    folded = {text: ArchivedText(text, patience) for text in set(kept.values())}
    verdicts = Verdicts(folded)
    quoted = dict.fromkeys((claim.source, claim.quote) for event in events for claim in event.claims if claim.quote)
    verdicts.update({one: folded[kept[one[0]]].verdict(one[1]) for one in quoted if one[0] in kept})
    return verdicts
