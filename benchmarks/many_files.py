"""A folder of 1,000 files with 100 plain events each, against one file: `python benchmarks/many_files.py`."""

import sys
import tempfile
from itertools import islice
from pathlib import Path

from generated import as_yaml, events, head, write
from processes import cost

FILES, EVENTS = 1_000, 100
RUNS = 2
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        one = write(Path(place, "one.yaml"), FILES * EVENTS, "plain")
        folder = write_folder(Path(place, "many"))
        many, single = cost([[sys.executable, "-c", LOAD, str(path)] for path in (folder, one)], RUNS)
    ratio = many.cpu / single.cpu
    print(f"{FILES:,} files of {EVENTS} events: {ratio:.2f} times the CPU of one file of the same events")
    print(f"({many.cpu:.2f} against {single.cpu:.2f} s, {many.memory:.0f} against {single.memory:.0f} MiB)")


def write_folder(folder: Path) -> Path:
    """The same events in files by number; each includes the actors and sources that all share."""
    folder.mkdir()
    Path(folder, "shared.yaml").write_text(head().removesuffix("events:\n"), encoding="utf-8")
    made = events(FILES * EVENTS)
    for number in range(FILES):
        text = "".join(as_yaml(event) for event in islice(made, EVENTS))
        Path(folder, f"{number:04}.yaml").write_text(f"include: [shared.yaml]\nevents:\n{text}", encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
