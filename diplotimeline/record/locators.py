"""Which pages a locator names, such as `p. 12` or `pp. 3–4, 7`."""

import re

PAGES = re.compile(
    r"(?:pp|p|pages|page)\b\.?\s*(?P<list>\d{1,6}(?:\s*[-–—]\s*\d{1,6})?(?:\s*(?:,|&|and|et)\s*\d{1,6}(?:\s*[-–—]\s*\d{1,6})?)*)"
    r"(?:\s*(?P<on>ff?)\b\.?|(?!\w))\s*(?:[,;:(].*)?",
    re.IGNORECASE | re.ASCII,
)
STRETCH = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
LAST = 10**6


def pages_of(locator: str) -> tuple[range, ...]:
    """The pages that a locator names, in its order; none for a paragraph, a time or any other place.

    `pp. 123–5` ends on page 125, `p. 3 f.` on page 4, and `p. 3 ff.` leaves its end open.
    """
    match = PAGES.fullmatch(locator.strip())
    if not match:
        return ()
    found = [_stretch(*pair) for pair in STRETCH.findall(match["list"])]
    if match["on"]:
        first = found[-1].start
        found[-1] = range(first, first + 2 if match["on"].lower() == "f" else LAST)
    return tuple(found) if all(found) else ()


def _stretch(first: str, last: str) -> range:
    """From one page to another; figures that the second has in common with the first may be left out."""
    whole = first[: max(0, len(first) - len(last))] + last if last else first
    return range(int(first), int(whole) + 1)
