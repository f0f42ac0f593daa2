"""Did you mean? The nearest known word."""

import pytest

from diplotimeline.suggest import LONGEST_COMPARED, closest, is_state

KNOWN = ("armenia", "iran", "tavoria", "armenian-forces")


def test_a_long_word_is_compared_by_its_beginning() -> None:
    known = ["a" * LONGEST_COMPARED + "x" * 100, "armenia"]

    assert closest("a" * LONGEST_COMPARED + "y" * 100_000, known) == known[0]
    assert closest("armenja", known) == "armenia"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("armenja", "armenia"), ("armnia", "armenia"), ("armmenia", "armenia"), ("amrenia", "armenia"), ("Irann", "iran"),
     ("tavorja", "tavoria"), ("Tavroia", "tavoria"), ("armenian-force", "armenian-forces")],
)  # fmt: skip
def test_a_slip_of_one_letter_is_a_state(typed: str, meant: str) -> None:
    assert closest(typed, KNOWN, {"tavoria"}) == meant


@pytest.mark.parametrize(
    "typed", ["America", "Romania", "Albania", "Iraq", "Oman", "Tavaro", "Tavorian", "irn", "armeniax"]
)
def test_no_state_is_taken_for_another(typed: str) -> None:
    assert closest(typed, KNOWN, {"tavoria"}) in ("", "armenian-forces")


@pytest.mark.parametrize("name", ["Côte d’Ivoire", "south-korea", "The Gambia", "Guinea-Bissau", "TÜRKİYE", "USA"])
def test_a_state_is_known_by_its_name(name: str) -> None:
    assert is_state(name)
