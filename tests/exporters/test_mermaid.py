"""Mermaid: what its parser makes of the diagram, whatever stands in the texts."""

from dataclasses import replace
from pathlib import Path

import pytest
from hostile_texts import TEXTS, collapsed, texts, timeline_of
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded
from reading_mermaid import comments, read

from diplotimeline import Source, Timeline, export
from diplotimeline.exporters import render

# What Mermaid's parser took for something else when it stood in a text as it is.
TRAPS = {
    "a colon": "He said: no",
    "a colon first": ": x",
    "a hash": "#1 and # 2",
    "a semicolon": "x; y",
    "an entity of HTML": "&lt;b&gt; &amp; &#58;",
    "an entity of Mermaid": "#58; #quot; #lt;",
    "Mermaid's own signs for entities": "ﬂ°°58¶ß ﬂ°lt¶ß",
    "a directive": '%%{init: {"theme": "dark"}}%%',
    "a comment": "x %% y",
    "an element": "a <br> b </foreignObject><script>alert(1)</script>",
    "a keyword of the diagram": "title x section y timeline LR",
    "an accessible title": "accTitle: x",
    "an accessible description": "accDescr { x }",
    "a style": "style a:#35; classDef b:#c;",
}


def diagram_of(folder: Path, *events: dict[str, object], **sections: object) -> str:
    return export(loaded(folder, *events, **sections), "mermaid")


def test_the_diagram_of_two_events_is_this_text(tmp_path: Path) -> None:
    events = [event("2022-09-13", "He said: no", status="disputed"), event("2022-10", "Talks", status="confirmed")]

    assert diagram_of(tmp_path, *events, title="Autumn") == (
        "timeline TD\n"
        "    title Autumn\n"
        "    section September 2022\n"
        "        13 Sep 2022 : Disputed#58; He said#58; no\n"
        "        %% 2022-09-13 — disputed — source#58; A statement [1]\n"
        "    section October 2022\n"
        "        Oct 2022 : Talks\n"
        "        %% 2022-10 — confirmed — source#58; A statement [1]\n"
        "    %% [1] A statement, 31 Dec 2099 https://example.org/statement\n"
    )


@pytest.mark.parametrize(
    ("status", "box"),
    [
        ("confirmed", "Talks"), ("reported", "Talks"), ("alleged", "Alleged: Talks"), ("disputed", "Disputed: Talks"),
        ("planned", "Planned: Talks"),
    ],
)  # fmt: skip
def test_a_status_is_drawn_where_an_event_is_not_established(tmp_path: Path, status: str, box: str) -> None:
    text = diagram_of(tmp_path, event("2022-10", "Talks", status=status))

    assert read(text).boxes == [box]
    assert comments(text)[0].startswith(f"2022-10 — {status} — ")


@pytest.mark.parametrize("text", [*TRAPS.values(), *TEXTS.values()], ids=[*TRAPS, *TEXTS])
def test_a_text_stays_in_the_one_box_of_its_event(text: str) -> None:
    diagram = read(export(timeline_of(text), "mermaid"))
    line = collapsed(text)

    assert diagram.title == line
    assert diagram.sections == ["September 2022"]
    assert [(section, period) for section, period, _ in diagram.periods] == [
        ("September 2022", "night of 12–13 Sep 2022")
    ]
    assert diagram.boxes == [f"Disputed: {line}"]


@settings(max_examples=200)
@given(st.lists(texts() | st.sampled_from(list(TRAPS.values())), min_size=1, max_size=4).map(" ".join))
def test_any_text_stays_in_the_one_box_of_its_event(text: str) -> None:
    made, line = export(timeline_of(text), "mermaid"), collapsed(text)

    assert read(made).boxes == [f"Disputed: {line}"]
    assert collapsed(comments(made)[0]) == collapsed(
        f"2022-09-12/2022-09-13 — disputed — source: {line} [1] — denied by {line} [1]"
    )


@given(texts())
def test_no_sign_of_the_syntax_is_left_in_a_text(text: str) -> None:
    drawn = [line for line in export(timeline_of(text), "mermaid").splitlines() if "%% " not in line]
    rest = "\n".join(drawn).replace(" : ", "")

    assert not set(rest) & set("<>%{}&")
    assert rest.count("#") == rest.count(";")
    assert ":" not in rest


def test_events_of_one_date_share_a_period_even_when_another_stands_between_them(tmp_path: Path) -> None:
    dates = ("2022-09-13", "2022-09-13~", "2022-09-13", "2022-09-14")
    diagram = read(diagram_of(tmp_path, *(event(date, f"Event {number}") for number, date in enumerate(dates))))

    assert [(period, len(boxes)) for _, period, boxes in diagram.periods] == [
        ("13 Sep 2022", 2),
        ("c. 13 Sep 2022", 1),
        ("14 Sep 2022", 1),
    ]
    assert [box[:7] for box in diagram.boxes] == ["Event 0", "Event 2", "Event 1", "Event 3"]


def test_a_section_stands_for_a_month_once(tmp_path: Path) -> None:
    dates = ("2022-01-01/2023", "2022", "2022-01", "2022-09", "2022-09-30", "2022-10-01")
    diagram = read(diagram_of(tmp_path, *(event(date) for date in dates)))

    assert diagram.sections == ["January 2022", "2022", "September 2022", "October 2022"]


def test_a_clock_time_in_the_period_is_no_separator(tmp_path: Path) -> None:
    diagram = read(diagram_of(tmp_path, event("2022-09-13T00:05+04:00")))

    assert diagram.periods[0][1] == "13 Sep 2022, 00:05 (UTC+4)"
    assert len(diagram.boxes) == 1


@pytest.mark.parametrize("url", ["https://x.org/%%{init:{}}%%", "https://x.org/{a}#b;c", "https://x.org/?a=1&b=%20"])
def test_an_address_is_a_comment_and_never_a_directive(url: str) -> None:
    text = export(timeline_of("x", url), "mermaid")

    assert read(text).boxes == ["Disputed: x"]
    assert url.replace("{", "%7B").replace("}", "%7D") in text


def test_an_event_of_many_sources_names_them_all_with_their_numbers(tmp_path: Path) -> None:
    sources = {"a": {"title": "A"}, "b": {"title": "B", "publisher": "P"}}
    text = diagram_of(tmp_path, event(claims=[{"source": "b"}, {"source": "a"}, {"source": "b"}]), sources=sources)

    assert read(text).boxes == ["Something happens"]
    assert comments(text) == ["2022-09-13 — reported — sources: P [1], A [2]", "[1] P, B", "[2] A"]


def test_who_denies_or_doubts_an_event_is_no_source_of_it(tmp_path: Path) -> None:
    sources = {name: {"title": name.upper()} for name in "abc"}
    actors = {"norland": {"name": "Norland"}}
    claims = [
        {"source": "a"}, {"source": "b", "stance": "doubts"}, {"source": "a", "stance": "denies"},
        {"source": "c", "stance": "denies", "according_to": "norland"},
    ]  # fmt: skip
    alone = event("2022-09-14", "Denied", claims=[{"source": "b", "stance": "denies"}])
    text = diagram_of(tmp_path, event(claims=claims), alone, sources=sources, actors=actors)

    assert comments(text)[:2] == [
        "2022-09-13 — reported — source: A [1] — denied by A [1], Norland [3] — doubted by B [2]",
        "2022-09-14 — reported — denied by B [2]",
    ]


def test_an_unknown_source_is_no_box_of_its_own() -> None:
    timeline = replace(timeline_of("x"), sources={})

    assert comments(export(timeline, "mermaid")) == ["2022-09-12/2022-09-13 — disputed"]


def test_what_has_no_room_is_counted() -> None:
    assert render(bundled(), "mermaid", {}).lost == (
        (
            "26 actors, 14 summary texts, 13 types, 4 places, 5 casualty counts, 12 quotes, 12 locators, "
            "20 differing accounts, 3 date wordings and 5 event ties cannot be shown in mermaid; json has them."
        ),
    )


def test_nothing_is_lost_of_an_event_that_has_no_more_than_is_drawn(tmp_path: Path) -> None:
    made = render(loaded(tmp_path, event()), "mermaid", {})

    assert (made.lost, made.remarks) == ((), ())


def test_a_diagram_that_mermaid_does_not_draw_by_default_has_a_remark() -> None:
    long = replace(timeline_of("x"), sources={"x": Source(title="y" * 50_000)})

    assert render(long, "mermaid", {}).remarks[0].endswith("Mermaid draws no more than 50,000 by default.")


@pytest.mark.parametrize(("number", "remarked"), [(30, False), (31, True)])
def test_more_events_than_people_read_have_a_remark_and_are_all_drawn(
    tmp_path: Path, *, number: int, remarked: bool
) -> None:
    timeline = loaded(tmp_path, *(event(f"{1900 + year}", f"Event {year}") for year in range(number)))
    made = render(timeline, "mermaid", {})

    assert [remark.startswith("The diagram has 31 events; ") for remark in made.remarks] == [True] * remarked
    assert len(read(str(made.content)).boxes) == number


def test_an_empty_timeline_is_a_diagram_too() -> None:
    assert export(Timeline(), "mermaid") == "timeline TD\n"
    assert export(Timeline(title="a: b"), "mermaid") == "timeline TD\n    title a#58; b\n"
