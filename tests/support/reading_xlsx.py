"""Workbooks read back with openpyxl."""

import io
from datetime import date, datetime

from openpyxl import Workbook, load_workbook

Cell = str | float | datetime | date | None


def workbook(data: bytes) -> Workbook:
    """The workbook as a spreadsheet program finds it, formulas as formulas."""
    return load_workbook(io.BytesIO(data))


def values(data: bytes) -> Workbook:
    """The same for who asks for values alone: a sheet is read when it is asked for."""
    return load_workbook(io.BytesIO(data), read_only=True)


def sheet_rows(data: bytes, name: str) -> list[dict[str, Cell]]:
    """The rows of a sheet by the names in its header; an empty cell is None."""
    header, *lines = values(data)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]  # type: ignore[arg-type]


def xlsx_titles(data: bytes) -> list[str]:
    return [str(row["title"]) for row in sheet_rows(data, "Events")]


def plain_xlsx(data: bytes) -> str:
    """Every cell of every sheet."""
    rows = [row for sheet in values(data) for row in sheet.iter_rows(values_only=True)]
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
