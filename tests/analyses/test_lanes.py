"""The picture: who has a lane, where an event lies in it, and how it looks in a terminal."""

import re
from pathlib import Path
from typing import Any

import pytest
from calling import call
from golden_files import kept
from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from made_up import BUNDLED, bundled, event, loaded
from rich.cells import cell_len

from diplotimeline import Actor, Claim, Event, Participant, Selection, Timeline, parse_date, select
from diplotimeline.analyses.lanes import picture, ticks
from diplotimeline.analyses.stats import stats
from diplotimeline.characters import safe
from diplotimeline.exporters.page.articles import Articles
from diplotimeline.views.lanes import lanes

WIDTHS = (60, 80, 120)
LAST_DAY = parse_date("9999-12-31").last_day
ACTORS = {"a": {"name": "A", "kind": "state"}, "b": {"name": "B", "of": "a"}, "c": {"name": "C"}}
ORDINAL = parse_date("2022-09-10").first_day
# Beside an event on 10 September and one on 20 September: first, last, sure, both sides open or not, in September.
SPANS = {
    "a day is sure": ("2022-09-12", (12, 12), (12, 12), (False, False)),
    "a clock time is its day": ("2022-09-12T23:00+04:00", (12, 12), (12, 12), (False, False)),
    "an interval is sure": ("2022-09-12/2022-09-14", (12, 14), (12, 14), (False, False)),
    "one of two days is not": ("[2022-09-12,2022-09-14]", (12, 14), None, (False, False)),
    "an approximate day is not": ("2022-09-12~", (12, 12), None, (False, False)),
    "what goes on is sure from its beginning": ("2022-09-12/..", (12, 20), (12, 20), (False, True)),
    "of what may go on the beginning is sure": ("2022-09-12/", (12, 20), (12, 12), (False, True)),
    "what ended by a day lies before it": ("[..2022-09-12]", (10, 12), None, (True, False)),
}


def printed(*args: object) -> list[str]:
    return [safe("".join(text for _, text in line)).rstrip() for line in lanes(*args)]  # type: ignore[arg-type]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bundled_timeline_looks_as_it_was_reviewed(width: int) -> None:
    answer = call("show", BUNDLED, "--lanes", COLUMNS=str(width))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == kept(f"lanes-{width}.txt", answer.out)


@pytest.mark.parametrize(("date", "days", "sure", "open"), SPANS.values(), ids=SPANS)
def test_where_an_event_lies(
    tmp_path: Path, date: str, days: tuple[int, int], sure: tuple[int, int] | None, open: tuple[bool, bool]
) -> None:
    drawn = picture(loaded(tmp_path, event("2022-09-10", "First"), event(date, "It"), event("2022-09-20", "Last")))
    titles = ["First", "It", "Last"]
    (span,) = (one for title, one in zip(titles, drawn.spans, strict=True) if title == "It")
    shift = 10 - ORDINAL

    assert (drawn.first + shift, drawn.last + shift) == (10, 20)
    assert (span.first + shift, span.last + shift) == days
    assert (span.sure and tuple(day + shift for day in span.sure)) == sure
    assert (span.open_start, span.open_end) == open


# Events of one actor, a first and a last day for the axis, and how the row begins and ends.
ROWS = {
    "what goes on": (("2022-09-12/..",), "·", "━›"),
    "what goes on, beneath an event on the last day": (("2022-09-12/..", "2022-09-20"), "·", "●━›"),
    "what may go on": (("2022-09-12/",), "·", "░›"),
    "what ended by a day": (("[..2022-09-12]",), "‹░", "·"),
    "an open start beneath an event on the first day": (("[..2022-09-12]", "2022-09-10"), "‹●", "·"),
    "what lasts to the last day": (("2022-09-12/2022-09-20",), "·", "━"),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("dates", "begins", "ends"), ROWS.values(), ids=ROWS)
def test_a_row_shows_what_goes_beyond_the_axis(
    tmp_path: Path, dates: tuple[str, ...], begins: str, ends: str, width: int
) -> None:
    its = [event(date, f"It {date}", actors=["c"]) for date in dates]
    timeline = loaded(tmp_path, event("2022-09-10", "First"), *its, event("2022-09-20", "Last"), actors=ACTORS)
    (row,) = (line.removeprefix("C").strip() for line in printed(timeline, width) if line.startswith("C "))
    row = re.sub("━+", "━", row)

    assert row.startswith(begins)
    assert row.endswith(ends)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_goes_on_is_drawn_so_on_an_axis_of_one_day(tmp_path: Path, width: int) -> None:
    timeline = loaded(tmp_path, event("2022-09-12/..", actors=["c"]), actors=ACTORS)
    (row,) = (line for line in printed(timeline, width) if line.startswith("C "))

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

    assert next(line for line in printed(timeline, 80) if line.startswith("C "))[18:].strip("· ") == sign
    assert [one["unsettled"] for one in Articles(timeline).events] == [
        *(status in ("planned", "alleged", "disputed") for status in statuses),
        False,
    ]


def test_who_belongs_to_another_stands_below_it_and_its_events_are_also_the_others(tmp_path: Path) -> None:
    timeline = loaded(
        tmp_path, event("2022-09-10", "One", actors=["b"]), event("2022-09-11", "Two", actors=["c", "b"]),
        event("2022-09-12", "Three"), actors=ACTORS,
    )  # fmt: skip

    found = [(lane.actor, lane.depth, lane.events) for lane in picture(timeline).lanes]

    assert found == [("a", 0, (0, 1)), ("b", 1, (0, 1)), ("c", 0, (1,)), ("", 0, (2,))]


# Where an actor can be named in an event, so that a filter finds it there.
NAMED = {
    "as taking part": {"actors": ["c"]},
    "in the casualties": {"casualties": [{"who": "c", "killed": "1"}]},
    "by one source only": {"claims": [{"source": "statement", "actors": ["c"]}]},
    "in the casualties that one source gives": {
        "claims": [{"source": "statement", "casualties": [{"who": "c", "killed": "1"}]}]
    },
}


@pytest.mark.parametrize("fields", NAMED.values(), ids=NAMED)
def test_an_actor_has_a_lane_and_a_number_for_every_event_in_which_a_filter_finds_it(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    timeline = loaded(tmp_path, event(**fields), actors=ACTORS)

    assert len(select(timeline, Selection(actors=("c",))).events) == 1
    assert [(lane.actor, lane.events) for lane in picture(timeline).lanes] == [("c", (0,))]
    assert [(one.actor, one.events) for one in stats(timeline).actors] == [("c", 1)]


@pytest.mark.parametrize(
    ("of", "found"),
    [
        ({"a": "b", "b": "a"}, [("b", 0), ("a", 1), ("c", 0)]),
        ({"a": "a"}, [("a", 0), ("c", 0)]),
        ({"a": "b", "b": "c", "c": "a"}, [("c", 0), ("b", 1), ("a", 2)]),
    ],
    ids=["of two", "of one", "of three"],
)
def test_actors_in_a_circle_have_a_lane_and_a_choice_each(of: dict[str, str], found: list[tuple[str, int]]) -> None:
    actors = {name: Actor(name=name, of=above) for name, above in of.items()}
    when = parse_date("2022-09-13")
    taking_part = (Participant(who="a"), Participant(who="c"))
    timeline = Timeline(
        actors=actors, events=(Event(date=when, title="x", claims=(Claim(source="s"),), actors=taking_part),)
    )

    assert [(lane.actor, lane.depth) for lane in picture(timeline).lanes] == found
    assert sorted(Articles(timeline).keys["actor"]) == sorted(name for name, _ in found)


def test_every_event_of_the_bundled_timeline_has_a_mark_or_a_shade() -> None:
    numbers = {number for lane in picture(bundled()).lanes for number in lane.events}

    assert numbers == set(range(len(bundled().events)))


@given(
    first=st.integers(1, LAST_DAY),
    length=st.integers(0, 800_000),
    most=st.integers(2, 20),
)
def test_ticks_lie_in_the_picture_in_order_and_are_never_too_many(first: int, length: int, most: int) -> None:
    last = min(first + length, LAST_DAY)
    days = [day for day, _ in ticks(first, last, most)]

    assert days == sorted(set(days))
    assert len(days) <= most
    assert all(first <= day <= last for day in days)


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_the_names_say(text: str, width: int) -> None:
    lines = printed(timeline_of(text), width)

    assert [line for line in lines if cell_len(line) > width] == []


@given(text=texts().map(lambda text: text[:200]))
def test_no_name_is_cut(text: str) -> None:
    timeline = timeline_of(text)
    names = "".join(line[:20].strip() for line in printed(timeline, 60)).replace(" ", "")

    for name in {timeline.name(one.who) for one in timeline.events[0].actors}:
        assert safe(name.split()[0])[:18] in names


@pytest.mark.parametrize("other", ["--oneline", "--reverse", "--notes"])
def test_a_picture_has_no_lines_to_turn_round_or_to_add_to(other: str) -> None:
    answer = call("show", BUNDLED, "--lanes", other)

    assert (answer.code, answer.out) == (2, "")
    assert "--lanes cannot be used together with" in answer.err
