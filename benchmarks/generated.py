"""Timelines of any size in three shapes, the same for the same size.

- real: the events of the bundled timeline as they are written there, claims and comments included, again and again in
  other years, beside its archived text
- ucdp: rows as in UCDP's table of events, brought in by `import`: places with coordinates, deaths by side and as a
  range, one to three sources, an identifier
- plain: what happened, when, who, where and a source; two of five dates are uncertain

`python benchmarks/generated.py 10000 FILE [SHAPE]` writes one.
"""

import csv
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

HEAD = """\
title: Made up
actors:
{actors}sources:
  s1: {{title: One, issued: 2025}}
  s2: {{title: Two, issued: 2025}}
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
    tags: [talks, border]
    summary: {summary}
"""
SUMMARY = "The delegations met and discussed the text; no decision was reported afterwards."
ACTORS = tuple(f"actor-{number}" for number in range(30))
FIRST_DAY = date(2000, 1, 1)
RELATED = re.compile(r'(?:, |    )"?related"?: \[.*?\]\n?')
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
        source=event.source, summary=SUMMARY,
    )  # fmt: skip


def write_plain(path: Path, count: int) -> None:
    """Write a timeline of so many plain events."""
    with path.open("w", encoding="utf-8") as file:
        file.write(head())
        file.writelines(as_yaml(event) for event in events(count))


def real_events(count: int) -> Iterator[str]:
    """Events of the real shape, as they are written in the file; numbers tell them apart."""
    _, _, listed = BUNDLED.read_text(encoding="utf-8").partition("\nevents:\n")
    written = re.findall(r"(?:\n|  #.*\n)*  - .*\n(?:    .*\n)*", listed)
    for number, event in enumerate(_again(written, count)):
        yield f"{event}    identifiers: {{made: {number}}}\n"


def real_entries(count: int) -> Iterator[dict[str, Any]]:
    """The same events as values, for tools that read no YAML."""
    listed = yaml.load(BUNDLED.read_bytes(), yaml.CBaseLoader)["events"]  # noqa: S506 - it makes texts only
    written = [json.dumps(event, ensure_ascii=False) for event in listed]
    for number, event in enumerate(_again(written, count)):
        yield json.loads(event) | {"identifiers": {"made": str(number)}}


def _again(events: Sequence[str], count: int) -> Iterator[str]:
    """Events again and again under new ids, each time in another year: quotes still name their claim's day.

    The years are earlier ones, because no source can tell what comes after it.
    """
    ids = re.compile("|".join(re.findall(r'\bid"?: "?([\w-]+)', "\n".join(events))))
    draw = random.Random(count)
    for copy in range(-(-count // len(events))):
        year = str(draw.randrange(1900, 2022))
        left = count - copy * len(events)
        for event in events[:left]:
            if left < len(events):  # the last time not all are there that it is related to
                event = RELATED.sub("", event)
            yield re.sub(r"(?<![\w-])2022", year, ids.sub(rf"\g<0>-{copy}", event))


def write_real(path: Path, count: int) -> None:
    """Write a timeline of so many events of the real shape, and beside it the archived texts of its sources."""
    head, heading, _ = BUNDLED.read_text(encoding="utf-8").partition("\nevents:\n")
    shutil.copytree(BUNDLED.parent / "sources", path.parent / "sources", dirs_exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(head + heading)
        file.writelines(real_events(count))


def write_ucdp(path: Path, count: int) -> None:
    """Write so many rows as UCDP has them and bring them in; the actors stand in a file beside the timeline."""
    table, actors = path.with_suffix(".csv"), path.with_name("actors.yaml")
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = _rows(count)
        writer = csv.DictWriter(file, (first := next(rows)).keys())
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    sides = "".join(f"  {actor}: {{name: {actor.title()}, kind: state}}\n" for actor in ACTORS)
    actors.write_text(f"actors:\n{sides}  civilians: {{name: Civilians, kind: population}}\n", encoding="utf-8")
    path.unlink(missing_ok=True)
    call = ["import", str(table), "--actors", str(actors), "--strict", "-o", str(path)]
    subprocess.run([sys.executable, "-m", "diplotimeline", *call], check=True, stderr=subprocess.DEVNULL)


def _rows(count: int) -> Iterator[dict[str, str | int | float]]:
    draw = random.Random(count)
    for number in range(count):
        one, two = sorted(draw.sample(ACTORS, 2))
        day = FIRST_DAY + timedelta(days=draw.randrange(9000))
        days = draw.choice((0, 0, 0, draw.randrange(1, 7)))
        told = draw.choice((1, 1, 1, 2, 3))
        dead = [draw.choice((0, 0, 1, draw.randrange(20))) for _ in range(4)]
        doubt = draw.choice((0, 0, 0, draw.randrange(1, 9)))
        issued = [day + timedelta(days=days + 1 + place) for place in range(told)]
        articles = [(f"Agency {draw.randrange(99)}", str(when), f"Report {number} on the fighting") for when in issued]
        offices, dates, headlines = (";".join(column) for column in zip(*articles, strict=True))
        yield {
            "id": number, "relid": f"MAD-{day.year}-1-{number}", "year": day.year, "type_of_violence": 1,
            "conflict_name": f"{one} - {two}", "dyad_name": f"{one.title()} - {two.title()}",
            "side_a": one.title(), "side_b": two.title(), "number_of_sources": told,
            "source_article": ";".join(f'"{",".join(article)}"' for article in articles),
            "source_office": offices, "source_date": dates, "source_headline": headlines,
            "where_prec": draw.randrange(1, 6), "where_coordinates": f"Town {draw.randrange(999)}",
            "where_description": "near the road in the valley", "adm_1": f"Region {draw.randrange(20)}",
            "latitude": round(draw.uniform(30, 50), 6), "longitude": round(draw.uniform(10, 60), 6),
            "country": "Tavoria", "region": "Lakeland", "event_clarity": 1 + (days > 3), "date_prec": 1 + (days > 0),
            "date_start": str(day), "date_end": str(day + timedelta(days=days)),
            "deaths_a": dead[0], "deaths_b": dead[1], "deaths_civilians": dead[2], "deaths_unknown": dead[3],
            "best": sum(dead), "high": sum(dead) + doubt, "low": max(0, sum(dead) - doubt),
        }  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """How its timelines are written, and what to ask of one: an actor and a stretch of days with few events."""

    write: Callable[[Path, int], None]
    actor: str
    first: str
    last: str

    @property
    def filter(self) -> list[str]:
        """The options that ask for these few events."""
        return ["--actor", self.actor, "--from", self.first, "--to", self.last]


SHAPES = {
    "real": Shape(write_real, "bayramov", "2009-01-01", "2012-12-31"),
    "ucdp": Shape(write_ucdp, "actor-3", "2010-01-01", "2010-06-30"),
    "plain": Shape(write_plain, "actor-3", "2010-01-01", "2010-06-30"),
}


def write(path: Path, count: int, shape: str = "real") -> Path:
    """Write a timeline of so many events of a shape, and what belongs to it into the same folder."""
    SHAPES[shape].write(path, count)
    return path


def shapes_asked() -> list[str]:
    """The shapes that the call names, else all."""
    unknown = [name for name in sys.argv[1:] if name not in SHAPES]
    if unknown:
        sys.exit(f"there is no shape {unknown[0]}, only {', '.join(SHAPES)}")
    return sys.argv[1:] or list(SHAPES)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]), *sys.argv[3:])
