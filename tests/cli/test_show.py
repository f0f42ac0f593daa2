"""`show`: which view is printed, and how wide."""

import pytest
from calling import call, on_a_terminal, wrong
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


@pytest.mark.parametrize("more", [(), ("-r",), ("-t", "meeting,call"), ("-r", "-a", "armenia")], ids=" ".join)
@pytest.mark.parametrize("number", [1, 2, 3, 1000])
def test_so_many_are_shown_from_the_top(number: int, more: tuple[str, ...]) -> None:
    first, whole = call("show", "-1", BUNDLED, "-n", str(number), *more), call("show", "-1", BUNDLED, *more)
    lines = [[" ".join(line.split()) for line in answer.out.splitlines()] for answer in (first, whole)]

    assert (first.code, first.err) == (0, "")
    assert lines[0] == lines[1][:number]


def test_the_pictures_take_so_many_too() -> None:
    assert "\n2 events · " in call("show", BUNDLED, "-r", "-n", "2").out
    assert "\n2 events · " in call("show", BUNDLED, "--lanes", "-n", "2").out


@pytest.mark.parametrize("filters", [(), ("-t", "call"), ("--on", "2022-10-04"), ("--from", "2030")], ids=" ".join)
def test_the_count_is_the_number_of_lines(filters: tuple[str, ...]) -> None:
    lines, count = call("show", "-1", BUNDLED, *filters), call("show", "--count", BUNDLED, *filters)

    doubtful = sum("  ? " in line for line in lines.out.splitlines())
    told = f"Perhaps in this range: {doubtful} of {count.out.strip()} events.\n" if doubtful else ""
    assert (count.code, count.out, count.err) == (0, f"{len(lines.out.splitlines())}\n", lines.err + told)


@pytest.mark.parametrize("more", ["-1", "-r", "--lanes", "-n3"])
def test_a_count_is_no_picture(more: str) -> None:
    assert "--count cannot be used together with" in wrong("show", BUNDLED, "--count", more)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", ""])
def test_fewer_than_one_are_not_shown(number: str) -> None:
    assert wrong("show", BUNDLED, "-n", number)
    assert "-n was given twice" in wrong("show", BUNDLED, "-n", "1", "-n", "2")
