"""`show` with the colours of a terminal against `show` into a pipe: `python benchmarks/colours.py`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import write, write_real
from processes import cost

SIZES = (1_000, 10_000)
RUNS = 5
COLOURS = ("env", "FORCE_COLOR=1", "TERM=xterm-256color")


def main() -> None:
    with TemporaryDirectory() as folder:
        for shape, make in (("made-up", write), ("real", write_real)):
            for size in SIZES:
                show = [sys.executable, "-m", "diplotimeline", "show", str(make(Path(folder) / "events.yaml", size))]
                plain, coloured = cost([show, [*COLOURS, *show]], RUNS)
                print(
                    f"{size:,} events of the {shape} shape: {coloured.cpu / plain.cpu:.2f} times the CPU of a pipe "
                    f"({coloured.cpu:.2f} against {plain.cpu:.2f} s)"
                )


if __name__ == "__main__":
    main()
