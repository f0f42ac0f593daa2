"""Changes of values in a file: what was meant is there, and nothing else has changed."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from diplotimeline.problems import Finding, Mark, Route
from diplotimeline.reading.marks import FilePositions
from diplotimeline.reading.text import BYTE_ORDER_MARK
from diplotimeline.reading.tree import read_tree
from diplotimeline.writing.edits import REMOVED, Change, EditError, NewName, edited

FILE = """\
# Երևան
title: A record  # of the river
sources:
  a-1: {title: Daily, url: https://a.example/1}   # seen
  b-1:
    title: Weekly
    file: sources/b.txt

events:
  # the first
  - date: 2024-09-01
    title: Ardelia recalls its envoy   # reworded
    actors:
      - ardelia
      # asked
      - tavoria
    summary: >-
      Two lines
      of text.

    tags: [envoys, {x: y}]
    source: a-1

  - type: call
    date: 2024-09-02
    title: A call
    claims:
      - source: a-1
        quote: "said: yes"
      - source: b-1

# the end
"""


@pytest.mark.parametrize(
    ("route", "value", "before", "after"),
    [
        (("title",), "Another: record", "title: A record  #", 'title: "Another: record"  #'),
        (("sources", "a-1", "title"), "Daily, late", "title: Daily,", 'title: "Daily, late",'),
        (("sources", "a-1", "publisher"), "TN", "/1}   # seen", "/1, publisher: TN}   # seen"),
        (("sources", "b-1", "sha256"), "ab12", "b.txt\n", "b.txt\n    sha256: ab12\n"),
        (("events", 0, "title"), "The envoy leaves", "Ardelia recalls its envoy   #", "The envoy leaves   #"),
        (("events", 0, "actors", 1), "qasira", "- tavoria", "- qasira"),
        (("events", 0, "summary"), "One line.", ">-\n      Two lines\n      of text.\n", "One line.\n"),
        (("events", 0, "summary"), "A\nb.", ">-\n      Two lines\n      of text.\n", "|-\n      A\n      b.\n"),
        (("events", 0, "place"), {"name": "Orn"}, "source: a-1\n\n", "source: a-1\n    place: {name: Orn}\n\n"),
        (("events", 1, "type"), REMOVED, "type: call\n    ", ""),
        (("events", 1, "title"), REMOVED, "    title: A call\n", ""),
        (("events", 0, "title"), REMOVED, "title: Ardelia recalls its envoy   # reworded", "# reworded"),
        (("sources", "a-1", "url"), REMOVED, ", url: https://a.example/1", ""),
        (("events", 1, "claims", 0, "quote"), "yes", '"said: yes"', "yes"),
        (("events", 1, "claims", 1, "at"), "p. 2", "source: b-1\n\n#", "source: b-1\n        at: p. 2\n\n#"),
        (("timezone",), "UTC", "b-1\n\n# the end\n", "b-1\ntimezone: UTC\n\n# the end\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_one_change_changes_one_place(
    route: tuple[str | int, ...], value: object, before: str, after: str, end_of_line: str
) -> None:
    assert FILE.count(before) == 1
    new = edited(FILE.replace("\n", end_of_line).encode(), [Change(route, value)])
    assert new.decode() == FILE.replace(before, after).replace("\n", end_of_line)


@pytest.mark.parametrize(
    ("file", "added"),
    [
        ("events: []\n", "events:\n  - date: 2024-09-03  # asked\n    title: Talks\n"),
        ("title: A record", "title: A record\n\nevents:\n  - date: 2024-09-03  # asked\n    title: Talks\n"),
        ("events:\n- date: 2024\n", "events:\n- date: 2024\n- date: 2024-09-03  # asked\n  title: Talks\n"),
        pytest.param(
            "events:\n  - date: 2024  # a\n    title: >-\n      b\n\n  - date: 2025\n\nsources:\n  s: {title: S}\n",
            "events:\n  - date: 2024  # a\n    title: >-\n      b\n\n  - date: 2025\n\n"
            "  - date: 2024-09-03  # asked\n    title: Talks\n\nsources:\n  s: {title: S}\n",
        ),
    ],
    ids=["an empty list", "no list", "dashes at the margin", "a list above the sources, with blank lines"],
)
def test_an_entry_is_added_at_the_end_of_its_list(file: str, added: str) -> None:
    assert edited(file.encode(), [], {"events": ["- date: 2024-09-03  # asked\n  title: Talks"]}).decode() == added


def test_many_changes_are_made_at_once() -> None:
    changes = [
        Change(("events", 0, "id"), "first"),
        Change(("events", 0, "order"), "1"),
        Change(("events", 1, "id"), "b"),
    ]
    new = edited(
        FILE.encode(), changes, {"sources": ["c-1: {title: C}  # new"], "actors": ["ardelia: {name: Ardelia}"]}
    )
    root = read_tree(new).root
    assert [event["id"] for event in root["events"]] == ["first", "b"]
    assert list(root["sources"]) == ["a-1", "b-1", "c-1"]
    assert "    source: a-1\n    id: first\n    order: 1\n\n  - type" in new.decode()


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("- a\n", Change((0,), "b"), "cannot be read"),
        ("title: a\n", Change(("events", 3, "title"), "b"), "there is no events.3 in the file"),
        (
            "events:\n  - title: a  # why\n    date: 2024\n",
            Change(("events", 0, "title"), REMOVED),
            "cannot be deleted",
        ),
        ("events: [{date: 2024}]\n", Change(("events", 0), REMOVED), "an entry of a list"),
    ],
)
def test_what_cannot_be_changed_alone_is_said(file: str, change: Change, words: str) -> None:
    with pytest.raises(EditError, match=words):
        edited(file.encode(), [change])


def test_a_name_is_changed_and_what_stands_below_it_too() -> None:
    new = edited(FILE.encode(), [Change(("sources", "a-1", "title"), "News")], names=[NewName(("sources", "a-1"), "a")])
    assert new.decode() == FILE.replace("  a-1: {title: Daily", "  a: {title: News")


@pytest.mark.parametrize("route", [("sources", "z"), ("actors", "a"), ("events", 0)])
def test_a_name_that_is_not_there_cannot_be_changed(route: Route) -> None:
    with pytest.raises(EditError, match=f"there is no {route[0]}"):
        edited(FILE.encode(), [], names=[NewName(route, "b")])


def test_entries_are_not_added_to_a_list_in_brackets() -> None:
    with pytest.raises(EditError, match="stands in brackets"):
        edited(b"events: [{date: 2024}]\n", [], {"events": ["- date: 2025"]})


def places_in(data: bytes) -> list[tuple[Route, Mark]]:
    """Every text in a file, with its place; the bundled ones and the good files have no texts in other writing."""
    routes = list(routes_of(read_tree(data).root))
    positions = FilePositions(data)
    positions.learn([Finding("", "", route=route) for route in routes])
    return [(route, mark) for route in routes if (mark := positions.fields[route].value)]


@cache
def file_with_places(path: Path) -> tuple[bytes, list[tuple[Route, Mark]]]:
    """A file without its byte order mark and with plain line ends, and every text in it with its place."""
    data = path.read_bytes().removeprefix(BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    return data, places_in(data)


def routes_of(value: Any, route: Route = ()) -> Iterator[Route]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from routes_of(one, (*route, step))
    if isinstance(value, str):
        yield route


FILES = [*Path("tests/data/good").glob("*.yaml"), *Path("timelines").glob("*.yaml")]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1)
LINES_OF_TEXT = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)


@given(st.data())
def test_any_text_of_a_good_file_changes_alone(data: st.DataObject) -> None:
    old, places = file_with_places(data.draw(st.sampled_from(FILES)))
    route, mark = data.draw(st.sampled_from(places))
    new = edited(old, [Change(route, data.draw(LINES_OF_TEXT))]).decode()
    lines = old.decode().split("\n")
    before = "\n".join([*lines[: mark.line - 1], lines[mark.line - 1][: mark.column - 1]]).rstrip(" \n>|-")
    after = "\n".join([lines[mark.end_line - 1][mark.end_column - 1 :], *lines[mark.end_line :]])
    assert new.startswith(before)
    assert new.endswith(after)
