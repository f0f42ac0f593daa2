"""What has changed between two states of a chronology, as plain values: entry by entry and field by field.

Dates and quotes come first: these are what others may have passed on.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar, cast

from diplotimeline.dates import near_each_other
from diplotimeline.errors import CallError
from diplotimeline.reading.merge import made_id
from diplotimeline.record.chronology import Timeline, clock_zone, order
from diplotimeline.record.fields import Value, fields_of
from diplotimeline.record.values import Actor, Claim, Event, Source

FIRST = ("date", "part", "issued", "accessed", "date_text", "timezone", "quote", "claim", "source", "claims", "stance")
LAST = ("note", "accepted", "id")
NO_SOURCE = ""

Item = TypeVar("Item", bound=Event | Source | Actor)
Key = Callable[[Any], Hashable]


class Change(NamedTuple):
    """A field that differs, by its name in a file, with both values; None where nothing is given.

    `claim` is the source of the claim whose field it is. The field `claim` is a whole claim that is new or gone, and
    `claims` the sources of all claims in their order, where only that differs.
    """

    field: str
    old: Any
    new: Any
    claim: str = NO_SOURCE


@dataclass(frozen=True, slots=True)
class Entry(Generic[Item]):
    """An event, source or actor that differs; `old` is None where it is new, `new` where it is gone.

    `changes` are the fields that differ; none for an entry that is new or gone.
    """

    old: Item | None
    new: Item | None
    changes: tuple[Change, ...] = ()

    @property
    def latest(self) -> Item:
        """The entry as it is now, or was last."""
        return cast("Item", self.old if self.new is None else self.new)


@dataclass(frozen=True, slots=True)
class Section(Generic[Item]):
    """What has changed among the events, sources or actors.

    `unsure` are entries with a mistake of form on either side: nobody can say what has changed in them.
    """

    changed: tuple[Entry[Item], ...] = ()
    added: tuple[Entry[Item], ...] = ()
    removed: tuple[Entry[Item], ...] = ()
    unsure: tuple[Entry[Item], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed or self.unsure)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two timelines; `head` is what differs in title and summary."""

    old: Timeline
    new: Timeline
    head: tuple[Change, ...]
    events: Section[Event]
    sources: Section[Source]
    actors: Section[Actor]

    def __bool__(self) -> bool:
        return bool(self.head or self.events or self.sources or self.actors)


def diff(old: Timeline, new: Timeline) -> Difference:
    """What differs between two states of a chronology. Archived texts are not compared.

    An event is the same by its id; where that has changed, by its claims. Raises `CallError` for a timeline of which a
    part could not be read: what seems new or gone might stand there.
    """
    for timeline in (old, new):
        if timeline.report.incomplete:
            raise CallError("a part of a timeline could not be read", "mend first what 'check' finds")
    head = (Change(name, getattr(old, name), getattr(new, name)) for name in ("title", "summary"))
    return Difference(
        old,
        new,
        tuple(change for change in head if change.old != change.new),
        _section(old, new, _events(old), _events(new), _event_pairs),
        _section(old, new, _entries(old.sources), _entries(new.sources), _register_pairs),
        _section(old, new, _entries(old.actors), _entries(new.actors), _register_pairs),
    )


def _events(timeline: Timeline) -> list[Event]:
    """All events, also those with mistakes, as far as they could be read."""
    return [*timeline.events, *sorted(timeline.report.faulty, key=order)]


def _entries(register: Mapping[str, Item]) -> list[Item]:
    """The entries of a register, each with the id under which it stands."""
    return [one if one.id == id else replace(one, id=id) for id, one in register.items()]


# --- which entries belong together ---------------------------------------------------------------------------------


class Pairing:
    """Entries of two sides, taken together step by step; `left` holds those of each side that have no partner yet."""

    def __init__(self, old: Iterable[Any], new: Iterable[Any]) -> None:
        self.left = [*old], [*new]
        self.pairs: list[tuple[Any, Any]] = []

    def by(self, key: Key, *, several: bool = False, alike: Callable[[Any, Any], bool] | None = None) -> None:
        """Pair the entries whose key is that of one entry of the other side; a key of None is that of nobody.

        With `several`, as many as have a key are paired in their order. What is not `alike` is not paired.
        """
        groups: dict[Hashable, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate(self.left):
            for item in items:
                groups[key(item)][side].append(item)
        groups.pop(None, None)
        found = [pair for ones, others in groups.values() if several or len(ones) == len(others) == 1
                 for pair in zip(ones, others, strict=False)]  # fmt: skip
        found = [pair for pair in found if alike is None or alike(*pair)]
        paired = {id(item) for pair in found for item in pair}
        self.pairs += found
        self.left = tuple([item for item in items if id(item) not in paired] for items in self.left)  # type: ignore[assignment]


def _event_pairs(pairing: Pairing) -> None:
    """Pair events: by an id that somebody has written, by all that they say, by any id, by their quotes.

    What is left is the same only with its title, its sources and about its day: daily shelling has one title.
    """
    pairing.by(lambda event: None if _is_made(event) else event.id)
    pairing.by(lambda event: (_content(event), clock_zone(event)) if _is_made(event) else None, several=True)
    pairing.by(lambda event: (event.claims, made_id(event)) if _is_made(event) else None)
    pairing.by(lambda event: event.id)
    pairing.by(lambda event: (event.claims, event.title) if _quoted(event) else None)
    pairing.by(lambda event: (event.claims, event.date.edtf) if _quoted(event) else None)
    pairing.by(lambda event: event.claims if _quoted(event) else None)
    pairing.by(lambda event: (event.title, *sorted(claim.source for claim in event.claims)), alike=_near)


def _register_pairs(pairing: Pairing) -> None:
    """Pair sources or actors: by id, then those that differ in their id alone."""
    pairing.by(lambda item: item.id)
    pairing.by(_content)


def _content(item: Event | Source | Actor) -> Hashable:
    """All that an entry says, without its id."""
    return tuple(getattr(item, one.name) for one in fields_of(type(item)) if one.name != "id")


def _is_made(event: Event) -> bool:
    """Whether the id of an event may be made from its date and title: then it says no more than these."""
    made = made_id(event)
    return event.id.startswith(made) and (event.id == made or event.id[len(made) + 1 :].isdigit())


def _near(one: Event, other: Event) -> bool:
    return near_each_other(one.date, other.date)


def _quoted(event: Event) -> bool:
    return any(claim.quote for claim in event.claims)


def _section(
    old: Timeline, new: Timeline, ones: Sequence[Item], others: Sequence[Item], pair: Callable[[Pairing], None]
) -> Section[Item]:
    """What differs among the entries of one kind."""
    same = _unchanged(ones, others)
    pairing = Pairing([one for one in ones if one.id not in same], [one for one in others if one.id not in same])
    pair(pairing)
    faulty = _faulty(old), _faulty(new)
    equal = {one.id: one for one in others if one.id in same} if any(faulty) else {}
    pairs: list[tuple[Item | None, Item | None]] = [*pairing.pairs]
    pairs += [(one, equal[one.id]) for one in ones if one.id in equal]
    pairs += [(one, None) for one in pairing.left[0]] + [(None, other) for other in pairing.left[1]]
    entries = sorted((Entry(*both, _changes(*both)) for both in pairs), key=_place)
    unsure = [entry for entry in entries if _is_faulty(entry, *faulty)]
    sure = [entry for entry in entries if not _is_faulty(entry, *faulty)]
    return Section(
        tuple(entry for entry in sure if entry.changes),
        tuple(entry for entry in sure if entry.old is None),
        tuple(entry for entry in sure if entry.new is None),
        tuple(unsure),
    )


def _changes(old: Item | None, new: Item | None) -> tuple[Change, ...]:
    return changes_of(old, new) if old is not None and new is not None else ()


def _unchanged(ones: Iterable[Item], others: Iterable[Item]) -> set[str]:
    """The ids under which both sides say the same: nearly all of them, found without looking at fields one by one."""
    known: dict[str, list[Item]] = defaultdict(list)
    for one in ones:
        known[one.id].append(one)
    seen: dict[str, list[Item]] = defaultdict(list)
    for other in others:
        seen[other.id].append(other)
    return {
        id for id, there in seen.items() if len(there) == 1 and [_same(one, there[0]) for one in known[id]] == [True]
    }


def _same(one: Item, other: Item) -> bool:
    if one != other:
        return False
    return not (isinstance(one, Event) and isinstance(other, Event)) or clock_zone(one) == clock_zone(other)


def _place(entry: Entry[Any]) -> tuple[Any, ...]:
    """Where an entry stands in a list: events in the order of the chronology, all else by id."""
    item = entry.latest
    return (*order(item), item.id) if isinstance(item, Event) else (item.id,)


def _faulty(timeline: Timeline) -> set[tuple[int, tuple[str | int, ...]]]:
    """The places of entries in which the readers have found a mistake."""
    return {(finding.file, finding.route[:2]) for finding in timeline.report.findings}


def _is_faulty(entry: Entry[Any], old: set[Any], new: set[Any]) -> bool:
    sides = ((entry.old, old), (entry.new, new))
    return any(item is not None and (item.origin.file, item.origin.route[:2]) in places for item, places in sides)


# --- what differs in an entry --------------------------------------------------------------------------------------


def changes_of(old: Item, new: Item) -> tuple[Change, ...]:
    """Every field in which two entries of a kind differ: dates and quotes first, notes and the id last."""
    changes = [*_fields(old, new)]
    if isinstance(old, Event) and isinstance(new, Event):
        zones = clock_zone(old), clock_zone(new)
        changes += [Change("timezone", *zones)] if zones[0] != zones[1] else []
        changes += _claims(old.claims, new.claims)
        if _is_made(old) and _is_made(new) and made_id(old) == made_id(new):  # its number comes from the order of files
            changes = [change for change in changes if change.field != "id"]
    elif old.id != new.id:
        changes += [Change("id", old.id, new.id)]
    return tuple(sorted(changes, key=_rank))


def _fields(old: Value, new: Value, claim: str = NO_SOURCE) -> Iterator[Change]:
    """The fields that differ, apart from claims."""
    for one in fields_of(type(old)):
        before, after = getattr(old, one.name), getattr(new, one.name)
        if one.name != "claims" and before != after:
            yield Change(one.written_as, _given(before), _given(after), claim)


def _given(value: Any) -> Any:
    """The value of a field, None where it is empty."""
    return None if value in ("", ()) else value


def _claims(old: tuple[Claim, ...], new: tuple[Claim, ...]) -> Iterator[Change]:
    """What differs between the claims of an event: fields of those that belong together, and whole ones."""
    if old == new:
        return
    pairing: Pairing = Pairing(list(enumerate(old)), list(enumerate(new)))
    pairing.by(lambda one: one[1], several=True)
    pairing.by(lambda one: (one[1].source, one[1].quote), several=True)
    pairing.by(lambda one: one[1].quote or None)
    pairing.by(lambda one: one[1].source, several=True)
    for (_, one), (_, other) in pairing.pairs:
        yield from _fields(one, other, other.source)
    for _, claim in pairing.left[0]:
        yield Change("claim", claim, None, claim.source)
    for _, claim in pairing.left[1]:
        yield Change("claim", None, claim, claim.source)
    places = [place for _, (place, _) in sorted(pairing.pairs, key=lambda pair: pair[0][0])]
    if places != sorted(places):
        yield Change("claims", tuple(one.source for one in old), tuple(one.source for one in new))


def _rank(change: Change) -> int:
    """Where a change stands among those of its entry."""
    if change.field in FIRST:
        return FIRST.index(change.field)
    return len(FIRST) + (1 + LAST.index(change.field) if change.field in LAST else 0)


def number_of_changes(difference: Difference) -> int:
    """How many fields differ in entries that stand on both sides."""
    every = (difference.events, difference.sources, difference.actors)
    return sum(len(entry.changes) for section in every for entry in section.changed)
