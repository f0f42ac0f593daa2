"""The pages of an archived text, where form feeds part them: their words, and the numbers that they bear."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

# `- vi -` is one, `vi-` the beginning of a word that a line divides.
PAGE_NUMBER = re.compile(
    r"(?![ivxl]+[-‐\u00ad]\Z)\W*(?:(?:pages?|p|pp|seite|стр)\b\W*)?(?:\d{1,4}(?:\s*(?:/|of|de|sur|von|из)\s*\d{1,4})?|(?=[ivxl])(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3}))\W*",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
EDGE = 4  # lines at the top or bottom of a page that may be its head or foot
MOST_PAGES_ALIKE = 3


class Page(NamedTuple):
    """A page of a text: its words without heads and feet, and the numbers that it bears."""

    text: str
    numbers: tuple[str, ...]


def pages_of(text: str) -> list[Page]:
    """The pages between the form feeds of a text."""
    pages = [page.split("\n") for page in text.replace("\r\n", "\n").split("\f")]
    numbers = [_numbers(page) for page in pages]
    edges = (dict.fromkeys(line.strip() for line in (*page[:EDGE], *page[-EDGE:])) for page in pages)
    seen = Counter(line for page in edges for line in page)
    for number, page in enumerate(pages):
        head = _edge(page, seen) if number else 0
        foot = _edge(reversed(page), seen) if number < len(pages) - 1 else 0
        pages[number] = page[head : len(page) - foot]
    return [Page("\n".join(page), numbers) for page, numbers in zip(pages, numbers, strict=True)]


def _numbers(page: list[str]) -> tuple[str, ...]:
    """The page numbers in the first and last lines of a page: `4` of `- 4 -` and of `Page 4 of 10`."""
    lines = [line.strip() for line in page if line.strip()]
    edges = dict.fromkeys((*lines[:EDGE], *lines[-EDGE:]))
    found = (NUMBER.search(line) for line in edges if PAGE_NUMBER.fullmatch(line))
    return tuple(match[0].lower() for match in found if match)


def _edge(lines: Iterable[str], seen: Counter[str]) -> int:
    """How many of the lines, from the edge of their page on, are blank, a page number, or repeated on other pages."""

    def is_edge(line: str) -> bool:
        return not line or seen[line] >= MOST_PAGES_ALIKE or PAGE_NUMBER.fullmatch(line) is not None

    return sum(1 for _ in takewhile(is_edge, map(str.strip, lines)))
