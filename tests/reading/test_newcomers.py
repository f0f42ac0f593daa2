"""Words that people try for a field, or for a type of event, are answered with the one that is meant."""

from pathlib import Path

import pytest
from together import together
from written import SOURCES, loaded, mistakes

from diplotimeline.reading.mending import newcomers
from diplotimeline.record.fields import fields_of
from diplotimeline.record.kinds import Word
from diplotimeline.record.schema import FORMS
from diplotimeline.record.words import LISTS, TYPES, tried

EVENT = SOURCES + "events:\n  - {date: 2022-10-04, title: Call, source: s, FIELD}\n"


@together(
    ("written", "meant"),
    [
        ("deaths: 14", "casualties"),
        ("Deaths: 14", "casualties"),
        ("dead: 14", "casualties"),
        ("wounded: 3", "casualties"),
        ("killed: 14", "casualties"),
        ("where: Tolm", "place"),
        ("location: Tolm", "place"),
        ("end: 2022-10-05", "date"),
        ("time: 14:00", "date"),
        ("author: A Writer", "source"),
        ("arrested: 30", "casualties"),
        ("page: 12", "at"),
        ("doi: 10.1000/182", "identifiers"),
        ("casualties: [{who: a, arrested: 3}]", "detained"),
        ("casualties: [{who: a, refugees: 3}]", "displaced"),
        ("description: x", "summary"),
        ("kind: call", "type"),
        ("casualties: [{side: a, killed: 3}]", "who"),
        ("casualties: [{who: a, deaths: 3}]", "killed"),
        ("casualties: [{who: a, wounded: 3}]", "injured"),
        ("casualties: [{who: a, killed: {min: 3}}]", "low"),
        ("place: {name: x, latitude: 3}", "lat"),
    ],
)
def test_a_word_of_newcomers_is_answered_with_the_field(tmp_path: Path, written: str, meant: str) -> None:
    found = [one for one in mistakes(tmp_path, EVENT.replace("FIELD", written)) if one.rule == "unknown-key"]

    assert len(found) == 1
    assert found[0].help.startswith(f"did you mean '{meant}'?")


def test_a_date_under_another_name_is_read_as_the_date(tmp_path: Path) -> None:
    text = EVENT.replace("date:", "when:").replace(", FIELD", "")

    assert [one.rule for one in mistakes(tmp_path, text)] == ["unknown-key"]


def test_every_answer_is_a_field() -> None:
    known = {one.written_as for form in FORMS for one in fields_of(form)}

    assert {field for fields in newcomers().values() for field in fields} <= known


@pytest.mark.parametrize("word", ["ceasefire", "sanctions", "detention", "displacement", "aid", "protest", "election"])
def test_a_new_type_is_read(tmp_path: Path, word: str) -> None:
    timeline = loaded(tmp_path, EVENT.replace("FIELD", f"type: {word}"))

    assert not timeline.problems
    assert timeline.events[0].type == word
    assert word in TYPES


@together(("typed", "meant"), tried().items())
def test_a_word_that_people_try_is_answered_with_the_one_that_is_meant(typed: str, meant: str) -> None:
    (name,) = (name for name, words in LISTS.items() if meant in words)
    kind = Word(name)

    assert typed not in kind.words
    assert kind.refuse(typed.replace("-", " ").title(), "").help.startswith(f"did you mean '{meant}'? one of: ")


def test_of_a_long_list_the_answer_says_where_it_stands_whole(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, EVENT.replace("FIELD", "type: journey"))

    assert found.help.endswith("and 11 more; 'diplotimeline check --explain type' tells what each means")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ceasefires", "ceasefire"), ("cease-fire", "ceasefire"), ("elections", "election"), ("sanction", "sanctions")],
)
def test_a_mistyped_type_is_answered_with_the_one_that_is_meant(tmp_path: Path, typed: str, meant: str) -> None:
    assert mistakes(tmp_path, EVENT.replace("FIELD", f"type: {typed}"))[0].help.startswith(f"did you mean '{meant}'?")
