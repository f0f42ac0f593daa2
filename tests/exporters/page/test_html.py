"""The web page: its structure, what it may load (nothing), where its links lead, and what its filters find."""

import json
import math
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from calling import run_python
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded
from notations import notations
from reading_html import Element, read

from diplotimeline import Actor, Claim, Event, Participant, Selection, Source, Timeline, export, parse_date, select
from diplotimeline.analyses.lanes import picture
from diplotimeline.analyses.stats import stats
from diplotimeline.exporters import render
from diplotimeline.record.chronology import certain, possible

LINK_NAMES = ("href", "cite")
ID_NAMES = ("for", "aria-labelledby")
FAR = 9_999_999
SELECTIONS: dict[str, Callable[[Any], Selection]] = {
    "actor": lambda value: Selection(actors=value),
    "type": lambda value: Selection(types=value),
    "status": lambda value: Selection(statuses=value),
    "source": lambda value: Selection(sources=value),
    "place": lambda value: Selection(places=value),
}


def page(timeline: Timeline) -> Element:
    return read(export(timeline, "html"))


@cache
def page_of(made: Callable[[], Timeline]) -> Element:
    """The page of a timeline that several tests look at."""
    return page(made())


def bundled_page() -> Element:
    return page_of(bundled)


def article(folder: Path, **fields: Any) -> Element:
    return page(loaded(folder, event(**fields))).one("article")


def data_of(whole: Element) -> Any:
    """What the script of a page reads."""
    (block,) = [one for one in whole.all("script") if one.attributes.get("type") == "application/json"]
    return json.loads(block.text)


def seen(element: Element) -> str:
    return " ".join(element.text.split())


def many(number: int) -> Timeline:
    dates = [parse_date(f"2022-09-{one % 30 + 1:02}") for one in range(number)]
    events = [
        Event(date=when, title=f"Event {one}", claims=(Claim(source="s"),), id=f"e-{one}")
        for one, when in enumerate(dates)
    ]
    return Timeline(events=tuple(sorted(events, key=lambda one: one.date.edtf)), sources={"s": Source(title="S")})


TIMELINES = {
    "the bundled timeline": bundled,
    "nothing at all": Timeline,
    "no event": lambda: replace(bundled(), events=()),
    "one event": lambda: replace(bundled(), events=bundled().events[:1]),
    "hostile texts": lambda: timeline_of(TEXTS["an element with a handler"]),
    "300 events": lambda: many(300),
}

every_timeline = pytest.mark.parametrize("made", TIMELINES.values(), ids=TIMELINES)


# --- structure -----------------------------------------------------------------------------------------------------


@every_timeline
def test_headings_go_down_one_level_at_a_time(made: Any) -> None:
    levels = [int(element.tag[1]) for element in page_of(made).all() if re.fullmatch("h[1-6]", element.tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_timeline
def test_every_id_stands_once_and_every_reference_leads_to_one(made: Any) -> None:
    elements = list(page_of(made).all())
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    referred = {element.attributes[name] for element in elements for name in ID_NAMES if name in element.attributes}
    links = {element.attributes.get("href", "") for element in elements}

    assert len(set(ids)) == len(ids)
    assert referred | {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_events_stand_in_their_order_under_the_id_that_they_have_in_the_file() -> None:
    assert [one.attributes["id"] for one in bundled_page().all("article")] == [one.id for one in bundled().events]


def test_events_without_an_id_or_with_the_same_get_one_of_the_page() -> None:
    when = parse_date("2022")
    two = Event(date=when, title="x", claims=(Claim(source="s"),), id="two")
    events = (Event(date=when, title="x", claims=(Claim(source="s"),)), two, two)

    assert [one.attributes["id"] for one in page(Timeline(events=events)).all("article")] == [
        "event_1",
        "two",
        "event_3",
    ]


def test_an_event_says_when_what_who_where_and_how_well_it_is_established() -> None:
    outbreak = next(one for one in bundled_page().all("article") if one.attributes["id"] == "2022-09-12-outbreak")

    assert seen(outbreak.one("p", "date")) == "Night of 12–13 September 2022"
    assert outbreak.one("code").text.strip() == "2022-09-12/2022-09-13"
    assert seen(outbreak.one("p", "given")) == "In the source: night of September 12"
    assert seen(outbreak.one("p", "kicker")) == "hostilities Status: disputed"
    assert [seen(one) for one in outbreak.one("dl").all("dd")] == [
        "Border of Armenia and Azerbaijan", "Armenian Armed Forces", "Azerbaijani Armed Forces",
        "Part of: Armenian and Azerbaijani forces fight for two days",
    ]  # fmt: skip
    assert [seen(one) for one in outbreak.all("p", "said")] == [
        (
            "Ministry of Defence of Armenia dated it to 13 September 2022, 00:05 (UTC+4), and named Azerbaijani Armed "
            "Forces (initiator) and Armenian Armed Forces.5"
        ),
        (
            "Ministry of Defence of Azerbaijan dated it to 12–13 September 2022, named Armenian Armed Forces "
            "(initiator) and Azerbaijani Armed Forces, and gave the place as Dashkasan, Kalbajar, Lachin.6"
        ),
    ]


@pytest.mark.parametrize(
    ("edtf", "extent"),
    [
        (["2022-09-13"], "13 September 2022"),
        (["2022-09-13", "2022-09-28"], "13–28 September 2022"),
        (["2022-09", "2022-10-06"], "September 2022 – 6 October 2022"),
        (["2022", "2022-10-06"], "2022"),
        (["2022-09~", "2022-09-13"], "September 2022"),
        (["2022-03", "2022-10/2022"], "2022"),
        (["199X", "2023"], "1990s – 2023"),
        (["2022-03-05", "2022-23"], "5 March 2022 – autumn 2022"),
        (["2022-03-05", "2022-10/2022-11"], "5 March 2022 – November 2022"),
        (["199X", "2022-23"], "1990s – autumn 2022"),
        (["[..2022-10-06]"], "on or before 6 October 2022"),
        (["2022-09-13/.."], "since 13 September 2022 (ongoing)"),
        (["2022-09-13/..", "2022-03", "2022-09-20"], "since March 2022 (ongoing)"),
        (["2022-09-13/"], "from 13 September 2022 (end unknown)"),
        (["2022-09/2022-10"], "September – October 2022"),
        (["2021/2022"], "2021–2022"),
        (["[2022-09,2022-11]"], "September or November 2022"),
    ],
)
def test_the_head_says_from_when_to_when_no_more_exactly_than_the_record(edtf: list[str], extent: str) -> None:
    events = tuple(Event(date=parse_date(one), title="x", claims=(Claim(source="s"),)) for one in edtf)
    facts = [seen(one) for one in page(Timeline(events=events)).one("ul", "counts").all("li")]

    assert facts[1] == extent


def test_the_head_counts_events_sources_claims_and_verified_quotes() -> None:
    facts = [seen(one) for one in bundled_page().one("ul", "counts").all("li")]

    assert facts == [
        "13 events", "September 2022 – 6 October 2022", "23 sources", "39 claims, 12 quotes verified",
        "time zone Asia/Yerevan", "Picture",
    ]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(notations(), min_size=1, max_size=4))
def test_every_date_has_its_place(edtf: list[str]) -> None:
    events = sorted((parse_date(one) for one in edtf), key=lambda when: when.first_day)
    whole = page(Timeline(events=tuple(Event(date=when, title="x", claims=(Claim(source="s"),)) for when in events)))

    assert [one.text.strip() for one in whole.all("code")] == [when.edtf for when in events]
    assert len(list(whole.one("ul", "lanes").all("title"))) == len(edtf)


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2022-09-13", ["2022-09-13"]),
        ("2022-09", ["2022-09"]),
        ("2022", ["2022"]),
        ("2022-09-13T00:05+04:00", ["2022-09-13T00:05+04:00"]),
        ("2022-09-13T00:05:07Z", ["2022-09-13T00:05:07Z"]),
        ("2022-09-13T00:05", ["2022-09-13T00:05"]),
        ("2022-09-13T00:05+04", []),
        ("2022-09-13/2022-09-14", ["2022-09-13", "2022-09-14"]),
        ("[2022-09-13,2022-09-14]", ["2022-09-13", "2022-09-14"]),
        ("2022-09-13~/2022-09-14", ["2022-09-14"]),
        ("../2022", ["2022"]),
        ("2022-09/", ["2022-09"]),
        ("[..2021,2022-09..2022-10,2023]", ["2021", "2022-09", "2022-10", "2023"]),
        ("[2022-09..]", ["2022-09"]),
        ("2022-09~", []),
        ("2022-23", []),
        ("199X", []),
        ("2022-09-XX", []),
    ],
)
def test_only_what_html_knows_as_a_time_is_marked_as_one(tmp_path: Path, edtf: str, machine: list[str]) -> None:
    code = article(tmp_path, date=edtf).one("code")

    assert code.text.strip() == edtf
    assert [time.attributes["datetime"] for time in code.all("time")] == machine


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("We met there.", "verified word for word"),
        ("We  met “there”", "not found in the archived text"),
        ("We met […] later", "verified with passages left out"),
        ("said “yes”", "verified after folding of spacing and quotation marks"),
        (None, "not verified"),
    ],
)
def test_every_quote_has_its_verdict(tmp_path: Path, quote: str | None, verdict: str) -> None:
    (tmp_path / "s.txt").write_text('We met there. They said "yes" and left later.\n')
    sources = {"statement": {"title": "A statement", "issued": "2099", **({"file": "s.txt"} if quote else {})}}
    figure = page(loaded(tmp_path, event(quote=quote or "We met"), sources=sources)).one("figure", "quote")

    assert figure.one("span", "verdict").text == verdict
    assert figure.one("blockquote").text == f"“{quote or 'We met'}”"


def test_a_quote_carries_its_language_direction_and_address() -> None:
    source = Source(title="x", language="ar", url="https://example.org/x")
    quote = page(replace(timeline_of("x"), sources={"x": source})).one("blockquote")

    assert quote.attributes == {"cite": "https://example.org/x", "lang": "ar", "dir": "auto"}


def test_sources_are_numbered_footnotes_that_lead_back_to_their_events() -> None:
    notes = [one for one in bundled_page().all("a") if one.attributes.get("role") == "doc-noteref"]
    items = {f"#{one.attributes['id']}": one for one in bundled_page().one("ol", "sources").all("li")}
    first = items["#source_1"]

    assert {one.attributes["href"] for one in notes} == items.keys()
    assert all(one.text == one.attributes["href"].removeprefix("#source_") for one in notes)
    assert seen(first.one("p", "cited")).startswith("Michael Carpenter, On the latest developments between")
    assert (
        seen(first.one("p", "about"))
        == "retranslation · radar.am · OSCE Permanent Council, Vienna · speech · language: en"
    )
    assert first.one("p", "address").one("a").attributes["href"] == "https://radar.am/en/news/world-2530219213"
    for number, one in enumerate(items.values(), 1):
        for back in one.one("p", "cites").all("a"):
            cited = next(
                e for e in bundled_page().all("article") if f"#{e.attributes['id']}" == back.attributes["href"]
            )

            assert f"#source_{number}" in [link.attributes["href"] for link in cited.all("a")]


def test_the_archived_copy_of_a_source_is_a_link_as_well() -> None:
    source = Source(title="x", url="https://example.org/x", archive_url="https://archive.example.org/x")
    addresses = page(replace(timeline_of("x"), sources={"x": source})).one("ol", "sources").all("p", "address")

    assert [seen(one) for one in addresses] == ["https://example.org/x", "Archived copy: https://archive.example.org/x"]


def test_a_gap_is_told_where_the_numbers_have_one() -> None:
    gaps = [seen(one) for one in bundled_page().all("p", "gap")]

    assert gaps == [f"{days} days without an entry" for days, _ in stats(bundled()).gaps]


def test_a_name_keeps_its_direction_to_itself(tmp_path: Path) -> None:
    """What is said of a name in another direction stands outside of it, in the order of the page."""
    name = "أرمينيا"
    who = {"who": "a", "role": "alleged-perpetrator"}
    place = {"name": name, "country": "ARM", "lat": "40", "lon": "45.5", "precision": "region"}
    actors = {"a": {"name": name, "office": name}}
    facts = page(
        loaded(tmp_path, event(actors=[who], place=place, casualties=[{"who": "a", "killed": "3"}]), actors=actors)
    ).one("dl", "facts")

    assert [seen(one) for one in facts.all("dd")] == [
        f"{name}, ARM (area around 40° N, 45.5° E)", f"{name} (alleged perpetrator), {name}", f"{name}: 3 killed",
    ]  # fmt: skip
    assert {one.text for one in facts.all("bdi")} == {name}


def test_an_event_that_is_not_on_the_page_is_named_without_a_link() -> None:
    alone = replace(bundled(), events=tuple(one for one in bundled().events if one.id == "2022-09-12-outbreak"))
    tie = list(page(alone).one("dl", "facts").all("dd"))[-1]

    assert seen(tie) == "Part of: 2022-09-13-two-days-of-fighting (not on this page)"
    assert not list(tie.all("a"))


def test_no_event_is_said_in_words() -> None:
    empty = page(replace(bundled(), events=()))

    assert seen(empty.one("main")) == "No events."
    assert not list(empty.all("script"))
    assert empty.one("h1").text == bundled().title
    assert page(Timeline()).one("h1").text == "Chronology"


# --- nothing from outside ------------------------------------------------------------------------------------------


@every_timeline
def test_the_policy_lets_in_only_the_style_and_the_script_of_the_page(made: Any) -> None:
    whole = page_of(made)
    metas = [one.attributes for one in whole.all("meta")]
    (policy,) = [one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules["default-src"] == rules["img-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        for one in (element for element in whole.all(tag) if "type" not in element.attributes):
            assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(one.text.encode()).digest()).decode()}'"


@every_timeline
def test_nothing_is_loaded_and_nothing_runs_from_an_attribute(made: Any) -> None:
    whole = page_of(made)
    names = {name for element in whole.all() for name in element.attributes}
    style = whole.one("style").text

    assert not [
        name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action", "poster")
    ]
    assert not {element.tag for element in whole.all()} & {"img", "iframe", "object", "embed", "link", "base", "form"}
    assert set(re.findall(r"url\([^)]*\)", style)) == {"url(#page_hatch)"}
    assert "@import" not in style


@every_timeline
def test_every_address_on_the_page_is_that_of_a_source(made: Any) -> None:
    known = {url for source in made().sources.values() for url in (source.url, source.archive_url)}
    found = {one.attributes[name] for one in page_of(made).all() for name in LINK_NAMES if name in one.attributes}

    assert {address for address in found if not address.startswith("#")} <= known


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x.org", "//x.org", "ftp://x.org"])
def test_what_is_no_web_address_is_text_and_no_link(url: str) -> None:
    timeline = timeline_of("x")
    object.__setattr__(timeline.sources["x"], "url", url)
    whole = page(timeline)

    assert whole.one("p", "address").text == url
    assert not [one for one in whole.all() for name in LINK_NAMES if one.attributes.get(name) == url]


@settings(max_examples=60)
@given(texts())
def test_any_text_is_text_wherever_it_stands(text: str) -> None:
    whole = page(timeline_of(text))
    line = text.replace("\n", " ")

    assert whole.one("h1").text == whole.one("h4").text == whole.one("head").one("title").text == line
    assert whole.one("p", "summary").text == text.strip()
    assert whole.one("blockquote").text == f"“{text.strip()}”"
    assert {one.tag for one in whole.all()} <= {one.tag for one in bundled_page().all()} | {"span"}


def test_the_template_engine_is_loaded_for_a_page_only() -> None:
    script = (
        "import sys, diplotimeline as dt; dt.export(dt.Timeline(), 'csv'); print('jinja2' in sys.modules); "
        "dt.export(dt.Timeline(), 'html'); print('jinja2' in sys.modules)"
    )

    assert run_python(script).out.split() == ["False", "True"]


# --- filters and picture -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_filter_finds_what_the_same_filter_finds_in_the_terminal(name: str) -> None:
    (choice,) = [one for one in bundled_page().all("select") if one.attributes["name"] == name]
    options = [one.attributes["value"] for one in choice.all("option")]
    chosen = data_of(bundled_page())["chosen"][name]

    assert options[0] == ""
    for number, value in enumerate(options[1:], 1):
        kept = select(bundled(), SELECTIONS[name](value))
        found = [one.id for one, numbers in zip(bundled().events, chosen, strict=True) if number in numbers]

        assert found == [one.id for one in kept.events] != []


@settings(max_examples=60)
@given(st.lists(notations(2020, 2023), min_size=1, max_size=6), st.dates(date(2019, 1, 1), date(2024, 1, 1)))
def test_days_of_the_filter_keep_what_they_keep_in_the_terminal(edtf: list[str], day: date) -> None:
    events = sorted((parse_date(one) for one in edtf), key=lambda when: when.first_day)
    whole = Timeline(events=tuple(Event(date=when, title="x", claims=(Claim(source="s"),)) for when in events))

    for one, dates in zip(whole.events, data_of(page(whole))["dates"], strict=True):
        for low, high in ((day.toordinal(), FAR), (-FAR, day.toordinal()), (day.toordinal(), day.toordinal() + 30)):
            found = any(when[n] <= high and when[n + 1] >= low for when in dates for n in range(2, len(when), 2))
            sure = all(begins <= high and ends >= low for begins, ends, *_ in dates)

            first, last = (math.inf if bound == FAR else -math.inf if bound == -FAR else bound for bound in (low, high))

            assert found == possible(one, first, last)
            assert sure == certain(one, first, last)


def test_only_what_is_on_the_page_can_be_chosen() -> None:
    call = select(bundled(), Selection(types=("call",)))
    options = {
        one.attributes["name"]: [option.attributes["value"] for option in one.all("option")][1:]
        for one in page(call).all("select")
    }

    assert options["type"] == ["call"]
    assert options["status"] == ["confirmed"]
    assert set(options["source"]) == {claim.source for claim in call.events[0].claims}


def test_members_stand_below_what_they_belong_to() -> None:
    (choice,) = [one for one in bundled_page().all("select") if one.attributes["name"] == "actor"]
    texts = [one.text for one in choice.all("option")]
    place = texts.index("Azerbaijan")

    assert texts[place + 1 :][:3] == [
        "\u2003Azerbaijani Armed Forces",
        "\u2003Azerbaijani civilians",
        "\u2003Hikmet Hajiyev",
    ]


def test_every_lane_has_a_mark_for_each_of_its_events_and_says_so_in_words() -> None:
    lanes = {bundled().name(lane.actor) or "No actor named": lane.events for lane in picture(bundled()).lanes}
    drawn = list(bundled_page().one("ul", "lanes").all("li"))
    events = bundled().events

    assert {one.one("bdi").text for one in drawn} == lanes.keys()
    for lane in drawn:
        its = [events[number] for number in lanes[lane.one("bdi").text]]

        assert [one.attributes["href"] for one in lane.all("a")] == [f"#{one.id}" for one in its]
        assert [one.attributes["class"] for one in lane.all("a")] == [one.status for one in its]
        assert [seen(one).partition(": ")[2] for one in lane.all("title")] == [
            one.title + (f" ({one.status})" if one.status != "reported" else "") for one in its
        ]


def test_a_filter_for_tags_has_each_once_in_the_order_of_letters(tmp_path: Path) -> None:
    events = [event("2022-01-01", tags=["talks", "Border"]), event("2022-01-02"), event("2022-01-03", tags=["talks"])]
    whole = page(loaded(tmp_path, *events))
    (choice,) = [one for one in whole.all("select") if one.attributes["name"] == "tag"]

    assert [one.text for one in choice.all("option")] == ["any", "Border", "talks"]
    assert data_of(whole)["chosen"]["tag"] == [[2, 1], [], [2]]


def test_states_come_first_and_who_is_nobody_last(tmp_path: Path) -> None:
    actors = {
        "b": {"name": "Body", "kind": "igo"},
        "s": {"name": "State", "kind": "state"},
        "p": {"name": "P", "of": "s"},
    }
    events = [event("2022-01-01"), event("2022-01-02", actors=["b"]), event("2022-01-03", actors=["p"])]
    lanes = page(loaded(tmp_path, *events, actors=actors)).one("ul", "lanes")

    assert [one.text for one in lanes.all("bdi")] == ["State", "P", "Body", "No actor named"]


def test_a_mark_tells_the_type(tmp_path: Path) -> None:
    types = ("meeting", "agreement", "hostilities", "detention", "deployment", None)
    events = [event(f"2022-01-0{day}", **({"type": one} if one else {})) for day, one in enumerate(types, 1)]
    marks = page(loaded(tmp_path, *events)).one("ul", "lanes").all("use")

    assert [one.attributes["href"] for one in marks] == [
        "#page_circle", "#page_square", "#page_triangle", "#page_diamond", "#page_arrow", "#page_cross",
    ]  # fmt: skip


def test_the_chronology_comes_before_the_picture() -> None:
    order = [one.tag for one in bundled_page().one("main").all() if one.tag in ("article", "svg")]

    assert order[:13] == ["article"] * 13


def test_more_than_two_hundred_events_have_columns_in_two_lanes() -> None:
    few, crowd = page(many(200)).one("ul", "lanes"), page(many(201)).one("ul", "lanes")

    assert sorted(int(one.text) for one in few.all("text")) == list(range(1, 201)) or not list(few.all("text"))
    assert not list(crowd.all("text"))
    assert [one.text for one in crowd.all("bdi")] == ["Confirmed or reported"]
    assert [seen(one) for one in crowd.all("title")][:1] == ["7 events, first: 1 September 2022"]


def test_nothing_is_said_twice_of_many_events() -> None:
    """Words stand in the page once; beside them stands what filters need, which grows by a few numbers an event."""
    small, large = (str(export(many(number), "html")) for number in (300, 1300))

    assert (len(large) - len(small)) / 1000 < 1200
    assert large.count("Event 777<") == 1


def test_three_hundred_actors_of_one_event_fold(tmp_path: Path) -> None:
    actors = {f"a{number}": {"name": f"Actor {number}"} for number in range(300)}
    fold = page(loaded(tmp_path, event(actors=list(actors)), actors=actors)).one("article").one("details")

    assert seen(fold.one("summary")) == "300 actors"
    assert len(list(fold.all("dd"))) == 300
    assert "open" not in fold.attributes


def test_a_page_that_browsers_open_slowly_is_said_to_be_large() -> None:
    assert render(many(300), "html", {}).remarks == ()
    with mock.patch("diplotimeline.exporters.html.MANY", 299):
        (remark,) = render(many(300), "html", {}).remarks

    assert remark.startswith("A page of 300 events is large: above 299 a browser is slow to open it.")


def test_the_head_tells_others_what_the_page_is() -> None:
    metas = {
        one.attributes.get("property", one.attributes.get("name")): one.attributes["content"]
        for one in bundled_page().all("meta")
        if "content" in one.attributes
    }

    assert bundled_page().one("html").attributes["lang"] == "en"
    assert metas["og:title"] == bundled().title
    assert metas["description"] == metas["og:description"] == bundled_page().one("p", "standfirst").text
    assert metas["description"].startswith("What US Ambassador Michael Carpenter told")


@pytest.mark.parametrize(
    ("summary", "lead"),
    [
        ("One sentence.", "One sentence."),
        (f"A first. {'word ' * 60}", "A first."),
        (f"A first. A second! {'word ' * 60}.", "A first. A second!"),
        ("word " * 60, "word " * 45 + "word…"),
        ("x" * 300, "x" * 230 + "…"),
    ],
)
def test_the_first_sentences_stand_in_the_head_and_all_of_them_below(summary: str, lead: str) -> None:
    whole = page(replace(timeline_of("x"), summary=summary))

    assert whole.one("p", "standfirst").text == lead
    assert bool(list(whole.all("section", "whole"))) == (summary.strip() != lead)


def test_an_actor_without_a_declaration_has_its_id_for_a_name() -> None:
    events = (Event(date=parse_date("2022"), title="x", claims=(Claim(source="s"),), actors=(Participant(who="who"),)),)
    whole = page(Timeline(events=events, actors={"other": Actor(name="Other")}))

    assert whole.one("ul", "lanes").one("bdi").text == "who"
