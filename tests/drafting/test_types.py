"""Every rule of types has a sentence that it alone decides, and one like it that it leaves as it is."""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates, types

TYPES = list(csv.DictReader((DATA / "types.csv").read_text(encoding="utf-8").splitlines()))
every_type = pytest.mark.parametrize("row", TYPES, ids=lambda row: f"{row['rule']}-{row['language']}")


def types_of(row: dict[str, str], sentence: str) -> str:
    """The types of the events that a sentence tells."""
    found = candidates(row[sentence], date.fromisoformat(row["issued"]), language=row["language"])
    return ";".join(one.type for one in found if not one.reason)


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
