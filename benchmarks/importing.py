"""Import 10,000 rows as people type them, and exports; one changed cell `--into`: `python benchmarks/importing.py`."""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from generated import ACTORS, events, write
from processes import cost

ROWS, RUNS = 10_000, 3
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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = ("t.yaml", "t.csv", "t.xlsx", "edited.csv", "people.csv", "map.yaml", "people.yaml")
        whole, table, book, edited, people, mapping, draft = (str(Path(folder, name)) for name in names)
        write(Path(whole), ROWS)
        typed(Path(people))
        Path(mapping).write_text(MAPPING, encoding="utf-8")
        python, command = [sys.executable, "-c"], [sys.executable, "-m", "diplotimeline", "import"]
        rows_of_people = [*command, people, "--map", mapping]
        subprocess.run([*rows_of_people, "-o", draft], check=True, stderr=subprocess.DEVNULL)
        cost([[*python, EXPORT, whole, table, book]], 1)
        text = Path(table).read_text(encoding="utf-8")
        Path(edited).write_text(text.replace("talks number 5000,", "talks on number 5000,", 1), encoding="utf-8")
        load, loaded, typed_rows, rows, sheet, library, into = cost([
            [*python, LOAD, whole], [*python, LOAD, draft], rows_of_people, [*command, table], [*command, book],
            [*python, OPENPYXL, book], [*command, edited, "--into", whole, "--dry-run"],
        ], RUNS)  # fmt: skip
    print(
        f"{ROWS:,} rows as people type them take {typed_rows.cpu / loaded.cpu:.1f} times the CPU of loading the result,"
    )
    print(f"{ROWS:,} rows of an exported csv {rows.cpu / load.cpu:.1f} times,")
    print(f"a workbook of them in {sheet.cpu / library.cpu:.1f} times that of openpyxl alone;")
    print(f"one changed cell is written in {into.cpu / load.cpu:.1f} times that of loading it ({load.cpu:.2f} s).")


if __name__ == "__main__":
    main()
