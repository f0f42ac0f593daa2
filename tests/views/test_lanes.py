"""The picture in a terminal: what is drawn in a row, and that no name is cut."""

import re
from pathlib import Path

import pytest
from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from made_up import event, loaded
from printing import printed
from rich.cells import cell_len
from together import together

from diplotimeline.characters import safe
from diplotimeline.views.lanes import lanes

WIDTHS = (60, 80, 120)
ACTORS = {"a": {"name": "A", "kind": "state"}, "b": {"name": "B", "of": "a"}, "c": {"name": "C"}}


# Events of one actor, a first and a last day for the axis, and how the row begins and ends.
ROWS = {
    "what goes on": (("2022-09-12/..",), "·", "━›"),
    "what goes on, beneath an event on the last day": (("2022-09-12/..", "2022-09-20"), "·", "●━›"),
    "what may go on": (("2022-09-12/",), "·", "░›"),
    "what ended by a day": (("[..2022-09-12]",), "‹░", "·"),
    "an open start beneath an event on the first day": (("[..2022-09-12]", "2022-09-10"), "‹●", "·"),
    "what lasts to the last day": (("2022-09-12/2022-09-20",), "·", "━"),
}


@together("width", WIDTHS)
@together(("dates", "begins", "ends"), ROWS.values())
def test_a_row_shows_what_goes_beyond_the_axis(
    tmp_path: Path, dates: tuple[str, ...], begins: str, ends: str, width: int
) -> None:
    its = [event(date, f"It {date}", actors=["c"]) for date in dates]
    timeline = loaded(tmp_path, event("2022-09-10", "First"), *its, event("2022-09-20", "Last"), actors=ACTORS)
    (row,) = (line.removeprefix("C").strip() for line in printed(lanes(timeline, width)) if line.startswith("C "))
    row = re.sub("━+", "━", row)

    assert row.startswith(begins)
    assert row.endswith(ends)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_goes_on_is_drawn_so_on_an_axis_of_one_day(tmp_path: Path, width: int) -> None:
    timeline = loaded(tmp_path, event("2022-09-12/..", actors=["c"]), actors=ACTORS)
    (row,) = (line for line in printed(lanes(timeline, width)) if line.startswith("C "))

    assert row == f"C  ●{'━' * (width - 5)}›"


@pytest.mark.parametrize(
    ("statuses", "sign"),
    [
        (["reported"], "●"), (["confirmed", "disputed"], "◆"), (["planned"], "○"), (["alleged"], "○"),
        (["disputed"], "○"), (["alleged", "disputed"], "◇"),
    ],
)  # fmt: skip
def test_what_is_not_established_has_a_hollow_sign(tmp_path: Path, statuses: list[str], sign: str) -> None:
    told = [event(title=f"T{number}", status=status, actors=["c"]) for number, status in enumerate(statuses)]
    timeline = loaded(tmp_path, *told, event(date="2022-12-31", status="reported"), actors=ACTORS)

    assert next(line for line in printed(lanes(timeline, 80)) if line.startswith("C "))[18:].strip("· ") == sign


HOLLOW = {
    "a span": ([("2022-09-12/2022-09-20", "planned")], "○═+"),
    "one of some days": ([("[2022-09-12..2022-09-20]", "alleged")], "╌+"),
    "a month": ([("2022-09", "disputed")], "╌+"),
    "a span of open end": ([("2022-09-12/..", "planned")], "○═+›"),
    "a span with unsure sides": ([("2022-09/2022-11", "disputed")], "╌+○═+╌+"),
    "an established span covers it": (
        [("2022-09-12/2022-10-20", "reported"), ("2022-09-12/2022-10-20", "planned")],
        "◆━+",
    ),
    "it does not cover an established one": ([("2022-09", "planned"), ("2022-09", "reported")], "░+"),
}


@pytest.mark.parametrize(("told", "signs"), HOLLOW.values(), ids=HOLLOW)
def test_what_is_not_established_is_hollow_throughout(tmp_path: Path, told: list[tuple[str, str]], signs: str) -> None:
    its = [event(date, f"T{number}", status=status, actors=["c"]) for number, (date, status) in enumerate(told)]
    timeline = loaded(tmp_path, *its, event(date="2022-08-31"), event(date="2022-12-31"), actors=ACTORS)
    (row,) = (line[1:].strip("· ") for line in printed(lanes(timeline, 120)) if line.startswith("C "))

    assert re.fullmatch(signs, row)


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_the_names_say(text: str, width: int) -> None:
    lines = printed(lanes(timeline_of(text), width))

    assert [line for line in lines if cell_len(line) > width] == []


@given(text=texts().map(lambda text: text[:200]))
def test_no_name_is_cut(text: str) -> None:
    timeline = timeline_of(text)
    names = "".join(line[:20].strip() for line in printed(lanes(timeline, 60))).replace(" ", "")

    for name in {timeline.name(one.who) for one in timeline.events[0].actors}:
        assert safe(name.split()[0])[:18] in names
