"""Signs of scripts that are written without blanks are found without compiling all of them for every text."""

import re
import sys
import unicodedata

from hypothesis import given, strategies as st

from diplotimeline.quotes.layout import (
    BETWEEN_LINES,
    BLANKLESS,
    FULL_WIDTH,
    INVISIBLE,
    LIGATURES,
    SUPERSCRIPT,
    UNCOMMON,
    has_blankless,
    marked,
    perhaps_blankless,
)

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


def test_signs_that_are_not_looked_at_more_closely_stay_as_they_are() -> None:
    common = [sign for sign in map(chr, range(0x10000)) if not UNCOMMON.match(sign)]

    assert not [sign for sign in common if unicodedata.category(sign)[0] == "M" or sign in (*LIGATURES, "\u00ad")]
    rare = re.compile(f"{INVISIBLE}|{SUPERSCRIPT}")
    assert not [sign for sign in common if rare.match(sign) or has_blankless(sign)]
    assert all(unicodedata.is_normalized("NFC", sign) for sign in common)


def test_every_kind_of_white_space_is_one_blank() -> None:
    kinds = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace() and sign != "\f"]

    assert [sign for sign in kinds if marked(f"one{sign}{sign} two") != "one two"] == []
