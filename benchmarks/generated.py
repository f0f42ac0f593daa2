"""Made-up timelines of any size: 30 actors, two sources, about 550 bytes an event, uncertain dates among them."""

import random
import sys
from collections.abc import Iterator
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
  - date: {date}
    title: Delegations of both sides meet for talks number {number}
    type: meeting
    status: reported
    actors: [actor-{a}, actor-{b}, {{who: actor-{c}, role: host}}]
    place: {{name: Some Town, country: AUT, lat: 48.2, lon: 16.37, precision: near}}
    source: s{source}
    quote: >-
      The delegations of the two sides met in the town for the talks that had been announced
      in the week before and discussed, according to the communique, the text of point {number}.
    tags: [talks, border]
    summary: The delegations met and discussed the text; no decision was reported afterwards.
"""
ACTORS = 30
FIRST_DAY = date(2000, 1, 1)


def events(count: int) -> Iterator[str]:
    """The events as YAML, the same for the same count."""
    draw = random.Random(count)
    for number in range(count):
        a, b, c = draw.sample(range(ACTORS), 3)
        yield EVENT.format(date=a_date(draw), number=number, a=a, b=b, c=c, source=number % 2 + 1)


def a_date(draw: random.Random) -> str:
    day = FIRST_DAY + timedelta(days=draw.randrange(9000))
    later = day + timedelta(days=draw.randrange(1, 9))
    forms = (f"{day}",) * 6 + (f"{day:%Y-%m}", f"{day}/{later}", f'"[{day}..{later}]"', f"{day}~")
    return draw.choice(forms)


def write(path: Path, count: int) -> Path:
    """Write a timeline of so many events."""
    actors = "".join(f"  actor-{n}: {{name: Actor Number {n}, kind: state}}\n" for n in range(ACTORS))
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD.format(actors=actors))
        file.writelines(events(count))
    return path


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
