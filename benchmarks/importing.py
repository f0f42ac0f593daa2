"""Import 10,000 rows as people type them, and exports; one changed cell `--into`.

`python benchmarks/importing.py [SHAPE]...`; the rows as people type them are plain events in any case.
"""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from generated import ACTORS, events, shapes_asked, write
from processes import cost

ROWS, RUNS = 10_000, 1
PYTHON, IMPORT = [sys.executable, "-c"], [sys.executable, "-m", "diplotimeline", "import"]
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"
COLUMNS = ("Date", "What happened", "Who", "Where", "Dead/wounded", "Source", "Link", "Comments")
MAPPING = f"""\
date: {{column: Date, order: dmy}}
title: What happened
actors: {{column: Who, split: [","], names: {{{", ".join(f"{id.title()}: {id}" for id in ACTORS)}}}}}
place: {{column: Where}}
counts: Dead/wounded
sources: {{column: Source, url: Link}}
note: [Comments]
"""
EXPORT = "import sys, diplotimeline as d; Path = __import__('pathlib').Path; t = d.load(sys.argv[1]); \
Path(sys.argv[2]).write_bytes(d.export(t, 'csv').encode()); Path(sys.argv[3]).write_bytes(d.export(t, 'xlsx'))"
OPENPYXL = "import sys, openpyxl; book = openpyxl.load_workbook(sys.argv[1], read_only=True); \
[cell.value for sheet in book for row in sheet.iter_rows() for cell in row]"


def typed(path: Path) -> None:
    """Write a sheet as people type it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in events(ROWS):
            names, dead = ", ".join(id.title() for id in one.actors), "3 dead, 2 wounded" if one.number % 3 else ""
            link = f"https://news.example/{one.number}"
            writer.writerow((f"{one.day:%d/%m/%Y}", one.title, names, "Some Town", dead, "Radio", link, "asked again"))


def changed(table: Path, path: Path) -> None:
    """Write the table with another title in the middle."""
    with table.open(encoding="utf-8", newline="") as file, path.open("w", encoding="utf-8", newline="") as new:
        rows = list(csv.DictReader(file))
        rows[len(rows) // 2]["title"] += " again"
        writer = csv.DictWriter(new, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _of_people(Path(folder))
        for shape in shapes_asked():
            _of_exports(Path(folder), shape)


def _of_people(folder: Path) -> None:
    people, mapping, draft = folder / "people.csv", folder / "map.yaml", folder / "people.yaml"
    typed(people)
    mapping.write_text(MAPPING, encoding="utf-8")
    call = [*IMPORT, str(people), "--map", str(mapping)]
    subprocess.run([*call, "-o", str(draft)], check=True, stderr=subprocess.DEVNULL)
    load, rows = cost([[*PYTHON, LOAD, str(draft)], call], RUNS)
    print(f"{ROWS:,} rows as people type them take {rows.cpu / load.cpu:.1f} times the CPU of loading the result")


def _of_exports(folder: Path, shape: str) -> None:
    whole, table, book, edited = (str(folder / name) for name in ("t.yaml", "t.csv", "t.xlsx", "edited.csv"))
    write(Path(whole), ROWS, shape)
    cost([[*PYTHON, EXPORT, whole, table, book]], 1)
    changed(Path(table), Path(edited))
    load, rows, sheet, library, into = cost([
        [*PYTHON, LOAD, whole], [*IMPORT, table], [*IMPORT, book], [*PYTHON, OPENPYXL, book],
        [*IMPORT, edited, "--into", whole, "--dry-run"],
    ], RUNS)  # fmt: skip
    print(f"{ROWS:,} events of the {shape} shape: rows of an exported csv take {rows.cpu / load.cpu:.1f} times")
    print(
        f"  the CPU of loading the result ({load.cpu:.2f} s), a workbook {sheet.cpu / library.cpu:.1f} times openpyxl,"
    )
    print(f"  one changed cell {into.cpu / load.cpu:.1f} times loading", flush=True)


if __name__ == "__main__":
    main()
