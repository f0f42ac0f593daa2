"""`diff`: two states of a chronology, and calls that are wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from calling import call, wrong
from made_up import SOURCES, event, write

ACTORS = {"ardelia": {"name": "Ardelia", "note": "a neighbour"}}
QUOTE = "The envoys met on 1 May"


def states(folder: Path, **new: Any) -> tuple[Path, Path]:
    """Two files: an event, and the same with other fields."""
    one = event("2024-05-01", "Envoys meet", id="talks", quote=QUOTE)
    paths = folder / "old.yaml", folder / "new.yaml"
    for path, fields in zip(paths, ({}, new), strict=True):
        write(path, {**one, **fields}, title="Talks", actors=ACTORS)
    return paths


def test_old_stands_above_new(tmp_path: Path) -> None:
    answer = call("diff", *states(tmp_path, date="2024-05-02", actors=["ardelia"]))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Talks",
        "1 event changed.",
        "",
        "Event changed",
        "",
        "2 May 2024: Envoys meet [talks]",
        "  date",
        "  - 1 May 2024",
        "  + 2 May 2024",
        "  actors",
        "  - —",
        "  + Ardelia",
    ]


@pytest.mark.parametrize(("new", "code"), [({}, 0), ({"title": "They meet"}, 1), ({"note": "n"}, 1)])
def test_the_exit_code_tells_whether_anything_differs(tmp_path: Path, new: dict[str, Any], code: int) -> None:
    paths = states(tmp_path, **new)

    assert call("diff", *paths, "--exit-code").code == code
    assert call("diff", *paths).code == 0


def test_no_difference_is_said(tmp_path: Path) -> None:
    answer = call("diff", *states(tmp_path))

    assert (answer.out, answer.err) == ("", "No differences.\n")


def test_notes_are_counted_and_printed_only_when_asked_for(tmp_path: Path) -> None:
    paths = states(tmp_path, note="of nobody's business", place="Orn")

    assert call("diff", *paths).err == "1 change of notes for curators not shown.\n"
    assert "of nobody's business" in call("diff", *paths, "--notes").out
    for form in ("text", "markdown", "json"):
        answer = call("diff", *paths, "-f", form)
        assert "business" not in answer.out
        assert "Orn" in answer.out
    assert "--notes belongs to text" in wrong("diff", *paths, "--notes", "-f", "json")


def test_json_gives_every_value_as_a_file_has_it(tmp_path: Path) -> None:
    record = json.loads(call("diff", *states(tmp_path, date="2024-05~", quote="They met"), "-f", "json").out)

    assert record["events"]["changed"] == [
        {
            "id": "talks",
            "changes": [
                {"field": "date", "old": "2024-05-01", "new": "2024-05~"},
                {"field": "quote", "claim": "statement", "old": QUOTE, "new": "They met"},
            ],
        }
    ]


def test_one_side_may_be_standard_input(tmp_path: Path) -> None:
    old, new = states(tmp_path, title="They meet")
    answer = call("diff", "-", new, stdin=old.read_text(encoding="utf-8"))

    assert (answer.code, answer.err) == (0, "")
    assert "  - Envoys meet" in answer.out


def test_what_standard_input_includes_is_read_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("register.yaml"), actors=ACTORS)
    whole = write(Path("whole.yaml"), event(), include=["register.yaml"])
    answer = call("diff", "-", whole, stdin=whole.read_text(encoding="utf-8"))

    assert (answer.code, answer.out, answer.err) == (0, "", "No differences.\n")


def test_quotes_are_not_looked_for(tmp_path: Path) -> None:
    """The archived texts beside an older state may be gone, or be those of today."""
    source = {"statement": {**SOURCES["statement"], "file": "gone.txt"}}
    path = write(tmp_path / "a.yaml", event(quote=QUOTE), sources=source)

    assert call("diff", path, path).err == "No differences.\n"


def test_errors_are_counted_for_each_side(tmp_path: Path) -> None:
    old, new = states(tmp_path, actors=["nobody", "ardelia"], type="chat")
    answer = call("diff", old, new)

    assert answer.code == 0
    assert answer.err == f"{new}: 2 errors; 'diplotimeline check {new}' shows where.\n"
    assert "Event not compared" in answer.out
    assert "Envoys meet" in answer.out


UNREADABLE = {
    "empty": "",
    "a list": "- a\n",
    "words": "just words\n",
    "another file": "a: b\n",
    "groups of another file": "a: {b: c}\n",
    "a PDF": "%PDF-1.7\n",
    "no YAML": "title: [\n",
    "events that are none": "events: none\n",
    "an include that is missing": "title: x\ninclude: [gone.yaml]\n",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    good, _ = states(tmp_path)
    other = tmp_path / "other.yaml"
    other.write_text(text, encoding="utf-8")

    for pair in ((good, other), (other, good)):
        said = wrong("diff", *pair)
        assert f"{other} cannot be read whole: {other}:" in said


def test_wrong_calls_are_told(tmp_path: Path) -> None:
    old, new = states(tmp_path)

    assert "standard input can be read only once" in wrong("diff", "-", "-")
    assert "gone.yaml does not exist" in wrong("diff", old, "gone.yaml")
    assert "there is no format 'html'" in wrong("diff", old, new, "-f", "html")


# --- what is not ready, or not for all -----------------------------------------------------------------------------


def test_a_draft_with_a_todo_is_counted_and_the_rest_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = event("TODO", "Unready words", draft=True, source="statement")
    write(Path("old.yaml"), event(title="Before", id="a"))
    write(Path("new.yaml"), event(title="After", id="a"), draft)
    answer = call("diff", "old.yaml", "new.yaml")

    assert answer.code == 0
    assert "new.yaml: 1 error; 'diplotimeline check new.yaml' shows where.\n" in answer.err
    assert "new.yaml: 1 event with mistakes withheld: something there is a draft or private.\n" in answer.err
    assert "After" in answer.out
    assert "Unready" not in answer.out + answer.err


def test_what_a_mistake_may_hide_of_a_private_file_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sources = {"open": {"title": "Open"}, "secret": {"title": "Hidden words"}}
    write(Path("old.yaml"), event(title="Before", id="a", source="open"), sources={"open": sources["open"]})
    write(Path("new.yaml"), event(title="After", id="a", source="open"), event(id="p", private=True, source="open"),
          event("soon", "Unready words", source="secret"), sources=sources)  # fmt: skip
    answer = call("diff", "old.yaml", "new.yaml", "-f", "json")

    assert answer.code == 0
    assert "After" in answer.out
    assert not [word for word in ("Hidden", "secret", "Unready") if word in answer.out + answer.err]
