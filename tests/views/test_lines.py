"""Lines in a terminal: no word is lost, no line too wide, colours only where they are wanted."""

import io
import os
import re
from itertools import pairwise
from unittest import mock

import pytest
from calling import call, on_a_terminal, run
from hostile_texts import TEXTS, texts
from hypothesis import example, given, strategies as st
from made_up import BUNDLED
from rich.cells import cell_len
from rich.console import Console
from together import together

from diplotimeline.characters import visible
from diplotimeline.views import lines as view
from diplotimeline.views.lines import (
    ONE_COLUMN_EACH,
    WORDS,
    Line,
    _cut_at_blanks,
    _filled,
    _print_by_rich,
    _write_styled,
    cells,
    wrap,
)

LONG_WORDS = {
    "a long word": "x" * 100,
    "Chinese": "亚" * 100,
    "wide and narrow signs": "亚x" * 50,
    "signs that combine": "e\u0301" * 100,
    "emoji": "😀" * 100,
    "flags": "🇦🇲" * 50,
    "emoji with a presentation sign": "❤\ufe0f" * 50,
    "families of emoji": "👩\u200d👧" * 30,
}
FOOTNOTE = "[12]"
widths = st.integers(2, 120)
COLOUR = re.compile("\x1b\\[[0-9;]*m")
UNCOLOURED = {
    "NO_COLOR": {"TERM": "xterm-256color", "NO_COLOR": "1"},
    "a dumb terminal": {"TERM": "dumb"},
    "an unknown terminal": {"TERM": "unknown"},
}
# Signs that need a closer look, and beginnings of commands to a CI service.
CLOSER = ("", " ", "::", "##[", "#", "\t", "\x1b[31m", "\u200d", "\u00a0", "\ud800", "[bold]", ":smile:", "a\nb")
TERMINALS: tuple[dict[str, str], ...] = (
    {"TERM": "xterm-256color"}, {"TERM": "xterm", "COLORTERM": "truecolor"}, {"TERM": "xterm-16color"}, {},
    {"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb", "FORCE_COLOR": "1"},
)  # fmt: skip
NARROWEST = 40
STRANGE_SIZES = ["", "0", "-5", "²", "wide", "99999999999", "9" * 20, "9" * 5000]


class Terminal(io.StringIO):
    """A terminal that keeps what it gets."""

    def isatty(self) -> bool:
        return True


def printed_width(text: str) -> int:
    """The columns of a text in a terminal, where signs without a shape stand as numbers."""
    return cell_len(visible(text))


@given(text=texts() | st.text(), width=widths)
def test_every_sign_of_every_word_is_there_in_order(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == "".join(text.split())


@given(text=texts(), width=widths)
def test_words_that_fit_are_not_broken(text: str, width: int) -> None:
    fitting = [word for word in text.split() if printed_width(word) <= width]
    found = [word for line in wrap(" ".join(fitting), width) for word in line.split()]

    assert found == fitting


@given(text=texts(), width=widths)
def test_a_line_is_filled_before_the_next_begins(text: str, width: int) -> None:
    words = [word for word in text.split() if printed_width(word) <= width]
    lines = wrap(" ".join(words), width)
    nexts = [printed_width(f"{line} {following.split()[0]}") for line, following in pairwise(lines)]

    assert [size for size in nexts if size <= width] == []


@given(text=texts(), width=widths)
@example(text="a" * 39 + " b", width=40)
@example(text="\U000e0080", width=2)
def test_no_line_is_too_wide_but_one_of_a_single_sign(text: str, width: int) -> None:
    """A sign without a shape stands as a number of nine columns, which no line breaks."""
    assert [line for line in wrap(text, width) if printed_width(line) > width and len(line) > 1] == []


def test_the_cost_of_a_word_grows_with_its_length_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []

    def measure(text: str) -> int:
        measured.append(len(text))
        return cells(text)

    monkeypatch.setattr(view, "cells", measure)
    word = "a" + "\u0301" * 20_000 + "x" * 200

    assert "".join(wrap(word, 80)) == word
    assert sum(measured) < 20 * len(word)


@together("text", LONG_WORDS.values())
@together("width", [40, 41])
def test_a_word_that_is_too_long_is_broken(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join(lines) == text
    assert [printed_width(line) for line in lines if printed_width(line) > width] == []


def test_a_sign_that_combines_stays_with_its_letter() -> None:
    lines = wrap("e\u0301" * 100, 40)

    assert all(line.startswith("e") and line.endswith("\u0301") for line in lines)


@given(text=texts(), width=st.integers(10, 120))
@example(text="x" * 54, width=59)
@example(text="x" * 55, width=59)
@example(text="xxxxxx\u00a0x", width=10)
def test_a_footnote_is_whole_and_stands_beside_the_last_word_where_both_fit(text: str, width: int) -> None:
    lines = wrap(text, width, FOOTNOTE)
    fits = printed_width(f"{WORDS.findall(text)[-1]} {FOOTNOTE}") <= width  # a no-break space holds a word together

    assert "".join(lines).replace(" ", "") == "".join(text.split()) + FOOTNOTE
    assert lines[-1].endswith(f" {FOOTNOTE}" if fits else FOOTNOTE)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_a_text_without_words_has_no_line(text: str) -> None:
    assert wrap(text, 80) == wrap(text, 80, "[1]") == []


@together("text", TEXTS.values())
def test_a_text_is_as_wide_as_its_cells(text: str) -> None:
    line = " ".join(text.split())

    assert cells(line) == cell_len(line)


def test_signs_that_are_taken_for_one_column_take_one() -> None:
    everything = map(chr, range(0x110000))

    assert [f"{ord(sign):x}" for sign in everything if ONE_COLUMN_EACH.fullmatch(sign) and cell_len(sign) != 1] == []


@given(text=st.text("aé“—ա .", max_size=200), width=widths)
def test_cutting_at_blanks_is_filling_with_words(text: str, width: int) -> None:
    words = text.split()

    assert _cut_at_blanks(" ".join(words), width) == _filled(words, width)


def test_a_terminal_gets_colours_that_only_repeat_what_words_say() -> None:
    code, seen = on_a_terminal("show", BUNDLED, columns=80, TERM="xterm-256color")

    assert code == 0
    assert COLOUR.search(seen)
    assert COLOUR.sub("", seen) == call("show", BUNDLED).out


@pytest.mark.parametrize("settings", UNCOLOURED.values(), ids=UNCOLOURED)
def test_a_terminal_gets_no_colours_with(settings: dict[str, str]) -> None:
    code, seen = on_a_terminal("show", BUNDLED, columns=80, **settings)

    assert (code, seen) == (0, call("show", BUNDLED).out)


@given(
    lines=st.lists(st.lists(st.tuples(st.sampled_from([*view.STYLES]), texts() | st.sampled_from(CLOSER)), max_size=4)),
    settings=st.sampled_from(TERMINALS),
)
@example(lines=[[("date", "a"), ("", " ")], [("title", " ")], [("faint", "b "), ("date", "")]] * 120, settings={})
@example(lines=[[("", "::"), ("error", "error::x")], [("rail", "│ "), ("quote", "##[x")]], settings={})
def test_a_terminal_gets_what_rich_prints_line_by_line(lines: list[Line], settings: dict[str, str]) -> None:
    with mock.patch.dict(os.environ, settings, clear=True):
        by_rich, ours = Terminal(), Terminal()
        console = Console(file=by_rich, width=80, height=1, highlight=False, markup=False, emoji=False, soft_wrap=True)
        for line in lines:
            _print_by_rich(line, console)
        _write_styled(lines, ours)

    assert ours.getvalue() == by_rich.getvalue()


@pytest.mark.parametrize(("legacy", "printed"), [(True, 1000), (False, len(view.STYLES))], ids=["old", "any other"])
def test_rich_prints_every_line_only_on_an_old_windows_console(legacy: bool, printed: int) -> None:  # noqa: FBT001
    lines: list[Line] = [[("rail", "│ "), ("title", f"Talks {number}")] for number in range(1000)]
    with (
        mock.patch("rich.console.detect_legacy_windows", return_value=legacy),
        mock.patch.object(view, "_print_by_rich", side_effect=_print_by_rich) as prints,
        mock.patch.dict(os.environ, {"TERM": "xterm"}, clear=True),
    ):
        _write_styled(lines, stream := Terminal())

    assert prints.call_count == printed
    assert COLOUR.sub("", stream.getvalue()) == "".join(f"│ Talks {number}\n" for number in range(1000))


def test_a_pipe_gets_colours_only_when_they_are_forced() -> None:
    plain, forced = call("show", BUNDLED), call("show", BUNDLED, FORCE_COLOR="1", TERM="xterm-256color")

    assert "\x1b" not in plain.out
    assert COLOUR.search(forced.out)
    assert COLOUR.sub("", forced.out) == plain.out


def test_the_width_is_that_of_the_terminal() -> None:
    _, seen = on_a_terminal("show", BUNDLED, columns=100, TERM="dumb")

    assert seen == call("show", BUNDLED, COLUMNS="100").out


def test_a_pipe_is_80_columns_wide() -> None:
    assert run("show", BUNDLED).out == call("show", BUNDLED, COLUMNS="80").out


@pytest.mark.parametrize("columns", ["10", "1", "39", "40"])
def test_no_page_is_narrower_than_40_columns(columns: str) -> None:
    answer = call("show", BUNDLED, COLUMNS=columns)
    titles = [line for line in answer.out.splitlines() if line.startswith("●")]

    assert answer == call("show", BUNDLED, COLUMNS=str(NARROWEST))
    assert len(titles) == 13


@pytest.mark.parametrize("size", STRANGE_SIZES)
def test_a_strange_size_is_no_crash(size: str) -> None:
    answer = call("show", BUNDLED, COLUMNS=size, LINES=size)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("●") == 13


@pytest.mark.parametrize("size", STRANGE_SIZES)
def test_colours_hide_nothing_at_a_strange_size(size: str) -> None:
    coloured = call("show", BUNDLED, COLUMNS=size, LINES=size, FORCE_COLOR="1", TERM="xterm-256color")

    assert (coloured.code, coloured.err) == (0, "")
    assert COLOUR.sub("", coloured.out) == call("show", BUNDLED, COLUMNS=size).out
