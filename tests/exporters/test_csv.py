"""CSV: the header, the cells, the two kinds of rows, and no cell that a spreadsheet would run."""

import csv
import io
from pathlib import Path
from time import process_time

import pytest
from hostile_texts import texts, timeline_of
from hypothesis import example, given
from made_up import bundled, event, loaded
from reading_back import guarded, rows, several, unguarded

from diplotimeline import CallError, Claim, Event, Timeline, export, parse_date
from diplotimeline.exporters import render
from diplotimeline.exporters.csv import CLAIM_COLUMNS, COLUMNS
from diplotimeline.reading.builder import MAX_SCALAR

HEADER = (
    "id,date,date_earliest,date_latest,date_precision,date_qualifier,date_text,part,timezone,order,type,status,title,summary,"
    "actors,actor_ids,actor_roles,place,country,lat,lon,place_precision,"
    "killed,killed_min,killed_best,killed_max,injured,injured_min,injured_best,injured_max,"
    "captured,captured_min,captured_best,captured_max,released,released_min,released_best,released_max,"
    "missing,missing_min,missing_best,missing_max,"
    "detained,detained_min,detained_best,detained_max,displaced,displaced_min,displaced_best,displaced_max,"
    "tags,sources,source_ids,quotes,translations,locators,urls,related_ids,related_kinds,identifiers"
)
CLAIM_HEADER = (
    HEADER.replace("sources,source_ids,quotes,translations,locators,urls,", "") + ","
    "claim,source_id,stance,according_to,according_to_id,quote,at,translation,translation_language,quote_check,"
    "source_title,speaker,speaker_id,author,publisher,issued,version,version_of,language,source_type,venue,url,archive_url,accessed,file,sha256,"
    "origin_name,origin_sha256,source_identifiers,"
    "claim_date,claim_date_earliest,claim_date_latest,claim_date_precision,claim_date_qualifier,"
    "claim_actors,claim_actor_ids,claim_actor_roles,"
    "claim_place,claim_country,claim_lat,claim_lon,claim_place_precision,"
    "claim_killed,claim_killed_min,claim_killed_best,claim_killed_max,"
    "claim_injured,claim_injured_min,claim_injured_best,claim_injured_max,"
    "claim_captured,claim_captured_min,claim_captured_best,claim_captured_max,"
    "claim_released,claim_released_min,claim_released_best,claim_released_max,"
    "claim_missing,claim_missing_min,claim_missing_best,claim_missing_max,"
    "claim_detained,claim_detained_min,claim_detained_best,claim_detained_max,"
    "claim_displaced,claim_displaced_min,claim_displaced_best,claim_displaced_max"
)
ACTORS = {
    "host": {"name": "The Host", "kind": "state"},
    "guest": {"name": "A Guest", "kind": "person"},
    "army": {"name": "The Army", "of": "host"},
}
SOURCES = {
    "speech": {
        "title": "A speech", "speaker": "guest", "issued": "2022-10-06", "url": "https://example.org/a",
        "file": "speech.txt", "version": "transcript",
    },
    "paper": {"title": "A paper", "publisher": "The Press", "url": "https://example.org/b"},
}  # fmt: skip
EVENT = event(
    "2022-09-12/2022-09-13", "They meet", id="meeting", part="night", order=-1, type="meeting", status="disputed",
    date_text="last night", summary="They met.", tags=["talks", "peace"],
    actors=[{"who": "host", "role": "host"}, "guest"],
    place={"name": "A Palace", "country": "NOR", "lat": "-39.75", "lon": "45", "precision": "near"},
    casualties=[{"who": "army", "killed": "3", "missing": {"low": "5", "high": "7"}}, {"who": "guest", "killed": "1"}],
    related=[{"event": "meeting", "as": "about"}],
    claims=[
        {"source": "speech", "quote": "We met there."},
        {"source": "paper", "stance": "doubts", "according_to": "host", "quote": "Not so."},
        {"source": "speech", "date": "2022-09", "actors": ["army"], "casualties": [{"who": "host", "injured": "2"}]},
    ],
)  # fmt: skip
CELLS = dict.fromkeys(HEADER.split(","), "") | {
    "id": "meeting", "date": "2022-09-12/2022-09-13", "date_earliest": "2022-09-12", "date_latest": "2022-09-13",
    "date_precision": "interval", "date_text": "last night", "part": "night", "order": "-1", "type": "meeting",
    "status": "disputed", "title": "They meet", "summary": "They met.", "actors": "The Host | A Guest",
    "actor_ids": "host | guest", "actor_roles": "host | participant", "place": "A Palace", "country": "NOR",
    "lat": "-39.75", "lon": "45.0", "place_precision": "near",
    "killed": "The Army: 3 | A Guest: 1", "killed_min": "4", "killed_best": "4", "killed_max": "4",
    "missing": "The Army: 5–7", "missing_min": "5", "missing_max": "7", "tags": "talks | peace",
    "sources": "A Guest, A speech, 6 Oct 2022 (transcript) | The Press, A paper", "source_ids": "speech | paper",
    "quotes": "We met there. | Not so.", "urls": "https://example.org/a | https://example.org/b",
    "related_ids": "meeting", "related_kinds": "about",
}  # fmt: skip
CLAIM_CELLS = (
    "claim", "source_id", "source_title", "speaker", "speaker_id", "publisher", "stance", "according_to",
    "according_to_id", "quote", "quote_check", "issued", "url",
)  # fmt: skip
DATES = {
    "2022-09-13": ("2022-09-13", "2022-09-13", "day", ""),
    "2022-09": ("2022-09-01", "2022-09-30", "month", ""),
    "2022": ("2022-01-01", "2022-12-31", "year", ""),
    "2022-09~": ("2022-09-01", "2022-09-30", "month", "approximate"),
    "2022-09-13?": ("2022-09-13", "2022-09-13", "day", "uncertain"),
    "2022-24": ("2022-12-01", "2023-02-28", "season", ""),
    "2022-09-13T00:05+04:00": ("2022-09-13", "2022-09-13", "time", ""),
    "2022-12-12/..": ("2022-12-12", "", "interval", ""),
    "2022-12-12/": ("2022-12-12", "", "interval", ""),
    "../2022-09-14": ("", "2022-09-14", "interval", ""),
    "/2022-09-14": ("", "2022-09-14", "interval", ""),
    "[..2022-10-06]": ("", "2022-10-06", "set", ""),
    "[2022-09-26..2022-10-02]": ("2022-09-26", "2022-10-02", "set", ""),
}
NUMBERS = {"order", "lat", "lon", "claim_lat", "claim_lon"}
SEVERAL = {column.name for column in (*COLUMNS, *CLAIM_COLUMNS) if column.kind == "texts"}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


@pytest.fixture
def meeting(tmp_path: Path) -> Timeline:
    (tmp_path / "speech.txt").write_text("We  met\nthere.\n", encoding="utf-8")
    return loaded(tmp_path, EVENT, actors=ACTORS, sources=SOURCES)


def dated(text: str) -> Timeline:
    return Timeline(events=(Event(date=parse_date(text), title="x", claims=(Claim(source="s"),), id="x"),))


@pytest.mark.parametrize(("kind", "header"), [("events", HEADER), ("claims", CLAIM_HEADER)])
def test_the_header_is_a_contract(kind: str, header: str) -> None:
    for timeline in (bundled(), Timeline()):
        assert export(timeline, "csv", rows=kind).split("\r\n")[0] == header


def test_every_cell_of_an_event(meeting: Timeline) -> None:
    assert rows(export(meeting, "csv")) == [CELLS]


def test_a_row_for_each_claim_repeats_the_event_and_has_the_claim(meeting: Timeline) -> None:
    found = rows(export(meeting, "csv", rows="claims"))
    repeated = CELLS.keys() - {"sources", "source_ids", "quotes", "translations", "locators", "urls"}

    assert [{name: row[name] for name in repeated} for row in found] == [{name: CELLS[name] for name in repeated}] * 3
    assert [tuple(row[name] for name in CLAIM_CELLS) for row in found] == [
        ("1", "speech", "A speech", "A Guest", "guest", "", "asserts", "", "", "We met there.", "folded",
         "2022-10-06", "https://example.org/a"),
        ("2", "paper", "A paper", "", "", "The Press", "doubts", "The Host", "host", "Not so.", "unverified",
         "", "https://example.org/b"),
        ("3", "speech", "A speech", "A Guest", "guest", "", "asserts", "", "", "", "",
         "2022-10-06", "https://example.org/a"),
    ]  # fmt: skip


def test_what_a_source_gives_differently_stands_beside_the_event(meeting: Timeline) -> None:
    first, _, third = rows(export(meeting, "csv", rows="claims"))
    own = [name for name in first if name.startswith("claim_")]

    assert [first[name] for name in own] == [""] * len(own)
    assert {name: third[name] for name in own if third[name]} == {
        "claim_date": "2022-09", "claim_date_earliest": "2022-09-01", "claim_date_latest": "2022-09-30",
        "claim_date_precision": "month", "claim_actors": "The Army", "claim_actor_ids": "army",
        "claim_actor_roles": "participant", "claim_injured": "The Host: 2", "claim_injured_min": "2",
        "claim_injured_best": "2", "claim_injured_max": "2",
    }  # fmt: skip


def test_the_claims_of_the_bundled_timeline_have_what_their_sources_give() -> None:
    found = {(row["id"], row["source_id"]): row for row in rows(export(bundled(), "csv", rows="claims"))}
    armenia = found["2022-09-12-outbreak", "armenia-mod-september"]
    watch = found["2022-09-killing-of-prisoners", "hrw-2022-10-14"]
    union = found["2022-09-13-two-days-of-fighting", "eu-2022-10-06"]

    assert (armenia["date"], armenia["claim_date"]) == ("2022-09-12/2022-09-13", "2022-09-13T00:05+04:00")
    assert armenia["claim_actors"] == "Azerbaijani Armed Forces | Armenian Armed Forces"
    assert armenia["claim_actor_roles"] == "initiator | participant"
    assert (watch["claim_killed"], watch["claim_killed_min"]) == ("Armenian prisoners of war: at least 7", "7")
    assert (watch["claim_killed_best"], watch["claim_killed_max"], union["claim_killed"]) == ("", "", "")


def test_a_row_for_each_event_or_for_each_claim() -> None:
    claims = sum(len(event.claims) for event in bundled().events)

    assert len(rows(export(bundled(), "csv"))) == len(rows(export(bundled(), "csv", rows="events"))) == 13
    assert len(rows(export(bundled(), "csv", rows="claims"))) == claims > 13


def test_other_kinds_of_rows_are_refused_naming_the_two() -> None:
    with pytest.raises(CallError, match="there are no rows of 'sources'") as caught:
        export(bundled(), "csv", rows="sources")

    assert caught.value.help == "one of: events, claims"


@pytest.mark.parametrize(("edtf", "cells"), DATES.items(), ids=DATES)
def test_dates_are_full_days_or_empty(edtf: str, cells: tuple[str, ...]) -> None:
    (row,) = rows(export(dated(edtf), "csv"))

    assert row["date"] == edtf
    assert tuple(row[f"date_{name}"] for name in ("earliest", "latest", "precision", "qualifier")) == cells


def test_lines_end_as_rfc_4180_says() -> None:
    text = export(bundled(), "csv", raw=True)

    assert text.count("\r\n") == text.count("\n") == text.count("\r") == 14
    assert text.endswith("\r\n")


def test_only_excel_gets_a_byte_order_mark() -> None:
    assert export(bundled(), "csv", excel=True) == "\ufeff" + export(bundled(), "csv")
    assert not export(bundled(), "csv").startswith("\ufeff")


@pytest.mark.parametrize("kind", ["events", "claims"])
@given(text=texts())
@example(text="-1")
@example(text="   =1")
@example(text="\t=1")
@example(text="\u00a0=1")
@example(text="＝1")
@example(text="a\t=b(1)")
@example(text="a;=b|c!d")
@example(text='a; "=1;b(c)')
@example(text="a\n\n=b(1)")
@example(text="Losses:\n- five; -5")
@example(text="a;=b\nc(1)")
@example(text="a;=b\rc(1)")
def test_no_cell_is_a_formula_and_nothing_else_is_changed(kind: str, text: str) -> None:
    guarded_rows = rows(export(timeline_of(text), "csv", rows=kind))
    raw_rows = rows(export(timeline_of(text), "csv", rows=kind, raw=True))

    for cells, raw_cells in zip(guarded_rows, raw_rows, strict=True):
        for name in cells.keys() - NUMBERS - SEVERAL:
            assert not cells[name].lstrip(" ").startswith(FORMULA_SIGNS)
            assert cells[name] == guarded(raw_cells[unguarded(name)])
        for name in SEVERAL & cells.keys():
            assert not cells[name].lstrip(" ").startswith(FORMULA_SIGNS)


@given(text=texts())
@example(text="'=1")
@example(text="''")
@example(text="a;'=b(1);''=c(1)")
@example(text="a | b")
@example(text="|")
@example(text="a |")
@example(text="\\| \\\\| a\\ | \\")
def test_every_text_comes_back_when_cells_are_unguarded_and_split(text: str) -> None:
    line = text.replace("\n", " ")
    (row,) = rows(export(timeline_of(text), "csv"))
    first, second, _ = rows(export(timeline_of(text), "csv", rows="claims"))

    assert (unguarded(row["title"]), unguarded(row["summary"]), unguarded(row["place"])) == (line, text, line)
    assert several(unguarded(row["tags"])) == [line, line]
    assert several(unguarded(row["actors"])) == several(unguarded(second["claim_actors"])) == [line, f"{line} 2"]
    assert several(unguarded(row["quotes"])) == [text]
    assert (unguarded(first["quote"]), several(unguarded(first["speaker"]))) == (text, [line])


def test_a_bar_alone_in_a_value_is_told_from_the_bar_between_two() -> None:
    timeline = timeline_of("a | b")
    (row,) = rows(export(timeline, "csv"))

    assert (row["tags"], row["title"]) == (r"a \| b | a \| b", "a | b")
    assert rows(export(timeline, "csv", raw=True))[0]["tags"] == "a | b | a | b"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_every_sign_that_begins_a_formula_gets_an_apostrophe(sign: str) -> None:
    (row,) = rows(export(timeline_of(f"{sign}1;{sign}b(2)"), "csv"))

    assert row["summary"] == f"'{sign}1;'{sign}b(2)"


@pytest.mark.parametrize(
    ("delimiter", "separator"), [(",", ";"), (",", "\t"), (";", ","), (";", "\t"), ("tab", ","), ("tab", ";")]
)
@pytest.mark.parametrize(
    "text",
    [
        "a,=b(1)", "a, @SUM(1)", "a,\t;=b|c!d",
        "a;=b(1)", "a\t@SUM(1)", 'a;"=b|c!d;b', "a; +c!d", "a\n-1+b(1);b", "a;＝b(1)", '";"=b(1)', "a;=(1)",
        "a;=indirect(1)",
    ],
    ids=repr,
)  # fmt: skip
def test_no_cell_is_a_formula_where_the_separator_is_another(delimiter: str, separator: str, text: str) -> None:
    """Excel separates by the list separator of the country, `;` in half of Europe; pasted text is separated by tabs."""
    document = export(timeline_of(text), "csv", delimiter=delimiter)
    cells = [cell for row in csv.reader(io.StringIO(document, newline=""), delimiter=separator) for cell in row]

    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))] == []


@pytest.mark.parametrize(("delimiter", "sign"), [(",", ","), (";", ";"), ("tab", "\t")])
@pytest.mark.parametrize("kind", ["events", "claims"])
def test_a_delimiter_changes_nothing_but_what_stands_between_cells(delimiter: str, sign: str, kind: str) -> None:
    made = export(bundled(), "csv", delimiter=delimiter, rows=kind)

    assert rows(made, sign) == rows(export(bundled(), "csv", rows=kind))
    assert made.split("\r\n")[0] == (HEADER if kind == "events" else CLAIM_HEADER).replace(",", sign)


@pytest.mark.parametrize(("delimiter", "sign", "others"), [(";", ";", ",;\t"), ("tab", "\t", ",;\t")])
@given(text=texts())
@example(text="a,=b(1);=c(1)\t=d(1)")
@example(text="a;'=b(1),''=c(1)")
@example(text='","=1+b(1)","')
def test_with_any_delimiter_every_text_comes_back(delimiter: str, sign: str, others: str, text: str) -> None:
    made = export(timeline_of(text), "csv", delimiter=delimiter)
    (row,) = rows(made, sign)

    assert unguarded(row["summary"], others) == text
    assert [several(unguarded(row[name], others)) for name in ("quotes", "translations")] == [[text], [text]]


@pytest.mark.parametrize("delimiter", ["|", "\t;", "semicolon", ":"])
def test_another_delimiter_is_refused_naming_the_three(delimiter: str) -> None:
    with pytest.raises(CallError, match="there is no delimiter") as caught:
        export(bundled(), "csv", delimiter=delimiter)

    assert caught.value.help == "one of: ',' ';' tab"


@pytest.mark.parametrize("text", ["a;confirmed", "a\tconfirmed"], ids=["semicolon", "tab"])
def test_a_cell_with_another_separator_is_quoted(text: str) -> None:
    """Some spreadsheets take all of them for separators at once; quoted, a text cannot become another column."""
    assert f',"{text}",' in export(timeline_of(text), "csv")


@given(text=texts())
def test_raw_leaves_every_text_as_written(text: str) -> None:
    (row,) = rows(export(timeline_of(text), "csv", raw=True))
    line = text.replace("\n", " ")

    assert (row["title"], row["summary"], row["quotes"]) == (line, text, text)
    assert (row["place"], row["source_ids"], row["date_text"]) == (line, line, line)
    assert row["tags"] == f"{line} | {line}"


@pytest.mark.parametrize("signs", ["\n", "\t", '\n"', "\n ", ";=", ";", ";=x("])
def test_the_search_for_formulas_takes_time_that_grows_with_the_text(signs: str) -> None:
    def seconds(length: int) -> float:
        timeline = timeline_of("x" + signs * (length // len(signs) - 1) + "x")
        began = process_time()
        export(timeline, "csv", rows="claims")
        return process_time() - began

    # The square of the length would take 16 times as long.
    assert seconds(MAX_SCALAR // 4) < 8 * max(seconds(MAX_SCALAR // 16) for _ in range(3))


def test_numbers_are_not_guarded(meeting: Timeline) -> None:
    (row,) = rows(export(meeting, "csv"))

    assert (row["lat"], row["lon"]) == ("-39.75", "45.0")


@pytest.mark.parametrize(
    ("titles", "remarks"),
    [
        (["plain"], []),
        (["=1", "+1", "plain"], ["2 cells have what may run as a formula and got an apostrophe before it"]),
        (["=1"], ["1 cell has what may run as a formula and got an apostrophe before it"]),
    ],
    ids=["no formula", "two formulas", "one formula"],
)
def test_the_remark_counts_the_guarded_cells(titles: list[str], remarks: list[str]) -> None:
    when = parse_date("2022-09-13")
    timeline = Timeline(
        events=tuple(Event(date=when, title=title, claims=(Claim(source="s"),), id="x") for title in titles)
    )
    found = render(timeline, "csv", {}).remarks

    assert [remark.partition(";")[0] for remark in found] == remarks
    assert all("--raw" in remark for remark in found)
    assert render(timeline, "csv", {"raw": True}).remarks == ()


def test_a_cell_with_line_ends_stays_one_cell() -> None:
    text = 'one\r\ntwo\nthree, "four"\r'
    found = list(csv.reader(io.StringIO(export(timeline_of(text), "csv"), newline="")))

    assert len(found) == 2
    assert found[1][HEADER.split(",").index("summary")] == text
