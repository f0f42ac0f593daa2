"""Words looked for in archived texts: what is found, in which sentence, and that it can be pasted as a quote."""

import re

import pytest
from hypothesis import example, given, settings, strategies as st
from together import together

from diplotimeline import CallError
from diplotimeline.quotes.search import LONGEST_SENTENCE, find_words
from diplotimeline.quotes.verify import ArchivedText
from diplotimeline.record.chronology import Archived, Timeline


def found(text: str, words: str) -> list[str]:
    return [one.sentence for one in find_words(Timeline(archive={"a": Archived(text)}), words)]


SENTENCES = "The envoys met in Orn. They did not agree. Gen. Alt of the U.S. Army left."


@together(
    ("text", "words", "right"),
    [
        (SENTENCES, "MET in orn", ["The envoys met in Orn."]),
        (SENTENCES, "agree", ["They did not agree."]),
        (SENTENCES, "army", ["Gen. Alt of the U.S. Army left."]),
        (SENTENCES, "Orn. They", ["The envoys met in Orn. They did not agree."]),
        (SENTENCES, "envoy", ["The envoys met in Orn."]),
        (SENTENCES, "nvoys", []),
        ("There were 1,207 of them, 207 more.", "207", ["There were 1,207 of them, 207 more."]),
        ("There were 1,207 of them.", "207", []),
        ("There were 2075 of them.", "207", []),
        ("A HEADING\n\nThe envoys met.\n\nThey left", "envoys", ["The envoys met."]),
        ("A HEADING\n\nThe envoys met.\n\nThey left", "they LEFT", ["They left"]),
        ("The en-\nvoys met the\nother side. They left.", "envoys met the", ["The envoys met the other side."]),
        ("The in-\nspection went on. An inspection ended.", "Inspection",
         ["The inspection went on.", "An inspection ended."]),
        ("O’Dalin met Işık in the “zone”.", "o'dalin met isik", ['O\'Dalin met Işık in the "zone".']),
        ("The envoys met in the zone.1 They left.2", "zone", ["The envoys met in the zone."]),
        ("A cease-\nfire of Orn-\nAlt and 5-\n7 men.", "ceasefire", ["A ceasefire of Orn-Alt and 5-7 men."]),
        ("Approx. five men left. Nobody came.", "five", ["Approx. five men left."]),
        ("Yes. Yes! Yes?", "yes", ["Yes.", "Yes!", "Yes?"]),
        ("The same words. The same words.", "same words", ["The same words.", "The same words."]),
        ("One word one word one word.", "word", ["One word one word one word."]),
        ("代表团于5月2日会面。随后离开。", "会面", ["代表团于5月2日会面。"]),
        ("Բանակցությունները սկսվեցին։ Նրանք մեկնեցին։", "նրանք", ["Նրանք մեկնեցին։"]),
        ("The envoys met.\n\f- 2 -\n\nThey left.", "they", ["They left."]),
    ],
)  # fmt: skip
def test_words_are_found_in_their_sentences(text: str, words: str, right: list[str]) -> None:
    assert found(text, words) == right


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("One two three.\n\fFour five six.", "five", "p. 2"),
        ("One two three.\n- 7 -\n\fFour five six.\n- 8 -\n", "five", "p. 8"),
        ("One two\n\fthree four.", "two three", "pp. 1–2"),
        ("one two three", "two", ""),
    ],
)
def test_the_page_is_that_of_the_sentence(text: str, words: str, at: str) -> None:
    (passage,) = find_words(Timeline(archive={"a": Archived(text)}), words)

    assert (passage.source, passage.at) == ("a", at)


def test_every_source_that_names_a_text_is_told_and_one_without_is_passed_over() -> None:
    same = Archived("The envoys met.")
    archive = {"a": same, "b": Archived(None, "source-file-missing"), "c": same}

    assert [one.source for one in find_words(Timeline(archive=archive), "met")] == ["a", "c"]


def test_of_a_text_without_sentences_the_words_around_are_told() -> None:
    (sentence,) = found("word " * 5_000 + "here we are" + " word" * 5_000, "here we are")

    assert len(sentence) <= LONGEST_SENTENCE
    assert re.fullmatch(r"(word )+here we are( word)+", sentence)


def test_many_false_starts_hide_nothing() -> None:
    assert found("for " * 30_000 + "for. Men or women.", "or") == ["Men or women."]


@pytest.mark.parametrize("words", ["", " ", ".", "…", "\u200b"])
def test_without_a_word_nothing_is_looked_for(words: str) -> None:
    with pytest.raises(CallError, match="there is no word"):
        found("The envoys met.", words)


PIECES = st.sampled_from(
    ["Envoys", "met", "in-\n", "5 – 7", "1 207", "twenty-four", "not", "zone.1 The", "U.S.", "end.", "Next", "\n\n",
     "\n", "\f", "ﬁnal", "„Orn“", "3/4", "会面。", "don’t", "-5", "A."]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from([" ", ""]), st.integers(0, 1))
@example(["Envoys", "5 – 7"] * 100, " ", 0)
def test_what_is_found_can_be_quoted(pieces: list[str], between: str, number: int) -> None:
    text = between.join([*pieces, " One. The envoys met "] * (1 + number))
    sentences = found(text, "envoys MET")

    assert sentences
    for sentence in sentences:
        assert "envoys met" in sentence.casefold()
        assert ArchivedText(text).verdict(sentence) in ("exact", "folded"), sentence


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Envoys met.", "They left, and met.", "Nobody came."]), max_size=8))
def test_plain_sentences_are_found_as_often_as_they_stand(sentences: list[str]) -> None:
    assert found(" ".join(sentences), "met") == [one for one in sentences if "met" in one]
