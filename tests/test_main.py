"""A call as a process of its own: what changes the process is done there, and importing changes nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from calling import COMMAND, environment, run_python

from diplotimeline.cli.program import COMMANDS

IMPORTS = """
import gc, importlib, locale, os, pkgutil, signal, sys
def process():
    handlers = [signal.getsignal(number) for number in signal.valid_signals()]
    return {
        "collector": (gc.isenabled(), gc.get_freeze_count(), gc.get_threshold()), "environment": dict(os.environ),
        "folder": os.getcwd(), "signals": handlers, "streams": (sys.stdin, sys.stdout, sys.stderr),
        "errors": sys.excepthook, "recursion": sys.getrecursionlimit(), "locale": locale.setlocale(locale.LC_ALL),
    }
before = process()
import diplotimeline
for module in pkgutil.walk_packages(diplotimeline.__path__, "diplotimeline."):
    importlib.import_module(module.name)
    print(module.name, *(name for name, value in process().items() if value != before[name]))
"""
# What the command finds of its process, and whether the process is taken apart at its end.
RUN = """
import atexit, gc, os, sys
import diplotimeline.cli
def main():
    print(gc.isenabled(), os.environ["PYDANTIC_DISABLE_PLUGINS"])
    sys.exit(3)
diplotimeline.cli.main = main
atexit.register(print, "taken apart")
from diplotimeline.__main__ import run
run()
"""


def test_importing_changes_nothing_of_the_process() -> None:
    # With next to no environment: a variable that this process has set would not be seen to be set.
    few = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, env=few, check=True)
    modules = done.stdout.splitlines()

    assert {"diplotimeline.__main__", "diplotimeline.cli.show", "diplotimeline.exporters.csv"} <= {*modules}
    assert [line for line in modules if " " in line] == []


@pytest.mark.parametrize(
    ("settings", "plugins"),
    [({}, "__all__"), ({"PYDANTIC_DISABLE_PLUGINS": "mine"}, "mine")],
    ids=["by default", "unless it is set"],
)
def test_a_call_has_no_collector_and_no_plugins_and_ends_at_once(settings: dict[str, str], plugins: str) -> None:
    answer = run_python(RUN, **settings)

    assert (answer.code, answer.out, answer.err) == (3, f"False {plugins}\n", "")


def test_a_command_imports_no_other_command() -> None:
    script = "from diplotimeline.cli import main\ntry:\n    main()\nfinally:\n    import sys; print(*sys.modules)"
    modules = run_python(script, "schema").out.splitlines()[-1].split()
    imported = {name.removeprefix("diplotimeline.cli.").rstrip("_") for name in modules if ".cli." in name}

    assert imported & {*COMMANDS} == {"schema"}


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A job in the background ignores interruptions, and so would all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_ends_with_130_and_without_a_traceback() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, "show", "-"], stdin=pipe, stdout=pipe, stderr=pipe, env=environment()) as process:
        assert process.stdin is not None
        process.stdin.write(b"#" * 300_000)  # more than a pipe holds: when it is written, the command is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()

    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said
