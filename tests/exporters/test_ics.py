"""The calendar: which dates stand in it and how, what is said of the others, and the form that RFC 5545 asks for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from calling import run_python
from hostile_texts import texts, timeline_of
from hypothesis import example, given, settings
from made_up import bundled, event, loaded
from reading_ics import calendar, entries, lines, unescaped

from diplotimeline import Claim, Event, Timeline, export, parse_date
from diplotimeline.exporters import render

ON_DAYS = {
    "2022-09-13": (date(2022, 9, 13), None),
    "2022-09-13/2022-09-14": (date(2022, 9, 13), date(2022, 9, 15)),
    "2022-09-30/2022-10-01": (date(2022, 9, 30), date(2022, 10, 2)),
    "2022-09-13/2022-09-13": (date(2022, 9, 13), None),
    "2022-09-13?": (date(2022, 9, 13), None),
    "2022-09-13~/2022-09-14": (date(2022, 9, 13), date(2022, 9, 15)),
    "2022-09-13T00:05+04:00": (datetime(2022, 9, 12, 20, 5, tzinfo=UTC), None),
    "2022-09-13T18:30:15Z": (datetime(2022, 9, 13, 18, 30, 15, tzinfo=UTC), None),
    "2022-09-13T00:05": (date(2022, 9, 13), None),
    "0001-01-02": (date(1, 1, 2), None),
    "9999-12-30": (date(9999, 12, 30), None),
    "9999-12-29/9999-12-30": (date(9999, 12, 29), date(9999, 12, 31)),
}
OPEN = ("with an open or unknown beginning or end", "json has them.")
COARSE = ("not known to the day", "--uncertain draws them as spans.")
BEYOND = ("at the ends of the years 1 to 9999", "json has them.")
LEFT_OUT = {
    "2022-09": COARSE, "2022": COARSE, "2022-09-XX": COARSE, "199X": COARSE, "2022-21": COARSE,
    "2022-09~": COARSE, "2022-09/2022-10": COARSE, "2022-09-13/2022-10": COARSE, "2022/2022-10-06": COARSE,
    "[2022-09-19,2022-09-20]": COARSE, "[2022-09-29..2022-10-06]": COARSE,
    "2022-12-12/..": OPEN, "2022-12-12/": OPEN, "../2022-12-12": OPEN, "/2022-12-12": OPEN, "[..2022-10-06]": OPEN,
    "[2022-10-06..]": OPEN,
    "9999-12-30/9999-12-31": BEYOND, "9999-12-31": BEYOND, "0001-01-01": BEYOND, "0001-01-01/0001-01-02": BEYOND,
    "9999-12-31T00:05Z": BEYOND, "0001-01-01T23:05Z": BEYOND,
    "0001-01-01T00:05+04:00": BEYOND, "9999-12-31T23:05-04:00": BEYOND,
}  # fmt: skip
HEADLINES = {
    ("reported", "2022-09-13"): "They meet",
    ("confirmed", "2022-09-13"): "They meet",
    ("reported", "2022-09-13~"): "Date approximate: They meet",
    ("alleged", "2022-09-13%"): "Alleged, date uncertain and approximate: They meet",
    ("disputed", "2022-09-13?/2022-09-14~"): "Disputed, start uncertain, end approximate: They meet",
    ("planned", "2022-09-13T00:05"): "Planned: They meet",
}
ESCAPED = {"a; b": "a\\; b", "a, b": "a\\, b", "a\\nb": "a\\\\nb", "a\nb": "a\\nb", "a\r\nb": "a\\nb", "a: b": "a: b"}
ACTORS = {"host": {"name": "The Host"}, "guest": {"name": "A Guest"}}
SOURCES = {
    "speech": {"title": "A speech", "speaker": "guest", "issued": "2022-10-06", "url": "https://example.org/a,b;c"},
    "paper": {"title": "A paper", "publisher": "The Press", "url": "https://example.org/b"},
    "letter": {"title": "A letter", "speaker": "host"},
}
MEETING = event(
    "2022-09-12/2022-09-13", "They meet", id="meeting", part="night", type="meeting", status="disputed",
    date_text="last night", summary="They met.", tags=["talks, secret"],
    actors=[{"who": "host", "role": "host"}, "guest"],
    place={"name": "A Palace; Oslo", "lat": "0.00001", "lon": "-120.5", "precision": "region"},
    casualties=[{"who": "guest", "killed": "1"}],
    claims=[
        {"source": "speech", "quote": "We met there."},
        {"source": "paper", "stance": "denies", "according_to": "host", "date": "2022-09"},
        {"source": "letter"},
    ],
)  # fmt: skip
DESCRIPTION = """\
Night of 12–13 September 2022 (EDTF 2022-09-12/2022-09-13), in the words of the source “last night”
Status: disputed
Place: A Palace; Oslo (area around 0.00001° N, 120.5° W)
Actors: The Host (host), A Guest

They met.
A Guest: 1 killed

A Guest (not verified): “We met there.” [1]
The Host denied this, and dated it to September 2022. [2]
Reported by The Host. [3]

[1] A Guest, A speech, 6 Oct 2022, https://example.org/a,b;c
[2] The Press, A paper, https://example.org/b
[3] The Host, A letter"""
NEEDED = """
import sys
from diplotimeline import export, load
export(load(sys.argv[1]), "csv")
print([name for name in ("jinja2", "xlsxwriter", "pyarrow") if name in sys.modules])
"""


def dated(*edtf: str, status: str = "reported") -> Timeline:
    """An event for each date."""
    return Timeline(events=tuple(
        Event(date=parse_date(text), title="They meet", claims=(Claim(source="s"),), id=f"x{number}", status=status)
        for number, text in enumerate(edtf)
    ))  # fmt: skip


def written(timeline: Timeline) -> bytes:
    return export(timeline, "ics").encode()


@pytest.fixture
def meeting(tmp_path: Path) -> bytes:
    return written(loaded(tmp_path, MEETING, actors=ACTORS, sources=SOURCES, title="A, b", summary="c; d"))


@pytest.mark.parametrize(("edtf", "span"), ON_DAYS.items(), ids=ON_DAYS)
def test_a_date_of_days_stands_on_its_days(edtf: str, span: tuple[date, date | None]) -> None:
    (entry,) = entries(written(dated(edtf)))
    end = entry["DTEND"].dt if "DTEND" in entry else None

    assert (entry["DTSTART"].dt, end) == span
    assert type(entry["DTSTART"].dt) is type(span[0])
    assert f"(EDTF {edtf})" in str(entry["DESCRIPTION"])


def test_days_and_instants_are_written_as_the_format_wants_them() -> None:
    found = lines(written(dated("2022-09-13", "2022-09-13/2022-09-14", "2022-09-13T00:05+04:00")))

    assert [line for line in found if line.startswith(("DTSTART", "DTEND"))] == [
        "DTSTART;VALUE=DATE:20220913",
        "DTSTART;VALUE=DATE:20220913",
        "DTEND;VALUE=DATE:20220915",
        "DTSTART:20220912T200500Z",
    ]


@pytest.mark.parametrize(("edtf", "why"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_a_date_without_days_is_left_out_and_named(edtf: str, why: tuple[str, str]) -> None:
    result = render(dated(edtf, "2022-09-13", edtf), "ics", {})

    reason, remedy = why
    assert [str(entry["UID"]) for entry in entries(result.data)] == ["x1@diplotimeline"]
    assert result.lost == (f"2 events {reason} cannot be shown in ics (“They meet”, “They meet”); {remedy}",)


def test_what_is_left_out_of_the_bundled_timeline_is_named() -> None:
    without_end, coarse, _ = render(bundled(), "ics", {}).lost

    assert without_end.startswith(f"3 events {OPEN[0]} cannot be shown in ics (“The Prosecutor General of Azerbaijan")
    assert coarse.startswith(f"3 events {COARSE[0]} cannot be shown in ics (“Armenian prisoners are reported killed”, ")


@pytest.mark.parametrize(("number", "end"), [(5, "“They meet”); json"), (6, "“They meet” and 1 more); json")])
def test_no_more_than_five_are_named(number: int, end: str) -> None:
    (told,) = render(dated(*["2022-12-12/.."] * number), "ics", {}).lost

    assert told.count("“They meet”") == 5
    assert end in told


SPANS = {
    "2022-09": ("2022-09-01", "2022-10-01", "Between 1 and 30 Sep 2022: They meet"),
    "2022-09~": ("2022-09-01", "2022-10-01", "Between 1 and 30 Sep 2022, date approximate: They meet"),
    "2022-02": ("2022-02-01", "2022-03-01", "Between 1 and 28 Feb 2022: They meet"),
    "2022": ("2022-01-01", "2023-01-01", "Between 1 Jan and 31 Dec 2022: They meet"),
    "2022-24": ("2022-12-01", "2023-03-01", "Between 1 Dec 2022 and 28 Feb 2023: They meet"),
    "199X": ("1990-01-01", "2000-01-01", "Between 1 Jan 1990 and 31 Dec 1999: They meet"),
    "[2022-09-29..2022-10-06]": ("2022-09-29", "2022-10-07", "Between 29 Sep and 6 Oct 2022: They meet"),
    "[2022-09-19,2022-09-21]": ("2022-09-19", "2022-09-22", "Between 19 and 21 Sep 2022: They meet"),
    "2022-09-13/2022-10": ("2022-09-13", "2022-11-01", "Between 13 Sep and 31 Oct 2022: They meet"),
}


@pytest.mark.parametrize(("edtf", "span"), SPANS.items(), ids=SPANS)
def test_an_uncertain_event_is_a_span_of_all_its_days_if_that_is_asked_for(edtf: str, span: tuple[str, ...]) -> None:
    timeline = dated(edtf, status="confirmed")
    made = render(timeline, "ics", {"uncertain": True})
    (entry,) = entries(made.data)

    assert (entry["DTSTART"].dt.isoformat(), entry["DTEND"].dt.isoformat(), str(entry["SUMMARY"])) == span
    assert str(entry["STATUS"]) == "TENTATIVE"
    assert made.lost == ("1 uncertain date drawn as a span in ics; the titles say between which days.",)
    assert render(timeline, "ics", {}).left_out == 1


@pytest.mark.parametrize("edtf", [*ON_DAYS, *(edtf for edtf, why in LEFT_OUT.items() if why is not COARSE)])
def test_nothing_else_changes_when_uncertain_events_are_asked_for(edtf: str) -> None:
    asked, unasked = (render(dated(edtf), "ics", options) for options in ({"uncertain": True}, {}))

    assert (asked.content, asked.lost, asked.left_out) == (unasked.content, unasked.lost, unasked.left_out)


@pytest.mark.parametrize(
    ("status", "edtf", "said"),
    [
        ("confirmed", "2022-09-13", "CONFIRMED"), ("confirmed", "2022-09-13T00:05Z", "CONFIRMED"),
        ("confirmed", "2022-09-13~", "TENTATIVE"), ("confirmed", "2022-09-13/2022-09-14?", "TENTATIVE"),
        ("reported", "2022-09-13", "TENTATIVE"), ("alleged", "2022-09-13", "TENTATIVE"),
        ("disputed", "2022-09-13", "TENTATIVE"), ("planned", "2022-09-13", "TENTATIVE"),
    ],
)  # fmt: skip
def test_only_what_is_confirmed_on_known_days_is_confirmed(status: str, edtf: str, said: str) -> None:
    assert [str(entry["STATUS"]) for entry in entries(written(dated(edtf, status=status)))] == [said]


HOSTS = {
    "": "diplotimeline", "Talks of 2022": "talks-of-2022.diplotimeline", "A@b; c/d": "a-b-c-d.diplotimeline",
    "Խաղաղություն 2022": "խաղաղություն-2022.diplotimeline", "…": "diplotimeline",
    "x" * 70: f"{'x' * 63}.diplotimeline",
}  # fmt: skip


@pytest.mark.parametrize(("title", "host"), HOSTS.items(), ids=HOSTS)
def test_the_name_of_an_entry_is_its_id_and_the_title_of_the_chronology(title: str, host: str) -> None:
    (entry,) = entries(written(replace(dated("2022-09-13"), title=title)))

    assert str(entry["UID"]) == f"x0@{host}"


def test_another_title_of_an_event_is_the_same_entry(tmp_path: Path) -> None:
    titles = ("They meet", "They meet in Karsa")
    names = [
        [str(entry["UID"]) for entry in entries(written(loaded(tmp_path, event(title=title, id="talks"))))]
        for title in titles
    ]

    assert names == [["talks@diplotimeline"]] * 2


def test_a_qualified_day_and_a_time_without_zone_are_counted() -> None:
    assert render(dated("2022-09-13~", "2022-09-13?/2022-09-14", "2022-09-13T00:05"), "ics", {}).lost == (
        "2 uncertain or approximate dates shown as fixed in ics; the titles say so.",
        "1 clock time without an offset shown as a whole day in ics; the descriptions have the time.",
    )


ZONED = {
    "2022-09-13T00:05": ("Asia/Yerevan", datetime(2022, 9, 12, 20, 5, tzinfo=UTC)),
    "2022-01-13T23:30:15": ("America/New_York", datetime(2022, 1, 14, 4, 30, 15, tzinfo=UTC)),
    "2022-07-13T23:30": ("America/New_York", datetime(2022, 7, 14, 3, 30, tzinfo=UTC)),
    "2022-09-13T10:00": ("UTC", datetime(2022, 9, 13, 10, tzinfo=UTC)),
    "2022-09-13T00:05Z": ("Asia/Yerevan", datetime(2022, 9, 13, 0, 5, tzinfo=UTC)),
    "2022-09-13": ("Asia/Yerevan", date(2022, 9, 13)),
    "1850-09-13T00:05": ("UTC", datetime(1850, 9, 13, 0, 5, tzinfo=UTC)),
    "2022-10-30T02:30": ("Europe/Vienna", date(2022, 10, 30)),  # shown twice that night
    "2022-03-27T02:30": ("Europe/Vienna", date(2022, 3, 27)),  # never shown
}


@pytest.mark.parametrize(("edtf", "zone", "start"), [(edtf, *rest) for edtf, rest in ZONED.items()], ids=ZONED)
def test_a_clock_time_is_that_of_the_file_s_time_zone(tmp_path: Path, edtf: str, zone: str, start: date) -> None:
    result = render(loaded(tmp_path, event(edtf), timezone=zone), "ics", {})
    (entry,) = entries(result.data)
    whole_day = "T" in edtf and not isinstance(start, datetime)

    assert entry["DTSTART"].dt == start
    assert type(entry["DTSTART"].dt) is type(start)
    assert len(result.lost) == whole_day
    assert (f"clock time of {zone}" in str(entry["DESCRIPTION"])) == ("T" in edtf and not edtf.endswith("Z"))


def test_plain_days_and_instants_lose_nothing() -> None:
    result = render(dated("2022-09-13", "2022-09-13/2022-09-14", "2022-09-13T00:05Z"), "ics", {})

    assert (result.lost, result.remarks) == ((), ())


def test_a_time_without_zone_stands_in_the_description() -> None:
    (entry,) = entries(written(dated("2022-09-13T00:05")))

    assert str(entry["DESCRIPTION"]).startswith("13 September 2022, 00:05 (EDTF 2022-09-13T00:05)")


@pytest.mark.parametrize(
    ("status", "edtf", "headline"), [(*key, text) for key, text in HEADLINES.items()], ids=HEADLINES.values()
)
def test_the_title_says_first_what_a_reader_must_not_miss(status: str, edtf: str, headline: str) -> None:
    (entry,) = entries(written(dated(edtf, status=status)))

    assert str(entry["SUMMARY"]) == headline


def test_every_property_of_an_entry(meeting: bytes) -> None:
    (entry,) = entries(meeting)

    assert set(entry) == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "LOCATION", "GEO", "URL",
        "STATUS", "TRANSP",
    }  # fmt: skip
    assert (str(entry["UID"]), str(entry["TRANSP"])) == ("meeting@a-b.diplotimeline", "TRANSPARENT")
    assert str(entry["DESCRIPTION"]) == DESCRIPTION
    assert [str(word) for word in entry["CATEGORIES"].cats] == ["meeting", "talks, secret"]
    assert (str(entry["LOCATION"]), str(entry["URL"])) == ("A Palace; Oslo", "https://example.org/a,b;c")
    assert (entry["GEO"].latitude, entry["GEO"].longitude) == (0.00001, -120.5)


def test_an_address_has_no_escapes_and_coordinates_no_exponent(meeting: bytes) -> None:
    assert {"URL:https://example.org/a,b;c", "GEO:0.000010;-120.500000"} < set(lines(meeting))


def test_an_event_of_nothing_but_the_necessary_has_no_empty_property() -> None:
    (entry,) = entries(written(dated("2022-09-13")))

    assert set(entry) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP"}
    assert not [line for line in lines(written(dated("2022-09-13"))) if line.endswith(":")]


def test_the_calendar_has_the_name_of_the_timeline(meeting: bytes) -> None:
    found = calendar(meeting)

    assert [str(found[name]) for name in ("VERSION", "PRODID")] == ["2.0", "-//diplotimeline//chronology//EN"]
    assert [unescaped(found[name]) for name in ("NAME", "X-WR-CALNAME", "X-WR-CALDESC")] == ["A, b", "A, b", "c; d"]
    assert str(found["DESCRIPTION"]) == "c; d"


def test_the_stamp_is_the_same_in_every_file(meeting: bytes) -> None:
    stamps = {line for data in (meeting, written(bundled())) for line in lines(data) if line.startswith("DTSTAMP")}

    assert stamps == {"DTSTAMP:20000101T000000Z"}


def test_names_in_the_calendar_are_the_ids_of_the_events_and_each_is_there_once() -> None:
    names = [str(entry["UID"]) for entry in entries(written(bundled()))]

    assert len(names) == len(set(names)) == 7
    assert set(names) < {f"{event.id}@armenia-azerbaijan-autumn-2022.diplotimeline" for event in bundled().events}


@settings(max_examples=60)
@given(text=texts())
@example(r"C:\New \N \n \\N")
@example("a\\")
@example("x\nBEGIN:VEVENT\nSUMMARY:y\nEND:VEVENT")
@example("END:VCALENDAR")
@example("Ա" * 200)
@example("😀" * 200)
@example("a;b,c:d\"e'f^g")
@example(" " * 80 + "x" + " " * 80)
def test_no_text_breaks_a_line_or_is_changed(text: str) -> None:
    data = written(timeline_of(text))
    (entry,) = entries(data)
    found, line = lines(data), text.replace("\n", " ")

    assert [found.count(name) for name in ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR")] == [1] * 4
    assert str(entry["SUMMARY"]) == f"Disputed: {line}"
    assert (str(entry["LOCATION"]), unescaped(calendar(data)["NAME"])) == (line, line)
    assert [str(word) for word in entry["CATEGORIES"].cats] == ["meeting", line, line]
    assert f"“{text}”" in str(entry["DESCRIPTION"])
    assert text in str(entry["DESCRIPTION"])


def test_lines_end_and_fold_as_the_format_wants_it() -> None:
    data = written(bundled())

    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75 < max(map(len, lines(data)))
    assert lines(data)[0] == "BEGIN:VCALENDAR"


def test_an_empty_selection_is_a_calendar_without_entries() -> None:
    assert lines(written(Timeline())) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diplotimeline//chronology//EN", "CALSCALE:GREGORIAN",
        "END:VCALENDAR",
    ]  # fmt: skip


def test_other_formats_do_not_pay_for_the_packages(tmp_path: Path) -> None:
    loaded(tmp_path, event())

    assert run_python(NEEDED, tmp_path / "made-up.yaml").out == "[]\n"


@pytest.mark.parametrize(("text", "escaped"), ESCAPED.items())
def test_a_sign_of_the_format_is_escaped(text: str, escaped: str) -> None:
    """As RFC 5545, 3.3.11 has it; readers forgive much of that, and not all of them the same."""
    written = lines(render(timeline_of(text), "ics", {}).data)

    assert any(line.startswith("DESCRIPTION:") and line.count(escaped) > 1 for line in written)
    assert text == escaped or not [line for line in written if text in line.replace(escaped, "")]
