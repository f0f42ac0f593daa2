"""Every rule of types has a sentence that it alone decides, and one like it that it leaves as it is.

`asked` is the type of an event of which no word tells it.
"""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates, types
from diplotimeline.drafting.language import grammar

TYPES = list(csv.DictReader((DATA / "types.csv").read_text(encoding="utf-8").splitlines()))
every_type = pytest.mark.parametrize("row", TYPES, ids=lambda row: f"{row['rule']}-{row['language']}")


def types_of(row: dict[str, str], sentence: str) -> str:
    """The types of the events that a sentence tells."""
    found = candidates(row[sentence], date.fromisoformat(row["issued"]), language=row["language"])
    return ";".join(one.type or "asked" for one in found if not one.reason)


def test_every_rule_has_its_sentences() -> None:
    assert {row["rule"] for row in TYPES} == {*types.RULES}


@every_type
def test_with_the_rule_the_type_is_as_wanted(row: dict[str, str]) -> None:
    assert types_of(row, "sentence") == row["type"]


@every_type
def test_without_the_rule_the_type_is_another(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    others = {name: rule for name, rule in types.RULES.items() if name != row["rule"]}  # their order decides
    monkeypatch.setattr(types, "RULES", others)

    assert types_of(row, "sentence") != row["type"]


@every_type
def test_a_sentence_like_it_has_another_type(row: dict[str, str]) -> None:
    assert types_of(row, "like") == row["other"]


@pytest.mark.parametrize(
    ("language", "sentence", "type"),
    [
        ("en", "We welcome the return of 12 prisoners to Kora on 3 June.", "prisoner-release"),
        ("en", "We welcome the return of 200 refugees to Kora on 3 June.", "displacement"),
        ("fr", "Nous saluons le retour de 12 prisonniers à Kora le 3 juin.", "prisoner-release"),
        ("fr", "Nous saluons le retour de 200 réfugiés à Kora le 3 juin.", "displacement"),
        ("en", "We welcome the truce extension in Kora on 3 June.", "ceasefire"),
        ("en", "The agency facilitated the return of 40 displaced shepherds on 3 June.", "displacement"),
        ("en", "The sides resumed truce talks on 3 June.", "meeting"),
        ("en", "The shepherds left Kora on 3 June.", "asked"),
        ("en", "Vestra condemned the coup in Kora on 3 June.", "asked"),
        ("fr", "Vestra a condamné le putsch du 3 juin à Kora.", "asked"),
        ("en", "President Lund welcomed President Sol's stated openness on 3 June.", "statement"),
    ],
)
def test_what_comes_back_says_what_its_return_is(language: str, sentence: str, type: str) -> None:
    assert types_of({"sentence": sentence, "issued": "2024-06-20", "language": language}, "sentence") == type


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "12 September 2022: Front for the Release of Prisoners at the gates of Nubar."),
        ("fr", "Communiqué du Front de libération de l'Ardélie du 3 juin 2022 sur Nubar."),
    ],
)
def test_the_name_of_a_body_is_no_event(language: str, sentence: str) -> None:
    found = types_of({"sentence": sentence, "issued": "2024-06-20", "language": language}, "sentence")

    assert found != "prisoner-release"


@pytest.mark.parametrize(
    ("language", "sentence", "type"),
    [
        ("en", "Two soldiers were killed by a mine on 3 June.", "explosion"),
        ("en", "After the shots that wounded a clerk on 3 June, a mine was found.", "hostilities"),
        ("fr", "3 juin 2024 : Accord entre Vestra et Orland sur le commerce.", "agreement"),
        ("en", "3 June 2024: The treaty on fisheries between Vestra and Orland.", "agreement"),
        ("en", "The cease-fire began on 3 June.", "ceasefire"),
        ("en", "3 June 2024: Kora remains under siege.", "asked"),
        ("en", "3 June 2024: The weather in Vestra and Orland.", "asked"),
    ],
)
def test_what_did_it_and_what_an_entry_names_are_the_type(language: str, sentence: str, type: str) -> None:
    assert types_of({"sentence": sentence, "issued": "2024-06-20", "language": language}, "sentence") == type


def test_every_verb_of_the_tables_can_be_met() -> None:
    """An elided word is a word of its own: `s' accorder`."""
    assert not [verb for language in ("en", "fr") for verb in grammar(language).verbs if "'" in verb]
