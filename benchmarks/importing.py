"""Import 10,000 events as csv and xlsx, and one changed cell into their file: `python benchmarks/importing.py`."""

import sys
import tempfile
from pathlib import Path

from generated import write
from processes import cost

RUNS = 3
LOAD = "import sys, diplotimeline; assert not diplotimeline.load(sys.argv[1]).problems"
EXPORT = "import sys, diplotimeline as d; Path = __import__('pathlib').Path; t = d.load(sys.argv[1]); \
Path(sys.argv[2]).write_bytes(d.export(t, 'csv').encode()); Path(sys.argv[3]).write_bytes(d.export(t, 'xlsx'))"
OPENPYXL = "import sys, openpyxl; book = openpyxl.load_workbook(sys.argv[1], read_only=True); \
[cell.value for sheet in book for row in sheet.iter_rows() for cell in row]"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole, table, book, edited = (str(Path(folder, name)) for name in ("t.yaml", "t.csv", "t.xlsx", "edited.csv"))
        write(Path(whole), 10_000)
        python, command = [sys.executable, "-c"], [sys.executable, "-m", "diplotimeline", "import"]
        cost([[*python, EXPORT, whole, table, book]], 1)
        text = Path(table).read_text(encoding="utf-8")
        Path(edited).write_text(text.replace("talks number 5000,", "talks on number 5000,", 1), encoding="utf-8")
        load, rows, sheet, library, into = cost([
            [*python, LOAD, whole], [*command, table], [*command, book], [*python, OPENPYXL, book],
            [*command, edited, "--into", whole, "--dry-run"],
        ], RUNS)  # fmt: skip
    print(f"10,000 rows of csv are imported in {rows.cpu / load.cpu:.1f} times the CPU of loading the result,")
    print(f"a workbook of them in {sheet.cpu / library.cpu:.1f} times that of openpyxl alone;")
    print(f"one changed cell is written in {into.cpu / load.cpu:.1f} times that of loading it ({load.cpu:.2f} s).")


if __name__ == "__main__":
    main()
