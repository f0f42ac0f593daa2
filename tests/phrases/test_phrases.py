"""Accounts, places and counts in words: as a person would write them, the same in terminal, page and reports."""

from typing import Any

import pytest

from diplotimeline import Actor, Claim, Event, Source, Timeline, parse_date, phrases
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.values import Participant, Place, Relation

TIMELINE = Timeline(
    actors={"mod": Actor(name="Ministry of Defence of Tavoria"), "a": Actor(name="Ardelia"), "b": Actor(name="Belmar")},
    sources={
        "speech": Source(title="A speech", speaker=("mod",)),
        "paper": Source(title="News of the day", publisher="The Paper"),
        "leaflet": Source(title="Leaflet"),
    },
)


def said(source: str = "speech", **fields: Any) -> str:
    if "date" in fields:
        fields["date"] = parse_date(fields["date"])
    return phrases.statement(TIMELINE, Claim(source=source, **fields))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-10-06", "dated it to 6 October 2022."),
        ("2022-09-12/2022-09-13", "dated it to 12–13 September 2022."),
        ("2022-10~", "dated it to about October 2022."),
        ("2022-10-06?", "dated it to 6 October 2022 (uncertain)."),
        ("2022-23", "dated it to autumn 2022."),
        ("[2022-09,2022-11]", "dated it to September or November 2022."),
        ("[2022-09-12..2022-09-14]", "dated it between 12 and 14 September 2022."),
        ("[..2022-10-06]", "dated it on or before 6 October 2022."),
        ("[2022-10..]", "dated it in or after October 2022."),
        ("../2022-10-06", "said that it lasted until 6 October 2022."),
        ("2022-10-06/", "said that it lasted from 6 October 2022 (end unknown)."),
        ("2022-10-06/..", "said that it has lasted since 6 October 2022 (ongoing)."),
    ],
)
def test_another_date_is_told_in_a_sentence(edtf: str, words: str) -> None:
    assert said(date=edtf) == f"Ministry of Defence of Tavoria {words}"


def test_all_that_differs_is_one_sentence() -> None:
    people = (Participant(who="a", role="initiator"), Participant(who="b"))
    place = Place(name="Tolm")
    killed = Casualties(who="a", killed=Count(low=3, high=3), captured=Count(low=5, high=5))

    assert said(date="2022-10-06", actors=people, place=place, casualties=(killed,), stance="denies") == (
        "Ministry of Defence of Tavoria denied this, dated it to 6 October 2022, named Ardelia (initiator) and Belmar, "
        "gave the place as Tolm, and spoke of 3 killed and 5 taken prisoner (Ardelia)."
    )


@pytest.mark.parametrize(
    ("source", "fields", "words"),
    [
        ("speech", {}, ""),
        ("speech", {"casualties": (Casualties(who="a"),)}, ""),
        ("speech", {"stance": "doubts"}, "Ministry of Defence of Tavoria doubted this."),
        ("speech", {"according_to": ("a", "b"), "stance": "denies"}, "Ardelia and Belmar denied this."),
        ("paper", {"date": "2022"}, "The Paper dated it to 2022."),
        ("leaflet", {"date": "2022"}, "The source “Leaflet” dated it to 2022."),
        ("leaflet", {"place": Place(name="Tolm Inc.")}, "The source “Leaflet” gave the place as Tolm Inc."),
    ],
)
def test_who_says_it_is_named(source: str, fields: dict[str, Any], words: str) -> None:
    assert said(source, **fields) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Geneva"),
        ({"country": "CHE"}, "Geneva, CHE"),
        ({"lat": 46.204, "lon": 6.143, "precision": "near"}, "Geneva (near 46.204° N, 6.143° E)"),
        ({"lat": -46.2, "lon": -6.0, "precision": "exact"}, "Geneva (46.2° S, 6° W)"),
        ({"lat": 0.0, "lon": 0.0}, "Geneva (0° N, 0° E)"),
        ({"precision": "region"}, "Geneva (precision: region)"),
    ],
)
def test_a_place_in_words(fields: dict[str, Any], words: str) -> None:
    assert phrases.whereabouts(Place(name="Geneva", **fields)) == words


def test_a_side_without_a_count_is_not_told() -> None:
    sides = (Casualties(who="a"), Casualties(killed=Count(low=3, high=3)))

    assert phrases.toll(Timeline(), sides) == "3 killed"


def test_the_ties_of_an_event_cost_no_look_at_all_others() -> None:
    """Told event by event, a chronology would take time with the square of its events."""

    class Looked(dict[str, str]):
        def keys(self) -> Any:
            raise AssertionError("all titles were taken")

        __iter__ = items = values = keys

    event = Event(
        date=parse_date("2022"),
        title="x",
        claims=(Claim(source="speech"),),
        related=(Relation(event="a", kind="follows"), Relation(event="b", kind="about")),
    )

    assert phrases.relations(event, Looked(a="Talks"), {}) == ["Follows: Talks", "About: b (not in this selection)"]
