"""Files that hold a table, and files that only look so: rows of text come out, or a message with row and column."""

import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from made_documents import docx, odt, pdf
from openpyxl import Workbook, load_workbook

from diplotimeline.errors import CallError
from diplotimeline.importing.tables import Table, read_table

CSV = "Date,Headline,Who\n2024-09-01,Talks begin,Ardelia\n2024-09-02,Talks end,Tavoria\n"


def table(tmp_path: Path, content: str | bytes, name: str = "t.csv", **more: Any) -> Table:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(str(path), **more)


def refused(tmp_path: Path, content: str | bytes, name: str = "t.csv", **more: Any) -> str:
    """What is said of a file that is no table, with the remedy."""
    with pytest.raises(CallError) as raised:
        table(tmp_path, content, name, **more)
    return f"{raised.value.message.replace(f'{tmp_path}/', '')} | {raised.value.help.replace(f'{tmp_path}/', '')}"


def cells(one: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in one.rows]


def book(rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None, **sheets: list[list[Any]]) -> bytes:
    """An .xlsx with these rows in its first sheet, and further sheets."""
    made = Workbook()
    first: Any = made.active
    for row in rows:
        first.append([*row])
    for cell, number_format in (formats or {}).items():
        first[cell].number_format = number_format
    for name, more in sheets.items():
        sheet: Any = made.create_sheet(name)
        for row in more:
            sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    one = table(tmp_path, CSV.replace(",", separator))

    assert one.columns == ("Date", "Headline", "Who")
    assert cells(one)[1] == ("2024-09-02", "Talks end", "Tavoria")


@pytest.mark.parametrize(
    "text",
    ["\ufeff" + CSV, CSV.replace("\n", "\r\n"), CSV.replace("\n", "\r"), CSV.rstrip("\n"), CSV + "\n\n,,\n"],
    ids=["byte order mark", "CRLF", "CR", "no last line end", "empty lines"],
)
def test_the_same_table_however_it_was_saved(tmp_path: Path, text: str) -> None:
    assert cells(table(tmp_path, text)) == cells(table(tmp_path, CSV, "plain.csv"))


def test_text_with_separators_quotes_and_lines_in_it_stays_whole(tmp_path: Path) -> None:
    one = table(tmp_path, 'Date,What\n2024,"a, ""b""\nc; d"\n')

    assert cells(one) == [("2024", 'a, "b"\nc; d')]
    assert one.rows[0].line == 2


def test_rows_above_the_header_are_kept_apart(tmp_path: Path) -> None:
    one = table(tmp_path, f"Chronology of talks,,\nDo not pass on; draft,,\n\n{CSV}")

    assert one.above == ("Chronology of talks", "Do not pass on; draft")
    assert [(row.number, row.line) for row in one.rows] == [(1, 5), (2, 6)]


def test_the_header_may_be_named_or_found_by_the_mapping(tmp_path: Path) -> None:
    text = "x,y\nalpha,beta\n2024,Talks\n"

    assert table(tmp_path, text, header=2).columns == ("alpha", "beta")
    assert table(tmp_path, text, wanted=["beta"]).columns == ("alpha", "beta")
    assert "no header that is understood" in refused(tmp_path, text)
    assert "--header 9" in refused(tmp_path, text, header=9)


def test_french_headers_are_understood(tmp_path: Path) -> None:
    one = table(tmp_path, "Tableau de suivi\nDate;Événement;Acteurs;Lieu\n2024;Visite;Kesh;Paris\n")

    assert one.columns == ("Date", "Événement", "Acteurs", "Lieu")


def test_a_column_without_name_is_named_by_its_number_if_it_has_cells(tmp_path: Path) -> None:
    assert table(tmp_path, "Date,What,,\n2024,Talks,,x\n").columns == ("Date", "What", "column 4")


def test_letters_of_windows_that_became_control_characters_are_read_and_counted(tmp_path: Path) -> None:
    one = table(tmp_path, "Date,What\n2024,The Guards\x92 \x93truce\x94 \x81\n")

    assert (cells(one), one.converted, one.left_out) == ([("2024", "The Guards’ “truce”")], 3, 1)


def test_invisible_characters_are_left_out_and_counted(tmp_path: Path) -> None:
    one = table(tmp_path, "Date,What\n2024,Ta\u200blks\u2028 \x07end\n")

    assert (cells(one), one.left_out) == ([("2024", "Talks end")], 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t.csv holds no table: it is empty"),
        ("\n\n", "it is empty"),
        ("Date,What\n", "no row below its header"),
        ("just a text\nof two lines\n", "no header that is understood"),
        ("Date,What\n2024\n", "t.csv:2: row 1, column 'What': 1 cells, but the header has 2"),
        ("Date,What\n2024,a\n2024,a,b\n", "t.csv:3: row 2, column 'column 3': 3 cells, but the header has 2"),
        ("Date,What,Date\n2024,a,b\n", "columns 1 and 3 are both named 'Date'"),
        ('Date,What\n2024,"a\n', "t.csv:2: row 1: a cell cannot be read"),
        ('Date,What\n2024,"a"b\n', "t.csv:2: row 1: a cell cannot be read"),
        (f"Date,What\n2024,{'x' * 70_000}\n", "row 1, column 'What': longer than 65,536 characters"),
        (f"Date,What\n2024,{'x' * 200_000}\n", "t.csv:2: row 1: a cell cannot be read: it is longer than"),
        (",".join(f"c{n}" for n in range(10_000)) + "\nDate,What\n", "t.csv:1: a row has more than 1,000 columns"),
        ("Date,What\n2024,\0\n", "t.csv:2: it is not plain text"),
    ],
)
def test_what_is_no_table_is_refused_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


def test_more_rows_or_lines_than_are_imported_are_refused(tmp_path: Path) -> None:
    assert "more than 2,000,000 lines" in refused(tmp_path, "Date,What\n" + "\n" * 2_000_001)
    assert "more than 200,000 rows" in refused(tmp_path, "Date,What\n" + "2024,a\n" * 200_001)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Date,What\n2024,Öl\n".encode("cp1252"), "t.csv:2:6: byte 0xd6 is not UTF-8"),
        ("Date,What\r\n2024,Öl\r\n".encode("cp1252"), "--encoding cp1252"),
        ("Date,What\r2024,Öl\r".encode("mac_roman"), "t.csv:2:6: byte 0x85 is not UTF-8"),
        ("Date,What\r2024,Öl\r".encode("mac_roman"), "--encoding mac_roman"),
        ("Date,What\n2024,a\n".encode("utf-16"), "t.csv is UTF-16, not UTF-8"),
        ("Date,What\n2024,a\n".encode("utf-16-le"), "it is not plain text"),
    ],
)
def test_another_encoding_is_never_guessed_and_the_command_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    message = refused(tmp_path, data)

    assert said in message
    assert "diplotimeline import t.csv --encoding" in message


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "Date,What\n2024,Öl\n".encode("cp1252"), encoding="cp1252")) == [("2024", "Öl")]
    assert cells(table(tmp_path, "Date,What\n2024,Öl\n".encode("utf-16"), encoding="utf-16")) == [("2024", "Öl")]
    assert "no encoding 'klingon'" in refused(tmp_path, CSV, encoding="klingon")
    assert "no encoding 'zlib'" in refused(tmp_path, CSV, encoding="zlib")


# --- JSON ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["t.json", "t.jsonl"])
def test_records_are_rows(tmp_path: Path, name: str) -> None:
    records = [{"date": "2024", "title": "a", "n": 1.50}, {"date": "2025", "title": "b", "tags": ["x", "y"]}]
    text = json.dumps(records) if name == "t.json" else "\n".join(map(json.dumps, records))
    one = table(tmp_path, text, name)

    assert one.columns == ("date", "title", "n", "tags")
    assert cells(one) == [("2024", "a", "1.5", ""), ("2025", "b", "", '["x", "y"]')]


def test_numbers_of_json_stay_as_they_are_written(tmp_path: Path) -> None:
    one = table(tmp_path, '[{"date": 2024, "title": 1.50, "x": NaN, "y": 12345678901234567890, "z": true}]', "t.json")

    assert cells(one) == [("2024", "1.50", "NaN", "12345678901234567890", "true")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"date": 1,', "t.json:1:13: this is not JSON"),
        ('{"date": 1, "title": 2}\n{"date": }\n', "t.json:2:10: this is not JSON"),
        ("[1, 2]", "row 1 is no record"),
        ("3", "no list of records"),
        ('[{"date": 1, "title": 2, "date": 3}]', "the field 'date' stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 5000 + "1" + "}" * 5000, "nested too deeply"),
        ("[]", "it is empty"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_records_is_refused(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text, "t.json")


# --- xlsx ----------------------------------------------------------------------------------------------------------


def test_cells_of_a_sheet_are_what_was_typed(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Date", "What", "Dead", "Time", "Flag"],
        [datetime(2024, 9, 8), '=HYPERLINK("https://x.example")', 3, time(21, 45), True],  # noqa: DTZ001
        [datetime(2024, 9, 8, 21, 45), "  Talks\nend ", 2.5, None, None],  # noqa: DTZ001
        [45566, "Ministers meet", "3-5", None, None],
    ]  # fmt: skip

    assert cells(table(tmp_path, book(rows), "t.xlsx")) == [
        ("2024-09-08", '=HYPERLINK("https://x.example")', "3", "21:45:00", "TRUE"),
        ("2024-09-08T21:45", "Talks\nend", "2.5", "", ""),
        ("45566", "Ministers meet", "3-5", "", ""),
    ]


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("mmm-yy", "2022-05"), ("mmmm yyyy", "2022-05"), ("[$-409]mmm\\-yy;@", "2022-05"), ("yyyy", "2022"),
        ("d-mmm", "1 May"), ("dd/mm/yyyy", "2022-05-01"), ("m/d/yy h:mm", "2022-05-01"), ("yyyy-mm-dd", "2022-05-01"),
        ('"day" mmm yyyy', "2022-05"), ("mmmm", "May"),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_its_format_shows_it(tmp_path: Path, number_format: str, text: str) -> None:
    data = book([["Date", "What"], [date(2022, 5, 1), "Talks"]], {"A2": number_format})

    assert cells(table(tmp_path, data, "t.xlsx")) == [(text, "Talks")]


def test_sheets_are_named_or_the_first_is_read(tmp_path: Path) -> None:
    data = book([["Date", "What"], ["2024", "a"]], Other=[["Date", "What"], ["2025", "b"]])
    one = table(tmp_path, data, "t.xlsx")

    assert (cells(one), one.other_sheets) == ([("2024", "a")], ("Other",))
    assert cells(table(tmp_path, data, "t.xlsx", sheet="Other")) == [("2025", "b")]
    assert "no sheet 'Othr' | did you mean 'Other'?" in refused(tmp_path, data, "t.xlsx", sheet="Othr")


@pytest.mark.parametrize("first", [[], [["see the other sheet"]]], ids=["empty", "a remark"])
def test_where_the_first_sheet_holds_no_table_the_others_are_named(tmp_path: Path, first: list[list[str]]) -> None:
    data = book(first, Events=[["Date", "What"], ["2025", "b"]])

    assert "| --sheet names another sheet: Events" in refused(tmp_path, data, "t.xlsx")


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """A workbook with some of its parts in another form, or with more of them."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return out.getvalue()


SOUND = book([["Date", "What"], ["2024", "a"]])
SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'
FAR = (b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
       b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>')  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted, or of an old Excel"),
        (b"no zip at all", "not a workbook that can be read"),
        (SOUND[:400], "not a workbook that can be read"),
        (repacked(SOUND, {"xl/vbaProject.bin": b"x"}), "holds macros"),
        (repacked(SOUND, {SHEET: ENTITY}), "declares entities"),
        (repacked(SOUND, {SHEET: ENTITY.decode().encode("utf-16")}), "declares entities"),
        (repacked(SOUND, {"xl/media/x.xml": b" " * (70 * 1024 * 1024)}), "unpacks to more than 64 MiB"),
        (repacked(SOUND, {SHEET: b"<worksheet>" + b"<c/>" * 2_000_001}), "more than 2,000,000 tags"),
        (repacked(SOUND, {SHEET: b"<worksheet><sheetData><row>"}), "not a workbook that can be read"),
        (repacked(SOUND, {SHEET: FAR}), "more than 200,000 rows"),
        (book([[*map(str, range(1200))], ["2024", "a"]]), "t.xlsx:1: a row has more than 1,000 columns"),
        (book([]), "it is empty"),
    ],
    ids=["encrypted", "no zip", "cut", "macros", "entities", "entities in UTF-16", "bomb", "tags", "broken XML", "far row",
         "wide", "empty"],
)  # fmt: skip
def test_a_hostile_or_broken_workbook_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refused(tmp_path, data, "t.xlsx")


@pytest.mark.parametrize("name", ["t.xls", "t.xlsm", "t.ods"])
def test_other_workbooks_are_refused_with_the_way_out(tmp_path: Path, name: str) -> None:
    assert "save it as .xlsx or .csv" in refused(tmp_path, SOUND, name)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.pdf", pdf([["On 4 October the envoys met."]]), "t.pdf is a PDF, not a table"),
        ("t.csv", pdf([["On 4 October the envoys met."]]), "t.csv is a PDF, not a table"),
        ("t.html", b"<!doctype html><p>Date,Headline", "t.html is a web page, not a table"),
        ("t.htm", b"<p>The envoys met.", "t.htm is a web page, not a table"),
        ("t.docx", docx("<w:p/>"), "t.docx is a Word document (.docx), not a table"),
        ("t.csv", docx("<w:p/>"), "t.csv is a Word document (.docx), not a table"),
        ("t.odt", odt("<text:p/>"), "t.odt is a text document (.odt), not a table"),
        ("t.rtf", b"{\\rtf1 The envoys met.}", "t.rtf is an RTF document, not a table"),
    ],
)
def test_a_document_is_refused_with_the_command_for_its_words(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    told = refused(tmp_path, data, name)

    assert told.startswith(said)
    assert f"take its words out: diplotimeline text {name} -o t.txt" in told


def test_a_table_with_markup_in_its_header_is_a_table(tmp_path: Path) -> None:
    assert table(tmp_path, "<b>No</b>,Date,Headline\n1,2024-09-01,Talks begin\n").columns[1:] == ("Date", "Headline")


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "none.csv", "does not exist")):
        with pytest.raises(CallError, match=said):
            read_table(str(path))


def test_the_workbooks_of_these_tests_are_workbooks() -> None:
    assert load_workbook(BytesIO(SOUND)).active is not None
