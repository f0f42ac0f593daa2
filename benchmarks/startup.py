"""Short calls against programs that do next to nothing: `python benchmarks/startup.py [PYTHON]...`.

The empty Typer program is also run by these other Pythons, such as that of an environment with an older Typer.
"""

import subprocess
import sys
from pathlib import Path

from processes import cost

HERE = Path(__file__).parent
BUNDLED = HERE.parent / "timelines" / "armenia-azerbaijan-2022.yaml"
RUNS = 15
CALLS = {"show of the bundled timeline": ("show", str(BUNDLED)), "--help": ("--help",), "--version": ("--version",)}
VERSION = "import typer; print(f'an empty program with Typer {typer.__version__}')"


def main() -> None:
    ours = {words: [sys.executable, "-m", "diplotimeline", *call] for words, call in CALLS.items()}
    others = {
        "ten lines with argparse and libyaml that print the same file": [
            sys.executable, str(HERE / "plain_program.py"), str(BUNDLED),
        ],
    }  # fmt: skip
    for python in (sys.executable, *sys.argv[1:]):
        name = subprocess.check_output([python, "-c", VERSION], text=True).strip()
        others[name] = [python, str(HERE / "empty_program.py"), "show"]
    taken = cost([*ours.values(), *others.values()], RUNS)
    print(f"CPU, medians of {RUNS} runs in turn")
    for call, one in zip(ours, taken, strict=False):
        print(f"{call}: {one.cpu * 1000:.0f} ms")
        for name, other in zip(others, taken[len(ours) :], strict=True):
            print(f"  {one.cpu / other.cpu:.2f} times {name} ({other.cpu * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
