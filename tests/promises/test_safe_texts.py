"""What reaches a terminal: no control sequence, no override, nothing invisible, no command for a CI service."""

import io
import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from unittest import mock

import pytest
from calling import call
from hostile_texts import TEXTS, texts
from hypothesis import example, given, strategies as st
from made_up import event, write as write_file
from together import together

from diplotimeline.characters import UNSHOWN, is_plain, normal, safe
from diplotimeline.quotes.layout import fold
from diplotimeline.views.lines import Line, write

ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CI_COMMANDS = ("::", "##[")
HIDDEN_CATEGORIES = ("Cc", "Cs", "Zl", "Zp")  # controls, surrogates, separators of lines and paragraphs
HIDDEN = re.compile("[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\U000e0000-\U000e007f]")
# Format signs that scripts cannot do without (marks of direction), and printed ones.
NEEDED = re.compile("[\u061c\u200e\u200f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
HIEROGLYPHS = range(0x13430, 0x13440)
SHOWN = {
    "an escape sequence": ("\x1b[31mred", r"\u{1b}[31mred"),
    "a bell": ("a\x07", r"a\u{7}"),
    "a backspace": ("a\bb", r"a\u{8}b"),
    "a carriage return": ("a\rb", r"a\u{d}b"),
    "a line end": ("a\nb", r"a\u{a}b"),
    "a deletion": ("a\x7f", r"a\u{7f}"),
    "a control sign of the upper half": ("\x9b31m", r"\u{9b}31m"),
    "a next line": ("a\x85b", r"a\u{85}b"),
    "a line separator": ("a\u2028b", r"a\u{2028}b"),
    "an override": ("a\u202eb\u202c", r"a\u{202e}b\u{202c}"),
    "an isolate": ("\u2066a\u2069", r"\u{2066}a\u{2069}"),
    "a zero-width space": ("a\u200bb", r"a\u{200b}b"),
    "a word joiner": ("a\u2060b", r"a\u{2060}b"),
    "a byte order mark": ("\ufeffa", r"\u{feff}a"),
    "a tag": ("a\U000e0041", r"a\u{e0041}"),
    "a noncharacter": ("\ufdd0\U0010ffff", r"\u{fdd0}\u{10ffff}"),
    "a soft hyphen": ("a\xadb", r"a\u{ad}b"),
    "a grapheme joiner": ("a\u034fb", r"a\u{34f}b"),
    "Hangul fillers": ("\u115f\u1160\u3164\uffa0", r"\u{115f}\u{1160}\u{3164}\u{ffa0}"),
    "inherent vowels of Khmer": ("ក\u17b4\u17b5", r"ក\u{17b4}\u{17b5}"),
    "selectors of Mongolian": ("ᠠ\u180b\u180c\u180d\u180f", r"ᠠ\u{180b}\u{180c}\u{180d}\u{180f}"),
    "a blank of Braille": ("\u2800", r"\u{2800}"),
    "a filler of Khitan and a note without a head": ("\U00016fe4\U0001d159", r"\u{16fe4}\u{1d159}"),
    "selectors of a variant": ("a\ufe00\ufe0f b\ufe0e", r"a\u{fe00}\u{fe0f} b\u{fe0e}"),
    "a selector too many": ("❤\ufe0f\ufe0f", "❤\ufe0f\\u{fe0f}"),
    "a selector of no emoji, behind one": ("❤\ufe01", r"❤\u{fe01}"),
    "selectors of ideographs": ("葛\U000e0100\U000e01ef", r"葛\u{e0100}\u{e01ef}"),
    "joiners between Latin letters": ("Mo\u200cna\u200d", r"Mo\u{200c}na\u{200d}"),
    "joiners between Armenian and Cyrillic letters": ("Հ\u200cа\u200dа", r"Հ\u{200c}а\u{200d}а"),
    "joiners in a row": ("می\u200c\u200cخ", "می\u200c\\u{200c}خ"),
    "a joiner at the beginning": ("\u200dx", r"\u{200d}x"),
    "a joiner behind a selector of no emoji": ("a\ufe0f\u200d", r"a\u{fe0f}\u{200d}"),
    "signs that are kept free": ("\u2065\ufff0", r"\u{2065}\u{fff0}"),
    "a byte that is no text": ("a\udcff", r"a\u{dcff}"),
    "a CI command": ("::error::x", r"\u{3a}:error::x"),
    "a CI command behind blanks": ("  ::error::x", r"  \u{3a}:error::x"),
    "a CI command behind a tab": ("\t##[error]x", "\t\\u{23}#[error]x"),
}
LEFT = {
    "words": "Plain words",
    "a tab": "a\tb",
    "colons inside": "a ::error:: b ##[x]",
    "one colon": ":a",
    "two hashes": "## a",
    "Armenian": "Հայաստան",
    "Arabic with its marks": "می\u200cخواهم \u200fب\u200e",
    "emoji of several signs": "👩\u200d👩\u200d👧 🇦🇲 ❤\ufe0f",
    "a heart for text, a figure on a key": "❤\ufe0e 1\ufe0f\u20e3 #\ufe0f\u20e3",
    "emoji with colours": "👩🏽\u200d⚖\ufe0f 🏳\ufe0f\u200d🌈",
    "Hindi and Sinhala with joiners": "क्\u200dष ශ්\u200dරී",
    "other blanks": "a\xa0b\u2003c\u3000d",
    "signs that combine": "e\u0301",
    "markup of a terminal library": "[/] [bold]x[/b] :smile: [link=https://example.org]y[/link]",
    "a backslash": r"\u{1b} \n",
}


def is_hidden(char: str) -> bool:
    """Whether a character steers or hides, or is no character at all."""
    steers = unicodedata.category(char) in HIDDEN_CATEGORIES and char != "\t"
    return steers or ord(char) & 0xFFFE == 0xFFFE or HIDDEN.match(char) is not None


@together(("text", "shown"), SHOWN.values())
def test_is_shown_as_its_number(text: str, shown: str) -> None:
    assert safe(text) == shown


@together("text", LEFT.values())
def test_is_left_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(text=st.text(st.characters(codec=None)) | texts())
@example(text=": :")
@example(text=" \u200b::error::")
def test_nothing_hidden_survives(text: str) -> None:
    shown = safe(text)

    assert [char for char in shown if is_hidden(char)] == []
    assert not shown.lstrip().startswith(CI_COMMANDS)


def test_nothing_hidden_survives_of_all_there_is() -> None:
    everything = "".join(map(chr, range(0x110000)))

    assert [f"{ord(char):x}" for char in safe(everything) if is_hidden(char)] == []


def test_no_other_format_sign_survives_that_nobody_needs() -> None:
    signs = [
        chr(code) for code in range(0x110000) if code not in HIEROGLYPHS and unicodedata.category(chr(code)) == "Cf"
    ]

    assert [f"{ord(sign):x}" for sign in signs if not NEEDED.match(sign) and sign in safe(f"a{sign}b")] == []


@given(text=(st.text() | texts()).filter(lambda text: "\\u{" not in text))
def test_a_number_says_which_sign_it_was(text: str) -> None:
    assert ESCAPED.sub(lambda found: chr(int(found[1], 16)), safe(text)) == text


@given(text=st.text() | texts())
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


def plain_line(text: str) -> str:
    """What a pipe gets."""
    stream = io.StringIO()
    write([[("", text)]], stream)
    return stream.getvalue()[:-1]


def lines_of(pieces: Iterable[Line]) -> list[str]:
    """What a terminal with colours gets, without the colours."""
    stream = io.StringIO()
    with mock.patch.dict(os.environ, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        write(pieces, stream)
    return COLOUR.sub("", stream.getvalue()).split("\n")[:-1]


@given(text=texts())
@example(text="::error::x")
@example(text="[bold]x[/] :smile:")
def test_colours_change_no_word(text: str) -> None:
    line = text.replace("\n", " ").replace("\t", " ")
    pieces: list[Line] = [[("title", line)], [("rail", "  "), ("", line)], [("date", "x "), ("status", line)]]
    plain = [safe("".join(words for _, words in one)).rstrip() for one in pieces]

    assert lines_of(pieces) == plain


@together("first", ["", " ", ":", "#"])
@together("second", [":error::", "::error::", "#[error]", "##[error]"])
def test_no_command_is_put_together_from_pieces(first: str, second: str) -> None:
    (line,) = lines_of([[("", first), ("", second)]])

    assert not line.lstrip().startswith(CI_COMMANDS)


@together("text", TEXTS.values())
def test_a_hostile_argument_is_named_safely(tmp_path: Path, text: str) -> None:
    path = write_file(tmp_path / "a.yaml", event(actors=["a"]), actors={"a": {"name": "A"}})
    answer = call("show", "--actor", f"\n{text}\x1b[2J\u202e", path)

    assert answer.code == 2
    assert [char for char in answer.err.replace("\n", "") if is_hidden(char)] == []
    assert not [line for line in answer.err.split("\n") if line.lstrip().startswith(CI_COMMANDS)]


ACCENTS = "\u0301\u0316"  # in this order, each pair has to be put in order


@pytest.mark.parametrize("marks", [1, 2, 29, 30])
def test_as_many_marks_as_any_text_needs_are_put_in_order(marks: int) -> None:
    text = "x e" + (ACCENTS * 15)[:marks] + " y"

    assert normal("NFC", text) == unicodedata.normalize("NFC", text)
    assert normal("NFKD", text) == unicodedata.normalize("NFKD", text)


def test_more_marks_on_one_letter_are_left_as_they_are() -> None:
    text = "x e" + ACCENTS * 15 + "\u0301 e\u0301"

    assert normal("NFC", text) == text != unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("signs", ["—" * 100, "… " * 100, "😀" * 100, "e\u0301" * 100, "\u0301\u0316 " * 100])
def test_many_other_signs_are_no_marks_on_one_letter(signs: str) -> None:
    text = f"e\u0301 {signs}"

    assert normal("NFC", text) == unicodedata.normalize("NFC", text)


def test_a_text_of_marks_is_answered_in_time() -> None:
    """To put two million marks in order would take hours; the test would not end."""
    text = "e" + ACCENTS * 1_000_000

    assert len(fold(text)) == len(text)


def test_blanks_within_a_line_are_passed_over_once() -> None:
    stream = io.StringIO()
    began = process_time()
    write([[("", "a" + " " * 200_000 + "b")], [("", "c ")]], stream)

    assert stream.getvalue() == "a" + " " * 200_000 + "b\nc\n"
    assert process_time() - began < 2  # the square of their number took 10 s


def test_no_sign_that_is_never_shown_counts_as_plain() -> None:
    hidden = re.findall(UNSHOWN, "".join(map(chr, range(0x110000))))

    assert [f"{ord(sign):x}" for sign in hidden if is_plain(sign)] == []


# Default_Ignorable_Code_Point of Unicode 16 without what is forbidden and marks of direction; and blanks with a name.
WITHOUT_A_SHAPE = [
    0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200C, 0x200D, *range(0x2061, 0x2066),
    *range(0x206A, 0x2070), 0x2800, 0x3164, *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9), 0x16FE4,
    *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0080, 0xE1000, 7),
]  # fmt: skip


@pytest.mark.parametrize("shown", [safe, lambda text: lines_of([[("", text)]])[0], plain_line])
def test_no_sign_without_a_shape_is_printed_as_nothing(shown: Callable[[str], str]) -> None:
    assert [f"{code:x}" for code in WITHOUT_A_SHAPE if shown(f"a{chr(code)}b") != f"a\\u{{{code:x}}}b"] == []


@pytest.mark.parametrize("sign", ["\xad", "\u034f", "\u115f", "\u2800", "\u3164", "\ufe0f", "\U000e0100", "\u200c"])
def test_titles_names_and_ids_hide_nothing_in_any_view(tmp_path: Path, sign: str) -> None:
    word = f"Al{sign}ma"
    path = write_file(
        tmp_path / "my.yaml", event(title=word, actors=[word], quote=word), event("2098", "x", tags=[word]),
        actors={word: {"name": word}}, title=word,
    )  # fmt: skip
    for view in (("show",), ("show", "-1"), ("show", "--lanes"), ("stats",), ("check",), ("show", "-a", f"x{sign}")):
        answer = call(*view, path)
        assert sign not in answer.out + answer.err, view
    assert rf"Al\u{{{ord(sign):x}}}ma" in call("show", path).out
