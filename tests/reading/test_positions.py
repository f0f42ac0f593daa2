"""Routes to lines and columns, in all scripts and styles; and no bytes that a reader does not survive."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given, strategies as st
from together import together
from written import read, spans

from diplotimeline.problems import FILE_START, At, Finding, Mark, Route
from diplotimeline.reading.marks import FieldMarks, FilePositions
from diplotimeline.reading.positions import Positions
from diplotimeline.reading.tree import read_tree
from diplotimeline.record.report import TimelineFile

FILE = """\
title: Հայաստան – Ադրբեջան
actors:
  միրզոյան: {name: 外交部长, kind: 'person', aliases: [Միրզոյան, "😀 é", c]}
events:
- date: 2022-10-04
  title: >-
    Talks
    in Geneva
  actors:
    - 中文
    - who: b
      role: host
  place: {name: Genève,
    country: CHE}
- {date: 2022-10-05}
sources:
empty: {}
none: []
"""

# Key and value of a route, as line:column-line:column; the end is exclusive.
PLACES: dict[str, tuple[Route, str, str]] = {
    "a text": (("title",), "1:1-1:6", "1:8-1:27"),
    "a group in lines begins at its first name": (("actors",), "2:1-2:7", "3:3-3:11"),
    "a group in braces begins at its brace": (("actors", "միրզոյան"), "3:3-3:11", "3:13-3:14"),
    "a text in braces": (("actors", "միրզոյան", "name"), "3:14-3:18", "3:20-3:24"),
    "a text in quotation marks": (("actors", "միրզոյան", "kind"), "3:26-3:30", "3:32-3:40"),
    "a list in brackets begins at its bracket": (("actors", "միրզոյան", "aliases"), "3:42-3:49", "3:51-3:52"),
    "an entry in brackets": (("actors", "միրզոյան", "aliases", 0), "3:52-3:60", "3:52-3:60"),
    "an entry with an emoji": (("actors", "միրզոյան", "aliases", 1), "3:62-3:67", "3:62-3:67"),
    "an entry after an emoji": (("actors", "միրզոյան", "aliases", 2), "3:69-3:70", "3:69-3:70"),
    "a text beside a dash": (("events", 0, "date"), "5:3-5:7", "5:9-5:19"),
    "an entry in a list of lines": (("events", 0, "actors", 0), "10:7-10:9", "10:7-10:9"),
    "a field of an entry": (("events", 0, "actors", 1, "role"), "12:7-12:11", "12:13-12:17"),
    "a text in braces before a line end": (("events", 0, "place", "name"), "13:11-13:15", "13:17-13:23"),
    "a text in braces after a line end": (("events", 0, "place", "country"), "14:5-14:12", "14:14-14:17"),
    "an entry in braces": (("events", 1, "date"), "15:4-15:8", "15:10-15:20"),
    "an empty group": (("empty",), "17:1-17:6", "17:8-17:9"),
    "an empty list": (("none",), "18:1-18:5", "18:7-18:8"),
}  # fmt: skip
# Where something without a place of its own is pointed at.
STARTS: dict[str, tuple[Route, tuple[int, int]]] = {
    "the file": ((), (1, 1)),
    "a list in lines begins at its dash": (("events",), (5, 1)),
    "an entry that is a group begins at its first name": (("events", 0), (5, 3)),
    "an entry that is a group further down": (("events", 0, "actors", 1), (11, 7)),
    "an entry in braces begins at its brace": (("events", 1), (15, 3)),
    "a folded text begins at its sign": (("events", 0, "title"), (6, 10)),
    "an empty value begins behind its name": (("sources",), (16, 9)),
    "a field that is not there: its group": (("events", 1, "title"), (15, 3)),
    "an entry that is not there: its list": (("events", 7), (5, 1)),
    "a way that does not exist: as far as it goes": (("actors", "nobody", "name"), (3, 3)),
    "a way through a text: the text": (("title", "x", 0), (1, 8)),
    "nothing of it: the file": (("nothing", 1, "x"), (1, 1)),
}

VALID = FILE.encode()
EDITS = st.tuples(st.integers(0, len(VALID) - 1), st.integers(0, 3), st.binary(max_size=3))
PIECES = st.sampled_from([
    b"\n", b"\r", b"\t", b" ", b"- ", b": ", b"? ", b"#", b"[", b"]", b"{", b"}", b",", b"'", b'"', b"\\", b"|", b">",
    b"&a ", b"*a", b"!!str ", b"<<: ", b"%", b"---\n", b"...\n", b"title: x\n", b"a: 1\n", b"\xef\xbb\xbf", b"\xc3",
    b"\xa9", "\u2028".encode(), b'"\\e"', b"~", b"null",
])  # fmt: skip


def mark(text: str) -> Mark:
    line, column, end_line, end_column = (int(part) for part in text.replace("-", ":").split(":"))
    return Mark(line, column, end_line, end_column)


def positions(data: bytes, *findings: Finding) -> FilePositions:
    """What is known of a file after these findings were looked up."""
    known = FilePositions(data)
    known.learn(findings)
    return known


def marks_of(data: bytes, routes: Iterable[Route]) -> dict[Route, FieldMarks]:
    """The places of these routes and of those above them."""
    return positions(data, *(Finding("rule", "message", route=route) for route in routes)).fields


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with some of them replaced."""
    for place, length, new in edits:
        start = place % (len(data) + 1)
        data = data[:start] + new + data[start + length :]
    return data


@together(("route", "key", "value"), PLACES.values())
def test_the_place_of_a_name_and_of_its_value(route: Route, key: str, value: str) -> None:
    assert marks_of(VALID, [route])[route] == FieldMarks(mark(key), mark(value))


@pytest.mark.parametrize(("route", "start"), STARTS.values(), ids=STARTS)
def test_where_a_route_points(route: Route, start: tuple[int, int]) -> None:
    finding = Finding("rule", "message", route=route)
    [place] = positions(VALID, finding).marks_of(finding)

    assert (place.line, place.column) == start


def test_all_routes_of_a_file_at_once() -> None:
    marks = marks_of(VALID, [route for route, _, _ in PLACES.values()])

    assert {name: marks[route] for name, (route, _, _) in PLACES.items()} == {
        name: FieldMarks(mark(key), mark(value)) for name, (_, key, value) in PLACES.items()
    }


def test_a_finding_points_at_the_name_where_the_name_is_meant() -> None:
    at_key, at_value = (Finding("r", "m", route=("events", 0, "date"), at=at) for at in ("key", "value"))
    known = positions(VALID, at_key)

    assert known.marks_of(at_key) == (mark("5:3-5:7"),)
    assert known.marks_of(at_value) == (mark("5:9-5:19"),)


SHORT_AND_LONG = b"""\
events:
- source: s
  quote: q
- claims: [{source: s, quote: q}]
  quote: r
"""


@pytest.mark.parametrize(
    ("route", "at", "place"),
    [
        (("events", 0, "claims", 0, "quote"), "value", "3:10-3:11"),
        (("events", 0, "claims", 0, "quote"), "key", "3:3-3:8"),
        (("events", 0, "quote"), "value", "3:10-3:11"),
        (("events", 0, "claims", 0, "stance"), "key", "2:3-2:9"),
        (("events", 0, "claims", 0), "value", "2:3-2:9"),
        (("events", 1, "claims", 0, "quote"), "value", "4:31-4:32"),
        (("events", 1, "quote"), "value", "5:10-5:11"),
    ],
    ids=str,
)
def test_a_claim_written_short_is_found_in_its_event(route: Route, at: At, place: str) -> None:
    finding = Finding("rule", "message", route=route, at=at)

    assert positions(SHORT_AND_LONG, finding).marks_of(finding) == (mark(place),)


def test_what_is_asked_later_is_found_as_if_it_were_asked_at_once() -> None:
    routes = [route for route, _, _ in PLACES.values()]
    known = FilePositions(VALID)
    for route in routes:
        known.learn([Finding("rule", "message", route=route)])

    assert known.fields == marks_of(VALID, routes)


def test_what_is_said_of_a_field_is_not_said_of_the_words_in_its_line_again() -> None:
    of_field = Finding("rule", "message", route=("title",))
    of_words = [Finding("rule", "message", mark=mark(place)) for place in ("1:8-1:12", "2:1-2:5")]
    problems = Positions([TimelineFile("a.yaml", VALID, Path())]).problems([*of_words, of_field])

    assert spans(problems) == ["1:8-1:27", "2:1-2:5"]


def test_a_finding_without_a_file_is_told_all_the_same() -> None:
    [problem] = Positions([]).problems([Finding("rule", "message", route=("events", 7, "date"))])

    assert problem.concise == "<timeline>:1:1: error: message [rule]"


def test_the_first_of_two_names_is_the_one_that_counts() -> None:
    marks = marks_of(b"a: {b: 1}\na: {b: 2}\n", [("a", "b")])

    assert marks["a", "b"] == FieldMarks(mark("1:5-1:6"), mark("1:8-1:9"))


def test_what_stands_before_a_mistake_in_the_form_has_its_place() -> None:
    assert marks_of(b"a: 1\nb: [\n", [("a",)])[("a",)] == FieldMarks(mark("1:1-1:2"), mark("1:4-1:5"))


def test_line_ends_of_windows_and_a_byte_order_mark_move_nothing() -> None:
    data = b"\xef\xbb\xbf" + VALID.replace(b"\n", b"\r\n")
    routes = [route for route, _, _ in PLACES.values()]

    assert marks_of(data, routes) == marks_of(VALID, routes)


def test_an_empty_file_has_a_beginning() -> None:
    assert marks_of(b"", [("a",)]) == {(): FieldMarks(FILE_START, FILE_START)}


@given(st.lists(EDITS | st.tuples(st.integers(0, len(VALID) - 1), st.integers(0, 3), PIECES), min_size=1, max_size=6))
@example([(0, 0, b"\xc3a\xa9")])
@example([(len(VALID), 0, b"title:\n")])
@example([(0, 0, b"? a:\n   - b\n: c\n")])
@example([(len(VALID) - 2, 9, b"")])
@example([(0, 0, b"a: {b: 1, b: {c: 1, c: 2}}\n")])
def test_no_edit_makes_the_reader_raise_or_point_outside_the_file(edits: list[tuple[int, int, bytes]]) -> None:
    data = edited(VALID, edits)
    findings = read_tree(data).findings
    lines = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").split("\n")

    assert all(finding.mark or finding.route for finding in findings)
    for problem in read(data):
        assert 1 <= problem.line <= problem.end_line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert (problem.line, problem.column) <= (problem.end_line, problem.end_column)
        assert problem.message


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    tree = read_tree(data)

    assert isinstance(tree.root, dict) or tree.findings
    assert len(read(data)) == len(tree.findings)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    tree = read_tree(text.encode())

    assert isinstance(tree.root, dict) or tree.findings
    assert len(read(text)) == len(tree.findings)


def test_a_cut_text_is_found_and_a_line_that_yaml_ends_elsewhere_is_no_crash() -> None:
    cuts = Finding("cut-by-comment", "", at="cuts")
    data = b"a: b\nc: d #e\nf: 'g #h'\ni: j # k\n"

    assert [(one.line, one.column) for one in positions(data, cuts).marks_of(cuts)] == [(2, 6)]
    assert positions("a: b #c\x85d: e #f\u2028g: h\n".encode(), cuts).marks_of(cuts)


ENTRY = """\
  # 出来事 %d
  - date: 2022-09-13
    title: Talks %d begin
    actors: [a, {who: 中, role: host}]
    claims:
      - source: s
        quote: >-
          words
          of both
        note: one #two
"""
LARGE = ("title: Large\nsources: {s: {title: S}}\nevents:\n" + "".join(ENTRY % (n, n) for n in range(170))).encode()
STEPS: tuple[tuple[str | int, ...], ...] = (
    (), ("title",), ("actors",), ("actors", 1, "who"), ("claims", 0, "quote"), ("claims", 1), ("no",),
)  # fmt: skip


def test_the_large_file_is_one_that_is_read_plainly() -> None:
    assert read_tree(LARGE).odd is not None


AT: tuple[At, ...] = ("cuts", "value")
EVERYWHERE = tuple(product(range(172), STEPS))


def asking(asked: Iterable[tuple[int, Route]], *at: At) -> list[Finding]:
    routes: list[Route] = [(), ("events",), ("sources", "s"), *(("events", number, *steps) for number, steps in asked)]
    return [*(Finding("x", "x", route=route) for route in routes), *(Finding("x", "x", at=one) for one in at)]


@pytest.fixture(scope="module")
def read_as_a_whole() -> FilePositions:
    """The large file, of which every place is asked for."""
    positions = FilePositions(LARGE)
    positions.learn(asking(EVERYWHERE, *AT))
    return positions


@given(asked=st.lists(st.sampled_from(EVERYWHERE), max_size=4), at=st.sampled_from(AT))
def test_a_large_file_is_read_only_where_something_is_asked_for(
    read_as_a_whole: FilePositions, asked: list[tuple[int, Route]], at: At
) -> None:
    findings = asking(asked, at)
    positions = FilePositions(LARGE, read_tree(LARGE).odd)
    positions.learn(findings)

    assert [*map(positions.marks_of, findings)] == [*map(read_as_a_whole.marks_of, findings)]
