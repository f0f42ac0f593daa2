"""`show` with a terminal's colours against `show` into a pipe: `python benchmarks/colours.py [SHAPE]...`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import shapes_asked, write
from processes import cost

SIZES = (1_000, 10_000)
RUNS = 2
COLOURS = ("env", "FORCE_COLOR=1", "TERM=xterm-256color")


def main() -> None:
    with TemporaryDirectory() as folder:
        for shape in shapes_asked():
            for size in SIZES:
                file = write(Path(folder) / "events.yaml", size, shape)
                show = [sys.executable, "-m", "diplotimeline", "show", str(file)]
                plain, coloured = cost([show, [*COLOURS, *show]], RUNS)
                print(
                    f"{size:,} events of the {shape} shape: {coloured.cpu / plain.cpu:.2f} times the CPU of a pipe "
                    f"({coloured.cpu:.2f} against {plain.cpu:.2f} s)"
                )


if __name__ == "__main__":
    main()
