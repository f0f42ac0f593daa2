"""What people would keep such events in instead: how each tool writes them, filters them and prints what is left.

The events are those of the real shape, with all that stands in them. Libraries of Python are looked for in the
`python3` on the search path.
"""

import csv
import json
import math
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TextIO

from generated import SHAPES

REAL = SHAPES["real"]
ACTOR, FIRST, LAST = REAL.actor, REAL.first, REAL.last
NEXT = str(date.fromisoformat(LAST) + timedelta(days=1))
COLUMNS = ("day", "date", "title", "type", "status", "actors", "summary", "claims", "rest")

# Small programs for those that are libraries.
MARKWHEN = f"""
const {{ parse, flat }} = require("@markwhen/parser");
for (const event of flat(parse(require("fs").readFileSync(process.argv[1], "utf8")).events)) {{
  const day = event.dateRangeIso.fromDateTimeIso.slice(0, 10);
  if (event.tags.includes("{ACTOR}") && day >= "{FIRST}" && day <= "{LAST}") {{
    console.log(day, event.firstLine.rest, ...event.supplemental.map((text) => "\\n  " + text.raw));
  }}
}}
"""
MARKWHEN_VERSION = """
const path = require("path").join(require.resolve("@markwhen/parser"), "../../package.json");
console.log("@markwhen/parser", JSON.parse(require("fs").readFileSync(path)).version);
"""
SELECT = "select * from t1 where "
SQL = rf"' ' || actors || ' ' like '% {ACTOR} %' and day between '{FIRST}' and '{LAST}'"
DUCKDB = f"""
import duckdb, sys
print(*duckdb.read_csv(sys.argv[1]).filter("{SQL}").fetchall(), sep="\\n")
"""
PANDAS = rf"""
import pandas, sys
events = pandas.read_csv(sys.argv[1], keep_default_na=False)
kept = events[events.actors.str.contains(r"\b{ACTOR}\b") & events.day.between("{FIRST}", "{LAST}")]
kept.to_csv(sys.stdout)
"""
POLARS = rf"""
import polars, sys
from polars import col
events = polars.read_csv(sys.argv[1], infer_schema=False)
days = col("day").is_between(polars.lit("{FIRST}"), polars.lit("{LAST}"))
kept = events.filter(col("actors").str.contains(r"\b{ACTOR}\b") & days)
print(kept.write_csv())
"""
JQ = f"""
.events[] | select(any(.actors[]?; (.who? // .) == "{ACTOR}") and .day >= "{FIRST}" and .day <= "{LAST}")
"""
YQ = JQ.replace(".day", '(.date | ltrimstr("[") | ltrimstr(".."))')
BQL = f"""
SELECT date, narration, any_meta('summary'), any_meta('claims-0-quote'), tags, other_accounts
WHERE account = 'Assets:{ACTOR.title()}' AND date >= {FIRST} AND date < {NEXT}
"""

DAY = r"\d{4}-\d\d(?:-\d\d)?"
Event = dict[str, Any]
Writer = Callable[[TextIO, Sequence[Event]], None]


@dataclass(frozen=True)
class Peer:
    """A tool: the events in its format, the command that filters a file of them, and the one that says its version.

    What reads the timeline itself has no format of its own. `most` is how many events it can read.
    """

    name: str
    write: Writer | None
    command: tuple[str, ...]
    version_command: tuple[str, ...]
    most: float = math.inf

    @property
    def version(self) -> str:
        """What the tool says of its version; empty when it is not installed."""
        try:
            said = subprocess.check_output(self.version_command, stderr=subprocess.DEVNULL, text=True)
        except (OSError, subprocess.CalledProcessError):
            return ""
        return said.partition("\n")[0]


def _day(event: Event) -> str:
    """The first day that its date names, for tools that know no uncertain ones."""
    return f"{re.findall(DAY, event['date'])[0]}-01"[:10]


def _actors(event: Event) -> list[str]:
    return [one if isinstance(one, str) else one["who"] for one in event.get("actors", ())]


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """All that stands in an event, as names and texts."""
    if isinstance(value, str):
        yield name, value
        return
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _texts(one, f"{name}-{key}".removeprefix("-"))


def _journal(file: TextIO, events: Sequence[Event]) -> None:
    for event in events:
        file.write(f"{_day(event)} {event['title']}\n")
        for name, text in _texts(event):
            plain = text.replace("[", "(").replace("]", ")")  # they read dates in square brackets
            file.write(f"    ; {name}: {plain}\n")
        actors = _actors(event)
        file.writelines(f"    {actor}  1\n" for actor in actors)
        file.write(f"    events  {-len(actors)}\n\n")


def _beancount(file: TextIO, events: Sequence[Event]) -> None:
    actors = sorted({actor for event in events for actor in _actors(event)})
    file.writelines(f"1800-01-01 open {account}\n" for account in ("Equity:Events", *map(_account, actors)))
    for event in events:
        file.write(f"{_day(event)} * {_quoted(event['title'])}\n")
        file.writelines(f"  {name}: {_quoted(text)}\n" for name, text in _texts(event))
        file.writelines(f"  {_account(actor)}  1 X\n" for actor in _actors(event))
        file.write(f"  Equity:Events  {-len(_actors(event))} X\n\n")


def _account(actor: str) -> str:
    return f"Assets:{actor.title()}"


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _markwhen(file: TextIO, events: Sequence[Event]) -> None:
    file.write("title: Made up\n\n")
    for event in events:
        actors = " ".join(f"#{actor.replace('-', '')}" for actor in _actors(event))  # a tag has no hyphen
        file.write(f"{_day(event)}: {event['title']} {actors}\n")
        file.writelines(f"- {name} = {text}\n" for name, text in _texts(event))
        file.write("\n")


def _csv(file: TextIO, events: Sequence[Event]) -> None:
    rows = csv.DictWriter(file, COLUMNS)
    rows.writeheader()
    for event in events:
        row = {name: text for name, text in event.items() if name in COLUMNS}
        rest = {name: value for name, value in event.items() if name not in COLUMNS}
        row |= {"day": _day(event), "actors": " ".join(_actors(event)), "rest": _quoted(rest)}
        rows.writerow(row | {"claims": _quoted(event.get("claims", []))})


def _json(file: TextIO, events: Sequence[Event]) -> None:
    json.dump({"events": [event | {"day": _day(event)} for event in events]}, file, ensure_ascii=False)


FILE = "{file}"
STACK = "--stack-size=7600"  # markwhen's parser passes all lines as arguments of one call
CSVKIT = f"csvgrep -c actors -r '\\b{ACTOR}\\b' {FILE} | csvgrep -c day -r '^20(09|1[0-2])-'"
MILLER = f'$actors =~ "\\b{ACTOR}\\b" && $day >= "{FIRST}" && $day <= "{LAST}"'


def _library(name: str, program: str) -> Peer:
    version = f"import {name}; print('{name}', {name}.__version__)"
    return Peer(name, _csv, ("python3", "-c", program, FILE), ("python3", "-c", version))


PEERS = (
    Peer(
        "hledger", _journal, ("hledger", "-f", FILE, "print", f"{ACTOR}$", f"date:{FIRST}..{NEXT}"),
        ("hledger", "--version"),
    ),
    Peer(
        "ledger", _journal, ("ledger", "-f", FILE, "--begin", FIRST, "--end", NEXT, "print", f"/{ACTOR}$/"),
        ("ledger", "--version"),
    ),
    Peer(
        "beancount", _beancount, ("env", "BEANCOUNT_DISABLE_LOAD_CACHE=1", "bean-query", FILE, BQL),
        ("bean-query", "--version"),
    ),
    Peer("markwhen", _markwhen, ("node", STACK, "-e", MARKWHEN, FILE), ("node", "-e", MARKWHEN_VERSION), most=50_000),
    Peer("yq", None, ("yq", YQ, FILE), ("yq", "--version")),
    Peer("jq", _json, ("jq", JQ, FILE), ("jq", "--version")),
    Peer("csvkit", _csv, ("sh", "-c", CSVKIT), ("csvgrep", "--version")),
    Peer("miller", _csv, ("mlr", "--icsv", "--oxtab", "filter", MILLER, FILE), ("mlr", "--version")),
    Peer(
        "sqlite-utils", _csv, ("sqlite-utils", "memory", f"{FILE}:csv", SELECT + SQL),
        ("sqlite-utils", "--version"),
    ),
    _library("pandas", PANDAS),
    _library("polars", POLARS),
    _library("duckdb", DUCKDB),
)  # fmt: skip
