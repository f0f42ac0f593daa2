"""Files that include others: what is shared, what is read once, and entries that cannot be read."""

import os
from pathlib import Path

import pytest
from together import together
from written import SMALLEST, SOURCES, brief, event, paths, titles, write

from diplotimeline import check, load
from diplotimeline.reading.find import including

EVENTS = "events:\n  - {date: 2022-10-04, title: Call, source: s, actors: [a]}\n"
ACTORS = "actors:\n  a: {name: Armenia}\n"


def test_actors_and_sources_are_shared_through_include(tmp_path: Path) -> None:
    write(tmp_path / "shared/actors.yaml", ACTORS)
    write(tmp_path / "shared/all.yml", f"include: [actors.yaml]\n{SOURCES}")
    timeline = load(write(tmp_path / "2022/autumn.yaml", f"include:\n  - ../shared/all.yml\n{EVENTS}"))

    assert (timeline.problems, titles(timeline)) == ((), ["Call"])
    assert [*timeline.actors, *timeline.sources] == ["a", "s"]
    assert paths(timeline, tmp_path / "2022") == ["autumn.yaml", "../shared/all.yml", "../shared/actors.yaml"]


def test_a_file_that_two_files_include_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "top.yaml", "include: [left.yaml, right.yaml]\n")
    for side in ("left", "right"):
        write(tmp_path / f"{side}.yaml", f"include: [./bottom.yaml]\n{event(side.title())}")
    write(tmp_path / "bottom.yaml", event("Bottom"))
    timeline = load(tmp_path / "top.yaml")

    assert (timeline.problems, sorted(titles(timeline))) == ((), ["Bottom", "Left", "Right"])
    assert paths(timeline, tmp_path) == ["top.yaml", "left.yaml", "bottom.yaml", "right.yaml"]


def test_a_file_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", SMALLEST)
    (tmp_path / "link.yaml").symlink_to(path)
    write(tmp_path / "b.yaml", "include: [a.yaml, link.yaml]\n")
    timeline = load(path, tmp_path / "link.yaml", f"{tmp_path}/./a.yaml", tmp_path, tmp_path / "b.yaml")

    assert (timeline.problems, titles(timeline)) == ((), ["Call"])


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("missing.yaml", "does not exist"),
        ("folder.yaml", "holds no timeline"),
        ("empty", "holds no timeline"),
        ("none/*.yaml", "holds no timeline"),
        ("x*.yml", "holds no timeline"),
        ("t?ere.*.yaml", "holds no timeline"),
        ("parts\\there.yaml", "has a '\\' in it"),
        ("..\\*.yaml", "has a '\\' in it"),
        ("pipe.yaml", "is not a regular file"),
        ("{}/there.yaml", "is not the relative path of a .yaml file"),
        ("/etc/passwd", "is not the relative path of a .yaml file"),
        ("there.txt", "is not the relative path of a .yaml file"),
        ("there", "is not the relative path of a .yaml file"),
    ],
)
def test_an_include_that_cannot_be_read_is_an_error_at_its_entry(tmp_path: Path, entry: str, words: str) -> None:
    for name in ("there.yaml", "there.txt", "there"):
        write(tmp_path / name)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    name = entry.format(tmp_path)
    problems = load(write(tmp_path / "a.yaml", f"include:\n  - there.yaml\n  - {name}\n{SOURCES}")).problems

    assert brief(problems) == ["3:5 include-missing"]
    assert words in problems[0].message
    assert name in problems[0].message


@pytest.mark.parametrize("entry", ["''", "~", "[a.yaml]", "{a: b.yaml}"])
def test_an_entry_that_is_no_path_is_one_error(tmp_path: Path, entry: str) -> None:
    problems = load(write(tmp_path / "a.yaml", f"include:\n  - {entry}\n{SMALLEST}")).problems

    assert len(problems) == 1
    assert (problems[0].line, problems[0].column) == (2, 5)


def test_a_file_that_includes_itself_is_an_error_at_the_entry(tmp_path: Path) -> None:
    timeline = load(write(tmp_path / "a.yaml", f"include: [a.yaml]\n{SMALLEST}"))

    assert (brief(timeline.problems), titles(timeline)) == (["1:11 include-cycle"], ["Call"])
    assert "a.yaml includes a.yaml" in timeline.problems[0].message


def test_files_that_include_each_other_are_an_error_where_the_circle_closes(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", f"include: [b.yaml]\n{event('A')}")
    write(tmp_path / "b.yaml", f"title: B\ninclude:\n  - c.yaml\n{event('B')}")
    write(tmp_path / "c.yaml", f"include: [b.yaml]\n{event('C')}")
    timeline = load(tmp_path / "a.yaml")

    assert sorted(titles(timeline)) == ["A", "B", "C"]
    assert [(Path(one.path).name, *brief([one])) for one in timeline.problems] == [("c.yaml", "1:11 include-cycle")]
    assert "b.yaml includes c.yaml includes b.yaml" in timeline.problems[0].message


def test_a_mistake_in_an_included_file_stands_at_its_place_there(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "actors:\n  a: {nmae: Armenia}\n")
    problems = load(write(tmp_path / "a.yaml", f"include: [b.yaml]\n{SOURCES}")).problems

    assert [(one.path, *brief([one])) for one in problems] == [(f"{tmp_path}/b.yaml", "2:7 unknown-key")]


def test_a_long_chain_of_files_is_read_or_refused(tmp_path: Path) -> None:
    for number in range(500):
        write(tmp_path / f"{number}.yaml", f"include: [{number + 1}.yaml]\n")
    write(tmp_path / "500.yaml", SMALLEST)
    timeline = load(tmp_path / "0.yaml")

    assert titles(timeline) == ["Call"] or timeline.problems


def test_what_a_file_includes_stands_before_what_it_holds_itself(tmp_path: Path) -> None:
    """Of two events at one moment the included one is first, and has the plain id where both would have the same."""
    same = "sources: {s: {title: S}}\nevents: [{date: 2022-09-13, title: TITLE, source: s}]\n"
    write(tmp_path / "part.yaml", same.replace("TITLE", "Talks"))
    timeline = load(write(tmp_path / "main.yaml", f"include: [part.yaml]\n{same.replace('TITLE', 'talks')}"))

    assert [(event.title, event.id) for event in timeline.events] == [
        ("Talks", "2022-09-13-talks"), ("talks", "2022-09-13-talks-2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("parts", ["a.yaml", "parts/1.yaml", "parts/2.yml", "parts/deep/3.yaml"]),
        ("parts/", ["a.yaml", "parts/1.yaml", "parts/2.yml", "parts/deep/3.yaml"]),
        ("parts/*", ["a.yaml", "parts/1.yaml", "parts/2.yml"]),
        ("parts/*.yaml", ["a.yaml", "parts/1.yaml"]),
        ("*/deep/*.yaml", ["a.yaml", "parts/deep/3.yaml"]),
        ("*.yaml", ["a.yaml", "z.yaml"]),
        (".", ["a.yaml", "parts/1.yaml", "parts/2.yml", "parts/deep/3.yaml", "z.yaml"]),
    ],
)
def test_a_folder_or_a_pattern_is_read_sorted(tmp_path: Path, entry: str, expected: list[str]) -> None:
    for name in ("parts/2.yml", "parts/1.yaml", "parts/deep/3.yaml", "z.yaml"):
        write(tmp_path / name, event(name))
    write(tmp_path / "parts/other.yaml", "services: {web: 1}\n")
    write(tmp_path / "parts/.hidden.yaml", event("Hidden"))
    write(tmp_path / "parts/words.txt", "Words.\n")
    timeline = load(write(tmp_path / "a.yaml", f"include: ['{entry}']\n{event('A')}"))

    assert (timeline.problems, paths(timeline, tmp_path)) == ((), expected)


@pytest.mark.parametrize("entry", ["part.yaml", "./part.yaml", ".", "*.yaml"])
@pytest.mark.parametrize("given", ["main.yaml", "./main.yaml"])
def test_a_file_of_the_same_folder_is_named_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, entry: str
) -> None:
    write(tmp_path / "main.yaml", f"include: ['{entry}']\n{EVENTS}")
    write(tmp_path / "part.yaml", "actors:\n  a: {nmae: Armenia}\n")
    monkeypatch.chdir(tmp_path)

    assert [one.path for one in load(given).problems] == ["part.yaml"]


def test_a_link_of_a_pattern_that_leads_out_is_an_error(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.yaml")
    write(tmp_path / "in/1.yaml")
    (tmp_path / "in/2.yaml").symlink_to(outside)
    problems = load(write(tmp_path / "in/a.yaml", "include:\n  - '*.yaml'\n")).problems

    assert brief(problems) == ["2:5 include-missing"]
    assert "2.yaml" in problems[0].message


def test_the_right_path_is_written_out(tmp_path: Path) -> None:
    problems = load(write(tmp_path / "a.yaml", f"include: ['parts\\1.yaml']\n{SMALLEST}")).problems

    assert [one.help for one in problems] == ["write /: parts/1.yaml"]


# A file that uses two ids which nobody declares; what it includes declares the others.
USING = """\
include: [shared.yaml]
events:
  - {date: 2022, title: First talks, source: s, actors: [a, nobody]}
  - {date: 2023, title: Later talks, source: nothing, actors: [b]}
"""
SHARED = "actors:\n  a: {name: A}\n  b: {name: B}\nsources:\n  s: {title: R}\n"
UNDECLARED = ["main.yaml 3:61 unknown-actor", "main.yaml 4:46 unknown-source"]

# A mistake in the included file: what is changed there, and what is said of it. All that it declares is known.
READ_ALL_THE_SAME: dict[str, tuple[str, str, str]] = {
    "a field that there is not": ("{name: A}", "{name: A, colour: red}", "2:16 unknown-key"),
    "a name that is missing": ("{name: A}", "{kind: person}", "2:6 missing-key"),
    "an actor that is a text": ("{name: A}", "A", "2:6 wrong-type"),
    "an actor that is empty": ("{name: A}", "", "2:3 empty-value"),
    "an alias for a name": ("{name: A}", "{name: *x}", "2:13 yaml-syntax"),
    "an alias for an actor": ("{name: A}", "*x", "2:6 yaml-syntax"),
    "an anchor at the actors": ("actors:", "actors: &all", "1:9 yaml-syntax"),
    "a tag at an id": ("  a:", "  !!str a:", "2:3 yaml-syntax"),
    "a merge key in an actor": ("{name: A}", "{name: A, <<: {}}", "2:16 yaml-syntax"),
    "a field that stands twice": ("{name: A}", "{name: A, name: A}", "2:16 duplicate-key"),
    "an actor that stands twice": ("  b:", "  a: {name: A}\n  b:", "3:3 duplicate-key"),
    "a title that is a list": ("actors:", "title: [x]\nactors:", "1:8 wrong-type"),
    "a title that stands twice": ("actors:", "title: x\ntitle: x\nactors:", "2:1 duplicate-key"),
    "a control sign": ("{name: A}", r'{name: "A\e"}', "2:13 control-character"),
    "a text for a field that there is not": ("actors:", "colour: red\nactors:", "1:1 unknown-key"),
    "a date that is none": (
        "sources:", "events:\n  - {date: 20x2, title: x, source: s}\nsources:", "5:12 bad-date"),
    "a circle": ("actors:", "include: [main.yaml]\nactors:", "1:11 include-cycle"),
}  # fmt: skip
# What the file itself or the included one lacks: what seems to be undeclared may stand there.
UNREAD: dict[str, tuple[str, str]] = {
    "a file that is not there": ("[shared.yaml]", "[shard.yaml]"),
    "a file in a list in a list": ("[shared.yaml]", "[[shared.yaml]]"),
    "a file in a group": ("[shared.yaml]", "{file: shared.yaml}"),
    "a file that is no list": ("[shared.yaml]", "shared.yaml"),
    "a file behind a tag": ("[shared.yaml]", "[!file shared.yaml]"),
    "a file behind an alias": ("[shared.yaml]", "[*file]"),
    "the wrong one of two": ("[shared.yaml]", "[shared.yaml]\ninclude: [other.yaml]"),
    "no YAML": ("sources:", "this is no field\nsources:"),
    "no UTF-8": ("{name: B}", "{name: \udcff}"),
    "no timeline": (SHARED, "hello: x\n"),
    "a text": (SHARED, "hello\n"),
    "a file that is not there in the included one": ("actors:", "include: [other.yaml]\nactors:"),
    "a mistyped section": ("actors:", "actor:"),
    "another mistyped section": ("sources:", "source:"),
    "an actor beside the section": ("actors:\n  a", "actors:\na"),
    "sections in a group": (SHARED, "title: x\nrecord: {actors: {a: {name: A}}}\n"),
    "a list of actors": ("actors:\n  a: {name: A}\n  b: {name: B}", "actors:\n  - a\n  - b"),
    "an alias for the actors": ("actors:\n  a: {name: A}\n  b: {name: B}", "actors: *x"),
    "a merge key in the actors": ("  b:", "  <<: {c: {name: C}}\n  b:"),
    "a merge key in the file": ("actors:", "<<: {}\nactors:"),
    "actors that stand twice": ("sources:", "actors:\n  nobody: {name: C}\nsources:"),
    "lists that are too deep": ("{name: A}", f"{{name: {'[' * 25}{']' * 25}}}"),
}  # fmt: skip


def errors_with(folder: Path, old: str, new: str) -> list[str]:
    """The errors of both files after a change in the one that has the old words: file, place and rule of each."""
    shared = SHARED.replace(old, new, 1)
    write(folder / "shared.yaml", shared.encode("utf-8", "surrogateescape"))
    write(folder / "main.yaml", USING.replace(old, new, 1) if shared == SHARED else USING)
    problems = [one for one in check(load(folder / "main.yaml")) if one.severity == "error"]
    return [f"{Path(one.path).name} {brief([one])[0]}" for one in problems]


def test_what_is_undeclared_is_said(tmp_path: Path) -> None:
    assert errors_with(tmp_path, "", "") == UNDECLARED


@together(("old", "new", "said"), READ_ALL_THE_SAME.values())
def test_a_mistake_in_an_included_file_hides_no_undeclared_id(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert errors_with(tmp_path, old, new) == [*UNDECLARED, f"shared.yaml {said}"]


@together(("old", "new"), UNREAD.values())
def test_nothing_is_said_to_be_undeclared_where_declarations_were_not_read(tmp_path: Path, old: str, new: str) -> None:
    said = errors_with(tmp_path, old, new)

    assert len(said) >= 1
    assert not [one for one in said if "unknown-actor" in one or "unknown-source" in one]


def test_an_undeclared_id_in_a_faulty_included_file_is_said_too(tmp_path: Path) -> None:
    more = "events:\n  - {date: 2022, title: x, source: z, colour: red, actors: [y]}\nsources:"

    assert errors_with(tmp_path, "sources:", more) == [
        *UNDECLARED, "shared.yaml 5:36 unknown-source", "shared.yaml 5:39 unknown-key", "shared.yaml 5:61 unknown-actor"
    ]  # fmt: skip


# --- a part alone --------------------------------------------------------------------------------------------------


def test_a_file_that_includes_another_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "top.yaml", "include: [talks/main.yaml]\n")
    write(tmp_path / "talks/main.yaml", f"include: [events/*.yaml, shared.yaml]\n{SOURCES}")
    write(tmp_path / "talks/events/one.yaml", EVENTS)
    write(tmp_path / "talks/shared.yaml", ACTORS)
    write(tmp_path / "talks/broken.yaml", "include: [")
    write(tmp_path / "talks/other.yaml", f"include: [shared.yaml]\n{SOURCES}")
    monkeypatch.chdir(tmp_path / "talks")

    assert including("events/one.yaml") == "../top.yaml"
    assert including("shared.yaml") == "../top.yaml"
    assert including(str(tmp_path / "talks/main.yaml")) == f"{tmp_path}/top.yaml"
    (tmp_path / "top.yaml").unlink()
    assert including("events/one.yaml") == "main.yaml"
    assert [including(path) for path in ("main.yaml", "broken.yaml", "other.yaml")] == ["", "", ""]


def test_files_that_include_each_other_are_found_by_either(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "include: [b.yaml]\n")
    write(tmp_path / "b.yaml", "include: [a.yaml]\n")

    assert including(str(tmp_path / "a.yaml")) == f"{tmp_path}/b.yaml"
