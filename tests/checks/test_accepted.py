"""Warnings that stand on purpose: accepted with a reason, counted, and told when they are out of date."""

from pathlib import Path

import pytest
from calling import call
from written import brief, loaded, write

from diplotimeline import check, load
from diplotimeline.checks import checked

REGISTERS = """\
actors:
  a: {name: Ardelia}
  b: {name: Tavoria}
sources:
  s: {title: S, speaker: a, issued: 2021, file: s.txt}
  t: {title: T, speaker: b, issued: 2021}
"""
EVENT = "events:\n  - {date: 2021-09-08, title: A call, source: s, accepted: {no-quote: a summary alone is public}}\n"


def found(folder: Path, text: str) -> tuple[list[str], int]:
    """What `check` finds in a file, and how many warnings the file accepts."""
    write(folder / "s.txt", "There were two calls and a meeting.\n")
    problems, _, accepted = checked(loaded(folder, text))
    return brief(problems), accepted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (REGISTERS + EVENT + "  - {date: 2021, title: B, source: t, accepted: {no-quote: lost}}\n", 2),
        (REGISTERS.replace("t: {", "t: {accepted: {unused-source: kept for later}, ") + EVENT, 1 + 1),
        ("actors: {z: {name: Z, accepted: {unused-actor: kept for later}}}\n" + REGISTERS[REGISTERS.index("s") :], 0),
    ],
    ids=["of events", "of a source", "in a register alone"],
)
def test_an_accepted_warning_is_counted_and_not_told(tmp_path: Path, text: str, number: int) -> None:
    problems, accepted = found(tmp_path, text)

    assert accepted == number
    assert not [one for one in problems if "no-quote" in one or "unused-source" in one]


def test_the_summary_tells_how_many_are_accepted_and_strict_does_not_count_them(tmp_path: Path) -> None:
    write(tmp_path / "s.txt", "Words.\n")
    path = write(tmp_path / "a.yaml", REGISTERS + EVENT + "  - {date: 2021, title: B, source: t}\n")

    assert call("check", str(path)).out.endswith("1 file checked: 0 errors, 1 warning, 1 accepted.\n")
    path.write_text(path.read_text().replace("source: t}", "source: t, accepted: {no-quote: lost}}"), encoding="utf-8")
    assert call("check", str(path), "--strict").out == "1 file checked: no problems, 2 accepted.\n"
    assert call("check", str(path), "--strict").code == 0


@pytest.mark.parametrize(
    ("accepted", "rule"),
    [
        ("{no-qoute: x}", "unknown-rule"),
        ("{bad-date: x}", "unknown-rule"),
        ("{unknown-actor: x}", "unknown-rule"),
        ("{accepted-unused: x}", "unknown-rule"),
        ("{no-quote: }", "empty-value"),
        ("{no-quote: ''}", "empty-value"),
        ("{no-quote: [a]}", "wrong-type"),
        ("[no-quote]", "wrong-type"),
        ("no-quote", "wrong-type"),
    ],
)
def test_what_is_accepted_is_a_warning_and_has_a_reason(tmp_path: Path, accepted: str, rule: str) -> None:
    text = REGISTERS + EVENT.replace("{no-quote: a summary alone is public}", accepted)
    errors = [one for one in check(loaded(tmp_path, text)) if one.severity == "error" and one.rule == rule]

    assert len(errors) == 1
    assert errors[0].line == 8


def test_a_mistyped_rule_is_answered_with_the_one_that_was_meant(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", REGISTERS + EVENT.replace("no-quote", "no-qoute"))

    assert "there is no rule 'no-qoute' [unknown-rule]" in call("check", str(path)).out
    assert "did you mean 'no-quote'?" in call("check", str(path)).out
    assert call("show", str(path)).code == 1


@pytest.mark.parametrize("name", ["no-quote", "weak-confirmation", "undeclared-dispute", "duplicate-event"])
def test_a_warning_that_does_not_come_is_told(tmp_path: Path, name: str) -> None:
    quoted = EVENT.replace("source: s", "source: s, quote: two calls and a meeting").replace("no-quote", name)

    assert found(tmp_path, REGISTERS.replace("  t: {title: T, speaker: b, issued: 2021}\n", "") + quoted) == (
        ["3:3 unused-actor", "7:93 accepted-unused"], 0,
    )  # fmt: skip


def test_an_entry_with_an_error_is_not_judged(tmp_path: Path) -> None:
    quoted = EVENT.replace("source: s", "source: s, quote: no such words")
    for text in (quoted, EVENT.replace("2021-09-08", "2021-13"), EVENT.replace("A call", "TODO")):
        assert not [one for one in found(tmp_path, REGISTERS + text)[0] if "accepted" in one]


def test_rules_that_did_not_run_are_not_judged(tmp_path: Path) -> None:
    text = REGISTERS.replace("b: {", "b: {accepted: {unused-actor: x}, ") + EVENT.replace("title: A call", "titel: x")

    assert not [one for one in found(tmp_path, text)[0] if "accepted" in one]
    assert check(loaded(tmp_path, REGISTERS + EVENT.replace("no-quote", "bidi-control")), errors_only=True) == ()


@pytest.mark.parametrize("accepting", [0, 1])
def test_a_warning_on_two_entries_is_accepted_in_either(tmp_path: Path, accepting: int) -> None:
    quote = "quote: two calls and a meeting"
    entries = [f"  - {{date: 2021-09-08, title: A call, source: s, {quote}}}\n" for _ in range(2)]
    entries[accepting] = entries[accepting].replace("}\n", ", accepted: {duplicate-event: there were two}}\n")
    namesakes = [f"  n{number}: {{name: One, of: a}}\n" for number in range(2)]
    namesakes[accepting] = namesakes[accepting].replace("of: a", "of: a, accepted: {same-name: father and son}")
    actors = REGISTERS.replace("  b: {name: Tavoria}\n", "".join(namesakes)).replace("speaker: b", "speaker: n1")
    problems, accepted = found(tmp_path, actors + "events:\n" + "".join(entries))

    assert accepted == 3
    assert not [one for one in problems if "same-name" in one or "duplicate-event" in one or "accepted" in one]


@pytest.mark.parametrize(
    ("lines", "accepted"),
    [
        (
            (
                "  - date: 2021-09-08",
                "    title: A call #two",
                "    source: s",
                "    accepted: {cut-by-comment: x, no-quote: x}",
            ),
            2,
        ),
        (
            (
                "  - date: 2021-09-08",
                "    title: A \u200ecall",
                "    source: s",
                "    accepted: {bidi-control: x, no-quote: x}",
            ),
            2,
        ),
        (("  - {date: 2021-09-08, title: A \u200ecall, source: s, accepted: {bidi-control: x, no-quote: x}}",), 2),
    ],
)
def test_a_warning_of_a_line_is_accepted_in_the_entry_around_it(
    tmp_path: Path, lines: tuple[str, ...], accepted: int
) -> None:
    other = "\n  - {date: 2021, title: B \u200e, source: t, quote: They agree on it}\n"
    problems, number = found(tmp_path, REGISTERS + "events:\n" + "\n".join(lines) + other)

    assert number == accepted
    assert [one.split()[1] for one in problems if "unverified" not in one] == ["bidi-control"]


def test_an_accepted_warning_is_in_no_export(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", REGISTERS + EVENT)
    write(tmp_path / "s.txt", "Words.\n")

    assert load(path).events[0].accepted == (("no-quote", "a summary alone is public"),)
    for name in ("json", "csv", "html", "markdown"):
        assert "summary alone" not in call("export", str(path), "-f", name).out
