"""Write 10,000 events in every format against loading them: `python benchmarks/exports.py`."""

import sys
import tempfile
from pathlib import Path

from generated import write
from processes import cost

from diplotimeline.exporters import FORMATS

RUNS = 3
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        events, out = str(write(Path(folder, "events.yaml"), 10_000)), str(Path(folder, "out"))
        export = [sys.executable, "-m", "diplotimeline", "export", events, "-o", out, "-f"]
        load, *exports = cost([[sys.executable, "-c", LOAD, events], *([*export, name] for name in FORMATS)], RUNS)
        print(f"10,000 events are loaded in {load.cpu:.2f} s of CPU; loaded and written")
        for name, one in zip(FORMATS, exports, strict=True):
            print(f"{name:>12}: {one.cpu / load.cpu:.2f} times that, in {one.memory:.0f} MiB")


if __name__ == "__main__":
    main()
