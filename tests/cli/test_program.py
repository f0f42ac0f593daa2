"""The program around the commands: help, what a wrong call is told, and what is no command at all."""

import re
from pathlib import Path

import pytest
from calling import Answer, call, wrong
from made_up import BUNDLED, event, write

import diplotimeline
from diplotimeline.cli.program import COMMANDS, OPTIONS

WRONG_CALLS = {
    "an unknown option": ("show", "--nonsense"),
    "an option without its value": ("show", "--actor"),
    "a file that is not there": ("show", "no-such-file.yaml"),
    "a folder without timelines": ("show", "."),
    "an unknown actor": ("show", BUNDLED, "-a", "azerbaijn"),
    "an unknown type": ("show", BUNDLED, "-t", "meetng"),
    "an unknown source": ("export", BUNDLED, "-f", "csv", "-s", "eu"),
    "an unknown status": ("show", BUNDLED, "--status", "true"),
    "an unknown tag": ("show", BUNDLED, "--tag", "x"),
    "an ambiguous date": ("show", BUNDLED, "--from", "04/10/2022"),
    "a date without a year": ("show", BUNDLED, "--from", "Sept 2"),
    "a word for a number": ("show", BUNDLED, "-n", "few"),
    "a number for a flag": ("show", BUNDLED, "--reverse=1"),
    "one argument of two": ("diff", BUNDLED),
    "no date": ("show", BUNDLED, "--on", "last week"),
    "a range that is reversed": ("show", BUNDLED, "--from", "2023", "--to", "2022"),
    "--on with --from": ("show", BUNDLED, "--on", "2022", "--from", "2022"),
    "--certain without a range": ("show", BUNDLED, "--certain"),
    "--notes with --oneline": ("show", BUNDLED, "-1", "--notes"),
    "neither a file nor a format": ("export", BUNDLED),
    "an unknown format": ("export", BUNDLED, "-f", "xls"),
    "an unknown ending": ("export", BUNDLED, "-o", "x.pdf"),
    "standard output without a format": ("export", BUNDLED, "-o", "-"),
    "an option of another format": ("export", BUNDLED, "-f", "json", "--excel"),
    "an unknown kind of rows": ("export", BUNDLED, "-f", "csv", "--rows", "sources"),
    "an argument that a command does not take": ("--version", "--nonsense"),
}
SYNONYMS = {
    "validate": "check", "lint": "check", "search": "find", "timeline": "show", "convert": "export",
    "shwo": "show", "chek": "check", "CHECK": "check",
}  # fmt: skip


@pytest.mark.parametrize("args", [(), ("--help",), ("-h",)], ids=["nothing", "--help", "-h"])
def test_help_is_printed_with_four_examples(args: tuple[str, ...]) -> None:
    answer = call(*args)
    examples = re.findall(r"^ +(diplotimeline .+)$", answer.out, re.MULTILINE)

    assert (answer.code, answer.err) == (0, "")
    assert len(examples) == 4
    assert tuple(re.findall(r"^  ([a-z]+)  ", answer.out, re.MULTILINE)) == tuple(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_the_help_of_each_says(command: str) -> None:
    listed = " ".join(call("--help").out.split())
    own = " ".join(call(command, "--help").out.split("\n\n")[1].split())

    assert own == COMMANDS[command]
    assert f" {command} {own} " in listed


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


@pytest.mark.parametrize("args", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert re.match(r"Error: \S.*[^\n]\n", wrong(*args))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("my.yaml", "not-there-yet.yml"):
        assert wrong(name) == f"Error: '{name}' is not a command. Did you mean 'diplotimeline show {name}'?\n"
    Path("folder").mkdir()

    assert "Did you mean 'diplotimeline show folder'?" in wrong("folder")
    assert f"Did you mean 'diplotimeline show {BUNDLED}'?" in wrong(BUNDLED)


@pytest.mark.parametrize(("word", "meant"), SYNONYMS.items(), ids=SYNONYMS)
def test_a_word_of_another_tool_is_answered_with_ours(word: str, meant: str) -> None:
    assert wrong(word) == f"Error: No such command '{word}'. Did you mean '{meant}'?\n"


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_of_another_tool_is_answered_with_ours(option: str) -> None:
    meant, words = OPTIONS[option]

    assert wrong("show", option) == f"Error: No such option: {option}\n  did you mean {words}?\n"
    assert meant in call("show", "--help").out
    assert "did you mean" not in wrong("rename", option)


def test_a_word_that_is_near_nothing_is_answered_with_all_commands() -> None:
    answer = wrong("qqqq")

    assert answer.startswith("Error: No such command 'qqqq'.")
    assert all(command in answer for command in COMMANDS)
