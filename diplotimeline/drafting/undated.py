"""Events that a sentence tells without a date."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.rules import OPEN, PAST, Mood
from diplotimeline.drafting.telling import Event, event_of
from diplotimeline.drafting.types import AGENTS, HARM, STATE, STRONG, type_of_verb
from diplotimeline.drafting.verbs import PAST_TENSES, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def shown(tree: Tree, nouns: dict[int, str]) -> Iterator[Event]:
    """What a video shows: it happened at another time than the video appeared."""
    for at in tree.marks.get("showing", ()):
        for place in range(at + 1, min(at + 9, len(tree.doc))):
            verb = tree.verbs.get(place)
            if verb and verb.tense == "ing" and (type := type_of_verb(tree, verb, nouns)) in HARM:
                yield Event((), verb.token, verb, type, Mood("", PAST, "shown"))
                break


def undated(tree: Tree, nouns: dict[int, str], refused: set[int]) -> list[Event]:
    """The event of a sentence without a date, if it tells one; `refused` are words that are known to tell none."""
    just = next((verb for verb in tree.verbs.values() if _is_just_done(tree, verb)), None)
    if just is not None and (type := type_of_verb(tree, just, nouns)) != STATE:
        return [Event((), just.token, just, type, Mood("", OPEN, "spoken"))]
    spoken = next((verb for verb in tree.verbs.values() if _speaks(tree, verb)), None)
    if spoken is not None:
        return [Event((), spoken.token, spoken, "statement", Mood("", OPEN, "spoken"))]
    found = [_of_verb(tree, nouns, verb) for at, verb in sorted(tree.verbs.items()) if at not in refused]
    found += [_of_noun(tree, nouns, tree.doc[at]) for at in sorted(nouns)]
    return [event for event in found if event is not None]


def _is_just_done(tree: Tree, verb: Verb) -> bool:
    """`has just spoken with`, French `vient de s'entretenir`: it was on the day of the words."""
    above = tree.verb_above(verb.token)
    comes = above is not None and tree.is_one_of(above.token, "just_did")
    just = verb.tense == "perfect" and any(tree.is_one_of(child, "just") for child in verb.token.children)
    return just or (comes and verb.tense == "infinitive")


def _speaks(tree: Tree, verb: Verb) -> bool:
    """`Ambassador Carpenter spoke at the Permanent Council`: the statement itself."""
    subject = tree.subject(verb)
    named = subject is not None and tree.names_somebody(subject)
    return verb.tense == "past" and named and tree.has("speech", verb.token.i, verb.token.i + 1)


def _of_verb(tree: Tree, nouns: dict[int, str], verb: Verb) -> Event | None:
    """What a strong verb in the past tells of somebody who is named."""
    type = type_of_verb(tree, verb, nouns)
    if verb.tense == "reduced":
        agents = [noun for agent in tree.children(verb.token, "agent") for noun in (agent, *agent.children)]
        told = type in AGENTS and any(tree.is_name_or_number(one) for one in agents)
    else:
        hosted = type == "meeting" and verb.tense == "past" and not verb.passive
        described = verb.tense == "perfect" and tree.role(verb.token) == "description"
        commended = type != STATE and described and tree.has("factive", 0, verb.first)
        bare = tree.is_one_of(verb.token, "weak") and not any(map(tree.names_somebody, tree.objects(verb)))
        told = verb.tense in PAST_TENSES and (type in STRONG or hosted or commended) and not bare
    event = event_of(tree, (), verb.token, verb, type) if told else None
    if event is None or event.reason:
        return None
    return event._replace(needs_actor=verb.tense == "past" or not tree.names_somebody(verb.token))


def _of_noun(tree: Tree, nouns: dict[int, str], noun: "Token") -> Event | None:
    """`we welcome the return of 17 prisoners`: a definite noun of one event under a verb that takes it for a fact."""
    type, (first, last) = nouns[noun.i], tree.part(noun.i)
    fact = tree.has("factive", first, noun.i) and not tree.has("prospective", max(0, noun.i - 3), noun.i)
    named = any(map(tree.is_name_or_number, tree.doc[noun.i + 1 : min(last, noun.i + 14)]))
    if type not in STRONG - {"publication"} or not (fact and named and tree.is_definite(noun)):
        return None
    event = event_of(tree, (), noun, None, type)
    return None if event.reason else event
