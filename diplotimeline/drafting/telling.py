"""What a verb or noun tells of a date or of none, by the rules of `rules.toml` and the facts that these ask for."""

from collections.abc import Iterator, Set as AbstractSet
from itertools import chain
from typing import Any, NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Node, table
from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, Verb
from diplotimeline.drafting.parsing import Token
from diplotimeline.drafting.types import OTHER, nouns_of, type_of_verb

PLAN, PAST, OPEN, NEAREST = 1, -1, 0, 2  # a date is looked for ahead of the statement, behind, either, or where nearer
LOOKS = {"ahead": PLAN, "behind": PAST, "either": OPEN, "nearest": NEAREST}


class Mood(NamedTuple):
    """A reason against an event or none, where in time to look for its date, its status, and who says so.

    What has the status `ahead` or `behind` is an event only if its date is; `shown` is it by a video.
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


class Event(NamedTuple):
    """What a sentence tells of a date or of none; with a reason in its mood it is no event."""

    date: Dated | None
    token: Token
    verb: Verb | None
    type: str
    mood: Mood = Mood()
    needs_actor: bool = False  # told too loosely to be kept unless somebody of the register takes part, or is named


def event_of(tree: Tree, date: Dated | None, token: Token, verb: Verb | None = None) -> Event:
    """An event of a verb or else of a noun, or the reason why it is none."""
    type = type_of_verb(tree, verb) if verb else nouns_of(tree)[token.i]
    event = Event(date, token, verb, type)
    mood, facts = judged(tree, event)
    if not mood.reason and (none := decided("sentences", facts | {mood.status})):
        mood = mood._replace(reason=none.reason)
    if date is None:
        undated = decided("undated", facts) or Mood("told without a date")
        mood = undated if undated.reason or undated.status else mood
    told_loosely = verb is not None and (verb.tense == "past" or not tree.names_somebody(token))
    needs_actor = date is None and told_loosely and mood.status not in ("shown", "spoken")
    harmed = type in TYPES["by mines"] and not (verb and type == OTHER)  # `found a mine`
    if harmed and tree.has("mines", token.left_edge.i, token.right_edge.i + 1):
        type = "explosion"
    return event._replace(type=type, mood=mood, needs_actor=needs_actor)


def judged(tree: Tree, event: Event) -> tuple[Mood, frozenset[str]]:
    """What tense, mood and the words around and above a verb or noun make of it, and the facts that decide."""
    verb, governor = event.verb, tree.verb_above(event.token)
    above = list(_effects(tree, event, governor))
    facts = frozenset(_facts(tree, event, governor, above))
    mood = decided("verbs" if verb else "nouns", facts)
    if mood is None and governor is not None and {"infinitive", "ing"} & facts:
        mood, _ = judged(tree, event._replace(token=governor.token, verb=governor))
    mood = mood or Mood()
    teller = next((one for name, one in above if name in ("said", "alleged") and one), None) if verb else None
    hedged = not mood.status and not mood.reason and decided("words", facts)
    return mood._replace(status="alleged" if hedged else mood.status, teller=teller), facts


def _effects(tree: Tree, event: Event, governor: Verb | None) -> Iterator[tuple[str, Verb | None]]:
    """What the words above a verb or noun make of it, from near to far."""
    if event.verb is None and governor is not None and governor.tense not in PAST_TENSES:
        yield from _made_by(tree, governor.token, None)
    if clause := event.verb or governor:
        yield from _above_clause(tree, clause)
    beside = (tree.verbs[at] for _, at in tree.asides() if event.verb and at != event.token.i)
    yield from (("alleged" if tree.accuses(one) else "said", one) for one in beside)


def _above_clause(tree: Tree, clause: Verb) -> Iterator[tuple[str, Verb | None]]:
    """What is made of a clause by its opener and by what it hangs on."""
    token = clause.token
    if tree.opener_of(token) in tree.grammar.classes["conditions"]:
        yield "condition", None
    while token.head != token and (
        tree.role(token) == "joined" or (token.head.pos_ in ("ADP", "SCONJ") and token.head.i not in tree.verbs)
    ):
        token = token.head
    if token.head == token or tree.role(token) == "circumstance":
        return
    yield from _made_by(tree, token.head, clause)
    if token.head.i in tree.verbs and clause.tense not in PAST_TENSES:
        yield from _above_clause(tree, tree.verbs[token.head.i])


def _made_by(tree: Tree, above: Token, clause: Verb | None) -> Iterator[tuple[str, Verb | None]]:
    """What a verb or noun makes of the clause or noun that hangs on it: it hopes for it, denies it, plans it."""
    facts = {f"below:{one}" for one in _of_any_verb(tree, clause)} if clause else {"below:untold"}
    governor, over = tree.verbs.get(above.i), tree.verb_above(above)
    facts.update(f"above:{one}" for one in (_of_any_verb(tree, over) if over else ()))
    if governor is not None:
        facts.update(_of_any_verb(tree, governor))
    else:
        facts |= {"no-verb", above.pos_.lower(), "denied" if tree.is_denied(above) else "", *_of_word(tree, above)}
        governor = over
    yield from ((name, governor) for name, rule in RULES["above"].items() if rule.fits(facts))


def _facts(tree: Tree, event: Event, governor: Verb | None, above: list[tuple[str, Verb | None]]) -> Iterator[str]:
    """All that is true of it; `above` is what the words above make of it."""
    token, type = event.token, event.type or "unknown"
    first, last = tree.part(token.i)
    opening = next((low for low in tree.lows if low not in tree.grammar.classes["contrasting"]), "")
    yield from (f"type:{type}", *(name for name, types in TYPES.items() if type in types))
    yield from _true(
        question=tree.lows[-1] == "?" or tree.has("asking", 0, 1),
        entry=tree.is_entry,
        unended=tree.lows[-1] not in '.;!?):"»…”',
        fragment=not any(verb.finite for verb in tree.verbs.values()),
        counted=any(map(tree.is_number, tree.doc[first:last])),
        conditional=not tree.grammar.classes["conditions"].isdisjoint(tree.lows[first:last]),
        inverted=opening in tree.grammar.classes["inverting"],
        denied_before=any(tree.is_one_of(one, "denying") for one in tree.doc[first : token.i]),
        leads_on=any(token.i < at < last for at in tree.verbs),
    )
    yield from _of_marks(tree, event)
    yield from _of_date(tree, event.date) if event.date else ()
    yield from _of_verb(tree, event, event.verb) if event.verb else ("noun", *_of_word(tree, token))
    if not event.verb:
        behind = governor is not None and governor.token.i < token.i
        yield from _true(definite=tree.is_definite(token), named=tree.names_somebody(token), behind=behind)
    yield from (f"above:{one}" for one in _of_any_verb(tree, governor)) if governor else ("top",)
    for name, verb in above:
        yield f"under:{name}"
        if verb is not None and verb.tense in PAST_TENSES:
            yield f"under:past-{name}"
    before = (verb for verb in tree.verbs_above(token) if verb.first < token.i)
    if any(name == "demand" for verb in before for name, _ in _made_by(tree, verb.token, None)):
        yield "asked"  # even where it only describes what is asked for


def _of_marks(tree: Tree, event: Event) -> Iterator[str]:
    """The marks in the same part of the sentence, and where they stand."""
    place = event.token.i
    start, reach = (event.verb.first, 8) if event.verb else (place, 3)
    first, last = tree.part(place)
    date = tree.tokens_of(event.date).start if event.date else 0
    clauses = (at for at, verb in tree.verbs.items() if at < date and verb.finite)
    lead = max((at for at in clauses if not tree.is_one_of(tree.doc[at], "made")), default=0)
    stretches = {
        "before": range(place), "after": range(place, last), "near": range(start - reach, place + reach),
        "close": range(start - 3, start), "opens": range(first + 3), "lead": range(lead, date + 4),
    }  # fmt: skip
    for mark, places in tree.marks.items():
        for at in places:
            if first <= at < last:
                yield mark
                yield from (f"{name}:{mark}" for name, stretch in stretches.items() if at in stretch)


def _of_date(tree: Tree, date: Dated) -> Iterator[str]:
    """The shape and groups of a date, and the groups of it with those that it is made of."""
    first, shapes, span = date.node.shape, {*_shapes(date.node)}, tree.tokens_of(date)
    start = span.start
    for led in tree.doc[max(0, start - 1) : start]:
        yield from (f"led:{name}" for name in tree.classes[led.i])
        above = tree.doc[start : span.stop].root.head
        noun = led.head if led == above else above
        yield from _true(of_noun=noun.pos_ in NOUNS and noun.i not in nouns_of(tree))
    yield from ("dated", f"at:{first}", "opening" if start <= 2 else "late")
    yield from (f"at:{name}" for name, group in GROUPS.items() if first in group)
    yield from (f"only:{name}" for name, group in GROUPS.items() if shapes <= group)
    yield from (f"unit:{unit}" for unit in date.node.values("unit"))


def _shapes(node: Node) -> Iterator[str]:
    """The shapes of a date and of the dates that it is made of."""
    return chain([node.shape], *map(_shapes, node.values("date")))


def _true(**facts: bool) -> Iterator[str]:
    return (name for name, holds in facts.items() if holds)


def _of_word(tree: Tree, token: Token) -> Iterator[str]:
    """The classes and marks of a word, the classes of what hangs on it, and how that does."""
    yield from tree.classes[token.i]
    yield from (f"is:{mark}" for mark in tree.marks if tree.has(mark, token.i, token.i + 1))
    for one in (one for one in (token, *token.children) if one.i not in tree.in_date):
        yield from (f"beside:{name}" for name in tree.classes[one.i])
        yield from (f"has:{link}" for link in tree.links[one.i])


def _of_any_verb(tree: Tree, verb: Verb) -> Iterator[str]:
    """The tense, voice and classes of a verb and what hangs on it."""
    subject = tree.subject(verb)
    yield from (verb.tense, tree.role(verb.token) or "main", *_of_word(tree, verb.token))
    yield from (f"opened:{name}" for name in tree.grammar.classes_of.get(tree.opener_of(verb.token), ()))
    yield from _true(
        told=verb.tense in PAST_TENSES,
        untold=verb.tense not in (*PAST_TENSES, "imperfect", "reduced"),
        passive=verb.passive,
        negated=verb.negated,
        accusing=tree.accuses(verb),
        by_others=subject is not None and not tree.is_one_of(subject, "we"),
        by_us=subject is not None and tree.is_one_of(subject, "we"),
    )


def _of_verb(tree: Tree, event: Event, verb: Verb) -> Iterator[str]:
    """What only the verb that is judged is asked."""
    date, subjects = event.date, tree.children(verb.token, "subject")
    token, noun, subject, objects = verb.token, tree.noun_of(verb), tree.subject(verb), tree.objects(verb)
    near = [one for one in (*objects, subject) if one is not None]
    opens = date is not None and tree.tokens_of(date) == range(verb.first)
    yield from ("verb", *_of_any_verb(tree, verb))
    yield from (f"of:{one}" for one in (_of_word(tree, noun) if noun is not None else ()))
    yield from _true(
        tells_in_present=tree.grammar.tells_in_present,
        progressive=verb.finite and token.tag_ == "VBG",
        counted_itself=any(tree.is_number(one) for noun in near for one in noun.subtree),
        by_name=any(map(tree.names_somebody, tree.children(token, "agent"))),
        named=any(map(tree.names_somebody, near)),
        bare=not any(map(tree.names_somebody, objects)),
        date_is_subject=all(one.i in tree.in_date for one in subjects) if subjects else opens,
        year_left_out=date is not None and not date.node.values("year"),
    )
