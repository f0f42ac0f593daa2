"""Timelines of any size in two shapes.

The made-up one: 30 actors, two sources, about 550 bytes an event, uncertain dates among them. The real one: the events
of the bundled timeline as they are written there, comments and claims included, again and again under new ids and
dates. `python benchmarks/generated.py 10000 FILE [real]` writes one.
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HEAD = """\
title: Made up
actors:
{actors}sources:
  s1: {{title: One, issued: 2040}}
  s2: {{title: Two, issued: 2040}}
events:
"""
EVENT = """\
  - date: {edtf}
    title: {title}
    type: meeting
    status: reported
    actors: [{one}, {two}, {{who: {three}, role: host}}]
    place: {{name: Some Town, country: AUT, lat: 48.2, lon: 16.37, precision: near}}
    source: {source}
    quote: >-
      {quote[0]}
      {quote[1]}
    tags: [talks, border]
    summary: {summary}
"""
QUOTE = (
    "The delegations of the two sides met in the town for the talks that had been announced",
    "in the week before and discussed, according to the communique, the text of point {number}.",
)
SUMMARY = "The delegations met and discussed the text; no decision was reported afterwards."
ACTORS = tuple(f"actor-{number}" for number in range(30))
FIRST_DAY = date(2000, 1, 1)
BUNDLED = Path(__file__).parent.parent / "timelines" / "armenia-azerbaijan-2022.yaml"


@dataclass(frozen=True)
class Made:
    """One made-up event; `day` is the first day of its date, for tools that know no uncertain ones."""

    number: int
    edtf: str
    day: date
    actors: tuple[str, ...]
    source: str

    @property
    def title(self) -> str:
        return f"Delegations of both sides meet for talks number {self.number}"

    @property
    def quote(self) -> tuple[str, str]:
        return QUOTE[0], QUOTE[1].format(number=self.number)


def events(count: int) -> Iterator[Made]:
    """The events, the same for the same count."""
    draw = random.Random(count)
    for number in range(count):
        actors = tuple(draw.sample(ACTORS, 3))
        edtf, day = _date(draw)
        yield Made(number, edtf, day, actors, f"s{number % 2 + 1}")


def a_date(draw: random.Random) -> str:
    """A date in EDTF; two of five are uncertain in some way."""
    return _date(draw)[0]


def _date(draw: random.Random) -> tuple[str, date]:
    day = FIRST_DAY + timedelta(days=draw.randrange(9000))
    later = day + timedelta(days=draw.randrange(1, 9))
    forms = (f"{day}",) * 6 + (f"{day:%Y-%m}", f"{day}/{later}", f'"[{day}..{later}]"', f"{day}~")
    edtf = draw.choice(forms)
    return edtf, day.replace(day=1) if len(edtf) == 7 else day


def head() -> str:
    """What stands before the events: actors and sources."""
    return HEAD.format(actors="".join(f"  {actor}: {{name: {actor.title()}, kind: state}}\n" for actor in ACTORS))


def as_yaml(event: Made) -> str:
    """One event of a timeline file."""
    one, two, three = event.actors
    return EVENT.format(
        edtf=event.edtf, title=event.title, one=one, two=two, three=three,
        source=event.source, quote=event.quote, summary=SUMMARY,
    )  # fmt: skip


def write(path: Path, count: int) -> Path:
    """Write a timeline of so many events."""
    with path.open("w", encoding="utf-8") as file:
        file.write(head())
        file.writelines(as_yaml(event) for event in events(count))
    return path


def real_events(count: int) -> Iterator[str]:
    """Events of the real shape: those of the bundled timeline in their order, each time some other days earlier.

    Earlier, because no source can tell what comes after it.
    """
    _, _, listed = BUNDLED.read_text(encoding="utf-8").partition("\nevents:\n")
    written = re.findall(r"(?:\n|  #.*\n)*  - .*\n(?:    .*\n)*", listed)
    ids = re.compile("|".join(re.findall(r"^    id: (.*)$", listed, re.MULTILINE)))
    draw = random.Random(count)
    for copy in range(-(-count // len(written))):
        earlier = timedelta(days=draw.randrange(9000))
        for event in written[: count - copy * len(written)]:
            date_line, end, rest = event.partition("\n    ")
            yield ids.sub(rf"\g<0>-{copy}", _moved(date_line, earlier) + end + rest)


def _moved(text: str, earlier: timedelta) -> str:
    """The text with each day and month in it so much earlier."""

    def new(match: re.Match[str]) -> str:
        return str(date.fromisoformat(f"{match[0]}-01"[:10]) - earlier)[: len(match[0])]

    return re.sub("[0-9]{4}(-[0-9]{2}){1,2}", new, text)


def write_real(path: Path, count: int) -> Path:
    """Write a timeline of so many events of the real shape, and beside it the archived texts of its sources."""
    head, heading, _ = BUNDLED.read_text(encoding="utf-8").partition("\nevents:\n")
    shutil.copytree(BUNDLED.parent / "sources", path.parent / "sources", dirs_exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(head + heading)
        file.writelines(real_events(count))
    return path


if __name__ == "__main__":
    make = write_real if "real" in sys.argv[3:] else write
    make(Path(sys.argv[2]), int(sys.argv[1]))
