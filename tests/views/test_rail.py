"""The chronology along a rail: the bundled timeline, and what holds for every timeline."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import NOTE, TEXTS, texts, timeline_of
from hypothesis import example, given, strategies as st
from made_up import bundled, event, loaded
from printing import printed
from rich.cells import cell_len
from together import together

from diplotimeline import Selection, Timeline, select
from diplotimeline.record.chronology import top
from diplotimeline.views.oneline import oneline
from diplotimeline.views.rail import rail

RAIL_COLUMN = 19
MEASURE = 100
GAPS = {
    "six days are no gap": ("2022-09-01", "2022-09-07", ""),
    "seven days are a gap": ("2022-09-01", "2022-09-08", "⋮ 7 days"),
    "a gap begins with the last day of an event": ("2022-09-01/2022-09-05", "2022-09-13", "⋮ 8 days"),
    "a gap ends with the first day of the next": ("2022-09-01", "2022-09-20/2022-09-30", "⋮ 19 days"),
    "a gap can span years": ("2021-12-31", "2023-01-01", "⋮ 366 days"),
    "there is no gap in a month that is known only as such": ("2022-09", "2022-09-28", ""),
    "there is no gap after what goes on": ("2022-09-01/..", "2022-12-24", ""),
    "there is no gap after what may go on": ("2022-09-01/", "2022-12-24", ""),
}
SCRIPTS = {
    "Chinese": "亚美尼亚和阿塞拜疆",
    "Armenian": "Հայաստանի Հանրապետություն",
    "Arabic": "أرمينيا وأذربيجان",
    "signs that combine": "Te\u0301le\u0301phone a\u0300 Gene\u0300ve",
    "Devanagari": "आर्मेनिया",
    "emoji": "🕊 talks 😀",
}


def without_addresses(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not line.startswith("     http")]


@pytest.mark.parametrize("width", [40, 50, 71, 72, 80, 100, 101, 200])
def test_no_line_of_the_bundled_timeline_is_wider_than_the_page(width: int) -> None:
    lines = without_addresses(printed(rail(bundled(), width, notes=True)))

    assert [line for line in lines if cell_len(line) > min(width, MEASURE)] == []


@given(text=texts(), width=st.sampled_from([40, 60, 71, 72, 80, 100, 120]))
@example(text="::" + "x" * 100, width=80)
@example(text="\xad", width=40)
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    lines = without_addresses(printed(rail(timeline_of(text), width, notes=True)))

    assert [line for line in lines if cell_len(line) > min(width, MEASURE)] == []


@pytest.mark.parametrize("width", [40, 80, 200])
def test_an_address_stands_on_a_line_of_its_own_and_is_never_cut(width: int) -> None:
    url = f"https://example.org/{'long/' * 50}"

    assert f"     {url}" in printed(rail(timeline_of("x", url), width))


@pytest.mark.parametrize("width", [40, 80])
def test_nothing_is_cut(width: int) -> None:
    seen = " ".join("\n".join(printed(rail(bundled(), width))).replace("│", "").split())
    wanted = [text for one in bundled().events for text in (one.summary, *(claim.quote for claim in one.claims))]

    assert [text for text in wanted if " ".join(text.split()) not in seen] == []


def test_every_line_of_an_event_hangs_on_the_rail() -> None:
    text = printed(rail(timeline_of(TEXTS["Chinese"]), 80))
    start, end = text.index("September 2022"), text.index("Sources")
    marks = [line[: len(line) - len(line.lstrip())] + line.lstrip()[:1] for line in text[start + 2 : end - 1]]

    assert len(marks) > 5
    for line in text[start + 2 : end - 1]:
        left, mark, _ = re.split("([●│])", line, maxsplit=1)
        assert (cell_len(left), mark) in ((RAIL_COLUMN, "●"), (RAIL_COLUMN, "│"))


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("width", [60, 80])
def test_the_status_stands_at_the_right_edge(text: str, width: int) -> None:
    (line,) = (line for line in printed(rail(timeline_of(text), width)) if line.endswith("[disputed]"))

    assert cell_len(line) == width
    assert f"● {text} " in line


def test_the_date_stands_beside_the_title_from_72_columns_on() -> None:
    wide, narrow = (printed(rail(bundled(), width)) for width in (72, 71))

    assert any(line.startswith("27 Sep             ● Sullivan hosts") for line in wide)
    assert narrow[narrow.index("27 Sep") + 1].startswith("● Sullivan hosts")


@together(("first", "second", "gap"), GAPS.values())
@together("reverse", [False, True])
def test_gaps_between_events(tmp_path: Path, first: str, second: str, gap: str, reverse: bool) -> None:  # noqa: FBT001
    timeline = loaded(tmp_path, event(first, "One"), event(second, "Two"))
    text = printed(rail(timeline, 80, reverse=reverse))
    order = [line.strip() for line in text if "⋮" in line or "●" in line]
    one, two = (line for line in order if "●" in line)

    assert order == [line for line in (one, gap, two) if line]
    assert one.endswith("Two" if reverse else "One")


def test_newest_first_shows_the_same_events_in_the_other_order() -> None:
    forward, backward = (printed(rail(bundled(), 80, reverse=reverse)) for reverse in (False, True))
    titles = [[line for line in lines if "●" in line] for lines in (forward, backward)]

    assert titles[0] == titles[1][::-1]
    assert sorted(forward) == sorted(backward)


@pytest.mark.parametrize(("notes", "shown"), [(False, 0), (True, 2)], ids=["not by default", "with --notes"])
def test_notes_for_curators_are_shown(notes: bool, shown: int) -> None:  # noqa: FBT001
    text = "\n".join(printed(rail(timeline_of("x"), 80, notes=notes)))

    assert text.count(f"Note: {NOTE}") == text.count(NOTE) == shown


@pytest.mark.parametrize("status", ["confirmed", "alleged", "disputed", "planned"])
def test_a_status_stands_in_words_unless_it_is_plain(tmp_path: Path, status: str) -> None:
    timeline = loaded(tmp_path, event("2099", "One", status=status), event("2098", "Two"))

    for lines in (printed(rail(timeline, 80)), printed(oneline(timeline, None))):
        assert [line.count(f"[{status}]") for line in lines if "One" in line] == [1]
        assert not any("reported]" in line for line in lines)


def test_a_quote_has_its_place_and_its_translation_and_a_source_its_author(tmp_path: Path) -> None:
    source = {"title": "Report", "author": "Ana Vell", "publisher": "Valley Press", "issued": "2022-10-06",
              "identifiers": {"doi": "10.1000/182"}}  # fmt: skip
    words = {"quote": "On se voit demain", "at": "p. 12", "translation": {"text": "See you", "language": "en"}}
    claims = [{"source": "s", **words, "extra": {"coder": "second"}}, {"source": "s", "at": "00:14:05"}]
    told = event(claims=claims, identifiers={"ucdp": "376126"}, extra={"direction": "easing"})
    lines = [line.strip() for line in printed(rail(loaded(tmp_path, told, sources={"s": source}), 80))]

    shown = [line.removeprefix("│ ") for line in lines]
    first = shown.index("“On se voit demain” [1, p. 12] (not verified)")
    assert shown[first + 1 : first + 6] == [
        "Translation (en): “See you”",
        "coder: second [1]",
        "Reported by: Valley Press [1, 00:14:05]",
        "ucdp: 376126",
        "direction: easing",
    ]
    assert "[1]  Ana Vell, Valley Press, Report, 6 Oct 2022" in lines
    assert "doi: 10.1000/182" in lines


# --- a range -------------------------------------------------------------------------------------------------------

RANGED = {
    "one": "2022-09-01", "two": "2022-09-10", "before": "[..2022-10-06]", "four": "2022-09-29", "edge": "2022-09-30~",
}  # fmt: skip


def asked(folder: Path, **filters: Any) -> Timeline:
    return select(loaded(folder, *(event(day, name.capitalize(), id=name) for name, day in RANGED.items())),
                  Selection(**filters))  # fmt: skip


def titles_in(lines: list[str]) -> list[str]:
    return [line.partition("● ")[2] for line in lines if "● " in line]


@pytest.mark.parametrize(
    ("reverse", "titles"), [(False, "One Two Four Edge Before"), (True, "Four Two One Before Edge")]
)
def test_what_lies_there_only_perhaps_stands_last_with_its_reason(tmp_path: Path, reverse: bool, titles: str) -> None:  # noqa: FBT001
    lines = printed(rail(asked(tmp_path, on="2022-09"), 80, reverse=reverse))
    block = lines[lines.index("Perhaps in this range") :]

    assert titles_in(lines) == titles.split()
    assert set(titles_in(block)) == {"Edge", "Before"}
    assert lines[0] == "5 events (2 perhaps in this range) · 1 Sep – 6 Oct 2022 · 1 source"
    for title, reason, date in (
        ("Edge", "the date is approximate", "c. 30 Sep 2022"),
        ("Before", "no first day is known", "on or before 6"),
    ):
        place = next(number for number, line in enumerate(block) if line.endswith(f"● {title}"))
        assert block[place].startswith(date)
        assert block[place + 1].endswith(f"│ Perhaps: {reason}")
    assert [line for line in lines if re.fullmatch(r"\w+ 2022", line)] == ["September 2022"]


def test_an_event_of_the_block_fills_the_gaps_of_the_others(tmp_path: Path) -> None:
    found = asked(tmp_path, on="2022-09")
    settled = replace(found, events=tuple(one for one in found.events if one.id != "before"))

    assert not [line for line in printed(rail(found, 80)) if "⋮" in line]
    assert [line.strip() for line in printed(rail(settled, 80)) if "⋮" in line] == ["⋮ 9 days", "⋮ 19 days"]


def test_an_event_that_is_not_printed_fills_gaps_too(tmp_path: Path) -> None:
    events = (event(day, day) for day in ("2022-09-01", "2022-09-10", "[..2022-10-06]"))
    record = loaded(tmp_path, *events)

    assert [line.strip() for line in printed(rail(top(record, 2), 80)) if "⋮" in line] == ["⋮ 9 days"]
    assert not [line for line in printed(rail(top(record, 2), 80, others=record.events)) if "⋮" in line]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_without_anything_in_doubt_there_is_no_block(tmp_path: Path, width: int) -> None:
    lines = printed(rail(asked(tmp_path, on="2022-09-10", words="two"), width))
    assert "Perhaps in this range" not in lines

    alone = printed(rail(asked(tmp_path, on="1995"), width))
    assert titles_in(alone) == ["Before"]
    assert "Perhaps in this range" in alone


@pytest.mark.parametrize("reverse", [False, True])
def test_in_one_line_it_has_a_question_mark(tmp_path: Path, reverse: bool) -> None:  # noqa: FBT001
    lines = printed(oneline(asked(tmp_path, on="2022-09"), None, reverse=reverse))
    titles = [line.split(maxsplit=1)[1] for line in lines]

    assert titles == (
        ["Four", "Two", "One", "? Before", "? Edge"] if reverse else ["One", "Two", "Four", "? Edge", "? Before"]
    )


@pytest.mark.parametrize(
    ("date", "claimed", "told"),
    [
        ("2022-09-13T00:05", {}, 1),
        ("2022-09-13T00:05Z", {}, 0),
        ("2022-09-13", {"date": "2022-09-13T00:05"}, 1),
        ("2022-09-13", {}, 0),
    ],
)
def test_the_time_zone_stands_beside_a_clock_time(
    tmp_path: Path, date: str, claimed: dict[str, str], told: int
) -> None:
    record = loaded(tmp_path, event(date, claims=[{"source": "statement", **claimed}]), timezone="Asia/Yerevan")

    assert "\n".join(printed(rail(record, 100))).count("clock time of Asia/Yerevan") == told
