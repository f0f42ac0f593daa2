"""On which pages of an archived text a quote stands, where form feeds part its pages."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from diplotimeline.quotes.breaks import pages_of
from diplotimeline.quotes.layout import marked
from diplotimeline.quotes.verify import ArchivedText


class Pages:
    """The pages of an archived text; it has at least one form feed."""

    def __init__(self, text: str) -> None:
        self.text = ArchivedText(text)
        pages = pages_of(text)
        self.names = _names([page.numbers for page in pages])
        # What follows a page, here a letter, decides what becomes of a hyphen at its end.
        lengths = [len(marked(f"{page.text}\nx")) - 1 for page in pages]
        self.starts = [0, *accumulate(lengths)][:-1]

    def of(self, quote: str) -> list[tuple[str, ...]]:
        """The pages that hold the quote or a passage of it, by the numbers of each, wherever it stands."""
        passages = dict.fromkeys(self.text.folded[begin:end] for begin, end in self.text.look(quote)[1])
        places = sorted({number for passage in passages for number in self._numbers(passage)})
        return [self.names[number] for number in places]

    def at(self, begin: int, end: int) -> list[tuple[str, ...]]:
        """The pages of a stretch of the folded text, by the numbers of each."""
        return [self.names[number] for number in range(self._number(begin), self._number(end - 1) + 1)]

    def _numbers(self, passage: str) -> Iterator[int]:
        for begin, end in self.text.places(passage):
            yield from range(self._number(begin), self._number(end - 1) + 1)

    def _number(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def _names(printed: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The numbers of each page: first the one that it bears, else the count of form feeds.

    Figures that stand alone are the number of their page where another page counts on from them; elsewhere they may be
    a year on a cover or a cell of a table, and are only named last.
    """
    counts = Counter(int(one) - place for place, page in enumerate(printed) for one in {*page} if one.isdecimal())
    names = []
    for place, page in enumerate(printed):
        sure = [one for one in page if not one.isdecimal() or counts[int(one) - place] > 1]
        names.append(tuple(dict.fromkeys((*(sure or [str(place + 1)]), *page))))
    return names
