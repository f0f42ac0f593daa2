"""The command line on files and arguments that mean harm: an answer soon, in little memory, without a raw sign."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen
from threading import Timer

import pytest
from calling import environment
from hostile_files import ESCAPE, FILES, SPECIAL, Hostile, Special
from written import SMALLEST, write

from diplotimeline.characters import FORBIDDEN

SECONDS = 10
KIBIBYTES = 2**20  # 1 GiB, of what a process really uses
ADDRESSES = 4 * KIBIBYTES  # a process that reserves more than that is stopped before it hurts the machine
# The limit is set by a shell, which then becomes the process.
LIMITED = ("/bin/sh", "-c", f'ulimit -v {ADDRESSES} && exec "$@"', "sh", sys.executable, "-m", "diplotimeline")
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process gave, and the most memory it used, in KiB."""

    code: int
    out: str
    err: str
    memory: int


class Call:
    """A process with pipes replaced by files, so that several can run at the same time."""

    def __init__(self, args: tuple[str, ...], folder: Path) -> None:
        self.streams = [tempfile.TemporaryFile() for _ in ("out", "err")]  # noqa: SIM115 - closed with the answer
        out, err = self.streams
        self.process = Popen([*LIMITED, *args], stdin=DEVNULL, stdout=out, stderr=err, cwd=folder, env=environment())
        self.timer = Timer(SECONDS, self.process.kill)
        self.timer.start()

    def answer(self) -> Answer:
        """Waits; a process that takes too long is killed, which gives a code below zero."""
        _, status, used = os.wait4(self.process.pid, 0)
        self.timer.cancel()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in self.streams:
            stream.seek(0)
            texts.append(stream.read().decode())
            stream.close()
        return Answer(self.process.returncode, texts[0], texts[1], used.ru_maxrss)


def answers(folder: Path, *calls: tuple[str, ...]) -> list[Answer]:
    """The answers to calls that run at the same time."""
    started = [Call(args, folder) for args in calls]
    return [call.answer() for call in started]


def assert_harmless(answer: Answer, code: int) -> None:
    """The code as it should be, words instead of a traceback, and nothing that takes control of a terminal."""
    shown = answer.out + answer.err

    assert answer.code == code, shown[-2000:]
    assert "Traceback" not in shown
    assert not FORBIDDEN.search(shown)
    assert not [line for line in shown.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert answer.memory < KIBIBYTES


@pytest.mark.parametrize("hostile", FILES.values(), ids=FILES)
def test_a_hostile_file_is_refused_at_its_line(tmp_path: Path, hostile: Hostile) -> None:
    path = write(tmp_path / "hostile.yaml", hostile.data())
    check, show = answers(tmp_path, ("check", path.name), ("show", path.name))
    path.unlink()

    assert_harmless(check, DATA_ERRORS)
    assert_harmless(show, DATA_ERRORS)
    assert check.out.startswith(f"hostile.yaml:{hostile.line}:")
    assert f"[{hostile.rule}]" in check.out.partition("\n")[0]
    assert (show.out, show.err) == ("", check.out)


def test_hostile_files_are_not_exported(tmp_path: Path) -> None:
    names = [f"{number}.yaml" for number in range(len(FILES))]
    for name, hostile in zip(names, FILES.values(), strict=True):
        write(tmp_path / name, hostile.data())
    (answer,) = answers(tmp_path, (*EXPORT, *names))

    assert_harmless(answer, DATA_ERRORS)
    assert answer.out == ""
    assert answer.err.startswith("0.yaml:1:")


@pytest.mark.parametrize("special", SPECIAL.values(), ids=SPECIAL)
def test_what_is_no_file_is_refused_by_its_name(tmp_path: Path, special: Special) -> None:
    special.make(tmp_path / "special.yaml")
    for answer in answers(tmp_path, *((*command, "special.yaml") for command in COMMANDS)):
        assert_harmless(answer, WRONG_CALL)
        assert "special.yaml" in answer.err
        assert special.words in answer.err
        assert not answer.out


def test_hostile_file_names_are_shown_harmless(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path / name, "title: a\nsummary: \0\n")
    for answer in answers(tmp_path, *((*command, *NAMES) for command in COMMANDS)):
        assert_harmless(answer, DATA_ERRORS)
        assert (answer.out + answer.err).count(".yaml:2:10: error:") == len(NAMES)


def test_hostile_file_names_in_a_folder_are_shown_harmless(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path / name, "repos: []\n")
    write(tmp_path / "a.yaml", f"{SMALLEST}    actors: [a]\n")
    for answer in answers(tmp_path, *((*command, ".") for command in COMMANDS)):
        assert_harmless(answer, DATA_ERRORS)
        assert answer.err.count("Passed over") == len(NAMES)


@pytest.mark.parametrize("args", ARGUMENTS.values(), ids=ARGUMENTS)
def test_a_hostile_argument_is_shown_harmless(tmp_path: Path, args: tuple[str, ...]) -> None:
    write(tmp_path / "timelines/a.yaml", SMALLEST)
    (answer,) = answers(tmp_path, args)

    assert_harmless(answer, WRONG_CALL)
    assert answer.err


def test_an_archived_text_with_escape_sequences_is_shown_harmless(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", f"They{ESCAPE} can\x07 not agree\u202e at\n::error::all.\n")
    quoted = (
        SMALLEST.replace("{title: Readout}", "{title: Readout, file: text.txt}") + "    quote: They can agree at all\n"
    )
    write(tmp_path / "a.yaml", quoted)
    for answer in answers(tmp_path, *((*command, "a.yaml") for command in COMMANDS)):
        assert_harmless(answer, DATA_ERRORS)
        assert "quote-not-in-source" in answer.out + answer.err
