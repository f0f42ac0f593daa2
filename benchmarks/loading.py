"""Load, filter and print 10,000 and 100,000 events against libyaml and PyYAML: `python benchmarks/loading.py`."""

import sys
import tempfile
from pathlib import Path

from generated import write, write_real
from processes import cost

RUNS = 5
FILTER = ["-a", "actor-3", "--from", "2010-01", "--to", "2010-06"]
SCAN = "import sys; from yaml._yaml import CParser; CParser(open(sys.argv[1], 'rb').read()).raw_parse()"
C_LOADER = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small = str(write(Path(folder, "small.yaml"), 10_000))
        large = str(write(Path(folder, "large.yaml"), 100_000))
        real = str(write_real(Path(folder, "real.yaml"), 10_000))
        python, show = [sys.executable, "-c"], [sys.executable, "-m", "diplotimeline", "show"]
        scan, load, library, few, rail, large_scan, large_load, large_few, of_real, library_of_real = cost([
            [*python, SCAN, small], [*python, LOAD, small], [*python, C_LOADER, small],
            [*show, small, *FILTER], [*show, small],
            [*python, SCAN, large], [*python, LOAD, large], [*show, large, *FILTER],
            [*python, LOAD, real], [*python, C_LOADER, real],
        ], RUNS)  # fmt: skip
    print(f"10,000 events are loaded in {load.cpu / scan.cpu:.1f} times the CPU of libyaml's bare scan,")
    print(f"{load.cpu / library.cpu:.2f} times that of CSafeLoader; 100,000 in {large_load.cpu / large_scan.cpu:.1f}")
    print(f"times that of the scan and {large_load.cpu / load.cpu:.1f} times that of 10,000 ({load.cpu:.2f} s)")
    print(f"10,000 of the real shape: {of_real.cpu / library_of_real.cpu:.2f} times CSafeLoader ({of_real.cpu:.2f} s)")
    print(f"all on the rail: {rail.cpu / load.cpu:.2f} times the CPU of loading")
    print(f"a few of them: {few.cpu:.2f} s; of 100,000 {large_few.cpu:.2f} s, {large_few.cpu / few.cpu:.1f} times that")
    print(f"memory: {large_few.memory * 1024 / 100_000:.1f} KiB an event at 100,000, {large_few.memory:.0f} MiB in all")


if __name__ == "__main__":
    main()
