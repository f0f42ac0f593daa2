"""The dates of a column together: what settles the order of day and month, and which cells do not fit the others."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from diplotimeline.dates import parse, parses
from diplotimeline.importing.dates import read_date
from diplotimeline.importing.days import FIGURES, ORDERS, in_order, orders_of
from diplotimeline.importing.readings import CellDate, Column

YEAR = re.compile("[0-9]{4}")
HALF_A_YEAR = 183
ENOUGH, OUT_OF = 10, 20  # nineteen in twenty of ten or more settle an order
STEPS = 4  # of ten rows or more that go the other way in one of so many steps or more, the order says nothing


def read_column(
    texts: Sequence[str], order: str = "", year: str = "", century: str = ""
) -> tuple[Column, list[CellDate]]:
    """How the dates of a column are read, and each of them; order, year and century are those of a mapping, if any."""
    column = _settled(texts, order, year, century)
    found = [read_date(text, column) for text in texts]
    return column, _of_other_years(texts, _questioned(texts, found))


def _settled(texts: Sequence[str], order: str, year: str, century: str) -> Column:
    counts, signs = Counter[str](), Counter[str]()
    for text in texts:
        match = FIGURES.fullmatch(text.strip())
        if match and len(match[4]) == 4:
            orders = [name for name in ORDERS[:2] if in_order(match, name)]
            signs[match[2]] += 1
            if match[1] != match[3]:  # 5/5/2024 is one day in both orders
                counts["either" if len(orders) == 2 else "".join(orders)] += 1
    day, month = counts["dmy"], counts["mdy"]
    for name, number, other in (("dmy", day, month), ("mdy", month, day)):
        most = number + other >= ENOUGH and other * OUT_OF <= number + other
        if not order and number and (not other or most):
            order = name
            break
    sign = signs.most_common(1)[0][0] if signs else ""
    return Column(order, year, century, sign, day, month, counts["either"])


def _questioned(texts: Sequence[str], found: list[CellDate]) -> list[CellDate]:
    """The dates; those that only the column settles become questions where the rows around fit the other reading."""
    days = [parse(one.edtf).first_day if one.edtf and parse(one.edtf).earliest else None for one in found]
    known = [place for place, day in enumerate(days) if day is not None]
    if len(known) >= ENOUGH and not _sorted([day for day in days if day is not None]):
        return found
    for place, text in enumerate(texts):
        match = FIGURES.fullmatch(text.strip())
        here = bisect_left(known, place)
        if not (match and days[place] and len(match[4]) == 4 and 0 < here < len(known) - 1):
            continue
        readings = orders_of(match)
        before, after = sorted(days[known[at]] or 0 for at in (here - 1, here + 1))
        fits = [before <= parse(one).first_day <= after for one in readings]
        if len(readings) == 2 and sum(fits) == 1 and not before <= (days[place] or 0) <= after:
            found[place] = CellDate(readings=tuple(readings), why="the rows around it are of other days")
    return found


def _sorted(days: Sequence[int]) -> bool:
    """Whether rows stand in the order of their days, but for some."""
    rising, falling = (sum(sign * one > sign * other for one, other in pairwise(days)) for sign in (-1, 1))
    return min(rising, falling) * STEPS < len(days)


def _of_other_years(texts: Sequence[str], found: list[CellDate]) -> list[CellDate]:
    """The dates; one without a year of its own becomes a question if it lies half a year from the row before.

    A sheet that runs over New Year has two years, and the mapping names one.
    """
    before: int | None = None
    for place, (text, one) in enumerate(zip(texts, found, strict=True)):
        when = parse(one.edtf) if one.edtf else None
        if when is None or when.earliest is None:
            continue
        if before is not None and not YEAR.search(text) and abs(when.first_day - before) > HALF_A_YEAR:
            year = int(one.edtf[:4]) if one.edtf[:4].isdigit() else 0
            other = f"{year + (1 if when.first_day < before else -1):04}{one.edtf[4:]}"
            readings = sorted(reading for reading in (one.edtf, other) if parses(reading))
            found[place] = CellDate(readings=tuple(readings), why="the row before is of another time of the year")
        else:
            before = when.first_day
    return found
