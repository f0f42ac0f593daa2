"""Markwhen: what its parser makes of the document, whatever stands in the texts."""

import re
from pathlib import Path

import pytest
from hostile_texts import TEXTS, collapsed, texts, timeline_of
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded
from reading_markwhen import TAKEN, Entry, read, starts, title, titles

from diplotimeline import Timeline, export
from diplotimeline.exporters import render

# What Markwhen's parser took out of a text, or took the text for, when it stood there as it is.
TRAPS = {
    "a tag": "#tag and x #y",
    "a colour": "#fff",
    "a number like a tag": "#1 #21 x",
    "an id": "x !id y",
    "a reference to another event": "after !id.start, .end x",
    "a picture": "![a](https://example.org/a.png)",
    "a place": "[Geneva](location) [Vienna](map)",
    "a link": "[a](https://example.org)",
    "a checkbox": "[x] done",
    "an empty checkbox": "[ ] to do",
    "a progress": "50% done, 7% to go",
    "an event": "2022: x",
    "an event of a range": "2022-09-13/2022-09-14: x",
    "an event in American order": "12/2022 - 1/2023: x",
    "an event in words": "Sep 2022: x",
    "an event of now": "now: x",
    "a relative event": "by 2 weeks: x",
    "a recurring event": "2022 every day: x",
    "a section": "## x",
    "a comment": "// x",
    "a list": "- [x] a",
    "a property": "tz: nowhere",
    "the end of a header": "---",
}
SPANS = {
    "2022": ("2022", ""),
    "2022-09": ("2022-09", ""),
    "2022-09-13": ("2022-09-13", ""),
    "2022-09-13/2022-09-14": ("2022-09-13/2022-09-14", ""),
    "2022-09/2022-10-02": ("2022-09/2022-10-02", ""),
    "2022-09~": ("2022-09", "date approximate"),
    "2022-09-13?": ("2022-09-13", "date uncertain"),
    "2022%": ("2022", "date uncertain and approximate"),
    "2022-09-13?/2022-10~": ("2022-09-13/2022-10", "start uncertain, end approximate"),
    "2022-09-13T00:05+04:00": ("2022-09-13", "13 Sep 2022, 00:05 (UTC+4)"),
    "2022-23": ("2022-09/2022-11", "autumn 2022"),
    "2022-24": ("2022-12/2023-02", "winter 2022–23"),
    "2022-09-XX": ("2022-09", "Sep 2022 (day unknown)"),
    "2022-XX": ("2022", "2022 (month unknown)"),
    "2022-XX-XX": ("2022", "2022 (month and day unknown)"),
    "199X": ("1990/1999", "1990s"),
    "00XX": ("0001/0099", "1–99 (year unknown)"),
    "[2022-09-13]": ("2022-09-13", "13 Sep 2022"),
    "[2022-09-19,2022-09-20]": ("2022-09-19/2022-09-20", "19 or 20 Sep 2022"),
    "[2022-09-26..2022-10-02]": ("2022-09-26/2022-10-02", "between 26 Sep and 2 Oct 2022"),
    "[1990..1999]": ("1990/1999", "between 1990 and 1999"),
    "[..2022-10-06]": ("2022-10-06", "on or before 6 Oct 2022"),
    "[2022-09-28..]": ("2022-09-28", "on or after 28 Sep 2022"),
    "2022-12-12/..": ("2022-12-12/now", "since 12 Dec 2022 (ongoing)"),
    "2022-12-12~/": ("2022-12-12", "from c. 12 Dec 2022 (end unknown)"),
    "../2022-09-14": ("2022-09-14", "until 14 Sep 2022"),
    "/2022-09": ("2022-09", "until Sep 2022 (start unknown)"),
}
LEVEL_0 = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|now))?")


def entry_of(folder: Path, *events: dict[str, object], **sections: object) -> Entry:
    return read(export(loaded(folder, *events, **sections), "markwhen"))[1][0]


def test_the_document_of_an_event_is_this_text(tmp_path: Path) -> None:
    actors = {"a": {"name": "A"}}
    one = event(
        "2022-09~", "He said: no", id="one", type="meeting", actors=[{"who": "a", "role": "host"}], tags=["#t"],
        summary="They met.\n\n2022: more", source="statement", quote="we\nmet",
    )  # fmt: skip

    assert export(loaded(tmp_path, one, title="Autumn", actors=actors), "markwhen") == (
        'title: "Autumn"\n'
        "\n"
        "# 2022\n"
        "\n"
        "2022-09: He said: no [date approximate] #meeting\n"
        '  id: "one"\n'
        '  date: "2022-09~"\n'
        '  status: "reported"\n'
        '  type: "meeting"\n'
        '  actors: ["A (host)"]\n'
        '  sources: ["A statement, 31 Dec 2099, https://example.org/statement"]\n'
        '  tags: ["\\u0023t"]\n'
        "\n"
        "> reported · meeting · A (host)\n"
        "> They met.\n"
        ">\n"
        "> 2022: more\n"
        "> “we\n"
        "> met” — A statement (not verified) [1]\n"
        "> [1] A statement, 31 Dec 2099, https://example.org/statement\n"
    )


@pytest.mark.parametrize("text", [*TRAPS.values(), *TEXTS.values()], ids=[*TRAPS, *TEXTS])
def test_a_text_begins_no_event_and_loses_no_word(text: str) -> None:
    header, entries = read(export(timeline_of(text), "markwhen"))
    line = text.replace("\n", " ")

    assert header == {"title": line, "description": text}
    assert [title(entry) for entry in entries] == [collapsed(text)]
    assert entries[0].properties["tags"] == [line, line]
    assert entries[0].properties["place"] == line
    assert collapsed(text) in collapsed(" ".join(line.removeprefix(">") for line in entries[0].body)).replace(
        "\u2060", ""
    )


@settings(max_examples=200)
@given(st.lists(texts() | st.sampled_from(list(TRAPS.values())), min_size=1, max_size=4).map(" ".join))
def test_any_text_begins_no_event_and_loses_no_word(text: str) -> None:
    header, entries = read(export(timeline_of(text), "markwhen"))

    assert header["description"] == text
    assert [title(entry) for entry in entries] == [collapsed(text)]


@given(texts())
def test_every_line_of_the_body_is_a_quotation(text: str) -> None:
    document = export(timeline_of(text), "markwhen").split("\n")
    begun = [line for line in document if starts(line)]
    body = document[document.index("", document.index(begun[1])) + 1 :]

    assert begun[0] == "# 2022"
    assert len(begun) == 2
    assert body[-1] == ""
    assert all(line == ">" or line.startswith("> ") for line in body[:-1])


def test_a_text_without_such_signs_is_left_as_it_is() -> None:
    plain = "Nothing: is 50 % (taken) from C#, a!b, e.g. this – [1] or that."

    assert titles(export(timeline_of(plain), "markwhen")) == [plain]
    assert "\u2060" not in export(timeline_of(plain), "markwhen")


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_the_reader_of_these_tests_sees_what_the_parser_would_take(text: str) -> None:
    """The traps are traps: as they stand, each is seen by a rule of the reader, or is harmless behind a date."""
    harmless = {
        "a number like a tag",
        "an event",
        "a section",
        "a comment",
        "a list",
        "a property",
        "the end of a header",
    }
    name = next(name for name, one in TRAPS.items() if one == text)
    taken = [kind for kind, pattern in TAKEN.items() if pattern.search(text)]

    assert taken or starts(text) or name in harmless


@pytest.mark.parametrize("written", SPANS)
def test_a_date_is_plain_and_says_the_rest_in_brackets(tmp_path: Path, written: str) -> None:
    entry = entry_of(tmp_path, event(written, "Talks"))
    span, words = SPANS[written]

    assert (entry.date, entry.text) == (span, f"Talks [{words}]" if words else "Talks")
    assert entry.properties["date"] == written
    assert LEVEL_0.fullmatch(entry.date)


@pytest.mark.parametrize(
    ("written", "noun"),
    [
        *((written, "1 open date") for written in SPANS if written[:1] in "./"),
        ("[..2022-10-06]", "1 open date"),
        ("[2022-09-28..]", "1 open date"),
        ("2022-12-12~/", "1 open date"),
        ("[2022-09-19,2022-09-20]", "1 one-of-several date"),
        ("[1990..1999]", "1 one-of-several date"),
    ],
)
def test_a_date_that_cannot_be_drawn_is_counted(tmp_path: Path, written: str, noun: str) -> None:
    made = render(loaded(tmp_path, event(written)), "markwhen", {})

    assert made.lost == (f"{noun} cannot be shown in markwhen; json has them.",)


@pytest.mark.parametrize(
    "written", ["2022-09~", "2022-09-13/2022-09-14", "2022-23", "199X", "2022-09-XX", "[2022-09]", "2022-12-12/.."]
)
def test_a_date_that_is_drawn_as_it_is_loses_nothing(tmp_path: Path, written: str) -> None:
    assert render(loaded(tmp_path, event(written)), "markwhen", {}).lost == ()


def test_what_the_bundled_timeline_loses_is_counted() -> None:
    assert render(bundled(), "markwhen", {}).lost == (
        "3 open dates, 2 one-of-several dates and 5 event ties cannot be shown in markwhen; json has them.",
    )


@pytest.mark.parametrize("written", ["2022-12-12/..", "2022/..", "2022-12-12~/.."])
def test_what_is_planned_does_not_go_on_to_now(tmp_path: Path, written: str) -> None:
    going, planned = (loaded(tmp_path, event(written, status=status)) for status in ("confirmed", "planned"))

    assert read(export(going, "markwhen"))[1][0].date.endswith("/now")
    assert not read(export(planned, "markwhen"))[1][0].date.endswith("/now")
    assert render(planned, "markwhen", {}).lost == ("1 open date cannot be shown in markwhen; json has them.",)


def test_events_stand_under_their_year_with_their_type_as_a_tag(tmp_path: Path) -> None:
    dates = {"0476": "other", "2022-09": "ceasefire-violation", "2022-12-31": "prisoner-release", "2023": None}
    timeline = loaded(tmp_path, *(event(date, **({"type": type} if type else {})) for date, type in dates.items()))
    entries = read(export(timeline, "markwhen"))[1]

    assert [(entry.section, entry.tag) for entry in entries] == [
        ("0476", "other"), ("2022", "ceasefire_violation"), ("2022", "prisoner_release"), ("2023", ""),
    ]  # fmt: skip
    assert export(timeline, "markwhen").count("# 2022\n") == 1


def test_the_status_stands_before_the_title_and_a_place_says_how_exact_it_is(tmp_path: Path) -> None:
    place = {"name": "Karsa", "country": "NOR", "lat": "40", "lon": "45.5", "precision": "region"}
    entry = entry_of(tmp_path, event(title="Talks", status="disputed", place=place))

    assert entry.text == "Disputed: Talks"
    assert [entry.properties[name] for name in place if name in entry.properties] == ["NOR", "region"]
    assert entry.body[0] == "> disputed · Karsa, NOR (area around 40° N, 45.5° E)"


def test_who_says_what_stands_below_the_event() -> None:
    entries = read(export(bundled(), "markwhen"))[1]
    body = next(entry.body for entry in entries if entry.properties["id"] == "2022-09-12-outbreak")

    assert "> “the outbreak of hostilities on the night of September 12” — Michael Carpenter [1, para. 4]" in body
    assert any(
        line.startswith("> Ministry of Defence of Armenia dated it to 13 September 2022, 00:05 (UTC+4), and named ")
        for line in body
    )


def test_an_empty_timeline_is_an_empty_document() -> None:
    assert export(Timeline(), "markwhen") == ""
    assert export(Timeline(title="#x"), "markwhen") == 'title: "\\u0023x"\n'
