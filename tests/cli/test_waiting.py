"""Who waits at a terminal is told so; a pipe is not, and nothing of it stays."""

import io
import sys
import threading
from time import sleep
from types import SimpleNamespace

import pytest
from made_up import BUNDLED

from diplotimeline.cli import inputs, waiting
from diplotimeline.record.chronology import Timeline

SOON = 0.01
LONG = 600.0  # more than any machine needs


class Terminal(io.StringIO):
    """A stream that says that it is a terminal, and knows when it was written to."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.told.set()
        return super().write(text)


class Gone(Terminal):
    """A terminal that is gone."""

    def write(self, text: str) -> int:
        super().write(text)
        raise OSError


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error is a terminal, and nobody is patient."""
    terminal = Terminal()
    monkeypatch.setattr(waiting, "PATIENCE", SOON)
    monkeypatch.setattr(waiting, "STEP", SOON)
    monkeypatch.setattr(waiting, "monotonic", lambda: 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(waiting, "sys", SimpleNamespace(stderr=terminal))  # pytest takes sys.stderr back
    return terminal


def work(terminal: Terminal) -> None:
    """Takes until the terminal is told."""
    with waiting.at_work("Reading"):
        assert terminal.told.wait(LONG)


def interrupted(terminal: Terminal) -> None:
    with waiting.at_work("Reading"):
        terminal.told.wait(LONG)
        raise KeyboardInterrupt


def test_a_line_tells_of_work_and_is_wiped_out(terminal: Terminal) -> None:
    work(terminal)
    first, *more, blank, rest = terminal.getvalue().split("\r")[1:]

    assert {first, *more} == {"Reading, 0 s"}
    assert (blank, rest) == (" " * len(first), "")


def test_work_that_fails_leaves_no_line(terminal: Terminal) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(terminal)

    assert terminal.getvalue().endswith(" \r")


def test_a_pipe_is_told_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(waiting, "sys", SimpleNamespace(stderr=pipe))
    with waiting.at_work("Reading"):
        sleep(5 * SOON)

    assert pipe.getvalue() == ""


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_rewrite_a_line_is_told_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    with waiting.at_work("Reading"):
        sleep(5 * SOON)

    assert terminal.getvalue() == ""


def test_a_terminal_that_is_gone_stops_no_work(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Gone()
    monkeypatch.setattr(waiting, "sys", SimpleNamespace(stderr=gone))
    work(gone)

    assert gone.getvalue() == "\rReading, 0 s"


def test_quick_work_is_not_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", LONG)
    with waiting.at_work("Reading"):
        pass

    assert terminal.getvalue() == ""


def test_a_long_load_is_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow() -> Timeline:
        assert terminal.told.wait(LONG)
        return Timeline()

    monkeypatch.setattr(inputs, "load_with", lambda *_, **__: slow())
    inputs.loaded([BUNDLED])

    assert "Reading, 0 s" in terminal.getvalue()


def test_a_person_who_types_a_timeline_is_not_disturbed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def typed() -> Timeline:
        sleep(5 * SOON)
        return Timeline()

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(inputs, "load_with", lambda *_, **__: typed())
    inputs.loaded(["-"])

    assert terminal.getvalue() == ""
