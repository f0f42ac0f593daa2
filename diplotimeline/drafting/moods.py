"""What tense, mood and the words above a verb or noun make of it: told, planned, alleged, or no event and why not."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.types import SCHEDULABLE
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

PLAN, PAST, OPEN, NEAREST = 1, -1, 0, 2
"""Where in time a date is looked for: ahead of the statement, behind it, either, or wherever it is nearer."""

NEGATION = "a denial"
CONDITION = "a condition or a possibility"
DEMAND = "a demand or an obligation"
WISH = "a wish"
POSITION = "a position, not an event"
INTENTION = "an intention of the speaker"
SESSION = "the session itself"
SAID_BEFORE = "a reference to something said before"
Above = list[tuple[str, Verb | None]]
"""What the words above a verb make of it, each with the verb that does."""
SOFT = {"demand": DEMAND, "wish": WISH, "condition": CONDITION, "denial": NEGATION}


class Mood(NamedTuple):
    """A reason against an event or none, where in time to look for its date, its status, and who says so.

    A status may be `planned`, `alleged`, or `ahead` and `behind` for what is an event only if its date is.
    """

    reason: str = ""
    direction: int = PAST
    status: str = ""
    teller: Verb | None = None


def contexts(tree: Tree, verb: Verb) -> Iterator[tuple[str, Verb | None]]:
    """What the verbs and nouns above a verb make of it, from near to far, each with the verb that does."""
    clause = verb
    for role, _, head in tree.above(verb.token):
        if head.pos_ in ("ADP", "SCONJ") and head.i not in tree.verbs:
            continue  # a preposition before a verb only joins it to the word above
        if tree.opener(clause) in tree.grammar.classes["conditions"]:
            yield "condition", None
        if role == "joined":
            continue
        if role == "circumstance":
            return
        if head.i not in tree.verbs:
            yield from _of_noun_above(tree, clause, head)
            return
        told = clause.tense in PAST_TENSES
        governor = tree.verbs[head.i]
        yield from ((name, governor) for name in _of_governor(tree, clause, governor))
        if told:
            return
        clause = governor
    if tree.opener(clause) in tree.grammar.classes["conditions"]:
        yield "condition", None


def _of_noun_above(tree: Tree, verb: Verb, noun: "Token") -> Iterator[tuple[str, Verb | None]]:
    governor = tree.verb_above(noun)
    hoped = noun.pos_ == "NOUN" and verb.tense == "infinitive" and not tree.is_one_of(noun, "plans")
    if tree.is_one_of(noun, "wishing") or hoped:
        yield "wish", governor
    if tree.has("hearsay_noun", noun.i, noun.i + 1):
        refused = governor is not None and (governor.negated or tree.is_one_of(governor.token, "denying"))
        yield ("denial" if refused or tree.is_denied(noun) else "said"), governor
    elif verb.tense == "infinitive":
        yield ("condition" if governor is not None and governor.tense == "modal" else "plan"), governor


def _of_governor(tree: Tree, verb: Verb, governor: Verb) -> Iterator[str]:
    """What a verb makes of the clause that is its object."""
    token = governor.token
    told = verb.tense in PAST_TENSES or verb.tense in ("imperfect", "reduced")
    open = governor.negated or tree.opener(verb) in tree.grammar.classes["questioning"]
    if (open and tree.is_one_of(token, "doubting", "saying")) or (tree.is_one_of(token, "failing") and not told):
        yield "denial"
    elif tree.is_one_of(token, "denying", "accusing") or (tree.is_one_of(token, "rumoured") and governor.passive):
        yield "alleged"
    elif tree.is_one_of(token, "saying"):
        yield "said"
    elif tree.is_one_of(token, "wishing"):
        yield "plan" if _awaits(tree, governor) else "wish"
    elif (governor.tense == "imperative" and not told) or (not told and _demands(tree, governor)):
        yield "demand"
    elif (tree.is_one_of(token, "planning") or governor.lemma == "be") and not told:
        yield "plan"
    if governor.tense == "modal":
        yield "demand" if _obliges(tree, governor) else "condition"
    if tree.is_one_of(token, "unreal") and governor.tense == "hedged":
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


def of_verb(tree: Tree, verb: Verb, dates: tuple[Dated, ...]) -> Mood:
    """What a verb tells of the date that belongs to it."""
    above = list(contexts(tree, verb))
    beside = [tree.verbs[at] for _, at in tree.asides() if at != verb.token.i]
    above += [("alleged" if tree.accuses(one) else "said", one) for one in beside]
    names = {name for name, _ in above}
    teller = next((governor for name, governor in above if name in ("said", "alleged") and governor), None)
    hedged = verb.tense == "hedged" or "alleged" in names or tree.has("alleged", *_near(tree, verb))
    if refused := next((reason for rule, reason in REFUSALS.values() if rule(tree, verb)), ""):
        return Mood(refused, PLAN if refused == DEMAND else PAST)
    soft = next((reason for name, reason in SOFT.items() if name in names), "")
    if soft == DEMAND and any(governor and _is_owed(tree, governor, dates) for _, governor in above):
        soft = ""
    if not soft and verb.tense in ("present", "future") and not verb.passive:
        asked = [name for name in ("demand", "wish") if tree.is_one_of(verb.token, f"{name}ing")]
        soft = SOFT.get(asked[0], "") if asked else ""
    if soft and (soft != DEMAND or verb.tense not in ("reduced", "past", "perfect")):
        return Mood(soft, PLAN)
    mood = BY_TENSE.get(verb.tense, _asked)(tree, verb, dates, above)
    status = mood.status or ("alleged" if hedged and not mood.reason else "")
    return mood._replace(status=status, teller=teller)


def _near(tree: Tree, verb: Verb) -> tuple[int, int]:
    """The words around a verb in which a hedge speaks of it."""
    first, last = tree.part(verb.token.i)
    return max(first, verb.first - 8), min(last, verb.token.i + 6)


def _past(tree: Tree, verb: Verb, *_: object) -> Mood:
    plans = tree.is_one_of(verb.token, "planning") and (verb.passive or tree.children(verb.token, "content"))
    return Mood("", NEAREST if plans else PAST)


def _reduced(tree: Tree, verb: Verb, *_: object) -> Mood:
    return Mood("", NEAREST, "ahead") if tree.is_one_of(verb.token, "arranged") else Mood()


def _imperfect(_: Tree, __: Verb, dates: tuple[Dated, ...], ___: Above) -> Mood:
    return Mood("" if not dates or dates[0].node.shape in GROUPS["narrated"] else POSITION)


def _asked(*_: object) -> Mood:
    """An imperative or a subjunctive."""
    return Mood(DEMAND, PLAN)


def _planned(tree: Tree, verb: Verb, *_: object) -> Mood:
    """What is to come, unless it is what the speaker intends."""
    subject = tree.subject(verb)
    if subject is not None and tree.is_one_of(subject, "we") and not tree.is_one_of(verb.token, "going"):
        return Mood(INTENTION, PLAN)
    return Mood("", PLAN, "planned")


def _present(tree: Tree, verb: Verb, dates: tuple[Dated, ...], _: Above) -> Mood:
    """The present mostly states a position; but it tells what lasts, what is fixed, and what is narrated."""
    shape = dates[0].node.shape if dates else ""
    subject = tree.subject(verb)
    if tree.is_one_of(verb.token, "planning") and verb.passive:
        return _planned(tree, verb)
    if shape == "relative" and subject is not None and tree.is_one_of(subject, "we"):
        return Mood(SESSION, OPEN)
    if shape in GROUPS["seasonal"] or len(dates) != 1:
        return Mood(POSITION, OPEN)
    narrated = shape in GROUPS["day"] and tree.tokens_of(dates[0]).start <= 3
    if narrated or tree.grammar.tells_in_present:
        return Mood("", NEAREST)
    return Mood("", NEAREST, "ahead")


def _modal(tree: Tree, verb: Verb, _: tuple[Dated, ...], above: Above) -> Mood:
    said = any(
        governor and governor.tense in PAST_TENSES and name in ("said", "plan", "alleged") for name, governor in above
    )
    if said and not _obliges(tree, verb):
        return Mood("", NEAREST, "planned")
    return Mood(DEMAND if _obliges(tree, verb) else CONDITION, OPEN)


def _is_wished(tree: Tree, verb: Verb) -> bool:
    """French `qu'ils soient libérés`."""
    opens = tree.role(verb.token) == "" and tree.opener(verb) in tree.grammar.classes["that"]
    return opens and any(tree.lows[one.i] in tree.grammar.tenses["wished"] for one in verb.auxiliaries)


def _obliges(tree: Tree, verb: Verb) -> bool:
    return any(tree.lows[one.i] in tree.grammar.tenses["obliging"] for one in (*verb.auxiliaries, verb.token))


def _unfinished(tree: Tree, verb: Verb, dates: tuple[Dated, ...], above: Above) -> Mood:
    """An infinitive or a participle such as `killing two` says what the verb above makes of it."""
    planner = next((one for name, one in above if name == "plan"), None)
    if any(name == "plan" for name, _ in above):
        told = planner is not None and planner.tense in PAST_TENSES and not _awaits(tree, planner)
        return Mood("", NEAREST if told else PLAN, "planned")
    if verb.tense == "ing" and tree.has("prospective", verb.first - 1, verb.first):
        return Mood("", PLAN, "planned")
    governor = tree.verb_above(verb.token)
    if governor is not None and governor.tense == "modal" and _is_owed(tree, governor, dates):
        return Mood("", NEAREST, "ahead")
    if governor is None:
        return Mood(DEMAND if verb.tense == "infinitive" else "", OPEN)
    mood = of_verb(tree, governor, dates)
    return mood._replace(reason=DEMAND) if verb.tense == "infinitive" and mood.reason == POSITION else mood


def _is_denied(tree: Tree, verb: Verb) -> bool:
    failing = tree.is_one_of(verb.token, "failing") and bool(tree.children(verb.token, "content"))
    return verb.negated or failing or tree.has("at_no_time", *tree.part(verb.token.i))


def _is_own(tree: Tree, verb: Verb) -> bool:
    """`as I said last week`, `what was said on 5 May`."""
    nominal = any(low in tree.grammar.classes["what"] for low in tree.lows[max(0, verb.first - 3) : verb.first])
    if nominal and tree.is_one_of(verb.token, "saying"):
        return True
    subject = tree.subject(verb)
    own = subject is not None and tree.is_one_of(subject, "we")
    return own and tree.is_one_of(verb.token, "saying") and verb.tense in ("past", "perfect")


REFUSALS: dict[str, tuple[Callable[[Tree, Verb], bool], str]] = {
    "denied": (_is_denied, NEGATION),
    "own words": (_is_own, SAID_BEFORE),
    "wished": (_is_wished, DEMAND),
}
"""Rules by name, each with its reason; the first that holds decides."""
BY_TENSE: dict[str, Callable[[Tree, Verb, tuple[Dated, ...], Above], Mood]] = {
    **dict.fromkeys(("past", "perfect", "hedged"), _past),
    **dict.fromkeys(("infinitive", "ing"), _unfinished),
    "reduced": _reduced,
    "future": _planned,
    "present": _present,
    "imperfect": _imperfect,
    "modal": _modal,
}
"""What the tense makes of a verb that nothing else refuses."""


def of_noun(tree: Tree, noun: "Token", type: str, dates: tuple[Dated, ...]) -> Mood:
    """What the words around a noun make of it.

    A definite noun is taken for a fact whatever is said of it: in a demand `after the attack of 3 May` stays one.
    """
    governor = tree.verb_above(noun)
    definite = is_definite(tree, noun)
    names = {name for name, _ in contexts(tree, governor)} if governor else set()
    schedulable = type in SCHEDULABLE
    if governor and (tree.opener(governor) in tree.grammar.classes["questioning"] or _is_refused(tree, noun, governor)):
        return Mood(NEGATION)
    if (schedulable and "denial" in names) or tree.is_denied(noun) or tree.has("without", max(0, noun.i - 3), noun.i):
        return Mood(NEGATION)
    stated = governor is not None and bool(tree.children(governor.token, "predicate"))
    if (
        governor
        and governor.negated
        and not stated
        and (not definite or (schedulable and not _stays(tree, noun, governor)))
    ):
        return Mood(NEGATION)
    if dates and dates[0].node.shape == "relative" and type in ("meeting", "statement") and not _is_told(governor):
        return Mood(SESSION, OPEN)
    if schedulable and (is_planned(tree, noun) or tree.has("ahead_of", max(0, noun.i - 8), noun.i)):
        return Mood("", PLAN if dates and dates[0].node.shape == "month" else NEAREST)
    soft = _softened(tree, governor, names)
    if governor and _awaits(tree, governor):
        return Mood("", PLAN, "planned")
    if soft and (not definite or soft == WISH) and (schedulable or soft == CONDITION):
        return Mood(soft, PLAN)
    if schedulable and soft:
        return Mood("", NEAREST, "behind")
    hedged = tree.has("alleged", max(0, noun.i - 3), noun.i + 3) or (governor is not None and tree.accuses(governor))
    status = "alleged" if hedged else ""
    if governor and schedulable and tree.is_one_of(governor.token, "planning", "saying", "wishing"):
        return Mood("", NEAREST, status)
    return Mood("", PAST if _is_told(governor) else NEAREST if schedulable else PAST, status)


def is_planned(tree: Tree, noun: "Token") -> bool:
    """`her planned visit`."""
    return any(tree.is_one_of(child, "arranged") for child in noun.children if child.i < noun.i)


def _is_refused(tree: Tree, noun: "Token", governor: Verb) -> bool:
    """`has not confirmed the shelling`, `rejected allegations of torture`."""
    unproven = governor.negated and tree.is_one_of(governor.token, "doubting")
    heard = any(tree.has("hearsay_noun", head.i, head.i + 1) for _, _, head in tree.above(noun) if head.i != noun.i)
    return unproven or (heard and (governor.negated or tree.is_one_of(governor.token, "denying")))


def _is_told(verb: Verb | None) -> bool:
    return verb is not None and verb.tense in ("past", "perfect")


def _softened(tree: Tree, governor: Verb | None, names: set[str]) -> str:
    """What the verb above a noun makes of it if it only wishes, demands or supposes."""
    if governor is None:
        return ""
    found = next((reason for name, reason in SOFT.items() if name in names and name != "denial"), "")
    possible = any(tree.lows[one.i] in tree.grammar.tenses["possible"] for one in governor.auxiliaries)
    if governor.tense == "hedged" and possible:
        return CONDITION
    if governor.tense == "modal":
        return found or (DEMAND if _obliges(tree, governor) else CONDITION)
    if governor.tense in PAST_TENSES:
        return found
    if _demands(tree, governor) or governor.tense == "imperative":
        return found or DEMAND
    return found or (WISH if tree.is_one_of(governor.token, "wishing") else "")


def _is_owed(tree: Tree, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """French: `doit arriver lundi`: no demand, because its date is no term."""
    return (
        bool(dates) and dates[0].node.shape in GROUPS["day"] and tree.lows[verb.token.i] in tree.grammar.tenses["owed"]
    )


def is_definite(tree: Tree, noun: "Token") -> bool:
    """Whether the words before a noun say that it is known: it is then taken to have happened."""
    before = [child for child in noun.children if child.i < noun.i]
    if any(tree.is_one_of(child, "unknown") for child in before):
        return False
    possessed = any(tree.is_one_of(inner, "known") for child in before for inner in child.children)
    opened = noun.i and (tree.lows[noun.i - 1] in tree.grammar.classes["known"])
    dated = any(child.i in tree.in_date for child in before)
    return bool(opened or possessed or dated or any(tree.is_one_of(child, "known") for child in before))


def _stays(tree: Tree, noun: "Token", governor: Verb) -> bool:
    """Whether a noun stays a fact beside a denied verb: `has not met since the talks`."""
    return tree.has("afterwards", governor.token.i, noun.i)
