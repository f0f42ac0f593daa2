"""Whose word a claim is: sides, versions of a statement, and who began."""

from pathlib import Path

from written import loaded

from diplotimeline import check

REGISTERS = """\
actors:
  a: {name: A, kind: state}
  army: {name: Army of A, of: a}
  b: {name: B, kind: state}
sources:
  original: {title: Without a speaker}
  copy: {title: Copy, speaker: army, version_of: original}
  mine: {title: Of A, speaker: a}
  theirs: {title: Of B, speaker: b}
"""


def found(folder: Path, event: str) -> list[str]:
    """What these rules find wrong with an event."""
    rules = ("weak-confirmation", "undeclared-dispute", "unknown-actor")
    problems = check(loaded(folder, f"{REGISTERS}events:\n  - {{date: 2022, title: T, {event}}}\n"))
    return [one.rule for one in problems if one.rule in rules]


def test_a_version_speaks_for_whom_it_names_when_the_original_names_nobody(tmp_path: Path) -> None:
    by_one, by_two = (
        f"status: confirmed, claims: [{{source: copy}}, {{source: {other}}}]" for other in ("mine", "theirs")
    )

    assert found(tmp_path, by_one) == ["weak-confirmation"]
    assert found(tmp_path, by_two) == []


def test_a_mistyped_initiator_is_no_dispute(tmp_path: Path) -> None:
    began = "{source: %s, actors: [{who: %s, role: initiator}]}"
    mine = began % ("mine", "b")

    assert found(tmp_path, f"claims: [{mine}, {began % ('theirs', 'a')}]") == ["undeclared-dispute"]
    assert found(tmp_path, f"claims: [{mine}, {began % ('theirs', 'bb')}]") == ["unknown-actor"]
