"""Parquet: one row per event, or one per event and claim, in typed columns for DuckDB, Polars and Spark.

Bounds are days, null where open or unknown (`date` tells which); actors, voices and whatever else may be several are
lists; `identifiers` and `extra` are maps. `casualties` holds an entry for each side with its counts, `low`, `best` and
`high`; sides are never added up.
In rows of claims the columns of the event stand in every row of it: `count(DISTINCT id)` counts events there.
Title and summary of the timeline are `title` and `summary` in the file's own metadata.
"""

import io
from typing import Any

from diplotimeline.exporters import table
from diplotimeline.exporters.result import Exported, optional
from diplotimeline.exporters.telling import accounts_apart
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.words import TOLLS

LEFT_OUT = ("date_display", *table.NOBODY)
COLUMNS = table.without(table.EVENT, "no", *LEFT_OUT)
CLAIM_COLUMNS = (*table.without(COLUMNS, *table.OF_CLAIMS), *table.without(table.CLAIM, *LEFT_OUT))


def render(timeline: Timeline, *, rows: str = "events") -> Exported:
    """The events, or their claims, a row each, as one Parquet file."""
    columns = CLAIM_COLUMNS if table.one_kind_of(rows) == "claims" else COLUMNS
    arrow = optional("pyarrow", "parquet")  # 60 MB and a good part of a second, which no other format needs
    parquet = optional("pyarrow.parquet", "parquet")
    reading = table.readers(columns).values()
    read = [[one(record) for one in reading] for record in table.Records(timeline).rows(rows)]
    schema = _schema(arrow, columns).with_metadata({"title": timeline.title, "summary": timeline.summary})
    cells = list(zip(*map(_pairs, read), strict=True)) or [()] * len(columns)
    arrays = [arrow.array(values, field.type) for values, field in zip(cells, schema, strict=True)]
    out = io.BytesIO()
    # Plain pages of version 1 and Snappy: what every reader has known for ten years, cluster or not.
    parquet.write_table(
        arrow.Table.from_arrays(arrays, schema=schema), out,
        version="2.6", data_page_version="1.0", compression="snappy",
    )  # fmt: skip
    return Exported(out.getvalue(), (), accounts_apart(timeline, "parquet") if rows == "events" else ())


def _pairs(row: list[Any]) -> list[Any]:
    """A row whose texts by name are pairs, as Arrow takes a map."""
    return [list(value.items()) if isinstance(value, dict) else value for value in row]


def _schema(arrow: Any, columns: tuple[table.Column, ...]) -> Any:
    """The columns in Arrow's types; none of them needs a reader newer than Spark 3."""
    text, number = arrow.string(), arrow.int64()
    count = arrow.struct([("low", number), ("best", number), ("high", number)])
    types = {
        "text": text,
        "texts": arrow.list_(text),
        "day": arrow.date32(),
        "number": number,
        "degrees": arrow.float64(),
        "named": arrow.map_(text, text),
        "casualties": arrow.list_(arrow.struct([("id", text), ("name", text), *((name, count) for name in TOLLS)])),
    }
    return arrow.schema([arrow.field(column.name, types[column.kind]) for column in columns])
