"""Sentences by their kind: habits, demands, counterfactuals, chronicles … The floors are what was reached.

`dates` and `types` are separated by `;`, the types that will do for one event by `,`.
"""

import csv
from datetime import date

from evaluation import DATA

from diplotimeline import Actor
from diplotimeline.drafting import Candidate, candidates

ROWS = list(csv.DictReader((DATA / "classes.csv").read_text(encoding="utf-8").splitlines()))
REGISTER = {
    "orland": Actor(name="Orland", kind="state"),
    "vestra": Actor(name="Vestra", kind="state"),
    "lund": Actor(name="Anna Lund", kind="person", of=("orland",), office="Foreign Minister"),
    "olsen": Actor(name="Per Olsen", kind="person", of=("vestra",), office="President"),
}


def events(row: dict[str, str]) -> list[Candidate]:
    """The events drafted from a row."""
    issued = date.fromisoformat(row["issued"])
    found = candidates(row["text"], issued, language=row["language"], actors=REGISTER)
    return [one for one in found if not one.reason]


def test_events_of_every_kind_are_found_with_the_right_date() -> None:
    wanted = [(row, when) for row in ROWS for when in row["dates"].split(";") if when]
    missed = [row["text"] for row, when in wanted if when not in [one.date for one in events(row)]]

    assert len(wanted) >= 245
    assert 1 - len(missed) / len(wanted) >= 0.95, missed


def test_hardly_any_sentence_that_tells_no_event_becomes_one() -> None:
    silent = [row for row in ROWS if not row["dates"]]
    false = [row["text"] for row in silent if events(row)]

    assert len(false) / len(silent) <= 0.03, false


def test_the_types_of_every_kind_are_plausible() -> None:
    typed = [row for row in ROWS if row["types"] and events(row)]
    odd = [row["text"] for row in typed if events(row)[0].type not in row["types"].split(";")[0].split(",")]

    assert len(typed) >= 165
    assert len(odd) / len(typed) <= 0.1, odd
