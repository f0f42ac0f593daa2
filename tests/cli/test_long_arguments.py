"""Of an argument no message repeats more than 200 characters, whatever is wrong with it."""

import re
from pathlib import Path

import pytest
from calling import call
from made_up import BUNDLED

MOST = 200
# Each says one thing all along, so that a stretch of it is known wherever it stands.
LONG = {
    "one letter": "x" * 5000,
    "words": "no such thing " * 300,
    "figures": "".join(map(str, range(1000, 3000))),
    "signs that are shown by numbers": "\x1b\u202e" * 300,
    "line ends": "\n" * 300,
    "quotation marks": 'it\'s "so" \\ ' * 100,
    "Armenian": "Հայաստան " * 100,
    "parts": "aa+" * 300,
    "a list": ",".join(f"v{number}" for number in range(400)),
}
CALLS = {
    "a command": ("{}",),
    "a command that looks like a file": ("{}.yaml",),
    "a file": ("show", "{}"),
    "a file of a name": ("check", "{}.yaml"),
    "an option": ("show", "--{}"),
    "an option with a value": ("show", "--from={}"),
    "an actor": ("show", "-a", "{}"),
    "an actor together with another": ("show", "-a", "armenia+{}"),
    "a source": ("stats", "-s", "{}"),
    "a type": ("show", "-t", "{}"),
    "a status": ("show", "--status", "{}"),
    "a tag": ("export", "-f", "csv", "--tag", "{}"),
    "words": ("show", BUNDLED, "-g", "{}"),
    "a day": ("show", "--on", "{}"),
    "a first day": ("show", "--from", "2022-{}"),
    "a type since which time is counted": ("stats", "--since-last", "{}"),
    "a format": ("export", "-f", "{}"),
    "an ending": ("export", "-o", "my.{}"),
    "a folder that is not there": ("export", "-o", "{}/my.csv"),
    "rows": ("export", "-f", "csv", "--rows", "{}"),
    "a format of check": ("check", "-f", "{}"),
    "a rule": ("check", "--explain", "{}"),
    "a voice": ("compare", "{}", "armenia"),
    "a kind of voice": ("compare", "armenia", "source:{}"),
    "a new file": ("new", "{}"),
    "a new file in no folder": ("new", "nowhere/{}.yaml"),
    "a statement": ("draft", "{}", "--date", "2022-10-06"),
    "the day of a statement": ("draft", "-", "--date", "{}"),
    "an id": ("draft", "-", "--date", "2022-10-06", "--source", "{}_"),
    "one word too many": ("schema", "{}"),
}


def repeats_more(argument: str, message: str) -> bool:
    """Whether the message repeats too long a stretch of the argument, numbers of signs read back."""
    said = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), message)
    return any(said[start : start + MOST + 1] in argument for start in range(len(said) - MOST))


@pytest.mark.parametrize("argument", LONG.values(), ids=LONG)
def test_no_message_repeats_a_long_argument(tmp_path: Path, argument: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for what, words in CALLS.items():
        answer = call(*(word.replace("{}", argument) for word in words), stdin="They met.")

        assert answer.code == 2 or what == "words", what
        assert answer.err.strip(), what
        assert not repeats_more(argument, answer.err), what
        assert len(answer.err) < 9 * MOST * len("\\u{202e}"), what  # that often at most, if all are numbers


@pytest.mark.parametrize("length", [1, 100, MOST])
def test_what_is_no_longer_stands_there_whole(length: int) -> None:
    argument = "y" * length

    assert f"'{argument}'" in call("show", "-a", argument).err
    assert "…" not in call("show", "-a", argument).err


@pytest.mark.parametrize("length", [MOST + 1, MOST + 50, 1000])
def test_what_is_longer_is_cut_with_a_sign(length: int) -> None:
    assert f"'{'y' * MOST}…'" in call("show", "-a", "y" * length).err


def test_a_long_path_is_written_and_only_cut_in_what_is_said(tmp_path: Path) -> None:
    path = tmp_path / ("folder" * 20) / ("name" * 40 + ".csv")
    path.parent.mkdir()
    answer = call("export", BUNDLED, "-o", path)

    assert answer.code == 0
    assert path.read_bytes()
    assert str(path)[:MOST] + "… (13 events)" in answer.err


def test_an_argument_of_a_hundred_kilobytes_is_answered_at_once() -> None:
    assert len(call("show", "-a", "ab" * 50_000).err) < 1000
