"""`show` of the bundled timeline against an empty Typer program: `python benchmarks/startup.py`."""

import sys
from pathlib import Path

from processes import cost

HERE = Path(__file__).parent
RUNS = 15


def main() -> None:
    ours = [sys.executable, "-m", "diplotimeline", "show", "armenia-azerbaijan-2022"]
    empty = [sys.executable, str(HERE / "empty_program.py"), "show"]
    show, nothing = cost([ours, empty], RUNS)
    print(f"show of the bundled timeline: {show.cpu / nothing.cpu:.2f} times the CPU of an empty Typer program")
    print(f"  ({show.cpu * 1000:.0f} against {nothing.cpu * 1000:.0f} ms, medians of {RUNS} runs in turn)")


if __name__ == "__main__":
    main()
