"""The same events of the real shape in what people would use instead: filter by actor and dates, and print.

`python benchmarks/compare.py [NUMBER OF EVENTS]...` measures what is installed of the tools in `peers.py`; node finds
`@markwhen/parser` by `NODE_PATH`. Prints a table of CPU, in times of ours, and of peak memory.
"""

import sys
import tempfile
from multiprocessing import Process
from pathlib import Path

from generated import real_entries, write
from peers import PEERS, REAL, Peer
from processes import Cost, cost

SIZES = (1_000, 10_000, 100_000)
RUNS = {1_000: 5, 10_000: 3}
SHOW = (sys.executable, "-m", "diplotimeline", "show")


def main() -> None:
    sizes = [int(given.replace(",", "")) for given in sys.argv[1:]] or SIZES
    versions = {peer.name: peer.version for peer in PEERS}
    there = [peer for peer in PEERS if versions[peer.name]]
    with tempfile.TemporaryDirectory() as folder:
        columns = [_measured(Path(folder), size, there) for size in sizes]
    print("|", " | ".join(["tool", *(f"{size:,} events" for size in sizes)]), "|")
    print("|", " | ".join(["---"] * (len(sizes) + 1)), "|")
    for name in ("diplotimeline", *(peer.name for peer in there)):
        cells = [_cell(column[name], column["diplotimeline"]) if name in column else "fails" for column in columns]
        print("|", " | ".join([name, *cells]), "|")
    print("\nVersions:", "; ".join(version for version in versions.values() if version))
    missing = [name for name, version in versions.items() if not version]
    print("Not installed:", ", ".join(missing) or "none")


def _measured(folder: Path, size: int, there: list[Peer]) -> dict[str, Cost]:
    """What ours and each of the others cost for so many events, by name; without those that cannot read so many."""
    peers = [peer for peer in there if size <= peer.most]
    file = write(folder / "events.yaml", size)
    # In a process of its own: what a program takes before it is replaced counts as that of the next.
    writing = Process(target=_write, args=(folder, size, peers))
    writing.start()
    writing.join()
    commands: dict[str, list[str]] = {"diplotimeline": [*SHOW, str(file), *REAL.filter]}
    for peer in peers:
        path = folder / peer.name if peer.write else file
        commands[peer.name] = [part.replace("{file}", str(path)) for part in peer.command]
    return dict(zip(commands, cost([*commands.values()], RUNS.get(size, 1)), strict=True))


def _write(folder: Path, size: int, peers: list[Peer]) -> None:
    events = list(real_entries(size))
    for peer in peers:
        if peer.write:
            with (folder / peer.name).open("w", encoding="utf-8") as file:
                peer.write(file, events)


def _cell(one: Cost, ours: Cost) -> str:
    return f"{one.cpu / ours.cpu:.2f} ×, {one.memory:.0f} MiB"


if __name__ == "__main__":
    main()
