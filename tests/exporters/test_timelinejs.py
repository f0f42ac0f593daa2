"""TimelineJS: the dates of a slide, what it says, and that no text is read as HTML."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import given
from made_up import bundled, event, loaded
from reading_timelinejs import Html, links, read, shown

from diplotimeline import CallError, Source, Timeline, export
from diplotimeline.exporters import render

Json = dict[str, Any]
DAY, END = {"year": 2022, "month": 9, "day": 13}, {"year": 2022, "month": 9, "day": 14}
MONTH, YEAR = {"year": 2022, "month": 9}, {"year": 2022}
DATES: dict[str, tuple[Json, Json | None, str]] = {
    "2022-09-13": (DAY, None, "13 Sep 2022"),
    "2022-09": (MONTH, None, "Sep 2022"),
    "2022": (YEAR, None, "2022"),
    "0476": ({"year": 476}, None, "476"),
    "2022-09~": (MONTH, None, "c. Sep 2022"),
    "2022-09-13?": (DAY, None, "13 Sep 2022 (uncertain)"),
    "2022-09-XX": (MONTH, None, "Sep 2022 (day unknown)"),
    "2022-XX-XX": (YEAR, None, "2022 (month and day unknown)"),
    "2022-09-13T00:05+04:00": (DAY, None, "13 Sep 2022, 00:05 (UTC+4)"),
    "2022-09-13/2022-09-14": (DAY, END, "13–14 Sep 2022"),
    "2022-09/2022-09-14": (MONTH, END, "Sep 2022 – 14 Sep 2022"),
    "2022-09-13~/2022-09-14?": (DAY, END, "c. 13 Sep 2022 – 14 Sep 2022 (uncertain)"),
}
REDUCED: dict[str, tuple[Json, str]] = {
    "2022-09-13/2022-10": (DAY, "13 Sep 2022 – Oct 2022"),
    "2022-09/2022-10": (MONTH, "Sep – Oct 2022"),
    "2022-21": ({"year": 2022, "month": 3}, "spring 2022"),
    "2022-22": ({"year": 2022, "month": 6}, "summer 2022"),
    "2022-23": (MONTH, "autumn 2022"),
    "2022-24": ({"year": 2022, "month": 12}, "winter 2022–23"),
    "[2022-09-13,2022-09-14]": (DAY, "13 or 14 Sep 2022"),
    "[2022-09-13..2022-10-02]": (DAY, "between 13 Sep and 2 Oct 2022"),
    "[2022-09..2022-10]": (MONTH, "between Sep and Oct 2022"),
    "[2022-09-13..]": (DAY, "on or after 13 Sep 2022"),
    "[..2022-09-13]": (DAY, "on or before 13 Sep 2022"),
    "2022-09-13/..": (DAY, "since 13 Sep 2022 (ongoing)"),
    "2022-09-13/": (DAY, "from 13 Sep 2022 (end unknown)"),
    "../2022-09-13": (DAY, "until 13 Sep 2022"),
}


def slides(timeline: Timeline) -> list[Json]:
    found: list[Json] = read(export(timeline, "timelinejs"))["events"]
    return found


def slide_of(folder: Path, **fields: Any) -> Json:
    return slides(loaded(folder, event(**fields)))[0]


@pytest.mark.parametrize("written", DATES)
def test_a_date_has_the_parts_that_are_written_and_no_other(tmp_path: Path, written: str) -> None:
    start, end, words = DATES[written]
    slide = slide_of(tmp_path, date=written)

    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, words)
    assert render(loaded(tmp_path, event(written)), "timelinejs", {}).lost == ()


@pytest.mark.parametrize("written", REDUCED)
def test_a_date_that_has_no_bar_stands_at_its_first_date_and_is_counted(tmp_path: Path, written: str) -> None:
    start, words = REDUCED[written]
    slide = slide_of(tmp_path, date=written)

    assert (slide["start_date"], "end_date" in slide, slide["display_date"]) == (start, False, words)
    assert render(loaded(tmp_path, event(written)), "timelinejs", {}).lost == (
        "1 date cannot be drawn whole in timelinejs; the slide begins at the first date.",
    )


@pytest.mark.parametrize("written", ["199X", "19XX"])
def test_an_event_without_a_year_is_left_out_and_counted(tmp_path: Path, written: str) -> None:
    made = render(loaded(tmp_path, event(written), event("2022")), "timelinejs", {})

    assert [slide["display_date"] for slide in read(made.data)["events"]] == ["2022"]
    assert made.lost == ("1 event without a known year cannot be shown in timelinejs; json has them.",)


def test_the_title_slide_is_the_title_and_summary_of_the_timeline() -> None:
    title = read(export(bundled(), "timelinejs"))["title"]["text"]

    assert title["headline"] == bundled().title
    assert Html(title["text"]).texts == [bundled().summary]
    assert "title" not in read(export(replace(bundled(), title=""), "timelinejs"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_is_text(text: str) -> None:
    record = read(export(timeline_of(text), "timelinejs"))
    line = text.replace("\n", " ")

    for one, headline in ((record["title"], line), (record["events"][0], f"Disputed: {line}")):
        assert Html(one["text"]["headline"]).texts == [headline]
        assert text in Html(one["text"]["text"]).texts


@given(texts())
def test_any_text_is_text(text: str) -> None:
    slide = slides(timeline_of(text))[0]

    assert Html(slide["text"]["headline"]).texts == [f"Disputed: {text.replace(chr(10), ' ')}"]
    assert text in Html(slide["text"]["text"]).texts
    assert links(slide) == ["https://example.org/x"]


def test_a_slide_says_who_says_what_and_where_it_stands(tmp_path: Path) -> None:
    claims = [{"source": "statement", "quote": "We met"}, {"source": "statement", "stance": "denies"}]
    slide = slide_of(tmp_path, date="2022-09~", claims=claims, type="meeting", status="disputed", tags=["a", "b"])

    assert slide["text"]["text"] == (
        '<blockquote dir="auto">We met</blockquote><p>— A statement (not verified) [1]</p>'
        "<p>The source “A statement” denied this. [1]</p>"
        "<p>2022-09~ · disputed · meeting · a, b</p>"
        '<p><small>[1] A statement, 31 Dec 2099 <a href="https://example.org/statement">link</a></small></p>'
    )


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({"summary": "They met."}, "They met."),
        ({"quote": "We met"}, "We met"),
        ({"casualties": [{"killed": 3}]}, "3 killed"),
        ({"type": "meeting", "tags": ["talks"]}, "Reported by A statement. [1]"),
    ],
    ids=["a summary", "a quote", "casualties", "nothing but facts"],
)
def test_a_slide_begins_with_words(tmp_path: Path, more: Json, first: str) -> None:
    assert Html(slide_of(tmp_path, **more)["text"]["text"]).texts[0] == first


def test_accounts_without_a_quote_share_a_paragraph_and_quotes_stand_apart(tmp_path: Path) -> None:
    claims = [
        {"source": "statement", "stance": "denies"}, {"source": "statement", "stance": "doubts"},
        {"source": "statement", "quote": "We met"}, {"source": "statement"},
    ]  # fmt: skip
    text = slide_of(tmp_path, claims=claims)["text"]["text"]

    assert re.findall("<(p|blockquote)[ >]", text) == ["p", "blockquote", "p", "p", "p", "p"]
    assert "<p>The source “A statement” denied this. [1] The source “A statement” doubted this. [1]</p>" in text


ACTORS = {"a": {"name": "Ardelia & <Sons>"}, "t": {"name": "Tavoria"}}


@pytest.mark.parametrize(
    ("group", "bands"),
    [
        ("", [None, None, None]),
        ("type", ["prisoner release", None, "call"]),
        ("actor", ["Ardelia &amp; &lt;Sons&gt;", "Tavoria", None]),
    ],
)
def test_bands_are_drawn_only_if_they_are_asked_for(tmp_path: Path, group: str, bands: list[str | None]) -> None:
    timeline = loaded(
        tmp_path, event("2020", type="prisoner-release", actors=["a", "t"]), event("2021", actors=["t"]),
        event("2022", type="call"), actors=ACTORS,
    )  # fmt: skip
    made = render(timeline, "timelinejs", {"group": group})

    assert [slide.get("group") for slide in read(made.data)["events"]] == bands
    assert made.lost == (
        ("1 event of several actors shown in the band of the first alone; json has them.",) * (group == "actor")
    )


@pytest.mark.parametrize("group", ["actors", "Type", "place"])
def test_another_group_is_refused_naming_the_two(group: str) -> None:
    with pytest.raises(CallError, match="there is no group by") as caught:
        export(bundled(), "timelinejs", group=group)

    assert caught.value.help == "one of: type, actor"


def test_slides_are_found_by_the_ids_of_their_events() -> None:
    assert [slide["unique_id"] for slide in slides(bundled())] == [event.id for event in bundled().events]


@pytest.mark.parametrize("url", ["https://x.org/?a='b'&c=d", "HTTP://x.org/'onclick='alert(1)", "https://x.org/&quot;"])
def test_an_address_stays_in_its_attribute(url: str) -> None:
    timeline = timeline_of("x")
    object.__setattr__(timeline.sources["x"], "url", url)

    assert links(slides(timeline)[0]) == [url]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://x.org", "//x.org", "ftp://x.org", "https://x.org/<b>"]
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    timeline = timeline_of("x")
    object.__setattr__(timeline.sources["x"], "url", url)

    assert links(slides(timeline)[0]) == []


def test_a_language_is_told_so_that_a_quote_is_read_and_set_right() -> None:
    timeline = replace(timeline_of("x"), sources={"x": Source(title="x", language="ar")})

    assert '<blockquote dir="auto" lang="ar">x</blockquote>' in slides(timeline)[0]["text"]["text"]


@pytest.mark.parametrize(("number", "remarked"), [(20, False), (21, True)])
def test_more_than_twenty_slides_are_remarked_on_and_not_lost(tmp_path: Path, *, number: int, remarked: bool) -> None:
    made = render(loaded(tmp_path, *(event(id=f"e-{one}") for one in range(number))), "timelinejs", {})

    assert made.remarks == (("TimelineJS recommends at most 20 slides; there are 21.",) if remarked else ())
    assert made.lost == ()


def test_what_the_bundled_timeline_loses_is_counted() -> None:
    assert render(bundled(), "timelinejs", {}).lost == (
        "5 dates cannot be drawn whole in timelinejs; the slide begins at the first date.",
        "5 event ties cannot be shown in timelinejs; json has them.",
    )
    assert len(slides(bundled())) == len(bundled().events)


def test_an_empty_timeline_has_a_scale_and_no_slide() -> None:
    assert json.loads(export(Timeline(), "timelinejs")) == {"scale": "human", "events": []}


@pytest.mark.parametrize(
    ("status", "headline"),
    [
        ("reported", "They meet"),
        ("alleged", "Alleged: They meet"),
        ("disputed", "Disputed: They meet"),
        ("planned", "Planned: They meet"),
        ("confirmed", "They meet"),
    ],
)
def test_a_headline_begins_with_a_status_that_is_not_plain(tmp_path: Path, status: str, headline: str) -> None:
    assert slide_of(tmp_path, title="They meet", status=status)["text"]["headline"] == headline


def test_a_slide_says_how_exact_a_place_is(tmp_path: Path) -> None:
    place = {"name": "Karsa", "country": "NOR", "lat": "40", "lon": "45.5", "precision": "region"}

    assert "Karsa, NOR (area around 40° N, 45.5° E)" in shown(slide_of(tmp_path, place=place))


def test_casualties_and_summary_are_told() -> None:
    slide = next(slide for slide in slides(bundled()) if slide["unique_id"] == "2022-09-28-exchange-of-fire")

    assert "Armenia: 3 killed; Azerbaijan: 1 injured" in shown(slide)
    assert "Three Armenians were killed and one Azerbaijani was wounded." in shown(slide)
