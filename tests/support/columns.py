"""The tables of columns in docs/exports.md: made from `exporters/columns.md`, never written by hand."""

import re
from collections.abc import Iterable

from diplotimeline.exporters import csv, geojson, parquet, xlsx
from diplotimeline.exporters.table import ACTOR, CLAIM, EVENT, NOBODY, SOURCE, Column
from diplotimeline.record.words import TOLLS

KINDS = {
    "text": "text", "texts": "several texts", "day": "day", "number": "whole number", "degrees": "number",
    "casualties": "a list of sides", "named": "texts by name",
}  # fmt: skip
SUM = re.compile("_(min|best|max)$")
BLOCK = re.compile(r"<!-- columns: ([a-z ]+) -->\n.*?<!-- end -->", re.DOTALL)
# The lists among the objects of JSON: what a column reads from all their items stands in each of them there.
LISTS = re.compile(r"\b(actors|related)\.")
OTHERS = re.compile(r"(claims|sources)\.")
OF_CLAIMS = "What this source gives differently, else null or an empty list"


def with_columns(text: str) -> str:
    """The document with its tables made anew."""
    return BLOCK.sub(lambda match: f"<!-- columns: {match[1]} -->\n{TABLES[match[1]]}<!-- end -->", text)


def table(columns: Iterable[Column]) -> str:
    """A line for each column; one for the four of each toll, and one for all that claims give as events do."""
    listed = list(columns)
    own = [column for column in listed if not column.name.startswith("claim_")]
    of_events = [column for column in listed if column not in own]
    rows = [folded(column) for column in own if not SUM.search(column.name)]
    if of_events:
        names = ", ".join(f"`{column.name}`" for column in of_events)
        rows.append(f"| {names} | as without `claim_` | What this source gives differently from the event |\n")
    return f"| column | kind | what it holds |\n| --- | --- | --- |\n{''.join(rows)}"


def folded(column: Column) -> str:
    name, kind, _, holds = column
    if name not in TOLLS:
        return f"| `{name}` | {KINDS[kind]} | {holds} |\n"
    sums = ", ".join(f"`{name}{bound}`" for bound in ("_min", "_best", "_max"))
    return f"| `{name}`; {sums} | several texts; whole numbers | {holds}; at least, the best estimate, at most |\n"


def sheets() -> str:
    columns = {"Events": xlsx.COLUMNS, "Claims": xlsx.CLAIM_COLUMNS, "Sources": SOURCE, "Actors": ACTOR}
    return "\n".join(f"Sheet {name}:\n\n{table(chosen)}" for name, chosen in columns.items())


def fields() -> str:
    """The fields of JSON by their ways; those of a claim that are as those of its event are one line."""
    found = [("events[].", one) for one in EVENT if one.way not in ("no", *NOBODY) and not OTHERS.match(one.way)]
    found += [("events[].claims[].", one) for one in CLAIM if one.way == f"claim.{one.name}"]
    found += [("sources[].", one) for one in SOURCE] + [("actors[].", one) for one in ACTOR]
    rows = [
        (head + LISTS.sub(r"\1[].", way.removeprefix("claim.")), "text" if LISTS.match(way) else KINDS[kind], holds)
        for head, (_, kind, way, holds) in found
    ]
    rows.append(("events[].claims[].date, .actors, .place, .casualties, .extra", "as of events", OF_CLAIMS))
    lines = "".join(f"| `{way}` | {kind} | {holds} |\n" for way, kind, holds in sorted(rows, key=of_events_first))
    return f"| field | kind | what it holds |\n| --- | --- | --- |\n{lines}"


def of_events_first(row: tuple[str, str, str]) -> tuple[bool, bool]:
    return not row[0].startswith("events[]."), row[0].startswith("actors[].")


TABLES = {
    "csv events": table(csv.COLUMNS),
    "csv claims": table(column for column in csv.CLAIM_COLUMNS if column not in csv.COLUMNS),
    "xlsx": sheets(),
    "geojson": table(geojson.COLUMNS),
    "json": fields(),
    "parquet events": table(parquet.COLUMNS),
    "parquet claims": table(column for column in parquet.CLAIM_COLUMNS if column not in parquet.COLUMNS),
}
