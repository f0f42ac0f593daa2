"""The words of dates: every kind of the grammar has words, and no word has two kinds."""

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from diplotimeline.drafting import LANGUAGES
from diplotimeline.drafting.expressions import GROUPS, KINDS, LEVELS, MACROS, MEANINGS, SIGNS, Vocabulary, vocabulary
from diplotimeline.drafting.resolving import Meaning
from diplotimeline.drafting.sentences import FORMS

FIGURES = {
    "amount", "clock", "day", "decade", "figures", "noted_year", "number", "old_year", "reference", "year",
}  # fmt: skip


def phrases(words: Vocabulary) -> list[str]:
    """All phrases of a language, each as often as it stands in its file."""
    lists = [[kind] if isinstance(kind, list) else list(kind.values()) for kind in words.dates.values()]
    return [phrase for kind in lists for several in kind for phrase in several]


def test_every_kind_of_the_grammar_has_words_in_a_language() -> None:
    known = {kind for code in LANGUAGES for kind in vocabulary(code).dates}

    texts = [*MACROS.values(), *(text for level in LEVELS for _, text in level["shapes"])]
    named = {kind for text in texts for kind in re.findall(r"\b[a-z][a-z_]*\b", text)}

    assert named - known == {"date", "other", "name", *SIGNS.values(), *FIGURES} - known - {"and"}
    assert known <= named


def test_every_shape_means_something_and_every_group_has_shapes() -> None:
    shapes = {name for level in LEVELS for name, _ in level["shapes"]}

    assert {name for name in shapes if not hasattr(Meaning, f"_{MEANINGS.get(name, name)}")} == set()
    assert {*MEANINGS} <= shapes
    assert frozenset().union(*GROUPS.values()) <= shapes


def test_every_pattern_and_group_of_kinds_is_asked_for() -> None:
    package = files("diplotimeline.drafting")
    asking = "".join(one.read_text(encoding="utf-8") for one in package.iterdir() if one.name.endswith(".py"))

    assert {name for name in FORMS if f'FORMS["{name}"]' not in asking} == set()
    assert {name for name in KINDS if f'KINDS["{name}"]' not in asking} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_class_and_mark_of_a_language_is_asked_for(code: str) -> None:
    package = files("diplotimeline.drafting")
    asking = [one for one in package.iterdir() if one.name.endswith(".py") or one.name == "rules.toml"]
    asked = {word for one in asking for word in re.findall(r"\w+", one.read_text(encoding="utf-8"))}
    words = tomllib.loads(package.joinpath("languages", f"{code}.toml").read_text(encoding="utf-8"))
    in_names = {word.lower() for pattern in words["names"].values() for word in re.findall(r"[A-Z_]{2,}", pattern)}

    assert {*words["classes"], *words["marks"]} <= asked | in_names


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_phrase_has_two_kinds(code: str) -> None:
    assert [phrase for phrase, count in Counter(phrases(vocabulary(code))).items() if count > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_months_and_days_of_the_week_have_names(code: str) -> None:
    dates = vocabulary(code).dates

    assert {int(number) for kind in ("month", "month_or_word") for number in dates[kind]} == set(range(1, 13))
    assert {int(number) for number in dates["weekday"]} == set(range(7))
