"""Things found again by a key and about a date, without looking at all pairs."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from diplotimeline.dates import EventDate, near_each_other

Item = TypeVar("Item")
Marks = Callable[[Item], Iterable[str]]
FEW, SEASON = 10, 92  # days
Spot = tuple[str, int]
EVER, LONG = ("ever", 0), ("long", 0)
CROWD, MOST_OF_A_MARK = 300, 40


class ByDay(Generic[Item]):
    """What is known by a key and a date, found again by the key and a date near to it.

    Dates of a few days stand under each day that they touch, those of a few months under each month, longer and open
    ones apart. What stands together nearly all meets: where it is a crowd, and `marks` tells marks of an item, only
    those with a mark of one's own are found, of each mark the first ones.
    """

    def __init__(self, marks: Marks[Item] | None = None) -> None:
        self.items: dict[tuple[Hashable, Spot], list[tuple[EventDate, Item]]] = defaultdict(list)
        self.marks = marks
        self.crowds: dict[tuple[Hashable, Spot], dict[str, list[tuple[EventDate, Item]]]] = {}

    def add(self, key: Hashable, when: EventDate, item: Item) -> None:
        dated = when, item
        first, last = _reach(when)
        within = [LONG] if last - first > SEASON else _months(first, last) if last - first > FEW else _days(first, last)
        for spot in (*within, EVER):
            self.items[key, spot].append(dated)

    def near(self, key: Hashable, when: EventDate, own: Iterable[str] = ()) -> Iterator[Item]:
        """The items of a key about a date; some of them twice. `own` are the marks that those of a crowd must share."""
        first, last = _reach(when)
        about = first - 1, last + 1
        for spot in (*_days(*about), *_months(*about), LONG) if last - first <= SEASON else (EVER,):
            items = self.items.get((key, spot), [])
            if self.marks and len(items) > (MOST_OF_A_MARK if spot in (EVER, LONG) else CROWD):
                crowd = self._by_mark((key, spot), self.marks)
                items = [one for mark in own for one in crowd.get(mark, [])]
            yield from (item for other, item in items if near_each_other(when, other))

    def _by_mark(self, place: tuple[Hashable, Spot], marks: Marks[Item]) -> dict[str, list[tuple[EventDate, Item]]]:
        if place not in self.crowds:
            found = self.crowds[place] = defaultdict(list)
            for when, item in self.items[place]:
                for mark in marks(item):
                    if len(found[mark]) < MOST_OF_A_MARK:
                        found[mark].append((when, item))
        return self.crowds[place]


def _reach(when: EventDate) -> tuple[float, float]:
    """The first and the last day on which it may be."""
    return when.stretches[0][0], when.stretches[-1][1]


def _days(first: float, last: float) -> list[Spot]:
    return [("day", day) for day in range(int(first), int(last) + 1)]


def _months(first: float, last: float) -> list[Spot]:
    """The months, of 31 days each, that the days from the first to the last touch."""
    return [("month", month) for month in range(int(first) // 31, int(last) // 31 + 1)]
