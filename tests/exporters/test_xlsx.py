"""The workbook: five sheets, text that stays text, dates only where a day is stated, and what no cell can hold."""

import io
import re
import sys
from datetime import date, datetime
from html import unescape
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import pytest
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import example, given, settings
from made_up import bundled, event, loaded
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from reading_xlsx import sheet_rows, workbook

from diplotimeline import CallError, Claim, Event, Selection, Timeline, export, parse_date, select
from diplotimeline.exporters import render, xlsx
from diplotimeline.exporters.csv import COLUMNS

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
DAY = datetime(2022, 9, 13)  # noqa: DTZ001 - a spreadsheet knows no zones
DATES = {
    "2022-09-13": (DAY, DAY),
    "2022-09-13~": (DAY, DAY),
    "2022-09-13T00:05+04:00": (DAY, DAY),
    "2022-09-13/..": (DAY, None),
    "/2022-09-13": (None, DAY),
    "[..2022-09-13]": (None, DAY),
    "2022-09-13/2022-09-13": (DAY, DAY),
    "2022-09": ("2022-09-01", "2022-09-30"),
    "2022-09-XX": ("2022-09-01", "2022-09-30"),
    "2022": ("2022-01-01", "2022-12-31"),
    "2022-24": ("2022-12-01", "2023-02-28"),
    "2022-09/2022-09-13": ("2022-09-01", DAY),
    "1900-02-28": ("1900-02-28", "1900-02-28"),
    "1900-03-01": (datetime(1900, 3, 1), datetime(1900, 3, 1)),  # noqa: DTZ001
    "9999-12-31": (datetime(9999, 12, 31), datetime(9999, 12, 31)),  # noqa: DTZ001
    "0001-01-01": ("0001-01-01", "0001-01-01"),
}


@pytest.fixture
def meeting(tmp_path: Path) -> bytes:
    return export(loaded(tmp_path, MEETING, OTHER, actors=ACTORS, sources=SOURCES), "xlsx")


def dated(edtf: str) -> Timeline:
    return Timeline(events=(Event(date=parse_date(edtf), title="x", claims=(Claim(source="s"),), id="x"),))


def sheet(data: bytes, name: str) -> Worksheet:
    found = workbook(data)[name]
    assert isinstance(found, Worksheet)
    return found


def cells(data: bytes) -> list[Cell]:
    """Every cell of the workbook that holds something."""
    found = [cell for name in SHEETS for row in sheet(data, name).iter_rows() for cell in row]
    return [cell for cell in found if isinstance(cell, Cell) and cell.value is not None]


@pytest.mark.parametrize("timeline", [bundled(), Timeline()], ids=["the bundled timeline", "no event at all"])
def test_every_workbook_has_the_five_sheets_with_headers_that_stay_in_sight(timeline: Timeline) -> None:
    book = workbook(export(timeline, "xlsx"))
    headers = [[cell.value for cell in next(page.iter_rows())] for page in book.worksheets]

    assert tuple(book.sheetnames) == SHEETS
    assert headers == [
        [*COLUMNS, "related"],
        list(xlsx.CLAIM_COLUMNS),
        list(xlsx.SOURCE_COLUMNS),
        list(xlsx.ACTOR_COLUMNS),
        list(xlsx.ABOUT_COLUMNS),
    ]
    assert [page.freeze_panes for page in book.worksheets] == ["A2"] * 5
    assert [page.auto_filter.ref for page in book.worksheets] == [page.dimensions for page in book.worksheets]


def test_a_row_of_an_event_is_that_of_csv_with_numbers_dates_and_ties(meeting: bytes) -> None:
    first = sheet_rows(meeting, "Events")[0]

    assert (first["date"], first["date_latest"]) == ("2022-09-12/2022-09-13", DAY)
    assert (first["lat"], first["lon"], first["place"]) == (-39.75, 45, "A Palace")
    assert (first["actors"], first["killed"]) == ("The Host (host)", "A Guest: at least 3")
    assert (first["source_ids"], first["quotes"]) == ("speech | paper", "We met there.")
    assert first["related"] == "follows: meeting-2"


def test_a_row_of_a_claim_says_who_says_what_differently(meeting: bytes) -> None:
    first, second, _ = sheet_rows(meeting, "Claims")

    assert {name: cell for name, cell in first.items() if cell is not None} == {
        "id": "meeting", "date": "2022-09-12/2022-09-13", "title": "They meet", "claim": 1, "speaker": "A Guest",
        "stance": "asserts", "quote": "We met there.", "quote_check": "unverified", "source_title": "A speech",
        "issued": "2022-10", "url": "https://example.org/a", "source_id": "speech",
    }  # fmt: skip
    assert {name: cell for name, cell in second.items() if name not in first or cell != first[name]} == {
        "claim": 2, "speaker": "The Press", "stance": "denies", "according_to": "The Host", "quote": None,
        "quote_check": None, "claim_date": "2022-09", "claim_actors": "A Guest", "claim_place": "Elsewhere",
        "claim_country": "SWE", "claim_lat": 1, "claim_lon": 2.5, "claim_place_precision": "near",
        "claim_casualties": "A Guest: 2 injured", "source_title": "A paper", "issued": None, "url": None,
        "source_id": "paper",
    }  # fmt: skip


def test_the_sources_and_actors_are_those_of_the_events(meeting: bytes) -> None:
    speech, paper = sheet_rows(meeting, "Sources")
    people = {row["id"]: row for row in sheet_rows(meeting, "Actors")}

    assert speech == {
        "id": "speech", **SOURCES["speech"], "speaker": "A Guest", "file": None, "sha256": None,
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
def test_a_bound_is_a_date_only_where_a_day_is_stated(edtf: str, bounds: tuple[datetime | str | None, ...]) -> None:
    (row,) = sheet_rows(export(dated(edtf), "xlsx"), "Events")

    assert row["date"] == edtf
    assert (row["date_earliest"], row["date_latest"]) == bounds


def test_nothing_else_in_the_workbook_is_a_date_and_only_coordinates_and_claims_are_numbers() -> None:
    data = export(bundled(), "xlsx")
    found = cells(data)
    headers = {name: [one.value for one in sheet(data, name)[1]] for name in SHEETS}
    kinds = {(cell.data_type, headers[cell.parent.title][cell.column - 1]) for cell in found if cell.data_type != "s"}

    assert kinds == {("d", "date_earliest"), ("d", "date_latest"), ("n", "lat"), ("n", "lon"), ("n", "claim")}


@settings(max_examples=60)
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
    row = sheet_rows(data, "Events")[0]
    line = text.replace("\n", " ")

    assert (row["title"], row["summary"], row["quotes"], row["id"]) == (line, text, text, "one")
    assert {cell.data_type for cell in cells(data)} <= {"s", "d", "n"}
    assert [cell for cell in cells(data) if cell.hyperlink] == []


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


def test_a_text_that_is_too_long_as_rich_text_is_refused_and_not_left_out() -> None:
    with pytest.raises(CallError, match="a cell holds 32,767"):
        export(timeline_of(f"<r>{'<' * 9_000}</r>"), "xlsx")


def test_a_text_stays_text_when_its_cell_is_edited() -> None:
    found = sheet(export(timeline_of("=1+1"), "xlsx"), "Events")["K2"]

    assert (found.value, found.data_type, found.quotePrefix) == ("=1+1", "s", True)


def test_long_texts_are_wrapped_in_wide_columns() -> None:
    page = sheet(export(bundled(), "xlsx"), "Claims")
    place = xlsx.CLAIM_COLUMNS.index("quote") + 1
    found = page.cell(row=2, column=place)

    assert (found.alignment.wrap_text, found.alignment.vertical) == (True, "top")
    assert page.column_dimensions[get_column_letter(place)].width > 50


@pytest.mark.parametrize("text", ["x" * 32_767, "😀" * 16_383], ids=["letters", "signs that count twice"])
def test_a_cell_holds_as_much_as_a_spreadsheet_allows(tmp_path: Path, text: str) -> None:
    timeline = loaded(tmp_path, event(summary=text))

    assert sheet_rows(export(timeline, "xlsx"), "Events")[0]["summary"] == text


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384], ids=["letters", "signs that count twice"])
def test_a_text_too_long_for_a_cell_is_an_error_that_names_the_event(tmp_path: Path, text: str) -> None:
    timeline = loaded(tmp_path, event(id="the-long-one", summary=text))

    with pytest.raises(CallError, match="'summary' of event 'the-long-one' would have 32,768 characters") as caught:
        export(timeline, "xlsx")
    assert "csv" in caught.value.help


def test_a_text_too_long_for_its_source_names_the_source(tmp_path: Path) -> None:
    sources = {"statement": {"title": "x", "venue": "x" * 40_000, "issued": "2022-10-06"}}

    with pytest.raises(CallError, match="'venue' of source 'statement'"):
        export(loaded(tmp_path, event(), sources=sources), "xlsx")


def test_more_rows_than_a_sheet_holds_are_an_error() -> None:
    with mock.patch.object(xlsx, "ROW_LIMIT", 13), pytest.raises(CallError, match="a sheet holds 13 rows, Events"):
        export(bundled(), "xlsx")


def test_no_file_in_the_archive_bears_the_time_of_writing() -> None:
    archive = ZipFile(io.BytesIO(export(bundled(), "xlsx")))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert workbook(export(bundled(), "xlsx")).properties.created == datetime(1980, 1, 1)  # noqa: DTZ001
    assert str(date.today().year).encode() not in archive.read("docProps/core.xml")  # noqa: DTZ011


def test_a_selection_has_only_what_it_refers_to() -> None:
    few = export(select(bundled(), Selection(actors=("sullivan",))), "xlsx")

    assert len(sheet_rows(few, "Events")) == 1
    assert {row["id"] for row in sheet_rows(few, "Sources")} == {row["source_id"] for row in sheet_rows(few, "Claims")}
    assert "blinken" not in {row["id"] for row in sheet_rows(few, "Actors")}


def test_nothing_is_lost() -> None:
    assert (render(bundled(), "xlsx", {}).lost, render(bundled(), "xlsx", {}).remarks) == ((), ())


def test_every_hostile_text_fits() -> None:
    assert all(sheet_rows(export(timeline_of(text), "xlsx"), "Claims") for text in TEXTS.values())


def test_without_its_package_the_format_says_how_to_get_it() -> None:
    with (
        mock.patch.dict(sys.modules, {"xlsxwriter": None}),
        pytest.raises(CallError, match="needs the package xlsxwriter") as caught,
    ):
        export(bundled(), "xlsx")

    assert "pip install 'diplotimeline[xlsx]'" in caught.value.help
