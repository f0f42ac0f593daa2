"""Load, filter and print events of each shape against libyaml and PyYAML: `python benchmarks/loading.py [SHAPE]...`.

10,000 of each, and 100,000 of the first.
"""

import sys
import tempfile
from pathlib import Path

from generated import SHAPES, shapes_asked, write
from processes import cost

FEW, MANY = 10_000, 100_000
RUNS = 3
SCAN = "import sys; from yaml._yaml import CParser; CParser(open(sys.argv[1], 'rb').read()).raw_parse()"
C_LOADER = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"
PYTHON = [sys.executable, "-c"]
SHOW, CHECK = ([sys.executable, "-m", "diplotimeline", command] for command in ("show", "check"))


def main() -> None:
    shapes = shapes_asked()
    with tempfile.TemporaryDirectory() as folder:
        for shape in shapes:
            _few(write(Path(folder, "events.yaml"), FEW, shape), shape)
        _many(write(Path(folder, "events.yaml"), MANY, shapes[0]), shapes[0])


def _few(path: Path, shape: str) -> None:
    file, size = str(path), path.stat().st_size / 1e6
    load, scan, library, check, every, some = cost([
        [*PYTHON, LOAD, file], [*PYTHON, SCAN, file], [*PYTHON, C_LOADER, file],
        [*CHECK, file], [*SHOW, file], [*SHOW, file, *SHAPES[shape].filter],
    ], RUNS)  # fmt: skip
    print(
        f"{FEW:,} events of the {shape} shape, {size:.1f} MB, are loaded in {load.cpu:.2f} s and {load.memory:.0f} MiB:"
    )
    print(f"  {load.cpu / scan.cpu:.1f} times libyaml's bare scan, {load.cpu / library.cpu:.2f} times CSafeLoader")
    print(f"  check {check.cpu:.2f} s, show {every.cpu:.2f} s, show of a few of them {some.cpu:.2f} s", flush=True)


def _many(path: Path, shape: str) -> None:
    load, some = cost([[*PYTHON, LOAD, str(path)], [*SHOW, str(path), *SHAPES[shape].filter]], 1)
    print(f"{MANY:,} of the {shape} shape are loaded in {load.cpu:.1f} s; show of a few of them {some.cpu:.1f} s,")
    print(f"  {some.memory:.0f} MiB, {some.memory * 1024 / MANY:.1f} KiB an event")


if __name__ == "__main__":
    main()
