"""Every rule of moods and types has a sentence that it alone decides, and one like it that it leaves as it is."""

import csv
from datetime import date

import pytest
from evaluation import DATA

from diplotimeline.drafting import candidates, moods, types

MOODS, TYPES = (
    list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines())) for name in ("moods.csv", "types.csv")
)
TELLING_TENSES = {"past", "perfect", "hedged"}
"""Tenses of what happened: they refuse nothing."""
every_mood = pytest.mark.parametrize("row", MOODS, ids=lambda row: f"{row['rule']}-{row['language']}")
every_type = pytest.mark.parametrize("row", TYPES, ids=lambda row: f"{row['rule']}-{row['language']}")


def reasons(row: dict[str, str], sentence: str) -> list[str]:
    """Why each thing that a sentence tells is no event; empty for an event."""
    issued = date.fromisoformat(row["issued"])
    return [one.reason for one in candidates(row[sentence], issued, language=row["language"])]


def types_of(row: dict[str, str], sentence: str) -> str:
    """The types of the events that a sentence tells."""
    found = candidates(row[sentence], date.fromisoformat(row["issued"]), language=row["language"])
    return ";".join(one.type for one in found if not one.reason)


def without(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch a rule of moods off: a tense then says nothing of its own."""
    table = getattr(moods, row["table"])
    if table is moods.BY_TENSE:
        monkeypatch.setitem(table, row["rule"], lambda *_: moods.Mood())
    else:
        monkeypatch.delitem(table, row["rule"])


def test_every_rule_has_its_sentences() -> None:
    tenses = {*moods.BY_TENSE} - TELLING_TENSES - {"ing"}  # `ing` is the rule of the infinitive

    assert {row["rule"] for row in MOODS} == {*moods.REFUSALS, *moods.SOFT, *tenses}
    assert {row["rule"] for row in TYPES} == {*types.RULES}


@every_mood
def test_with_the_mood_its_example_is_refused_for_its_reason(row: dict[str, str]) -> None:
    assert {*reasons(row, "refused")} == {row["reason"]}


@every_mood
def test_without_the_mood_its_example_becomes_an_event(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    without(row, monkeypatch)

    assert "" in reasons(row, "refused")


@every_mood
def test_the_counter_example_of_the_mood_is_an_event(row: dict[str, str]) -> None:
    assert "" in reasons(row, "kept")


@every_type
def test_with_the_rule_the_type_is_as_wanted(row: dict[str, str]) -> None:
    assert types_of(row, "sentence") == row["type"]


@every_type
def test_without_the_rule_the_type_is_another(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(types.RULES, row["rule"])

    assert types_of(row, "sentence") != row["type"]


@every_type
def test_a_sentence_like_it_has_another_type(row: dict[str, str]) -> None:
    assert types_of(row, "like") == row["other"]
