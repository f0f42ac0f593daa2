"""Load, check and filter 10,000 and 100,000 events against PyYAML's C loader: `python benchmarks/loading.py`."""

import sys
import tempfile
from pathlib import Path

from generated import write
from processes import cost

RUNS = 3
FILTER = ["-a", "actor-3", "--from", "2010-01", "--to", "2010-06", "--oneline"]
C_LOADER = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small = write(Path(folder, "small.yaml"), 10_000)
        large = write(Path(folder, "large.yaml"), 100_000)
        show = [sys.executable, "-m", "diplotimeline", "show"]
        library = [sys.executable, "-c", C_LOADER, str(small)]
        ours, theirs, more = cost([[*show, str(small), *FILTER], library, [*show, str(large), *FILTER]], RUNS)
    print(f"10,000 events: {ours.cpu / theirs.cpu:.2f} times the CPU of CSafeLoader on the same file")
    print(f"100,000 events: {more.cpu / ours.cpu:.1f} times the CPU of 10,000")
    print(f"memory: {more.memory * 1024 / 100_000:.1f} KiB an event at 100,000, {more.memory:.0f} MiB in all")
    print(f"({ours.cpu:.2f}, {theirs.cpu:.2f} and {more.cpu:.2f} s, medians of {RUNS} runs in turn)")


if __name__ == "__main__":
    main()
