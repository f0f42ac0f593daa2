"""The command line on files and arguments that mean harm: an answer soon, in little memory, without a raw sign."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import SECONDS, MeasuredAnswer, answers
from hostile_files import ESCAPE, FILES, SPECIAL
from together import together
from written import SMALLEST, write

from diplotimeline.characters import FORBIDDEN

SLOW = 2**15  # bytes
KIBIBYTES = 2**20  # 1 GiB, of what a process really uses
EXPORT = ("export", "-f", "csv")
COMMANDS = (("check",), ("show",), EXPORT)

DATA_ERRORS, WRONG_CALL = 1, 2
NAMES = (
    f"{ESCAPE}red.yaml",
    "a\nb.yaml",
    "::error::x.yaml",
    "\u202elmay.yaml",
    "[bold]x[/b].yaml",
    ":smile:.yaml",
    "no\udcfftext.yaml",
)
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "a command": (f"{ESCAPE}show",),
    "a file": ("show", f"{ESCAPE}x.yaml"),
    "a file with a line end": ("check", "x\n::error::y.yaml"),
    "a file that is no text": ("check", "x\udcff.yaml"),
    "an option": ("show", f"--{ESCAPE}"),
    "an actor": ("show", "-a", f"{ESCAPE}x"),
    "a day": ("show", "--from", f"{ESCAPE}2022"),
    "a type": ("export", "-f", "csv", "-t", f"{ESCAPE}call"),
    "a tag": ("show", "--tag", "[/b]\u2066x"),
    "a format": ("export", "-f", f"{ESCAPE}csv"),
    "an output": ("export", "-o", f"{ESCAPE}x.nothing"),
    "an output in no folder": ("export", "-o", f"no{ESCAPE}folder/x.csv"),
}  # fmt: skip


def assert_harmless(answer: MeasuredAnswer, code: int) -> None:
    """The code as it should be, words instead of a traceback, and nothing that takes control of a terminal."""
    shown = answer.out + answer.err

    assert answer.code == code, shown[-2000:]
    assert "Traceback" not in shown
    assert not FORBIDDEN.search(shown)
    assert not [line for line in shown.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert answer.seconds < SECONDS
    assert answer.memory < KIBIBYTES


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Every hostile file, by its name."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, hostile in FILES.items():
        write(folder / f"{name}.yaml", hostile.data())
    yield folder
    for path in folder.iterdir():  # some are large
        path.unlink()


@pytest.fixture(scope="module")
def quick(hostile_folder: Path) -> list[str]:
    """The names of those that are soon read; every command reads files as `check` does, which reads all."""
    return [name for name in FILES if (hostile_folder / f"{name}.yaml").stat().st_size < SLOW]


@pytest.fixture(scope="module")
def refusals(hostile_folder: Path, quick: list[str]) -> dict[tuple[str, str], MeasuredAnswer]:
    """What `check` says of each hostile file, and `show` of each that is soon read; a process for each command."""
    found: dict[tuple[str, str], MeasuredAnswer] = {}
    for command, names in (("check", FILES), ("show", quick)):
        told = answers([(command, f"{name}.yaml") for name in names], hostile_folder)
        found |= {(command, name): answer for name, answer in zip(names, told, strict=True)}
    return found


@together("name", FILES)
def test_a_hostile_file_is_refused_at_its_line(refusals: dict[tuple[str, str], MeasuredAnswer], name: str) -> None:
    check = refusals["check", name]

    assert_harmless(check, DATA_ERRORS)
    assert check.out.startswith(f"{name}.yaml:{FILES[name].line}:")
    assert f"[{FILES[name].rule}]" in check.out.partition("\n")[0]
    if show := refusals.get(("show", name)):
        assert_harmless(show, DATA_ERRORS)
        assert (show.out, show.err) == ("", check.out)


def test_hostile_files_are_not_exported(hostile_folder: Path, quick: list[str]) -> None:
    names = [f"{name}.yaml" for name in quick]
    (answer,) = answers([(*EXPORT, *names)], hostile_folder)

    assert_harmless(answer, DATA_ERRORS)
    assert answer.out == ""
    assert answer.err.startswith(f"{min(names)}:")
    assert f"{len(names)} files checked: " in answer.err


@pytest.mark.parametrize("name", SPECIAL)
def test_what_is_no_file_is_refused_by_its_name(special_answers: dict[str, list[MeasuredAnswer]], name: str) -> None:
    for answer in special_answers[name]:
        assert_harmless(answer, WRONG_CALL)
        assert f"{name}.yaml" in answer.err
        assert SPECIAL[name].words in answer.err
        assert not answer.out


@pytest.fixture(scope="module")
def special_answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[MeasuredAnswer]]:
    """What every command says of each thing that is no file."""
    folder = tmp_path_factory.mktemp("special")
    for name, special in SPECIAL.items():
        special.make(folder / f"{name}.yaml")
    told = answers([(*command, f"{name}.yaml") for name in SPECIAL for command in COMMANDS], folder)
    return {name: told[place * 3 : place * 3 + 3] for place, name in enumerate(SPECIAL)}


def test_hostile_file_names_are_shown_harmless(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path / name, "title: a\nsummary: \0\n")
    for answer in answers([(*command, *NAMES) for command in COMMANDS], tmp_path):
        assert_harmless(answer, DATA_ERRORS)
        assert (answer.out + answer.err).count(".yaml:2:10: error:") == len(NAMES)


def test_hostile_file_names_in_a_folder_are_shown_harmless(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path / name, "repos: []\n")
    write(tmp_path / "a.yaml", f"{SMALLEST}    actors: [a]\n")
    for answer in answers([(*command, ".") for command in COMMANDS], tmp_path):
        assert_harmless(answer, DATA_ERRORS)
        assert answer.err.count("Passed over") == len(NAMES)


@pytest.fixture(scope="module")
def argument_answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeasuredAnswer]:
    """What is said of each hostile argument."""
    folder = tmp_path_factory.mktemp("arguments")
    write(folder / "timelines/a.yaml", SMALLEST)
    return dict(zip(ARGUMENTS, answers(ARGUMENTS.values(), folder), strict=True))


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_hostile_argument_is_shown_harmless(argument_answers: dict[str, MeasuredAnswer], name: str) -> None:
    assert_harmless(argument_answers[name], WRONG_CALL)
    assert argument_answers[name].err


def test_an_archived_text_with_escape_sequences_is_shown_harmless(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", f"They{ESCAPE} can\x07 not agree\u202e at\n::error::all.\n")
    quoted = (
        SMALLEST.replace("{title: Readout}", "{title: Readout, file: text.txt}") + "    quote: They can agree at all\n"
    )
    write(tmp_path / "a.yaml", quoted)
    for answer in answers([(*command, "a.yaml") for command in COMMANDS], tmp_path):
        assert_harmless(answer, DATA_ERRORS)
        assert "quote-not-in-source" in answer.out + answer.err
