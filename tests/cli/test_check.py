"""`check`: its exit code, its options, and the pages of its rules."""

import re
from pathlib import Path

import pytest
from calling import Answer, call, wrong
from made_up import BUNDLED, event, write

from diplotimeline.checks import manual, severity_of
from diplotimeline.record.words import LISTS


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("events:\n  - {date: 2022-13-40, title: x, source: s}\n", encoding="utf-8")
    Path("clean.yaml").write_text("title: Nothing yet\n", encoding="utf-8")
    write(Path("warned.yaml"), event(quote="Not verified."))


def checked(*args: str) -> Answer:
    return call("check", *args)


def test_check_prints_on_standard_output() -> None:
    with_errors, with_warnings, clean = checked("bad.yaml"), checked("warned.yaml"), checked(BUNDLED)

    assert (with_errors.code, with_errors.err) == (1, "")
    assert (with_warnings.code, with_warnings.err) == (0, "")
    assert "warning:" in with_warnings.out
    assert (clean.code, clean.err) == (0, "")


def test_quiet_leaves_out_the_summary() -> None:
    assert "error:" in checked("bad.yaml", "-q").out
    assert "checked" not in checked("bad.yaml", "-q").out
    assert checked("clean.yaml", "-q").out == ""


def test_strict_lets_warnings_fail() -> None:
    assert checked("warned.yaml").code == 0
    assert checked("warned.yaml", "--strict").code == 1
    assert checked("clean.yaml", "--strict").code == 0


def test_an_unknown_format_is_a_wrong_call() -> None:
    assert "did you mean 'json'? formats: full, concise, json, github" in wrong("check", "bad.yaml", "-f", "jsn")


@pytest.mark.parametrize("rule", sorted(manual()))
def test_every_rule_is_explained_with_a_reason_and_two_examples(rule: str) -> None:
    page = checked("--explain", rule).out

    assert page.startswith(f"{rule} ({severity_of(rule)})\n")
    assert [page.count(f"\n  {part}:") for part in ("Why", "Wrong", "Right")] == [1, 1, 1]


def test_all_rules_are_explained_at_once() -> None:
    out = checked("--explain", "all").out

    assert [line.split()[0] for line in out.splitlines() if line and line[0] != " "] == sorted(manual())
    assert out == "\n".join(checked("--explain", rule).out for rule in manual())


@pytest.mark.parametrize("name", LISTS)
def test_every_closed_list_is_explained_word_by_word(name: str) -> None:
    lines = checked("--explain", name).out.splitlines()

    assert lines[0] == f"the words of '{name}'"
    assert [tuple(line.split(maxsplit=1)) for line in lines[2:]] == [*LISTS[name].items()]


def test_a_rule_that_is_none_is_a_wrong_call() -> None:
    assert "did you mean 'bad-date'?" in wrong("check", "--explain", "bad-dat")


@pytest.mark.parametrize("args", [("empty",), ()], ids=["an empty folder", "an empty folder 'timelines'"])
def test_nothing_to_check_is_a_wrong_call(args: tuple[str, ...]) -> None:
    Path("empty").mkdir()
    Path("timelines").mkdir()

    assert f"the folder {args[0] if args else 'timelines'} holds no timeline" in wrong("check", *args)


def rules_of(answer: Answer) -> set[str]:
    return set(re.findall(r"\[([a-z-]+)\]$", answer.out, re.MULTILINE))


def test_rules_are_selected_and_ignored() -> None:
    everything = rules_of(checked("bad.yaml", "warned.yaml", "-f", "concise"))
    assert len(everything) >= 4

    for rule in everything:
        only = checked("bad.yaml", "warned.yaml", "-f", "concise", "--select", rule)
        without = checked("bad.yaml", "warned.yaml", "-f", "concise", "--ignore", rule)
        assert rules_of(only) == {rule}
        assert rules_of(without) == everything - {rule}
        assert only.code == (1 if severity_of(rule) == "error" else 0)


def test_several_rules_stand_between_commas_or_are_given_again() -> None:
    both = checked("bad.yaml", "--select", "bad-date,unknown-source", "-f", "concise")

    assert rules_of(both) == {"bad-date", "unknown-source"}
    assert both == checked("bad.yaml", "--select", "bad-date", "--select", "unknown-source", "-f", "concise")
    assert rules_of(checked("bad.yaml", "--select", "bad-date", "--ignore", "bad-date", "-f", "concise")) == set()


@pytest.mark.parametrize("more", [("-q",), ("-f", "json"), ("-f", "github")])
def test_without_a_summary_what_is_left_out_is_told_beside(more: tuple[str, ...]) -> None:
    assert checked("bad.yaml", "--select", "no-quote", *more).err == "2 problems of other rules left out.\n"
    assert checked("clean.yaml", "--select", "no-quote", *more).err == ""


@pytest.mark.parametrize("more", [(), ("-f", "concise")])
def test_the_summary_tells_what_is_left_out(more: tuple[str, ...]) -> None:
    answer = checked("bad.yaml", "--select", "no-quote", *more)

    assert answer == Answer(0, "1 file checked: no problems, 2 of other rules.\n", "")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("rule", ["bad-dat", "", "all", "bad-date,", "type"])
def test_an_unknown_rule_is_refused(option: str, rule: str) -> None:
    assert f"{option}: there is no rule '" in wrong("check", "bad.yaml", option, rule)


# --- a part of a timeline ------------------------------------------------------------------------------------------


def test_a_part_alone_is_no_list_of_false_errors() -> None:
    Path("events").mkdir()
    write(Path("events/part.yaml"), event(actors=["ardelia"]), sources={})
    write(Path("main.yaml"), include=["events"], actors={"ardelia": {"name": "Ardelia"}})

    assert wrong("check", "events/part.yaml") == (
        "Error: events/part.yaml is included by main.yaml: check that\n  diplotimeline check main.yaml\n"
    )
    assert "events/part.yaml is included by main.yaml: name that" in wrong("show", "events/part.yaml")
    assert checked("main.yaml").code == checked("main.yaml", "events/part.yaml").code == 0


def test_a_part_that_declares_what_it_names_is_checked() -> None:
    write(Path("part.yaml"), event(date="soon", actors=["ardelia"]), actors={"ardelia": {"name": "Ardelia"}})
    write(Path("main.yaml"), include=["part.yaml"])

    assert "[bad-date]" in checked("part.yaml").out
