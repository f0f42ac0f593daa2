"""Which events of a record in the making are sound, and that the others are counted."""

from pathlib import Path

import pytest
from calling import call
from made_up import Json, event, write

from diplotimeline import load
from diplotimeline.checks import findings_of
from diplotimeline.checks.sound import sound_part

GOOD = event(id="good", title="They meet")
ACTORS = {
    "ardelia": {"name": "Ardelia"},
    "envoy": {"name": "Orn", "of": "nobody"},
    "clerk": {"name": "A", "of": "envoy"},
}
BROKEN = {
    "a date that is none": event("2022-13"),
    "no title": {"date": "2022", "source": "statement"},
    "an unknown field": event(colour="red"),
    "an actor that is not declared": event(actors=["nobody"]),
    "a source that is not declared": event(claims=[{"source": "nowhere"}]),
    "an actor with a mistake": event(actors=["envoy"]),
    "an actor that belongs to one with a mistake": event(actors=["clerk"]),
    "words of an actor with a mistake": event(claims=[{"source": "statement", "according_to": "envoy"}]),
    "a text that is no event": "They meet",
    "a TODO": event(title="TODO"),
    "a TODO for a date": event("TODO"),
    "a TODO in a claim": event(claims=[{"source": "statement", "note": "TODO: ask"}]),
    "a source with a TODO": event(claims=[{"source": "open"}]),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("first", [True, False])
def test_an_event_with_an_error_is_left_out_and_counted(tmp_path: Path, broken: Json, *, first: bool) -> None:
    events = [broken, GOOD] if first else [GOOD, broken]
    sources = {"statement": {"title": "A"}, "open": {"title": "TODO"}}
    path = write(tmp_path / "my.yaml", *events, actors=ACTORS, sources=sources)
    answer = call("show", path)

    assert answer.code == 1
    assert answer.out.startswith("1 of 2 events is left out: errors\n")
    assert "They meet" in answer.out
    assert "error: " in answer.err
    assert call("show", path, "-1").out.splitlines()[1].endswith("They meet")
    assert call("show", path, "--count").out == "1 of 2 events is left out: errors\n1\n"


DRAFT = """\
sources:
  speech: {title: A, issued: 2099}
  letter: {title: B, issued: 2099}
events:
  - date: 2022
    title: They meet
    source: speech
  - date: 2023
    title: They sign
    source: letter
"""


@pytest.mark.parametrize(
    ("line", "written", "shown"),
    [
        (1, "# TODO ask", ["meet", "sign"]),
        (2, "  # TODO ask", ["sign"]),
        (2, "    # TODO ask", ["sign"]),
        (4, "    # TODO ask", ["meet"]),
        (4, "# TODO ask", ["meet", "sign"]),
        (5, "  # TODO guessed\n\n  # all", ["sign"]),
        (5, "    # TODO guessed", ["sign"]),
        (6, "    # TODO or 2021", ["sign"]),
        (8, "    # TODO ask", ["sign"]),
        (8, "  # TODO guessed", ["meet"]),
        (8, "# TODO guessed", ["meet"]),
        (11, "    # TODO ask", ["meet"]),
        (11, "  # TODO ask", ["meet", "sign"]),
        (11, "title: TODO", ["meet", "sign"]),
    ],
)
def test_a_todo_in_a_comment_belongs_to_the_entry_below_or_around_it(
    tmp_path: Path, line: int, written: str, shown: list[str]
) -> None:
    lines = DRAFT.splitlines()
    (tmp_path / "my.yaml").write_text("\n".join([*lines[: line - 1], written, *lines[line - 1 :]]) + "\n")
    answer = call("show", tmp_path / "my.yaml", "-1")

    assert answer.code == 1
    assert [word for word in ("meet", "sign") if f"They {word}" in answer.out] == shown
    assert "a TODO is left here" in answer.err


@pytest.mark.parametrize(
    "second",
    [
        "- # TODO ask\n  id: b",
        "-\n  # TODO ask\n  id: b",
        "-\n\n# TODO ask\n  id: b",
        "# TODO ask\n-\n  id: b",
        "- id: b\n# TODO ask",
        '- id: b\n  summary: "with\n# TODO in it"',
        "- id: b\n  summary: |\n    # TODO in it",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_todo_belongs_to_the_entry_of_its_dash(tmp_path: Path, second: str, end: str) -> None:
    fields = "\n  title: They {}\n  date: 2022\n  source: s\n"
    events = "".join(f"{one}{fields}".format(word) for one, word in (("- id: a", "meet"), (second, "sign")))
    text = f"sources:\n  s: {{title: A, issued: 2099}}\nevents:\n{events}- id: c{fields.format('leave')}"
    (tmp_path / "my.yaml").write_text(text, newline=end)
    answer = call("show", tmp_path / "my.yaml", "-1")

    assert [word for word in ("meet", "sign", "leave") if f"They {word}" in answer.out] == ["meet", "leave"]
    assert "1 of 3 events is left out" in answer.out


@pytest.mark.parametrize("comment", ["  # TODO ask", "\t# TODO ask", "# TODO ask"])
def test_in_brackets_a_comment_belongs_to_the_entry_that_it_stands_in_or_above(tmp_path: Path, comment: str) -> None:
    sources = "sources:\n  s: {title: A, issued: 2099}\n"
    lines = [
        "events: [",
        "  {title: They meet,",
        "date: 2022, source: s},",
        "  {title: They sign, date: 2023, source: s}]",
    ]
    shown = []
    for place in (1, 2, 3):
        text = "\n".join([*lines[:place], comment, *lines[place:]])
        (tmp_path / "my.yaml").write_text(f"{sources}{text}\n")
        answer = call("show", tmp_path / "my.yaml", "-1")
        shown.append([word for word in ("meet", "sign") if f"They {word}" in answer.out])

    assert shown == [["sign"], ["sign"], ["meet"]]


def test_a_todo_behind_a_value_leaves_its_event_out(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text(DRAFT.replace("2023", "2023  # TODO or 2022"))

    assert "sign" not in call("show", tmp_path / "my.yaml").out


@pytest.mark.parametrize(
    "more", [{"evnts": []}, {"title": ["x"]}, {"include": ["absent.yaml"]}, {"timezone": "Nowhere"}]
)
def test_where_more_than_single_entries_is_wrong_nothing_is_shown(tmp_path: Path, more: Json) -> None:
    answer = call("show", write(tmp_path / "my.yaml", GOOD, **more))

    assert (answer.code, answer.out) == (1, "")


def test_without_errors_nothing_is_left_out(tmp_path: Path) -> None:
    timeline = load(write(tmp_path / "my.yaml", GOOD, event(title="Other")))
    kept, left_out = sound_part(timeline, findings_of(timeline)) or (None, 9)

    assert kept is not None
    assert (kept.events, left_out) == (timeline.events, 0)


def test_errors_for_which_no_event_is_left_out_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", GOOD)
    path.write_text(f"{path.read_text()}# TODO ask\n")
    answer = call("show", path, "-1")

    assert answer.code == 1
    assert answer.out.startswith("There are errors, but no event is left out for them\n")
    assert "a TODO is left here" in answer.err


def test_export_refuses_unless_only_what_is_sound_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", GOOD, event("2022-13"))
    refused, printed = call("export", path, "-f", "csv"), call("export", path, "-f", "csv", "--sound")
    written = call("export", path, "-o", tmp_path / "out.csv", "--sound")

    assert (refused.code, refused.out) == (1, "")
    assert (printed.code, written.code) == (1, 1)
    assert "They meet" in printed.out
    assert printed.err.endswith("1 of 2 events is left out: errors.\n")
    assert written.err.endswith("(1 event).\n1 of 2 events is left out: errors.\n")
    assert call("export", write(path, GOOD), "-f", "csv", "--sound").code == 0
