"""What nobody asks for is emptied before places are looked for; all places stay what they were."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from diplotimeline.problems import Finding, Route
from diplotimeline.reading.emptied import others_emptied
from diplotimeline.reading.fast import read_plain
from diplotimeline.reading.marks import FilePositions

FILE = """\
title: Talks
sources:
  s: {title: S}
events:
  - date: 2022-10-04
    title: >-
      Talks
      in Tolm
    # a remark
    actors:
    - a
    - who: b
      role: host
    source: s
    tags: [talks, border]

    summary: >-
      They go on.

    # another

    place: {name: Tolm, country: ARD}
    claims:
      - source: s
        quote: We meet
      - {source: s, at: p. 3}
    note: >-
      Folded.
    type: talks
  - actors:
      - a
    date: 2022-10-05
    note: "in two
    title: lines"
    id: e2
  - date: 2022-10-06
    title: Մեկ #2 և երկու
    source: s # why
    id: e3
""".encode()


def routes(data: Any, *above: str | int) -> Iterator[Route]:
    """The routes to all that a file holds."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*above, step)
        yield from routes(value, *above, step)


ROUTES = list(routes(yaml.load(FILE, yaml.CBaseLoader)))  # noqa: S506 - it makes texts only


def known(*findings: Finding, plain: bool) -> FilePositions:
    """What is known of the file after these findings were looked up."""
    positions = FilePositions(FILE, frozenset({1, 2}) if plain else None)
    positions.learn(findings)
    return positions


def test_the_file_is_of_the_kind_that_is_emptied() -> None:
    odd: set[int] = set()

    assert read_plain(FILE, odd) is not None
    assert odd == {1, 2}


@pytest.mark.parametrize("route", ROUTES, ids=repr)
def test_each_place_is_what_it_is_in_the_whole_file(route: Route) -> None:
    finding = Finding("rule", "message", route=route)

    assert known(finding, plain=True).fields == known(finding, plain=False).fields


def test_all_places_together_with_what_comments_cut() -> None:
    findings = [Finding("", "", at="cuts"), *(Finding("rule", "message", route=route) for route in ROUTES)]
    few, whole = known(*findings, plain=True), known(*findings, plain=False)

    assert (few.fields, few.cuts) == (whole.fields, whole.cuts)
    assert whole.cuts


def test_only_the_first_field_and_what_is_asked_for_is_left() -> None:
    text = others_emptied(FILE, [("events", 0, "source")], {1, 2}, lambda _: False)
    left = [line for line in text.decode().splitlines()[4:] if line not in ("", "#")]

    assert left == ["  - date: 2022-10-04", "    source: s", "  - 0", "  - 0"]
    assert text.count(b"\n") == FILE.count(b"\n")
