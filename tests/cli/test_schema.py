"""`schema`: the schema of the library, printed; of a timeline with its own ids."""

import json
from pathlib import Path

import pytest
from calling import call, wrong
from made_up import event, write
from written import write as write_text

from diplotimeline import load
from diplotimeline.record.schema import schema

ACTORS = {"ardelia": {"name": "Ardelia"}, "tavoria": {"name": "Tavoria"}}


def choices(text: str, of: str) -> dict[str, str]:
    found = json.loads(text)["$defs"][of].get("anyOf", [{}])[0]
    return dict(zip(found.get("enum", []), found.get("enumDescriptions", []), strict=True))


def test_it_prints_the_schema_of_the_library() -> None:
    answer = call("schema")

    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == schema()


def test_the_ids_of_a_timeline_are_choices(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event(id="first", tags=["border"], actors=["ardelia"]), actors=ACTORS)
    answer = call("schema", path)

    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out) == schema(load(path))
    assert choices(answer.out, "actor-id") == {"ardelia": "Ardelia", "tavoria": "Tavoria"}
    assert choices(answer.out, "source-id") == {"statement": "A statement"}
    assert choices(answer.out, "event-id") == {"first": "Something happens"}
    assert choices(answer.out, "tag") == {"border": ""}


def test_a_timeline_with_mistakes_has_its_ids(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event(date="soon", actors=["nobody"]), actors=ACTORS)
    answer = call("schema", path)

    assert (answer.code, answer.err) == (0, "")
    assert choices(answer.out, "actor-id") == {"ardelia": "Ardelia", "tavoria": "Tavoria"}


def test_what_is_private_is_no_choice(tmp_path: Path) -> None:
    sources = {"known": {"title": "Known"}, "secret": {"title": "Secret", "private": True}}
    path = write(tmp_path / "my.yaml", event(source="known", tags=["x"]), event(id="s", private=True, source="known"),
                 sources=sources)  # fmt: skip

    assert choices(call("schema", path).out, "source-id") == {"known": "Known"}
    assert [*choices(call("schema", path, "--private").out, "source-id")] == ["known", "secret"]
    write(path, event(date="soon", source="secret", tags=["hidden"]), event(id="a", private=True), sources=sources)
    answer = call("schema", path)
    assert answer.err.splitlines() == [
        f"{path}: 1 event with mistakes withheld: something there is a draft or private.",
        "1 event and 1 source withheld.",
    ]
    assert "hidden" not in answer.out


PLAIN = """\
actors: {known: {name: Known}, hidden: {name: Hidden}}
sources:
  known: {title: Known}
  hidden: {title: Hidden%s}
events:
- {date: 2022-09-13, title: Known words, source: known, actors: [known]}
"""
HIDDEN = "- {date: 2022-09-14, title: Hidden words, %s}\n"


@pytest.mark.parametrize("fields", [
    "source: hidden, actors: [hidden], private: false, private: true",
    "source: hidden, actors: [hidden], <<: {private: true}",
    "source: hidden, actors: [hidden], private: *unknown",
    "claims: [[hidden, {private: true}]]",
])  # fmt: skip
def test_nothing_is_offered_of_an_event_whose_mark_a_mistake_may_hide(tmp_path: Path, fields: str) -> None:
    path = write_text(tmp_path / "my.yaml", PLAIN % "" + HIDDEN % fields)
    answer = call("schema", path)

    assert f"{path}: 1 event with mistakes withheld: something there is a draft or private." in answer.err
    assert choices(answer.out, "source-id") == choices(answer.out, "actor-id") == {"known": "Known"}
    assert "idden" not in answer.out + answer.err


def test_a_source_whose_mark_a_mistake_may_hide_is_not_offered(tmp_path: Path) -> None:
    answer = call("schema", write_text(tmp_path / "my.yaml", PLAIN % ", private: false, private: true"))

    assert answer.err == "1 source withheld.\n"
    assert choices(answer.out, "source-id") == {"known": "Known"}


def test_an_event_of_which_nothing_can_be_read_may_name_anybody(tmp_path: Path) -> None:
    path = write_text(tmp_path / "my.yaml", PLAIN % "" + "- [Hidden words, {private: true}]\n")

    assert "has mistakes, and something in it is a draft or private" in wrong("schema", path)


def test_a_file_that_cannot_be_read_has_no_schema(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("title: [\n", encoding="utf-8")

    assert "cannot be read whole" in wrong("schema", tmp_path / "my.yaml")
    assert "does not exist" in wrong("schema", tmp_path / "other.yaml")
