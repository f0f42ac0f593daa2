"""Help for a quote that is absent: the nearest passage, what differs in brackets, and nothing where nothing is near."""

import pytest

from diplotimeline.quotes.nearest import LONGEST_QUOTE, MOST_PLACES, Passages

TEXT = Passages(
    "Mr. Chair, the two sides met in Vienna on 4 October and did not agree to meet again soon. They left early."
)
# The quote, what the text has, what the quote has: differing words in brackets.
DIFFERENCES = {
    "another number": (
        "two sides met in Vienna on 5 October", "two sides met in Vienna on [4] October",
        "two sides met in Vienna on [5] October"),
    "a dropped 'not'": ("did agree to meet again", "did [not] agree to meet again", "did [] agree to meet again"),
    "an added word": ("the two sides never met", "the two sides [] met", "the two sides [never] met"),
    "another word near the beginning": ("Mr. Speaker, the two sides", "Mr. [Chair,] the two sides",
        "Mr. [Speaker,] the two sides"),
    "several words": ("two a sides b met c in", "two [] sides [] met [] in", "two [a] sides [b] met [c] in"),
    "words behind the end": ("again soon. They left early. And then", "again soon. They left early. []",
        "again soon. They left early. [And then]"),
    "words before the beginning": ("And so Mr. Chair, the two", "[] Mr. Chair, the two", "[And so] Mr. Chair, the two"),
    "another case": ("did not Agree to", "did not [agree] to", "did not [Agree] to"),
    "punctuation": ("and did not (agree) to meet", "and did not [agree] to meet", "and did not [(agree)] to meet"),
    "no sign behind the last word": ("Agree to meet again soon", "[agree] to meet again soon.",
        "[Agree] to meet again soon"),
    "another first word": ("Most two sides met", "[the] two sides met", "[Most] two sides met"),
    "passages that are joined": ("two sides […] met in Paris", "two sides met in [Vienna]",
        "two sides met in [Paris]"),
}  # fmt: skip


def numbered(start: int, end: int) -> str:
    return " ".join(f"w{number}" for number in range(start, end))


@pytest.mark.parametrize(("quote", "there", "here"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_nearest_passage_is_shown_with_what_differs(quote: str, there: str, here: str) -> None:
    assert TEXT.difference(quote) == f"the text has “{there}”, the quote “{here}”"


@pytest.mark.parametrize(
    "quote", ["", "zebra", "zebra quagga giraffe", "zebra the quagga giraffe lion", "Vienna zebra quagga giraffe"]
)
def test_nothing_is_shown_where_nothing_is_near(quote: str) -> None:
    assert TEXT.difference(quote) == ""


def test_a_third_of_the_words_is_near_enough() -> None:
    assert TEXT.difference("zebra sides quagga").startswith("the text has “")
    assert TEXT.difference("zebra sides quagga giraffe") == ""


def test_the_passage_with_the_most_words_at_their_places_is_nearest() -> None:
    text = Passages("They met early. They met late in Vienna. They met again in Vienna, late.")

    assert text.difference("They met late in Paris") == (
        "the text has “They met late in [Vienna.]”, the quote “They met late in [Paris]”"
    )


def test_words_that_stand_everywhere_do_not_count() -> None:
    often, too_often = (Passages("common " * number + "end") for number in (MOST_PLACES, MOST_PLACES + 1))

    assert often.difference("common y") != ""
    assert too_often.difference("common y") == ""
    assert too_often.difference("common end y") != ""


def test_long_stretches_that_agree_are_cut() -> None:
    text, quote = numbered(0, 70), numbered(0, 30) + " x " + numbered(31, 70)
    left, right = numbered(0, 30), f"{numbered(31, 46)} … {numbered(55, 70)}"

    assert Passages(text).difference(quote) == f"the text has “{left} [w30] {right}”, the quote “{left} [x] {right}”"


def test_a_long_quote_is_looked_at_from_its_beginning() -> None:
    text = numbered(0, LONGEST_QUOTE + 50)

    assert "[x]" in Passages(text).difference(numbered(0, LONGEST_QUOTE - 1) + " x")
    assert "[x]" not in Passages(text).difference(numbered(0, LONGEST_QUOTE) + " x")


# Texts of two passages, first one with two words of the quote at their places, then one with three that have drifted.
DRIFTS = {
    "two words more between each": ("a b c", "a b q r s t u v w a x y b z f c", 11),
    "two words fewer between each": ("a g h b i j c", "q r s a t u b v w x y z a b c", 10),
    "one word more after the first": ("a b c", "a b q r s t u v w a x b c", 10),
    "one word more before the last": ("a b c", "a b q r s t u v w a b x c", 9),
    "no third passage": ("a b c", "a b q r s t u v w a b q r s", 0),
}


@pytest.mark.parametrize(("quote", "text", "place"), DRIFTS.values(), ids=DRIFTS)
def test_words_may_have_drifted_by_two_places_each_way(quote: str, text: str, place: int) -> None:
    assert Passages(text).nearest(quote.split()) == place
