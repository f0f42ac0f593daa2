"""Unused names, doubles and namesakes: what is not taken for one."""

from pathlib import Path

from written import SMALLEST, loaded, write

from diplotimeline import Timeline, check, load


def found(timeline: Timeline, *rules: str) -> list[str]:
    """The findings of these rules, in short."""
    return [f"{one.line}:{one.rule}" for one in check(timeline) if one.rule in rules]


def test_a_register_may_hold_more_than_is_used(tmp_path: Path) -> None:
    write(tmp_path / "register.yaml", "actors: {a: {name: A}}\nsources: {r: {title: R}}\n")
    path = write(tmp_path / "a.yaml", f"include: [register.yaml]\nactors: {{b: {{name: B}}}}\n{SMALLEST}")

    assert found(load(path), "unused-actor", "unused-source") == ["2:unused-actor"]


def test_nothing_counts_as_unused_while_a_mistake_may_hide_its_mention(tmp_path: Path) -> None:
    text = f"actors: {{a: {{name: A}}}}\n{SMALLEST}    actrs: [a]\n"

    assert found(loaded(tmp_path, text), "unused-actor") == []


def test_actors_whose_names_are_missing_are_no_namesakes(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, "actors:\n  a: {kind: state}\n  b: {kind: state}\n")

    assert found(timeline, "missing-key", "same-name") == ["2:missing-key", "3:missing-key"]


def test_events_of_another_type_are_no_doubles(tmp_path: Path) -> None:
    event = "  - {date: 2022, source: s, quote: They met, title: %s, type: %s}\n"
    events = "".join(event % words for words in (("One", "meeting"), ("Two", "call"), ("Three", "call")))

    assert found(loaded(tmp_path, f"sources:\n  s: {{title: S}}\nevents:\n{events}"), "duplicate-event") == [
        "6:duplicate-event"
    ]
