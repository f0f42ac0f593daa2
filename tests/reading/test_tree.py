"""YAML to text-only data: what is text, and everything of YAML that a timeline refuses, at its line and column."""

from typing import Any

import pytest
from together import together
from written import brief, read, spans

from diplotimeline.reading.builder import MAX_DEPTH, MAX_KEY, MAX_SCALAR
from diplotimeline.reading.tree import read_tree

TEXTS = (
    "NO", "no", "yes", "on", "true", "False", "18:00", "1:30:00", "010", "0x1F", "0b11", "1_000", "1e3", "-.inf",
    ".nan", "2022-09-12", "2022-09-12T00:05:00Z", "17", "3.14", "=", "nil", "Norway",
)  # fmt: skip
QUOTED = ("null", "~", "", "NO", "2022-09-12")
EMPTY = ("", "null", "~", "# nothing but a comment")

SYNTAX, KEY, TYPE, EMPTINESS = "yaml-syntax", "duplicate-key", "wrong-type", "empty-value"

# What is refused: the text, where and under which name, and words that the message holds.
REFUSED: dict[str, tuple[str, str, str]] = {
    "a name that stands twice": ("title: a\nsummary: b\ntitle: c\n", f"3:1 {KEY}", "the first is in line 1"),
    "a name that stands twice, once in quotation marks": ('title: a\n"title": c\n', f"2:1 {KEY}", "in line 1"),
    "a name that stands twice in a group": ("a:\n  b: 1\n  c: 2\n  b: 3\n", f"4:3 {KEY}", "the first is in line 2"),
    "a name that stands twice in braces": ("a: {é: 1, é: 2}\n", f"1:11 {KEY}", "the first is in line 1"),
    "a name that stands twice in a list": ("a:\n- b: 1\n- b: 1\n  b: 3\n", f"4:3 {KEY}", "the first is in line 3"),
    "a name that stands twice, for two groups": ("a: {b: 1}\na: {b: 2}\n", f"2:1 {KEY}", "the first is in line 1"),
    "a tag of a text": ("title: !!str a\n", f"1:8 {SYNTAX}", "tag '!!str'"),
    "a tag of Python": ("title: !!python/object:os.system a\n", f"1:8 {SYNTAX}", "tag '!!python/object:os.system'"),
    "a tag of one's own": ("title: !mine a\n", f"1:8 {SYNTAX}", "tag '!mine'"),
    "a tag written in full": ("title: !<tag:x> a\n", f"1:8 {SYNTAX}", "tag 'tag:x'"),
    "a bare exclamation mark": ("title: ! a\n", f"1:8 {SYNTAX}", "tag '!'"),
    "a tag of a group": ("a: !!map {b: 1}\n", f"1:4 {SYNTAX}", "tag '!!map'"),
    "a tag of a list": ("a: !!seq\n- b\n", f"1:4 {SYNTAX}", "tag '!!seq'"),
    "a tag of a name": ("!!str a: b\n", f"1:1 {SYNTAX}", "tag '!!str'"),
    "a tag of an entry": ("a:\n- b\n- !!int 3\n", f"3:3 {SYNTAX}", "tag '!!int'"),
    "an anchor of a text": ("title: &a b\n", f"1:8 {SYNTAX}", "anchor '&a'"),
    "an anchor of a group": ("a: &x {b: 1}\n", f"1:4 {SYNTAX}", "anchor '&x'"),
    "an anchor of a list": ("a: &x [b]\n", f"1:4 {SYNTAX}", "anchor '&x'"),
    "an anchor of a name": ("&x a: b\n", f"1:1 {SYNTAX}", "anchor '&x'"),
    "an alias": ("title: *a\n", f"1:8 {SYNTAX}", "alias '*a'"),
    "an alias in a list": ("a:\n- b\n- *a\n", f"3:3 {SYNTAX}", "alias '*a'"),
    "an alias for a name": ("title: b\n*a : c\n", f"2:1 {SYNTAX}", "alias"),
    "an alias for the whole file": ("*a\n", f"1:1 {SYNTAX}", "alias '*a'"),
    "a merge key": ("a:\n  <<: {b: 1}\n", f"2:3 {SYNTAX}", "merge key '<<'"),
    "a merge key for a list": ("a: {<<: [{b: 1}]}\n", f"1:5 {SYNTAX}", "merge key '<<'"),
    "a version directive": ("%YAML 1.1\n---\ntitle: a\n", f"1:1 {SYNTAX}", "directives"),
    "a tag directive": ("%TAG ! tag:x,2000:\n---\ntitle: a\n", f"1:1 {SYNTAX}", "directives"),
    "a second document": ("title: a\n---\ntitle: b\n", f"2:1 {SYNTAX}", "second document"),
    "a second document after an empty one": ("---\n---\ntitle: b\n", f"2:1 {SYNTAX}", "second document"),
    "a second document after an end": ("title: a\n...\n---\ntitle: b\n", f"3:1 {SYNTAX}", "second document"),
    "an empty file": ("", f"1:1 {EMPTINESS}", "the file is empty"),
    "a file of blanks": ("  \n\n", f"1:1 {EMPTINESS}", "the file is empty"),
    "a file of comments": ("# later\n", f"1:1 {EMPTINESS}", "the file is empty"),
    "a file of a document mark": ("---\n", f"1:1 {EMPTINESS}", "the file is empty"),
    "a file that is a list": ("# c\n- a\n", f"2:1 {TYPE}", "the file is a list"),
    "a file that is a list in brackets": ("[a]\n", f"1:1 {TYPE}", "the file is a list"),
    "a file that is a text": ("hello\n", f"1:1 {TYPE}", "the file is a plain text"),
    "a list for a name": ("title: a\n? [b]\n: c\n", f"2:3 {TYPE}", "name of a field"),
    "a list of lines for a name": ("? a:\n   - b\n: c\nd: {}\ne: []\n", f"1:3 {TYPE}", "name of a field"),
    "a group of groups for a name": ("? a:\n    b: {c: d}\ne: {}\nf: []\n", f"1:3 {TYPE}", "name of a field"),
    "a group for a name": ("{{a: b}: c}\n", f"1:2 {TYPE}", "name of a field"),
    "a second colon": ("title: Talks: first round\n", f"1:13 {SYNTAX}", "second ': '"),
    "a line without a colon": ("title: a\nsummary\nb: c\n", f"2:1 {SYNTAX}", "no ': '"),
    "a last line without a colon": ("title: a\nsummary\n", f"2:1 {SYNTAX}", "no ': '"),
    "a line without a colon in an event": ("a:\n- date: a\n  title Call\n  source: s\n", f"3:3 {SYNTAX}", "no ': '"),
    "a line that is not indented like the others": ("a:\n- b: 1\n c: 2\n", f"3:2 {SYNTAX}", "does not fit"),
    "a quotation mark that is never closed": ('a: b\ntitle: "c\nd: e\n', f"2:8 {SYNTAX}", "never closed"),
    "a quotation mark that the next one closes": (
        'a: "b\n' + "c: d\n" * 20 + 'e: "f"\n', f"1:4 {SYNTAX}", "is opened here is closed only in line 22"),
    "an apostrophe that the next one closes": ("a: 'b\nc: d\ne: it's\n", f"1:4 {SYNTAX}", "closed only in line 3"),
    "a quotation mark in an entry that the next entry closes": (
        'a:\n- b: c\n  d: "e\n- b: c\n  d: "e: f"\n', f"3:6 {SYNTAX}", "closed only in line 5"),
    "a quotation mark in braces that the next entry closes": (
        'a:\n- {b: c, d: "e, f: g}\n- {b: c, d: "e"}\n', f"2:13 {SYNTAX}", "closed only in line 3"),
    "a quotation mark in a list that the next one closes": (
        'a: [b, "c]\nd: e\nf: ["g"]\n', f"1:8 {SYNTAX}", "closed only in line 3"),
    "a quotation mark that one in the middle of a line closes": (
        'a: "b\nc: d\ne: He said "no: yes"\n', f"1:4 {SYNTAX}", "closed only in line 3"),
    "a text of several lines that goes on behind its mark": ('a: "b\n  c"d\n', f"2:5 {SYNTAX}", "does not fit"),
    "words behind quotation marks, fields later": ('a: "b" c\nd: e\nf: "g"\n', f"1:8 {SYNTAX}", "goes on behind"),
    "quotation marks within two plain texts": ('a: b "c\nd: e" f: g\n', f"2:8 {SYNTAX}", "second ': '"),
    "an apostrophe within two plain texts": ("a: can't\nb: c\nd: it's: e\n", f"3:8 {SYNTAX}", "second ': '"),
    "a bracket that is never closed": ("a: b\nc: [d, e\nf: g\n", f"2:4 {SYNTAX}", "not closed"),
    "a tab for indentation": ("events:\n\t- a\n", f"2:1 {SYNTAX}", "tab"),
    "a text that begins with a percent sign": ("title: %a\n", f"1:8 {SYNTAX}", "cannot begin with this character"),
    "a tab deeper in the file": ("a:\n  b: c\n\td: e\n", f"3:1 {SYNTAX}", "tab"),
    "an unknown escape": ('title: "a\\q"\n', f"1:10 {SYNTAX}", "backslash"),
}  # fmt: skip


def nested(depth: int, *, flow: bool) -> str:
    """A file with so many levels of lists and groups; the file itself is the first."""
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) if flow else "a:\n" + "- " * (depth - 1) + "b\n"


@together("text", TEXTS)
def test_a_plain_word_is_the_text_that_stands_there(text: str) -> None:
    tree = read_tree(f"a: {text}\nb: [{text}]\n{text}: c\n".encode())

    assert (tree.root, tree.findings) == ({"a": text, "b": [text], text: "c"}, [])


@pytest.mark.parametrize("text", EMPTY)
def test_what_is_not_there_is_an_empty_value(text: str) -> None:
    assert read_tree(f"a: {text}\nb:\n- {text}\n".encode()).root == {"a": None, "b": [None]}


@pytest.mark.parametrize("mark", ["'", '"'])
@pytest.mark.parametrize("text", QUOTED)
def test_what_stands_in_quotation_marks_is_a_text(text: str, mark: str) -> None:
    assert read_tree(f"a: {mark}{text}{mark}".encode()).root == {"a": text}


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("{}", {}),
        ("--- {a: b}\n...\n", {"a": "b"}),
        ("a: {b: [c, {d: e}]}", {"a": {"b": ["c", {"d": "e"}]}}),
        ("a: >-\n  one\n  two\nb: |\n  one\n  two\n", {"a": "one two", "b": "one\ntwo\n"}),
        ("a: one\n   two\r\nb: c\r\n", {"a": "one two", "b": "c"}),
        ("a: {b: c}\nc: [d, ]\n", {"a": {"b": "c"}, "c": ["d"]}),
        ("é: Հայաստան\n'中文': 😀\n", {"é": "Հայաստան", "中文": "😀"}),
        ("a: b # comment\n# c: d\n", {"a": "b"}),
        ("a: b#c\n", {"a": "b#c"}),
        ('a: "x\\ty\\n\\u0531"\n', {"a": "x\ty\nԱ"}),
    ],
)
def test_groups_and_lists_of_every_style(text: str, root: dict[str, Any]) -> None:
    tree = read_tree(text.encode())

    assert (tree.root, tree.findings) == (root, [])


@together(("text", "place", "words"), REFUSED.values())
def test_refused_once_with_line_and_column(text: str, place: str, words: str) -> None:
    problems = read(text)

    assert brief(problems) == [place]
    assert words in problems[0].message


def test_refused_things_are_found_together() -> None:
    problems = read("a: !x 1\nb: &y 2\nc: *y\n<<: 3\na: 4\n")

    assert brief(problems) == [f"1:4 {SYNTAX}", f"2:4 {SYNTAX}", f"3:4 {SYNTAX}", f"4:1 {SYNTAX}", f"5:1 {KEY}"]


def test_the_span_of_a_refused_thing_is_its_text() -> None:
    assert spans(read("é: !x 1\nbb: 1\nbb: 2\n")) == ["1:4-1:8", "3:1-3:3"]


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: 1, b: {c: 1, c: 2}, b: 3}\n",
        "a: 1\na: {b: {c: 1, c: 2}}\n",
        "a: 1\na:\n- b: 1\n  b: 2\n",
        "<<: {a: 1, a: 2}\n",
        "a: {<<: {b: {c: 1, c: 2}}}\n",
    ],
)
def test_a_double_name_below_a_refused_one_is_no_crash(text: str) -> None:
    problems = read(text)

    assert {problem.rule for problem in problems} <= {SYNTAX, KEY}
    assert problems[0].line == min(problem.line for problem in problems)


@pytest.mark.parametrize("text", ['"a\\nb": 1\n"a\\nb": 2\n', "a: !%0Ab c\n", "a: !%1B[31m c\n"])
def test_a_line_end_in_a_name_or_a_tag_does_not_break_the_line_of_the_report(text: str) -> None:
    problems = read(text)

    assert len(problems) == 1
    assert problems[0].concise.isprintable()


@pytest.mark.parametrize("text", ["a: [", "a: [b,", "a: {", "a: {b: #", "a: 1\nb: [{"])
def test_a_bracket_that_the_end_of_the_file_leaves_open_is_pointed_at_inside_the_file(text: str) -> None:
    problems = read(text)

    assert [problem.rule for problem in problems] == [SYNTAX]
    assert problems[0].line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na:\n", f"2:1 {KEY}"),
        ("<<:\n", f"1:1 {SYNTAX}"),
        ("<<: [~]\n", f"1:1 {SYNTAX}"),
        ("a:\n  b: 1\n  b:\n", f"3:3 {KEY}"),
        ("a: {<<: }\n", f"1:5 {SYNTAX}"),
        ("a: 1\na: {b: }\n", f"2:1 {KEY}"),
        ("a: 1\na:\n- \n", f"2:1 {KEY}"),
    ],
)
def test_an_empty_value_below_a_refused_name_is_no_mistake_of_its_own(text: str, place: str) -> None:
    assert brief(read(text)) == [place]


def test_no_value_is_taken_from_a_name_that_is_refused() -> None:
    tree = read_tree(b"a: 1\na: {b: 2}\n<<: {c: 3}\nd: 4\n")

    assert tree.root == {"a": "1", "d": "4"}


@pytest.mark.parametrize("flow", [True, False], ids=["in brackets", "in lines"])
def test_lists_and_groups_may_be_nested_twenty_deep(flow: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert not read(nested(MAX_DEPTH, flow=flow))


@pytest.mark.parametrize(
    ("flow", "place"), [(True, "1:23"), (False, "2:39")], ids=["in brackets", "in lines"]
)  # the bracket or entry that is too many
def test_the_twenty_first_level_is_refused(flow: bool, place: str) -> None:  # noqa: FBT001 - as above
    problems = read(nested(MAX_DEPTH + 1, flow=flow))

    assert (MAX_DEPTH, brief(problems)) == (20, [f"{place} {SYNTAX}"])
    assert "deeper than 20 levels" in problems[0].message


@pytest.mark.parametrize("form", ["a: {}\n", "a: '{}'\n", 'a: "{}"\n', "a: [{}]\n", "a: |-\n  {}\n"])
def test_a_text_has_at_most_64_kibibytes(form: str) -> None:
    allowed, refused = (read(form.format("x" * size)) for size in (MAX_SCALAR, MAX_SCALAR + 1))

    assert MAX_SCALAR == 64 * 1024
    assert (brief(allowed), [problem.rule for problem in refused]) == ([], [SYNTAX])
    assert (refused[0].line, refused[0].column) == (
        1,
        form.index("[" if "[" in form else ": ") + (1 if "[" in form else 2) + 1,
    )
    assert "65,536" in refused[0].message


@pytest.mark.parametrize("form", ["a: 1\n{}: b\n", "a: 1\n'{}': b\n", "a: 1\n? {}\n: b\n"])
def test_a_name_has_at_most_128_characters(form: str) -> None:
    allowed, refused = (read(form.format("é" * size)) for size in (MAX_KEY, MAX_KEY + 1))

    assert MAX_KEY == 128
    assert (brief(allowed), [(one.line, one.rule) for one in refused]) == ([], [(2, SYNTAX)])
    assert "128 characters" in refused[0].message


def test_a_long_text_is_no_long_name() -> None:
    assert not read(f"a: {'x' * 200}\nb: ['{'x' * 200}']\n")
