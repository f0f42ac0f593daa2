"""A negation beside a quote is soon seen to be none; where it may be one, the whole list decides."""

import pytest

from diplotimeline.files import blocks
from diplotimeline.quotes.negation import negation_beside

SPACED = [words for block in blocks("quotes/negations.txt")[:-1] for line in block for words in line.split()]
ONLY_BEHIND_NE = ("plus", "personne", "point", "que")
QUOTE = "the envoys met"


def beside(before: str, behind: str) -> str:
    """The negation beside the quote between these words."""
    return negation_beside(f"{before}{QUOTE}{behind}", len(before), len(before) + len(QUOTE))


@pytest.mark.parametrize("between", [" ", " '", ", ", " ("])
def test_every_negation_is_seen_on_both_sides(between: str) -> None:
    negations = [words.replace("_", " ") for words in SPACED if words not in ONLY_BEHIND_NE]

    assert [one for one in negations if not one.endswith(beside(f"They {one}{between}", "") or "?")] == []
    assert [one for one in negations if not one.startswith(beside("", f"{between}{one} there") or "?")] == []


@pytest.mark.parametrize("word", ["of", "to", "the", "knot", "nothings", "t", "that"])
def test_words_that_are_like_a_part_of_one_are_none(word: str) -> None:
    assert beside(f"They spoke {word} ", f" {word} there") == ""


def test_what_is_cut_off_a_verb_is_seen() -> None:
    assert beside("They don't ", "") == "don't"
    assert beside("", "' 't") == "'t"


@pytest.mark.parametrize("negation", ["NOT", "НЕ", "DEĞİL"])
def test_capitals_hide_none(negation: str) -> None:
    assert beside(f"X {negation} ", "") == negation
    assert beside("", f" {negation} X") == negation
