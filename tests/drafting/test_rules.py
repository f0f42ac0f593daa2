"""Every rule of what is told has an example that it alone decides, and one like it that it leaves as it is."""

from datetime import date

import pytest

from diplotimeline.drafting import candidates
from diplotimeline.drafting.rules import EXAMPLES, RULES, Rule

ISSUED = date(2024, 6, 20)
EVERY = [(table, name) for table, rules in RULES.items() for name in rules]
every_rule = pytest.mark.parametrize(("table", "name"), EVERY, ids=lambda one: one)


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Why each thing that a sentence tells is no event, empty for an event; its date and its status."""
    return [(one.reason, one.date, one.status) for one in candidates(sentence, ISSUED)]


def all_but(table: str, name: str) -> dict[str, Rule]:
    """A table without one of its rules; in the table itself the order must stay, for the first that fits decides."""
    return {other: rule for other, rule in RULES[table].items() if other != name}


@every_rule
def test_the_rule_decides_its_example(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = RULES[table][name].mood.reason
    examples = EXAMPLES[table, name][0]
    found = [told(example) for example in examples]
    monkeypatch.setitem(RULES, table, all_but(table, name))
    without = [told(example) for example in examples]

    for one, other in zip(found, without, strict=True):
        assert one != other
        assert not reason or {each[0] for each in one} == {reason}
        assert not reason or reason not in {each[0] for each in other}


@every_rule
def test_the_rule_leaves_what_is_like_its_example(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unlike = EXAMPLES[table, name][1]
    found = [told(one) for one in unlike]
    monkeypatch.setitem(RULES, table, all_but(table, name))

    assert [told(one) for one in unlike] == found
    assert all("" in {each[0] for each in one} for one in found)
