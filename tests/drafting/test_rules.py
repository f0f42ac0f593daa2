"""Every rule of what is told has an example that it alone decides, and one like it that it leaves as it is."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from diplotimeline.drafting import candidates, telling
from diplotimeline.drafting.telling import RULES, Rule

ISSUED = date(2024, 6, 20)
EVERY = [(table, name) for table, rules in RULES.items() for name in rules]
READ = tomllib.loads(Path(telling.__file__).with_name("rules.toml").read_text(encoding="utf-8"))
every_rule = pytest.mark.parametrize(("table", "name"), EVERY, ids=lambda one: one)


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Why each thing that a sentence tells is no event, empty for an event; its date and its status."""
    return [(one.reason, one.date, one.status) for one in candidates(sentence, ISSUED)]


def sentences(table: str, name: str, kind: str) -> list[str]:
    """Sentences that a rule decides, its `example`, or sentences like them that it does not, `unlike`."""
    given = READ[table][name][kind]
    return [given] if isinstance(given, str) else given


def all_but(table: str, name: str) -> dict[str, Rule]:
    """A table without one of its rules; in the table itself the order must stay, for the first that fits decides."""
    return {other: rule for other, rule in RULES[table].items() if other != name}


@every_rule
def test_the_rule_decides_its_example(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = RULES[table][name].mood.reason
    examples = sentences(table, name, "example")
    found = [told(example) for example in examples]
    monkeypatch.setitem(RULES, table, all_but(table, name))
    without = [told(example) for example in examples]

    for one, other in zip(found, without, strict=True):
        assert one != other
        assert not reason or {each[0] for each in one} == {reason}
        assert not reason or reason not in {each[0] for each in other}


@every_rule
def test_the_rule_leaves_what_is_like_its_example(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unlike = sentences(table, name, "unlike")
    found = [told(one) for one in unlike]
    monkeypatch.setitem(RULES, table, all_but(table, name))

    assert [told(one) for one in unlike] == found
    assert all("" in {each[0] for each in one} for one in found)
