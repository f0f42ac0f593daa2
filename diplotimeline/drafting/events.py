"""What a sentence tells: for every date the verb or noun that it belongs to, and events without a date."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import Dated
from diplotimeline.drafting.genres import BACKGROUND, DOCUMENT, HEADING, SETTLED, Told, genre
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.moods import OPEN, PAST, POSITION, SCHEDULABLE, TERMS, Mood, is_definite, of_noun, of_verb
from diplotimeline.drafting.types import OTHER, STATE, by_mines, nouns_of, type_of_verb
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

STRONG = frozenset((
    "hostilities", "explosion", "abuse", "prisoner-release", "withdrawal", "deployment", "investigation", "agreement",
    "decision", "publication",
))  # fmt: skip
"""Types of what is an event even if no date is named."""
AGENTS = STRONG - {"decision", "agreement"} | {"request"}
"""Types of what is told by a participle and who did it: `as requested by Armenia`."""
COUNTED = frozenset(("ago", "offset", "adjacent", "before_or_after", "vague", "relative", "period"))
"""Shapes that are counted from somewhere: beside a day or month they say the same once more."""
ROUGH = frozenset(("year", "vague", "decade"))
TODAY = frozenset(("relative", "part_today", "adjacent"))
NO_VERB = "no verb and no noun of an event"
NOTHING_TOLD = "nothing that happened"


class Event(NamedTuple):
    """What a sentence tells of dates or of none; with a `reason` it is no event.

    The mood's status may also be `shown` for what a video shows, and `spoken` for the statement itself.
    """

    dates: tuple[Dated, ...]
    token: "Token"
    verb: Verb | None
    type: str
    mood: Mood
    needs_actor: bool = False
    """Whether it is told too loosely to be kept unless somebody of the register takes part."""

    @property
    def reason(self) -> str:
        """Why it is no event."""
        return self.mood.reason


def events_of(tree: Tree) -> list[Event]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    nouns = nouns_of(tree)
    dated = _without_background([_of_dates(tree, nouns, group) for group in _groups(tree)])
    told = {event.token.i for event in dated if not event.reason}
    found = dated + [event for event in _shown(tree, nouns) if event.token.i not in told]
    if not told and not any(event.reason in SETTLED for event in dated):
        found += _undated(tree, nouns, {event.token.i for event in dated})[:1]
    return found


def why_nothing(tree: Tree) -> str:
    """Why a sentence without any date or event tells none."""
    reasons = [of_verb(tree, verb, ()).reason for verb in tree.verbs.values()]
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
        if apposed and (before in COUNTED) != (date.node.shape in COUNTED):
            groups[-1][-1:] = [groups[-1][-1] if date.node.shape in COUNTED else date]
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
    return date.node.shape in ROUGH or this


def _of_dates(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event:
    """What happened on a date, by the noun or else the verb that it belongs to."""
    dates = _unwrapped(tree, nouns, dates)
    refused = tree.doc[tree.tokens_of(dates[0]).start]
    kept = _in_force(tree, nouns, dates)
    if kept is not None:
        return kept
    noun, verb, named = _governors(tree, nouns, dates)
    noun, verb = _redirected(tree, nouns, dates, noun, verb)
    is_deed = noun is not None and nouns[noun.i] not in SCHEDULABLE
    if (named is not None and _names_document(tree, nouns, named, verb, dates)) or (
        not is_deed and _is_recalled(tree, dates)
    ):
        return Event(dates, refused, None, "", Mood(DOCUMENT))
    if noun is not None:
        event = _event(tree, dates, noun, None, nouns[noun.i])
        if not event.reason or verb is None or event.reason != HEADING:
            return event
    if verb is None:
        return Event(dates, refused, None, "", Mood(NO_VERB))
    if _is_written_in(tree, verb):
        verb = tree.verb_above(verb.token) or verb
    elif _made_document(tree, verb, dates):
        return Event(dates, verb.token, verb, "", Mood(DOCUMENT))
    event = _event(tree, dates, verb.token, verb, type_of_verb(tree, verb, nouns))
    beside = _noun_before(tree, nouns, dates, None) if event.reason else None
    is_deed = beside is not None and nouns[beside.i] not in SCHEDULABLE
    if beside is not None and is_deed and is_definite(tree, beside) and beside.i > verb.token.i:
        known = _event(tree, dates, beside, None, nouns[beside.i])  # `return to where they were before the shelling`
        return event if known.reason else known
    return event


def _event(tree: Tree, dates: tuple[Dated, ...], token: "Token", verb: Verb | None, type: str) -> Event:
    """An event of a verb or noun, or the reason why it is none."""
    mood = of_verb(tree, verb, dates) if verb else of_noun(tree, token, type, dates)
    if type == STATE and mood.status == "planned":
        type = OTHER
    reason = mood.reason or genre(Told(tree, token, verb, type, dates))
    return Event(dates, token, verb, by_mines(tree, type), mood._replace(reason=reason))


def _in_force(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> Event | None:
    """`the truce, in force since 2 April`: a state that began with what its noun names."""
    at = tree.tokens_of(dates[0]).start
    states = [place for place in tree.marks.get("in_force", ()) if at - 4 <= place < at]
    before = [tree.doc[place] for place in range(states[0] if states else 0) if tree.doc[place].pos_ == "NOUN"]
    if dates[0].node.shape != "since" or not before:
        return None
    return Event(dates, before[-1], None, nouns.get(before[-1].i, OTHER), Mood())


def _redirected(
    tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], noun: "Token | None", verb: Verb | None
) -> tuple["Token | None", Verb | None]:
    """The noun and verb that are meant where a date hangs on a verb of which nothing happens.

    `the attack that cost four lives on 1 June`, `the last time they met was on`, `it was on 4 June that they left`,
    `the talks suspended on 14 August`.
    """
    span = tree.tokens_of(dates[0])
    before = span.start - 1
    while before > 0 and (tree.lows[before] in tree.grammar.classes["leading"] or tree.doc[before].pos_ == "ADV"):
        before -= 1
    commas = before > 0 and tree.lows[before] == ","
    before -= commas
    told = before in tree.verbs and (
        tree.verbs[before].tense == "reduced" or (commas and tree.role(tree.doc[before]) == "description")
    )
    if told and noun is None:
        return None, tree.verbs[before]
    if noun is not None and verb is not None and tree.is_one_of(verb.token, "discussing") and verb.tense in PAST_TENSES:
        return None, verb  # `discussed the killing of a journalist on 8 March`: the talks were then
    above = _noun_above(tree, nouns, verb) if noun is None and verb is not None else None
    if above is not None:
        return above, verb
    if noun is not None or verb is None or type_of_verb(tree, verb, nouns) != STATE:
        return noun, verb
    if tree.is_one_of(verb.token, "planning") and verb.passive:
        return noun, verb
    if tree.has("not_until"):
        return None, next((one for at, one in sorted(tree.verbs.items()) if at > verb.token.i), verb)
    subject = verb.token.head if tree.role(verb.token) == "description" else tree.subject(verb)
    if subject is not None and tree.is_one_of(subject, "cleft"):
        return None, next((one for at, one in sorted(tree.verbs.items()) if at >= span.stop and one.finite), verb)
    if subject is not None and nouns.get(subject.i) in STRONG - {"publication"}:
        return subject, verb
    inside = [tree.verbs[one.i] for one in subject.subtree if one.i in tree.verbs] if subject is not None else []
    return None, (inside[0] if inside and verb.lemma == "be" else verb)


def _noun_above(tree: Tree, nouns: dict[int, str], verb: Verb) -> "Token | None":
    """`the attack on a camp of the mission that took place today`: the noun of which a light verb says when it was."""
    if tree.role(verb.token) != "description" or not tree.is_one_of(verb.token, "light") or tree.objects(verb)[1:]:
        return None
    done = [one for one in tree.objects(verb) if not tree.has("happening", one.i - 1, one.i + 1)]
    if done and not any(tree.is_one_of(one, "relative") for one in done):
        return None
    for _, _, head in tree.above(verb.token):
        if head.i in tree.verbs:
            return None
        if head.i in nouns:
            return head
    return None


def _governors(
    tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]
) -> tuple["Token | None", Verb | None, "Token | None"]:
    """The event noun that dates belong to if there is one, the verb above, and the noun that they hang on directly."""
    span = tree.tokens_of(dates[0])
    top = next((tree.doc[at] for at in span if tree.doc[at].head.i not in span), tree.doc[span.start])
    path = [head for _, _, head in tree.above(top) if head.i not in tree.in_date]
    verb = next((tree.verbs[one.i] for one in path if one.i in tree.verbs), None)
    below = path[: path.index(verb.token)] if verb else path
    verb = verb or _verb_beside(tree, span, path)
    named = next((one for one in below if one.pos_ in ("NOUN", "PROPN")), None)
    noun = next((one for one in below if one.i in nouns), None) or _noun_before(tree, nouns, dates, verb)
    if verb is None and noun is None and span.start <= 1:
        noun = next((tree.doc[at] for at in sorted(nouns) if at >= span.stop), None)
    return noun, verb, named


def _verb_beside(tree: Tree, span: range, path: list["Token"]) -> Verb | None:
    """The verb of a date that hangs on none: of `9 May: they leave` and `it was on 9 May that they left` the next."""
    for at, verb in sorted(tree.verbs.items()):
        if at >= span.stop and (verb.finite or not path):
            return verb
    return next(
        (verb for at, verb in sorted(tree.verbs.items(), reverse=True) if at < span.start and verb.finite), None
    )


def _is_recalled(tree: Tree, dates: tuple[Dated, ...]) -> bool:
    """`we recall the commitments entered into at the summit in 2019`, `as agreed in Geneva on 3 May`."""
    at = tree.tokens_of(dates[0]).start
    if dates[0].node.shape in TODAY:
        return False
    for name in ("recall", "accordance"):
        for place in tree.marks.get(name, ()):
            if place >= at or tree.part(place)[0] != tree.part(at)[0] or tree.has("relative_that", place, place + 3):
                continue
            told = any(
                place < one < at and verb.finite and not tree.is_one_of(verb.token, "made")
                for one, verb in tree.verbs.items()
            )
            commas = name == "accordance" and "," in tree.lows[place:at]
            if not told and not commas and (tree.has("document", place, at) or tree.has("pledge", place, at)):
                return True
    return False


def _noun_before(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...], verb: Verb | None) -> "Token | None":
    """`we condemn the shelling of Kora on 5 March`: the noun before a date whose verb only speaks of it."""
    at = tree.tokens_of(dates[0]).start
    near = [place for place in nouns if place < at]
    if not near or dates[0].node.shape in TERMS:
        return None
    place = near[-1]
    if (
        any(place < one < at and tree.verbs[one].tense != "ing" for one in tree.verbs)
        or "," in tree.lows[place : at - 2]
    ):
        return None
    if tree.lows[at - 1 : at] == [","] or tree.lows[at - 2 : at - 1] == [","]:  # `the release, on 12 June, of`
        return tree.doc[place] if "," in tree.lows[tree.tokens_of(dates[-1]).stop :][:1] and place >= at - 4 else None
    if verb is not None and verb.token.i > at:
        return None
    speaks = verb is None or tree.is_one_of(
        verb.token, "saying", "accusing", "reacting", "discussing", "doubting", "denying", "demanding", "wishing"
    )
    told = verb is not None and verb.tense in (*PAST_TENSES, "future") and not verb.negated
    return tree.doc[place] if speaks or (not told and is_definite(tree, tree.doc[place])) else None


def _unwrapped(tree: Tree, nouns: dict[int, str], dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """`alarmed by the 3 May attack`: no term but a date, because a noun follows it."""
    inner = [part for part in dates[0].node.parts if part.kind == "date"]
    last = tree.tokens_of(dates[0]).stop
    if dates[0].node.shape == "until" and inner and tree.has("not_until"):
        return (dates[0]._replace(node=inner[0].value), *dates[1:])
    if dates[0].node.shape != "by" or not inner:
        return dates
    named = any(at in nouns for at in range(last, last + 2)) or tree.lows[last : last + 1] in (["'s"], ["'"])
    return (dates[0]._replace(node=inner[0].value), *dates[1:]) if named else dates


def _names_document(
    tree: Tree, nouns: dict[int, str], noun: "Token", verb: Verb | None, dates: tuple[Dated, ...]
) -> bool:
    """`the agreement of 9 November`, `the 3 May statement`; but `in its letter of 5 May, it requested`."""
    at = tree.tokens_of(dates[0]).start
    beside = () if noun.i in nouns or noun.i > at else range(at - 1, max(-1, at - 6), -1)
    inside = [tree.doc[place] for place in beside if "," not in tree.lows[place:at]]
    documents = [one for one in (noun, *inside) if tree.has("document", one.i, one.i + 1)]
    if not documents or any(documents[0].i < one < at for one in tree.verbs):
        return False
    taken = (tree.verbs[child.i] for child in documents[0].children if child.i > at and child.i in tree.verbs)
    if any(verb.tense == "infinitive" for verb in taken):
        return False  # `the decision of 6 June to close the airspace`
    naming = any(tree.is_one_of(tree.doc[place], "naming") for place in (at, at - 1)) or noun.i > at
    led = any(tree.is_one_of(tree.doc[place], "within") for place in range(max(0, documents[0].i - 2), documents[0].i))
    opens = led and verb is not None and verb.tense in PAST_TENSES and verb.token.i > at
    return naming and not opens


def _is_written_in(tree: Tree, verb: Verb) -> bool:
    """`in a letter dated 5 May, it requested`: what somebody says by letter is said on that day."""
    noun = verb.token.head
    above = tree.verb_above(verb.token)
    opens = noun.i <= 3 and tree.is_one_of(tree.doc[0], "within")
    return (
        opens
        and verb.tense == "reduced"
        and above is not None
        and above.tense in PAST_TENSES
        and above.token.i > verb.token.i
    )


def _made_document(tree: Tree, verb: Verb, dates: tuple[Dated, ...]) -> bool:
    """`the resolution that the Assembly adopted in 2003`, `the agreement signed on 9 November`."""
    noun = tree.noun_of(verb)
    nominal = any(low in tree.grammar.classes["what"] for low in tree.lows[max(0, verb.first - 3) : verb.first])
    if not tree.is_one_of(verb.token, "made"):
        return False
    if nominal and dates[0].node.shape in ROUGH:
        return True  # `the parties know what they signed in 2015`
    if noun is None or not (tree.has("document", noun.i, noun.i + 1) or tree.has("pledge", noun.i, noun.i + 1)):
        return False
    above = tree.verb_above(noun)
    if above is not None and above.tense in ("past", "perfect") and dates[0].node.shape not in ROUGH:
        return False
    if tree.has("originally"):
        return True
    if dates[0].node.shape in TODAY:
        return False
    greeted = (
        above is not None
        and tree.is_one_of(above.token, "reacting")
        and not tree.has("recall", above.first, above.token.i + 1)
    )
    issued = tree.has("issued", noun.i, noun.i + 1) and not dates[0].node.values("year")
    return not greeted and not issued


# --- events without a date ---


def _shown(tree: Tree, nouns: dict[int, str]) -> Iterator[Event]:
    """What a video shows: it happened at another time than the video appeared."""
    for at in tree.marks.get("showing", ()):
        for place in range(at + 1, min(at + 9, len(tree.doc))):
            verb = tree.verbs.get(place)
            type = type_of_verb(tree, verb, nouns) if verb and verb.tense == "ing" else ""
            if verb and type in ("abuse", "hostilities"):
                yield Event((), verb.token, verb, type, Mood("", PAST, "shown"))
                break


def _undated(tree: Tree, nouns: dict[int, str], refused: set[int]) -> list[Event]:
    """The event of a sentence without a date, if it tells one; `refused` are words that are known to tell none."""
    just = next((verb for verb in tree.verbs.values() if _is_just_done(tree, verb)), None)
    if just is not None and (type := type_of_verb(tree, just, nouns)) != STATE:
        return [Event((), just.token, just, type, Mood("", OPEN, "spoken"))]
    spoken = next((verb for verb in tree.verbs.values() if _speaks(tree, verb)), None)
    if spoken is not None:
        return [Event((), spoken.token, spoken, "statement", Mood("", OPEN, "spoken"))]
    found = [_of_verb(tree, nouns, verb) for at, verb in sorted(tree.verbs.items()) if at not in refused]
    found += [_of_noun(tree, nouns, tree.doc[at]) for at in sorted(nouns) if at not in tree.verbs and at not in refused]
    return [event for event in found if event is not None]


def _is_just_done(tree: Tree, verb: Verb) -> bool:
    """`has just spoken with`, French `vient de s'entretenir`: it was on the day of the words."""
    above = tree.verb_above(verb.token)
    comes = above is not None and above.tense == "present" and tree.is_one_of(above.token, "just_did")
    just = verb.tense == "perfect" and any(tree.is_one_of(child, "just") for child in verb.token.children)
    return just or (verb.tense == "infinitive" and tree.role(verb.token) == "content" and comes)


def _speaks(tree: Tree, verb: Verb) -> bool:
    """`Ambassador Carpenter spoke at the Permanent Council`: the statement itself."""
    subject = tree.subject(verb)
    named = subject is not None and tree.names_somebody(subject)
    return verb.tense == "past" and named and tree.has("speech", verb.token.i, verb.token.i + 1)


def _of_verb(tree: Tree, nouns: dict[int, str], verb: Verb) -> Event | None:
    """What a strong verb in the past tells of somebody who is named."""
    if verb.tense not in (*PAST_TENSES, "reduced"):
        return None
    type = type_of_verb(tree, verb, nouns)
    hosted = type == "meeting" and verb.tense == "past" and not verb.passive
    commended = (
        verb.tense == "perfect" and tree.role(verb.token) == "description" and tree.has("factive", 0, verb.first)
    )
    if type == STATE or not (type in STRONG or hosted or commended or (verb.tense == "reduced" and type in AGENTS)):
        return None
    if verb.tense == "reduced":
        agents = [noun for agent in tree.children(verb.token, "agent") for noun in (agent, *agent.children)]
        if type not in AGENTS or not any(tree.is_name_or_number(one) for one in agents):
            return None
    elif tree.is_one_of(verb.token, "weak") and not any(tree.names_somebody(one) for one in tree.objects(verb)):
        return None
    event = _event(tree, (), verb.token, verb, type)
    if event.reason:
        return None
    loose = verb.tense == "past" or not any(tree.names_somebody(one) for one in [verb.token])
    return event._replace(needs_actor=loose and verb.tense != "reduced")


def _of_noun(tree: Tree, nouns: dict[int, str], noun: "Token") -> Event | None:
    """`we welcome the return of 17 prisoners`: a definite noun of one event under a verb that takes it for a fact."""
    type = nouns[noun.i]
    factive = [at for at in tree.marks.get("factive", ()) if at < noun.i and tree.part(at) == tree.part(noun.i)]
    if type not in STRONG - {"publication"} or not factive or not is_definite(tree, noun):
        return None
    taken = any(child.i in tree.verbs and tree.verbs[child.i].tense == "infinitive" for child in noun.children)
    if (tree.has("document", noun.i, noun.i + 1) and not taken) or tree.has("prospective", max(0, noun.i - 3), noun.i):
        return None
    last = min(tree.part(noun.i)[1], noun.i + 14)
    if not any(tree.is_name_or_number(one) for one in tree.doc[noun.i + 1 : last]):
        return None
    event = _event(tree, (), noun, None, type)
    return None if event.reason else event
