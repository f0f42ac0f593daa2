"""Whether what is drafted from a sentence is what is wanted of it.

`date` is EDTF; `none` wants nothing dated, but an undated event or a question will do; `refused` wants an error. A span
may be an interval or a set with the same ends.
"""

import re
from collections.abc import Iterator, Mapping
from csv import DictReader
from datetime import date

from places import DATA

from diplotimeline import Actor
from diplotimeline.drafting import Candidate, candidates, language_of
from diplotimeline.errors import CallError

SPAN = re.compile(r"\[?([0-9-]*)(?:\.\.|/)([0-9-]*)\]?")


def rows(name: str) -> list[dict[str, str]]:
    """The sentences of a set of cases, with their line ends and page breaks."""
    read = DictReader((DATA / "drafting" / name).read_text(encoding="utf-8").splitlines())
    return [
        row | {"sentence": row["sentence"].replace("\\n", "\n").replace("\\f", "\f").replace("\\t", "\t")}
        for row in read
    ]


def events(row: Mapping[str, str], actors: Mapping[str, Actor] | None = None) -> list[Candidate]:
    """The events drafted from a row."""
    text, issued = row["sentence"], date.fromisoformat(row["issued"])
    found = candidates(text, issued, language=language_of(text), actors=actors)
    return [one for one in found if not one.reason]


def is_right(row: Mapping[str, str], actors: Mapping[str, Actor] | None = None) -> bool:
    """Whether the dates drafted from a row are what is wanted."""
    wanted = row["date"]
    try:
        found = [one.date or "TODO" for one in events(row, actors)]
    except CallError:
        return wanted == "refused"
    if wanted == "none":
        return set(found) <= {"TODO", f"[..{row['issued']}]"}
    return all(any(_same(one, each) for one in found) for each in wanted.split(";"))


def share(cases: list[dict[str, str]]) -> Iterator[tuple[str, int, int]]:
    """Each kind with how many of its rows are right, and how many there are."""
    for kind in dict.fromkeys(row["kind"] for row in cases):
        of_kind = [row for row in cases if row["kind"] == kind]
        yield kind, sum(map(is_right, of_kind)), len(of_kind)


def _same(found: str, wanted: str) -> bool:
    one, other = SPAN.fullmatch(found), SPAN.fullmatch(wanted)
    return found == wanted or (one is not None and other is not None and one.groups() == other.groups())
