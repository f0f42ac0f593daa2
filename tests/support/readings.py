"""What a date may mean, counted one by one from its text alone: what the tool reckons is compared with it."""

import math
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain, product

from hypothesis import strategies as st
from notations import notations

from diplotimeline.dates import parse

YEAR = 2022  # the year of every generated date; ranges and unknown ends keep to a window a little wider
WINDOW = range(date(2021, 12, 1).toordinal(), date(2023, 3, 31).toordinal())
INNER = WINDOW[1:-1]  # leaves a day on either side for unknown ends
INNER_DAYS, PLACES = st.sampled_from(INNER), st.integers(0, 99)
BOOLEANS, OPEN = st.booleans(), st.sampled_from((False, False, True))
CENTURY = range(date(2000, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
CALENDAR = [(date.fromordinal(day).isoformat(), day) for day in CENTURY]
SEASONS = {
    "2022-21": ("2022-03", "2022-04", "2022-05"),
    "2022-22": ("2022-06", "2022-07", "2022-08"),
    "2022-23": ("2022-09", "2022-10", "2022-11"),
    "2022-24": ("2022-12", "2023-01", "2023-02"),
}

Day = int | float


@cache
def days_of(text: str) -> list[int]:
    """The days that a year, month, day, season, date-time or a date with X allows."""
    starts = SEASONS.get(text, text.split("T", maxsplit=1)[0].rstrip("X-"))
    return [day for name, day in CALENDAR if name.startswith(starts)]


def days_of_set(text: str) -> Iterator[Day]:
    for item in text.strip("[]").split(","):
        left, dots, right = item.partition("..")
        low = days_of(left)[0] if left else -math.inf
        high = days_of(right or left)[-1] if right or not dots else math.inf
        yield from chain((low, high), (day for day in WINDOW if low <= day <= high))


def readings(notation: str) -> Iterator[tuple[Day, Day]]:
    """Everything that a date may mean, as first and last day; a date that is no interval means one of its days."""
    plain = re.sub("[?~%]", "", notation)
    if "/" not in plain:
        yield from ((day, day) for day in (days_of_set(plain) if plain.startswith("[") else days_of(plain)))
        return
    left, right = plain.split("/")
    unwritten: dict[str, list[Day]] = {"": list(WINDOW)}
    starts = unwritten.get(left) or ([-math.inf] if left == ".." else days_of(left))
    ends = unwritten.get(right) or ([math.inf] if right == ".." else days_of(right))
    yield from ((start, end) for start, end in product(starts, ends) if start <= end)


@st.composite
def dates_and_ranges(draw: st.DrawFn) -> tuple[str, Day, Day]:
    """A notation and a range of days, often one that begins or ends where the date does."""
    text = draw(notations(YEAR, YEAR))
    when = parse(text)
    inside = chain.from_iterable(member.days for member in when.members)
    bounds = (when.earliest, when.start_latest, when.end_earliest, when.latest, *inside)
    near = sorted({day + step for day in bounds if day is not None for step in (-1, 0, 1) if day + step in INNER})
    first, last = sorted(
        draw(INNER_DAYS) if not near or draw(BOOLEANS) else near[draw(PLACES) % len(near)] for _ in "12"
    )
    return text, -math.inf if draw(OPEN) else first, math.inf if draw(OPEN) else last
