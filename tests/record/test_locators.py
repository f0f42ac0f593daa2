"""Which pages a locator names: those that it surely means, and none for anything else."""

import pytest
from hypothesis import given, strategies as st

from diplotimeline.record.locators import pages_of


@pytest.mark.parametrize(
    ("locator", "pages"),
    [
        ("p. 12", [12]),
        ("P.12", [12]),
        ("page 12", [12]),
        ("pp. 3–4", [3, 4]),
        ("pp. 3-5", [3, 4, 5]),
        ("pp. 123–5", [123, 124, 125]),
        ("pp. 3, 7–8", [3, 7, 8]),
        ("pages 3 and 5", [3, 5]),
        ("p. 3 f.", [3, 4]),
        ("p. 12, para. 3", [12]),
        ("p. 12 (annex 2)", [12]),
    ],
)
def test_pages_are_read(locator: str, pages: list[int]) -> None:
    assert [page for stretch in pages_of(locator) for page in stretch] == pages


@pytest.mark.parametrize(
    "locator", ["para. 7", "00:14:05", "p. iv", "p. 12a", "p. 1.2", "pp. 5–3", "12", "map 3", "paragraph 4", ""]
)
def test_what_names_no_page_in_figures_names_none(locator: str) -> None:
    assert pages_of(locator) == ()


def test_the_following_pages_have_no_end() -> None:
    (pages,) = pages_of("p. 3 ff.")

    assert 2 not in pages
    assert 3 in pages
    assert 4000 in pages


@given(st.integers(1, 9999), st.integers(0, 300))
def test_a_stretch_has_all_its_pages_however_its_end_is_shortened(first: int, more: int) -> None:
    last = first + more
    alike = next((n for n, (one, two) in enumerate(zip(str(first), str(last), strict=False)) if one != two), 0)
    same_length = len(str(first)) == len(str(last)) and more > 0
    shortened = str(last)[alike:] if same_length else str(last)

    for end in {str(last), shortened}:
        assert pages_of(f"pp. {first}–{end}") == (range(first, last + 1),)
