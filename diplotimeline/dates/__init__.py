"""Dates that may be uncertain: EDTF text to four bounds, order, overlap, display. Knows nothing of files."""

from diplotimeline.dates.display import MONTH_NAMES, display, heading
from diplotimeline.dates.edtf import Bound, EventDate, iso, parse

__all__ = ["MONTH_NAMES", "Bound", "EventDate", "display", "heading", "iso", "parse"]
