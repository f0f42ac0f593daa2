"""`show`: which view is printed, and how wide."""

from pathlib import Path

import pytest
from calling import call, on_a_terminal, wrong
from made_up import BUNDLED, event, write
from rich.cells import cell_len


def test_one_line_per_event_is_cut_on_a_terminal_and_nowhere_else() -> None:
    _, seen = on_a_terminal("show", "-1", BUNDLED, columns=120, TERM="dumb")
    piped = call("show", "-1", BUNDLED, COLUMNS="120").out.splitlines()

    assert max(map(cell_len, seen.splitlines())) == 120
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


@pytest.mark.parametrize("more", [("-1",), ("-r",), ("--lanes",), ("-n3",), ("--ids",), ("-1", "--ids")], ids=" ".join)
def test_a_count_is_no_picture(more: tuple[str, ...]) -> None:
    assert "--count cannot be used together with" in wrong("show", BUNDLED, "--count", *more)


@pytest.mark.parametrize("more", [(), ("-r",), ("-n", "2"), ("-t", "call")], ids=" ".join)
def test_the_id_stands_before_each_line(more: tuple[str, ...]) -> None:
    plain, lines = (call("show", "-1", BUNDLED, *more, *also).out.splitlines() for also in ((), ("--ids",)))
    ids = [line.split("  ")[0] for line in lines]

    assert [line.removeprefix(id).lstrip() for id, line in zip(ids, lines, strict=True)] == plain
    assert [call("show", "-1", BUNDLED, "--id", id).out.split() for id in ids] == [line.split() for line in plain]


@pytest.mark.parametrize("other", [(), ("--lanes",), ("-r",)])
def test_ids_stand_in_lines_alone(other: tuple[str, ...]) -> None:
    assert "--ids needs --oneline" in wrong("show", BUNDLED, "--ids", *other)


@pytest.mark.parametrize("more", [(), ("--known-by", "2022-10-06"), ("-t", "hostilities")], ids=" ".join)
@pytest.mark.parametrize("command", ["show", "show -r -n 1", "export -f markdown", "export -f html"])
def test_a_related_event_that_is_left_out_is_named_by_its_title(command: str, more: tuple[str, ...]) -> None:
    shown = call(*command.split(), BUNDLED, "--id", "2022-09-12-outbreak", *more).out
    words = " ".join(shown.replace("│", "").replace("\\", "").split())

    assert "Part of: Armenian and Azerbaijani forces fight for two days (not " in words


def test_an_event_that_nothing_is_called_is_a_wrong_call() -> None:
    assert "did you mean '2022-10-04-trilateral-call'?" in wrong("show", BUNDLED, "--id", "2022-10-04-trilateral-cal")
    assert "no event is called ''" in wrong("show", BUNDLED, "--id", "")


def test_an_event_that_was_not_known_is_no_unknown_one() -> None:
    answer = call("show", BUNDLED, "--id", "2022-10-04-trilateral-call", "--known-by", "2022-09-01")

    assert (answer.code, answer.out) == (0, "")
    assert "are not known from sources certainly issued by 2022-09-01" in answer.err


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", ""])
def test_fewer_than_one_are_not_shown(number: str) -> None:
    assert wrong("show", BUNDLED, "-n", number)
    assert "-n was given twice" in wrong("show", BUNDLED, "-n", "1", "-n", "2")


DATES = (
    "2022-09-30~",
    "2022-09-30~",
    "2022-09-13~",
    "[..2022-10-06]",
    "2022-10-02",
    "2022-11-01~",
    "2022-11~",
    "2022-10",
)


def ranged(folder: Path) -> str:
    return str(write(folder / "ranged.yaml", *(event(day, f"Event {n}") for n, day in enumerate(DATES))))


def test_near_events_are_named_and_the_list_is_bounded(tmp_path: Path) -> None:
    path = ranged(tmp_path)
    ranges = ("2022-09-12", "2022-10-01..2022-10-20", "2022-10")
    one, three, four = (call("show", "-1", path, "--on", days).err for days in ranges)

    assert one == "1 approximate event lies near: c. 13 Sep 2022\n"
    assert three == "3 approximate events lie near: c. 30 Sep 2022, c. 30 Sep 2022, c. Nov 2022\n"
    assert four == "4 approximate events lie near: c. 30 Sep 2022, c. 30 Sep 2022, c. Nov 2022 and 1 more\n"
    assert "near" not in call("show", "-1", path, "--on", "2022-10", "--certain").err


def test_near_events_are_named_where_nothing_is_kept(tmp_path: Path) -> None:
    answer = call("show", write(tmp_path / "a.yaml", event("2022-09-30~")), "--from", "2022-10-01")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err.splitlines() == [
        "No events: 1 of 1 is before 2022-10-01.", "1 approximate event lies near: c. 30 Sep 2022",
    ]  # fmt: skip


def test_the_count_has_what_lies_there_only_perhaps(tmp_path: Path) -> None:
    answer = call("show", ranged(tmp_path), "--count", "--on", "2022-10-06")

    assert (answer.code, answer.out) == (0, "2\n")
    assert answer.err.splitlines() == [
        "1 approximate event lies near: c. Nov 2022", "Perhaps in this range: 1 of 2 events.",
    ]  # fmt: skip
    assert call("show", ranged(tmp_path), "--count", "--on", "2022-10-06", "--certain").out == "0\n"
    assert call("show", ranged(tmp_path), "--count").err == ""


@pytest.mark.parametrize("number", range(1, 4))
@pytest.mark.parametrize("more", [(), ("-r",)])
def test_so_many_are_counted_with_the_block_last(tmp_path: Path, number: int, more: tuple[str, ...]) -> None:
    args = ("show", "-1", ranged(tmp_path), "--on", "2022-09", *more)
    first, whole = (call(*one).out.splitlines() for one in ((*args, "-n", str(number)), args))

    assert [line.split() for line in first] == [line.split() for line in whole[:number]]
