"""Where what a file has must change so that it says one thing instead of another."""

from collections.abc import Iterator
from typing import Any

from diplotimeline.problems import Route
from diplotimeline.record.values import SHORT
from diplotimeline.record.words import TOLLS
from diplotimeline.returning.values import Data, Unread, written, written_field
from diplotimeline.writing.edits import REMOVED, changed

DEFAULTS = (("status", "reported"), ("stance", "asserts"), ("role", "participant"))
Found = Iterator[tuple[Route, Any]]


def event_changes(raw: Any, before: Data, after: Data) -> Found:
    """The changes of an event, whose only claim may stand in the event itself."""
    claims, new = before.get("claims", []), after.get("claims", [])
    if "claims" in raw or claims == new or not raw.get("source"):
        yield from differences(raw, before, after)
        return
    yield from differences(raw, {**before, "claims": claims}, {**after, "claims": claims})
    own = {name: raw[name] for name in SHORT if name in raw}
    if len(new) == 1 and new[0].keys() <= {*SHORT}:
        yield from differences(own, claims[0], new[0])
        return
    first = _applied(own, [*differences(own, claims[0], new[0])])
    yield from (((name,), REMOVED) for name in own)
    yield ("claims",), [first, *(written(claim) for claim in new[1:])]


def _applied(group: Data, changes: list[tuple[Route, Any]]) -> Data:
    """A group with changes of it."""
    new: Data = changed(group, changes) if changes else dict(group)
    return new


def differences(raw: Any, before: Any, after: Any, name: str = "") -> Found:
    """Where what a file has must change so that it says `after` instead of `before`, with the new values."""
    if before == after or isinstance(after, Unread):
        return
    if isinstance(raw, dict) and isinstance(before, dict) and isinstance(after, dict) and name not in TOLLS:
        for key in {**before, **after}:
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            if new is None and key in raw:
                yield (key,), REMOVED
            elif new is not None and key in raw:
                yield from (((key, *route), value) for route, value in differences(raw[key], old, new, key))
            elif new is not None and (key, new) not in DEFAULTS:
                yield (key,), written_field(key, new)
    elif name == "casualties" and isinstance(raw, list) and isinstance(before, list):
        yield from _in_sides(raw, before, after or [])
    elif isinstance(raw, list) and isinstance(before, list) and isinstance(after, list) and len(raw) == len(before):
        yield from _in_list(raw, before, after, name)
    else:
        yield (), written_field(name, after)


def _in_sides(raw: list[Any], before: list[Data], after: list[Data]) -> Found:
    """The changes of numbers of people; a table has their sides in an order of its own."""
    places, old, new = (_by_side(some) for some in (raw, before, after))
    if not old.keys() <= new.keys() or not old.keys() <= places.keys():
        yield (), after
        return
    end = len(raw)
    for side, at in new.items():
        if side in old:
            place = places[side]
            found = differences(raw[place], before[old[side]], after[at])
            yield from (((place, *route), value) for route, value in found)
        else:
            yield (end,), after[at]
            end += 1


def _by_side(sides: list[Data]) -> dict[tuple[str, int], int]:
    """The places of the entries by who they are about, and the how manieth of it they are."""
    seen: dict[str, int] = {}
    places = {}
    for place, side in enumerate(sides):
        who = side.get("who", "")
        seen[who] = seen.get(who, 0) + 1
        places[who, seen[who]] = place
    return places


def _in_list(raw: list[Any], before: list[Any], after: list[Any], name: str) -> Found:
    """The changes of a list: of single entries, of some at its end, or of the whole."""
    if len(after) < len(before) or (len(after) > len(before) and after[: len(before)] != before and name != "claims"):
        yield (), written_field(name, after)
        return
    short = written_field(name, after)
    short = short if isinstance(short, list) else [short]
    for at, (old, new) in enumerate(zip(before, after, strict=False)):
        if isinstance(raw[at], dict) and isinstance(new, dict):
            yield from (((at, *route), value) for route, value in differences(raw[at], old, new, ""))
        elif old != new:
            yield (at,), short[at]
    if len(after) > len(before):
        yield from (((at,), short[at]) for at in range(len(before), len(after)))
