"""Routes to lines and columns, in all scripts and styles; and no bytes that a reader does not survive."""

import pytest
from hypothesis import example, given, strategies as st
from written import read

from diplotimeline.problems import FILE_START, Finding, Route, Span
from diplotimeline.reading.positions import Marks, marks_of, nearest, texts_cut
from diplotimeline.reading.tree import read_tree

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


def span(text: str) -> Span:
    line, column, end_line, end_column = (int(part) for part in text.replace("-", ":").split(":"))
    return Span(line, column, end_line, end_column)


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with some of them replaced."""
    for place, length, new in edits:
        start = place % (len(data) + 1)
        data = data[:start] + new + data[start + length :]
    return data


@pytest.mark.parametrize(("route", "key", "value"), PLACES.values(), ids=PLACES)
def test_the_place_of_a_name_and_of_its_value(route: Route, key: str, value: str) -> None:
    assert marks_of(VALID, [route])[route] == Marks(span(key), span(value))


@pytest.mark.parametrize(("route", "start"), STARTS.values(), ids=STARTS)
def test_where_a_route_points(route: Route, start: tuple[int, int]) -> None:
    place = nearest(marks_of(VALID, [route]), Finding("rule", "message", route=route))

    assert (place.line, place.column) == start


def test_all_routes_of_a_file_at_once() -> None:
    marks = marks_of(VALID, [route for route, _, _ in PLACES.values()])

    assert {name: marks[route] for name, (route, _, _) in PLACES.items()} == {
        name: Marks(span(key), span(value)) for name, (_, key, value) in PLACES.items()
    }


def test_a_finding_points_at_the_name_where_the_name_is_meant() -> None:
    marks = marks_of(VALID, [("events", 0, "date")])
    places = [nearest(marks, Finding("r", "m", route=("events", 0, "date"), at=at)) for at in ("key", "value")]

    assert places == [span("5:3-5:7"), span("5:9-5:19")]


def test_the_first_of_two_names_is_the_one_that_counts() -> None:
    marks = marks_of(b"a: {b: 1}\na: {b: 2}\n", [("a", "b")])

    assert marks["a", "b"] == Marks(span("1:5-1:6"), span("1:8-1:9"))


def test_what_stands_before_a_mistake_in_the_form_has_its_place() -> None:
    assert marks_of(b"a: 1\nb: [\n", [("a",)])[("a",)] == Marks(span("1:1-1:2"), span("1:4-1:5"))


def test_line_ends_of_windows_and_a_byte_order_mark_move_nothing() -> None:
    data = b"\xef\xbb\xbf" + VALID.replace(b"\n", b"\r\n")
    routes = [route for route, _, _ in PLACES.values()]

    assert marks_of(data, routes) == marks_of(VALID, routes)


def test_an_empty_file_has_a_beginning() -> None:
    assert marks_of(b"", [("a",)]) == {(): Marks(FILE_START, FILE_START)}


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

    assert all(finding.span or finding.route for finding in findings)
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
    assert [(span.line, span.column) for span in texts_cut(b"a: b\nc: d #e\nf: 'g #h'\ni: j # k\n")] == [(2, 6)]
    assert texts_cut("a: b #c\x85d: e #f\u2028g: h\n".encode()) is not None
