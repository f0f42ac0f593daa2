"""Quotes in ten languages: every true one is found in an archived text, a changed one only where it truly stands."""

from random import Random

import pytest
from hypothesis import given, settings, strategies as st
from mutating_quotes import LANGUAGES, archived, mutated, rewritten, sentences, some_stretch, some_text
from reading_quotes import plain, stands

from diplotimeline.quotes.verify import ArchivedText

SEEDS = st.integers(0, 2**32)
EXAMPLES = settings(max_examples=30)  # 300 for each property: thirty in each of ten languages


def found(text: str, quote: str) -> bool:
    """Whether the tool finds the quote, with no words left out."""
    return ArchivedText(text).verdict(quote) in ("exact", "folded")


def test_there_are_ten_languages_with_eight_sentences_each() -> None:
    assert len(LANGUAGES) == 10
    assert all(len(sentences(language)) >= 8 for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@EXAMPLES
@given(seed=SEEDS)
def test_a_true_quote_is_found_however_the_archive_has_it(language: str, seed: int) -> None:
    random = Random(seed)
    text = some_text(random, language)
    quote = rewritten(random, some_stretch(random, text))

    assert found(archived(random, text), quote)


@pytest.mark.parametrize("language", LANGUAGES)
@EXAMPLES
@given(seed=SEEDS)
def test_a_changed_quote_passes_only_where_it_truly_stands(language: str, seed: int) -> None:
    random = Random(seed)
    text = some_text(random, language)
    quote = mutated(random, some_stretch(random, text), text)
    archive = archived(random, text)
    has_words = any(map(str.isalnum, plain(quote)))

    assert found(archive, quote) == (has_words and stands(archive, quote))
