"""`list`: kinds and timelines as they are typed, and the ways that lead here from a name that is not known."""

import json
from pathlib import Path

import pytest
from calling import Answer, call, wrong
from made_up import event, write


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = {"actors": {"ardelia": {"name": "Ardelia"}, "tavoria-mod": {"name": "Ministry"}}}
    write(Path("my.yaml"), event(id="one", actors=["ardelia"], type="call", tags=["a, b"]), **told)


def test_a_kind_is_listed_in_columns() -> None:
    assert call("list", "actors", "my.yaml") == Answer(0, "ardelia      1  Ardelia\ntavoria-mod  0  Ministry\n", "")
    assert call("list", "ACTORS", "my.yaml") == call("list", "actors", "my.yaml")


def test_without_a_kind_each_has_a_line() -> None:
    assert call("list", "my.yaml").out.split() == [
        "actors", "2", "sources", "1", "events", "1", "types", "1", "tags", "1", "places", "0"
    ]  # fmt: skip


def test_the_first_word_is_the_kind_and_a_path_is_the_folder() -> None:
    Path("sources").mkdir()
    write(Path("sources/its.yaml"), event())

    assert call("list", "sources", "my.yaml").out.startswith("statement")
    assert call("list", "./sources").out.startswith("actors")
    assert call("list", "sources", "sources").out.startswith("statement")


def test_programs_get_json() -> None:
    assert json.loads(call("list", "tags", "my.yaml", "--json").out) == [{"id": "a, b", "name": "", "events": 1}]
    whole = json.loads(call("list", "my.yaml", "--json").out)
    assert list(whole) == ["actors", "sources", "events", "types", "tags", "places"]
    assert whole["events"] == [{"id": "one", "name": "Something happens", "claims": 1}]


@pytest.mark.parametrize(("word", "meant"), [("actor", "actors"), ("Source", "sources"), ("place", "places")])
def test_a_slip_in_a_kind_is_told(word: str, meant: str) -> None:
    assert f"'{word}' is neither a kind nor a timeline\n  did you mean '{meant}'?" in wrong("list", word, "my.yaml")


def test_a_kind_behind_the_timeline_is_told_where_to_stand() -> None:
    said = wrong("list", "my.yaml", "actors")

    assert said == "Error: actors does not exist\n  what to list stands first: diplotimeline list actors my.yaml\n"


def test_what_is_no_kind_is_a_timeline() -> None:
    assert "actors.yaml does not exist" in wrong("list", "actors.yaml")


@pytest.mark.parametrize(
    ("option", "kind"),
    [("-a", "actors"), ("-s", "sources"), ("-t", "types"), ("--tag", "tags"), ("--id", "events"),
     ("--not-actor", "actors"), ("--not-tag", "tags"), ("--said-by", "actors")],
)  # fmt: skip
@pytest.mark.parametrize("command", [("show",), ("stats",), ("export", "-f", "csv"), ("compare", "statement", "x")])
def test_a_name_that_is_not_known_leads_to_the_list(command: tuple[str, ...], option: str, kind: str) -> None:
    answer = wrong(*command, "my.yaml", option, "?")

    assert "is called '?'\n  " in answer
    assert answer.endswith(f"  see: diplotimeline list {kind} my.yaml\n")


@pytest.mark.parametrize("given", ["", "nobody"])
def test_so_does_every_other_name(given: str) -> None:
    for option in ("-a", "-t", "--tag"):
        assert f"is called '{given}'\n  " in wrong("show", "my.yaml", option, given)


def test_that_call_can_be_pasted() -> None:
    write(Path("my own.yaml"), event())

    assert wrong("show", "my own.yaml", "-t", "?").endswith("see: diplotimeline list types 'my own.yaml'\n")
    text = Path("my.yaml").read_text(encoding="utf-8")
    assert wrong("show", "-", "-a", "?", stdin=text).endswith("see: diplotimeline list actors\n")


def test_a_status_has_no_list_but_all_its_words() -> None:
    assert "diplotimeline list" not in wrong("show", "my.yaml", "--status", "?")
    assert "confirmed" in wrong("show", "my.yaml", "--status", "?")


def test_names_cannot_steer_a_terminal() -> None:
    write(Path("odd.yaml"), event(tags=["::error::x"]))

    assert call("list", "tags", "odd.yaml").out.startswith("\\u{3a}:error")


def test_the_ids_of_a_record_in_the_making_are_listed(tmp_path: Path) -> None:
    """An id that is not declared is a mistake for which one looks at this list."""
    actors = {"ardelia": {"name": "Ardelia"}, "tavoria": {"name": "Tavoria"}}
    path = write(tmp_path / "my.yaml", event(actors=["ardelia"]), event("2024", actors=["tavori"]), actors=actors)
    answer = call("list", "actors", path)

    assert answer.code == 1
    assert "ardelia" in answer.out
    assert "tavoria" in answer.out
    assert answer.err.endswith("1 of 2 events is left out: errors.\n")
