"""Events in every format against loading them, and three times as many: `python benchmarks/exports.py`."""

import sys
import tempfile
from pathlib import Path

from generated import write
from processes import Cost, cost

from diplotimeline.exporters import FORMATS

FEW, MANY = 10_000, 30_000
RUNS = {FEW: 3, MANY: 1}
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_costs(Path(folder), number) for number in RUNS)
    print(f"{FEW:,} events are loaded in {few[0].cpu:.2f} s of CPU and {few[0].memory:.0f} MiB; loaded and written")
    for name, one, larger in zip(FORMATS, few[1:], many[1:], strict=True):
        cpu, memory = one.cpu / few[0].cpu, one.memory / few[0].memory
        print(
            f"{name:>12}: {cpu:.2f} times the CPU and {memory:.2f} times the memory of loading; "
            f"{MANY:,} events {larger.cpu / one.cpu:.2f} times the CPU, {larger.memory / many[0].memory:.2f} the memory"
        )


def _costs(folder: Path, number: int) -> list[Cost]:
    """What it costs to load so many events, and to load and write them in each format."""
    events, out = str(write(folder / "events.yaml", number)), str(folder / "out")
    export = [sys.executable, "-m", "diplotimeline", "export", events, "-o", out, "-f"]
    return cost([[sys.executable, "-c", LOAD, events], *([*export, name] for name in FORMATS)], RUNS[number])


if __name__ == "__main__":
    main()
