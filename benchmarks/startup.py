"""Short calls against programs that do next to nothing: `python benchmarks/startup.py`."""

import sys
from pathlib import Path

from processes import cost

HERE = Path(__file__).parent
BUNDLED = HERE.parent / "timelines" / "armenia-azerbaijan-2022.yaml"
RUNS = 15
CALLS = {"show of the bundled timeline": ("show", str(BUNDLED)), "--help": ("--help",), "--version": ("--version",)}
OTHERS = {
    "an empty Typer program": ("empty_program.py", "show"),
    "argparse and libyaml that print the same file": ("plain_program.py", str(BUNDLED)),
}


def main() -> None:
    ours = [[sys.executable, "-m", "diplotimeline", *call] for call in CALLS.values()]
    others = [[sys.executable, str(HERE / script), *args] for script, *args in OTHERS.values()]
    taken = cost([*ours, *others], RUNS)
    print(f"CPU, medians of {RUNS} runs in turn")
    for call, one in zip(CALLS, taken, strict=False):
        print(f"{call}: {one.cpu * 1000:.0f} ms")
        for name, other in zip(OTHERS, taken[len(ours) :], strict=True):
            print(f"  {one.cpu / other.cpu:.2f} times {name} ({other.cpu * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
