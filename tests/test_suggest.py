"""Did you mean? The nearest known word."""

from diplotimeline.suggest import LONGEST_COMPARED, closest


def test_a_long_word_is_compared_by_its_beginning() -> None:
    known = ["a" * LONGEST_COMPARED + "x" * 100, "armenia"]

    assert closest("a" * LONGEST_COMPARED + "y" * 100_000, known) == known[0]
    assert closest("armenja", known) == "armenia"
