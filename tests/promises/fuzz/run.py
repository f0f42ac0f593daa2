"""Mutated input against a part of the tool, which may answer with its own errors and nothing else.

    python tests/promises/fuzz/run.py dates --runs 1000000
    python tests/promises/fuzz/run.py loader --runs 260000 --seed 7
    python tests/promises/fuzz/run.py exporters --runs 20000 --guided  # by coverage; needs `pip install atheris`

The same seed gives the same inputs. What breaks a promise is written to `found-TARGET-…` here; once it is mended it
belongs into `tests/promises/fuzz/corpus/TARGET/`, which the normal tests run.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mutation import mutated

sys.path.append(str(Path(__file__).parents[2] / "support"))


def main() -> int:
    from targets import TARGETS, seeds  # `--guided` has to watch this import

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--guided", action="store_true")
    asked = parser.parse_args()
    target, inputs = TARGETS[asked.target], seeds(asked.target)
    if asked.guided:
        _guided(target, inputs, asked.runs, asked.seed)
    chance, began, accepted, found = random.Random(asked.seed), time.process_time(), 0, 0
    for _ in range(asked.runs):
        data = mutated(inputs, chance)
        try:
            accepted += target(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
            found += 1
            place = Path(f"found-{asked.target}-{found}")
            place.write_bytes(data)
            print(f"{place}: {type(error).__name__}: {str(error)[:200]}")
    seconds = time.process_time() - began
    print(f"{asked.target}: {asked.runs:,} inputs, {accepted:,} without a mistake, {found} broken promises", end=" ")
    print(f"({seconds:.0f} s, {asked.runs / max(seconds, 1e-9):,.0f} a second, seed {asked.seed})")
    return found > 0


def _guided(target: Callable[[bytes], bool], inputs: list[bytes], runs: int, seed: int) -> None:
    """Does not return: atheris ends the process, with a code of its own for a broken promise."""
    import atheris  # no dependency: most runs do without

    folder = Path(tempfile.mkdtemp(prefix="diplotimeline-corpus-"))  # where it also keeps what reached new code
    for number, data in enumerate(inputs):
        (folder / str(number)).write_bytes(data)
    atheris.Setup([sys.argv[0], f"-runs={runs}", f"-seed={seed + 1}", str(folder)], lambda data: target(data) and None)
    atheris.Fuzz()


if __name__ == "__main__":
    if "--guided" in sys.argv:
        import atheris

        with atheris.instrument_imports(include=["diplotimeline"]):
            import targets  # noqa: F401
    sys.exit(main())
