"""The first steps of a newcomer: what is typed before the manual is read, and what it is answered."""

import re
from pathlib import Path

import pytest
from calling import Answer, call
from made_up import BUNDLED, bundled, event, write

import diplotimeline
from diplotimeline.suggest import LONGEST_COMPARED, closest

TOTAL = len(bundled().events)
COMMANDS = ("show", "export", "check")
SYNONYMS = {
    "validate": "check",
    "lint": "check",
    "list": "show",
    "timeline": "show",
    "convert": "export",
    "shwo": "show",
    "chek": "check",
    "CHECK": "check",
}


def error(answer: Answer) -> str:
    """What a wrong call is told; nothing stands on standard output and there is no traceback."""
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    return answer.err


@pytest.mark.parametrize("args", [(), ("--help",), ("-h",)], ids=["nothing", "--help", "-h"])
def test_help_is_printed_with_four_examples(args: tuple[str, ...]) -> None:
    answer = call(*args)
    examples = re.findall(r"^ +(diplotimeline .+)$", answer.out, re.MULTILINE)

    assert (answer.code, answer.err) == (0, "")
    assert len(examples) == 4
    assert all(f"\n  {command} " in answer.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    answer = call(command, "--help")

    assert (answer.code, answer.err) == (0, "")
    assert f"diplotimeline {command}" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_the_examples_of_the_help_are_commands_that_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("my.yaml"), event(actors=["armenia"]), actors={"armenia": {"name": "Armenia"}})
    examples = re.findall(r"^ +diplotimeline (.+)$", call().out, re.MULTILINE)

    assert [call(*example.split()).code for example in examples] == [0] * 4


def test_the_version_is_that_of_the_library() -> None:
    assert call("--version") == Answer(0, f"diplotimeline {diplotimeline.__version__}\n", "")


def test_a_file_is_no_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("my.yaml", "not-there-yet.yml"):
        assert error(call(name)) == f"Error: '{name}' is not a command. Did you mean 'diplotimeline show {name}'?\n"
    Path("folder").mkdir()

    assert "Did you mean 'diplotimeline show folder'?" in error(call("folder"))
    assert f"Did you mean 'diplotimeline show {BUNDLED}'?" in error(call(BUNDLED))


@pytest.mark.parametrize(("word", "meant"), SYNONYMS.items(), ids=SYNONYMS)
def test_a_word_of_another_tool_is_answered_with_ours(word: str, meant: str) -> None:
    assert error(call(word)) == f"Error: No such command '{word}'. Did you mean '{meant}'?\n"


def test_a_word_that_is_near_nothing_is_answered_with_all_commands() -> None:
    answer = error(call("qqqq"))

    assert answer.startswith("Error: No such command 'qqqq'.")
    assert all(command in answer for command in COMMANDS)


@pytest.mark.parametrize("name", ["United States", "usa", "US"])
def test_show_takes_an_actor_by_any_name(name: str) -> None:
    assert call("show", BUNDLED, "-a", name) == call("show", BUNDLED, "-a", "united-states")


def test_a_filter_that_keeps_nothing_says_what_removed_how_many() -> None:
    assert call("show", BUNDLED, "--from", "2023") == Answer(0, "", f"No events: {TOTAL} of {TOTAL} are before 2023.\n")
    assert call("show", BUNDLED, "-t", "call", "--to", "2021").err == (
        "No events: 10 of 13 are after 2021; 3 of 3 are not of type call.\n"  # three are known by their end only
    )
    assert call("show", BUNDLED, "-a", "sullivan", "-t", "call").err == (
        f"No events: {TOTAL - 1} of {TOTAL} do not involve sullivan; 1 of 1 is not of type call.\n"
    )


def test_neither_a_file_nor_a_format_is_answered_with_both() -> None:
    assert re.match(r"Error: Say where or how: -o my\.\w+, or -f csv\.\n", error(call("export", BUNDLED)))


def test_an_unknown_ending_is_answered_with_the_known_ones() -> None:
    answer = error(call("export", BUNDLED, "-o", "x.pdf"))

    assert "x.pdf" in answer
    assert all(ending in answer for ending in (".csv", ".html", ".md", ".json", ".jsonl"))
    assert "a browser prints the .html to PDF" in answer
    assert "PDF" not in error(call("export", BUNDLED, "-o", "x.doc"))


def test_a_long_word_is_compared_by_its_beginning() -> None:
    known = ["a" * LONGEST_COMPARED + "x" * 100, "armenia"]

    assert closest("a" * LONGEST_COMPARED + "y" * 100_000, known) == known[0]
    assert closest("armenja", known) == "armenia"


def test_who_only_speaks_is_pointed_to_by_its_sources() -> None:
    answer = call("show", BUNDLED, "-a", "Human Rights Watch")

    assert answer.err == (
        f"No events: {TOTAL} of {TOTAL} do not involve Human Rights Watch.\n"
        "Human Rights Watch speaks in sources: --source hrw-2022-10-14\n"
    )
    assert "speaks in" not in call("show", BUNDLED, "-a", "armenia", "--from", "2030").err
