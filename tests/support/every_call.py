"""Every command, in every form that prints or writes something else; and a script that runs them all in one process.

`python tests/support/every_call.py FOLDER [--guarded]` prints, as JSON, code, output and talk of each call. With
`--guarded` it fails at the first socket, the first other program, and the first change to a file outside FOLDER.
"""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

BUNDLED = "armenia-azerbaijan-2022"
STATEMENT = str(Path(__file__).parents[2] / "timelines/sources/carpenter-2022-10-06.txt")
CALLS: dict[str, list[tuple[str, ...]]] = {
    "show": [(BUNDLED,), (BUNDLED, "-1"), (BUNDLED, "--lanes"), (BUNDLED, "--notes", "-r"), (BUNDLED, "-g", "call")],
    "stats": [(BUNDLED,), (BUNDLED, "--json"), (BUNDLED, "--since-last", "meeting", "--as-of", "2022-10-06")],
    "compare": [("armenia-mod", "azerbaijan-mod", BUNDLED, "-f", name) for name in ("text", "markdown", "json")],
    "check": [(BUNDLED, "-f", name) for name in ("full", "concise", "json", "github")] + [("--explain", "all")],
    "draft": [(STATEMENT, "--date", "2022-10-06", "--actors", BUNDLED, *more) for more in ((), ("--all",))],
    "schema": [()],
    "--help": [()],
}
# What is printed as it is, in UTF-8, whatever the terminal can show.
DATA = ("export", "schema", "draft", "--json", "json", "markdown", "github", "--help")
GUARDED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "pty.",
           "ftplib.", "urllib.", "http.", "smtplib.", "webbrowser.")  # fmt: skip
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
           "os.chown", "os.utime", "shutil.", "tempfile.")  # fmt: skip
BETWEEN = ("os.rename", "os.link", "os.symlink")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def every_call(folder: Path) -> list[tuple[str, ...]]:
    """All calls; an export in each format is printed and, at the end, written into the folder, and a new timeline."""
    from diplotimeline.exporters import FORMATS

    calls = [(command, *args) for command, forms in CALLS.items() for args in forms]
    calls += [("export", BUNDLED, "-f", name) for name in FORMATS]
    calls += [("export", BUNDLED, "-f", name, "-o", str(folder / f"my.{name}")) for name in FORMATS]
    return [*calls, ("new", str(folder / "my.yaml"))]


def is_data(call: tuple[str, ...]) -> bool:
    """Whether the output is data, which no terminal has a say in."""
    return any(word in DATA for word in call)


def answer(call: tuple[str, ...]) -> dict[str, Any]:
    """Code, output and talk of a call in this process, both streams as bytes in hexadecimal figures."""
    from diplotimeline.cli import main

    coding, streams = sys.__stdout__.encoding if sys.__stdout__ else "utf-8", (io.BytesIO(), io.BytesIO())
    texts = [io.TextIOWrapper(stream, coding) for stream in streams]
    sys.stdout, sys.stderr = texts
    try:
        main(call)
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    for text in texts:
        text.flush()
    return {"code": code, "out": streams[0].getvalue().hex(), "err": streams[1].getvalue().hex()}


def guard(folder: Path) -> None:
    """From now on, no network, no other program, and no change outside the folder."""
    allowed = str(folder.resolve())

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(GUARDED):
            raise RuntimeError(f"{event} {args}")
        writes = event == "open" and isinstance(args[2], int) and args[2] & WRITING
        if writes or event.startswith(CHANGES):
            named = args[:2] if event in BETWEEN else args[:1]  # a file that is open already has a number
            paths = [os.path.realpath(path) for path in named if isinstance(path, (str, os.PathLike))]
            if not all(path.startswith(allowed) for path in paths):
                raise RuntimeError(f"a change outside the folder: {event} {args}")

    sys.addaudithook(refuse)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if "--guarded" in sys.argv:
        guard(place)
    answers = [[call, answer(call)] for call in every_call(place)]
    print(json.dumps(answers))
