"""Every command, in every form that prints or writes something else."""

from pathlib import Path

from made_up import BUNDLED
from places import DATA as EXAMPLES, ROOT

from diplotimeline.exporters import FORMATS

WARNED = str(EXAMPLES / "warned/voices.yaml")
VOICES = ("armenia-mod", "azerbaijan-mod", BUNDLED)
STATES = (str(EXAMPLES / "states/before.yaml"), str(EXAMPLES / "states/after.yaml"))
STATEMENT = str(ROOT / "timelines/sources/carpenter-2022-10-06.txt")
TABLE = str(EXAMPLES / "importing/messy.csv")
CALLS: dict[str, list[tuple[str, ...]]] = {
    "show": [(BUNDLED,), (BUNDLED, "-1"), (BUNDLED, "--lanes"), (BUNDLED, "--notes", "-r"), (BUNDLED, "-g", "call")],
    "stats": [(BUNDLED,), (BUNDLED, "--json"), (BUNDLED, "--since-last", "meeting", "--as-of", "2022-10-06")],
    "list": [(BUNDLED,), ("actors", BUNDLED), ("events", BUNDLED, "--json")],
    "find": [("peace", BUNDLED), ("border", BUNDLED)],
    "compare": [(*pair, "-f", name) for pair in (VOICES, STATES) for name in ("text", "markdown", "json")],
    "diff": [(*STATES, "-f", name) for name in ("text", "markdown", "json")],
    "check": [(WARNED, "-f", name) for name in ("full", "concise", "json", "github")] + [("--explain", "all")],
    "draft": [(STATEMENT, "--date", "2022-10-06", "--actors", BUNDLED, *more) for more in ((), ("--all",))],
    "rename": [("--help",)],  # it changes its files: a second call would not find the id
    "schema": [()],
    "import": [(TABLE,), (TABLE, "--propose")],
    "text": [(STATEMENT,)],
    "--help": [()],
}
# What is printed as it is, in UTF-8, whatever the terminal can show.
DATA = ("export", "schema", "draft", "import", "--json", "json", "markdown", "github", "--help")


def every_call(folder: Path) -> list[tuple[str, ...]]:
    """All calls; an export in each format is printed and, at the end, written into the folder, and a new timeline."""
    calls = [(command, *args) for command, forms in CALLS.items() for args in forms]
    calls += [("export", BUNDLED, "-f", name) for name in FORMATS]
    calls += [("export", BUNDLED, "-f", name, "-o", str(folder / f"my.{name}")) for name in FORMATS]
    return [*calls, ("new", str(folder / "my.yaml"))]


def is_data(call: tuple[str, ...]) -> bool:
    """Whether the output is data, which no terminal has a say in."""
    return call[0] == "text" or any(word in DATA for word in call)
