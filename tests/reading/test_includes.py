"""Files that include others: what is shared, what is read once, and entries that cannot be read."""

import os
from pathlib import Path

import pytest
from written import SMALLEST, SOURCES, brief, event, paths, titles, write

from diplotimeline import load

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
