"""Markdown: whatever the data say, the document keeps its shape and a reader sees the words as they are."""

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import TEXTS, collapsed, texts, timeline_of
from hypothesis import example, given, settings, strategies as st
from made_up import bundled, event, loaded
from markdown_it import MarkdownIt
from notations import notations
from reading_back import blocks, footnotes, parsed, shape

from diplotimeline import Claim, Event, Selection, Timeline, export, parse_date, select
from diplotimeline.errors import FieldError
from diplotimeline.exporters import render
from diplotimeline.exporters.markdown import escape

WORD = "Harmless"
# What GitHub makes a link of, without any sign of the syntax (GFM, "Autolinks (extension)").
AUTOLINK = re.compile(r"(?i:https?|ftp)://|(?i:www)\.")
# What can stand around a text in a document.
PLACES = {
    "a paragraph": "{}",
    "a heading": "### {}",
    "a quotation": "> {}",
    "the end of a sentence": "said: {}",
    "a place between two others": "a · {} · b",
    "a cell": "| a | b | c |\n| --- | --- | --- |\n| x | {} | y |",
}
ADDRESSES = {
    "a plain address": "https://example.org/a?b=c&d=(e)#f",
    "signs of Markdown": "https://example.org/_a_*b*[c](d)|`e`!~~f~~",
    "an entity": "https://example.org/?a&amp;b&copy;c",
}
BREAKING_ADDRESSES = {
    "an element in the name of the host": "https://example.org><img",
    "a script in the name of the host": "https://example.org><script",
    "the end of an element": "https://example.org></script",
}
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TABLE = {"a report": False, "a table": True}

in_both = pytest.mark.parametrize("table", TABLE.values(), ids=TABLE)


@pytest.fixture
def meeting(tmp_path: Path) -> Timeline:
    (tmp_path / "speech.txt").write_text("We met there. It was good.\n", encoding="utf-8")
    claims = [
        {"source": "speech", "quote": "We met there."},
        {"source": "speech", "quote": "It was good.", "according_to": "host"},
        {"source": "paper"},
    ]
    whole = event(
        "2022-09-13/2022-09-14", "They meet", type="meeting", status="confirmed", claims=claims, place="A Palace",
        actors=[{"who": "host", "role": "host"}, "guest"],
    )  # fmt: skip
    plan = event("2021", "They plan", claims=[{"source": "paper"}])
    part = event("2022-10-02", "They part", claims=[{"source": "speech"}])
    sources = {
        "speech": {
            "title": "A speech", "speaker": "guest", "issued": "2022-10-06", "url": "https://example.org/a",
            "file": "speech.txt", "version": "transcript",
        },
        "paper": {"title": "A paper", "publisher": "The Press"},
    }  # fmt: skip
    actors = {"host": {"name": "The Host"}, "guest": {"name": "A Guest"}}
    return loaded(tmp_path, plan, whole, part, title="Talks", sources=sources, actors=actors)


def document(text: str, *, table: bool) -> str:
    return export(timeline_of(text), "markdown", table=table)


@cache
def seen(text: str, *, table: bool) -> list[tuple[str, str]]:
    """All blocks of a document, and its footnotes, as a reader sees them."""
    found = document(text, table=table)
    notes = [block for note in footnotes(found).values() for block in blocks(MARKDOWN.parse(note))]
    return blocks(parsed(found)) + notes


@cache
def shapes(text: str, *, table: bool) -> list[list[str]]:
    """The shape of a document and those of its footnotes."""
    found = document(text, table=table)
    return [shape(parsed(found)), *(shape(MARKDOWN.parse(note)) for note in footnotes(found).values())]


@in_both
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_changes_the_shape_of_the_document(text: str, table: bool) -> None:  # noqa: FBT001
    assert shapes(text, table=table) == shapes(WORD, table=table)


@in_both
@settings(max_examples=60)
@given(text=texts().map(str.strip))
def test_every_text_is_seen_as_it_is(text: str, table: bool) -> None:  # noqa: FBT001
    name = collapsed(f"x{text.replace('=', ' ')}x")  # of a field of one's own, which takes no =
    expected = [
        (tag, words.replace(f"x{WORD}x", name).replace(WORD, collapsed(text))) for tag, words in seen(WORD, table=table)
    ]

    assert seen(text, table=table) == expected


@pytest.mark.parametrize(
    "address", ["https://example.org/a_b", "http://example.org", "ftp://example.org/", "www.example.org", "WWW.A.org"]
)
@pytest.mark.parametrize("table", [False, True])
def test_an_address_in_a_text_is_no_link(address: str, table: bool) -> None:  # noqa: FBT001
    """GitHub's link would take in the escapes, and the mark of the footnote behind a quote, which were lost there."""
    found = render(timeline_of(f"They wrote to {address}"), "markdown", {"table": table}).content
    assert isinstance(found, str)
    seen = [text for _, text in blocks(parsed(found))]

    assert AUTOLINK.findall(re.sub(r"<https://[^>]*>", "", found)) == []
    assert any(address in text for text in seen)


PLAIN = {place: MARKDOWN.parse(place.format(WORD)) for place in PLACES.values()}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@given(text=texts())
@example(text="a\\|b\\")
@example(text="1) x")
@example(text="&amp;")
def test_an_escaped_text_reads_back_in(place: str, text: str) -> None:
    tokens, plain = MARKDOWN.parse(place.format(escape(text))), PLAIN[place]

    assert shape(tokens) == shape(plain)
    assert blocks(tokens) == [(tag, words.replace(WORD, collapsed(text))) for tag, words in blocks(plain)]


@pytest.mark.parametrize("url", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_one_link_to_itself(url: str) -> None:
    (note,) = footnotes(export(timeline_of(WORD, url), "markdown")).values()
    (inline,) = [token for token in MARKDOWN.parse(note) if token.children]
    links = [child.attrs["href"] for child in inline.children or [] if child.type == "link_open"]

    assert links == [MARKDOWN.normalizeLink(url)]
    assert note.endswith(f". <{url}>")


@pytest.mark.parametrize("url", BREAKING_ADDRESSES.values(), ids=BREAKING_ADDRESSES)
def test_no_address_becomes_an_element(url: str) -> None:
    """Whether such an address is refused when a file is read or written safely."""
    kinds: list[str] = []
    with suppress(FieldError):
        for note in footnotes(export(timeline_of(WORD, url), "markdown")).values():
            kinds += shape(MARKDOWN.parse(note))

    assert [kind for kind in kinds if "html" in kind] == []


def test_a_report_has_months_titles_facts_quotes_and_footnotes(meeting: Timeline) -> None:
    lines = export(meeting, "markdown").splitlines()

    assert lines[0] == "# Talks"
    assert [line for line in lines if line.startswith("## ")] == ["## 2021", "## September 2022", "## October 2022"]
    assert "### 13–14 September 2022 — They meet" in lines
    assert "Confirmed meeting. Place: A Palace. Actors: The Host \\(host\\), A Guest." in lines
    assert "> “We met there.”[^2]" in lines
    assert "> According to The Host: “It was good.” (note 2)" in lines
    assert "Reported by: The Press (note 1)" in lines
    assert "[^2]: A Guest, *A speech*, 6 Oct 2022 \\(transcript\\). <https://example.org/a>" in lines
    assert "[^1]: The Press, *A paper*" in lines


def test_words_that_a_source_passes_on_are_set_off_from_their_speaker(meeting: Timeline) -> None:
    assert ("p", "According to The Host: “It was good.” (note 2)") in blocks(parsed(export(meeting, "markdown")))


def test_a_table_has_a_row_for_each_event(meeting: Timeline) -> None:
    cells = [words for tag, words in blocks(parsed(export(meeting, "markdown", table=True))) if tag in ("th", "td")]

    assert [cells[row : row + 6] for row in range(0, len(cells), 6)] == [
        ["Date", "Event", "Kind", "Who and where", "Sources", "Quotes"],
        ["2021", "They plan", "reported event", "", "[^1]", ""],
        [
            "13–14 Sep 2022", "They meet", "confirmed meeting", "The Host (host), A Guest; A Palace",
            "[^2], note 1", "“We met there.” (note 2) According to The Host: “It was good.” (note 2)",
        ],
        ["2 Oct 2022", "They part", "reported event", "", "note 2", ""],
    ]  # fmt: skip


def test_the_columns_of_a_table_have_room_for_their_longest_words() -> None:
    """pandoc takes the dashes for shares of the page."""
    rows = [
        line[2:-2].split(" | ") for line in export(bundled(), "markdown", table=True).splitlines() if line[:1] == "|"
    ]
    columns = zip(rows[0], *rows[2:], strict=True)
    words = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    shares = [len(dashes) for dashes in rows[1]]

    assert all(share > word for share, word in zip(shares, words, strict=True))
    assert shares[-1] > shares[0]


def test_who_denies_or_doubts_an_event_stands_apart_in_the_table(tmp_path: Path) -> None:
    sources = {name: {"title": name} for name in "abc"}
    claims = [
        {"source": "a"}, {"source": "b", "stance": "doubts"}, {"source": "c", "stance": "denies"}, {"source": "a"},
    ]  # fmt: skip
    alone = event("2022-09-14", claims=[{"source": "b", "stance": "denies"}])
    rows = export(loaded(tmp_path, event(claims=claims), alone, sources=sources), "markdown", table=True).splitlines()

    assert [row.split(" | ")[-2] for row in rows[2:4]] == ["[^1]; denied: [^2]; doubted: [^3]", "denied: note 3"]


@in_both
def test_every_footnote_has_one_mark_and_they_are_numbered_as_they_stand(table: bool) -> None:  # noqa: FBT001
    """What makes a document of the text prints a footnote once for each of its marks, and numbers the marks itself."""
    found = export(bundled(), "markdown", table=table)
    marks = [int(number) for number in re.findall(r"\[\^([0-9]+)\](?!:)", found)]
    again = {int(number) for number in re.findall(r"\bnote ([0-9]+)", found)}

    assert marks == list(footnotes(found)) == list(range(1, len(marks) + 1))
    assert again <= set(marks)
    assert not re.search(r"\]\[\^", found)


def test_a_source_that_is_cited_again_is_named_by_its_number_with_its_place(tmp_path: Path) -> None:
    claims = [
        {"source": "statement", "quote": "We met", "at": "p. 1"},
        {"source": "statement", "quote": "Again", "at": "p. 2"}, {"source": "statement", "stance": "denies"},
    ]  # fmt: skip
    lines = export(loaded(tmp_path, event(claims=claims)), "markdown").splitlines()

    assert "> “We met”[^1] (p. 1) (not verified)" in lines
    assert "> “Again” (note 1, p. 2) (not verified)" in lines
    assert "The source “A statement” denied this. (note 1)" in lines


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Reported event."),
        ({"type": "other", "status": "planned"}, "Planned event."),
        ({"type": "ceasefire-violation", "status": "disputed"}, "Disputed ceasefire violation."),
        ({"type": "hostilities", "status": "alleged"}, "Alleged hostilities."),
        ({"date_text": "that night"}, "Reported event. Date in the words of the source: “that night”."),
        ({"place": {"name": "Karsa", "country": "NOR", "lat": "1", "lon": "2"}}, "Reported event. Place: Karsa, NOR."),
    ],
    ids=str,
)
def test_status_and_type_are_a_sentence(tmp_path: Path, fields: dict[str, Any], sentence: str) -> None:
    assert export(loaded(tmp_path, event(**fields)), "markdown").splitlines()[4] == sentence


EDTF = {
    "2022-09-13": False, "2022-09~": False, "2022-09-13/2022-09-14": False, "2022-24": False, "2022-09-XX": False,
    "[2022-09-13,2022-09-14]": False, "2022-12-12/..": False, "[..2022-10-06]": False, "2022-09-13T00:05+04:00": False,
    "[2022-09]": True, "2022-09/2022-09": True, "[2022..2022]": True, "2022-09-13?/2022-09-13?": True,
}  # fmt: skip


@pytest.mark.parametrize(("written", "told"), EDTF.items(), ids=EDTF)
@in_both
def test_edtf_stands_only_where_it_says_more_than_the_words(
    tmp_path: Path, written: str, *, told: bool, table: bool
) -> None:
    assert (f"`{written}`" in export(loaded(tmp_path, event(written)), "markdown", table=table)) is told


@settings(max_examples=300)
@given(st.tuples(notations(2020, 2022), notations(2020, 2022)))
@example(("2022-09-13T00:05Z", "2022-09-13T00:05+00:00"))
def test_dates_of_the_same_words_are_the_same_days_or_stand_in_edtf(texts: tuple[str, str]) -> None:
    one, other = map(parse_date, texts)
    told = [
        export(Timeline(events=(Event(date=when, title="x", claims=(Claim(source="s"),), id="x"),)), "markdown")
        for when in (one, other)
    ]
    days = [(when.earliest, when.start_latest, when.end_earliest, when.latest, when.qualifier) for when in (one, other)]

    assert told[0] != told[1] or days[0] == days[1]


def test_a_report_says_where_what_else_it_belongs_to_and_its_tags(tmp_path: Path) -> None:
    place = {"name": "Karsa", "country": "NOR", "lat": "40.00001", "lon": "-45", "precision": "region"}
    ties = [{"event": "two-days", "as": "part-of"}, {"event": "three", "as": "follows"}]
    timeline = loaded(
        tmp_path,
        event(title="One", place={"name": "Bern", "country": "CHE"}, related=ties, tags=["border", "fire"]),
        event("2022-09-14", "Two days", id="two-days", place=place),
        event("2022-09-15", "Three", id="three"),
    )
    few = select(timeline, Selection(end="2022-09-14"))
    seen = [words for tag, words in blocks(parsed(export(few, "markdown"))) if tag == "p"]

    assert seen == [
        "Reported event. Place: Bern, CHE.", "Reported by: A statement[^1]",
        "Part of: Two days", "Follows: Three (not in this selection)", "Tags: border, fire",
        "Reported event. Place: Karsa, NOR.", "Reported by: A statement (note 1)",
    ]  # fmt: skip
    assert render(few, "markdown", {}).lost == ("1 coordinate pair cannot be shown in markdown; json has them.",)


def test_what_a_table_has_no_room_for_is_counted(tmp_path: Path) -> None:
    assert render(bundled(), "markdown", {"table": True}).lost == (
        (
            "3 coordinate pairs, 14 summary texts, 5 casualty counts, 12 locators, 20 differing accounts, "
            "3 date wordings and 5 event ties cannot be shown in a markdown table; json has them."
        ),
    )
    assert render(loaded(tmp_path, event()), "markdown", {"table": True}).lost == ()


def test_every_citation_has_its_footnote_and_every_footnote_its_citation() -> None:
    for table in TABLE.values():
        found = export(bundled(), "markdown", table=table)
        cited = {int(number) for number in re.findall(r"\[\^([0-9]+)\](?!:)", found)}

        assert cited == set(footnotes(found)) == set(range(1, len(cited) + 1))


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_is_escaped_to_nothing(text: str) -> None:
    assert escape(text) == ""


def test_a_timeline_without_a_title_has_no_heading_for_it() -> None:
    event = Event(date=parse_date("2022"), title="x", claims=(Claim(source="s"),), id="x")

    assert export(Timeline(events=(event,)), "markdown").startswith("## 2022\n")
