"""Bytes to characters: UTF-8, forbidden characters in the raw text and in values, long lines."""

import pytest
from together import together
from written import brief, read, spans

from diplotimeline.reading.text import MAX_LINE_BYTES
from diplotimeline.reading.tree import read_tree

FORBIDDEN = {
    "NUL": "\x00", "bell": "\x07", "escape": "\x1b", "delete": "\x7f", "form feed": "\x0c", "vertical tab": "\x0b",
    "C1 control sequence introducer": "\x9b", "next line": "\x85", "line separator": "\u2028",
    "paragraph separator": "\u2029", "left-to-right embedding": "\u202a", "right-to-left embedding": "\u202b",
    "pop directional formatting": "\u202c", "left-to-right override": "\u202d", "right-to-left override": "\u202e",
    "left-to-right isolate": "\u2066", "right-to-left isolate": "\u2067", "first strong isolate": "\u2068",
    "pop directional isolate": "\u2069", "zero-width space": "\u200b", "word joiner": "\u2060",
    "byte order mark": "\ufeff", "tag letter": "\U000e0041", "noncharacter of plane 0": "\uffff",
    "Arabic noncharacter": "\ufdd0", "noncharacter of plane 1": "\U0001fffe", "noncharacter of plane 16": "\U0010ffff",
    "carriage return": "\r",
}  # fmt: skip
ALLOWED = {
    "left-to-right mark": "\u200e", "right-to-left mark": "\u200f", "zero-width joiner": "\u200d",
    "zero-width non-joiner": "\u200c", "no-break space": "\xa0", "soft hyphen": "\xad", "tab": "\t",
    "emoji": "😀", "combining accent": "e\u0301", "Persian": "می\u200cخواهم", "private use": "\ue000",
}  # fmt: skip

# Not UTF-8: the bytes, and where the first wrong one stands, counted in characters.
BAD_BYTES = {
    "a Latin-1 letter": (b"title: caf\xe9\n", "1:11"),
    "a Latin-1 letter before ASCII": (b"title: \xe9t\xe9\n", "1:8"),
    "a letter of Windows-1251 in the third line": (b"a: 1\nb: 2\nc: \xcf\xf0\n", "3:4"),
    "a wrong byte after Armenian": ("Հայ: 1\nմի: ".encode() + b"\xff\n", "2:5"),
    "a wrong byte after an emoji": ("a: 😀😀".encode() + b"\xff\n", "1:6"),
    "a sequence cut off by the end of the file": (b"a: \xe2\x80", "1:4"),
    "a sequence that ASCII interrupts": (b"a: 1\ntitle: \xc3a\xa9\n", "2:8"),
    "a sequence that a line end interrupts": (b"a: \xc3\n# \xa9\n", "1:4"),
    "a sequence of three bytes that a letter interrupts": (b"a: \xe2\x80x\x93\n", "1:4"),
    "an overlong slash": (b"a: \xc0\xaf\n", "1:4"),
    "a surrogate": (b"a: \xed\xa0\x80\n", "1:4"),
    "a byte that only continues": (b"a: \x80\n", "1:4"),
    "a wrong byte in a comment": (b"a: 1\n# caf\xe9\n", "2:6"),
    "a wrong byte after a byte order mark": (b"\xef\xbb\xbfa: \xff\n", "1:4"),
    "a wrong byte after a line end of Windows": (b"a: 1\r\nb: \xff\r\n", "2:4"),
}

every_forbidden = together("char", FORBIDDEN.values())


def escaped(char: str) -> str:
    """The character as double quotation marks can hide it."""
    return f"\\U{ord(char):08x}"


@every_forbidden
@together("form", ["a: 1\né: x{}y\n", "a: 1\n# xx{}title: a\n", "a: 1\nb'{}: 'x'\n", 'a: 1\nb: "{}x"\n'])
def test_a_forbidden_character_in_the_raw_text_is_refused_at_its_place(char: str, form: str) -> None:
    problems = read(form.format(char))
    column = form.splitlines()[1].index("{") + 1

    assert brief(problems) == [f"2:{column} control-character"]
    assert spans(problems) == [f"2:{column}-2:{column + 1}"]
    assert f"U+{ord(char):04X}" in problems[0].message
    assert char not in problems[0].message


@every_forbidden
@together("form", ["é: {}\n", "é: [a, {}]\n", "é: {{b: {}}}\n", "é: {{b: 1, {}: 2}}\n", "a: {{b: [{}, c]}}\n"])
def test_a_forbidden_character_written_as_an_escape_is_refused_at_its_text(char: str, form: str) -> None:
    text = f'"x{escaped(char)}"'
    problems = read(f"# c\n{form.format(text)}")
    column = form.format(text).index('"') + 1

    assert brief(problems) == [f"2:{column} control-character"]
    assert spans(problems) == [f"2:{column}-2:{column + len(text)}"]
    assert f"U+{ord(char):04X}" in problems[0].message


@pytest.mark.parametrize(
    ("escape", "name"), [("\\e", "U+001B"), ("\\0", "U+0000"), ("\\a", "U+0007"), ("\\L", "U+2028"), ("\\P", "U+2029"),
                         ("\\N", "U+0085"), ("\\r", "U+000D"), ("\\x9b", "U+009B"), ("\\u202e", "U+202E")]
)  # fmt: skip
def test_the_short_escapes_of_yaml_are_refused(escape: str, name: str) -> None:
    problems = read(f'a: "{escape}"\n')

    assert brief(problems) == ["1:4 control-character"]
    assert name in problems[0].message


@pytest.mark.parametrize("text", ["a: '\\e[31m'\n", "a: \\e[31m\n", "a: |\n  \\u202e\n"])
def test_a_backslash_outside_double_quotation_marks_is_a_backslash(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize("char", ALLOWED.values(), ids=ALLOWED)
def test_an_allowed_character_is_kept(char: str) -> None:
    raw, hidden = (read_tree(f'a: "x{written}y"\n'.encode()) for written in (char, "".join(map(escaped, char))))

    assert (raw.root, raw.findings) == ({"a": f"x{char}y"}, [])
    assert (hidden.root, hidden.findings) == ({"a": f"x{char}y"}, [])


def test_every_forbidden_character_of_a_file_is_found() -> None:
    problems = read("a: \u202e1\u202c\n# \x1b\nb: \u200b\n")

    assert brief(problems) == [f"{place} control-character" for place in ("1:4", "1:6", "2:3", "3:4")]


def test_line_ends_of_windows_are_line_ends() -> None:
    tree = read_tree(b"a: 1\r\nb: |\r\n  x\r\n  y\r\n")

    assert (tree.root, tree.findings) == ({"a": "1", "b": "x\ny\n"}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\rb: 2\n", "1:5"), ("a: 1\r\nb: x\ry\r\n", "2:5"), ("a: 1\r\r\nb: 2\r\n", "1:5"), ("a: 1\n\rb: 2\n", "2:1")],
)
def test_a_lone_carriage_return_is_refused_among_line_ends(text: str, place: str) -> None:
    assert brief(read(text)) == [f"{place} control-character"]


def test_one_leading_byte_order_mark_is_accepted_and_not_counted() -> None:
    assert read_tree(b"\xef\xbb\xbfa: 1\n").root == {"a": "1"}
    assert brief(read("\ufeffa: 1\na: 2\n")) == ["2:1 duplicate-key"]
    assert brief(read("\ufeffa: &x 1\n")) == ["1:4 yaml-syntax"]


def test_a_second_byte_order_mark_is_refused() -> None:
    assert brief(read("\ufeff\ufeffa: 1\n")) == ["1:1 control-character"]


@together(("data", "place"), BAD_BYTES.values())
def test_a_byte_that_is_not_utf8_has_a_line_and_a_column(data: bytes, place: str) -> None:
    assert brief(read(data)) == [f"{place} not-utf8"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_named_once(coding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(coding, b"")
    problems = read(mark + "title: Հայաստան\nb: 1\n".encode(coding))

    assert brief(problems) == ["1:1 not-utf8"]
    assert "UTF-" in problems[0].message
    assert "UTF-8" in problems[0].help


def test_a_line_of_a_mebibyte_is_read() -> None:
    line = b"#" * MAX_LINE_BYTES

    assert not read(b"a: 1\n" + line + b"\nb: 2\n" + line)


@pytest.mark.parametrize("end", [b"", b"\n", b"\nb: 2\n"])
def test_a_longer_line_is_refused_by_its_number(end: bytes) -> None:
    problems = read(b"a: 1\n#\n" + b"#" * (MAX_LINE_BYTES + 1) + end)

    assert brief(problems) == ["3:1 yaml-syntax"]
    assert "a line is longer than" in problems[0].message
