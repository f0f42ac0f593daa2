"""Events in every format against loading them, and three times as many: `python benchmarks/exports.py [SHAPE]...`.

Of the real shape, if the call names no other.
"""

import sys
import tempfile
from pathlib import Path

from generated import shapes_asked, write
from processes import Cost, cost

from diplotimeline.exporters import FORMATS

FEW, MANY = 5_000, 15_000
RUNS = 1
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"


def main() -> None:
    for shape in shapes_asked() if sys.argv[1:] else ["real"]:
        with tempfile.TemporaryDirectory() as folder:
            _print(shape, *(_costs(Path(folder), number, shape) for number in (FEW, MANY)))


def _print(shape: str, few: list[Cost], many: list[Cost]) -> None:
    print(f"{FEW:,} events of the {shape} shape are loaded in {few[0].cpu:.2f} s, {few[0].memory:.0f} MiB; and written")
    for name, one, larger in zip(FORMATS, few[1:], many[1:], strict=True):
        cpu, memory = one.cpu / few[0].cpu, one.memory / few[0].memory
        print(
            f"{name:>12}: {cpu:.2f} times the CPU and {memory:.2f} times the memory of loading; "
            f"{MANY:,} events {larger.cpu / one.cpu:.2f} times the CPU, {larger.memory / many[0].memory:.2f} the memory"
        )


def _costs(folder: Path, number: int, shape: str) -> list[Cost]:
    """What it costs to load so many events, and to load and write them in each format."""
    events, out = str(write(folder / "events.yaml", number, shape)), str(folder / "out")
    export = [sys.executable, "-m", "diplotimeline", "export", events, "-o", out, "-f"]
    return cost([[sys.executable, "-c", LOAD, events], *([*export, name] for name in FORMATS)], RUNS)


if __name__ == "__main__":
    main()
