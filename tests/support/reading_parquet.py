"""Parquet read back with DuckDB, as a file that it finds."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb


@cache
def database() -> duckdb.DuckDBPyConnection:
    """One for all files: to open it takes several times as long as to read one."""
    return duckdb.connect()


def asked(data: bytes, query: str) -> list[dict[str, Any]]:
    """The rows that a query gives; in it `events` is the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.parquet"
        path.write_bytes(data)
        database().read_parquet(str(path), file_row_number=True).create_view("events")
        found = database().execute(query)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def parquet_rows(data: bytes) -> list[dict[str, Any]]:
    """Every row in its order."""
    return asked(data, "SELECT * EXCLUDE (file_row_number) FROM events ORDER BY file_row_number")


def parquet_about(data: bytes) -> dict[str, str]:
    """What the file says of itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.parquet"
        path.write_bytes(data)
        pairs = database().execute("SELECT key, value FROM parquet_kv_metadata(?)", [str(path)]).fetchall()
        return {key.decode(): value.decode() for key, value in pairs if key != b"ARROW:schema"}


def parquet_titles(data: bytes) -> list[str]:
    """The title of each event once."""
    return list({row["id"]: row["title"] for row in parquet_rows(data)}.values())


def plain_parquet(data: bytes) -> str:
    return json.dumps([parquet_about(data), parquet_rows(data)], default=str, ensure_ascii=False)
