"""Signs of scripts that are written without blanks are found without compiling all of them for every text."""

import re

from hypothesis import given, strategies as st

from diplotimeline.quotes.layout import BETWEEN_LINES, BLANKLESS, FULL_WIDTH, has_blankless, perhaps_blankless

EVERYTHING = "".join(map(chr, range(0x110000)))
signs = st.sampled_from("a1 \n“—ა" + "ก亚カ。，၀")


def test_no_sign_that_changes_the_ends_of_lines_is_passed_over() -> None:
    needed = re.findall(f"[{BLANKLESS}{FULL_WIDTH}]", EVERYTHING)

    assert [sign for sign in needed if not perhaps_blankless(sign)] == []


def test_most_texts_need_no_closer_look() -> None:
    assert not perhaps_blankless("“Ardelia” — said, l’État; Тавория: Հայաստան, عربي … €12 → №5 ½")


@given(text=st.text() | st.text(signs))
def test_a_text_has_such_a_sign_if_the_list_names_one(text: str) -> None:
    assert has_blankless(text) is any(re.fullmatch(f"[{BLANKLESS}]", sign) for sign in text)


@given(text=st.text(signs))
def test_without_such_a_sign_no_line_ends_beside_one(text: str) -> None:
    assert perhaps_blankless(text) or not re.search(BETWEEN_LINES, text)
