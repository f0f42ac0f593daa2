"""A call as a process of its own, and what importing loads and changes: nothing that was not asked for."""

import signal
import subprocess
from collections.abc import Iterator

import pytest
from calling import COMMAND, environment, run_python
from made_up import BUNDLED

SHOW_LOADED = """
import sys
from diplotimeline.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
LIBRARY_LOADED = f"""
import sys
import diplotimeline as dt
timeline = dt.load("{BUNDLED}")
assert not [problem for problem in dt.check(timeline) if problem.severity == "error"]
few = dt.select(timeline, dt.Selection(actors=("armenia",), start="2022-09"))
for name in ("csv", "markdown", "json", "jsonl"):
    assert dt.export(few, name)
print(*sys.modules, file=sys.stderr)
"""
PROCESS = """
import gc, importlib, locale, os, pkgutil, signal, sys
def process():
    handlers = [signal.getsignal(number) for number in signal.valid_signals()]
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return (gc.isenabled(), gc.get_freeze_count(), gc.get_threshold(), dict(os.environ), os.getcwd(), handlers,
            streams, sys.excepthook, sys.getrecursionlimit(), locale.setlocale(locale.LC_ALL))
before = process()
import diplotimeline
for module in pkgutil.walk_packages(diplotimeline.__path__, "diplotimeline."):
    importlib.import_module(module.name)
    assert process() == before, module.name
print(*sys.modules, file=sys.stderr)
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


def loaded_modules(script: str, *args: str) -> set[str]:
    """The names of the modules that a script writes to standard error."""
    answer = run_python(script, *args)

    assert answer.code == 0, answer.err
    return set(answer.err.split())


# --- what importing loads and changes


def test_importing_changes_nothing_of_the_process() -> None:
    modules = loaded_modules(PROCESS)

    assert {"diplotimeline.__main__", "diplotimeline.cli.show", "diplotimeline.exporters.csv"} <= modules


def test_show_loads_neither_colours_nor_templates_nor_exporters_nor_other_commands() -> None:
    modules = loaded_modules(SHOW_LOADED, "show", BUNDLED)
    unneeded = ("rich.console", "rich.text", "jinja2", "diplotimeline.exporters", "diplotimeline.drafting",
                "diplotimeline.cli.export", "diplotimeline.cli.stats")  # fmt: skip

    assert [name for name in modules if name.startswith(unneeded)] == []
    assert {"diplotimeline.cli.show", "diplotimeline.views.rail"} <= modules


def test_the_library_loads_neither_the_command_line_nor_colours() -> None:
    modules = loaded_modules(LIBRARY_LOADED)

    assert [name for name in modules if name.split(".")[0] in ("typer", "click", "rich")] == []
    assert "diplotimeline.cli" not in modules
    assert "diplotimeline.exporters.csv" in modules


def test_importing_the_library_loads_nothing_yet() -> None:
    before = loaded_modules("import diplotimeline, sys; print(*sys.modules, file=sys.stderr)")

    assert "diplotimeline" in before
    assert [name for name in before if name.startswith(("diplotimeline.", "pydantic", "yaml"))] == []


# --- a call as a process


@pytest.mark.parametrize(
    ("settings", "plugins"),
    [({}, "__all__"), ({"PYDANTIC_DISABLE_PLUGINS": "mine"}, "mine")],
    ids=["by default", "unless it is set"],
)
def test_a_call_has_no_collector_and_no_plugins_and_ends_at_once(settings: dict[str, str], plugins: str) -> None:
    answer = run_python(RUN, **settings)

    assert (answer.code, answer.out, answer.err) == (3, f"False {plugins}\n", "")


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
