"""What every reader of tables gives: lines of cells; and what they share, the limits and how a mistake is told."""

from typing import NamedTuple

from diplotimeline.errors import CallError

MOST_BYTES = 64 * 1024 * 1024  # of a file, of a workbook also when it is unpacked
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 4_000_000


class Line(NamedTuple):
    """A line of a table: its number in the file and its cells; `padded` if cells may be missing at its end."""

    number: int
    cells: list[str]
    padded: bool = False


class TableError(CallError):
    """A row or cell of a table cannot be read."""

    def __init__(self, path: str, line: int, row: int, column: str, message: str, help: str = "") -> None:
        super().__init__(f"{path}:{line}: row {row}, column '{column}': {message}", help)


class Counter:
    """Counts rows and cells, and raises `CallError` when a table has more than are imported."""

    def __init__(self, path: str) -> None:
        self.path, self.rows, self.cells = path, 0, 0

    def count(self, line: int, width: int) -> None:
        """Count one more row of this width."""
        self.rows += 1
        self.cells += width
        if width > MOST_COLUMNS:
            raise CallError(f"{self.path}:{line}: a row has more than {MOST_COLUMNS:,} columns", "is it a table?")
        if self.rows > MOST_ROWS:
            raise CallError(f"{self.path}:{line}: the table has more than {MOST_ROWS:,} rows", "split it")
        if self.cells > MOST_CELLS:
            raise CallError(f"{self.path}:{line}: the table has more than {MOST_CELLS:,} cells", "split it")
