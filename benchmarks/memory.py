"""Peak memory of commands on 10,000 events, in times of what they read: `python benchmarks/memory.py [SHAPE]...`.

That is one file, for `diff` two.
"""

import sys
import tempfile
from pathlib import Path

from generated import BUNDLED, shapes_asked, write
from processes import cost

EVENTS = 10_000
RUNS = 1  # it is the same in every run
# What each command is asked, before and behind the file.
COMMANDS = (
    (("check",), ()),
    (("show",), ()),
    (("show",), ("--lanes",)),
    (("stats",), ()),
    (("list", "actors"), ()),
    (("find", "ceasefire"), ()),
)


def main() -> None:
    for shape in shapes_asked():
        with tempfile.TemporaryDirectory() as folder:
            _measure(write(Path(folder, "events.yaml"), EVENTS, shape), shape)


def _measure(path: Path, shape: str) -> None:
    calls = [[*before, str(path), *behind] for before, behind in COMMANDS]
    calls += [["diff", str(path), str(path)], ["show", str(BUNDLED)]]
    *taken, small = cost([[sys.executable, "-m", "diplotimeline", *call] for call in calls], RUNS)
    size = path.stat().st_size / 2**20
    print(f"{EVENTS:,} events of the {shape} shape, {size:.1f} MiB; above the {small.memory:.0f} MiB of a short `show`")
    for call, one in zip(calls, taken, strict=False):
        words, files = " ".join(word for word in call if word != str(path)), call.count(str(path))
        times = (one.memory - small.memory) / (size * files)
        print(
            f"{words:>15}: {times:.1f} times {'both files' if files > 1 else 'the file'} ({one.memory:.0f} MiB)",
            flush=True,
        )


if __name__ == "__main__":
    main()
