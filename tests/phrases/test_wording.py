"""The page's own words in each language: one table, whole, and dates that say the same."""

import re

import pytest
from hypothesis import given, settings
from made_up import bundled
from notations import notations
from reading_html import read
from together import together

from diplotimeline import Actor, CallError, Claim, Source, Timeline, export, parse_date, phrases
from diplotimeline.phrases.wording import LANGUAGES, Wording
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.values import Participant, Place
from diplotimeline.record.words import LISTS, TOLLS, TYPES

ENGLISH = re.compile(r"\b(or|and|since|from|until|between|before|after|unknown|ongoing|uncertain|c)\b|\b\d+s\b")


@together("table", Wording("en").tables)
def test_every_word_is_there_in_every_language(table: str) -> None:
    english, *others = (Wording(language).tables[table] for language in LANGUAGES)

    for other in others:
        assert english.keys() == other.keys()
        assert all(words.strip() for words in other.values())
        if table not in ("date", "count"):
            assert all(words.count("{}") == other[name].count("{}") for name, words in english.items())
            assert all(words.count("|") == other[name].count("|") for name, words in english.items())


def test_every_word_of_the_closed_lists_is_in_the_tables() -> None:
    tables = Wording("en").tables

    assert tables["type"].keys() == TYPES.keys()
    assert tables["status"].keys() == LISTS["status"].keys()
    assert tables["role"].keys() == LISTS["role"].keys() - {"participant"}
    assert tables["relation"].keys() == LISTS["as"].keys()
    assert tables["toll"].keys() == TOLLS.keys()
    assert all(tables[name].keys() == LISTS[name].keys() for name in ("precision", "version"))
    assert set(Wording("en").marks.values()) == tables["mark"].keys()


@together(
    ("edtf", "part", "words"),
    [
        ("2022-09-13", "", "13 septembre 2022"),
        ("2022-09-12/2022-09-13", "night", "nuit du 12 au 13 septembre 2022"),
        ("2022-10-01", "", "1er octobre 2022"),
        ("2022-10~", "", "vers octobre 2022"),
        ("2022-10-06?", "", "6 octobre 2022 (incertain)"),
        ("[2022-09,2022-11]", "", "septembre ou novembre 2022"),
        ("[2022-09-12..2022-09-14]", "", "entre le 12 et le 14 septembre 2022"),
        ("[2022-08..2022-10]", "", "entre août et octobre 2022"),
        ("[..2022-10-06]", "", "6 octobre 2022 ou avant"),
        ("[2022-10..]", "", "octobre 2022 ou après"),
        ("../2022-10-06", "", "jusqu’au 6 octobre 2022"),
        ("../2022-10", "", "jusqu’en octobre 2022"),
        ("2022-09-13/", "", "dès le 13 septembre 2022 (fin inconnue)"),
        ("2022-09/..", "", "depuis septembre 2022 (en cours)"),
        ("2022-23", "", "automne 2022"),
        ("199X", "", "années 1990"),
        ("2022-XX-XX", "", "2022 (mois et jour inconnus)"),
    ],
)
def test_a_date_in_french(edtf: str, part: str, words: str) -> None:
    assert Wording("fr").date(parse_date(edtf), part) == words


@settings(max_examples=200)
@given(notations())
def test_no_english_word_is_left_in_a_french_date(edtf: str) -> None:
    when = parse_date(edtf)

    assert not ENGLISH.search(Wording("fr").date(when))
    assert re.findall("[0-9]{2,}", Wording("fr").date(when)) == re.findall("[0-9]{2,}", Wording("en").date(when))


def test_a_french_page_says_so_and_has_no_english_of_its_own() -> None:
    page = read(export(bundled(), "html", ui="fr"))

    assert page.one("html").attributes["lang"] == "fr"
    assert [one.text for one in page.one("ul", "counts").all("li")][:3] == [
        "13 événements", "septembre 2022 – 6 octobre 2022", "23 sources",
    ]  # fmt: skip
    said = [one.text for one in page.all("p", "said")]
    assert "Human Rights Watch a donné ce bilan\u00a0: au moins 7 tués (Armenian prisoners of war).3" in said
    assert "Michael Carpenter a situé l’événement entre le 1er et le 2 octobre 2022.12" in said
    assert not [text for text in said if "dated it" in text or "spoke of" in text or "named" in text]
    assert [one.text for one in next(iter(page.all("article"))).all("dd")] == [
        "Azerbaijani Armed Forces (auteur présumé)", "Armenian prisoners of war (victime)",
    ]  # fmt: skip
    assert [one.text for one in page.all("h3")] == ["Septembre 2022", "Octobre 2022"]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-10-01", "situé l’événement au 1er octobre 2022"),
        ("2022-10", "situé l’événement en octobre 2022"),
        ("2022", "situé l’événement en 2022"),
        ("2022-21", "situé l’événement au printemps 2022"),
        ("2022-24", "situé l’événement en hiver 2022–23"),
        ("199X", "situé l’événement dans les années 1990"),
        ("2022-10~", "situé l’événement vers octobre 2022"),
        ("2022-09-12/2022-09-13", "situé l’événement aux 12–13 septembre 2022"),
        ("[..2022-10-06]", "situé l’événement au 6 octobre 2022 ou avant"),
        ("[2022-10..]", "situé l’événement en octobre 2022 ou après"),
        ("[2022-09-12..2022-09-14]", "situé l’événement entre le 12 et le 14 septembre 2022"),
        ("../2022-10-06", "dit que cela a duré jusqu’au 6 octobre 2022"),
        ("2022-09/..", "dit que cela dure depuis septembre 2022 (en cours)"),
    ],
)
def test_how_a_source_dates_an_event_in_french(edtf: str, words: str) -> None:
    assert Wording("fr").dated(parse_date(edtf)) == words


def test_all_that_an_account_says_in_french() -> None:
    timeline = Timeline(
        actors={"a": Actor(name="Ardelia"), "b": Actor(name="Belmar")},
        sources={"s": Source(title="A speech", speaker=("a", "b"))},
    )
    place = Place(name="Tolm", lat=48.25, lon=-16.5, precision="admin2")
    one, several = Count(low=1, high=1), Count(low=3, best=4, high=5)
    claim = Claim(
        source="s", stance="denies", date=parse_date("2022-10-06"), place=place,
        actors=(Participant(who="a", role="initiator"), Participant(who="b")),
        casualties=(Casualties(who="a", killed=one, captured=several),),
    )  # fmt: skip

    assert phrases.statement(timeline, claim, Wording("fr")) == (
        "Ardelia et Belmar ont démenti, situé l’événement au 6 octobre 2022, cité Ardelia (initiateur) et Belmar, "
        "donné pour lieu Tolm (district autour de 48,25° N, 16,5° O), et donné ce bilan\u00a0: 1 tué et 3–5 "
        "(meilleure estimation\u00a0: 4) faits prisonniers (Ardelia)."
    )


@settings(max_examples=200)
@given(notations())
def test_every_date_is_told_by_a_verb_without_english(edtf: str) -> None:
    dated = Wording("fr").dated(parse_date(edtf))

    assert dated.startswith(("situé l’événement ", "dit que cela "))
    assert not ENGLISH.search(dated)


@pytest.mark.parametrize(("number", "words"), [(0, "0 événement"), (1, "1 événement"), (2, "2 événements")])
def test_nothing_is_singular_in_french(number: int, words: str) -> None:
    assert Wording("fr")("events", number) == words


@pytest.mark.parametrize("language", ["de", "EN", "fr-FR", "x" * 300])
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(CallError, match="the page is not there in"):
        export(bundled(), "html", ui=language)


@pytest.mark.parametrize("format", ["csv", "markdown", "json", "ics"])
def test_another_format_has_no_such_words(format: str) -> None:
    with pytest.raises(CallError, match="--ui does not apply"):
        export(bundled(), format, ui="fr")
