"""What people would keep such events in instead: how each tool writes them, filters them and prints what is left."""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from generated import ACTORS, FIRST_DAY, SUMMARY, Made, as_yaml, head

ACTOR, FIRST, LAST, NEXT = "actor-3", "2010-01-01", "2010-06-30", "2010-07-01"
COLUMNS = ("date", "title", "type", "status", "actors", "place", "source", "quote", "tags", "summary")

# Small programs for those that are libraries.
MARKWHEN = f"""
const {{ parse, flat }} = require("@markwhen/parser");
for (const event of flat(parse(require("fs").readFileSync(process.argv[1], "utf8")).events)) {{
  const day = event.dateRangeIso.fromDateTimeIso.slice(0, 10);
  if (event.tags.includes("{ACTOR.replace("-", "")}") && day >= "{FIRST}" && day <= "{LAST}") {{
    console.log(day, event.firstLine.rest, ...event.supplemental.map((text) => "\\n  " + text.raw));
  }}
}}
"""
MARKWHEN_VERSION = """
const path = require("path").join(require.resolve("@markwhen/parser"), "../../package.json");
console.log("@markwhen/parser", JSON.parse(require("fs").readFileSync(path)).version);
"""
DUCKDB = f"""
import duckdb, sys
events = duckdb.read_csv(sys.argv[1])
kept = events.filter("list_contains(string_split(actors, ' '), '{ACTOR}') and date between '{FIRST}' and '{LAST}'")
print(*kept.fetchall(), sep="\\n")
"""
YQ = f'.events[] | select(([.actors[] | .who? // .] | index("{ACTOR}")) and .date >= "{FIRST}" and .date < "{NEXT}")'
BQL = f"""
SELECT date, narration, entry_meta('quote'), entry_meta('summary'), tags, other_accounts
WHERE account = 'Assets:{ACTOR.title()}' AND date >= {FIRST} AND date < {NEXT}
"""

Writer = Callable[[TextIO, Iterable[Made]], None]


@dataclass(frozen=True)
class Peer:
    """A tool: the events in its format, the command that filters a file of them, and the one that says its version."""

    name: str
    write: Writer
    command: tuple[str, ...]
    version_command: tuple[str, ...]

    @property
    def version(self) -> str:
        """What the tool says of its version; empty when it is not installed."""
        try:
            return " ".join(subprocess.check_output(self.version_command, stderr=subprocess.DEVNULL, text=True).split())
        except (OSError, subprocess.CalledProcessError):
            return ""


def _yaml(file: TextIO, events: Iterable[Made]) -> None:
    file.write(head())
    file.writelines(as_yaml(event) for event in events)


def _texts(event: Made) -> dict[str, str]:
    """The texts of an event beside date, title and actors, the same for every tool."""
    return {
        "type": "meeting",
        "status": "reported",
        "place": "Some Town; AUT; 48.2; 16.37; near",
        "source": event.source,
        "quote": " ".join(event.quote),
        "summary": SUMMARY,
    }


def _hledger(file: TextIO, events: Iterable[Made]) -> None:
    for event in events:
        file.write(f"{event.day} {event.title}\n")
        file.writelines(f"    ; {name}: {text}\n" for name, text in _texts(event).items())
        file.write("    ; talks:, border:\n")
        file.writelines(f"    {actor}  1\n" for actor in event.actors)
        file.write(f"    events  -{len(event.actors)}\n\n")


def _beancount(file: TextIO, events: Iterable[Made]) -> None:
    accounts = ["Equity:Events", *(f"Assets:{actor.title()}" for actor in ACTORS)]
    file.writelines(f"{FIRST_DAY.replace(year=1999)} open {account}\n" for account in accounts)
    for event in events:
        file.write(f'{event.day} * "{event.title}" #talks #border\n')
        file.writelines(f'  {name}: "{text}"\n' for name, text in _texts(event).items())
        file.writelines(f"  Assets:{actor.title()}  1 X\n" for actor in event.actors)
        file.write(f"  Equity:Events  -{len(event.actors)} X\n\n")


def _markwhen(file: TextIO, events: Iterable[Made]) -> None:
    file.write("title: Made up\n\n")
    for event in events:
        actors = " ".join(f"#{actor.replace('-', '')}" for actor in event.actors)  # a tag has no hyphen
        file.write(f"{event.day}: {event.title} #talks #border {actors}\n")
        file.writelines(f"- {name} = {text}\n" for name, text in _texts(event).items())
        file.write("\n")


def _csv(file: TextIO, events: Iterable[Made]) -> None:
    rows = csv.DictWriter(file, COLUMNS)
    rows.writeheader()
    for event in events:
        row = {"date": str(event.day), "title": event.title, "actors": " ".join(event.actors), "tags": "talks border"}
        rows.writerow(row | _texts(event))


FILE = "{file}"
STACK = "--stack-size=7600"  # markwhen's parser passes all lines as arguments of one call
CSVKIT = f"csvgrep -c actors -r '\\b{ACTOR}\\b' {FILE} | csvgrep -c date -r '^2010-0[1-6]'"
PEERS = (
    Peer(
        "hledger",
        _hledger,
        ("hledger", "-f", FILE, "print", f"{ACTOR}$", f"date:{FIRST}..{NEXT}"),
        ("hledger", "--version"),
    ),
    Peer(
        "beancount, no cache",
        _beancount,
        ("env", "BEANCOUNT_DISABLE_LOAD_CACHE=1", "bean-query", FILE, BQL),
        ("bean-query", "--version"),
    ),
    Peer("markwhen", _markwhen, ("node", STACK, "-e", MARKWHEN, FILE), ("node", "-e", MARKWHEN_VERSION)),
    Peer("yq", _yaml, ("yq", YQ, FILE), ("yq", "--version")),
    Peer("csvkit", _csv, ("sh", "-c", CSVKIT), ("csvgrep", "--version")),
    Peer(
        "miller",
        _csv,
        (
            "mlr",
            "--icsv",
            "--oxtab",
            "filter",
            f'$actors =~ "\\b{ACTOR}\\b" && $date >= "{FIRST}" && $date < "{NEXT}"',
            FILE,
        ),
        ("mlr", "--version"),
    ),
    Peer(
        "duckdb",
        _csv,
        (sys.executable, "-c", DUCKDB, FILE),
        (sys.executable, "-c", "import duckdb; print('duckdb', duckdb.__version__)"),
    ),
)
