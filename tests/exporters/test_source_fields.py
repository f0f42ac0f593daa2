"""Locators, translations, authors, ids of other databases and fields of one's own: in every format, marked as such."""

import json
from pathlib import Path

import pytest
from made_up import event, loaded
from reading_back import rows, unguarded
from reading_parquet import parquet_rows
from reading_xlsx import sheet_rows

from diplotimeline import Timeline, export
from diplotimeline.exporters import render

READERS = ("markdown", "html", "ics", "timelinejs", "markwhen")
SOURCES = {
    "report": {
        "title": "Report on the valley",
        "author": "Ana Vell",
        "publisher": "Valley Press",
        "issued": "2099-12-31",
        "language": "fr",
        "url": "https://example.org/report.pdf",
        "identifiers": {"doi": "10.1000/182"},
        "origin": {"name": "report-scan.pdf", "sha256": "ab" * 32},
    },
    "page": {"title": "A page", "issued": "2099-12-31", "url": "https://example.org/page"},
}


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    told = event(
        id="bridge",
        title="The bridge opens",
        identifiers={"ucdp": "376126", "acled": "TAV1"},
        extra={"direction": "easing"},
        casualties=[{"detained": 3, "displaced": {"best": 400}}],
        claims=[
            {
                "source": "report",
                "quote": "Le pont est ouvert",
                "at": "p. 12",
                "translation": {"text": "The bridge is open", "language": "en"},
                "extra": {"coder.name": "second"},
            },
            {"source": "page", "at": "para. 7"},
        ],
    )
    return loaded(tmp_path, told, event(source="page", title="Nothing more"), sources=SOURCES)


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize(
    "words",
    ["Translation (en)", "The bridge is open", "p. 12", "para. 7", "376126", "TAV1", "easing", "second", "Ana Vell",
     "10.1000/182", "3 detained", "about 400 displaced"],
)  # fmt: skip
def test_a_reader_sees_it(timeline: Timeline, format: str, words: str) -> None:
    text = export(timeline, format)

    assert isinstance(text, str)
    assert plain(text).count(plain(words)) >= 1


def plain(text: str) -> str:
    """Without the escapes and folds of the formats."""
    return text.replace("\r\n ", "").replace("\\", "")


@pytest.mark.parametrize("format", ["html", "markdown", "timelinejs"])
def test_a_page_of_a_pdf_is_linked(timeline: Timeline, format: str) -> None:
    text = str(export(timeline, format))

    assert "https://example.org/report.pdf#page=12" in text
    assert "example.org/page#" not in text


@pytest.mark.parametrize(
    ("source", "at", "linked"),
    [
        ({"url": "https://example.org/a.PDF?x=1"}, "pp. 3–4", "https://example.org/a.PDF?x=1#page=3"),
        ({"url": "https://example.org/a", "type": "PDF"}, "p. 3", "https://example.org/a#page=3"),
        ({"url": "https://example.org/a", "type": "report (pdf)"}, "p. 3", "https://example.org/a#page=3"),
        ({"url": "https://example.org/a.pdf"}, "para. 3", ""),
        ({"url": "https://example.org/a.pdf#annex"}, "p. 3", ""),
        ({"url": "https://example.org/a.pdf.html"}, "p. 3", ""),
        ({"url": "https://example.org/a?b=c.pdf"}, "p. 3", ""),
        ({"type": "pdf"}, "p. 3", ""),
    ],
)
def test_only_pages_of_a_pdf_are_linked(tmp_path: Path, source: dict[str, str], at: str, linked: str) -> None:
    sources = {"statement": {"title": "A report", "issued": "2099-12-31", **source}}
    text = str(export(loaded(tmp_path, event(at=at), sources=sources), "markdown"))

    assert (f"(<{linked}>)" in text) is bool(linked)
    assert ("#page=" in text) is bool(linked)


def test_tables_have_a_column_for_each_field_of_ones_own(timeline: Timeline) -> None:
    first, second = rows(export(timeline, "csv"))

    assert (first["extra.direction"], second["extra.direction"]) == ("easing", "")
    assert first["identifiers"] == "acled: TAV1 | ucdp: 376126"
    assert (first["translations"], first["locators"]) == ("The bridge is open", "p. 12 | para. 7")
    assert (first["detained"], first["detained_min"], first["displaced_best"]) == ("3", "3", "400")
    assert "extra" not in first


def test_rows_of_claims_have_their_own(timeline: Timeline) -> None:
    first, second, _ = rows(export(timeline, "csv", rows="claims"))

    assert (first["claim_extra.coder.name"], second["claim_extra.coder.name"]) == ("second", "")
    assert (first["extra.direction"], second["extra.direction"]) == ("easing", "easing")
    assert (first["at"], first["translation"], first["translation_language"]) == ("p. 12", "The bridge is open", "en")
    assert (first["author"], first["origin_name"], first["origin_sha256"]) == ("Ana Vell", "report-scan.pdf", "ab" * 32)
    assert first["source_identifiers"] == "doi: 10.1000/182"


def test_a_name_is_no_formula(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(extra={"a;@b(1)": "x"}))
    (row,) = rows(export(timeline, "csv"))

    assert "extra.a;'@b(1)" in row
    assert unguarded("extra.a;'@b(1)") == "extra.a;@b(1)"


def test_json_has_objects(timeline: Timeline) -> None:
    whole = json.loads(export(timeline, "json"))
    first, second = whole["events"]
    report = next(one for one in whole["sources"] if one["id"] == "report")

    assert (first["identifiers"], second["identifiers"]) == ({"acled": "TAV1", "ucdp": "376126"}, {})
    assert (first["extra"], first["claims"][0]["extra"]) == ({"direction": "easing"}, {"coder.name": "second"})
    assert first["claims"][0]["translation"] == {"text": "The bridge is open", "language": "en"}
    assert (first["claims"][1]["translation"], first["claims"][1]["at"]) == (None, "para. 7")
    assert (report["author"], report["origin"]["name"]) == ("Ana Vell", "report-scan.pdf")
    assert report["identifiers"] == {"doi": "10.1000/182"}


def test_parquet_has_maps(timeline: Timeline) -> None:
    first, second = parquet_rows(export(timeline, "parquet"))

    assert first["identifiers"] == {"acled": "TAV1", "ucdp": "376126"}
    assert (first["extra"], second["extra"]) == ({"direction": "easing"}, {})


def test_a_workbook_has_columns(timeline: Timeline) -> None:
    data = export(timeline, "xlsx")
    events, claims, sources = (sheet_rows(data, name) for name in ("Events", "Claims", "Sources"))

    assert events[0]["extra.direction"] == "easing"
    assert (claims[0]["claim_extra.coder.name"], claims[0]["at"]) == ("second", "p. 12")
    assert (sources[0]["author"], sources[0]["identifiers"]) == ("Ana Vell", "doi: 10.1000/182")


def test_geojson_has_them(tmp_path: Path) -> None:
    place = {"name": "Tolm", "lat": 1, "lon": 2}
    timeline = loaded(tmp_path, event(place=place, extra={"direction": "easing"}, at="p. 3"))
    (feature,) = json.loads(export(timeline, "geojson"))["features"]

    assert feature["properties"]["extra"] == {"direction": "easing"}
    assert feature["properties"]["claims"][0]["at"] == "p. 3"


@pytest.mark.parametrize(("format", "options"), [("mermaid", {}), ("markdown", {"table": True})])
def test_what_has_no_room_is_counted(timeline: Timeline, format: str, options: dict[str, bool | str]) -> None:
    (told,) = render(timeline, format, options).lost

    for words in ("1 translation", "2 locators", "2 identifiers", "2 extra fields"):
        assert words in told
