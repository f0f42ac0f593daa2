"""Two chronologies of the same time: which events are certainly the same, which perhaps, and which only one has.

Nothing is merged. Certain is what somebody has written down (an id, `same-as`) or what rests on the same words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from diplotimeline.analyses.by_day import ByDay
from diplotimeline.analyses.wording import in_words
from diplotimeline.characters import folded
from diplotimeline.dates import near_each_other
from diplotimeline.quotes.layout import fold
from diplotimeline.reading.merge import made_id
from diplotimeline.record.chronology import Timeline, actors_of
from diplotimeline.record.named import told_apart
from diplotimeline.record.values import Actor, Event, Relation
from diplotimeline.writing.plain import plain
from diplotimeline.writing.yaml_text import in_one_line

Reason = Literal["same-as", "id", "identifiers", "quotes"]
SAME_AS: Reason = "same-as"
FEWEST_WORDS, FEWEST_SIGNS = 3, 12
"""A shorter quote may stand in any two records."""
MOST_PARTNERS = 3
Key = Callable[[Event], Hashable]
# What tells apart the events of which one sentence tells: nothing, if there is only one; else the type, or the date.
KEYS: tuple[Key, ...] = (lambda _: "", lambda event: event.type, lambda event: event.date.edtf)
POINTS = ("date", "part", "title", "type", "status", "actors", "place", "casualties")


class Pair(NamedTuple):
    """An event of each chronology that are the same, and by what that is certain."""

    one: Event
    other: Event
    reason: Reason


class Perhaps(NamedTuple):
    """An event of each chronology that may be the same, and what they have in common."""

    one: Event
    other: Event
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two chronologies side by side. An event stands at one place; in `perhaps` alone, best first, at several.

    `more` is the number of further pairs of events that have a day and an actor or place in common, all of them with
    others that are more alike; of hundreds about one day, or of open dates, not all pairs are looked at.
    """

    one: Timeline
    other: Timeline
    same: tuple[Pair, ...]
    perhaps: tuple[Perhaps, ...]
    only_one: tuple[Event, ...]
    only_other: tuple[Event, ...]
    more: int = 0

    def differs(self, pair: Pair) -> list[tuple[str, str, str]]:
        """The points on which a pair differs, each with the words of both; the order of actors is no difference."""
        rows = []
        for point in POINTS:
            words = [in_words(side, point, getattr(event, point)) for side, event in self._sides(pair)]
            if point == "actors" and sorted(words[0].split(", ")) == sorted(words[1].split(", ")):
                continue
            rows += [(point, words[0], words[1])] if words[0] != words[1] else []
        return rows

    def _sides(self, pair: Pair) -> Iterator[tuple[Timeline, Event]]:
        yield self.one, pair.one
        yield self.other, pair.other

    def to_paste(self, pair: Perhaps) -> tuple[str, str, str]:
        """What makes a pair certain: the file's side (`A` or `B`), the event whose entry it is, and the line.

        The line is empty where both ids stand for another event on the other side: one of them needs another first.
        """
        ids = [{event.id for event in side.events} for side in (self.one, self.other)]
        if pair.other.id not in ids[0]:
            return "A", pair.one.id, _same_as(pair.one, pair.other)
        return "B", pair.other.id, "" if pair.one.id in ids[1] else _same_as(pair.other, pair.one)


def _same_as(event: Event, meant: Event) -> str:
    """The relations of an event, and that it is the same as another one: a line in the place of its `related`."""
    relations = [*event.related, Relation(event=meant.id, kind=SAME_AS)]
    return f"related: {in_one_line([plain(one) for one in relations])}"


def align(one: Timeline, other: Timeline) -> Alignment:
    """Two chronologies side by side."""
    pairs = _Pairs(one, other)
    pairs.take(_declared(one, other), SAME_AS)
    pairs.take(((first, second) for second, first in _declared(other, one)), SAME_AS)
    pairs.take(_by_id(one, other), "id")
    pairs.take(_by_identifiers(one, other), "identifiers")
    for key in KEYS:
        pairs.take(_by_quotes(one, other, key), "quotes")
    perhaps, more = _best(_perhaps(one, other, *pairs.left()))
    doubtful = {id(event) for pair in perhaps for event in (pair.one, pair.other)}
    only_one, only_other = (tuple(event for event in events if id(event) not in doubtful) for events in pairs.left())
    return Alignment(one, other, pairs.sorted(), perhaps, only_one, only_other, more)


class _Pairs:
    """The certain pairs found so far. What is paired once is not paired again for a weaker reason.

    Two events that bear different ids of one database are not the same, unless somebody has written that they are.
    """

    def __init__(self, one: Timeline, other: Timeline) -> None:
        self.sides = one.events, other.events
        self.found: list[Pair] = []
        self.taken: set[int] = set()

    def take(self, pairs: Iterable[tuple[Event, Event]], reason: Reason) -> None:
        known = {(id(pair.one), id(pair.other)) for pair in self.found}
        new = [both for both in pairs if (id(both[0]), id(both[1])) not in known]
        if reason != SAME_AS:
            new = [
                (first, second)
                for first, second in new
                if self.taken.isdisjoint((id(first), id(second)))
                and not told_apart(first.identifiers, second.identifiers)
            ]
        self.found += [Pair(*both, reason) for both in new]
        self.taken.update(id(event) for both in new for event in both)

    def left(self) -> tuple[list[Event], list[Event]]:
        """The events of both sides that have no partner."""
        one, other = ([event for event in events if id(event) not in self.taken] for events in self.sides)
        return one, other

    def sorted(self) -> tuple[Pair, ...]:
        """The pairs in the order of the first chronology."""
        places = {id(event): place for place, event in enumerate(self.sides[0])}
        return tuple(sorted(self.found, key=lambda pair: places[id(pair.one)]))


# --- what is certain -----------------------------------------------------------------------------------------------


def _declared(one: Timeline, other: Timeline) -> Iterator[tuple[Event, Event]]:
    """Events that are said to be the same as one of the other side; an id that both have stands for one's own."""
    own, others = ({event.id: event for event in side.events} for side in (one, other))
    for event in one.events:
        for relation in event.related:
            if relation.kind == SAME_AS and relation.event in others and relation.event not in own:
                yield event, others[relation.event]


def _by_id(one: Timeline, other: Timeline) -> Iterator[tuple[Event, Event]]:
    """Events of one id whose dates do not contradict it: two records may both have an `e1`.

    An id made from date and title is one only where no other event of its side has the same.
    """
    sides = [_by_key(side.events, lambda event: event.id) for side in (one, other)]
    made = [_by_key(side.events, made_id) for side in (one, other)]
    for id, (event, *_) in sides[0].items():
        for partner in sides[1].get(id, [])[:1]:
            unclear = any(len(ids.get(made_id(each), ())) > 1 and each.id.startswith(made_id(each))
                          for ids, each in zip(made, (event, partner), strict=True))  # fmt: skip
            if not unclear and (near_each_other(event.date, partner.date) or _quotes(event) & _quotes(partner)):
                yield event, partner


def _by_identifiers(one: Timeline, other: Timeline) -> Iterator[tuple[Event, Event]]:
    """Events with the same id in another database, which no other event of either side has."""
    sides: list[dict[tuple[str, str], list[Event]]] = [defaultdict(list), defaultdict(list)]
    for found, side in zip(sides, (one, other), strict=True):
        for event in side.events:
            for pair in event.identifiers:
                found[pair].append(event)
    for pair, events in sides[0].items():
        partners = sides[1].get(pair, [])
        if len(events) == len(partners) == 1:
            yield events[0], partners[0]


def _by_key(events: Iterable[Event], key: Key) -> dict[Hashable, list[Event]]:
    found: dict[Hashable, list[Event]] = defaultdict(list)
    for event in events:
        found[key(event)].append(event)
    return found


def _quotes(event: Event) -> frozenset[str]:
    """The quotes of an event, as they are compared, that are long enough to tell it from others."""
    quotes = (fold(claim.quote) for claim in event.claims if claim.quote)
    return frozenset(one for one in quotes if len(one.split()) >= FEWEST_WORDS or len(one) >= FEWEST_SIGNS)


def _by_quotes(one: Timeline, other: Timeline, key: Key) -> Iterator[tuple[Event, Event]]:
    """Events about one day that rest on the same quote, and on which no other event of either side rests.

    Where one sentence tells of several events, those with the same key are looked at alone.
    """
    firsts, seconds = _quoted(one.events, key), _quoted(other.events, key)
    for event in one.events:
        each = _only(seconds, event, key)
        alone = each is not None and _only(firsts, each, key) is event
        if each and alone and (not event.type or not each.type or event.type == each.type):
            yield event, each


def _quoted(events: Iterable[Event], key: Key) -> ByDay[Event]:
    index: ByDay[Event] = ByDay()
    for event in events:
        for quote in _quotes(event) if key(event) is not None else ():
            index.add((quote, key(event)), event.date, event)
    return index


def _only(index: ByDay[Event], event: Event, key: Key) -> Event | None:
    """The one event that rests on a quote of this one and is about its day; of several none."""
    found: Event | None = None
    for quote in _quotes(event):
        for each in index.near((quote, key(event)), event.date):
            if found is not None and found is not each:
                return None
            found = each
    return found


# --- what is possible ----------------------------------------------------------------------------------------------


def _perhaps(
    one: Timeline, other: Timeline, events: list[Event], others: list[Event]
) -> Iterator[tuple[tuple[float, ...], Perhaps]]:
    """Pairs about one day with an actor or a place in common, or with the same id or quote; with how alike they are."""
    actors = same_actors(one, other)
    firsts = [_Traits(one, event, {id: {id} for id in one.actors}) for event in events]
    seconds = [_Traits(other, event, actors) for event in others]
    index: ByDay[_Traits] = ByDay(lambda one: one.marks)
    for second in seconds:
        for trait in second.traits:
            index.add(trait, second.event.date, second)
    ids = {second.event.id: second for second in seconds}
    places = {id(second): place for place, second in enumerate(seconds)}
    for first in firsts:
        day, marks = first.event.date, first.marks
        candidates = {id(each): each for trait in first.traits for each in index.near(trait, day, marks)}
        if namesake := ids.get(first.event.id):
            candidates[id(namesake)] = namesake
        for second in sorted(candidates.values(), key=lambda one: places[id(one)]):
            if common := first.common(second, one):
                yield first.likeness(second), Perhaps(first.event, second.event, tuple(common))


def _best(found: Iterable[tuple[tuple[float, ...], Perhaps]]) -> tuple[tuple[Perhaps, ...], int]:
    """The pairs, best first, without those of events that both have three that are better; and how many these are."""
    pairs = [pair for _, pair in sorted(found, key=lambda one: one[0], reverse=True)]
    seen: Counter[int] = Counter()
    kept = []
    for pair in pairs:
        if min(seen[id(pair.one)], seen[id(pair.other)]) < MOST_PARTNERS:
            kept.append(pair)
        seen.update((id(pair.one), id(pair.other)))
    return tuple(kept), len(pairs) - len(kept)


class _Traits:
    """What makes an event like others: its actors as ids of the first chronology, its place, its words."""

    def __init__(self, timeline: Timeline, event: Event, same: Mapping[str, set[str]]) -> None:
        self.event = event
        people = dict.fromkeys(actors_of(event))
        self.actors = {id for actor in people for id in same.get(actor, {f"{actor}?"})}
        self.families = self.actors | {
            id for actor in people for above in timeline.lineage(actor) for id in same.get(above, set())
        }
        places = (event.place, *(claim.place for claim in event.claims))
        self.places = {folded(place.name): place.name for place in places if place}
        self.quotes = _quotes(event)
        self.words = {word for word in folded(event.title).split() if len(word) >= FEWEST_WORDS}
        self.marks = event.date.edtf, folded(event.title), *sorted(self.words)
        self.traits: set[Hashable] = {*((kind, one) for kind, several in self._groups() for one in several)}

    def _groups(self) -> tuple[tuple[str, Iterable[str]], ...]:
        return ("actor", self.families), ("place", self.places), ("quote", self.quotes)

    def common(self, other: "_Traits", names: Timeline) -> list[str]:
        """What two events have in common, in words; nothing where they cannot be the same."""
        shared = ["the same id"] if self.event.id == other.event.id else []
        if not near_each_other(self.event.date, other.event.date):
            return [*shared, "other days"] if shared else []
        shared += ["the same quote"] if self.quotes & other.quotes else []
        actors = (self.actors & other.families) | (self.families & other.actors)
        shared += sorted(map(names.name, actors))
        return shared + [name for place, name in self.places.items() if place in other.places]

    def likeness(self, other: "_Traits") -> tuple[float, ...]:
        """How alike two events are, to compare with others."""
        words = len(self.words & other.words) / (len(self.words | other.words) or 1)
        actors = len(self.actors & other.actors) / (len(self.actors | other.actors) or 1)
        type = self.event.type is not None and self.event.type == other.event.type
        day = self.event.date.edtf == other.event.date.edtf
        written = len(self.quotes & other.quotes) + (self.event.id == other.event.id)
        return written, type + day + bool(self.places.keys() & other.places) + actors + words


def same_actors(one: Timeline, other: Timeline) -> dict[str, set[str]]:
    """By the id of each actor of the second chronology, the ids of the first that stand for the same one."""
    known: dict[Hashable, set[str]] = defaultdict(set)
    for id, actor in one.actors.items():
        for mark in _marks(id, actor):
            known[mark].add(id)
    return {
        id: {
            same
            for mark in _marks(id, actor)
            for same in known.get(mark, ())
            if not _contradict(actor, one.actors[same])
        }
        for id, actor in other.actors.items()
    }


def _marks(id: str, actor: Actor) -> Iterator[Hashable]:
    """By what an actor may be known in another chronology."""
    yield "id", id
    yield from (("name", folded(name)) for name in (actor.name, *actor.aliases))
    yield from ((kind, value) for kind, value in (("wikidata", actor.wikidata), ("iso", actor.iso)) if value)


def _contradict(one: Actor, other: Actor) -> bool:
    """Whether two actors are certainly not the same."""
    given = ((one.wikidata, other.wikidata), (one.iso, other.iso), (one.kind, other.kind))
    return any(first and second and first != second for first, second in given)
