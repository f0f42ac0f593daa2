"""How good the drafting is, on sentences of diplomatic prose. The floors are what was reached: they only go up."""

import csv
from datetime import date

import pytest
from evaluation import DATA, drafted, figures, sentences, worlds

from diplotimeline.drafting import candidates

SEEN = "seen.yaml"


def test_the_set_is_large_enough_to_say_something() -> None:
    read = sentences(SEEN)

    assert len(read) >= 60
    assert sum(not one["events"] for one in read) >= 20
    assert {one["lang"] for one in read} == {"en", "fr"}


def test_wanted_events_are_found_with_the_right_date() -> None:
    result = figures(SEEN)

    assert result.found / result.wanted >= 0.95, result.missed


def test_what_is_no_event_becomes_none() -> None:
    result = figures(SEEN)

    assert result.false / result.silent <= 0.01


def test_types_and_status_are_plausible() -> None:
    result = figures(SEEN)

    assert len(result.odd) / result.wanted <= 0.1, result.odd


@pytest.mark.parametrize("one", sentences(SEEN), ids=lambda one: one["id"])
def test_nobody_is_named_whom_the_sentence_does_not_name(one: dict[str, str]) -> None:
    register = worlds()[one["world"]]
    named = {id for event in drafted(one) for id in event.actors}

    for id in named:
        actor = register[id]
        surname = actor.name.split()[-1]
        assert any(name.casefold() in one["text"].casefold() for name in (actor.name, *actor.aliases, surname))


PROSE = list(csv.DictReader((DATA / "prose.csv").read_text(encoding="utf-8").splitlines()))


def dates_drafted(row: dict[str, str]) -> list[str]:
    """The dates of the events drafted from a row, `TODO` for one that is asked; clock times are left off."""
    found = candidates(row["text"], date.fromisoformat(row["issued"]), language=row["language"])
    return [one.date.partition("T")[0] or "TODO" for one in found if not one.reason]


def test_more_prose_is_drafted_with_the_right_dates() -> None:
    wanted = [(row, when) for row in PROSE for when in row["dates"].split(";") if when]
    missed = [row["text"] for row, when in wanted if when not in dates_drafted(row)]

    assert len(wanted) >= 300
    assert 1 - len(missed) / len(wanted) >= 0.95, missed


def test_hardly_any_prose_without_events_becomes_one() -> None:
    silent = [row for row in PROSE if not row["dates"]]
    false = [row["text"] for row in silent if dates_drafted(row)]

    assert len(silent) >= 150
    assert len(false) / len(silent) <= 0.03, false


@pytest.mark.parametrize("ending", ["", ","], ids=["cut off", "cut off at a comma"])
def test_no_beginning_of_a_sentence_is_a_crash(ending: str) -> None:
    """Each sentence is cut at one place in six, at another than its neighbours: a beginning costs a parse."""
    for language in ("en", "fr"):
        beginnings = [
            " ".join(words[:length]) + ending
            for number, row in enumerate(PROSE)
            if row["language"] == language
            for words in [row["text"].split(" ")]
            for length in range(1 + number % 6, len(words), 6)
        ]
        candidates("\n\n".join(beginnings), date(2022, 10, 6), language=language)
