"""The mapping of a table: what it says, and what is said of a wrong one, at its line."""

import pytest

from diplotimeline.importing.mapping import Date, Names, columns_of, mapping_from, unknown_columns

GOOD = """\
date: {column: Date, order: dmy, year: 2024, time: Time}
title: {column: What happened}
actors: {column: Who, split: [";", "/"], names: {A: ardelia, both: [ardelia, tavoria], unknown: []}}
type: {column: Kind, values: {Battles: hostilities}}
place: Where
sides: [{value: Ardelia, killed: Dead A}]
note: [Comments]
skip: {column: What happened, when: ["", "DUPLICATE*"]}
extra: {crowd size: Crowd}
identifiers: {ucdp: Id}
"""


def told(text: str) -> list[str]:
    """What is said of a mapping, without its file."""
    read = mapping_from(text.encode(), "map.yaml")
    assert (read.mapping is None) == bool(read.problems)
    return [one.concise.removeprefix("map.yaml:") for one in read.problems]


def test_a_mapping_says_which_column_holds_what() -> None:
    mapping = mapping_from(GOOD.encode(), "map.yaml").mapping

    assert mapping is not None
    assert mapping.date == Date(column="Date", order="dmy", year="2024", time="Time")
    assert mapping.title == "What happened"
    assert mapping.actors == Names(
        column="Who", split=(";", "/"), names=(("A", ("ardelia",)), ("both", ("ardelia", "tavoria")), ("unknown", ()))
    )
    assert mapping.skip is not None
    assert mapping.skip.when == ("", "DUPLICATE*")


def test_all_columns_that_a_mapping_names_are_known() -> None:
    mapping = mapping_from(GOOD.encode(), "map.yaml").mapping

    assert mapping is not None
    assert {column for _, column in columns_of(mapping)} == {
        "Date", "Time", "What happened", "Who", "Kind", "Where", "Dead A", "Comments", "Crowd", "Id",
    }  # fmt: skip


def test_a_column_that_the_table_has_not_is_named_at_its_place() -> None:
    read = mapping_from(GOOD.replace("Who,", "Whoo,").encode(), "map.yaml")
    known = ["Date", "Time", "What happened", "Who", "Kind", "Where", "Dead A", "Comments", "Crowd", "Id"]
    (problem,) = unknown_columns(read, known)

    assert (problem.line, problem.message) == (3, "the table has no column 'Whoo'")
    assert problem.help.startswith("did you mean 'Who'?")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date: Date\n", "1:1: error: a mapping needs 'title', which is missing [missing-key]"),
        ("date: Date\ntitle: [a]\n", "2:8: error: 'title' is a list, but the name of a column belongs here [wrong-type]"),
        ("date: {column: Date, order: dym}\ntitle: T\n", "1:29: error: 'dym' is no word for 'order' [wrong-type]"),
        ("date: {column: Date, year: 24}\ntitle: T\n", "1:28: error: '24' is not a year [wrong-type]"),
        ("date: Date\ntitle: T\ntyp: {value: call}\n", "3:1: error: a mapping has no field 'typ' [unknown-key]"),
        ("date: Date\ntitle: T\ntype: {value: cal}\n", "3:7: error: 'cal' is not one of the words for 'type' [wrong-type]"),
        ("date: Date\ntitle: T\ntype: {value: TODO}\n", "3:7: error: a TODO is left here [todo-left]"),
        ("date: Date\ntitle: T\nactors: {column: W, names: {A: TODO}}\n", "a TODO is left here [todo-left]"),
        ("date: Date\ntitle: T\nactors: {column: W, names: {A: Ardelia}}\n", "'Ardelia' is not an id [wrong-type]"),
        ("date: Date\ntitle: T\nactors: {column: W, split: ;}\n", "'split' is a text, but a list belongs here [wrong-type]"),
        ("date: Date\ntitle: T\ntype: {}\n", "give either 'column' or 'value' [missing-key]"),
        ("date: Date\ntitle: T\nextra: {a=b: C}\n", "'a=b' is no name for 'extra' [wrong-type]"),
        ("date: Date\ntitle: T\nidentifiers: {UCDP: C}\n", "'UCDP' is no name for 'identifiers' [wrong-type]"),
        ("date: Date\ntitle: T\ntitle: U\n", "'title' stands here a second time; the first is in line 2 [duplicate-key]"),
        ("date: *a\ntitle: T\n", "[yaml-syntax]"), ("", "the file is empty"), ("- a\n", "the file is a list"),
        ("date: 'a\n", "[yaml-syntax]"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_told_at_its_line(text: str, said: str) -> None:
    assert any(said in one for one in told(text)), told(text)


def test_all_open_questions_of_a_mapping_are_told_in_one_run() -> None:
    text = "date: {column: D, order: TODO, year: TODO}\ntitle: T\nactors: {column: W, names: {A: TODO, B: [b, TODO], C: c}}\n"

    assert told(text) == [
        "1:26: error: a TODO is left here [todo-left]",
        "1:38: error: a TODO is left here [todo-left]",
        "3:32: error: a TODO is left here [todo-left]",
        "3:45: error: a TODO is left here [todo-left]",
    ]


def test_a_wrong_word_does_not_hide_the_questions_behind_it() -> None:
    text = "date: {column: D, year: 24}\ntitle: T\nactors: {column: W, names: {A: TODO, B: Bee}}\ntype: {value: TODO}\n"

    assert [one.rpartition(" ")[2] for one in told(text)] == [
        "[wrong-type]",
        "[todo-left]",
        "[wrong-type]",
        "[todo-left]",
    ]
