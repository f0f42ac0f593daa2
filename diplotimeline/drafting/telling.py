"""What a verb or noun tells of dates or of none: an event, or the reason why it is none, as `rules.toml` decides."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Node
from diplotimeline.drafting.grammar import PAST_TENSES, Tree, Verb
from diplotimeline.drafting.rules import RULES, TYPES, Mood, decided

if TYPE_CHECKING:
    from spacy.tokens import Token

Effect = tuple[str, Verb | None]
"""What is made of a verb or noun, and the verb that makes it."""


class Event(NamedTuple):
    """What a sentence tells of dates or of none; with a `reason` it is no event.

    The mood's status may also be `shown` for what a video shows, and `spoken` for the statement itself.
    """

    dates: tuple[Dated, ...]
    token: "Token"
    verb: Verb | None
    type: str
    mood: Mood = Mood()
    needs_actor: bool = False
    """Whether it is told too loosely to be kept unless somebody of the register takes part, or without one is named."""

    @property
    def reason(self) -> str:
        """Why it is no event."""
        return self.mood.reason


def event_of(tree: Tree, dates: tuple[Dated, ...], token: "Token", verb: Verb | None, type: str) -> Event:
    """An event of a verb or noun, or the reason why it is none."""
    event = Event(dates, token, verb, type)
    mood, facts = judged(tree, event)
    if not mood.reason and (none := decided("sentences", facts | {mood.status})):
        mood = mood._replace(reason=none.reason)
    if not dates:
        undated = decided("undated", facts) or Mood("told without a date")
        mood = undated if undated.reason or undated.status else mood
    told_loosely = verb is not None and (verb.tense == "past" or not tree.names_somebody(token))
    needs_actor = not dates and told_loosely and mood.status not in ("shown", "spoken")
    if type in TYPES["by mines"] and tree.has("mines", token.left_edge.i, token.right_edge.i + 1):
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


def _effects(tree: Tree, event: Event, governor: Verb | None) -> Iterator[Effect]:
    """What the words above a verb or noun make of it, from near to far."""
    if event.verb is None and governor is not None and governor.tense not in PAST_TENSES:
        yield from _made_by(tree, governor.token, None)
    if clause := event.verb or governor:
        yield from _above_clause(tree, clause)
    beside = (tree.verbs[at] for _, at in tree.asides() if event.verb and at != event.token.i)
    yield from (("alleged" if tree.accuses(one) else "said", one) for one in beside)


def _above_clause(tree: Tree, clause: Verb) -> Iterator[Effect]:
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


def _made_by(tree: Tree, above: "Token", clause: Verb | None) -> Iterator[Effect]:
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


def _facts(tree: Tree, event: Event, governor: Verb | None, above: list[Effect]) -> Iterator[str]:
    """All that is true of it; `above` is what the words above make of it."""
    type = event.type or "unknown"
    yield f"type:{type}"
    yield from (name for name, types in TYPES.items() if type in types)
    yield from _of_sentence(tree, event)
    yield from _of_marks(tree, event)
    yield from _of_dates(tree, event)
    yield from _of_verb(tree, event, event.verb) if event.verb else _of_noun(tree, event)
    yield from (f"above:{one}" for one in _of_any_verb(tree, governor)) if governor else ("top",)
    for name, verb in above:
        yield f"under:{name}"
        if verb is not None and verb.tense in PAST_TENSES:
            yield f"under:past-{name}"
    before = (verb for verb in tree.verbs_above(event.token) if verb.first < event.token.i)
    if any(name == "demand" for verb in before for name, _ in _made_by(tree, verb.token, None)):
        yield "asked"  # even where it only describes what is asked for


def _of_marks(tree: Tree, event: Event) -> Iterator[str]:
    """The marks in the same part of the sentence, and where they stand."""
    place = event.token.i
    start, reach = (event.verb.first, 8) if event.verb else (place, 3)
    first, last = tree.part(place)
    date = tree.tokens_of(event.dates[0]).start if event.dates else 0
    clauses = (at for at, verb in tree.verbs.items() if at < date and verb.finite)
    lead = max((at for at in clauses if not tree.is_one_of(tree.doc[at], "made")), default=0)
    stretches = {
        "before": range(place), "after": range(place, last), "near": range(start - reach, place + reach),
        "close": range(start - 3, start), "opens": range(first + 3), "lead": range(lead, date),
        "led": range(date - 8, date + 4),
    }  # fmt: skip
    for mark, places in tree.marks.items():
        for at in places:
            if first <= at < last:
                yield mark
                yield from (f"{name}:{mark}" for name, stretch in stretches.items() if at in stretch)


def _of_dates(tree: Tree, event: Event) -> Iterator[str]:
    if not event.dates:
        return
    yield "dated"
    yield "opening" if tree.tokens_of(event.dates[0]).start <= 2 else "late"
    yield from (f"first:{name}" for name in _names(tree.dates[0].node.shape))
    yield "year-given" if event.dates[0].node.values("year") else "year-left-out"
    yield from (f"at:{name}" for name in _names(event.dates[0].node.shape))
    names = [_names(shape) for dated in event.dates for shape in _shapes(dated.node)]
    yield from (f"only:{name}" for name in frozenset.intersection(*names))


def _names(shape: str) -> frozenset[str]:
    """A shape and the groups that it is in."""
    return frozenset([shape, *(name for name, shapes in GROUPS.items() if shape in shapes)])


def _shapes(node: Node) -> Iterator[str]:
    """The shapes of a date and of the dates that it is made of."""
    return chain([node.shape], *map(_shapes, node.values("date")))


def _true(facts: dict[str, bool]) -> Iterator[str]:
    return (name for name, holds in facts.items() if holds)


def _of_sentence(tree: Tree, event: Event) -> Iterator[str]:
    first, last = tree.part(event.token.i)
    leading = tree.grammar.classes["joining"] | tree.grammar.classes["contrasting"]
    opening = next((low for low in tree.lows if low not in leading), "")
    return _true(
        {
            "question": tree.lows[-1] == "?",
            "unended": tree.lows[-1] not in '.;!?):"»…”',
            "fragment": not any(verb.finite for verb in tree.verbs.values()),
            "narrated": any(verb.tense in PAST_TENSES for at, verb in tree.verbs.items() if first <= at < last),
            "counted": any(tree.is_number(tree.doc[at]) for at in range(first, last)),
            "before:denying": any(tree.is_one_of(tree.doc[at], "denying") for at in range(first, event.token.i)),
            "leads-on": any(event.token.i < at < last for at in tree.verbs),
            "inverted": opening in tree.grammar.classes["inverting"],
        }
    )


def _of_word(tree: Tree, token: "Token") -> Iterator[str]:
    """The classes and marks of a word, the classes of what hangs on it, and how that does."""
    yield from tree.classes[token.i]
    yield from (f"is:{mark}" for mark in tree.marks if tree.has(mark, token.i, token.i + 1))
    for one in (one for one in (token, *token.children) if one.i not in tree.in_date):
        yield from (f"beside:{name}" for name in tree.classes[one.i])
        yield from (f"has:{link}" for link in tree.grammar.links_of.get(one.dep_, ()))


def _of_any_verb(tree: Tree, verb: Verb) -> Iterator[str]:
    """The tense, voice and classes of a verb and what hangs on it."""
    subject, opener = tree.subject(verb), tree.opener_of(verb.token)
    by_us = subject is not None and tree.is_one_of(subject, "we")
    yield from (verb.tense, tree.role(verb.token) or "main", *_of_word(tree, verb.token))
    yield from (f"opened:{name}" for name in tree.grammar.classes_of.get(opener, ()))
    yield from _true(
        {
            "told": verb.tense in PAST_TENSES,
            "untold": verb.tense not in (*PAST_TENSES, "imperfect", "reduced"),
            "passive": verb.passive,
            "negated": verb.negated,
            "accusing": tree.accuses(verb),
            "by-us": by_us,
            "by-others": subject is not None and not by_us,
        }
    )


def _of_verb(tree: Tree, event: Event, verb: Verb) -> Iterator[str]:
    """What only the verb that is judged is asked."""
    token = verb.token
    subjects = tree.children(token, "subject")
    near = [one for one in (*tree.objects(verb), tree.subject(verb)) if one is not None]
    dates = tree.tokens_of(event.dates[0]) if event.dates else range(0)
    noun = tree.noun_of(verb)
    yield "verb"
    yield from _of_any_verb(tree, verb)
    yield from (f"of:{one}" for one in (_of_word(tree, noun) if noun is not None else ()))
    yield from _true(
        {
            "tells-in-present": tree.grammar.tells_in_present,
            "progressive": verb.tense == "perfect" and token.tag_ == "VBG",
            "counted-itself": any(tree.is_number(one) for noun in near for one in noun.subtree),
            "named": any(tree.names_somebody(one) for one in near),
            "by-name": any(map(tree.names_somebody, tree.children(token, "agent"))),
            "bare": not any(map(tree.names_somebody, tree.objects(verb))),
            "date-is-subject": all(one.i in tree.in_date for one in subjects)
            if subjects
            else dates == range(verb.first),
        }
    )


def _of_noun(tree: Tree, event: Event) -> Iterator[str]:
    """What only the noun that is judged is asked."""
    noun = event.token
    behind = tree.doc[noun.i + 1 : min(tree.part(noun.i)[1], noun.i + 14)]
    yield "noun"
    yield from _of_word(tree, noun)
    yield from _true(
        {
            "definite": tree.is_definite(noun),
            "named": any(map(tree.names_somebody, behind)),
        }
    )
