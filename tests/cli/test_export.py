"""`export`: where to, in which format, what is said about it, and that no input is ever overwritten."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from calling import COMMAND, Answer, call, decoded, environment, wrong
from made_up import BUNDLED, bundled, event, loaded, write

from diplotimeline import export
from diplotimeline.exporters import FORMATS, render

ENDINGS = [(ending, name) for name, format in FORMATS.items() for ending in format.endings]
ARCHIVED = "We met there.\n"


def linked(folder: Path) -> Path:
    link = folder.with_name("linked")
    link.symlink_to(folder)
    return link


def hard_link(path: Path) -> Path:
    link = path.with_name("hard.csv")
    os.link(path, link)
    return link


def symbolic_link(path: Path) -> Path:
    link = path.with_name("symbolic.csv")
    link.symlink_to(path)
    return link


OTHER_PATHS: dict[str, Callable[[Path], Path]] = {
    "its own path": lambda path: path,
    "a path through the folder above": lambda path: path.parent / ".." / path.parent.name / path.name,
    "a path through a linked folder": lambda path: linked(path.parent) / path.name,
    "a hard link": hard_link,
    "a symbolic link": symbolic_link,
}


# Of the 13 events of the bundled timeline a map shows those with coordinates, a calendar those known to the day.
IN_IT = {"geojson": "3 of 13", "ics": "7 of 13"}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with a timeline, a file that it includes, and the archived text of its source."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "text.txt").write_text(ARCHIVED, encoding="utf-8")
    sources = {"statement": {"title": "A statement", "file": "text.txt", "issued": "2022-10-06"}}
    write(folder / "shared.yaml", sources=sources)
    write(folder / "my.yaml", event(quote="We met"), include=["shared.yaml"], sources={})
    return folder


def lost(name: str, **options: bool | str) -> str:
    """What is said of the bundled timeline in a format that cannot show all of it."""
    return "".join(f"{line}\n" for line in render(bundled(), name, options).lost)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("ending", "name"), ENDINGS)
def test_the_ending_picks_the_format(tmp_path: Path, ending: str, name: str) -> None:
    path = tmp_path / f"my{ending}"
    answer = call("export", BUNDLED, "-o", path)

    assert answer == Answer(0, "", f"{lost(name)}Wrote {path} ({IN_IT.get(name, '13')} events).\n")
    assert path.read_bytes() == render(bundled(), name, {}).data


@pytest.mark.parametrize("name", FORMATS)
def test_without_a_file_the_product_goes_to_standard_output(name: str) -> None:
    assert call("export", BUNDLED, "-f", name) == Answer(0, decoded(render(bundled(), name, {}).data), lost(name))


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_hyphen_for_a_file_is_standard_output(name: str) -> None:
    assert call("export", BUNDLED, "-f", name, "-o", "-") == call("export", BUNDLED, "-f", name)


def test_a_format_that_is_named_wins_over_the_ending(tmp_path: Path) -> None:
    call("export", BUNDLED, "-f", "json", "-o", tmp_path / "my.txt")

    assert (tmp_path / "my.txt").read_text(encoding="utf-8") == export(bundled(), "json")


@pytest.mark.parametrize(
    ("args", "said"),
    [(("-a", "blinken"), "(1 event)"), (("-t", "meeting"), "(2 events)"), (("-t", "other"), "(0 events)")],
    ids=["one event", "two events", "no event"],
)
def test_what_was_written_is_said_with_the_number_of_events(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    path = tmp_path / "my.jsonl"
    answer = call("export", BUNDLED, *args, "-o", path)

    assert answer.code == 0
    assert answer.err.splitlines()[-1] == f"Wrote {path} {said}."
    assert f"({len(path.read_text(encoding='utf-8').splitlines())} event" in said


def test_no_events_are_exported_with_a_reason() -> None:
    answer = call("export", BUNDLED, "-f", "csv", "--from", "2023")

    assert (answer.code, answer.out.count("\n")) == (0, 1)
    assert answer.err == "No events: 13 of 13 are before 2023.\n"


@pytest.mark.parametrize(
    ("args", "options"),
    [
        (("csv", "--excel"), {"excel": True}),
        (("csv", "--raw"), {"raw": True}),
        (("csv", "--rows", "claims"), {"rows": "claims"}),
        (("csv", "--delimiter", ";"), {"delimiter": ";"}),
        (("csv", "--delimiter", "tab"), {"delimiter": "tab"}),
        (("parquet", "--rows", "claims"), {"rows": "claims"}),
        (("markdown", "--table"), {"table": True}),
        (("ics", "--uncertain"), {"uncertain": True}),
        (("timelinejs", "--group", "type"), {"group": "type"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_format_has_its_own_options(args: tuple[str, ...], options: dict[str, bool | str]) -> None:
    assert call("export", BUNDLED, "-f", *args) == Answer(
        0, decoded(render(bundled(), args[0], options).data), lost(args[0], **options)
    )


@pytest.mark.parametrize("name", FORMATS)
def test_an_option_of_another_format_is_a_wrong_call(name: str) -> None:
    options = ("--delimiter ;", "--excel", "--group type", "--raw", "--rows claims", "--table", "--uncertain")
    for option, *value in map(str.split, options):
        if option.strip("-") not in FORMATS[name].options:
            said = wrong("export", BUNDLED, "-f", name, option, *value)
            assert f"Error: {option} does not apply to {name}\n" in said, option


def test_guarded_cells_are_counted_on_standard_error(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event(title="=1", summary="+1"))
    guarded, raw = (call("export", path, "-f", "csv", *more) for more in ((), ("--raw",)))

    assert guarded.err.startswith("2 cells have what may run as a formula")
    assert (guarded.code, raw.code, raw.err) == (0, 0, "")
    assert "'=1" in guarded.out
    assert "'=1" not in raw.out


def test_strict_does_not_mind_what_a_format_can_represent(tmp_path: Path) -> None:
    for name in ("html", "json", "jsonl"):
        assert call("export", BUNDLED, "-f", name, "--strict") == Answer(0, export(bundled(), name), "")


def test_strict_minds_what_a_table_has_no_column_for() -> None:
    answer = call("export", BUNDLED, "-f", "csv", "--strict")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.splitlines() == [
        "21 differing accounts cannot be shown in csv; --rows claims has them.",
    ]


@pytest.mark.parametrize("other", OTHER_PATHS.values(), ids=OTHER_PATHS)
@pytest.mark.parametrize("name", ["my.yaml", "shared.yaml", "text.txt"])
@pytest.mark.parametrize("given", ["my.yaml", "."], ids=["a file is read", "its folder is read"])
def test_no_input_is_overwritten_through(mine: Path, name: str, given: str, other: Callable[[Path], Path]) -> None:
    path = other(mine / name)
    before = contents(mine)
    answer = call("export", mine / given, "-f", "csv", "-o", path)

    assert (answer.code, answer.out) == (2, "")
    assert str(path) in answer.err
    assert contents(mine) == before


def test_the_file_that_is_read_as_standard_input_is_not_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path / "my.json", event())
    before = path.read_bytes()
    call_with_it = [*COMMAND, "export", "-", "-o", str(path)]
    with path.open("rb") as file:
        done = subprocess.run(call_with_it, stdin=file, capture_output=True, env=environment(), check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is one of the inputs" in done.stderr
    assert path.read_bytes() == before


def test_an_archived_text_is_not_overwritten_when_no_event_of_it_is_kept(mine: Path) -> None:
    answer = call("export", mine / "my.yaml", "--from", "2030", "-f", "csv", "-o", mine / "text.txt")

    assert answer.code == 2
    assert (mine / "text.txt").read_text(encoding="utf-8") == ARCHIVED


def test_a_file_of_another_kind_that_was_looked_at_is_not_overwritten(mine: Path) -> None:
    (mine / "hooks.yaml").write_text("repos: []\n", encoding="utf-8")
    before = contents(mine)
    answer = call("export", mine, "-f", "csv", "-o", mine / "hooks.yaml")

    assert (answer.code, contents(mine)) == (2, before)
    assert "is one of the inputs" in answer.err


def test_another_file_is_replaced_and_keeps_its_permissions(mine: Path) -> None:
    path = mine / "my.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    answer = call("export", mine / "my.yaml", "-o", path)

    assert answer.code == 0
    assert path.read_text(encoding="utf-8").startswith("id,date,")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["no-folder/my.csv", "folder.csv", "link.csv", "pipe.csv"])
def test_what_cannot_be_written_is_told_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "link.csv").symlink_to("elsewhere.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    before = sorted(path.name for path in tmp_path.iterdir())
    answer = call("export", BUNDLED, "-o", tmp_path / name)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"Error: {tmp_path / name} ")
    assert "Wrote" not in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_export_can_be_written_beside_its_inputs_again_and_again(mine: Path) -> None:
    answers = [call("export", mine, "-o", mine / "my.json") for _ in range(2)]

    assert answers[0] == answers[1] == Answer(0, "", f"Wrote {mine / 'my.json'} (1 event).\n")


def test_the_text_of_the_file_is_the_text_of_the_library(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(title="Ջ – “x”"))
    call("export", tmp_path / "made-up.yaml", "-o", tmp_path / "my.md")

    assert (tmp_path / "my.md").read_text(encoding="utf-8") == export(timeline, "markdown")


@pytest.mark.parametrize("name", [name for name in FORMATS if isinstance(export(bundled(), name), bytes)])
def test_bytes_are_not_thrown_at_a_terminal(name: str) -> None:
    with mock.patch("diplotimeline.cli.export.sys") as streams:
        streams.stdout.isatty.return_value = True
        answer = call("export", BUNDLED, "-f", name)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: {name} is nothing to read in a terminal\n  write it to a file: -o my.{name}\n"


def test_neither_a_file_nor_a_format_is_answered_with_both() -> None:
    assert re.match(r"Error: Say where or how: -o my\.\w+, or -f csv\.\n", wrong("export", BUNDLED))


def test_an_unknown_ending_is_answered_with_the_known_ones() -> None:
    answer = wrong("export", BUNDLED, "-o", "x.pdf")

    assert "x.pdf" in answer
    assert all(ending in answer for ending in (".csv", ".html", ".md", ".json", ".jsonl"))
    assert "a browser prints the .html to PDF" in answer
    assert "PDF" not in wrong("export", BUNDLED, "-o", "x.doc")
