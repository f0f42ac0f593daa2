"""Cells of an entry to its fields as a timeline's file has them, spelled out: `{who: a, role: host}`, a list of claims.

What is absent is not there. What a cell does not say without doubt is `Unread`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from diplotimeline.exporters.table import ACTOR_TEXTS, EVENT_TEXTS, SOURCE_TEXTS, parted
from diplotimeline.record.casualties import bounds_of
from diplotimeline.record.withholding import MARKS
from diplotimeline.record.words import TOLLS
from diplotimeline.returning.entries import Cells, Entries, Entry

Data = dict[str, Any]
BEST = re.compile(r"(.*?)(?: \(best estimate ([0-9]{1,9})\))?")
DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,20})?(?:e-?[0-9]{1,2})?", re.IGNORECASE)
PRIVATE_PLACE = MARKS[-1]
BOUNDS = ("low", "best", "high")


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands in cells and cannot be a value: the column, the text, and why."""

    column: str
    text: str
    why: str


def event_data(entry: Entry, whole: Entries) -> Data:
    """The fields of an event."""
    cells = entry.cells
    data: Data = {name: cells[name] for name in ("id", "date", "timezone", "order", *EVENT_TEXTS) if cells.get(name)}
    data |= _details(cells, "", whole)
    ids, kinds = _several(cells, "related_ids"), _several(cells, "related_kinds")
    related = [{"event": id, "as": kind} for id, kind in zip(ids, [*kinds, *[""] * len(ids)], strict=False)]
    data |= {"related": related, "tags": _several(cells, "tags"), "identifiers": named(cells.get("identifiers", ""))}
    data |= _marks(cells, "marks")
    if whole.of_claims:
        data["claims"] = [claim_data(claim, whole) for claim in entry.claims.values()]
    else:
        data |= _claims(cells)
    return _filled(data)


def _claims(cells: Cells) -> Data:
    """The claims of a row that has all their quotes in one cell: told apart only where there is one source."""
    claims: list[Data] = [{"source": id} for id in _several(cells, "source_ids")]
    data: Data = {"claims": claims}
    for column, name in (("quotes", "quote"), ("translations", "translation"), ("locators", "at")):
        texts = _several(cells, column)
        if len(texts) == 1 == len(claims):
            claims[0][name] = {"text": texts[0]} if name == "translation" else texts[0]
        elif texts:
            data[column] = Unread(column, " | ".join(texts), "of which source")
    if len(claims) == 1 and "translation" in claims[0] and "quote" not in claims[0]:
        data["translations"] = Unread("translations", claims[0].pop("translation")["text"], "of which quote")
    return data


def claim_data(entry: Entry, whole: Entries) -> Data:
    """The fields of a claim."""
    cells = entry.cells
    data: Data = {name: cells.get(column, "") for name, column in (
        ("source", "source_id"), ("quote", "quote"), ("at", "at"), ("stance", "stance"), ("date", "claim_date"),
    )}  # fmt: skip
    said = {"text": cells.get("translation", ""), "language": cells.get("translation_language", "")}
    data |= {"translation": _filled(said), "according_to": _several(cells, "according_to_id")}
    return _filled(data | _details(cells, "claim_", whole) | _marks(cells, "claim_marks"))


def source_data(entry: Entry) -> Data:
    """The fields of a source."""
    cells = entry.cells
    data: Data = {name: cells.get(name, "") for name in ("issued", "accessed", *SOURCE_TEXTS)}
    origin = {"name": cells.get("origin_name", ""), "sha256": cells.get("origin_sha256", "")}
    more = {"speaker": _several(cells, "speaker_id"), "identifiers": named(cells.get("identifiers", ""))}
    return _filled({**data, **more, "origin": _filled(origin), **_marks(cells, "marks")})


def actor_data(entry: Entry) -> Data:
    """The fields of an actor."""
    cells = entry.cells
    data: Data = {name: cells.get(name, "") for name in ACTOR_TEXTS}
    more = {name: _several(cells, name) for name in ("of", "aliases")}
    return _filled({**data, **more, "identifiers": named(cells.get("identifiers", ""))})


def _filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value}


def _marks(cells: Cells, column: str) -> Data:
    """The marks of what is not for all, as fields; another word is a field that no form has, and so refused."""
    return {word: "true" for word in _several(cells, column) if word != PRIVATE_PLACE}


def _several(cells: Cells, column: str) -> list[str]:
    return parted(cells.get(column, ""))


def named(cell: str) -> dict[str, str]:
    """Texts by names: `ucdp: 376126 | acled: AZE1`."""
    return {name: text for name, _, text in (one.partition(": ") for one in parted(cell))}


# --- what an event has and a claim may give differently ------------------------------------------------------------


def _details(cells: Cells, before: str, whole: Entries) -> Data:
    ids, roles = _several(cells, f"{before}actor_ids"), _several(cells, f"{before}actor_roles")
    people = [{"who": id, "role": role} for id, role in zip(ids, [*roles, *["participant"] * len(ids)], strict=False)]
    own = f"{before}extra."
    return {
        "actors": people,
        "place": _place(cells, before),
        "casualties": _casualties(cells, before, whole),
        "extra": {name.removeprefix(own): text for name, text in cells.items() if text and name.startswith(own)},
    }


def _place(cells: Cells, before: str) -> Data:
    place = {"name": cells.get(f"{before}place", ""), "country": cells.get(f"{before}country", "")}
    place |= {name: degrees(cells.get(f"{before}{name}", "")) for name in ("lat", "lon")}
    mark = "true" if PRIVATE_PLACE in _several(cells, f"{before}marks") else ""
    return _filled(place | {"precision": cells.get(f"{before}place_precision", ""), "private": mark})


def degrees(text: str) -> str:
    """A number of degrees as a file has it: `45` of `45.0`, `0` of `-0.0`, never with an exponent."""
    if not DEGREES.fullmatch(text):
        return text
    plain = format(Decimal(text) + 0, "f")
    return re.sub(r"\.0*$|(\.[0-9]*?)0+$", r"\1", plain) if "." in plain else plain


def _casualties(cells: Cells, before: str, whole: Entries) -> list[Data] | Unread:
    """The numbers of people by side; `Unread` as a whole if one of them is: a part of them would be another number."""
    if text := cells.get(f"{before}casualties"):
        try:
            return [_side(side) for side in json.loads(text)]
        except (TypeError, KeyError, AttributeError, ValueError):
            return Unread(f"{before}casualties", text, "it is not as export writes it")
    sides: dict[tuple[str, int], Data] = {}
    for toll in TOLLS:
        column = f"{before}{toll}"
        seen: dict[str, int] = {}
        for text in _several(cells, column):
            name, number = ("", count_of(text)) if count_of(text) else _of_side(text)
            ids = whole.who(name) if name else [""]
            if not number or len(ids) != 1:
                why = (
                    "what number is it"
                    if not number
                    else f"several actors are called '{name}'"
                    if ids
                    else f"no actor is called '{name}'"
                )
                return Unread(column, cells[column], why)
            seen[ids[0]] = place = seen.get(ids[0], -1) + 1
            sides.setdefault((ids[0], place), _filled({"who": ids[0]}))[toll] = number
    return [*sides.values()]


def _of_side(text: str) -> tuple[str, Any]:
    name, _, number = text.rpartition(": ")
    return name, count_of(number)


def _side(side: Mapping[str, Any]) -> Data:
    counts = {
        toll: _short({name: str(one[name]) for name in BOUNDS if one[name] is not None})
        for toll in TOLLS
        if (one := side.get(toll))
    }
    return {**_filled({"who": side["id"]}), **counts}


def count_of(text: str) -> Any:
    """A number of people as it is printed, such as `105–207 (best estimate 150)`, as a file has it; None for others."""
    match = BEST.fullmatch(text.strip())
    if match is None:
        return None
    if re.fullmatch("[0-9]{1,9}", match[1]):
        bounds = {"low": str(int(match[1])), "high": str(int(match[1]))}
    else:
        bounds = dict(re.findall("(low|best|high): ([0-9]{1,9})(?=[,}])", bounds_of(match[1])))
    if not bounds or (match[2] and "best" in bounds):
        return None
    count = {name: bounds[name] for name in BOUNDS if name in bounds} | ({"best": match[2]} if match[2] else {})
    return _short({name: count[name] for name in BOUNDS if name in count})


def _short(count: dict[str, str]) -> str | dict[str, str]:
    """A number alone where its bounds are equal and nothing else is said."""
    return count["low"] if count.keys() == {"low", "high"} and count["low"] == count["high"] else count


# --- as a person writes it -----------------------------------------------------------------------------------------


def written(data: Data) -> Data:
    """An event, source or actor without what goes without saying: words that stand for nothing, lists of one."""
    short: Data = {}
    for name, value in data.items():
        if isinstance(value, Unread) or (name, value) in (("status", "reported"), ("stance", "asserts")):
            continue
        short[name] = written_field(name, value)
    claims = short.get("claims", [])
    if len(claims) == 1 and claims[0].keys() <= {"source", "quote", "at", "translation", "stance", "according_to"}:
        short.pop("claims")
        short |= claims[0]
    return short


def written_field(name: str, value: Any) -> Any:
    """The value of a field, in the short form where there is one."""
    if name == "actors":
        return [one["who"] if one["role"] == "participant" else one for one in value]
    if name in ("speaker", "according_to", "of"):
        return value[0] if len(value) == 1 else value
    if (name == "place" and value.keys() == {"name"}) or (name == "translation" and value.keys() == {"text"}):
        return next(iter(value.values()))
    return [written(claim) for claim in value] if name == "claims" else value


def actors_in(event: Data) -> Iterator[str]:
    """The ids of the actors that an event and its claims name."""
    for one in (event, *event.get("claims", ())):
        yield from (who["who"] for who in one.get("actors", ()))
        yield from one.get("according_to", ())
        if not isinstance(sides := one.get("casualties", []), Unread):
            yield from filter(None, (side.get("who", "") for side in sides))


def unread_in(data: Data) -> Iterator[Unread]:
    """What could not be read of an event, and of its claims."""
    for value in data.values():
        if isinstance(value, Unread):
            yield value
    for claim in data.get("claims", ()):
        yield from unread_in(claim)
