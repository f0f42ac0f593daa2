"""Plain events read by a pattern: never anything that libyaml would read differently, and most of a usual file."""

import math
import textwrap
from pathlib import Path
from random import Random
from unittest import mock

import pytest
from hypothesis import given, strategies as st
from places import ROOT
from together import together

from diplotimeline.reading import builder, fast, tree
from diplotimeline.reading.fast import PlainEvents, read_plain
from diplotimeline.reading.tree import Tree, read_tree

FOLDERS = ("diplotimeline", "tests", "timelines")
FILES = {str(path.relative_to(ROOT)): path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.yaml"))}
HEADS = (
    "", "title: A title\n", "actors:\n  a: {name: A}\n", "# Comment\n\ntitle: x\n",
    "title: 'A'\nsources:\n  # Comment\n  s-1-2022-09-13: {title: One, issued: 2022}\n\n  S_2:\n    title: Two # 2\n",
    "summary: >-\n  One\n  two\nsources:\n  s:\n    title: One\n    speaker: [a, b]\n  -t: {title: Two}\n",
    "actors: {a: {name: A}}\ntimezone: UTC\ninclude:\n  - a.yaml\nsources:\n", "title: x\ntitle: y\n", "%YAML 1.1\n",
    "title: x\nsources:\n  s: {title: Who began?, issued: 2022}\n  # Comment\n  t: {title: Two}\n\n  u:\n    a: b?\n",
    'sources:\n  s: {title: "a\\"b"}\n  t: {title: b}\n', "# One\nsources: # two\n  s: {title: a?}\n",
    "sources:\n  s: {title: 'a\n  t: {title: b?}\n  u: c'}\n", "actors:\n  a?: {name: A}\n",
    "sources:\n  s: {title: a?}\n  s: {title: b}\n", "sources:\n  s: {title: a?}\n   t: {title: b}\n",
    "sources:\n    s: {title: a?}\n", "sources:\n  s: |\n    a\n\n  t: {title: a?}\n", "sources:\n  s\n  t: a\n",
    "sources:\n  s: &x {title: b}\n  t: *x\n", "sources:\n  s: {title: a?}\n  - b\n",
    "sources:\n  s: {title: a?} b\n", "sources:\n  s: a?\n  b\n  t: c\n", "sources:\n  s:\n  t: {title: a?}\n",
    "title: 'A'\n sources:\n  s: {title: a}\n",
    "events: []\n", "null: {~: x}\n", "a b: c\n", "---\ntitle: x\n", "title: x\n  y: z\n", "title:\n  x\n",
)  # fmt: skip
OPENINGS = ("events:\n", "events:\n", "events:\n  # Comment\n\n", "events: # Comment\n", "events: [a]\nevents:\n")
FIELDS = (
    "date: 2022-09-13", 'date: "[2022-09-29..2022-10-06]"', "title: Talks begin, again", "title: Azerbaijan's answer",
    "title: 18:00 in Prague", "title: 'Talks'", "actors: [a, b]", "actors: [a, {who: b, role: host}]", "tags: [a]",
    "place: {name: Some Town, lat: -40.5, lon: 44}", "quote: >-\n      One line\n      and another", 'note: ""',
    "summary: >-\n      - one\n      # two", "type: meeting", "x: y", "date_text: last week", "note: ''",
    "tags: [it's, a=b, c(d) “e”, f!g*h&i]", "actors: [{who: a}]", "place: {name: a -b|c, country: d\u00a0}",
    "title: http://x.org/?a=b::c", "actors: [{who: b}, a, -c, {who: d, role: host}]", "quote: >-\n      a\n      b c",
    "claims:\n      - source: s\n        quote: q", "claims:\n      - {source: s}",
    "actors:\n      - a\n      - 'b c'\n      - \"d\"",
    "claims:\n      - source: s\n        quote: >-\n          one\n          two # 3\n        note: x\n      - a: t",
    "claims:\n      - source: s\n        actors:\n          - who: a\n            role: b\n          - b\n        a: x",
    'claims:\n      - source: s\n        date: "[2022-09-13..]"\n\n    # Comment\n      - {source: t, stance: doubts}',
    "claims:\n      - note: >-\n          one",
    'claims:\n      - {source: s, date: "[2022-10-01..2022-10-02]", note: "a, {b"}',
    "place:\n      name: A\n      lat: -40.5", "actors:\n    - a\n    - who: b", "actors:\n         - a\n         - b",
    "extra: {adm_1: x, no-quote: It's}", "extra:\n      adm_1: x\n      deaths-2: y\n      Side: z",
    "casualties: [{who: a, killed: {low: 7, high: 9}}, {who: b, injured: 2}]", "place: {a: [b, [c, {d: [e]}]]}",
    "title: (a) “b”", "title: a#b", "title: -5", "title: annulled", "note: null and void", "tags: [null and void]",
    "# a comment", "title: x\n  # Comment", "actors: \n      - a", "quote: >-\n        One", 'tags: ["", a]',
    "title: The 'first' \"day\"", "title: 'The \"first\" day: # 1'", "title: \"It's: # 1\"", "title: Yes?",
)  # fmt: skip
ODD = (
    "tags: [a[b, c]", "tags: [a]b]", "tags: [a{b]", "tags: [a}b]", "tags: [a#b]", "tags: [a #b]",
    "tags: [a?b]", "tags: [?a]", 'tags: [a"b]', "tags: [a\n      b]", "tags: [a:b]", "tags: [a:]", "tags: [ä:b]",
    "place: {name: A, lat}", "place: {name: A,lat: 1}", "place: {name:A}", "place: { name: A }", "place: {name: A }",
    "place: {name : A}", "place: {name:  A}", "place: {name: A, lat: 1, name: B}", "place: {name: A}}", "place: {a}",
    "place: {name: {a: b}}", "place: {name: [a]}", "place: {name: A, }", "place: {name: a:b}", "place: {name: A} b",
    "place: {name: 'A'}", 'place: {name: "A"}', "place: {name: a\n      b}", "place: {Name: A}", "place: {name: a #}",
    "actors: [{who: a, who: b}]", "actors: [{who: a} , b]", "actors: [{who: a},b]", "actors: [{who: a}b]",
    "actors: [b{who: a}]", "actors: [b {who: a}]", "actors: [{who: a}, ]", "actors: [{who: a}]]", "actors: [a] b",
    "actors: [{who: a} {who: b}]", "actors: [{who: a}{who: b}]", "actors: [[a]]", "title: a:", "title: a :b",
    "title: a# b", "title: a #b", "title: a: ", "title:  a", "title: \u00a0a", "title:a", "title : a", "title: a : b",
    'title: "a" b', 'title: "a"b"', "title: 'a''b'", "title: 'a' b", 'title: "a" # c', 'title: "a\\"b"',
    "quote: >-\n      a\n\n      b", "quote: >-\n     a", "quote: >-\n      a\n     b", "quote: >- # a\n      b",
    "quote: >+\n      a", "quote: >-", "quote: >-\n\n      a", "quote: >-\n      a\n        b\n      c", "quote: >- a",
    "quote: >-\n      a ", "quote: >-\n       a", "quote: >-\n      a\n  title: b", "title: @a", "title: `a`",
    "title: %a", "title: a\n    b", "title: a\n\n  date: b", "title: a\n  # b", " title: a", "title: 'a\n      b'",
    "title: 'a'\n  b: c", "title: a:b # c", "title: a:b: c", "title: a\t", "tags: [a\t]", "title: a\r",
    "title: Talks: a summary", "title: Talks # comment", "title: Talks   ", "title: null", "title: ~", "title:",
    "title: one\n      more", "title: 'one\n  - date: 2022'", 'title: "one', 'two"', "title: [a", "b]", "tags: []",
    "tags: [a, a: b]", "tags: [a, null]", "tags: [null]", "place: {name: A, name: B}", "place: {name: null}",
    "place: {}", "place: {name: a?}", 'tags: [a "b", c]', "tags: [a , b]",
    "place: {name: A,\n      lat: 1}", "quote: |\n      One\n\n      Two", "quote: >\n      One",
    "quote: >-\n        One", "quote: >-\n      One \n      two", "quote: >-\n      One\n       two",
    "claims:\n    - {source: s}", "actors:\n      # a\n      - b", "actors:\n      - # a\n      - b",
    "claims:\n      - # a\n        b: c",
    "claims:", "", "claims:\n  - source: s", "claims:\n      - a: b\n\n      # c\n      - d",
    "claims:\n     source: s", "claims:\n      -\n        source: s", "claims:\n      - - a",
    "claims:\n      -   a: b", "claims:\n      - a: b\n         c: d", "claims:\n      - a: b\n       c: d",
    "claims:\n      - a:\n      b: c",
    "claims:\n      - a: b\n        a: c", "claims:\n      - a: b\n        c:\n        d: e",
    "claims:\n      - a: b\n     - c: d",
    "claims:\n      - a: b\n      c: d", "claims:\n      a: b\n      - c: d", "claims:\n      - a\n        b",
    "claims:\n      - a\n      b",
    "claims:\n      - >-\n        a", "claims:\n      - a: >-\n        b", "claims:\n      - a: >-\n         b",
    "claims:\n      - null\n      - ~",
    "quote: >-\n      a\n  # b\n      c", "quote: >-\n      a\n\n      # b", "quote: >-\n      a\n        # b",
    "quote: >-\n  # a\n      b",
    "claims:\n      - quote: >-\n          a\n        # b\n          c", "claims:\n      - a: b\n\n        c: d",
    "claims: x\n      - a",
    "claims: # a\n      - b", "claims:\n      - a: b # c", "claims:\n    # a\n      - b", "claims:\n  - a\n  - b",
    "claims:\n      claims",
    "place: {a: {b: {c: {d: {e: {f: g}}}}}}", 'place: {a: "}", b: "{"}', 'place: {a: {b: "}"}, c: "{"}',
    "tags: [[], a]", "tags: [{}]",
    "place: {a: b: c}", "tags: [a: b]", 'tags: ["a" b]', 'tags: ["a", "b]"]', 'tags: ["a\\"b"]', "tags: [null, a]",
    "tags: [~]", "title: ~a",
    "title: a\n    b: c", "title: a\n    - b", "title: 'a'\n    b: c", "tags: [a]\n    - b", "title: a\n- b",
    "title: a\n - b", "-", "- ",
    " ", "---", "...", "title: x\n---", "- a",
    "date: *a", "date: &a 2022", "date: !!str 2022", "<<: {a: b}", '"date": 2022', "? a\n    : b", "a:b: c", "a: b: c",
    "title: x\nsources: {}", "title: x\nevents:\n  - date: 2022", "title: \\u0041", 'title: "\\u0041"', "title: -",
    "title: - a", "title: -5", "title: |\n  - date: x", "\ttitle: x", "title: x\ty", "title: a, b] c}", "Title: x",
    "tags: [a,b]", "tags: [ a ]", "tags: [a, ]", "tags: [a b, c'd]", "tags: ['a']", "tags: [a # b]", "tags: [a: b]",
    "tags: [ä, {ö: ü}]", "tags: [-a, --b]", "tags: [a?, b]", "tags: [http://x.org/]", "date: 2022?", "%YAML 1.1",
    "title: " + "long " * 3, "title: x\n  -\n    title: y", "title: x\n  -  title: y", "title: “Quoted” words",
)  # fmt: skip


def a_file(random: Random) -> bytes:
    """A timeline, mostly of plain events, and what a mistake or a fault makes of it."""
    dent = random.choice(("", "  "))
    body = "".join(
        f"{dent}- " + f"\n{dent}  ".join(some_fields(random)) + random.choice(("\n", "\n", "\n\n"))
        for _ in range(random.randint(1, 5))
    )
    text = random.choice(HEADS) + random.choice(OPENINGS) + body.replace("\n      ", f"\n{dent}    ")
    place, cut = random.randint(0, len(text)), random.choice((0, 0, 0, 1, 3))
    written = random.choice(("", "", "", "\n", " ", "'", '"', "#", "- ", ":"))
    return (text[:place] + written + text[place + cut :]).encode()


def some_fields(random: Random) -> list[str]:
    return [random.choice(random.choice((FIELDS, FIELDS + ODD))) for _ in range(random.randint(1, 5))]


NESTED = """\
events:
  # One
  - date: 2022-09~
    title: Talks begin, or "begin"
    actors:
      - {who: a, role: host}
      - b
    summary: >-
      One line, and
      another: a # b
    claims:
      - source: s
        quote: words of a source
        note: It says "x".
      - {source: t, casualties: [{who: a, killed: {low: 7}}]}
      - source: u
        date: "[2022-10-01..2022-10-02]"
        quote: >-
          Last week's words
          and more

  # Two
  - date: 2022-09-28
    place:
      name: Some Town
      lat: -40.5
    related: [{event: x, as: about}]
    source: s
""".splitlines()
ADDED = ("", " ", "  ", ":", ": x", " # c", " x", "'", '"', ",", "]", "}", " - a", "\n", "\n\n", "\n# c", "\n      # c")
STARTS = ("- ", "  ", " ", "# ", "'", "  - ", "a: ", "> ", "    ")


def changed(line: str, random: Random) -> list[str]:
    """What a mistake makes of a line: another one, several, or none."""
    words = line.lstrip(" ")
    blanks = " " * (len(line) - len(words))
    cut = random.randint(0, len(words))
    return random.choice([
        [line + random.choice(ADDED)], [blanks + random.choice(STARTS) + words], [" " * random.randint(0, 12) + words],
        [blanks + words[:cut], blanks + words[cut:]], [blanks + random.choice(FIELDS + ODD)], [line, line], [],
    ])  # fmt: skip


def a_nested_file(random: Random) -> bytes:
    """A timeline with claims, in which some lines were written wrong."""
    lines = list(NESTED)
    for _ in range(random.randint(1, 3)):
        place = random.randrange(1, len(lines))
        lines[place : place + 1] = changed(lines[place], random)
    return "\n".join([*lines, ""]).encode()


def read_as_one_text(data: bytes) -> Tree:
    with mock.patch.object(tree, "LARGE", math.inf):
        return read_tree(data)


def assert_read_alike(data: bytes) -> None:
    expected = read_as_one_text(data)
    root = read_plain(data, set())

    assert root is None or (root, [], False) == (expected.root, expected.findings, expected.broken), data


@together(
    "data",
    [
        b"events:\n  - title: 'one\n  - date: 2022\n  - more'\n  -\n    date: 2023\n",
        b"events:\n  - date: 2022\n...\n  - date: 2023\n",
        b"title: x\n...\nevents:\n  - date: 2022\n",
        b"events:\n  - date: 2022\n    place: {}\n",
        b"events:\n  - title: x\xc2\xa0\n  - title: x\xc2\xa0\n    date: 2022\n",
        b"{a: b}\nevents:\n  - date: 2022\n",
    ],
)
def test_what_looks_plain_is_read_as_libyaml_reads_it(data: bytes) -> None:
    assert_read_alike(data)


# Lines that are drawn by a seed are drawn sooner than one by one by Hypothesis.
@given(seed=st.integers(0, 2**32))
def test_what_is_read_plainly_is_what_libyaml_reads(seed: int) -> None:
    random = Random(seed)
    for _ in range(5):
        assert_read_alike(a_file(random))


@given(seed=st.integers(0, 2**32))
def test_what_is_nested_is_read_as_libyaml_reads_it(seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        assert_read_alike(a_nested_file(random))


def with_field(line: str, dent: str) -> bytes:
    """A file with this line in the first of two events, which are indented so far."""
    body = f"- id: x\n  {line}\n- id: y\n  note: next\n".replace("\n      ", "\n    ")
    return ("events:\n" + textwrap.indent(body, dent)).encode()


@together("dent", ["", "  "])
@together("line", FIELDS + ODD)
def test_a_field_is_read_as_libyaml_reads_it(line: str, dent: str) -> None:
    assert_read_alike(with_field(line, dent))


@together("dent", ["", "  "])
@together("line", FIELDS)
def test_a_usual_field_is_plain(line: str, dent: str) -> None:
    data = with_field(line, dent)
    reader = PlainEvents.of(data)

    assert reader is not None
    assert None not in map(reader.read, reader.entries(data))


@together("path", FILES.values())
def test_files_are_read_alike(path: Path) -> None:
    data = path.read_bytes()
    root = read_plain(data, set())
    expected = read_as_one_text(data)

    assert root is None or (root, []) == (expected.root, expected.findings)


def test_one_odd_source_leaves_all_others_to_be_read_plainly() -> None:
    data = b"title: T\nsources:\n  s: {title: Who began?}\n  t: {title: Two}\nevents:\n  - date: 2022\n"
    with mock.patch.object(builder.Builder, "build", autospec=True, side_effect=builder.Builder.build) as build:
        root = read_plain(data, set())

    assert root == read_as_one_text(data).root
    assert [call.args[1] for call in build.call_args_list if call.args[1] in data] == [b"  s: {title: Who began?}\n"]


LARGE = b"title: Large\nevents:\n" + b"  - date: 2022-09-13\n    title: Talks begin\n    source: s\n" * 1000


def test_a_large_file_is_read_plainly() -> None:
    assert read_plain(LARGE, set()) == read_as_one_text(LARGE).root


def test_a_small_file_is_not_worth_it() -> None:
    with mock.patch.object(fast, "read_plain", side_effect=AssertionError):
        assert read_tree(b"events:\n  - date: 2022\n").root == {"events": [{"date": "2022"}]}


def test_a_mistake_in_a_large_file_has_its_line() -> None:
    [finding] = read_tree(LARGE + b"    title: Again\n").findings

    assert finding.rule == "duplicate-key"
    assert finding.mark is not None
    assert finding.mark.line == LARGE.count(b"\n") + 1


def test_a_text_above_the_limit_is_refused_among_plain_events() -> None:
    note = b"    note: " + b"x" * (builder.MAX_SCALAR + 1) + b"\n"

    assert read_tree(LARGE + note).findings == read_as_one_text(LARGE + note).findings != []


@pytest.mark.parametrize("line", ["summary: {}\n", "summary: >-\n  {}\n  {}\n", "sources:\n  s: {{title: {}}}\n"])
def test_a_text_above_the_limit_is_refused_before_the_events(line: str) -> None:
    half = "x" * (builder.MAX_SCALAR // 2)
    head = line.format(half, half) if line.count("{}") == 2 else line.format(half * 2 + "x")

    assert read_tree(head.encode() + LARGE).findings == read_as_one_text(head.encode() + LARGE).findings != []


def limit_values(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    for module in (builder, fast):
        monkeypatch.setattr(module, "MAX_VALUES", most)


@pytest.mark.parametrize("brackets", ["", "    tags: [a, {b: c}]\n", "    place: {name: Prague, lat: 50}\n"])
def test_values_are_counted_as_libyaml_counts_them(brackets: str, monkeypatch: pytest.MonkeyPatch) -> None:
    head = b"title: T\nsources:\n  # Comment\n  s: {title: Who?}\n\n  t:\n    title: Two\nevents:\n"
    data = head + f"  - date: 2022\n    note: ''\n{brackets}".encode() * 10
    whole = builder.Builder([])
    whole.build(data)
    limit_values(monkeypatch, whole.values)

    assert read_plain(data, set()) is not None

    limit_values(monkeypatch, whole.values - 1)

    assert read_plain(data, set()) is None
    assert read_tree(data).broken
