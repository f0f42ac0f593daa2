"""What a verb or noun tells of dates or of none: an event, or the reason why it is none, as `rules.toml` decides."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated, Node
from diplotimeline.drafting.grammar import PAST_TENSES, Tree, Verb
from diplotimeline.drafting.rules import TYPES, Mood, decided
from diplotimeline.drafting.types import by_mines

if TYPE_CHECKING:
    from spacy.tokens import Token

Effect = tuple[str, Verb | None]
"""What is made of a verb or noun, and the verb that makes it."""


def effects(tree: Tree, token: "Token") -> Iterator[Effect]:
    """What the words above a verb or noun make of it, from near to far."""
    if token.i in tree.verbs:
        yield from _of_clause(tree, tree.verbs[token.i])
    elif (governor := tree.verb_above(token)) is not None:
        if governor.tense not in PAST_TENSES:
            yield from ((name, governor) for name in of_governor(tree, None, governor))
        yield from _of_clause(tree, governor)


def _of_clause(tree: Tree, clause: Verb) -> Iterator[Effect]:
    if tree.opener_of(clause.token) in tree.grammar.classes["conditions"]:
        yield "condition", None
    for token, head in pairwise((clause.token, *clause.token.ancestors)):
        role = tree.role(token)
        if role == "joined" or (head.pos_ in ("ADP", "SCONJ") and head.i not in tree.verbs):
            continue  # a preposition before a verb only joins it to the word above
        if role != "circumstance" and head.i in tree.verbs:
            governor = tree.verbs[head.i]
            yield from ((name, governor) for name in of_governor(tree, clause, governor))
            yield from _of_clause(tree, governor) if clause.tense not in PAST_TENSES else ()
        elif role != "circumstance":
            yield from _of_noun_above(tree, clause, head)
        return


def _of_noun_above(tree: Tree, clause: Verb, noun: "Token") -> Iterator[Effect]:
    """`the hope that they meet`, `allegations that they met`, `the decision to meet`."""
    governor = tree.verb_above(noun)
    hoped = noun.pos_ == "NOUN" and clause.tense == "infinitive" and not tree.is_one_of(noun, "plans")
    if tree.is_one_of(noun, "wishing") or hoped:
        yield "wish", governor
    if tree.has("hearsay_noun", noun.i, noun.i + 1):
        refused = governor is not None and (governor.negated or tree.is_one_of(governor.token, "denying"))
        yield ("denial" if refused or tree.is_denied(noun) else "said"), governor
    elif clause.tense == "infinitive":
        yield ("condition" if governor is not None and governor.tense == "modal" else "plan"), governor


def of_governor(tree: Tree, clause: Verb | None, governor: Verb) -> Iterator[str]:
    """What a verb makes of the clause or noun that is its object."""
    told = clause is not None and clause.tense in (*PAST_TENSES, "imperfect", "reduced")
    whether = clause is not None and tree.opener_of(clause.token) in tree.grammar.classes["questioning"]
    is_one_of = partial(tree.is_one_of, governor.token)
    if ((governor.negated or whether) and is_one_of("doubting", "saying")) or (is_one_of("failing") and not told):
        yield "denial"
    elif is_one_of("denying", "accusing"):
        yield "alleged"
    elif is_one_of("saying"):
        yield "said"
    elif is_one_of("wishing"):
        yield "awaited" if _awaits(tree, governor) else "wish"
    elif not told and (governor.tense == "imperative" or _demands(tree, governor)):
        yield "demand"
    elif not told and (is_one_of("planning") or governor.lemma == "be"):
        yield "plan"
    if governor.tense == "modal":
        yield "demand" if "obliging" in tree.manners(governor) else "condition"
    if is_one_of("unreal") and governor.tense == "hedged":
        yield "condition"
    if not told and governor.negated:
        yield "denial"


def _awaits(tree: Tree, verb: Verb) -> bool:
    """`the President looks forward to welcoming her`: of somebody else it is a plan that is told."""
    subject = tree.subject(verb)
    forward = any(tree.is_one_of(child, "forward") for child in verb.token.children)
    return forward and subject is not None and not tree.is_one_of(subject, "we")


def _demands(tree: Tree, verb: Verb) -> bool:
    """Whether a verb demands; `is expected to` plans, and so does French `s'engage à`."""
    reflexive = any(tree.is_one_of(child, "reflexive") for child in verb.token.children)
    plans = tree.is_one_of(verb.token, "planning") and (verb.passive or reflexive)
    return tree.is_one_of(verb.token, "demanding") and not plans


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
    """Whether it is told too loosely to be kept unless somebody of the register takes part."""

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
    if not dates and decided("undated", facts) is None:
        mood = Mood("told without a date")
    needs_actor = not dates and verb is not None and (verb.tense == "past" or not tree.names_somebody(token))
    return event._replace(type=by_mines(tree, token, type), mood=mood, needs_actor=needs_actor)


def judged(tree: Tree, event: Event) -> tuple[Mood, frozenset[str]]:
    """What tense, mood and the words around and above a verb or noun make of it, and the facts that decide."""
    verb, governor = event.verb, tree.verb_above(event.token)
    beside = [tree.verbs[at] for _, at in tree.asides() if at != event.token.i] if verb else []
    above = [*effects(tree, event.token), *(("alleged" if tree.accuses(one) else "said", one) for one in beside)]
    facts = facts_of(tree, event, above)
    mood = decided("verbs" if verb else "nouns", facts)
    if mood is None and governor is not None and {"infinitive", "ing"} & facts:
        mood, _ = judged(tree, event._replace(token=governor.token, verb=governor))
    mood = mood or Mood()
    teller = next((one for name, one in above if name in ("said", "alleged") and one), None) if verb else None
    hedged = not mood.status and not mood.reason and decided("words", facts)
    return mood._replace(status="alleged" if hedged else mood.status, teller=teller), facts


def facts_of(tree: Tree, event: Event, above: list[Effect]) -> frozenset[str]:
    """All that is true of it; `above` is what the words above make of it."""
    governor, type = tree.verb_above(event.token), event.type or "unknown"
    return frozenset(
        chain(
            [f"type:{type}", "top" if governor is None else ""],
            (name for name, types in TYPES.items() if type in types),
            _of_sentence(tree, event),
            _of_marks(tree, event),
            _of_dates(tree, event),
            _of_above(tree, event, above),
            _of_verb(tree, event, event.verb) if event.verb else _of_noun(tree, event),
            (f"above:{one}" for one in (_of_any_verb(tree, governor) if governor else ())),
        )
    )


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
    names = [_names(shape) for dated in event.dates for shape in _shapes(dated.node)]
    yield "year-given" if event.dates[0].node.values("year") else "year-left-out"
    yield from (f"at:{name}" for name in _names(event.dates[0].node.shape))
    yield from (f"with:{name}" for name in frozenset.union(*names))
    yield from (f"only:{name}" for name in frozenset.intersection(*names))


def _names(shape: str) -> frozenset[str]:
    """A shape and the groups that it is in."""
    return frozenset([shape, *(name for name, shapes in GROUPS.items() if shape in shapes)])


def _shapes(node: Node) -> Iterator[str]:
    """The shapes of a date and of the dates that it is made of."""
    yield node.shape
    for part in node.parts:
        if part.kind == "date":
            yield from _shapes(part.value)


def _true(facts: dict[str, bool]) -> Iterator[str]:
    return (name for name, holds in facts.items() if holds)


def _of_sentence(tree: Tree, event: Event) -> Iterator[str]:
    first, last = tree.part(event.token.i)
    inside = [verb for at, verb in tree.verbs.items() if first <= at < last]
    leading = tree.grammar.classes["joining"] | tree.grammar.classes["contrasting"]
    opening = next((low for low in tree.lows if low not in leading), "")
    return _true(
        {
            "question": tree.lows[-1] == "?",
            "unended": tree.lows[-1] not in '.;!?):"»…”',
            "quoted": any(low in '"«»“”' for low in tree.lows),
            "fragment": not any(verb.finite for verb in tree.verbs.values()),
            "narrated": any(verb.tense in PAST_TENSES for verb in inside),
            "counted": any(tree.is_number(tree.doc[at]) for at in range(first, last)),
            "leads-on": any(event.token.i < verb.token.i for verb in inside),
            "inverted": opening in tree.grammar.classes["inverting"],
            "before:denying": any(tree.is_one_of(tree.doc[at], "denying") for at in range(first, event.token.i)),
        }
    )


def _of_above(tree: Tree, event: Event, above: list[Effect]) -> Iterator[str]:
    """What the words above make of it, and whether the past does; whether what is demanded is only described."""
    asking = (of_governor(tree, None, verb) for verb in tree.verbs_above(event.token) if verb.first < event.token.i)
    if any("demand" in names for names in asking):
        yield "asked"
    for name, verb in above:
        yield f"under:{name}"
        if verb is not None and verb.tense in PAST_TENSES:
            yield f"under:past-{name}"
        if verb is not None and "owed" in tree.manners(verb):
            yield "under:owed"


def _of_any_verb(tree: Tree, verb: Verb) -> Iterator[str]:
    """The tense, voice and classes of a verb and what hangs on it."""
    subject, opener = tree.subject(verb), tree.opener_of(verb.token)
    yield from (verb.tense, tree.role(verb.token) or "main", *tree.manners(verb))
    yield from tree.classes[verb.token.i]
    yield from (f"opened:{name}" for name in ("that", "questioning") if opener in tree.grammar.classes[name])
    yield from (name for name in ("content", "predicate") if tree.children(verb.token, name))
    yield from _true(
        {
            "told": verb.tense in PAST_TENSES,
            "passive": verb.passive,
            "negated": verb.negated,
            "accusing": tree.accuses(verb),
            "object": bool(tree.children(verb.token, "object", "predicate", "content")),
            "by-us": subject is not None and tree.is_one_of(subject, "we"),
        }
    )


def _of_verb(tree: Tree, event: Event, verb: Verb) -> Iterator[str]:
    """What only the verb that is judged is asked."""
    token = verb.token
    subjects, agents = tree.children(token, "subject"), tree.children(token, "agent")
    before = tree.lows[max(0, verb.first - 3) : verb.first]
    near = [one for one in (*tree.objects(verb), tree.subject(verb)) if one is not None]
    dates = tree.tokens_of(event.dates[0]) if event.dates else range(0)
    noun = tree.noun_of(verb)
    yield "verb"
    yield from _of_any_verb(tree, verb)
    yield from (f"of:{mark}" for mark, places in tree.marks.items() if noun and noun.i in places)
    yield from _true(
        {
            "tells-in-present": tree.grammar.tells_in_present,
            "progressive": verb.tense == "perfect" and token.tag_ == "VBG",
            "led-by-what": not tree.grammar.classes["what"].isdisjoint(before),
            "counted-itself": any(tree.is_number(one) for noun in near for one in noun.subtree),
            "named": any(tree.names_somebody(one) for one in near),
            "by-name": any(map(tree.is_name_or_number, (*agents, *(one for by in agents for one in by.children)))),
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
    yield from _true(
        {
            "definite": tree.is_definite(noun),
            "arranged": tree.is_planned(noun),
            "named": any(map(tree.is_name_or_number, behind)),
            "heard": any(tree.has("hearsay_noun", one.i, one.i + 1) for one in noun.ancestors),
        }
    )
