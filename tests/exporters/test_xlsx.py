"""The workbook: five sheets, text that stays text, dates only where a day is stated, and what no cell can hold."""

import io
import re
import subprocess
import sys
from datetime import date, datetime
from html import unescape
from pathlib import Path
from shutil import which
from unittest import mock
from zipfile import ZipFile

import pytest
from hostile_texts import texts, timeline_of
from hypothesis import example, given, settings
from made_up import bundled, event, loaded
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from reading_back import several
from reading_xlsx import Cell as Value, sheet_rows, workbook

from diplotimeline import CallError, Claim, Event, Selection, Timeline, export, parse_date, select
from diplotimeline.exporters import render, xlsx

Row = dict[str, Value]
# How a spreadsheet writes a sign that XML cannot hold.
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
SHEETS = ("Events", "Claims", "Sources", "Actors", "About")
ACTORS = {
    "host": {"name": "The Host", "kind": "state", "iso": "NOR", "wikidata": "Q20", "aliases": ["Our Host", "Hosts"]},
    "guest": {"name": "A Guest", "kind": "person", "of": "party", "office": "Speaker"},
    "party": {"name": "A Party"},
    "stranger": {"name": "A Stranger"},
}
SOURCES = {
    "speech": {
        "title": "A speech", "speaker": "guest", "publisher": "The Press", "issued": "2022-10", "language": "en",
        "accessed": "2022-11-01", "url": "https://example.org/a", "archive_url": "https://example.org/b",
        "type": "speech", "venue": "A hall", "version": "transcript", "version_of": "paper",
    },
    "paper": {"title": "A paper", "publisher": "The Press"},
    "unused": {"title": "Unused"},
}  # fmt: skip
MEETING = event(
    "2022-09-12/2022-09-13", "They meet", id="meeting", status="disputed", actors=[{"who": "host", "role": "host"}],
    place={"name": "A Palace", "lat": "-39.75", "lon": "45"}, casualties=[{"who": "guest", "killed": {"low": "3"}}],
    related=[{"event": "meeting-2", "as": "follows"}], note="A note.",
    claims=[
        {"source": "speech", "quote": "We met there."},
        {
            "source": "paper", "stance": "denies", "according_to": "host", "date": "2022-09", "actors": ["guest"],
            "place": {"name": "Elsewhere", "country": "SWE", "lat": "1", "lon": "2.5", "precision": "near"},
            "casualties": [{"who": "guest", "injured": "2"}],
        },
    ],
)  # fmt: skip
OTHER = event(id="meeting-2", source="paper")


def on(year: int, month: int, day: int) -> datetime:
    """A day as a spreadsheet has it: midnight, in no zone."""
    return datetime(year, month, day)  # noqa: DTZ001


DAY = on(2022, 9, 13)
DATES = {
    "2022-09-13": (DAY, DAY),
    "2022-09-13~": (DAY, DAY),
    "2022-09-13T00:05+04:00": (DAY, DAY),
    "2022-09-13/..": (DAY, None),
    "/2022-09-13": (None, DAY),
    "[..2022-09-13]": (None, DAY),
    "2022-09-13/2022-09-13": (DAY, DAY),
    "2022-09": (on(2022, 9, 1), on(2022, 9, 30)),
    "2022-09-XX": (on(2022, 9, 1), on(2022, 9, 30)),
    "2022": (on(2022, 1, 1), on(2022, 12, 31)),
    "2022-24": (on(2022, 12, 1), on(2023, 2, 28)),
    "2022-09/2022-09-13": (on(2022, 9, 1), DAY),
    "[2022-09-13,2022-10]": (DAY, on(2022, 10, 31)),
    "1900-02-28": ("1900-02-28", "1900-02-28"),
    "1900": ("1900-01-01", on(1900, 12, 31)),
    "1900-03-01": (on(1900, 3, 1), on(1900, 3, 1)),
    "9999-12-31": (on(9999, 12, 31), on(9999, 12, 31)),
    "0001-01-01": ("0001-01-01", "0001-01-01"),
}
EVENT_HEADER = (
    "no,id,title,date_display,type,status,actors,place,summary,quotes,sources,claims,"
    "date,date_earliest,date_latest,date_precision,date_qualifier,date_text,part,timezone,order,actor_ids,actor_roles,"
    "country,lat,lon,place_precision,"
    "killed,killed_min,killed_best,killed_max,injured,injured_min,injured_best,injured_max,"
    "captured,captured_min,captured_best,captured_max,released,released_min,released_best,released_max,"
    "missing,missing_min,missing_best,missing_max,"
    "detained,detained_min,detained_best,detained_max,displaced,displaced_min,displaced_best,displaced_max,"
    "tags,source_ids,translations,locators,urls,related_ids,related_kinds,identifiers"
)
CLAIM_HEADER = (
    "id,date,title,claim,speaker,publisher,stance,according_to,quote,at,translation,quote_check,source_title,"
    "issued,url,source_id,"
    "according_to_id,translation_language,speaker_id,claim_date,claim_date_earliest,claim_date_latest,claim_date_precision,"
    "claim_date_qualifier,claim_actors,claim_actor_ids,claim_actor_roles,claim_place,claim_country,claim_lat,"
    "claim_lon,claim_place_precision,"
    "claim_killed,claim_killed_min,claim_killed_best,claim_killed_max,"
    "claim_injured,claim_injured_min,claim_injured_best,claim_injured_max,"
    "claim_captured,claim_captured_min,claim_captured_best,claim_captured_max,"
    "claim_released,claim_released_min,claim_released_best,claim_released_max,"
    "claim_missing,claim_missing_min,claim_missing_best,claim_missing_max,"
    "claim_detained,claim_detained_min,claim_detained_best,claim_detained_max,"
    "claim_displaced,claim_displaced_min,claim_displaced_best,claim_displaced_max"
)
SOURCE_HEADER = (
    "id,title,speaker,speaker_id,author,publisher,issued,version,version_of,language,type,venue,url,archive_url,accessed,"
    "file,sha256,origin_name,origin_sha256,identifiers"
)
ACTOR_HEADER = "id,name,kind,of,office,iso,wikidata,aliases,identifiers"


@pytest.fixture
def meeting(tmp_path: Path) -> bytes:
    return export(loaded(tmp_path, MEETING, OTHER, actors=ACTORS, sources=SOURCES), "xlsx")


def dated(edtf: str) -> Timeline:
    return Timeline(events=(Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x"),))


def column_of(name: str, header: str = EVENT_HEADER) -> str:
    return get_column_letter(header.split(",").index(name) + 1)


def sheet(data: bytes, name: str) -> Worksheet:
    found = workbook(data)[name]
    assert isinstance(found, Worksheet)
    return found


def cells(data: bytes) -> list[Cell]:
    """Every cell of the workbook that holds something."""
    book = workbook(data)
    found = [cell for name in SHEETS for row in book[name].iter_rows() for cell in row]
    return [cell for cell in found if isinstance(cell, Cell) and cell.value is not None]


@pytest.mark.parametrize("timeline", [bundled(), Timeline()], ids=["the bundled timeline", "no event at all"])
def test_every_workbook_has_the_five_sheets_with_headers_that_stay_in_sight(timeline: Timeline) -> None:
    book = workbook(export(timeline, "xlsx"))
    headers = [[cell.value for cell in next(page.iter_rows())] for page in book.worksheets]

    assert tuple(book.sheetnames) == SHEETS
    assert [",".join(map(str, header)) for header in headers] == [
        EVENT_HEADER, CLAIM_HEADER, SOURCE_HEADER, ACTOR_HEADER, "about,text",
    ]  # fmt: skip
    assert [page.freeze_panes for page in book.worksheets] == ["D2", "A2", "A2", "A2", "A2"]
    assert [page.auto_filter.ref for page in book.worksheets] == [page.dimensions for page in book.worksheets]


def test_a_row_of_an_event_is_that_of_csv_with_numbers_dates_and_the_date_in_words(meeting: bytes) -> None:
    first, second = sheet_rows(meeting, "Events")

    assert (first["no"], second["no"]) == (1, 2)
    assert (first["date"], first["date_latest"]) == ("2022-09-12/2022-09-13", DAY)
    assert first["date_display"] == "12–13 Sep 2022"
    assert (first["lat"], first["lon"], first["place"]) == (-39.75, 45, "A Palace")
    assert (first["actors"], first["actor_roles"]) == ("The Host", "host")
    assert (first["killed"], first["killed_min"], first["killed_max"]) == ("A Guest: at least 3", 3, None)
    assert (first["source_ids"], first["quotes"]) == ("speech | paper", "We met there.")
    assert (first["claims"], second["claims"]) == ("2 claims", "1 claim")
    assert (first["related_ids"], first["related_kinds"]) == ("meeting-2", "follows")


def test_the_numbers_of_the_events_bring_their_order_back() -> None:
    found = sheet_rows(export(bundled(), "xlsx"), "Events")

    assert [(row["no"], row["id"]) for row in found] == [(no, one.id) for no, one in enumerate(bundled().events, 1)]


def test_a_row_of_a_claim_says_who_says_what_differently(meeting: bytes) -> None:
    first, second, _ = sheet_rows(meeting, "Claims")

    assert {name: cell for name, cell in first.items() if cell is not None} == {
        "id": "meeting", "date": "2022-09-12/2022-09-13", "title": "They meet", "claim": 1, "speaker": "A Guest",
        "speaker_id": "guest", "publisher": "The Press", "stance": "asserts", "quote": "We met there.",
        "quote_check": "unverified", "source_title": "A speech", "issued": "2022-10", "url": "https://example.org/a",
        "source_id": "speech",
    }  # fmt: skip
    assert {name: cell for name, cell in second.items() if name not in first or cell != first[name]} == {
        "claim": 2, "speaker": None, "speaker_id": None, "stance": "denies", "according_to": "The Host",
        "according_to_id": "host", "quote": None, "quote_check": None,
        "claim_date": "2022-09", "claim_date_earliest": on(2022, 9, 1),
        "claim_date_latest": on(2022, 9, 30), "claim_date_precision": "month", "claim_actors": "A Guest",
        "claim_actor_ids": "guest", "claim_actor_roles": "participant", "claim_place": "Elsewhere",
        "claim_country": "SWE", "claim_lat": 1, "claim_lon": 2.5, "claim_place_precision": "near",
        "claim_injured": "A Guest: 2", "claim_injured_min": 2, "claim_injured_best": 2, "claim_injured_max": 2,
        "source_title": "A paper", "issued": None, "url": None, "source_id": "paper",
    }  # fmt: skip


def test_the_sources_and_actors_are_those_of_the_events(meeting: bytes) -> None:
    speech, paper = sheet_rows(meeting, "Sources")
    people = {row["id"]: row for row in sheet_rows(meeting, "Actors")}

    assert speech == {
        "id": "speech", **SOURCES["speech"], "speaker": "A Guest", "speaker_id": "guest", "file": None, "sha256": None,
        "author": None, "origin_name": None, "origin_sha256": None, "identifiers": None,
    }  # fmt: skip
    assert (paper["id"], paper["title"]) == ("paper", "A paper")
    assert set(people) == {"host", "guest", "party"}
    assert people["host"]["aliases"] == "Our Host | Hosts"
    assert (people["guest"]["of"], people["guest"]["office"]) == ("party", "Speaker")


def test_about_says_what_this_is() -> None:
    about = {row["about"]: row["text"] for row in sheet_rows(export(bundled(), "xlsx"), "About")}

    assert (about["Title"], about["Summary"]) == (bundled().title, bundled().summary)
    assert str(about["Contents"]).startswith("13 events, ")
    assert {"Events", "Claims", "date", "status", "quote_check"} < about.keys()


@pytest.mark.parametrize(("edtf", "bounds"), DATES.items(), ids=DATES)
def test_a_bound_is_a_date_wherever_a_sheet_can_count_it(edtf: str, bounds: tuple[datetime | str | None, ...]) -> None:
    (row,) = sheet_rows(export(dated(edtf), "xlsx"), "Events")

    assert row["date"] == edtf
    assert (row["date_earliest"], row["date_latest"]) == bounds


def test_nothing_else_in_the_workbook_is_a_date_or_a_number() -> None:
    data = export(bundled(), "xlsx")
    found = cells(data)
    headers = {name: [one.value for one in sheet(data, name)[1]] for name in SHEETS}
    named = [(cell.data_type, str(headers[cell.parent.title][cell.column - 1])) for cell in found]
    kinds = {(kind, name.removeprefix("claim_")) for kind, name in named if kind != "s"}

    assert {name for kind, name in kinds if kind == "d"} == {"date_earliest", "date_latest"}
    assert {name for kind, name in kinds if kind == "n"} == {
        "no", "claim", "lat", "lon",
        *(f"{toll}_{bound}" for toll in ("killed", "injured", "released") for bound in ("min", "best", "max")),
    }  # fmt: skip


@settings(max_examples=20)
@given(text=texts())
@example("=1+1")
@example('=HYPERLINK("https://example.org")')
@example("{=1+1}")
@example("https://example.org/a")
@example("mailto:me@example.org")
@example("internal:Events!A1")
@example("2022-09")
@example("1e5")
@example("TRUE")
@example("_x0041_ _x000D_")
@example("  blanks before and after  ")
def test_a_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    data = export(timeline_of(text), "xlsx")
    found = cells(data)
    row = sheet_rows(data, "Events")[0]
    line = text.replace("\n", " ")

    assert (row["title"], row["summary"], row["id"]) == (line, text, "one")
    assert (several(str(row["quotes"])), sheet_rows(data, "Claims")[0]["quote"]) == ([text], text)
    assert {cell.data_type for cell in found} <= {"s", "d", "n"}
    assert {str(cell.value) for cell in found if cell.hyperlink} == {"https://example.org/x", "3 claims"}


def test_addresses_are_links_and_an_event_leads_to_its_claims(meeting: bytes) -> None:
    links = {
        (cell.parent.title, cell.coordinate, cell.value): cell.hyperlink.target or cell.hyperlink.location
        for cell in cells(meeting)
        if cell.hyperlink
    }
    url, copy = "https://example.org/a", "https://example.org/b"

    assert links == {
        ("Events", "L2", "2 claims"): "'Claims'!A2", ("Events", "L3", "1 claim"): "'Claims'!A4",
        ("Events", f"{column_of('urls')}2", url): url, ("Claims", f"{column_of('url', CLAIM_HEADER)}2", url): url,
        ("Sources", f"{column_of('url', SOURCE_HEADER)}2", url): url,
        ("Sources", f"{column_of('archive_url', SOURCE_HEADER)}2", copy): copy,
    }  # fmt: skip


@pytest.mark.parametrize(("length", "linked"), [(600, True), (601, False), (3_000, False)])
def test_an_address_that_is_too_long_for_a_link_is_there_as_a_text(*, length: int, linked: bool) -> None:
    address = f"https://example.org/{'a' * (length - 20)}"
    data = export(timeline_of("x", address), "xlsx")

    assert sheet_rows(data, "Sources")[0]["url"] == address
    assert (address in {cell.value for cell in cells(data) if cell.hyperlink}) is linked


def test_more_links_than_a_sheet_may_have_are_texts(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, *(event(id=f"event-{number}") for number in range(4)))
    with mock.patch.object(xlsx, "MOST_LINKS", 3):
        data = export(timeline, "xlsx")

    assert len([cell for cell in cells(data) if cell.hyperlink and cell.parent.title == "Events"]) == 3
    assert [row["urls"] for row in sheet_rows(data, "Events")] == ["https://example.org/statement"] * 4


FILLS = {"confirmed": 0, "reported": 0, "planned": 0, "alleged": 2, "disputed": 2}


@pytest.mark.parametrize(("status", "filled"), FILLS.items(), ids=FILLS)
def test_what_is_alleged_or_disputed_is_filled_beside_the_word(tmp_path: Path, status: str, filled: int) -> None:
    page = sheet(export(loaded(tmp_path, event(status=status)), "xlsx"), "Events")
    found = [cell.coordinate for cell in page[2] if cell.fill.fill_type == "solid"]

    assert found == ["C2", "F2"][:filled]
    assert page["F2"].value == status


def test_alleged_and_disputed_differ_in_their_fill(tmp_path: Path) -> None:
    page = sheet(export(loaded(tmp_path, event(status="alleged"), event(status="disputed")), "xlsx"), "Events")

    assert page["F2"].fill.fgColor.rgb != page["F3"].fill.fgColor.rgb


HEIGHTS = {
    "one line": ("x", 15), "a long line": ("word " * 46, 75), "three lines": ("one\ntwo\nthree", 45),
    "an empty line": ("one\n\nthree", 45), "wide signs": ("\u4e9a" * 46, 30),
    "more than a row can be high": ("word " * 5_000, 408.75),
}  # fmt: skip


@pytest.mark.parametrize(("summary", "height"), HEIGHTS.values(), ids=HEIGHTS)
def test_a_row_is_as_high_as_its_texts_need(tmp_path: Path, summary: str, height: float) -> None:
    page = sheet(export(loaded(tmp_path, event(summary=summary, title="x", id="x")), "xlsx"), "Events")

    assert (page.row_dimensions[2].height or 15) == height


def test_what_machines_read_makes_no_row_higher(tmp_path: Path) -> None:
    page = sheet(export(loaded(tmp_path, event(tags=["a tag " * 50], title="x", id="x")), "xlsx"), "Events")

    assert (page.row_dimensions[2].height or 15) == 15


def test_a_sheet_is_printed_one_page_wide_with_what_people_read_and_its_header() -> None:
    book = workbook(export(bundled(), "xlsx"))
    printed = {page.title: str(page.print_area).rpartition("!")[2].replace("$", "") for page in book.worksheets}

    assert (printed["Events"], printed["Claims"]) == ("A1:L14", "A1:O40")
    for page in book.worksheets:
        assert (page.page_setup.orientation, page.page_setup.fitToHeight, page.print_title_rows) == (
            "landscape", 0, "$1:$1",
        )  # fmt: skip
        assert page.sheet_properties.pageSetUpPr
        assert page.sheet_properties.pageSetUpPr.fitToPage
    events = book["Events"]
    points = sum(events.row_dimensions[row].height or 15 for row in range(1, 15))
    wide = sum(events.column_dimensions[get_column_letter(column)].width for column in range(1, 13)) * 7 * 0.75
    # A4 on its side, without its margins, is 784 points wide and 516 high.
    assert points * 784 / wide <= 4 * 516


def test_the_bundled_events_are_read_on_four_pages_at_most(tmp_path: Path) -> None:
    office = which("soffice") or pytest.skip("LibreOffice is not installed")
    (tmp_path / "my.xlsx").write_bytes(export(bundled(), "xlsx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    options = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "my.xlsx")]
    subprocess.run([office, *options], check=True, capture_output=True)
    text = subprocess.run(
        [which("pdftotext") or pytest.skip("pdftotext is not installed"), tmp_path / "my.pdf", "-"],
        check=True, capture_output=True,
    ).stdout.decode()  # fmt: skip

    assert len([page for page in text.split("\f") if re.search("^Events$", page, re.MULTILINE)]) <= 4


def test_a_text_that_looks_like_the_escape_of_a_sign_is_escaped_itself() -> None:
    with ZipFile(io.BytesIO(export(timeline_of("_x005F_"), "xlsx"))) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()

    assert ">_x005F_x005F_<" in texts
    assert ">_x005F_<" not in texts


@pytest.mark.parametrize(
    "text",
    ["<r><t>shown</t></r>", "<r><t>  a &amp; b</t>\n</r>", "<r>no XML & < at all</r>", "<r>a</r><r>_x0041_x0042_</r>"],
)
def test_a_text_that_looks_like_rich_text_is_shown_as_it_is(text: str) -> None:
    data = export(timeline_of(text), "xlsx")

    assert {row["summary"] for row in sheet_rows(data, "Events")} == {text}


@pytest.mark.parametrize("text", ["_x0041_x202E_", "_x0041_x0042_x0043_", "<r>_x0041_x0042_</r>"])
def test_escapes_that_share_a_sign_are_shown_as_they_are(text: str) -> None:
    with ZipFile(io.BytesIO(export(timeline_of(text), "xlsx"))) as archive:
        strings = re.findall("<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode())
    runs = [[unescape(run) for run in re.findall("<t[^>]*>(.*?)</t>", one)] for one in strings]

    assert text in ["".join(ESCAPED.sub(lambda one: chr(int(one[1], 16)), run) for run in several) for several in runs]


def test_a_text_that_is_too_long_as_rich_text_goes_on_and_is_not_left_out() -> None:
    text = f"<r>{'<' * 9_000}</r>"
    data = export(timeline_of(text), "xlsx")

    assert whole(sheet_rows(data, "Events")[0], sheet_rows(data, "Claims")[0], "summary") == text
    assert whole(sheet_rows(data, "Claims")[0], sheet_rows(data, "Claims")[0], "quote") == text


def test_a_text_stays_text_when_its_cell_is_edited() -> None:
    found = sheet(export(timeline_of("=1+1"), "xlsx"), "Events")["C2"]

    assert (found.value, found.data_type, found.quotePrefix) == ("=1+1", "s", True)


def test_long_texts_are_wrapped_in_wide_columns() -> None:
    page = sheet(export(bundled(), "xlsx"), "Claims")
    place = CLAIM_HEADER.split(",").index("quote") + 1
    found = page.cell(row=2, column=place)

    assert (found.alignment.wrap_text, found.alignment.vertical) == (True, "top")
    assert page.column_dimensions[get_column_letter(place)].width > 40


@pytest.mark.parametrize("text", ["x" * 32_767, "😀" * 16_383], ids=["letters", "signs that count twice"])
def test_a_cell_holds_as_much_as_a_spreadsheet_allows(tmp_path: Path, text: str) -> None:
    timeline = loaded(tmp_path, event(summary=text))

    assert sheet_rows(export(timeline, "xlsx"), "Events")[0]["summary"] == text


LONG = {"letters": "abc" * 11_000, "signs that count twice": "😀" * 16_384, "as long as a text can be": "ab" * 32_768}


def whole(row: Row, row_of_rest: Row, column: str) -> str:
    """A text that begins in a cell, with the cells in which it goes on."""
    rest = [str(cell) for name, cell in row_of_rest.items() if re.fullmatch(f"{column}_[0-9]+", name) and cell]
    return "".join([str(row[column]), *rest])


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_of_an_event_too_long_for_a_cell_goes_on_beside_its_first_claim(tmp_path: Path, text: str) -> None:
    claims = [{"source": "statement"}, {"source": "statement", "stance": "denies"}]
    timeline = loaded(tmp_path, event(id="short"), event(id="long", summary=text, claims=claims))
    data = export(timeline, "xlsx")
    events, (short, first, second) = sheet_rows(data, "Events"), sheet_rows(data, "Claims")

    assert ",".join(events[0]) == EVENT_HEADER
    assert whole(events[1], first, "summary") == text
    assert [row["summary_2"] for row in (short, second)] == [None, None]


def test_a_text_of_a_claim_a_source_or_an_actor_goes_on_in_its_own_row(tmp_path: Path) -> None:
    actors = {"a": {"name": "A" * 40_000}, "b": {"name": "B"}}
    sources = {"statement": {"title": "x", "venue": "v" * 40_000, "issued": "2099", "speaker": "a"}}
    timeline = loaded(tmp_path, event(quote="q" * 40_000), sources=sources, actors=actors, summary="s" * 40_000)
    data = export(timeline, "xlsx")
    (claim,), (source,), (actor,) = (sheet_rows(data, name) for name in ("Claims", "Sources", "Actors"))
    about = {row["about"]: row for row in sheet_rows(data, "About")}

    assert whole(claim, claim, "quote") == "q" * 40_000
    assert whole(claim, claim, "speaker") == "A" * 40_000
    assert whole(source, source, "venue") == "v" * 40_000
    assert whole(actor, actor, "name") == "A" * 40_000
    assert whole(about["Summary"], about["Summary"], "text") == "s" * 40_000
    assert (about["Title"] if "Title" in about else about["Contents"])["text_2"] is None


def test_many_quotes_that_no_cell_holds_stand_whole_in_their_claims(tmp_path: Path) -> None:
    claims = [{"source": "statement", "quote": f"{number} {'q' * 4_000}"} for number in range(20)]
    data = export(loaded(tmp_path, event(claims=claims)), "xlsx")
    (row,), told = sheet_rows(data, "Events"), sheet_rows(data, "Claims")

    assert [claim["quote"] for claim in told] == [claim["quote"] for claim in claims]
    assert several(whole(row, told[0], "quotes")) == [claim["quote"] for claim in claims]


def test_where_long_texts_go_on_is_told_once(tmp_path: Path) -> None:
    long = [event(id=f"e-{number}", summary="x" * 40_000, quote="y" * 40_000) for number in range(3)]

    assert render(loaded(tmp_path, event(summary="x" * 30_000)), "xlsx", {}).remarks == ()
    (told,) = render(loaded(tmp_path, *long), "xlsx", {}).remarks
    assert told.startswith("Texts longer than a cell holds (32,767 characters) go on in quote_2, summary_2, quotes_2;")
    assert told.endswith("; those of Events in the sheet Claims.")


def test_more_rows_than_a_sheet_holds_are_an_error() -> None:
    with mock.patch.object(xlsx, "ROW_LIMIT", 13), pytest.raises(CallError, match="a sheet holds 13 rows, Events"):
        export(bundled(), "xlsx")


def test_no_file_in_the_archive_bears_the_time_of_writing() -> None:
    archive = ZipFile(io.BytesIO(export(bundled(), "xlsx")))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert workbook(export(bundled(), "xlsx")).properties.created == on(1980, 1, 1)
    assert str(date.today().year).encode() not in archive.read("docProps/core.xml")  # noqa: DTZ011


def test_a_selection_has_only_what_it_refers_to() -> None:
    few = export(select(bundled(), Selection(actors=("sullivan",))), "xlsx")

    assert len(sheet_rows(few, "Events")) == 1
    assert {row["id"] for row in sheet_rows(few, "Sources")} == {row["source_id"] for row in sheet_rows(few, "Claims")}
    assert "blinken" not in {row["id"] for row in sheet_rows(few, "Actors")}


def test_nothing_is_lost() -> None:
    assert (render(bundled(), "xlsx", {}).lost, render(bundled(), "xlsx", {}).remarks) == ((), ())


def test_without_its_package_the_format_says_how_to_get_it() -> None:
    with (
        mock.patch.dict(sys.modules, {"xlsxwriter": None}),
        pytest.raises(CallError, match="needs the package xlsxwriter") as caught,
    ):
        export(bundled(), "xlsx")

    assert "python3 -m pip --python .venv install -e '.[xlsx]'" in caught.value.help


@pytest.mark.parametrize("zone", ["Asia/Yerevan", ""])
def test_about_names_the_time_zones_of_the_files(tmp_path: Path, zone: str) -> None:
    data = export(loaded(tmp_path, event(), **({"timezone": zone} if zone else {})), "xlsx")

    assert [row["text"] for row in sheet_rows(data, "About") if row["about"] == "Time zone"] == ([zone] if zone else [])
