"""A part of a file against its form: each mistake is one problem, at its place, under its rule, in plain words."""

from pathlib import Path
from typing import Any

import pytest
from together import together
from written import brief, mistakes

from diplotimeline.reading import forms
from diplotimeline.reading.forms import good_value, read
from diplotimeline.record.values import Claim, Event, Place

DECLARED = "actors:\n  a: {name: A}\nsources:\n  s: {title: R}\n"
EVENT = f"{DECLARED}events:\n  - date: 2022-10-04\n    title: Call\n    source: s\n"
# Words of the machinery, which nobody who writes a timeline knows.
MACHINERY = ("pydantic", "dict", "tuple", "None", "str ", "string", "integer", "float", "pattern", "literal", "valid",
             "keyword", "argument", "schema", "input", "object", "NoneType", "'?'")  # fmt: skip

# One line of an event that is otherwise in order: the line, where and under which rule, what is said.
IN_EVENT: dict[str, tuple[str, str, str]] = {
    "an unknown name": ("xyz: 1", "5 unknown-key", "an event has no field 'xyz'"),
    "a name in capitals": ("Title: x", "5 unknown-key", "did you mean 'title'?"),
    "a mistyped name": ("actrs: [a]", "5 unknown-key", "did you mean 'actors'?"),
    "a name of the machinery": ("origin: [1, 2]", "5 unknown-key", "an event has no field 'origin'"),
    "a figure for a name": ("5: x", "5 unknown-key", "'5'"),
    "a mistyped type": ("type: metting", "11 wrong-type", "did you mean 'meeting'?"),
    "a type in capitals": ("type: Meeting", "11 wrong-type", "did you mean 'meeting'?"),
    "a list for a type": ("type: [call]", "11 wrong-type", "'type' is a list"),
    "a group for a type": ("type: {a: b}", "11 wrong-type", "'type' is a group"),
    "an empty type": ("type:", "5 empty-value", "'type' is empty"),
    "a mistyped status": ("status: confirm", "13 wrong-type", "did you mean 'confirmed'?"),
    "the opposite of a status": ("status: unconfirmed", "13 wrong-type", "one of: confirmed, reported"),
    "the name of an actor": ("actors: [A]", "14 unknown-actor", "that is a name, not an id: write 'a'"),
    "an unknown part of the day": ("part: noon", "11 bad-part", "night, morning, afternoon, evening"),
    "a night of one day": ("part: night", "11 bad-part", "a night lies in two days"),
    "an empty part": ("part: ~", "5 empty-value", "'part' is empty"),
    "a text for actors": ("actors: a", "13 wrong-type", "'actors' is a text, but a list belongs here"),
    "a group for actors": ("actors: {a: b}", "13 wrong-type", "'actors' is a group, but a list belongs here"),
    "an actor nobody declared": ("actors: [a, b]", "17 unknown-actor", "'b'"),
    "an actor with a role nobody declared": ("actors: [{who: b, role: host}]", "20 unknown-actor", "'b'"),
    "a mistyped role": ("actors: [{who: a, role: hots}]", "29 wrong-type", "did you mean 'host'?"),
    "a role without an actor": ("actors: [{role: host}]", "14 missing-key", "a participant needs 'who'"),
    "a mistyped name in a participant": ("actors: [a, {wo: a}]", "18 unknown-key", "did you mean 'who'?"),
    "a list for an actor": ("actors: [[a]]", "14 wrong-type", "an entry of 'actors' is a list"),
    "an empty actor": ("actors: [a, ~]", "17 empty-value", "an entry of 'actors' is empty"),
    "a list for a place": ("place: [x]", "12 wrong-type", "'place' is a list"),
    "a place without a name": ("place: {country: NOR}", "12 missing-key", "a place needs 'name'"),
    "a mistyped name in a place": ("place: {nam: X}", "13 unknown-key", "did you mean 'name'?"),
    "an empty place": ("place: ''", "12 empty-value", "'place'"),
    "a latitude off the globe": ("place: {name: X, lat: 91, lon: 0}", "12 bad-coordinates", "91"),
    "a longitude off the globe": ("place: {name: X, lat: 0, lon: -180.5}", "12 bad-coordinates", "-180.5"),
    "a latitude alone": ("place: {name: X, lat: 44.5}", "12 bad-coordinates", "both 'lat' and 'lon' or neither"),
    "a longitude alone": ("place: {name: X, lon: 44.5}", "12 bad-coordinates", "both 'lat' and 'lon' or neither"),
    "a latitude in words": ("place: {name: X, lat: N44, lon: 1}", "27 bad-coordinates", "'N44' is not a number"),
    "a comma in a longitude": ("place: {name: X, lat: 1, lon: '39,75'}", "35 bad-coordinates", "'39,75' is not"),
    "an infinite latitude": ("place: {name: X, lat: .inf, lon: 1}", "27 bad-coordinates", "'.inf' is not a number"),
    "a list for a latitude": ("place: {name: X, lat: [1], lon: 1}", "27 wrong-type", "'lat' is a list"),
    "an empty latitude": ("place: {name: X, lat: , lon: 1}", "22 empty-value", "'lat' is empty"),
    "a country of two letters": ("place: {name: X, country: NO}", "31 wrong-type", "three capital letters"),
    "a country in small letters": ("place: {name: X, country: nor}", "31 wrong-type", "three capital letters"),
    "an unknown precision": ("place: {name: X, precision: town}", "33 wrong-type", "exact, near, admin2"),
    "a number for casualties": ("casualties: 5", "17 wrong-type", "'casualties' is a text, but a list belongs here"),
    "a number in casualties": ("casualties: [5]", "18 wrong-type", "an entry of 'casualties' is a text"),
    "two counts without a side": ("casualties: [{killed: 5}, {missing: 1}]", "17 wrong-type", "2 entries"),
    "an entry without a count": ("casualties: [{}]", "18 missing-key", "an entry of 'casualties' has no count"),
    "a side without a count": ("casualties: [{who: a}]", "18 missing-key", "add one of: killed, injured"),
    "a mistyped name in casualties": ("casualties: [{who: a, killd: 5}]", "27 unknown-key", "did you mean 'killed'?"),
    "words behind a bracket": ("note: [draft] Talks", "19 yaml-syntax", "put the whole text in quotation marks"),
    "words behind quotation marks": ('note: "No shot" was fired', "21 yaml-syntax", "goes on behind a closing"),
    "an apostrophe in quotation marks": ("note: 'Sudia's answer'", "18 yaml-syntax", "goes on behind a closing"),
    "a colon in typographic marks": ("note: “Ford: shelled”", "16 yaml-syntax", "put straight ones around it"),
    "a number in words": ("casualties: [{who: a, killed: five}]", "35 wrong-type", "'five' is not a whole number"),
    "a range for a number": ("casualties: [{who: a, killed: 7-4}]", "35 wrong-type", "write {low: 4, high: 7}"),
    "a least number": ("casualties: [{who: a, killed: at least 9}]", "35 wrong-type", "write {low: 9}"),
    "a least number as a sign": ("casualties: [{who: a, killed: 9+}]", "35 wrong-type", "write {low: 9}"),
    "a most number": ("casualties: [{who: a, killed: up to 9}]", "35 wrong-type", "write {high: 9}"),
    "an estimate": ("casualties: [{who: a, killed: ~9}]", "35 wrong-type", "write {best: 9}"),
    "a number below zero": ("casualties: [{who: a, killed: -5}]", "35 wrong-type", "'-5' is not a whole number"),
    "half a person": ("casualties: [{who: a, killed: 1.5}]", "35 wrong-type", "'1.5' is not a whole number"),
    "figures of another script": ("casualties: [{who: a, killed: ٣}]", "35 wrong-type", "is not a whole number"),
    "a number of twelve figures": ("casualties: [{who: a, killed: 123456789012}]", "35 wrong-type", "whole number"),
    "a list for a number": ("casualties: [{who: a, killed: [5]}]", "35 wrong-type", "'killed' is a list"),
    "an empty number": ("casualties: [{who: a, killed: }]", "27 empty-value", "'killed' is empty"),
    "a count without a number": ("casualties: [{who: a, killed: {}}]", "35 missing-key", "'low', 'best' or 'high'"),
    "a count upside down": ("casualties: [{who: a, killed: {low: 5, high: 3}}]", "35 wrong-type", "wrong order"),
    "a best estimate above": ("casualties: [{who: a, killed: {best: 9, high: 7}}]", "35 wrong-type", "wrong order"),
    "a bound in words": ("casualties: [{who: a, killed: {low: x, high: 3}}]", "41 wrong-type", "'x' is not"),
    "a mistyped bound": ("casualties: [{who: a, killed: {lo: 5}}]", "36 unknown-key", "did you mean 'low'?"),
    "casualties of an unknown side": ("casualties: [{who: b, killed: 5}]", "24 unknown-actor", "'b'"),
    "a text for a tie": ("related: [x]", "15 wrong-type", "an entry of 'related' is a text"),
    "a tie without its kind": ("related: [{event: 2022-10-04-call}]", "15 missing-key", "needs 'as'"),
    "a tie to nothing": ("related: [{as: about}]", "15 missing-key", "needs 'event'"),
    "a mistyped tie": ("related: [{event: 2022-10-04-call, as: abut}]", "44 wrong-type", "did you mean 'about'?"),
    "a tie to an unknown event": ("related: [{event: x, as: about}]", "23 unknown-event", "'x'"),
    "a text for tags": ("tags: x", "11 wrong-type", "'tags' is a text, but a list belongs here"),
    "a group for a tag": ("tags: [x, {a: b}]", "15 wrong-type", "an entry of 'tags' is a group"),
    "an empty tag": ("tags: [x, '']", "15 empty-value", "an entry of 'tags' is empty"),
    "an id with a blank": ("id: A b", "9 wrong-type", "'A b' is not an id"),
    "an id that begins with a hyphen": ("id: -x", "9 wrong-type", "'-x' is not an id"),
    "an id in another script": ("id: հ", "9 wrong-type", "is not an id"),
    "a list for a summary": ("summary: [x]", "14 wrong-type", "'summary' is a list"),
    "a summary of blanks": ("summary: '  '", "5 empty-value", "'summary' is empty"),
    "an empty note": ("note:", "5 empty-value", "'note' is empty"),
    "a group for a quote": ("quote: {a: b}", "12 wrong-type", "'quote' is a group"),
    "an empty quote": ("quote: null", "5 empty-value", "'quote' is empty"),
    "two lines of date text": ('date_text: "a\\nb"', "16 wrong-type", "'date_text' runs over several lines"),
    "claims beside a source": ("claims: [{source: s}]", "", "either 'source' or 'claims', not both"),
    "empty claims beside a source": ("claims:", "5 empty-value", "'claims' is empty"),
}  # fmt: skip

# The first lines of an event.
BEGINNINGS: dict[str, tuple[str, str, str]] = {
    "no date": ("title: x\nsource: s", "6:5 missing-key", "an event needs 'date'"),
    "no date, but a part": ("title: x\nsource: s\npart: night", "6:5 missing-key", "an event needs 'date'"),
    "no title": ("date: 2022\nsource: s", "6:5 missing-key", "an event needs 'title'"),
    "no source": ("date: 2022\ntitle: x", "6:5 no-source", "this event has no source"),
    "a quote without a source": ("date: 2022\ntitle: x\nquote: y", "6:5 no-source", "this event has no source"),
    "no claim in the list": ("date: 2022\ntitle: x\nclaims: []", "6:5 no-source", "this event has no source"),
    "a mistyped date's name": ("dat: 2022\ntitle: x\nsource: s", "6:5 unknown-key", "did you mean 'date'?"),
    "a mistyped title's name": ("date: 2022\ntitel: x\nsource: s", "7:5 unknown-key", "did you mean 'title'?"),
    "a mistyped source's name": ("date: 2022\ntitle: x\nsorce: s", "8:5 unknown-key", "did you mean 'source'?"),
    "a mistyped claims' name": ("date: 2022\ntitle: x\nclaim: [{source: s}]", "8:5 unknown-key", "'claims'?"),
    "an empty date": ("date:\ntitle: x\nsource: s", "6:5 empty-value", "'date' is empty"),
    "an empty date and a part": ("date:\ntitle: x\nsource: s\npart: night", "6:5 empty-value", "'date' is empty"),
    "an empty title": ("date: 2022\ntitle: ''\nsource: s", "7:5 empty-value", "'title' is empty"),
    "an empty source": ("date: 2022\ntitle: x\nsource: ~", "8:5 empty-value", "'source' is empty"),
    "empty claims": ("date: 2022\ntitle: x\nclaims: ~", "8:5 empty-value", "'claims' is empty"),
    "a set in brackets": ("date: [2022-09-29..2022-10]\ntitle: x\nsource: s", "6:11 bad-date", "quotation marks"),
    "a set of lines": ("date:\n- 2022-09-29\ntitle: x\nsource: s", "7:5 bad-date", "quotation marks"),
    "a group for a date": ("date: {a: b}\ntitle: x\nsource: s", "6:11 wrong-type", "'date' is a group"),
    "no such day": ("date: 2022-02-29\ntitle: x\nsource: s", "6:11 bad-date", "28 days"),
    "no such day and a part": ("date: 2022-02-29\ntitle: x\nsource: s\npart: night", "6:11 bad-date", "28 days"),
    "an interval backwards": ("date: 2022-10/2022-09\ntitle: x\nsource: s", "6:11 date-order", "write 2022-09/2022-10"),
    "a morning of years": ("date: 2021/2022\ntitle: x\nsource: s\npart: morning", "9:11 bad-part", "one day"),
    "a night of months": ("date: 2022-09/2022-10\ntitle: x\nsource: s\npart: night", "9:11 bad-part", "two days"),
    "a title of two lines": ("date: 2022\ntitle: |\n  a\n  b\nsource: s", "7:12 wrong-type", "several lines"),
    "a source nobody declared": ("date: 2022\ntitle: x\nsource: t", "8:13 unknown-source", "'t'"),
    "a list for a source": ("date: 2022\ntitle: x\nsource: [s]", "8:13 wrong-type", "'source' is a list"),
    "two sources": ("date: 2022\ntitle: x\nsource: [s, t]", "8:13 wrong-type", "several as claims: ["),
    "a group for claims": ("date: 2022\ntitle: x\nclaims: {source: s}", "8:13 wrong-type", "a list belongs here"),
    "a text for a claim": ("date: 2022\ntitle: x\nclaims: [s]", "8:14 wrong-type", "an entry of 'claims' is a text"),
    "a claim of no source": ("date: 2022\ntitle: x\nclaims: [{quote: q}]", "8:14 missing-key", "needs 'source'"),
    "a claim's source mistyped": ("date: 2022\ntitle: x\nclaims: [{surce: s}]", "8:15 unknown-key", "'source'?"),
    "a mistyped stance": ("date: 2022\ntitle: x\nclaims: [{source: s, stance: deny}]", "8:34 wrong-type", "'denies'?"),
    "a claim's date": ("date: 2022\ntitle: x\nclaims: [{source: s, date: 1-1}]", "8:32 bad-date", "'1-1'"),
    "a claim's speaker": ("date: 2022\ntitle: x\nclaims: [{source: s, according_to: b}]", "8:40 unknown-actor", "'b'"),
    "a claim's actor": ("date: 2022\ntitle: x\nclaims: [{source: s, actors: [b]}]", "8:35 unknown-actor", "'b'"),
    "a text for an event": ("hello", "6:5 wrong-type", "an entry of 'events' is a text"),
    "a list for an event": ("[a]", "6:5 wrong-type", "an entry of 'events' is a list"),
    "an empty event": ("~", "6:5 empty-value", "an entry of 'events' is empty"),
}  # fmt: skip


@together(("line", "place", "words"), IN_EVENT.values())
def test_a_mistake_in_one_line_of_an_event(tmp_path: Path, line: str, place: str, words: str) -> None:
    problems = mistakes(tmp_path, f"{EVENT}    {line}\n")

    assert brief(problems) == [f"9:{place}" if place else "8:5 no-source"]
    assert words in f"{problems[0].message} {problems[0].help}"
    assert not [word for word in MACHINERY if word in f"{problems[0].message} {problems[0].help}"]


@together(("text", "place", "words"), BEGINNINGS.values())
def test_a_mistake_in_what_every_event_has(tmp_path: Path, text: str, place: str, words: str) -> None:
    indented = text.replace("\n", "\n    ")
    problems = mistakes(tmp_path, f"{DECLARED}events:\n  - {indented}\n")

    assert brief(problems) == [place]
    assert words in f"{problems[0].message} {problems[0].help}"
    assert not [word for word in MACHINERY if word in f"{problems[0].message} {problems[0].help}"]


WRITTEN = {"date": "2022", "title": "Talks", "source": "s", "actors": ["a", {"who": "b"}], "place": {"name": "P"}}


def event_of(**fields: Any) -> Event:
    """An event that is written like this, without a mistake."""
    value = good_value(Event, WRITTEN | fields, {})
    assert value is not None
    assert read(Event, WRITTEN | fields, ("events", 0), 0) == (value, (), {})
    return value


@pytest.mark.parametrize("quote", ["", "Word for word"])
def test_a_claim_written_short_is_the_claim_written_long(quote: str) -> None:
    short = {"source": "s", "quote": quote} if quote else {"source": "s"}
    long = {name: value for name, value in WRITTEN.items() if name != "source"} | {"claims": [short]}
    reading = read(Event, long, ("events", 0), 0)

    assert event_of(**short) == reading.value
    assert event_of(**short).claims == (Claim(source="s", quote=quote),)


def test_what_is_written_twice_is_read_once() -> None:
    first, second = event_of(), event_of()

    assert first == second
    assert first.place is second.place
    assert [one is other for one, other in zip(first.actors, second.actors, strict=True)] == [True, True]
    assert event_of(place="P").place == Place(name="P")


def test_only_so_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_KEPT", 0)
    places = [event_of(place="New").place for _ in range(2)]

    assert places[0] == places[1] == Place(name="New")
    assert places[0] is not places[1]


def test_what_was_read_before_changes_nothing() -> None:
    event_of(place={"name": "Here"})
    places = [event_of(place={"name": "Here", "lat": lat, "lon": "0.0"}).place for lat in ("-0.0", "0.0")]

    assert list(map(str, places)) == [str(Place(name="Here", lat=lat, lon=0.0)) for lat in (-0.0, 0.0)]
