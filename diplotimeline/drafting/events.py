"""What a sentence tells: for every date the verb or noun that it belongs to, and events without a date."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice

from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.governors import describes, governors, names_document, noun_before, unwrapped
from diplotimeline.drafting.grammar import PAST_TENSES, Tree, Verb
from diplotimeline.drafting.rules import NEAREST, OPEN, PAST, RULES, TYPES, Mood
from diplotimeline.drafting.telling import Event, event_of, judged
from diplotimeline.drafting.types import STATE, nouns_of, type_of_thing, type_of_verb

NO_VERB = "no verb and no noun of an event"
NOTHING_TOLD = "nothing that happened"
OF_ANOTHER = "the date of something else"
DOCUMENT, POSITION, BACKGROUND, HEADING = (
    RULES[table][name].mood.reason
    for table, name in (
        ("sentences", "document"), ("verbs", "position"), ("sentences", "background"), ("sentences", "line"),
    )
)  # fmt: skip
WHOLE = ("question", "definition", "unreal", "anniversary", "habit", "total", "line")
SETTLED = frozenset(RULES["sentences"][name].mood.reason for name in WHOLE)
"""Reasons that hold for the whole sentence, so that it tells no undated event either."""


def events_of(tree: Tree) -> list[Event]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    nouns = nouns_of(tree)
    dated = _without_background([_of_dates(tree, nouns, group) for group in _groups(tree)])
    if tree.is_entry:
        dated[0] = _of_entry(tree, nouns, dated[0])
    told = {event.token.i for event in dated if not event.reason}
    found = dated + [event for event in _shown(tree, nouns) if event.token.i not in told]
    if not told and not any(event.reason in SETTLED for event in dated):
        found += islice(_undated(tree, nouns, {event.token.i for event in dated}), 1)
    return found


def _of_entry(tree: Tree, nouns: dict[int, str], event: Event) -> Event:
    """What an entry of a chronicle tells: something happened on its day, whatever the words are taken for.

    What only might or would happen is no such thing.
    """
    if not event.reason and event.mood.status != "ahead":
        return event if event.mood.direction != NEAREST else event._replace(mood=event.mood._replace(direction=PAST))
    finite = [verb for verb in tree.verbs.values() if verb.finite]
    told = [verb for verb in finite if verb.tense != "modal"]
    if finite:
        return event if not told else Event(event.dates, told[0].token, told[0], type_of_verb(tree, told[0], nouns))
    behind = tree.doc[tree.tokens_of(event.dates[0]).stop :]
    named = (one for one in behind if one.pos_ == "NOUN" and not tree.hangs_as(one, "compound"))
    noun = next((tree.doc[at] for at in nouns), None) or next(named, event.token)
    return Event(event.dates, noun, None, nouns.get(noun.i) or type_of_thing(tree, noun))


def why_nothing(tree: Tree) -> str:
    """Why a sentence without any date or event tells none."""
    reasons = (judged(tree, Event((), verb.token, verb, ""))[0].reason for verb in tree.verbs.values())
    return next((reason for reason in reasons if reason not in ("", POSITION)), NOTHING_TOLD)


def _groups(tree: Tree) -> list[tuple[Dated, ...]]:
    """Dates that are only joined by `and` or a comma belong to one verb or noun.

    Of two that say the same, as in `ten years ago, in August 2008`, the one that is not counted stands for both.
    """
    groups: list[list[Dated]] = []
    counted = GROUPS["counted"]
    for date in tree.dates:
        last = groups[-1][-1] if groups else None
        between = tree.lows[tree.tokens_of(last).stop : tree.tokens_of(date).start] if last else []
        if last is None or not set(between) <= tree.grammar.classes["joining"]:
            groups.append([date])
        elif "," in between and (last.node.shape in counted) != (date.node.shape in counted):
            groups[-1][-1] = last if date.node.shape in counted else date
        elif last.node.shape == "vague":
            groups.append([date])
        else:
            groups[-1].append(date)
    return [tuple(group) for group in groups]


def _without_background(dated: list[Event]) -> list[Event]:
    """Beside a day, a mere year, a `recently` and a `this month` of the same verb or noun are background."""
    rough = [one for one in dated if _is_rough(one.dates[0])]
    exact = {one.token.i for one in dated if not one.reason and one not in rough}
    return [
        one._replace(mood=Mood(BACKGROUND)) if one in rough and not one.reason and one.token.i in exact else one
        for one in dated
    ]


def _is_rough(date: Dated) -> bool:
    return date.node.shape in GROUPS["rough"] or (date.node.shape == "period" and date.node.has("this", "that"))


def _of_dates(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    dates = unwrapped(tree, nouns, dates)
    refused = tree.doc[tree.tokens_of(dates[0]).start]
    if (kept := _in_force(tree, nouns, dates)) is not None:
        return kept
    noun, verb, named = governors(tree, nouns, dates)
    if named is not None and names_document(tree, nouns, named, verb, dates):
        return Event(dates, refused, None, "", Mood(DOCUMENT))
    if noun is None and named is not None and describes(tree, named, dates):
        return Event(dates, refused, None, "", Mood(OF_ANOTHER))
    if noun is not None:
        event = event_of(tree, dates, noun, None, nouns[noun.i])
        if verb is None or event.reason != HEADING:
            return event
    if verb is None:
        return Event(dates, refused, None, "", Mood(NO_VERB))
    event = event_of(tree, dates, verb.token, verb, type_of_verb(tree, verb, nouns))
    beside = noun_before(tree, nouns, dates, None) if event.reason not in ("", DOCUMENT) else None
    if beside is None or nouns[beside.i] in TYPES["schedulable"]:
        return event
    known = event_of(tree, dates, beside, None, nouns[beside.i])  # `return to where they were before the shelling`
    return event if known.reason else known


def _in_force(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event | None:
    """`the truce, in force since 2 April`: a state that began with what its noun names."""
    at = tree.tokens_of(dates[0]).start
    states = [place for place in tree.marks.get("in_force", ()) if place < at]
    before = [tree.doc[place] for place in range(states[0] if states else 0) if tree.doc[place].pos_ == "NOUN"]
    if dates[0].node.shape != "since" or not before:
        return None
    return Event(dates, before[-1], None, nouns.get(before[-1].i, ""))


def _shown(tree: Tree, nouns: dict[int, str]) -> Iterator[Event]:
    """What a video shows: it happened at another time than the video appeared."""
    for at in tree.marks.get("showing", ()):
        for verb in tree.verbs.values():
            type = type_of_verb(tree, verb, nouns) if at < verb.token.i < at + 9 and verb.tense == "ing" else ""
            if type in TYPES["harm"]:
                yield Event((), verb.token, verb, type, Mood("", PAST, "shown"))


def _undated(tree: Tree, nouns: dict[int, str], refused: set[int]) -> Iterator[Event]:
    """The events of a sentence without a date; `refused` are words that are known to tell none."""
    for verb in filter(partial(_is_just_done, tree), tree.verbs.values()):
        if (type := type_of_verb(tree, verb, nouns)) != STATE:
            yield Event((), verb.token, verb, type, Mood("", OPEN, "spoken"))
    for verb in filter(partial(_speaks, tree), tree.verbs.values()):
        yield Event((), verb.token, verb, "statement", Mood("", OPEN, "spoken"))
    past = (verb for verb in tree.verbs.values() if verb.tense in (*PAST_TENSES, "reduced"))
    verbal = (
        event_of(tree, (), verb.token, verb, type_of_verb(tree, verb, nouns))
        for verb in past
        if verb.token.i not in refused
    )
    nominal = (event_of(tree, (), tree.doc[at], None, type) for at, type in nouns.items())
    yield from (event for event in chain(verbal, nominal) if not event.reason)


def _is_just_done(tree: Tree, verb: Verb) -> bool:
    """`has just spoken with`, French `vient de s'entretenir`: it was on the day of the words."""
    above = tree.verb_above(verb.token)
    comes = above is not None and tree.is_one_of(above.token, "just_did")
    just = verb.tense == "perfect" and any(tree.is_one_of(child, "just") for child in verb.token.children)
    return just or (comes and verb.tense == "infinitive")


def _speaks(tree: Tree, verb: Verb) -> bool:
    """`Ambassador Carpenter spoke at the Permanent Council`: the statement itself."""
    subject = tree.subject(verb)
    spoken = verb.tense == "past" and tree.has("speech", verb.token.i, verb.token.i + 1)
    return spoken and subject is not None and tree.names_somebody(subject)
