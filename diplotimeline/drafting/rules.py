"""The rules of `rules.toml`: what is told of a date, or why nothing is, out of facts about a verb or noun."""

from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from diplotimeline.drafting.grammar import Verb
from diplotimeline.drafting.vocabulary import table

PLAN, PAST, OPEN, NEAREST = 1, -1, 0, 2
"""Where in time a date is looked for: ahead of the statement, behind it, either, or wherever it is nearer."""
LOOKS = {"ahead": PLAN, "behind": PAST, "either": OPEN, "nearest": NEAREST}


class Mood(NamedTuple):
    """A reason against an event or none, where in time to look for its date, its status, and who says so.

    A status may be `planned`, `alleged`, or `ahead` and `behind` for what is an event only if its date is.
    """

    reason: str = ""
    direction: int = PAST
    status: str = ""
    teller: Verb | None = None


class Rule(NamedTuple):
    """Groups of facts any of which is enough, groups any of which speaks against it, and what is then the case."""

    when: tuple[frozenset[str], ...]
    unless: tuple[frozenset[str], ...]
    mood: Mood

    def fits(self, facts: AbstractSet[str]) -> bool:
        """Whether the facts are those of the rule."""
        return any(group <= facts for group in self.when) and not any(group <= facts for group in self.unless)


def _rule(one: dict[str, Any]) -> Rule:
    when, unless = (tuple(frozenset(words.split()) for words in one.get(name, ())) for name in ("when", "unless"))
    return Rule(when, unless, Mood(one.get("reason", ""), LOOKS[one.get("looks", "behind")], one.get("status", "")))


_READ = table("rules")
TYPES: dict[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in _READ["types"].items()}
"""Types of events that have something in common."""
RULES: dict[str, dict[str, Rule]] = {
    kind: {name: _rule(one) for name, one in rules.items()} for kind, rules in _READ.items() if kind != "types"
}
"""The rules for verbs, for nouns and for whole sentences, by name."""


def decided(kind: str, facts: AbstractSet[str]) -> Mood | None:
    """What the first rule of a kind that fits makes of it."""
    return next((rule.mood for rule in RULES[kind].values() if rule.fits(facts)), None)
