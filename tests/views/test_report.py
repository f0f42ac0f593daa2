"""What `check` prints, in its four formats."""

import json
from pathlib import Path

import pytest
from calling import Answer, call
from written import loaded

from diplotimeline import check, load
from diplotimeline.characters import FORBIDDEN
from diplotimeline.problems import Problem
from diplotimeline.views.lines import cells
from diplotimeline.views.report import full

BAD = """\
actors:
  usa: {name: USA}
  armenia: {name: Armenia}
  azerbaijan: {name: Azerbaijan}
sources:
  s: {title: S, issued: 2022-10-06}
events:
  - date: 2022-10-04
    title: Talks
    actors: [usa, armenia, azerbaijn]
    source: s
  - {date: 2022-10-05, title: More talks, actors: [azerbaijan], source: s}
"""
CLEAN = "title: Nothing yet\n"
FRAME = """\
bad.yaml:10:28: error: actor 'azerbaijn' is not declared [unknown-actor]
 10 |     actors: [usa, armenia, azerbaijn]
    |                            ^^^^^^^^^
    = help: did you mean 'azerbaijan'? declared: usa, armenia, azerbaijan

"""
FIRST_LINE = FRAME.splitlines()[0]
KEYS = ["path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "help"]
# A place written in one line, the mistake in it, and how many columns stand before it in a terminal.
WIDE = {
    "Armenian": ("{name: Հայաստան, nam: x}", "nam", 28),
    "Chinese": ("{name: 中文, nam: x}", "nam", 24),
    "signs that combine": ("{name: e\u0301e\u0301, nam: x}", "nam", 22),
    "a tab": ('{"name":\t"x", nam: y}', "nam", 28),
}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text(BAD, encoding="utf-8")
    Path("clean.yaml").write_text(CLEAN, encoding="utf-8")


def checked(*args: str) -> Answer:
    return call("check", *args)


def test_full_shows_the_line_the_mistake_and_what_to_write() -> None:
    answer = checked("bad.yaml")

    assert FRAME in answer.out
    assert answer.out.endswith("\n1 file checked: 1 error, 2 warnings.\n")
    assert (answer.code, answer.err) == (1, "")


def test_concise_is_one_line_for_each() -> None:
    lines = checked("bad.yaml", "-f", "concise").out.splitlines()

    assert FIRST_LINE in lines
    assert [line.rpartition(" ")[2] for line in lines[:-1]] == ["[unknown-actor]", "[no-quote]", "[no-quote]"]


def test_json_is_one_array_of_all_fields() -> None:
    records = json.loads(checked("bad.yaml", "-f", "json").out)

    assert [list(record) for record in records] == [KEYS] * 3
    assert records[0] | {"message": "", "help": ""} == {
        "path": "bad.yaml", "line": 10, "column": 28, "end_line": 10, "end_column": 37,
        "severity": "error", "rule": "unknown-actor", "message": "", "help": "",
    }  # fmt: skip
    assert json.loads(checked("clean.yaml", "-f", "json").out) == []


def test_github_gets_its_workflow_commands() -> None:
    lines = checked("bad.yaml", "-f", "github").out.splitlines()

    place = "::error file=bad.yaml,line=10,col=28,endLine=10,endColumn=37,title=unknown-actor::"
    assert lines[0].startswith(f"{place}actor 'azerbaijn' is not declared. did you mean 'azerbaijan'?")


def test_a_file_name_is_no_workflow_command() -> None:
    Path("a,line=1::b%0A.yaml").write_text(BAD, encoding="utf-8")
    lines = checked("a,line=1::b%0A.yaml", "-f", "github").out.splitlines()

    assert all("file=a%2Cline=1%3A%3Ab%250A.yaml,line=" in line for line in lines)


@pytest.mark.parametrize("form", ["full", "concise", "json", "github"])
@pytest.mark.parametrize(
    "name", ["\x9b31m", "\x1b[31m", "\x7f", "\u202el", "\u2028", "\n::error::x", "\U000e0001"], ids=ascii
)
def test_no_form_prints_what_steers_a_terminal(name: str, form: str) -> None:
    Path(f"{name}.yaml").write_text('"x\\n::error::y": z\ntitle: a\n', encoding="utf-8")
    out = checked(f"{name}.yaml", "-f", form).out

    assert not FORBIDDEN.search(out)
    assert len([line for line in out.splitlines() if line.lstrip().startswith("::")]) == (form == "github")
    assert form != "json" or json.loads(out)[0]["path"] == f"{name}.yaml"


@pytest.mark.parametrize(("place", "word", "column"), WIDE.values(), ids=WIDE)
def test_carets_stand_below_the_mistake_in_every_script(tmp_path: Path, place: str, word: str, column: int) -> None:
    text = f"sources:\n  s: {{title: S}}\nevents:\n  - date: 2022\n    title: x\n    source: s\n    place: {place}\n"
    timeline = loaded(tmp_path, text)
    problems = [problem for problem in check(timeline) if problem.severity == "error"]
    drawn = ["".join(text for _, text in line) for line in full(problems, timeline.report.files)]
    margin = len(" 7 | ")

    assert [problem.rule for problem in problems] == ["unknown-key"]
    assert drawn[2].index("^") == margin + column
    assert cells(drawn[1][: drawn[1].rindex(f"{word}:")]) == margin + column


def test_a_long_line_is_shown_around_the_mistake(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, f"title: x\nevents: [{{date: 2022, source: s, title: {'x' * 5000}, tyep: y}}]\n")
    problem = next(problem for problem in check(timeline) if problem.rule == "unknown-key")
    drawn = ["".join(text for _, text in line) for line in full([problem], timeline.report.files)]

    assert "…" in drawn[1]
    assert len(drawn[1]) < 200
    assert drawn[1][drawn[2].index("^") :].startswith("tyep")


def many_mistakes() -> str:
    """The name of a file with 270 mistakes."""
    events = "".join(f"  - {{date: 2022-1-{day}, title: x, source: s}}\n" for day in range(1, 10)) * 30
    Path("many.yaml").write_text(f"sources:\n  s: {{title: S, issued: 2023}}\nevents:\n{events}", encoding="utf-8")
    return "many.yaml"


def test_a_hundred_are_printed_and_all_are_counted() -> None:
    out = checked(many_mistakes(), "-f", "concise").out.splitlines()

    assert len([line for line in out if "[bad-date]" in line]) == 100
    assert out[-2:] == ["… and 170 more problems; in all: 270 bad-date", "1 file checked: 270 errors, 0 warnings."]


def test_github_gets_a_hundred_and_the_number_of_the_others() -> None:
    out = checked(many_mistakes(), "-f", "github").out.splitlines()

    assert len([line for line in out if line.startswith("::error ")]) == 100
    assert out[100:] == ["… and 170 more problems; in all: 270 bad-date"]


def test_no_error_is_hidden_behind_warnings(tmp_path: Path) -> None:
    actors = "".join(f"  a{number}: {{name: Same}}\n" for number in range(150))
    path = tmp_path / "many.yaml"
    path.write_text(f"actors:\n{actors}events:\n  - {{date: 2022, title: T}}\n", encoding="utf-8")
    *lines, rest = checked(str(path), "-f", "concise", "-q").out.splitlines()

    assert (len(lines), rest) == (100, "… and 51 more problems; in all: 150 same-name, 1 no-source")
    assert "error: this event has no source" in lines[-1]
    assert all("warning" in line for line in lines[:-1])


def test_json_has_them_all() -> None:
    assert len(json.loads(checked(many_mistakes(), "-f", "json").out)) == 270


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    Path("another.yaml").write_text(BAD.replace("Talks", "Other talks"), encoding="utf-8")
    problems: list[Problem] = list(check(load("bad.yaml", "another.yaml")))

    places = [(problem.path, problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    assert len({problem.path for problem in problems}) == 2
