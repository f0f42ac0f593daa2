"""What the judges of a sentence say, and the words in which they say why something is no event."""

from typing import NamedTuple

from diplotimeline.drafting.tagging import Dated

PLAN, PAST, OPEN, NEAREST = 1, -1, 0, 2
"""Where in time a date is looked for: ahead of the statement, behind it, either, or wherever it is nearer."""

SCHEDULABLE = frozenset((
    "meeting", "call", "statement", "agreement", "decision", "deployment", "withdrawal", "prisoner-release", "other",
    "investigation", "publication",
))  # fmt: skip
"""Types of what people set a date for; of an attack nobody speaks before it happened."""
LASTING = frozenset(("hostilities", "ceasefire-violation", "abuse", "decision", "deployment", "withdrawal"))
"""Types of what may go on since a date."""
STRONG = frozenset((
    "hostilities", "explosion", "abuse", "prisoner-release", "withdrawal", "deployment", "investigation", "agreement",
    "decision", "publication",
))  # fmt: skip
"""Types of what is an event even if no date is named."""

DAY_SHAPES = frozenset(("days", "figures", "weekday", "adjacent", "clock", "part_of_day", "relative"))
"""Shapes that name a day: what is told of a day is one event, however many took part."""

POSITION = "a position, not an event"
BACKGROUND = "a position or background"
DOCUMENT = "the date of a document"
ANNIVERSARY = "an anniversary"
HEADING = "a heading"
NOTHING = "nothing that happened"
REASONS = {
    "demand": "a demand or an obligation",
    "wish": "a wish",
    "conditional": "a condition or a possibility",
    "total": "a running total",
    "habit": "a habit, no single event",
    "negation": "a denial",
    "factive": "an assessment",
}
"""Reasons by the mark whose words give them."""
DEFINITION = "a definition"
SETTLED = frozenset((REASONS["total"], REASONS["habit"], REASONS["conditional"], ANNIVERSARY, DEFINITION, HEADING))
"""Reasons that hold for the whole sentence, so that it tells no undated event either."""
SOFT = ("wish", "demand", "conditional")


class Mood(NamedTuple):
    """What tense and mood of a verb say: a reason against it or none, where in time to look, and a status."""

    reason: str
    direction: int
    status: str = ""


WHOLE = (0, 1_000_000)
"""All words of a sentence."""


class Judged(NamedTuple):
    """A date with what happened then, or without a date what happened; `reason` says why it is no event.

    `first` to `last` are the words of the verb or noun; `noun` whether it is a noun. A status may be `planned`,
    `alleged`, or `ahead` and `behind` for what is an event only if its date is, `shown` for what a video shows, and
    `spoken` for the statement itself.
    """

    dates: tuple[Dated, ...]
    first: int
    last: int
    type: str
    noun: bool
    direction: int
    status: str = ""
    reason: str = ""
    reach: tuple[int, int] = WHOLE
    """The words that belong to it, as far as they are not the whole part of the sentence."""
    outside: tuple[int, int] = (0, 0)
    """Words that name who only speaks of it and takes no part."""
    speaker: tuple[int, int] = (0, 0)
    """Words that name on whose word it is told."""
    needs_actor: bool = False
    """Whether it is told too loosely to be kept unless somebody of the register takes part."""


def refused(dates: tuple[Dated, ...], reason: str) -> Judged:
    """Dates that belong to no event."""
    return Judged(dates, dates[0].first, dates[0].last, "", False, OPEN, reason=reason)
