"""What a sentence tells: for every date the verb or noun that it belongs to, and events without a date."""

from typing import TYPE_CHECKING

from diplotimeline.drafting.documents import is_recalled, is_written_in, made_document, names_document
from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.facts import Told
from diplotimeline.drafting.governors import governors, noun_before, redirected, unwrapped
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.rules import TYPES, Mood
from diplotimeline.drafting.telling import Event, event_of, mood_of
from diplotimeline.drafting.types import OTHER, nouns_of, type_of_verb
from diplotimeline.drafting.undated import shown, undated

if TYPE_CHECKING:
    pass

NO_VERB = "no verb and no noun of an event"
NOTHING_TOLD = "nothing that happened"
POSITION = "a position, not an event"
BACKGROUND = "a position or background"
DOCUMENT = "the date of a document"
HEADING = "a heading"
SETTLED = frozenset(
    (
        "a running total",
        "a habit, no single event",
        "a condition or a possibility",
        "an anniversary",
        "a definition",
        HEADING,
        "a question",
    )
)
"""Reasons that hold for the whole sentence, so that it tells no undated event either."""


def events_of(tree: Tree) -> list[Event]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    nouns = nouns_of(tree)
    dated = _without_background([_of_dates(tree, nouns, group) for group in _groups(tree)])
    told = {event.token.i for event in dated if not event.reason}
    found = dated + [event for event in shown(tree, nouns) if event.token.i not in told]
    if not told and not any(event.reason in SETTLED for event in dated):
        found += undated(tree, nouns, {event.token.i for event in dated})[:1]
    return found


def why_nothing(tree: Tree) -> str:
    """Why a sentence without any date or event tells none."""
    reasons = [mood_of(Told(tree, verb.token, verb, "", ())).reason for verb in tree.verbs.values()]
    return next((reason for reason in reasons if reason and reason != POSITION), NOTHING_TOLD)


def _groups(tree: Tree) -> list[tuple[Dated, ...]]:
    """Dates that are only joined by `and` or a comma belong to one verb or noun.

    Of two that say the same, as in `ten years ago, in August 2008`, the second stands for both.
    """
    groups: list[list[Dated]] = []
    for date in tree.dates:
        if not groups:
            groups.append([date])
            continue
        between = tree.lows[tree.tokens_of(groups[-1][-1]).stop : tree.tokens_of(date).start]
        apposed = (
            between[:1] == [","]
            and len(between) <= 3
            and all(low in tree.grammar.classes["leading"] for low in between[1:])
        )
        before = groups[-1][-1].node.shape
        if apposed and (before in GROUPS["counted"]) != (date.node.shape in GROUPS["counted"]):
            groups[-1][-1:] = [groups[-1][-1] if date.node.shape in GROUPS["counted"] else date]
        elif all(low in tree.grammar.classes["joining"] for low in between) and before != "vague":
            groups[-1].append(date)
        else:
            groups.append([date])
    return [tuple(group) for group in groups]


def _without_background(dated: list[Event]) -> list[Event]:
    """Beside a day, a mere year and a `recently` are background, unless they open the sentence."""
    exact = [one for one in dated if not one.reason and not _is_rough(one.dates[0])]
    if not exact:
        return dated
    return [
        one._replace(mood=Mood(BACKGROUND))
        if not one.reason
        and one not in exact
        and (one.dates[0].node.shape != "year" or one.dates[0].first > 2)
        and one.token in [other.token for other in exact]
        else one
        for one in dated
    ]


def _is_rough(date: Dated) -> bool:
    """A year, `recently`, `this month`."""
    this = date.node.shape == "period" and bool(date.node.values("this")) and len(date.node.parts) == 2
    return date.node.shape in GROUPS["rough"] or this


def _of_dates(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    dates = unwrapped(tree, nouns, dates)
    refused = tree.doc[tree.tokens_of(dates[0]).start]
    kept = _in_force(tree, nouns, dates)
    if kept is not None:
        return kept
    noun, verb, named = governors(tree, nouns, dates)
    noun, verb = redirected(tree, nouns, dates, noun, verb)
    is_deed = noun is not None and nouns[noun.i] not in TYPES["schedulable"]
    if (named is not None and names_document(tree, nouns, named, verb, dates)) or (
        not is_deed and is_recalled(tree, dates)
    ):
        return Event(dates, refused, None, "", Mood(DOCUMENT))
    if noun is not None:
        event = event_of(tree, dates, noun, None, nouns[noun.i])
        if not event.reason or verb is None or event.reason != HEADING:
            return event
    if verb is None:
        return Event(dates, refused, None, "", Mood(NO_VERB))
    if is_written_in(tree, verb):
        verb = tree.verb_above(verb.token) or verb
    elif made_document(tree, verb, dates):
        return Event(dates, verb.token, verb, "", Mood(DOCUMENT))
    event = event_of(tree, dates, verb.token, verb, type_of_verb(tree, verb, nouns))
    beside = noun_before(tree, nouns, dates, None) if event.reason else None
    is_deed = beside is not None and nouns[beside.i] not in TYPES["schedulable"]
    if beside is not None and is_deed and tree.is_definite(beside) and beside.i > verb.token.i:
        known = event_of(tree, dates, beside, None, nouns[beside.i])  # `return to where they were before the shelling`
        return event if known.reason else known
    return event


def _in_force(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event | None:
    """`the truce, in force since 2 April`: a state that began with what its noun names."""
    at = tree.tokens_of(dates[0]).start
    states = [place for place in tree.marks.get("in_force", ()) if at - 4 <= place < at]
    before = [tree.doc[place] for place in range(states[0] if states else 0) if tree.doc[place].pos_ == "NOUN"]
    if dates[0].node.shape != "since" or not before:
        return None
    return Event(dates, before[-1], None, nouns.get(before[-1].i, OTHER), Mood())
