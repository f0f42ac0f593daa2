"""`show` with the colours of a terminal against `show` into a pipe: `python benchmarks/colours.py`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import write
from processes import cost

SIZES = (1_000, 10_000)
RUNS = 5
COLOURS = ("env", "FORCE_COLOR=1", "TERM=xterm-256color")


def main() -> None:
    with TemporaryDirectory() as folder:
        for size in SIZES:
            show = [sys.executable, "-m", "diplotimeline", "show", str(write(Path(folder) / f"{size}.yaml", size))]
            plain, coloured = cost([show, [*COLOURS, *show]], RUNS)
            times = coloured.cpu / plain.cpu
            print(
                f"{size:,} events: {times:.2f} times the CPU of a pipe ({coloured.cpu:.2f} against {plain.cpu:.2f} s)"
            )


if __name__ == "__main__":
    main()
