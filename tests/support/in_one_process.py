"""Many calls of the command line in one process, which starts once: `calling.answers` starts it and reads from it.

`python tests/support/in_one_process.py [--guarded FOLDER]` reads the calls from standard input, as JSON, and prints a
line of JSON for each. With `--guarded` it fails at the first socket, the first other program, and the first change to
a file outside FOLDER.
"""

import io
import json
import os
import sys
from pathlib import Path
from time import process_time
from typing import Any

from most_memory import most_memory

GUARDED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "pty.",
           "ftplib.", "urllib.", "http.", "smtplib.", "webbrowser.")  # fmt: skip
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
           "os.chown", "os.utime", "shutil.", "tempfile.")  # fmt: skip
BETWEEN = ("os.rename", "os.link", "os.symlink")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


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


def answer(call: list[str]) -> dict[str, Any]:
    """A call's code, both streams as hexadecimal bytes, its CPU time in seconds, the most memory so far in KiB."""
    from diplotimeline.cli import main

    coding, streams = sys.__stdout__.encoding if sys.__stdout__ else "utf-8", (io.BytesIO(), io.BytesIO())
    texts = [io.TextIOWrapper(stream, coding) for stream in streams]
    sys.stdout, sys.stderr = texts
    began = process_time()
    try:
        main(call)
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    seconds = process_time() - began
    for text in texts:
        text.flush()
    out, err = (stream.getvalue().hex() for stream in streams)
    return {"code": code, "out": out, "err": err, "seconds": seconds, "memory": most_memory()}


if __name__ == "__main__":
    calls = json.load(sys.stdin)
    if "--guarded" in sys.argv:
        guard(Path(sys.argv[-1]))
    for one in calls:
        print(json.dumps(answer(one)), flush=True)
