"""The filters as options: what they keep, and which of them are refused."""

import pytest
from calling import call
from made_up import BUNDLED

FILTERS = {
    "an actor by name": (["-a", "United States"], 4),
    "an actor by alias": (["-a", "usa"], 4),
    "an actor by the name of a capital": (["-a", "Baku"], 10),
    "any of two actors": (["-a", "blinken", "--actor", "sullivan"], 2),
    "all of two actors": (["-a", "mirzoyan+bayramov"], 2),
    "--from and --to": (["--from", "2022-10-01", "--to", "4 October 2022"], 7),
    "--since and --until": (["--since", "2022-10-01", "--until", "4 October 2022"], 7),
    "--on": (["--on", "2022-10-04"], 5),
    "a type": (["-t", "meeting"], 2),
    "any of two types": (["-t", "meeting", "--type", "call"], 3),
    "a source": (["-s", "eu-2022-10-06"], 3),
    "a status": (["--status", "confirmed"], 2),
    "words": (["-g", "WHITE house"], 1),
    "an event": (["--id", "2022-10-04-trilateral-call"], 1),
    "any of two events": (["--id", "2022-10-04-trilateral-call", "--id", "2022-10-02-geneva-meeting"], 2),
    "two events in one value": (["--id", "2022-10-04-Trilateral-Call,2022-10-02-geneva-meeting"], 2),
    "an event of another type": (["--id", "2022-10-04-trilateral-call", "-t", "call"], 1),
}
NEAR = "1 approximate event lies near: c. Sep 2022\n"


@pytest.mark.parametrize(("args", "count"), FILTERS.values(), ids=FILTERS)
def test_both_commands_take_the_filter(args: list[str], count: int) -> None:
    shown, exported = call("show", "-1", BUNDLED, *args), call("export", "-f", "jsonl", BUNDLED, *args)

    dated = args[0] in ("--from", "--since", "--on")
    assert (shown.code, exported.code) == (0, 0)
    assert shown.err == (NEAR if dated else "")
    assert exported.err == (f"{NEAR}Perhaps in this range: 3 of {count} events.\n" if dated else "")
    assert len(shown.out.splitlines()) == len(exported.out.splitlines()) == count


KNOWN_BY = ("--known-by", "2022-10-05")


@pytest.mark.parametrize(
    "args",
    [
        ("show", "-1"), ("show", "--count"), ("export", "-f", "csv"), ("export", "-f", "ics"), ("stats", "--json"),
        ("stats", "--since-last", "call", "--as-of", "2022-10-05"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_has_no_head_tells_on_standard_error_by_what_day_the_events_are_known(args: tuple[str, ...]) -> None:
    known, whole = call(*args, BUNDLED, *KNOWN_BY), call(*args, BUNDLED)

    assert known.err.splitlines()[0] == "As known by 5 Oct 2022."
    assert "known by" not in whole.err


@pytest.mark.parametrize("args", [("show",), ("stats",), ("show", "--lanes")], ids=" ".join)
def test_a_head_tells_by_what_day_the_events_are_known(args: tuple[str, ...]) -> None:
    known = call(*args, BUNDLED, *KNOWN_BY)

    assert "as known by 5 Oct 2022" in " ".join(known.out.split())
    assert known.err == ""


@pytest.mark.parametrize("more", [(), ("--table",)])
def test_a_memo_tells_by_what_day_its_events_are_known(more: tuple[str, ...]) -> None:
    memo = call("export", "-f", "markdown", *more, BUNDLED, *KNOWN_BY)

    assert memo.out.split("\n\n")[1] == "As known by 5 October 2022."
    assert "known by" not in call("export", "-f", "markdown", *more, BUNDLED).out


@pytest.mark.parametrize("name", ["United States", "usa", "US"])
def test_show_takes_an_actor_by_any_name(name: str) -> None:
    assert call("show", BUNDLED, "-a", name) == call("show", BUNDLED, "-a", "united-states")


@pytest.mark.parametrize("option", ["--from", "--to", "--on", "--grep"])
@pytest.mark.parametrize("given", ["", " "])
def test_an_empty_filter_is_a_wrong_call(option: str, given: str) -> None:
    answer = call("show", BUNDLED, option, given)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"Error: {option} is empty\n")


@pytest.mark.parametrize(
    "args",
    [
        ("show", "--to", "2022", "--until", "2023"), ("stats", "--from", "2022", "--since", "2022"),
        ("export", "-f", "csv", "--format", "csv"), ("export", "-o", "a.csv", "-o", "b.csv"),
        ("stats", "--since-last", "call", "--since-last", "call"), ("check", "-f", "json", "-f", "full"),
        ("stats", "--since-last", "call", "--as-of", "2022-10-06", "--as-of", "2022-10-07"),
    ],
)  # fmt: skip
def test_an_option_for_one_value_is_given_once(args: tuple[str, ...]) -> None:
    answer = call(*args, BUNDLED)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Error: --")
    assert " was given twice\n" in answer.err


def test_a_flag_may_be_repeated_and_lists_add_up() -> None:
    assert call("show", "-1", "-1", "-r", "-r", BUNDLED) == call("show", "-1r", BUNDLED)
    twice = call("show", "-1", BUNDLED, "-g", "geneva", "-g", "trilateral", "--on", "2022-10-02", "--on", "2022-10-04")
    assert len(twice.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (["--on", "2022-09-27..2022-10-02"], ["--from", "2022-09-27", "--to", "2022-10-02"]),
        (["--on", "27 Sep – 2 Oct 2022"], ["--from", "2022-09-27", "--to", "2022-10-02"]),
        (["--from", "autumn 2022"], ["--from", "2022-09-01"]),
        (["--on", "2022-10-01/.."], ["--from", "2022-10"]),
        (["--from", "2022-09", "--to", "today"], ["--from", "2022-09"]),
        (["--from", "-99999d"], ["--from", "1900"]),
    ],
)
def test_dates_have_many_forms(typed: list[str], plain: list[str]) -> None:
    assert call("show", "-1", BUNDLED, *typed) == call("show", "-1", BUNDLED, *plain)
