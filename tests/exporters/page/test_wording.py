"""The page's own words in each language: one table, whole, and dates that say the same."""

import re

import pytest
from hypothesis import given, settings
from made_up import bundled
from notations import notations
from reading_html import read

from diplotimeline import CallError, export, parse_date
from diplotimeline.exporters.page.wording import LANGUAGES, Wording
from diplotimeline.record.words import LISTS, TYPES

ENGLISH = re.compile(r"\b(or|and|since|from|until|between|before|after|unknown|ongoing|uncertain|c)\b|\b\d+s\b")


@pytest.mark.parametrize("table", ["words", "verdicts", "status", "type", "mark", "role", "relation", "month", "date"])
def test_every_word_is_there_in_every_language(table: str) -> None:
    english, *others = (Wording(language).tables[table] for language in LANGUAGES)

    for other in others:
        assert english.keys() == other.keys()
        assert all(words.strip() for words in other.values())
        if table != "date":
            assert all(words.count("{}") == other[name].count("{}") for name, words in english.items())
            assert all(words.count("|") == other[name].count("|") for name, words in english.items())


def test_every_word_of_the_closed_lists_is_in_the_tables() -> None:
    tables = Wording("en").tables

    assert tables["type"].keys() == TYPES.keys()
    assert tables["status"].keys() == LISTS["status"].keys()
    assert tables["role"].keys() == LISTS["role"].keys() - {"participant"}
    assert tables["relation"].keys() == LISTS["as"].keys()
    assert set(Wording("en").marks.values()) == tables["mark"].keys()


@pytest.mark.parametrize(
    ("edtf", "part", "words"),
    [
        ("2022-09-13", "", "13 septembre 2022"),
        ("2022-09-12/2022-09-13", "night", "nuit du 12–13 septembre 2022"),
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


def test_a_french_page_says_so_and_marks_what_is_english() -> None:
    page = read(export(bundled(), "html", ui="fr"))

    assert page.one("html").attributes["lang"] == "fr"
    assert [one.text for one in page.one("ul", "counts").all("li")][:3] == [
        "13 événements", "septembre 2022 – 6 octobre 2022", "23 sources",
    ]  # fmt: skip
    assert {one.attributes.get("lang") for one in page.all("p", "said") if "dated it" in one.text} == {"en"}


@pytest.mark.parametrize("language", ["de", "EN", "fr-FR", "x" * 300])
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(CallError, match="the page is not there in"):
        export(bundled(), "html", ui=language)


@pytest.mark.parametrize("format", ["csv", "markdown", "json", "ics"])
def test_another_format_has_no_such_words(format: str) -> None:
    with pytest.raises(CallError, match="--ui does not apply"):
        export(bundled(), format, ui="fr")
