"""Rows to events: what becomes of the cells of each kind, by small tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from diplotimeline.characters import slug
from diplotimeline.importing import kinds
from diplotimeline.importing.cells import addresses_in, counts_in, number_in, split_at
from diplotimeline.importing.columns import recognise
from diplotimeline.importing.drafted import summary
from diplotimeline.importing.html import without_html
from diplotimeline.importing.mapping import Date, Mapping as Mapped, When
from diplotimeline.importing.rows import Import, events_of
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Actor


def imported(tmp_path: Path, text: str, register: Timeline | None = None, name: str = "t.csv") -> Import:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    table, kind = kinds.read(str(path))
    return events_of(table, kinds.mapping_of(kind, table), register or Timeline())


def fields(tmp_path: Path, header: str, *rows: str) -> list[Mapping[str, Any]]:
    """The fields of the events that come of a table whose first two columns are date and title."""
    lines = [f"Date;What happened;{header}", *(f"2024-09-01;Talks begin;{row}" for row in rows)]
    return [one.fields for one in imported(tmp_path, "\n".join(lines)).events]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Date", "date"), ("When?", "date"), ("Event_Date", "date"), ("DATE (local)", "date"), ("Jour", "date"),
        ("What happened", "title"), ("Événement", "title"), ("Headline", "title"), ("Source(s)", "sources"),
        ("Lien", "url"), ("Dead/wounded", "counts"), ("killed and wounded", "counts"), ("Morts", "killed"),
        ("Actors involved", "actors"), ("Acteurs", "actors"), ("Lieu", "place"), ("Remarques", "note"), ("Lat.", "latitude"), ("Lon", "longitude"),
        ("Crowd size", ""), ("No.", ""), ("", ""), ("x" * 500, ""), ("Dead or alive", ""),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(name: str, field: str) -> None:
    assert recognise(name) == field


def test_the_detained_and_the_displaced_are_counted(tmp_path: Path) -> None:
    assert fields(tmp_path, "Arrested;Déplacés", "3;about 150")[0]["casualties"] == [
        {"detained": "3", "displaced": {"best": "150"}}
    ]


@pytest.mark.parametrize(
    ("cell", "toll", "counts"),
    [
        ("12 arrested, ~40 displaced", "", {"detained": "12", "displaced": {"best": "40"}}),
        ("1 wounded", "", {"injured": "1"}), ("3-5 dead", "", {"killed": {"low": "3", "high": "5"}}),
        (">= 2 killed", "", {"killed": {"low": "2"}}), ("~40 injured", "", {"injured": {"best": "40"}}),
        ("at least 7 dead, 12 wounded", "", {"killed": {"low": "7"}, "injured": "12"}),
        ("3 morts et 5 blessés", "", {"killed": "3", "injured": "5"}), ("about 10 people killed", "", {"killed": {"best": "10"}}),
        ("1,207 killed", "", {"killed": "1207"}), ("4", "killed", {"killed": "4"}), ("3.0", "killed", {"killed": "3"}),
        ("≥5", "injured", {"injured": {"low": "5"}}), ("≤5", "injured", {"injured": {"high": "5"}}), ("10+", "injured", {"injured": {"low": "10"}}), ("0", "killed", {"killed": "0"}),
        ("0", "", None), ("2 (A), 4 (T)", "", None), ("4 killed (2 aid workers)", "", None), ("7 dead, dozens hurt", "", None),
        ("several", "killed", None), ("2.5", "killed", None), ("?", "killed", None), ("3 soldiers dead", "", None),
        ("3 dead, 4 dead", "", None), ("-3", "killed", None), ("1e3", "killed", None), ("9" * 12, "killed", None),
    ],
)  # fmt: skip
def test_numbers_of_people_are_read_whole_or_not_at_all(cell: str, toll: str, counts: Any) -> None:
    assert counts_in(cell, toll) == counts


def test_figures_out_of_order_are_no_number() -> None:
    assert number_in("{low: 3, best: 4, high: 5}") == {"low": "3", "best": "4", "high": "5"}
    assert number_in("{low: 4, best: 4, high: 3}") is None
    assert number_in("{low: 4, best: x, high: 5}") is None


def test_parts_of_a_cell_stay_whole_inside_brackets() -> None:
    assert split_at("Dune (A; B); Kesh\nOrlin", [";"]) == ["Dune (A; B)", "Kesh", "Orlin"]


def test_addresses_are_told_from_what_stands_around_them() -> None:
    assert addresses_in("see https://x.example/a, https://y.example/b.") == (
        ["https://x.example/a", "https://y.example/b"],
        "see",
    )
    assert addresses_in("ftp://x.example") == ([], "ftp://x.example")


@pytest.mark.parametrize(
    ("cell", "text", "links"),
    [
        ('<p>No <a href="https://x.example">reason</a>.</p>', "No reason.", ["https://x.example"]),
        ("a<br>b &amp; c", "a\nb & c", []), ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3", []), ("AT&T", "AT&T", []),
        ("<Free Ardelia> said", "<Free Ardelia> said", []), ("<b>x</b> <Free Ardelia>", "x <Free Ardelia>", []),
        ("<b>a</b><!-- gone -->b<!-- never", "ab<!-- never", []), ("&lt;b&gt;", "<b>", []),
    ],
)  # fmt: skip
def test_html_goes_and_its_links_stay(cell: str, text: str, links: list[str]) -> None:
    assert without_html(cell) == (text, links)


def test_an_id_is_made_of_any_name() -> None:
    assert [slug(name, "source") for name in ("Quai d'Orsay", "Радио", "https://www.x.example/a")] == [
        "quai-d-orsay", "source", "x-example-a",
    ]  # fmt: skip


def test_names_and_addresses_of_sources_are_paired_or_asked_about(tmp_path: Path) -> None:
    one = imported(tmp_path, 'Date,What,Source,Link\n2024,a,"A News; B News",https://a.example/1 https://b.example/2\n'
                   '2024,b,"A News; B News",https://a.example/3\n2024,c,,https://a.example/1\n2024,d,A News,\n')  # fmt: skip
    first, second, third, fourth = one.events
    urls = {id: entry.get("url") for id, entry in one.sources.entries.items()}

    assert [urls[claim["source"]] for claim in first.fields["claims"]] == ["https://a.example/1", "https://b.example/2"]
    assert second.more == ["of which source: https://a.example/3"]
    assert third.fields["source"] == first.fields["claims"][0]["source"]
    assert urls[fourth.fields["source"]] is None


def test_the_page_that_a_row_names_stays_with_its_event(tmp_path: Path) -> None:
    one = imported(tmp_path, 'Date,What,Source,Link\n2024,a,"Report, page 4",https://a.example/1\n'
                   '2024,b,"Report, page 9",https://a.example/1\n')  # fmt: skip
    first, second = (event.fields for event in one.events)

    assert first["source"] == second["source"]
    assert "note" not in first
    assert second["note"] == "Source: Report, page 9"


def test_a_row_that_names_no_source_asks_for_one(tmp_path: Path) -> None:
    assert fields(tmp_path, "Notes", "x")[0]["source"] == "TODO"


@pytest.mark.parametrize("cell", ["none", "-", "–", "n/a", "unknown"])
def test_a_cell_that_says_that_there_is_nothing_to_say_is_no_question(tmp_path: Path, cell: str) -> None:
    (found,) = fields(tmp_path, "Casualties;Where;Source", f"{cell};{cell};Radio")

    assert found.keys() & {"casualties", "place"} == set()
    assert found["note"] == f"Where: {cell}\nCasualties: {cell}"


def test_degrees_may_have_a_decimal_comma(tmp_path: Path) -> None:
    (found,) = fields(tmp_path, "Where;lat;lon", "Orn;47,51;-13,2")

    assert found["place"] == {"name": "Orn", "lat": "47.51", "lon": "-13.2"}


@pytest.mark.parametrize(
    ("cells", "tags"), [(["a, b", "c"], ["a", "b"]), (["a, b; c", "d"], ["a, b", "c"]), (["a b", "c"], ["a b"])]
)
def test_tags_are_parted(tmp_path: Path, cells: list[str], tags: list[str]) -> None:
    header = "Date\tWhat happened\tTags"
    rows = [f"2024-09-01\tTalks\t{cell}" for cell in cells]

    assert imported(tmp_path, "\n".join([header, *rows])).events[0].fields["tags"] == tags


def test_coordinates_are_a_place_on_the_globe_or_a_question(tmp_path: Path) -> None:
    one = imported(
        tmp_path, "Date,What,Place,Lat,Lon\n2024,a,Halem,41.2,44.9\n2024,b,Halem,141.2,44.9\n2024,c,Halem,41.2,\n"
    )

    assert one.events[0].fields["place"] == {"name": "Halem", "lat": "41.2", "lon": "44.9"}
    assert [event.more for event in one.events[1:]] == [["coordinates: 141.2, 44.9"], ["coordinates: 41.2, "]]
    assert "141.2, 44.9" in one.events[1].fields["note"]


def test_a_word_that_is_no_type_is_a_question_with_the_nearest(tmp_path: Path) -> None:
    first, second, third = fields(tmp_path, "Type", "Meeting", "ceasefire violation", "meting")

    assert (first["type"], second["type"], third["type"]) == ("meeting", "ceasefire-violation", "TODO")


def test_a_column_of_other_words_is_no_type(tmp_path: Path) -> None:
    (one,) = fields(tmp_path, "Type", "battle of wits")

    assert "type" not in one
    assert "battle of wits" in str(one)


def test_a_last_day_in_a_column_of_its_own_makes_an_interval_or_a_question(tmp_path: Path) -> None:
    one = imported(tmp_path, "Start date,End date,What\n2024-09-01,2024-09-03,a\n2024-09-01,2024-09-01,b\n"
                   "2024-09-01,2024-08-01,c\n2024-09-01,,d\n")  # fmt: skip

    assert [event.fields["date"] for event in one.events] == [
        "2024-09-01/2024-09-03",
        "2024-09-01",
        "TODO",
        "2024-09-01",
    ]


def test_an_unknown_name_beside_a_known_one_leaves_a_question(tmp_path: Path) -> None:
    register = Timeline(actors={"ardelia": Actor(name="Ardelia", id="ardelia")})
    one = imported(tmp_path, "Date,What,Who\n2024,a,Ardelia; Border Guard\n", register)

    assert one.events[0].fields["actors"] == ["ardelia", "TODO"]
    assert one.events[0].asked["actors"] == "who is 'Border Guard'?"


@pytest.mark.parametrize(
    "word", ["unknown", "Unknown", "?", "n/a", "–", "Unidentified", "TBC", "inconnu", "unspecified"]
)
def test_nobody_is_asked_who_nobody_is_and_the_cell_stays(tmp_path: Path, word: str) -> None:
    (one,) = fields(tmp_path, "Who;Source", f"{word};Radio Nubar")

    assert "actors" not in one
    assert one["note"] == f"Who: {word}"


def test_beside_nobody_a_name_is_still_asked_about(tmp_path: Path) -> None:
    one = imported(tmp_path, "Date,What,Who\n2024,a,unknown; Border Guard\n").events[0]

    assert one.asked["actors"] == "who is 'Border Guard'?"
    assert one.fields["note"] == "Who: unknown; Border Guard"


@pytest.mark.parametrize(
    "word", ["unidentified gunmen", "unknown soldiers of Tavoria", "Nobody's Front", "N. A. Orlin"]
)
def test_who_is_described_is_asked_about(tmp_path: Path, word: str) -> None:
    (one,) = fields(tmp_path, "Who;Source", f"{word};Radio Nubar")

    assert one["actors"] == ["TODO"]


def test_a_register_knows_better_who_unknown_is(tmp_path: Path) -> None:
    register = Timeline(actors={"unknown": Actor(name="The Unknown", id="unknown")})
    one = imported(tmp_path, "Date,What,Who\n2024,a,unknown\n", register)

    assert one.events[0].fields["actors"] == ["unknown"]


def test_what_is_not_for_all_is_private_whatever_column_says_so(tmp_path: Path) -> None:
    rows = ["X (off the record);;", "X;do not publish;", "X;;Confidential", "X;;off-record, DO NOT CITE", "X;publish;"]
    events = fields(tmp_path, "Source;Comments;Clearance", *rows)

    assert [one.get("private", "") for one in events] == ["true", "true", "true", "true", ""]


@pytest.mark.parametrize(
    ("title", "private"),
    [
        ("A confidential letter reaches the envoys", ""), ("CONFIDENTIAL: the envoys meet", "true"),
        ("The envoys meet (confidential)", "true"), ("The envoys meet [confidential]", "true"),
        ("The envoys meet - confidential", "true"), ("The envoys meet, do not publish yet", "true"),
    ],
)  # fmt: skip
def test_a_confidential_letter_hides_no_event(tmp_path: Path, title: str, private: str) -> None:
    event = imported(tmp_path, f'Date,Event\n2024-09-01,"{title}"\n').events[0]

    assert event.fields.get("private", "") == private


def test_a_cell_that_a_condition_looks_at_is_imported_all_the_same(tmp_path: Path) -> None:
    hidden, other = fields(tmp_path, "Source;Clearance", "X;do not publish", "X;checked by MB")

    assert hidden["private"] == "true"
    assert other["extra"] == {"clearance": "checked by MB"}


def test_a_column_that_only_a_mapping_condition_names_is_told_as_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Date,What,State\n2024,a,void\n2024,b,seen by MB\n", encoding="utf-8")
    table, _ = kinds.read(str(path))
    mapping = Mapped(date=Date(column="Date"), title="What", skip=When(column="What", more=("State",), when=("void",)))
    one = events_of(table, mapping, Timeline())

    assert one.events[0].kept == "its 'State' says to leave it out"
    assert one.unmapped == {"State": 2}


def test_a_comma_parts_names_only_if_a_part_stands_alone_elsewhere(tmp_path: Path) -> None:
    one = imported(tmp_path, 'Date,What,Source\n2024,a,"Foreign Affairs, Ministry of"\n')
    other = imported(tmp_path, 'Date,What,Source\n2024,a,"A News, B News"\n2024,b,B News\n')

    assert len(one.sources.entries) == 1
    assert len(other.sources.entries) == 2


def test_pages_behind_a_comma_are_no_source(tmp_path: Path) -> None:
    text = 'Date,What,Source\n2024,a,"A News, p. 2, B News, pp. 3-4"\n2024,b,B News\n2024,c,"B News, p. 7"\n'
    one = imported(tmp_path, text)

    assert [entry["title"] for entry in one.sources.entries.values()] == ["A News", "B News"]
    assert one.events[0].fields["claims"] == [
        {"source": "a-news", "at": "p. 2"}, {"source": "b-news", "at": "pp. 3-4"}
    ]  # fmt: skip
    assert (one.events[2].fields["source"], one.events[2].fields["at"]) == ("b-news", "p. 7")


def test_rows_without_date_or_title_are_kept_with_their_reason(tmp_path: Path) -> None:
    one = imported(tmp_path, "Date,What,Text\n,Talks,\n2024,,\n2024,,Long text\n2024,Duplicate of 1,\n")

    assert [event.kept for event in one.events] == [
        "no date", "nothing says what happened", "", "its 'What' says to leave it out",
    ]  # fmt: skip
    assert one.events[2].fields["title"] == "TODO"
    assert summary(one) == "4 rows: 1 event, 1 of them with a question; 3 kept as comments."


def test_a_source_that_was_published_before_the_event_is_a_question(tmp_path: Path) -> None:
    header = "id,type_of_violence,dyad_name,side_a,side_b,source_article,source_office,source_date,source_headline,where_coordinates,"
    header += (
        "latitude,longitude,where_prec,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    )
    header += "deaths_unknown,best,high,low,number_of_sources"
    row = '9,1,A - T,A,T,"""a"";""b""",NGO Watch;Radio,2024-01-05;2024-10-03,Shells fall;More,Halem,41.2,44.9,1,1,1,2024-10-02,2024-10-02,0,0,0,1,1,1,1,2'
    one = imported(tmp_path, f"{header}\n{row}\n")

    assert one.events[0].more == ["'Shells fall' was published on 2024-01-05, before the event"]
    assert [entry.get("issued") for entry in one.sources.entries.values()] == [None, "2024-10-03"]
    assert "Shells fall: 2024-01-05" in one.events[0].fields["note"]


# --- known kinds ---------------------------------------------------------------------------------------------------

GED = "id,type_of_violence,dyad_name,side_a,side_b,number_of_sources,where_prec,where_coordinates,latitude,longitude,"
GED += "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n"


def ged(tmp_path: Path, tail: str, prec: str = "1", violence: str = "1") -> Any:
    row = f"9,{violence},A - T,A,T,-1,{prec},Halem,41.2,44.9,{tail}"
    register = Timeline(actors={id: Actor(name=id.upper(), id=id) for id in ("a", "t", "civilians")})
    return imported(tmp_path, GED + row + "\n", register).events[0]


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ("1,1,2024-09-08,2024-09-08", "2024-09-08"), ("1,1,2024-09-08 00:00:00.000,2024-09-08 00:00:00.000", "2024-09-08"),
        ("1,2,2024-10-02,2024-10-04", "[2024-10-02..2024-10-04]"), ("1,5,2024-01-01,2024-12-31", "[2024-01-01..2024-12-31]"),
        ("2,4,2024-11-01,2024-11-30", "2024-11-01/2024-11-30"), ("2,1,2024-11-01,2024-11-02", "2024-11-01/2024-11-02"),
        ("1,1,2024-09-08,2024-09-09", "TODO"), ("1,3,2024-09-08,2024-09-08", "TODO"), ("1,7,2024-09-08,2024-09-09", "TODO"),
    ],
)  # fmt: skip
def test_the_days_of_a_ged_row(tmp_path: Path, dates: str, edtf: str) -> None:
    assert ged(tmp_path, f"{dates},0,0,0,1,1,1,1").fields["date"] == edtf


def test_deaths_of_a_ged_row_are_told_by_side_and_as_a_total(tmp_path: Path) -> None:
    one = ged(tmp_path, "1,1,2024-09-08,2024-09-08,1,2,0,0,3,5,3")

    assert one.fields["casualties"] == [
        {"who": "a", "killed": "1"}, {"who": "t", "killed": "2"}, {"killed": {"low": "3", "best": "3", "high": "5"}},
    ]  # fmt: skip
    assert not one.question or one.asked.keys() == {"source"}


def test_figures_of_a_ged_row_that_are_out_of_order_are_a_question(tmp_path: Path) -> None:
    one = ged(tmp_path, "1,1,2024-09-08,2024-09-08,0,0,4,0,4,3,4", violence="3")

    assert one.fields["type"] == "abuse"
    assert one.more == ["killed: {low: 4, best: 4, high: 3}"]
    assert one.fields["extra"]["number_of_sources"] == "not recorded"


def test_a_ged_row_without_a_known_place_has_no_coordinates(tmp_path: Path) -> None:
    assert ged(tmp_path, "1,1,2024-09-08,2024-09-08,0,0,0,1,1,1,1", prec="6").fields["place"]["precision"] == "country"
    assert ged(tmp_path, "1,1,2024-09-08,2024-09-08,0,0,0,1,1,1,1", prec="7").fields["place"] == "Halem"


ACLED = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,location,source,notes,fatalities\n"


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("08 September 2024,1", "2024-09-08"), ("2024-09-08,1", "2024-09-08"), ("15 September 2024,2", "2024-09-15~"),
        ("01 October 2024,3", "2024-10"), ("01 October 2024,4", "TODO"), ("8/9/2024,1", "TODO"), ("01 October 2024,", "TODO"),
    ],
)  # fmt: skip
def test_the_day_of_an_acled_row(tmp_path: Path, date: str, edtf: str) -> None:
    row = f"T1,{date},Peaceful protest,Protesters (2019-),Halem,Radio Nubar; OCHA-Local,Text,0\n"
    one = imported(tmp_path, ACLED + row)

    assert one.events[0].fields["date"] == edtf
    assert one.events[0].fields["type"] == "protest"
    assert [entry["title"] for entry in one.sources.entries.values()] == ["Radio Nubar", "OCHA", "Local"]
    assert one.events[0].asked["actors"] == "who is 'Protesters (2019-)'?"


def test_an_older_acled_extract_is_one_whatever_the_case_of_its_columns(tmp_path: Path) -> None:
    """It has no `sub_event_type`; in some the day stands first, as the other rows tell."""
    header = (
        "GWNO,EVENT_ID_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,LOCATION,NOTES,FATALITIES"
    )
    rows = ("615,1T,05/04/2001,2001,1,Remote violence,Army,Guards,Halem,Shells fall,2",
            "615,2T,06/07/2001,2001,2,Riots/Protests,Guards,,Sena,A march,0",
            "615,3T,18/07/2001,2001,1,Riots/Protests,Guards,,Sena,A march,0")  # fmt: skip
    one, other, _ = imported(tmp_path, "\n".join((header, *rows))).events

    assert (one.fields["date"], other.fields["date"]) == ("2001-04-05", "2001-07-06~")
    assert (one.fields["title"], one.fields["summary"]) == ("Remote violence, Halem", "Shells fall")
    assert one.fields["casualties"] == [{"killed": "2"}]
    assert one.fields["identifiers"] == {"acled": "1T"}
    assert one.asked["actors"] == "who is 'Army'?; who is 'Guards'?"


def test_an_acled_extract_without_precision_has_the_day_that_it_names(tmp_path: Path) -> None:
    text = "event_date,event_type,sub_event_type,country,fatalities\n2022-09-23,Protests,Peaceful protest,Tavoria,0\n"
    event = imported(tmp_path, text).events[0]

    assert (event.fields["date"], event.fields["title"]) == ("2022-09-23", "Peaceful protest")


@pytest.mark.parametrize(
    ("header", "row", "date"),
    [
        ("Year,Month,Day", "2024,3,12", "2024-03-12"), ("Year,Month,Day", "2024,3,", "2024-03"),
        ("Year,Month,Day", "2024,,", "2024"), ("YEAR,MONTH,DAY", "2024.0,12.0,1.0", "2024-12-01"),
        ("Année,Mois,Jour", "2024,avril,2", "2024-04-02"), ("Year,Month", "2024,April", "2024-04"),
        ("Year,Month,Day", "2024,,5", "TODO"), ("Year,Month,Day", "2024,0,0", "TODO"),
        ("Year,Month,Day", "1547,NA,NA", "1547"), ("Year,Month,Day", "98,3,12", "TODO"), ("Year,Month,Day", ",March,12", "TODO"),
        ("Year,x", "1998,", "1998"), ("Start year,End year", "1998,2001", "1998/2001"),
    ],
)  # fmt: skip
def test_a_date_in_parts_is_one(tmp_path: Path, header: str, row: str, date: str) -> None:
    event = imported(tmp_path, f"{header},Event\n{row},Talks begin\n").events[0]

    assert event.fields["date"] == date
    assert event.fields.get("extra", {}) == {}


def test_a_year_beside_a_date_is_a_field_of_ones_own(tmp_path: Path) -> None:
    event = imported(tmp_path, "Date,Year,Month,Event\n2024-03-12,2024,3,Talks begin\n").events[0]

    assert event.fields["extra"] == {"year": "2024", "month": "3"}


def test_a_sheet_of_timelinejs_is_one_whatever_the_case_of_its_columns(tmp_path: Path) -> None:
    event = imported(tmp_path, "year,month,day,text,headline\n1991,9,8,Envoys meet,Talks begin\n").events[0]

    assert (event.fields["date"], event.fields["title"]) == ("1991-09-08", "Talks begin")
    assert event.fields["summary"] == "Envoys meet"


def test_parts_of_a_timelinejs_row_are_its_date_and_its_words_are_checked(tmp_path: Path) -> None:
    header = "Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline,Text,Type,Group\n"
    rows = (
        "2024,9,8,9:45,,,,,a,,,G\n1991,,,,,,,,b,,,\n2024,9,8,,2024,9,9,8–9 September,c,,,\n"
        "2024,9,8,,,,,15 September 2024,d,,,\n2024,2,30,,,,,,e,,,\n,,,,,,,,f,,title,\n2024,9,,,,,,mid-September 2024,g,,,\n"
    )
    events = imported(tmp_path, header + rows).events

    assert [event.fields.get("date", event.kept) for event in events] == [
        "2024-09-08T09:45", "1991", "2024-09-08/2024-09-09", "TODO", "TODO", "its 'type' says to leave it out", "2024-09",
    ]  # fmt: skip
    assert events[3].asked["date"] == "2024-09-08 or 2024-09-15: its words name another day"
    assert (events[2].fields["date_text"], events[0].fields["tags"]) == ("8–9 September", ["G"])


def test_the_json_of_timelinejs_is_read_as_its_sheet(tmp_path: Path) -> None:
    text = """{"title": {"text": {"headline": "T"}}, "events": [{"start_date": {"year": "2024", "month": 9},
        "end_date": {"year": "2025"}, "text": {"headline": "Talks <b>begin</b>", "text": "x"}, "group": "G"}]}"""
    one = imported(tmp_path, text, name="t.json").events[0]

    assert (one.fields["date"], one.fields["title"], one.fields["tags"]) == ("2024-09/2025", "Talks begin", ["G"])


def test_markwhen_text_is_read_with_its_order_of_day_and_month(tmp_path: Path) -> None:
    text = "dateFormat: d/M/y\n# Autumn #war\n08/09/2024: Talks #peace\nSecond line\n// a comment\nMay 2024 - June 2024: Walk\n"
    first, second = imported(tmp_path, text, name="t.mw").events

    assert (first.fields["date"], first.fields["tags"]) == ("2024-09-08", ["Autumn", "war", "peace"])
    assert first.fields["summary"] == "Second line\n// a comment"
    assert second.fields["date"] == "2024-05/2024-06"


def test_markwhen_text_without_a_named_order_has_the_month_first(tmp_path: Path) -> None:
    assert imported(tmp_path, "08/09/2024: Talks\n", name="t.mw").events[0].fields["date"] == "2024-08-09"
