"""One line per event: aligned, whole in a pipe, cut in a terminal."""

from unittest import mock

import pytest
from hostile_texts import texts, timeline_of
from hypothesis import example, given, strategies as st
from made_up import bundled
from printing import printed
from rich.cells import cell_len

from diplotimeline import Timeline
from diplotimeline.views.oneline import oneline

MEASURE = 100


def columns(lines: list[str], timeline: Timeline) -> set[int]:
    """Where the titles begin."""
    pairs = zip(lines, timeline.events, strict=True)
    return {cell_len(line[: line.index(one.title)].removesuffix(f"[{one.status}] ")) for line, one in pairs}


def test_one_line_per_event_is_aligned_and_whole_when_piped() -> None:
    lines = printed(oneline(bundled(), None))

    assert len(columns(lines, bundled())) == 1
    assert max(map(len, lines)) > MEASURE
    assert not any("…" in line for line in lines)


@given(text=texts().map(lambda text: text[:200]), width=st.sampled_from([100, 120]))
@example(text="\u0301a", width=100)
@example(text="\\\\\xad", width=80)
def test_one_line_per_event_fits_a_terminal(text: str, width: int) -> None:
    (whole,), (cut,) = (printed(oneline(timeline_of(text), room)) for room in (None, width))

    assert cell_len(cut) <= width
    assert cut == whole or (cut.endswith("…") and whole.startswith(cut.removesuffix("…").rstrip()))


@pytest.mark.parametrize("sign", ["x", "Հ", "亚"], ids=["ASCII", "Armenian", "Chinese"])
def test_a_long_title_is_cut_without_being_measured_again_and_again(sign: str) -> None:
    """A text may have 64 KiB: what is measured must not grow with the square of it."""
    title, measured = sign * 1000, 0

    def counting(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return cell_len(text)

    views = "diplotimeline.views"
    with mock.patch(f"{views}.oneline.cells", counting), mock.patch(f"{views}.lines.cells", counting):
        (cut,) = printed(oneline(timeline_of(title), 80))

    assert cut.endswith("…")
    assert measured < 100 * len(title)


@pytest.mark.parametrize(("width", "whole"), [(60, False), (72, False), (80, False), (120, True), (None, True)])
def test_a_narrow_terminal_shows_the_title_and_not_type_and_actors(width: int | None, whole: bool) -> None:  # noqa: FBT001
    lines = printed(oneline(bundled(), width))

    pairs = list(zip(bundled().events, lines, strict=True))

    assert {bool(one.type) and f"  {one.type}  " in line for one, line in pairs} == {whole}
    assert all(line.startswith(one.date.edtf) for one, line in pairs)
    if width and not whole:
        room = width - max(len(one.date.edtf) for one in bundled().events) - len("  [confirmed] ")
        assert all(one.title in line for one, line in pairs if len(one.title) <= room)
