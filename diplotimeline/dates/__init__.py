"""Dates that may be uncertain: EDTF text is read into its parts and the days that it may mean, and put into words."""

from functools import lru_cache
from reprlib import repr as shortened

from diplotimeline.dates.display import MONTH_NAMES, MONTHS, display, doubt, heading, period
from diplotimeline.dates.edtf import Mistake, parse_strictly, parses
from diplotimeline.dates.nearness import Doubt, doubt_of, lies_near, near_each_other
from diplotimeline.dates.values import Bound, Clock, EventDate, Side, iso
from diplotimeline.errors import DateError

__all__ = [
    "MONTHS", "MONTH_NAMES", "Bound", "Clock", "Doubt", "EventDate", "Side", "display", "doubt", "doubt_of", "heading",
    "iso", "lies_near", "near_each_other", "parse", "parses", "period",
]  # fmt: skip


def parse(text: str) -> EventDate:
    """The date that an EDTF text states. Raises `DateError`, with the remedy, for anything outside the profile."""
    if not isinstance(text, str):
        raise DateError(f"{shortened(text)} is not a date: it is no text", "write it as a text: '2022-09-13'")
    return _parsed(text)


@lru_cache(maxsize=16_384)  # in a large chronology most days come again
def _parsed(text: str) -> EventDate:
    try:
        return parse_strictly(text)
    except Mistake as mistake:
        from diplotimeline.dates.advice import explain  # only for a mistake: never paid on the good path

        raise explain(text, mistake) from None
