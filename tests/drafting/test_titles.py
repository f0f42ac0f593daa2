"""Titles are whole: who did what to whom, in the number of those who do it; or there is none."""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates

ROWS = list(csv.DictReader((DATA / "titles.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_the_title_says_who_did_what(row: dict[str, str]) -> None:
    found = candidates(row["sentence"], date(2024, 6, 20), language=row["language"])

    assert [one.title for one in found if not one.reason] == [row["title"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Je me suis entretenu hier avec le ministre de Vestra.",
        "Nous nous sommes entretenus hier avec le ministre de Vestra.",
    ],
)
def test_a_reflexive_verb_of_the_speaker_stays_one(sentence: str) -> None:
    (found,) = candidates(sentence, date(2024, 6, 20), language="fr", speaker="Ana Orlova")

    assert found.title == "Ana Orlova s'entretient avec le ministre de Vestra"


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The Co-Chairs met Ana Sol in Kora on 3 June and Per Lund in Nubar on 5 June.",
            ["Co-Chairs meet Ana Sol in Kora and Per Lund in Nubar", ""],
        ),
        ("Vestra attacked Kora on 3 June and on 9 June.", ["Vestra attacks Kora", "Vestra attacks Kora"]),
    ],
)
def test_a_clause_gives_its_title_to_one_of_its_dates(sentence: str, titles: list[str]) -> None:
    assert [one.title for one in candidates(sentence, date(2024, 6, 20)) if not one.reason] == titles


def test_land_is_not_occupied_by_who_speaks_of_it() -> None:
    sentence = (
        "The Ministry calls upon the Council to assess the situation in Georgia's occupied territory and take measures "
        "to stop this."
    )

    assert {one.reason for one in candidates(sentence, date(2024, 6, 20))} == {"nothing that happened"}


def test_what_a_pronoun_stands_for_is_not_sought_beyond_a_clause_before_it() -> None:
    text = (
        "2 June: Kestria sends troops to reinforce the army.\n"
        "3 June: Government and rebels sign a ceasefire deal but, like several subsequent pacts, it is swiftly broken."
    )

    found = [one.title for one in candidates(text, date(2024, 6, 20)) if not one.reason]

    assert found == ["Kestria sends troops to reinforce the army", ""]
