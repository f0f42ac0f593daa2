"""`show`: which view is printed, and how wide."""

import pytest
from calling import call, on_a_terminal
from made_up import BUNDLED
from rich.cells import cell_len


def test_one_line_per_event_is_cut_on_a_terminal_and_nowhere_else() -> None:
    _, seen = on_a_terminal("show", "-1", BUNDLED, columns=60, TERM="dumb")
    piped = call("show", "-1", BUNDLED, COLUMNS="60").out.splitlines()

    assert max(map(cell_len, seen.splitlines())) == 60
    assert all(whole.startswith(cut.removesuffix("…")) for cut, whole in zip(seen.splitlines(), piped, strict=True))
    assert max(map(cell_len, piped)) > 120


@pytest.mark.parametrize("columns", ["999999999", "9" * 20])
def test_a_picture_is_never_wider_than_a_terminal_can_be(columns: str) -> None:
    answer = call("show", "--lanes", BUNDLED, COLUMNS=columns)

    assert answer == call("show", "--lanes", BUNDLED, COLUMNS="1000")


@pytest.mark.parametrize("other", ["--oneline", "--reverse", "--notes"])
def test_a_picture_has_no_lines_to_turn_round_or_to_add_to(other: str) -> None:
    answer = call("show", BUNDLED, "--lanes", other)

    assert (answer.code, answer.out) == (2, "")
    assert "--lanes cannot be used together with" in answer.err
