"""Things found again by a key and about a date, without looking at all pairs."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from diplotimeline.dates import EventDate, near_each_other

Item = TypeVar("Item")
Marks = Callable[[Item], Iterable[str]]
LONGEST = 92  # days: a season
EVER, LONG = "ever", "long"
CROWD = 40


class ByDay(Generic[Item]):
    """What is known by a key and a date, found again by the key and a date near to it.

    Dates of a few months stand under each month that they touch, longer and open ones apart. These nearly all meet:
    where they are a crowd, and `marks` tells marks of an item, only those with a mark of one's own are found, of each
    mark the first ones.
    """

    def __init__(self, marks: Marks[Item] | None = None) -> None:
        self.items: dict[tuple[Hashable, int | str], list[tuple[EventDate, Item]]] = defaultdict(list)
        self.marks = marks
        self.crowds: dict[tuple[Hashable, int | str], dict[str, list[tuple[EventDate, Item]]]] = {}

    def add(self, key: Hashable, when: EventDate, item: Item) -> None:
        for month in (*_months(when), EVER):
            self.items[key, month].append((when, item))
        if not _months(when):
            self.items[key, LONG].append((when, item))

    def near(self, key: Hashable, when: EventDate, own: Iterable[str] = ()) -> Iterator[Item]:
        """The items of a key about a date; some of them twice. `own` are the marks that those of a crowd must share."""
        for month in (*_months(when), LONG) if _months(when) else (EVER,):
            items = self.items.get((key, month), [])
            if self.marks and month in (EVER, LONG) and len(items) > CROWD:
                crowd = self._by_mark((key, month), self.marks)
                items = [one for mark in own for one in crowd.get(mark, [])]
            yield from (item for other, item in items if near_each_other(when, other))

    def _by_mark(
        self, place: tuple[Hashable, int | str], marks: Marks[Item]
    ) -> dict[str, list[tuple[EventDate, Item]]]:
        if place not in self.crowds:
            found = self.crowds[place] = defaultdict(list)
            for when, item in self.items[place]:
                for mark in marks(item):
                    if len(found[mark]) < CROWD:
                        found[mark].append((when, item))
        return self.crowds[place]


def _months(when: EventDate) -> range:
    """The numbers of the months, of 31 days each, that a date and the days beside it touch; none for a long one."""
    first, last = when.stretches[0][0], when.stretches[-1][1]
    if last - first > LONGEST:
        return range(0)
    return range(int(first - 1) // 31, int(last + 1) // 31 + 1)
