"""Closed lists: each word has its meaning, in one line, and what uses the words knows no others."""

import json

import pytest

from diplotimeline.record import words
from diplotimeline.record.schema import schema_text

EVERY_LIST = {name: value for name, value in vars(words).items() if name.isupper() and name != "LISTS"}


@pytest.mark.parametrize("name", EVERY_LIST)
def test_every_word_has_its_meaning_in_one_line(name: str) -> None:
    meanings = EVERY_LIST[name]

    assert len(meanings) > 2
    assert all(len(meaning) > 5 and "\n" not in meaning and meaning.endswith(".") for meaning in meanings.values())
    assert len({*meanings.values()}) == len(meanings)


@pytest.mark.parametrize("name", words.LISTS)
def test_an_editor_is_told_every_word_with_its_meaning(name: str) -> None:
    text = schema_text()
    enum = json.dumps([*words.LISTS[name]])[1:-1].split(", ")

    assert all(word in text for word in enum)
    assert all(json.dumps(meaning, ensure_ascii=False) in text for meaning in words.LISTS[name].values())
